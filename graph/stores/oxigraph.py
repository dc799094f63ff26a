"""Oxigraph inside this process: on disk (RocksDB) or in memory.

No time or memory limit can hold here: the engine cannot be interrupted. Strangers' queries go to
`graph.stores.pool`, which runs this class in processes that can be killed.
"""

import os
import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol, cast

import pyoxigraph as ox
from rdflib import Dataset, URIRef

from graph.errors import (
    QueryLimitError,
    StoreError,
    StoreLockedError,
)
from graph.stores import dataset as protocol_dataset
from graph.stores import formats, matches, touched
from graph.stores import union as merge
from graph.stores.base import JSON, Answer, Changes, Gone, Limits
from graph.stores.changes import deltas
from graph.stores.conformance import put_right
from graph.stores.edge import addresses_allowed, engine_errors, refuse_addresses
from graph.stores.names import StoreNames
from graph.stores.rows import cut_rows, limited
from graph.stores.syntax import Outline, outline
from graph.stores.terms import DEFAULT_GRAPH, drop_graph, graph_name, graph_or_default, read_quads, to_quad
from graph.stores.worth import worth_columns
from graph.stores.writes import Write
from ontology.base import BASE

if TYPE_CHECKING:
    from graph.stores.analysis import Analysis

FOLDER = "oxigraph"  # inside the store's folder, so that an index can lie beside it


class Sink(Protocol):
    """Where an answer is written."""

    def write(self, data: bytes, /) -> object:
        """Take the next bytes."""
        ...

    def flush(self) -> object:
        """Nothing is held back after this."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """What kind of answer was written, in which media type, and whether rows were left out."""

    kind: str
    media_type: str
    cut: bool = False


class OxigraphStore:
    """A `graph.stores.base.Store` over pyoxigraph.

    `location`: a folder, or None for memory. `union`: the default graph of a query is the union of all
    graphs (False: the store's own default graph). `services`: addresses or hosts that SERVICE may reach.
    `engine`: an engine that is open already. `names`: beyond so many there is no text index.
    """

    def __init__(
        self,
        location: Path | None = None,
        *,
        union: bool = True,
        services: Sequence[str] = (),
        engine: ox.Store | None = None,
        names: int | None = None,
    ) -> None:
        self._union = union
        self._services = tuple(services)
        self._writing = threading.RLock()
        self._opened, self.writes = secrets.token_hex(6), 0
        self._engine: ox.Store | None = engine if engine is not None else _open(location)
        if self._union and engine is None:
            merge.fill(self._engine)
        self._columns: Analysis | None = None
        self._names = StoreNames(lambda: self.engine, union=union, most=names)
        self._touched = touched.Touched()

    @property
    def engine(self) -> ox.Store:
        """Return pyoxigraph's store, for the code in this package.

        Raises:
            StoreError: the store is closed.
        """
        if self._engine is None:
            raise StoreError("the store is closed")
        return self._engine

    @property
    def revision(self) -> str:
        """Return a token that changes with every write and every opening."""
        return f"{self._opened}-{self.writes}"

    def query(
        self,
        text: str,
        *,
        media_type: str = JSON,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        limits: Limits | None = None,
    ) -> Answer:
        """Answer one query; see `Store.query`. Of `limits`, only rows and answer_bytes can hold here.

        Raises:
            QuerySyntaxError: malformed, with line and column.
            ForbiddenAddressError: SERVICE to an address that is not allowed.
            QueryLimitError: the answer is longer than `limits.answer_bytes`.
        """
        sink, revision = BytesIO(), self.revision
        found = self.write_answer(
            text,
            sink,
            media_type=media_type,
            default_graphs=default_graphs,
            named_graphs=named_graphs,
            limits=limits,
        )
        body = sink.getvalue()
        if limits and limits.answer_bytes is not None and len(body) > limits.answer_bytes:
            raise QueryLimitError(
                f"the answer has {len(body):,} bytes, {limits.answer_bytes:,} are allowed: "
                "ask for fewer rows (LIMIT) or columns"
            )
        return Answer(found.kind, found.media_type, body, revision, found.cut)

    def write_answer(
        self,
        text: str,
        sink: Sink,
        *,
        media_type: str = JSON,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        limits: Limits | None = None,
    ) -> Found:
        """Answer one query into `sink`, piece by piece; of `limits`, only rows holds here."""
        rows = limits.rows if limits else None
        if self._columns is not None and not default_graphs and not named_graphs:
            answered = self._columns.answer(text, media_type, rows, self.writes)
            if answered is not None:
                sink.write(answered.body)
                return Found(answered.kind, answered.media_type)
        shape = outline(text)
        refuse_addresses(shape.services, self._services)
        escaped = shape.text != text  # escapes outside strings: the engine must see them
        wanted = limited(text if escaped else put_right(text, shape.words, self._knows), rows)
        if self._columns is not None and not default_graphs and not named_graphs:
            if isinstance(joined := self._columns.joined(wanted, media_type, rows, self.writes), bytes):
                sink.write(joined)
                return Found("select", formats.results_type(media_type))
            wanted = joined or wanted
        if "matches" in wanted:
            wanted = matches.expand(wanted, self._names.find)
        engine, graphs = self._dataset(shape, default_graphs, named_graphs)
        result = _evaluate(engine, wanted, text, graphs)
        with engine_errors(text):
            if isinstance(result, ox.QueryTriples):
                media_type = formats.graph_type(media_type)
                result.serialize(cast(IO[bytes], sink), format=formats.GRAPHS[media_type])
                return Found("graph", media_type)
            media_type = formats.results_type(media_type)
            kind = "select" if isinstance(result, ox.QuerySolutions) else "ask"
            if rows is None or (shape.limit is not None and shape.limit <= rows):
                result.serialize(cast(IO[bytes], sink), format=formats.RESULTS[media_type])
                return Found(kind, media_type)
            body, cut = cut_rows(result.serialize(format=formats.RESULTS[media_type]) or b"", media_type, rows)
            sink.write(body)
            return Found(kind, media_type, cut)

    def _dataset(self, shape: Outline, default: Sequence[str], named: Sequence[str]) -> tuple[ox.Store, dict[str, Any]]:
        """SPARQL 1.1 Protocol, 2.1.4: the request's dataset goes before the query's, and that before ours."""
        if not default and not named:
            if len(shape.from_graphs) < 2:
                return self.engine, {}
            default, named = shape.from_graphs, shape.from_named
        default_names = [self._name(g) for g in default]
        named_names = [graph_name(g) for g in named]
        if len(default_names) < 2:
            return self.engine, {"default_graph": default_names, "named_graphs": named_names}
        merge_of = protocol_dataset.merged(self.engine, default_names, named_names)
        return merge_of, {"default_graph": [ox.DefaultGraph()], "named_graphs": named_names}

    def _knows(self, iri: str) -> bool:
        """Tell whether an IRI stands as subject or object of any triple."""
        node = graph_name(iri)
        patterns = ((node, None), (None, node))
        return any(next(iter(self.engine.quads_for_pattern(s, None, o, None)), None) for s, o in patterns)

    def _name(self, name: str) -> ox.NamedNode | ox.DefaultGraph:
        return ox.NamedNode(merge.OWN) if self._union and name == DEFAULT_GRAPH else graph_or_default(name)

    def update(
        self,
        text: str,
        *,
        using_graphs: Sequence[str] = (),
        using_named_graphs: Sequence[str] = (),
        gone: Gone | None = None,
    ) -> None:
        """Carry out one update, atomically; see `Store.update`. Once begun it cannot be stopped here.

        Raises:
            QuerySyntaxError: malformed, with line and column.
            ForbiddenAddressError: LOAD or SERVICE.
        """
        wanted = text
        if outline(text).loads:
            wanted = protocol_dataset.without_silent_loads(
                text, lambda address: addresses_allowed([address], self._services)
            )
        shape = outline(wanted)
        refuse_addresses(shape.services + shape.loads, self._services)
        wanted = protocol_dataset.with_using(wanted, using_graphs, using_named_graphs)
        if self._union:
            wanted = merge.maintained(wanted)
        with self._writing, engine_errors(text, update=True):
            known = deltas([Write(text=text)]) if self._union and len(text) < touched.TOLD else None
            touches = None if known is None else touched.subjects(self.engine, known, union=self._union)
            things = self._names.things_of_known(known)
            try:
                self.engine.update(wanted, base_iri=BASE)
            except SyntaxError:
                ox.Store().update(text, base_iri=BASE)  # for the place in the text that was sent
                raise
            finally:
                self._touched.note(self.writes + 1, touches)
                self.writes += 1
                if things is None:
                    self._names.changed()
                else:
                    self._names.renamed(things)

    def touched_since(self, revision: str) -> frozenset[str] | None:
        """Return the IRIs of the things about which something was written since a revision; None: not known."""
        return touched.since(self._touched, revision, self.revision)

    def apply(self, changes: Changes, *, gone: Gone | None = None) -> None:
        """Drop and add in one transaction; see `Store.apply`.

        Raises:
            StoreError: a term that cannot be stored; nothing was written.
        """
        add = [*(to_quad(quad) for quad in changes.add), *read_quads(changes.nquads)]
        drop = [str(name) for name in changes.drop]
        with self._writing, engine_errors():
            things = self._names.things_of(drop, add)
            touches = touched.of_apply(self.engine, drop, add, union=self._union)
            try:
                if self._union:
                    drop = [merge.OWN if name == DEFAULT_GRAPH else name for name in drop]
                    if drop:
                        self.engine.update(merge.replacing(drop, add))
                    else:
                        self.engine.extend(merge.with_copies(add))
                elif drop:
                    steps = [drop_graph(name) for name in drop]
                    self.engine.update(" ;\n".join([*steps, protocol_dataset.insert_data(add)]))
                else:
                    self.engine.extend(add)
            finally:
                self._touched.note(self.writes + 1, touches)
                self.writes += 1
                self._names.renamed(things)

    def load_file(self, path: Path, media_type: str = formats.N_QUADS) -> None:
        """Load a large file into a new store, faster than `apply` and not atomic: on failure, throw the store away.

        Raises:
            StoreError: the file cannot be read; the message says where.
        """
        with self._writing, engine_errors():
            self.writes += 1
            self._names.changed()
            self.engine.bulk_load(path=path, format=formats.GRAPHS[media_type])
            if self._union:
                self.engine.bulk_load(
                    cast(IO[bytes], merge.MergeReader(path, formats.GRAPHS[media_type])),
                    format=ox.RdfFormat.N_TRIPLES,
                    lenient=True,
                )
                self.engine.flush()

    def prepare(self) -> None:
        """Build the text index now rather than at the first query."""
        self._names.fresh()

    def build_columns(self, out: int) -> bool:
        """Write columns to the file `out`, if there is enough to look through."""
        file = os.memfd_create("dump")
        path, graph = f"/proc/self/fd/{file}", None if self._union else ox.DefaultGraph()
        form = ox.RdfFormat.N_QUADS if self._union else ox.RdfFormat.N_TRIPLES
        self.engine.dump(path, format=form, from_graph=graph)
        with os.fdopen(file, "rb") as lines:
            if not worth_columns(lines):
                return False
            from graph.stores import assembly  # imports numpy, which a small store does without

            assembly.build(lines, out, graphs=self._union)
        return True

    def adopt_columns(self, file: int) -> None:
        """Use columns of what is here now; they are ignored as soon as something is written."""
        from graph.stores.analysis import Analysis
        from graph.stores.columns import Columns

        self._columns = Analysis(Columns(file), self.writes)

    @property
    def columns(self) -> "Analysis | None":
        """Return the columns of what is here now, None where there are none."""
        return self._columns if self._columns is not None and self._columns.current(self.writes) else None

    def graph_names(self) -> list[URIRef]:
        """Return the names of all named graphs, sorted."""
        with engine_errors():
            return sorted(URIRef(g.value) for g in self.engine.named_graphs() if isinstance(g, ox.NamedNode))

    def dump(self, media_type: str = formats.N_QUADS) -> bytes:
        """Return the whole dataset as N-Quads or TriG (the formats that hold several graphs).

        Raises:
            StoreError: any other media type.
        """
        if media_type not in (formats.N_QUADS, formats.TRIG):
            raise StoreError(f"{media_type} cannot hold several graphs: ask for N-Quads or TriG")
        with engine_errors():
            parts = (
                [] if self._union else [self.engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())]
            )
            for name in sorted(self.engine.named_graphs(), key=str):
                triples = self.engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=name) or b""
                parts.append(triples.replace(b" .\n", f" {name} .\n".encode()))  # terms hold no line ends
            lines = b"".join(part or b"" for part in parts)
            if media_type == formats.N_QUADS:
                return lines
            return ox.serialize(read_quads(lines), format=ox.RdfFormat.TRIG) or b""

    def dataset(self) -> Dataset:
        """Return the same data as an rdflib Dataset, for those who want rdflib's API."""
        from oxrdflib import OxigraphStore as RdflibPlugin  # imports rdflib's SPARQL: 0.25 s that few need

        return Dataset(store=RdflibPlugin(store=self.engine), default_union=self._union)

    def close(self) -> None:
        """Flush and let go of the files. Safe to call twice."""
        if self._engine is not None:
            with engine_errors():
                self._engine.flush()
        self._engine = None

    def __enter__(self) -> "OxigraphStore":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _evaluate(engine: ox.Store, wanted: str, asked: str, graphs: dict[str, Any]) -> Any:
    """Evaluate `wanted`, which was made of `asked`; a syntax error is placed in what was asked."""
    with engine_errors(asked):
        try:
            return engine.query(wanted, base_iri=BASE, **graphs)
        except SyntaxError:
            if wanted is not asked:
                ox.Store().query(asked, base_iri=BASE)
            raise


def _open(location: Path | None) -> ox.Store:
    if location is None:
        return ox.Store()
    folder = location / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return ox.Store(str(folder))
    except OSError as error:
        if "lock" in str(error).lower():
            raise StoreLockedError(
                f"{location} is in use by another process, most likely a running service: "
                "ask that (--store http://HOST:PORT/sparql; to write, set VPG_STORE_UPDATE to the same address and "
                "VPG_STORE_TOKEN), or stop it"
            ) from error
        raise StoreError(f"{location} cannot be opened as a store: {error}") from error
