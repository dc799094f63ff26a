"""To whom a verb belongs: the persons before it, those listed after it, or the one it introduces.

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
from graph.grammar.text.cues import key, words_pattern
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
# A phrase that may stand between the doer and the verb: where, when, in whose name.
_ASIDE = (
    r"(?:\([^()]{1,40}\)|\s?là (?:người|một trong|cá nhân|tấm gương)\s[^;:\n,]{1,60}?|,?\s?(?:tại|thay mặt|đại diện|"
    r"thừa ủy quyền|nhân danh|cùng|cùng với|và)\s"
    r"(?:(?!\s(?:đã|mà|cho|là|được|sẽ|nghe|rằng|để|bị|khi|chúc|thì)\s)[^;:\n\"]){1,110}?|"
    r"(?:sáng|chiều|tối|trưa|hôm)?\s?(?:ngày\s)?\d{1,2}\s?[/-]\s?\d{1,2}(?:\s?[/-]\s?\d{4})?)"
)
# A stretch between two persons of one list holds none of these.
_VERBS = re.compile(
    r"(?<!\w)(?:tổ chức|đã|sẽ|để|nhằm|khi|được|cho biết|cho rằng|nói|theo|là|thay mặt|tại|do|nếu|vì|trao|tặng|tiếp|"
    r"gặp|thăm|"
    r"phối hợp|giao|nghe|rằng|như|bị|thì|mà|của đồng chí|của ông|của bà)(?!\w)"
)
_LISTED = re.compile(
    r'[\s,;:–"-]*(?:(?:và|cùng|với|cùng với|có|còn có|các|hai|ba|đồng|cả|ngoài ra)\s[^\n]{0,150}|[^\n]{0,150})$'
)
_NOT_SUBJECT = re.compile(
    r"(?<!\w)(?:của|thay mặt|thừa ủy quyền|ủy quyền|cho|tặng|theo|gửi|với|tiếp|gặp|chào|thăm|thay|trước)\s(?:các\s)?$"
)
_BY = re.compile(r"(?<!\w)do\s(?:các\s)?$")
_HAVE = re.compile(
    r"(?P<object>[^\n]{0,260}?)(?:(?:^|[\s,])(?:còn\s|cũng\s|gồm\s|đều\s|chính\s)?(?:có|là|gồm)"
    r"(?:\s(?:sự\s)?(?:tham dự|tham gia|hiện diện|"
    r"có mặt|góp mặt)\scủa)?"
    r"(?=[\s:])|:)(?P<rest>[^\n]{0,260}|:?\s*\n[^\n]{0,12})$"
)
_COMMA = re.compile(
    r"(?P<occasion>[^;:\n]{0,260}?),\s?(?P<rest>(?:(?:thay mặt|thừa ủy quyền|đại diện|"
    r"nhân danh)\s[^;:\n]{1,160},\s)?)$"
)
_OF = re.compile(r"\s(?:của|là|bởi)\s?(?:các\s|hai\s)?(?:đồng chí|đ/c|ông, bà|ông|bà|vị)?\s?:?\s?$")


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
    if _STAND_IN.search(clause.lowered, max(clause.span.start, last.span.start - 30), last.span.start):
        return []
    if not _reaches(clause, last.span.start, last.span.end, verb.start) and not (
        among and _others(clause, last.span.end, verb.start)
    ):
        return []
    return _back_from(clause, last)


# "Thay mặt Thủ tướng phát biểu khai mạc, Phó Thủ tướng …": the one named first did not.
# "con gái cả của Tổng thống đã phát biểu": another one.
_STAND_IN = re.compile(
    r"(?<!\w)(?:(?:thay mặt|thừa ủy quyền|ủy quyền|nhân danh)\s(?:của\s)?|"
    r"(?:con gái|con trai|con gái cả|ái nữ|vợ|chồng|phu nhân|trợ lý|luật sư|thư ký|cố vấn)\scủa\s)$"
)


def _others(clause: Clause, end: int, verb: int) -> bool:
    """Does a list go on from a person to the verb with people who are not named?"""
    gap = clause.lowered[end:verb]
    if len(gap) > 420 or clause.stopped(end, verb):
        return False
    return bool(_COLLECTIVE.match(gap)) and not _OWN_VERB.search(gap)


_COLLECTIVE = re.compile(
    r"\s?[,;]?\s?(?:và|cùng|cùng với|với)?\s?(?:các|đại diện|lãnh đạo|đông đảo|nhiều|hơn|gần|trên|\d)"
)
_OWN_VERB = re.compile(
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
        if _BY.search(head) or not _listed(clause, previous, first):
            break
        found.append(previous)
        at -= 1
    # "Thay mặt đồng chí A, đồng chí B …": A is not a doer.
    while len(found) > 1 and _NOT_SUBJECT.search(
        clause.lowered, max(clause.span.start, found[-1].span.start - 30), found[-1].span.start
    ):
        found.pop()
    return found[::-1]


def _listed(clause: Clause, left: Occurrence, right: Occurrence) -> bool:
    gap = clause.lowered[left.span.end : right.span.start]
    if len(gap) > 160 or not _LISTED.match(gap) or _VERBS.search(gap) or _NOT_SUBJECT.search(gap):
        return False
    return not clause.stopped(left.span.end, right.span.start)


def listed_after(clause: Clause, verb: Span) -> list[Occurrence]:
    """The persons listed after "chủ trì hội nghị có", "Cùng dự có", "Về phía tỉnh có:"."""
    first = clause.after(verb.end)
    if first is None:
        return []
    between = clause.lowered[verb.end : first.span.start]
    if _ALONG_WITH.fullmatch(between) and clause.index(first) + 1 < len(clause.persons):
        # "Cùng điều hành với ông có bà B": those who follow.
        first = clause.persons[clause.index(first) + 1]
        between = clause.lowered[clause.persons[clause.index(first) - 1].span.end : first.span.start]
    if clause.lowered.endswith("có mặt", verb.start, verb.end) and between in (" ", " các "):
        return listed_from(clause, first)
    match = _HAVE.match(between)
    if not match or _cut(match["rest"]) or clause.stopped(verb.end, first.span.start):
        return []
    if _OWN_VERB.search(match["object"]) or _ENDED.search(match["object"]) or '"' in match["object"]:
        return []
    return listed_from(clause, first)


_ALONG_WITH = re.compile(r"\s(?:với|cùng|cùng với)\s(?:các\s)?")


def _cut(rest: str) -> bool:
    """Has a new clause begun before the first name?"""
    return bool(re.search(r"(?<!\w)(?:đã|sẽ|cho biết|để|nhằm|theo|do)(?!\w)", rest))


def listed_from(clause: Clause, first: Occurrence) -> list[Occurrence]:
    """The persons of a list that begins with `first`."""
    found = [first]
    at = clause.index(first)
    for following in clause.persons[at + 1 :]:
        gap = clause.lowered[found[-1].span.end : following.span.start]
        chair = _CHAIR_OF_LIST.match(gap)
        if clause.stopped(found[-1].span.end + (chair.end() if chair else 0), following.span.start):
            break
        if len(gap) > 420 or _cut(gap) or _FAMILY_OF.search(gap) or acts_next(clause, gap, following):
            break
        found.append(following)
    return found


# "Về phía Bộ có Thứ trưởng A, chủ trì hội thảo; Cục trưởng B": the list goes on.
_CHAIR_OF_LIST = re.compile(
    r",? (?:và )?(?:là )?(?:người )?(?:đồng |cùng )?chủ trì(?: (?:hội|cuộc|buổi|phiên|lễ)[^,;.:]{0,24})?; "
)
_AND_OF = re.compile(r"(?:;|,| và|, và| cùng) của (?:các )?")  # "phần chia sẻ của ông A; của chị B"


def acts_next(clause: Clause, gap: str, occurrence: Occurrence) -> bool:
    """Does a person after ";" have a verb of their own right behind: "…; Bộ trưởng B khai mạc"?"""
    stop = clause.next_stop(occurrence.span.end)
    return ";" in gap and stop is not None and stop - occurrence.span.end < 12


_ENDED = re.compile(r"(?<!\w)(?:đã|sẽ|cho biết|nói|nhấn mạnh|cho rằng)(?!\w)")
_FAMILY_OF = re.compile(r"(?<!\w)(?:gia đình|vợ|con|thân nhân|của)\s$")


def introduced(clause: Clause, verb: Span) -> list[Occurrence]:
    """The person of "Phát biểu kết luận hội nghị, (thay mặt …,) đồng chí X": after the comma."""
    first = clause.after(verb.end)
    if first is None:
        return []
    between = clause.lowered[verb.end : first.span.start]
    match = _COMMA.match(between)
    if (
        not match
        or _ENDED.search(match["occasion"])
        or between.count('"') % 2
        or clause.stopped(verb.end, first.span.start)
    ):
        return []
    found = [first]
    at = clause.index(first)
    for following in clause.persons[at + 1 :]:
        if not re.fullmatch(
            r"\s?,?\s?(?:và|cùng)\s(?:các\s)?", clause.lowered[found[-1].span.end : following.span.start]
        ):
            break
        found.append(following)
    return found


# "dưới sự chủ trì của A và sự tham gia của B"
_OTHERS = re.compile(r"(?<!\w)(?:tham gia|tham dự|có mặt|chứng kiến|góp mặt) của(?!\w)")


# "dưới sự chủ trì của Thường trực Huyện ủy gồm các đồng chí: A, post; B, post"
_BODY_OF = re.compile(
    r"\s(?:của|bởi)\s(?:đoàn|ban|thường trực|bàn|tổ|hội đồng|ủy ban|đảng ủy)(?!\w)[^,;:.\n\"]{0,60}?,?\s(?:gồm|gồm có)"
    r"(?:\s(?:các|hai|ba|bốn))?(?:\s(?:đồng chí|đ/c|ông, bà|ông|bà|vị))?\s?:?\s?"
)


def of_agent(clause: Clause, verb: Span) -> list[Occurrence]:
    """The persons of "dưới sự chủ trì của A, post và B, post"."""
    first = clause.after(verb.end)
    if first is not None and _BODY_OF.fullmatch(clause.lowered, verb.end, first.span.start):
        return listed_from(clause, first)
    if first is None or not _OF.match(clause.lowered, verb.end, first.span.start):
        return []
    found = [first]
    at = clause.index(first)
    for following in clause.persons[at + 1 :]:
        gap = clause.lowered[found[-1].span.end : following.span.start]
        if _AND_OF.fullmatch(gap):
            found.append(following)
            continue
        if not _listed(clause, found[-1], following) or acts_next(clause, gap, following) or _OTHERS.search(gap):
            break
        found.append(following)
    return found
