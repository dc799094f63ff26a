"""The pairs of a collection that may be one and that nobody judged, and the blocks they lie in."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from graph.resolve.cluster import Doubt, Item, cluster
from graph.resolve.profile import KINDS
from graph.resolve.register import Row
from graph.resolve.resolver import Resolver


def blocks(resolver: Resolver, documents: Collection[str] | None = None) -> Iterator[tuple[str, list[Row]]]:
    """Yield the kind and the rows of each block of two or more; with `documents`, of those that have a part in it."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in resolver.register.rows():
        if row.kind in KINDS and row.block:
            found[row.kind, row.block].append(row)
    for (kind, _), rows in sorted(found.items()):
        if len(rows) > 1 and (documents is None or any(row.ref.split("|")[1] in documents for row in rows)):
            yield kind, rows


def undecided(resolver: Resolver, documents: Collection[str] | None = None) -> Iterator[Doubt]:
    """Yield the open pairs of a collection; with `documents`, of the blocks in which these have a part."""
    effective = resolver.effective()
    for kind, rows in blocks(resolver, documents):
        if len({effective.get(row.iri, row.iri) for row in rows}) < 2:
            continue
        items = [Item(row.ref, KINDS[kind].read(row.profile), effective.get(row.iri, row.iri)) for row in rows]
        yield from cluster(items, resolver.comparison(kind)).doubts
