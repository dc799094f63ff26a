"""The language model's answer as an `Extraction`, fact by fact, each with its words or refused.

A quote that exists is not enough: what the fact says must stand in it (`graph.llm.claims`).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from graph.grammar.figures.statistics_units import qualifier_before
from graph.llm.claims import cue_of, day_in, names_kind, number_in, online_in, person_in, read_day
from graph.llm.client import Endpoint
from graph.llm.quotes import Quoted, Quotes
from graph.mention import (
    AwardMention,
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
    StatisticMention,
)
from graph.source import Source

RULE = "llm"
ROLES = ("chair", "direct", "open", "conclude", "report", "award", "receive", "speak", "attend")
EVENT_KINDS = ("conference", "meeting", "workshop", "ceremony", "other")
PROGRAMME_KINDS = ("programme", "scheme", "plan", "movement", "model")
RECIPIENTS = {"collective": ("tập thể",), "individual": ("cá nhân",), "mixed": ("tập thể", "cá nhân")}

INSTRUCTIONS = """You read one Vietnamese news report and answer with one JSON object of the facts it states.
Never add what the report does not say; leave out what you are not sure of; use null for unknown.
Every object has "quote": the exact words of the report, copied, that state all of it: names, numbers and
titles stand in the quote as you give them; the quote of a rank, post or role also names the person. Keys:
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
    persons = _persons(answer, quotes)
    return Extraction(
        id=source.id,
        title=source.title,
        published=source.published,
        persons=persons,
        events=tuple(_events(answer, quotes, persons, source.published)),
        legal=tuple(_legal(answer, quotes)),
        programmes=tuple(_programmes(answer, quotes)),
        awards=tuple(_awards(answer, quotes)),
        statistics=tuple(_statistics(answer, quotes)),
        notes=tuple(quotes.refused),
    )


def _persons(answer: Object, quotes: Quotes) -> tuple[PersonMention, ...]:
    """Read the persons with their posts first: who is meant by "ông Tám" depends on all of them."""
    items, persons = [], []
    for item in _objects(answer, "persons"):
        name = _text(item, "name")
        quoted = quotes.quoted(item, name) if name else None
        if name and quoted:
            items.append(item)
            persons.append(PersonMention(name, (quotes.evidence(quoted.span),)))
    return tuple(
        replace(
            person,
            ranks=tuple(_ranks(item, quotes, person, persons)),
            posts=tuple(_posts(item, quotes, person, persons)),
        )
        for item, person in zip(items, persons, strict=True)
    )


def _ranks(item: Object, quotes: Quotes, person: PersonMention, persons: list[PersonMention]) -> Iterator[RankMention]:
    for entry in _objects(item, "ranks"):
        rank = _text(entry, "name")
        quoted = quotes.quoted(entry, rank) if rank else None
        if rank and quoted and (evidence := _of_person(quotes, quoted, entry, person, persons)):
            yield RankMention(rank, evidence)


def _posts(item: Object, quotes: Quotes, person: PersonMention, persons: list[PersonMention]) -> Iterator[PostMention]:
    for entry in _objects(item, "posts"):
        title, org = _text(entry, "title"), _text(entry, "org")
        quoted = quotes.quoted(entry, title) if title else None
        if not title or not quoted or not (evidence := _of_person(quotes, quoted, entry, person, persons)):
            continue
        stated: str | None = None
        further: tuple[Evidence, ...] = ()
        if org:
            body = quotes.body(org, quoted)
            if body is None:
                quotes.refuse(f"the head of {org!r} is not in its quote", entry)
                org = None
            else:
                stated, further = body
        former = quotes.find(f"nguyên {title}", quoted.span) or quotes.find(f"cựu {title}", quoted.span)
        yield PostMention(title, org, evidence + further, stated_org=stated, former=former is not None)


def _of_person(
    quotes: Quotes, quoted: Quoted, entry: Object, person: PersonMention, persons: Iterable[PersonMention]
) -> tuple[Evidence, ...]:
    """Return the quote as evidence for something of a person, nothing where it does not name the person."""
    way = person_in(person, persons, quoted.words)
    if way is None:
        quotes.refuse(f"its quote does not name {person.name!r}", entry)
        return ()
    return (quotes.evidence(quoted.span, way),)


def _events(
    answer: Object, quotes: Quotes, persons: tuple[PersonMention, ...], published: str | None
) -> Iterator[EventMention]:
    for number, item in enumerate(_objects(answer, "events"), 1):
        name, kind = _text(item, "name"), item.get("kind")
        quoted = quotes.quoted(item, name) if name and kind in EVENT_KINDS else None
        if not name or not quoted:
            continue
        if kind != "other" and not names_kind("gathering-kind", str(kind), quoted):
            quotes.refuse(f"no word for a {kind} is in its quote", item)
            continue
        date = _day(item, quotes, quoted, published)
        place = _text(item, "place")
        where = quotes.somewhere(place, quoted) if place else None
        if place and where is None:
            quotes.refuse(f"{place!r} is not in the report", item)
        online = online_in(quotes, quoted) if item.get("mode") == "online" else None
        if item.get("mode") == "online" and online is None:
            quotes.refuse("no words in the report say that it was online", item)
        yield EventMention(
            id=f"e{number}",
            kind=str(kind),
            name=name,
            evidence=(quotes.evidence(quoted.span),),
            date=date[0] if date else None,
            date_evidence=(date[1],) if date else (),
            place=place if where else None,
            place_evidence=(where,) if where else (),
            mode="online" if online else None,
            mode_evidence=(online,) if online else (),
            organisers=tuple(_organisers(item, quotes)),
            roles=tuple(_roles(item, quotes, persons)),
        )


def _organisers(item: Object, quotes: Quotes) -> Iterator[NamedBody]:
    for entry in _objects(item, "organisers"):
        name = _text(entry, "name")
        quoted = quotes.quoted(entry) if name else None
        if not name or not quoted:
            continue
        body = quotes.body(name, quoted)
        if body is None:
            quotes.refuse(f"{name!r} is not in its quote", entry)
            continue
        # What is completed from elsewhere is not what the quote says.
        yield NamedBody(name, (quotes.evidence(quoted.span, "context" if body[1] else "direct"), *body[1]))


def _roles(item: Object, quotes: Quotes, persons: tuple[PersonMention, ...]) -> Iterator[RoleMention]:
    for entry in _objects(item, "roles"):
        role, name = entry.get("role"), _text(entry, "person")
        person = next((p for p in persons if p.name == name), None)
        if role not in ROLES or person is None:
            quotes.refuse("its role or its person is not known", entry)
            continue
        quoted = quotes.quoted(entry)
        if not quoted or not (evidence := _of_person(quotes, quoted, entry, person, persons)):
            continue
        cue = cue_of(str(role), quoted)
        if cue is None:
            quotes.refuse(f"no word for {role!r} is in its quote", entry)
            continue
        yield RoleMention(person.name, str(role), cue, evidence)


def _legal(answer: Object, quotes: Quotes) -> Iterator[LegalMention]:
    for item in _objects(answer, "legal"):
        kind, number, symbol, title = (_text(item, key) for key in ("type", "number", "symbol", "title"))
        quoted = quotes.quoted(item, kind, number, symbol, title) if kind else None
        if not kind or not quoted:
            continue
        evidence = [quotes.evidence(quoted.span)]
        issuer = _text(item, "issuer")
        if issuer:
            where = quotes.somewhere(issuer, quoted)
            if where is None:
                quotes.refuse(f"{issuer!r} is not in the report", item)
                issuer = None
            elif where.derived != "direct":
                evidence.append(where)
        date = _day(item, quotes, quoted, None)
        if date and date[1].derived != "direct":
            quotes.refuse("its day is not in its quote", item)
            date = None
        yield LegalMention(kind, number, tuple(evidence), symbol, date[0] if date else None, issuer, title)


def _programmes(answer: Object, quotes: Quotes) -> Iterator[ProgrammeMention]:
    for item in _objects(answer, "programmes"):
        name, kind = _text(item, "name"), item.get("kind")
        quoted = quotes.quoted(item, name) if name and kind in PROGRAMME_KINDS else None
        if not name or not quoted:
            continue
        if not names_kind("initiative-kind", str(kind), quoted):
            quotes.refuse(f"no word for a {kind} is in its quote", item)
            continue
        period = _text(item, "period")
        if period and not _years_in(period, quotes, quoted):
            quotes.refuse(f"the years {period!r} are not in its quote", item)
            period = None
        yield ProgrammeMention(str(kind), name, (quotes.evidence(quoted.span),), period=period)


def _years_in(period: str, quotes: Quotes, quoted: Quoted) -> bool:
    """Say whether a period is written as given, or is a range of two years that the quote has."""
    if quotes.find(period, quoted.span):
        return True
    years = re.fullmatch(r"(\d{4})\s?[-–]\s?(\d{4})", period)
    return years is not None and all(quotes.find(year, quoted.span) for year in years.groups())


def _awards(answer: Object, quotes: Quotes) -> Iterator[AwardMention]:
    for item in _objects(answer, "awards"):
        award = _text(item, "award")
        quoted = quotes.quoted(item, award) if award else None
        if not award or not quoted:
            continue
        evidence = [quotes.evidence(quoted.span)]
        awarder, recipient, count = _text(item, "awarder"), _text(item, "recipient"), _number(item, "count")
        if awarder:
            where = quotes.somewhere(awarder, quoted)
            if where is None:
                quotes.refuse(f"{awarder!r} is not in the report", item)
                awarder = None
            elif where.derived != "direct":
                evidence.append(where)
        if recipient and not all(quotes.find(word, quoted.span) for word in RECIPIENTS.get(recipient, (recipient,))):
            quotes.refuse(f"no word for the recipient {recipient!r} is in its quote", item)
            recipient = None
        if count is not None and number_in(count, quotes, quoted) is None:
            quotes.refuse(f"the count {count:g} is not in its quote", item)
            count = None
        yield AwardMention(award, awarder, recipient, count, tuple(evidence))


def _statistics(answer: Object, quotes: Quotes) -> Iterator[StatisticMention]:
    for item in _objects(answer, "statistics"):
        value, unit, subject = _number(item, "value"), _text(item, "unit"), _text(item, "subject")
        quoted = quotes.quoted(item, unit if unit != "%" else None, subject) if value is not None and unit else None
        if value is None or not unit or not quoted:
            continue
        where = number_in(value, quotes, quoted, unit)
        if where is None:
            quotes.refuse(f"{value:g} before {unit!r} is not in its quote", item)
            continue
        # The words decide: a model's "over" of a plain figure is not stated.
        bound = qualifier_before(quotes.folded, where.start, quoted.span.start)
        yield StatisticMention(value, unit, subject or unit, (quotes.evidence(quoted.span),), qualifier=bound)


def _day(item: Object, quotes: Quotes, quoted: Quoted, published: str | None) -> tuple[str, Evidence] | None:
    said = _text(item, "date")
    if said is None:
        return None
    day = read_day(said)
    found = day_in(day, quotes, quoted, published) if day else None
    if found is None:
        quotes.refuse(f"{said!r} is no day or is not in the report", item)
    return found


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
