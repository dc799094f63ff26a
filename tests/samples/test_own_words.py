"""The sample reports are ours: facts of public events, but no run of words of the reports given to us."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
REPORTS = sorted(SAMPLES.glob("*.md"))
RUN = 12


def words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


def runs(text: str) -> set[tuple[str, ...]]:
    sequence = words(text)
    return {tuple(sequence[i : i + RUN]) for i in range(len(sequence) - RUN + 1)}


def front_matter(report: Path) -> dict[str, object]:
    _, head, _ = report.read_text("utf-8").split("---\n", 2)
    loaded: dict[str, object] = yaml.safe_load(head)
    return loaded


def test_there_are_at_least_eight_reports() -> None:
    assert len(REPORTS) >= 8


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.stem)
def test_each_names_its_source_and_states_no_date_it_does_not_know(report: Path) -> None:
    head = front_matter(report)
    assert head["title"] and head["language"] == "vi" and head["note"]
    assert head.get("source_title") or head.get("source_byline")
    if "published" not in head:
        assert "không ghi ngày" in str(head["note"])
    text = report.read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert f"\n# {head['title']}\n" in text


def test_no_run_of_twelve_words_is_taken_from_the_given_reports(shared: Callable[[str], Path]) -> None:
    given: set[tuple[str, ...]] = set()
    for original in [*shared("seeds").glob("*.txt"), *shared("eval").rglob("*.txt")]:
        given |= runs(original.read_text("utf-8"))
    assert given
    copied = {report.name: shown for report in REPORTS if (shown := runs(report.read_text("utf-8")) & given)}
    assert copied == {}
