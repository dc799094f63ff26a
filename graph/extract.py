"""The rule extractor: one report in, everything its words say out. Deterministic, linear in the text."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any

from graph.grammar.document import Document
from graph.grammar.layout import analyse
from graph.mention import EventMention, Evidence, Extraction, LegalMention, PersonMention, ProgrammeMention
from graph.source import Source


def extract(source: Source) -> Extraction:
    """Read one report."""
    document = analyse(source)
    people = _lane("persons", "find_people")(document)
    legal = _lane("legal", "find_legal")(document)
    programmes = _lane("programmes", "find_programmes")(document, legal)
    events = _tied(_lane("events", "find_events")(document, people), legal, programmes)
    awards = _lane("awards", "find_awards")(document, people, events)
    statistics = _lane("statistics", "find_statistics")(document, legal, awards)
    statements = _lane("statements", "find_statements")(document, people, events, legal, programmes)
    return Extraction(
        id=source.id,
        title=document.title,
        published=document.published,
        persons=_kept(people.persons if people else (), events),
        events=events,
        legal=legal,
        programmes=programmes,
        awards=awards,
        statistics=statistics,
        statements=statements,
        title_span=document.title_span,
        published_span=document.published_span,
    )


def _lane(module: str, name: str) -> Callable[..., Any]:
    """Return a grammar's entry, or one that finds nothing where it is not there yet."""
    try:
        return getattr(import_module(f"graph.grammar.{module}"), name)  # type: ignore[no-any-return]
    except (ImportError, AttributeError):
        return lambda *_: ()


def _kept(persons: tuple[PersonMention, ...], events: tuple[EventMention, ...]) -> tuple[PersonMention, ...]:
    """Only officials and participants are facts: others named in a report are private people."""
    acting = {role.person for event in events for role in event.roles}
    return tuple(p for p in persons if p.posts or p.ranks or p.name in acting)


def _tied(
    events: tuple[EventMention, ...], legal: tuple[LegalMention, ...], programmes: tuple[ProgrammeMention, ...]
) -> tuple[EventMention, ...]:
    """Tie a gathering to the documents and programmes that its name names."""
    targets = [(f"legal:{i}", e) for i, mention in enumerate(legal) for e in mention.evidence]
    targets += [(f"programme:{i}", e) for i, mention in enumerate(programmes) for e in mention.evidence]
    return tuple(e if e.about else replace(e, about=_about(e, targets)) for e in events)


def _about(event: EventMention, targets: list[tuple[str, Evidence]]) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    found: dict[str, list[Evidence]] = {}
    for name, evidence in targets:
        if any(e.span.start <= evidence.span.start and evidence.span.end <= e.span.end for e in event.evidence):
            found.setdefault(name, []).append(evidence)
    return tuple((name, tuple(evidence)) for name, evidence in found.items())


__all__ = ["Document", "extract"]
