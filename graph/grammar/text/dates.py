"""Days as the genre writes them: "ngày 23/11", "sáng 26-6", "ngày 9 tháng 7", "chiều nay", "cùng ngày".

Most days come without a year (LANGUAGE notes: 84 %). The year is taken from the document alone: from the
day it was published, or from words that tie a year to the day ("quý III/2018", "6 tháng đầu năm 2019").
Without such words the day stays "--MM-DD": a year from outside is a guess.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from graph.grammar.text.cues import words_pattern
from graph.grammar.text.numbers import digit_runs
from graph.mention import Span
from graph.span import span_of

# What may stand right before "23/11" to make it a day and not a fraction or a range of numbers.
_CUE = (
    r"(?:(?:hôm|sáng|trưa|chiều|tối|đêm)\s(?:nay|qua|mai|kia)|ngày|sáng|trưa|chiều|tối|đêm|hôm|khuya|mùng|mồng|"
    r"rạng sáng|từ|đến|tới|vào|trước|sau|thứ (?:hai|ba|tư|năm|"
    r"sáu|bảy)|chủ nhật)[,\s(]{1,2}(?:ngày\s)?"
)
_CUE_BEFORE = re.compile(_CUE + r"(?:\d{1,2}(?:[-/.]\d{1,2})?\s?(?:-|,|và|đến|tới|&)\s?(?:ngày\s)?)?$")
_DAY = re.compile(
    r"(?<![\w.,/%-])"
    r"(?:(?P<first>\d{1,2})(?:\s?-\s?|\s?,\s?|\svà\s|\sđến\s(?:ngày\s)?|\s?&\s?))?"
    r"(?P<day>\d{1,2})"
    r"(?:\s?(?P<mark>[/.-])\s?(?P<month>\d{1,2})(?:\s?(?P=mark)\s?(?P<year>\d{4}|\d{2}(?=[\s,;)\]]|$)))?"
    r"|\stháng\s(?P<named>\d{1,2})(?:(?:,?\snăm\s|\s?[/-]\s?|\s)(?P<named_year>\d{4}))?)"
    r"(?![\w%]|[.,]\d|\s?[/-]\s?\d|[/-]\w)"
)
# What stands behind the one or two digits that a day begins with.
_BEHIND = re.compile(r"\s?[/.-]\s?\d|\s?[,&]|\s(?:tháng|và|đến)\s")
_MONTH = re.compile(r"tháng\s(?P<month>\d{1,2})(?:\s?[/-]\s?|\snăm\s)(?P<year>\d{4})(?!\d)")
_RELATIVE = words_pattern(
    [
        "cùng ngày",
        *(f"{part} {day}" for part in ("hôm", "sáng", "trưa", "chiều", "tối", "đêm") for day in ("nay", "qua")),
    ]
)
_SHIFT = {"nay": 0, "qua": -1}


@dataclass(slots=True)
class WrittenDate:
    """A day or month in the text. `day` is None for a month; `shift` counts days from today's report.

    `same` says "cùng ngày": the day that the report named last. `range` says that only the first day
    of several is given.
    """

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None
    same: bool = False


def find_dates(lowered: str) -> tuple[WrittenDate, ...]:
    """Find the days and months in a text in lower case, sorted; several days give their first.

    "15-20 người" is no day: without a year a day needs a word like "ngày" or "sáng" before it.
    """
    found = list(_days(lowered))
    found.extend(
        WrittenDate(span_of(match), int(match["year"]), month)
        for match in (_MONTH.finditer(lowered) if "tháng" in lowered else ())
        if 1 <= (month := int(match["month"])) <= 12 and not _covered(match.start(), found)
    )
    told = "nay" in lowered or "qua" in lowered or "cùng ngày" in lowered
    for match in _RELATIVE.finditer(lowered) if told else ():
        same = match[0] == "cùng ngày"
        shift = None if same else _SHIFT[match[0].rpartition(" ")[2]]
        found.append(WrittenDate(span_of(match), shift=shift, same=same))
    found.sort(key=lambda d: d.span)
    return tuple(found)


def parse_date(text: str) -> str | None:
    """Read one day: "1/12/2011", "06-3-2014", "ngày 9 tháng 7 năm 2010" -> ISO, without a year "--07-09".

    None for what is no day of the calendar ("31/2/2011").
    """
    match = _DAY.search(text.lower())
    written = _written(match) if match else None
    return iso(written.year, written.month, written.day) if written else None


def iso(year: int | None, month: int | None, day: int | None) -> str | None:
    """Write what is known: "2011-12-01", "--12-01", "2011-12", else None."""
    if month is None or (year is None and day is None):
        return None
    if day is None:
        return f"{year:04d}-{month:02d}"
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"


def resolve(written: WrittenDate, published: str | None, lowered: str, last: str | None = None) -> str | None:
    """Give the ISO day of a written date in its report.

    Args:
        written: the date.
        published: ISO day of the report, if it states one.
        lowered: the report's text in lower case, for years that its words tie to the day.
        last: the day that the report named before, for "cùng ngày".
    """
    if written.same:
        return last
    if written.shift is not None:
        return _shifted(published, written.shift)
    if written.year or written.day is None or written.month is None:
        return iso(written.year, written.month, written.day)
    year = _nearest_year(published, written.month, written.day)
    if year is None:
        year = stated_year(lowered, written.month, written.day)
    return iso(year, written.month, written.day)


# Words that tie a year to the time of the report, as they stand before it.
_YEAR = re.compile(r"20(?:(?<=năm\s20)|(?<=[/-]20)|(?<=[/-]\s20))\d\d(?!\d)")
_ANY_YEAR = re.compile(r"(?:19|20)(?<![\d.,]\d\d)\d\d(?![\d.,]\d|\d)")
_QUARTER = re.compile(r"\bquý\s(i{1,3}|iv|[1-4])\s?(?:/|năm|-)\s?20\d\d$")
_HALF = re.compile(r"\b(sáu|chín|ba|\d{1,2})\stháng(?:\sđầu)?\s?năm\s20\d\d$")
_SUM_UP = re.compile(r"\b(?:tổng kết|kết quả)\s(?:(?:(?!kế hoạch|phương hướng|nhiệm vụ)[^.,;\n]){0,70}\s)?năm\s20\d\d$")
# What is summed up is an occasion within the year, not the year: "tổng kết công tác phục vụ Tết năm 2019". Of these
# one has its own time: who sums up a Tết does so right after it.
_OCCASION = re.compile(
    r"(?<!\w)(?:tết|xuân|lễ hội|kỳ (?:thi|tuyển|họp)|đợt|mùa|vụ (?:mùa|đông|hè|lúa|thu)|tháng|tuần lễ|quý|chiến dịch|"
    r"năm học|(?:hội|giải) (?:thi|diễn|thao|chợ|thưởng|đấu)|đại hội|tuyển (?:sinh|quân)|giao (?:nhận )?quân|"
    r"ngày hội|cuối|còn lại)(?!\w)"
)
_NEW_YEAR = re.compile(r"(?<!\w)(?:tết|xuân)(?!\w)")
# Another gathering's year: "Trước đó, tại hội nghị tổng kết năm 2017".
_BEFORE_THAT = re.compile(
    r"(?<!\w)(?:trước đó|trước đây|diễn biến liên quan|năm (?:ngoái|trước)|hồi (?:đầu|cuối|tháng)|so với)(?!\w)"
)
# The day of a document, with its year: "Chỉ thị số 09, ngày 1/12/2011".
_OF_NUMBER = re.compile(r"(?:số\s\S+|/\S+),?\s(?:ký\s|ban hành\s|đề\s)?ngày\s$")
_AHEAD = re.compile(
    r"(?<!tình hình )(?<!kết quả )(?<!tháng )\b"
    r"(?:triển khai (?:các )?(?:nhiệm vụ|công tác|kế hoạch|phương hướng|chương trình)|"
    r"phương hướng|nhiệm vụ)\s(?:[^.,;\n]{0,70}\s)?năm\s20\d\d$"
)
# In October a plan for an exercise of the year may still be unfolded, its duties are not.
_DUTIES = re.compile(r"(?:triển khai )?(?:các )?(?:nhiệm vụ|phương hướng)")
_CLAUSES = re.compile(r"[.;\n]")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_COUNTS = {"sáu": 6, "chín": 9, "ba": 3}


@lru_cache(maxsize=64)
def stated_year(lowered: str, month: int, day: int) -> int | None:
    """Give the year that the report's own words tie to this day and month; None when they do not or differ.

    The same day elsewhere with its year; the quarter or the months that the report sums up and that
    had just ended; the year summed up in December or planned in January.
    """
    years = {
        w.year
        for w in _numbered(lowered)
        if w.year and w.day == day and w.month == month and not _OF_NUMBER.search(lowered, *_ahead_of(w.span.start))
    }
    if years:
        # An anniversary: "29/8/1975" in a report that speaks of 2019 is not the day of the report.
        latest = max((int(y) for y in _ANY_YEAR.findall(lowered)), default=0)
        years = {year for year in years if latest - year <= 1}
    if not years:
        years = set(_tied_years(lowered, month))
    return years.pop() if len(years) == 1 else None


def _ahead_of(at: int) -> tuple[int, int]:
    return max(0, at - 60), at


def _tied_years(lowered: str, month: int) -> Iterator[int]:
    for match in _YEAR.finditer(lowered):
        year = int(match[0])
        before = _CLAUSES.split(lowered[max(0, match.start() - 94) : match.end()])[-1]
        quarter = _QUARTER.search(before) if "quý" in before else None
        half = _HALF.search(before) if "tháng" in before else None
        if quarter:
            ends = _QUARTERS[quarter[1]] * 3
            if ends - 2 <= month <= ends + 2:
                yield year
            elif ends == 12 and month <= 2:
                yield year + 1
        elif half:
            count = _COUNTS.get(half[1]) or int(half[1])
            if count <= month <= count + 2:
                yield year
        elif month >= 10 or month <= 2:
            if _BEFORE_THAT.search(before):
                continue
            # Words that each of the two begins with: a pattern is tried at every letter, a word is found at once.
            summed_up = _SUM_UP.search(before) if "tổng kết" in before or "kết quả" in before else None
            planned = "triển khai" in before or "phương hướng" in before or "nhiệm vụ" in before
            ahead = _AHEAD.search(before) if planned else None
            if ahead and month <= 2:
                yield year
            elif ahead and not _OCCASION.search(before, ahead.start()) and (month == 12 or _DUTIES.match(ahead[0])):
                yield year - 1
            elif summed_up and not ahead and not _OCCASION.search(before, summed_up.start()):
                yield year + (month <= 2)
            elif summed_up and not ahead and month <= 2 and _NEW_YEAR.search(before, summed_up.start()):
                yield year


@lru_cache(maxsize=4)
def _numbered(lowered: str) -> tuple[WrittenDate, ...]:
    """All that is written like a day with its month, cue or none. Kept: one report is asked several times."""
    found, last = [], 0
    for start, end in digit_runs(lowered):
        if end - start > 2 or start < last or not _BEHIND.match(lowered, end):
            continue
        match = _DAY.match(lowered, start)
        written = _written(match) if match else None
        if match and written:
            found.append(written)
            last = match.end()
    return tuple(found)


def _days(lowered: str) -> Iterator[WrittenDate]:
    for written in _numbered(lowered):
        start = written.span.start
        named = lowered.find("tháng", start, written.span.end) > 0
        if written.year or named or _CUE_BEFORE.search(lowered, max(0, start - 40), start):
            yield written


def _written(match: "re.Match[str]") -> WrittenDate | None:
    month = int(match["month"] or match["named"])
    day = int(match["first"] or match["day"])
    # "29 và 1-9": the first of two days lies in the month before; we keep what is certain.
    if match["first"] and day > int(match["day"]):
        day = int(match["day"])
    year = int(match["year"] or match["named_year"] or 0) or None
    if year is not None and year < 100:
        year += 2000
    if iso(year, month, day) is None:
        return None
    return WrittenDate(span_of(match), year, month, day)


def _covered(start: int, found: list[WrittenDate]) -> bool:
    return any(d.span.start <= start < d.span.end for d in found)


def _shifted(published: str | None, days: int) -> str | None:
    """The day of the report, or days from it; "--08-15" stays without a year."""
    if published is None:
        return None
    if not published.startswith("--"):
        return (date.fromisoformat(published) + timedelta(days=days)).isoformat()
    shifted = date(2000, int(published[2:4]), int(published[5:7])) + timedelta(days=days)
    return f"--{shifted:%m-%d}" if published != "--03-01" or days == 0 else None


def _nearest_year(published: str | None, month: int, day: int) -> int | None:
    """A report tells of what has happened: the last such day up to two months after it was published."""
    if published is None or published.startswith("--"):
        return None
    out = date.fromisoformat(published)
    for year in (out.year, out.year - 1):
        try:
            if date(year, month, day) <= out + timedelta(days=60 if year == out.year else 0):
                return year
        except ValueError:
            continue
    return None
