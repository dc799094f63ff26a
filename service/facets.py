"""Narrow a set of entities down by what they are connected with, and count what is left to choose.

Everything comes from the network in memory (`service.network`) and the names (`service.finder`): a facet
is a property of the connections that touch an entity.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nlargest, nsmallest
from itertools import chain
from operator import itemgetter

from ontology.namespaces import VPG
from service.finder import Named, plain
from service.labels import kind_by_path, kind_of, members
from service.network import Edge, Network

# Facets in the order of the page; each gives the values of one entity, from itself and its connections.
Values = Callable[[Named, Sequence[Edge]], set[str]]


def _ends(kind: str) -> Values:
    def values(entity: Named, edges: Sequence[Edge]) -> set[str]:
        return {end for e in edges for end in (e.other(entity.iri),) if kind_by_path(end) == kind}

    return values


def document_types(entity: Named) -> set[str]:
    """Return the type of an official document: the longest name of a type that its label begins with."""
    if kind_of(entity.classes) != "doc":
        return set()
    label = plain(entity.label)
    fits = [(len(name), iri) for name, iri in _type_names() if label == name or label.startswith(name + " ")]
    return {max(fits)[1]} if fits else set()


@cache
def _type_names() -> tuple[tuple[str, str], ...]:
    return tuple((plain(name), iri) for iri, names in members(str(VPG.DocumentType)).items() for name in names)


FACETS: Mapping[str, Values] = {
    "kind": lambda entity, edges: {kind_of(entity.classes)} - {""},
    "class": lambda entity, edges: {c for c in entity.classes if "/def#" in c},
    "doctype": lambda entity, edges: document_types(entity),
    "org": _ends("org"),
    "place": _ends("place"),
    "year": lambda entity, edges: {e.date[:4] for e in edges if e.date},
    "rel": lambda entity, edges: {e.relation for e in edges},
    "sure": lambda entity, edges: {e.certainty.rsplit("/", 1)[-1] for e in edges if e.certainty},
    "source": lambda entity, edges: {e.document for e in edges if e.document},
}
_KEPT = 50  # ways of narrowing that are remembered
SHOWN = 12  # values of a facet on the page, besides the chosen ones


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many of the found have it, and whether it is chosen."""

    value: str
    count: int
    chosen: bool


Row = tuple[tuple[str, ...], ...]  # of one thing, in the order of FACETS
Narrowed = tuple[list[Named], dict[str, list["Choice"]]]


class Table:
    """The values of all facets of every thing. What neither its names nor its connections changed is kept as it was.

    What was narrowed last is kept too, until names or connections change.
    """

    def __init__(self) -> None:
        self._held: dict[str, tuple[Named, Sequence[Edge], Row]] = {}
        self._last: tuple[object, object, dict[tuple[frozenset[str], ...], Narrowed]] = (None, None, {})

    def all_of(self, entities: Iterable[Named], network: Network) -> list[Row]:
        """Return the values of things."""
        held, by_node, found = self._held, network.by_node, []
        for entity in entities:
            edges: Sequence[Edge] = by_node.get(entity.iri, ())
            known = held.get(entity.iri)
            if known is None or known[0] is not entity or known[1] is not edges:
                values = tuple(tuple(read(entity, edges)) for read in FACETS.values())
                known = held[entity.iri] = entity, edges, values
            found.append(known[2])
        return found

    def narrowed(self, everything: Sequence[Named], network: Network, chosen: Mapping[str, frozenset[str]]) -> Narrowed:
        """Return `narrow` of everything that has a name."""
        if self._last[0] is not everything or self._last[1] is not network:
            self._last = (everything, network, {})
            if len(self._held) > 2 * len(everything):  # mostly of things that are not there any more
                self._held.clear()
        key = tuple(chosen.get(name, frozenset()) for name in FACETS)
        kept = self._last[2]
        if key not in kept:
            if len(kept) >= _KEPT:
                kept.clear()
            kept[key] = narrow(everything, network, chosen, self)
        return kept[key]


def narrow(
    hits: Sequence[Named], network: Network, chosen: Mapping[str, frozenset[str]], table: Table | None = None
) -> Narrowed:
    """Return the entities that have one chosen value of every facet in use, and the choices left.

    Within a facet choices widen (2018 or 2019), between facets they narrow. The counts of a facet ignore
    its own choices, so that one sees what another choice would give. `table`: of values known already.
    """
    names = list(FACETS)
    wanted = [(place, chosen[name]) for place, name in enumerate(names) if chosen.get(name)]
    kept, all_of_kept = [], []
    one_short: dict[int, list[tuple[str, ...]]] = {place: [] for place, _ in wanted}
    for entity, values in zip(hits, (table or Table()).all_of(hits, network), strict=True):
        failing = [place for place, some in wanted if some.isdisjoint(values[place])]
        if not failing:
            kept.append(entity)
            all_of_kept.append(values)
        elif len(failing) == 1:
            one_short[failing[0]].append(values[failing[0]])
    found = {}
    for place, name in enumerate(names):
        counts = Counter(chain.from_iterable(map(itemgetter(place), all_of_kept)))
        counts.update(chain.from_iterable(one_short.get(place, ())))
        found[name] = _choices(counts, chosen.get(name, frozenset()), name)
    return kept, found


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _choices(counts: Counter[str], chosen: frozenset[str], name: str) -> list[Choice]:
    if name == "year":
        ranked = sorted(counts.items(), reverse=True)[:SHOWN]
    else:
        least = min(nlargest(SHOWN, counts.values()), default=0)
        ranked = nsmallest(SHOWN, (item for item in counts.items() if item[1] >= least), key=_most_first)
    first = [value for value, _ in ranked]
    values = [*first, *sorted(chosen - set(first))]
    return [Choice(value, counts[value], value in chosen) for value in values]
