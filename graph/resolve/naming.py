"""One label for each body, place, initiative, unit and metric, and one resource for each name.

IRIs are without diacritics: "xã Tân Thanh" and "xã Tân Thành" would share theirs. Whichever is met second
gets a number, which the register keeps.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from rdflib import URIRef

from graph.resolve.body import Body
from graph.resolve.context import ReportContext
from graph.resolve.place import Place
from graph.resolve.register import Register, Row
from graph.resolve.spelling import key
from ontology import reference

_WORDS = re.compile(r"\w+")


@cache
def _central() -> dict[str, str]:
    return {body.iri: body.label for body in reference.bodies()}


class Names:
    """Names the bodies and places of reports in the order in which they come."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._fresh: dict[str, str] = {}

    def tell_apart(self, context: ReportContext) -> None:
        """Give the bodies and places of a report resources that no other name has."""
        for name, place in context.places.items():
            context.places[name] = self._place(place)
        for name, bodies in context.bodies.items():
            context.bodies[name] = tuple(self._body(body) for body in bodies)

    def label(self, iri: URIRef, label: str) -> None:
        """Keep the label of a resource, if it has none."""
        if self.register.label(str(iri)) is None:
            self._fresh.setdefault(str(iri), label)

    def concept(self, name: str, mint: Callable[[str], URIRef]) -> URIRef:
        """Return the resource of a word that a report counts with: "đội" and "đôi" are two."""
        first = mint(name)
        number = self._number(name, lambda n: f"{first}-{n + 1}" if n else str(first))
        return URIRef(f"{first}-{number + 1}") if number else first

    def rows(self) -> list[Row]:
        """Return what the register does not have yet."""
        return [Row(f"label||{iri}", "label", "", iri, label, {}) for iri, label in self._fresh.items()]

    def _place(self, place: Place) -> Place:
        if place.level == "province":
            return place
        number = self._number(place.label, lambda n: f"{place.iri}-{n + 1}" if n else str(place.iri))
        return replace(place, iri=URIRef(f"{place.iri}-{number + 1}")) if number else place

    def _body(self, body: Body) -> Body:
        if body.known is not None:
            return body
        own = replace(
            body,
            place=self._place(body.place) if body.place else None,
            parent=self._body(body.parent) if body.parent else None,
            committee_of=self._body(body.committee_of) if body.committee_of else None,
        )
        central = _central().get(str(own.iri))
        if central:
            self.label(own.iri, central)
            return own
        number = self._number(own.title, lambda n: str(replace(own, number=n).iri))
        return replace(own, number=number) if number else own

    def _number(self, label: str, iri: Callable[[int], str]) -> int:
        number = 0
        while True:
            taken = self.register.label(iri(number)) or self._fresh.get(iri(number))
            if taken is None:
                self._fresh[iri(number)] = label
                return number
            if _WORDS.findall(key(taken)) == _WORDS.findall(key(label)):
                return number
            number += 1
