"""Stores for the questions: what extraction makes of the reports, nothing entered by hand."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rdflib.term import Node

from graph.ingest import ingest
from graph.readers import read_all
from graph.stores import Store, open_store
from queries.catalogue import run

ROOT = Path(__file__).resolve().parents[2]
Ask = Callable[..., list[dict[str, str]]]


def built_from(folder: Path) -> Store:
    store = open_store(":memory:")
    report = ingest(read_all([str(folder)]), store, workers=1)
    assert not report.failed, report.failed
    return store


@pytest.fixture(scope="session")
def seeds() -> Iterator[Store]:
    """The five original reports, ingested; skips where they are not beside this checkout."""
    folder = ROOT.parent / "shared" / "seeds"
    if not folder.exists():
        pytest.skip("needs ../shared/seeds, which is not beside this checkout")
    store = built_from(folder)
    yield store
    store.close()


@pytest.fixture(scope="session")
def samples() -> Iterator[Store]:
    """The sample reports that ship with the project, ingested."""
    store = built_from(ROOT / "samples")
    yield store
    store.close()


def asker(store: Store) -> Ask:
    """Return a function that asks a named query and gives rows of plain strings."""

    def ask(name: str, **values: str) -> list[dict[str, str]]:
        rows = run(store, name, values).rows()
        return [{column: plain(value) for column, value in row.items()} for row in rows]

    return ask


def plain(value: Node) -> str:
    return (
        str(value)
        .replace("https://w3id.org/vpg/", "")
        .replace("uỷ", "ủy")
        .replace("Uỷ", "Ủy")
        .replace("MTTQ", "Mặt trận Tổ quốc")
    )


@pytest.fixture
def ask_seeds(seeds: Store) -> Ask:
    return asker(seeds)


@pytest.fixture
def ask_samples(samples: Store) -> Ask:
    return asker(samples)
