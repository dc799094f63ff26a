"""To whom a verb belongs: the persons before it (`named_after` reads those listed after it, or introduced by it).

The genre puts the doer on either side: "đồng chí X chủ trì hội nghị", "Chủ trì hội nghị có các đồng chí: X,
post; Y, post", "Phát biểu kết luận hội nghị, đồng chí X …", "dưới sự chủ trì của đồng chí X", "do đồng chí X
chủ trì". A separator never decides where a list ends; a verb does.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from graph.grammar.bodies.organisations import body_at
from graph.grammar.people.persons import Occurrence
from graph.grammar.roles.acts import apposed
from graph.grammar.roles.kin import whose
from graph.grammar.text.cues import key, words_pattern
from graph.grammar.text.normal import UPPER
from graph.mention import Span

_ADVERBS = (
    "là|là người|"
    "đã|cũng|vẫn|còn|đang|đều|lại|luôn|vừa|thì|nay|cùng|từng|trực tiếp|trân trọng|đồng thời|sau đó|tiếp đó|lần lượt|"
    "thay mặt|đại diện|"
    "có bài|đã có bài|đến|tới|về|thừa ủy quyền|tiếp tục|chính thức|đồng|long trọng|vinh dự|đã có|có|lên|được lên|"
    "được mời lên|"
    "ân cần|đích thân|đánh cồng|đánh trống|đánh chiêng|gióng trống|"
    "sáng nay|chiều nay|tối nay|hôm nay|hôm qua|đã thay mặt|nhân dịp này|và các đại biểu|cùng các đại biểu|"
    "cùng đoàn công tác|"
    "cùng các thành viên|và đoàn công tác|cùng lãnh đạo|và các đồng chí lãnh đạo|cùng các đồng chí lãnh đạo"
)
# "sáng 12/5", "vào chiều tối qua", "hôm 12 và 13/5": when.
_DAY = r"\d{1,2}(?:\s?(?:[-,]|và|đến)\s?\d{1,2})?(?:\s?[/-]\s?\d{1,2}(?:\s?[/-]\s?\d{4})?)?"
_HOUR = (
    r"(?:cuối|đầu|giữa|rạng|sớm|giờ|buổi|sáng|trưa|chiều|tối|đêm|khuya|hôm|ngày|nay|qua|kia|cùng ngày|tuần (?:này|qua)|"
    r"thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)"
)
_WHEN = rf"(?:(?:vào|hồi|ngay|trong|ngay trong)\s)?(?:{_HOUR}(?:\s{_HOUR}){{0,3}}(?:\s{_DAY})?|{_DAY})"
# A phrase that may stand between the doer and the verb: where, when, in whose name.
_ASIDE = (
    r"(?:\([^()]{1,40}\)|\s?là (?:người|một trong|cá nhân|tấm gương)\s[^;:\n,]{1,60}?|,?\s?(?:tại|thay mặt|đại diện|"
    r"thừa ủy quyền|nhân danh|cùng|cùng với|và)\s"
    r"(?:(?!\s(?:đã|mà|cho|là|được|sẽ|nghe|rằng|để|bị|khi|chúc|thì)\s)[^;:\n\"]){1,110}?|"
    rf"thay (?:cho )?(?:[^\s,;:.\"]+ ){{0,4}}[^\s,;:.\"]+|{_WHEN})"
)
# A stretch between two persons of one list holds none of these.
_VERBS = re.compile(
    r"(?<!\w)(?:tổ chức|đã|sẽ|để|nhằm|khi|được|cho biết|cho rằng|nói|theo|là|thay mặt|tại|do|nếu|vì|trao|tặng|tiếp|"
    r"gặp|thăm|"
    r"phối hợp|giao|nghe|rằng|như|bị|thì|mà|nhưng|tuy nhiên|của đồng chí|của ông|của bà)(?!\w)"
)
_LISTED = re.compile(
    r'[\s,;:–"-]*(?:(?:và|cùng|với|cùng với|có|còn có|các|hai|ba|đồng|cả|ngoài ra)\s[^\n]{0,150}|[^\n]{0,150})$'
)
_NOT_SUBJECT = re.compile(
    r"(?<!\w)(?:của|thay mặt|thừa ủy quyền|ủy quyền|cho|tặng|theo|gửi|với|tiếp|gặp|chào|thăm|thay|trước)\s(?:các\s)?$"
)
_BY = re.compile(r"(?<!\w)do\s(?:các\s)?$")


@cache
def before_verb() -> re.Pattern[str]:
    """What may stand between a doer and the verb."""
    adverb = words_pattern(key(w) for w in _ADVERBS.split("|")).pattern
    return re.compile(rf"[\s,\"-]*(?:{_ASIDE}[,\s]*)?(?:{adverb}[\s,]+(?:và\s)?)*(?:{_ASIDE}\s)?(?:{adverb}[\s,]+)*$")


@dataclass(frozen=True, slots=True)
class Clause:
    """The stretch in which a verb looks for its doers: a sentence with the persons in it.

    `stops` are sorted offsets of verbs with a doer of their own: a list does not run past them, `own` excepted.
    """

    folded: str
    lowered: str
    span: Span
    persons: Sequence[Occurrence]
    stops: Sequence[int]
    own: int = -1

    def before(self, offset: int) -> Occurrence | None:
        """The last person mentioned before `offset`."""
        at = bisect_left(self.persons, offset, key=lambda o: o.span.start) - 1
        return self.persons[at] if at >= 0 and self.persons[at].span.end <= offset else None

    def around(self, offset: int) -> Occurrence | None:
        """The person whose mention holds `offset`."""
        at = bisect_left(self.persons, offset, key=lambda o: o.span.start) - 1
        return self.persons[at] if at >= 0 and offset < self.persons[at].span.end else None

    def index(self, occurrence: Occurrence) -> int:
        """The place of a mention among `persons`."""
        return bisect_left(self.persons, occurrence.span.start, key=lambda o: o.span.start)

    def stopped(self, start: int, end: int) -> bool:
        """Does another verb with a doer of its own stand between two offsets?"""
        stop = self.next_stop(start)
        return stop is not None and stop < end

    def next_stop(self, offset: int) -> int | None:
        """Where the first other verb with a doer of its own stands, at or after `offset`."""
        at = bisect_left(self.stops, offset)
        while at < len(self.stops) and self.stops[at] == self.own:
            at += 1
        return self.stops[at] if at < len(self.stops) else None

    def after(self, offset: int) -> Occurrence | None:
        """The first person mentioned at or after `offset`."""
        at = bisect_left(self.persons, offset, key=lambda o: o.span.start)
        return self.persons[at] if at < len(self.persons) else None


def subjects(clause: Clause, verb: Span, *, among: bool = False) -> list[Occurrence]:
    """The persons who stand before the verb as its doers, in the order of the text.

    `among`: the list may go on with others who have no name ("A, B và các đồng chí nguyên … đã tới dự").
    """
    last = clause.before(verb.start)
    if last is None:
        return []
    other = _STAND_IN.search(clause.lowered, max(clause.span.start, last.span.start - 30), last.span.start)
    if other:
        # "Ông A thay Thủ tướng B chủ trì": A does, if nothing else stands between.
        one = clause.before(other.start())
        replaces = one and before_verb().match(clause.lowered, one.span.end, other.start())
        return _back_from(clause, one) if one and replaces and _before(clause, last, verb) else []
    kin = whose(clause.lowered, last.span.start)
    if kin >= 0:
        # "Bà B, vợ ông A, đã đến dự": B did.
        one = clause.before(kin)
        beside = one and clause.lowered[one.span.end : kin] in (", ", " - ", " (") and _before(clause, last, verb)
        return _back_from(clause, one) if one and beside else []
    if not (
        _reaches(clause, last.span.start, last.span.end, verb.start)
        or (among and _others(clause, last.span.end, verb.start))
        or _goes_there(clause, last.span.end, verb.start)
    ):
        return []
    return _back_from(clause, last)


def _before(clause: Clause, last: Occurrence, verb: Span) -> bool:
    return before_verb().match(clause.lowered, last.span.end, verb.start) is not None


# "Thay mặt Thủ tướng phát biểu khai mạc, Phó Thủ tướng …": the one named first did not.
_STAND_IN = re.compile(
    r"(?<!\w)(?:thay mặt|thừa ủy quyền|ủy quyền|nhân danh|thay|thay quyền|đại diện)\s(?:cho\s|của\s)?$"
)


def _goes_there(clause: Clause, end: int, verb: int) -> bool:
    """“Thủ tướng đã về Hưng Yên dự lễ …”: does nothing but the way there stand between a person and the verb?"""
    if verb - end >= 110 or clause.stopped(end, verb):
        return False
    way = _WAY.fullmatch(clause.lowered, end, verb)
    # Only a place may be on the way, no other verb: "xuống Hà Nội khiếu kiện người tham dự …".
    if way is None or clause.lowered.endswith(("và ", "và đã ", "để "), end, verb):
        return way is not None
    return _PLACE.fullmatch(clause.folded, *way.span("place")) is not None


_WAY = re.compile(
    rf"(?:\s(?:đã|vừa|cũng|lại|trực tiếp|đích thân|{_WHEN}))*,?\s(?:tới|đến|về|sang|ra|vào|lên|"
    r"xuống|có mặt (?:tại|ở))\s"
    r"(?P<place>(?:(?!(?:thăm|để|làm|là|cho|khi|mà|rằng|được|bị|sẽ|không|chưa|nay|lúc|tháng|năm|chuẩn)\s)"
    r"[^\s,;:.\n\"()]+\s){1,8}?)"
    r"(?:để\s|và\s|và đã\s)?"
)
_PLACE = re.compile(
    rf"(?:(?:[{UPPER}\d]\S*|tỉnh|thành phố|huyện|xã|thị xã|thị trấn|quận|phường|bang|nước|thủ đô|cố đô|đảo|"
    r"huyện đảo|vùng|miền|khu|bản|thôn|ấp|buôn|làng|quê|quê nhà|địa phương|cơ sở|trường|hội trường|trụ sở|nhà máy|"
    rf"đây|đó|này|trung tâm|sân bay|cảng|đồn|biên giới|nơi|tận|cùng|{_WHEN}|và)\s)+"
)


def visitors(clause: Clause, verb: Span) -> list[Occurrence]:
    """The persons of "ông A đã đến thăm, tặng quà và làm việc với …": another verb of the journey comes first."""
    last = clause.before(verb.start)
    if last is None or not _VISITS.fullmatch(clause.lowered, last.span.end, verb.start):
        return []
    return _back_from(clause, last)


_VISITS = re.compile(
    rf",?(?:\s(?:đã|vừa|cũng|{_WHEN}))*\s(?:(?:đến|tới|về|lên|xuống|sang|đi)\s)?(?:thăm|kiểm tra|"
    r"khảo sát|thị sát|chúc tết|dâng hương|động viên|dẫn đầu đoàn|cùng đoàn|và đoàn)"
    r"(?:(?!\s(?:sẽ|rằng|mà|bị)\s)[^;:.\n\"]){0,140}?"
    r"(?:,| và| đã| đến| về)\s(?:đã\s)?(?:có\s)?(?:buổi\s|cuộc\s)?"
)


def _others(clause: Clause, end: int, verb: int) -> bool:
    """Does a list go on from a person to the verb with people who are not named?"""
    gap = clause.lowered[end:verb]
    if len(gap) > 420 or clause.stopped(end, verb):
        return False
    return bool(_COLLECTIVE.match(gap)) and not OWN_VERB.search(gap)


_COLLECTIVE = re.compile(
    r"\s?[,;]?\s?(?:và|cùng|cùng với|với)?\s?(?:các|đại diện|lãnh đạo|đông đảo|nhiều|hơn|gần|trên|\d)"
)
OWN_VERB = re.compile(
    r"(?<!\w)(?:sẽ|cho biết|nói|được|bị|yêu cầu|đề nghị|nhấn mạnh|khẳng định|để|khi|vì|nếu|rằng|"
    r"giao(?! ước| ban| thông| lưu)|(?<!khách )mời|"
    r"theo|sau khi|trước khi|phát biểu)(?!\w)"
)


def _reaches(clause: Clause, first: int, end: int, verb: int) -> bool:
    """Does nothing but adverbs, or the rest of a post, stand between a person and the verb?"""
    if before_verb().match(clause.lowered, end, verb):
        return True
    if apposed(clause.lowered, Span(first, end), verb) and not clause.stopped(end, verb):
        return True
    if year := _YEAR.match(clause.lowered, end, verb):
        end = year.end()  # "Trưởng Ban Tổ chức Festival 2019, sáng 3/4 chủ trì …"
    gap = clause.folded[end:verb]
    if len(gap) > 150 or clause.stopped(end, verb):
        return False
    named_by = len(gap) < 70 and _named_by(clause, first)
    if named_by and gap.startswith((", ", " - ")) and not _FINITE.search(gap) and ";" not in gap:
        return True
    if gap.startswith((", ", " - ", " và ")) and gap == gap.lower() and not _FINITE.search(gap) and ";" not in gap:
        return True
    if gap.startswith(", "):
        body = body_at(clause.folded[end:verb], clause.lowered[end:verb], 2)
        return body is not None and bool(before_verb().match(clause.lowered, end + body.end, verb))
    return False


_YEAR = re.compile(r" (?:nhiệm kỳ )?(?:19|20)\d\d(?:\s?-\s?20\d\d)?(?= |,)")


def _named_by(clause: Clause, first: int) -> bool:
    """Does the list that ends with the person at `first` follow "do": "do bà A, post và ông B, post chủ trì"?"""
    chain = _back_from(clause, clause.persons[bisect_left(clause.persons, first, key=lambda o: o.span.start)])
    return bool(_BY.search(clause.lowered[max(clause.span.start, chain[0].span.start - 8) : chain[0].span.start]))


# Verbs that would have a doer of their own between a person and the verb.
_FINITE = re.compile(
    r"(?<!\w)(?:sẽ|là|cho|nói|được|bị|yêu cầu|đề nghị|cho biết|nhấn mạnh|khẳng định|do|để|khi|vì|nếu|rằng|giao|mời|"
    r"theo|sau|trước|từ|đến|tại|với|của)(?!\w)"
)


def given_to(clause: Clause, verb: Span) -> list[Occurrence]:
    """The persons of "A và 5 cá nhân được Chủ tịch UBND tỉnh tặng …": those before "được", not the giver."""
    last = clause.before(verb.start)
    while last is not None:
        gap = clause.lowered[last.span.end : verb.start]
        if _GIVEN.match(gap):
            return _back_from(clause, last)
        if not clause.lowered.endswith("được ", clause.span.start, last.span.start):
            return []
        last = clause.before(last.span.start)
    return []


_GIVEN = re.compile(
    r"[\s,]*(?:(?:và|cùng)\s[^;:,\n]{1,60}\s)?(?:đã\s|cũng\s|vinh dự\s)*"
    r"được\s(?!mời|ủy quyền|giao|phân công)[^;:\n]{0,110}$"
)


def _back_from(clause: Clause, last: Occurrence) -> list[Occurrence]:
    found = [last]
    at = clause.index(last)
    while at > 0:
        first, previous = clause.persons[at], clause.persons[at - 1]
        head = clause.lowered[max(clause.span.start, first.span.start - 8) : first.span.start]
        if _BY.search(head) or not listed(clause, previous, first):
            break
        found.append(previous)
        at -= 1
    # "Thay mặt đồng chí A, đồng chí B …": A is not a doer.
    while len(found) > 1 and _NOT_SUBJECT.search(
        clause.lowered, max(clause.span.start, found[-1].span.start - 30), found[-1].span.start
    ):
        found.pop()
    return found[::-1]


def listed(clause: Clause, left: Occurrence, right: Occurrence) -> bool:
    """Does the second of two persons go on with a list of doers?"""
    gap = clause.lowered[left.span.end : right.span.start]
    if _TOGETHER.fullmatch(gap):
        return True
    if len(gap) > 160 or not _LISTED.match(gap) or _VERBS.search(gap) or _NOT_SUBJECT.search(gap):
        return False
    return not clause.stopped(left.span.end, right.span.start)


# "ông A đã cùng bà B chủ trì"
_TOGETHER = re.compile(rf",?(?:\s(?:đã|vừa|cũng|sau đó|trực tiếp|{_WHEN}))*\scùng\s(?:với\s)?(?:các\s)?")
