"""The page About tells how right extraction is, from a file that ships, and opens samples to check it by."""

import json

from flask.testing import FlaskClient

from graph.evaluation.scoring import KINDS
from ontology.namespaces import VOC
from service.labels import ontology_labels
from service.measured import FEW, FILE, SETS, TYPES, Cell, measured

HTML = {"Accept": "text/html"}


def test_the_file_covers_every_type_and_names_what_the_ontology_has() -> None:
    held = json.loads(FILE.read_text("utf-8"))
    assert set(held) <= set(SETS) and set(TYPES) == set(KINDS)
    for name, one in held.items():
        assert set(one["kinds"]) >= set(KINDS), name
        assert one["reports"] >= 5 and len(one["day"]) == 10
        roles = {key: counts for key, counts in one["kinds"].items() if key.startswith("role/")}
        assert [sum(counts) for counts in zip(*roles.values(), strict=True)] == one["kinds"]["role"], "roles add up"
    assert all(line.more in ontology_labels() for line in measured().lines if line.more)
    assert all(line.class_ in ontology_labels() for line in measured().lines)


def test_few_facts_are_no_share() -> None:
    assert Cell(FEW - 1, 0, 5).precision is None and Cell(FEW - 1, 1, 0).precision == (FEW - 1) / FEW


def test_the_page_shows_them_as_the_language_writes_numbers(client: FlaskClient) -> None:
    html = client.get("/about?lang=vi", headers=HTML).get_data(as_text=True)
    chair = next(line for line in measured().lines if line.more == str(VOC["role/chair"]))
    assert "chủ trì" in html and f"{chair.cells[0].right} / {chair.cells[0].found}" in html  # type: ignore[union-attr]
    shares = {c.precision for line in measured().lines for c in line.cells if c and c.precision}
    odd = next(share for share in shares if round(share * 100, 1) % 1)
    assert f"{round(odd * 100, 1)}".replace(".", ",") + " %" in html


def test_a_sample_is_facts_with_their_words(client: FlaskClient) -> None:
    chair = next(line for line in measured().lines if line.more == str(VOC["role/chair"]))
    address = chair.sample.replace("/sparql?named=page/sample&", "/api/queries/page/sample?").replace("%2F", "/")
    address = address.replace("/sparql?named=page/sample&", "/api/queries/page/sample?")
    rows = client.get(address).get_json()["results"]["bindings"]
    assert [row["words"]["value"] for row in rows] == ["dự và chủ trì hội nghị"]
    assert 'role="alert"' not in client.get(chair.sample, headers=HTML).get_data(as_text=True)
