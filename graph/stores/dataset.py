"""Update requests as text: USING from the protocol's parameters, and quads as INSERT DATA.

Rules: SPARQL 1.1 Protocol 2.2.3 (`using-graph-uri`, `using-named-graph-uri`), SPARQL 1.1 Update 3.1.3.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pyoxigraph as ox

from graph.errors import ParameterError
from graph.stores.syntax import Token, outline, tokens
from graph.stores.terms import graph_name


def with_using(text: str, graphs: Sequence[str], named: Sequence[str]) -> str:
    """Return the update with USING clauses for every DELETE/INSERT ... WHERE in it.

    `DELETE WHERE {P}` has no place for USING: it becomes `DELETE {P} USING ... WHERE {P}`.

    Raises:
        ParameterError: the request has USING or WITH of its own (Protocol 2.2.3 makes that an error).
    """
    if not graphs and not named:
        return text
    shape = outline(text)
    if shape.own_dataset:
        raise ParameterError("using-graph-uri cannot be combined with USING or WITH in the update itself")
    clause = "".join(f" USING {graph_name(g)}" for g in graphs) + "".join(
        f" USING NAMED {graph_name(g)}" for g in named
    )
    out, position, depth = [], 0, 0
    found = tokens(text)
    for index, token in enumerate(found):
        if token.kind == "mark":
            depth += (token.text == "{") - (token.text == "}")
        if depth or token.upper != "WHERE":
            continue
        out.append(text[position : token.start])
        position = token.start
        if index and found[index - 1].upper == "DELETE":
            pattern = text[found[index + 1].start : _closing(found, index + 1)]
            out.append(f"{pattern} ")
        out.append(f"{clause} ")
    return "".join([*out, text[position:]])


def without_silent_loads(text: str, allowed: Callable[[str], bool]) -> str:
    """Leave out every LOAD SILENT of an address that is not allowed: it fails, and SILENT says to go on."""
    found = tokens(text)
    out, position = [], 0
    for index, token in enumerate(found[:-2]):
        target = found[index + 2]
        if token.upper == "LOAD" and found[index + 1].upper == "SILENT" and not allowed(target.text.strip("<>")):
            end = next((t.start for t in found[index:] if t.text == ";"), len(text))
            out.append(f"{text[position : token.start]}DROP SILENT GRAPH <urn:x-vpg:nothing>")
            position = end
    return "".join([*out, text[position:]]) if out else text


def _closing(found: Sequence[Token], opening: int) -> int:
    """Return the offset after the brace that closes the one at `opening`."""
    depth = 0
    for token in found[opening:]:
        if token.kind == "mark":
            depth += (token.text == "{") - (token.text == "}")
            if depth == 0:
                return token.end
    return found[-1].end


def insert_data(quads: Iterable[ox.Quad]) -> str:
    """Write quads as one INSERT DATA operation, grouped by graph."""
    graphs: dict[str, list[str]] = defaultdict(list)
    for quad in quads:
        name = "" if isinstance(quad.graph_name, ox.DefaultGraph) else str(quad.graph_name)
        graphs[name].append(f"{quad.triple} .")
    blocks = []
    for name, lines in graphs.items():
        triples = "\n".join(lines)
        blocks.append(f"GRAPH {name} {{\n{triples}\n}}" if name else triples)
    return "INSERT DATA {\n" + "\n".join(blocks) + "\n}"


def merged(engine: ox.Store, default: Sequence[Any], named: Sequence[ox.NamedNode]) -> ox.Store:
    """Return a store whose default graph is the RDF merge of some graphs, each triple once."""
    store = ox.Store()
    for name in default:
        store.extend(
            ox.Quad(q.subject, q.predicate, q.object) for q in engine.quads_for_pattern(None, None, None, name)
        )
    for name in named:
        store.extend(engine.quads_for_pattern(None, None, None, name))
    return store
