"""A worker that answers a client's queries on the client's own connection, without a detour.

Runs in a process forked by the store (`graph.stores.zygote`), for one connection after another. It does the
plain case only: SPARQL queries over HTTP/1.1. Whatever else comes (pages, updates, data that have changed
since the fork) goes back to the server with the connection and what was read from it. The
limits are the kernel's, as for every worker; the server answers in its place if it is ended by one.
"""

import gzip
import hashlib
import json
import os
import socket
import struct
import time
from collections.abc import Callable
from functools import lru_cache, partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, NamedTuple

from graph.errors import VpgError
from graph.stores import sandbox, wire
from graph.stores.base import Limits
from graph.stores.counter import SharedCounter
from graph.stores.formats import formats_for
from graph.stores.oxigraph import OxigraphStore
from graph.stores.syntax import CHANGING, outline
from graph.stores.worker import Spool
from service.kept import SharedAnswers
from service.negotiate import choose
from service.problem_body import problem_of
from service.protocol import Asked, interpret
from service.unanswered import Unanswered

if TYPE_CHECKING:
    from graph.stores.analysis import Answered

_HEAD = 16_384  # bytes of the head of a request
_GROWN = 64 << 20
_SMALL = 1200
BOUNDS = (0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
_COMMON = (
    "Access-Control-Allow-Origin: *\r\n"
    "Access-Control-Expose-Headers: ETag, VPG-Cut, VPG-Revision, Content-Length, Location\r\n"
    "Vary: Accept, Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\nServer: vpg\r\n"
)


Direct = Callable[[], "Answered | None"]


class _GoBackError(Exception):
    """This request is for the server. `reason` tells it whether the connection may come here again."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _DoneError(Exception):
    """The client has hung up, or wants the connection closed."""


class _Request(NamedTuple):
    """A request by its head: its body begins at `start` of what was read, and ends at `length`."""

    method: str
    address: bytes
    headers: dict[str, str]
    start: int
    length: int


class Session:
    """The state of one worker: its data as of `writes`, and the connection it serves now."""

    def __init__(self, store: OxigraphStore, counter: SharedCounter, config: dict[str, Any]) -> None:
        self._store, self._counter, self._config = store, counter, config
        self._writes, self._better, self._revision = config["writes"], config["better"], config["revision"]
        self._limits = Limits(rows=config["rows"])
        self.kept: SharedAnswers | None = None
        self.unanswered: Unanswered | None = None
        self._started, self._idle = sandbox.address_space(), sandbox.resident()
        self.stale = self.grown = False
        self.times: list[float] = []
        self.slow: list[tuple[float, str]] = []
        self.errors: list[str] = []
        self.hits = 0
        if config["memory"]:
            sandbox.limit_memory(self._started + config["memory"])

    def serve(self, client: socket.socket, data: bytes) -> tuple[str, bytes]:
        """Serve one connection; return why it ended (`done`, or for the server) and what was read but not used."""
        patience = struct.pack("ll", int(self._config["idle"]), 0)
        client.setblocking(True)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, patience)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", 60, 0))
        try:
            while True:
                data = self._one(client, data)
                if self.grown:
                    return "idle", data
        except _GoBackError as error:
            return error.reason, self._unused
        except (_DoneError, OSError):
            return "done", b""

    def _one(self, client: socket.socket, data: bytes) -> bytes:
        """Answer one request; return what was read beyond it.

        What completes a request stays with the kernel until the answer begins: if this process is ended before,
        nobody has lost it.
        """
        self._keep(data)
        asked, waiting = self._request(data), 0
        while asked is None or len(data) < asked.length:
            more = self._peek(client)
            asked = asked or self._request(data + more)
            if asked is not None and len(data) + len(more) >= asked.length:
                waiting = asked.length - len(data)
                data += more[:waiting]
                break
            client.recv(len(more))
            data += more
            self._keep(data)
        if self._counter.value != self._writes or self._counter.better != self._better:
            self.stale = True
            raise _GoBackError("stale")
        sandbox.deadline(self._config["seconds"])  # reading a long text takes its time too
        try:
            reply = self._reply(asked.method, asked.address, asked.headers, data[asked.start : asked.length])
        finally:
            sandbox.deadline(0)
        if self.unanswered is not None:
            self.unanswered.begin()
        if waiting:
            client.recv(waiting, socket.MSG_WAITALL)
        if isinstance(reply, bytes):
            client.sendall(reply)
        else:
            _send_long(client, *reply)
        self._keep(data[asked.length :])
        if asked.headers.get("connection", "").lower() == "close":
            raise _DoneError
        return self._unused

    def _request(self, data: bytes) -> "_Request | None":
        """Read the head of a request; None if it is not whole yet."""
        end = data.find(b"\r\n\r\n")
        if end < 0:
            if len(data) > _HEAD:
                raise _GoBackError("other")
            return None
        method, address, headers = _head(data[:end])
        size = 0
        if method == "POST":
            length = headers.get("content-length", "")
            if not length.isdigit() or int(length) > self._config["text"] * 3 + 65536:
                raise _GoBackError("other")
            size = int(length)
        return _Request(method, address, headers, end + 4, end + 4 + size)

    def _peek(self, client: socket.socket) -> bytes:
        try:
            more = client.recv(65536, socket.MSG_PEEK)
        except BlockingIOError:  # nobody has asked for a while
            raise _GoBackError("idle") from None
        if not more:
            raise _DoneError
        return more

    def _keep(self, data: bytes) -> None:
        self._unused = data
        if self.unanswered is not None:
            self.unanswered.keep(data)

    def _reply(self, method: str, address: bytes, headers: dict[str, str], body: bytes) -> bytes | tuple[bytes, Spool]:
        accept = headers.get("accept", "")
        if "text/html" in accept or "authorization" in headers:
            raise _GoBackError("other")
        try:
            asked = interpret(
                method,
                address,
                headers.get("content-type", ""),
                body,
                longest_query=self._config["text"],
                longest_update=1 << 40,  # told from a query, then sent back
            )
            if asked.kind != "query":
                raise _GoBackError("other")
            columns = self._store.columns
            if columns is not None and not asked.default_graphs and not asked.named_graphs:
                known = columns.direct.shape(asked.text)
                if known is not None:
                    media_type = choose(formats_for(known[0].query.form), accept)
                    direct = partial(columns.answer_shape, *known, media_type, self._limits.rows)
                    return self._found(asked, media_type, headers, lasting=True, direct=direct)
            shape = outline(asked.text)
            if shape.services:
                raise _GoBackError("other")  # needs a worker with a network
            media_type = choose(formats_for(shape.form), accept)
            return self._found(asked, media_type, headers, lasting=not shape.words & CHANGING, direct=None)
        except VpgError as error:
            self.errors.append(type(error).__name__)
            return _problem(error)

    def _found(
        self, asked: Asked, media_type: str, headers: dict[str, str], *, lasting: bool, direct: Direct | None
    ) -> bytes | tuple[bytes, Spool]:
        zipped = "gzip" in headers.get("accept-encoding", "")
        tag = self._tag(asked, media_type) if lasting else ""
        if tag and tag in headers.get("if-none-match", ""):
            return f"HTTP/1.1 304 Not Modified\r\nETag: {tag}\r\nCache-Control: no-cache\r\n{_COMMON}\r\n".encode()
        digest = b""
        if tag and self.kept is not None:
            digest = hashlib.blake2b(f"{tag}{zipped}".encode(), digest_size=16).digest()
            if (kept := self.kept.get(digest)) is not None:
                self.hits += 1
                return kept
        reply = self._answer(asked, media_type, tag, zipped=zipped, direct=direct)
        if digest and self.kept is not None and isinstance(reply, bytes):
            self.kept.put(digest, reply)
        return reply

    def _answer(
        self, asked: Asked, media_type: str, tag: str, *, zipped: bool, direct: Direct | None
    ) -> bytes | tuple[bytes, Spool]:
        begun = time.perf_counter()
        answered = direct() if direct is not None else None
        if answered is None:
            spool = Spool(self._config["bytes"])
            found = self._store.write_answer(
                asked.text,
                spool,
                media_type=media_type,
                default_graphs=asked.default_graphs,
                named_graphs=asked.named_graphs,
                limits=self._limits,
            )
        seconds = time.perf_counter() - begun
        self.times.append(seconds)
        if answered is not None:
            return self._whole(answered.media_type, tag, "", answered.body, zipped=zipped)
        if seconds > self._config["slow"]:
            self.slow.append((seconds, asked.text[:2000]))
        if seconds > 0.02:
            self.grown = sandbox.resident() - self._idle > _GROWN
        more = "VPG-Cut: rows\r\n" if found.cut else ""
        if (file := spool.take_file()) is not None:
            size = os.fstat(file.fileno()).st_size
            return f"{self._start(found.media_type, tag)}{more}Content-Length: {size}\r\n\r\n".encode(), spool
        return self._whole(found.media_type, tag, more, spool.body(), zipped=zipped)

    def _start(self, media_type: str, tag: str) -> str:
        """Return the head of an answer but for what depends on its body."""
        text = "; charset=utf-8" if media_type.startswith("text/") else ""
        kept = f"ETag: {tag}\r\nCache-Control: no-cache\r\n" if tag else ""
        return (
            f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}{text}\r\nVPG-Revision: {self._revision}\r\n{kept}{_COMMON}"
        )

    def _whole(self, media_type: str, tag: str, more: str, body: bytes, *, zipped: bool) -> bytes:
        if zipped and len(body) > _SMALL:
            body = gzip.compress(body, compresslevel=4, mtime=0)
            more += "Content-Encoding: gzip\r\n"
        return f"{self._start(media_type, tag)}{more}Content-Length: {len(body)}\r\n\r\n".encode() + body

    def _tag(self, asked: Asked, media_type: str) -> str:
        parts = (self._revision, asked.text, media_type, *asked.default_graphs, "", *asked.named_graphs)
        return f'"{hashlib.blake2b(chr(0).join(parts).encode(), digest_size=12).hexdigest()}"'

    def figures(self) -> dict[str, Any]:
        """Return, and forget, what has been counted."""
        found = {"times": self.times[-10_000:], "slow": self.slow[-20:], "hits": self.hits, "errors": self.errors}
        self.times, self.slow, self.hits, self.errors = [], [], 0, []
        return found


@lru_cache(maxsize=512)
def _head(head: bytes) -> tuple[str, bytes, dict[str, str]]:
    """Read the head of a request: method, what follows the question mark, headers in lower case.

    Raises:
        _GoBackError: not the plain case.
    """
    lines = head.split(b"\r\n")
    words = lines[0].split(b" ")
    if len(words) != 3 or words[2] != b"HTTP/1.1" or words[0] not in (b"GET", b"POST"):
        raise _GoBackError("other")
    path, _, address = words[1].partition(b"?")
    if path != b"/sparql" or (words[0] == b"GET" and not address):
        raise _GoBackError("other")
    headers: dict[str, str] = {}
    for line in lines[1:]:
        name, colon, value = line.partition(b":")
        key = name.decode("latin-1").lower()
        if not colon or key != key.strip() or key in headers or key in ("transfer-encoding", "expect", "upgrade"):
            raise _GoBackError("other")
        headers[key] = value.strip().decode("latin-1")
    return words[0].decode(), address, headers


def _problem(error: VpgError) -> bytes:
    status, body = problem_of(error)
    text = json.dumps(body, ensure_ascii=False).encode() + b"\n"
    head = (
        f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nContent-Type: application/problem+json\r\n"
        f"Cache-Control: no-store\r\n{_COMMON}Content-Length: {len(text)}\r\n\r\n"
    )
    return head.encode() + text


def _send_long(client: socket.socket, head: bytes, spool: Spool) -> None:
    file = spool.take_file()
    assert file is not None
    with file:
        client.sendall(head)
        file.seek(0)
        while piece := file.read(1 << 18):
            client.sendall(piece)


def serve(control: socket.socket, store: OxigraphStore, counter: SharedCounter, config: dict[str, Any]) -> None:
    """Serve the connections that come over `control` until it closes."""
    sandbox.mortal()
    sandbox.be_quiet()
    sandbox.die_with_parent()
    sandbox.forbid_network()
    if (columns := store.columns) is not None:
        columns.columns.populate()
    session = Session(store, counter, config)
    setup = wire.receive(control)
    if setup.files:
        session.unanswered = Unanswered(file=setup.files[0])
    if len(setup.files) > 1:
        session.kept = SharedAnswers(file=setup.files[1])
    while True:
        try:
            message = wire.receive(control)
        except wire.HangUpError:
            return
        with socket.socket(fileno=message.files[0]) as client:
            reason, unused = session.serve(client, message.body)
        header = {"why": reason, "stale": session.stale, "grown": session.grown, **session.figures()}
        try:
            wire.send(control, json.loads(json.dumps(header)), unused)
        except wire.HangUpError:
            return
        if session.stale or session.grown:
            return
