"""Reported facts as pages show them: what each says of an entity, grouped by relation, with its sentences."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ontology.namespaces import VOC, VPG
from service.labels import most_specific
from service.sentences import Sentence
from service.terms import Row, Term

V = str(VPG)
ATTESTED, CERTAINTY, REPORTED_IN = V + "attestedOn", V + "certainty", V + "reportedIn"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
# The property that says which relation a fact of a class is, where the class alone does not.
RELATION = {V + "Participation": V + "participationRole", V + "AttributeReport": V + "attribute"}
ATTRIBUTE = V + "AttributeReport"
AT_EVENT = ("inEvent", "aboutEntity", "madeAt", "presentedAt")
# What an arrow may lead to from a speaker's or an act's name: where a statement was made is told beside it.
ARROW = {V + name for name in ("speechAct", "refersTo", "addressee", "addresseeName")}
# Words that the sentence below the fact shows anyway.
USUAL = {(V + "isVerbatim", "false"), (V + "isVerbatim", "0")}  # goes without saying
SAID_BELOW = {V + "reportedAs", V + "statementText", V + "formerly", V + "citedAsDraft"}
# What a fact is mainly about, in the order in which it is read out; the rest follows.
MAIN = [
    V + name
    for name in (
        "aboutEntity", "participant", "holder", "rankHolder", "speaker", "awardedBy", "awarderName", "metric",
        "participationRole", "inEvent", "reportedPost", "rank", "awardType", "recipient", "recipientName",
        "recipientCount", "recipientKind", "presentedAt", "attribute", "attributeObject", "attributeValue",
        "citedDocument", "speechAct", "refersTo", "addressee", "addresseeName", "madeAt", "statementText", "value",
        "unit", "statPlace", "periodStart", "periodEnd", "inCapacityOf", "onBehalfOf",
    )
]  # fmt: skip
ORDER = {name: place for place, name in enumerate(MAIN)}
HIDDEN = {TYPE, ATTESTED, CERTAINTY, REPORTED_IN, V + "evidence", "http://purl.org/linked-data/cube#dataSet"}
CLASS_ORDER = [
    V + name
    for name in (
        "TenureReport", "RankHolding", "Participation", "Statement", "AwardConferral", "ReportedStatistic",
        "AttributeReport", "Citation",
    )
]  # fmt: skip


# The roles at an event, the weightier first.
ROLES = [
    str(VOC[f"role/{name}"])
    for name in ("chair", "co-chair", "conclude", "directive-speech", "direct", "open", "report", "speak", "attend")
]


@dataclass(slots=True)
class Fact:
    """One reported fact. `fields` are its properties in reading order; `roles` the entity's place in it."""

    iri: str
    classes: list[str] = field(default_factory=list)
    fields: list[tuple[str, Term]] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    date: str = ""
    certainty: str = ""
    source: str = ""
    sentences: list[Sentence] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The class of the fact, as an IRI."""
        return most_specific([c for c in self.classes if c != V + "ReportedFact"]) or V + "ReportedFact"

    @property
    def relation(self) -> str:
        """What groups the fact with others: its role or speech act, else its class."""
        wanted = RELATION.get(self.kind)
        return next((term.value for name, term in self.fields if name == wanted), self.kind)

    @property
    def path(self) -> str:
        """The address of the fact's page."""
        return "/fact/" + self.iri.partition("/id/")[2]

    @property
    def former(self) -> bool:
        """Whether the report speaks of a post that is no longer held."""
        return any(name == V + "formerly" and term.value == "true" for name, term in self.fields)

    @property
    def draft(self) -> bool:
        """Whether the report speaks of a document that is still a draft."""
        return any(name == V + "citedAsDraft" and term.value == "true" for name, term in self.fields)

    @property
    def list_shares(self) -> str:
        """What the members of a list share, where one tells the fact (a key of the words on derivation)."""
        return {V + "TenureReport": "list", V + "Participation": "list_role"}.get(self.kind, "list_words")

    @property
    def doubtful(self) -> bool:
        """Whether the words leave it open."""
        return self.certainty == str(VOC["cert/ambiguous"])

    def values(self, name: str) -> list[Term]:
        """Return the values of a property of ours, by local name."""
        return [term for key, term in self.fields if key == V + name]

    def events(self) -> list[str]:
        """Return the events that the fact belongs to."""
        return [t.value for name in AT_EVENT for t in self.values(name) if "/id/event/" in t.value]

    @property
    def timeless(self) -> bool:
        """Whether the fact describes something other than an event, so that it has no day to be missing."""
        return self.kind == ATTRIBUTE and not self.events()

    def others(self, entity: str) -> list[tuple[str, Term]]:
        """Return what the fact says beyond the entity itself and the relation it is grouped under.

        The wording is left out where a sentence is shown.
        """
        relation = RELATION.get(self.kind)
        unsaid = SAID_BELOW if self.sentences else {V + "formerly", V + "citedAsDraft"}
        return [
            (name, term)
            for name, term in self.fields
            if term.value != entity and name != relation and name not in unsaid and (name, term.value) not in USUAL
        ]

    def headline(self, entity: str) -> list[tuple[str, Term]]:
        """Return the one or two values that name the fact in a list; the rest is `details`."""
        others = self.others(entity)
        if entity:
            # "requires" alone says nothing; but an arrow to a gathering would make it whom the words are addressed to.
            spoken = self.kind == V + "Statement" and others[1:] and others[1][0] in ARROW
            return others[: 2 if spoken else 1]
        return [pair for pair in others if pair[1].is_iri][:2] or others[:1]

    def sentence(self) -> list[Term]:
        """Return what the fact says in brief, for a heading: whom it is about, the relation, what it is to."""
        others = [term for name, term in self.others("") if name not in SAID_BELOW]
        chosen = [term for term in others if term.is_iri][:2]
        chosen += [term for term in others if not term.is_iri][: 2 - len(chosen)]
        relation = [] if self.relation == self.kind else [Term(self.relation)]
        return chosen[:1] + relation + chosen[1:]

    def details(self, entity: str) -> list[tuple[str, Term]]:
        """Return what `others` has beyond the headline."""
        head = self.headline(entity)
        return [pair for pair in self.others(entity) if pair not in head]

    def iris(self) -> Iterable[str]:
        """Yield every IRI to be labelled."""
        yield from (term.value for _, term in self.fields if term.is_iri)
        yield from (iri for iri in (self.certainty, self.source) if iri)


def read_facts(rows: Iterable[Row]) -> dict[str, Fact]:
    """Gather rows (?fact ?property ?value, and perhaps ?role) into facts, in the order of the rows."""
    facts: dict[str, Fact] = {}
    seen: dict[str, set[tuple[str, Term]]] = defaultdict(set)
    for row in rows:
        iri, name, value = row["fact"].value, row["property"].value, row["value"]
        fact = facts.setdefault(iri, Fact(iri))
        if "role" in row:
            fact.roles.add(row["role"].value)
        if (name, value) in seen[iri]:
            continue
        seen[iri].add((name, value))
        if name == TYPE:
            fact.classes.append(value.value)
        elif name == ATTESTED:
            fact.date = value.value
        elif name == CERTAINTY:
            fact.certainty = value.value
        elif name == REPORTED_IN:
            fact.source = value.value
        elif name.startswith(V) and name not in HIDDEN:  # what rules derive in other vocabularies says it again
            fact.fields.append((name, value))
    for fact in facts.values():
        fact.fields.sort(key=lambda pair: (ORDER.get(pair[0], 99), pair[0], pair[1].value))
    return facts


def undated_events(facts: Iterable[Fact]) -> list[str]:
    """Return the events of the facts that have no date of their own: what to ask page/event-dates for."""
    return sorted({event for fact in facts if not fact.date for event in fact.events()})


def date_by_events(facts: Iterable[Fact], rows: Iterable[Row]) -> None:
    """Date facts without a date by their event, where its reports agree on one day (rows: ?node ?date)."""
    days: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        days[row["node"].value].add(row["date"].value)
    for fact in facts:
        known = {day for event in fact.events() for day in days.get(event, ())}
        if not fact.date and len(known) == 1:
            fact.date = known.pop()


@dataclass(slots=True)
class Group:
    """Facts of one relation, latest first."""

    relation: str
    kind: str
    facts: list[Fact]


def weight(relation: str) -> int:
    """Return the place of a role among the roles, the weightiest 0; of another relation one behind them."""
    return ROLES.index(relation) if relation in ROLES else len(ROLES)


def group(facts: Iterable[Fact]) -> list[Group]:
    """Group facts by class (in the order of CLASS_ORDER) and relation: weightier roles first; the latest first."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[fact.kind, fact.relation].append(fact)
    ranked = sorted(
        groups.items(),
        key=lambda item: (
            CLASS_ORDER.index(item[0][0]) if item[0][0] in CLASS_ORDER else 99,
            weight(item[0][1]),
            -len(item[1]),
            item[0][1],
        ),
    )
    return [
        Group(relation, kind, sorted(held, key=lambda f: (f.date or "", f.iri), reverse=True))
        for (kind, relation), held in ranked
    ]


@dataclass(frozen=True, slots=True)
class Held:
    """A post as the reports show it held: first and last date attested (""), how many reports say so.

    A date is when a report shows it, not a term. `former`: every report speaks of it as one of the past.
    """

    post: str
    first: str
    last: str
    reports: int
    former: bool


def read_posts(rows: Iterable[Row]) -> list[Held]:
    """Read rows of `page/posts-of`, the latest attested first, then those that most reports tell of."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        told[row["post"].value].append(row)
    held = []
    for post, found in told.items():
        days = sorted(row["day"].value for row in found if "day" in row)
        former = all("former" in row and row["former"].value in ("true", "1") for row in found)
        count = sum(int(row["reports"].value) for row in found)
        held.append(Held(post, days[0] if days else "", days[-1] if days else "", count, former))
    return sorted(held, key=lambda one: (one.last, one.reports, one.post), reverse=True)
