"""Figures whose number is written out: "một triệu doanh nghiệp", "gấp hai lần", "kỷ luật ba đảng viên".

Small counts in words are figures only after a verb whose acts are counted; elsewhere "hai nước", "ba việc" name
what is spoken of.
"""

import re
from collections.abc import Iterator

from graph.grammar.figures.statistics_names import told_before
from graph.grammar.figures.statistics_units import counted_noun, lead_from, qualifier_before, subject_end, unit_at
from graph.grammar.figures.statistics_words import COUNTED_ACTS, PUNISHMENTS
from graph.grammar.text.document import READABLE, Document
from graph.grammar.text.numbers import SCALE, WORDS
from graph.grammar.text.scan import Finder
from graph.mention import Evidence, Span, StatisticMention

_LARGE = Finder(("triệu", "nghìn", "ngàn", "vạn", "tỷ", "tỉ"))
# How many times is said in words more often than not.
_TIMES = Finder(tuple(f"{word} lần" for word in WORDS if word != "một"))
_MULTIPLIED = re.compile(r"(?:gấp|tăng|giảm)(?: (?:khoảng|gần|hơn|tới|đến|lên))? $")
_WORD_BEFORE = re.compile(rf"(?<!\w)({'|'.join(WORDS)}) $")
_ACTS = Finder(
    [f"{act} {word}" for act in (*PUNISHMENTS, *COUNTED_ACTS) for word in WORDS if word not in ("năm", "một")]
    + [f"{act} một" for act in PUNISHMENTS]
)
_ACT_WORD = re.compile(r"(\w+)$")


def written_out(document: Document) -> Iterator[StatisticMention]:
    """Find the figures of the readable lines whose number is written out."""
    yield from _large(document)
    yield from _times(document)
    yield from _acts(document)


def _line(document: Document, at: int) -> Span | None:
    line = document.line_at(at)
    return line.span if line and line.kind in READABLE else None


def _large(document: Document) -> Iterator[StatisticMention]:
    """Read "một triệu doanh nghiệp", "hai tỷ đồng"."""
    lowered = document.lowered
    for at, scale in _LARGE.hits(document):
        line = _line(document, at)
        word = _WORD_BEFORE.search(lowered, max(0, at - 8), at)
        if word is None or line is None:
            continue
        times, after = (SCALE[scale], at + len(scale)) if scale in SCALE else (1.0, at - 1)
        unit = unit_at(document, after, line.end)
        if unit is not None:
            yield _counted(document, WORDS[word[1]] * times, word.start(1), unit, line)


def _acts(document: Document) -> Iterator[StatisticMention]:
    """Read "cảnh cáo hai người"."""
    for at, phrase in _ACTS.hits(document):
        line = _line(document, at)
        word = _ACT_WORD.search(phrase)
        unit = unit_at(document, at + len(phrase), line.end) if line and word else None
        if line is None or word is None or unit is None or not counted_noun(document.lowered, unit):
            continue
        start = at + word.start()
        if document.kind_at(at) != "title" and not told_before(document.lowered, start, unit):
            yield _counted(document, float(WORDS[word[1]]), start, unit, line)


def _counted(document: Document, value: float, start: int, unit: Span, line: Span) -> StatisticMention:
    stop = subject_end(document.lowered, unit, line.end, False)
    return StatisticMention(
        value=value,
        unit=document.text[unit.start : unit.end],
        subject=" ".join(document.text[unit.start : stop].split()),
        evidence=(Evidence(Span(start, stop), "statistic.words"),),
        qualifier=qualifier_before(document.lowered, start, line.start),
    )


def _times(document: Document) -> Iterator[StatisticMention]:
    """Read "gấp hai lần năm trước"."""
    lowered = document.lowered
    for at, phrase in _TIMES.hits(document):
        line = _line(document, at)
        if line is not None and _MULTIPLIED.search(lowered, max(line.start, at - 14), at):
            end = at + len(phrase)
            lead = document.text[lead_from(document, at, line) : at].split()
            yield StatisticMention(
                value=float(WORDS[phrase.split()[0]]),
                unit="lần",
                subject=" ".join(lead[-8:]) or "lần",
                evidence=(Evidence(Span(at, end), "statistic.words"),),
                qualifier=qualifier_before(lowered, at, line.start),
            )
