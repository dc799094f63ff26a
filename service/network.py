"""The graph as connections between entities: neighbourhoods, paths, who appears with whom.

Read once per revision from the query `page/network` and kept in memory; pictures are cut from it. Direction
is kept for reading ("chủ trì" goes from a person to an event) and ignored for walking.
"""

import heapq
import math
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from ontology.namespaces import VOC
from service.labels import kind_by_path
from service.terms import Row

ROLE = str(VOC["role/"])
REGISTERED = ("org", "place", "post")  # kinds that registers list, whether a report names them or not
CERTAINTIES = ("explicit", "inferred", "ambiguous")  # surest first


@dataclass(frozen=True, slots=True)
class Edge:
    """One connection. `fact` is "" for a direct statement; `date` "" where none is known; `via` a post."""

    source: str
    relation: str
    target: str
    fact: str = ""
    via: str = ""
    date: str = ""
    certainty: str = ""
    document: str = ""

    def other(self, node: str) -> str:
        """Return the other end."""
        return self.target if node == self.source else self.source

    @property
    def takes_part(self) -> bool:
        """Whether a person takes part in an event, in any role."""
        return "/id/person/" in self.source and self.relation.startswith(ROLE)

    @property
    def proof(self) -> str:
        """The node whose evidence shows this connection."""
        return self.fact or self.source


@dataclass(frozen=True, slots=True)
class Filter:
    """Which connections count. Empty fields let everything through.

    `since` and `until` are ISO days: an undated connection stays unless one of them is given. `sure` is the
    least certainty ("explicit" keeps only what is said plainly). `hide` are nodes left out.
    """

    relations: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    sure: str = "ambiguous"
    hide: frozenset[str] = frozenset()

    def passes(self, edge: Edge) -> bool:
        """Tell whether an edge counts."""
        if self.relations and edge.relation not in self.relations:
            return False
        if edge.source in self.hide or edge.target in self.hide:
            return False
        if (self.since or self.until) and not (edge.date and self.since <= edge.date <= (self.until or "9999")):
            return False
        if edge.certainty and self.sure in CERTAINTIES:
            level = edge.certainty.rsplit("/", 1)[-1]
            if level in CERTAINTIES and CERTAINTIES.index(level) > CERTAINTIES.index(self.sure):
                return False
        return not self.kinds or {kind_by_path(edge.source), kind_by_path(edge.target)} <= self.kinds


@dataclass(slots=True)
class Neighbourhood:
    """What a picture shows: nodes with their distance from the centre, edges, and how many nodes were left out.

    `paths` are the ways from the centre to a goal, each a list of nodes; all of them are among the nodes.
    """

    depth: dict[str, int]
    edges: list[Edge]
    left_out: int = 0
    paths: Sequence[Sequence[str]] = field(default_factory=tuple)


class Network:
    """Connections by node. A network is never changed: `changed` makes another."""

    def __init__(
        self,
        edges: Iterable[Edge] = (),
        by_node: dict[str, list[Edge]] | None = None,
        degrees: dict[str, int] | None = None,
    ) -> None:
        """Take edges in their order, or what another network was changed to."""
        if by_node is None:
            held: dict[str, list[Edge]] = defaultdict(list)
            for edge in edges:
                held[edge.source].append(edge)
                if edge.target != edge.source:
                    held[edge.target].append(edge)
            by_node = dict(held)
        self.by_node = by_node
        self.degrees = degrees or {node: len({e.other(node) for e in held}) for node, held in by_node.items()}

    @cached_property
    def edges(self) -> list[Edge]:
        """All connections, by their sources."""
        return [e for node in sorted(self.by_node) for e in self.by_node[node] if e.source == node]

    def changed(self, removed: Set[Edge], added: Set[Edge]) -> "Network":
        """Return the network without some connections and with others; what they do not touch is shared."""
        by_node, degrees = dict(self.by_node), dict(self.degrees)
        more: dict[str, list[Edge]] = defaultdict(list)
        for edge in added:
            more[edge.source].append(edge)
            more[edge.target].append(edge)
        for node in {*more, *(end for edge in removed for end in (edge.source, edge.target))}:
            held = [e for e in by_node.get(node, ()) if e not in removed] + more.get(node, [])
            by_node[node], degrees[node] = sorted(held, key=order), len({e.other(node) for e in held})
            if not held:
                del by_node[node], degrees[node]
        return Network(by_node=by_node, degrees=degrees)

    def tells_of(self, node: str) -> bool:
        """Tell whether a report says something of a node: a fact, or a connection with an event or a document.

        Connections among bodies and places alone come from registers.
        """
        return any(
            edge.fact or kind_by_path(edge.source) not in REGISTERED or kind_by_path(edge.target) not in REGISTERED
            for edge in self.by_node.get(node, ())
        )

    def among(self, named: Container[str]) -> "Network":
        """Return the connections that no register alone states: both ends are `named`, or not of a kind it lists."""

        def told(node: str) -> bool:
            return node in named or kind_by_path(node) not in REGISTERED

        return Network([e for e in self.edges if e.fact or (told(e.source) and told(e.target))])

    def degree(self, node: str) -> int:
        """Return the number of different neighbours of a node."""
        return self.degrees.get(node, 0)

    def around(
        self,
        centre: str,
        depth: int,
        keep: Filter,
        opened: Sequence[str] = (),
        most: int = 300,
        each: int = 300,
        paths: Sequence[Sequence[str]] = (),
    ) -> Neighbourhood:
        """Return the nodes within `depth` steps of `centre`, those on `paths`, and one step from each of `opened`.

        Beside the paths at most `most` nodes, shared out among the steps, and `each` more for each that is opened.
        First come those that most connections join to the centre, the latest of these, and among equals those with
        fewer neighbours elsewhere, because a hub joins everything and tells little (further steps go by this alone).
        The number of nodes left out is told.
        """
        reached = {centre: 0}
        frontier = [centre]
        left_out: set[str] = set()
        for step in range(1, depth + 1):
            room = -(-max(0, most - len(reached)) // (depth - step + 1))
            frontier = self._step(frontier, step, keep, reached, room, left_out)
        for path in paths:
            for step, node in enumerate(path):
                reached.setdefault(node, step)
        for node in opened:
            if node in reached:
                self._step([node], reached[node] + 1, keep, reached, each, left_out)
        edges = [
            edge
            for node in reached
            for edge in self.by_node.get(node, ())
            if node == edge.source and edge.target in reached and keep.passes(edge)
        ]
        return Neighbourhood(reached, sorted(edges, key=order), len(left_out - reached.keys()), paths)

    def _step(
        self,
        frontier: Sequence[str],
        step: int,
        keep: Filter,
        reached: dict[str, int],
        room: int,
        left_out: set[str],
    ) -> list[str]:
        ways: dict[str, list[str]] = defaultdict(list)  # the days of the connections that lead to each
        for node in frontier:
            for edge in self.by_node.get(node, ()):
                if edge.other(node) not in reached and keep.passes(edge):
                    ways[edge.other(node)].append(edge.date)
        ranked = sorted(ways, key=lambda node: (len(self.by_node[node]), node))
        if len(frontier) == 1:
            ranked.sort(key=lambda node: (len(ways[node]), max(ways[node])), reverse=True)
        for node in ranked[:room]:
            reached[node] = step
        left_out |= set(ranked[room:])
        return ranked[:room]

    def relations_of(self, node: str, keep: Filter) -> dict[str, int]:
        """Count the neighbours of a node by relation: what expanding by it would bring."""
        counts: dict[str, set[str]] = defaultdict(set)
        for edge in self.by_node.get(node, ()):
            if keep.passes(edge):
                counts[edge.relation].add(edge.other(node))
        return {relation: len(others) for relation, others in sorted(counts.items())}

    def paths(self, start: str, goal: str, keep: Filter, count: int = 3, steps: int = 8) -> list[list[str]]:
        """Return up to `count` good paths, best first, each a list of nodes.

        A step into a node costs 1 + log2(its neighbours), so that "both work in the ministry" loses to a
        conference that both attended. After each path the nodes on it cost more: the next one differs.
        """
        if start == goal or start not in self.by_node or goal not in self.by_node:
            return []
        extra: dict[str, float] = {}
        found: list[list[str]] = []
        for _ in range(count * 2):
            path = self._cheapest(start, goal, keep, extra)
            if path is None or len(path) > steps + 1:
                break
            if path not in found:
                found.append(path)
            for node in path[1:-1]:
                extra[node] = extra.get(node, 0.0) + 6.0
            if len(path) == 2 or len(found) == count:
                break
        return sorted(found, key=lambda path: (self._price(path), path))

    def _cost(self, node: str) -> float:
        return 1.0 + math.log2(1 + self.degree(node))

    def _price(self, path: Sequence[str]) -> float:
        return sum(self._cost(node) for node in path[1:-1]) + len(path) - 1

    def _cheapest(self, start: str, goal: str, keep: Filter, extra: dict[str, float]) -> list[str] | None:
        """Dijkstra over the edges that pass; written out because a filtered networkx view costs ten times more."""
        heap: list[tuple[float, str, str]] = [(0.0, start, "")]
        before: dict[str, str] = {}
        everything = keep == Filter()
        while heap:
            price, node, came = heapq.heappop(heap)
            if node in before:
                continue
            before[node] = came
            if node == goal:
                path = [node]
                while before[path[-1]]:
                    path.append(before[path[-1]])
                return path[::-1]
            for edge in self.by_node[node]:
                other = edge.other(node)
                if other not in before and (everything or keep.passes(edge)):
                    step = 1.0 if other == goal else self._cost(other) + 1.0 + extra.get(other, 0.0)
                    heapq.heappush(heap, (price + step, other, node))
        return None

    def between(self, first: str, second: str, keep: Filter) -> list[Edge]:
        """Return all edges between two nodes that pass, latest first."""
        edges = [e for e in self.by_node.get(first, ()) if e.other(first) == second and keep.passes(e)]
        return sorted(edges, key=lambda e: (e.date, e.relation, e.fact), reverse=True)

    def companions(self, agent: str) -> list[tuple[str, int]]:
        """Return who takes part in the same events, with the number of shared events, most first."""
        counts: dict[str, int] = defaultdict(int)
        for event in {e.target for e in self.by_node.get(agent, ()) if e.source == agent and e.takes_part}:
            people = {e.source for e in self.by_node[event] if e.target == event and e.takes_part}
            if agent in people:
                for other in people - {agent}:
                    counts[other] += 1
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def components(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return what hangs together, each sorted, the largest first."""
    group: dict[str, list[str]] = {}
    for first, second in pairs:
        one, other = group.setdefault(first, [first]), group.setdefault(second, [second])
        if one is not other:
            small, large = sorted((one, other), key=len)
            large.extend(small)
            group.update(dict.fromkeys(small, large))
    found = {id(members): sorted(members) for members in group.values()}
    return sorted(found.values(), key=lambda members: (-len(members), members[0]))


def order(edge: Edge) -> tuple[str, str, str, str]:
    """Return the key by which connections are sorted."""
    return edge.source, edge.target, edge.relation, edge.fact


def edge_of(row: Row) -> Edge:
    """Read a row of `page/edges` or `page/network`."""

    def text(name: str) -> str:
        return row[name].value if name in row else ""

    return Edge(
        row["from"].value,
        row["relation"].value,
        row["to"].value,
        text("fact"),
        text("via"),
        text("date"),
        text("certainty"),
        text("source"),
    )
