"""Was the speaker at the gathering? Comment from elsewhere, from another day or to the press gives no role."""

import re

from graph.grammar.acts import Act
from graph.grammar.dates import find_dates, iso
from graph.grammar.document import Document
from graph.grammar.event_draft import Draft

_ELSEWHERE = re.compile(
    r"(?<!\w)(?:trao đổi với|trả lời phỏng vấn|trả lời (?:báo|pv|phóng viên)|phỏng vấn|nói với (?:báo|phóng viên|pv|tờ|hãng)|qua điện thoại|"
    r"chia sẻ với (?:báo|phóng viên|pv|chúng tôi)|bên lề|tính đến|mới đây|gần đây|trước đây|hồi (?:tháng|năm|đầu|cuối)|trên (?:trang|facebook|mạng|báo)|"
    r"cho biết với|theo tờ|viết trên|trong (?:một |bài )?(?:bài viết|cuốn|thư|văn bản|công văn)|liên quan (?:đến )?vụ|năm ngoái|tuần trước|"
    r"trước đó,? (?:vào )?(?:ngày|sáng|chiều|tối|hôm)|sau khi hội nghị|từng|tiếp xúc với (?:báo|phóng viên))(?!\w)"
)
_TO_PRESS = re.compile(r"\s(?:với|trên|cùng)\s(?:báo|phóng viên|pv|hãng|tờ|chúng tôi|tuổi trẻ|thanh niên|vnexpress|zing|truyền thông|reuters|afp|đài)(?!\w)")


def elsewhere(document: Document, act: Act, draft: Draft, press: set[int]) -> bool:
    """Do the words place the speaker away from the gathering `draft`?

    `press` collects the persons who spoke to the press: what they add later is said there too.
    """
    lowered = document.lowered
    person = act.occurrence.person
    head = lowered[act.sentence.start : act.verb.start]
    here = any(act.sentence.start <= g.span.start < act.verb.start for g in draft.mentions)
    if here:
        press.discard(person)
        return False
    if _ELSEWHERE.search(head) or _TO_PRESS.match(lowered, act.verb.end):
        press.add(person)
        return True
    return person in press or _other_day(document, act, draft)


def _other_day(document: Document, act: Act, draft: Draft) -> bool:
    """Does the sentence open with a day that is not the gathering's?"""
    head = document.lowered[act.sentence.start : act.occurrence.span.start]
    if draft.date is None or not any(c.isdigit() for c in head):
        return False
    days = {(iso(None, d.month, d.day) or "")[-5:] for d in find_dates(head) if d.day}
    return bool(days) and draft.date.iso[-5:] not in days

