"""Whose a cue is: the words before it, the list after it, or the doer of the verb it follows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from graph.grammar.gatherings.setting_out import set_out
from graph.grammar.people.persons import Occurrence
from graph.grammar.roles.acts import of_paper
from graph.grammar.roles.clauses import Clause, given_to, subjects
from graph.grammar.roles.named_after import acts_next, introduced, listed_after, listed_from, of_agent, some_of_them
from graph.grammar.text.cues import Cue
from graph.grammar.text.normal import UPPER
from graph.mention import Span

# Who somebody is by what they do: no post, and no part of the mention.
_CALLING = (
    r"(?:em|cháu|anh|chị|cô|thầy|cụ|mẹ|ngư dân|nông dân|công nhân|chiến sĩ|học sinh|sinh viên|vận động viên|nghệ nhân|"
    r"nghệ sĩ|bác sĩ|điều dưỡng|y sĩ|dược sĩ|nhà giáo|nhà báo|nhà văn|cô giáo|thầy giáo|già làng|trưởng bản|"
    r"trưởng thôn|thuyền trưởng|tài xế|kỹ sư|luật sư|cựu chiến binh|gia đình)\s"
)
_TO = re.compile(
    r"(?<!\w)(?:cho|tặng|tới|đến|trong đó có|gồm|là)\s(?:các\s|hai\s)?"
    rf"(?:đồng chí\s|ông\s|bà\s|(?!gia đình){_CALLING})?:?\s?$"
)

# "cho 2 tập thể và già làng Y Ngông Mlô"
_AND_TO = re.compile(
    r"(?<!\w)(?:cho|tặng)\s[^.;:]{0,60}?(?:tập thể|cá nhân|gia đình|hộ|đơn vị|công ty|hợp tác xã|đồn|ủy ban|hội|trường|"
    r"sở|phòng|ban|đội|xã|phường|thôn|bản|bệnh viện|bvđk|khoa|viện|cục|trung tâm|công an|câu lạc bộ|clb|chi bộ|đảng bộ|"
    r"ngân hàng|tập đoàn|báo|đài|nhóm|làng|khu phố|trạm|trung đoàn|lữ đoàn)(?!\w)"
    r"(?:(?!\s(?:của|do|bởi|từ)\s)[^.;:]){0,60}(?:\svà|,)\s(?:các\s)?$"
)
_NOT_RECIPIENT = re.compile(r"(?<!\w)(?:gia đình|vợ|con|thân nhân|cháu|mẹ|bố|của|do|thay mặt)\s(?:các\s)?$")

# "mời Tổng Bí thư chỉ đạo hội nghị": what somebody is asked to do is not done.
_ASKED = re.compile(
    r"(?<!\w)(?:sẽ được|sẽ do|mời|đề nghị|giao|phân công|yêu cầu|kính mời|cử|ủy quyền|nếu|giá như|mong|mong muốn|muốn|"
    r"chờ|đợi|hy vọng|kiến nghị|đề xuất|lẽ ra|đáng lẽ|đáng ra|xin|nhờ|(?:phủ nhận|bác bỏ)(?: việc| chuyện| tin)?)\s"
    r"(?:cho\s)?(?:các\s)?$"
)

_HEAD = re.compile(
    r"(?:^|[.;:\n*]|\)\s|\s-)\s*(?:(?:ngày|sáng|chiều|tối|trưa|hôm|tại|trong|trước|sau|theo|cùng|thay mặt|nhân|tiếp|"
    r"về|đến|tới|vào|"
    r"mở đầu|kết thúc|khép lại|bắt đầu|"
    r"khi|qua|bên cạnh|ngoài|mới đây|đầu|cuối|thực hiện|để|với|dịp|từ|cũng|thứ|phía|bên|\()"
    r"[^;:\n]{0,200},\s|,\s)?(?:cùng\s|"
    r"tham gia\s|đến\s|tới\s|về\s|cũng\s|trực tiếp\s|"
    r"dự,?\s(?:và\s)?|đồng\s|còn\s|trước đó,\s|"
    r"tham dự,?\s(?:và\s)?|đến dự,?\s(?:và\s)?|tới dự,?\s(?:và\s)?|tại hội nghị,?\s|tại buổi lễ,?\s|nhân dịp này,\s|"
    r"chủ trì\s|phát biểu\s|và\s|khách mời\s|trong\s|tại\s|mở đầu\s|bài phát biểu\s|trong bài phát biểu\s|"
    r"mở đầu (?:hội nghị|buổi lễ|cuộc họp|phiên họp|hội thảo|buổi làm việc|đại hội|kỳ họp)\s|"
    r"trong bài\s|hai\s|ba\s|chính\s|trên\s|ngồi\s|ngồi ở\s|"
    r"trực tiếp ngồi\s|người\s|các\s|số\s|trong số\s|những\s|cá nhân\s|điển hình\s|lên\s|bước lên\s|"
    r"(?:trên|với|trong|ở) (?:cương vị|vai trò|tư cách|vị trí) (?:là |của |người )*|đứng lên\s|"
    r"(?:các\s)?(?:vị\s)?đại biểu (?:cấp trên|khách|tỉnh|huyện|trung ương)\s)*$"
)

_CHAIN = re.compile(
    r"(?:,|;|\svà|\sđồng thời|\scũng|\srồi)\s*(?:đã\s|cũng\s|đến\s|có\s|trực tiếp\s|đồng thời\s|đồng thời đã\s|"
    r"thay mặt [^,;.]{2,60}\s)*$"
)


def find_doers(
    clause: Clause, verb: Span, previous: tuple[Span, list[Occurrence]] | None, cue: Cue
) -> tuple[list[Occurrence], str]:
    """Give the persons whose cue it is, and how the words say so.

    Args:
        clause: the sentence with its persons.
        verb: the cue.
        previous: the cue before it with its doers, for "dự và trao quà".
        cue: what the cue means.

    Returns:
        The doers in the order of the text and the rule: "subject", "list" (after "có"), "introduced" (after
        the comma), "agent" ("dưới sự … của"), "given" (who is handed an award in the passive) or "joined"
        (the doers of the cue before); none and "".
    """
    lowered = clause.lowered
    holder = clause.around(verb.start)
    if holder is not None:
        # Part of a post ("Trưởng Ban Chỉ đạo"), except in "do ông X, post, làm trưởng đoàn".
        return ([holder], "subject") if cue.phrase in ("làm trưởng đoàn", "dẫn đầu") else ([], "")
    of_what = bool(re.search(r"(?<!\w)sự\s(?:đồng\s)?$", lowered[max(clause.span.start, verb.start - 10) : verb.start]))
    if cue.phrase.startswith("sự "):
        agents = of_agent(clause, verb)
        with_them = lowered.endswith(("với ", "có ", "cùng ", "trước ", "và "), clause.span.start, verb.start)
        opens = verb.start == clause.span.start and agents and lowered.startswith(_AT, agents[-1].span.end)
        return (agents, "agent") if with_them or opens else ([], "")
    if of_what:
        there = cue.role == "chair" or re.search(
            r"(?<!\w)(?:có|với|cùng|trước|dưới) sự\s$", lowered[max(clause.span.start, verb.start - 12) : verb.start]
        )
        return (of_agent(clause, verb), "agent") if cue.role in ("chair", "attend") and there else ([], "")
    if cue.phrase == "chủ tọa":
        chair = clause.after(verb.end)
        if chair and _CHAIR_IS.fullmatch(lowered, verb.end, chair.span.start):
            return [chair], "introduced"
    if (cue.phrase == "có mặt" and _THERE.fullmatch(lowered, clause.span.start, verb.start)) or (
        cue.role in ("speak", "report")
        and _COLON.match(lowered, verb.end)
        and _SEVERAL.fullmatch(lowered, max(clause.span.start, verb.start - 120), verb.start)
    ):
        listed = listed_after(clause, verb)
        if listed:
            return listed, "list"
    if cue.phrase.startswith("nghe "):
        return (of_agent(clause, verb), "agent")
    by = of_agent(clause, verb) if lowered.startswith(" bởi ", verb.end) else []
    if by:
        return by, "agent"
    if _ANNOUNCES.match(lowered, verb.end) or (cue.role == "chair" and _CHAIRS_ARE.match(lowered, verb.end)):
        listed = listed_after(clause, verb)
        if listed:
            return listed, "list"
    if cue.role in ("open", "conclude", "direct", "speak", "report") and lowered.startswith(" của ", verb.end):
        authors = of_agent(clause, verb)
        if len(authors) > 1 and _one_author(lowered, cue, verb, authors):
            authors = authors[:1]  # "Sau lời khai mạc của bà A, ông B giới thiệu …"
        if authors and cue.phrase == "kết luận":
            return authors, "agent"
        if authors and cue.phrase in ("ý kiến", "câu hỏi"):
            return authors, "agent"
        if authors and _AUTHOR.search(lowered[max(clause.span.start, verb.start - 40) : verb.start]):
            return authors, "agent"
    before = subjects(clause, verb, among=cue.role == "attend") if cue.needs != "list" else []
    if not before and cue.role == "attend":
        some = some_of_them(clause, verb)
        if some:
            return some, "list"
    if before and _ASKED.search(lowered, clause.span.start, before[0].span.start):
        return [], ""
    not_self = "của " if cue.role in _IN_PERSON else ("của ", "do ") if cue.role == "receive" else ()
    if before and not_self and lowered.endswith(not_self, clause.span.start, before[0].span.start):
        return [], ""  # "Xe của ông A đến dự …", "Đơn vị do ông A đứng đầu được tặng …"
    if before and cue.role == "report" and of_paper(lowered, clause.span.start, before[0].span.start):
        return [], ""  # "Lệnh của Chủ tịch nước A công bố pháp lệnh …": nobody at the gathering does
    if before and cue.role == "chair" and lowered[clause.span.start : before[0].span.start] in ("cùng ", "cùng với "):
        # "Cùng ông A chủ trì hội nghị còn có bà B": both.
        others = listed_after(clause, verb)
        if others:
            return [*before, *others], "list"
    if before and not (previous and previous[0].start > before[-1].span.start and cue.role == "attend"):
        if not _passive(clause, before[0], cue):
            return before, "subject"
        receivers = given_to(clause, verb)
        return (receivers, "given") if receivers else ([], "")
    if cue.phrase == "về phía" or _heads(clause, verb):
        listed = listed_after(clause, verb)
        if listed:
            return listed, "list"
        first = introduced(clause, verb) if cue.phrase != "về phía" else []
        if first:
            return first, "introduced"
    if cue.role == "award":
        receivers = given_to(clause, verb)
        if receivers:
            return receivers, "given"
    last = clause.before(verb.start)
    if last and (cue.role in _LATER_ROLES or cue.phrase.endswith("dự")) and _goes_on(clause, last, verb):
        return [last], "joined"
    if last and cue.role in ("chair", "attend"):
        since = set_out(clause.folded, last.span.end, verb.start)
        if since >= 0 and lowered[last.span.end : since] in (" ", ", "):
            return [last], "subject"
    if last and cue.role == "chair" and _WHILE_CHAIRING.fullmatch(lowered, last.span.end, verb.start):
        return [last], "joined"
    if previous and _chained(lowered, previous[0], verb):
        return previous[1], "joined"
    return [], ""


_AT = (" tại ", " trong ", " ở ")  # "Sự có mặt của ông A tại hội nghị …"
_IN_PERSON = frozenset({"attend", "chair", "award"})
# "…", Tổng thống phát biểu khi chủ trì cuộc họp
_WHILE_CHAIRING = re.compile(
    r" (?:đã |cũng )?(?:phát biểu|nói|cho biết|tuyên bố|khẳng định|nhấn mạnh|nêu rõ|yêu cầu)"
    r"(?: như vậy| như trên| điều này| rõ)? (?:khi|trong khi|sau khi|trong lúc) (?:đồng )?"
)
# "Thẩm phán X lên lớp cả buổi sáng, giới thiệu …": the second verb of one who opens the clause.
_LATER_ROLES = frozenset({"report", "open", "conclude", "award", "speak"})
_FIRST_VERB = re.compile(
    r" (?!(?:đã |cũng )?(?:bị|được|là|có|cho|sẽ|do|với|của|và|ở|tại|từ|trong|không|chưa)(?!\w))"
    r"(?:(?!\s(?:mà|rằng|nếu|khi|được|bị|cho|để|của|do|sẽ|là|vì|người|ông|bà|để)\s)[^,;:.\n\"()]){4,60}(?:,| và| rồi)"
    r" (?:và |đồng thời |rồi |sau đó |trực tiếp )*$"
)

# `_FIRST_VERB` and `_HEAD` do not reach farther: one sentence may be the whole report.
_REACH = 600


def _goes_on(clause: Clause, last: Occurrence, verb: Span) -> bool:
    """Does a person who opens a clause have another verb first, then this one?"""
    if verb.start - last.span.end > _REACH:
        return False
    before = clause.lowered[max(clause.span.start, last.span.start - _REACH) : last.span.start]
    gap = clause.folded[last.span.end : verb.start]
    opens = not before or before.endswith("; ") or bool(_HEAD.search(before))
    return (
        opens and gap == gap.lower() and bool(_FIRST_VERB.match(gap)) and not clause.stopped(last.span.end, verb.start)
    )


# "chủ tọa kỳ họp - Chủ tịch HĐND huyện X - yêu cầu"
_CHAIR_IS = re.compile(
    r"(?: (?:hội nghị|kỳ họp|phiên họp|cuộc họp|đại hội|hội thảo|tọa đàm|buổi lễ|phiên chất vấn))?(?: -|,)? (?:là )?"
)
# "Ba điển hình báo cáo tham luận là: …"
_ANNOUNCES = re.compile(r"\s(?:là|gồm|gồm có|có):")
_CHAIRS_ARE = re.compile(
    r"\s(?:cuộc |buổi )?(?:họp báo|hội nghị|hội thảo|họp|phiên họp|lễ|diễn đàn|đại hội|tọa đàm) (?:là|gồm|gồm có)\s|"
    r"(?<=chủ tọa) (?:gồm|gồm có)\s"
)
# "Hội nghị còn có mặt ông A", "Đại diện các huyện tham luận: bà A; ông B"
_THERE = re.compile(
    r"(?:[^.;:\n]{1,80}, )?(?:hội nghị|buổi lễ|lễ \w+|đại hội|cuộc họp|phiên họp|kỳ họp|buổi làm việc|hội thảo"
    r"|chương trình)"
    r"(?: cũng| còn)? $"
)
_COLON = re.compile(r"(?: (?:tại|về|ở) [^:.;,\n]{1,60})?: (?=[\w])")
_SEVERAL = re.compile(r"(?:[^:.;\n]{1,60}, )?(?:đại diện|các|nhiều|những|một số|hai|ba|bốn|năm|sáu|\d+) [^.;:\n]{0,80}")
_AND = re.compile(r",? (?:và|cùng) (?:các )?")


def _one_author(lowered: str, cue: Cue, verb: Span, authors: list[Occurrence]) -> bool:
    """Does the second person begin a clause of their own?"""
    gap = lowered[authors[0].span.end : authors[1].span.start]
    if lowered.startswith(" của các ", verb.end) or ";" in gap or _AND.fullmatch(gap):
        return False
    return gap == ", " or cue.role in ("open", "conclude", "direct")


# "Diễn văn khai mạc của X": what X said, at the head of a clause.
_AUTHOR = re.compile(
    r"(?:^|[.;:,]\s|(?<!\w)(?:trong|qua|theo|sau|nghe|là|với|bằng)\s)(?:các\s|bài\s|bản\s|hai\s|ba\s|bốn\s|năm\s|sáu\s|\d+\s)*"
    r"(?:diễn văn\s|bài\s|phần\s|lời\s|ý kiến\s)?$"
)


def leave_out(clause: Clause, doers: list[Occurrence], taken: set[int], cue: Cue) -> list[Occurrence]:
    """Leave out those before the last who were listed by an earlier verb, or stand in a clause of their own."""
    start = len(doers) - 1
    while start > 0:
        before = doers[start - 1]
        gap = clause.lowered[before.span.end : doers[start].span.start]
        if before.span.start in taken or (";" in gap and cue.role not in ("chair", "attend", "direct", "award")):
            break
        start -= 1
    return doers[start:]


def _passive(clause: Clause, first: Occurrence, cue: Cue) -> bool:
    """“được Giám đốc … tặng”: the giver is named only as the one who granted it."""
    before = clause.lowered[max(clause.span.start, first.span.start - 6) : first.span.start]
    if cue.role == "award" and first.kind == "post" and cue.phrase == "tặng":
        return True
    return before.endswith("được ") and cue.role == "award"


def _heads(clause: Clause, verb: Span) -> bool:
    """Does the verb open its clause, so that its doers come after it?"""
    start = clause.span.start
    last = clause.before(verb.start)
    begin = max(start, last.span.end if last else start, verb.start - 120)
    return bool(_HEAD.search(clause.lowered[begin : verb.start]))


def opens_pair(clause: Clause, cue: Cue, verb: Span, cues: Sequence[tuple[Cue, Span]]) -> bool:
    """Does a verb at the head of its clause share its doer with the next: "Chủ trì và phát biểu khai mạc …"?"""
    if cue.role == "attend" or not _heads(clause, verb):
        return False
    at = bisect_right(cues, verb.end, key=lambda cue: cue[1].start)
    return any(clause.lowered[verb.end : other.start] in (" và ", ", ") for _, other in cues[at : at + 8])


def companions(clause: Clause, verb: Span, cue: Cue) -> tuple[list[Occurrence], str]:
    """Those named with who chairs, after the gathering, and their role: "… đồng chủ trì hội nghị cùng bà B"."""
    first = clause.after(verb.end)
    if first is None or first.span.start - verb.end > 220 or clause.stopped(verb.end, first.span.start):
        return [], ""
    together = cue.phrase.startswith(("đồng ", "cùng "))
    found = _WITH_WHOM.fullmatch(clause.lowered, verb.end, first.span.start)
    if not found or (found["with"] == "với" and not together) or _OWN.search(found["what"]):
        return [], ""
    if _NEXT_VERB.search(clause.folded, *found.span("what")) or (
        found["with"] == "với" and _ABOUT.search(found["what"])
    ):
        return [], ""
    return listed_from(clause, first), "chair" if together else "attend"


_WITH_WHOM = re.compile(r"(?P<what>[^;:\n\"()]{3,190}?),? (?P<with>cùng với|cùng|với) (?:các )?")
# "… chủ trì hội nghị, so tài cùng ông A": after a comma only a name of two parts goes on.
_NEXT_VERB = re.compile(
    rf", (?![{UPPER}]|chống|triển khai|tổng kết|sơ kết|đánh giá|bàn|quán triệt|phương hướng|nhiệm vụ|tại|ở|trong|vào|"
    r"ngày|sáng|trưa|chiều|tối|hôm|kỷ niệm|kiện toàn|công bố|biểu dương|tuyên dương|vinh danh|khen thưởng|"
    r"ra quân|phát động)\w"
)
# "… hội nghị về tranh chấp đất với A": of the topic, unless its day stands between.
_ABOUT = re.compile(r" (?:về|bàn|xử lý|giải quyết|tranh chấp|hợp tác|quan hệ) (?!.* (?:sáng|trưa|chiều|tối|ngày|hôm) )")
_OWN = re.compile(
    r"(?<!\w)(?:đã|sẽ|là|để|nhằm|khi|được|bị|cho biết|nói|phối hợp|yêu cầu|đề nghị|có|gặp|tiếp|làm việc|đối thoại|"
    r"tiếp xúc|hội đàm|trao đổi|ký|liên quan|gắn|đối với)(?!\w)"
)


def _chained(lowered: str, before: Span, verb: Span) -> bool:
    """A second verb of the same doer: "dự và trao quà", "đến dự, phát biểu"."""
    gap = lowered[before.end : verb.start]
    return len(gap) < 150 and ":" not in gap and bool(_CHAIN.search(gap) or gap == " ")


# "trao quyết định bổ nhiệm ông X", "… cho ông X và bà Y"
_APPOINTS = re.compile(
    r"(?:[^.;:\"]{0,140} )?(?:cho|tới|bổ nhiệm|điều động|luân chuyển|chỉ định|phân công|phê chuẩn)"
    r"(?: đối với)?(?: các| hai| ba)? "
)


def appointed(clause: Clause, verb: Span) -> Iterator[Occurrence]:
    """Give the persons to whom a decision on their post is handed over."""
    first = clause.after(verb.end)
    if first is None or first.kind not in ("full", "short") or clause.stopped(verb.end, first.span.start):
        return
    if _APPOINTS.fullmatch(clause.lowered, verb.end, first.span.start):
        yield from listed_from(clause, first)


_AND_ANOTHER = re.compile(rf"\s?(?:,|;|và|,\s?và|\s)+\s?(?:(?!gia đình){_CALLING})?")


def recipients(clause: Clause, verb: Span) -> Iterator[Occurrence]:
    """Give the persons who are handed an award: "trao … cho đồng chí X và ông Y"."""
    at = bisect_left(clause.persons, verb.end, key=lambda o: o.span.start)
    last: Occurrence | None = None
    for occurrence in clause.persons[at:]:
        if clause.stopped(verb.end, occurrence.span.start):
            return
        before = clause.lowered[(last.span.end if last else verb.end) : occurrence.span.start]
        if acts_next(clause, before, occurrence):
            return
        if _NOT_RECIPIENT.search(before) or occurrence.kind not in ("full", "short"):
            return
        joined = last and _AND_ANOTHER.fullmatch(before)
        if not (joined or _TO.search(before) or _AND_TO.search(before)):
            return
        yield occurrence
        last = occurrence
