"""`?x vpg:matches "to lam"` in a query: looked up in the text index, handed to the engine as VALUES.

    ?x vpg:matches "to lam"                         things with such a name
    (?x ?score) vpg:matches "to lam"                and how well it fits, 0 to 1
    (?x ?score ?name) vpg:matches ("to lam" 20)     and the name that fits best; the best 20 things only

The words must be written in the query: a variable there cannot be looked up before the engine runs.
"""

from collections.abc import Callable, Sequence

from graph.errors import QuerySyntaxError
from graph.stores.syntax import Token, UnreadableError, outline, place, tokens, unescape
from graph.text_index import Hit
from ontology.base import DEF

MATCHES = f"{DEF}matches"
LIMIT = 1000  # things, unless the query asks for fewer
Find = Callable[[str, int], Sequence[Hit]]


def expand(text: str, find: Find) -> str:
    """Return the query with every `vpg:matches` replaced by what `find` found.

    Raises:
        QuerySyntaxError: its subject or object is of a form that cannot be looked up.
    """
    text = outline(text).text
    while "matches" in text:
        try:
            found = tokens(text)
        except UnreadableError:
            return text  # the engine says what is wrong with it
        prefixes = _prefixes(found)
        at = next((i for i, token in enumerate(found) if _is_matches(token, prefixes)), None)
        if at is None:
            break
        text = _expand_one(text, found, at, find)
    return text


def _prefixes(found: Sequence[Token]) -> dict[str, str]:
    return {found[i + 1].text: found[i + 2].text[1:-1] for i in range(len(found) - 2) if found[i].upper == "PREFIX"}


def _is_matches(token: Token, prefixes: dict[str, str]) -> bool:
    if token.kind == "iri":
        return token.text == f"<{MATCHES}>"
    prefix, colon, local = token.text.partition(":")
    return token.kind == "pname" and local == "matches" and prefixes.get(prefix + colon) == DEF


def _expand_one(text: str, found: Sequence[Token], at: int, find: Find) -> str:
    words, limit, end = _object(text, found, at + 1)
    first, variables, subject_end = _subject(text, found, at)
    hits = find(words, limit)
    subject = found[first]
    if subject.kind != "variable" and subject.text != "(":
        wanted = subject.text[1:-1] if subject.kind == "iri" else None
        if wanted is None:
            raise _error(text, subject, "the subject of vpg:matches must be a variable or an IRI in <>")
        block = "" if any(hit.name.thing == wanted for hit in hits) else "FILTER(false) "
    else:
        block = _values(variables, hits)
    alone = found[subject_end].start == found[at].start
    before, after = text[: subject.start] + block, text[found[end].end :] if end < len(found) else ""
    if not alone:  # ... ; vpg:matches "x" : an empty place between semicolons is allowed
        return (
            before
            + _named(text, found, first, variables, subject_end)
            + text[found[subject_end].start : found[at].start]
            + after
        )
    if end + 1 < len(found) and found[end + 1].text == ";":
        return f"{before}{_named(text, found, first, variables, subject_end)} {text[found[end + 1].end :]}"
    return before + after


def _named(text: str, found: Sequence[Token], first: int, variables: list[str], after: int) -> str:
    return f"{variables[0]} " if variables else text[found[first].start : found[after].start]


def _object(text: str, found: Sequence[Token], at: int) -> tuple[str, int, int]:
    """Read `"words"` or `("words" 20)`; return words, limit and the index of the last token."""
    token = found[at] if at < len(found) else found[-1]
    if token.kind == "string":
        last = at + 1 if at + 1 < len(found) and found[at + 1].kind == "lang" else at
        return _string(token.text), LIMIT, last
    if token.text == "(" and at + 3 < len(found) and found[at + 1].kind == "string":
        number, closing = found[at + 2], found[at + 3]
        if number.text.isdigit() and closing.text == ")":
            return _string(found[at + 1].text), int(number.text), at + 3
    raise _error(text, token, 'vpg:matches takes "words" or ("words" 20), written in the query')


def _subject(text: str, found: Sequence[Token], at: int) -> tuple[int, list[str], int]:
    """Return where the statement's subject starts, its variables, and the index after it."""
    start = at
    if found[at - 1].text == ";":
        start = at - 1
        while start > 0 and found[start - 1].text not in (".", "{", "}"):
            if found[start - 1].text == ")" and _is_call(found, start - 1):
                break
            start -= 1
    elif found[at - 1].text == ")":
        start = _opening(found, at - 1)
    else:
        start = at - 1
    token = found[start]
    if token.text == "(":
        inner = start + 1
        while found[inner].kind == "variable":
            inner += 1
        variables = [t.text for t in found[start + 1 : inner]]
        if found[inner].text != ")" or not 1 <= len(variables) <= 3:
            raise _error(text, token, "the subject of vpg:matches is ?x, (?x ?score) or (?x ?score ?name)")
        return start, variables, inner + 1
    if token.kind not in ("variable", "iri", "pname"):
        raise _error(text, token, "the subject of vpg:matches must be a variable or an IRI in <>")
    return start, [token.text] if token.kind == "variable" else [], start + 1


def _opening(found: Sequence[Token], closing: int) -> int:
    depth = 0
    for i in range(closing, -1, -1):
        depth += (found[i].text == ")") - (found[i].text == "(")
        if depth == 0:
            return i
    return closing


def _is_call(found: Sequence[Token], closing: int) -> bool:
    """Tell whether the brackets that close there belong to FILTER, BIND or a function, not to a list."""
    before = _opening(found, closing) - 1
    return before >= 0 and found[before].kind in ("word", "iri", "pname")


def _values(variables: list[str], hits: Sequence[Hit]) -> str:
    rows = []
    for hit in hits:
        cells = [f"<{hit.name.thing}>", f"{hit.score:.4f}", _literal(hit)]
        rows.append(f"({' '.join(cells[: len(variables)])})")
    return f"VALUES ({' '.join(variables)}) {{ {' '.join(rows)} }} "


def _literal(hit: Hit) -> str:
    text = hit.name.text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{text}"@{hit.name.language}' if hit.name.language else f'"{text}"'


_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def _string(text: str) -> str:
    size = 3 if text[:3] in ('"""', "'''") else 1
    inner = unescape(text[size:-size])
    out, escaped = [], False
    for character in inner:
        if escaped:
            out.append(_ESCAPED.get(character, character))
            escaped = False
        elif character == "\\":
            escaped = True
        else:
            out.append(character)
    return "".join(out)


def _error(text: str, token: Token, message: str) -> QuerySyntaxError:
    line, column = place(text, token.start)
    return QuerySyntaxError(f"line {line}, column {column}: {message}", line, column)
