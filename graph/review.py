"""What resolution left open, and what people decide about it: `vpg review`.

    list_pairs(state)                          pairs that may be one, each with its score part by part
    list_merges(state)                         pairs that were joined, to look over and take apart
    decide(state, pair, "same", by, why)       write a judgement down; with a store, at once in the graph
    undo(state, pair, by)                      take the last judgement about a pair back

A judgement is about two mentions, so it outlives every rebuild; nothing that was computed is lost by it.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rdflib import DCTERMS, URIRef

from graph.errors import UnknownNameError
from graph.extractors import Extractor
from graph.ingest import ingest, open_resolver
from graph.resolve.profile import KINDS
from graph.resolve.register import Row
from graph.resolve.resolver import Resolver
from graph.resolve.score import Score
from graph.resolve.undecided import blocks, undecided
from graph.source import Source
from graph.stores.base import Store
from ontology.iri import document_graph
from ontology.namespaces import SCHEMA, VPG


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions (of two resources, or of one that joins them) for a person to look at.

    `verdict` is what somebody decided about them ("same", "different", "unsure"), or "".
    """

    left: str
    right: str
    score: Score
    merged: bool = False
    verdict: str = ""

    @property
    def id(self) -> str:
        """Return eight letters that name the pair."""
        return hashlib.sha256("\0".join(sorted((self.left, self.right))).encode()).hexdigest()[:8]

    def line(self) -> str:
        """Return the pair on one line: id, score, both mentions, and the parts of the score."""
        state = f"judged {self.verdict}" if self.verdict else "joined" if self.merged else "open"
        return f"{self.id}  {state}  {self.score.total:5.1f}  {self.left}  =?  {self.right}  [{self.score.explain()}]"


def list_pairs(state: Path) -> list[Pair]:
    """Return the pairs that may be one and that nobody judged, the likeliest first."""
    return sorted(_open(open_resolver(state)), key=lambda p: (-p.score.total, p.left, p.right))


def list_merges(state: Path) -> list[Pair]:
    """Return what was judged, then each mention that was joined to an older one, the least certain first."""
    resolver = open_resolver(state)
    judged = list(_judged(resolver))
    known = {pair.id for pair in judged}
    merges = [pair for pair in _merges(resolver) if pair.id not in known]
    return judged + sorted(merges, key=lambda p: (p.score.total, p.left, p.right))


def decide(state: Path, pair: str, verdict: str, by: str, why: str = "", *, store: Store | None = None) -> str:
    """Write down that the mentions of a pair are "same", "different" or "unsure".

    Args:
        state: folder of register and judgements.
        pair: the id of a pair of `list_pairs` or `list_merges`.
        verdict: "same", "different" or "unsure".
        by: who decides.
        why: the reason.
        store: where the change is to be seen at once; else it is at the next ingest of the reports.

    Raises:
        UnknownNameError: there is no such pair.
        ParameterError: there is no such verdict.
    """
    resolver = open_resolver(state)
    found = find_pair(resolver, pair)
    before = _resources(resolver, found)
    resolver.judgements.add(found.left, found.right, verdict, by, why)
    return f"{found.id}: {verdict}" + _refresh(before, found, state, store)


def undo(state: Path, pair: str, by: str, *, store: Store | None = None) -> str:
    """Take back the judgement about a pair (its id, or "last" for the last one given).

    Raises:
        UnknownNameError: nobody judged such a pair.
    """
    resolver = open_resolver(state)
    current = list(_judged(resolver))
    found = current[-1] if pair == "last" and current else next((p for p in current if p.id == pair), None)
    if found is None:
        raise UnknownNameError(f"nobody judged a pair {pair!r}; see `vpg review list`")
    before = _resources(resolver, found)
    resolver.judgements.add(found.left, found.right, "undo", by)
    return f"{found.id}: undone" + _refresh(before, found, state, store)


def find_pair(resolver: Resolver, pair: str) -> Pair:
    """Return the pair of that id: open, joined or judged.

    Raises:
        UnknownNameError: there is none.
    """
    for pairs in (_judged(resolver), _open(resolver), _merges(resolver)):
        for found in pairs:
            if found.id == pair:
                return found
    raise UnknownNameError(f"there is no pair {pair!r}; see `vpg review list`")


def _open(resolver: Resolver) -> Iterator[Pair]:
    return (Pair(doubt.left, doubt.right, doubt.score) for doubt in undecided(resolver))


def _judged(resolver: Resolver) -> Iterator[Pair]:
    """Yield the pairs somebody decided about, in the order of the decisions, as they would score by themselves."""
    for row in resolver.judgements.current():
        left, right = resolver.register.known(row.left), resolver.register.known(row.right)
        score = Score(0.0)
        if left and right and left.kind == right.kind and left.kind in KINDS:
            read = KINDS[left.kind].read
            score = resolver.comparison(left.kind).compare(read(left.profile), read(right.profile))
        yield Pair(row.left, row.right, score, row.verdict == "same", row.verdict)


def _merges(resolver: Resolver) -> Iterator[Pair]:
    for kind, rows in blocks(resolver):
        first: dict[str, Row] = {}
        for row in rows:
            older = first.setdefault(row.iri, row)
            if older is not row:
                read = KINDS[kind].read
                score = resolver.comparison(kind).compare(read(older.profile), read(row.profile))
                yield Pair(older.ref, row.ref, score, True)


def _resources(resolver: Resolver, pair: Pair) -> set[str]:
    """Return the resources of a pair's mentions, those they stand for, and those they were split from."""
    effective = resolver.effective()
    rows = [row for ref in (pair.left, pair.right) if (row := resolver.register.known(ref))]
    found = {iri for row in rows for iri in (row.iri, row.split_from) if iri}
    return found | {effective[iri] for iri in found if iri in effective}


def _refresh(before: set[str], pair: Pair, state: Path, store: Store | None) -> str:
    """Write the reports again in which the resources of a pair occur."""
    if store is None:
        return " (in the graph after the next ingest of these reports)"
    resolver = open_resolver(state)
    touched = before | _resources(resolver, pair)
    documents = sorted({row.ref.split("|")[1] for row in resolver.register.rows() if row.iri in touched})
    rewrite(documents, state, store)
    return f" ({len(documents)} reports written again)"


def rewrite(documents: list[str], state: Path, store: Store, extract: Extractor | None = None) -> None:
    """Read reports again from the texts that the store holds, and write them as they now resolve."""
    sources = [source for name in documents if (source := stored_source(name, store)) is not None]
    if extract is None:
        ingest(sources, store, state=state, workers=1)
    else:
        ingest(sources, store, state=state, extract=extract, workers=1)


def stored_source(document: str, store: Store) -> Source | None:
    """Return a report as it was ingested, from its graph; None where it is not in the store."""
    name = document_graph(document)
    rows = store.query(f"""SELECT ?p ?v WHERE {{ GRAPH <{name}> {{ ?s a <{VPG.SourceDocument}> ; ?p ?v }} }}""").rows()
    values = {URIRef(str(row["p"])): str(row["v"]) for row in rows}
    if VPG.text not in values:
        return None
    return Source.from_text(
        document,
        values[VPG.text],
        title=values.get(SCHEMA.headline),
        published=values.get(SCHEMA.datePublished),
        url=values.get(SCHEMA.url),
        publisher=values.get(DCTERMS.publisher),
        byline=values.get(VPG.byline),
    )
