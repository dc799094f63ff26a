"""Who is named after a verb: "Chủ trì hội nghị có các đồng chí …", "Phát biểu kết luận, ông A …", "… của A và B".

A list runs until another verb has a doer of its own; of many who came, those are given who are named.
"""

import re

from graph.grammar.people.persons import Occurrence
from graph.grammar.roles.clauses import OWN_VERB, Clause, listed
from graph.grammar.roles.kin import whose
from graph.mention import Span

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
# "nhiều lãnh đạo, trong đó có ông A": some of those who are counted are named.
MANY = (
    r"(?:(?:sự\s)?(?:tham gia|tham dự|hiện diện|góp mặt|có mặt)\scủa\s)?"
    r"(?:(?:hơn|gần|khoảng|trên|nhiều|các|đông đảo|hàng|trăm|nghìn|chục|toàn bộ|một số|\d[\d.]*)\s){1,3}"
    r"(?:đại biểu|đại diện|lãnh đạo|chuyên gia|nhà|nghị sĩ|khách|quan chức|doanh nhân|diễn giả|người|vị|nguyên thủ|"
    r"bộ trưởng|ngoại trưởng|cán bộ|học giả|thành viên|đồng chí|tướng lĩnh|chính khách|nghệ sĩ|luật sư|bác sĩ|giáo sư)"
    r"(?:(?!\s(?:bị|vi phạm|sai phạm|được|vắng|không|sẽ)\s)[^;:.\n\"]){0,160}?"
)
AMONG_THEM = (
    r"(?:,| -)? (?:trong đó có|trong số đó có|trong đó gồm|gồm cả|bao gồm|bao gồm cả|kể cả|như|tiêu biểu là|"
    r"đáng chú ý là)"
    r"(?:\s(?:cả|các|hai|ba))?(?:\s(?:đồng chí|đ/c|ông, bà|ông|bà|vị))?\s?:?\s?"
)


def listed_after(clause: Clause, verb: Span) -> list[Occurrence]:
    """The persons listed after "chủ trì hội nghị có", "Cùng dự có", "Về phía tỉnh có:"."""
    first = clause.after(verb.end)
    if first is None:
        return []
    between = clause.lowered[verb.end : first.span.start]
    if _ALONG_WITH.fullmatch(between) and clause.index(first) + 1 < len(clause.persons):
        # "Cùng điều hành với ông A có bà B": both.
        other = clause.persons[clause.index(first) + 1]
        if _HAS.fullmatch(clause.lowered, first.span.end, other.span.start):
            return [first, *listed_from(clause, other)]
    if clause.lowered.endswith("có mặt", verb.start, verb.end) and between in (" ", " các "):
        return listed_from(clause, first)
    match = _HAVE.match(between)
    if not match or _cut(match["rest"]) or clause.stopped(verb.end, first.span.start):
        return []
    if (
        _DENIED.search(match["object"])
        or OWN_VERB.search(match["object"])
        or _ENDED.search(match["object"])
        or '"' in match["object"]
    ):
        return []
    return listed_from(clause, first)


_DENIED = re.compile(r"(?<!\w)(?:không|chưa|chẳng|chả)(?: phải| hề| còn| thể)?$")  # "… không phải là ông A"
_ALONG_WITH = re.compile(r"\s(?:với|cùng|cùng với)\s(?:các\s)?")
_HAS = re.compile(
    r"(?:,?\s(?:tại|trong|ở)\s[^,;:.\n\"]{2,60}?)?,?\s(?:còn\s|cũng\s)?(?:có|là|gồm)(?:\s(?:các|hai|thêm))?:?\s"
)


def _cut(rest: str) -> bool:
    """Has a new clause begun before the first name?"""
    return bool(_NEW_CLAUSE.search(rest))


_NEW_CLAUSE = re.compile(
    r"(?<!\w)(?:đã|sẽ|cho biết|để|nhằm|theo|do|bàn về|nói về|người (?:thay|từng|kế nhiệm|tiền nhiệm|đã|bị)|"
    r"từng (?!là|giữ|đảm|làm|công)|tố cáo|phê bình|chỉ trích|vụ án)(?!\w)|"
    r"(?<!\w)(?:thay|thay cho|thay thế|kế nhiệm|kiện|tố|gặp|về|cùng quê với|cùng lớp với) $"
)


def listed_from(clause: Clause, first: Occurrence) -> list[Occurrence]:
    """The persons of a list that begins with `first`."""
    found = [first]
    at = clause.index(first)
    for following in clause.persons[at + 1 :]:
        gap = clause.lowered[found[-1].span.end : following.span.start]
        chair = _CHAIR_OF_LIST.match(gap)
        if clause.stopped(found[-1].span.end + (chair.end() if chair else 0), following.span.start):
            break
        if len(gap) > 420 or _cut(gap) or gap.endswith("của ") or acts_next(clause, gap, following):
            break
        if _OTHER_PART.search(gap) or whose(clause.lowered, following.span.start) >= 0:
            break
        found.append(following)
    return found


def listed_as_example(clause: Clause, first: Occurrence) -> list[Occurrence]:
    """Give the persons of a list, none where "như" opens a clause about them: "…, như ông A mong đợi"."""
    found = listed_from(clause, first)
    start = clause.span.start
    if found and clause.lowered.endswith(_SUCH_AS, start, first.span.start):
        return found if _LIST_ENDS.match(clause.lowered, found[-1].span.end) else []
    return found


_SUCH_AS = ("như ", "như các ", "như: ", "như đồng chí ", "như các đồng chí ")
_LIST_ENDS = re.compile(
    r"\s?(?:$|[.;:()\n\"-]|(?:và|cùng) |,(?! (?:\w+ )?(?:"
    r"mong|nói|yêu cầu|đề nghị|cho biết|hứa|muốn|kỳ vọng|dự kiến|từng)))"
)
_OTHER_PART = re.compile(r"(?<!\w)(?:thư ký|dẫn chương trình|phiên dịch|vắng mặt)(?: \w+){0,3} (?:là|do|có) ")
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


def some_of_them(clause: Clause, verb: Span) -> list[Occurrence]:
    """The persons of "hơn 200 đại biểu tham dự hội nghị, trong đó có A và B"."""
    first = clause.after(verb.end)
    if first is None or first.span.start - verb.end > 120 or clause.stopped(verb.end, first.span.start):
        return []
    if not AMONG_WHO_CAME.fullmatch(clause.lowered, verb.end, first.span.start):
        return []
    counted = _MANY_CAME.search(clause.lowered, max(clause.span.start, verb.start - 160), verb.end)
    return listed_as_example(clause, first) if counted else []


# Between "tham dự" and "trong đó có": nothing those who came do ("… đã phê bình nhiều cán bộ, như ông A").
_WHERE_TO = (
    r"(?:(?!\s(?:đã|sẽ|bị|được|không|chưa|cho|nghe|là|nói|kể|yêu cầu|đề nghị|phê bình|chỉ trích|tố cáo|bầu|gặp|nhắc|"
    r"phản đối|kiến nghị)\s)[^,;:.\n\"]){2,70}?"
)
AMONG_WHO_CAME = re.compile(rf"(?:(?=\s){_WHERE_TO})?{AMONG_THEM}")
_MANY_CAME = re.compile(rf"(?<!\w){MANY}\s?$")
_OF_MANY = re.compile(rf"\scủa\s{MANY}{AMONG_THEM}")


def of_agent(clause: Clause, verb: Span) -> list[Occurrence]:
    """The persons of "dưới sự chủ trì của A, post và B, post"."""
    first = clause.after(verb.end)
    if first is not None and _BODY_OF.fullmatch(clause.lowered, verb.end, first.span.start):
        return listed_from(clause, first)
    if first is not None and _OF_MANY.fullmatch(clause.lowered, verb.end, first.span.start):
        return listed_as_example(clause, first)
    if first is None or not _OF.match(clause.lowered, verb.end, first.span.start):
        return []
    found = [first]
    at = clause.index(first)
    for following in clause.persons[at + 1 :]:
        gap = clause.lowered[found[-1].span.end : following.span.start]
        if _AND_OF.fullmatch(gap):
            found.append(following)
            continue
        if not listed(clause, found[-1], following) or acts_next(clause, gap, following) or _OTHERS.search(gap):
            break
        found.append(following)
    return found
