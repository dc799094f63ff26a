"""Names found as people type them."""

import random

import pytest

from graph.text_index import Name, TextIndex


def index(*texts: str) -> TextIndex:
    found = TextIndex()
    for number, text in enumerate(texts):
        found.replace(str(number), [Name(str(number), text, "vi")])
    return found


NAMES = (
    "Tô Lâm",
    "Tố Lam",
    "Ủy ban nhân dân tỉnh Đắk Lắk",
    "Uỷ ban Mặt trận Tổ quốc Việt Nam",
    "Nguyễn Thị Hoà",
    "Nguyễn Thị Hòa",
    "Lâm Tô Giang",
)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("to lam", "Tô Lâm"),
        ("Tô Lâm", "Tô Lâm"),
        ("tố lam", "Tố Lam"),
        ("tô lâ", "Tô Lâm"),
        ("uy ban dak lak", "Ủy ban nhân dân tỉnh Đắk Lắk"),
        ("đak lăk", "Ủy ban nhân dân tỉnh Đắk Lắk"),
        ("ỦY BAN MẶT TRẬN", "Uỷ ban Mặt trận Tổ quốc Việt Nam"),
        ("to quoc", "Uỷ ban Mặt trận Tổ quốc Việt Nam"),
    ],
)
def test_what_is_typed_finds_the_name(typed: str, first: str) -> None:
    assert index(*NAMES).find(typed)[0].name.text == first


def test_the_tone_may_stand_on_either_letter() -> None:
    assert {hit.score for hit in index(*NAMES).find("nguyễn thị hòa")} == {1.0 - 0.003}


def test_every_word_must_occur() -> None:
    assert index(*NAMES).find("tô lâm hải") == []
    assert index(*NAMES).find("") == []
    assert index(*NAMES).find("!?") == []


def test_exact_marks_come_first_then_the_whole_name() -> None:
    found = [hit.name.text for hit in index(*NAMES).find("tô lâm")]
    assert found[0] == "Tô Lâm"
    assert set(found) == {"Tô Lâm", "Tố Lam", "Lâm Tô Giang"}
    assert found[-1] == "Lâm Tô Giang"


def test_names_come_and_go() -> None:
    found = index("Tô Lâm")
    found.replace("0", [Name("0", "Tô Hải", "vi")])
    assert found.find("lâm") == []
    assert [hit.name.thing for hit in found.find("hải")] == ["0"]
    found.replace("0", [])
    assert found.find("hải") == []
    assert len(found) == 0


def test_in_step_after_random_changes() -> None:
    chance = random.Random(3)
    syllables = ["tô", "lâm", "hải", "hòa", "hoà", "đại", "dai", "nguyễn", "trần", "uỷ", "ủy"]
    grown = TextIndex()
    state: dict[str, set[Name]] = {}
    for _ in range(300):
        thing = str(chance.randrange(30))
        names = {Name(thing, " ".join(chance.sample(syllables, 2)), "") for _ in range(chance.randrange(3))}
        state[thing] = names
        grown.replace(thing, names)
    fresh = TextIndex()
    fresh.replace_all(name for names in state.values() for name in names)
    for syllable in syllables:
        assert grown.find(syllable) == fresh.find(syllable)
