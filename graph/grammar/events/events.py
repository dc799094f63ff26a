"""The gatherings a report tells of: which phrases mean the same one, when and where it was held, by whom.

`find_events` is the way in. Phrases are read by `gatherings`, whether they tell of a gathering that
took place by `happening`, what people did there by `roles`.
"""

from collections.abc import Sequence

from graph.grammar.events.course import follow
from graph.grammar.events.event_home import Placed, settle
from graph.grammar.events.event_place import is_online
from graph.grammar.events.event_time import Calendar
from graph.grammar.events.happening import STRONG
from graph.grammar.events.organisers import find_organisers
from graph.grammar.gatherings.event_draft import Draft
from graph.grammar.gatherings.gatherings import Gathering, find_gatherings
from graph.grammar.gatherings.reviews import find_reported_reviews, find_reviews
from graph.grammar.people.persons import People
from graph.grammar.roles.acts import find_acts
from graph.grammar.roles.role_course import Scene
from graph.grammar.roles.roles import find_roles
from graph.grammar.text.document import Document
from graph.grammar.text.quotations import in_quotes
from graph.mention import EventMention, Evidence, RoleMention


def find_events(document: Document, people: People) -> tuple[EventMention, ...]:
    """Find the gatherings that took place, with their settings and what named persons did there."""
    gatherings = find_gatherings(document, [o.span.start for o in people.occurrences if o.kind in ("full", "short")])
    if not gatherings:
        return ()
    acts = find_acts(document, people)
    course = follow(document, gatherings, acts, Calendar(document), people.occurrences)
    if all(d.planned for d in course.drafts):
        return ()
    roles = find_roles(document, people, acts, gatherings, Scene(course))
    told = [d for d in course.drafts if not d.planned and not (_passing(d) and not roles.get(id(d)))]
    told = [
        d
        for d in told
        if d is told[0]
        or roles.get(id(d))
        or not (_remote(d, told[0]) or (d.opening.bare and d.licence == "at" and len(d.mentions) == 1))
        or find_organisers(document, d, ())
    ]
    events: list[EventMention] = []
    for n, draft in enumerate(told, 1):
        before = events[-1] if events else None
        earlier = (before.place, before.place_evidence) if before and before.place else None
        events.append(_mention(document, people, f"e{n}", draft, roles.get(id(draft), ()), earlier))
    return tuple(events)


def _remote(draft: Draft, main: Draft) -> bool:
    """Is a gathering without participants or holders mentioned in passing, or of another time?"""
    if draft.date is None:
        return draft.licence not in STRONG
    if main.date is None:
        return False
    one, other = draft.date.iso, main.date.iso
    if (
        not one.startswith("--")
        and not other.startswith("--")
        and one[:4] != other[:4]
        and {one[5:7], other[5:7]} != {"01", "12"}
    ):
        return True
    return (int(one[-5:-3]) - int(other[-5:-3])) % 12 not in (0, 1, 11)


def _quoted(document: Document, gathering: Gathering) -> bool:
    """Does the phrase stand in words that are quoted?"""
    sentence = document.sentence_at(gathering.span.start)
    return sentence is not None and in_quotes(document.folded, sentence.start, gathering.span.start)


def _passing(draft: Draft) -> bool:
    """Is it told by one verb alone ("Bộ đã họp ngay"), without its day?"""
    return draft.date is None and draft.opening.verbal and draft.licence == "past" and len(draft.mentions) == 1


def _mention(
    document: Document,
    people: People,
    name: str,
    draft: Draft,
    roles: Sequence[RoleMention],
    earlier: Placed | None,
) -> EventMention:
    opening = draft.opening
    if opening.bare:
        told = [
            g
            for g in draft.mentions
            if not g.general and (not g.bare or g.concept == opening.concept) and not _quoted(document, g)
        ]
        opening = max(told or draft.mentions, key=lambda g: g.name.end - g.name.start)
    evidence = tuple(
        Evidence(g.name, "event.name", "direct" if g is opening else "coreference")
        for g in sorted({g.span: g for g in (opening, *draft.mentions)}.values(), key=lambda g: g.span)
    )
    starts = [o.span.start for o in people.occurrences if o.kind in ("full", "short")]
    online = is_online(document, draft)
    organisers = find_organisers(document, draft, people.occurrences)
    reviews, review_evidence = find_reviews(document, opening.span, opening.name)
    if not reviews:
        reviews, review_evidence = find_reported_reviews(document, [g.span for g in draft.mentions])
    place = settle(document, people, draft, starts, roles, organisers, online is not None, earlier)
    return EventMention(
        id=name,
        kind=opening.kind,
        name=" ".join(document.words(opening.name).split()),
        evidence=evidence,
        date=draft.date.iso if draft.date else None,
        date_evidence=(Evidence(draft.date.span, "event.date"),) if draft.date else (),
        place=place[0] if place else None,
        place_evidence=place[1] if place else (),
        mode="online" if online else None,
        mode_evidence=(online,) if online else (),
        organisers=organisers,
        roles=tuple(roles),
        reviews=reviews,
        review_evidence=review_evidence,
    )
