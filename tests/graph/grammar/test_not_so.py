"""What a report says is not so: absence, gatherings called off, posts denied, impostors, refusals, empty figures."""

import pytest

from graph.extract import extract
from graph.grammar.people.persons import find_people
from graph.grammar.roles.absence import absent
from graph.grammar.text.layout import analyse
from graph.mention import Extraction
from graph.source import Source
from ontology.vocabulary import Concept, scheme


def read(text: str) -> Extraction:
    return extract(Source.from_text("t", text))


def roles(text: str) -> list[tuple[str, str]]:
    return [(role.person, role.role) for event in read(text).events for role in event.roles]


def posts(text: str) -> list[tuple[str, str, str | None]]:
    return [(person.name, post.title, post.org) for person in read(text).persons for post in person.posts]


HELD = (
    "Sáng 5/3/2025, UBND tỉnh Hòa Lạc tổ chức hội nghị tổng kết công tác dân vận. Đồng chí Nguyễn Văn Tám, Phó Chủ "
    "tịch UBND tỉnh, chủ trì hội nghị."
)
CHAIR = ("Nguyễn Văn Tám", "chair")


@pytest.mark.parametrize(
    ("sentence", "there"),
    [
        ("Đồng chí Lê Thị Mai, Giám đốc Sở Y tế, vắng mặt tại hội nghị.", []),
        ("Ông Trần Văn Bảy, Giám đốc Sở Xây dựng, không đến dự hội nghị.", []),
        ("Tại hội nghị, bà Phạm Thị Sáu, Chủ tịch Hội Nông dân tỉnh, từ chối phát biểu.", []),
        (
            "Tham dự hội nghị có đồng chí Lê Thị Mai, Giám đốc Sở Y tế; đồng chí Trần Văn Bảy, Giám đốc Sở Xây dựng "
            "(vắng mặt); đồng chí Phạm Văn Sáu, Chủ tịch Hội Nông dân tỉnh.",
            [("Lê Thị Mai", "attend"), ("Phạm Văn Sáu", "attend")],
        ),
        (
            "Dự hội nghị có đồng chí Lê Thị Mai, Giám đốc Sở Y tế; vắng mặt đồng chí Trần Văn Bảy, Giám đốc Sở Xây "
            "dựng.",
            [("Lê Thị Mai", "attend")],
        ),
    ],
)
def test_who_is_absent_has_no_role(sentence: str, there: list[tuple[str, str]]) -> None:
    assert roles(f"{HELD} {sentence}") == [CHAIR, *there]


@pytest.mark.parametrize("off", ["đã bị hoãn", "bị hủy vì bão", "đã không diễn ra", "phải tạm hoãn"])
def test_a_gathering_called_off_is_none(off: str) -> None:
    text = f"Hội nghị tổng kết công tác dân vận do ông Nguyễn Văn Tám, Phó Chủ tịch UBND tỉnh Hòa Lạc, chủ trì {off}."
    assert read(text).events == ()


def test_a_gathering_held_after_all_is_one() -> None:
    text = "Hội nghị tổng kết công tác dân vận đã bị hoãn hai lần, hôm nay mới được tổ chức tại huyện Hòa Lạc."
    sooner = text.replace("đã bị hoãn hai lần, hôm nay mới được tổ chức", "đã bị hoãn")
    assert (len(read(f"{HELD} {text}").events), len(read(f"{HELD} {sooner}").events)) == (1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Theo lịch, ông Nguyễn Văn Tám, Chủ tịch UBND tỉnh Hòa Lạc, chủ trì hội nghị tổng kết công tác dân vận, nhưng "
        "sau đó bà Lê Thị Mai, Phó Chủ tịch UBND tỉnh, chủ trì thay.",
        "Theo kế hoạch, ông Nguyễn Văn Tám, Chủ tịch UBND tỉnh Hòa Lạc, chủ trì hội nghị tổng kết công tác dân vận. "
        "Tuy nhiên, bà Lê Thị Mai, Phó Chủ tịch UBND tỉnh, đã chủ trì hội nghị thay.",
    ],
)
def test_who_was_replaced_did_not_chair(text: str) -> None:
    assert roles(text) == [("Lê Thị Mai", "chair")]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Không có việc ông Nguyễn Văn Tám được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Hòa Lạc.", []),
        ("Thông tin ông Nguyễn Văn Tám được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Hòa Lạc là không đúng sự thật.", []),
        ("Thông tin ông Nguyễn Văn Tám được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Hòa Lạc là sai.", []),
        ("Chưa có quyết định bổ nhiệm ông Nguyễn Văn Tám làm Giám đốc Sở Y tế tỉnh Hòa Lạc.", []),
        ("Giả sử ông Nguyễn Văn Tám là Giám đốc Sở Y tế tỉnh Hòa Lạc, mọi việc sẽ khác.", []),
        ("Trên mạng lan truyền tin đồn ông Nguyễn Văn Tám giữ chức Giám đốc Sở Y tế tỉnh Hòa Lạc.", []),
        # what stands with the name is so all the same
        (
            "Tin bà Lê Thị Mai, Phó Chủ tịch UBND tỉnh Hòa Lạc, được bổ nhiệm giữ chức Giám đốc Sở Y tế là bịa đặt.",
            [("Lê Thị Mai", "Phó Chủ tịch", "UBND tỉnh Hòa Lạc")],
        ),
        # done, however wrongly
        (
            "Việc ông Nguyễn Văn Tám được bổ nhiệm làm Giám đốc Sở Y tế tỉnh Hòa Lạc là sai quy định.",
            [("Nguyễn Văn Tám", "Giám đốc", "Sở Y tế tỉnh Hòa Lạc")],
        ),
    ],
)
def test_a_post_denied_or_supposed_is_none(text: str, held: list[tuple[str, str, str | None]]) -> None:
    assert posts(text) == held


@pytest.mark.parametrize("plays", ["giả danh", "mạo danh", "tự xưng là", "đóng giả"])
def test_whom_an_impostor_plays_is_nobody(plays: str) -> None:
    text = f"Đối tượng {plays} Đại tá Nguyễn Văn Tám, Giám đốc Công an tỉnh Hòa Lạc gọi điện yêu cầu chuyển tiền."
    assert read(text).persons == ()
    victim = "Ông Lê Văn Ba, Giám đốc Sở Y tế tỉnh Hòa Lạc, bị mạo danh để lừa đảo bà Lê Thị Mai, Phó Giám đốc Sở."
    assert [person.name for person in read(victim).persons] == ["Lê Văn Ba", "Lê Thị Mai"]


def test_an_honour_refused_is_none() -> None:
    given = "Chủ tịch UBND tỉnh Hòa Lạc tặng Bằng khen cho 5 tập thể."
    assert len(read(given).awards) == 1
    assert read(given.replace("tặng", "không tặng")).awards == ()
    assert read("UBND tỉnh Hòa Lạc không trao Giấy khen cho 3 cá nhân.").awards == ()


def test_a_figure_denied_is_none_and_no_place_is_called_not() -> None:
    text = (
        "Toàn tỉnh không xảy ra 12 vụ cháy. Không phải 12 người bị thương. Toàn tỉnh không có hộ đói, có 100 hộ nghèo."
    )
    assert [(s.value, s.unit, s.place) for s in read(text).statistics] == [(100, "hộ", None)]
    assert [s.value for s in read("Cảng hàng không có 12 nhà ga, không phải 15 nhà ga.").statistics] == [12]


@pytest.mark.parametrize("words", ["Được sự ủy quyền của", "Được ủy quyền của", "Thừa ủy quyền của"])
def test_in_whose_name_somebody_hands_over(words: str) -> None:
    text = f"{HELD} {words} Bộ Công an, đồng chí Trần Văn Bảy, Giám đốc Công an tỉnh, trao Giấy khen cho 2 cá nhân."
    found = [(r.person, r.on_behalf_of) for e in read(text).events for r in e.roles if r.role == "award"]
    assert found == [("Trần Văn Bảy", ("Bộ Công an",))]
    assert [award.awarder for award in read(text).awards] == ["Bộ Công an"]


@pytest.mark.parametrize(("use", "example"), [(c, e) for c in scheme("not-so") for e in c.examples], ids=str)
def test_words_for_what_is_not_so_as_their_examples_say(use: Concept, example: str) -> None:
    if use.id == "absent":
        document = analyse(Source.from_text("t", f"Tin vắn của tỉnh\n\n{example}"))
        (person,) = [o for o in find_people(document).occurrences if o.kind == "full"]
        assert absent(document, person.span)
    elif use.id == "impostor":
        assert read(f"Tin vắn của tỉnh\n\n{example}").persons == ()
    else:
        assert posts(f"Tin vắn của tỉnh\n\n{example}") == []


# Who the examples are about.
INVENTED = ("Lê Văn Tám", "Mario Belluno")


@pytest.mark.parametrize(("use", "example"), [(c, e) for c in scheme("name-limit") for e in c.examples], ids=str)
def test_words_between_people_and_bodies_as_their_examples_say(use: Concept, example: str) -> None:
    assert any(phrase.lower() in example.lower() for phrase in use.extra["phrase"])
    (person,) = [name for name in INVENTED if name in example]
    assert [name for name, _, _ in posts(f"Tin vắn của tỉnh\n\n{example}")] == [person]
