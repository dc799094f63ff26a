"""Names in place of addresses: `official=Tô Lâm` for `official=id:person/to-lam`.

A parameter of type iri also takes the name of a thing, where exactly one thing of its class (`of`) has it.
With none or several, the message names those that come close; nothing is guessed.
"""

from collections.abc import Mapping, Sequence

from rdflib import Literal, URIRef

from graph.errors import ParameterError
from graph.stores.base import Store
from ontology.namespaces import PREFIXES
from queries.parameters import Parameter, Term, Value, Values, write_term

MOST = 5  # things named in a message
_ANY = ("vpg:Person", "vpg:Organization", "vpg:Event", "vpg:OfficialDocument", "vpg:Initiative", "vpg:Post")


def with_names(
    store: Store, parameters: Sequence[Parameter], values: Values
) -> dict[str, Value | Sequence[Value] | None]:
    """Return `values` with each name that stands where an IRI is wanted replaced by the IRI of its thing.

    Raises:
        ParameterError: no thing of the class has that name, or several have.
    """
    wanted = {parameter.name: parameter for parameter in parameters if parameter.type == "iri"}
    found: dict[str, Value | Sequence[Value] | None] = {}
    for name, value in values.items():
        parameter = wanted.get(name)
        if parameter is None or value is None or isinstance(value, URIRef):
            found[name] = value
        elif isinstance(value, str):
            found[name] = _thing(store, parameter, value)
        else:
            found[name] = [_thing(store, parameter, one) for one in value]
    return found


def _thing(store: Store, parameter: Parameter, value: Value) -> Value:
    text = str(value).strip()
    broken = any(0xD800 <= ord(character) <= 0xDFFF for character in text)
    if not text or broken or isinstance(value, URIRef) or _is_address(parameter, text):
        return value  # what is no Unicode, `Parameter.parse` refuses
    exact = _called(store, parameter, text)
    if len(exact) == 1:
        return next(iter(exact))
    close = exact or _close(store, parameter, text)
    shown = "; ".join(f"{_short(iri)} ({label})" for iri, label in list(close.items())[:MOST])
    if exact:
        raise ParameterError(f"parameter {parameter.name}: several things are called {text!r}: {shown}")
    hint = f"; close to it: {shown}" if shown else "; entity/find looks for names"
    raise ParameterError(f"parameter {parameter.name}: nothing is called {text[:80]!r}{hint}")


def _is_address(parameter: Parameter, text: str) -> bool:
    try:
        parameter.parse(text)
    except ParameterError:
        return False
    return True


def _called(store: Store, parameter: Parameter, text: str) -> Mapping[Term, str]:
    return _look_up(
        store,
        parameter,
        f"VALUES ?naming {{ skos:prefLabel skos:altLabel }} ?thing ?naming ?name ."
        f" FILTER (LCASE(STR(?name)) = LCASE({write_term(Literal(text))}))",
    )


def _close(store: Store, parameter: Parameter, text: str) -> Mapping[Term, str]:
    return _look_up(store, parameter, f"(?thing ?fit) vpg:matches ({write_term(Literal(text))} 50) .")


def _look_up(store: Store, parameter: Parameter, pattern: str) -> Mapping[Term, str]:
    classes = " ".join((parameter.of,) if parameter.of else _ANY)
    rows = store.query(
        f"PREFIX vpg: <{PREFIXES['vpg']}> PREFIX skos: <{PREFIXES['skos']}>"
        f" SELECT ?thing (MIN(?label) AS ?shown) WHERE {{ {{ SELECT DISTINCT ?thing WHERE {{ {pattern} }} }}"
        f" VALUES ?class {{ {classes} }} ?thing a ?class . OPTIONAL {{ ?thing skos:prefLabel ?label }} }}"
        " GROUP BY ?thing ORDER BY ?thing"
    ).rows()
    return {URIRef(str(row["thing"])): str(row.get("shown", "")) for row in rows}


def _short(iri: Term) -> str:
    return "id:" + iri.removeprefix(PREFIXES["id"]) if iri.startswith(PREFIXES["id"]) else str(iri)
