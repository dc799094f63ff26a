"""Words around figures: what is counted, what bounds a number, and what makes it a name or a date."""

import re


def _phrases(lines: str) -> tuple[str, ...]:
    return tuple(phrase for line in lines.strip().split("\n") for phrase in line.split("|"))


# Words after which a number is no figure: it dates, orders or names something.
NAMING = frozenset(
    _phrases("""
a|apec|asean|bot|bài|bàn|bước|bến|chiều|chương|covid|cảng|cấp|cầu|cụm|euro|f|fax|g|hotline|hôm|hạng|hẻm|hồi
iphone|k|kho|khoản|khu|khóa|khối|km|kênh|kì|kỳ|loại|lúc|lần|lớp|metro|mã|mùng|mồng|mục|nay|ngày|ngõ|phiên
phòng|phường|ql|quý|quận|ron|sáng|sđt|số|tháng|thôn|thứ|trang|trưa|trại|trạm|tuyến|tw|tên|tầng|tối|tổ|u|vtv
vòng|vùng|windows|xăng|điều|đt|đêm|đường|đội|đợt|ấp
""")
)
# Words after which a year stands.
DATING = frozenset(("đầu", "cuối", "giữa", "từ", "tết", "năm", "đến", "tới"))
NAMING_PAIRS = frozenset(
    _phrases("""
bộ luật|chi nhánh|chuyến bay|chương trình|chỉ thị|chỉ đạo|công ty|công văn|cơ quan|giai đoạn
hải quân|hải đoàn|hội nghị|kế hoạch|kết luận|kỳ họp|lữ đoàn|nghị quyết|nghị định|nhà máy|phương án|quy định
quyết định|quân khu|quân đoàn|quốc lộ|sea games|sư đoàn|số nhà|thông tư|thập niên|thế kỷ|tiểu ban|trung đoàn
trung ương|tư lệnh|vành đai|world cup|xí nghiệp|điểm a|điện thoại|đường bộ|đại hội|đề án
""")
)
COUNTING_PAIRS = frozenset(
    _phrases("""
ban đầu|con số|cung cấp|cùng lúc|kể từ|nâng cấp|sẽ cấp|trong số|tổng số|và cấp|với số|xây cầu|đã cấp|đã từ
được cấp|đạt số
""")
)
# Nouns of one syllable that are counted; after any other word a second one belongs to the unit.
SINGLE = frozenset(
    _phrases("""
ao|ban|bao|buổi|bài|bánh|bó|bản|bậc|bộ|ca|can|chai|chiếc|chuyến|chốt|cm|con|cuốn|cuộc|cuộn|cây|căn|cầu|cặp
cột|dân|eur|g|gam|gb|giải|giếng|gói|ha|hecta|huyện|hòm|hồ|hộ|hộp|kg|khu|khẩu|km|km2|km²|kwh|kíp|lon|loại
làng|lá|lít|lô|lượt|lớp|m|m2|m3|mm|mw|m²|m³|máy|mét|mẫu|mốc|ngành|người|nhà|nhóm|nước|phiếu|phát|phần|quả
suất|sở|thôn|thùng|tin|trường|trạm|tuyến|tàu|túi|tạ|tấn|tỉnh|tổ|tờ|usd|viên|việc|vùng|vườn|vị|vụ|xe|xã|xóm|ô
điểm|đàn|đôi|đơn|đồng|độ|đội|ấp
""")
)
_PAIRS = _phrases("""
trường hợp|đồng chí|đại biểu|cán bộ|đảng viên|đối tượng|băng nhóm|mô hình|câu lạc bộ|tổ chức|doanh nghiệp
hội viên|đoàn viên|người dân|ý kiến|văn bản|nguồn tin|vụ việc|vụ án|khẩu súng|điểm cầu|đơn vị|địa phương
địa bàn|cá nhân|tập thể|học sinh|sinh viên|giáo viên|nhiệm vụ|nền kinh tế|gói thầu|làn xe|dự án|dự thảo
cơ sở|hạng mục|đề tài|trẻ em|công trình|tiêu chí|thành phố|quốc gia|hộ gia đình|gia đình|chi bộ|đảng bộ
tổ dân phố|khu dân cư|công nhân|lao động|chiến sĩ|chiến sỹ|giải pháp|thành viên|chỉ tiêu|sáng kiến|thủ tục
hồ sơ|tờ rơi|ngôi chùa|ngôi nhà|căn nhà|suất quà|phần quà|lượt người|người nghiện|phó chủ tịch|ủy viên
trường học|thương binh|công an (?:phường|xã|huyện|tỉnh)|ủy viên(?: trung ương)?|bí thư
số đăng ký|bằng phát minh|bằng sáng chế|đồng đội|kiểm lâm viên|cộng tác viên|tình nguyện viên|đại dự án|nhóm sản phẩm
siêu nhà máy|mốc thời gian|kênh tần số|mức thu nhập|tội danh|bị can|bị cáo|biên chế|hợp tác xã|trang trại|nhà máy
tổ chức(?: cơ sở)? đảng|phó giám đốc|ngày công|thủ tục hành chính|tháng lương|nghị quyết|sáng kiến
""")
PAIRS = re.compile(rf"(?:{'|'.join(_PAIRS)})(?!\w)")
# What comes in whole numbers only.
WHOLE = frozenset(_phrases("người|vụ|hộ|m2|m²|con|cây|xe|đồng|ca|lượt|lượt người|doanh nghiệp|đối tượng|trường hợp"))
# What stands before a number that is a bound.
UNDER = tuple(
    f" {word}"
    for word in _phrases("gần|dưới|chưa đến|chưa tới|chưa đầy|không quá|tối đa|không đến|không vượt quá|ngót")
)
OVER = tuple(
    f" {word}" for word in _phrases("trên|hơn|vượt|quá|ít nhất|tối thiểu|không dưới|vượt quá|trên tới|hơn tới")
)
ABOUT = tuple(f" {word}" for word in _phrases("khoảng|chừng|ước|ước tính|xấp xỉ|tầm|độ|ước đạt"))
# Units too common to tell by a number that the same thing is counted again.
COMMON = frozenset(
    _phrases("""
%|người|đồng|usd|ha|hecta|m|m2|m²|m3|km|km2|tấn|tạ|kg|lít|mét|vụ|tỷ|tỉ|triệu|lượt|lượt người|trường hợp|ngày|tháng|giờ
phút|tuần|lần|điểm|năm|con|cây|suất|phần|ý kiến|xã|phường|huyện|tỉnh|địa phương|đơn vị|cơ sở|trường|đối tượng
thôn|buôn|làng|bản|ấp|khu phố|tổ dân phố|tòa án|sở|ngành|tổ chức|đại biểu|đồng chí|hội viên|đảng viên|đoàn viên|cá nhân
""")
)
