"""Reference data: administrative units and central bodies, as plain values.

The tables `places.csv` and `bodies.csv` are what one edits; `python -m ontology.reference.build` writes the
same facts as RDF beside them (`places.ttl`, `bodies.ttl`). Reading a table takes a millisecond and no RDF.

Sources: units, codes and mergers as in the PyPI packages vietnam-provinces 0.6.0 and 2025.10.1; ISO 3166-2:VN
for the codes of the former units; bodies, their names and mergers are general knowledge. An empty cell
means "not known here".
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.base import BASE

HERE = Path(__file__).parent
ID = BASE + "id/"


@dataclass(frozen=True, slots=True)
class Place:
    """An administrative unit between two changes. Dates are ISO days; `until` is its last day.

    `name` is the bare name ("Ninh Bình"), `label` the full one ("tỉnh Ninh Bình"); `merged_into` is the
    IRI of the unit that its area belongs to after `until`.
    """

    iri: str
    id: str
    level: str
    kind: str
    name: str
    label: str
    label_en: str
    gso_code: str | None
    iso_code: str | None
    region: str | None
    valid_from: str | None
    valid_until: str | None
    merged_into: str | None
    alt_labels: tuple[str, ...]

    @property
    def forms(self) -> tuple[str, ...]:
        """All ways to write it: the full name first."""
        return (self.label, *self.alt_labels)

    def valid_on(self, day: str) -> bool:
        """Return whether the unit existed on the ISO day `day`, as far as its dates are known."""
        return (self.valid_from or "") <= day <= (self.valid_until or "9999")


@dataclass(frozen=True, slots=True)
class Body:
    """A central body of Party, State, Front or a mass organisation.

    `class_name` is the local name of its class in the ontology, `parent` and `succeeded_by` are IRIs.
    """

    iri: str
    id: str
    class_name: str
    label: str
    label_en: str
    parent: str | None
    alt_labels: tuple[str, ...]
    valid_from: str | None
    valid_until: str | None
    succeeded_by: str | None

    @property
    def forms(self) -> tuple[str, ...]:
        """All ways to write it: the full name first."""
        return (self.label, *self.alt_labels)


@cache
def places() -> tuple[Place, ...]:
    """Return all administrative units: the country, and each province before and after its changes."""
    return tuple(
        Place(
            iri=f"{ID}place/{row['id']}",
            id=row["id"],
            level=row["level"],
            kind=row["kind"],
            name=row["name"],
            label=f"{row['kind']} {row['name']}".strip(),
            label_en=row["label_en"],
            gso_code=row["gso_code"] or None,
            iso_code=row["iso_code"] or None,
            region=row["region"] or None,
            valid_from=row["valid_from"] or None,
            valid_until=row["valid_until"] or None,
            merged_into=_iri("place", row["merged_into"]),
            alt_labels=_several(row["alt_labels"]),
        )
        for row in _rows("places")
    )


@cache
def bodies() -> tuple[Body, ...]:
    """Return the central bodies, those that ended included."""
    return tuple(
        Body(
            iri=f"{ID}org/{row['id']}",
            id=row["id"],
            class_name=row["class"],
            label=row["label"],
            label_en=row["label_en"],
            parent=_iri("org", row["parent"]),
            alt_labels=_several(row["alt_labels"]),
            valid_from=row["valid_from"] or None,
            valid_until=row["valid_until"] or None,
            succeeded_by=_iri("org", row["succeeded_by"]),
        )
        for row in _rows("bodies")
    )


def _rows(table: str) -> list[dict[str, str]]:
    with (HERE / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _iri(segment: str, slug: str) -> str | None:
    return f"{ID}{segment}/{slug}" if slug else None


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)
