"""A report laid out for reading: its lines with their kinds, its sentences, its title and its date.

Everything that reads a report takes a `Document`. Offsets are those of `Source.text`; `folded` and
`lowered` have the same length, so any of the three can be searched and any other one quoted.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from graph.grammar.text import codes
from graph.grammar.text.normal import UPPER
from graph.mention import Span

# Lines in which the report itself speaks; "dateline", "byline" and "noise" (menus, counters) are not.
READABLE = frozenset({"title", "lead", "body", "heading", "caption"})

# A run of dots (a form's filler line) is tried once, from its first; the set stands first, so that it is searched for.
# In a text that has "." for every mark that ends a sentence, "A" for what one may begin with, ")" and "(" for brackets.
_END = re.compile(rb"\.(?<!\.\.)[./]*+[\"')]*+ ++(?=[\"'(]*+A)")


def _end_shape(letter: str) -> str:
    if letter in ".!?…":
        return "."
    if letter in ")]":
        return ")"
    if letter in "([":
        return "("
    if letter in UPPER or letter.isdecimal() or letter == "-":
        return "A"
    return letter if letter in "/\"' " else "x"


_END_SHAPES = codes.table(_end_shape)
# A full stop after one of these does not end a sentence.
_ABBREVIATION = frozenset(
    ("tp", "tx", "tt", "gs", "pgs", "ts", "ths", "tsch", "bs", "cn", "ks", "ls", "nsnd", "nsưt", "ngnd", "ngưt")
    + ("q", "p", "h", "x", "st", "tr", "cty", "đ/c", "mr", "mrs", "dr", "ms", "no")
)
_INITIAL = re.compile(rf"(?:^|[\s(.\"'-])(?:[{UPPER}]|T[Ss]|PGS|GS|Th|v)$")


@dataclass(slots=True)
class Line:
    """A line without the space around it.

    `kind`: title, dateline, lead (first paragraph), body, heading (a crosshead), caption, byline, or
    noise (what the site prints around a report).
    """

    span: Span
    kind: str


class Document:
    """A report ready for the grammars.

    `lowered`: the folded text in lower case, of the same length. `sentences`: those of all readable lines, in
    order (none runs over a line end); `told`: those of the paragraphs (lead and body) alone.
    `published`: ISO day, "--MM-DD" where the report names its day without a year, or None.
    Spans are None where title or date came as metadata and are not in the text.
    `kept`: what a grammar has found out about this report and need not find out again, by its own name.
    """

    def __init__(
        self,
        id: str,
        text: str,
        folded: str,
        lines: tuple[Line, ...],
        title: str | None = None,
        title_span: Span | None = None,
        published: str | None = None,
        published_span: Span | None = None,
    ) -> None:
        """Lay out what was read; nothing of it changes later but `kept`."""
        self.id = id
        self.text = text
        self.folded = folded
        self.lowered = codes.lowered(folded)
        self.lines = lines
        self.title = title
        self.title_span = title_span
        self.published = published
        self.published_span = published_span
        self.kept: dict[str, Any] = {}
        self.sentences = tuple(_sentences(folded, [line.span for line in lines if line.kind in READABLE]))
        self._line_starts = [line.span.start for line in lines]
        self._sentence_starts = [span.start for span in self.sentences]
        # What was asked for last, which is often asked for next: a line, and from where to where how many sentences
        # have begun.
        self._line = Line(Span(0, 0), "noise")
        self._from = self._until = self._before = 0
        self.told = tuple(_in_paragraphs(self.sentences, lines))

    def line_at(self, offset: int) -> Line | None:
        """Return the line that holds the character at `offset`, or None between lines."""
        if not self._line.span.start <= offset < self._line.span.end:
            at = bisect_right(self._line_starts, offset)
            if not at or offset >= self.lines[at - 1].span.end:
                return None
            self._line = self.lines[at - 1]
        return self._line

    def kind_at(self, offset: int) -> str:
        """Return the kind of the line that holds the character at `offset`; "noise" between lines."""
        line = self.line_at(offset)
        return line.kind if line else "noise"

    def sentence_at(self, offset: int) -> Span | None:
        """Return the sentence that holds the character at `offset`, or None in unreadable lines."""
        at = self.sentences_before(offset)
        return self.sentences[at - 1] if at and offset < self.sentences[at - 1].end else None

    def sentences_in(self, span: Span) -> tuple[Span, ...]:
        """Return the sentences that begin in a stretch."""
        starts = self._sentence_starts
        return self.sentences[bisect_left(starts, span.start) : bisect_left(starts, span.end)]

    def sentences_before(self, offset: int) -> int:
        """Say how many sentences begin at or before `offset`."""
        if not self._from <= offset < self._until:
            starts = self._sentence_starts
            at = self._before = bisect_right(starts, offset)
            self._from = starts[at - 1] if at else 0
            self._until = starts[at] if at < len(starts) else len(self.text) + 1
        return self._before

    def of_kind(self, *kinds: str) -> list[Span]:
        """Return the spans of the lines of these kinds, in order."""
        return [line.span for line in self.lines if line.kind in kinds]

    def words(self, span: Span) -> str:
        """Return the words of the report at a span, as they were read."""
        return self.text[span.start : span.end]


def _in_paragraphs(sentences: Sequence[Span], lines: Sequence[Line]) -> list[Span]:
    """The sentences of the leads and bodies."""
    found: list[Span] = []
    index, count = 0, len(sentences)
    for line in lines:
        told = line.kind == "lead" or line.kind == "body"
        start, end = line.span.start, line.span.end
        while index < count and sentences[index].start < end:
            if told and sentences[index].start >= start:
                found.append(sentences[index])
            index += 1
    return found


def split(folded: str, line: Span) -> list[Span]:
    """Split one line into sentences; each span has no space at its ends."""
    return _sentences(folded, [line], line.end)


def _sentences(folded: str, lines: Sequence[Span], last: int | None = None) -> list[Span]:
    """Split lines, in order, into sentences: in one search over the text, as no end of a sentence holds a line end."""
    found: list[Span] = []
    if not lines:
        return found
    shapes = codes.codes_of(folded).translate(_END_SHAPES)
    ends = _END.finditer(shapes, lines[0].start, len(folded) if last is None else last)
    match = next(ends, None)
    for line in lines:
        start, stop = line.start, line.end
        while match and match.start() < stop:
            if match.start() >= start and not _abbreviated(folded, start, match.start()):
                end = match.end()
                begin = end
                while folded[end - 1] == " ":
                    end -= 1
                found.append(Span(start, end))
                start = begin
            match = next(ends, None)
        if start < stop:
            found.append(Span(start, stop))
    return found


def _abbreviated(folded: str, start: int, stop: int) -> bool:
    """Is the full stop at `stop` part of an abbreviation, an initial, or the number of an item?"""
    if folded[stop] != "." or folded.startswith(("..", "./."), stop):
        return False
    word = folded[max(start, folded.rfind(" ", start, stop) + 1) : stop]
    if word.lower().lstrip("(\"'") in _ABBREVIATION or _INITIAL.search(word):
        return True
    return word.isdigit() and len(word) <= 2 and stop - start <= 3
