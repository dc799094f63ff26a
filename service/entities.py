"""`/id/<class>/<slug>`: every resource at its own address, as a page or as RDF by content negotiation."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, abort, current_app, request

from graph.stores.base import Store
from ontology.base import BASE
from ontology.namespaces import SCHEMA, VPG
from queries.catalogue import catalogue
from service.addresses import iri_at, quoted
from service.drawing import picture
from service.facts import (
    ATTRIBUTE,
    CLASS_ORDER,
    TYPE,
    Fact,
    date_by_events,
    group,
    posts_held,
    read_facts,
    undated_events,
)
from service.finder import fold
from service.labels import Labels, kind_by_path, kind_of, most_specific, ontology_labels
from service.network import Filter
from service.reading import Reading, network, reading
from service.rendering import go, page, render, wants_html
from service.sentences import Sentence, sentences
from service.terms import Row, Term

bp = Blueprint("entities", __name__)

V = str(VPG)
NEAR = 13  # nodes of the small picture, the entity among them
FACTS_SHOWN = 40  # as the query page/facts cuts them
FACT_KINDS = {name.removeprefix(V) for name in CLASS_ORDER}
FORMATS = {
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
}
PREF = "http://www.w3.org/2004/02/skos/core#prefLabel"
ALT = "http://www.w3.org/2004/02/skos/core#altLabel"
IDENTIFIERS = {
    V + "gsoCode", V + "isoCode", "http://www.w3.org/2004/02/skos/core#exactMatch",
    "http://www.w3.org/2004/02/skos/core#closeMatch", "http://www.w3.org/2002/07/owl#sameAs",
}  # fmt: skip
# One value is the truth at most; two mean that documents differ, or that two things were taken for one.
SINGLE = {str(SCHEMA.startDate), V + "issueDate", V + "docNumber", V + "symbol", V + "docType", V + "place"}
# Shortcuts and superproperties that the rules derive: the facts already say them.
REFERENCE = "https://w3id.org/vpg/graph/reference/"
DERIVED_ONLY = {"https://w3id.org/vpg/graph/inferred"}
# Which rule's words to show for a property: a part of the rule's name.
HINTS = {
    str(SCHEMA.startDate): "date", V + "statedDate": "date", V + "place": "place", V + "venue": "place",
    V + "format": "mode", V + "organizedBy": "organi", V + "hasTopic": "about", V + "issueDate": "date",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Statement:
    """A direct statement: property, value, how many documents state it, a sentence of one of them, its fact."""

    property: str
    value: Term
    graphs: int
    sentence: Sentence | None
    fact: Fact | None = None
    listed: bool = False  # by the reference data, and by no report


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
        abort(404, f"{iri}")
    media_type = negotiated(request.args.get("format"))
    if media_type:
        return describe(iri, media_type)
    replaced = [r["value"].value for r in statements if r["property"].value.endswith("terms/isReplacedBy")]
    deprecated = any(r["property"].value.endswith("owl#deprecated") for r in statements)
    if deprecated and len(replaced) == 1:
        return go("/" + replaced[0].removeprefix(BASE), 301)
    classes = [r["value"].value for r in statements if r["property"].value == TYPE]
    if V + "SourceDocument" in classes:
        return go(f"/doc/{quoted(kind, slug)}")
    if V + "ReportedFact" in classes or kind_by_path(iri) == "fact":
        return go(f"/fact/{kind}/{quoted(kind, slug)}")
    return _page(asked, iri, statements, classes)


@bp.get("/voc/<scheme>/<path:code>")
@page
def concept(scheme: str, code: str) -> Response:
    """Show an entry of a code list: on the ontology page, or as an entity where only the graph knows it."""
    iri = f"{BASE}voc/{quoted('voc', scheme)}/{quoted('voc', code)}"
    if iri in ontology_labels() and not negotiated(request.args.get("format")):
        return go(f"/ontology?list={quoted('voc', scheme)}#{quoted('voc', code)}")
    asked = reading()
    statements = asked.ask("page/entity", entity=iri)
    if not statements:
        abort(404, iri)
    media_type = negotiated(request.args.get("format"))
    if media_type:
        return describe(iri, media_type)
    return _page(asked, iri, statements, [r["value"].value for r in statements if r["property"].value == TYPE])


def _page(asked: Reading, iri: str, rows: Sequence[Row], classes: list[str]) -> Response:
    kind = request.args.get("facts", "")
    if kind in FACT_KINDS:
        facts = read_facts(asked.ask("page/facts-of-kind", entity=iri, kind=V + kind))
    else:
        facts = read_facts(asked.ask("page/facts", entity=iri))
    if events := undated_events(facts.values()):
        date_by_events(facts.values(), asked.ask("page/event-dates", node=events))
    counted = asked.ask("page/fact-counts", entity=iri) if len(facts) >= FACTS_SHOWN else []
    counts = {row["kind"].value: int(row["facts"].value) for row in counted}
    incoming = asked.ask("page/incoming", entity=iri)
    documents = asked.ask("page/documents-of", entity=iri)
    companions = network().companions(iri)[:12]
    if companions:
        asked.note("page/companions", entity=iri)
    graphs = {r["example"].value for r in rows if "/graph/doc/" in r["example"].value}
    own = sentences(asked, [iri], [g.replace("/graph/doc/", "/id/source/") for g in sorted(graphs)[:40]])
    found = sentences(asked, facts)
    for fact in facts.values():
        fact.sentences = found.get(fact.iri, [])
    wanted = {term for fact in facts.values() for term in fact.iris()}
    wanted |= {r["value"].value for r in rows if r["value"].is_iri} | {r["subject"].value for r in incoming}
    wanted |= {other for other, _ in companions}
    near = network().around(iri, 1, Filter(), most=NEAR)
    wanted |= {*near.depth, *(edge.via for edge in near.edges if edge.via)}
    labels = asked.labels(wanted | {iri})
    reports = [fact for fact in facts.values() if fact.kind == ATTRIBUTE and V + "aboutEntity" in fact.roles]
    direct = _direct(rows, own.get(iri, []), labels, reports)
    others = [fact for fact in facts.values() if fact not in reports]
    told = {(fact.relation, term.value) for fact in others for term in fact.values("aboutEntity")}
    names = sorted({r["value"].value for r in rows if r["property"].value in (PREF, ALT)})
    title = labels.get(iri, "vi")
    return render(
        "entity.html",
        iri=iri,
        title=title,
        kind=kind_of(classes) or kind_by_path(iri),
        class_=most_specific([c for c in classes if c.startswith(V)]),
        names=[name for name in names if name != title],
        identifiers=[s for s in direct if s.property in IDENTIFIERS],
        statements=[s for s in direct if s.property not in IDENTIFIERS],
        conflicts={p for p in SINGLE if len({s.value for s in direct if s.property == p}) > 1},
        groups=group(others),
        posts=posts_held(facts, iri),
        incoming=_incoming([r for r in incoming if (r["property"].value, r["subject"].value) not in told]),
        companions=companions,
        documents=documents,
        labels=labels,
        totals={kind: n for kind, n in counts.items() if n > sum(f.kind == kind for f in facts.values())},
        drawing=picture(iri, near, labels) if len(near.depth) > 2 else "",
        only=kind if kind in FACT_KINDS else "",
    )


def _direct(rows: Sequence[Row], own: list[Sentence], labels: Labels, reports: Sequence[Fact]) -> list[Statement]:
    """Join direct statements with the attribute reports that say the same, or with the entity's own words."""
    said: dict[tuple[str, str], Fact] = {}
    for report in reports:
        for term in (*report.values("attributeObject"), *report.values("attributeValue")):
            said.setdefault((report.relation, term.value), report)
    statements = []
    for row in rows:
        name, value, example = row["property"].value, row["value"], row["example"].value
        if name in (TYPE, PREF, ALT) or example in DERIVED_ONLY:
            continue
        source = example.replace("/graph/doc/", "/id/source/")
        fact = said.get((name, value.value))
        here = [s for s in own if s.source == source]
        sentence = fact.sentences[0] if fact and fact.sentences else _best(name, value, here, labels)
        listed = example.startswith(REFERENCE)
        statements.append(Statement(name, value, int(row["graphs"].value), sentence, fact, listed))
    return sorted(statements, key=lambda s: (s.property.startswith(V), s.property, s.value.value))


def _best(name: str, value: Term, own: list[Sentence], labels: Labels) -> Sentence | None:
    """Choose the words that show a direct statement: by the rule's name, then by the value's own words."""
    hint = HINTS.get(name)
    shown = fold(labels.get(value.value, "vi") if value.is_iri else value.value)
    ranked = sorted(
        own,
        key=lambda s: (
            not (hint and hint in s.rule),
            shown not in fold(s.exact),
            shown not in fold(f"{s.before}{s.exact}{s.after}"),
            s.start,
        ),
    )
    return ranked[0] if ranked else None


def _incoming(rows: Sequence[Row]) -> list[tuple[str, list[str]]]:
    grouped: dict[str, list[str]] = {}
    for row in rows:
        grouped.setdefault(row["property"].value, []).append(row["subject"].value)
    return list(grouped.items())
