"""Write places.ttl and bodies.ttl from the tables: `python -m ontology.reference.build`.

A test holds that the files are what the tables say.
"""

from collections.abc import Callable

from rdflib import ORG, RDF, SKOS, XSD, Graph, Literal, URIRef

from ontology.namespaces import VOC, VPG, bind_prefixes
from ontology.reference import HERE, Body, Place, bodies, places

COUNTRY = "viet-nam"
HEADER = "# Written by `python -m ontology.reference.build` from the table beside it.\n"


def places_graph() -> Graph:
    """Return the administrative units as RDF."""
    graph = bind_prefixes(Graph())
    country = next(URIRef(place.iri) for place in places() if place.id == COUNTRY)
    for place in places():
        node = URIRef(place.iri)
        graph.add((node, RDF.type, VPG.AdministrativeUnit))
        _names(graph, node, place)
        graph.add((node, VPG.adminLevel, VOC[f"level/{place.level}"]))
        if node != country:
            graph.add((node, VPG.within, country))
        for value, predicate in ((place.gso_code, VPG.gsoCode), (place.iso_code, VPG.isoCode)):
            if value:
                graph.add((node, predicate, Literal(value)))
        if place.region:
            graph.add((node, VPG.region, Literal(place.region, lang="vi")))
        if place.merged_into:
            graph.add((node, VPG.mergedInto, URIRef(place.merged_into)))
    return graph


def bodies_graph() -> Graph:
    """Return the central bodies as RDF."""
    graph = bind_prefixes(Graph())
    for body in bodies():
        node = URIRef(body.iri)
        graph.add((node, RDF.type, VPG[body.class_name]))
        graph.add((node, RDF.type, VPG.Organization))
        _names(graph, node, body)
        if body.parent:
            graph.add((node, ORG.subOrganizationOf, URIRef(body.parent)))
        if body.succeeded_by:
            graph.add((node, VPG.succeededBy, URIRef(body.succeeded_by)))
    return graph


FILES: dict[str, Callable[[], Graph]] = {"places": places_graph, "bodies": bodies_graph}


def turtle(name: str) -> str:
    """Return the text of `<name>.ttl`, always the same for the same table."""
    text: str = FILES[name]().serialize(format="turtle")
    return HEADER + text


def main() -> None:
    """Write both files."""
    for name in FILES:
        (HERE / f"{name}.ttl").write_text(turtle(name), encoding="utf-8")


def _names(graph: Graph, node: URIRef, thing: Place | Body) -> None:
    graph.add((node, SKOS.prefLabel, Literal(thing.label, lang="vi")))
    graph.add((node, SKOS.prefLabel, Literal(thing.label_en, lang="en")))
    for form in thing.alt_labels:
        graph.add((node, SKOS.altLabel, Literal(form, lang="vi")))
    for day, predicate in ((thing.valid_from, VPG.validFrom), (thing.valid_until, VPG.validUntil)):
        if day:
            graph.add((node, predicate, Literal(day, datatype=XSD.date)))


if __name__ == "__main__":
    main()
