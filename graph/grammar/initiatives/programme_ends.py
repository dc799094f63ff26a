"""Where the name of a programme ends that stands without quotes: before the next clause, not inside the name."""

import re

from graph.grammar.text.joints import coupled, joints
from graph.grammar.text.normal import LOWER, UPPER

_STOP = re.compile(
    # Tried only where one of the signs stands that a stop begins with.
    r"(?=[ .;:(\n\"!?…,]|$)(?:"
    r" ?(?<!tp)\.| ?[;:(\n\"!?]|…|,? (?:giai đoạn|nhiệm kỳ|thời kỳ(?! (?:đẩy mạnh|đổi mới|mới)))(?!\w)|"
    r",? (?:được|đã|đang|sẽ|tại|do|nhằm|gắn|cũng|"
    r"với|trên địa bàn|trong đó|theo|của|là|có(?! (?:xét|tính) đến)|"
    r"cho|thời gian|hiện nay|năm (?:nay|qua|tới)|hằng năm|hàng năm|từ năm|từ ngày|năm \d|diễn ra|tổ chức|để|mà|phải|"
    r"cần|thì|ngày|vào|lần thứ|còn|nhưng|"
    r"đến nay|phát triển mạnh|ngày càng|vì|từ|do|"
    r"(?:sáng|chiều|trưa|tối)(?= ngày| nay| qua| \d)|lần này|vừa|chưa|đưa ra|hướng tới|nói trên|nêu trên|này|hôm|"
    r"bị(?! ảnh hưởng)|ở(?= (?:thôn|xóm|ấp|bản|xã|phường|thị trấn|huyện|tỉnh|tổ dân phố|khu phố)(?!\w))|"
    r"trên(?! (?:mạng|internet|không gian mạng|môi trường mạng|tuyến|sông|biển|vịnh))|nay|như vậy|khi|nói(?! không)|"
    r"cho biết|cho rằng|sắp tới|hiện hành|chính là|đến các|hợp lý|"
    r"vẫn|cũng như|trị giá|trong (?:năm|toàn|cả nước)|hiện(?= (?:thi công|đang|đã|có|còn|được|chưa))|lâu nay|"
    r"tôi|chúng tôi|ông)"
    r"(?!\w)|, (?!chống|chữa)| và (?=những )| và (?=(?:các |những )?(?:tuần lễ|tháng hành động|ngày hội|"
    r"quy hoạch|dự án|luật|"
    r"phong trào|cuộc vận động|mô hình|chương trình|đề án|kế hoạch|"
    r"chỉ thị|nghị quyết|nhiệm vụ|công tác|triển khai|lực lượng|chuẩn bị|góp phần|đề xuất|báo cáo|trình|"
    r"giao)(?!\w))|(?<=khóa [ivx]{2}) và|(?<=khóa [ivx]{3}) và|(?<=khóa [ivx]{4}) và| -|$)"
)
# "Ấn Độ - Thái Bình Dương", "Bắc - Nam": a dash between two names.
_TWO_ENDS = re.compile(rf"[{UPPER}][{LOWER}]* - (?!Ảnh|Ông|Bà|Theo)[{UPPER}][{LOWER}]")
_ENUMERATION = re.compile(r", (?:[^,.;:()\n\"]{2,45}, ){0,3}[^,.;:()\n\"]{2,45} và [^,.;:()\n\"]{2,70}")
_HANGING = re.compile(r" (?:trong|ở|và|mà|về|với|cho|của|hoặc|như|năm)$")

# What one man or a gang is up to is no initiative: "đề án xây nhà của ông Tám".
_WHOSE = re.compile(
    rf" của (?:(?:gia đình |vợ chồng )?(?:ông|bà|anh|chị|cô|chú) [{UPPER}]|"
    r"(?:các |những |một )?(?:(?:nhóm|băng|ổ|đường dây) )?(?:tội phạm|băng nhóm|băng đảng|bọn|kẻ|hung thủ|nghi phạm|"
    r"bị can|bị cáo|cướp|lừa đảo)(?!\w))"
)
# "phong trào toàn dân tham gia đánh bạc": said in mockery.
_MISDEED = re.compile(
    r"(?<!\w)(?:đánh bạc|cờ bạc|cá độ|cá cược|lô đề|buôn lậu|trộm cắp|hối lộ|trốn thuế|phá rừng|lừa đảo)(?!\w)"
)
_AGAINST = re.compile(
    r"(?<!\w)(?:phòng|chống|ngừa|xóa|bỏ|không|tố giác|bài trừ|đẩy lùi|ngăn|tránh|khỏi|giảm|với)(?!\w)"
)


def privately(folded: str, begin: int, stop: int) -> bool:
    """Do the words of a name, or those right after it, say that it is somebody's own affair, or a misdeed?"""
    if " của " in folded[begin : stop + len(" của ")]:
        whose = _WHOSE.search(folded, begin, stop + 40)
        if whose and whose.start() <= stop:
            return True
    misdeed = _MISDEED.search(folded, begin, stop)
    return misdeed is not None and _AGAINST.search(folded, begin, misdeed.start()) is None


def name_end(folded: str, lowered: str, begin: int, end: int) -> int:
    """Where an unquoted name ends; no preposition is left hanging ("giảm nghèo trong | thời gian qua")."""
    stop = _clause_end(folded, lowered, begin, end)
    hanging = _HANGING.search(lowered, begin, stop)
    return hanging.start() if hanging and not lowered.endswith(joints("whole"), begin, stop) else stop


def _goes_on(folded: str, lowered: str, begin: int, stop: "re.Match[str]") -> bool:
    """Does the name go on over this comma, dash or preposition?"""
    at, sign = stop.start(), stop.group().strip()
    if sign == "-":
        return bool(_TWO_ENDS.match(folded, folded.rfind(" ", begin, at) + 1))
    if sign.startswith(","):
        if coupled(lowered, begin, at):
            return True
        return sign == "," and lowered.endswith(joints("harm"), begin, at)
    if sign == "với":
        return lowered.endswith(joints("with"), begin, at)
    if sign == "của":
        return lowered.endswith(joints("of"), begin, at)
    if lowered.endswith(joints("whole"), begin, stop.end()) or coupled(lowered, begin, stop.end()):
        return True
    return sign == "do" and lowered.startswith(joints("cause"), stop.end() + 1)


def _clause_end(folded: str, lowered: str, begin: int, end: int) -> int:
    """The end before the next clause, but past the commas of "A, B và C"."""
    limit = min(end, begin + 170)
    stop = _STOP.search(lowered, begin, limit)
    while stop and stop.group() and _goes_on(folded, lowered, begin, stop):  # no words: the limit itself
        stop = _STOP.search(lowered, stop.end(), limit)
    at = stop.start() if stop else limit
    if not folded[at + 2 : at + 3].islower():
        return at
    clause = _STOP.search(lowered, at + 2, limit)
    while clause and clause.group() == ", ":
        clause = _STOP.search(lowered, clause.end(), limit)
    until = clause.start() if clause else limit
    return until if _ENUMERATION.fullmatch(lowered, at, until) else at
