"""The shapes find nothing in a report modelled in full, and find each planted error."""

from collections.abc import Callable
from pathlib import Path

import pyshacl
import pytest
from rdflib import RDF, Graph, URIRef

from ontology.load import SHAPES, ontology_graph, shapes_graph
from ontology.namespaces import ID, SH

PLANTED = Path(__file__).parent / "planted.ttl"
HERE = str(ID["planted/"])

Finding = tuple[str, str, str]


def findings(data: Graph) -> set[Finding]:
    """Return (severity, focus, message in English or component) of each result."""
    data = data + ontology_graph(schemes=True)
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes_graph(), advanced=True)
    assert isinstance(report, Graph)
    found = set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        severity = str(report.value(result, SH.resultSeverity)).rsplit("#", 1)[-1]
        focus = str(report.value(result, SH.focusNode)).removeprefix(HERE)
        messages = [m for m in report.objects(result, SH.resultMessage) if getattr(m, "language", None) != "vi"]
        component = str(report.value(result, SH.sourceConstraintComponent)).rsplit("#", 1)[-1]
        found.add((severity, focus, str(messages[0]) if messages else component))
    return found


@pytest.fixture(scope="module")
def planted() -> set[Finding]:
    return findings(Graph().parse(Path(__file__).parent / "sample.ttl").parse(PLANTED))


def test_a_report_modelled_in_full_conforms(sample: Graph, infer: Callable[[Graph], Graph]) -> None:
    assert findings(sample + infer(sample)) == set()


@pytest.mark.parametrize(
    ("focus", "severity", "message"),
    [
        ("no-source", "Violation", "a reported fact belongs to exactly one source"),
        ("no-evidence", "Violation", "a reported fact needs the words it was read from"),
        ("wrong-source", "Violation", "the words are not in the source that reports the fact"),
        ("two-holders", "Violation", "exactly one person holds the post in one report"),
        ("former-attested", "Violation", "a former holder is not attested in the post"),
        ("guess", "Violation", "the certainty is explicit, inferred or ambiguous"),
        ("no-body", "Warning", "no body is stated for the post"),
        ("seat", "Warning", "a post with one seat, attested for"),
        ("an", "Warning", "lower"),
        ("t2", "Violation", "SHA-256 in hexadecimal"),
        ("t2-words", "Violation", "the text has other words at this place"),
        ("both", "Violation", "a thing of two natures"),
        ("nameless", "Violation", "needs a name"),
        ("campaign-event", "Violation", "a thing of two natures"),
        ("role-of-event", "Violation", "exactly one participant"),
        ("late", "Warning", "after the report of"),
        ("half-day", "Violation", "the day of an event is a full date"),
        ("too-late", "Warning", "which stood only from"),
        ("integer", "Violation", "one number, as a string"),
        ("inner", "Violation", "a body is a part of itself"),
        ("party-state", "Warning", "both a Party body and a State body"),
        ("too-many", "Warning", "is outside 0 to 100"),
        ("no-number", "Violation", "no value, and not marked vague"),
        ("total", "Warning", "the parts add up to 7, the total reported is 10"),
        ("no-end", "Violation", "merged into a unit, and has no last day"),
    ],
)
def test_planted_error_is_found(planted: set[Finding], focus: str, severity: str, message: str) -> None:
    here = {(s, m) for s, f, m in planted if f == focus}
    assert any(s == severity and message in m for s, m in here), here


def test_nothing_sound_is_reported_among_the_planted_errors(planted: set[Finding]) -> None:
    own = str(ID)
    assert {f for _, f, _ in planted if f.startswith(own)} == set()


def test_shapes_name_only_terms_that_exist() -> None:
    shapes, ontology = shapes_graph(), ontology_graph()
    ours = {o for o in shapes.objects() if isinstance(o, URIRef) and o.startswith("https://w3id.org/vpg/def#")}
    assert {term for term in ours if (term, None, None) not in ontology} == set()


@pytest.mark.parametrize("path", sorted(SHAPES.glob("*.ttl")), ids=lambda path: path.stem)
def test_each_file_of_shapes_says_what_it_is_for(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("# ")
    Graph().parse(path)
