"""What the rules infer from the sample, and that OWL 2 RL (owlrl, the oracle) infers the same."""

import re
from collections.abc import Callable

import owlrl
import pyoxigraph
import pytest
from rdflib import ORG, OWL, RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef
from rdflib.term import Node

from ontology.iri import GRAPH_INFERRED, mint_tenure
from ontology.load import Rule, ontology_graph, rules
from ontology.namespaces import ELI, ID, SCHEMA, SEM, VPG

Infer = Callable[[Graph], Graph]
PERSON = Namespace(ID + "person/")
EVENT = ID["event/2019-05-12-hoi-nghi-tong-ket--ben-tre"]
SITE = ID["event/2019-05-12-diem-cau--ben-tre"]
HOA, MAI = PERSON["le-van-hoa"], PERSON["tran-thi-mai"]


def test_a_stated_chair_chaired_attended_and_participated(sample: Graph, infer: Infer) -> None:
    found = infer(sample)
    for shortcut in (VPG.chaired, VPG.attended, VPG.participatedIn):
        assert (HOA, shortcut, EVENT) in found
    assert (EVENT, VPG.hasParticipant, HOA) in found
    assert (EVENT, SCHEMA.attendee, HOA) in found
    assert (EVENT, SEM.hasActor, HOA) in found


def test_an_ambiguous_chair_chaired_nothing(sample: Graph, infer: Infer) -> None:
    assert (MAI, VPG.chaired, EVENT) not in infer(sample)


def test_at_a_site_one_takes_part_in_the_conference_but_does_not_attend_it_there(sample: Graph, infer: Infer) -> None:
    found = infer(sample)
    assert (MAI, VPG.attended, SITE) in found
    assert (MAI, VPG.participatedIn, EVENT) in found
    assert (MAI, VPG.attended, EVENT) not in found


def test_tenure_is_bounded_by_the_days_attested(sample: Graph, infer: Infer) -> None:
    found = infer(sample)
    post = ID["post/thu-truong--bo-cong-an"]
    tenure = mint_tenure(HOA, post)
    assert (tenure, ORG.member, HOA) in found
    assert (tenure, VPG.heldPost, post) in found
    assert (tenure, ORG.organization, ID["org/bo-cong-an"]) in found
    assert found.value(tenure, VPG.firstAttested) == Literal("2019-05-12", datatype=XSD.date)
    assert found.value(tenure, VPG.endedBefore) is None
    assert (HOA, VPG.hasHeldPost, post) in found
    assert (HOA, VPG.hasHeaded, ID["org/bo-cong-an"]) not in found  # a deputy does not head it


def test_a_former_holder_is_not_attested_but_has_headed(sample: Graph, infer: Infer) -> None:
    found = infer(sample)
    post = ID["post/giam-doc--cong-an-tinh-ben-tre"]
    tenure = mint_tenure(MAI, post)
    assert found.value(tenure, VPG.firstAttested) is None
    assert found.value(tenure, VPG.endedBefore) == Literal("2019-05-13", datatype=XSD.date)
    assert (MAI, VPG.hasHeaded, ID["org/cong-an-tinh-ben-tre"]) in found


def test_a_deputy_is_below_the_head_of_the_same_body(sample: Graph, infer: Infer) -> None:
    deputy, head = ID["post/thu-truong--bo-cong-an"], ID["post/bo-truong--bo-cong-an"]
    sample.remove((deputy, VPG.deputyTo, None))
    other = ID["post/bo-truong--bo-y-te"]
    sample.add((other, RDF.type, VPG.Post))
    sample.add((other, ORG.role, sample.value(head, ORG.role)))
    sample.add((other, VPG.headsBody, ID["org/bo-y-te"]))
    assert list(infer(sample).objects(deputy, VPG.deputyTo)) == [head]


def test_two_reports_widen_one_tenure(sample: Graph, infer: Infer) -> None:
    report, post = ID["tenure-report/t2--le-van-hoa--thu-truong"], ID["post/thu-truong--bo-cong-an"]
    sample.add((report, RDF.type, VPG.TenureReport))
    sample.add((report, VPG.holder, HOA))
    sample.add((report, VPG.reportedPost, post))
    sample.add((report, VPG.attestedOn, Literal("2021-01-09", datatype=XSD.date)))
    found = infer(sample)
    tenure = mint_tenure(HOA, post)
    assert [str(day) for day in found.objects(tenure, VPG.lastAttested)] == ["2021-01-09"]
    assert len(list(found.objects(tenure, VPG.consolidates))) == 2


def test_party_documents_do_not_become_legislation(sample: Graph, infer: Infer) -> None:
    found = infer(sample)
    circular, directive = ID["doc/thong-tu-15-bo-cong-an-2017"], ID["doc/chi-thi-07-ban-bi-thu-2015"]
    assert (circular, ELI.passed_by, ID["org/bo-cong-an"]) in found
    assert (circular, RDF.type, ELI.LegalResource) in found
    assert (directive, RDF.type, ELI.Work) in found
    assert (directive, RDF.type, ELI.LegalResource) not in found
    assert not list(found.objects(directive, ELI.passed_by))


def test_the_words_decide_the_kind_of_review(sample: Graph, infer: Infer) -> None:
    found = infer(sample)
    assert (EVENT, RDF.type, VPG.FinalReviewConference) in found
    assert (EVENT, RDF.type, VPG.InterimReviewConference) not in found


def test_bodies_within_bodies_and_symmetry(sample: Graph, infer: Infer) -> None:
    found = infer(sample)
    assert (ID["org/cuc-truyen-thong"], ORG.transitiveSubOrganizationOf, ID["org/chinh-phu"]) in found
    assert (ID["initiative/model--ngo-sach"], VPG.integratedWith, ID["initiative/movement--toan-dan"]) in found


def test_sources_mention_entities_and_not_facts(sample: Graph, infer: Infer) -> None:
    mentioned = set(infer(sample).objects(ID["source/t1"], VPG.mentions))
    assert mentioned == {HOA, EVENT}


def test_the_oracle_infers_the_same(sample: Graph, infer: Infer) -> None:
    """Our rules and owlrl agree on every statement about the things of the sample."""
    ours = infer(sample)
    # The oracle knows no domain rules: it starts from what those add.
    domain_rules = ("01-tenure", "02-shortcut", "11-eli", "12-mentions", "13-conflict")
    start = sample + _of_rules(ours, sample, domain_rules)
    closed = ontology_graph() + start
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(closed)
    things = {s for s in start.subjects() if str(s).startswith(str(ID))}
    by_oracle, by_us = _about(things, closed) - set(start), _about(things, ours) - set(start)
    assert len(by_oracle) > 100
    assert by_us == by_oracle


def _of_rules(inferred: Graph, sample: Graph, names: tuple[str, ...]) -> Graph:
    """Run single rules once on the closed graph."""
    found = Graph()
    closed = ontology_graph(schemes=True) + sample + inferred
    store = pyoxigraph.Store()
    store.load(closed.serialize(format="nt").encode(), pyoxigraph.RdfFormat.N_TRIPLES)
    for rule in rules():
        if rule.name in names:
            answer = store.query(rule.construct)
            assert isinstance(answer, pyoxigraph.QueryTriples)
            found.parse(data="\n".join(f"{t.subject} {t.predicate} {t.object} ." for t in answer), format="nt")
    return found


def _about(things: set[Node], graph: Graph) -> set[tuple[Node, Node, Node]]:
    trivial = {OWL.Thing, RDFS.Resource}
    return {
        (s, p, o)
        for s, p, o in graph
        if s in things and p != OWL.sameAs and o not in trivial and isinstance(o, (URIRef, Literal))
    }


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_rule_says_what_it_is_for_and_runs_as_an_update(rule: Rule) -> None:
    assert rule.comment
    update = rule.insert(str(GRAPH_INFERRED))
    assert not re.search(r"\bCONSTRUCT\b", update)
    pyoxigraph.Store().update(update)


def test_facts_that_cannot_both_be_right_are_linked(sample: Graph, infer: Infer) -> None:
    sample.parse(
        data="""
        @prefix vpg: <https://w3id.org/vpg/def#> . @prefix schema: <https://schema.org/> .
        @prefix e: <https://w3id.org/vpg/id/e/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        e:a vpg:aboutEntity e:event ; vpg:attribute schema:startDate ; vpg:attributeValue "2019-05-12"^^xsd:date ;
            vpg:reportedIn e:s1 .
        e:b vpg:aboutEntity e:event ; vpg:attribute schema:startDate ; vpg:attributeValue "2019-05-13"^^xsd:date ;
            vpg:reportedIn e:s2 .
        e:c vpg:aboutEntity e:event ; vpg:attribute schema:startDate ; vpg:attributeValue "2019-05-13"^^xsd:date ;
            vpg:reportedIn e:s3 .
        e:seat vpg:headsBody e:body .
        e:seats vpg:headsBody e:body ; vpg:multiSeat true .
        e:r1 vpg:reportedPost e:seat , e:seats ; vpg:holder e:an ; vpg:attestedOn "2019-05-12"^^xsd:date .
        e:r2 vpg:reportedPost e:seat ; vpg:holder e:binh ; vpg:attestedOn "2019-05-12"^^xsd:date .
        e:r3 vpg:reportedPost e:seat ; vpg:holder e:binh ; vpg:attestedOn "2019-05-14"^^xsd:date .
        e:r4 vpg:reportedPost e:seats ; vpg:holder e:chi ; vpg:attestedOn "2019-05-12"^^xsd:date .
        """
    )
    here = {(str(a)[-2:], str(b)[-2:]) for a, b in infer(sample).subject_objects(VPG.conflictsWith)}
    assert here == {("/a", "/b"), ("/b", "/a"), ("/a", "/c"), ("/c", "/a"), ("r1", "r2"), ("r2", "r1")}
