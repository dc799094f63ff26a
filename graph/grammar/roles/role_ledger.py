"""Roles while they are being collected: gathering by gathering, person by person, each with its words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.grammar.gatherings.event_draft import Draft
from graph.grammar.people.persons import Occurrence, People
from graph.grammar.roles.absence import absent
from graph.grammar.roles.kin import whose
from graph.grammar.roles.on_behalf import on_behalf_of
from graph.grammar.text.document import Document
from graph.mention import Evidence, RoleMention, Span

_SILENT = frozenset({"direct", "open", "conclude", "report"})
_SAID = frozenset({"speak", "direct"})
_SAYING = _SILENT | _SAID
_ORDER = ("chair", "direct", "open", "conclude", "report", "award", "receive", "speak", "attend")
_SURE = ("explicit", "inferred", "ambiguous")
_DERIVED = {"list": "list", "joined": "list"}


@dataclass(slots=True)
class _Entry:
    words: str
    evidence: Evidence
    certainty: str
    bodies: tuple[str, ...]


@dataclass(slots=True)
class Ledger:
    """What was found so far, by the `id` of the gathering's draft, then by (person, role)."""

    document: Document
    _found: dict[int, dict[tuple[int, str], list[_Entry]]] = field(default_factory=dict)

    def add(
        self,
        draft: Draft,
        doer: Occurrence,
        role: str,
        verb: Span,
        sentence: Span,
        rule: str,
        certainty: str = "explicit",
    ) -> None:
        """Note that `doer` has a role at a gathering; `verb` are the words that give it, `rule` says how.

        Who is said to be absent has none, nor who is named only to say whose somebody is ("con trai ông A").
        """
        if whose(self.document.lowered, doer.span.start) >= 0 or absent(self.document, doer.span):
            return
        span = Span(min(doer.span.start, verb.start), max(doer.span.end, verb.end))
        derived = _DERIVED.get(rule, "coreference" if doer.kind != "full" else "direct")
        bodies = () if role == "receive" else on_behalf_of(self.document, sentence, doer)
        entry = _Entry(self.document.words(verb), Evidence(span, f"role.{rule}", derived), certainty, bodies)
        self._found.setdefault(id(draft), {}).setdefault((doer.person, role), []).append(entry)

    def is_there(self, draft: Draft, person: int, before: int | None = None) -> bool:
        """Is a person known to have any role at the gathering, by words that begin before the offset?"""
        return any(
            one == person and (before is None or entries[0].evidence.span.start < before)
            for (one, _), entries in self._found.get(id(draft), {}).items()
        )

    def speakers(self, draft: Draft, before: int) -> Iterator[int]:
        """Who is found to have said something at the gathering, by words that begin before the offset."""
        for (person, role), entries in self._found.get(id(draft), {}).items():
            if role in _SAYING and entries[0].evidence.span.start < before:
                yield person

    def has(self, draft: Draft, person: int, role: str) -> bool:
        """Is a person known to have this role at the gathering?"""
        return (person, role) in self._found.get(id(draft), ())

    def forget_unconfirmed(self, draft: Draft) -> None:
        """Forget what somebody says before the gathering is told of, if nothing after places them there.

        A report opens with what it goes on to tell; whom it then leaves out spoke elsewhere.
        """
        found = self._found.get(id(draft), {})
        said = [g.span.start for g in draft.mentions if self.document.kind_at(g.span.start) != "title"]
        told = min([draft.opening.span.start, *said])
        opening = self.document.sentence_at(told)
        told = opening.start if opening else told
        there = {one for (one, role), entries in found.items() for e in entries if e.evidence.span.end > told}
        for one, role in list(found):
            if one not in there and role in _SAID:
                del found[one, role]

    def finished(self, people: People) -> Mapping[int, tuple[RoleMention, ...]]:
        """Give the roles of each gathering, by the `id` of its draft; what a stronger role implies is left out."""
        return {key: _finish(people, found) for key, found in self._found.items()}


def _finish(people: People, found: Mapping[tuple[int, str], list[_Entry]]) -> tuple[RoleMention, ...]:
    held: dict[int, set[str]] = {}
    for person, role in found:
        held.setdefault(person, set()).add(role)
    result = []
    for (person, role), entries in sorted(
        found.items(), key=lambda item: (item[1][0].evidence.span, _ORDER.index(item[0][1]))
    ):
        if (role == "attend" and len(held[person]) > 1) or (role == "speak" and held[person] & _SILENT):
            continue
        entries = sorted(entries, key=lambda e: _SURE.index(e.certainty))
        certainty = entries[0].certainty
        bodies = tuple(dict.fromkeys(body for e in entries for body in e.bodies))
        evidence = tuple(e.evidence for e in entries)
        result.append(RoleMention(people.persons[person].name, role, entries[0].words, evidence, certainty, bodies))
    return tuple(result)
