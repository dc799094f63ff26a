"""Mistakes that the tokens of a request show better than the engine says them: a prefix, a bracket left open.

The engine says of `SELECT * { ?s vpg:x 1 }` "1:20, expected OPTIONAL", of `SELECT * {` twenty things that it
expected. Rules: SPARQL 1.1 Query Language, 4.1.1 (prefixes) and 19.8 (brackets).
"""

from collections.abc import Sequence

from graph.errors import QuerySyntaxError
from graph.stores.syntax import Token, UnreadableError, place, tokens
from ontology.namespaces import PREFIXES

_CLOSING = {"{": "}", "(": ")", "[": "]"}


def mistake(text: str, at: tuple[int, int] | None, *, update: bool) -> QuerySyntaxError | None:
    """Return what is wrong with a request that the engine refused; None if the tokens do not show it.

    `at`: line and column at which the engine stopped. A bracket that is open is a mistake only there or after it.
    """
    try:
        found = tokens(text)
    except UnreadableError:
        return None
    return _undeclared(text, found) or (_open(text, found, at, "update" if update else "query") if at else None)


def _undeclared(text: str, found: Sequence[Token]) -> QuerySyntaxError | None:
    declared: set[str] = set()
    for before, token in zip([None, *found], found, strict=False):
        if token.kind != "pname":
            continue
        prefix = token.text.partition(":")[0]
        if before is not None and before.upper == "PREFIX":
            declared.add(prefix)
        elif prefix not in declared:
            said = f"{prefix}: is not declared; add PREFIX {prefix}: <{PREFIXES.get(prefix, 'address')}>"
            return _error(text, token.start, said)
    return None


def _open(text: str, found: Sequence[Token], at: tuple[int, int], what: str) -> QuerySyntaxError | None:
    waiting: list[Token] = []
    for token in found:
        if token.kind != "mark":
            continue
        if token.text in _CLOSING:
            waiting.append(token)
        elif token.text in _CLOSING.values() and waiting:
            opened = waiting.pop()
            if _CLOSING[opened.text] != token.text:
                line, column = place(text, opened.start)
                said = f"expected {_CLOSING[opened.text]} before {token.text}, for the {opened.text} of"
                told = _error(text, token.start, f"{said} line {line}, column {column}")
                return told if at >= (told.line, told.column) else None
    if not waiting or at < place(text, found[-1].end):
        return None
    opened = waiting[-1]
    line, column = place(text, opened.start)
    inside = f"{opened.text} … {_CLOSING[opened.text]}"
    return _error(text, found[-1].end, f"the {what} ends inside {inside}, which begins at line {line}, column {column}")


def _error(text: str, offset: int, said: str) -> QuerySyntaxError:
    line, column = place(text, offset)
    return QuerySyntaxError(f"line {line}, column {column}: {said}", line, column)
