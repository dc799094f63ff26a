"""Was it said at the gathering, or is it comment that a paper took from elsewhere?

An ordered list of steps: the first that holds decides. The counts beside them (there : not there) are of the persons'
statements that each step was the first to decide, one per person, gathering and step.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import NamedTuple

from graph.grammar.gatherings.event_draft import Draft
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.roles.acts import Act
from graph.grammar.roles.elsewhere import elsewhere
from graph.grammar.roles.role_course import Scene
from graph.grammar.roles.role_ledger import Ledger
from graph.grammar.text.document import Document
from graph.grammar.text.word_lists import word_list


class _Case(NamedTuple):
    """One saying, and the gathering at which it may have been said."""

    document: Document
    act: Act
    draft: Draft
    gatherings: Sequence[Gathering]
    scene: Scene
    ledger: Ledger


class _Step(NamedTuple):
    name: str
    test: Callable[[_Case], bool]
    there: bool


def said_there(
    document: Document, act: Act, draft: Draft, gatherings: Sequence[Gathering], scene: Scene, ledger: Ledger
) -> bool:
    """Was it said at the gathering `draft`?

    Who is found to have spoken elsewhere is noted in `scene`: what they add was said there too.
    """
    case = _Case(document, act, draft, gatherings, scene, ledger)
    step = next(step for step in _STEPS if step.test(case))
    if step is _COMMENT:
        scene.press.add(act.occurrence.person)
    return step.there


def _elsewhere(case: _Case) -> bool:
    scene, before = case.scene, len(case.scene.press)
    if not elsewhere(case.document, case.act, case.draft, scene.press):
        return False
    if len(scene.press) > before and _TURNS.match(case.document.lowered, case.act.sentence.start):
        scene.left = case.act.verb.start
    return True


# "Cùng ngày, trao đổi với báo …": others asked about the matter follow.
_TURNS = re.compile(
    r"(?:trong |cũng )?(?:sáng |chiều |tối )?cùng ngày, (?:trao đổi|trả lời|nói|chia sẻ) (?:với|phỏng vấn)"
)


def _known(case: _Case) -> bool:
    return case.ledger.is_there(case.draft, case.act.occurrence.person)


def _report_has_left(case: _Case) -> bool:
    return case.scene.has_left(case.act.verb.start, case.gatherings)


def _names_it(case: _Case) -> bool:
    sentence = case.act.sentence
    return any(sentence.start <= g.span.start < sentence.end for g in case.draft.mentions)


def _takes_part(case: _Case) -> bool:
    """Does the sentence begin with words of one who takes part: "Ghi nhận ý kiến các đại biểu, bà A cho biết …"?"""
    return (
        _TAKING_PART.match(case.document.lowered, case.act.sentence.start, case.act.occurrence.span.start) is not None
    )


_TAKING_PART = re.compile(
    r"(?:thay mặt|đại diện (?:cho )?(?:các|lãnh đạo|đoàn)|ghi nhận (?:các )?ý kiến|tiếp thu|(?:sau khi )?lắng nghe|"
    r"tại đây|đồng tình|(?:đồng|cùng|chung) quan điểm|đáp lại|đáp lời|góp ý|giải trình|kết luận|thảo luận|"
    r"phát biểu (?!với)|trả lời (?:câu hỏi|chất vấn) của (?:các )?đại biểu)(?!\w)[^:.;\"]{0,200}, (?:\w+ )?$"
)


def _only_mentioned(case: _Case) -> bool:
    """Is the gathering mentioned once only (or in one caption twice), without a day?"""
    document, draft = case.document, case.draft
    if draft.date is not None or _times_told(document, draft) > 1 or draft.licence not in ("at", "attend"):
        return False
    opening = draft.opening.span.start
    return (
        _SETTING.search(document.lowered, draft.sentence.start, opening) is None
        or document.sentences_before(opening) > _HEAD
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


def _comes_back(case: _Case) -> bool:
    """Does the report name the gathering again further on?"""
    end, document = case.act.sentence.end, case.document
    return any(g.span.start >= end and document.kind_at(g.span.start) in ("lead", "body") for g in case.draft.mentions)


def _speakers_go_on(case: _Case) -> bool:
    """Does somebody who spoke at the gathering before speak again further on?"""
    scene, start = case.scene, case.act.verb.start
    return any(scene.last_said.get(person, -1) > start for person in case.ledger.speakers(case.draft, start))


def _to_those_present(case: _Case) -> bool:
    """Is the verb one for what is said to those present (asks, stresses, disagrees), not one that merely tells?"""
    verb = case.act.verb
    return case.act.rule != "according" and case.document.lowered[verb.start : verb.end] not in _TELLING


_TELLING = frozenset(word_list("speaking-words", "telling"))


def _set_there(case: _Case) -> bool:
    """Is the report set at the gathering ("Tại hội nghị …"), or told in the paragraph after the lead to be held?"""
    document, draft = case.document, case.draft
    opening = draft.opening.span.start
    if draft.licence == "at" or (draft.licence == "held" and _told_first(case)):
        return True
    return document.lowered.startswith("tại ", draft.sentence.start) and opening - draft.sentence.start < _AT_HEAD


_AT_HEAD = 30  # characters: "Tại phiên khai mạc hội nghị …"


def _close_by(case: _Case) -> bool:
    """Is the gathering named a few paragraphs before, or shown in the picture?

    More of them where it is told of in the paragraph after the lead: who held, led or attended it.
    """
    start, document = case.act.sentence.start, case.document
    if document.kind_at(start) not in ("lead", "body"):
        return True
    before = [g.span.start for g in case.draft.mentions if g.span.start < start]
    named = max((at for at in before if document.kind_at(at) in ("lead", "body")), default=start)
    reach = _FAR if _told_first(case) else _NEAR
    return _paragraph(document, start) - _paragraph(document, named) < reach


_FAR, _NEAR = 7, 4  # paragraphs


def _told_first(case: _Case) -> bool:
    """Is the gathering told of in the paragraph after the lead, where a report of it begins?"""
    return _paragraph(case.document, case.draft.opening.span.start) == 1


def _goes_round(case: _Case) -> bool:
    """Did another speak there a few paragraphs before, and is it an official who speaks now?

    Those who held office, doctors, scholars, lawyers and people of firms are whom papers ask besides.
    """
    last, (start, end) = case.scene.spoke, case.act.occurrence.span
    if last is None or last[2] is not case.draft or not _told_first(case):
        return False
    apart = _paragraph(case.document, start) - _paragraph(case.document, last[1].start)
    return apart < _NEAR and _ASKED.search(case.document.lowered, start, end) is None


_ASKED = re.compile(
    r"(?<!\w)(?:nguyên|cựu|bác sĩ|bs|gs|ts|pgs|giáo sư|tiến sĩ|luật sư|chuyên gia|công ty|doanh nghiệp|tập đoàn|"
    r"tổng công ty|hợp tác xã|xí nghiệp|bệnh viện|trường|hiệp hội)(?!\w)"
)


def _paragraph(document: Document, offset: int) -> int:
    """The number of the paragraph or heading at an offset, from 0."""
    starts: list[int] | None = document.kept.get("_paragraph_starts")
    if starts is None:
        starts = document.kept["_paragraph_starts"] = [s.start for s in document.of_kind("lead", "body", "heading")]
    return bisect_right(starts, offset) - 1


_COMMENT = _Step("comment: nothing of all this", lambda case: True, there=False)
_STEPS = (
    _Step("the words place it elsewhere", _elsewhere, there=False),  # 29 (said at both) : 55
    _Step("the speaker is known to be there", _known, there=True),  # 551 : 29
    _Step("the report has turned to somebody asked elsewhere", _report_has_left, there=False),  # 0 : 2
    _Step("the sentence names the gathering", _names_it, there=True),  # 112 : 11
    _Step("the report only mentions the gathering", _only_mentioned, there=False),  # 0 : 11
    _Step("words of one who takes part", _takes_part, there=True),  # 10 : 1, portals 7 : 0
    _Step("the report names the gathering again", _comes_back, there=True),  # 118 : 5, portals 51 : 0
    _Step("who spoke there before speaks again", _speakers_go_on, there=True),  # 44 : 1
    _Step("the verb addresses those present", _to_those_present, there=True),  # 38 : 2, portals 17 : 0
    _Step("the report is set at the gathering", _set_there, there=True),  # 30 : 5
    _Step("the gathering was named not far before", _close_by, there=True),  # 13 : 4, portals 6 : 0
    _Step("others speak there in turn", _goes_round, there=True),  # 4 : 1
    _COMMENT,  # 3 : 24
)
