"""The language model's answer as an `Extraction`, fact by fact, each with its words or refused."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.llm.client import Endpoint
from graph.llm.quotes import Quotes
from graph.mention import (
    AwardMention,
    EventMention,
    Extraction,
    LegalMention,
    NamedBody,
    PersonMention,
    PostMention,
    ProgrammeMention,
    RankMention,
    RoleMention,
    StatisticMention,
)
from graph.source import Source

RULE = "llm"
ROLES = ("chair", "direct", "open", "conclude", "report", "award", "receive", "speak", "attend")
EVENT_KINDS = ("conference", "meeting", "workshop", "ceremony", "other")
PROGRAMME_KINDS = ("programme", "scheme", "plan", "movement", "model")

INSTRUCTIONS = """You read one Vietnamese news report and answer with one JSON object of the facts it states.
Never add what the report does not say; leave out what you are not sure of; use null for unknown.
Every object has "quote": the exact words of the report, copied, that state it. Keys:
persons: [{name, quote, ranks: [{name, quote}], posts: [{title, org, former, quote}]}]
events (gatherings that took place): [{kind: conference|meeting|workshop|ceremony|other, name, date: YYYY-MM-DD,
  place, mode: online|null, organisers: [{name, quote}], quote, roles: [{person, role, quote}]}]
  role: chair|direct|open|conclude|report|award|receive|speak|attend
legal: [{type, number, symbol, date, issuer, title, quote}]
programmes: [{kind: programme|scheme|plan|movement|model, name, period, quote}]
awards: [{award, awarder, recipient: collective|individual|mixed, count, quote}]
statistics: [{value, unit, subject, qualifier: over|under|about|null, quote}]"""

Object = Mapping[str, Any]


def extract(source: Source, endpoint: Endpoint | None = None) -> Extraction:
    """Ask the model for the facts of one report and keep those whose words are found.

    Raises:
        ModelError: the endpoint is not set or does not answer with JSON.
    """
    endpoint = endpoint or Endpoint.from_environ()
    return read_answer(source, endpoint.complete(INSTRUCTIONS, source.text))


def read_answer(source: Source, answer: Object) -> Extraction:
    """Turn the model's JSON into an extraction; what is malformed or not found is refused, never guessed."""
    quotes = Quotes(source.text, RULE)
    persons = tuple(_persons(answer, quotes))
    names = {person.name for person in persons}
    return Extraction(
        id=source.id,
        title=source.title,
        published=source.published,
        persons=persons,
        events=tuple(_events(answer, quotes, names)),
        legal=tuple(_legal(answer, quotes)),
        programmes=tuple(_programmes(answer, quotes)),
        awards=tuple(_awards(answer, quotes)),
        statistics=tuple(_statistics(answer, quotes)),
        notes=tuple(quotes.refused),
    )


def _persons(answer: Object, quotes: Quotes) -> Iterator[PersonMention]:
    for item in _objects(answer, "persons"):
        name = _text(item, "name")
        if not name or not (evidence := quotes.evidence(item, name)):
            continue
        ranks = [
            RankMention(rank, found)
            for r in _objects(item, "ranks")
            if (rank := _text(r, "name")) and (found := quotes.evidence(r, rank))
        ]
        posts = [
            PostMention(title, _text(p, "org"), found, former=p.get("former") is True)
            for p in _objects(item, "posts")
            if (title := _text(p, "title")) and (found := quotes.evidence(p))
        ]
        yield PersonMention(name, evidence, tuple(ranks), tuple(posts))


def _events(answer: Object, quotes: Quotes, names: set[str]) -> Iterator[EventMention]:
    for number, item in enumerate(_objects(answer, "events"), 1):
        name, kind = _text(item, "name"), item.get("kind")
        if not name or kind not in EVENT_KINDS or not (evidence := quotes.evidence(item)):
            continue
        roles = [
            RoleMention(person, str(role["role"]), str(role["quote"]), found)
            for role in _objects(item, "roles")
            if role.get("role") in ROLES
            and (person := _text(role, "person")) in names
            and person is not None
            and (found := quotes.evidence(role))
        ]
        organisers = [
            NamedBody(body, found)
            for o in _objects(item, "organisers")
            if (body := _text(o, "name")) and (found := quotes.evidence(o))
        ]
        place = _text(item, "place")
        yield EventMention(
            id=f"e{number}",
            kind=str(kind),
            name=name,
            evidence=evidence,
            date=_text(item, "date"),
            place=place if place and quotes.find(place) else None,
            mode="online" if item.get("mode") == "online" else None,
            organisers=tuple(organisers),
            roles=tuple(roles),
        )


def _legal(answer: Object, quotes: Quotes) -> Iterator[LegalMention]:
    for item in _objects(answer, "legal"):
        kind, number = _text(item, "type"), _text(item, "number")
        if kind and (evidence := quotes.evidence(item, number)):
            parts = {key: _text(item, key) for key in ("symbol", "date", "issuer", "title")}
            yield LegalMention(kind, number, evidence, **parts)


def _programmes(answer: Object, quotes: Quotes) -> Iterator[ProgrammeMention]:
    for item in _objects(answer, "programmes"):
        name, kind = _text(item, "name"), item.get("kind")
        if name and kind in PROGRAMME_KINDS and (evidence := quotes.evidence(item)):
            yield ProgrammeMention(str(kind), name, evidence, period=_text(item, "period"))


def _awards(answer: Object, quotes: Quotes) -> Iterator[AwardMention]:
    for item in _objects(answer, "awards"):
        award = _text(item, "award")
        if award and (evidence := quotes.evidence(item, award)):
            yield AwardMention(
                award, _text(item, "awarder"), _text(item, "recipient"), _number(item, "count"), evidence
            )


def _statistics(answer: Object, quotes: Quotes) -> Iterator[StatisticMention]:
    for item in _objects(answer, "statistics"):
        value, unit = _number(item, "value"), _text(item, "unit")
        if value is not None and unit and (evidence := quotes.evidence(item)):
            qualifier = item.get("qualifier") if item.get("qualifier") in ("over", "under", "about") else None
            yield StatisticMention(value, unit, _text(item, "subject") or unit, evidence, qualifier=qualifier)


def _objects(item: Object, key: str) -> list[Object]:
    value = item.get(key)
    return [entry for entry in value if isinstance(entry, Mapping)] if isinstance(value, list) else []


def _text(item: Object, key: str) -> str | None:
    value = item.get(key)
    return (
        " ".join(str(value).split()) or None if isinstance(value, str | int) and not isinstance(value, bool) else None
    )


def _number(item: Object, key: str) -> float | None:
    value = item.get(key)
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
