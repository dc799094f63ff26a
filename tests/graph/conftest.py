"""A way to make a small report together with what was found in it, without the grammar."""

from collections.abc import Sequence
from typing import Protocol

import pytest

from graph.mention import (
    EventMention,
    Evidence,
    Extraction,
    LegalMention,
    NamedBody,
    PersonMention,
    PostMention,
    ProgrammeMention,
    RankMention,
    RoleMention,
    Span,
)
from graph.source import Source

Officer = tuple[str, str | None, Sequence[tuple[str, str | None]]]  # name, rank, (head, body) of each post


class Maker(Protocol):
    def __call__(
        self,
        id: str,
        *,
        published: str | None = None,
        persons: Sequence[Officer] = (),
        legal: Sequence[LegalMention] = (),
        programmes: Sequence[tuple[str, str]] = (),
        event: tuple[str, str | None, str | None, Sequence[str]] | None = None,
        roles: Sequence[tuple[str, str]] = (),
    ) -> tuple[Extraction, Source]: ...


@pytest.fixture
def made() -> Maker:
    """Return a function that writes a text naming everything, and the Extraction with the spans in it."""

    def make(
        id: str,
        *,
        published: str | None = None,
        persons: Sequence[Officer] = (),
        legal: Sequence[LegalMention] = (),
        programmes: Sequence[tuple[str, str]] = (),
        event: tuple[str, str | None, str | None, Sequence[str]] | None = None,
        roles: Sequence[tuple[str, str]] = (),
    ) -> tuple[Extraction, Source]:
        text = "Bản tin. "

        def say(words: str, rule: str) -> tuple[Evidence, ...]:
            nonlocal text
            start = len(text)
            text += words + ". "
            return (Evidence(Span(start, start + len(words)), rule),)

        people = []
        for name, rank, posts in persons:
            held = tuple(PostMention(head, org, say(f"{head} {org or ''}".strip(), "post")) for head, org in posts)
            ranks = (RankMention(rank, say(rank, "rank")),) if rank else ()
            people.append(PersonMention(name, say(name, "person"), ranks, held))
        events: tuple[EventMention, ...] = ()
        if event is not None:
            name, date, place, organisers = event
            done = tuple(RoleMention(who, role, role, say(f"{who} {role}", "role")) for who, role in roles)
            hosts = tuple(NamedBody(body, say(body, "event.organiser")) for body in organisers)
            events = (
                EventMention(
                    "e1",
                    "conference",
                    name,
                    say(name, "event"),
                    date=date,
                    date_evidence=say(date, "event.date") if date else (),
                    place=place,
                    place_evidence=say(place, "event.place") if place else (),
                    organisers=hosts,
                    roles=done,
                ),
            )
        documents = tuple(
            LegalMention(m.type, m.number, say(m.type, "legal"), m.symbol, m.date, m.issuer, m.title) for m in legal
        )
        named = tuple(ProgrammeMention(kind, name, say(name, "programme")) for kind, name in programmes)
        extraction = Extraction(
            id, None, published, tuple(people), events, documents, named, not_understood=(Span(0, 7),)
        )
        return extraction, Source.from_text(id, text, published=published)

    return make
