"""The pipeline: reports in, each extracted, resolved and written as one graph, whole or not at all.

    for each batch: extract (in processes) -> resolve together -> quads -> store.apply, one graph per report
    then once: the rules of inference

A report met before replaces itself. A report that fails leaves nothing behind, and the others go on.
"""

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from rdflib import DCTERMS, Graph, Literal, URIRef

from graph.batch import extract_all, failure
from graph.errors import StoreError
from graph.extract import extract as extract_by_rules
from graph.extractors import Extractor
from graph.infer import infer
from graph.mention import Extraction
from graph.quads import write
from graph.readers import Failure
from graph.resolve.judgement import Judgements
from graph.resolve.register import Register, Row
from graph.resolve.resolver import Resolver
from graph.resolve.undecided import undecided
from graph.source import Source
from graph.stores.base import Changes, Quad, Store
from ontology import load
from ontology.iri import GRAPH_ONTOLOGY, document_graph
from ontology.namespaces import GRAPH

BATCH = 512  # reports resolved together; memory holds one batch
REGISTER = "register.jsonl"
JUDGEMENTS = "judgements.tsv"


@dataclass
class Report:
    """What an ingest did: counts, and every report that could not be stored with the reason.

    `undecided`: pairs of mentions that may be one, in which the reports have a part.
    """

    read: int = 0
    replaced: int = 0
    quads: int = 0
    undecided: int = 0
    inferred: int = 0
    failed: list[Failure] = field(default_factory=list)


def ingest(
    inputs: Iterable[Source | Failure],
    store: Store,
    *,
    state: Path | None = None,
    extract: Extractor = extract_by_rules,
    workers: int = 0,
    on_step: Callable[[int], None] | None = None,
) -> Report:
    """Read reports into the store.

    Args:
        inputs: sources, and failures of reading, which are only counted.
        store: where the graphs go; reference data, ontology and inferences are kept there too.
        state: folder of the register and the judgements; without it they live as long as this call.
        extract: a function that processes can import.
        workers: processes of extraction; 0 means one per core for large inputs.
        on_step: told how many more reports are done.
    """
    report = Report()
    read: set[str] = set()
    load_background(store)
    resolver = open_resolver(state)
    present = set(store.graph_names())
    stream = extract_all(inputs, extract, workers)
    while batch := list(itertools.islice(stream, BATCH)):
        report.failed += [item for item in batch if isinstance(item, Failure)]
        pairs = [(item[1], item[0]) for item in batch if not isinstance(item, Failure)]
        for document in _store_batch(pairs, store, resolver, present, report):
            if document_graph(document) in present:
                report.replaced += 1
            present.add(document_graph(document))
            read.add(document)
        if on_step is not None:
            on_step(len(batch))
    if report.read:
        report.inferred = infer(store)
        report.undecided = sum(1 for _ in undecided(resolver, read))
    return report


def remove(document: str, store: Store, *, state: Path | None = None) -> bool:
    """Remove a report: its graph and its mentions; return whether it was there."""
    name = document_graph(document)
    if name not in store.graph_names():
        return False
    store.apply(Changes(drop=[name]))
    open_resolver(state).register.remove(document)
    infer(store)
    return True


def open_resolver(state: Path | None) -> Resolver:
    """Open the register and the judgements of a collection."""
    if state is None:
        return Resolver()
    return Resolver(Register(state / REGISTER), Judgements(state / JUDGEMENTS))


def _store_batch(
    pairs: list[tuple[Extraction, Source]],
    store: Store,
    resolver: Resolver,
    present: set[URIRef],
    report: Report,
) -> Iterator[str]:
    """Resolve and write a batch; yield the reports written. If the batch fails, each report is tried alone.

    A report that fails keeps the rows in the register that it had: its graph of before, if any, stays too.
    """
    before = {source.id: resolver.register.kept(source.id) for _, source in pairs}
    for source, quads in _prepared(pairs, resolver, before, report):
        name = document_graph(source.id)
        try:
            store.apply(Changes(drop=[name] if name in present else [], add=quads))
        except StoreError as error:
            resolver.register.put_back(source.id, before[source.id])
            report.failed.append(Failure(source.id, f"could not be stored: {error}"))
            continue
        before[source.id] = resolver.register.kept(source.id)
        report.read += 1
        report.quads += len(quads)
        yield source.id


def _prepared(
    pairs: list[tuple[Extraction, Source]], resolver: Resolver, before: dict[str, list[Row]], report: Report
) -> Iterator[tuple[Source, list[Quad]]]:
    try:
        resolutions = resolver.resolve_all(pairs)
    except Exception as error:  # noqa: BLE001 - one report must not stop a collection
        for _, source in pairs:  # what was found before the error must not be met by the reports tried alone
            resolver.register.put_back(source.id, before[source.id])
        if len(pairs) == 1:
            report.failed.append(failure(pairs[0][1], "resolved", error))
            return
        for pair in pairs:
            yield from _prepared([pair], resolver, before, report)
        return
    for (extraction, source), resolution in zip(pairs, resolutions, strict=True):
        try:
            quads = write(extraction, source, resolution)
        except Exception as error:  # noqa: BLE001 - one report must not stop a collection
            resolver.register.put_back(source.id, before[source.id])
            report.failed.append(failure(source, "written as quads", error))
            continue
        yield source, quads


def load_background(store: Store) -> None:
    """Put the ontology, its code lists and the reference data into the store, unless they are there as they are."""
    quads, mark = _background()
    pattern = f"<{GRAPH_ONTOLOGY}> <{DCTERMS.identifier}> {mark.n3()}"
    if not store.query(f"ASK {{ GRAPH <{GRAPH_ONTOLOGY}> {{ {pattern} }} }}").boolean():
        store.apply(Changes(drop=sorted({quad[3] for quad in quads}), add=quads))


@cache
def _background() -> tuple[list[Quad], Literal]:
    """Return the quads of ontology, schemes and reference data, and a literal that changes with them."""
    digest = hashlib.sha256()
    graphs: dict[URIRef, list[Path]] = {GRAPH_ONTOLOGY: [load.ONTOLOGY, *sorted(load.SCHEMES.glob("*.ttl"))]}
    for path in sorted(load.REFERENCE.glob("*.ttl")):
        graphs[GRAPH[f"reference/{path.stem}"]] = [path]
    quads: list[Quad] = []
    for name, paths in graphs.items():
        for path in paths:
            digest.update(path.read_bytes())
            parsed = Graph().parse(path, format="turtle")
            quads += [(s, URIRef(str(p)), o, name) for s, p, o in parsed]
    mark = Literal(digest.hexdigest())
    quads.append((GRAPH_ONTOLOGY, DCTERMS.identifier, mark, GRAPH_ONTOLOGY))
    return quads, mark
