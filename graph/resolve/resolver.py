"""From mentions to resources, over a whole collection: what is one, what stays apart, and why.

    resolver = Resolver(Register(folder / "register.jsonl"), Judgements(folder / "judgements.tsv"))
    resolution = resolver.resolve(extraction, source)

Reports that come together are resolved together, so their order does not matter; mentions met before keep
their resource. What somebody judged lies over what was computed: a judgement can always be taken back.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from rdflib import URIRef

from graph.mention import Extraction
from graph.resolve.cluster import Comparison, Doubt, Group, Item, by_block, cluster
from graph.resolve.judgement import Judgements
from graph.resolve.naming import Names
from graph.resolve.post import position_of
from graph.resolve.profile import KINDS, Profile, to_json
from graph.resolve.register import Register, Row
from graph.resolve.report import Mention, Report
from graph.resolve.resolution import Decision, Resolution
from graph.source import Source

_NOT_SAID = frozenset({"block", "prints", "passage", "company", "day"})  # what the report is like, not the mention


class Resolver:
    """Resolves the mentions of reports against all reports of a collection."""

    def __init__(self, register: Register | None = None, judgements: Judgements | None = None) -> None:
        self.register = register or Register()
        self.judgements = judgements or Judgements()
        self.doubts: dict[tuple[str, str], Doubt] = {}
        self._names: Counter[str] = Counter()

    def resolve(self, extraction: Extraction, source: Source) -> Resolution:
        """Resolve one report against those that came before, and keep what was found."""
        return self.resolve_all([(extraction, source)])[0]

    def resolve_all(self, pairs: Sequence[tuple[Extraction, Source]]) -> list[Resolution]:
        """Resolve reports together; return their resolutions in the order given."""
        reports = [Report(extraction, source) for extraction, source in pairs]
        ordered = sorted(reports, key=lambda report: report.order)
        names = Names(self.register)
        for report in ordered:
            report.name_all(names)
        self.register.add(names.rows())
        batch = {report.source.id for report in reports}
        before = {ref for document in batch for ref in self.register.of_document(document)}
        found: dict[str, Decision] = {}
        mentions: dict[str, list[Mention]] = {report.source.id: [] for report in reports}
        for kind in ("person", "document", "event"):
            new: list[Mention] = []
            for report in ordered:
                rows = _mentions(report, kind, self._documents(mentions[report.source.id], found))
                mentions[report.source.id] += rows
                new += rows
            found.update(self._resolve_kind(kind, new, batch))
        gone = before - set(found)
        self.register.add(row for ref in sorted(gone) if (row := self.register.gone(ref)) is not None)
        effective = self.effective()
        return [self._resolution(report, mentions[report.source.id], found, effective) for report in reports]

    def effective(self) -> dict[str, str]:
        """Map each IRI that somebody judged to be another's to the one that stands for all of them."""
        leader: dict[str, str] = {}

        def find(iri: str) -> str:
            while iri in leader:
                iri = leader[iri]
            return iri

        for judgement in self.judgements.current():
            if judgement.verdict != "same":
                continue
            rows = [self.register.get(ref) for ref in (judgement.left, judgement.right)]
            if rows[0] is None or rows[1] is None:
                continue
            ends = sorted({find(row.iri) for row in rows if row}, key=self.register.age)
            if len(ends) == 2:
                leader[ends[1]] = ends[0]
        return {iri: find(iri) for iri in leader}

    def _documents(self, mentions: list[Mention], found: dict[str, Decision]) -> tuple[URIRef, ...]:
        return tuple(found[m.ref].iri for m in mentions if m.kind == "document" and m.ref in found)

    def _resolve_kind(self, kind: str, new: list[Mention], batch: set[str]) -> dict[str, Decision]:
        items: list[Item[Profile]] = []
        by_ref = {mention.ref: mention for mention in new}
        for block in dict.fromkeys(m.profile.block for m in new if m.profile.block):
            for row in self.register.block(kind, block):
                if row.ref.split("|")[1] not in batch:
                    items.append(Item(row.ref, KINDS[kind].read(row.profile), row.iri))
        items += [Item(m.ref, m.profile, self._fixed(m)) for m in new]
        how = self.comparison(kind, _frequencies(new) if kind == "person" else None)
        found: dict[str, Decision] = {}
        for rows in by_block(items, lambda profile: profile.block).values():
            clusters = cluster(rows, how)
            for doubt in clusters.doubts:
                self.doubts[doubt.left, doubt.right] = doubt
            # Those who are best described take the plain name first, then the oldest.
            for group in sorted(clusters.groups, key=lambda g: -max(_weight(i.profile) for i in g.items)):
                found.update(self._assign(kind, group, by_ref, clusters.doubts))
        return found

    def comparison(self, kind: str, more: Counter[str] | None = None) -> Comparison[Any]:
        """Return how mentions of a kind are compared.

        `more`: how often each person's name occurs in reports that are being resolved and not yet kept.
        """
        if more is not None:
            self._names = more
        names = self._names
        register, chosen = self.register, KINDS[kind]

        def common(name: str) -> int:
            return max(register.count("person", name), register.reports_naming(name), names[name])

        return Comparison(
            lambda a, b: chosen.compare(a, b, common),
            chosen.strip,
            chosen.join,
            self.judged,
            chosen.vague,
            chosen.renown,
        )

    def _fixed(self, mention: Mention) -> str | None:
        """Return the resource that a mention met before has, unless a judgement now splits it off."""
        row = self.register.known(mention.ref)
        if row is None or row.block != mention.profile.block:
            return None
        if row.split_from and not self._split(mention.ref, row.split_from):
            return row.split_from
        return None if self._split(mention.ref, row.iri) else row.iri

    def _split(self, ref: str, iri: str) -> bool:
        """Say whether somebody judged `ref` different from an older mention that is `iri`."""
        for other in self.judgements.about(ref):
            row = self.register.known(other)
            if row and row.iri == iri and self.judgements.verdict(ref, other) == "different":
                return self.register.older(other, ref)
        return False

    def judged(self, left: str, right: str) -> bool:
        """Say whether somebody decided about two mentions, whatever it was."""
        return self.judgements.verdict(left, right) is not None

    def _assign(
        self, kind: str, group: Group[Profile], by_ref: dict[str, Mention], doubts: list[Doubt]
    ) -> dict[str, Decision]:
        ours = [by_ref[item.ref] for item in group.items if item.ref in by_ref]
        if not ours:
            return {}
        best = max(ours, key=lambda mention: _weight(mention.profile))
        iri = group.fixed or self._mint(best)
        label = self.register.label(iri) or best.label
        rows, found = [], {}
        for mention in ours:
            before = self.register.known(mention.ref)
            split = before.split_from or before.iri if before and before.iri != iri else ""
            if before and before.iri == iri:
                split = before.split_from
            rows.append(
                Row(
                    mention.ref,
                    kind,
                    mention.profile.block,
                    iri,
                    label,
                    to_json(mention.profile),
                    split_from=split if split != iri and before else "",
                )
            )
            found[mention.ref] = _decision(kind, mention, URIRef(iri), group, doubts)
        self.register.add(rows)
        return found

    def _mint(self, mention: Mention) -> str:
        attempt = 0
        while self.register.taken(str(mention.mint(attempt))):
            attempt += 1
        return str(mention.mint(attempt))

    def _resolution(
        self, report: Report, mentions: list[Mention], found: dict[str, Decision], effective: dict[str, str]
    ) -> Resolution:
        def stands_for(iri: URIRef) -> URIRef:
            return URIRef(effective.get(str(iri), str(iri)))

        of_kind: dict[str, dict[str, URIRef]] = {"person": {}, "document": {}, "event": {}}
        for mention in mentions:
            of_kind[mention.kind].setdefault(mention.local, stands_for(found[mention.ref].iri))
        for other, name in report.aliases.items():
            of_kind["person"].setdefault(other, of_kind["person"][name])
        context = report.context
        bodies = {b.iri for group in context.bodies.values() for body in group for b in body.chain()}
        places = {place.iri for place in context.places.values()}
        places |= {b.place.iri for group in context.bodies.values() for body in group for b in body.chain() if b.place}
        used = {*bodies, *places, *report.initiatives, *report.units.values(), *report.metrics.values()}
        used |= {position_of(p.title)[0] for person in report.extraction.persons for p in person.posts}
        used |= {iri for rows in of_kind.values() for iri in rows.values()}
        return Resolution(
            document=report.source.id,
            day=context.day,
            context=context.province,
            persons=of_kind["person"],
            bodies=context.bodies,
            places=context.places,
            documents=tuple(of_kind["document"][str(i)] for i in range(len(report.extraction.legal))),
            initiatives=report.initiatives,
            events=of_kind["event"],
            units=report.units,
            metrics=report.metrics,
            labels={iri: label for iri in used if (label := self.register.label(str(iri))) is not None},
            decisions=tuple(found[mention.ref] for mention in mentions),
        )


def _frequencies(mentions: list[Mention]) -> Counter[str]:
    """Count the mentions of each name, and the reports that name each body."""
    counts = Counter(mention.profile.block for mention in mentions)
    settings = {mention.ref.split("|")[1]: getattr(mention.profile, "setting", ()) for mention in mentions}
    counts.update(body for setting in settings.values() for body in setting)
    return counts


def _mentions(report: Report, kind: str, documents: tuple[URIRef, ...]) -> list[Mention]:
    if kind == "person":
        return report.persons()
    return report.documents() if kind == "document" else report.events(documents)


def _weight(profile: Profile) -> int:
    """Return how much a profile says of its mention: what is said best gives the name and the label."""
    said = [getattr(profile, f.name) for f in fields(profile) if f.name not in _NOT_SAID]
    return sum(len(value) if isinstance(value, tuple) else bool(value) for value in said)


def _decision(kind: str, mention: Mention, iri: URIRef, group: Group[Profile], doubts: list[Doubt]) -> Decision:
    why = group.why.get(mention.ref)
    refs = {item.ref for item in group.items}
    near = [d for d in doubts if d.left in refs or d.right in refs]
    candidates = tuple((d.right if d.left in refs else d.left, d.score.total, d.score.parts) for d in near)
    outcome = "same" if why or len(group.items) > 1 else "undecided" if candidates else "new"
    parts = why.parts if why else ()
    return Decision(kind, mention.ref, iri, outcome, why.total if why else 0.0, parts, candidates)
