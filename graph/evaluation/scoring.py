"""Precision, recall and F1 of extracted facts against annotated ones, per type and over all documents.

Facts are paired one to one, best score first; what stays unpaired was missed or is wrong. The headline
is the mean F1 of person, post, event, role and legal.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.evaluation.comparison import key, overlap, same_day

Facts = Mapping[str, Any]
Fact = Any
KINDS = (
    "person", "rank", "post", "event", "event.date", "event.place", "event.mode", "event.organiser",
    "role", "legal", "legal.date", "legal.symbol", "legal.issuer", "programme", "award", "statistic",
)  # fmt: skip
NOTHING = "–"
HEADLINE = ("person", "post", "event", "role", "legal")


@dataclass(slots=True)
class Outcome:
    """What became of the facts of one kind. Each entry is (document, fact)."""

    right: list[tuple[str, Fact]] = field(default_factory=list)
    missed: list[tuple[str, Fact]] = field(default_factory=list)
    wrong: list[tuple[str, Fact]] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of the extracted facts that are right."""
        return len(self.right) / ((len(self.right) + len(self.wrong)) or 1)

    @property
    def recall(self) -> float:
        """Share of the annotated facts that were found."""
        return len(self.right) / ((len(self.right) + len(self.missed)) or 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / ((self.precision + self.recall) or 1)


@dataclass(slots=True)
class Score:
    """Outcomes by kind of fact."""

    kinds: dict[str, Outcome] = field(default_factory=lambda: {kind: Outcome() for kind in KINDS})

    @property
    def headline(self) -> float:
        """Mean F1 of the five kinds that matter most."""
        return sum(self.kinds[kind].f1 for kind in HEADLINE) / len(HEADLINE)

    def table(self) -> str:
        """Return the score as text, a line per kind; a share of nothing is a dash."""
        lines = [f"{'type':<16}{'precision':>10}{'recall':>8}{'F1':>8}{'right':>7}{'missed':>8}{'wrong':>7}"]
        for kind, o in self.kinds.items():
            right, missed, wrong = len(o.right), len(o.missed), len(o.wrong)
            precision = f"{o.precision:.3f}" if right + wrong else NOTHING
            recall = f"{o.recall:.3f}" if right + missed else NOTHING
            f1 = f"{o.f1:.3f}" if right + missed + wrong else NOTHING
            lines.append(f"{kind:<16}{precision:>10}{recall:>8}{f1:>8}{right:>7}{missed:>8}{wrong:>7}")
        return "\n".join([*lines, f"headline F1 {self.headline:.4f}"])

    def _pair(
        self, kind: str, document: str, gold: Sequence[Fact], found: Sequence[Fact], rate: Callable[[Fact, Fact], float]
    ) -> list[tuple[Fact, Fact]]:
        rated = [(rate(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)]
        rated.sort(key=lambda entry: -entry[0])
        left: dict[int, int] = {}
        taken: set[int] = set()
        for value, i, j in rated:
            if value > 0 and i not in left and j not in taken:
                left[i] = j
                taken.add(j)
        outcome = self.kinds[kind]
        # A right fact is named as annotated, and has the words that extraction gives for it.
        outcome.right += [(document, _with_span(gold[i], found[j])) for i, j in left.items()]
        outcome.missed += [(document, g) for i, g in enumerate(gold) if i not in left]
        outcome.wrong += [(document, f) for j, f in enumerate(found) if j not in taken]
        return [(gold[i], found[j]) for i, j in left.items()]

    def _same(self, kind: str, document: str, gold: Mapping[str, Any], found: Mapping[str, Any]) -> None:
        """Compare by name alone; the values are spans, or None."""
        outcome = self.kinds[kind]
        for facts, chosen in (
            (outcome.right, gold.keys() & found.keys()),
            (outcome.missed, gold.keys() - found.keys()),
            (outcome.wrong, found.keys() - gold.keys()),
        ):
            facts += [(document, {"fact": name, "span": found.get(name)}) for name in sorted(chosen)]

    def add(self, document: str, gold: Facts, found: Facts) -> None:
        """Count the facts of one document."""
        self._persons(document, _by_name(gold), _by_name(found))
        self._events(document, gold.get("events") or [], found.get("events") or [])
        self._legal(document, gold.get("legal") or [], found.get("legal") or [])
        for kind, name, rate in (
            ("programme", "programmes", lambda g, f: at_least(overlap(g.get("name"), f.get("name")), 0.6)),
            ("award", "awards", rate_award),
            ("statistic", "statistics", rate_statistic),
        ):
            self._pair(kind, document, gold.get(name) or [], found.get(name) or [], rate)

    def _persons(self, document: str, gold: Mapping[str, Facts], found: Mapping[str, Facts]) -> None:
        self._same("person", document, _spans(gold), _spans(found))
        self._same("rank", document, _ranks(gold), _ranks(found))
        self._pair("post", document, _posts(gold), _posts(found), rate_post)

    def _events(self, document: str, gold: Sequence[Facts], found: Sequence[Facts]) -> None:
        pairs = self._pair("event", document, gold, found, rate_event)
        home = {id(g): f"event {i}" for i, g in enumerate(gold)}
        partner = {id(f): home[id(g)] for g, f in pairs}
        self._same("role", document, _roles(gold, home), _roles(found, partner))
        for g, f in pairs:
            for kind, name, rate in PARTS_OF_EVENT:
                self._pair(f"event.{kind}", document, _all(g, name), _all(f, name), rate)

    def _legal(self, document: str, gold: Sequence[Facts], found: Sequence[Facts]) -> None:
        for g, f in self._pair("legal", document, gold, found, rate_legal):
            for name, rate in PARTS_OF_DOCUMENT:
                self._pair(f"legal.{name}", document, _all(g, name), _all(f, name), rate)


def at_least(value: float, bound: float) -> float:
    """Return `value`, or 0 below `bound`."""
    return value if value >= bound else 0.0


def rate_day(gold: str, found: str) -> float:
    """Dates agree or not."""
    return float(same_day(gold, found))


def rate_mode(gold: str, found: str) -> float:
    """Modes are the same word or not."""
    return float(gold == found)


def rate_place(gold: str, found: str) -> float:
    """Places share at least half of their words."""
    return at_least(overlap(gold, found), 0.5)


def rate_body(gold: str, found: str) -> float:
    """Names of bodies (and symbols) share at least 0.6 of their words."""
    return at_least(overlap(gold, found), 0.6)


PARTS_OF_EVENT = (
    ("date", "date", rate_day),
    ("place", "place", rate_place),
    ("mode", "mode", rate_mode),
    ("organiser", "organisers", rate_body),
)
PARTS_OF_DOCUMENT = (("date", rate_day), ("symbol", rate_body), ("issuer", rate_body))


def rate_event(gold: Facts, found: Facts) -> float:
    """Two events are one when their dates agree or at least half of their names."""
    name, date = overlap(gold.get("name"), found.get("name")), same_day(gold.get("date"), found.get("date"))
    if not date and name < 0.5:
        return 0.0
    return name + 0.5 * date + 0.25 * (gold.get("kind") == found.get("kind"))


def rate_legal(gold: Facts, found: Facts) -> float:
    """Two documents are one when type and number agree, or without a number their titles."""
    if key(gold.get("type")) != key(found.get("type")):
        return 0.0
    numbers = _number(gold), _number(found)
    if any(numbers):
        if numbers[0] != numbers[1]:
            return 0.0
        same_symbol = bool(gold.get("symbol")) and key(gold.get("symbol")) == key(found.get("symbol"))
        return 1 + 0.5 * same_symbol + 0.25 * same_day(gold.get("date"), found.get("date"))
    return at_least(overlap(gold.get("title") or gold.get("issuer"), found.get("title") or found.get("issuer")), 0.5)


def rate_post(gold: Facts, found: Facts) -> float:
    """A post is right with the same holder and title and a body that shares most of its words."""
    if gold["person"] != found["person"] or key(gold.get("title")) != key(found.get("title")):
        return 0.0
    if not gold.get("org") and not found.get("org"):
        return 1.0
    return at_least(overlap(gold.get("org"), found.get("org")), 0.6) if gold.get("org") and found.get("org") else 0.0


def rate_award(gold: Facts, found: Facts) -> float:
    """An award is right with its kind, count and recipient."""
    return float(
        overlap(gold.get("award"), found.get("award")) >= 0.5
        and gold.get("count") == found.get("count")
        and key(gold.get("recipient")) == key(found.get("recipient"))
    )


def rate_statistic(gold: Facts, found: Facts) -> float:
    """A figure is right with its value and a unit or subject near enough."""
    try:
        if float(gold["value"]) != float(found["value"]):
            return 0.0
    except (KeyError, TypeError, ValueError):
        return 0.0
    both = [f"{fact.get('unit')} {fact.get('subject')}" for fact in (gold, found)]
    unit, subject = (overlap(gold.get(name), found.get(name)) for name in ("unit", "subject"))
    return at_least(max(unit, subject, overlap(*both)), 0.3)


def _number(document: Facts) -> str | None:
    leading = re.match(r"\d+", str(document.get("number") or document.get("symbol") or ""))
    return leading.group().lstrip("0") or None if leading else None


def _all(fact: Facts, name: str) -> list[Any]:
    value = fact.get(name) or []
    return value if isinstance(value, list) else [value]


def _by_name(facts: Facts) -> dict[str, Facts]:
    return {key(person.get("name")): person for person in facts.get("persons") or []}


def _with_span(gold: Fact, found: Fact) -> Fact:
    return {**gold, "span": found.get("span")} if isinstance(gold, Mapping) and isinstance(found, Mapping) else gold


def _spans(persons: Mapping[str, Facts]) -> dict[str, Any]:
    return {name: person.get("span") for name, person in persons.items()}


def _ranks(persons: Mapping[str, Facts]) -> dict[str, Any]:
    return {
        f"{name} | {key(str(rank))}": person.get("span")
        for name, person in persons.items()
        for rank in person.get("ranks") or []
    }


def _posts(persons: Mapping[str, Facts]) -> list[Facts]:
    return [{**post, "person": name} for name, person in persons.items() for post in person.get("posts") or []]


def _roles(events: Sequence[Facts], names: Mapping[int, str]) -> dict[str, Any]:
    found = {}
    for number, event in enumerate(events):
        name = names.get(id(event), f"unpaired {number}")
        for role in event.get("roles") or []:
            found[f"{name} | {key(role.get('person'))} | {role.get('role')}"] = role.get("span")
    return found
