"""Reported figures: a number, what is counted, and whether it is a bound ("trên 2.350 nguồn tin").

Every number with a noun after it is a figure unless it is something else: part of a date or duration, of a
document's number, of a name ("Quân khu 3"), an age, an ordinal, or the count of an honour.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from graph.grammar.figures.statistics_cases import of_one_case, private_sum
from graph.grammar.figures.statistics_in_words import written_out
from graph.grammar.figures.statistics_means import mean_of
from graph.grammar.figures.statistics_merge import add, wholes
from graph.grammar.figures.statistics_names import names_something, says_what_kind, told_before
from graph.grammar.figures.statistics_times import DURATION, how_long
from graph.grammar.figures.statistics_units import (
    MONEY_END,
    counted_noun,
    counted_whole,
    lead_from,
    measured,
    punishment,
    qualifier_before,
    scale_at,
    subject_end,
    subject_of,
    unit_at,
    unit_before,
    unit_of_change,
    unit_of_people,
)
from graph.grammar.figures.statistics_words import PAIRS, WHOLE, denied
from graph.grammar.posts.context import complete_body
from graph.grammar.text.document import READABLE, Document
from graph.grammar.text.normal import LOWER
from graph.grammar.text.numbers import NUMBER, digit_runs, value
from graph.mention import AwardMention, Evidence, LegalMention, Span, StatisticMention
from graph.span import span_of

_A_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(
    rf"(?P<first>{NUMBER})(?P<of> ?/ ?\d+(?:\.\d{{3}})*(?= [{LOWER}]))?(?: ?%)?(?:(?: ?(?:-|đến|–) ?|"
    rf" tới )(?P<second>{NUMBER}))?(?P<percent> ?%)?"
)
# "3, 4 cán bộ": three or four.
_NEAR = re.compile(rf"(?P<first>\d)(?P<of>/\d)?,(?P<apart> ?)(?P<second>\d)(?P<percent>%)?(?= [{LOWER}])")
_WHOLE = tuple(f"{word} " for word in WHOLE)
_NEAR_MARKS = frozenset(",/")
_DATE_LIKE = re.compile(r"\d{1,2}[/.\-]\d{1,2}(?:[/.\-]\d{2,4})?(?!\d)")
# "tính đến 25/9 toàn xã …" is a day, "bằng 1/6 mức chung" a share.
_DAY_OR_SHARE = re.compile(r"(?:tính đến|ngày|sáng|chiều|tối|trưa|hôm|bằng(?: khoảng| gần| hơn)?) $")
# "quy hoạch tỷ lệ 1/500": how a map is drawn.
_SCALE_OF_MAP = re.compile(r"1/(?:\d{3}|\d{1,3}\.?000|[125]\.?000)")
_COMPOUND = re.compile(r"(?P<whole>\d{1,4}) (?P<unit>tỷ|tỉ) (?P<rest>\d{1,3}) triệu(?P<dong> đồng)?(?!\w)")
_BILLIONS = frozenset((" tỷ", " tỉ"))
_IDIOM = re.compile(
    r"(?:miền|thái cực|số|chữ(?: số)?|lần thứ|chỗ(?! ở)|bên|phía|chiều|góc|chân|mặt|sao|vế|"
    r"đầu mối số)(?!\w)(?! (?:tàu|bằng|xe|đăng ký|hiệu|điện thoại|hàng|trận|định danh))"
)
# "sức chứa 1.500 chỗ"
_HOLDS = re.compile(r"(?<!\w)sức chứa(?: (?:khoảng|hơn|gần|trên|tới|lên|đến|từ|đạt))* $")
_THRESHOLD = re.compile(r"[^,.;]{0,40} (?:trở lên|trở xuống)(?!\w)")
_TIMES = re.compile(r"(?<!\w)(?:gấp|tăng|giảm|hơn|trên|gần|khoảng|đã|tròn|tổ chức)(?: (?!\d)\w+)?(?: (?!\d)\w+)? $")
# "BKS 30A-123.45": the plate of a vehicle.
_PLATE = re.compile(r"\d{2} ?[A-ZĐ]{1,2}(?: ?\d)? ?- ?\d{3}(?:\.?\d{2}|\d)?(?!\d)|\d{5} ?-? ?TS(?!\w)")
_AREA = re.compile(
    r"(?<!\w)(?:(?P<country>cả nước|toàn quốc|trên cả nước)|(?:toàn|trong|trên địa bàn|trong toàn) (?P<level>tỉnh|"
    r"thành phố|huyện|xã)(?= (?:đã|có|không|chưa|hiện|"
    r"đang|xảy ra|xây dựng|còn|được|vận động)|[,.;])|(?:toàn|trên địa bàn) (?P<named>(?:tỉnh|thành phố|huyện|quận|"
    r"xã) (?=\w)[^,.;]{3,20}?)(?= (?:đã|có|hiện|"
    r"đang|xảy ra|xây dựng|còn|được|vận động)|[,.;]))"
)
# What any of them begins with: a plain search is quicker.
_AREA_WORDS = ("cả nước", "toàn ", "trên địa bàn ", "trong tỉnh", "trong thành phố", "trong huyện", "trong xã")
_NO_WORD = frozenset(" \t,.;:-–(\"'“‘")
_YEAR_OF = re.compile(
    r"(?:(?:\d+ tháng đầu |cuối |đầu )?năm |quý \w+/)(?:19|20)\d\d|giai đoạn (?:19|"
    r"20)\d\d ?- ?(?:19|20)\d\d"
)


def find_statistics(
    document: Document, legal: tuple[LegalMention, ...] = (), awards: tuple[AwardMention, ...] = ()
) -> tuple[StatisticMention, ...]:
    """Find the figures of a report, in the order of the text; repetitions are joined."""
    told: list[LegalMention | AwardMention] = [*legal, *awards]
    taken = [e.span for fact in told for e in fact.evidence if e.derived != "context"]
    taken.sort()
    found: list[StatisticMention] = []
    places: dict[tuple[float, str], list[int]] = {}
    runs, index = digit_runs(document.lowered), 0
    for line in document.lines:
        index = bisect_left(runs, (line.span.start,), index)
        # A headline repeats figures of the report, rounded.
        if index < len(runs) and runs[index][0] < line.span.end and line.kind in READABLE and line.kind != "title":
            for statistic in _line(document, line.span, taken, index):
                add(document, found, places, statistic)
    for statistic in written_out(document):
        if not _inside(taken, statistic.evidence[0].span.start):
            add(document, found, places, statistic)
    found.sort(key=lambda s: s.evidence[0].span)
    return tuple(wholes(document, found))


def _line(document: Document, line: Span, taken: list[Span], index: int) -> Iterator[StatisticMention]:
    """The figures of a line whose first digits are the `index`-th run of the report."""
    lowered, at, stop = document.lowered, line.start, line.end
    runs = digit_runs(lowered)
    while index < len(runs) and runs[index][0] < stop:
        begin, end = runs[index]
        if end <= at:
            index += 1
            continue
        match = _FIGURE.match(lowered, max(begin, at), stop)
        if not match:
            return
        at = match.end()
        if _inside(taken, match.start()):
            continue
        start, first = match.start(), match["first"]
        near = _NEAR.match(lowered, start, stop) if lowered[start + 1 : start + 2] in _NEAR_MARKS else None
        if near and int(near["second"]) == int(near["first"]) + 1:
            counts = near["apart"] or not measured(lowered, near.end()) and _people(lowered, near.end() + 1)
            mean = mean_of(lowered, line, start, near.end()) if counts and not near["apart"] else None
            if mean == "each":
                continue  # "mỗi hộ 4,5 người" is the one or the other
            if counts and not mean:
                match, at = near, near.end()
        plate = _PLATE.match(document.folded, start, stop) if len(first) in (2, 5) else None
        if plate:
            at = plate.end()
            continue
        compound = _COMPOUND.match(lowered, start, stop) if lowered[end : end + 3] in _BILLIONS else None
        if compound:
            at = compound.end()
            yield _in_two(document, compound, line)
        else:
            yield from _figure(document, match, line)


def _in_two(document: Document, match: "re.Match[str]", line: Span) -> StatisticMention:
    """Read "3 tỷ 250 triệu đồng" as 3.25 tỷ đồng."""
    low = lead_from(document, match.start(), line)
    unit = document.text[match.start("unit") : match.end("unit")]
    return StatisticMention(
        value=round(float(match["whole"]) + float(match["rest"]) / 1000, 6),
        unit=f"{unit} đồng" if match["dong"] else unit,
        subject=" ".join(document.text[low : match.start()].split()[-8:]) or unit,
        evidence=(Evidence(span_of(match), "statistic"),),
        qualifier=qualifier_before(document.lowered, match.start(), line.start),
    )


def _figure(document: Document, match: "re.Match[str]", line: Span) -> Iterator[StatisticMention]:
    """The figure or the two bounds at a match; nothing if the number is something else."""
    lowered = document.lowered
    begin = start = match.start()
    end = match.end()
    ranged = bool(match["second"]) and lowered.endswith("từ ", 0, start)
    percent = "%" in match.group()
    if not ranged and not percent and names_something(document.folded, lowered, start, line.start, match):
        return
    if match["of"] and (
        lowered.startswith(" số ", end)
        or _SCALE_OF_MAP.fullmatch(match["first"] + match["of"].replace(" ", ""))
        or _more_than_all(match["first"], match["of"])
        or _DAY_OR_SHARE.search(lowered, max(line.start, start - 16), start)
    ):
        return
    if not percent and match["second"] and not _range(match):
        return
    if not percent and match["second"] is None and not match["of"]:
        dated = _DATE_LIKE.match(lowered, start, line.end)
        if dated and dated.end() > match.end("first"):
            return
    scale, after = scale_at(lowered, end, line.end)
    if not percent and DURATION.match(lowered, after, line.end):
        lasting = how_long(lowered, match, after, line)
        if lasting is None:
            return
        unit_span: Span | None = span_of(lasting, 1)
    elif percent:
        unit_span = Span(end - 1, end)
    else:
        unit_span = unit_at(document, after, line.end)
    if unit_span is None and scale == 1e6 and MONEY_END.match(lowered, after, line.end):
        unit_span = Span(after - 5, after)
    if unit_span is None:
        unit_span = unit_before(lowered, after, start, line)
    punished = unit_of_people(lowered, after, start, line) if unit_span is None else None
    unit_span = unit_span or punished
    if unit_span is None and match["second"] is None and lowered.endswith("từ ", line.start, start):
        unit_span, scale = unit_of_change(document, after, line.end, value(match["first"]))
    if unit_span is None:
        return
    unit = "%" if percent else document.text[unit_span.start : unit_span.end]
    # "thưởng 300 triệu": a bare million is money.
    unit = "đồng" if unit.lower() in ("triệu", "triêu") else unit
    money = unit.lower() in ("đồng", "usd", "eur", "tỷ đồng", "tỉ đồng")
    if money and private_sum(document, start, line.start):
        return
    idiom = _IDIOM.match(lowered, unit_span.start, line.end)
    if idiom and not (idiom.group() == "chỗ" and _HOLDS.search(lowered, max(line.start, start - 30), start)):
        return
    if of_one_case(document, start) or denied(lowered, start):
        return
    if unit.lower() == "ngày làm việc" and lowered.endswith(("vòng ", "sau ", "trước "), line.start, start):
        return  # a term
    if told_before(lowered, start, unit_span) or says_what_kind(lowered, start, unit_span):
        return
    if unit.lower().startswith("lần") and not _TIMES.search(lowered, max(line.start, start - 24), start):
        return
    plain = match["first"]
    if not percent and scale == 1 and _A_YEAR.fullmatch(plain) and not counted_noun(lowered, unit_span):
        return
    stop = subject_end(lowered, unit_span, line.end, percent)
    aimed = not percent and lowered.endswith("đạt ", line.start, start)
    if not aimed and _THRESHOLD.match(lowered, unit_span.end, line.end):
        return
    subject = subject_of(document, match, unit_span, stop, percent, line)
    if punished:
        subject = f"{unit} bị {punishment(lowered, start)}"
        begin = start - len(punishment(lowered, start)) - 1
    qualifier = qualifier_before(lowered, start, line.start)
    sentence = document.sentence_at(start)
    period = _period(document, sentence) if sentence else None
    while lowered[stop - 1] in _NO_WORD and stop > end:  # '13 phong trào “…”', "13 phong trào , …"
        stop -= 1
    span = Span(begin, max(stop, end))
    place, beside = _place(document, start, line)
    if punished:
        told = Span(lowered.rfind(" ", line.start, punished.start - 1) + 1, punished.end)
        beside = (Evidence(told, "statistic.people"), *beside)
    if period and not span.start <= period.start() < span.end:
        beside = (Evidence(span_of(period), "statistic.period"), *beside)
    for written in filter(None, (match["first"], match["second"])):
        number = value(written)
        if number is not None and "," in written and counted_whole(written, unit):
            number *= 1000
        if number is not None:
            yield StatisticMention(
                value=round(number * scale, 6),
                unit=unit,
                subject=subject,
                evidence=(Evidence(span, "statistic.range" if match["second"] else "statistic"), *beside),
                qualifier=qualifier,
                period=document.text[period.start() : period.end()] if period else None,
                place=place,
            )


def _people(lowered: str, at: int) -> bool:
    """Does what only comes in whole numbers stand at an offset?"""
    return PAIRS.match(lowered, at) is not None or lowered.startswith(_WHOLE, at)


def _more_than_all(part: str, of: str) -> bool:
    """Is "24/7" or "25/9" no share? There are no twenty-five of nine; it is a day, or round the clock."""
    number, total = value(part), value(of.strip(" /"))
    return number is not None and total is not None and number > total


def _period(document: Document, sentence: Span) -> "re.Match[str] | None":
    """The first period of a sentence; kept, since every figure in the sentence asks."""
    kept = document.kept.get("_period")
    if kept is None or kept[0] != sentence:
        lowered = document.lowered
        start, end = sentence.start, sentence.end
        words = lowered[start:end]
        dated = "năm 20" in words or "năm 19" in words or "quý " in words or "giai đoạn " in words
        found = _YEAR_OF.search(lowered, start, end) if dated else None
        kept = document.kept["_period"] = (sentence, found)
    match: re.Match[str] | None = kept[1]
    return match


def _place(document: Document, at: int, line: Span) -> tuple[str | None, tuple[Evidence, ...]]:
    """The area that the paragraph says the figures are of ("toàn tỉnh", "cả nước"), and the words that say which."""
    said = _last_area(document, at, line)
    if said is None:
        return None, ()
    words = Evidence(span_of(said), "statistic.place")
    if said["country"]:
        return "Việt Nam", (words,)
    if said["level"]:
        name, context = complete_body(said["level"], document, said.start())
        return (name, (words, *context)) if context else (None, ())
    return document.text[said.start("named") : said.end("named")], (words,)


def _last_area(document: Document, at: int, line: Span) -> "re.Match[str] | None":
    """The last area named in a line before an offset; the areas of a line are kept, since every figure in it asks."""
    kept: tuple[Span, list[re.Match[str]]] | None = document.kept.get("_area")
    if kept is None or kept[0] != line:
        paragraph = document.lowered[line.start : line.end]
        told = any(word in paragraph for word in _AREA_WORDS)
        areas = list(_AREA.finditer(document.lowered, line.start, line.end)) if told else []
        kept = document.kept["_area"] = (line, areas)
    index = bisect_right(kept[1], at, key=lambda m: m.end())
    return kept[1][index - 1] if index else None


def _range(match: "re.Match[str]") -> bool:
    low, high = value(match["first"]), value(match["second"])
    return low is not None and high is not None and low < high


def _inside(spans: list[Span], at: int) -> bool:
    """Is the offset in one of the spans (sorted; few overlap)?"""
    index = bisect_right(spans, Span(at, sys.maxsize))
    for span in spans[max(0, index - 4) : index]:  # noqa: SIM110 - asked at every number: no generator
        if span.start <= at < span.end:
            return True
    return False
