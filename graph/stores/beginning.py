"""How a request begins: an error there is told better from its first word than by the engine.

The engine says of `SELCT * {` "1:10, expected CONSTRUCT". Rules: SPARQL 1.1 Query Language 19.8, [1]-[6] and [29].
"""

from collections.abc import Sequence

from graph.errors import QuerySyntaxError
from graph.stores.syntax import Token, UnreadableError, place, tokens

_QUERIES = ("SELECT", "CONSTRUCT", "ASK", "DESCRIBE")
_UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")
_DECLARATIONS = {"PREFIX": ("pname", "iri"), "BASE": ("iri",), "VERSION": ("string",)}


def wrong_beginning(text: str, *, update: bool) -> QuerySyntaxError | None:
    """Return what is wrong with the first word after the declarations; None if that is not what is wrong."""
    try:
        found = tokens(text)
    except UnreadableError:
        return None
    first = _after_declarations(found)
    if first is None:
        return None
    own, other = (_UPDATES, _QUERIES) if update else (_QUERIES, _UPDATES)
    if first == len(found):
        return None if update else _empty(text, found)
    word = found[first].upper
    if word in own:
        return None
    line, column = place(text, found[first].start)
    if word in other:
        said = "this is a query; send it as query=..." if update else "this is an update; send it as update=..."
    else:
        said = f"expected {', '.join(own[:-1])} or {own[-1]}, not {found[first].text[:40]}"
    return QuerySyntaxError(f"line {line}, column {column}: {said}", line, column)


def _after_declarations(found: Sequence[Token]) -> int | None:
    """Return the index of the first token after PREFIX, BASE and VERSION; None if one of these is malformed."""
    index = 0
    while index < len(found) and (shape := _DECLARATIONS.get(found[index].upper)):
        rest = found[index + 1 : index + 1 + len(shape)]
        if tuple(token.kind for token in rest) != shape or (shape[0] == "pname" and rest[0].text[-1:] != ":"):
            return None
        index += 1 + len(shape)
    return index


def _empty(text: str, found: Sequence[Token]) -> QuerySyntaxError:
    line, column = place(text, len(text.rstrip())) if found else (1, 1)
    forms = f"{', '.join(_QUERIES[:-1])} or {_QUERIES[-1]}"
    said = f"nothing follows the declarations, expected {forms}" if found else "the query is empty"
    return QuerySyntaxError(f"line {line}, column {column}: {said}" if found else said, line, column)
