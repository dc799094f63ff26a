"""Titles of laws, codes and ordinances, and where a title that is not among them ends.

A title may hold commas and "và" ("Luật Phòng, chống ma túy"), so the known ones are a list: the laws in
force or replaced since 1986 that reports cite. A law is cited by its title alone.
"""

import re
from functools import cache

_LAWS = """an ninh mạng|an ninh quốc gia|an toàn thông tin mạng|an toàn thực phẩm|an toàn, vệ sinh lao động
ban hành văn bản quy phạm pháp luật|báo chí|bảo hiểm tiền gửi|bảo hiểm xã hội|bảo hiểm y tế
bảo vệ bí mật nhà nước|bảo vệ dữ liệu cá nhân|bảo vệ môi trường|bảo vệ quyền lợi người tiêu dùng
bảo vệ sức khỏe nhân dân|bảo vệ và kiểm dịch thực vật|bảo vệ, chăm sóc và giáo dục trẻ em
bảo vệ và phát triển rừng|bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân|biên giới quốc gia
biên phòng việt nam|biển việt nam|bình đẳng giới|bưu chính|cạnh tranh|căn cước|căn cước công dân
cán bộ, công chức|cảnh sát biển việt nam|cảnh sát biển|cảnh sát cơ động|cảnh vệ|chăn nuôi
chất lượng sản phẩm, hàng hóa|chính quyền địa phương|chứng khoán|chuyển giao công nghệ|công an nhân dân
công an xã|công chứng|công đoàn|công nghệ cao|công nghệ thông tin|công nghiệp công nghệ số|cư trú|dạy nghề
dân quân tự vệ|dân số|dầu khí|di sản văn hóa|doanh nghiệp|doanh nghiệp nhà nước|dự trữ quốc gia|du lịch|dược
đa dạng sinh học|đất đai|đầu tư|đầu tư công|đầu tư nước ngoài tại việt nam
đầu tư theo phương thức đối tác công tư|đấu giá tài sản|đấu thầu|đê điều|điện ảnh|điện lực|điều ước quốc tế
đo đạc và bản đồ|đo lường|đơn vị hành chính - kinh tế đặc biệt|đơn vị hành chính kinh tế đặc biệt|đường bộ
đường sắt|giá|giám định tư pháp|giao dịch điện tử|giao thông đường bộ|giao thông đường thủy nội địa|giáo dục
giáo dục đại học|giáo dục nghề nghiệp|giáo dục quốc phòng và an ninh|hàng không dân dụng việt nam|hải quan
hành chính công|hiến, lấy, ghép mô, bộ phận cơ thể người|hình sự|hòa giải ở cơ sở|hòa giải, đối thoại tại tòa án
hóa chất|hoạt động giám sát của quốc hội và hội đồng nhân dân|hoạt động chữ thập đỏ|hôn nhân và gia đình|hộ tịch
hợp tác xã|htx|hỗ trợ doanh nghiệp nhỏ và vừa|hội|kế toán|khám bệnh, chữa bệnh|khí tượng thủy văn|khiếu nại
khiếu nại, tố cáo|khoa học và công nghệ|khoa học, công nghệ và đổi mới sáng tạo|khoáng sản|kiểm toán độc lập
kiểm toán nhà nước|kiến trúc|kinh doanh bảo hiểm|kinh doanh bất động sản|lâm nghiệp|lao động|lưu trữ|luật sư
lực lượng dự bị động viên|lý lịch tư pháp
mặt trận tổ quốc việt nam|năng lượng nguyên tử|ngân hàng nhà nước việt nam|ngân sách nhà nước|người cao tuổi
người khuyết tật|xử phạt vi phạm hành chính|đặc xá
tổ chức chính quyền đô thị|người lao động việt nam đi làm việc ở nước ngoài
người lao động việt nam đi làm việc ở nước ngoài theo hợp đồng|nghĩa vụ quân sự|nhà giáo|nhà ở
nuôi con nuôi|phá sản|phí và lệ phí|phòng bệnh|phòng, chống bạo lực gia đình|phòng chống bạo lực gia đình
phòng, chống bệnh truyền nhiễm|phòng, chống ma túy|phòng chống ma túy|phòng, chống mua bán người
phòng, chống nhiễm vi rút gây ra hội chứng suy giảm miễn dịch mắc phải ở người|phòng, chống rửa tiền
phòng chống rửa tiền|phòng, chống tác hại của rượu, bia|phòng, chống tác hại rượu, bia
phòng, chống tác hại của thuốc lá|phòng, chống tham nhũng|phòng chống tham nhũng|phòng, chống thiên tai
phòng chống thiên tai|phòng, chống khủng bố|phòng cháy và chữa cháy|phòng cháy, chữa cháy|phòng cháy chữa cháy
phòng cháy, chữa cháy và cứu nạn, cứu hộ|phòng không nhân dân|phổ biến, giáo dục pháp luật|quản lý nợ công
quản lý ngoại thương|quản lý, sử dụng tài sản công|quản lý, sử dụng tài sản nhà nước
quản lý, sử dụng vốn nhà nước đầu tư vào sản xuất, kinh doanh tại doanh nghiệp
quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ|quản lý thuế|quảng cáo
quân nhân chuyên nghiệp, công nhân và viên chức quốc phòng|quốc phòng|quốc tịch việt nam|quốc tịch|quy hoạch
quy hoạch đô thị|quy hoạch đô thị và nông thôn|sĩ quan quân đội nhân dân việt nam|sở hữu trí tuệ|tài nguyên nước
tài nguyên, môi trường biển và hải đảo|tần số vô tuyến điện|tạm giữ, tạm giam|tác hại rượu, bia|thanh niên
thanh tra|thể dục, thể thao|thi đua, khen thưởng|thi đua khen thưởng|thi hành án dân sự|thi hành án hình sự
thi hành tạm giữ, tạm giam|thỏa thuận quốc tế|thống kê|thú y|thủ đô|thủy lợi|thủy sản|thuế bảo vệ môi trường
thuế giá trị gia tăng|thuế tài nguyên|thuế thu nhập cá nhân|thuế thu nhập doanh nghiệp|thuế tiêu thụ đặc biệt
thuế xuất khẩu, thuế nhập khẩu|thực hành tiết kiệm, chống lãng phí|thực hiện dân chủ ở cơ sở|thư viện|thương mại
tiếp cận thông tin|tiếp công dân|tiêu chuẩn và quy chuẩn kỹ thuật|tín ngưỡng, tôn giáo|tố cáo|tố tụng dân sự
tố tụng hành chính|tố tụng hình sự|tổ chức chính phủ|tổ chức chính quyền địa phương
tổ chức cơ quan điều tra hình sự|tổ chức hội đồng nhân dân và ủy ban nhân dân|tổ chức quốc hội
tổ chức tòa án nhân dân|tổ chức viện kiểm sát nhân dân|trách nhiệm bồi thường của nhà nước|trẻ em
trật tự, an toàn giao thông đường bộ|trật tự an toàn giao thông đường bộ|trọng tài thương mại|trồng trọt
trợ giúp pháp lý|trưng cầu ý dân|trưng mua, trưng dụng tài sản|tương trợ tư pháp|tư pháp người chưa thành niên
ủy thác tư pháp|viên chức|việc làm|viễn thông|xây dựng|xử lý vi phạm hành chính|xuất bản
xuất cảnh, nhập cảnh của công dân việt nam
nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại việt nam|các tổ chức tín dụng|các tcktd|các tctd
dân sự|hàng hải việt nam|hàng hải|công nghiệp quốc phòng|quản lý thị trường|ưu đãi người có công với cách mạng
ưu đãi người có công|cựu chiến binh|cảnh sát môi trường|thực hiện dân chủ ở xã, phường, thị trấn
quản lý, sử dụng vũ khí, vật liệu nổ, công cụ hỗ trợ|động viên công nghiệp|án phí, lệ phí tòa án"""

# A title's tail that tells it from the law it changes.
_AMENDED = re.compile(r" ?(?:\((?:sửa đổi|sửa đổi, bổ sung|mới)\)|sửa đổi(?! bổ sung)(?!,))")
_CHANGES = re.compile(r"sửa đổi,? bổ sung một số điều của (?:các )?(?:bộ luật|luật|pháp lệnh) ")
_FURTHER = re.compile(r"(?:,| và) (?:các )?(?:bộ luật|luật|pháp lệnh) ")
# What stands before "luật" in other words and names.
_NOT_BEFORE = re.compile(
    r"(?:kỷ|kỉ|pháp|quy|qui|điều|quân|dân|gia|học|trường|đại học|đh|khoa|viện|ngành|công ty|báo|hội|đoàn|cử nhân|"
    r"thạc sĩ|"
    r"tiến sĩ|văn phòng|hãng|công ước[^,.;]{0,60}|luật pháp|về mặt) $"
)
_NOT_AFTER = re.compile(r" (?:sư|gia|pháp|lệ|định|biển liên|cộng hòa|chơi|rừng|nhân quả|số \d+ quốc)(?!\w)")
_STOP = re.compile(
    r" ?[.;:()\"\n!?…]|, (?!chống\b|chữa\b)| (?:đã|được|có|quy định|và|để|của|cho|trong|về|năm|này|là|còn|sẽ|thì|khi|"
    r"với|do|tại|sau|"
    r"ban hành|nhằm|số|hiện|cũng|gồm|vừa|chưa|từ|theo|mới|lần|vào|sáng|chiều|tối|ngày|trước|đến|đang|phải|không|nên|"
    r"cần|hay|hoặc|"
    r"như|nêu|ra|nói|(?:sắp|lần|hiện|đang) |19\d\d|20\d\d)(?!\w)| -|$"
)


@cache
def _known() -> "re.Pattern[str]":
    titles = {title.strip() for line in _LAWS.split("\n") for title in line.split("|")}
    # Commas come and go ("phòng, chống", "phòng chống").
    forms = [re.escape(t).replace(",", ",?").replace("phòng\\ chống", "phòng,?\\ chống") for t in titles]
    return re.compile(rf"(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)")


def law_title(folded: str, lowered: str, start: int, at: int, end: int) -> tuple[int, int] | None:
    """Return where the title of a law begins and ends, if "luật" at `start` (ending at `at`) names one.

    `at` is the offset after the type word, `end` that of the sentence's end. Titles with a capital are
    read even if the list does not know them; others only from the list.
    """
    if lowered[at : at + 1] != " " or _NOT_AFTER.match(lowered, at, end):
        return None
    if lowered[start:at] == "luật" and _NOT_BEFORE.search(lowered[max(0, start - 60) : start]):
        return None
    begin = at + 1
    changes = _CHANGES.match(lowered, begin, end)
    known = _known().match(lowered, changes.end() if changes else begin, end)
    if known:
        stop = known.end()
        further = _FURTHER.match(lowered, stop, end) if changes else None
        while further:
            also = _known().match(lowered, further.end(), end)
            if also is None:
                break
            stop = also.end()
            further = _FURTHER.match(lowered, stop, end)
        capital = folded[start].isupper() or folded[known.start()].isupper() or known.group().count(" ") > 1
        return (begin, _amended(lowered, stop, end)) if capital else None
    if not folded[begin : begin + 1].isupper():
        return None
    closing = _STOP.search(lowered, begin, min(end, begin + 120))
    stop_at = closing.start() if closing else min(end, begin + 120)
    words = folded[begin:stop_at].split()
    # "Luật Hà Nội", "Luật Minh Khuê": a run of capitals is a firm, a school or a person.
    if len(words) < 2 or all(w[0].isupper() for w in words) or len(words) > 14:
        return None
    return begin, _amended(lowered, stop_at, end)


def _amended(lowered: str, at: int, end: int) -> int:
    match = _AMENDED.match(lowered, at, end)
    return match.end() if match else at
