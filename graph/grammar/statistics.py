"""Reported figures: a number, what is counted, and whether it is a bound ("trên 2.350 nguồn tin").

Every number with a noun after it is a figure unless it is something else: part of a date or duration, of a
document's number, of a name ("Quân khu 3"), an age, an ordinal, or the count of an honour.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from graph.grammar.document import READABLE, Document
from graph.grammar.normal import LOWER, UPPER
from graph.grammar.numbers import NUMBER, SCALE, WORDS, value
from graph.grammar.scan import Finder
from graph.grammar.statistics_words import (
    ABOUT,
    COUNTING_PAIRS,
    NAMING,
    NAMING_PAIRS,
    OVER,
    PAIRS,
    SINGLE,
    UNDER,
)
from graph.mention import AwardMention, Evidence, LegalMention, Span, StatisticMention

_LARGE = Finder(("triệu", "nghìn", "ngàn", "vạn", "tỷ", "tỉ"))
_WORD_BEFORE = re.compile(rf"(?<!\w)({'|'.join(WORDS)}) $")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(
    rf"(?P<first>{NUMBER})(?P<of>/\d+(?= [{LOWER}]))?(?: ?%)?(?:(?: ?(?:-|đến|–) ?|"
    rf" tới )(?P<second>{NUMBER}))?(?P<percent> ?%)?"
)
_DATE_LIKE = re.compile(r"\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?(?!\d)")
_DURATION = re.compile(
    r" ?(?:năm(?! (?:trường|cá nhân))|tháng|ngày(?! (?:công|làm việc))|tuần|giờ|phút|giây|tuổi|thế kỷ|h(?!\w)|"
    r"nhiệm kỳ|quý|giờ \d|thứ|lần thứ|khóa|buổi sáng|'|"
    r"năm tuổi đảng|thập kỷ|rưỡi|đêm|mùa(?! màng))(?!\w)"
)
_NO_NOUN = re.compile(
    r"(?:của|và|đến|tới|đã|đang|sẽ|được|về|là|tại|trong|ngoài|với|cho|từ|do|để|theo|khi|thì|mà|như|so|vào|ở|có|nếu|"
    r"hay|hoặc|nhưng|cũng|còn|ra|lên|xuống|trên|dưới|"
    r"này|đó|kia|nữa|rồi|thôi|bằng|gồm|qua|sau|trước|hiện|vừa|mới|không|chưa|phải|cần|nên|nhằm|diễn ra|tổ chức|"
    r"ban hành|nói|cho rằng|trở lên|"
    r"trở xuống|đối với|tương đương|tức|vì|bởi|nay|năm|tháng|ngày|quy định|hướng dẫn|thứ|đồng chủ trì|chủ trì|"
    r"thông qua|đề ra|nêu|yêu cầu|đề nghị|tiếp tục|xấp xỉ|hỏa tốc|cho biết|mỗi|các|những|thực hiện|triển khai|"
    r"hoàn thành|khai mạc|bế mạc|khẳng định)(?!\w)"
)
_WORD = re.compile(rf"[{UPPER}{LOWER}][{UPPER}{LOWER}\d&'-]*|%|m2|m3|km2|m²|m³|km²")
_BIG = re.compile(r"(?:nghìn |ngàn )?(?:tỷ|tỉ)(?: (?:đồng|usd|đô la|vnđ|won|yên|đôla mỹ))?(?!\w)")
_SCALE = re.compile(r" ?(nghìn|ngàn|vạn|triệu)(?!\w)(?! (?:tỷ|tỉ)(?!\w))")
_SUBJECT_END = re.compile(
    r"[,.;:()\n\"!?]|…| - |$| (?:và|với|đã|đang|được|trong đó|để|nhằm|tại|ở|do|từ|theo|so với|vì|mà|khi|thì|cho|bị|"
    r"cũng|về|đến|của năm|trên địa bàn|là|"
    r"năm \d|trong \d|trị giá|tổng|đạt|chiếm|tăng|giảm)(?!\w)"
)
# Sums inside one person's story, and numbers that count nothing.
_PRIVATE = re.compile(
    r"(?<!\w)(?:phạt|nộp phạt|tịch thu(?: \w+){0,2}|(?<!trao )(?<!thay )đổi|hối lộ|chiếm đoạt|trộm|"
    r"lừa đảo)(?: (?:tiền|từ|khoảng|hơn|gần|trên|số tiền|tờ)){0,2} $"
)
_IDIOM = re.compile(
    r"(?:miền|thái cực|chỗ(?! ở)|bên|phía|chiều|góc|chân|mặt|tầng|sao|vế|đầu mối số)(?!\w)(?! (?:tàu|"
    r"bằng|xe))"
)
_NUMBER_OF = re.compile(
    r"(?<!\w)(?:tổng )?số(?: lượng)? (?P<noun>[^\W\d]+ [^\W\d]+|[^\W\d]+)[^,.;:\d]{0,70}? (?:là|đạt|lên|tới|còn|tăng|"
    r"giảm|có|khoảng|hơn|trên|gần)"
    r"(?: (?:lên|xuống|còn|tới|đến|khoảng|hơn|trên|gần|đạt))* $"
)
_BREAK = re.compile(r"[,.;:()\n\"](?!\d)")
_IN_WHICH = re.compile(r"trong (?:đó|số (?:đó|này))|bao gồm|gồm")
_YEAR_OF = re.compile(
    r"(?:(?:\d+ tháng đầu |cuối |đầu )?năm |quý \w+/)(?:19|20)\d\d|giai đoạn (?:19|"
    r"20)\d\d ?- ?(?:19|20)\d\d"
)


def find_statistics(
    document: Document, legal: tuple[LegalMention, ...] = (), awards: tuple[AwardMention, ...] = ()
) -> tuple[StatisticMention, ...]:
    """Find the figures of a report, in the order of the text; repetitions are joined."""
    taken = [e.span for document_ in legal for e in document_.evidence]
    taken += [e.span for award in awards for e in award.evidence]
    taken.sort()
    found: list[StatisticMention] = []
    places: dict[tuple[float, str], list[int]] = {}
    for line in document.lines:
        if line.kind in READABLE:
            for statistic in _line(document, line.span, taken):
                _add(found, places, statistic)
    for statistic in _in_words(document, taken):
        _add(found, places, statistic)
    found.sort(key=lambda s: s.evidence[0].span)
    return tuple(_wholes(document, found))


def _line(document: Document, line: Span, taken: list[Span]) -> Iterator[StatisticMention]:
    lowered = document.lowered
    at = line.start
    while True:
        digit = _DIGIT.search(lowered, at, line.end)
        match = _FIGURE.match(lowered, digit.start(), line.end) if digit else None
        if not match:
            return
        at = match.end()
        if _inside(taken, match.start()):
            continue
        yield from _figure(document, match, line)


def _in_words(document: Document, taken: list[Span]) -> Iterator[StatisticMention]:
    """Figures written out: "một triệu doanh nghiệp", "hai tỷ đồng". Small counts in words are no figures."""
    lowered = document.lowered
    for at, scale in _LARGE.hits(lowered):
        line = document.line_at(at)
        word = _WORD_BEFORE.search(lowered, max(0, at - 8), at)
        if word is None or line is None or line.kind not in READABLE or _inside(taken, at):
            continue
        times, after = (SCALE[scale], at + len(scale)) if scale in SCALE else (1.0, at - 1)
        unit = _unit(document, after, line.span.end)
        if unit is None:
            continue
        stop = _subject_end(lowered, unit, line.span.end, False)
        yield StatisticMention(
            value=WORDS[word[1]] * times,
            unit=document.text[unit.start : unit.end],
            subject=" ".join(document.text[unit.start : stop].split()),
            evidence=(Evidence(Span(word.start(1), stop), "statistic.words"),),
            qualifier=_qualifier(lowered, word.start(1), line.span.start),
        )


def _figure(document: Document, match: "re.Match[str]", line: Span) -> Iterator[StatisticMention]:
    """The figure or the two bounds at a match; nothing if the number is something else."""
    lowered = document.lowered
    start, end = match.start(), match.end()
    ranged = bool(match["second"]) and lowered.endswith("từ ", 0, start)
    if not ranged and _names_something(lowered, start, line.start):
        return
    if match["of"] and lowered.startswith(" số ", end):
        return
    percent = "%" in match.group()
    if not percent and match["second"] and not _range(match):
        return
    if not percent and match["second"] is None and not match["of"] and _DATE_LIKE.match(lowered, start, line.end):
        dated = _DATE_LIKE.match(lowered, start, line.end)
        if dated and dated.end() > match.end("first"):
            return
    scale, after = _scale(lowered, end, line.end)
    if not percent and _DURATION.match(lowered, after, line.end):
        return
    unit_span = Span(end - 1, end) if percent else _unit(document, after, line.end)
    if unit_span is None:
        unit_span = _unit_before(lowered, after, start, line)
    if unit_span is None:
        return
    unit = "%" if percent else document.text[unit_span.start : unit_span.end]
    money = unit.lower() in ("đồng", "usd", "eur", "tỷ đồng", "tỉ đồng")
    if (money and _PRIVATE.search(lowered, max(line.start, start - 30), start)) or _IDIOM.match(
        lowered, unit_span.start, line.end
    ):
        return
    plain = match["first"]
    if not percent and scale == 1 and re.fullmatch(r"(?:19|20)\d\d", plain) and not _counted_noun(lowered, unit_span):
        return
    stop = _subject_end(lowered, unit_span, line.end, percent)
    subject = _subject(document, match, unit_span, stop, percent, line)
    qualifier = _qualifier(lowered, start, line.start)
    sentence = document.sentence_at(start)
    period = _YEAR_OF.search(lowered, sentence.start, sentence.end) if sentence else None
    for written in filter(None, (match["first"], match["second"])):
        number = value(written)
        if number is not None:
            yield StatisticMention(
                value=round(number * scale, 6),
                unit=unit,
                subject=subject,
                evidence=(
                    Evidence(Span(start, max(stop, end)), "statistic.range" if match["second"] else "statistic"),
                ),
                qualifier=qualifier,
                period=document.text[period.start() : period.end()] if period else None,
            )


def _names_something(lowered: str, at: int, start: int) -> bool:
    """Is the number at `at` glued to other signs, or after a word that makes it a name or a date?"""
    before = lowered[max(start, at - 24) : at]
    if before and before[-1] != " ":
        return before[-1].isalnum() or before[-1] in "/:+.-_"
    words = before.split()
    if not words:
        return False
    pair = " ".join(words[-2:])
    return pair not in COUNTING_PAIRS and (words[-1] in NAMING or pair in NAMING_PAIRS)


def _range(match: "re.Match[str]") -> bool:
    low, high = value(match["first"]), value(match["second"])
    return low is not None and high is not None and low < high


def _scale(lowered: str, at: int, end: int) -> tuple[float, int]:
    """Read "triệu", "nghìn"; "tỷ" stays in the unit, and "nghìn tỷ" with it."""
    word = _SCALE.match(lowered, at, end)
    return (SCALE[word[1]], word.end()) if word else (1.0, at)


def _unit(document: Document, at: int, end: int) -> Span | None:
    """The noun that is counted, right after the number; None if no noun follows."""
    lowered = document.lowered
    if lowered[at : at + 1] == " ":
        at += 1
    elif not re.compile(r"(?:km|cm|mm|kg|ha|m2|m²|m3|m³|tấn|mw|m|usd|đồng|tỷ|tỉ|triệu)(?!\w)").match(lowered, at, end):
        return None
    pair = PAIRS.match(lowered, at, end)
    if pair:
        return Span(*pair.span())
    if _NO_NOUN.match(lowered, at, end):
        return None
    first = _WORD.match(lowered, at, end)
    if not first or (document.folded[at].isupper() and not document.folded[at : first.end()].isupper()):
        return None
    big = re.compile(r"(?:nghìn |ngàn )?(?:tỷ|tỉ)(?: (?:đồng|usd|đô la|vnđ|won|yên|đôla mỹ))?(?!\w)").match(
        lowered, at, end
    )
    if big:
        return Span(*big.span())
    if first.group() in SINGLE:
        return Span(*first.span())
    second = _WORD.match(lowered, first.end() + 1, end) if lowered[first.end() : first.end() + 1] == " " else None
    if second and not _NO_NOUN.match(lowered, second.start(), end) and not document.folded[second.start()].isupper():
        return Span(first.start(), second.end())
    return Span(*first.span())


def _unit_before(lowered: str, after: int, start: int, line: Span) -> Span | None:
    """Read "Số lượng doanh nghiệp … tăng lên hơn 110.000": the noun stands before, and nothing after."""
    if not re.compile(r"[,.;)]|$| (?:vào|trong|so với|và|năm|ở|tại)(?!\w)").match(lowered, after, line.end):
        return None
    match = _NUMBER_OF.search(lowered, max(line.start, start - 110), start)
    pair = PAIRS.match(lowered, match.start("noun"), start) if match else None
    if pair:
        return Span(*pair.span())
    return Span(*match.span("noun")) if match else None


def _counted_noun(lowered: str, unit: Span) -> bool:
    words = lowered[unit.start : unit.end]
    return words in SINGLE or bool(PAIRS.fullmatch(words))


def _subject_end(lowered: str, unit: Span, end: int, percent: bool) -> int:
    at = unit.end
    match = _SUBJECT_END.search(lowered, at, min(end, at + 110))
    return match.start() if match else min(end, at + 110)


def _subject(document: Document, match: "re.Match[str]", unit: Span, stop: int, percent: bool, line: Span) -> str:
    """What is counted, in a few words: the noun phrase after the number; for a share also what comes before."""
    after = " ".join(document.text[(unit.end if percent else unit.start) : stop].split())
    if not percent and len(after.split()) > 1:
        return after
    low = max(line.start, match.start() - 70)
    for mark in _BREAK.finditer(document.folded, low, match.start()):
        low = mark.end()
    lead = " ".join(document.text[low : match.start()].split()[-8:])
    if percent and len(after.split()) > 1:
        lead = " ".join(lead.split()[-1:]) if re.search(r"(?:tăng|giảm|đạt|chiếm)$", lead) else ""
    if not percent and lead:
        return lead
    return f"{lead} {after}".strip() or after


def _qualifier(lowered: str, at: int, start: int) -> str | None:
    before = " " + lowered[max(start, at - 24) : at].rstrip()
    if before.endswith((" tới", " đến")) and not before.endswith(UNDER):
        before = before[:-4]
    if before.endswith(UNDER):
        return "under"
    if before.endswith(OVER):
        return "over"
    return "about" if before.endswith(ABOUT) else None


def _inside(spans: list[Span], at: int) -> bool:
    """Is the offset in one of the spans (sorted; few overlap)?"""
    index = bisect_right(spans, Span(at, sys.maxsize))
    return any(span.start <= at < span.end for span in spans[max(0, index - 4) : index])


def _add(
    found: list[StatisticMention], places: dict[tuple[float, str], list[int]], statistic: StatisticMention
) -> None:
    """Join a figure that is repeated (in a caption, in the title) with its first mention."""
    same = places.setdefault((statistic.value, statistic.unit.lower()), [])
    for index in same[:20]:
        other = found[index]
        if _alike(other, statistic):
            found[index] = replace(
                other,
                evidence=other.evidence + statistic.evidence,
                qualifier=other.qualifier or statistic.qualifier,
                subject=max(other.subject, statistic.subject, key=len),
            )
            return
    same.append(len(found))
    found.append(statistic)


def _alike(a: StatisticMention, b: StatisticMention) -> bool:
    first, second = set(a.subject.lower().split()), set(b.subject.lower().split())
    return len(first & second) * 2 >= min(len(first), len(second))


def _wholes(document: Document, found: list[StatisticMention]) -> Iterator[StatisticMention]:
    """Read "1.276 mô hình, trong đó 214 mô hình …": the second figure is part of the first."""
    for index, statistic in enumerate(found):
        whole = None
        sentence = document.sentence_at(statistic.evidence[0].span.start)
        if index and sentence:
            here = statistic.evidence[0].span.start
            markers = list(_IN_WHICH.finditer(document.lowered, sentence.start, here))
            if markers:
                marker = markers[-1]
                for before in range(index - 1, -1, -1):
                    span = found[before].evidence[0].span
                    if span.start < sentence.start:
                        break
                    if span.start < marker.start() and found[before].unit != "%":
                        fits = statistic.unit == "%" or found[before].value >= statistic.value
                        whole = before if fits else None
                        break
        yield replace(statistic, part_of=whole) if whole is not None else statistic
