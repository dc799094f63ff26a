"""The words before which a body's name has ended: function words, and verbs of such news."""

import re
from functools import cache

from graph.grammar.text.cues import words_pattern

# Words that cannot stand inside a body's name: function words, and verbs of such news by their first two words.
_STOP_WORDS = tuple(
    """đã|đang|sẽ|cũng|còn|được|cho|nói|là|cùng|đến|tới|khi|để|bởi|nếu|thì|mà|nhưng|rằng|theo|như|nêu
    |trao|tặng|đọc|mong|hứa|chúc|gửi|xem|thăm|hỏi|này|đó|kia|ông|bà|nhằm|từng|chưa|phải|hay|hoặc|đều|lại
    |rất|vẫn|luôn|gồm|kể|hôm|chiều|ngày|năm|tháng|lúc|rồi|lên|vào|mời|kiêm|nguyên|trên dưới|đón|dâng|tỏ|ôn lại
    |gặp|rời|cho biết|yêu cầu|đề nghị|đề xuất|đề cập|đề ra|ghi nhận|ghi chép|đánh giá|biểu dương|khẳng định
    |nhấn mạnh|chia sẻ|chia tay|tiếp thu|tiếp tục|tiếp nhận|tiếp đoàn|tiếp và|tiếp lời|lưu ý|cảm ơn|kêu gọi
    |bày tỏ|gợi ý|giữ chức|giữ vai|nhận định|nhận xét|nhận được|nhận thấy|nhận giúp|nhận nhiệm|trả lời
    |dẫn đầu|dẫn chứng|dẫn lời|tin tưởng|tin rằng|giao cho|giao nhiệm|giao các|giao sở|giao công|hiện nay
    |hiện đang|hiện có|hiện tại|phát biểu|phát động|chủ trì|chủ tọa|đồng chủ|tham dự|tham gia|tham luận
    |tham quan|trình bày|báo cáo|kết luận|khai mạc|bế mạc|chỉ đạo hội|chỉ đạo tại|chỉ rõ|chỉ ra|kiến nghị
    |cam kết|thông báo|thông qua|thông tin về|thông tin thêm|thông tin tại|thông tin rằng|thông tin với|thông tin tới
    |giới thiệu|thay mặt|thay ông|thay bà|thừa ủy|thừa nhận|tán thành|nhất trí|thống nhất|quyết định|phân công
    |phân tích|chụp ảnh|giải thích|giải trình|lý giải|hy vọng|công bố|điều hành hội|cung cấp|cảnh báo
    |bổ nhiệm|bổ sung|trực tiếp|đồng tình|đồng ý|đồng thời|trong đó|trong công|trong việc|trong khi
    |trong buổi|trong cuộc|trong phiên|trong hội|trong năm|trong thời|trong bài|trong những|trong các
    |trong tháng|trên cơ sở|trao đổi|thẳng thắn|ủng hộ|tuyên bố|xác nhận|xác định|kết thúc|bắt đầu|tiến hành
    |triệu tập|tổ chức hội|tổ chức họp|tổ chức lễ|tổ chức cuộc|tổ chức buổi|tổ chức phiên|tổ chức tại
    |tổ chức sơ|tổ chức tổng|tổ chức một|tổ chức các|tổ chức nhiều|tổ chức chương|tổ chức đoàn|tổ chức gặp
    |tổ chức ngày|tổ chức tọa|về việc|họp|bàn|ra mắt|tuyên dương|về kết|tạm|nhìn nhận|phối hợp với
    |phối hợp cùng|chứng kiến|tiết lộ|từ chối|bác bỏ|sinh năm|bức xúc|băn khoăn|khuyến cáo|thị sát
    |kiểm tra tại|kiểm tra công|làm việc|làm trưởng|làm chủ|phụ trách|quán triệt|đặt câu|đặt vấn|đưa ra|nhắc
    |giao lưu|trưởng đoàn|bên lề|bên trái|bên phải|bên cạnh|ra quân|ra quyết|đi kiểm|đi thăm|trước khi
    |sau khi|sau đó|trước đó|chung vui|song|nhờ|hoan nghênh|đánh trống|cắt băng|về dự|về thăm|thắp hương
    |viếng|góp mặt|góp ý|góp lời|khai giảng|giao ban|bế giảng
    |trú tại|quê|ngụ|tử vong|qua đời|khởi tố|bị can|lãnh đạo|mang|chị|cùng với
    |lo ngại|lo lắng|tâm sự|phàn nàn|dặn|khuyên|phê bình|chất vấn|đáp|bộc bạch|xúc động|phấn khởi|quả quyết
    |ví von|truy vấn|vào cuộc|liền|lập tức|vội|xin|trưa|đêm|lại|hội nghị
    |điểm lại|tóm tắt|tóm lược|tóm lại|kể lại|kể chuyện|giãi bày|gợi mở|trăn trở|đúc kết|đúc rút|hiến kế|phân trần
    |trần tình|nhắn nhủ|nhắn gửi|căn dặn|dặn dò|tự hào|hồ hởi|giải đáp|mở đầu|mở màn|mở lời|khép lại|chốt lại|gút lại
    |tuyên đọc|xướng tên|bắt tay|bộc lộ|than thở|than phiền|thổ lộ|góp chuyện|góp thêm|nối lời|hồi tưởng|đau đáu
    |xót xa|hối thúc|phản bác|bật mí|báo tin|nhận lỗi|đặt ngay|nói lên|vui mừng|gửi gắm|lên tiếng|dẫn giải|thưa
    |gọi điện|chiếm đoạt|chuyển tiền
    |chỉ đạo xử|long trọng|vinh dự|cuộc họp|phiên họp|phối hợp tổ chức|phối hợp các|phối hợp triển""".replace(
        "\n    ", ""
    ).split("|")
)
# The same, but for the compounds in which they do stand there ("tự do", "hàng không").
_STOP_MORE = (
    r"đối(?= với)",
    r"cựu(?! chiến| thanh niên| sinh viên| học sinh| giáo chức| tù| quân nhân)",
    r"khen(?! thưởng)",
    r"(?<!hậu )cần(?! thơ)",
    r"(?<!ban )(?<!phòng )(?<!vụ )(?<!tác )(?<!và )(?<!- )tổ chức(?=[.;])",
    r"tối(?! cao| thiểu| đa)",
    r"vì(?! trẻ| sự | người| cộng đồng| quyền| hòa bình| phụ nữ| môi trường| nạn nhân| tầm vóc| an ninh)",
    r"(?<!tổ chức )(?<!bồi dưỡng )(?<!- )(?<!sức khỏe )cán bộ",
    r"nhận (?:quà|hỗ trợ|giải|danh hiệu|bằng|học bổng|thưởng|phần)",
    r"với(?! người việt| kiều bào)",
    r"anh(?! hùng| em| ninh)",
    r"có(?! công)",
    r"(?<!quản lý )cư trú",
    r"(?<!ban )đại diện",
    r"tìm(?! kiếm)",
    r"(?<!tiếp nhận )(?<!xử lý )phản ánh",
    r"mở(?= hội| cuộc| lớp| đợt| phiên| chiến| tọa| lễ)",
    r"(?<!chống )lừa đảo",
    r"muốn|chậm|khẩn trương|thắc mắc|tái khẳng",
    r"(?<!tự )do",
    r"(?<!thiết )(?<!chuẩn )bị",
    r"(?<!nông thôn )(?<!đổi )mới",
    r"(?<!và )vừa",
    r"(?<!sau )dự(?! án| báo| trữ| phòng| toán| thảo| bị)",
    r"(?<!hàng )(?<!phòng )không(?! quân)",
    r"tại(?! doanh nghiệp(?! này| đó))",
    r"(?<!việc )làm",
    r"(?<!thư )(?<!đăng )(?<!chữ )ký",
    r"sáng(?! tạo| kiến| tác| lập)",
    r"ở(?! nước)",
    r"(?<!nước )ngoài(?! nước| công lập| nhà nước)",
    r"sau(?! đại học)",
    r"trước",
    r"từ(?! thiện)",
    r"(?<!nghệ )(?<!và )(?<!toàn )thông tin(?=[,:])",
    r"nên",
    r"bầu(?! cử)",
    r"(?<=và )(?:các cấp|điều dưỡng|bác sĩ|bác sỹ|kỹ sư|nghệ nhân|giáo viên|sinh viên|học sinh|em|cô giáo)",
    r"(?<!trung tâm )(?<!ban )điều hành(?=[.;,:]| tọa| cuộc| buổi| phiên| phần)",
    r"triển khai(?= \d| kế hoạch| nhiệm vụ| các| nhiều| đợt)",
    r"(?<!trình )(?<!chế )phối hợp (?:với|cùng|giữa)",
)


@cache
def stop_pattern() -> re.Pattern[str]:
    """Words before which a body's name has ended, in the lowered text."""
    return re.compile(rf"{words_pattern(_STOP_WORDS).pattern}|(?<!\w)(?:{'|'.join(_STOP_MORE)})(?!\w)")


# What a body's name never holds: the caption after it, an honour listed beside it.
NO_PART = ("ảnh:", "ảnh minh", "huân chương", "huy chương", "bằng khen", "giấy khen", "kỷ niệm chương", "cờ thi đua")
# For what a "Ban Tổ chức" may be; a name of places alone ends there.
GATHERINGS = ("đại lễ", "đại hội", "hội nghị", "hội thi", "hội thảo", "lễ hội", "ngày hội", "giải thưởng", "cuộc thi")
# Bodies of whose names only certain words in small letters may come first.
OWN_KINDS = {
    "bệnh viện": re.compile(
        r" (?:đa khoa|chuyên khoa|nhi|phụ sản|sản|lao|phổi|tâm thần|y học|y dược|quân y|quân dân y|mắt|ung bướu"
        r"|dã chiến|hữu nghị|da liễu|điều dưỡng|phục hồi|tỉnh|huyện|thành phố|thị xã|quận|khu vực|trung ương"
        r"|quốc tế|tư nhân|chấn thương|chỉnh hình|răng|tai|huyết học|truyền máu|nội tiết|nhiệt đới|bệnh nhiệt"
        r"|giao thông|bưu điện|công an|nhân dân|đại học|trường|số|hạng|thẩm mỹ|tim|thận|việt nam|thống nhất|của"
        r"|vệ tinh|thuộc|than|xây dựng)(?!\w)"
    ),
    "học viện": re.compile(
        r" (?:chính trị|hành chính|cảnh sát|an ninh|ngân hàng|tài chính|ngoại giao|báo chí|nông nghiệp|quân y"
        r"|quốc phòng|kỹ thuật|khoa học|công nghệ|công an|hậu cần|lục quân|hải quân|biên phòng|phòng không"
        r"|âm nhạc|múa|phụ nữ|thanh thiếu niên|tư pháp|tòa án|dân tộc|quản lý|chính sách|hàng không|y dược"
        r"|bưu chính|thiết kế|của|thuộc|cán bộ|quốc tế|quốc gia)(?!\w)"
    ),
}
