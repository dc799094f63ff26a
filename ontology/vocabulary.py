"""The SKOS schemes as plain values, for those who must not know RDF (the grammar) and those who need not.

A scheme is `schemes/<name>.ttl`. A concept's Vietnamese prefLabel is how it is written out, altLabels
are other ways to write it, `vpg:cue` are phrases that announce it, skos:example are sentences in which
it must be found: they are run as tests. Adding a concept or a cue needs no Python.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rdflib import RDF, SKOS, Graph, Literal, URIRef

from ontology.namespaces import VPG

SCHEMES = Path(__file__).parent / "schemes"


class UnknownSchemeError(KeyError):
    """There is no `schemes/<name>.ttl`."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of a scheme. `extra` maps the local name of any other vpg: property to its values."""

    iri: str
    id: str
    label: str
    label_en: str
    alt_labels: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    notation: str | None = None
    broader: str | None = None
    extra: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def forms(self) -> tuple[str, ...]:
        """All ways to write it: the label first."""
        return (self.label, *self.alt_labels)


@cache
def scheme(name: str) -> tuple[Concept, ...]:
    """Return the concepts of `schemes/<name>.ttl`, sorted by notation, then IRI.

    Raises:
        UnknownSchemeError: there is no such file.
    """
    path = SCHEMES / f"{name}.ttl"
    if not path.is_file():
        raise UnknownSchemeError(name)
    graph = Graph().parse(path)
    concepts = [_concept(graph, s) for s in graph.subjects(RDF.type, SKOS.Concept) if isinstance(s, URIRef)]
    return tuple(sorted(concepts, key=lambda c: (c.notation or "", c.iri)))


@cache
def by_form(name: str) -> Mapping[str, Concept]:
    """Map every label and altLabel of a scheme, lower-cased, to its concept."""
    return {form.casefold(): concept for concept in scheme(name) for form in concept.forms}


def scheme_names() -> list[str]:
    """Return the names of all schemes."""
    return sorted(path.stem for path in SCHEMES.glob("*.ttl"))


def _concept(graph: Graph, subject: URIRef) -> Concept:
    def texts(predicate: URIRef, lang: str | None = "vi") -> tuple[str, ...]:
        values = [o for o in graph.objects(subject, predicate) if isinstance(o, Literal)]
        return tuple(sorted(str(o) for o in values if lang is None or o.language in (lang, None)))

    extra: dict[str, list[str]] = defaultdict(list)
    for predicate, value in graph.predicate_objects(subject):
        if str(predicate).startswith(str(VPG)) and predicate != VPG.cue:
            extra[str(predicate).removeprefix(str(VPG))].append(str(value))
    english = [str(o) for o in graph.objects(subject, SKOS.prefLabel) if getattr(o, "language", None) == "en"]
    vietnamese = texts(SKOS.prefLabel)
    broader = graph.value(subject, SKOS.broader)
    notation = graph.value(subject, SKOS.notation)
    return Concept(
        iri=str(subject),
        id=str(subject).rsplit("/", 1)[-1],
        label=vietnamese[0] if vietnamese else "",
        label_en=english[0] if english else "",
        alt_labels=texts(SKOS.altLabel),
        cues=texts(VPG.cue),
        examples=texts(SKOS.example),
        notation=str(notation) if notation is not None else None,
        broader=str(broader) if broader is not None else None,
        extra={key: tuple(sorted(values)) for key, values in extra.items()},
    )
