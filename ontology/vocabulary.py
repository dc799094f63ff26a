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

from ontology.base import DEF
from ontology.turtle import RDF_TYPE, Blocks, UnusualTurtleError, Value, read_plain

SCHEMES = Path(__file__).parent / "schemes"
SKOS = "http://www.w3.org/2004/02/skos/core#"
CUE = DEF + "cue"


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
    is_concept = (RDF_TYPE, Value(SKOS + "Concept", iri=True))
    concepts = [_concept(iri, block) for iri, block in _read(path).items() if is_concept in block]
    return tuple(sorted(concepts, key=lambda c: (c.notation or "", c.iri)))


@cache
def by_form(name: str) -> Mapping[str, Concept]:
    """Map every label and altLabel of a scheme, lower-cased, to its concept."""
    return {form.casefold(): concept for concept in scheme(name) for form in concept.forms}


def scheme_names() -> list[str]:
    """Return the names of all schemes."""
    return sorted(path.stem for path in SCHEMES.glob("*.ttl"))


def _read(path: Path) -> Blocks:
    text = path.read_text(encoding="utf-8")
    try:
        return read_plain(text)
    except UnusualTurtleError:
        return _read_any(text)


def _read_any(text: str) -> Blocks:
    """Read what `read_plain` refuses: slower, and only then is rdflib loaded."""
    from rdflib import Graph, Literal, URIRef

    blocks: Blocks = defaultdict(list)
    for subject, predicate, value in Graph().parse(data=text, format="turtle"):
        if isinstance(subject, URIRef):
            lang = value.language if isinstance(value, Literal) else None
            blocks[str(subject)].append((str(predicate), Value(str(value), lang, isinstance(value, URIRef))))
    return dict(blocks)


def _concept(iri: str, block: list[tuple[str, Value]]) -> Concept:
    def texts(predicate: str, lang: str = "vi") -> tuple[str, ...]:
        return tuple(sorted(v.text for p, v in block if p == predicate and not v.iri and v.lang in (lang, None)))

    def first(predicate: str) -> str | None:
        return next((value.text for p, value in block if p == predicate), None)

    extra: dict[str, list[str]] = defaultdict(list)
    for predicate, value in block:
        if predicate.startswith(DEF) and predicate != CUE:
            extra[predicate.removeprefix(DEF)].append(value.text)
    english = [v.text for p, v in block if p == SKOS + "prefLabel" and v.lang == "en"]
    vietnamese = texts(SKOS + "prefLabel")
    return Concept(
        iri=iri,
        id=iri.rsplit("/", 1)[-1],
        label=vietnamese[0] if vietnamese else "",
        label_en=english[0] if english else "",
        alt_labels=texts(SKOS + "altLabel"),
        cues=texts(CUE),
        examples=texts(SKOS + "example"),
        notation=first(SKOS + "notation"),
        broader=first(SKOS + "broader"),
        extra={key: tuple(sorted(values)) for key, values in extra.items()},
    )
