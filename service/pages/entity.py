"""The page of an entity: what is stated of it, its facts by relation, who is near, which documents name it.

Long lists are cut: the newest facts of each kind, the first of each list. What was cut has a page of its own
(`?facts=Participation&page=2`, `?incoming=organizedBy`), so that an entity of a thousand facts opens as fast as
one of ten.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import Response, g, request

from ontology.iri import FACT_SEGMENTS
from ontology.namespaces import SCHEMA, VPG
from service import wording
from service.drawing import picture
from service.facts import (
    ATTRIBUTE,
    CLASS_ORDER,
    TYPE,
    Fact,
    date_by_events,
    group,
    read_facts,
    read_posts,
    undated_events,
    weight,
)
from service.finder import fold
from service.holders import holders
from service.labels import Labels, kind_by_path, kind_of, most_specific
from service.network import Filter, Network
from service.paging import part_of
from service.reading import Reading, network_if_ready
from service.rendering import render, term_label
from service.sentences import Sentence, sentences
from service.succession import succession
from service.terms import Row, Term
from service.views.strip import draw as draw_posts

V = str(VPG)
NEAR = 11  # nodes of the small picture, the entity among them
FACTS, EACH, PAGE = 9, 2, 16  # facts on the first page, at least so many of each kind; facts of one kind on a page
LISTED, PAGE_LISTED = 8, 200  # of each list; of a list on a page of its own
DOCUMENTS = 8
PREF = "http://www.w3.org/2004/02/skos/core#prefLabel"
ALT = "http://www.w3.org/2004/02/skos/core#altLabel"
IDENTIFIERS = {
    V + "gsoCode", V + "isoCode", "http://www.w3.org/2004/02/skos/core#exactMatch",
    "http://www.w3.org/2004/02/skos/core#closeMatch", "http://www.w3.org/2002/07/owl#sameAs",
}  # fmt: skip
# One value is the truth at most; two mean that documents differ, or that two things were taken for one.
SINGLE = {str(SCHEMA.startDate), V + "issueDate", V + "docNumber", V + "symbol", V + "docType", V + "place"}
REFERENCE = "https://w3id.org/vpg/graph/reference/"
# Shortcuts and superproperties that the rules derive: the facts already say them.
DERIVED_ONLY = {"https://w3id.org/vpg/graph/inferred"}
OBJECT, PARTICIPATION = V + "attributeObject", V + "Participation"
KIND_OF_SEGMENT = {segment: V + name for name, segment in FACT_SEGMENTS.items()}
# Which rule's words to show for a property: a part of the rule's name.
HINTS = {
    str(SCHEMA.startDate): "date", V + "statedDate": "date", V + "place": "place", V + "venue": "place",
    V + "format": "mode", V + "organizedBy": "organi", V + "hasTopic": "about", V + "issueDate": "date",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """A direct statement: property, value, how many documents state it, a sentence of one of them, its fact."""

    property: str
    value: Term
    graphs: int
    sentence: Sentence | None
    fact: Fact | None = None
    listed: bool = False  # by the reference data, and by no report


@dataclass(frozen=True, slots=True)
class Listing:
    """Things that point here by one relation: those shown, and how many there are."""

    relation: str
    shown: list[str]
    total: int

    @property
    def name(self) -> str:
        """The end of the relation's IRI, as `?incoming=` takes it."""
        return end_of(self.relation)


def entity_page(asked: Reading, iri: str, rows: Sequence[Row], classes: list[str]) -> Response:
    """Show the entity `iri`; `rows` are its direct statements (page/entity)."""
    alone = request.args.get("incoming", "")
    pointers = asked.ask("page/facts", entity=iri) if not alone else []
    listed = by_kind(pointers)
    wished = V + request.args.get("facts", "")
    only = wished if wished in listed else ""
    related = by_relation(pointers)
    relation = request.args.get("relation", "")
    of_it = next((facts for (kind, name), facts in related.items() if kind == only and end_of(name) == relation), None)
    part = part_of(of_it or listed[only] if only else newest(listed, pointers, related), PAGE)
    chosen = list(part.items)
    facts = read_facts(asked.ask("page/fact", fact=chosen)) if chosen else {}
    for fact in facts.values():
        fact.roles = {name for name, term in fact.fields if term.value == iri}
    if events := undated_events(facts.values()):
        date_by_events(facts.values(), asked.ask("page/event-dates", node=events))
    posts = read_posts(asked.ask("page/posts-of", entity=iri)) if kind_of(classes) == "person" else []
    held = holders(asked, [iri]).get(iri, []) if kind_of(classes) == "post" and not alone else []
    reports = [fact for fact in facts.values() if fact.kind == ATTRIBUTE and V + "aboutEntity" in fact.roles]
    others = [fact for fact in facts.values() if fact not in reports]
    told = {(fact.relation, term.value) for fact in others for term in fact.values("aboutEntity")}
    pointing = asked.ask("page/incoming", entity=iri)
    incoming = _incoming([r for r in pointing if (r["property"].value, r["subject"].value) not in told], alone)
    documents = sorted(
        asked.ask("page/documents-of", entity=iri),
        key=lambda row: (row["published"].value if "published" in row else "", row["source"].value),
        reverse=True,
    )
    net = network_if_ready()
    companions = _companions(asked, iri, net)
    graphs = {r["example"].value for r in rows if "/graph/doc/" in r["example"].value}
    own = sentences(asked, [iri], sorted(graphs)[:40])
    found = sentences(asked, facts)
    for fact in facts.values():
        fact.sentences = found.get(fact.iri, [])
    parted = succession().parted(iri)
    near = (net or Network()).around(iri, 1, Filter(), most=NEAR)
    if net is None:
        g.etag = None  # the picture comes with the next request
    labels = asked.labels(
        {
            iri,
            *parted,
            *(term for fact in facts.values() for term in fact.iris()),
            *(r["value"].value for r in rows if r["value"].is_iri),
            *(subject for listing in incoming for subject in listing.shown),
            *(one.post for one in posts),
            *(person for person, _ in held),
            *(row["source"].value for row in documents[:DOCUMENTS]),
            *(other for other, _ in companions),
            *near.depth,
            *(edge.via for edge in near.edges if edge.via),
        }
    )
    direct = _direct(rows, own.get(iri, []), labels, reports)
    names = sorted({r["value"].value for r in rows if r["property"].value in (PREF, ALT)})
    title = labels.get(iri, "vi")
    return render(
        "entity.html",
        iri=iri,
        title=title,
        kind=kind_of(classes) or kind_by_path(iri),
        class_=most_specific([c for c in classes if c.startswith(V)]),
        names=[name for name in names if name != title],
        identifiers=[s for s in direct if s.property in IDENTIFIERS],
        statements=[s for s in direct if s.property not in IDENTIFIERS and not s.listed],
        listed=[s for s in direct if s.property not in IDENTIFIERS and s.listed],
        conflicts={p for p in SINGLE if len({s.value for s in direct if s.property == p}) > 1},
        groups=group(others),
        in_all={pair: len(facts) for pair, facts in related.items()},
        end_of=end_of,
        chosen_relation=bool(of_it),
        posts=posts,
        held=held,
        strips=draw_posts([(one.first, one.last) for one in posts]),
        incomings=incoming,
        incoming=_heading,
        companions=companions,
        documents=documents[:DOCUMENTS],
        documents_total=len(documents),
        labels=labels,
        totals=[
            (kind, len(listed[kind]))
            for kind in CLASS_ORDER
            if kind in listed and (only or any(fact not in facts for fact in listed[kind]))
        ],
        undrawn=net is None,
        drawing=picture(iri, near, labels, still=True) if len(near.depth) > 2 else "",
        only=only,
        part=part,
        alone=bool(only or alone),
        parted=parted,
        history=_history(documents),
    )


def _companions(asked: Reading, iri: str, net: Network | None) -> list[tuple[str, int]]:
    """Return who takes part in the same events most often, from memory or by the query."""
    if net is None:
        return [(row["other"].value, int(row["events"].value)) for row in asked.ask("page/companions", entity=iri)]
    companions = net.companions(iri)[:12]
    if companions:
        asked.note("page/companions", entity=iri)
    return companions


def by_kind(rows: Iterable[Row]) -> dict[str, list[str]]:
    """Return the facts of `page/facts` by class, the latest first; those without a day are last."""
    days: dict[str, str] = {}
    for row in rows:
        day = row["date"].value if "date" in row else ""
        days[row["fact"].value] = max(day, days.get(row["fact"].value, ""))
    found: dict[str, list[str]] = defaultdict(list)
    for iri in sorted(days, key=lambda iri: (days[iri], iri), reverse=True):
        segment = iri.partition("/id/")[2].partition("/")[0]
        if segment in KIND_OF_SEGMENT:
            found[KIND_OF_SEGMENT[segment]].append(iri)
    return found


def by_relation(rows: Iterable[Row]) -> dict[tuple[str, str], list[str]]:
    """Return the facts of `page/facts` by class and role or attribute, the latest first.

    Attributes of the entity itself are left out: pages show them as direct statements.
    """
    grouped: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        kind = KIND_OF_SEGMENT.get(row["fact"].value.partition("/id/")[2].partition("/")[0], "")
        if kind and not (kind == ATTRIBUTE and row["role"].value == V + "aboutEntity"):
            said = row.get("relation") if kind == PARTICIPATION else row.get("attribute")
            grouped[kind, said.value if said else kind].append(row)
    return {(kind, relation): by_kind(found)[kind] for (kind, relation), found in grouped.items()}


def end_of(iri: str) -> str:
    """Return the end of a role's or property's IRI, as `?relation=` takes it."""
    return iri.replace("#", "/").rpartition("/")[2]


def newest(
    listed: Mapping[str, list[str]], pointers: Iterable[Row], related: Mapping[tuple[str, str], list[str]]
) -> list[str]:
    """Return about FACTS facts for the first page: EACH of every kind and of every role, the rest in turn.

    Where there are more, those that tell an attribute of something else are left to its page and to `incoming`.
    """
    if sum(map(len, listed.values())) > FACTS:
        own = {row["fact"].value for row in pointers if row["role"].value != OBJECT}
        listed = {kind: [iri for iri in facts if iri in own] for kind, facts in listed.items()}
    roles = sorted((weight(role), role) for kind, role in related if kind == PARTICIPATION)
    rooms: list[list[str]] = []
    for kind in CLASS_ORDER:
        rooms += [related[kind, role] for _, role in roles] if kind == PARTICIPATION else [listed.get(kind, [])]
    first = list(dict.fromkeys(iri for room in rooms for iri in room[:EACH]))
    rest = dict.fromkeys(iri for turn in range(EACH, FACTS) for room in rooms for iri in room[turn : turn + 1])
    more = [iri for iri in rest if iri not in first]
    return first + more[: max(0, FACTS - len(first))]


def _direct(rows: Sequence[Row], own: list[Sentence], labels: Labels, reports: Sequence[Fact]) -> list[Statement]:
    """Join direct statements with the attribute reports that say the same, or with the entity's own words."""
    said: dict[tuple[str, str], Fact] = {}
    for report in reports:
        for term in (*report.values("attributeObject"), *report.values("attributeValue")):
            said.setdefault((report.relation, term.value), report)
    statements = []
    for row in rows:
        name, value, example = row["property"].value, row["value"], row["example"].value
        if name in (TYPE, PREF, ALT) or example in DERIVED_ONLY:
            continue
        source = example.replace("/graph/doc/", "/id/source/")
        fact = said.get((name, value.value))
        here = [s for s in own if s.source == source]
        sentence = fact.sentences[0] if fact and fact.sentences else _best(name, value, here, labels)
        listed = example.startswith(REFERENCE)
        statements.append(Statement(name, value, int(row["graphs"].value), sentence, fact, listed))
    return sorted(statements, key=lambda s: (s.property.startswith(V), s.property, s.value.value))


def _best(name: str, value: Term, own: list[Sentence], labels: Labels) -> Sentence | None:
    """Choose the words that show a direct statement: by the rule's name, then by the value's own words."""
    hint = HINTS.get(name)
    shown = fold(labels.get(value.value, "vi") if value.is_iri else value.value)
    ranked = sorted(
        own,
        key=lambda s: (
            not (hint and hint in s.rule),
            shown not in fold(s.exact),
            shown not in fold(f"{s.before}{s.exact}{s.after}"),
            s.start,
        ),
    )
    return ranked[0] if ranked else None


def _incoming(rows: Iterable[Row], only: str) -> list[Listing]:
    """Group what points here by property; `only` (the end of a property's IRI) is shown at length, alone."""
    grouped: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        grouped[row["property"].value].append(row["subject"].value)
    listings = [Listing(p, sorted(held)[:LISTED], len(held)) for p, held in sorted(grouped.items())]
    chosen = next((one for one in listings if one.name == only), None)
    return (
        [Listing(chosen.relation, sorted(grouped[chosen.relation])[:PAGE_LISTED], chosen.total)] if chosen else listings
    )


def _heading(listing: Listing) -> str:
    """Return what a list of things that point here is called: "Bodies below it" for "part of"."""
    words = wording.words(g.lang)
    said = words.get(f"incoming.{listing.name}")
    return said or wording.say(g.lang, "entity.incoming", relation=term_label(listing.relation))


def _history(documents: Sequence[Row]) -> tuple[str, str]:
    """Return the days of the first and the last report that names the entity ("" where none has a day)."""
    days = sorted(row["published"].value for row in documents if "published" in row)
    return (days[0], days[-1]) if days else ("", "")
