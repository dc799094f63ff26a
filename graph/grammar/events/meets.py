"""Verbs that tell of a gathering by themselves: who meets when, and what somebody tells as done.

"Lãnh đạo tỉnh họp bàn … chiều 28/11", "ông A cho biết sáng 9/2, bà B đã chủ trì cuộc họp".
"""

import re
from collections.abc import Sequence

from graph.grammar.events.not_held import DENIED, NOT_YET, doubted
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.roles.acts import Act
from graph.grammar.text.document import Document
from graph.mention import Span

DAY_BEFORE = re.compile(
    r"(?<!\w)(?:ngày|sáng|chiều|tối|hôm)\s\S|^ngay sau|^sau (?:đó|khi)|^tiếp (?:liền |ngay )?(?:đó|theo)|^trước đó|"
    r"^(?:cũng )?(?:trong )?cùng ngày|^liền sau|^đầu giờ|^\d{1,2} giờ"
)
NOUNS_TOO = frozenset({"đối thoại", "giao ban", "gặp gỡ"})
# "21 giờ cùng ngày, Ban Chỉ đạo tỉnh giao ban với …": the verb of a body, at its hour.
BODY_MEETS = re.compile(
    r"(?:^|,\s)(?:ban|sở|ubnd|đảng ủy|huyện|tỉnh|công an|bộ|hội|ủy ban|thường trực)\s[^,;:]{2,80}\s$"
)
# A day after the verb: "Lãnh đạo tỉnh X họp bàn phương án … chiều 28/11."
_ON_DAY = re.compile(r"[^.;:\"]{0,90}? (?:vào )?(?:sáng|trưa|chiều|tối|ngày|hôm) (?:\d|nay|qua)")
_NO_SUBJECT = re.compile(
    r"(?<!\w)(?:đã|sẽ|là|để|khi|nếu|theo|sau|trước|được|bị|cho|rằng|như|từ|tại|với|của các|mai|tới|sắp|dự kiến)(?!\w)"
)
_SITS = frozenset(
    {
        "tiếp",
        "gặp",
        "họp",
        "họp báo",
        "hội đàm với",
        "hội kiến",
        "làm việc với",
        "tiếp xúc cử tri",
        "gặp mặt",
        "họp mặt",
    }
)
_WITH = re.compile(r"(?:(?:,| và) (?:gặp gỡ|đối thoại|làm việc|trao đổi|giao lưu))? với ")
_FAR = 150  # characters: who meets opens the sentence


def meets(document: Document, gathering: Gathering, sentence: Span) -> str:
    """Say how a body or person named right before a verb meets.

    "đối thoại" and "gặp gỡ" are nouns too: they need a day before them and whom they were with.

    Returns:
        "past" where a day stands before or after, "held" where a report opens so, "" where nothing tells of it.
    """
    start = gathering.span.start
    subject = document.folded[document.folded.rfind(" ", 0, start - 1) + 1].isupper()
    if not subject or start - sentence.start > _FAR:
        return ""
    before = document.lowered[sentence.start : start]
    if gathering.noun in NOUNS_TOO:
        with_whom = _WITH.match(document.lowered, gathering.span.end)
        return "past" if with_whom and gathering.noun != "giao ban" and DAY_BEFORE.search(before) else ""
    if gathering.noun == "hội đàm":
        return "past" if DAY_BEFORE.search(before) else ""
    if gathering.noun not in _SITS or gathering.bare or _NO_SUBJECT.search(before):
        return ""
    if doubted(document, start, sentence) or NOT_YET.search(document.lowered, gathering.span.end, sentence.end):
        return ""
    if document.told and document.told[0] == sentence:
        return "held"
    return "past" if _ON_DAY.match(document.lowered, gathering.span.end, sentence.end) else ""


# "ông A cho biết sáng 9-2, bà B đã chủ trì cuộc họp", "…, sở vừa tổ chức cuộc họp": with its hour
_AS_DONE = re.compile(
    r"(?:(?:sáng|trưa|chiều|tối|ngày|hôm) (?:\d|nay|qua|cùng)[^.;\"]*? đã|(?:sáng|chiều|tối) cùng ngày,[^.;\"]*?|vừa|"
    r"(?P<had>đã(?= có ))) "
    r"(?:(?:đồng|trực tiếp|phối hợp|cũng) )*(?:chủ trì|tổ chức|triệu tập|có|mở)(?: (?:một|cuộc|buổi))* ?$"
)
_DONE = frozenset({"organise", "chair", "past", "held"})


def told_as_done(document: Document, acts: Sequence[Act], sentence: Span, start: int, how: str) -> bool:
    """Does somebody tell of a gathering as of one that took place at a time that he names?

    Args:
        document: the report.
        acts: what is said by whom.
        sentence: in which the gathering is named.
        start: where its name begins.
        how: how the words tell of it ("chair").
    """
    told = [a.verb.end for a in acts if a.sentence == sentence and a.verb.end <= start] if how in _DONE else []
    if len(told) != 1 or DENIED.search(document.lowered, told[0], start):
        return False
    done = _AS_DONE.search(document.lowered, max(told[0], start - _FAR), start)
    return done is not None and (done["had"] is None or document.lowered.startswith(_HAD, start))


_HAD = ("cuộc họp", "cuộc gặp", "buổi gặp", "cuộc hội đàm", "buổi làm việc", "cuộc làm việc")
