"""Rows as a table of plain text, for the terminal."""

import unicodedata
from collections.abc import Mapping, Sequence

from rdflib import URIRef
from rdflib.term import Node

from graph.stores.base import Row
from ontology.namespaces import PREFIXES
from queries.columns import named_by

WIDEST = 48  # characters of a cell before it is cut with an ellipsis
FALSE = ("false", "0")
STATED = "Stated"  # ends the name of a column that tells whether a report states what is in the other
WORDS = {"true": "có nêu", "1": "có nêu", "false": "không nêu", "0": "không nêu"}  # as pages say it


def text_table(variables: Sequence[str], rows: Sequence[Row], stated: Mapping[str, str] = WORDS) -> str:
    """Lay out rows under their columns' names; the last line says how many there are.

    A thing whose name has a column too ("chair", "chairLabel") is shown by its name, and one of which the query
    says that no report states it ("chairStated" is false) as `stated` has it: the tables of the pages are so too. A
    cell of more than WIDEST characters is cut; csv and tsv have all of it.
    """
    names = {name: named_by(name, list(variables)) for name in variables}
    told = {name + STATED for name in variables if name + STATED in variables}
    shown = [name for name in variables if name not in told and name not in names.values()]

    def cell(row: Row, name: str) -> str:
        said = str(row.get(name if name.endswith(STATED) else name + STATED))
        if said in stated and (name.endswith(STATED) or (row.get(name) is None and said in FALSE)):
            return stated[said]
        return _cell(row.get(names[name] or name, row.get(name)))

    cells = [[cell(row, name) for name in shown] for row in rows]
    widths = [max([len(name), *(width(row[i]) for row in cells)]) for i, name in enumerate(shown)]
    lines = ["  ".join(_pad(name, w) for name, w in zip(shown, widths, strict=True)).rstrip()]
    lines.append("  ".join("-" * w for w in widths))
    lines += ["  ".join(_pad(c, w) for c, w in zip(row, widths, strict=True)).rstrip() for row in cells]
    lines.append(f"({len(rows)} {'row' if len(rows) == 1 else 'rows'})")
    return "\n".join(lines)


def width(text: str) -> int:
    """Return the columns that `text` takes on a terminal: combining marks none, wide letters two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _cell(term: Node | None) -> str:
    if term is None:
        return ""
    text = " ".join(str(term).split())
    if isinstance(term, URIRef):
        for prefix, namespace in PREFIXES.items():
            if text.startswith(namespace):
                text = f"{prefix}:{text.removeprefix(namespace)}"
                break
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def _pad(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
