"""Who is told by another's office: "và người đồng cấp Nga …", "thay người tiền nhiệm …".

A counterpart holds the same office in the other country, a predecessor held the very office that was taken over.
"""

import re
from bisect import bisect_left
from collections.abc import Collection
from dataclasses import replace

from graph.grammar.bodies.organisations import Body
from graph.grammar.bodies.places import countries, place_at
from graph.grammar.people.holders import name_at
from graph.grammar.people.mentions import Mention
from graph.grammar.posts.posts import Post
from graph.grammar.text.document import Document
from graph.grammar.text.scan import Finder

_EQUALS = Finder(("người đồng cấp", "người đồng nhiệm"))
_BEFORE = Finder(("người tiền nhiệm",))
_FILLED = re.compile(r" (?:(?:nước )?chủ nhà |phía |của nước )?")
_OF_STATE = frozenset({"fixedBody", "noBody", "state"})
_FARTHEST = 240


def add_counterparts(document: Document, found: list[Mention], known: Collection[str]) -> None:
    """Insert into `found` those who are named behind "người đồng cấp" and "người tiền nhiệm" with the office meant."""
    for start, phrase in _EQUALS.hits(document):
        at = _FILLED.match(document.lowered, start + len(phrase)).end()  # type: ignore[union-attr]
        land = place_at(document.folded, document.lowered, at)
        if land is None or document.lowered[at:land] not in countries():
            continue
        office = _office(document, found, start)
        if office and _OF_STATE & set(office.concept.extra):
            _insert(document, found, start, land + 1, replace(office, body=Body(at, land, "place", "")), known)
    for start, phrase in _BEFORE.hits(document):
        office = _office(document, found, start)
        if office:
            _insert(document, found, start, start + len(phrase) + 1, replace(office, former=True), known)


def _office(document: Document, found: list[Mention], at: int) -> Post | None:
    """The last post of the person named last before `at` in the same sentence."""
    index = bisect_left(found, at, key=lambda m: m.start) - 1
    if index < 0 or at - found[index].start > _FARTHEST:
        return None
    before, sentence = found[index], document.sentence_at(at)
    if before.name is None or sentence is None or before.start < sentence.start or not before.posts:
        return None
    return before.posts[-1]


def _insert(document: Document, found: list[Mention], start: int, at: int, post: Post, known: Collection[str]) -> None:
    name = name_at(document.folded, document.lowered, at, known)
    if name is None or " " not in document.folded[slice(*name)]:
        return
    index = bisect_left(found, start, key=lambda m: m.start)
    if index < len(found) and found[index].start < name[1]:
        if found[index].name == name and not found[index].posts:
            found[index].shared, found[index].bare = [post], False
        return
    found.insert(index, Mention(start, name[1], "full", name, shared=[post]))
