"""Parameters of named queries: a value given by a user becomes one RDF term, or is refused.

A parameter of a query is a `VALUES` row that holds an example; `queries.catalogue` replaces the row.
Terms are written by `write_term`, so that no value can end its term and go on as SPARQL.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from rdflib import Literal, URIRef
from rdflib.namespace import XSD

from graph.errors import ParameterError
from ontology.base import BASE
from ontology.namespaces import PREFIXES

Term = URIRef | Literal
Value = str | Term
Values = Mapping[str, Value | Sequence[Value] | None]

# https://www.w3.org/TR/sparql11-query/#rIRIREF, with the scheme that makes an IRI absolute (RFC 3987).
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]+")
_RELATIVE = re.compile(r"(?:id|voc|graph)/[^\s]+")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_VIETNAMESE_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a named query.

    `type` is a key of `TYPES`. `label` has "vi" and "en". `default`: the example stands if nothing is given.
    `many`: several values may be given. `matches`: the value is also the words of `vpg:matches`. `of` names
    the classes whose members a form may offer ("vpg:Person", "vpg:Organization vpg:Person"), or is None.
    `example` is a value a form can be filled with, or None.
    """

    name: str
    type: str
    label: Mapping[str, str]
    optional: bool = False
    default: bool = False
    many: bool = False
    matches: bool = False
    of: str | None = None
    example: str | None = None

    def parse(self, value: str | Term) -> Term:
        """Return the RDF term that `value` stands for.

        Raises:
            ParameterError: `value` is not of this parameter's type; the message names both.
        """
        text = str(value)
        if any(0xD800 <= ord(character) <= 0xDFFF for character in text):
            raise ParameterError(f"parameter {self.name}: the value is not valid Unicode")
        try:
            return TYPES[self.type](unicodedata.normalize("NFC", text).strip())
        except ValueError as error:
            raise ParameterError(f"parameter {self.name}: {error}, got {text[:80]!r}") from error


def _parse_iri(value: str) -> URIRef:
    prefix, colon, local = value.partition(":")
    if colon and prefix in PREFIXES and not local.startswith("//"):
        value = PREFIXES[prefix] + local
    elif _RELATIVE.fullmatch(value):
        value = BASE + value
    if not _IRI.fullmatch(value):
        raise ValueError("expected an IRI (https://…, or id:person/…)")
    return URIRef(value)


def _parse_date(value: str) -> Literal:
    day = value
    if match := _VIETNAMESE_DAY.fullmatch(value):
        day = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    if not _ISO_DAY.fullmatch(day):
        raise ValueError("expected a date (2018-08-30 or 30/8/2018)")
    try:
        date.fromisoformat(day)
    except ValueError:
        raise ValueError("expected a date of the calendar") from None
    return Literal(day, datatype=XSD.date)


def _parse_text(value: str) -> Literal:
    if not value:
        raise ValueError("expected some text")
    return Literal(value)


def _parse_integer(value: str) -> Literal:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", value):
        raise ValueError("expected a whole number")
    return Literal(str(int(value)), datatype=XSD.integer)


def _parse_decimal(value: str) -> Literal:
    try:
        number = Decimal(value)
    except InvalidOperation:
        raise ValueError("expected a number") from None
    if not number.is_finite() or len(value) > 40 or abs(number.adjusted()) > 30:
        raise ValueError("expected a number")
    return Literal(format(number, "f"), datatype=XSD.decimal)


def _parse_boolean(value: str) -> Literal:
    if value.casefold() not in {"true", "false", "1", "0"}:
        raise ValueError("expected true or false")
    return Literal("true" if value.casefold() in {"true", "1"} else "false", datatype=XSD.boolean)


TYPES: Mapping[str, Callable[[str], Term]] = {
    "iri": _parse_iri,
    "date": _parse_date,
    "text": _parse_text,
    "integer": _parse_integer,
    "decimal": _parse_decimal,
    "boolean": _parse_boolean,
}


def write_term(term: Term) -> str:
    """Write `term` as SPARQL: https://www.w3.org/TR/sparql11-query/#rRDFLiteral and #rIRIREF.

    Raises:
        ParameterError: an IRI with characters that no IRI may have.
    """
    if isinstance(term, URIRef):
        if not _IRI.fullmatch(term):
            raise ParameterError(f"not an IRI: {str(term)[:80]!r}")
        return f"<{term}>"
    quoted = '"' + "".join(_ESCAPES.get(character, character) for character in str(term)) + '"'
    if term.language:
        return f"{quoted}@{term.language}"
    if term.datatype and term.datatype != XSD.string:
        return f"{quoted}^^<{term.datatype}>"
    return quoted
