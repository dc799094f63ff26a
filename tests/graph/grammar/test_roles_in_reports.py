"""Roles as reports of offices and mass organisations tell them: seats, passives, lists set out in lines, the floor."""

import pytest

from graph.grammar.events import find_events
from graph.grammar.layout import analyse
from graph.grammar.persons import find_people
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


@pytest.mark.parametrize(("text", "expected"), [*SEATS, *LINES, *PASSIVES, *FLOOR])
def test_roles(text: str, expected: str) -> None:
    assert sorted(told(text).split()) == sorted(expected.split())
