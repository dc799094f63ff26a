"""What every question answers over the sample reports and over the originals: expected tables, row by row.

`pytest tests/queries --accept` writes the tables anew; read the difference before you commit it.
Of the originals no sentence is kept: long texts are cut after a few words.
"""

import csv
import io
from pathlib import Path

import pytest

from graph.stores import Store
from queries.catalogue import catalogue, run

EXPECTED = Path(__file__).with_name("expected")
WORDS = 6
VALUES: dict[str, dict[str, str]] = {
    "legal-document/implementation": {"document": "id:doc/nghi-quyet-12-bo-chinh-tri-2022"},
    "programme/where": {"title": "Công an phường điển hình"},
    "place/activities": {"place": "id:place/ninh-binh"},
    "programme/named-in": {"phrase": "nông thôn mới"},
    "entity/find": {"phrase": "thái bình"},
}
QUESTIONS = [query.name for query in catalogue().questions()]


def plain(value: object) -> str:
    return str(value).replace("https://w3id.org/vpg/", "")


def table(store: Store, name: str) -> str:
    """Return the answer as CSV; addresses of our own without their common base, long texts cut.

    The parts of a list ("a; b") are sorted: the engine joins them in no fixed order.
    """
    query = catalogue()[name]
    values = VALUES.get(name) or {p.name: str(p.example) for p in query.parameters if not p.optional}
    answer = run(store, name, values)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = [column for column in answer.variables() if column != "words"]
    writer.writerow(columns)
    for row in answer.rows():
        cells = ("; ".join(sorted(plain(row[column]).split("; "))) if column in row else "" for column in columns)
        writer.writerow([" ".join(cell.split()[:WORDS]) for cell in cells])
    return out.getvalue()


def compare(path: Path, found: str, accept: bool) -> None:
    if accept:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, "utf-8")
    assert path.exists(), f"no expected table yet: run pytest --accept and read {path.name}"
    assert found == path.read_text("utf-8")


@pytest.mark.parametrize("name", QUESTIONS)
def test_over_the_samples(name: str, samples: Store, pytestconfig: pytest.Config) -> None:
    path = EXPECTED / "samples" / f"{name.replace('/', '--')}.csv"
    compare(path, table(samples, name), pytestconfig.getoption("--accept"))


@pytest.mark.parametrize("name", QUESTIONS)
def test_over_the_originals(name: str, seeds: Store, pytestconfig: pytest.Config) -> None:
    path = EXPECTED / "originals" / f"{name.replace('/', '--')}.csv"
    compare(path, table(seeds, name), pytestconfig.getoption("--accept"))


def test_no_table_is_left_over() -> None:
    names = {f"{name.replace('/', '--')}.csv" for name in QUESTIONS}
    for folder in ("samples", "originals"):
        assert {path.name for path in (EXPECTED / folder).glob("*.csv")} <= names
