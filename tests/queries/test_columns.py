"""Every column that a question can show has a heading in both languages, and no heading is left over."""

import pytest

from queries.catalogue import catalogue
from queries.columns import _labels, column_label, named_by

COLUMNS = sorted({column for query in catalogue().questions() for column in query.columns})


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_column_of_a_question_has_a_heading(language: str) -> None:
    assert [column for column in COLUMNS if column_label(column, language) == column and language == "vi"] == []
    assert all(column_label(column, language) for column in COLUMNS)


def test_no_heading_is_left_over() -> None:
    used = set(COLUMNS) | {column.removesuffix("Label") for column in COLUMNS}
    assert set(_labels()) <= used


def test_names_of_things() -> None:
    assert column_label("chairLabel", "vi") == column_label("chair", "vi") == "người chủ trì"
    assert named_by("chair", ["chair", "chairLabel"]) == "chairLabel"
    assert named_by("date", ["date"]) is None
