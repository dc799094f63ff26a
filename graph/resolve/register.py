"""The register of one collection: which resource each mention was found to be, and what it looked like.

One JSON object per line, only ever added to; of two lines about one mention the later holds. It is read
before anything is decided, so a rebuild in any order gives the same IRIs, and a new report is compared
with all that came before without opening the store. An IRI once given is never given to another.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from graph.errors import StoreError


@dataclass(frozen=True, slots=True)
class Row:
    """A mention (`ref`), its resource, the resource's label, and the profile it is compared by.

    `gone` marks a mention whose report was removed or no longer has it; its IRI stays taken.
    `split_from` is the resource it would be, had not somebody judged that it is another.
    """

    ref: str
    kind: str
    block: str
    iri: str
    label: str
    profile: dict[str, Any]
    gone: bool = False
    split_from: str = ""


class Register:
    """All rows of a collection; without a path they are kept in memory."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._rows: dict[str, Row] = {}
        self._blocks: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._labels: dict[str, str] = {}
        self._ages: dict[str, int] = {}
        self._order: dict[str, int] = {}
        self._documents: dict[str, set[str]] = defaultdict(set)
        self._settings: dict[str, set[str]] = defaultdict(set)
        if path is not None and path.is_file():
            for row in _read(path):
                self._note(row)

    def get(self, ref: str) -> Row | None:
        """Return the row of a mention, or None where it was never met or is gone."""
        row = self._rows.get(ref)
        return row if row and not row.gone else None

    def known(self, ref: str) -> Row | None:
        """Return the row of a mention even where its report is gone: it gets its IRI again."""
        return self._rows.get(ref)

    def block(self, kind: str, block: str) -> list[Row]:
        """Return the present mentions of a block, in the order in which they came."""
        rows = (self._rows[ref] for ref in self._blocks.get((kind, block), ()))
        return [row for row in rows if not row.gone]

    def count(self, kind: str, block: str) -> int:
        """Return how many mentions a block has."""
        return len(self._blocks.get((kind, block), ()))

    def reports_naming(self, body: str) -> int:
        """Return how many reports name a body, of those that name a person."""
        return len(self._settings.get(body, ()))

    def taken(self, iri: str) -> bool:
        """Say whether an IRI was ever given."""
        return iri in self._labels

    def label(self, iri: str) -> str | None:
        """Return the one label of a resource."""
        return self._labels.get(iri)

    def rows(self, kind: str | None = None) -> Iterator[Row]:
        """Yield the present rows, in the order in which they came."""
        return (row for row in self._rows.values() if not row.gone and kind in (None, row.kind))

    def age(self, iri: str) -> int:
        """Return when an IRI was first given: a number that grows."""
        return self._ages.get(iri, len(self._ages))

    def older(self, left: str, right: str) -> bool:
        """Say whether the mention `left` was met before `right`."""
        order = self._order
        return order.get(left, len(order)) < order.get(right, len(order))

    def gone(self, ref: str) -> Row | None:
        """Return the row of a mention marked as gone; None where it was never met."""
        row = self._rows.get(ref)
        return replace(row, gone=True) if row else None

    def of_document(self, document: str) -> set[str]:
        """Return the references of the mentions of one report."""
        return {ref for ref in self._documents.get(document, ()) if not self._rows[ref].gone}

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows, durably; a row that says nothing new is left out."""
        fresh = [row for row in rows if self._rows.get(row.ref) != row]
        if fresh and self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.writelines(json.dumps(asdict(row), ensure_ascii=False) + "\n" for row in fresh)
        for row in fresh:
            self._note(row)

    def remove(self, document: str) -> None:
        """Mark all mentions of a report as gone."""
        self.add([replace(self._rows[ref], gone=True) for ref in sorted(self.of_document(document))])

    def kept(self, document: str) -> list[Row]:
        """Return all rows of a report as they stand, for `put_back`."""
        return [self._rows[ref] for ref in sorted(self._documents.get(document, ()))]

    def put_back(self, document: str, rows: Iterable[Row]) -> None:
        """Make the rows of a report those that `kept` returned; what came since is gone, its IRIs stay taken."""
        before = {row.ref: row for row in rows}
        self.add([*before.values(), *(replace(r, gone=True) for r in self.kept(document) if r.ref not in before)])

    def _note(self, row: Row) -> None:
        before = self._rows.get(row.ref)
        if before is not None and (before.kind, before.block) != (row.kind, row.block):
            self._blocks[before.kind, before.block].pop(row.ref, None)
        self._rows[row.ref] = row
        self._blocks[row.kind, row.block][row.ref] = None
        self._labels.setdefault(row.iri, row.label)
        self._ages.setdefault(row.iri, len(self._ages))
        self._order.setdefault(row.ref, len(self._order))
        document = row.ref.split("|")[1]
        self._documents[document].add(row.ref)
        for body in row.profile.get("setting", ()):
            self._settings[body].add(document)


def _read(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            if not line.endswith("\n"):
                return  # the last line of a write that was cut off
            try:
                yield Row(**json.loads(line))
            except (ValueError, TypeError) as error:
                raise StoreError(f"{path.name}, line {number}: no row of a register ({error}).") from error
