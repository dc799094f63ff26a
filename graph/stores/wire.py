"""Messages between our processes over a Unix socket: a header (JSON), bytes, and open files.

8 bytes: length of header, length of body (big endian)   header   body      files as SCM_RIGHTS
"""

import array
import json
import socket
import struct
from dataclasses import dataclass
from typing import Any

_LENGTHS = struct.Struct("!IQ")
_MOST_FILES = 4
Header = dict[str, Any]


class HangUpError(Exception):
    """The other side is gone; never leaves this package."""


@dataclass(frozen=True, slots=True)
class Message:
    """What was received; `files` are descriptors that now belong to the receiver."""

    header: Header
    body: bytes
    files: tuple[int, ...] = ()


def send(sock: socket.socket, header: Header, body: bytes = b"", files: tuple[int, ...] = ()) -> None:
    """Send one message whole.

    Raises:
        HangUpError: the other side is gone.
    """
    head = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    first = _LENGTHS.pack(len(head), len(body)) + head
    rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))] if files else []
    try:
        if len(body) < 65536:
            first, body = first + body, b""
        sent = sock.sendmsg([first], rights)
        if sent < len(first):
            sock.sendall(first[sent:])
        if body:
            sock.sendall(body)
    except OSError as error:
        raise HangUpError(str(error)) from error


def receive(sock: socket.socket) -> Message:
    """Wait for one message.

    Raises:
        HangUpError: the other side closed the connection or died, also in the middle of a message.
    """
    files = array.array("i")
    try:
        data, ancillary, _, _ = sock.recvmsg(65536, socket.CMSG_LEN(_MOST_FILES * files.itemsize))
    except OSError as error:
        raise HangUpError(str(error)) from error
    if not data:
        raise HangUpError("closed")
    for level, kind, content in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_RIGHTS:
            files.frombytes(content[: len(content) - len(content) % files.itemsize])
    while len(data) < _LENGTHS.size:
        data += _more(sock, _LENGTHS.size - len(data))
    head, size = _LENGTHS.unpack_from(data)
    missing = _LENGTHS.size + head + size - len(data)
    if missing:
        parts = [data]
        while missing:
            parts.append(_more(sock, missing))
            missing -= len(parts[-1])
        data = b"".join(parts)
    start = _LENGTHS.size + head
    return Message(json.loads(data[_LENGTHS.size : start]), data[start:], tuple(files))


def _more(sock: socket.socket, size: int) -> bytes:
    try:
        data = sock.recv(min(size, 1 << 20))
    except OSError as error:
        raise HangUpError(str(error)) from error
    if not data:
        raise HangUpError("closed in the middle of a message")
    return data
