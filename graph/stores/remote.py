"""Another engine (Virtuoso, GraphDB, Fuseki, QLever ...) over the SPARQL 1.1 Protocol, through SPARQLWrapper.

Location: the address of the query endpoint (`graph.stores.registry` says what else may be set).
The remote engine's own limits apply, and ours to its answer.
"""

import hashlib
import json
import secrets
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlencode

import pyoxigraph as ox
from rdflib import URIRef
from SPARQLWrapper import POST, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed, SPARQLWrapperException

from graph.errors import (
    QueryLimitError,
    QuerySyntaxError,
    QueryTimeoutError,
    ReadOnlyError,
    StoreError,
    StoreUnavailableError,
    VpgError,
)
from graph.stores import formats
from graph.stores.base import JSON, Answer, Changes, Gone, Limits
from graph.stores.dataset import insert_data, with_using, without_silent_loads
from graph.stores.edge import engine_errors, refuse_addresses
from graph.stores.rows import cut_rows, limited
from graph.stores.syntax import Outline, outline
from graph.stores.terms import drop_graph, read_quads, to_quad
from ontology.base import BASE

_GRAPHS = "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_QUADS = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"
_PARSED = 20_000  # characters of a malformed text that are read here to say where
SAID = 500  # characters of what an endpoint says of an error that are passed on
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
        wrapper.addCustomHttpHeader("Accept", self._wanted(kind, media_type))
        for name, value in self._parameters(default_graphs, named_graphs):
            wrapper.addParameter(name, value)
        rows = limits.rows if limits and kind == "select" else None
        wrapper.setQuery(self._worded(limited(text, rows), shape, default_graphs, named_graphs))
        body, cut = self._send(wrapper, text)
        body = self._read(body, kind, media_type)
        if rows is not None:
            body, cut_here = cut_rows(body, media_type, rows)
            cut = cut or cut_here
        if limits and limits.answer_bytes is not None and len(body) > limits.answer_bytes:
            raise QueryLimitError(f"the answer has {len(body):,} bytes: ask for fewer rows (LIMIT)")
        return Answer(kind, media_type, body, self.revision, cut)

    # ---- where endpoints differ

    update_parameter = "update"

    def _worded(self, text: str, shape: Outline, default: Sequence[str], named: Sequence[str]) -> str:
        """Return the query as the endpoint is asked it."""
        return text

    def _parameters(self, default: Sequence[str], named: Sequence[str]) -> list[tuple[str, str]]:
        """Return the parameters that name the dataset (SPARQL 1.1 Protocol, 2.1.4)."""
        pairs = (("default-graph-uri", default), ("named-graph-uri", named))
        return [(name, value) for name, values in pairs for value in values]

    def _wanted(self, kind: str, media_type: str) -> str:
        """Return the media type that the endpoint is asked for."""
        return media_type

    def _read(self, body: bytes, kind: str, media_type: str) -> bytes:
        """Return what the endpoint sent, in `media_type`."""
        return body

    # ---- writing

    def _writable(self) -> str:
        if self._update_address is None:
            raise ReadOnlyError(f"{self._query_address} is read only: no address for updates is set")
        return self._update_address

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
        text = without_silent_loads(text, lambda _: False) if outline(text).loads else text
        shape = outline(text)
        refuse_addresses(shape.services + shape.loads, ())
        wanted = with_using(text, using_graphs, using_named_graphs)
        body = urlencode({self.update_parameter: wanted}).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "User-Agent": AGENT}
        self._write(urllib.request.Request(self._writable(), data=body, headers=headers), text)

    def _write(self, request: urllib.request.Request, text: str | None) -> None:
        """Send a request that writes, with what it is allowed by; `text`: the update, None where it is none."""
        try:
            with self._errors(text, update=True):
                if self._token:
                    request.add_unredirected_header("Authorization", f"Bearer {self._token}")
                elif self._user and (allowed := self._digest(request)):
                    request.add_unredirected_header("Authorization", allowed)
                urllib.request.urlopen(request, timeout=self._seconds).close()
        finally:
            self._writes += 1

    def _digest(self, request: urllib.request.Request) -> str:
        """Return the header that answers the challenge at the address (RFC 7616); '' where there is none.

        It is asked for first: a server that refuses a request closes the connection in the middle of a long body.
        """
        try:
            urllib.request.urlopen(
                urllib.request.Request(request.full_url, method="GET"), timeout=self._seconds
            ).close()
        except urllib.error.HTTPError as error:
            error.close()
            scheme, _, challenge = error.headers.get("WWW-Authenticate", "").partition(" ")
            if error.code == 401 and scheme.lower() == "digest":
                passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
                passwords.add_password(None, request.full_url, self._user or "", self._password)
                parts = urllib.request.parse_keqv_list(urllib.request.parse_http_list(challenge))
                return f"Digest {urllib.request.HTTPDigestAuthHandler(passwords).get_authorization(request, parts)}"
        return ""

    def apply(self, changes: Changes, *, gone: Gone | None = None) -> None:
        """Send the changes as one request; as atomic as the remote engine makes one request."""
        quads = [*(to_quad(quad) for quad in changes.add), *read_quads(changes.nquads)]
        steps = [drop_graph(name) for name in changes.drop]
        if quads:
            steps.append(insert_data(quads))
        if steps:
            self.update(" ;\n".join(steps))

    def touched_since(self, revision: str) -> frozenset[str] | None:  # noqa: ARG002
        """Return None, "not known": others may write to an endpoint too."""
        return None

    def graph_names(self) -> list[URIRef]:
        """Return the names of all graphs that hold something, sorted."""
        return sorted(URIRef(str(row["g"])) for row in self.query(_GRAPHS).rows())

    def dump(self, media_type: str = formats.N_QUADS) -> bytes:
        """Return all named graphs, serialised; read in one query, so only for what fits in memory.

        Raises:
            StoreError: another media type; or the endpoint answered with a part only.
        """
        if media_type not in (formats.N_QUADS, formats.TRIG):
            raise StoreError(f"{media_type} cannot hold several graphs: ask for N-Quads or TriG")
        answer = self.query(_QUADS)
        if answer.cut:
            raise StoreError(f"{self._query_address} answers with part of the rows only: raise its own limit of rows")
        rows = json.loads(answer.body)["results"]["bindings"]
        quads = (ox.Quad(*(_term(row[name]) for name in "spog")) for row in rows)
        return ox.serialize(quads, format=formats.GRAPHS[media_type]) or b""

    def close(self) -> None:
        """Nothing is held open between requests."""

    def _send(self, wrapper: SPARQLWrapper, text: str) -> tuple[bytes, bool]:
        """Send a query; return the body, and whether the endpoint says that it left rows out."""
        with self._errors(text):
            response = wrapper.query().response
            return bytes(response.read()), response.headers.get("X-SPARQL-MaxRows") is not None

    @contextmanager
    def _errors(self, text: str | None, *, update: bool = False) -> Iterator[None]:
        """Turn what can go wrong on the way, and there, into our errors; `text`: what may be malformed, if a text."""
        address = self._update_address if update else self._query_address
        try:
            yield
        except QueryBadFormed as error:
            raise self._bad(text or "", str(error), update=update) from error
        except TimeoutError as error:
            raise QueryTimeoutError(f"{address} did not answer in time") from error
        except urllib.error.HTTPError as error:
            said = "" if error.closed else error.read(SAID).decode("utf-8", "replace")
            error.close()
            if error.code == 400 and text is not None:
                raise self._bad(text, said, update=update) from error
            hint = " (is it the address of a SPARQL endpoint? ours ends in /sparql)" if error.code in (404, 405) else ""
            raise StoreError(f"{address} answered {error.code} {error.reason}{hint}: {said}") from error
        except (urllib.error.URLError, ConnectionError) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise QueryTimeoutError(f"{address} did not answer in time") from error
            raise StoreUnavailableError(f"{address} does not answer: {error}") from error
        except SPARQLWrapperException as error:
            raise StoreError(f"{address} could not do this: {str(error)[:SAID]}") from error

    def _bad(self, text: str, said: str, *, update: bool) -> VpgError:
        told = malformed(text, update=update)
        return told or QuerySyntaxError(f"{self._query_address} calls this malformed: {said[:SAID]}")


def malformed(text: str, *, update: bool) -> QuerySyntaxError | None:
    """Say where a query or update is malformed, as our own engine sees it; None if it sees nothing wrong.

    It is parsed here, with something unreadable after it, and not carried out. That leaves a text that ends too
    early unexplained; a query as it stands is therefore tried too, on a store that is empty, where it can make no
    rows of its own. A text of more than `_PARSED` characters is left to the endpoint's own words.
    """
    if len(text) > _PARSED:
        return None
    for ending in ("\n\x00", *([] if update or "(" in text or "VALUES" in outline(text).words else [""])):
        store = ox.Store()
        try:
            with engine_errors(text, update=update):
                (store.update if update else store.query)(f"{text}{ending}", base_iri=BASE)
        except QuerySyntaxError as error:
            if error.line is not None and error.line <= text.count("\n") + 1:
                return error
        except StoreError:
            return None
    return None


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
