"""Another engine (Virtuoso, GraphDB, Fuseki, QLever ...) over the SPARQL 1.1 Protocol, through SPARQLWrapper.

Location: the address of the query endpoint (`graph.stores.registry` says what else may be set).
The remote engine's own limits apply, and ours to its answer.
"""

import hashlib
import json
import secrets
import urllib.error
from collections.abc import Sequence
from typing import Any

import pyoxigraph as ox
from rdflib import URIRef
from SPARQLWrapper import DIGEST, POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from graph.errors import (
    QueryLimitError,
    QuerySyntaxError,
    QueryTimeoutError,
    ReadOnlyError,
    StoreError,
    StoreUnavailableError,
)
from graph.stores import formats
from graph.stores.base import JSON, Answer, Changes, Gone, Limits
from graph.stores.dataset import insert_data, with_using
from graph.stores.edge import refuse_addresses
from graph.stores.rows import cut_rows
from graph.stores.syntax import outline
from graph.stores.terms import drop_graph, read_quads, to_quad

_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_QUADS = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
AGENT = "vietnam-policy-graph (SPARQL client)"


class RemoteStore:
    """A `graph.stores.base.Store` on the other side of HTTP.

    `query_address`: the SPARQL endpoint; `update_address`: where updates go (None: read only). `user` and
    `password`: for HTTP digest authentication of updates; `token`: bearer token instead.
    """

    def __init__(
        self,
        query_address: str,
        update_address: str | None = None,
        *,
        user: str | None = None,
        password: str = "",
        token: str | None = None,
        seconds: float = 60.0,
    ) -> None:
        self._query_address, self._update_address = query_address, update_address
        self._user, self._password, self._token, self._seconds = user, password, token, seconds
        self._opened, self._writes = secrets.token_hex(6), 0

    @property
    def revision(self) -> str:
        """Return a token that changes with every write made here; others' writes are not seen."""
        return f"{self._opened}-{self._writes}"

    def query(
        self,
        text: str,
        *,
        media_type: str = JSON,
        default_graphs: Sequence[str] = (),
        named_graphs: Sequence[str] = (),
        limits: Limits | None = None,
    ) -> Answer:
        """Send one query; see `Store.query`.

        Raises:
            QuerySyntaxError: the endpoint calls it malformed.
            QueryTimeoutError: no answer within the time limit.
            StoreUnavailableError: the endpoint cannot be reached.
        """
        shape = outline(text)
        refuse_addresses(shape.services, ())
        if shape.form in ("CONSTRUCT", "DESCRIBE"):
            kind, media_type = "graph", formats.graph_type(media_type)
        elif shape.form == "ASK":
            kind, media_type = "ask", formats.results_type(media_type)
        else:
            kind, media_type = "select", formats.results_type(media_type)
        wrapper = SPARQLWrapper(self._query_address, agent=AGENT)
        wrapper.setMethod(POST)
        wrapper.setTimeout(int(limits.seconds) if limits and limits.seconds >= 1 else int(self._seconds))
        wrapper.setOnlyConneg(True)
        wrapper.addCustomHttpHeader("Accept", media_type)
        for name in default_graphs:
            wrapper.addParameter("default-graph-uri", name)
        for name in named_graphs:
            wrapper.addParameter("named-graph-uri", name)
        wrapper.setQuery(text)
        body = self._send(wrapper)
        cut = False
        if limits and limits.rows is not None and kind == "select":
            body, cut = cut_rows(body, media_type, limits.rows)
        if limits and limits.answer_bytes is not None and len(body) > limits.answer_bytes:
            raise QueryLimitError(f"the answer has {len(body):,} bytes: ask for fewer rows (LIMIT)")
        return Answer(kind, media_type, body, self.revision, cut)

    def update(
        self,
        text: str,
        *,
        using_graphs: Sequence[str] = (),
        using_named_graphs: Sequence[str] = (),
        gone: Gone | None = None,
    ) -> None:
        """Send one update; see `Store.update`. The protocol has no way to stop it again.

        Raises:
            ReadOnlyError: no address for updates is known.
        """
        shape = outline(text)
        refuse_addresses(shape.services + shape.loads, ())
        if self._update_address is None:
            raise ReadOnlyError(f"{self._query_address} is read only: no address for updates is set")
        wrapper = SPARQLWrapper(self._update_address, agent=AGENT)
        wrapper.setMethod(POST)
        wrapper.setTimeout(int(self._seconds))
        if self._token:
            wrapper.addCustomHttpHeader("Authorization", f"Bearer {self._token}")
        elif self._user:
            wrapper.setHTTPAuth(DIGEST)
            wrapper.setCredentials(self._user, self._password)
        wrapper.setQuery(with_using(text, using_graphs, using_named_graphs))
        wrapper.queryType = "INSERT"  # a request may hold several operations; SPARQLWrapper looks at one
        try:
            self._send(wrapper)
        finally:
            self._writes += 1

    def apply(self, changes: Changes, *, gone: Gone | None = None) -> None:
        """Send the changes as one request; as atomic as the remote engine makes one request."""
        quads = [*(to_quad(quad) for quad in changes.add), *read_quads(changes.nquads)]
        steps = [drop_graph(name) for name in changes.drop]
        if quads:
            steps.append(insert_data(quads))
        if steps:
            self.update(" ;\n".join(steps))

    def graph_names(self) -> list[URIRef]:
        """Return the names of all graphs that hold something, sorted."""
        return sorted(URIRef(str(row["g"])) for row in self.query(_GRAPHS).rows())

    def dump(self, media_type: str = formats.N_QUADS) -> bytes:
        """Return all named graphs, serialised; read in one query, so only for what fits in memory."""
        if media_type not in (formats.N_QUADS, formats.TRIG):
            raise StoreError(f"{media_type} cannot hold several graphs: ask for N-Quads or TriG")
        rows = json.loads(self.query(_QUADS).body)["results"]["bindings"]
        quads = (ox.Quad(*(_term(row[name]) for name in "spog")) for row in rows)
        return ox.serialize(quads, format=formats.GRAPHS[media_type]) or b""

    def close(self) -> None:
        """Nothing is held open between requests."""

    def _send(self, wrapper: SPARQLWrapper) -> bytes:
        try:
            return bytes(wrapper.query().response.read())
        except QueryBadFormed as error:
            raise QuerySyntaxError(f"{self._query_address} calls the query malformed: {error}") from error
        except TimeoutError as error:
            raise QueryTimeoutError(f"{self._query_address} did not answer in time") from error
        except urllib.error.HTTPError as error:
            hint = " (is it the address of a SPARQL endpoint? ours ends in /sparql)" if error.code in (404, 405) else ""
            raise StoreError(f"{self._query_address} answered {error.code} {error.reason}{hint}") from error
        except (urllib.error.URLError, ConnectionError) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise QueryTimeoutError(f"{self._query_address} did not answer in time") from error
            raise StoreUnavailableError(f"{self._query_address} does not answer: {error}") from error
        except SPARQLWrapperException as error:
            raise StoreError(f"{self._query_address} could not do this: {error}") from error


def _term(value: dict[str, str]) -> Any:
    """Read a term of the JSON results format into the engine's."""
    if value["type"] == "uri":
        return ox.NamedNode(value["value"])
    if value["type"] == "bnode":
        # the remote label may hold characters that are not allowed in ours
        return ox.BlankNode("b" + hashlib.md5(value["value"].encode(), usedforsecurity=False).hexdigest())
    if language := value.get("xml:lang"):
        return ox.Literal(value["value"], language=language)
    datatype = value.get("datatype")
    return ox.Literal(value["value"], datatype=ox.NamedNode(datatype) if datatype else None)
