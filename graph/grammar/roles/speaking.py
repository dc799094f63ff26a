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
from graph.grammar.roles.elsewhere import elsewhere
from graph.grammar.roles.role_course import Scene
from graph.grammar.roles.role_ledger import Ledger
from graph.grammar.text.document import Document


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
    draft = None if act.retold else scene.at(document, act.verb, act.sentence, gatherings, speech=True)
    if not act.retold:
        draft = scene.goes_on(document, act.occurrence.person, act.sentence, gatherings) or draft
    if draft is None and scene.told_elsewhere(document, act.verb, act.sentence, gatherings):
        scene.press.add(act.occurrence.person)
    if draft is None or draft.planned:
        return
    to_press = len(scene.press)
    if elsewhere(document, act, draft, scene.press):
        if len(scene.press) > to_press and _TURNS.match(document.lowered, act.sentence.start):
            scene.left = act.verb.start
        return
    if scene.has_left(act.verb.start, gatherings) and not ledger.is_there(draft, act.occurrence.person):
        return
    if not _central(document, draft) and not _named_with(act, draft, ledger):
        return
    if act.verb.start < draft.opening.span.start:
        draft = _where_known(document, act, draft, scene, ledger)
    said = document.lowered[act.verb.start : act.verb.end]
    role = {"kết luận": "conclude", "chỉ đạo": "direct"}.get(said, "speak") if act.rule != "according" else "speak"
    if role == "direct" and not (act.rule == "subject" and first and _directs(document, act)):
        role = "speak"
    head = document.lowered[act.sentence.start : act.occurrence.span.start]
    told = act.rule == "according" and (
        head.endswith("báo cáo của ") or _WHILE_REPORTING.match(document.lowered, act.occurrence.span.end)
    )
    if told or (role == "speak" and _REPORTS_TO.fullmatch(head)):
        role = "report"
    elif role == "speak" and act.rule == "subject" and _DIRECTING.fullmatch(head):
        role = "direct"
    elif _SUMS_UP.match(said) and _CLOSING.match(head):
        role, only_known = "conclude", False
    elif act.act in _DIRECTIVE and _CLOSING.match(head) and ledger.has(draft, act.occurrence.person, "chair"):
        role = "conclude"
    if only_known and not ledger.is_there(draft, act.occurrence.person):
        return
    # "Theo ông A, …" does not say where he said it: the course of the report does.
    certainty = "inferred" if act.rule == "according" else "explicit"
    ledger.add(draft, act.occurrence, role, act.verb, act.sentence, act.rule, certainty)
    scene.spoke = (act.occurrence.person, act.sentence, draft)


def _where_known(document: Document, act: Act, draft: Draft, scene: Scene, ledger: Ledger) -> Draft:
    """What a report opens with was said where the speaker is told to have been, if that is one gathering only."""
    end = scene.end(document)
    there = [d for d in scene.course.drafts if ledger.is_there(d, act.occurrence.person, end) and _near(d, draft)]
    return there[0] if len(there) == 1 and not there[0].planned else draft


_THERE = re.compile(
    r"(?:(?:cũng )?(?:tại|trong) (?:buổi|cuộc|hội nghị|phiên|hội thảo)"
    r"|về (?:các |những )?(?:nhiệm vụ|phương hướng|công tác)|(?:trong )?thời gian tới)[^,;:.]{0,80}, "
)
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
# "Cùng ngày, trao đổi với báo …": others asked about the matter follow.
_TURNS = re.compile(
    r"(?:trong |cũng )?(?:sáng |chiều |tối )?cùng ngày, (?:trao đổi|trả lời|nói|chia sẻ) (?:với|phỏng vấn)"
)
_WITHOUT_OBJECT = re.compile(r"[:,.\n]|\s(?:tại|rằng|hội nghị|cuộc họp|:)")
# "Kết thúc hội nghị, đồng chí chủ trì yêu cầu …" sums it up.
_DIRECTIVE = frozenset({"require", "request", "direct"})
_SUMS_UP = re.compile(r"chốt lại|gút|đúc kết|tóm lại|kết lại")
_CLOSING = re.compile(r"(?:trước khi )?(?:kết thúc|khép lại|bế mạc|tổng kết|kết lại) [^.;]{3,60}, ")
# "Báo cáo Phó Thủ tướng A tại cuộc họp, ông B cho biết …"
_REPORTS_TO = re.compile(r"báo cáo (?!của|tại|sơ kết|tổng kết)[^:;.\n]{3,140}, ")
_WHILE_REPORTING = re.compile(r" khi (?:báo cáo|trình bày) ")


def _directs(document: Document, act: Act) -> bool:
    """“Bộ trưởng chỉ đạo …” at the head, "Tại hội nghị, ông A chỉ đạo …", "…, ông chỉ đạo" of what was quoted."""
    if document.kind_at(act.verb.start) == "title" or document.lowered.endswith("cũng ", 0, act.verb.start):
        return False
    if document.lowered.endswith("đã ", 0, act.verb.start) and _ORDERED.match(document.lowered, act.verb.end):
        return False
    opens = act.occurrence.span.start == act.sentence.start or _THERE.fullmatch(
        document.lowered, act.sentence.start, act.occurrence.span.start
    )
    return bool(opens or _WITHOUT_OBJECT.match(document.lowered, act.verb.end))


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


def _central(document: Document, draft: Draft) -> bool:
    """Does the report turn on this gathering, or only mention it once (or in one caption twice), without a day?"""
    if draft.date is not None or _times_told(document, draft) > 1 or draft.licence not in ("at", "attend"):
        return True
    opening = draft.opening.span.start
    return _SETTING.search(document.lowered, draft.sentence.start, opening) is not None and (
        document.sentences_before(opening) <= _HEAD
    )


# "Ông A nhấn mạnh như vậy tại hội nghị …", "Đây là thông tin bà B đưa ra tại hội thảo …": where the report is set.
_SETTING = re.compile(
    r"(?<!\w)(?:như vậy|như trên|đó là|đây là|(?:thông tin|nội dung|điều|vấn đề|con số|số liệu)"
    r"(?: này| trên)?(?: được| do)?|(?:vừa )?được (?:công bố|công khai|đưa ra|nêu ra|cho biết)) "
    r"(?:[^.;:\"]{0,200}? )?(?:tại|trong) (?:cuộc |buổi )?$"
)
_HEAD = 4  # sentences, with the title


def _times_told(document: Document, draft: Draft) -> int:
    told = {document.sentence_at(g.span.start) for g in draft.mentions}
    return len({document.words(sentence) for sentence in told if sentence})


def _named_with(act: Act, draft: Draft, ledger: Ledger) -> bool:
    """Is the speaker said to be there, in this sentence or before?"""
    here = any(act.sentence.start <= g.span.start < act.sentence.end for g in draft.mentions)
    return here or ledger.is_there(draft, act.occurrence.person)
