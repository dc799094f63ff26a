"""Where a name begins in a run of capitals, told by its shape."""

import pytest

from graph.grammar.names.names import name_key, name_runs, name_starts, plausible, run_at
from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source
from ontology.vocabulary import scheme


@pytest.mark.parametrize(
    ("words", "lowest", "placed", "start"),
    [
        ("Lê Thị Bưởi", 0, False, 0),
        ("Mường Khương Vàng Seo Sính", 0, True, 2),
        ("Than Uyên Lò Văn Hặc", 0, True, 2),
        ("Trần Hưng Đạo", 0, True, None),
        ("Hồ Chí Minh", 0, False, None),
        ("Bình Minh", 0, True, None),
    ],
)
def test_place_before_name(words: str, lowest: int, placed: bool, start: int | None) -> None:
    assert name_starts(words.split(), lowest, placed, ()) == start


def test_a_name_seen_elsewhere_wins() -> None:
    assert name_starts(["Tân", "Lập", "An", "Văn", "Sự"], 0, True, {"An Văn Sự"}) == 2


def test_common_nouns_do_not_lend_their_first_syllable() -> None:
    assert [("Đoàn Thanh niên xã"[a:b]) for a, b in run_at("Đoàn Thanh niên xã", 0)] == ["Đoàn"]
    text = "Lê Hòa Bình chỉ đạo"
    assert len(run_at(text, 0)) == 3


def test_runs_and_shape() -> None:
    assert [name for _, name in name_runs("Tại Huế, ông Phan Văn Sửu và bà Đỗ Lan gặp UBND")] == [
        "Phan Văn Sửu",
        "Đỗ Lan",
    ]
    assert plausible(["Điểu", "K'Rung"])
    assert not plausible(["Lê", "UBND"])
    assert name_key("Trần  Thuý Hoà") == name_key("Trần Thúy Hòa")


def test_names_that_places_and_schools_bear_are_nobodys() -> None:
    for form in (form for concept in scheme("namesake") for form in concept.forms):
        found = find_people(analyse(Source.from_text("x", f"Tin trong tuần\n\nĐoàn thăm nơi mang tên {form} hôm qua.")))
        assert found.persons == (), form
