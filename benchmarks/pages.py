"""Time and size of pages over a store, the entities with most connections first: `python -m benchmarks.pages STORE`.

Prints for the 50 heaviest entities (by what points to them, by their evidence, by their neighbours) the processor
time of the first request, when no answer is kept yet, and the bytes of the page; then the same for other pages.
Processor time is told because it says the same on a busy machine and on an idle one, or nearly.
"""

import statistics
import sys
import tempfile
import time
from itertools import chain, zip_longest
from pathlib import Path

from graph.stores import open_store
from graph.stores.base import Limits, Store
from ontology.base import BASE
from service.app import create_app, warm
from service.settings import Settings
from service.terms import rows_of

HEAVIEST = 50
CLASSES = "vpg:Person vpg:Organization vpg:Event vpg:OfficialDocument vpg:Initiative vpg:AdministrativeUnit vpg:Post"
COUNT = """PREFIX vpg: <https://w3id.org/vpg/def#>
SELECT ?e (COUNT(*) AS ?n) {{ {pattern} VALUES ?c {{ {classes} }} ?e a ?c }}
GROUP BY ?e ORDER BY DESC(?n) LIMIT 50"""
OTHERS = (
    "/", "/search?q=nguyen", "/search?kind=person", "/timeline", "/map", "/graph/together", "/graph/overview",
    "/queries", "/queries/official/posts?run=1", "/ontology", "/data", "/about",
)  # fmt: skip


def ranked(store: Store, pattern: str) -> list[str]:
    """Return the entities with most solutions of a pattern in ?e."""
    text = COUNT.format(pattern=pattern, classes=CLASSES)
    return [row["e"].value for row in rows_of(store.query(text, limits=Limits(seconds=300)))]


def main(arguments: list[str]) -> None:
    """Serve the store within this process and ask for pages."""
    store = open_store(arguments[0])
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(store=arguments[0], state=Path(folder)), store)
        warm(app).join()
        degrees = app.extensions["vpg.networks"].current().degrees
        connected = sorted(degrees, key=lambda node: -degrees[node])[:HEAVIEST]
        lists = (ranked(store, "?s ?p ?e ."), ranked(store, "?e vpg:evidence ?s ."), connected)
        heavy = [iri for iri in dict.fromkeys(chain(*zip_longest(*lists))) if iri][:HEAVIEST]
        client = app.test_client()

        def measured(path: str) -> tuple[float, int]:
            started = time.process_time()
            body = client.get(path, headers={"Accept": "text/html"}).data
            return (time.process_time() - started) * 1000, len(body)

        light = min(degrees, key=lambda node: (degrees[node], node))
        measured("/" + light.removeprefix(BASE))  # loads what the first page of its kind would
        rows = sorted(((*measured("/" + iri.removeprefix(BASE)), iri) for iri in heavy), reverse=True)
        for spent, size, iri in rows[:8]:
            print(f"{spent:6.0f} ms {size:7,} bytes  {iri}")
        spent, sizes = [row[0] for row in rows], [row[1] for row in rows]
        over = sum(one > 60 for one in spent)
        print(
            f"{len(rows)} entities: median {statistics.median(spent):.0f} ms, most {max(spent):.0f} ms, {over} above 60"
        )
        print(f"bytes: median {statistics.median(sizes):,.0f}, most {max(sizes):,}")
        for path in OTHERS:
            first, (again, size) = measured(path)[0], measured(path)
            print(f"{first:6.0f} ms, again {again:5.0f} ms {size:7,} bytes  {path}")
    store.close()


if __name__ == "__main__":
    main(sys.argv[1:])
