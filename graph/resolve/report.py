"""One report as resolution sees it: its mentions, each with a reference, a profile and a way to name it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from rdflib import URIRef

from graph.mention import EventMention, Extraction, PersonMention
from graph.resolve import document, event, initiative, person
from graph.resolve.context import ReportContext
from graph.resolve.judgement import mention_ref
from graph.resolve.naming import Names
from graph.resolve.post import Post, parse_post, position_of
from graph.resolve.profile import Profile
from graph.resolve.quantity import known_unit, metric_of, unit_of
from graph.resolve.sketch import sketch, year_of
from graph.resolve.spelling import key
from graph.source import Source
from ontology.iri import local_slug, mint_metric, mint_person, mint_unit

AROUND = 150  # characters


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention to resolve. `local` is its place in the extraction; `mint` names it if it is new."""

    ref: str
    kind: str
    local: str
    label: str
    profile: Profile
    mint: Callable[[int], URIRef]


class Report:
    """The mentions of one report. Events are built last: they are about documents and initiatives.

    `aliases` maps other writings of a person's name to the first. `units` and `metrics` are filled by
    `name_all`, when the reports before it have theirs.
    """

    def __init__(self, extraction: Extraction, source: Source) -> None:
        self.extraction = extraction
        self.source = source
        self.context = ReportContext(extraction, source)
        self.initiatives = tuple(
            initiative.mint(p.kind, p.name, p.period, self.context.local, self.context.scope)
            for p in extraction.programmes
        )
        self.prints = sketch(source.text)
        self.year = year_of(source.text)
        named = (body for bodies in self.context.bodies.values() for body in bodies)
        self.setting = tuple(sorted({local_slug(body.iri) for body in named if body.scoped}))
        self.units: dict[str, URIRef] = {}
        self.metrics: dict[str, URIRef] = {}
        self.aliases: dict[str, str] = {}
        self._met: dict[str, int] = {}

    def name_all(self, names: Names) -> None:
        """Give what is known by its name alone its one resource and label."""
        names.tell_apart(self.context)
        for programme, iri in zip(self.extraction.programmes, self.initiatives, strict=True):
            names.label(iri, initiative.title_of(programme.kind, programme.name))
        for figure in self.extraction.statistics:
            unit, metric = unit_of(figure), metric_of(figure)
            self.units[unit] = known_unit(unit) or names.concept(unit, mint_unit)
            self.metrics[metric] = names.concept(metric, mint_metric)
        for post in (post for mention in self.extraction.persons for post in mention.posts):
            position, label = position_of(post.title)
            names.label(position, label)

    @property
    def order(self) -> tuple[str, str]:
        """Return what reports are ordered by: their day, then their id."""
        return self.context.day or "9999", self.source.id

    def persons(self) -> list[Mention]:
        """Return the persons; two writings of one name in one report ("Jong-un", "Jong Un") are one."""
        names = [p.name for p in self.extraction.persons]
        first: dict[str, PersonMention] = {}
        for mention in self.extraction.persons:
            known = first.get(key(mention.name))
            if known is None:
                first[key(mention.name)] = mention
                continue
            self.aliases[mention.name] = known.name
            both = replace(known, ranks=known.ranks + mention.ranks, posts=known.posts + mention.posts)
            first[key(mention.name)] = both
        return [self._person(mention, names) for mention in first.values()]

    def _person(self, mention: PersonMention, names: list[str]) -> Mention:
        context = self.context
        held: list[tuple[Post, bool]] = []
        for post in mention.posts:
            for body in context.bodies.get(post.org or "", ()) or (None,):
                held.append((parse_post(post.title, body, context.scope), post.former))
        province = local_slug(context.province.iri) if context.province else ""
        profile = person.profile_of(mention, held, names, province, context.day, self.prints, self.setting)
        apart = person.distinguishing(profile) or context.scope

        def mint(attempt: int) -> URIRef:
            if attempt == 0:
                return mint_person(mention.name)
            return mint_person(mention.name, apart if attempt == 1 else f"{apart}-{attempt}")

        return Mention(self._ref("person", mention.name), "person", mention.name, mention.name, profile, mint)

    def documents(self) -> list[Mention]:
        """Return the documents cited."""
        found = []
        for index, mention in enumerate(self.extraction.legal):
            bodies = self.context.bodies.get(mention.issued_by or "", ())
            issuer = "+".join(sorted(local_slug(body.iri) for body in bodies))
            profile = document.profile_of(mention, issuer, self.context.day, self.prints)
            label = document.document_label(mention)
            name = " ".join(part for part in (label, mention.date or "") if part)
            mint = partial(_numbered, document.mint(profile, mention))
            found.append(Mention(self._ref("document", name), "document", str(index), label, profile, mint))
        return found

    def events(self, documents: tuple[URIRef, ...]) -> list[Mention]:
        """Return the gatherings; `documents` are the resources of the documents cited."""
        return [self._event(number, documents) for number in range(len(self.extraction.events))]

    def _event(self, number: int, documents: tuple[URIRef, ...]) -> Mention:
        mention, context = self.extraction.events[number], self.context
        place = context.places.get(mention.place or "")
        organisers = [b.iri for o in mention.organisers for b in context.bodies.get(o.name, ())]
        hosts = [b.place for o in mention.organisers for b in context.bodies.get(o.name, ()) if b.place]
        province = next((p.province for p in (place, *hosts) if p and p.province), None)
        topics = []
        for reference, _ in mention.about:
            kind, _, index = reference.partition(":")
            rows = documents if kind == "legal" else self.initiatives
            if index.isdigit() and int(index) < len(rows):
                topics.append(str(rows[int(index)]))
        profile = event.profile_of(
            mention,
            place=local_slug(place.iri) if place else "",
            province=local_slug(province) if province else "",
            organisers=tuple(sorted({local_slug(iri) for iri in organisers})),
            topics=tuple(topics),
            prints=self.prints,
            year=self.year,
            passage=self._passage(mention),
        )
        where = organisers[0] if organisers else place.iri if place else None
        iri = event.mint(mention, local_slug(where) if where else None, context.scope)
        name = " ".join(part for part in (mention.name[:80], mention.date or "") if part)
        label = mention.name[:1].upper() + mention.name[1:]
        mint = partial(_numbered, iri)
        return Mention(self._ref("event", name), "event", mention.id, label, profile, mint)

    def _passage(self, mention: EventMention) -> tuple[int, ...]:
        """Return a sketch of the words around the first naming of a gathering."""
        if not mention.evidence:
            return ()
        span = mention.evidence[0].span
        return sketch(self.source.text[max(0, span.start - AROUND) : span.end + AROUND])

    def _ref(self, kind: str, name: str) -> str:
        """Return a reference that no other mention of this report has."""
        ref = mention_ref(kind, self.source.id, name)
        self._met[ref] = self._met.get(ref, 0) + 1
        return ref if self._met[ref] == 1 else f"{ref}#{self._met[ref]}"


def _numbered(iri: URIRef, attempt: int) -> URIRef:
    return iri if attempt == 0 else URIRef(f"{iri}-{attempt + 1}")
