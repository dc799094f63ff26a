"""The JSON object that stands for one report's facts: what `vpg extract` prints and the scorer reads.

Unknown is null or an empty list. Every fact carries "span": [start, end), code points of the report's
NFC text, where its words begin and end; "evidence" lists every such place with the rule that read it.
"""

from collections.abc import Iterable
from typing import Any

from graph.mention import (
    AwardMention,
    EventMention,
    Evidence,
    Extraction,
    LegalMention,
    NamedBody,
    PersonMention,
    ProgrammeMention,
    StatementMention,
    StatisticMention,
)

Json = dict[str, Any]


def to_json(extraction: Extraction) -> Json:
    """Return the facts of one report as plain JSON values."""
    return {
        "id": extraction.id,
        "title": extraction.title,
        "published": extraction.published,
        "persons": [_person(x) for x in extraction.persons],
        "events": [_event(x) for x in extraction.events],
        "legal": [_legal(x) for x in extraction.legal],
        "programmes": [_programme(x) for x in extraction.programmes],
        "awards": [_award(x) for x in extraction.awards],
        "statistics": [_statistic(x) for x in extraction.statistics],
        "statements": [_statement(x) for x in extraction.statements],
        "bodies": [_body(x) for x in extraction.bodies],
        "places": [_body(x) for x in extraction.places],
        "not_understood": [[span.start, span.end] for span in extraction.not_understood],
        "notes": list(extraction.notes),
    }


def _where(evidence: tuple[Evidence, ...]) -> Json:
    first = evidence[0].span if evidence else None
    return {
        "span": [first.start, first.end] if first else None,
        "evidence": [{"span": [e.span.start, e.span.end], "rule": e.rule, "derived": e.derived} for e in evidence],
    }


def _person(person: PersonMention) -> Json:
    posts = []
    for post in person.posts:
        entry: Json = {"title": post.title, "org": post.org, "stated_org": post.stated_org}
        entry |= {key: True for key in ("former", "acting") if getattr(post, key)}
        posts.append(entry | _where(post.evidence))
    return {
        "name": person.name,
        "ranks": [rank.name for rank in person.ranks],
        "posts": posts,
    } | _where(person.evidence)


def _event(event: EventMention) -> Json:
    return {
        "id": event.id,
        "kind": event.kind,
        "name": event.name,
        "date": event.date,
        "place": event.place,
        "mode": event.mode,
        "organisers": [body.name for body in event.organisers],
        "roles": [
            {
                "person": role.person,
                "role": role.role,
                "cue": role.cue,
                "certainty": role.certainty,
                "on_behalf_of": list(role.on_behalf_of),
            }
            | _where(role.evidence)
            for role in event.roles
        ],
        "reviews": list(event.reviews),
        "about": [target for target, _ in event.about],
    } | _where(event.evidence)


def _legal(legal: LegalMention) -> Json:
    entry: Json = {
        "type": legal.type,
        "number": legal.number,
        "symbol": legal.symbol,
        "date": legal.date,
        "issuer": legal.issuer,
        "title": legal.title,
        "symbol_issuer": legal.symbol_issuer,
    }
    return entry | ({"draft": True} if legal.drafts else {}) | _where(legal.evidence)


def _programme(programme: ProgrammeMention) -> Json:
    return {
        "kind": programme.kind,
        "name": programme.name,
        "period": programme.period,
        "partners": list(programme.partners),
    } | _where(programme.evidence)


def _award(award: AwardMention) -> Json:
    return {
        "award": award.award,
        "awarder": award.awarder,
        "recipient": award.recipient,
        "count": _number(award.count),
        "event": award.event,
        "part_of": award.part_of,
    } | _where(award.evidence)


def _statistic(statistic: StatisticMention) -> Json:
    return {
        "value": _number(statistic.value),
        "unit": statistic.unit,
        "subject": statistic.subject,
        "qualifier": statistic.qualifier,
        "period": statistic.period,
        "place": statistic.place,
        "part_of": statistic.part_of,
    } | _where(statistic.evidence)


def _statement(statement: StatementMention) -> Json:
    return {
        "speaker": statement.speaker,
        "act": statement.act,
        "text": [statement.text.start, statement.text.end],
        "event": statement.event,
        "addressee": statement.addressee,
        "refers_to": list(statement.refers_to),
        "joined": [list(pair) for pair in statement.joined],
    } | _where(statement.evidence)


def _body(body: NamedBody) -> Json:
    return {"name": body.name} | _where(body.evidence)


def _number(value: float | None) -> float | int | None:
    """Whole numbers are written without a decimal point."""
    return int(value) if value is not None and value == int(value) else value


def facts(record: Json) -> Iterable[tuple[str, Json]]:
    """Yield every fact of a record as (kind, object), roles included, in the order of the record."""
    for kind in ("persons", "events", "legal", "programmes", "awards", "statistics", "statements"):
        for fact in record.get(kind) or []:
            yield kind, fact
            if kind == "events":
                yield from (("roles", role | {"event": fact["id"]}) for role in fact["roles"])
