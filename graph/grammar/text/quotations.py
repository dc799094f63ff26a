"""Where quotations stand: inside one of the sentence, or of a sentence before."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from graph.grammar.text.document import Document
from graph.mention import Span

_LONGEST_QUOTATION = 1500
_BEFORE_OPEN = frozenset(["", " ", "\n", "\t", "(", ":"])
_AFTER_CLOSE = frozenset(["", " ", "\n", "\t", ",", ".", ";", ":", ")", '"', "-"])


def in_quotes(folded: str, start: int, offset: int) -> bool:
    """Is the last quotation mark before `offset` one that opens, and does not stand right before it?"""
    mark = last_mark(folded, start, offset - 1)
    if mark < 0:
        return False
    return (mark == start or folded[mark - 1] in " (:") and folded[mark + 1 : mark + 2] not in ' ,.;:-)"'


def last_mark(text: str, start: int, end: int) -> int:
    """Where the last quotation mark between two offsets stands, or -1; however long the sentence is."""
    marks = _marks(text)
    at = bisect_left(marks, end) - 1
    return marks[at] if at >= 0 and marks[at] >= start else -1


@lru_cache(maxsize=8)
def _marks(text: str) -> Sequence[int]:
    found, mark = [], text.find('"')
    while mark >= 0:
        found.append(mark)
        mark = text.find('"', mark + 1)
    return found


def in_quotation(document: Document, sentence: Span, offset: int) -> bool:
    """Does `offset` stand in a quotation that an earlier sentence opened?"""
    spans: list[Span] | None = document.kept.get("_quotations")
    if spans is None:
        spans = document.kept["_quotations"] = _quotations(document.folded)
    at = bisect_right(spans, offset, key=lambda s: s.start) - 1
    return at >= 0 and spans[at].start < sentence.start and offset < spans[at].end


def _quotations(folded: str) -> list[Span]:
    """The stretches between a mark that opens and the next that closes, at most some lines apart."""
    found = []
    opened, mark = -1, folded.find('"')
    while mark >= 0:
        if folded[mark - 1 : mark] in _BEFORE_OPEN and folded[mark + 1 : mark + 2] not in _AFTER_CLOSE:
            opened = mark
        elif opened >= 0:
            if mark - opened < _LONGEST_QUOTATION:
                found.append(Span(opened, mark))
            opened = -1
        mark = folded.find('"', mark + 1)
    return found
