"""The rule extractor: one report in, everything its words say out. Deterministic, linear in the text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from graph.collector import paused
from graph.grammar.documents.legal import find_legal
from graph.grammar.events.events import find_events
from graph.grammar.figures.statistics import find_statistics
from graph.grammar.honours.awards import find_awards
from graph.grammar.initiatives.programmes import find_programmes
from graph.grammar.not_understood import find_not_understood
from graph.grammar.people.persons import find_people
from graph.grammar.posts.named_bodies import find_bodies, find_places
from graph.grammar.roles.statements import find_statements
from graph.grammar.text.document import Document
from graph.grammar.text.layout import analyse
from graph.mention import (
    AwardMention,
    EventMention,
    Evidence,
    Extraction,
    LegalMention,
    PersonMention,
    ProgrammeMention,
)
from graph.printed import as_printed, moved_back
from graph.source import Source


class _WithEvidence(Protocol):
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


def extract(source: Source) -> Extraction:
    """Read one report: every person, gathering, document, programme, honour and figure that its words give."""
    with paused():
        shown, way_back = as_printed(source)
        document = analyse(shown)
        extraction = _read(document)
        # Some of it knows the document: whole, they would wait for the collector to find the cycle.
        document.kept.clear()
        return extraction if way_back is None else moved_back(extraction, way_back)


def _read(document: Document) -> Extraction:
    people = find_people(document)
    legal = find_legal(document)
    programmes = find_programmes(document, legal)
    events = _tied(find_events(document, people), legal, programmes)
    awards = find_awards(document, people, events)
    statistics = find_statistics(document, legal, awards)
    statements = find_statements(document, people, events, legal, programmes)
    persons = _kept(people.persons, events)
    others = (legal, programmes, awards, statistics, statements)
    return Extraction(
        id=document.id,
        title=document.title,
        published=document.published,
        persons=persons,
        events=events,
        legal=legal,
        programmes=programmes,
        awards=awards,
        statistics=statistics,
        statements=statements,
        bodies=find_bodies(document, _organisations(persons, events, legal, awards)),
        places=find_places(document, [person.name for person in people.persons]),
        not_understood=find_not_understood(document, _evidence(persons, events, others)),
        title_span=document.title_span,
        published_span=document.published_span,
    )


def _organisations(
    persons: tuple[PersonMention, ...],
    events: tuple[EventMention, ...],
    legal: tuple[LegalMention, ...],
    awards: tuple[AwardMention, ...],
) -> set[str]:
    """The names of bodies that facts carry already."""
    names = {name for person in persons for post in person.posts for name in (post.org, post.stated_org)}
    for event in events:
        names.update(body.name for body in event.organisers)
        names.update(name for role in event.roles for name in role.on_behalf_of)
    names.update(document.issued_by for document in legal)
    names.update(award.awarder for award in awards)
    return {name for name in names if name}


def _evidence(
    persons: tuple[PersonMention, ...], events: tuple[EventMention, ...], others: Iterable[Iterable[_WithEvidence]]
) -> Iterator[Evidence]:
    """The words behind all facts but places and bodies, which every sentence may name."""
    for person in persons:
        for post in person.posts:
            yield from post.evidence
    for event in events:
        yield from (*event.evidence, *event.date_evidence, *event.place_evidence)
        for role in event.roles:
            yield from role.evidence
    for kind in others:
        for fact in kind:
            yield from fact.evidence


def _kept(persons: tuple[PersonMention, ...], events: tuple[EventMention, ...]) -> tuple[PersonMention, ...]:
    """Only officials, scholars and participants are facts: others named in a report are private people."""
    acting = {role.person for event in events for role in event.roles}
    return tuple(p for p in persons if p.posts or p.ranks or p.academic or p.name in acting)


def _tied(
    events: tuple[EventMention, ...], legal: tuple[LegalMention, ...], programmes: tuple[ProgrammeMention, ...]
) -> tuple[EventMention, ...]:
    """Tie a gathering to the documents and programmes that its name names."""
    targets = [(f"legal:{i}", e) for i, mention in enumerate(legal) for e in mention.evidence]
    targets += [(f"programme:{i}", e) for i, mention in enumerate(programmes) for e in mention.evidence]
    about = [e.about or _about(e, targets) for e in events]
    return tuple(replace(e, about=a) if a and not e.about else e for e, a in zip(events, about, strict=True))


def _about(event: EventMention, targets: list[tuple[str, Evidence]]) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    found: dict[str, list[Evidence]] = {}
    for name, evidence in targets:
        # A citation that begins in the name may go on behind it: its day, its issuer, its own title.
        if any(e.span.start <= evidence.span.start < e.span.end for e in event.evidence):
            found.setdefault(name, []).append(evidence)
    return tuple((name, tuple(evidence)) for name, evidence in found.items())
