"""docs/queries.md lists exactly the questions that there are, and its example is a query file."""

import re
from pathlib import Path

from queries.catalogue import catalogue, read_query

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "queries.md").read_text("utf-8")


def test_the_table_lists_every_question_and_no_other() -> None:
    rows = re.findall(r"^\| ([a-z-]+) \| (`.*`) \|$", TEXT, re.MULTILINE)
    listed = {f"{topic}/{name}" for topic, names in rows for name in re.findall(r"`([a-z-]+)`", names)}
    assert listed == {query.name for query in catalogue().questions()}


def test_the_example_is_a_query_file(tmp_path: Path) -> None:
    example = re.search(r"```sparql\n(.*?)```", TEXT, re.DOTALL)
    assert example
    path = tmp_path / "official" / "ranks.rq"
    path.parent.mkdir()
    path.write_text(example[1], "utf-8")
    query = read_query(path, tmp_path)
    assert query.columns == ("official", "rank", "source")
    assert "<https://w3id.org/vpg/id/person/an>" in query.bind({"official": "id:person/an"})
