"""Narrow a set of entities down by what they are connected with, and count what is left to choose.

Everything comes from the network in memory (`service.network`) and the names (`service.finder`): a facet
is a property of the connections that touch an entity.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
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
SHOWN = 12  # values of a facet on the page, besides the chosen ones


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: how many of the found have it, and whether it is chosen."""

    value: str
    count: int
    chosen: bool


class Table:
    """The values of all facets of every thing. What neither its names nor its connections changed is kept as it was."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Named, Sequence[Edge], tuple[tuple[str, ...], ...]]] = {}

    def of(self, entity: Named, network: Network) -> tuple[tuple[str, ...], ...]:
        """Return the values of one thing, in the order of FACETS."""
        edges = network.by_node.get(entity.iri, ())
        held = self._held.get(entity.iri)
        if held is not None and held[0] is entity and held[1] is edges:
            return held[2]
        values = tuple(tuple(read(entity, edges)) for read in FACETS.values())
        self._held[entity.iri] = entity, edges, values
        return values


def narrow(
    hits: Iterable[Named], network: Network, chosen: Mapping[str, frozenset[str]], table: Table | None = None
) -> tuple[list[Named], dict[str, list[Choice]]]:
    """Return the entities that have one chosen value of every facet in use, and the choices left.

    Within a facet choices widen (2018 or 2019), between facets they narrow. The counts of a facet ignore
    its own choices, so that one sees what another choice would give. `table`: of values known already.
    """
    table = table or Table()
    names = list(FACETS)
    wanted = [(place, chosen[name]) for place, name in enumerate(names) if chosen.get(name)]
    kept, all_of_kept = [], []
    one_short: dict[int, list[tuple[str, ...]]] = {place: [] for place, _ in wanted}
    for entity in hits:
        values = table.of(entity, network)
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


def _choices(counts: Counter[str], chosen: frozenset[str], name: str) -> list[Choice]:
    if name == "year":
        ranked = sorted(counts.items(), reverse=True)[:SHOWN]
    else:
        ranked = nsmallest(SHOWN, counts.items(), key=lambda item: (-item[1], item[0]))
    first = [value for value, _ in ranked]
    values = [*first, *sorted(chosen - set(first))]
    return [Choice(value, counts[value], value in chosen) for value in values]
