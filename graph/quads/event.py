"""Gatherings, and what each person did at them."""

from rdflib import URIRef

from graph.mention import EventMention, Extraction, RoleMention, Span
from graph.quads.body import write_body
from graph.quads.person import posts_of
from graph.quads.post import write_post
from graph.quads.writer import Writer, full_day, stated_date, vietnamese
from graph.resolve.event import class_of
from ontology.iri import local_slug, mint_fact
from ontology.namespaces import SCHEMA, VOC, VPG

REVIEWS = {
    "interim": ("InterimReviewConference", VPG.interimReviewOf),
    "final": ("FinalReviewConference", VPG.finalReviewOf),
    "launch": ("LaunchConference", VPG.launchOf),
}


def write_events(writer: Writer, extraction: Extraction) -> None:
    """Add each gathering with its participations."""
    for number, event in enumerate(extraction.events, start=1):
        node = writer.resolution.events[event.id]
        _event(writer, node, event)
        _topics(writer, node, event)
        day = event.date if event.date and len(event.date) == 10 else writer.resolution.day
        for role in event.roles:
            _participation(writer, extraction, node, number, role, day)


def _event(writer: Writer, node: URIRef, event: EventMention) -> None:
    classes = ["Event", class_of(event.kind), *(REVIEWS[review][0] for review in event.reviews)]
    words = event.evidence + event.review_evidence
    writer.entity(node, dict.fromkeys(classes), event.name, words)
    writer.add(node, VPG.gatheringKind, VOC["kind/" + event.kind])
    writer.attribute(node, SCHEMA.startDate, full_day(event.date), event.date_evidence)
    if event.date and len(event.date) != 10:
        writer.attribute(node, VPG.statedDate, stated_date(event.date), event.date_evidence)
    if event.place:
        writer.attribute(node, VPG.venue, vietnamese(event.place), event.place_evidence)
        place = writer.resolution.places.get(event.place)
        if place is not None:
            unit = writer.place(place, event.place_evidence or event.evidence)
            writer.attribute(node, VPG.place, unit, event.place_evidence)
    if event.mode:
        writer.attribute(node, VPG["format"], VOC["fmt/" + event.mode], event.mode_evidence)
    for organiser in event.organisers:
        for body in write_body(writer, organiser.name, organiser.evidence or event.evidence):
            writer.attribute(node, VPG.organizedBy, body, organiser.evidence)


def _topics(writer: Writer, node: URIRef, event: EventMention) -> None:
    for reference, words in event.about:
        topic = topic_of(writer, reference)
        if topic is None:
            continue
        writer.attribute(node, VPG.hasTopic, topic, words)
        if len(event.reviews) == 1:
            writer.attribute(node, REVIEWS[event.reviews[0]][1], topic, words + event.review_evidence)


def topic_of(writer: Writer, reference: str) -> URIRef | None:
    """Return the resource of "legal:0" or "programme:2"; None where there is no such mention."""
    kind, _, index = reference.partition(":")
    rows = {"legal": writer.resolution.documents, "programme": writer.resolution.initiatives}.get(kind, ())
    return rows[int(index)] if index.isdigit() and int(index) < len(rows) else None


def _participation(
    writer: Writer, extraction: Extraction, event: URIRef, number: int, role: RoleMention, day: str | None
) -> None:
    person = writer.resolution.persons.get(role.person)
    if person is None:
        return
    fact = mint_fact("Participation", writer.source.id, f"e{number}", local_slug(person), role.role)
    certainty = role.certainty if role.certainty != "explicit" else None
    writer.fact(fact, "Participation", role.evidence, day=day, certainty=certainty)
    writer.add(fact, VPG.participant, person)
    writer.add(fact, VPG.inEvent, event)
    writer.add(fact, VPG.participationRole, VOC["role/" + role.role])
    if role.cue:
        writer.add(fact, VPG.reportedAs, vietnamese(role.cue))
    for body_name in role.on_behalf_of:
        for body in write_body(writer, body_name, role.evidence):
            writer.add(fact, VPG.onBehalfOf, body)
    for mention in next((p.posts for p in extraction.persons if p.name == role.person), ()):
        near = any(_within(post.span, words.span) for post in mention.evidence for words in role.evidence)
        if near and not mention.former:
            for post in posts_of(writer, mention, role.person):
                writer.add(fact, VPG.inCapacityOf, write_post(writer, post, ()))


def _within(inner: Span, outer: Span) -> bool:
    return inner.start >= outer.start and inner.end <= outer.end
