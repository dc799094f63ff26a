"""Who is told by another's office: "và người đồng cấp Nga …", "thay người tiền nhiệm …".

A counterpart holds the same office in the other country, a predecessor held the very office that was taken over.
"""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import replace

from graph.grammar.bodies.glued import begins_other
from graph.grammar.bodies.organisations import Body
from graph.grammar.bodies.places import countries, place_at
from graph.grammar.people.holders import name_at
from graph.grammar.people.mentions import Mention
from graph.grammar.posts.posts import Post
from graph.grammar.text.document import Document
from graph.grammar.text.scan import Finder

_EQUALS = Finder(("người đồng cấp", "người đồng nhiệm"))
_BEFORE = Finder(("người tiền nhiệm",))
_FILLED = re.compile(r" (?:(?:nước )?chủ nhà |phía |của nước )?")
_OF_STATE = frozenset({"fixedBody", "noBody", "state"})
_FARTHEST = 240
# Who comes instead of the holder of an office: kin, aides; it is their counterpart who is named.
_ANOTHERS = re.compile(
    r"(?<!\w)(?:con(?: gái| trai| rể| dâu)?|cháu(?: nội| ngoại| ruột| trai| gái)?|vợ|chồng|phu nhân|bố|mẹ|cha"
    r"|anh(?: trai)?|em(?: trai| gái)?|chị(?: gái)?|bạn|thay mặt|đại diện|trợ lý|thư ký|đặc phái viên|đặc sứ|cố vấn"
    r"|phát ngôn viên)(?: của)?(?: ông| bà)? $"
)
# Another acts between the holder and "người đồng cấp" or "người tiền nhiệm".
_OTHER_ACTS = re.compile(
    r"(?<!\w)(?:hlv|huấn luyện viên|thuyền trưởng|cầu thủ|cử|giao|phái|khi|trong khi|còn|nơi|mà|rằng|không|chưa"
    r"|phủ nhận|con|vợ|chồng|cháu|anh|chị|em|người(?! (?:đồng|tiền) ))(?!\w)|[;:\n\"]"
)
# How the holder is said to come after the one before, or to deal with that one.
_TOOK_OVER = re.compile(
    r"(?:,| -)?(?: (?:đã|vừa|sẽ|chính thức|mới|lên|được (?:bầu|bổ nhiệm|chọn|cử)(?: lên)?|nhậm chức"
    r"|hôm|ngày|[\d/]+|để|và))*(?:,? (?:thay(?: thế)?(?: cho| vị trí của)?|kế nhiệm|kế vị|kế tục"
    r"|tiếp quản (?:\w+ ){1,4}(?:từ|của)|nhận bàn giao(?: \w+){0,4} từ|sau khi|tiếp nối|nối gót|cảm ơn|tri ân|và"
    r"|cùng|gặp))(?: với)? "
)


def add_counterparts(document: Document, found: list[Mention], known: Collection[str]) -> None:
    """Insert into `found` those who are named behind "người đồng cấp" and "người tiền nhiệm" with the office meant."""
    for start, phrase in _EQUALS.hits(document):
        at = _FILLED.match(document.lowered, start + len(phrase)).end()  # type: ignore[union-attr]
        land = place_at(document.folded, document.lowered, at)
        if land is None or document.lowered[at:land] not in countries():
            continue
        office = _office(document, found, start)
        if office and _OF_STATE & set(office.concept.extra):
            theirs = replace(office, body=Body(at, land, "place", ""), told=(start, land))
            _insert(document, found, start, land + 1, theirs, known)
    for start, phrase in _BEFORE.hits(document):
        end = start + len(phrase)
        office = _office(document, found, start, _TOOK_OVER)
        if office:
            _insert(document, found, start, end + 1, replace(office, former=True, told=(start, end)), known)


def _office(document: Document, found: list[Mention], at: int, link: "re.Pattern[str] | None" = None) -> Post | None:
    """The last post of the person named last before `at` in the same sentence, who must do what is said between.

    `link`: what must stand between the two.
    """
    index = bisect_left(found, at, key=lambda m: m.start) - 1
    if index < 0 or at - found[index].start > _FARTHEST:
        return None
    before, sentence, lowered = found[index], document.sentence_at(at), document.lowered
    if before.name is None or sentence is None or before.start < sentence.start or not before.posts:
        return None
    end = max(before.name[1], before.end, before.posts[-1].end)
    if end > at or _ANOTHERS.search(lowered, max(sentence.start, before.start - 24), before.start):
        return None
    if not link.fullmatch(lowered, end, at) if link else _OTHER_ACTS.search(lowered, end, at):
        return None
    words = (match.start() for match in _WORD.finditer(lowered, end, at))
    return None if any(begins_other(lowered, word) for word in words) else before.posts[-1]


_WORD = re.compile(r"\b[^\W\d_]+")


def _insert(document: Document, found: list[Mention], start: int, at: int, post: Post, known: Collection[str]) -> None:
    name = name_at(document.folded, document.lowered, at, known)
    if name is None or " " not in document.folded[slice(*name)]:
        return
    index = bisect_left(found, start, key=lambda m: m.start)
    if index < len(found) and found[index].start < name[1]:
        if found[index].name == name and not found[index].posts:
            found[index].shared, found[index].bare = [post], False
        return
    found.insert(index, Mention(start, name[1], "full", name, shared=[post]))
