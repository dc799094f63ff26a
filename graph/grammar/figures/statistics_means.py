"""Means: "bình quân 4,5 người mỗi hộ" is four and a half, "cử 3,4 cán bộ" three or four."""

import re

from graph.mention import Span

_MEAN_WORDS = ("bình quân", "trung bình", "tỷ lệ", "tỉ lệ", "tỷ suất", "tỉ suất", "tính ra", "chỉ số", "mật độ")
_IN_A_TIME = re.compile(r"(?<!\w)(?:mỗi|một) (?:ngày|đêm|tuần|tháng|quý|năm|giờ|phút|giây|mùa)(?!\w)|(?<!căn )cứ \d")
# Who is sent comes in wholes: "mỗi tổ cử 3,4 cán bộ".
_SENT = ("cử ", "bố trí ", "phân công ", "gồm ")
# "2,3 vụ mỗi ngày", "7,8 người trên 1.000 dân", "6,7 hộ/10.000 hộ".
_PER = re.compile(
    r"(?: [^\W\d]+){1,4}?(?: mỗi (?=\w)| trên (?:một|mỗi|\d)| trong (?:một|mỗi) | ?/ ?(?=\w)| một (?:ngày|tuần|năm))"
)
_BREAK = re.compile(r"[;.:()\n](?!\d)")
_REACH = 70


def mean_of(lowered: str, line: Span, start: int, end: int) -> str | None:
    """Say whether a number as "4,5" of what comes in wholes is a mean, by the words of its clause.

    Returns "mean" where the words say so, "each" where "mỗi" alone stands before it, so that one cannot tell,
    and None where nothing makes it a mean. `start` and `end` bound the number in its line.
    """
    low = max(line.start, start - _REACH)
    for mark in _BREAK.finditer(lowered, low, start):
        low = mark.end()
    before = lowered[low:start]
    if any(word in before for word in _MEAN_WORDS) or _IN_A_TIME.search(before) or _PER.match(lowered, end, line.end):
        return "mean"
    return "each" if "mỗi " in before and not before.endswith(_SENT) else None
