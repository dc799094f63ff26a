"""Gatherings: the same day, place, organiser, people and topic make two reports speak of one.

Different conferences of one day stay apart: a shared day says nothing alone. A gathering without a full
date is never joined to another report's.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from rdflib import URIRef

from graph.mention import EventMention
from graph.resolve.resolution import Part
from graph.resolve.score import Score
from graph.resolve.sketch import share_of_text
from graph.resolve.spelling import key, words
from ontology.iri import mint_event
from ontology.vocabulary import scheme

# Words that every conference's name may hold; they say nothing of the topic.
_EMPTY_WORDS = """
    hội nghị cuộc họp lễ buổi phiên thảo tọa đàm trực tuyến toàn quốc tổng kết sơ triển khai công tác năm
    thực hiện nhiệm vụ tổ chức về của các và với cho tại trong để việc số làm
    tháng quý đầu giữa cuối nửa hoạt động tình hình giao ban kế hoạch thường kỳ
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_COMPATIBLE = frozenset({frozenset({"conference", "meeting"}), frozenset({"conference", "workshop"})})
_DIGITS = re.compile(r"^\d+$")


@cache
def _classes() -> dict[str, str]:
    return {c.id: c.extra.get("impliesClass", ("Event",))[0].rsplit("#", 1)[-1] for c in scheme("gathering-kind")}


def class_of(kind: str) -> str:
    """Return the local name of the ontology class of a kind of gathering."""
    return _classes().get(kind, "Event")


@dataclass(frozen=True, slots=True)
class EventProfile:
    """What one report says of one gathering. Sets are sorted tuples.

    `block` is the day in the year, for reports seldom say which year it is ("sáng 12-4"); a gathering
    without a day shares its block only with those of reports that share its text. `year` is the year
    that the report speaks of most, `prints` a sketch of the report, `passage` one of where it tells of it.
    """

    block: str
    date: str
    year: str
    kind: str
    topic: tuple[str, ...]
    place: str
    province: str
    organisers: tuple[str, ...]
    people: tuple[str, ...]
    topics: tuple[str, ...]
    prints: tuple[int, ...] = ()
    passage: tuple[int, ...] = ()

    @property
    def bare(self) -> "EventProfile":
        """Return the profile without what it owes to its report."""
        return replace(self, prints=(), passage=())


def profile_of(
    event: EventMention,
    *,
    place: str,
    province: str,
    organisers: tuple[str, ...],
    topics: tuple[str, ...],
    prints: tuple[int, ...] = (),
    year: str = "",
    passage: tuple[int, ...] = (),
) -> EventProfile:
    """Build the profile; `place`, `organisers` and `topics` are IRIs as text."""
    date = event.date or ""
    in_year = date[-5:] if len(date) in (7, 10) and date.count("-") > 1 else ""
    return EventProfile(
        block=in_year or (f"text {prints[0]}" if prints else ""),
        date=date,
        year=date[:4] if len(date) == 10 else year,
        kind=event.kind,
        topic=tuple(sorted({w for w in words(event.name) if w not in _EMPTY})),
        place=place,
        province=province,
        organisers=tuple(sorted(organisers)),
        people=tuple(sorted({key(role.person) for role in event.roles})),
        topics=tuple(sorted(topics)),
        prints=prints,
        passage=passage,
    )


def compare_events(left: EventProfile, right: EventProfile, common: Callable[[str], int]) -> Score:
    """Score two gatherings of one day in the year, or of two reports that share their text."""
    parts = [*_dates(left, right), *_kinds(left, right), *_places(left, right), *_organisers(left, right)]
    parts += [*_people(left, right, common), *_topic(left, right), *_text(left, right)]
    return Score(sum(part.score for part in parts), tuple(parts), any(part.score <= -5 for part in parts))


def _dates(left: EventProfile, right: EventProfile) -> list[Part]:
    years = [p.date[:4] for p in (left, right) if len(p.date) == 10]
    if len(years) == 2:
        return [Part("date", 0.75 if years[0] == years[1] else -9.0, f"{left.date} / {right.date}")]
    if not (left.date and right.date):
        return [Part("date", -2.0, "the day is not stated")]
    if not (left.year and right.year):
        return [Part("date", -0.5, "the year is not stated")]
    apart = abs(int(left.year) - int(right.year))
    weight = {0: 0.75, 1: -1.0}.get(apart, -3.5)
    return [Part("date", weight, f"the year is not stated; the reports speak of {left.year} / {right.year}")]


def _text(left: EventProfile, right: EventProfile) -> list[Part]:
    shared = share_of_text(left.prints, right.prints)
    if shared >= 0.5:
        return [Part("text", 4.0, f"the reports share {shared:.0%} of their words")]
    near = share_of_text(left.passage, right.passage)
    if near >= 0.5:
        return [Part("text", 3.5, f"the passages share {near:.0%} of their words")]
    return [Part("text", 2.0, f"the reports share {shared:.0%} of their words")] if shared >= 0.2 else []


def _kinds(left: EventProfile, right: EventProfile) -> list[Part]:
    if left.kind == right.kind:
        return [Part("kind", 0.5, left.kind)]
    pair = frozenset({left.kind, right.kind})
    return [Part("kind", 0.0 if pair in _COMPATIBLE or "other" in pair else -2.5, f"{left.kind} / {right.kind}")]


def _places(left: EventProfile, right: EventProfile) -> list[Part]:
    if left.place and left.place == right.place:
        return [Part("place", 0.5, left.place)]
    if left.province and right.province:
        if left.province == right.province:
            return [Part("place", 0.5, left.province)]
        return [Part("place", -6.0, f"{left.province} / {right.province}")]
    return []


def _organisers(left: EventProfile, right: EventProfile) -> list[Part]:
    if not left.organisers or not right.organisers:
        return []
    shared = set(left.organisers) & set(right.organisers)
    if shared:
        return [Part("organiser", 2.0, ", ".join(sorted(shared)))]
    return [Part("organiser", -2.0, f"{left.organisers[0]} / {right.organisers[0]}")]


def _people(left: EventProfile, right: EventProfile, common: Callable[[str], int]) -> list[Part]:
    if not left.people or not right.people:
        return []
    shared = sorted(set(left.people) & set(right.people))
    if not shared:
        # Of a great conference each report names others.
        return [] if left.kind == right.kind == "conference" else [Part("people", -1.5, "nobody in both")]
    # Who is in the news every day meets many people on one day.
    weights = [1.5 if (n := common(name)) <= 5 else 1.0 if n <= 20 else 0.75 for name in shared]
    score = 0.5 + min(sum(weights), 3.5)
    return [Part("people", score, ", ".join(shared[:5]))]


def _topic(left: EventProfile, right: EventProfile) -> list[Part]:
    parts = []
    if left.topics and set(left.topics) & set(right.topics):
        parts.append(Part("about", 1.0, ", ".join(sorted(set(left.topics) & set(right.topics)))))
    if not left.topic or not right.topic:
        return parts
    a, b = set(left.topic), set(right.topic)
    numbers = ({w for w in a if _DIGITS.match(w)}, {w for w in b if _DIGITS.match(w)})
    if all(numbers) and not numbers[0] & numbers[1]:
        parts.append(Part("name", -2.0, "other numbers in the names"))
    a, b = a - numbers[0], b - numbers[1]
    if not a or not b:
        return parts
    shared = len(a & b) / min(len(a), len(b))
    if shared >= 0.5 and len(a & b) >= 2:
        weight = 0.5 + 2.0 * shared + 0.2 * min(len(a & b), 6)
        parts.append(Part("name", round(weight, 2), f"{shared:.2f} of the words, {len(a & b)} telling ones"))
    elif shared < 0.2:
        parts.append(Part("name", -1.5, f"only {shared:.2f} of the words"))
    return parts


def mint(event: EventMention, where: str | None, document: str) -> URIRef:
    """Return the IRI that a gathering not met before gets."""
    dated = bool(event.date) and len(event.date or "") == 10
    return mint_event(event.name or event.kind, event.date, where if dated and where else document)
