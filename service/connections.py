"""All connections by what states them: read whole once, then kept up from what writes touched.

The rules are those of the query `page/network`: a fact connects two things by a relation; direct properties connect
the rest, where no fact says the same; what only rules say is no connection, for no sentence shows it. A test
holds the two equal over random writes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import product

from ontology.base import BASE
from ontology.namespaces import PREFIXES, VPG
from service.network import Edge, Network, edge_of, order
from service.rereading import Rereader, Statements
from service.terms import Row, Term

V, ORG = str(VPG), PREFIXES["org"]
POST_IN, REPORTED_POST = ORG + "postIn", V + "reportedPost"
# from, to, relation: properties of a fact.
FACTS = (
    ("participant", "inEvent", "participationRole"),
    ("awardedBy", "recipient", "awardType"),
    ("awardedBy", "presentedAt", "awardType"),
    ("speaker", "refersTo", "speechAct"),
    ("speaker", "addressee", "speechAct"),
    ("aboutEntity", "attributeObject", "attribute"),
)
DIRECT = frozenset(
    V + name
    for name in (
        "organizedBy", "place", "hasTopic", "issuedBy", "setsOut", "initiativePartner", "integratedWith",
        "jurisdiction", "partyCommitteeOf", "mergedInto", "subEventOf",
    )
) | {ORG + "subOrganizationOf"}  # fmt: skip
_GROWN = 1.2  # times as many connections as were read whole: they are read whole again, and counted against the budget
Said = tuple[str, str, str]  # source, relation, target


class Connections:
    """The connections of a store; `network` is never changed, `change` makes another. Not for several threads."""

    def __init__(self, rows: Iterable[Row]) -> None:
        edges = {edge_of(row) for row in rows if row["to"].is_iri and row["from"].value != row["to"].value}
        self._facts: dict[str, set[Edge]] = defaultdict(set)
        self._direct: dict[str, set[Edge]] = defaultdict(set)
        self._posts: dict[str, set[str]] = defaultdict(set)  # facts by the post that they go by
        self._said: Counter[Said] = Counter()  # how many facts say what could be said directly
        self._size = len(edges)
        for edge in edges:
            self._add(edge)
        self.network = Network(sorted((e for e in edges if self._shows(e)), key=order))

    def change(self, things: frozenset[str], rereader: Rereader) -> bool:
        """Take in what was written about `things`; False if that is too much, so that all is read again."""
        stated = dict(rereader.statements(things))
        moved = {
            post for post in things if "/id/post/" in post and self._bodies(post) != _values(stated, post, POST_IN)
        }
        again = set(things)
        if moved:
            again |= rereader.reports_of(moved) | {fact for post in moved for fact in self._posts.get(post, ())}
        if again - things:
            stated |= rereader.statements(again - things)
        reported = {post for thing in again for post in _values(stated, thing, REPORTED_POST)}
        unknown = {post for post in reported if post not in stated and not self._posts.get(post)}
        bodies = dict(rereader.statements(unknown)) if unknown else {}
        of_post = {
            post: _values(stated if post in stated else bodies, post, POST_IN) or self._unmoved(post, things)
            for post in reported
        }
        old = {e for thing in again for e in (*self._facts.get(thing, ()), *self._direct.get(thing, ()))}
        new = {e for thing in again for e in _edges(thing, stated.get(thing, ()), of_post)}
        near = {_said(e) for e in old ^ new}
        before = {e for e in self._alike(near) if self._shows(e)} | {e for e in old - new if self._shows(e)}
        for edge in old - new:
            self._remove(edge)
        for edge in new - old:
            self._add(edge)
        after = {e for e in self._alike(near) if self._shows(e)} | {e for e in new - old if self._shows(e)}
        self.network = self.network.changed(before - after, after - before)
        return sum(map(len, self.network.by_node.values())) < 2 * _GROWN * self._size + 1000

    def _bodies(self, post: str) -> set[str]:
        return {e.target for fact in self._posts.get(post, ()) for e in self._facts[fact] if e.via == post}

    def _unmoved(self, post: str, things: frozenset[str]) -> set[str]:
        """Return the bodies of a post of which nothing was written."""
        return set() if post in things else self._bodies(post)

    def _alike(self, said: Iterable[Said]) -> set[Edge]:
        """Return the direct connections that say one of these."""
        return {e for s in said if s[1] in DIRECT for e in self._direct.get(s[0], ()) if _said(e) == s}

    def _shows(self, edge: Edge) -> bool:
        return bool(edge.fact) or not self._said[_said(edge)]

    def _add(self, edge: Edge) -> None:
        if not edge.fact:
            self._direct[edge.source].add(edge)
            return
        self._facts[edge.fact].add(edge)
        if edge.via:
            self._posts[edge.via].add(edge.fact)
        if edge.relation in DIRECT:
            self._said[_said(edge)] += 1

    def _remove(self, edge: Edge) -> None:
        if not edge.fact:
            self._direct[edge.source].discard(edge)
            return
        self._facts[edge.fact].discard(edge)
        if edge.via and all(e.via != edge.via for e in self._facts[edge.fact]):
            self._posts[edge.via].discard(edge.fact)
        if edge.relation in DIRECT:
            self._said[_said(edge)] -= 1


def _said(edge: Edge) -> Said:
    return edge.source, edge.relation, edge.target


def _values(stated: Statements, thing: str, name: str) -> set[str]:
    return {value.value for key, value in stated.get(thing, ()) if key == name and value.is_iri}


def _edges(thing: str, statements: Iterable[tuple[str, Term]], of_post: Mapping[str, set[str]]) -> Iterable[Edge]:
    """Yield the connections that the statements of one thing make; `of_post`: the bodies of posts."""
    held: dict[str, set[Term]] = defaultdict(set)
    for name, value in statements:
        held[name].add(value)
        if name in DIRECT and value.is_iri and value.value != thing:
            yield Edge(thing, name, value.value)
    known = [
        sorted(value.value for value in held.get(V + name, ())) or [""]
        for name in ("attestedOn", "certainty", "reportedIn")
    ]
    for source, target, relation in FACTS:
        for one, other, by in product(*(held.get(V + name, ()) for name in (source, target, relation))):
            apart = target == "attributeObject" and not other.value.startswith(BASE + "id/")
            if other.is_iri and one.value != other.value and not apart:
                for rest in product(*known):
                    yield Edge(one.value, by.value, other.value, thing, "", *rest)
    for holder, post in product(held.get(V + "holder", ()), held.get(REPORTED_POST, ())):
        for body in of_post.get(post.value, ()):
            if body != holder.value:
                for rest in product(*known):
                    yield Edge(holder.value, REPORTED_POST, body, thing, post.value, *rest)
