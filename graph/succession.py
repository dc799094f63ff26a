"""What became of addresses that once were given: joined with others, parted, or gone with their reports.

The register knows every IRI that a mention ever had and which one it has now; judgements say which resources
are one. From both follows where an old link leads: to one successor, to several, or nowhere any more.
"""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from graph.ingest import REGISTER, open_resolver
from graph.resolve.resolver import Resolver


@dataclass(frozen=True, slots=True)
class Successions:
    """What became of IRIs. `heirs`: of an IRI no longer used, those of its mentions now; none where all are gone.

    `parted`: of an IRI in use, those that a judgement took from it. `removed`: keys of reports all of whose
    mentions are gone.
    """

    heirs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    parted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()


def read_successions(state: Path) -> Successions:
    """Read the register and the judgements of the folder `state`; nothing where there is no register."""
    path = state / REGISTER
    if not path.is_file():
        return Successions()
    return successions(open_resolver(state), _ever(path))


def successions(resolver: Resolver, ever: dict[str, set[str]]) -> Successions:
    """Return what became of the IRIs of `ever` (IRI: the mentions that ever had it)."""
    effective = resolver.effective()
    now: dict[str, str] = {}
    parted: dict[str, set[str]] = defaultdict(set)
    for row in resolver.register.rows():
        now[row.ref] = effective.get(row.iri, row.iri)
        if row.split_from:
            parted[effective.get(row.split_from, row.split_from)].add(now[row.ref])
    used = set(now.values())
    heirs = {
        iri: tuple(sorted({now[ref] for ref in mentions if ref in now}))
        for iri, mentions in ever.items()
        if iri not in used
    }
    present = {ref.split("|")[1] for ref in now}
    removed = {ref.split("|")[1] for mentions in ever.values() for ref in mentions} - present
    return Successions(
        heirs,
        {iri: tuple(sorted(others - {iri})) for iri, others in parted.items() if others - {iri}},
        frozenset(removed),
    )


def _ever(path: Path) -> dict[str, set[str]]:
    """Read which mentions each IRI was ever given to: every line of the register counts, not the last alone."""
    found: dict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.endswith("\n"):  # the last line of a write may be cut off
                row = json.loads(line)
                found[row["iri"]].add(row["ref"])
    return found
