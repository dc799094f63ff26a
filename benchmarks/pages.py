"""Time and size of pages over a store, as it is served: `python -m benchmarks.pages STORE [--each 40]`.

For each kind of thing, for those with most connections and for any, the first request (no answer is kept yet), the
second, and the first after a write about something else; then other pages. Times are of the processor, in milliseconds,
of all processes that work on the page: they say nearly the same on a busy machine and on an idle one; the time
that passed is told beside them. p95: all but one in twenty take less. `python -m benchmarks.pages --make STORE` makes
the graph of a million quads of `benchmarks.sparql.data` to ask.
"""

import argparse
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.sparql.data import PolicyGraph
from graph.stores.base import Changes
from graph.stores.oxigraph import OxigraphStore
from graph.stores.pool import PooledStore, open_pool
from ontology.base import BASE
from service.app import create_app, warm
from service.serving import pool_settings
from service.settings import Settings

OTHERS = (
    "/", "/search?q=nguyen", "/search?kind=person", "/search?kind=event", "/timeline", "/timeline?page=9", "/map",
    "/graph/together", "/graph/overview", "/queries", "/queries/official/posts?run=1", "/ontology", "/data", "/about",
)  # fmt: skip
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
Taken = tuple[float, float, int]  # milliseconds of processor, of time; bytes


def make(folder: Path, quads: int) -> None:
    """Make a store of a made-up graph."""
    with tempfile.NamedTemporaryFile("w", suffix=".nq", encoding="utf-8") as file, OxigraphStore(folder) as store:
        file.writelines(PolicyGraph(quads).lines())
        file.flush()
        store.load_file(Path(file.name))


def processor(pids: Iterable[int]) -> float:
    """Return the milliseconds that processes and their children have run (proc(5), schedstat)."""
    total = 0
    for pid in pids:
        for task in Path(f"/proc/{pid}/task").glob("*/schedstat"):
            total += int(task.read_text().split()[0])
    return total / 1e6


def children(pid: int) -> list[int]:
    """Return the processes that a process has forked."""
    return [int(n) for file in Path(f"/proc/{pid}/task").glob("*/children") for n in file.read_text().split()]


class Pages:
    """The service over a store, within this process, with its workers."""

    def __init__(self, store: PooledStore, folder: Path) -> None:
        self._store = store
        app = create_app(Settings(state=folder), store)
        warm(app).join()
        self.degrees: dict[str, int] = app.extensions["vpg.networks"].current().degrees
        self._answers = app.extensions["vpg.answers"]
        self._client = app.test_client(use_cookies=False)
        self._writes = 0

    def columns(self) -> None:
        """Wait until the columns are up to date."""
        while not self._store.readers.current.has_columns:
            time.sleep(0.05)

    def forget(self) -> None:
        """Keep no answer."""
        self._answers._held.clear()

    def write(self) -> None:
        """Write about something that no page shows."""
        self._writes += 1
        event = f"<{BASE}id/event/benchmark-{self._writes}>"
        self._store.apply(Changes(nquads=f'{event} {LABEL} "{self._writes}"@vi <{BASE}graph/benchmark> .\n'.encode()))

    def taken(self, path: str) -> Taken:
        """Ask for a page.

        Raises:
            LookupError: it is not answered.
        """
        zygote = self._store.readers.current.pid
        before, begun = processor([zygote, *children(zygote)]), time.perf_counter()
        own = time.process_time()
        answer = self._client.get(path, headers={"Accept": "text/html"})
        own, passed = time.process_time() - own, time.perf_counter() - begun
        others = processor([zygote, *children(zygote)]) - before
        if answer.status_code != 200:
            raise LookupError(f"{path}: {answer.status_code}")
        return own * 1000 + max(others, 0.0), passed * 1000, len(answer.data)


def told(name: str, rows: Sequence[Taken]) -> None:
    """Print one line."""

    def at(place: int, share: float) -> float:
        found = sorted(row[place] for row in rows)
        return found[min(len(found) - 1, int(share * len(found)))]

    spent, passed = (f"p50 {at(n, 0.5):5.0f} p95 {at(n, 0.95):5.0f} worst {at(n, 1):5.0f}" for n in (0, 1))
    print(f"{name:44} {len(rows):4}  processor {spent}   passed {passed}   {max(r[2] for r in rows):7,} B", flush=True)


def main() -> None:
    """Serve the store within this process and ask for pages."""
    reader = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reader.add_argument("store", type=Path)
    reader.add_argument("--each", type=int, default=40, help="things of each kind, heaviest and any")
    reader.add_argument("--make", type=int, nargs="?", const=1_000_000, metavar="QUADS", help="make the store")
    asked = reader.parse_args()
    if asked.make:
        make(asked.store, asked.make)
    store = open_pool(asked.store, pool_settings(Settings()))
    store.wait_until_loaded(600)
    with tempfile.TemporaryDirectory() as folder:
        pages = Pages(store, Path(folder))
        pages.columns()
        chance = random.Random(7)
        kinds: dict[str, list[str]] = defaultdict(list)
        for iri in sorted(pages.degrees, key=lambda iri: (-pages.degrees[iri], iri)):
            if iri.startswith(f"{BASE}id/"):
                kinds[iri.removeprefix(BASE).split("/")[1]].append("/" + iri.removeprefix(BASE))
        for path in (paths[-1] for paths in kinds.values()):
            pages.taken(path)  # loads what the first page of its kind would
        every: dict[str, list[Taken]] = defaultdict(list)
        for kind, paths in kinds.items():
            heaviest, some = paths[: asked.each], chance.sample(paths, min(asked.each, len(paths)))
            for name, chosen in (("heaviest", heaviest), ("any", some)):
                pages.columns()
                pages.forget()
                for when in ("first", "second"):
                    rows = [pages.taken(path) for path in chosen]
                    every[f"{name}, {when}"] += rows
                    told(f"{kind}, {name}, {when} request", rows)
                rows = []
                for path in chosen[: max(5, asked.each // 4)]:
                    pages.write()
                    rows.append(pages.taken(path))
                every[f"{name}, after a write"] += rows
                told(f"{kind}, {name}, after a write", rows)
        for name, rows in every.items():
            told(f"all things, {name}", rows)
        for path in OTHERS:
            pages.columns()
            pages.forget()
            for when in ("first", "second"):
                told(f"{path}, {when}", [pages.taken(path)])
            pages.write()
            told(f"{path}, after a write", [pages.taken(path)])
    store.close()


if __name__ == "__main__":
    main()
