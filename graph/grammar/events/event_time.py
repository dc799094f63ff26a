"""The day of a gathering: the day named in the sentence that tells of it, else where the report opens."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from graph.grammar.gatherings.event_draft import Day, Draft
from graph.grammar.gatherings.gatherings import Gathering, outcome_of
from graph.grammar.text.dates import WrittenDate, find_dates, resolve
from graph.grammar.text.document import Document
from graph.mention import Span

# "Chỉ thị số 77-CT/TU ngày 9/2/2011", "đến ngày 15/8": days of documents, ends and deadlines.
_OF_DOCUMENT = re.compile(
    r"(?:số\s\S+|/\S+|(?P<type>nghị quyết|chỉ thị|quyết định|(?<!bộ )(?<!sở )(?<!phòng )kế hoạch|thông tư|nghị định|"
    r"(?<!kỷ )luật|công văn|kết luận|thông báo|"
    r"hướng dẫn)\s?(?:(?!\s(?:diễn ra|tổ chức|khai mạc) )[^,.;]){0,30}),?"
    r"\s(?:ngày|ký ngày|ban hành ngày)\s$"
)
_DEADLINE = re.compile(r"(?:đến|trước|từ|kể từ|tính đến|sau|hạn|tới|hết|cho đến)\s(?:hết\s)?(?:ngày\s|tháng\s)?$")
_EXPECTED = re.compile(r"(?<!\w)(?:dự kiến|sẽ)\s(?:được\s)?(?:tổ chức|diễn ra|khai mạc)[^,.;]{0,24}$")
_RANGE = re.compile(r"\d\s?(?:đến|-|–)\s?(?:hết )?(?:ngày )?\d{1,2}\s?[/-]")
_SPAN_OF_DAYS = re.compile(r"(?:diễn ra|tổ chức|kéo dài|trong \S+ ngày)[^,.;]{0,20}\s?\(?từ\s(?:ngày\s)?$")
_AFTER = re.compile(r"\s?\(?(?:của|về|giữa|đối với)\s")
# A time of its own that is no day: the days of other sentences are not this gathering's.
_OTHER_TIME = re.compile(
    r"(?<!\w)(?:hồi|trước đó|(?:tuần|tháng|năm) (?:trước|ngoái|vừa qua)|cuối tuần|tháng \d{1,2}|đầu năm|"
    r"cuối năm)(?!\w)"
)
NEXT = re.compile(
    r"^(?:ngay\s|liền\s)?(?:sau|tiếp(?: liền| ngay| theo)?) (?:đó|khi|hội nghị|lễ|buổi|cuộc)|^ngay sau|"
    r"^nhân dịp này|^(?:vào )?buổi (?:sáng|chiều|tối),|^tiếp theo chương trình|^đầu giờ (?:sáng|chiều),"
)
# "Ngày 19/9, ông A cho biết cuối tuần qua ông đã chủ trì …": the day of the saying
_OTHER_WEEK = re.compile(
    r"(?<!\w)(?:cho biết|cho hay|thông tin|nói|kể|tiết lộ)(?: rằng| thêm)*,? (?:(?:vào|hồi|cuối|đầu|giữa|trong) )*"
    r"(?:tuần|tháng|hôm|ngày) (?:qua|trước|rồi|vừa qua|vừa rồi),? "
    r"(?:chính )?(?:ông|bà|đồng chí)(?: ấy| này)? (?:đã|vừa) "
)
_RIGHT_AFTER = re.compile(r" (?:được )?(?:tổ chức|diễn ra) (?:ngay )?sau đó(?!\w)")
_NAMED_YEAR = re.compile(r"(?<!\w)(?:trong|đầu|cuối|giữa|tháng\s\d{1,2}|quý\s\w+)\snăm\s(?:\w+\s\w+\s)?(20\d\d)(?!\w)")
_OTHER_YEAR = re.compile(
    r"tổng kết|sơ kết|kết quả|nhiệm kỳ|giai đoạn|khóa|đến năm|từ năm|nhiệm vụ|triển khai|phương hướng|kế hoạch"
)


class Calendar:
    """The days that a report names, read sentence by sentence as they are asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lowered = document.lowered
        self._kept: dict[Span, tuple[WrittenDate, ...]] = {}
        self._days: dict[Span, tuple[WrittenDate, ...]] = {}
        self._weeks: dict[Span, list[tuple[int, int]]] = {}

    def within(self, span: Span) -> tuple[WrittenDate, ...]:
        """Give the days named in a stretch, in the order of the text."""
        found = self._kept.get(span)
        if found is None:
            here = find_dates(self._lowered[span.start : span.end])
            found = tuple(replace(d, span=Span(d.span.start + span.start, d.span.end + span.start)) for d in here)
            self._kept[span] = found
        return found

    def starting(self, sentence: Span, first: int, last: int) -> tuple[WrittenDate, ...]:
        """Give the days named in a sentence that begin from `first` to before `last`."""
        named = self.within(sentence)
        low, high = (bisect_left(named, at, key=lambda d: d.span.start) for at in (first, last))
        return named[low:high]

    def before(self, sentence: Span, at: int) -> WrittenDate | None:
        """Give the last day in a sentence that ends at or before an offset and can be a gathering's."""
        days = self._days.get(sentence)
        if days is None:
            days = tuple(d for d in self.within(sentence) if _is_day(self._document, d, sentence))
            self._days[sentence] = days
        index = bisect_right(days, at, key=lambda d: d.span.end)
        return days[index - 1] if index else None

    def of_saying(self, sentence: Span, day: WrittenDate, at: int) -> bool:
        """Is what comes between a day and an offset of the sentence told of another week?"""
        if at > sentence.end:
            return bool(_OTHER_WEEK.search(self._lowered, day.span.end, at))
        weeks = self._weeks.get(sentence)
        if weeks is None:
            words = self._lowered[sentence.start : sentence.end]
            told = " qua" in words or " trước" in words or " rồi" in words
            found = _OTHER_WEEK.finditer(self._lowered, sentence.start, sentence.end) if told else ()
            weeks = self._weeks[sentence] = [match.span() for match in found]
        index = bisect_left(weeks, (day.span.end, 0))
        return index < len(weeks) and weeks[index][1] <= at


def find_date(
    document: Document, gathering: Gathering, sentence: Span, dates: Calendar, drafts: Sequence[Draft]
) -> Day | None:
    """Give the day of the gathering that `sentence` tells of, as far as it is known; None if it is not said.

    `drafts` are those met before: "cùng ngày" and "ngay sau hội nghị" take the day of the last one.
    """
    last = next((d.date for d in reversed(drafts) if d.date and not d.planned), None)
    before = last.iso if last else None
    own = _nearest(document, gathering, sentence, dates)
    if own is not None:
        return _near(
            _with_year(own, resolve(own, document.published, document.lowered, before), document, gathering), last
        )
    if drafts:
        opening = document.lowered[sentence.start : gathering.span.start]
        return last if NEXT.match(opening) or _RIGHT_AFTER.match(document.lowered, gathering.name.end) else None
    if _OTHER_TIME.search(document.lowered, sentence.start, gathering.span.start):
        return None
    for neighbour in _lead(document, sentence):
        for date in dates.within(neighbour):
            if _is_day(document, date, neighbour) and not _history(document, date):
                return _with_year(
                    date, resolve(date, document.published, document.lowered, before), document, gathering
                )
    return None


def _near(day: Day | None, last: Day | None) -> Day | None:
    """“Trước đó, sáng 11/5”: in the year of the gathering just told of, if at most a month away."""
    if day is None or last is None or not day.iso.startswith("--") or last.iso.startswith("--"):
        return day
    months = (int(last.iso[5:7]) - int(day.iso[2:4])) % 12
    if len(last.iso) < 10 or months > 1 or (months == 1 and last.iso[5:7] == "01"):
        return day
    return Day(last.iso[:4] + day.iso[1:], day.span)


def _with_year(date: WrittenDate, day: str | None, document: Document, gathering: Gathering) -> Day | None:
    """Take the year from the gathering's own name ("phiên họp đầu năm 2018") where the day has none."""
    if day is None:
        return None
    if not day.startswith("--"):
        return Day(day, date.span)
    name = document.lowered[gathering.span.start : gathering.name.end]
    years = set(_NAMED_YEAR.findall(name))
    told = len(years) == 1 and not _OTHER_YEAR.search(name)
    return Day(years.pop() + day[1:] if told else day, date.span)


_DAY_BESIDE = re.compile(r" (?:(?:diễn ra|tổ chức) )?(?:vào )?(?=hôm (?:qua|nay)|(?:sáng|chiều|tối|ngày|hôm) \d)")


def _nearest(document: Document, gathering: Gathering, sentence: Span, dates: Calendar) -> WrittenDate | None:
    # A day before the phrase in the sentence wins ("Sáng 26-6, … tổ chức hội nghị"), else the first after it.
    best = dates.before(sentence, gathering.span.start)
    if best and dates.of_saying(sentence, best, gathering.span.start):
        best = None
    inner = outcome_of(document, gathering)
    beside = _DAY_BESIDE.match(document.lowered, gathering.name.end) if best and not inner else None
    if best and beside:
        # "Sáng 9-11, … sau hội nghị hôm qua": the day right after its name is its own.
        told = dates.starting(sentence, beside.end(), beside.end() + 9)
        best = next((d for d in told if _is_day(document, d, sentence, gathering)), best)
    if best is None and not inner:
        end = gathering.name.end
        after = dates.starting(sentence, end, end + 160)
        best = next((d for d in after if _is_day(document, d, sentence, gathering)), None)
    if best and (best.shift is not None or best.same):
        for day in dates.starting(sentence, best.span.end - 4, best.span.end + 5):
            named = gathering.span.end <= day.span.start < gathering.name.end
            if day.day is not None and not named and _is_day(document, day, sentence, gathering):
                return day
    return best


def _history(document: Document, date: WrittenDate) -> bool:
    """Is a day in a sentence beside of a year before the last, seen from the report?

    News names its own year seldom: where the day of the report is not known, a day with its year is of history.
    """
    if not date.year:
        return False
    published = (document.published or "")[:4]
    return not published.isdigit() or date.year < int(published) - 1


def _is_day(document: Document, date: WrittenDate, sentence: Span, gathering: Gathering | None = None) -> bool:
    lowered = document.lowered
    begin = max(sentence.start, date.span.start - 60)
    before = lowered[begin : date.span.start]
    if date.day is None and date.shift is None and not date.same:
        return False
    if ("sẽ" in before or "dự kiến" in before) and _EXPECTED.search(before):
        return False
    # It ends in "ngày" and a space: tried where that stands alone.
    cited = _OF_DOCUMENT.search(before) if before[-5:-1] == "ngày" else None
    if (
        cited
        and gathering
        and cited["type"]
        and " số " not in cited.group()
        and gathering.span.start < begin + cited.start() < gathering.name.end
    ):
        cited = None  # "hội nghị tổng kết … và bàn kế hoạch năm 2019 ngày 6/12": of the gathering so named
    if cited or (date.year and _AFTER.match(lowered, date.span.end)):
        return False
    if not _DEADLINE.search(before) or _SPAN_OF_DAYS.search(before):
        return True
    # "Từ ngày 10 đến 12/11, tại Đà Lạt, …" at the head of the sentence: the first of the days.
    heads = date.span.start - sentence.start < 10 and before.startswith("từ ")
    return heads and bool(_RANGE.search(lowered, date.span.start, date.span.end + 12))


def _lead(document: Document, sentence: Span) -> list[Span]:
    """The sentences of the report's beginning and those beside the telling one."""
    body = document.told
    at = bisect_left(body, sentence)
    if at == len(body) or body[at] != sentence:
        at = 0
    return [body[i] for i in dict.fromkeys((at - 1, 0, 1, at + 1)) if 0 <= i < len(body)]
