"""How right extraction is, per type and role, as measured on annotated reports: `service/measured.json`.

The file is written by `python -m benchmarks.measured`; counts are [right, wrong, missed]. It says nothing about
the reports of this graph: for those, each line opens a sample of its facts with their words.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

from ontology.namespaces import SCHEMA, VOC, VPG

FILE = Path(__file__).with_name("measured.json")
SETS = ("newspapers", "portal", "second-newspapers", "second-portal", "held-out-newspapers", "held-out-portal")
FEW = 20  # found facts; a share of fewer is shown as the count alone
# What the types of annotation are in the graph: class, and the property where it is one.
TYPES: Mapping[str, tuple[str, str]] = {
    "person": (str(VPG.Person), ""),
    "rank": (str(VPG.RankHolding), ""),
    "post": (str(VPG.TenureReport), ""),
    "event": (str(VPG.Event), ""),
    "event.date": (str(VPG.Event), str(SCHEMA.startDate)),
    "event.place": (str(VPG.Event), str(VPG.place)),
    "event.mode": (str(VPG.Event), str(VPG["format"])),
    "event.organiser": (str(VPG.Event), str(VPG.organizedBy)),
    "role": (str(VPG.Participation), ""),
    "legal": (str(VPG.OfficialDocument), ""),
    "legal.date": (str(VPG.OfficialDocument), str(VPG.issueDate)),
    "legal.symbol": (str(VPG.OfficialDocument), str(VPG.symbol)),
    "legal.issuer": (str(VPG.OfficialDocument), str(VPG.issuedBy)),
    "programme": (str(VPG.Initiative), ""),
    "award": (str(VPG.AwardConferral), ""),
    "statistic": (str(VPG.ReportedStatistic), ""),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One measurement: how many of the facts found were right, and how many were missed."""

    right: int
    wrong: int
    missed: int

    @property
    def found(self) -> int:
        """Facts that were found, right or wrong."""
        return self.right + self.wrong

    @property
    def precision(self) -> float | None:
        """Share of the facts found that are right; None for fewer than FEW."""
        return self.right / self.found if self.found >= FEW else None


@dataclass(frozen=True, slots=True)
class Line:
    """A type or role: class, property or role ("" where there is none), a cell for each set (None: not measured)."""

    class_: str
    more: str
    cells: tuple[Cell | None, ...]

    @property
    def sample(self) -> str:
        """The address of a sample of its facts in this graph, in the editor."""
        relation = [("relation", self.more)] if self.more.startswith(str(VOC)) else []
        return "/sparql?" + urlencode([("named", "page/sample"), ("class", self.class_), *relation])


@dataclass(frozen=True, slots=True)
class Measured:
    """All that was measured: (set, reports, day) and the lines."""

    sets: tuple[tuple[str, int, str], ...]
    lines: tuple[Line, ...]


@cache
def measured() -> Measured:
    """Read the file; nothing where there is none."""
    if not FILE.is_file():
        return Measured((), ())
    held = json.loads(FILE.read_text("utf-8"))
    names = [name for name in SETS if name in held]
    kinds = [kind for kind in TYPES if any(kind in held[name]["kinds"] for name in names)]
    roles = sorted({key for name in names for key in held[name]["kinds"] if key.startswith("role/")})
    keys = [one for kind in kinds for one in (kind, *(roles if kind == "role" else ()))]

    def line(key: str) -> Line:
        class_, more = (TYPES["role"][0], str(VOC) + key) if key.startswith("role/") else TYPES[key]
        found = (held[name]["kinds"].get(key) for name in names)
        return Line(class_, more, tuple(Cell(*counts) if counts else None for counts in found))

    return Measured(tuple((n, held[n]["reports"], held[n]["day"]) for n in names), tuple(map(line, keys)))
