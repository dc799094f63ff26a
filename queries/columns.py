"""What the columns of the named queries are called in Vietnamese and English (`columns.yaml`)."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).with_name("columns.yaml")
LANGUAGES = ("vi", "en")
NAME = "Label"


def column_label(column: str, language: str) -> str:
    """Return the heading of `column` in "vi" or "en"; `xLabel` is headed like `x`, an unknown one by itself."""
    labels = _labels()
    both = labels.get(column) or labels.get(column.removesuffix(NAME))
    return both[LANGUAGES.index(language)] if both else column


def named_by(column: str, columns: tuple[str, ...] | list[str]) -> str | None:
    """Return the column that holds the names of `column`'s things ("chairLabel" for "chair"), or None."""
    return column + NAME if column + NAME in columns else None


@cache
def _labels() -> Mapping[str, list[str]]:
    labels: Mapping[str, list[str]] = yaml.safe_load(FILE.read_text("utf-8"))
    return labels
