"""Cells of a query answer as light values: pages read thousands of them, rdflib terms would cost too much."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from graph.stores.base import Answer
from ontology.namespaces import PREFIXES

XSD = PREFIXES["xsd"]
NUMERIC = {XSD + name for name in ("integer", "decimal", "double", "float", "int", "long", "short", "byte")}
TEMPORAL = {XSD + name for name in ("date", "dateTime", "gYear", "gYearMonth", "gMonthDay")}


class Term(NamedTuple):
    """One RDF term: `kind` is "uri", "literal" or "bnode"; `lang` and `datatype` are "" where there is none."""

    value: str
    kind: str = "uri"
    lang: str = ""
    datatype: str = ""

    @property
    def is_iri(self) -> bool:
        """Whether this is an IRI."""
        return self.kind == "uri"

    @property
    def is_number(self) -> bool:
        """Whether this is a literal of a numeric XSD type."""
        return self.datatype in NUMERIC

    @property
    def is_date(self) -> bool:
        """Whether this is a date, or a part of one."""
        return self.datatype in TEMPORAL

    def turtle(self) -> str:
        """Write the term as SPARQL and Turtle do."""
        if self.kind == "uri":
            return f"<{self.value}>"
        if self.kind == "bnode":
            return f"_:{self.value}"
        text = json.dumps(self.value, ensure_ascii=False)
        if self.lang:
            return f"{text}@{self.lang}"
        return f"{text}^^<{self.datatype}>" if self.datatype else text


Row = Mapping[str, Term]


def rows_of(answer: Answer) -> list[dict[str, Term]]:
    """Return the rows of a SELECT answered as SPARQL JSON; unbound cells are absent."""
    return [
        {name: read_term(cell) for name, cell in row.items()} for row in json.loads(answer.body)["results"]["bindings"]
    ]


def read_term(cell: Mapping[str, str]) -> Term:
    """Read one cell (SPARQL 1.1 Query Results JSON Format, 3.2.2)."""
    kind = cell["type"]
    if kind in ("uri", "bnode"):
        return Term(cell["value"], kind)
    return Term(cell["value"], "literal", cell.get("xml:lang", ""), cell.get("datatype", ""))


def shorten(iri: str) -> str:
    """Write an IRI with one of our prefixes where the rest is a plain name, else in full."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            rest = iri[len(namespace) :]
            if rest and all(c.isalnum() or c in "-_" for c in rest):
                return f"{prefix}:{rest}"
    return iri
