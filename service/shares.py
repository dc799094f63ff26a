"""Short permanent links to a query: `/s/<id>` pins its text, its view and the revision of the data.

Kept as JSON lines in `<state>/shares.jsonl`, one file that can be copied and read by eye. Memory holds where
each line begins, no more; what others add to the file, or change in it, is noticed by its size and time.
"""

import base64
import hashlib
import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from graph.errors import ParameterError, VpgError

LONGEST = 20_000  # characters of a shared query
MOST = 200_000  # links kept, and
MOST_BYTES = 50_000_000  # bytes of the file; a public server must not fill its disk
_ENOUGH = 80  # bytes of the end of a line that tell whether it is still there
_FULL = "this server keeps no more links; copy the address of the page instead"


class ShareGoneError(VpgError):
    """The link was made, but its time is over."""

    status = 410
    title = "Link expired"


class UnknownShareError(VpgError):
    """No such link was ever made here."""

    status = 404
    title = "Unknown link"


@dataclass(frozen=True, slots=True)
class Share:
    """One link. `view` names the view of the results; `made` counts seconds since 1970."""

    id: str
    query: str
    view: str
    revision: str
    made: int


class Shares:
    """The links of one state folder; `days` is how long each lives, 0 for ever. Thread-safe."""

    def __init__(self, folder: Path, days: int = 0) -> None:
        self._path, self._days = folder / "shares.jsonl", days
        self._lock = Lock()
        self._offsets: dict[str, int] = {}
        self._end, self._last = 0, b""  # of the last whole line that was read: where it ends, and how
        self._seen = (0, 0, 0)  # inode, size, time of change (ns)

    def add(self, query: str, view: str, revision: str) -> Share:
        """Keep a link; the same query, view and revision give the same id.

        Raises:
            ParameterError: no query, one that is too long or no text, too many links, or too many bytes of them.
        """
        if not query.strip():
            raise ParameterError("there is no query to share")
        if len(query) > LONGEST:
            raise ParameterError(f"a shared query may have {LONGEST} characters; this has {len(query)}")
        view = view if view.isalpha() and len(view) < 20 else "table"
        try:
            digest = hashlib.sha256("\x00".join((query, view, revision)).encode()).digest()
        except UnicodeEncodeError as error:
            raise ParameterError("the query has half a character (a lone surrogate)") from error
        key = base64.b32encode(digest[:6]).decode().rstrip("=").lower()
        share = Share(key, query, view, revision, int(time.time()))
        with self._lock:
            known = self._find(key)
            if known is not None and not self._over(known):
                return known
            self._append(share)
        return share

    def get(self, key: str) -> Share:
        """Return a link.

        Raises:
            UnknownShareError: it was never made here.
            ShareGoneError: its time is over.
        """
        with self._lock:
            share = self._find(key)
        if share is None:
            raise UnknownShareError(f"no link {key!r} was made here")
        if self._over(share):
            raise ShareGoneError(f"the link {key!r} was kept for {self._days} days")
        return share

    def _find(self, key: str) -> Share | None:
        try:
            with self._path.open("rb") as file:
                self._refresh(file)
                if key not in self._offsets:
                    return None
                file.seek(self._offsets[key])
                return _share(file.readline())
        except FileNotFoundError:
            self._forget()
            return None

    def _append(self, share: Share) -> None:
        """Write a link at the end of the file; `_find` has just read it."""
        line = (json.dumps(asdict(share), ensure_ascii=False) + "\n").encode()
        size = self._seen[1]
        if size > self._end:
            line = b"\n" + line  # after a line that was cut off
        if len(self._offsets) >= MOST or size + len(line) > MOST_BYTES:
            raise ParameterError(_FULL)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.write(line)

    def _refresh(self, file: BinaryIO) -> None:
        """Read what was added since; everything where the file is another one, or was not only added to."""
        about = _about(file)
        if about == self._seen:
            return
        file.seek(self._end - len(self._last))
        if about[0] != self._seen[0] or about[1] <= self._seen[1] or file.read(len(self._last)) != self._last:
            self._forget()
        file.seek(self._end)
        for line in file:
            if not line.endswith(b"\n"):
                break  # is being written, or was cut off
            if (share := _share(line)) is not None:
                self._offsets[share.id] = self._end
            self._end += len(line)
            self._last = line[-_ENOUGH:]
        self._seen = about

    def _forget(self) -> None:
        self._offsets, self._end, self._last, self._seen = {}, 0, b"", (0, 0, 0)

    def _over(self, share: Share) -> bool:
        return bool(self._days) and time.time() - share.made > self._days * 86_400


def _about(file: BinaryIO) -> tuple[int, int, int]:
    about = os.fstat(file.fileno())
    return about.st_ino, about.st_size, about.st_mtime_ns


def _share(line: bytes) -> Share | None:
    """Read a line; None for one that is no link, which spoils no other."""
    try:
        return Share(**json.loads(line))
    except (ValueError, TypeError):
        return None
