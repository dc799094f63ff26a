"""In whose name somebody acts: "Thay mặt Đảng ủy Công an Trung ương, Bộ Công an, Bộ trưởng …"."""

import re

from graph.grammar.people.persons import Occurrence
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER
from graph.mention import Span

_BEHALF = re.compile(
    r"(?<!\w)(?:[Tt]hay mặt|[Tt]hừa ủy quyền(?: của)?|[Nn]hân danh|"
    r"(?:[Đđ]ược|[Tt]heo|[Nn]hận)(?: sự)? ủy (?:quyền|nhiệm) của)\s"
)
_LEADERS = re.compile(r"(?:lãnh đạo|cho|các|tập thể lãnh đạo|đoàn công tác|tập thể)\s")
_BODY = re.compile(rf"[{UPPER}][^,;.:\n]{{1,90}}")
_VERB = re.compile(
    r"\s(?:đã|cũng|chúc|trao|phát biểu|cảm ơn|bày tỏ|gửi|ghi nhận|nhiệt liệt|trân trọng|biểu dương|đánh giá|báo cáo|"
    r"hứa|tặng|đón|tiếp|"
    r"chúc mừng|cam kết|khẳng định|nhấn mạnh|và nhân dân cảm ơn|trình bày|công bố)(?!\w).*$"
)
_SPLIT = re.compile(rf"\s(?:và|cùng)\s(?:lãnh đạo\s)?(?=[{UPPER}])")


def _behalf(document: Document, sentence: Span) -> "re.Match[str] | None":
    """The first "thay mặt" of a sentence; kept, since every role in the sentence asks."""
    kept = document.kept.get("_behalf")
    if kept is None or kept[0] != sentence:
        words = document.lowered[sentence.start : sentence.end]
        named = "thay mặt" in words or "ủy quyền" in words or "ủy nhiệm" in words or "nhân danh" in words
        found = _BEHALF.search(document.folded, sentence.start, sentence.end) if named else None
        kept = document.kept["_behalf"] = (sentence, found)
    match: re.Match[str] | None = kept[1]
    return match


def on_behalf_of(document: Document, sentence: Span, doer: Occurrence) -> tuple[str, ...]:
    """Give the bodies in whose name `doer` acts in this sentence, as written."""
    folded = document.folded
    match = _behalf(document, sentence)
    if match is None:
        return ()
    stop = doer.span.start if doer.span.start > match.end() else min(sentence.end, match.end() + 160)
    if stop - match.end() > 260:
        return ()
    words = _VERB.sub("", folded[match.end() : stop])
    found: list[str] = []
    for part in words.split(","):
        for one in _SPLIT.split(part):
            piece = _LEADERS.sub("", one.strip() + " ", count=1).strip()
            body = _BODY.fullmatch(piece)
            if body:
                found.append(piece)
    return tuple(found)
