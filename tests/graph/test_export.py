"""Every format holds the same facts, and the same graph gives the same bytes."""

import csv
import io
import zipfile
from collections.abc import Callable

import networkx as nx
import pyoxigraph as ox
import pytest

from graph.errors import ParameterError
from graph.export import export, table
from graph.ingest import ingest
from graph.network import network
from graph.stores import Store, open_store


@pytest.fixture
def store(made: Callable) -> Store:
    extraction, source = made(
        "a",
        published="2018-12-21",
        persons=[("Tô Văn An", "Thượng tướng", [("Bộ trưởng", "Bộ Công an")])],
        event=("Hội nghị tổng kết", "2018-12-20", "Hà Nội", ["Bộ Công an"]),
        roles=[("Tô Văn An", "chair")],
    )
    result = open_store(":memory:")
    ingest([source], result, extract=lambda _: extraction, workers=1)
    return result


def written(store: Store, form: str) -> bytes:
    out = io.BytesIO()
    export(store, form, out)
    return out.getvalue()


@pytest.mark.parametrize("form", ["nquads", "csv"])
def test_a_sorted_format_gives_the_same_bytes_twice(store: Store, form: str) -> None:
    assert written(store, form) == written(store, form)


@pytest.mark.parametrize(("form", "media_type"), [("trig", "application/trig"), ("jsonld", "application/ld+json")])
def test_a_dataset_read_back_holds_all_quads(store: Store, form: str, media_type: str) -> None:
    back = ox.Store()
    back.load(io.BytesIO(written(store, form)), format=ox.RdfFormat.from_media_type(media_type))
    assert len(back) == len(written(store, "nquads").splitlines())


def test_turtle_holds_every_fact_once(store: Store) -> None:
    triples = {line.rsplit(b" <", 1)[0] for line in written(store, "nquads").splitlines()}
    back = ox.Store()
    back.load(io.BytesIO(written(store, "turtle")), format=ox.RdfFormat.TURTLE)
    assert len(back) == len(triples)


def test_tables_are_read_by_a_spreadsheet(store: Store) -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(store, "csv")))
    assert "Participation.csv" in archive.namelist()
    rows = list(csv.DictReader(io.StringIO(archive.read("TenureReport.csv").decode("utf-8-sig"))))
    assert [(row["as_written"], row["attested_on"]) for row in rows] == [("Bộ trưởng Bộ Công an", "2018-12-20")]
    with pytest.raises(ParameterError):
        table(store, "Nothing")


def test_the_network_joins_people_bodies_and_gatherings(store: Store) -> None:
    graph = network(store)
    roles = {
        (graph.nodes[a]["kind"], data["relation"], graph.nodes[b]["kind"]) for a, b, data in graph.edges(data=True)
    }
    assert {("person", "participation", "event"), ("person", "post", "org"), ("org", "organiser", "event")} <= roles
    read = nx.read_graphml(io.BytesIO(written(store, "graphml")))
    assert len(read) == len(graph)


def test_an_unknown_format_is_said(store: Store) -> None:
    with pytest.raises(ParameterError, match="trig"):
        export(store, "docx", io.BytesIO())
