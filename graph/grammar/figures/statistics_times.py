"""Times: most numbers with one are no figure; how long something takes, lasts or is given is one."""

import re

from graph.mention import Span

# "24 ngày làm việc" is measured whatever is said before it.
DURATION = re.compile(
    r" ?(?:năm(?! (?:trường|cá nhân))|tiếng(?! (?:nói|súng|nổ|anh|dân tộc|chuông))|hôm|tháng(?! lương)|"
    r"ngày(?! (?:công|làm việc))|tuần|giờ|phút|giây|tuổi|thế kỷ|"
    r"h(?!\w)|(?:hour|minute|second)s?|"
    r"nhiệm kỳ|quý|giờ \d|thứ|lần thứ|khóa|buổi sáng|'|"
    r"năm tuổi đảng|thập kỷ|rưỡi|đêm|mùa(?! màng))(?!\w)"
)
# Not "mất 5 tháng trước", which says when.
_LENGTH = re.compile(
    r" (ngày|tháng|tuần|giờ|phút|giây|tiếng)(?!\w)"
    r"(?! (?:đầu|cuối|năm|tăng|giảm|qua|nổ|súng|nói|\d|sau(?! khi)|trước(?! (?:khi|thời|hạn|tiến))))"
)
# A time is a figure where it is what is measured: how long something takes, or by how much it is early.
_LASTING = re.compile(
    r"(?<!\w)(?:mất|rút ngắn(?: thời gian)?(?: [^,.;:()\d]{0,40}?)?|vượt tiến độ|chậm tiến độ|trễ tiến độ|bình quân|"
    r"trung bình|(?:trong )?thời gian(?: [^,.;:()\d]{0,40}?)?|suốt|giảm từ|"
    r"cách nhau)(?: (?:khoảng|hơn|gần|trên|chỉ|chừng|tới|đến|từ|xuống|còn|được|tròn))* $"
)
# How long it went on, what was set aside for it.
_HELD = re.compile(
    r"(?<!\w)(?:kéo dài|diễn ra trong|dành(?: ra| trọn| riêng)?)"
    r"(?: (?:khoảng|hơn|gần|trên|chỉ|tới|đến|được|tròn|suốt))* $"
)
# "13,8 năm" is measured whatever is said before it; not a term in prison.
_EXACT = re.compile(r" (năm|tháng|ngày|tuần|giờ|phút|giây|tiếng)(?!\w)(?! tù(?!\w))")


def how_long(lowered: str, match: "re.Match[str]", after: int, line: Span) -> "re.Match[str] | None":
    """The unit of time after a number where it is what is measured."""
    start = match.start()
    lasting = _LENGTH.match(lowered, after, line.end)
    if lasting and _LASTING.search(lowered, max(line.start, start - 90), start):
        return lasting
    short = lasting is not None and lasting[1] != "tháng"
    if short and _HELD.search(lowered, max(line.start, start - 40), start):
        return lasting
    if "," in match["first"] and not match["second"]:
        return _EXACT.match(lowered, after, line.end)
    return None
