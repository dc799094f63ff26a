"""`/id/<class>/<slug>`: every resource at its own address, as a page or as RDF by content negotiation."""

from flask import Blueprint, Response, abort, current_app, request

from graph.stores.base import Store
from ontology.base import BASE
from ontology.namespaces import VPG
from queries.catalogue import catalogue
from service.addresses import iri_at, quoted
from service.facts import TYPE
from service.labels import kind_by_path, ontology_labels
from service.pages.entity import entity_page
from service.pages.ontology import code_lists
from service.reading import reading
from service.rendering import go, page, wants_html
from service.succession import departed

bp = Blueprint("entities", __name__)

V = str(VPG)
DEPRECATED = "http://www.w3.org/2002/07/owl#deprecated"
REPLACED = "http://purl.org/dc/terms/isReplacedBy"
FORMATS = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}


def negotiated(request_format: str | None) -> str | None:
    """Return the RDF media type asked for by `?format=` or the Accept header, or None for a page."""
    if request_format:
        if request_format not in FORMATS:
            abort(406, f"format is one of {', '.join(FORMATS)}")
        return FORMATS[request_format]
    if wants_html():
        return None
    accepted = request.accept_mimetypes
    best = accepted.best_match([*FORMATS.values(), "text/html"])
    if best is None:
        abort(406, "this address answers with text/html, " + ", ".join(FORMATS.values()))
    return None if best == "text/html" else best


def describe(iri: str, media_type: str) -> Response:
    """Send what the graph holds about a resource as RDF."""
    store: Store = current_app.extensions["vpg.store"]
    answer = store.query(catalogue()["page/describe"].bind({"entity": iri}), media_type=media_type)
    response = Response(answer.body, mimetype=media_type)
    response.headers["Link"] = f'<{iri}>; rel="describes"'
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.vary.add("Accept")
    return response


@bp.get("/id/<kind>/<path:slug>")
@page
def entity(kind: str, slug: str) -> Response:
    """Show a resource; sources and facts have pages of their own."""
    iri = iri_at(kind, slug)
    asked = reading()
    statements = asked.ask("page/entity", entity=iri)
    if not statements:
        return departed(iri) or abort(404, iri)
    if any(r["property"].value == DEPRECATED and r["value"].value in ("true", "1") for r in statements):
        heirs = sorted(r["value"].value for r in statements if r["property"].value == REPLACED)
        if answer := departed(iri, tuple(heirs)):
            return answer
    media_type = negotiated(request.args.get("format"))
    if media_type:
        return describe(iri, media_type)
    classes = [r["value"].value for r in statements if r["property"].value == TYPE]
    if V + "SourceDocument" in classes:
        return go(f"/doc/{quoted(kind, slug)}")
    if V + "ReportedFact" in classes or kind_by_path(iri) == "fact":
        return go(f"/fact/{kind}/{quoted(kind, slug)}")
    return entity_page(asked, iri, statements, classes)


@bp.get("/voc/<scheme>")
def scheme_page(scheme: str) -> Response:
    """Send the reader of a code list's own address to its entries."""
    if scheme not in code_lists():
        abort(404, f"{BASE}voc/{quoted('voc', scheme)}")
    return go(f"/ontology?list={quoted('voc', scheme)}")


@bp.get("/voc/<scheme>/<path:code>")
@page
def concept(scheme: str, code: str) -> Response:
    """Show an entry of a code list: on the ontology page, or as an entity where only the graph knows it."""
    iri = f"{BASE}voc/{quoted('voc', scheme)}/{quoted('voc', code)}"
    if iri in ontology_labels() and not negotiated(request.args.get("format")):
        return go(f"/ontology?list={quoted('voc', scheme)}&at={quoted('voc', code)}#{quoted('voc', code)}")
    asked = reading()
    statements = asked.ask("page/entity", entity=iri)
    if not statements:
        abort(404, iri)
    media_type = negotiated(request.args.get("format"))
    if media_type:
        return describe(iri, media_type)
    return entity_page(asked, iri, statements, [r["value"].value for r in statements if r["property"].value == TYPE])
