"""Keeping the engine's default graph equal to the RDF merge of all named graphs.

SPARQL's default graph is a set: a triple that stands in ten documents occurs once in it. Oxigraph's own
union option walks all graphs and yields it ten times, so counts go wrong and joins multiply. We therefore
hold the merge in the engine's default graph, and every write maintains it within its own transaction:

    what is inserted into a graph          is inserted into the default graph too
    what is deleted from a graph           goes to the graph REMOVED for a moment; what no other graph has
                                           is then deleted from the default graph
    what is written without naming a graph is kept in the named graph OWN

An update that cannot be followed so (blank nodes written as `[ ]`, COPY, ...) is followed by SYNC, which
compares everything. All that is text put around the update: one request, one transaction.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pyoxigraph as ox

from graph.stores.dataset import insert_data
from graph.stores.syntax import Token, outline, tokens
from ontology.base import BASE

OWN = f"{BASE}graph/default"
REMOVED = "urn:x-vpg:removed"
_REMOVED, _OWN = f"<{REMOVED}>", f"<{OWN}>"
FILL = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"
SYNC = f"DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} }} }} ;\n{FILL}"
_FORGET = (
    f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH {_REMOVED} {{ ?s ?p ?o }} "
    f"FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != {_REMOVED}) }} }} ;\n"
    f"DROP SILENT GRAPH {_REMOVED}"
)


def own_graph(quad: ox.Quad) -> ox.Quad:
    """Return the quad in OWN if it names no graph."""
    if isinstance(quad.graph_name, ox.DefaultGraph):
        return ox.Quad(quad.subject, quad.predicate, quad.object, ox.NamedNode(OWN))
    return quad


def with_copies(quads: Iterable[ox.Quad]) -> list[ox.Quad]:
    """Return the quads, and each triple once more for the default graph."""
    placed = [own_graph(quad) for quad in quads]
    return placed + [ox.Quad(quad.subject, quad.predicate, quad.object) for quad in placed]


def fill(engine: ox.Store) -> None:
    """Make the merge of a store that has none yet (it was written by another program)."""
    if next(iter(engine.quads_for_pattern(None, None, None, ox.DefaultGraph())), None) is None:
        engine.update(FILL)


class MergeReader:
    """A file of quads read as N-Triples, without their graphs: what the default graph gets of it."""

    def __init__(self, path: Path, form: ox.RdfFormat) -> None:
        self._quads, self._rest = iter(ox.parse(path=path, format=form)), b""

    def read(self, size: int = -1) -> bytes:
        """Return about `size` bytes; b'' at the end."""
        while not self._rest:
            some = list(islice(self._quads, 5_000))
            if not some:
                return b""
            self._rest = ox.serialize([quad.triple for quad in some], format=ox.RdfFormat.N_TRIPLES) or b""
        piece, self._rest = (self._rest, b"") if size < 0 else (self._rest[:size], self._rest[size:])
        return piece


def replacing(drop: Sequence[str], quads: Iterable[ox.Quad]) -> str:
    """Return the update that drops graphs (IRIs), then adds quads, and keeps the default graph in step."""
    steps = []
    for name in drop:
        steps.append(_remember_graph(f"<{name}>"))
        steps.append(f"DROP SILENT GRAPH <{name}>")
    steps.append(insert_data(with_copies(quads)))
    steps.append(_FORGET)
    return " ;\n".join(steps)


def maintained(text: str) -> str:
    """Return an update with what keeps the default graph in step put around each of its operations."""
    text = outline(text).text
    operations = split(text)
    out = []
    for operation in operations:
        out.append(operation.prologue + _follow(text, operation))
    return " ;\n".join(out) if out else text


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of a request: the text of its prologue, and its tokens."""

    prologue: str
    tokens: tuple[Token, ...]

    def words(self) -> list[str]:
        """Return the keywords of it, '' for other tokens."""
        return [token.upper for token in self.tokens]


def split(text: str) -> list[Operation]:
    """Split a request at the semicolons between operations."""
    found: list[Operation] = []
    current: list[Token] = []
    depth = 0
    for token in tokens(text):
        if token.kind == "mark":
            depth += (token.text == "{") - (token.text == "}")
            if token.text == ";" and depth == 0:
                found.append(_operation(text, current))
                current = []
                continue
        current.append(token)
    found.append(_operation(text, current))
    return [operation for operation in found if operation.prologue or operation.tokens]


def _operation(text: str, found: list[Token]) -> Operation:
    start = 0
    while start < len(found) and found[start].upper in ("PREFIX", "BASE", "VERSION"):
        start += 3 if found[start].upper == "PREFIX" else 2
    prologue = f"{text[found[0].start : found[start - 1].end]}\n" if start else ""
    return Operation(prologue, tuple(found[start:]))


def _follow(text: str, operation: Operation) -> str:
    if not operation.tokens:
        return ""
    match operation.words()[0]:
        case "INSERT" | "DELETE" | "WITH":
            return _modify(text, operation)
        case "CLEAR" | "DROP":
            return _drop(text, operation)
        case "ADD" | "COPY" | "MOVE":
            return f"{_without_default(text, operation)} ;\n{SYNC}"
    return _text(text, operation.tokens)


def _without_default(text: str, operation: Operation) -> str:
    return " ".join(f"GRAPH {_OWN}" if t.upper == "DEFAULT" else t.text for t in operation.tokens)


def _drop(text: str, operation: Operation) -> str:
    """CLEAR and DROP: of one graph, of the default graph (OWN), of all."""
    words, whole = operation.words(), _text(text, operation.tokens)
    if "ALL" in words or "NAMED" in words:
        return f"{whole} ;\nDROP ALL" if "NAMED" in words else whole
    name = _OWN if "DEFAULT" in words else operation.tokens[-1].text
    silent = "SILENT " if "SILENT" in words or "DEFAULT" in words else ""
    return f"{_remember_graph(name)} ;\n{words[0]} {silent}GRAPH {name} ;\n{_FORGET}"


def _remember_graph(name: str) -> str:
    return f"INSERT {{ GRAPH {_REMOVED} {{ ?s ?p ?o }} }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} }}"


def _modify(text: str, operation: Operation) -> str:
    """INSERT DATA, DELETE DATA, DELETE WHERE, and DELETE / INSERT ... WHERE. Malformed ones stay as they are."""
    found, words, home, at = operation.tokens, operation.words(), _OWN, 0
    if words[0] == "WITH" and len(found) > 2:
        home, at = found[1].text, 2
    deleted: list[_Part] = []
    inserted: list[_Part] = []
    form = words[at : at + 2]
    if form[1:] == ["DATA"] or form == ["DELETE", "WHERE"]:
        parts, _ = _quads(text, found, at + 2)
        (inserted if form[0] == "INSERT" else deleted).extend(parts)
        if form == ["INSERT", "DATA"]:
            once = f"{_data('INSERT', parts, home, 0)} ;\n{SYNC}"
            return _data("INSERT", parts, home) if _copyable(parts) else once
        if form == ["DELETE", "DATA"]:
            remember = f"INSERT DATA {{ GRAPH {_REMOVED} {{ {_copied(parts)} }} }}"
            return f"{_data('DELETE', parts, home, 0)} ;\n{remember} ;\n{_FORGET}"
        return _delete_insert(deleted, inserted, f"WHERE {{ {_written(parts, home)} }}", home)
    while at < len(found) and words[at] in ("DELETE", "INSERT"):
        parts, after = _quads(text, found, at + 1)
        (deleted if words[at] == "DELETE" else inserted).extend(parts)
        at = after
    rest = found[at:]
    pattern = _text(text, rest)
    if home != _OWN and not any(token.upper == "USING" for token in rest):
        group = rest[1:] if rest and rest[0].upper == "WHERE" else rest
        if any(token.upper == "GRAPH" for token in group):
            return f"{_text(text, found)} ;\n{SYNC}"
        pattern = f"WHERE {{ GRAPH {home} {_text(text, group)} }}"
    if _copyable(inserted) and _bound(inserted, rest):
        return _delete_insert(deleted, inserted, pattern, home)
    return f"{_clause('DELETE', deleted, home)}{_clause('INSERT', inserted, home)}{pattern} ;\n{SYNC}"


def _data(verb: str, parts: list["_Part"], home: str, copies: int = 1) -> str:
    return f"{verb} DATA {{ {_written(parts, home)} {_copied(parts) if copies else ''} }}"


def _clause(verb: str, parts: list["_Part"], home: str) -> str:
    return f"{verb} {{ {_written(parts, home)} }}\n" if parts else ""


def _delete_insert(deleted: list["_Part"], inserted: list["_Part"], where: str, home: str) -> str:
    remembered = f" GRAPH {_REMOVED} {{ {_copied(deleted)} }}" if deleted else ""
    text = (
        f"{_clause('DELETE', deleted, home)}"
        f"INSERT {{ {_written(inserted, home)} {_copied(inserted)}{remembered} }}\n{where}"
    )
    return f"{text} ;\n{_FORGET}" if deleted else text


@dataclass(frozen=True, slots=True)
class _Part:
    """Triples of a template (text without a last full stop) and the graph they are for; '' for none."""

    graph: str
    triples: str


def _quads(text: str, found: Sequence[Token], opening: int) -> tuple[list[_Part], int]:
    """Read the quads between the braces that open at `opening`; return them and where to go on."""
    parts: list[_Part] = []
    start = at = opening + 1
    while at < len(found) and found[at].text != "}":
        if found[at].upper == "GRAPH" and at + 2 < len(found):
            _add(parts, "", _text(text, found[start:at]))
            name, inner = found[at + 1].text, at + 3
            at = inner
            while at < len(found) and found[at].text != "}":
                at += 1
            _add(parts, name, _text(text, found[inner:at]))
            start = at + 1
        at += 1
    _add(parts, "", _text(text, found[start:at]))
    return parts, at + 1


def _copyable(parts: Iterable[_Part]) -> bool:
    """Tell whether a copy of the text means the same triples: not with blank nodes that have no label."""
    marks = {"[", "(", "{|", "<<"}
    return not any(token.text in marks for part in parts for token in tokens(part.triples))


def _add(parts: list[_Part], graph: str, triples: str) -> None:
    triples = triples.strip().strip(".").strip()
    if triples:
        parts.append(_Part(graph, triples))


def _bound(inserted: list[_Part], where: Sequence[Token]) -> bool:
    """Tell whether graph variables of a template are bound to graphs for sure: else a copy could stand alone."""
    wanted = {part.graph for part in inserted if part.graph[:1] in ("?", "$")}
    bound = {where[i + 1].text for i, token in enumerate(where[:-1]) if token.upper == "GRAPH"}
    words = {token.upper for token in where}
    return not wanted or (wanted <= bound and not words & {"OPTIONAL", "UNION", "MINUS", "EXISTS"})


def _written(parts: Iterable[_Part], home: str) -> str:
    return " ".join(f"GRAPH {part.graph or home} {{ {part.triples}\n}}" for part in parts)


def _copied(parts: Iterable[_Part]) -> str:
    return " ".join(f"{part.triples}\n." for part in parts)


def _text(text: str, found: Sequence[Token]) -> str:
    return text[found[0].start : found[-1].end] if found else ""
