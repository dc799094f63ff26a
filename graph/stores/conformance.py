"""What the engine gets wrong about SPARQL, put right before it sees the query.

nested aggregates, COUNT(COUNT(*))                      are an error (SPARQL 1.1, 11.4: they were accepted)
BIND(<<( "literal" :p :o )>> AS ?t)                     is an error (SPARQL 1.2, ExprTripleTermSubject)
(COUNT(?v) AS ?n) (?n + 1 AS ?m)                        ?n is known in later columns (18.2.4.4: was unbound)
?s :p* :o  where :o is not in the data                  :o itself is a solution (18.4: was none)
"""

import re
from collections.abc import Callable

from graph.errors import QuerySyntaxError
from graph.stores.syntax import Token, UnreadableError, place, tokens

_AGGREGATES = {"COUNT", "SUM", "AVG", "MIN", "MAX", "SAMPLE", "GROUP_CONCAT"}
_NESTED = re.compile(rf"(?i)\b(?:{'|'.join(_AGGREGATES)})\s*\(\s*(?:DISTINCT\s+)?(?:{'|'.join(_AGGREGATES)})\s*\(")
_BAD_SUBJECT = re.compile(r"""(?i)\b(?:BIND|FILTER)\s*\(\s*<<\(\s*(?:<<\(|["'0-9])""")
_ZERO = re.compile(r"[*?]\s*(?:[<:\w])|[<:\w>]\s*[*]\s*\?")


def put_right(text: str, words: frozenset[str], known: Callable[[str], bool]) -> str:
    """Return the query as the engine should read it. `known`: does an IRI stand as subject or object anywhere?

    Raises:
        QuerySyntaxError: it is malformed in a way that the engine does not see.
    """
    if "<<(" in text and (match := _BAD_SUBJECT.search(text)):
        raise _error(text, match.start(), "the subject of a triple term must be an IRI or a blank node")
    try:
        return _put_right(text, words, known)
    except UnreadableError:
        return text  # the engine says what is wrong with it


def _put_right(text: str, words: frozenset[str], known: Callable[[str], bool]) -> str:
    if words & _AGGREGATES:
        if match := _NESTED.search(text):
            raise _error(text, match.start(), "an aggregate cannot stand inside an aggregate")
        if text.upper().count(" AS ") > 1:
            text = _columns(text)
    if ("*" in text or "?" in text) and _ZERO.search(text) and "SERVICE" not in words:
        text = _zero_length(text, known)
    return text


def _error(text: str, offset: int, message: str) -> QuerySyntaxError:
    line, column = place(text, offset)
    return QuerySyntaxError(f"line {line}, column {column}: {message}", line, column)


def _columns(text: str) -> str:
    """Write out, in later columns of the outermost SELECT, what an earlier column with an aggregate stands for."""
    found = tokens(text)
    start = next((i for i, token in enumerate(found) if token.upper == "SELECT"), None)
    if start is None:
        return text
    meaning: dict[str, str] = {}
    out, position, i = [], 0, start + 1
    while i < len(found) and found[i].text != "{" and found[i].upper not in ("WHERE", "FROM"):
        if found[i].text != "(":
            i += 1
            continue
        end = _closing(found, i)
        if end - 2 <= i or found[end - 2].upper != "AS":
            return text
        pieces, at = [], found[i].end
        for token in found[i + 1 : end - 2]:
            if token.text in meaning:
                pieces.append(text[at : token.start] + meaning[token.text])
                at = token.end
        expression = "".join([*pieces, text[at : found[end - 2].start]])
        if pieces:
            out.append(text[position : found[i].end] + expression)
            position = found[end - 2].start
        if pieces or any(token.upper in _AGGREGATES for token in found[i + 1 : end - 2]):
            meaning[found[end - 1].text] = f"({expression.strip()})"
        i = end + 1
    return "".join([*out, text[position:]])


def _closing(found: list[Token], opening: int) -> int:
    depth = 0
    for i in range(opening, len(found)):
        depth += (found[i].text == "(") - (found[i].text == ")")
        if depth == 0:
            return i
    return len(found) - 1


def _zero_length(text: str, known: Callable[[str], bool]) -> str:
    """Rewrite `?s :p* <o>` and `<o> :p* ?s`, alone in their statement, where <o> is not in the data."""
    found = tokens(text)
    prefixes = {found[i + 1].text: found[i + 2].text[1:-1] for i in range(len(found) - 2) if found[i].upper == "PREFIX"}
    out, position = [], 0
    for i in range(1, len(found) - 4):
        subject, path, times, obj = found[i : i + 4]
        if times.text not in ("*", "?") or path.kind not in ("iri", "pname") or times.start != path.end:
            continue
        if found[i - 1].text not in ("{", ".") or found[i + 4].text not in ("}", "."):
            continue
        variable, constant = (subject, obj) if subject.kind == "variable" else (obj, subject)
        if variable.kind != "variable" or constant.kind not in ("iri", "pname"):
            continue
        iri = constant.text[1:-1] if constant.kind == "iri" else _expanded(constant.text, prefixes)
        if iri is None or ":" not in iri or known(iri):
            continue
        out.append(f"{text[position : subject.start]}VALUES {variable.text} {{ {constant.text} }}")
        position = obj.end
    return "".join([*out, text[position:]]) if out else text


def _expanded(name: str, prefixes: dict[str, str]) -> str | None:
    prefix, _, local = name.partition(":")
    namespace = prefixes.get(prefix + ":")
    return None if namespace is None or ":" not in namespace or "\\" in local else namespace + local
