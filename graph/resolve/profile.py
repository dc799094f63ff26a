"""The kinds of mention that are resolved by comparison, each with its profile and how two are compared."""

import json
from collections.abc import Callable, Hashable
from dataclasses import asdict, dataclass
from typing import Any

from graph.resolve.document import DocumentProfile, compare_documents
from graph.resolve.event import EventProfile, compare_events
from graph.resolve.office import Held
from graph.resolve.person import Common, PersonProfile, compare_persons, is_vague, renown
from graph.resolve.score import Score

Profile = PersonProfile | DocumentProfile | EventProfile


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mention: how two profiles compare, and what makes two alike for that.

    `strip` takes off a profile what it owes to its report alone; profiles that are then equal and enough
    by themselves are one without comparing. `join` puts two profiles of one resource together.
    """

    name: str
    compare: Callable[[Any, Any, Common], Score]
    strip: Callable[[Any], Hashable]
    join: Callable[[Any, Any], Any]
    read: Callable[[dict[str, Any]], Any]
    vague: Callable[[Any], bool] | None = None
    renown: Callable[[Any, Any, int], Score] | None = None


def _tuples(data: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}


def _person(data: dict[str, Any]) -> PersonProfile:
    posts = tuple(Held(**_tuples(post)) for post in data["posts"])
    return PersonProfile(**{**_tuples(data), "posts": posts})


def _first(left: Profile, _: Profile) -> Profile:
    return left


KINDS: dict[str, Kind] = {
    "person": Kind(
        "person", compare_persons, lambda p: p.bare, lambda a, b: a.with_company(b), _person, is_vague, renown
    ),
    "document": Kind(
        "document", compare_documents, lambda p: p.bare, _first, lambda data: DocumentProfile(**_tuples(data))
    ),
    "event": Kind("event", compare_events, lambda p: p.bare, _first, lambda data: EventProfile(**_tuples(data))),
}


def to_json(profile: Profile) -> dict[str, Any]:
    """Return the profile as JSON values, to be kept in the register."""
    values: dict[str, Any] = json.loads(json.dumps(asdict(profile)))
    return values
