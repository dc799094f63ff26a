"""Roles as reports of offices and mass organisations tell them: seats, passives, lists set out in lines, the floor."""

import pytest

from graph.grammar.events.events import find_events
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.mention import EventMention
from graph.source import Source

HEAD = (
    "Sơn La: Giữ nước đầu nguồn\n\n14/3/2022\n\nSáng 12/3, tại thành phố Sơn La, Sở Nông nghiệp tỉnh Sơn La tổ chức "
    "hội nghị trực tuyến về cấp nước mùa khô. "
)
THERE = "Dự hội nghị có ông Lò Văn Pản, Giám đốc Sở Y tế; bà Cà Thị Un, Phó Giám đốc Sở Tài chính.\n\n"


def told(text: str) -> str:
    """Write "Pản:chair Un:attend", the gatherings parted by " / "."""
    document = analyse(Source.from_text("t", HEAD + text))
    events: tuple[EventMention, ...] = find_events(document, find_people(document))
    return " / ".join(" ".join(f"{role.person.split()[-1]}:{role.role}" for role in event.roles) for event in events)


SEATS = [
    ("Ngồi ghế chủ tọa là ông Lò Văn Pản, Giám đốc Sở, cùng bà Cà Thị Un, Phó Giám đốc Sở.", "Pản:chair Un:chair"),
    ("Bàn chủ tọa có ông Lò Văn Pản, Giám đốc Sở; bà Cà Thị Un, Phó Giám đốc Sở.", "Pản:chair Un:chair"),
    ("Đoàn chủ tịch điều hành hội nghị gồm các đồng chí: Lò Văn Pản, Giám đốc Sở; Cà Thị Un, Phó Giám đốc Sở.",
     "Pản:chair Un:chair"),
    ("Cầm trịch hội nghị là ông Lò Văn Pản, Giám đốc Sở. Cùng điều hành với ông có bà Cà Thị Un, Phó Giám đốc Sở.",
     "Pản:chair Un:chair"),
    ("Hai người chủ trì đều là nữ: bà Cà Thị Un, Phó Giám đốc Sở và bà Vì Thị Lả, Chủ tịch Hội Phụ nữ tỉnh.",
     "Un:chair Lả:chair"),
    ("Hội nghị đặt dưới sự điều hành của ông Lò Văn Pản, Giám đốc Sở; bà Cà Thị Un, Phó Giám đốc Sở khai mạc.",
     "Pản:chair Un:open"),
    ("Hội nghị được Giám đốc Sở Lò Văn Pản điều hành.", "Pản:chair"),
    ("Khách mời của hội nghị có ông Lò Văn Pản, Giám đốc Sở Y tế; bà Cà Thị Un, Phó Giám đốc Sở Tài chính.",
     "Pản:attend Un:attend"),
    ("Về phía khách mời có: ông Lò Văn Pản - Giám đốc Sở Y tế; bà Cà Thị Un - Phó Giám đốc Sở Tài chính.",
     "Pản:attend Un:attend"),
    ("Theo dõi từ điểm cầu Mộc Châu có ông Lò Văn Pản, Chủ tịch UBND huyện.", "Pản:attend"),
    ("Ngồi hàng ghế khách mời là ông Lò Văn Pản, Giám đốc Sở Y tế và 40 kiểm lâm viên.", "Pản:attend"),
    ("Dự hội nghị tại điểm cầu tỉnh Lai Châu có các đồng chí: Lò Văn Pản, Giám đốc Sở Y tế; Cà Thị Un, Phó Giám đốc "
     "Sở Tài chính.", "Pản:attend Un:attend"),
]  # fmt: skip

# Who somebody without a post is; what one does before the report; several before a colon.
WHO = [
    ("Bà Cà Thị Un, giáo dân bản Mòn cho biết đường đã rộng.", "Un:speak"),
    ("Đồng chí Lò Văn Pản, nguyên Bí thư Đảng ủy xã Chiềng Mai, đảng viên 60 năm tuổi Đảng bày tỏ niềm xúc động.",
     "Pản:speak"),
    ("Ông Lò Văn Pản, cán bộ địa chính bàn giao công việc cho người khác.", ""),
    ("Ông Lò Văn Pản, Giám đốc Sở đã ôn lại truyền thống của ngành và trình bày báo cáo kết quả.", "Pản:report"),
    ("Đồng chí Cà Thị Un, Chủ tịch Ủy ban MTTQ tỉnh thông báo về công tác Mặt trận.", "Un:report"),
    ("Đại diện các huyện tham luận: Bà Cà Thị Un, Chủ tịch UBND huyện; ông Lò Văn Pản, Trưởng phòng Y tế huyện.",
     "Un:speak Pản:speak"),
    ("Hội nghị còn có mặt ông Lò Văn Pản, Giám đốc Sở Y tế.", "Pản:attend"),
    ("Bà Cà Thị Un, Trưởng phòng Tổ chức tuyên đọc quyết định.", "Un:report"),
    ("Dự họp có ông Lò Văn Pản, Giám đốc Sở Y tế; bà Cà Thị Un, Phó Giám đốc Sở Tài chính.", "Pản:attend Un:attend"),
]  # fmt: skip

LINES = [
    ("\n\nDự hội nghị có:\n- Ông Lò Văn Pản, Giám đốc Sở Y tế;\n- Bà Cà Thị Un, Phó Giám đốc Sở Tài chính;\n- Đại diện "
     "các huyện.\n\nÔng Lò Văn Pản phát biểu chào mừng.", "Pản:speak Un:attend"),
    ("\n\nChủ trì hội nghị:\n+ Đồng chí Lò Văn Pản, Giám đốc Sở;\n+ Đồng chí Cà Thị Un, Phó Giám đốc Sở.\n\nCác ý kiến "
     "đều thống nhất.", "Pản:chair Un:chair"),
]  # fmt: skip

PASSIVES = [
    ("Không nhiều lời, báo cáo được ông Lò Văn Pản đọc trước hội nghị đi thẳng vào con số.", "Pản:report"),
    ("Tờ trình do bà Cà Thị Un, Trưởng phòng Thủy lợi đọc tại hội nghị cho biết còn 9 hồ cạn.", "Un:report"),
    ("Bản Quy chế do bà Cà Thị Un, Phó Giám đốc Sở, công bố.", "Un:report"),
    ("Diễn văn khai mạc do đồng chí Lò Văn Pản, Giám đốc Sở đọc.", "Pản:open"),
    ("Diễn văn khai mạc được ông Lò Văn Pản rút ngắn hết mức.", "Pản:open"),
    ("Khép lại hội nghị, bà Cà Thị Un gói lời bế mạc trong một yêu cầu.", "Un:conclude"),
    ("Các phần thưởng đã được ông Lò Văn Pản, Giám đốc Sở trao tận tay.", "Pản:award"),
    ("Ba hợp tác xã nhận Bằng khen từ tay các đồng chí Lò Văn Pản và Cà Thị Un.", "Pản:award Un:award"),
    ("UBND xã được tặng Bằng khen, do bà Cà Thị Un, Phó Giám đốc Sở thừa ủy quyền trao.", "Un:award"),
    ("Bộ trưởng tặng Bằng khen cho 4 cá nhân, trong số những người bước lên nhận có cô Vì Thị Lả, Hiệu trưởng.",
     "Lả:receive"),
    ("Ông Lò Văn Pản, Giám đốc Sở trao Bằng khen cho Hợp tác xã Nà Sản và nghệ nhân Vì Thị Lả.",
     "Pản:award Lả:receive"),
    ("Bà Cà Thị Un chúc mừng bà con và trao tiền xây 2 nhà tình nghĩa.", "Un:speak Un:award"),
    ("Bà Cà Thị Un tặng xã bộ loa đài và 20 triệu đồng.", "Un:award"),
    ("Qua phần trình bày của ông Lò Văn Pản, Giám đốc Sở, cả tỉnh còn 9 hồ cạn.", "Pản:report"),
    ("Theo lời ông Lò Văn Pản, Giám đốc Sở khi báo cáo kết quả, cả tỉnh còn 9 hồ cạn.", "Pản:report"),
    ("Người đọc báo cáo, bà Cà Thị Un (Trưởng phòng Thủy lợi), chỉ dừng ở mấy con số.", "Un:report"),
    ("Sau lời khai mạc của bà Cà Thị Un, ông Lò Văn Pản (Viện Thủy lợi) giới thiệu kỹ thuật tưới.",
     "Un:open Pản:report"),
    # not done, or granted only
    ("Báo cáo sẽ được ông Lò Văn Pản trình bày vào tháng sau.", ""),
    ("Bà con mong Bằng khen được ông Lò Văn Pản trao.", ""),
]  # fmt: skip

FLOOR = [
    (THERE + "Ông Pản lo thiếu thuốc khử khuẩn.", "Pản:speak Un:attend"),
    (THERE + "Bà Un thì xin thêm hai tháng để rà soát. Ông Pản về sớm.", "Un:speak Pản:attend"),
    ("Từ điểm cầu Mộc Châu, bà Vì Thị Lả, Chủ tịch UBND huyện, xin thêm máy bơm.", "Lả:speak"),
    ("Bà Vì Thị Lả, Giám đốc Hợp tác xã Nà Sản, than: “Hồ cạn từ tháng Giêng”.", "Lả:speak"),
    ("Ôn lại truyền thống là ông Lò Văn Pản, nguyên Giám đốc Sở.", "Pản:speak"),
    ("Đứng lên phát biểu sau cùng nhưng được vỗ tay lâu nhất là cô Vì Thị Lả, Hiệu trưởng.", "Lả:speak"),
    ("Ông Lò Văn Pản, Giám đốc Sở kết luận từng việc.", "Pản:conclude"),
    ("Bà Vì Thị Lả, Chủ tịch UBND phường Tô Hiệu kêu gọi mỗi nhà góp một giờ.", "Lả:speak"),
    # somebody not known to be there, or a verb of other meaning
    ("Ông Lò Văn Pản lo thiếu thuốc khử khuẩn.", ""),
    (THERE + "Ông Pản lo liệu chỗ ở cho đoàn.", "Pản:attend Un:attend"),
    (THERE + "Bà Un dẫn đầu đoàn đi thăm hồ Bản Mòng.", "Pản:attend Un:attend"),
]  # fmt: skip


PARAGRAPHS = [
    ("Chủ trì và phát biểu khai mạc hội nghị, đồng chí Lò Văn Pản, Giám đốc Sở nêu rõ mục đích.", "Pản:chair Pản:open"),
    ("Thay mặt Ban Tổ chức, bà Cà Thị Un, Chánh Văn phòng Sở trình bày báo cáo tổng kết.", "Un:report"),
    ("Tiếp thu các ý kiến, ông Lò Văn Pản, Giám đốc Sở hứa sẽ sửa ngay.", "Pản:speak"),
    ("Giải trình các nội dung đại biểu quan tâm, Giám đốc Sở Tài chính Hoàng Văn Hặc cho biết vốn đã có.", "Hặc:speak"),
    ("Phần thảo luận ghi nhận ý kiến của ông Hoàng Văn Hặc, Chủ tịch UBND xã Chiềng Xôm; bà Cà Thị Un, Trưởng "
     "bản Nà Ngùa và ông Lò Văn Pản, chủ trang trại.",
     "Hặc:speak Un:speak Pản:speak"),
    ("Có 5 lượt ý kiến, trong đó có ý kiến của bà Cà Thị Un - Trưởng phòng Kinh tế huyện Mai Sơn; ông Hoàng Văn "
     "Hặc - Chủ tịch UBND xã Chiềng Xôm.",
     "Un:speak Hặc:speak"),
    ("Ghi nhận các ý kiến, chủ tọa hội nghị – Phó Chủ tịch UBND tỉnh Lò Văn Pản – yêu cầu các huyện rà soát hồ "
     "chứa.",
     "Pản:chair Pản:speak"),
    ("Đến dự có các ông: Lò Văn Pản - Phó Chủ tịch UBND tỉnh, Hoàng Văn Hặc - Giám đốc Sở Tài chính; các bà: Cà "
     "Thị Un - Chủ tịch Hội Phụ nữ tỉnh, Quàng Thị Sen - Phó Bí thư Tỉnh đoàn.",
     "Pản:attend Hặc:attend Un:attend Sen:attend"),
    ("Hội nghị nghe các đồng chí Lò Văn Pản, Trưởng phòng Thủy lợi và Cà Thị Un, Trưởng phòng Kế hoạch trình "
     "bày hai báo cáo.",
     "Pản:report Un:report"),
    ("Các đại biểu đã nghe PGS.TS Hoàng Văn Hặc, Trường Đại học Tây Bắc truyền đạt hai chuyên đề.", "Hặc:report"),
    ("Báo cáo viên của hội nghị là TS Cà Thị Un, Viện Khoa học Thủy lợi.", "Un:report"),
    ("Vinh dự nhận Huân chương dịp này là bà Cà Thị Un, Trưởng bản Nà Ngùa.", "Un:receive"),
    ("Được biểu dương tại hội nghị có anh Hoàng Văn Hặc, công nhân vận hành hồ Bản Mòng.", "Hặc:receive"),
    ("Kỷ niệm chương được gắn lên ngực áo ông Lò Văn Pản, nguyên Giám đốc Sở.", "Pản:receive"),
    ("Ông Lò Văn Pản, Giám đốc Sở được Chủ tịch nước tặng Huân chương Lao động hạng Ba; Phó Chủ tịch UBND tỉnh "
     "Hoàng Văn Hặc thừa ủy quyền trao.",
     "Pản:receive Hặc:award"),
    ("Trước khi kết thúc hội nghị, đồng chí Lò Văn Pản, Giám đốc Sở chốt lại ba việc.", "Pản:conclude"),
    ("Mở đầu hội nghị, đồng chí Lò Văn Pản, Giám đốc Sở quán triệt chỉ đạo của Thủ tướng.", "Pản:report"),
    ("Hội nghị đã nghe báo cáo của bà Cà Thị Un, Trưởng phòng Thủy lợi về tình hình hồ đập.", "Un:report"),
    ("Chia sẻ kinh nghiệm giữ nước, ông Hoàng Văn Hặc, Chủ tịch UBND xã Chiềng Xôm kể chuyện bản mình.", "Hặc:speak"),
    ("Lời chào mừng của ông Lò Văn Pản, Giám đốc Sở mở đầu hội nghị.", "Pản:speak"),
    ("Đại diện lãnh đạo tỉnh, đồng chí Lò Văn Pản, Phó Chủ tịch UBND tỉnh chúc mừng những kết quả của ngành.",
     "Pản:speak"),
    ("Đồng chí Lò Văn Pản, Phó Chủ tịch UBND tỉnh dự và có bài phát biểu chỉ đạo.", "Pản:direct"),
    ("Dự, chủ trì hội nghị có đồng chí Lò Văn Pản, Phó Chủ tịch UBND tỉnh. Cùng dự có lãnh đạo các sở.", "Pản:chair"),
    ("Hội nghị vinh dự được đón đồng chí Lò Văn Pản, Phó Chủ tịch UBND tỉnh; đồng chí Cà Thị Un, Chủ tịch Hội "
     "Phụ nữ tỉnh.",
     "Pản:attend Un:attend"),
    ("Cùng tham dự có sự góp mặt của ông Lò Văn Pản, Phó Chủ tịch UBND tỉnh và bà Cà Thị Un, Chủ tịch Hội Phụ "
     "nữ tỉnh.",
     "Pản:attend Un:attend"),
    ("Chủ trì tại điểm cầu tỉnh là đồng chí Lò Văn Pản, Phó Chủ tịch UBND tỉnh.", "Pản:chair"),
    ("Tại điểm cầu Mộc Châu, đồng chí Cà Thị Un, Chủ tịch UBND huyện chủ trì.", "Un:chair"),
    ("Điều hành phần thảo luận, ông Lò Văn Pản, Phó Giám đốc Sở đề nghị các huyện nói thẳng.", "Pản:chair Pản:speak"),
    ("Tổng kết hội nghị, Phó Giám đốc Sở Cà Thị Un nhấn mạnh ba điểm.", "Un:conclude"),
    ("Phát biểu đáp từ, ông Hoàng Văn Hặc, Chủ tịch UBND xã Chiềng Xôm cảm ơn các nhà tài trợ.", "Hặc:speak"),
    ("Dịp này, thừa ủy quyền Bộ trưởng Bộ Nông nghiệp, đồng chí Lò Văn Pản, Giám đốc Sở đã trao Kỷ niệm chương "
     "cho 5 cá nhân.",
     "Pản:award"),
    ("Tại hội nghị, đồng chí Lò Văn Pản và đồng chí Cà Thị Un đã trao Giấy khen của Giám đốc Sở cho 4 tập thể.",
     "Pản:award Un:award"),
    ("Tham luận của ông Hoàng Văn Hặc, Chủ tịch UBND xã Chiềng Xôm nêu cách chia nước theo giờ.", "Hặc:speak"),
    ("Thống nhất với các ý kiến, ông Lò Văn Pản, Giám đốc Sở giao Phòng Thủy lợi tổng hợp.", "Pản:speak"),
    ("Về nội dung này, Giám đốc Công an tỉnh, Đại tá Hoàng Văn Hặc bổ sung số liệu về đuối nước.", "Hặc:speak"),
    ("Cũng tại hội nghị, các đại biểu nghe bà Cà Thị Un, Phó Vụ trưởng, phổ biến những điểm mới của Luật Tài "
     "nguyên nước.",
     "Un:report"),
    ("Nêu thực tế ở cơ sở, Bí thư Chi bộ bản Nà Ngùa Hoàng Văn Hặc đề xuất lắp đồng hồ nước.", "Hặc:speak"),
    ("Đồng chí Lò Văn Pản – Giám đốc Sở, Trưởng Ban Tổ chức hội nghị – đọc diễn văn khai mạc.", "Pản:open"),
    ("Sau phần khai mạc của ông Lò Văn Pản, Giám đốc Sở, hội nghị chia ba tổ thảo luận.", "Pản:open"),
    ("Hội nghị bế mạc sau lời kết luận của đồng chí Lò Văn Pản, Phó Chủ tịch UBND tỉnh.", "Pản:conclude"),
    ("Theo phân công, ông Hoàng Văn Hặc sẽ trình bày báo cáo tại hội nghị toàn quốc tháng sau.", ""),
    ("Sở giao ông Hoàng Văn Hặc chủ trì, phối hợp với các huyện lập phương án.", ""),
    ("Tiếp và làm việc với đoàn có các đồng chí: Đỗ Quang Vinh, Phó Chủ tịch UBND huyện; Phạm Thị Lành, Trưởng "
     "phòng Nội vụ huyện.",
     "Vinh:attend Lành:attend"),
    ("Đồng chí Đỗ Quang Vinh, Bí thư Huyện ủy dự và tặng hoa chúc mừng hội nghị.", "Vinh:award"),
    ("Góp ý vào dự thảo, luật sư Phạm Thị Lành (Đoàn Luật sư tỉnh) chỉ ra ba chỗ chồng chéo.", "Lành:speak"),
    ("Bên lề hội nghị, bà Phạm Thị Lành, Giám đốc Công ty Hoa Ban cho biết doanh thu tăng.", "Lành:attend"),
    ("Trả lời phóng viên, ông Đỗ Quang Vinh, Giám đốc Sở nói giá nước chưa tăng.", ""),
    ("Trao đổi với các đại biểu, Thứ trưởng Bộ Nông nghiệp Đỗ Quang Vinh gợi mở ba hướng đi.", "Vinh:speak"),
    ("Tiếp lời, bà Phạm Thị Lành, Chủ tịch Hội Nông dân xã Chiềng Xôm kể chuyện bà con chia nước.", "Lành:speak"),
    ("Ý kiến của bà Phạm Thị Lành, Chủ tịch Hội Nông dân xã Chiềng Xôm được nhiều người đồng tình.", "Lành:speak"),
    ("Hội nghị thống nhất bầu ông Đỗ Quang Vinh giữ chức Chủ tịch Hội.", ""),
    ("Chỉ đạo hội nghị, Phó Bí thư Thường trực Tỉnh ủy Đỗ Quang Vinh yêu cầu rõ người, rõ việc.", "Vinh:direct"),
    ("Hội nghị do các đồng chí: Đỗ Quang Vinh, Phó Chủ tịch UBND tỉnh; Phạm Thị Lành, Giám đốc Sở đồng chủ trì.",
     "Vinh:chair Lành:chair"),
    ("Đồng chủ trì hội nghị còn có bà Phạm Thị Lành, Phó Chủ tịch Hội đồng nhân dân tỉnh.", "Lành:chair"),
    ("Hội nghị có sự chủ trì của Phó Chủ tịch UBND tỉnh Đỗ Quang Vinh.", "Vinh:chair"),
    ("Chủ trì hội nghị: Đồng chí Đỗ Quang Vinh - Phó Chủ tịch UBND tỉnh.", "Vinh:chair"),
    ("Thành phần tham dự gồm: ông Đỗ Quang Vinh, Phó Chủ tịch UBND tỉnh; bà Phạm Thị Lành, Giám đốc Sở; trưởng "
     "các phòng.",
     "Vinh:attend Lành:attend"),
    ("Ra mắt hội nghị, tân Chủ tịch Hội Phạm Thị Lành hứa giữ nước như giữ nhà.", "Lành:speak"),
    ("Đồng chí Phạm Thị Lành - Phó Giám đốc Sở báo cáo tóm tắt kết quả thực hiện nghị quyết.", "Lành:report"),
    ("Báo cáo kết quả kiểm tra do Chánh Thanh tra Sở Phạm Thị Lành trình bày chỉ ra 14 hồ mất an toàn.", "Lành:report"),
    ("Theo báo cáo của Chánh Thanh tra Sở Phạm Thị Lành, 14 hồ mất an toàn.", "Lành:report"),
    ("Trình bày tham luận tại hội nghị có các ông, bà: Đỗ Quang Vinh, Chủ tịch UBND xã Chiềng Xôm; Phạm Thị "
     "Lành, Trưởng bản Nà Ngùa.",
     "Vinh:speak Lành:speak"),
    ("Ba tham luận của các ông Đỗ Quang Vinh, Lê Hữu Tạo và bà Phạm Thị Lành đều nói về hồ nhỏ.",
     "Vinh:speak Tạo:speak Lành:speak"),
    ("Ông Đỗ Quang Vinh, Giám đốc Sở đánh cồng khai mạc hội nghị.", "Vinh:open"),
    ("Giấy khen của Chủ tịch UBND huyện được Phó Chủ tịch Phạm Thị Lành trao cho 7 cá nhân.", "Lành:award"),
    ("Nhận hoa và quà từ lãnh đạo tỉnh, ông Lê Hữu Tạo, Trưởng bản Nà Ngùa xúc động cảm ơn.", "Tạo:receive Tạo:speak"),
    ("Ban Tổ chức tặng quà cho các ông Lê Hữu Tạo, Đỗ Quang Vinh vì thành tích vận hành hồ.",
     "Tạo:receive Vinh:receive"),
    ("Hai cá nhân được tặng Bằng khen là ông Lê Hữu Tạo và bà Phạm Thị Lành.", "Tạo:receive Lành:receive"),
    ("Ông Lê Hữu Tạo, Trưởng bản Nà Ngùa là người duy nhất được nhận Bằng khen của Thủ tướng.", "Tạo:receive"),
    ("Phát biểu nhận nhiệm vụ, đồng chí Phạm Thị Lành hứa đoàn kết.", "Lành:speak"),
    ("Đồng chí Phạm Thị Lành, Phó Giám đốc Sở phụ trách điều hành hội nghị, nhắc các điểm cầu bật tiếng.",
     "Lành:chair Lành:speak"),
    ("Lắng nghe các ý kiến, Phó Chủ tịch UBND tỉnh Đỗ Quang Vinh chia sẻ với khó khăn của bà con và yêu cầu làm "
     "ngay ba việc.",
     "Vinh:speak"),
    ("Đỗ Quang Vinh, Phó Chủ tịch UBND tỉnh, người chủ trì hội nghị, nói ngắn: nước là máu.", "Vinh:chair Vinh:speak"),
    ("Đồng chí Đỗ Quang Vinh kết luận: hồ nào mất an toàn phải hạ mực nước ngay.", "Vinh:conclude"),
    ("Sau hơn ba giờ làm việc, đồng chí Đỗ Quang Vinh, Phó Chủ tịch UBND tỉnh có ý kiến kết luận.", "Vinh:conclude"),
    ("Các nội dung trên được đồng chí Đỗ Quang Vinh, Phó Chủ tịch UBND tỉnh kết luận tại hội nghị.", "Vinh:conclude"),
    ("Cũng dịp này, bà Phạm Thị Lành được bầu giữ chức Phó Chủ tịch Hội. Ông Lê Hữu Tạo công bố quyết định "
     "chuẩn y.",
     "Tạo:report"),
    ("Công bố quyết định khen thưởng là bà Phạm Thị Lành, Chánh Văn phòng Sở.", "Lành:report"),
    ("Ông Đỗ Quang Vinh, Phó Chủ tịch UBND tỉnh cùng các đại biểu cắt băng khánh thành trạm bơm.", "Vinh:attend"),
    ("Đồng chí Đỗ Quang Vinh, Phó Chủ tịch UBND tỉnh và các đại biểu bấm nút vận hành phần mềm.", "Vinh:attend"),
    ("Về phần mình, ông Lê Hữu Tạo, Chủ tịch UBND xã Chiềng Xôm cam kết xong trước tháng 6.", "Tạo:speak"),
    ("Không phát biểu dài, bà Phạm Thị Lành, Bí thư Chi bộ bản Nà Ngùa chỉ hỏi bao giờ có nước.", "Lành:speak"),
    ("Câu hỏi của bà Phạm Thị Lành, Bí thư Chi bộ bản Nà Ngùa khiến hội trường lặng đi.", "Lành:speak"),
    ("Ông Lê Hữu Tạo, nguyên Giám đốc Sở, mất năm 2020, từng chủ trì nhiều hội nghị như thế.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*SEATS, *WHO, *LINES, *PASSIVES, *FLOOR, *PARAGRAPHS])
def test_roles(text: str, expected: str) -> None:
    assert sorted(told(text).split()) == sorted(expected.split())


MORE = [
    ("Khách của hội nghị gồm bà Trần Hồng Nhung, Chi cục trưởng Chi cục Thủy lợi; ông Phan Duy Tiếp, Bí thư Đảng ủy xã "
     "Chiềng Xôm. Bà Nhung hỏi ngay; còn ông Tiếp than năm nào cũng chờ.", "Nhung:speak Tiếp:speak"),
    ("Anh Lê Văn Thiện, Phó Bí thư Tỉnh đoàn, giữ vai trò điều hành. Phía huyện, có mặt đồng chí Lò Văn Pản, Phó Bí "
     "thư Huyện ủy; chị Cà Thị Un, Bí thư Huyện đoàn.", "Thiện:chair Pản:attend Un:attend"),
    ("Anh Thiện trao điện thoại và quà; người thay mặt các tổ nhận quà là anh Lê Hữu Tạo, Bí thư Chi đoàn.",
     "Tạo:receive"),
    ("Hội nghị khép lại sau ý kiến kết luận của Chủ tịch Hội đồng Lò Văn Pản.", "Pản:conclude"),
    ("Hội nghị đặt dưới sự chủ tọa của các ông, bà: Lò Văn Pản - Bí thư Huyện ủy; Cà Thị Un - Phó Chủ tịch HĐND huyện.",
     "Pản:chair Un:chair"),
    ("Sau lời khai mạc của ông Lò Văn Pản, hội nghị nghe bà Cà Thị Un, Chủ tịch UBND huyện báo cáo tình hình.",
     "Pản:open Un:report"),
    ("Trước lúc chia tay, ông Lò Văn Pản, Giám đốc Sở thăm trạm bơm và tặng mỗi đội 10 bộ áo phao.", "Pản:award"),
    ("Ông Lò Văn Pản khiêm tốn cho rằng công lớn là của dân bản.", "Pản:speak"),
    ("Thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy Lò Văn Pản gắn Huân chương lên lá cờ của Sở.", "Pản:award"),
    ("Thay mặt Thủ tướng Chính phủ, Bộ trưởng Bộ Y tế Lò Văn Pản chủ trì hội nghị.", "Pản:chair"),
    ("Ông Lò Văn Pản giao các phòng hoàn thiện trong tháng 11, đồng thời tuyên bố bế mạc hội nghị.", "Pản:conclude"),
    ("Ông Lò Văn Pản, Giám đốc Sở Nông nghiệp chủ trì hội nghị. Nói lời bế mạc, người đứng đầu Sở dặn giữ nước.",
     "Pản:chair Pản:conclude"),
    ("Đọc bản giao ước là Phó Chánh án Cà Thị Un.", "Un:report"),
    ("Tiếp nối là phần chia sẻ của ông Lò Văn Pản, Giám đốc Hợp tác xã Nà Sản; của chị Cà Thị Un, Bí thư Đoàn xã.",
     "Pản:speak Un:speak"),
]  # fmt: skip


KNOWN = (
    "Dự hội nghị có ông Đỗ Quang Vinh, Phó Chủ tịch UBND tỉnh; bà Phạm Thị Lành, Giám đốc Sở Tài chính; Thượng tá Lê "
    "Hữu Tạo, Phó Giám đốc Công an tỉnh.\n\n"
)
OF_KNOWN = [
    ("Bà Lành không đồng tình: tiền có, cái thiếu là cách tiêu.", "Lành:speak"),
    ("Người khép lại hội nghị là ông Vinh, với ba việc phải xong.", "Vinh:conclude"),
    ("Phần kết luận, ông Vinh nhắc lại yêu cầu.", "Vinh:conclude"),
    ("Lời kết luận của Phó Chủ tịch UBND tỉnh chỉ gói trong năm phút.", "Vinh:conclude"),
    ("Từ vị trí chủ tọa, Phó Chủ tịch Đỗ Quang Vinh cắt ngang: đừng đọc báo cáo nữa.", "Vinh:chair"),
    ("Báo cáo mà ông Lò Văn Sơn, Chánh Văn phòng Sở đọc chỉ dài hai trang.", "Sơn:report"),
    ("Bà Lành và Thượng tá Tạo cùng đứng lên nhận trách nhiệm.", "Lành:speak Tạo:speak"),
    ("Thông điệp của ông Vinh rất rõ: nước không chờ ai.", "Vinh:speak"),
    ("Cùng ông Vinh chủ trì hội nghị còn có Giám đốc Sở Nông nghiệp Lò Văn Sơn.", "Vinh:chair Sơn:chair"),
    ("Hội nghị còn lắng nghe chia sẻ của chị Quàng Thị Mai, Trưởng bản Nà Ngùa.", "Mai:speak"),
    ("Bên cạnh Giấy khen, ông Lò Văn Sơn còn nhận được chiếc xe đạp do bà Lành trao.", "Sơn:receive Lành:award"),
    ("Cờ thi đua của UBND tỉnh về tay xã Chiềng Xôm, do ông Vinh trao.", "Vinh:award"),
    ("Người chủ trì là Phó Bí thư Tỉnh ủy, Phó Chủ tịch UBND tỉnh, Phó Trưởng ban Chỉ đạo.", ""),
    (
        "Người chủ trì là Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, Phó Trưởng ban Chỉ đạo. Chủ tịch UBND tỉnh Lò Văn "
        "Pản kết luận hội nghị.",
        "Pản:chair Pản:conclude",
    ),
    ("Vắng mặt tại hội nghị là ông Lò Văn Sơn, Giám đốc Sở Xây dựng.", ""),
    ("Với Giám đốc Sở Tài chính, chuyện khó nhất là đối ứng.", ""),
]


@pytest.mark.parametrize(("text", "expected"), OF_KNOWN)
def test_roles_of_those_known_to_be_there(text: str, expected: str) -> None:
    others = {"Vinh:attend", "Lành:attend", "Tạo:attend"}
    assert set(told(KNOWN + text).split()) - others == set(expected.split())


def test_who_authorises_lends_no_post() -> None:
    for words in ("Thừa ủy quyền của Chủ tịch nước", "Thừa ủy quyền Chủ tịch nước", "Thay mặt Chủ tịch nước"):
        document = analyse(Source.from_text("t", HEAD + f"{words}, Bí thư Tỉnh ủy Lò Văn Pản trao Huân chương."))
        (person,) = find_people(document).persons
        assert [(post.title, post.acting) for post in person.posts] == [("Bí thư", False)]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_roles_told_in_passing(text: str, expected: str) -> None:
    assert sorted(told(text).split()) == sorted(expected.split())


LISTS = [
    ("Hội nghị diễn ra dưới sự chủ trì của Thường trực Huyện ủy gồm các đồng chí: Lò Văn Pản, Bí thư Huyện ủy; Cà Thị "
     "Un, Phó Bí thư Huyện ủy.", "Pản:chair Un:chair"),
    ("Điều hành hội nghị là Chủ tọa gồm bà Cà Thị Un, Chủ tịch HĐND xã và ông Lò Văn Pản, Phó Chủ tịch HĐND xã.",
     "Un:chair Pản:chair"),
    ("Về phía tỉnh có Phó Chủ tịch UBND tỉnh Lò Văn Pản, chủ trì hội nghị; Giám đốc Sở Y tế Cà Thị Un; Giám đốc Sở "
     "Nội vụ Vì Thị Lả.", "Pản:chair Un:attend Lả:attend"),
    ("Đại biểu cấp trên về dự: ông Lò Văn Pản, Giám đốc Sở Y tế; bà Cà Thị Un, Phó Giám đốc Sở Nội vụ.",
     "Pản:attend Un:attend"),
    ("Trưởng bản Quàng Văn Mai thì khoe với hội trường giống lúa mới của bản.", "Mai:speak"),
    ("Chưa hài lòng, ông Lò Văn Pản truy: vì sao hồ cạn?", "Pản:speak"),
    ("Sau khi nghe ý kiến của ông Lò Văn Pản, Thứ trưởng đề nghị làm sớm.", "Pản:speak"),
    ("Hội nghị tặng Bằng khen cho 2 tập thể. Trao các phần thưởng này là các đồng chí Lò Văn Pản, Cà Thị Un.",
     "Pản:award Un:award"),
    ("Dự hội nghị có ông Lò Văn Pản, Giám đốc Sở Y tế.\n\nKhép phần thảo luận, ông Pản công bố phong trào thi đua.",
     "Pản:report"),
    ("Chuyên đề này sẽ được trình tại kỳ họp cuối năm; ông Lò Văn Pản khai mạc kỳ họp.", ""),
    ("Hội nghị tặng hoa cho học sinh. Thượng tá Lò Văn Pản thay mặt các cựu học sinh bày tỏ lòng tri ân.", "Pản:speak"),
    ("Chỉ đạo ngành trong thời gian tới, ông Lò Văn Pản nhấn mạnh việc giữ rừng.", "Pản:direct"),
    ("Về nhiệm vụ năm tới, ông Lò Văn Pản chỉ đạo các xã, phường giữ rừng.", "Pản:direct"),
    ("Tháng sau Sở sẽ tổ chức hội nghị đối thoại với các hộ trồng rừng. Mục tiêu của hội nghị là gỡ khó.\n\n"
     "Ông Lò Văn Pản, Giám đốc Sở Y tế, nêu khó khăn của ngành.", "Pản:speak"),
    ("Ông Lò Văn Pản, Giám đốc Sở Y tế, lo lắng khi thiếu thuốc.", "Pản:speak"),
    ("Hội nghị phổ biến Lệnh của Chủ tịch nước Cà Văn Un công bố pháp lệnh mới.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_roles_in_lists_and_beside_them(text: str, expected: str) -> None:
    assert sorted(told(text).split()) == sorted(expected.split())


def test_the_chairman_of_a_committee_chairs_its_session() -> None:
    text = "\n\nChiều 12/3, Ủy ban Kiểm tra Huyện ủy họp kỳ thứ 9 do ông Lò Văn Pản, Chủ nhiệm Ủy ban chủ trì."
    assert told(text).endswith("Pản:chair")
