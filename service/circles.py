"""Who takes part in the same events: how many, who stands between others, which circles there are.

Everyone's companions and shared events are counted. What looks at all ways through the network (who stands between,
circles) is computed among the CORE people who share most events, so that a page need not wait.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from service.network import Filter, Network

CORE = 800  # people
GUESTS = 80  # people of one event who are taken as having met
TIES = 10  # of each person, the strongest, that circles are made of where there are more than MANY
MANY = 5_000
Pair = tuple[str, str]
Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Person:
    """One person: companions, shared events, betweenness (0 to 1), number of the circle (from 1)."""

    iri: str
    companions: int
    shared: int
    between: float
    circle: int


@dataclass(frozen=True, slots=True)
class Circles:
    """The core, those between others first; the events that two of them share; how many people there are in all."""

    people: Sequence[Person]
    pairs: Mapping[Pair, int]
    total: int


def shared_events(network: Network, keep: Filter) -> tuple[Counter[Pair], set[str]]:
    """Return how many events two people share (the pair in the order of their IRIs), and all who take part."""
    guests: dict[str, set[str]] = defaultdict(set)
    everything = keep == Filter()
    for node, edges in network.by_node.items():
        if "/id/person/" in node:
            for edge in edges:
                if edge.source == node and edge.takes_part and (everything or keep.passes(edge)):
                    guests[edge.target].add(node)
    pairs: Counter[Pair] = Counter()
    for people in guests.values():
        pairs.update(combinations(sorted(people)[:GUESTS], 2))
    return pairs, set().union(*guests.values())


def circles(network: Network, keep: Filter) -> Circles:
    """Measure who takes part together."""
    pairs, everyone = shared_events(network, keep)
    shared: Counter[str] = Counter()
    companions: Counter[str] = Counter()
    for (one, other), number in pairs.items():
        shared[one] += number
        shared[other] += number
        companions[one] += 1
        companions[other] += 1
    core = sorted(everyone, key=lambda iri: (-shared[iri], iri))[:CORE]
    kept = set(core)
    among = {pair: n for pair, n in pairs.items() if pair[0] in kept and pair[1] in kept}
    between, circle = betweenness(core, among), communities(core, among)
    people = [Person(iri, companions[iri], shared[iri], between[iri], circle[iri]) for iri in core]
    people.sort(key=lambda p: (-p.between, -p.companions, p.iri))
    return Circles(people, among, len(everyone))


def betweenness(people: Sequence[str], pairs: Iterable[Pair]) -> dict[str, float]:
    """Return the share of shortest ways between two others that lead through each (Brandes, 2001), 0 to 1.

    All starts at once: row s of a matrix belongs to start s, and a step of all breadth-first searches is a product.
    """
    size = len(people)
    at = {iri: place for place, iri in enumerate(people)}
    joined: Matrix = np.zeros((size, size), dtype=np.float32)
    for one, other in pairs:
        joined[at[one], at[other]] = joined[at[other], at[one]] = 1.0
    ways: Matrix = np.eye(size, dtype=np.float32)  # from each start to each person, over those reached so far
    seen = ways > 0
    levels = [ways]
    while True:
        step: Matrix = levels[-1] @ joined
        step[seen] = 0.0
        if not step.any():
            break
        seen |= step > 0
        ways = ways + step
        levels.append(step)
    depend: Matrix = np.zeros((size, size), dtype=np.float32)
    for nearer, farther in zip(levels[-2::-1], levels[:0:-1], strict=False):
        share: Matrix = np.zeros((size, size), dtype=np.float32)
        np.divide(1.0 + depend, farther, out=share, where=farther > 0)
        back = (share @ joined) * nearer
        depend += np.where(nearer > 0, back, 0.0)
    np.fill_diagonal(depend, 0.0)
    total = depend.sum(axis=0, dtype=np.float64) / max(1, (size - 1) * (size - 2))
    return {iri: round(float(total[place]), 9) for iri, place in at.items()}


def communities(people: Iterable[str], pairs: Mapping[Pair, int]) -> dict[str, int]:
    """Return the number of each one's circle, the largest first (Louvain, 2008); of many ties the strongest count."""
    import networkx as nx  # a third of a second that most starts and commands can do without

    kept: Iterable[tuple[Pair, int]] = pairs.items()
    if len(pairs) > MANY:
        taken: Counter[str] = Counter()
        chosen = []
        for pair, number in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
            if taken[pair[0]] < TIES or taken[pair[1]] < TIES:
                taken.update(pair)
                chosen.append((pair, number))
        kept = chosen
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(people))
    graph.add_weighted_edges_from((one, other, number) for (one, other), number in sorted(kept))
    if not graph:
        return {}
    found = nx.community.louvain_communities(graph, weight="weight", seed=7)
    ordered = sorted((sorted(circle) for circle in found), key=lambda circle: (-len(circle), circle[0]))
    return {iri: number for number, circle in enumerate(ordered, 1) for iri in circle}
