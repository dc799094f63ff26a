"""A name stands for an address where exactly one thing of the parameter's class has it."""

import pytest
from rdflib import URIRef

from graph.errors import ParameterError
from graph.stores import Store
from queries.catalogue import catalogue, run
from queries.naming import called, with_names

DOSSIER = catalogue()["official/dossier"].parameters
TO_LAM = URIRef("https://w3id.org/vpg/id/person/to-lam")


@pytest.mark.parametrize("name", ["Tô Lâm", "tô lâm", " Tô Lâm "])
def test_a_name_becomes_the_one_thing_that_has_it(samples: Store, name: str) -> None:
    assert with_names(samples, DOSSIER, {"official": name}) == {"official": TO_LAM}


def test_other_names_and_concepts_are_understood(samples: Store) -> None:
    awards = catalogue()["award/list"].parameters
    named = with_names(samples, awards, {"awardType": "Bằng khen", "since": "2014-01-01"})
    assert named == {"awardType": URIRef("https://w3id.org/vpg/voc/award/bang-khen"), "since": "2014-01-01"}
    body = with_names(samples, catalogue()["official/posts"].parameters, {"body": "UBND tỉnh Thái Bình"})["body"]
    assert str(body).endswith("/org/uy-ban-nhan-dan-tinh-thai-binh")


@pytest.mark.parametrize("address", ["id:person/to-lam", "https://w3id.org/vpg/id/person/to-lam", "id:person/nobody"])
def test_addresses_are_left_alone(samples: Store, address: str) -> None:
    assert with_names(samples, DOSSIER, {"official": address}) == {"official": address}


@pytest.mark.parametrize("name", ["to lam", "TO LAM", "tô lam"])
def test_a_whole_name_without_marks_is_an_answer_and_is_told(samples: Store, name: str) -> None:
    told: list[str] = []
    assert with_names(samples, DOSSIER, {"official": name}, told.append) == {"official": TO_LAM}
    assert told == [f"official: {name!r} is taken for Tô Lâm (id:person/to-lam)"]


def test_a_name_as_it_is_written_is_taken_without_a_word(samples: Store) -> None:
    told: list[str] = []
    with_names(samples, DOSSIER, {"official": "Tô Lâm"}, told.append)
    assert not told


def test_several_names_without_marks_are_listed(samples: Store) -> None:
    places = catalogue()["place/activities"].parameters
    with pytest.raises(ParameterError, match=r"several things are called .*place/ninh-binh .*place/ninh-binh-2025"):
        with_names(samples, places, {"place": "tinh ninh binh"})


def test_as_typed_comes_before_without_marks_and_another_mark_is_another_name() -> None:
    people = {1: ["Lê Văn Hùng"], 2: ["Lê Văn Hưng"], 3: ["Lê Văn Hùng Anh"], 4: ["Ủy viên", "Uỷ viên"]}
    assert called("lê văn hùng", people) == [1]
    assert called("le van hung", people) == [1, 2]
    assert called("lê văn húng", people) == []
    assert called("Uỷ  Viên", people) == [4]
    assert called("…", people) == []


def test_a_close_name_is_shown_and_never_taken(samples: Store) -> None:
    for close in ("Tô Lầm", "to la"):
        said = rf"nothing is called '{close}'; close to it: id:person/to-lam \(Tô Lâm\)"
        with pytest.raises(ParameterError, match=said):
            with_names(samples, DOSSIER, {"official": close})
    with pytest.raises(ParameterError, match="nothing is called 'Xyz Qwrt'"):
        with_names(samples, DOSSIER, {"official": "Xyz Qwrt"})


def test_several_things_of_one_name_are_all_shown(samples: Store) -> None:
    places = catalogue()["place/activities"].parameters
    with pytest.raises(ParameterError, match=r"several things are called .*place/ninh-binh .*place/ninh-binh-2025"):
        with_names(samples, places, {"place": "tỉnh Ninh Bình"})


def test_a_name_cannot_become_part_of_the_look_up(samples: Store) -> None:
    with pytest.raises(ParameterError):
        with_names(samples, DOSSIER, {"official": '") ) } DROP ALL #'})
    with pytest.raises(ParameterError, match="not valid Unicode"):
        run(samples, "official/dossier", {"official": "\ud800"})


def test_run_takes_names(samples: Store) -> None:
    assert run(samples, "official/ranks", {"official": "Tô Lâm"}).rows()
