"""`/fact/<class>/<slug>`: one reported fact in words, with every sentence that supports it. Citable."""

from flask import Blueprint, Response, abort, request
from rdflib import Graph

from ontology.namespaces import PREFIXES
from service.addresses import iri_at
from service.entities import describe, negotiated
from service.facts import date_by_events, read_facts, undated_events
from service.journal import Journal
from service.reading import reading, settings
from service.rendering import render
from service.sentences import sentences
from service.succession import departed

bp = Blueprint("fact", __name__)


@bp.get("/fact/<kind>/<path:slug>")
def fact(kind: str, slug: str) -> Response:
    """Show a fact: what it says, the words, the rule, how sure, and its Turtle."""
    iri = iri_at(kind, slug)
    asked = reading()
    facts = read_facts(asked.ask("page/fact", fact=iri))
    if iri not in facts:
        return departed(iri) or abort(404, iri)
    media_type = negotiated(request.args.get("format"))
    if media_type:
        return describe(iri, media_type)
    one = facts[iri]
    if events := undated_events([one]):
        date_by_events([one], asked.ask("page/event-dates", node=events))
    one.sentences = sentences(asked, [iri], shown=True).get(iri, [])
    labels = asked.labels(set(one.iris()))
    reported = [line["at"] for line in Journal(settings().state).reports() if line["fact"] == iri]
    turtle = readable(describe(iri, "application/n-triples").get_data())
    return render("fact.html", iri=iri, fact=one, labels=labels, turtle=turtle, reported=reported)


def readable(triples: bytes) -> str:
    """Return N-Triples as Turtle with the prefixes of the graph: what a page shows of RDF."""
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, replace=True)
    return graph.parse(data=triples, format="nt").serialize(format="turtle")
