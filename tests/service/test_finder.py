"""Names are found however they are typed."""

import threading

import pytest

from service.finder import Finder, Named, NameIndex, fold

PEOPLE = [
    Named("p:uyen", ("Lê Thị Uyên",), frozenset({"Person"})),
    Named("p:uyen2", ("Lê Thị Uyển",), frozenset({"Person"})),
    Named("o:ubnd", ("Ủy ban nhân dân tỉnh Thái Bình", "UBND tỉnh Thái Bình"), frozenset({"Organization"})),
    Named("p:dat", ("Đỗ Đạt",), frozenset({"Person"})),
    Named("x:rtl", ("مرحبا 🙂",), frozenset({"Person"})),
]


@pytest.fixture(scope="module")
def index() -> NameIndex:
    return NameIndex(PEOPLE)


@pytest.mark.parametrize("typed", ["Uỷ ban nhân dân", "ủy ban nhân dân", "uy ban nhan dan", "UBND THÁI", "binh thai"])
def test_spellings_of_a_body(index: NameIndex, typed: str) -> None:
    assert [hit.iri for hit in index.matches(typed)] == ["o:ubnd"]


def test_decomposed_letters_are_found(index: NameIndex) -> None:
    assert index.matches("Lê Thị Uyên")[0].iri == "p:uyen"


def test_marks_as_typed_come_first(index: NameIndex) -> None:
    assert [hit.iri for hit in index.matches("Lê Thị Uyển")] == ["p:uyen2", "p:uyen"]
    assert [hit.iri for hit in index.matches("Lê Thị Uyên")] == ["p:uyen", "p:uyen2"]


def test_d_with_stroke(index: NameIndex) -> None:
    assert index.matches("do dat")[0].iri == "p:dat"
    assert fold("Đồng Đăng") == "dong dang"


def test_other_scripts_and_nothing(index: NameIndex) -> None:
    assert index.matches("مرحبا")[0].iri == "x:rtl"
    assert index.matches("🙂") == [] and index.matches("") == [] and index.matches("   ") == []


def test_classes_narrow(index: NameIndex) -> None:
    assert index.matches("le", ["Organization"]) == []


def test_a_search_during_a_rebuild_uses_the_former_index() -> None:
    revision, gate, started = ["1"], threading.Event(), threading.Event()

    def load() -> list[Named]:
        if revision[0] == "2":
            started.set()
            assert gate.wait(5)
            return PEOPLE
        return PEOPLE[:1]

    finder = Finder(load, lambda: revision[0], patience=0.05)
    assert len(finder.find("le")) == 1
    revision[0] = "2"
    rebuild = threading.Thread(target=finder.index)
    rebuild.start()
    assert started.wait(5)
    assert len(finder.find("le")) == 1
    gate.set()
    rebuild.join(5)
    assert len(finder.find("le")) == 2


def test_a_document_known_by_its_number_alone_is_found_by_its_symbol() -> None:
    documents = [
        Named("d:9", ("Chỉ thị số 09",), frozenset({"Document"})),
        Named("d:10", ("Chỉ thị số 10-CT/TW", "10-CT/TW"), frozenset({"Document"})),
        Named("d:10b", ("Chỉ thị số 10/CT-TTg",), frozenset({"Document"})),
    ]
    index = NameIndex(documents)
    assert [hit.iri for hit in index.matches("chỉ thị 09-CT/TW")] == ["d:9"]
    assert [hit.iri for hit in index.matches("Chỉ thị 10-CT/TW")] == ["d:10"]  # the symbol counts where it is known
    assert index.matches("chỉ thị 11-CT/TW") == []


def test_what_reports_tell_of_comes_before_bare_entries() -> None:
    entries = [
        Named("x:place", ("tỉnh Quảng Nam", "Quảng Nam"), frozenset()),
        Named("x:man", ("Trịnh Quảng",), frozenset()),
    ]
    index = NameIndex(entries)
    assert [hit.iri for hit in index.matches("quang")] == ["x:place", "x:man"]
    assert [hit.iri for hit in index.matches("quang", told="x:man".__eq__)] == ["x:man", "x:place"]
    assert [hit.iri for hit in index.matches("quang nam", told="x:man".__eq__)] == ["x:place"]


LABELLED = NameIndex(
    [
        Named("o:police", ("Bộ Công an", "Ministry of Public Security"), frozenset({"Organization"})),
        Named("o:trade", ("Bộ Công Thương", "Ministry of Industry and Trade"), frozenset({"Organization"})),
        Named("o:health", ("Sở Y tế và Dân số", "Department of Health"), frozenset({"Organization"})),
        Named("d:17", ("Chỉ thị 17", "17-CT/TW"), frozenset({"OfficialDocument"})),
        Named("p:the", ("Nguyễn Thế Văn",), frozenset({"Person"})),
    ]
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("cong an", ["o:police"]),
        ("cong industry", []),
        ("ministry an", []),
        ("industry an", ["o:trade"]),
        ("industry and", ["o:trade"]),
        ("ministry of i", ["o:trade"]),
        ("and", ["o:trade"]),
        ("an", ["o:police"]),
        ("y te v", ["o:health"]),
        ("nguyen th", ["p:the"]),
        ("the", ["p:the"]),
        ("Chỉ thị 17-CT/TW", ["d:17"]),
    ],
)
def test_all_words_are_of_one_name_and_no_little_word_is_begun(typed: str, found: list[str]) -> None:
    assert [hit.iri for hit in LABELLED.matches(typed)] == found
