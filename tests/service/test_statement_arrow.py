"""The arrow of a statement leads to whom or what it is about; where it was made is told beside it."""

import pytest

from ontology.namespaces import ID, VOC, VPG
from service.facts import ARROW, Fact, read_facts
from service.terms import Term

SPEAKER, MEETING, BODY = str(ID["person/vu-dinh-sau"]), str(ID["event/hop"]), str(ID["org/so-y-te"])


def statement(**said: str) -> Fact:
    told = {"speaker": SPEAKER, "speechAct": str(VOC["act/require"]), "madeAt": MEETING, **said}
    rows = [{"fact": Term("f"), "property": Term(str(VPG[name])), "value": Term(value)} for name, value in told.items()]
    kind = {"fact": Term("f"), "property": Term("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")}
    return read_facts([*rows, {**kind, "value": Term(str(VPG.Statement))}])["f"]


def names(pairs: list[tuple[str, Term]]) -> list[str]:
    return [name.rpartition("#")[2] for name, _ in pairs]


def test_a_gathering_is_no_addressee() -> None:
    fact = statement()
    assert names(fact.headline(SPEAKER)) == ["speechAct"]
    assert names(fact.details(SPEAKER)) == ["madeAt"]
    assert str(VPG.madeAt) not in ARROW


@pytest.mark.parametrize(
    ("name", "value"), [("addressee", BODY), ("addresseeName", "các huyện"), ("refersTo", str(ID["doc/chi-thi-17"]))]
)
def test_an_addressee_or_a_document_is_led_to(name: str, value: str) -> None:
    fact = statement(**{name: value})
    assert names(fact.headline(SPEAKER)) == ["speechAct", name]
    assert names(fact.details(SPEAKER)) == ["madeAt"]


@pytest.mark.parametrize(
    ("kind", "said"), [("TenureReport", "list"), ("Participation", "list_role"), ("AwardConferral", "list_words")]
)
def test_what_a_list_shares_is_said_by_the_kind_of_fact(kind: str, said: str) -> None:
    assert Fact("f", [str(VPG[kind])]).list_shares == said
