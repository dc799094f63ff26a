"""README and docs are true: a query gives the answer printed beside it, links lead somewhere, no module is left out."""

import re
from pathlib import Path

import pytest

from graph.extractors import extractor
from graph.ingest import ingest
from graph.readers import read_all
from graph.stores import open_store
from service.tables import text_table

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_query_gives_the_printed_answer() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    query = re.search(r"```sparql\n(.*?)```", text, re.DOTALL)
    printed = re.search(r"\$ python3 vpg query chairs\.rq\n(.*?)```", text, re.DOTALL)
    assert query
    assert printed
    store = open_store(":memory:")
    ingest(read_all([str(ROOT / "samples")]), store, state=None, extract=extractor("rules"))
    answer = store.query(query[1])
    assert text_table(answer.variables(), answer.rows()) == printed[1].rstrip()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_that_are_there(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", path.read_text("utf-8"))
    missing = [link for link in links if not (path.parent / link).exists()]
    assert not missing


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_no_placeholder_is_left(path: Path) -> None:
    assert not re.search(r"\b(?:TODO|FIXME|XXX|FIGURES|TBD)\b", path.read_text("utf-8"))


def test_every_module_of_the_grammar_is_placed_in_the_documentation() -> None:
    text = (ROOT / "docs/extraction.md").read_text("utf-8")
    modules = {path.stem for path in (ROOT / "graph/grammar").glob("*.py")} - {"__init__"}
    assert not sorted(name for name in modules if f"`{name}`" not in text)
