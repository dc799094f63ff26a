"""Rows as a table of plain text, for the terminal."""

import unicodedata
from collections.abc import Sequence

from rdflib import URIRef
from rdflib.term import Node

from graph.stores.base import Row
from ontology.namespaces import PREFIXES
from queries.columns import named_by

WIDEST = 48  # characters of a cell before it is cut with an ellipsis


def text_table(variables: Sequence[str], rows: Sequence[Row], widest: int | None = WIDEST) -> str:
    """Lay out rows under their columns' names; the last line says how many there are.

    A thing whose name has a column too ("chair", "chairLabel") is shown by its name.

    `widest`: characters of a cell before it is cut; None cuts nothing (for pipes and files): what is longer than
    WIDEST then runs over, and the other rows are not padded to it.
    """
    names = {name: named_by(name, list(variables)) for name in variables}
    shown = [name for name in variables if name not in names.values()]
    cells = [[_cell(row.get(names[name] or name, row.get(name)), widest) for name in shown] for row in rows]
    widths = [max([len(name), *(min(width(row[i]), WIDEST) for row in cells)]) for i, name in enumerate(shown)]
    lines = ["  ".join(_pad(name, w) for name, w in zip(shown, widths, strict=True)).rstrip()]
    lines.append("  ".join("-" * w for w in widths))
    lines += ["  ".join(_pad(c, w) for c, w in zip(row, widths, strict=True)).rstrip() for row in cells]
    lines.append(f"({len(rows)} {'row' if len(rows) == 1 else 'rows'})")
    return "\n".join(lines)


def width(text: str) -> int:
    """Return the columns that `text` takes on a terminal: combining marks none, wide letters two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _cell(term: Node | None, widest: int | None) -> str:
    if term is None:
        return ""
    text = " ".join(str(term).split())
    if isinstance(term, URIRef):
        for prefix, namespace in PREFIXES.items():
            if text.startswith(namespace):
                text = f"{prefix}:{text.removeprefix(namespace)}"
                break
    return text if widest is None or len(text) <= widest else text[: widest - 1] + "…"


def _pad(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
