"""Persons of a report: who is named, with which ranks and posts, and where each is mentioned again.

`find_people` is the whole lane: it reads the text once, joins the mentions of one human being and
completes the bodies of the posts from the rest of the report.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.mention import Evidence, PersonMention, Span

if TYPE_CHECKING:
    from graph.grammar.document import Document


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a person is mentioned.

    `span`: the whole mention (honorific, rank, posts, name, posts after the name). `head`: the core
    that identifies (the name, or the bare post or pronoun). `person`: index into `People.persons`.
    `kind`: "full", "short", "post" or "pronoun". `posts`: indexes into that person's posts, those
    stated here.
    """

    span: Span
    head: Span
    person: int
    kind: str
    posts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """Persons in the order of the text; occurrences sorted by `span.start`, never overlapping."""

    persons: tuple[PersonMention, ...]
    occurrences: tuple[Occurrence, ...]


_NAME = re.compile(r"(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|(?:tướng|tá)) ([A-ZĐ]\w+(?: [A-ZĐ]\w*){1,4})")


def find_people(document: "Document") -> People:
    """Find the named persons of a report and all their mentions."""
    index: dict[str, int] = {}
    persons: list[PersonMention] = []
    occurrences = []
    for match in _NAME.finditer(document.folded):
        name = match[1]
        if name not in index:
            index[name] = len(persons)
            persons.append(PersonMention(name, (Evidence(Span(*match.span()), "name"),)))
        occurrences.append(Occurrence(Span(*match.span()), Span(*match.span(1)), index[name], "full"))
    return People(tuple(persons), tuple(occurrences))
