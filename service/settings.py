"""One table of settings: name, default and meaning. Each is read from the environment as `VPG_<NAME>`."""

import math
import os
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any

from graph.errors import VpgError

MOST_PORT = 65535


class SettingError(VpgError):
    """A `VPG_*` variable holds something that its setting cannot be."""

    title = "Bad setting"


def _setting(default: Any, meaning: str) -> Any:
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of the service; lists are separated by spaces or commas in the environment."""

    store: str = _setting(".vpg/store", "directory of the store, `memory`, or the URL of a SPARQL endpoint")
    state: Path = _setting(Path(".vpg/state"), "directory for share links, review decisions and caches")
    host: str = _setting("127.0.0.1", "address to listen on")
    port: int = _setting(8000, "port to listen on")
    public_url: str = _setting("", "address under which the world sees the service; empty: as requested")
    language: str = _setting("vi", "language of the pages where the reader states none: vi or en")
    contact: str = _setting("", "e-mail address or URL for questions and removals, shown on the About page")
    token: str = _setting("", "token with all rights, better as sha256:HEX than plain; empty: see VPG_TOKENS")
    review_token: str = _setting("", "token of the review page alone, better as sha256:HEX than plain")
    tokens: tuple[str, ...] = _setting(
        (), "hashed tokens with their rights, RIGHT:sha256:HEX (`python -m service.auth curate` makes one)"
    )
    private: int = _setting(0, "1: reading too needs a token with the right `read`")
    default_graph: str = _setting("union", "default graph of a query: `union` of all graphs, or the store's `own`")
    query_seconds: float = _setting(30.0, "time limit of a public query")
    query_memory: int = _setting(1_000_000_000, "bytes of memory that a public query may take")
    query_rows: int = _setting(100_000, "rows that a public query may return; 0: no limit")
    query_bytes: int = _setting(200_000_000, "bytes of the answer to a public query; 0: no limit")
    query_text: int = _setting(1_000_000, "bytes of the text of a query")
    write_bytes: int = _setting(200_000_000, "bytes of the body of an update or a graph")
    write_seconds: float = _setting(120.0, "time limit of an update")
    cache_bytes: int = _setting(64_000_000, "bytes of answers kept for repeated queries; 0: none are kept")
    slow_seconds: float = _setting(1.0, "queries that take longer are logged")
    query_workers: int = _setting(4, "queries evaluated at the same time")
    query_queue: int = _setting(32, "queries that may wait for a worker; more are answered 503")
    memory_budget: int = _setting(
        2_000_000_000, "bytes of memory for the copy of the store; a larger one is read from disk"
    )
    service_hosts: tuple[str, ...] = _setting((), "hosts or addresses that SERVICE in a query may reach; empty: none")
    rate_limit: int = _setting(0, "requests a minute and client, counted in each process; 0: no limit")
    threads: int = _setting(8, "threads of the web server")
    page_rows: int = _setting(200, "rows that a page shows before it says that there are more")
    graph_nodes: int = _setting(300, "nodes that the graph page draws before it asks to narrow it down")
    share_days: int = _setting(0, "days that a short link to a query is kept; 0: for ever")
    log_format: str = _setting("text", "log lines as `text` or `json`")

    def __post_init__(self) -> None:
        if not 0 <= self.port <= MOST_PORT:
            raise SettingError(f"the port (VPG_PORT, --port) is {self.port}; it must be 0 to {MOST_PORT}")

    @classmethod
    def from_environ(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """Read the settings from `environ` (the process's own when None).

        Raises:
            SettingError: a value is not of its setting's type, `VPG_LANGUAGE` not vi or en, or the port none.
        """
        environ = os.environ if environ is None else environ
        values: dict[str, Any] = {}
        for item in fields(cls):
            text = environ.get(f"VPG_{item.name.upper()}")
            if text is not None:
                values[item.name] = _read(f"VPG_{item.name.upper()}", text, item.default)
        settings = cls(**values)
        if settings.language not in ("vi", "en"):
            raise SettingError(f"VPG_LANGUAGE is {settings.language!r}; it must be vi or en")
        return settings


def _read(name: str, text: str, default: Any) -> Any:
    if default is MISSING or isinstance(default, str):
        return text
    if isinstance(default, tuple):
        return tuple(text.replace(",", " ").split())
    if isinstance(default, Path):
        return Path(text)
    kind = type(default)
    try:
        value = kind(text)
    except ValueError:
        raise SettingError(f"{name} is {text!r}; it must be a number") from None
    if not math.isfinite(value):
        raise SettingError(f"{name} is {text!r}; it must be a finite number")
    if value < 0:
        raise SettingError(f"{name} is {text!r}; it must not be negative")
    return value


def table() -> Iterator[tuple[str, str, str]]:
    """Yield (variable, default, meaning) of every setting, as the manual and `vpg serve --help` print it."""
    for item in fields(Settings):
        default = " ".join(item.default) if isinstance(item.default, tuple) else str(item.default)
        yield f"VPG_{item.name.upper()}", default, item.metadata["meaning"]
