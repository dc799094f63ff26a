"""One figure per fact: which mentions repeat one, and which figures are parts of another."""

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.grammar.figures.statistics_words import COMMON
from graph.grammar.text.document import Document
from graph.mention import StatisticMention

_IN_WHICH = re.compile(r"trong (?:đó|số (?:đó|này))|bao gồm|gồm")


# Of these a few are counted again and again in one report.
_FEW = frozenset(("người", "em", "vụ"))


def add(
    document: Document,
    found: list[StatisticMention],
    places: dict[tuple[float, str], list[int]],
    statistic: StatisticMention,
) -> None:
    """Join a figure that is repeated (in a caption, in the title) with its first mention.

    One sentence does not repeat itself: "2.000 trẻ em … do đuối nước, 2.000 trẻ em … do tai nạn" are two.
    """
    same = places.setdefault((statistic.value, statistic.unit.lower()), [])
    sentence = document.sentence_at(statistic.evidence[0].span.start) if same else None
    for index in same[:20]:
        other = found[index]
        here = sentence is not None and other.evidence[0].span.start >= sentence.start
        if (_said_again if here else _alike)(other, statistic):
            found[index] = replace(
                other,
                evidence=other.evidence + statistic.evidence,
                qualifier=other.qualifier or statistic.qualifier,
                subject=max(other.subject, statistic.subject, key=len),
            )
            return
    same.append(len(found))
    found.append(statistic)


def _said_again(a: StatisticMention, b: StatisticMention) -> bool:
    """Are these the same words twice (a picture's, and those of the sentence it is run together with)?"""
    return a.qualifier == b.qualifier and a.subject.lower() == b.subject.lower()


def _alike(a: StatisticMention, b: StatisticMention) -> bool:
    if a.value >= 1000 or a.unit.lower() in ("usd", "tỷ đồng", "tỉ đồng", "tỷ usd", "tỉ usd"):
        return True
    if a.value >= 10 and a.unit.lower() not in COMMON:
        return True  # "12 dự án thua lỗ", later "12 dự án đó"
    unit = set(a.unit.lower().split())
    first, second = set(a.subject.lower().split()) - unit, set(b.subject.lower().split()) - unit
    if not first or not second:  # "2 người" need not be the "2 người chết" told elsewhere
        return first == second or a.value >= 10 or a.unit.lower() not in _FEW
    return len(first & second) * 2 >= min(len(first), len(second))


def _may_part(words: str) -> bool:
    return "trong " in words or "gồm" in words


def wholes(document: Document, found: list[StatisticMention]) -> Iterator[StatisticMention]:
    """Read "1.276 mô hình, trong đó 214 mô hình …": the second figure is part of the first.

    The whole is the last figure before "trong đó" of the same unit; a figure of another unit goes with the
    part beside it, and a share with whatever it is a share of.
    """
    parts_of: list[int | None] = []
    for index, statistic in enumerate(found):
        here = statistic.evidence[0].span.start
        sentence = document.sentence_at(here)
        told = index and sentence and _may_part(document.lowered[sentence.start : here])
        markers = list(_IN_WHICH.finditer(document.lowered, sentence.start, here)) if told and sentence else []
        whole = None
        if markers and sentence:
            before = [i for i in range(max(0, index - 12), index) if found[i].evidence[0].span.start >= sentence.start]
            outside = [i for i in before if found[i].evidence[0].span.start < markers[-1].start()]
            same = [i for i in outside if found[i].unit.lower() == statistic.unit.lower() != "%"]
            if same:
                whole = same[-1] if found[same[-1]].value >= statistic.value else None
            elif before and before[-1] not in outside:
                whole = parts_of[before[-1]]
            elif statistic.unit == "%" and outside:
                whole = outside[-1]
        parts_of.append(whole)
        yield replace(statistic, part_of=whole) if whole is not None else statistic
