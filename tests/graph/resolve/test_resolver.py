"""Across reports: what is one, what stays apart, and that it stays so."""

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from graph.errors import ParameterError, StoreError
from graph.mention import LegalMention
from graph.resolve.judgement import Judgements, mention_ref
from graph.resolve.post import seat_label
from graph.resolve.register import Register
from graph.resolve.resolver import Resolver

MINISTER = ("Tô Văn An", "Thượng tướng", [("Bộ trưởng", "Bộ Công an")])
SAME_MINISTER = ("Tô Văn An", "Đại tướng", [("Ủy viên", "Bộ Chính trị"), ("Bộ trưởng", "Bộ Công an")])


def people(resolver: Resolver, *pairs: tuple) -> list[dict[str, str]]:
    return [{n: str(i) for n, i in r.persons.items()} for r in resolver.resolve_all(pairs)]


def test_one_person_with_one_post_is_one(made: Callable) -> None:
    one, other = people(
        Resolver(),
        made("a", published="2018-05-01", persons=[MINISTER]),
        made("b", published="2019-05-01", persons=[SAME_MINISTER]),
    )
    assert one == other


def test_two_names_are_two_people(made: Callable) -> None:
    post = [("Phó Bí thư", "Tỉnh ủy Hải Dương")]
    (found,) = people(Resolver(), made("a", persons=[("Vũ Văn Sơn", None, post), ("Nguyễn Văn Sơn", None, post)]))
    assert found["Vũ Văn Sơn"] != found["Nguyễn Văn Sơn"]


def test_homonyms_in_two_provinces_stay_two(made: Callable) -> None:
    one, other = people(
        Resolver(),
        made(
            "a", published="2018-05-01", persons=[("Lê Văn Bình", "Đại tá", [("Giám đốc", "Công an tỉnh Thái Bình")])]
        ),
        made("b", published="2018-06-01", persons=[("Lê Văn Bình", None, [("Chủ tịch", "UBND tỉnh Bến Tre")])]),
    )
    assert one != other


def test_a_rank_that_would_fall_makes_two(made: Callable) -> None:
    one, other = people(
        Resolver(),
        made(
            "a",
            published="2016-05-01",
            persons=[("Lê Văn Bình", "Thiếu tướng", [("Giám đốc", "Công an tỉnh Thái Bình")])],
        ),
        made(
            "b",
            published="2018-05-01",
            persons=[("Lê Văn Bình", "Thượng tá", [("Phó Giám đốc", "Công an tỉnh Thái Bình")])],
        ),
    )
    assert one != other


def test_a_name_alone_joins_nobody_and_is_left_open(made: Callable) -> None:
    resolver = Resolver()
    one, other = people(
        resolver,
        made("a", published="2018-05-01", persons=[MINISTER]),
        made("b", published="2018-06-01", persons=[("Tô Văn An", None, [])]),
    )
    assert one != other


def test_the_next_post_in_the_same_body_is_the_same_person(made: Callable) -> None:
    one, other = people(
        Resolver(),
        made("a", published="2015-05-01", persons=[("Lê Văn Bình", None, [("Phó Chủ tịch", "UBND tỉnh Bến Tre")])]),
        made(
            "b", published="2018-05-01", persons=[("Lê Văn Bình", None, [("Chủ tịch", "Ủy ban nhân dân tỉnh Bến Tre")])]
        ),
    )
    assert one == other


def test_the_order_of_reports_does_not_matter(made: Callable) -> None:
    reports = [
        made("a", published="2018-05-01", persons=[("Lê Văn Bình", None, [("Giám đốc", "Công an tỉnh Thái Bình")])]),
        made("b", published="2018-06-01", persons=[("Lê Văn Bình", None, [("Chủ tịch", "UBND tỉnh Bến Tre")])]),
        made("c", published="2019-06-01", persons=[("Lê Văn Bình", None, [("Bí thư", "Tỉnh ủy Bến Tre")])]),
    ]
    seen = set()
    for order in permutations(reports):
        resolutions = Resolver().resolve_all(order)
        seen.add(tuple(sorted((r.document, str(r.persons["Lê Văn Bình"])) for r in resolutions)))
    assert len(seen) == 1


def test_the_register_gives_the_same_iris_whatever_comes_first(made: Callable, tmp_path: Path) -> None:
    a = made("a", published="2018-05-01", persons=[("Lê Văn Bình", None, [("Giám đốc", "Công an tỉnh Thái Bình")])])
    b = made("b", published="2018-06-01", persons=[("Lê Văn Bình", None, [("Chủ tịch", "UBND tỉnh Bến Tre")])])
    path = tmp_path / "register.jsonl"
    first = Resolver(Register(path))
    before = [people(first, a)[0], people(first, b)[0]]
    again = Resolver(Register(path))
    assert [people(again, b)[0], people(again, a)[0]] == before[::-1]


def test_a_new_report_does_not_move_an_iri(made: Callable) -> None:
    resolver = Resolver()
    a = made("a", published="2018-05-01", persons=[("Lê Văn Bình", None, [("Giám đốc", "Công an tỉnh Thái Bình")])])
    before = people(resolver, a)[0]
    people(
        resolver,
        made("0", published="2010-01-01", persons=[("Lê Văn Bình", None, [("Chủ tịch", "UBND tỉnh Bến Tre")])]),
    )
    assert people(resolver, a)[0] == before


def test_a_homonym_s_iri_says_what_tells_him_apart(made: Callable) -> None:
    resolver = Resolver()
    people(
        resolver,
        made("a", published="2018-05-01", persons=[("Lê Văn Bình", None, [("Giám đốc", "Công an tỉnh Thái Bình")])]),
    )
    (other,) = people(
        resolver,
        made("b", published="2018-06-01", persons=[("Lê Văn Bình", None, [("Chủ tịch", "UBND tỉnh Bến Tre")])]),
    )
    assert other["Lê Văn Bình"].endswith("/le-van-binh--uy-ban-nhan-dan-tinh-ben-tre")


# Documents


def legal(*rows: LegalMention) -> list[LegalMention]:
    return list(rows)


def cited(type: str, number: str | None, **more: str) -> LegalMention:
    return LegalMention(type, number, (), **more)


def same_document(
    made: Callable, one: LegalMention, other: LegalMention, days: tuple[str, str] = ("2018-05-01", "2018-06-01")
) -> bool:
    left, right = Resolver().resolve_all(
        [made("a", published=days[0], legal=[one]), made("b", published=days[1], legal=[other])]
    )
    return left.documents == right.documents


def test_type_number_issuer_and_date_are_one_document(made: Callable) -> None:
    dated = cited("Chỉ thị", "09", date="2011-12-01", issuer="Ban Bí thư")
    assert same_document(made, dated, cited("Chỉ thị", "09", date="2011-12-01", issuer="Ban Bí thư Trung ương Đảng"))


def test_a_directive_and_a_programme_of_one_number_are_two(made: Callable) -> None:
    assert not same_document(made, cited("Chỉ thị", "09"), cited("Chương trình phối hợp", "09"))


def test_a_number_alone_is_no_document(made: Callable) -> None:
    assert not same_document(made, cited("Chỉ thị", "09"), cited("Chỉ thị", "09"))


def test_one_number_of_two_years_is_two(made: Callable) -> None:
    one = cited("Thông tư", "23", symbol="23/2012/TT-BCA")
    assert not same_document(made, one, cited("Thông tư", "23", symbol="23/2013/TT-BCA"))
    assert same_document(made, one, cited("Thông tư", "23", symbol="23/2012/TT-BCA"))


def test_one_symbol_in_two_terms_is_not_joined(made: Callable) -> None:
    one = cited("Chỉ thị", "05", symbol="05-CT/TW")
    assert not same_document(made, one, one, days=("2012-05-01", "2018-05-01"))
    assert same_document(made, one, one, days=("2018-05-01", "2018-06-01"))


# Gatherings


def same_event(made: Callable, one: dict, other: dict) -> bool:
    left, right = Resolver().resolve_all([made("a", **one), made("b", **other)])
    return left.events == right.events


def test_one_conference_told_twice_is_one(made: Callable) -> None:
    one = {
        "persons": [MINISTER],
        "event": ("Hội nghị tổng kết công tác dân vận năm 2018", "2018-12-20", "Hà Nội", ["Bộ Công an"]),
        "roles": [("Tô Văn An", "chair")],
    }
    other = {
        "persons": [MINISTER],
        "event": ("hội nghị trực tuyến tổng kết mùa lũ", "2018-12-20", None, ["Bộ Công an"]),
        "roles": [("Tô Văn An", "direct")],
    }
    assert same_event(made, one, other)


@pytest.mark.parametrize(
    "other",
    [
        ("Hội nghị triển khai công tác y tế", "2018-12-20", "Hà Nội", ["Bộ Y tế"]),
        ("Hội nghị tổng kết công tác dân vận năm 2018", "2018-12-21", "Hà Nội", ["Bộ Công an"]),
        ("Hội nghị tổng kết công tác dân vận năm 2018", "2018-12-20", "Bến Tre", ["Tỉnh ủy Bến Tre"]),
        ("Hội nghị tổng kết công tác dân vận năm 2018", None, "Hà Nội", ["Bộ Công an"]),
    ],
    ids=["other organiser", "other day", "other province", "no day"],
)
def test_another_conference_stays_apart(made: Callable, other: tuple) -> None:
    one = ("Hội nghị tổng kết công tác dân vận năm 2018", "2018-12-20", "Hà Nội", ["Bộ Công an"])
    assert not same_event(made, {"event": one}, {"event": other})


def test_the_half_year_is_no_topic(made: Callable) -> None:
    one = ("Hội nghị sơ kết việc nước sạch 6 tháng đầu năm 2019", "2019-07-05", None, [])
    other = ("Hội nghị giao ban sơ kết tình hình 6 tháng đầu năm, kế hoạch cuối năm", "2019-07-05", None, [])
    assert not same_event(made, {"event": one}, {"event": other})


# Judgements


def test_a_judgement_joins_and_its_undoing_parts_again(made: Callable) -> None:
    resolver = Resolver()
    a = made("a", published="2018-05-01", persons=[MINISTER])
    b = made("b", published="2018-06-01", persons=[("Tô Văn An", None, [])])
    one, other = people(resolver, a, b)
    refs = mention_ref("person", "a", "Tô Văn An"), mention_ref("person", "b", "Tô Văn An")
    resolver.judgements.add(*refs, "same", "tester", "the same photograph")
    joined = people(resolver, a, b)
    assert joined[0] == joined[1] == one
    resolver.judgements.add(*refs, "undo", "tester")
    assert people(resolver, a, b) == [one, other]


def test_a_judgement_parts_what_was_joined_and_its_undoing_joins_again(made: Callable) -> None:
    resolver = Resolver()
    a = made("a", published="2018-05-01", persons=[MINISTER])
    b = made("b", published="2019-05-01", persons=[SAME_MINISTER])
    before = people(resolver, a, b)
    assert before[0] == before[1]
    refs = mention_ref("person", "a", "Tô Văn An"), mention_ref("person", "b", "Tô Văn An")
    resolver.judgements.add(*refs, "different", "tester")
    apart = people(resolver, a, b)
    assert apart[0] != apart[1] and apart[0] == before[0]
    assert people(resolver, b, a) == apart[::-1]
    resolver.judgements.add(*refs, "undo", "tester")
    assert people(resolver, a, b) == before


def test_judgements_survive_in_their_file(tmp_path: Path) -> None:
    path = tmp_path / "judgements.tsv"
    Judgements(path).add(
        "person|a|X", "person|b|X", "same", "tester", "two\tlines\nof reason", when="2026-01-01T00:00:00+00:00"
    )
    again = Judgements(path)
    assert again.verdict("person|b|X", "person|a|X") == "same"
    assert again.rows()[0].why == "two lines of reason"
    again.add("person|a|X", "person|b|X", "undo", "tester")
    assert Judgements(path).verdict("person|a|X", "person|b|X") is None
    assert len(path.read_text("utf-8").splitlines()) == 3


def test_a_judgement_needs_a_verdict_we_know() -> None:
    with pytest.raises(ParameterError):
        Judgements().add("person|a|X", "person|b|X", "perhaps", "tester")
    with pytest.raises(ParameterError):
        Judgements().add("person|a|X", "person|a|X", "same", "tester")


def test_a_damaged_register_is_said_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "register.jsonl"
    path.write_text('{"ref": 1}\n', "utf-8")
    with pytest.raises(StoreError, match="line 1"):
        Register(path)


def test_a_line_cut_off_by_a_crash_is_left_out(made: Callable, tmp_path: Path) -> None:
    path = tmp_path / "register.jsonl"
    before = people(Resolver(Register(path)), made("a", published="2018-05-01", persons=[MINISTER]))
    with path.open("a", encoding="utf-8") as file:
        file.write('{"ref": "person|b')
    assert people(Resolver(Register(path)), made("a", published="2018-05-01", persons=[MINISTER])) == before


@pytest.mark.parametrize(
    ("title", "body", "label"),
    [
        ("Trưởng Công an", "Công an huyện Khe Vàng", "Trưởng Công an huyện Khe Vàng"),
        ("Trưởng Công an huyện", "Công an huyện Khe Vàng", "Trưởng Công an huyện Khe Vàng"),
        ("Trưởng thôn", "Thôn Bãi Đá", "Trưởng thôn Bãi Đá"),
        ("Bộ trưởng", "Bộ Công an", "Bộ trưởng Bộ Công an"),
        ("Ủy viên", "Uỷ viên", "Ủy viên Uỷ viên"),
        ("Giám đốc", "Sở Y tế", "Giám đốc Sở Y tế"),
    ],
)
def test_words_that_a_title_and_its_body_share_are_said_once(title: str, body: str, label: str) -> None:
    assert seat_label(title, body) == label
