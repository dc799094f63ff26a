"""Short permanent links to a query: `/s/<id>` pins its text, its view and the revision of the data.

Kept as JSON lines in `<state>/shares.jsonl`, one file that can be copied and read by eye.
"""

import base64
import hashlib
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock

from graph.errors import ParameterError, VpgError

_LOCK = Lock()
LONGEST = 20_000  # characters of a shared query
MOST = 200_000  # links kept; a public server must not fill its disk


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
    """The links of one state folder; `days` is how long each lives, 0 for ever."""

    def __init__(self, folder: Path, days: int = 0) -> None:
        self._path, self._days = folder / "shares.jsonl", days

    def _read(self) -> dict[str, Share]:
        if not self._path.is_file():
            return {}
        lines = self._path.read_text("utf-8").splitlines()
        shares = (Share(**json.loads(line)) for line in lines if line.strip())
        return {share.id: share for share in shares}

    def add(self, query: str, view: str, revision: str) -> Share:
        """Keep a link; the same query, view and revision give the same id.

        Raises:
            ParameterError: no query, one that is too long, or too many links.
        """
        if not query.strip():
            raise ParameterError("there is no query to share")
        if len(query) > LONGEST:
            raise ParameterError(f"a shared query may have {LONGEST} characters; this has {len(query)}")
        view = view if view.isalpha() and len(view) < 20 else "table"
        digest = hashlib.sha256("\x00".join((query, view, revision)).encode()).digest()
        key = base64.b32encode(digest[:6]).decode().rstrip("=").lower()
        share = Share(key, query, view, revision, int(time.time()))
        with _LOCK:
            known = self._read()
            if share.id in known and not self._over(known[share.id]):
                return known[share.id]
            if len(known) >= MOST:
                raise ParameterError("this server keeps no more links; copy the address of the page instead")
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(share), ensure_ascii=False) + "\n")
        return share

    def get(self, key: str) -> Share:
        """Return a link.

        Raises:
            UnknownShareError: it was never made here.
            ShareGoneError: its time is over.
        """
        share = self._read().get(key)
        if share is None:
            raise UnknownShareError(f"no link {key!r} was made here")
        if self._over(share):
            raise ShareGoneError(f"the link {key!r} was kept for {self._days} days")
        return share

    def _over(self, share: Share) -> bool:
        return bool(self._days) and time.time() - share.made > self._days * 86_400
