"""A report's text as it is printed: without the characters that print nothing, with one kind of space, one at a time.

Pages and word processors leave zero-width characters, soft hyphens and doubled spaces inside names. The text
that is kept stays as it came in; rules read the printed one, and their spans are moved back to it.
"""

import re
from bisect import bisect_right
from dataclasses import fields, is_dataclass, replace
from typing import Any

from graph.grammar.text.codes import codes_of, is_coded
from graph.grammar.text.normal import BLANK, LOWER, UNPRINTED, UPPER
from graph.mention import Evidence, Extraction, Span
from graph.source import Source

# Looked for one by one: a plain search is quicker than any pattern, and most texts have none of them.
_SIGNS = ("  ", *UNPRINTED, *(c for c in BLANK if c != " "))
_HARD_SPACE = codes_of("\u00a0")
# Up to three blanks are one that was typed twice; a wider gap parts the columns of a table or a form.
_ODD = re.compile(rf"[{BLANK}{UNPRINTED}]{{2,}}|[{UNPRINTED}]")
_WIDEST = 3
_PLAIN = re.compile(f"[{UNPRINTED}]+")
_GLUED = re.compile(rf"[{LOWER}][{UPPER}]")


class Printed:
    """A text as it is printed, and where its characters stand in the text that was read.

    `text`: the printed text. It is made of stretches of the text that was read, one after another.
    """

    def __init__(self, text: str) -> None:
        pieces: list[str] = []
        self._starts = [0]  # of each stretch in the printed text
        self._origins = [0]  # of the same in the text that was read
        at = length = 0
        for match in _ODD.finditer(text):
            shown = _shown(text, match)
            if shown == match[0]:
                continue
            pieces += text[at : match.start()], shown
            length += match.start() - at
            if shown:
                self._starts.append(length)
                self._origins.append(match.start())
            length += len(shown)
            at = match.end()
            self._starts.append(length)
            self._origins.append(at)
        pieces.append(text[at:])
        self.text = "".join(pieces)
        for blank in BLANK[1:]:
            self.text = self.text.replace(blank, " ")

    def back(self, span: Span) -> Span:
        """Give the stretch of the text that was read which prints as the characters at `span`."""
        start = self._origin(span.start)
        return Span(start, self._origin(span.end - 1) + 1 if span.end > span.start else start)

    def _origin(self, at: int) -> int:
        piece = bisect_right(self._starts, at) - 1
        return self._origins[piece] + at - self._starts[piece]


def printed(text: str) -> str:
    """Return a text as it is printed."""
    return Printed(text).text if is_odd(text) else text


def is_odd(text: str) -> bool:
    """Has the text a character that may print nothing, or two blanks together? Nearly free."""
    codes = codes_of(text)
    if is_coded(codes) and b"  " not in codes and b"\t" not in codes and _HARD_SPACE not in codes:
        return False
    for sign in _SIGNS:  # noqa: SIM110 - a generator takes longer than the searches
        if sign in text:
            return True
    return False


def as_printed(source: Source) -> tuple[Source, Printed | None]:
    """Return a report as its words are to be read, and the way back, or None where nothing differs."""
    found = Printed(source.text) if is_odd(source.text) else None
    title = printed(source.title) if source.title else source.title
    if found is None or found.text == source.text:
        return (source if title == source.title else replace(source, title=title)), None
    return replace(source, text=found.text, title=title), found


def moved_back(extraction: Extraction, text: Printed) -> Extraction:
    """Move every span of what was read in a printed text to where its words stand in the text that was read."""
    values = {field.name: getattr(extraction, field.name) for field in fields(extraction)}
    return replace(extraction, **{name: _moved(value, text) for name, value in values.items()})


def _moved(value: Any, text: Printed) -> Any:  # noqa: ANN401
    if isinstance(value, Span):
        return text.back(value)
    if isinstance(value, Evidence):
        return Evidence(text.back(value.span), value.rule, value.derived)
    if value is None or isinstance(value, str | int | float):
        return value
    if type(value) is tuple:
        return tuple(_moved(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _moved(getattr(value, field.name), text) for field in fields(value)})
    # What is passed over here would keep the offsets of another text.
    raise TypeError(f"no way back to the text that was read is known for {type(value).__name__}")


def _shown(text: str, match: "re.Match[str]") -> str:
    """What is printed for a run of blanks and of characters that print nothing."""
    blanks = _PLAIN.sub("", match[0])
    if len(blanks) > _WIDEST:
        return blanks
    if blanks:
        return blanks[0]
    # Between a small and a capital letter a break was meant: "Lê\u200bVăn".
    start, end = match.span()
    return " " if "\u200b" in match[0] and _GLUED.fullmatch(text[start - 1 : start] + text[end : end + 1]) else ""
