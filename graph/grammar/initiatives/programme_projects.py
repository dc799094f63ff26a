"""Names of projects that stand without quotes: by their place, by what is built or done, or by two ends of a road.

"dự án thủy điện Rạch Sậy 2", "dự án BOT cầu Rạch Sậy", "dự án mở rộng vườn ươm cây rừng", "3 dự án là Bến Sậy -
Gò Mơ và Gò Mơ - Vũng Lau".
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.grammar.initiatives.programme_ends import name_end
from graph.grammar.initiatives.programme_openings import openings
from graph.grammar.text.normal import LOWER, UPPER
from graph.mention import Span
from graph.span import span_of

# How a project is paid for belongs to its name, that it is a part of a larger one does not.
_PAID = re.compile(r"(?:bot|bt|ppp)(?= (?!của|và|này|trên|đó|để|là|tại|ở|do|có|trong|theo|với|mà|thì))", re.I)
_PART = re.compile(r"(?:thành phần|khả thi|hợp phần|tiểu dự án)(?: (?:là|gồm|đầu tư))? ")
_NONE = re.compile(
    r"(?:luật|bộ luật|pháp lệnh|nghị (?:quyết|định)|bot|bt|ppp|oda|fdi|thành phần|đoạn|đầu tư(?! xây dựng)|treo|này|"
    r"đó|trên|nào|mới|lớn|nhỏ|khác|trọng điểm|"
    r"cấp(?! nước)|của|do|và|có|đã|được|đang|sẽ|là|tại|ở|trong|cho|với|vốn|hạ tầng|giao thông|sử dụng|từ|theo|"
    r"công(?! viên)|"
    r"chậm|kém|thua lỗ)(?!\w)"
)
_LINK = r"(?:thuộc|theo|của|tại|về|mua|bán|điểm|liên doanh|ở|trong|cho|với|do|và|mà|nào|gây|cùng|trên)(?!\w)"
_PLACED = re.compile(
    rf"(?:(?!{_LINK}|(?:dự án|được|bao gồm|liên quan|yếu kém|đã|là|các|những|không|vi phạm|"
    rf"chưa)(?!\w))[{LOWER}]+(?:,(?= tái định cư))? ){{0,14}}"
    rf"(?:(?:Nhà máy|Cảng|Khu|Trung tâm|Bệnh viện|Sân bay|Đường|Cầu|Tuyến|Hồ|Công viên|Thủy điện|Nhiệt điện)"
    rf"(?: (?!{_LINK})[{LOWER}]+){{0,4}} )?"
    rf"(?:[{UPPER}]{{3}} )?(?:[{UPPER}][{LOWER}]+(?: - |-| )){{0,4}}(?!Ảnh)[{UPPER}][{LOWER}]*(?!\w)"
    rf"(?: (?:số |lộ )?\d{{1,3}}(?![\w%]|[.,/-]\d))?"
)
_NUMBERED = re.compile(
    rf" (?:số |lộ )\d{{1,3}}(?!\w|[.,/-]\d)"
    rf"(?: \(?[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)* - [{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)*\)?)?"
)
# What goes on after a place: "chống ngập khu vực thành phố Hải Dương có xét đến nước biển dâng".
_MINDING = (" có xét đến", " có tính đến")
_TOLD = re.compile(r"(?:[^.;:\"\n]{0,40}? (?:là|gồm|như)|:) ")
_END = rf"(?:(?:quốc lộ|tỉnh lộ) \d{{1,3}}[A-Z]?|[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+){{1,2}}(?: \d{{1,2}})?)"
_ROUTE = re.compile(rf"{_END} - {_END}(?!\w)")
_NEXT = re.compile(r"(?:, và|,| và|;) ")


@cache
def _purpose() -> "re.Pattern[str]":
    return re.compile(rf"(?:{openings('project')})(?!\w)")


def project(folded: str, lowered: str, begin: int, end: int) -> Span | None:
    """Return where the name of one project lies that begins at `begin`, or None; `end` is its sentence's end."""
    part = _PART.match(lowered, begin, end)
    at = part.end() if part else begin
    paid = _PAID.match(lowered, at, end)
    after = paid.end() + 1 if paid else at
    if _NONE.match(lowered, after, end):
        return None
    place = _PLACED.match(folded, after, end)
    if place and place.group().count(" ") >= (1 if paid else 2):
        stop = place.end()
        return Span(at, name_end(folded, lowered, stop, end) if lowered.startswith(_MINDING, stop) else stop)
    if not _purpose().match(lowered, after, end):
        return None
    stop = name_end(folded, lowered, after, end)
    words = folded[after:stop].split()
    if "không" in words:
        return None
    numbered = _NUMBERED.search(folded, after, end) if _NUMBERED.search(folded, after, stop) else None
    if numbered:
        return Span(at, numbered.end())
    capital = folded[after].isupper() and folded[begin - 2].islower()  # "dự án Khu công nghệ cao"
    named = len(words) >= 5 or (len(words) >= 3 and (capital or any(word[0].isupper() for word in words[1:])))
    return Span(at, stop) if named else None


def routes(folded: str, lowered: str, at: int, end: int) -> Iterator[Span]:
    """Projects told one after another by the two ends of their roads, from the word after "dự án" on."""
    told = _TOLD.match(lowered, at, end)
    route = _ROUTE.match(folded, told.end(), end) if told else None
    while route:
        yield span_of(route)
        more = _NEXT.match(lowered, route.end(), end)
        route = _ROUTE.match(folded, more.end(), end) if more else None
