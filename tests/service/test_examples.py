"""The endpoint's graph of examples: every question of the catalogue, with the address it is for."""

from flask import Flask
from rdflib import RDF, Graph

from ontology.namespaces import SCHEMA, SH
from queries.catalogue import catalogue
from service.api.questions import bp
from service.settings import Settings


def test_every_question_is_an_example_for_this_endpoint() -> None:
    app = Flask(__name__)
    app.register_blueprint(bp)
    app.extensions["vpg.settings"] = Settings()
    client = app.test_client()
    for accept in ("text/turtle", "*/*"):
        answer = client.get("/.well-known/sparql-examples", headers={"Accept": accept})
        graph = Graph().parse(data=answer.data, format="turtle")
        assert len(set(graph.subjects(RDF.type, SH.SPARQLExecutable))) == len(catalogue().questions())
        assert {str(target) for target in graph.objects(None, SCHEMA.target)} == {"http://localhost/sparql"}
    linked = client.get("/.well-known/sparql-examples", headers={"Accept": "application/ld+json"})
    assert linked.content_type.startswith("application/ld+json") and linked.get_json()
