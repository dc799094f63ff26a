"""What people decided: two mentions are the same, different, or nobody can say; by whom, why, when.

A plain file, one line of tab-separated values per decision, only ever added to. The last line about a
pair holds; "undo" takes the decision back. It names mentions (kind, report, name), not IRIs, so that it
means the same after every rebuild.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from graph.errors import ParameterError

VERDICTS = ("same", "different", "unsure", "undo")
HEADER = "left\tright\tverdict\tby\twhen\twhy\n"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision about two mentions (`mention_ref`); `when` is ISO 8601 in UTC."""

    left: str
    right: str
    verdict: str
    by: str
    when: str
    why: str


def mention_ref(kind: str, document: str, name: str) -> str:
    """Return the name of a mention for ever: "person|s004|Nguyễn Lam"."""
    return "|".join(part.replace("|", "/").replace("\t", " ").replace("\n", " ") for part in (kind, document, name))


class Judgements:
    """The decisions of one collection, in a file; without a path they are kept in memory."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self._rows: list[Judgement] = list(_read(path)) if path and path.is_file() else []
        self._current: dict[frozenset[str], Judgement] = {}
        for row in self._rows:
            self._note(row)

    def verdict(self, left: str, right: str) -> str | None:
        """Return "same", "different" or "unsure" where somebody decided about these two, else None."""
        row = self._current.get(frozenset((left, right)))
        return row.verdict if row else None

    def add(self, left: str, right: str, verdict: str, by: str, why: str = "", when: str | None = None) -> Judgement:
        """Write a decision down, durably.

        Raises:
            ParameterError: the verdict is none of `VERDICTS`, or both sides are one mention.
        """
        if verdict not in VERDICTS:
            raise ParameterError(f"A judgement is one of {', '.join(VERDICTS)}, not {verdict!r}.")
        if left == right:
            raise ParameterError("A judgement is about two mentions.")
        stamp = when or datetime.now(UTC).isoformat(timespec="seconds")
        row = Judgement(left, right, verdict, _line(by), stamp, _line(why))
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new = not self.path.is_file()
            with self.path.open("a", encoding="utf-8") as file:
                file.write((HEADER if new else "") + "\t".join(_cells(row)) + "\n")
        self._rows.append(row)
        self._note(row)
        return row

    def rows(self) -> list[Judgement]:
        """Return every line ever written, in order."""
        return list(self._rows)

    def current(self) -> list[Judgement]:
        """Return the decisions that hold."""
        return list(self._current.values())

    def about(self, ref: str) -> set[str]:
        """Return the mentions that somebody judged together with `ref`."""
        return {other for pair in self._current for other in pair if ref in pair and other != ref}

    def _note(self, row: Judgement) -> None:
        pair = frozenset((row.left, row.right))
        self._current.pop(pair, None)
        if row.verdict != "undo":
            self._current[pair] = row


def _cells(row: Judgement) -> tuple[str, ...]:
    return row.left, row.right, row.verdict, row.by, row.when, row.why


def _line(text: str) -> str:
    return " ".join(text.split())


def _read(path: Path) -> Iterator[Judgement]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip() or line + "\n" == HEADER or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) < 3 or cells[2] not in VERDICTS:
            raise ParameterError(f"{path.name}, line {number}: expected left, right, verdict, by, when, why.")
        yield Judgement(*(cells + [""] * 6)[:6])
