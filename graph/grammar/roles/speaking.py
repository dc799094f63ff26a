"""Verbs of saying and what they make of their subject: one who spoke, directed, reported or summed up.

Only at a gathering that the report tells of: who comments from elsewhere, or is told of by another, has no role.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.grammar.gatherings.event_draft import Draft
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.people.persons import Occurrence
from graph.grammar.roles.acts import Act
from graph.grammar.roles.cue_sense import in_name
from graph.grammar.roles.role_course import Scene
from graph.grammar.roles.role_ledger import Ledger
from graph.grammar.roles.said_there import said_there
from graph.grammar.text.document import Document
from graph.mention import Span


def speak(
    document: Document,
    act: Act,
    gatherings: Sequence[Gathering],
    scene: Scene,
    ledger: Ledger,
    *,
    first: bool,
    only_known: bool = False,
) -> None:
    """Note the role that a verb of saying gives.

    `first`: of the sentence. `only_known`: a verb of other meaning too, that counts for somebody known to be there.
    """
    if act.rule != "led" and in_name(act.verb, gatherings):
        return
    draft = None if act.retold else scene.at(document, act.verb, act.sentence, gatherings, speech=True)
    if not act.retold:
        draft = scene.goes_on(document, act.occurrence.person, act.sentence, gatherings) or draft
    if draft is None and scene.told_elsewhere(document, act.verb, act.sentence, gatherings):
        scene.press.add(act.occurrence.person)
    if draft is None or draft.planned:
        return
    there = scene.aside.get(act.occurrence.person)
    if there and not ledger.is_there(draft, act.occurrence.person) and not _named_here(draft, act.sentence):
        draft = there
    if not said_there(document, act, draft, gatherings, scene, ledger):
        return
    if act.verb.start < draft.opening.span.start:
        draft = _where_known(document, act, draft, scene, ledger)
    said = document.lowered[act.verb.start : act.verb.end]
    role = {"kết luận": "conclude", "chỉ đạo": "direct"}.get(said, "speak") if act.rule != "according" else "speak"
    if role == "direct" and not (act.rule == "led" or (act.rule == "subject" and first and _directs(document, act))):
        role = "speak"
    head = document.lowered[act.sentence.start : act.occurrence.span.start]
    told = act.rule == "according" and (
        head.endswith("báo cáo của ") or _WHILE_REPORTING.match(document.lowered, act.occurrence.span.end)
    )
    if told or (role == "speak" and _REPORTS_TO.fullmatch(head)):
        role = "report"
    elif role == "speak" and act.rule == "subject" and _DIRECTING.fullmatch(head):
        role = "direct"
    elif _IN_CLOSING.match(head) or (_SUMS_UP.match(said) and _CLOSING.match(head)):
        role, only_known = "conclude", False
    elif act.act in _DIRECTIVE and _CLOSING.match(head) and ledger.has(draft, act.occurrence.person, "chair"):
        role = "conclude"
    if only_known and not ledger.is_there(draft, act.occurrence.person) and not _in_course(document, act, draft):
        return
    # "Theo ông A, …" does not say where he said it: the course of the report does.
    certainty = "inferred" if act.rule == "according" else "explicit"
    ledger.add(draft, act.occurrence, role, act.verb, act.sentence, act.rule, certainty)
    if draft.passing:
        scene.aside[act.occurrence.person] = draft
    scene.spoke = (act.occurrence.person, act.sentence, draft)


def _named_here(draft: Draft, sentence: Span) -> bool:
    """Is a gathering named in the sentence?"""
    return any(sentence.start <= g.span.start < sentence.end for g in draft.mentions)


def _in_course(document: Document, act: Act, draft: Draft) -> bool:
    """Does the report name the gathering both before and after who "than", "lo" or "xin" something?"""
    start, end = act.sentence
    if document.kind_at(start) not in ("lead", "body") or _TALKS_WITH.match(document.lowered, act.verb.end):
        return False
    named = [g.span.start for g in draft.mentions if document.kind_at(g.span.start) in ("lead", "body")]
    return bool(named) and min(named) < start and max(named) >= end


_TALKS_WITH = re.compile(r" (?:với|cùng) ")


def _where_known(document: Document, act: Act, draft: Draft, scene: Scene, ledger: Ledger) -> Draft:
    """What a report opens with was said where the speaker is told to have been, if that is one gathering only."""
    end = scene.end(document)
    there = [d for d in scene.course.drafts if ledger.is_there(d, act.occurrence.person, end) and _near(d, draft)]
    return there[0] if len(there) == 1 and not there[0].planned else draft


# "Chỉ đạo ngành trong năm tới, Phó Thủ tướng nhấn mạnh …"
_DIRECTING = re.compile(r"(?:phát biểu )?chỉ đạo [^,;:.]{3,90}, ")


def _near(one: Draft, other: Draft) -> bool:
    """Are two gatherings at most a month apart, as far as their days are known?"""
    if one.date is None or other.date is None:
        return True
    return (int(one.date.iso[-5:-3]) - int(other.date.iso[-5:-3])) % 12 in (0, 1, 11)


# "… đã chỉ đạo thống kê số cán bộ bỏ về": what was ordered to be done, not how a gathering was led.
_ORDERED = re.compile(
    r" (?:việc )?(?:thống kê|lập|kiểm tra|rà soát|làm rõ|xử lý|xác minh|điều tra|khắc phục|dừng|tạm dừng|thành lập|"
    r"thu hồi)(?!\w)"
)
# "Kết thúc hội nghị, đồng chí chủ trì yêu cầu …" sums it up.
_DIRECTIVE = frozenset({"require", "request", "direct"})
_SUMS_UP = re.compile(r"chốt lại|gút|đúc kết|tóm lại|kết lại")
_CLOSING = re.compile(r"(?:trước khi )?(?:kết thúc|khép lại|bế mạc|tổng kết|kết lại) [^.;]{3,60}, ")
_IN_CLOSING = re.compile(r"(?:tại|trong|ở) (?:phần |lời |bài )(?:phát biểu )?kết luận(?!\w)[^.;]{0,60}, ")
# "Báo cáo Phó Thủ tướng A tại cuộc họp, ông B cho biết …"
_REPORTS_TO = re.compile(
    r"(?:(?:trước đó|tiếp đó|sau đó|mở đầu [^,:;.]{3,40}), )?báo cáo (?!của|tại|sơ kết|tổng kết)[^:;.\n]{3,140}, |"
    r"[^:;.\"\n]{0,60}trong (?:phần |bài )?báo cáo của mình(?: [^,:;.]{0,40})?, "
)
_WHILE_REPORTING = re.compile(r" khi (?:báo cáo|trình bày) ")


def _directs(document: Document, act: Act) -> bool:
    """“Bộ trưởng chỉ đạo …", wherever it stands but in a title; "đã chỉ đạo" at the head or "tại hội nghị" only."""
    lowered, person = document.lowered, act.occurrence.span
    if document.kind_at(act.verb.start) == "title" or _THEN.match(lowered, act.sentence.start, person.start):
        return False
    if not lowered.endswith("đã ", person.end, act.verb.start):
        return True
    if _ORDERED.match(lowered, act.verb.end):
        return False
    return person.start == act.sentence.start or _THERE.fullmatch(lowered, act.sentence.start, person.start) is not None


# "Ngày 7/12, Chủ tịch chỉ đạo …", "Trước tình hình đó, …": an order, not how a gathering was led.
_THEN = re.compile(r"(?:(?:sáng |chiều |tối )?(?:ngày |hôm )?\d|trước (?:tình hình|thực trạng|sự việc|sự cố|vụ))")
_THERE = re.compile(r"(?:cũng )?(?:tại|trong) (?:buổi|cuộc|hội nghị|phiên|hội thảo)[^,;:.]{0,80}, ")


def beside(document: Document, act: Act, occurrences: Sequence[Occurrence], starts: Sequence[int]) -> Occurrence | None:
    """“ông A (THPT Lê Quý Đôn) và cô B đóng góp ý kiến”: the one named before the speaker."""
    at = bisect_left(starts, act.occurrence.span.start) - 1
    if at < 0 or act.rule != "subject" or occurrences[at].kind == "post":
        return None
    before = occurrences[at]
    if before.span.start < act.sentence.start or before.person == act.occurrence.person:
        return None
    lowered = document.lowered
    joined = _AND.fullmatch(lowered, before.span.end, act.occurrence.span.start)
    other = _NOT_BESIDE.search(lowered[max(act.sentence.start, before.span.start - 24) : before.span.start])
    return before if joined and not other else None


_AND = re.compile(r"(?:(?: -|,) [^,;:.\"]{2,70})?(?: \([^()]{1,60}\))?,? (?:và|cùng) {1,2}")
_NOT_BESIDE = re.compile(r"(?<!\w)(?:của|với|cho|tại|theo|thay mặt|gặp|tiếp|đề nghị|giữa|do|về|là) (?:các )?$")
