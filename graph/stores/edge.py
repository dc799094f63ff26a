"""The edge of the engine: its errors as ours, and the addresses it may not reach."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

from graph.errors import ForbiddenAddressError, QuerySyntaxError, StoreError
from graph.stores.beginning import wrong_beginning
from graph.stores.mistakes import mistake

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SHOWN = 5  # of the things that the engine expected
_EXPECTED = re.compile(r'"(?P<mark>(?:\\.|[^"\\])+)"|(?P<class>\[[^\]]*\])|(?P<name>[A-Za-z_ ]+)')
# What the engine says of meanings, not of letters; it puts "expected" before these, too.
_SAID = (
    ("overrides an existing variable", "a column has the name of a variable that the pattern binds"),
    ("IRI parsing failed", "the address between < and > is no IRI"),
    ("unreported", "this cannot stand here"),
)
_TERMS = {
    **dict.fromkeys(("$", "?"), "a variable"),
    **dict.fromkeys(("'", "'''", '\\"', '\\"\\"\\"'), "a text"),
    **dict.fromkeys(("<", ":"), "a name"),
    **dict.fromkeys(("_:", "["), "a blank node"),
    **dict.fromkeys(("true", "false"), "true or false"),
    **dict.fromkeys(("<<", "<<(", "{|", "~", "\\\\", "\\\\u", "\\\\U"), ""),
}


def addresses_allowed(asked: Sequence[str], allowed: Sequence[str]) -> bool:
    """Tell whether all of `asked`, at least one, are in the allow-list (addresses or host names)."""
    return bool(asked) and all(
        address and (address in allowed or (urlsplit(address).hostname or "") in allowed) for address in asked
    )


def refuse_addresses(asked: Sequence[str], allowed: Sequence[str]) -> None:
    """Refuse SERVICE and LOAD outside the allow-list, before the engine could reach the network.

    Raises:
        ForbiddenAddressError: one of `asked` is not allowed.
    """
    for address in asked:
        if not addresses_allowed([address], allowed):
            named = f"<{address}>" if address else "an address that is not written out as <IRI>"
            raise ForbiddenAddressError(
                f"SERVICE and LOAD may only reach addresses the settings allow; {named} is not one of them"
            )


@contextmanager
def engine_errors(text: str | None = None, *, update: bool = False) -> Iterator[None]:
    """Turn the engine's exceptions into ours at the edge; `text` is the query or update, if it is about one."""
    try:
        yield
    except SyntaxError as error:
        said = syntax_error(str(error))
        if text is not None:
            at = None if said.line is None or said.column is None else (said.line, said.column)
            said = wrong_beginning(text, update=update) or mistake(text, at, update=update) or said
        raise said from error
    except (OSError, RuntimeError, ValueError) as error:
        raise StoreError(f"the store could not do this: {error}") from error


def syntax_error(message: str) -> QuerySyntaxError:
    """Read "error at LINE:COLUMN: expected ..." into an error that says where and what."""
    match = _PLACE.search(message)
    if match is None:
        return QuerySyntaxError(message)
    line, column = int(match[1]), int(match[2])
    return QuerySyntaxError(f"line {line}, column {column}: {_in_words(match[3].strip())}", line, column)


def _in_words(text: str) -> str:
    """Shorten "expected one of A, B, C ..."; what the engine expects of single characters helps nobody."""
    if "Prefix not found" in text:
        return "a prefix is not declared (PREFIX name: <address>)"
    if "unbound" in text:
        return "a column uses a variable that is neither grouped by nor aggregated"
    for part, said in _SAID:
        if part in text:
            return said
    expected = text.removeprefix("expected one of ").removeprefix("expected ")
    if expected == text:
        return text
    words = list(dict.fromkeys(word for match in _EXPECTED.finditer(expected) if (word := _word(match))))
    if not words or words == ["SERVICE"]:
        return "what stands before this is incomplete, expected the rest of a triple pattern or a }"
    shown = words[:_SHOWN]
    return f"expected {', '.join(shown[:-1])} or {shown[-1]}" if len(shown) > 1 else f"expected {shown[0]}"


def _word(match: "re.Match[str]") -> str:
    """Say one thing that the engine expects: a term by its kind, a keyword or a mark as it is; '' for the rest."""
    if match["mark"]:
        return _TERMS.get(match["mark"], match["mark"])
    if match["class"]:
        return "a number" if match["class"] == "['0'..='9']" else ""
    name = (match["name"] or "").strip()
    return "" if name == "LATERAL" else name
