"""What resolution says of one report: which resource each mention is, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rdflib import URIRef

from graph.resolve.body import Body
from graph.resolve.place import Place


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: what was compared ("post"), its weight, and the reason in words."""

    name: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """Why a mention is the resource it is.

    `mention` is its reference. `outcome`: "new", "same" (joined to others) or "undecided" (kept apart;
    `candidates` holds the mentions that it may be one with, each with its score).
    """

    kind: str
    mention: str
    iri: URIRef
    outcome: str
    score: float = 0.0
    parts: tuple[Part, ...] = ()
    candidates: tuple[tuple[str, float, tuple[Part, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The resources of one report's mentions.

    `persons` by name, `bodies` and `places` by the words of the report (one name may be several bodies),
    `documents` and `initiatives` by index, `events` by id, `units` and `metrics` (where the scheme has none)
    by their words. `labels`: the one label of a resource in all documents. `context` is the province that
    the report is about, if there is just one.
    """

    document: str
    day: str | None
    context: Place | None = None
    persons: Mapping[str, URIRef] = field(default_factory=dict)
    bodies: Mapping[str, tuple[Body, ...]] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    documents: tuple[URIRef, ...] = ()
    initiatives: tuple[URIRef, ...] = ()
    events: Mapping[str, URIRef] = field(default_factory=dict)
    units: Mapping[str, URIRef] = field(default_factory=dict)
    metrics: Mapping[str, URIRef] = field(default_factory=dict)
    labels: Mapping[URIRef, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
