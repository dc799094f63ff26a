"""Names in place of addresses: `official=Tô Lâm` for `official=id:person/to-lam`.

A parameter of type iri also takes the name of a thing, where exactly one thing of its class (`of`) has it; words
typed without marks ("to lam") stand for the whole name of one thing too. With none or several, the message names
those that come close; nothing is guessed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from rdflib import Literal, URIRef

from graph.errors import ParameterError
from graph.stores.base import Store
from graph.text_index import words
from ontology.namespaces import PREFIXES
from queries.parameters import Parameter, Term, Value, Values, write_term

MOST = 5  # things named in a message
_ANY = ("vpg:Person", "vpg:Organization", "vpg:Event", "vpg:OfficialDocument", "vpg:Initiative", "vpg:Post")

_Thing = TypeVar("_Thing")


def called(text: str, things: Mapping[_Thing, Iterable[str]]) -> list[_Thing]:
    """Return the things that have `text` as a whole name (`things`: the names of each).

    Those that have it as it is typed; only where there are none, those that have it where a word of it is typed
    without marks. Another mark is another name: "Lê Văn Hưng" never stands for Lê Văn Hùng.
    """
    plain, marked = words(text)
    if not plain:
        return []
    typed: list[_Thing] = []
    unmarked: list[_Thing] = []
    for thing, names in things.items():
        kinds = {_likeness(plain, marked, name) for name in names}
        if "typed" in kinds:
            typed.append(thing)
        elif "unmarked" in kinds:
            unmarked.append(thing)
    return typed or unmarked


def _likeness(plain: list[str], marked: list[str], name: str) -> str:
    own_plain, own_marked = words(name)
    if own_plain != plain:
        return ""
    if own_marked == marked:
        return "typed"
    same = all(m in (p, own) for p, m, own in zip(plain, marked, own_marked, strict=True))
    return "unmarked" if same else ""


def with_names(
    store: Store, parameters: Sequence[Parameter], values: Values, on_taken: Callable[[str], None] = lambda _: None
) -> dict[str, Value | Sequence[Value] | None]:
    """Return `values` with each name that stands where an IRI is wanted replaced by the IRI of its thing.

    `on_taken` is told in a sentence what is taken for a name that was typed without marks.

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
            found[name] = _thing(store, parameter, value, on_taken)
        else:
            found[name] = [_thing(store, parameter, one, on_taken) for one in value]
    return found


def _thing(store: Store, parameter: Parameter, value: Value, on_taken: Callable[[str], None]) -> Value:
    text = str(value).strip()
    broken = any(0xD800 <= ord(character) <= 0xDFFF for character in text)
    if not text or broken or isinstance(value, URIRef) or _is_address(parameter, text):
        return value  # what is no Unicode, `Parameter.parse` refuses
    exact = _called(store, parameter, text)
    if len(exact) == 1:
        return next(iter(exact))
    close = exact or _close(store, parameter, text)
    if not exact:
        exact = {iri: close[iri] for iri in called(text, _names(store, close))}
        if len(exact) == 1:
            ((iri, label),) = exact.items()
            on_taken(f"{parameter.name}: {text!r} is taken for {label} ({_short(iri)})")
            return iri
        close = exact or close
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


def _names(store: Store, things: Iterable[Term]) -> Mapping[Term, list[str]]:
    """Return all names of things."""
    names: dict[Term, list[str]] = {thing: [] for thing in things}
    if names:
        rows = store.query(
            f"PREFIX skos: <{PREFIXES['skos']}> SELECT ?thing ?name WHERE {{"
            f" VALUES ?thing {{ {' '.join(map(write_term, names))} }}"
            " VALUES ?naming { skos:prefLabel skos:altLabel } ?thing ?naming ?name }"
        ).rows()
        for row in rows:
            names[URIRef(str(row["thing"]))].append(str(row["name"]))
    return names


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
