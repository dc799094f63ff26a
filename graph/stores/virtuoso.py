"""Virtuoso 7 behind the store contract: what it does otherwise than the protocols say, put right on this side.

its own graphs (settings, service description)     are left out of the default graph and of GRAPH ?g, in queries
                                                     without GRAPH <name>
FROM NAMED alone, and datasets of the request        mean what SPARQL 1.1 says (13.2; Protocol 2.1.4)
VALUES after WHERE                                   is put into it
ASK answered as a table, "typed-literal", nodeID    are read into SPARQL 1.1 results, and written in each format
updates                                             go by the parameter `query`, to the address with authentication
INSERT DATA with blank nodes, or over 2,000 lines    is refused there: graphs are written by the Graph Store Protocol

What cannot be put right from outside is in docs/sparql.md. Measured with Debian's 7.2.5.1.
"""

import json
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlsplit

import pyoxigraph as ox
from rdflib import URIRef

from graph.stores import formats
from graph.stores.base import JSON, Changes, Gone
from graph.stores.remote import AGENT, RemoteStore
from graph.stores.syntax import Outline, Token, tokens
from graph.stores.terms import DEFAULT_GRAPH, drop_graph, graph_name, read_quads, to_quad
from ontology.base import BASE

OWN_GRAPHS = (
    "http://www.openlinksw.com/schemas/virtrdf#",
    "http://www.w3.org/ns/ldp#",
    "http://www.w3.org/2002/07/owl#",
    "http://localuriqaserver/sparql",
    "urn:activitystreams-owl:map",
)
_LEAVE_OUT = "".join(
    f"define input:default-graph-exclude <{name}>\ndefine input:named-graph-exclude <{name}>\n" for name in OWN_GRAPHS
)
_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"
_NOTHING = "urn:x-vpg:nothing"  # no such graph: an empty default graph, or no named ones
_NO_GRAPH = f"{BASE}graph/default"  # Virtuoso has no triples outside graphs


def is_virtuoso(address: str, seconds: float = 5.0) -> bool:
    """Tell whether a SPARQL endpoint says that it is Virtuoso; False if it does not answer."""
    request = urllib.request.Request(f"{address}?query=ASK%20%7B%7D", headers={"User-Agent": AGENT})
    try:
        with urllib.request.urlopen(request, timeout=seconds) as reply:
            server = reply.headers.get("Server")
    except urllib.error.HTTPError as error:
        server = error.headers.get("Server")
        error.close()
    except OSError:
        return False
    return str(server or "").startswith("Virtuoso")


class VirtuosoStore(RemoteStore):
    """A `graph.stores.base.Store` on a Virtuoso server; `update_address` is its /sparql-auth."""

    update_parameter = "query"

    def _worded(self, text: str, shape: Outline, default: Sequence[str], named: Sequence[str]) -> str:
        found = tokens(text)
        if not default and not named:
            default, named = shape.from_graphs, shape.from_named
        if default or named:
            text = _without_dataset(text, found)
            return f"{_dataset('default', default)}{_dataset('named', named)}{_values_inside(text)}"
        named_one = any(found[i].upper == "GRAPH" and t.kind != "variable" for i, t in enumerate(found[1:]))
        # with the exclusion, GRAPH <constant> has a row where the graph has none: measured
        return _values_inside(text) if named_one else f"{_LEAVE_OUT}{_values_inside(text)}"

    def _parameters(self, default: Sequence[str], named: Sequence[str]) -> list[tuple[str, str]]:
        return []  # Virtuoso adds them to what the query names; they stand in the text instead

    def _wanted(self, kind: str, media_type: str) -> str:
        return formats.N_TRIPLES if kind == "graph" else JSON

    def _read(self, body: bytes, kind: str, media_type: str) -> bytes:
        if kind == "graph":
            triples = ox.parse(body, format=ox.RdfFormat.N_TRIPLES)
            return ox.serialize(triples, format=formats.GRAPHS[media_type]) or b""
        right = _put_right(json.loads(body), kind)
        found = json.dumps(right, ensure_ascii=False, separators=(",", ":")).encode()
        if media_type == JSON:
            return found
        results = ox.parse_query_results(found, format=ox.QueryResultsFormat.JSON)
        return results.serialize(format=formats.RESULTS[media_type]) or b""

    def apply(self, changes: Changes, *, gone: Gone | None = None) -> None:
        """Write graph by graph: each is replaced, or added to, whole. Over several graphs Virtuoso is not atomic.

        Raises:
            StoreError: Virtuoso refused a graph; those before it are written.
        """
        graphs: dict[str, list[ox.Triple]] = defaultdict(list)
        for quad in [*(to_quad(quad) for quad in changes.add), *read_quads(changes.nquads)]:
            name = _NO_GRAPH if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value
            graphs[name].append(quad.triple)
        dropped = {_NO_GRAPH if str(name) == DEFAULT_GRAPH else str(name) for name in changes.drop}
        for name in sorted(dropped - graphs.keys()):
            self.update(drop_graph(name))
        for name, triples in graphs.items():
            self._put(name, ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"", replace=name in dropped)

    def _put(self, name: str, body: bytes, *, replace: bool) -> None:
        request = urllib.request.Request(
            f"{self._graph_address()}?graph={quote(name, safe='')}",
            data=body,
            method="PUT" if replace else "POST",
            headers={"Content-Type": formats.N_TRIPLES, "User-Agent": AGENT},
        )
        self._write(request, None)

    def _graph_address(self) -> str:
        parts = urlsplit(self._writable())
        return f"{parts.scheme}://{parts.netloc}/sparql-graph-crud{'-auth' if self._user else ''}"

    def graph_names(self) -> list[URIRef]:
        """Return the names of all graphs that hold something, sorted, without Virtuoso's own."""
        return [name for name in super().graph_names() if str(name) not in OWN_GRAPHS]


def _dataset(kind: str, names: Sequence[str]) -> str:
    return "".join(f"define input:{kind}-graph-uri {graph_name(name)}\n" for name in names or [_NOTHING])


def _without_dataset(text: str, found: Sequence[Token]) -> str:
    """Leave out FROM and FROM NAMED."""
    out, position, depth = [], 0, 0
    for index, token in enumerate(found):
        depth += (token.text in "{(") - (token.text in "})") if token.kind == "mark" else 0
        if depth == 0 and token.upper == "FROM" and index + 2 < len(found):
            out.append(text[position : token.start])
            position = found[index + (2 if found[index + 1].upper == "NAMED" else 1)].end
    return "".join([*out, text[position:]])


def _values_inside(text: str) -> str:
    """Put VALUES after WHERE into it: the same answer where nothing is grouped, and Virtuoso knows the columns."""
    start = end = depth = 0
    found = tokens(text)
    if any(token.upper in ("GROUP", "HAVING") for token in found):
        return text
    for token in found:
        if token.kind == "mark" and token.text == "{":
            start = token.start if depth == 0 else start
            depth += 1
        elif token.kind == "mark" and token.text == "}":
            depth -= 1
            end = token.end if depth == 0 else end
        elif depth == 0 and token.upper == "VALUES" and end:
            return f"{text[:start]}{{ {text[start:end]} {text[token.start :]} }}{text[end : token.start]}"
    return text


def _put_right(found: dict[str, Any], kind: str) -> dict[str, Any]:
    """Turn Virtuoso's JSON into that of SPARQL 1.1 (https://www.w3.org/TR/sparql11-results-json/)."""
    rows = found["results"]["bindings"] if "results" in found else []
    if kind == "ask":
        told = (
            found["boolean"]
            if "boolean" in found
            else any(cell["value"] != "0" for row in rows for cell in row.values())
        )
        return {"head": {}, "boolean": bool(told)}
    for row in rows:
        for cell in row.values():
            if cell["type"] == "typed-literal":
                cell["type"] = "literal"
                if cell.get("datatype") == _BOOLEAN:
                    cell["value"] = {"1": "true", "0": "false"}.get(cell["value"], cell["value"])
            elif cell["type"] == "bnode":
                cell["value"] = cell["value"].removeprefix("nodeID://")
    return {"head": {"vars": found["head"]["vars"]}, "results": {"bindings": rows}}
