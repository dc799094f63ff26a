"""What reported figures count: units and metrics, known by their words."""

from functools import cache

from rdflib import URIRef

from graph.mention import StatisticMention
from ontology.namespaces import VOC
from ontology.vocabulary import scheme


@cache
def _units() -> dict[str, URIRef]:
    # "tỷ đồng" is no other way to write "đồng": the value counts thousands of millions. So labels only.
    known = {concept.label.casefold(): URIRef(concept.iri) for concept in scheme("unit")}
    return {**known, "%": VOC["unit/percent"]}


def known_unit(unit: str) -> URIRef | None:
    """Return the unit's concept in the scheme, if it has one."""
    return _units().get(unit.casefold())


def unit_of(mention: StatisticMention) -> str:
    """Return the words of the unit; "đơn vị" where there are none."""
    return mention.unit if _said(mention.unit) or known_unit(mention.unit) else "đơn vị"


def metric_of(mention: StatisticMention) -> str:
    """Return the words of what is counted, else of the unit; "số liệu" where there are none."""
    return next((name for name in (mention.subject, mention.unit) if _said(name)), "số liệu")


def _said(name: str) -> bool:
    return any(c.isalnum() for c in name)
