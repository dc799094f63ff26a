"""Plans, schemes and projects as newspapers tell of them: without quotes, shortened, in lists; and what is none."""

from random import Random

import pytest

from graph.grammar.documents.legal import find_legal
from graph.grammar.initiatives.programme_merge import Found, _key, _same_name, merged
from graph.grammar.initiatives.programmes import find_programmes
from graph.grammar.text.layout import analyse
from graph.mention import Span
from graph.source import Source


def names(text: str) -> list[tuple[str, str]]:
    document = analyse(Source.from_text("x", f"Tin hoạt động của huyện trong tuần\n\n{text}"))
    return [(p.kind, p.name) for p in find_programmes(document, find_legal(document))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xã dự phong trào toàn dân tham gia đánh bạc trên mạng.", []),
        (
            "Xã dự phong trào toàn dân tham gia chống đánh bạc trên mạng.",
            ["toàn dân tham gia chống đánh bạc trên mạng"],
        ),
        ("Đề án xây nhà riêng của ông Tám giai đoạn 2031-2032.", []),
        ("Xã triển khai Đề án xây nhà máy nước giai đoạn 2031-2032.", ["xây nhà máy nước"]),
        ("Chúng ban hành kế hoạch bảo vệ bí mật của nhóm tội phạm.", []),
        ("Sở ban hành kế hoạch bảo vệ bí mật về quặng ở mỏ.", ["bảo vệ bí mật về quặng ở mỏ"]),
        ("Sở chưa ban hành kế hoạch bảo vệ bí mật về quặng ở mỏ.", []),
        ("Xã không triển khai kế hoạch nuôi trồng rong biển năm 2031.", []),
    ],
)
def test_initiatives_are_nobodys_own_and_there_are_such(text: str, expected: list[str]) -> None:
    assert [name for _, name in names(text)] == expected


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_unclosed_quote_ends_with_its_line(end: str) -> None:
    text = (
        f'Sau hội vật đầu xuân, bà con các xóm ven sông cùng huyện mở phong trào "Giữ cho sạch bến sông quê{end}{end}'
    )
    assert [name for _, name in names(f"{text}Bà con hưởng ứng.{end}")] == ["Giữ cho sạch bến sông quê"]


def test_names_are_joined_as_if_each_were_compared_with_all() -> None:
    random = Random(5)
    words = ["xây", "dựng", "cầu", "đường", "Mơ", "Sậy", "Bến", "2031", "2032", "nông", "thôn", "và", "-", "OCOP"]
    roads = ["Metro Bến Mơ - Cầu Sậy", "cầu Bến Mơ - Cầu Sậy", "Mỗi xã một sản phẩm"]
    joined = 0
    for _ in range(150):
        base = [random.choices(words, k=random.randint(2, 22)) for _ in range(3)]
        found = []
        for place in range(9):
            name = random.choice(base)[: random.randint(2, 30)]
            if random.random() < 0.6:
                name.insert(random.randrange(len(name) + 1), random.choice(words))
            written = " ".join(name) if random.random() < 0.85 else random.choice(roads)
            kind, rule = random.choice(["plan", "scheme"]), random.choice(["titled", "quoted", "year"])
            found.append(Found(kind, written, Span(place, place + 1), f"programme.{rule}"))
        places = sorted(sorted(e.span.start for e in mention.evidence) for mention in merged(found))
        assert places == _compared_with_all(found)
        joined += len(found) - len(places)
    assert joined > 200


def _compared_with_all(found: list[Found]) -> list[list[int]]:
    groups: list[tuple[Found, list[str], list[int]]] = []
    for item in found:
        words = _key(item.name).split()
        home = next((i for i, (first, key, _) in enumerate(groups) if _same_name(item, words, first, key)), None)
        if not words:
            continue
        if home is None:
            groups.append((item, words, [item.span.start]))
            continue
        first, key, places = groups[home]
        groups[home] = (first, max(key, words, key=len), [*places, item.span.start])
    return sorted(places for _, _, places in groups)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # plans
        ("Huyện đã ban hành kế hoạch tổng kiểm tra các bến đò ngang.", ["tổng kiểm tra các bến đò ngang"]),
        ("Sở phê duyệt kế hoạch thành lập tổ giữ rừng để xử lý.", ["thành lập tổ giữ rừng"]),
        ("Họp triển khai kế hoạch nuôi trồng rong biển năm 2031 hôm qua.", ["nuôi trồng rong biển năm 2031"]),
        ("Đội hoàn thành kế hoạch trồng cây ven sông Mơ năm 2031.", ["trồng cây ven sông Mơ năm 2031"]),
        ("Xã hoàn thành kế hoạch 5 năm 2031-2035 sớm.", ["5 năm 2031-2035"]),
        ("Sở đang viết dự thảo Kế hoạch di dời chuồng trại ven suối.", ["di dời chuồng trại ven suối"]),
        (
            "Sở lập phương án gồm: kế hoạch ứng phó lũ quét; kế hoạch ứng phó cháy kho.",
            ["ứng phó lũ quét", "ứng phó cháy kho"],
        ),
        ("Theo quy hoạch điện IX điều chỉnh đến 2040, công suất tăng.", ["quy hoạch điện IX điều chỉnh"]),
        # schemes
        ("Sở rà soát cầu cảng theo đề án tái cấu trúc ngành muối.", ["tái cấu trúc ngành muối"]),
        ("Đoàn triển khai đề án tham gia giữ rạn san hô giai đoạn 2031 - 2034.", ["tham gia giữ rạn san hô"]),
        ("Trong đề án tuyển sinh 2031, trường bỏ khối cũ.", ["tuyển sinh 2031"]),
        ("Sở trình Đồ án “Chỉnh trang bến sông Mơ”.", ["Chỉnh trang bến sông Mơ"]),
        # projects
        ("Chủ đầu tư dự án Khu công nghệ xanh bị nhắc.", ["Khu công nghệ xanh"]),
        ("Bộ xem dự án khả thi cơ sở dữ liệu chung về giống lúa.", ["cơ sở dữ liệu chung về giống lúa"]),
        ("Họp tổng kết dự án đánh giá việc giữ nghề đan lát.", ["đánh giá việc giữ nghề đan lát"]),
        (
            "Tỉnh giục dự án xây dựng đường sắt nhẹ tuyến số 4 Bến Mơ - Cầu Sậy về đích.",
            ["xây dựng đường sắt nhẹ tuyến số 4 Bến Mơ - Cầu Sậy"],
        ),
        ("Họp về dự án xây dựng một số đoạn đê trên sông Mơ.", ["xây dựng một số đoạn đê trên sông Mơ"]),
        (
            'Huyện bàn dự án "Khu phức hợp nghỉ dưỡng và biệt thự Mơ Xanh\nÔng Lê Văn Tám, Chủ tịch UBND huyện, nói '
            "việc ấy phải xong trong tháng, các phòng cần giúp bà con.",
            ["Khu phức hợp nghỉ dưỡng và biệt thự Mơ Xanh"],
        ),
        # programmes, movements, models
        ("Huyện lồng ghép Chương trình 40b để làm đường.", ["40b"]),
        ("Sở thực hiện Chương trình tư vấn cải tiến lò gốm với chuyên gia.", ["tư vấn cải tiến lò gốm"]),
        (
            'Hội có ba chương trình đồng hành gồm: "Cùng bạn tới lớp"; "Cùng bạn ra khơi".',
            ["Cùng bạn tới lớp", "Cùng bạn ra khơi"],
        ),
        (
            "Huyện tổ chức phong trào toàn dân tham gia bảo vệ rừng đầu nguồn.",
            ["toàn dân tham gia bảo vệ rừng đầu nguồn"],
        ),
        ("Cửa khẩu thí điểm mô hình kiểm tra “Một điểm, hai dấu”.", ["Một điểm, hai dấu"]),
        ("Bà con dự Ngày hội Mừng lúa mới ở thôn Đông.", ["Ngày hội Mừng lúa mới"]),
    ],
)
def test_names_in_news(text: str, expected: list[str]) -> None:
    assert [name for _, name in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huyện bàn dự án đê Mơ Sậy. Họp về dự án nâng cấp tuyến đê Mơ - Sậy phía nam.",
            ["nâng cấp tuyến đê Mơ - Sậy"],
        ),
        (
            "Dự án Bến Mơ - Cầu Sậy chậm. Nhà thầu dự án Metro Bến Mơ - Cầu Sậy xin lùi.",
            ["Metro Bến Mơ - Cầu Sậy"],
        ),
        (
            "Sở trình Đồ án “Điều chỉnh quy hoạch vùng bờ Đông Mơ đến năm 2040”. Xem đồ án quy hoạch vùng bờ Đông Mơ.",
            ["Điều chỉnh quy hoạch vùng bờ Đông Mơ đến năm 2040"],
        ),
        (
            "Bàn chiến lược phát triển kinh tế - xã hội từ năm 2031 - 2040 và kế hoạch phát triển kinh tế - xã hội "
            "2031 - 2035.",
            ["phát triển kinh tế - xã hội", "phát triển kinh tế - xã hội"],
        ),
    ],
)
def test_shorter_writings_are_one_initiative_and_two_plans_are_two(text: str, expected: list[str]) -> None:
    assert [name for _, name in names(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Họp triển khai kế hoạch năm 2031 và kế hoạch công tác quý sau.",
        "Công ty vượt kế hoạch kinh doanh năm 2031.",
        "Họp triển khai kế hoạch phát triển KT-XH và thu ngân sách năm 2031.",
        "Sở ban hành kế hoạch thực hiện Chỉ thị số 8/CT-TTg.",
        "Sở công bố kế hoạch triển khai thực hiện nhiệm vụ.",
        "Tỉnh rà soát toàn bộ dự án ven sông Mơ.",
        "Đồ án này còn sửa, đồ án thiết kế sẽ trình sau.",
        "Trường thực hiện tốt đề án tuyển sinh của mình.",
        "Huyện xây dựng kế hoạch, lập kế hoạch đưa nước về làng.",
    ],
)
def test_what_is_only_told_has_no_name(text: str) -> None:
    assert names(text) == []
