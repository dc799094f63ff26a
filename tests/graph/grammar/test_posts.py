"""Posts: a head and the body that follows it, cut where a name, a verb or another post begins."""

import pytest

from graph.grammar.posts.posts import Post, post_at
from graph.grammar.text.normal import fold, lower
from ontology.vocabulary import scheme


def read(words: str) -> tuple[Post | None, str]:
    folded = fold(words)
    return post_at(folded, lower(folded), 0), folded


@pytest.mark.parametrize(
    ("words", "title", "body", "name"),
    [
        ("Chủ tịch UBND tỉnh Quảng Nam Bùi Chí Thành phát biểu", "Chủ tịch", "UBND tỉnh Quảng Nam", "Bùi Chí Thành"),
        ("Phó Chủ tịch UBND tỉnh Nông Thị Hảo phát biểu", "Phó Chủ tịch", "UBND tỉnh", "Nông Thị Hảo"),
        ("Chủ tịch UBND huyện Mường Tè Lò Văn Cương nói", "Chủ tịch", "UBND huyện Mường Tè", "Lò Văn Cương"),
        ("Chủ tịch UBND phường Trần Hưng Đạo cho biết", "Chủ tịch", "UBND phường Trần Hưng Đạo", None),
        ("thứ trưởng Bộ Nội vụ Trần Anh Khoa cho biết", "Thứ trưởng", "Bộ Nội vụ", "Trần Anh Khoa"),
        ("Thứ trưởng Giao thông Vận tải Lê Hồng Trường, một số", "Thứ trưởng", "Giao thông Vận tải", "Lê Hồng Trường"),
        ("Bộ trưởng Ngoại giao Lào Khăm Xay Xỏm tới dự", "Bộ trưởng", "Ngoại giao Lào", "Khăm Xay Xỏm"),
        ("Chủ tịch Hội Nhà báo Việt Nam Hữu Thuận chủ trì", "Chủ tịch", "Hội Nhà báo Việt Nam", "Hữu Thuận"),
        ("Chánh án TAND tối cao Lê Hòa Bình dự", "Chánh án", "TAND tối cao", "Lê Hòa Bình"),
        ("Bí thư Tỉnh ủy, Chủ tịch HĐND", "Bí thư", "Tỉnh ủy", None),
        (
            "Phó Trưởng phòng 4, Cục Viễn thông, Bộ Công an; đại",
            "Phó Trưởng phòng",
            "4, Cục Viễn thông, Bộ Công an",
            None,
        ),
        ("Trưởng Công an xã Bản Mù (huyện Trạm Tấu) kể", "Trưởng Công an", "xã Bản Mù (huyện Trạm Tấu)", None),
        (
            "Cục trưởng Cục Bảo vệ rừng - Bộ Công an đã",
            "Cục trưởng",
            "Cục Bảo vệ rừng - Bộ Công an",
            None,
        ),
        ("Hiệu trưởng Trường THPT Chu Văn An Lê Mai Anh nói", "Hiệu trưởng", "Trường THPT Chu Văn An", "Lê Mai Anh"),
        ("Phó Chủ tịch phụ trách kinh tế Lê Văn Tám", "Phó Chủ tịch", None, None),
        ("Phó Giám đốc phụ trách Sở Y tế; bà", "Phó Giám đốc phụ trách", "Sở Y tế", None),
        ("Chủ tịch Ủy ban An toàn giao thông (ATGT) Quốc gia Lê Việt Hà", "Chủ tịch", None, "Lê Việt Hà"),
        ("PCT UBND tỉnh Hồ Quang Bảo", "Phó Chủ tịch", "UBND tỉnh", "Hồ Quang Bảo"),
        ("Trưởng bản Huổi Lóng, xã Tả Sìn Thàng.", "Trưởng bản", "Huổi Lóng, xã Tả Sìn Thàng", None),
    ],
)
def test_post_ends_where_the_next_phrase_begins(words: str, title: str, body: str | None, name: str | None) -> None:
    post, folded = read(words)
    assert post is not None
    assert post.title == title
    if body is not None:
        assert post.body is not None
        assert folded[post.body.start : post.body.end] == body
    assert (folded[post.name_at :].startswith(name) if post.name_at else None) == (True if name else None)


def test_commas_inside_a_steering_committee() -> None:
    post, folded = read("Trưởng Ban Chỉ đạo phòng, chống thiên tai, cứu nạn và phòng thủ dân sự tỉnh; Đại tá Lê Văn Ba")
    assert post is not None
    assert folded[post.start : post.end].endswith("phòng thủ dân sự tỉnh")


def test_former_and_acting() -> None:
    former, _ = read("nguyên Phó Tư lệnh Quân khu 3, Chủ tịch")
    acting, _ = read("quyền Vụ trưởng Vụ Giáo dục đại học, nói")
    assert former is not None and former.former and former.title == "Phó Tư lệnh"
    assert acting is not None and acting.acting and acting.title == "Quyền Vụ trưởng"


def test_one_of_many_is_generic() -> None:
    post, _ = read("Chủ tịch UBND các huyện, thành phố lo việc")
    assert post is not None and post.generic


@pytest.mark.parametrize("words", ["Ban Giám đốc Công an tỉnh", "Đoàn Chủ tịch điều hành", "Ban Bí thư họp"])
def test_bodies_are_no_posts(words: str) -> None:
    folded = fold(words)
    at = folded.index(" ") + 1
    assert post_at(folded, lower(folded), at) is None


@pytest.mark.parametrize(
    ("example", "forms"), [(e, c.forms) for c in scheme("post-head") for e in c.examples], ids=lambda v: str(v)[:40]
)
def test_every_example_of_the_scheme_is_found(example: str, forms: tuple[str, ...]) -> None:
    folded = fold(example)
    lowered = lower(folded)
    starts = [lowered.find(lower(fold(f))) for f in forms if lower(fold(f)) in lowered]
    assert starts
    assert post_at(folded, lowered, min(starts)) is not None
