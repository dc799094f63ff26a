"""Where the name of a programme ends that stands without quotes: before the next clause, not inside the name."""

import re

_STOP = re.compile(
    r" ?(?<!tp)\.| ?[;:(\n\"!?]|…|,? (?:giai đoạn|nhiệm kỳ|thời kỳ)(?!\w)|,? (?:được|đã|đang|sẽ|tại|do|nhằm|gắn|cũng|"
    r"với|trên địa bàn|trong đó|theo|của|là|có|"
    r"cho|thời gian|hiện nay|năm (?:nay|qua|tới)|hằng năm|hàng năm|từ năm|từ ngày|năm \d|diễn ra|tổ chức|để|mà|phải|"
    r"cần|thì|ngày|vào|lần thứ|còn|nhưng|"
    r"đến nay|phát triển mạnh|ngày càng|vì|từ|do|"
    r"(?:sáng|chiều|trưa|tối)(?= ngày| nay| qua| \d)|lần này|vừa|chưa|đưa ra|hướng tới|nói trên|nêu trên|này|hôm|"
    r"bị(?! ảnh hưởng)|trên|nay|như vậy|khi|nói(?! không)|cho biết|cho rằng|sắp tới|hiện hành|chính là|đến các|hợp lý|"
    r"vẫn|cũng như|lâu nay|tôi|chúng tôi|ông)"
    r"(?!\w)|, (?!chống|chữa)| và (?=(?:các |những )?(?:tuần lễ|tháng hành động|ngày hội|quy hoạch|dự án|luật|"
    r"phong trào|cuộc vận động|mô hình|chương trình|đề án|kế hoạch|"
    r"chỉ thị|nghị quyết|nhiệm vụ|công tác|triển khai|lực lượng|chuẩn bị|góp phần|đề xuất|báo cáo|trình|"
    r"giao)(?!\w))| -|$"
)
_ENUMERATION = re.compile(r", (?:[^,.;:()\n\"]{2,45}, ){0,3}[^,.;:()\n\"]{2,45} và [^,.;:()\n\"]{2,70}")
_HANGING = re.compile(r" (?:trong|ở|và|mà|về|với|cho|của|hoặc|như|năm)$")
# Words that go on over a preposition: "thích ứng với biến đổi khí hậu", "hiệu quả của doanh nghiệp".
_WITH = ("thích ứng", "ứng phó", "phù hợp", "kết nối", "hội nhập", "hợp tác", "liên kết", "không", "đối", "gắn kết") + (
    "tiếp cận",
    "sống chung",
)
_OWNED = (
    ("hiệu quả", "chất lượng", "vai trò", "năng lực", "đời sống", "trách nhiệm", "hoạt động", "sự hài lòng", "vị thế")
    + (
        "thu nhập",
        "quyền lợi",
        "bộ máy",
        "chức năng",
        "sức cạnh tranh",
        "tác động",
        "tác hại",
        "sức khỏe",
        "sự lãnh đạo",
    )
    + ("sự tham gia", "quyền", "lợi ích", "nhu cầu", "tiềm năng", "thế mạnh")
)
# Lists that a name ends with: "thiệt hại do ảnh hưởng xâm nhập mặn, hạn hán, …".
_HARMS = ("xâm nhập mặn", "hạn hán", "mưa lũ", "bão", "lũ lụt", "lũ", "thiên tai", "dịch bệnh", "sạt lở", "ngập úng")
_CAUSE = (" do ảnh hưởng", " do thiên tai", " do biến đổi", " do hạn hán", " do bão", " do dịch", " do mưa")
# Words that stand together with a comma between them.
_COUPLED = tuple(
    (pair.split(", ")[0], pair.split(", ")[1])
    for pair in """hiệu lực, hiệu quả|chất lượng, hiệu quả|đào tạo, bồi dưỡng|tuyên truyền, phổ biến|phổ biến, giáo dục
tuyên truyền, giáo dục|giáo dục, vận động|tuyên truyền, vận động|học tập, thực hiện|học tập, làm theo
quản lý, sử dụng|quản lý, khai thác|quản lý, điều hành|quản lý, bảo vệ|bảo vệ, phát triển|bảo vệ, chăm sóc
chăm sóc, giáo dục|chăm sóc, bảo vệ|bảo tồn, phát huy|bảo tồn, phát triển|sắp xếp, tổ chức|tổ chức, sắp xếp
sắp xếp, đổi mới|đổi mới, sắp xếp|đổi mới, phát triển|đổi mới, nâng cao|cơ cấu lại, đổi mới|củng cố, kiện toàn
kiện toàn, củng cố|xây dựng, chỉnh đốn|xây dựng, củng cố|xây dựng, phát triển|xây dựng, nâng cao
di dân, tái định cư|bồi thường, hỗ trợ|hỗ trợ, tái định cư|an ninh, trật tự|trật tự, an toàn
công nghiệp hóa, hiện đại hóa|cán bộ, công chức|công chức, viên chức|cán bộ, đảng viên|cán bộ, chiến sĩ
cơ chế, chính sách|vui chơi, giải trí|văn hóa, thể thao|thể dục, thể thao|văn hóa, du lịch|nhanh, bền vững
an toàn, hiệu quả|hiện đại, hiệu quả|xanh, sạch|sạch, đẹp|trong sạch, vững mạnh|tiết kiệm, hiệu quả
kiểm tra, giám sát|thanh tra, kiểm tra|giám sát, phản biện|thi đua, khen thưởng|khai thác, sử dụng
khai thác, bảo vệ|sản xuất, kinh doanh|sản xuất, tiêu thụ|tiêu thụ, xuất khẩu|thu gom, xử lý
thu gom, vận chuyển|phòng ngừa, ứng phó|phòng ngừa, đấu tranh|ngăn chặn, đẩy lùi|phát hiện, xử lý
xử lý, khắc phục|thông tin, tuyên truyền|chỉnh trang, phát triển|cải tạo, nâng cấp|cải tạo, chỉnh trang
nâng cấp, mở rộng|đầu tư, xây dựng|đầu tư, nâng cấp|nghiên cứu, ứng dụng|ứng dụng, chuyển giao|thôn, bản
xã, phường|huyện, xã|bản, làng|vùng sâu, vùng xa|miền núi, vùng cao|biên giới, hải đảo|biển, đảo|rượu, bia
phường, thị trấn|quyền lực, trách nhiệm|cấp huyện, cấp xã|hòa bình, hữu nghị|hộ cận nghèo, hộ nghèo
hộ nghèo, hộ cận nghèo""".replace("\n", "|").split("|")
)


def name_end(folded: str, lowered: str, begin: int, end: int) -> int:
    """Where an unquoted name ends; no preposition is left hanging ("giảm nghèo trong | thời gian qua")."""
    stop = _clause_end(folded, lowered, begin, end)
    hanging = _HANGING.search(lowered, begin, stop)
    return hanging.start() if hanging else stop


def _goes_on(lowered: str, begin: int, stop: "re.Match[str]") -> bool:
    """Does the name go on over this comma or preposition?"""
    at, sign = stop.start(), stop.group().strip()
    if sign == ",":
        return lowered.endswith(_HARMS, begin, at) or any(
            lowered.endswith(a, begin, at) and lowered.startswith(b, stop.end()) for a, b in _COUPLED
        )
    if sign == "với":
        return lowered.endswith(_WITH, begin, at)
    if sign == "của":
        return lowered.endswith(_OWNED, begin, at)
    return sign == "do" and lowered.startswith(_CAUSE, at)


def _clause_end(folded: str, lowered: str, begin: int, end: int) -> int:
    """The end before the next clause, but past the commas of "A, B và C"."""
    limit = min(end, begin + 170)
    stop = _STOP.search(lowered, begin, limit)
    while stop and _goes_on(lowered, begin, stop):
        stop = _STOP.search(lowered, stop.end(), limit)
    at = stop.start() if stop else limit
    if not folded[at + 2 : at + 3].islower():
        return at
    clause = _STOP.search(lowered, at + 2, limit)
    while clause and clause.group() == ", ":
        clause = _STOP.search(lowered, clause.end(), limit)
    until = clause.start() if clause else limit
    return until if _ENUMERATION.fullmatch(lowered, at, until) else at
