"""The edge of the engine: its errors as ours, and the addresses it may not reach."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

from graph.errors import ForbiddenAddressError, QuerySyntaxError, StoreError

_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SHOWN = 5  # of the things that the engine expected; the rest is "..."


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
def engine_errors(text: str) -> Iterator[None]:
    """Turn the engine's exceptions into ours at the edge."""
    try:
        yield
    except SyntaxError as error:
        raise syntax_error(str(error)) from error
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
    """Shorten "expected one of A, B, C ..."; [_] is the engine's word for any character."""
    expected = text.removeprefix("expected one of ").removeprefix("expected ")
    if expected == text:
        return text
    names = [name for name in re.findall(r'"[^"]*"|\[[^\]]*\]|[^,"\[\]]+', expected) if name.strip()]
    words = [name.strip() for name in names if name.strip() not in ("[_]", '""')]
    if not words:
        return "something is missing or out of place here"
    shown = ", ".join(words[:_SHOWN]) + (" ..." if len(words) > _SHOWN else "")
    return f"expected {shown}" if len(words) == 1 else f"expected one of {shown}"
