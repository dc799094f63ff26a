"""What one report's mentions say together: its province, its bodies and places, each as parsed once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from graph.mention import Extraction
from graph.resolve.body import Body, is_body, is_whole_body, parse_body
from graph.resolve.place import UNIT, Place, find_place, provinces_in
from graph.resolve.spelling import key, spell_out
from graph.source import Source
from ontology.iri import slug

_SPACE = re.compile(r"\s+(?=[^\W\d_])")
_AND = re.compile(r"\s+và\s+|\s*,\s+|\s*;\s*")


class ReportContext:
    """The reading of one report's names of bodies and places.

    `day` is the day the report speaks of: its publication, else the one day of its gatherings.
    `province` is the province it is about: the only one that its gatherings, bodies and posts name;
    `local` is that province where no central body holds the gathering.
    """

    def __init__(self, extraction: Extraction, source: Source) -> None:
        self.document = source.id
        self.scope = slug(source.id)
        self.day = _full(extraction.published) or source.published or _one_day(extraction)
        self.province = self._province(extraction)
        # What a central body holds is not the province's, though a site of it may be there.
        central = any(parse_body(o.name).known for e in extraction.events for o in e.organisers)
        self.local = None if central else self.province
        self.bodies: dict[str, tuple[Body, ...]] = {}
        self.places: dict[str, Place] = {}
        names = list(dict.fromkeys(_body_names(extraction)))
        whole = with_level(names, [*_place_names(extraction)])
        for name in names:
            self.bodies[name] = self._bodies(whole.get(name, name))
        for name in dict.fromkeys(_place_names(extraction)):
            place = find_place(name, day=self.day, context=self.province, document=self.scope)
            if place is not None:
                self.places[name] = place

    def body(self, name: str | None) -> Body | None:
        """Return the first body that `name` stands for."""
        found = self.bodies.get(name, ()) if name else ()
        return found[0] if found else None

    def _province(self, extraction: Extraction) -> Place | None:
        """Return the province of the gatherings if they name one; else that of bodies and posts."""
        near = [e.place for e in extraction.events if e.place]
        near += [o.name for e in extraction.events for o in e.organisers]
        wide = [p.org for person in extraction.persons for p in person.posts if p.org]
        for names in (near, near + wide):
            found = {p.iri: p for name in names for p in provinces_in(name, self.day)}
            if len(found) == 1:
                return next(iter(found.values()))
        return None

    def _bodies(self, name: str) -> tuple[Body, ...]:
        parts = _joined(name) or [name]
        return tuple(parse_body(part, day=self.day, context=self.province, document=self.scope) for part in parts)


def with_level(names: Sequence[str], units: Iterable[str]) -> dict[str, str]:
    """Map names of bodies that leave out the level of their unit to the name in the same report that says it.

    "Công an Ea Lốp" is "Công an huyện Ea Lốp" where the report says that too, gives the unit no other level, and no
    province bears the name. `units`: the places that the report names. What is left open stays two bodies.
    """
    written = {name: spell_out(name) for name in names}
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    levels: dict[str, set[str]] = defaultdict(set)
    for name, text in written.items():
        for unit in UNIT.finditer(text):
            levels[key(unit["name"])].add(unit["level"].lower())
            if unit.end() == len(text):
                said[key(text[: unit.start()]), key(unit["name"])].add(name)
    if not said:
        return {}
    for place in units:
        for unit in UNIT.finditer(spell_out(place)):
            levels[key(unit["name"])].add(unit["level"].lower())
    found = {}
    for name, text in written.items():
        for space in _SPACE.finditer(text):
            bare = key(text[space.end() :])
            whole = said.get((key(text[: space.start()]), bare), ())
            if len(whole) == 1 and len(levels[bare]) == 1 and not provinces_in(text[space.end() :], None):
                found[name] = next(iter(whole))
    return found


def _joined(name: str) -> list[str] | None:
    """Split "Bộ Công an và Ủy ban nhân dân tỉnh" where each part begins as bodies do, in capitals."""
    for match in _AND.finditer(name):
        left, right = name[: match.start()], name[match.end() :]
        if match.group().strip() == "," and " và " not in right and not _joined(right):
            continue  # "Cục X, Bộ Y" is a part of a body
        if is_whole_body(right) and is_whole_body(left[:1].upper() + left[1:]):
            return [left, *(_joined(right) or [right])]
    return None


def _body_names(extraction: Extraction) -> Iterator[str]:
    """Yield every name of a body in the extraction."""
    for person in extraction.persons:
        yield from (post.org for post in person.posts if post.org)
    for event in extraction.events:
        yield from (organiser.name for organiser in event.organisers)
        for role in event.roles:
            yield from role.on_behalf_of
    yield from (document.issued_by for document in extraction.legal if document.issued_by)
    for programme in extraction.programmes:
        yield from programme.partners
    for award in extraction.awards:
        yield from (name for name in (award.awarder, award.recipient) if name and is_body(name))
    yield from (s.addressee for s in extraction.statements if s.addressee and is_body(s.addressee))
    yield from (body.name for body in extraction.bodies)


def _place_names(extraction: Extraction) -> Iterator[str]:
    yield from (event.place for event in extraction.events if event.place)
    yield from (s.addressee for s in extraction.statements if s.addressee)
    yield from (figure.place for figure in extraction.statistics if figure.place)
    yield from (place.name for place in extraction.places)


def _full(day: str | None) -> str | None:
    """Return a day with its year; "--01-09" says too little to compare."""
    return day if day and len(day) == 10 else None


def _one_day(extraction: Extraction) -> str | None:
    days = {event.date for event in extraction.events if event.date and len(event.date) == 10}
    return next(iter(days)) if len(days) == 1 else None
