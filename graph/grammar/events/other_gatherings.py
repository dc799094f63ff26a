"""Is a gathering that is named another one than that of which the report tells, by its time or its body?"""

import re
from collections.abc import Mapping

from graph.grammar.events.event_time import Calendar
from graph.grammar.gatherings.event_draft import Day, Draft
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.text.dates import iso
from graph.grammar.text.document import Document
from graph.grammar.text.normal import lower
from graph.mention import Span

# "Tại cuộc họp mới đây, …"
_OTHER_TIME = re.compile(r" (?:khác|mới đây|gần đây|gần nhất|trước đó|(?:tuần|tháng|hôm|lần) trước)(?!\w)")
_BODY = re.compile(
    r" ((?:Ban|Thường|Hội|Đảng|Tỉnh|Thành|Huyện|Quận|Ủy|HĐND|UBND|Chi|Bộ|Chính|Quốc)(?: (?!về|của)\w+)?)(?!\w)"
)


# "đối thoại lần thứ 10" and "lần thứ 11", "phiên họp tháng 5" and "tháng 6"
_NUMBER = re.compile(r"(?<!\w)(?P<what>lần|kỳ|kỳ họp|phiên|phiên họp|đại hội|tháng) (?:thứ )?(?P<number>\d+|\w+)(?!\w)")
_SPELT = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "bốn": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8"}


def numbers(document: Document, gathering: Gathering) -> dict[str, str]:
    """Give the number of each thing that the name of a gathering counts: {"lần": "10"}."""
    found = {}
    for match in _NUMBER.finditer(document.lowered[gathering.span.start : gathering.name.end]):
        number = _SPELT.get(match["number"], match["number"]).lstrip("0")
        if number.isdigit():
            found[match["what"].removesuffix(" họp")] = number
    return found


def numbered_apart(document: Document, counts: Mapping[str, str], draft: Draft) -> bool:
    """Does the name of `draft` count a thing of `counts` differently ("lần thứ 10", "lần thứ 11")?"""
    known = draft.counted
    if known is None or known[0] is not draft.opening:
        # Read once for each name: a long report compares each gathering with all before it.
        known = draft.counted = (draft.opening, numbers(document, draft.opening))
    return any(known[1].get(what, number) != number for what, number in counts.items())


_IN_YEAR = re.compile(r"(?:vào |hồi |từ )?năm (?P<year>1\d{3}|20\d\d)(?!\w)[^;:\"]*? (?:đã|từng) ")
_DOES = frozenset({"attend", "past", "chair", "organise"})


def of_long_ago(document: Document, gathering: Gathering, sentence: Span, how: str, draft: Draft) -> bool:
    """“Năm 1945, ông A đã dự lễ duyệt binh”: is it of a year that the gathering told of is not said to be of?"""
    if how not in _DOES or draft.sentence == sentence:
        return False
    then = _IN_YEAR.match(document.lowered, sentence.start, gathering.span.start)
    if then is None:
        return False
    day = draft.date.iso if draft.date else ""
    return (
        not day.startswith(then["year"])
        and then["year"] not in document.lowered[draft.sentence.start : draft.sentence.end]
    )


def of_other_time(document: Document, gathering: Gathering) -> bool:
    """“tại cuộc họp mới đây”, "tại một hội nghị khác": not the one that the report tells of."""
    return gathering.bare and _OTHER_TIME.match(document.lowered, gathering.name.end) is not None


def of_other_body(document: Document, gathering: Gathering, draft: Draft) -> bool:
    """“họp Thường trực Tỉnh ủy …", in a report on what Ban Bí thư met for: the meeting of a body not named there?"""
    body = _BODY.match(document.folded, gathering.span.end)
    told = draft.sentence
    return body is not None and document.lowered.find(lower(body[1]), told.start, told.end) < 0


def unless_other_day(
    document: Document, gathering: Gathering, sentence: Span, dates: Calendar, known: Draft
) -> Draft | None:
    """“tại cuộc họp báo ngày 12/5”: another one than that of the 15th."""
    end = gathering.name.end
    # "buổi làm việc ở Long An ngày 2-10"
    reach = 40 if document.lowered.startswith((" ở ", " tại "), end) else 12
    day = next((d for d in dates.within(sentence) if 0 <= d.span.start - end < reach and d.day), None)
    if day is None or known.date is None or "," in document.lowered[end : day.span.start]:
        return known
    return known if (iso(None, day.month, day.day) or "")[-5:] == known.date.iso[-5:] else None


def unless_held_then(gathering: Gathering, sentence: Span, dates: Calendar, known: Draft) -> Draft | None:
    """“Trước đó, ngày 20-4, bộ đã tổ chức hội nghị …” in a report on one of the 13th of May: another one."""
    said = dates.before(sentence, gathering.span.start)
    if said is None or said.day is None or known.date is None or gathering.span.start - said.span.end > _BEFORE:
        return known
    day = Day(iso(None, said.month, said.day) or known.date.iso, said.span)
    # Days a week apart are not of one gathering.
    return None if 7 < abs(_in_year(day) - _in_year(known.date)) < 359 else known


_BEFORE = 120  # characters between a day and the gathering


def _in_year(day: Day) -> int:
    """Count the days from the beginning of a year, months taken as of 31."""
    return int(day.iso[-5:-3]) * 31 + int(day.iso[-2:])


# "kéo dài hai ngày 3 và 4/6": the first of them is its day, whichever of them was told of above.
_DAYS = re.compile(
    r"(?:hai|ba|bốn|\d) ngày (?:từ )?(?:ngày )?\d{1,2}(?: (?:và|-|đến) |-)(?:ngày )?(\d{1,2})\s?[/-](\d{1,2})"
)


def one_of_days(document: Document, sentence: Span, first: Day, known: Day) -> bool:
    """Does the sentence say that the gathering goes on from its first day over the known one?"""
    days = _DAYS.search(document.lowered, sentence.start, sentence.end) if not first.same_day(known) else None
    return days is not None and first.iso[-5:] < known.iso[-5:] <= f"{int(days[2]):02}-{int(days[1]):02}"
