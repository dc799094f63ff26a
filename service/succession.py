"""Where an address leads that is no longer one: to its successor, to a choice of them, or nowhere any more."""

import threading
from pathlib import Path

from flask import Response, current_app, g, jsonify, request

from graph.ingest import JUDGEMENTS, REGISTER
from graph.succession import Successions, read_successions
from ontology.base import BASE
from ontology.iri import source_key
from service.reading import path_of, reading, settings
from service.rendering import go, render, wants_html


class Held:
    """The successions of one state folder, read again when its files change. Thread-safe."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._lock = folder, threading.Lock()
        self._seen: tuple[tuple[int, int], ...] = ()
        self._held = Successions()
        self._keys: frozenset[str] = frozenset()

    def current(self) -> Successions:
        """Return the successions as the files say now: a third of a second for 20,000 mentions."""
        with self._lock:
            about = self._about()
            if about != self._seen:
                self._held, self._seen = read_successions(self._folder), about
                self._keys = frozenset(map(source_key, self._held.removed))
            return self._held

    def _about(self) -> tuple[tuple[int, int], ...]:
        return tuple(_about(self._folder / name) for name in (REGISTER, JUDGEMENTS))

    def heirs(self, iri: str) -> tuple[str, ...] | None:
        """Return the successors of an IRI that is no longer used; () where it was removed, None if never given."""
        found = self.current()
        if iri in found.heirs:
            return found.heirs[iri]
        part = iri.removeprefix(f"{BASE}id/").partition("/")[2]
        return () if part and part.partition("--")[0] in self._keys else None

    def parted(self, iri: str) -> tuple[str, ...]:
        """Return the resources that a judgement took from an IRI; a change shows a moment later, no page waits."""
        if self._about() != self._seen and not self._lock.locked():
            threading.Thread(target=self.current, name="succession", daemon=True).start()
        return self._held.parted.get(iri, ())


def _about(path: Path) -> tuple[int, int]:
    try:
        about = path.stat()
    except OSError:
        return (0, 0)
    return about.st_size, about.st_mtime_ns


def succession() -> Held:
    """Return what is known of former addresses in the running application."""
    from service.opening import is_folder, state_folder

    store = settings().store
    folder = state_folder(store) if is_folder(store) else settings().state
    held: Held = current_app.extensions.setdefault("vpg.succession", Held(folder))
    return held


def departed(iri: str, heirs: tuple[str, ...] | None = None) -> Response | None:
    """Answer for an address that is no longer one: 301 to the successor, 300 with a choice, 410; None for others.

    A removed thing is not named: that it is gone may be the reason for its removal.
    """
    found = succession().heirs(iri) if heirs is None else heirs
    if found is None:
        return None
    paths = [path_of(heir) or heir for heir in found]
    if len(paths) == 1:
        query = request.query_string.decode("ascii", "replace")
        return go(paths[0] + (f"?{query}" if query else ""), 301)
    status = 300 if paths else 410
    g.etag = None
    if not wants_html():
        answer = jsonify({"status": status, "iri": iri, "successors": list(found)})
        answer.status_code = status
        return answer
    return render("departed.html", status, heirs=list(found), labels=reading().labels(found), iri=iri)
