"""Where the words that may open a fact stand: grammars start only there, never at every character.

A report is cut into words once. Only first words that somebody looks for are kept, with their offsets.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate

from graph.grammar.document import Document

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[^\w ]")
_COMMON_MARKS = "\n,.;:\"()-/'%?!…_"  # replacing each is quicker than one pattern
# All that any grammar looks for; it grows while the schemes are read, then stays.
_wanted: set[str] = set()


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The letters and digits that phrases in lower case begin with, for `places`."""
    words = frozenset(match[0] for phrase in phrases if (match := _WORD.match(phrase)))
    _wanted.update(words)
    return words


def places(document: Document, words: frozenset[str]) -> list[tuple[str, list[int]]]:
    """Where each of these `first_words` stands in the lowered text, as a whole run of letters and digits."""
    known = _places(document)
    return [(word, known[word]) for word in words if word in known]


def _places(document: Document) -> dict[str, list[int]]:
    kept: tuple[int, dict[str, list[int]]] | None = document.__dict__.get("_places")
    if kept is None or kept[0] != len(_wanted):
        spaced = document.lowered
        for mark in _COMMON_MARKS:
            spaced = spaced.replace(mark, " ")
        if _MARK.search(spaced):
            spaced = _MARK.sub(" ", spaced)
        words = spaced.split(" ")
        ends = list(accumulate(map(len, words)))
        found: dict[str, list[int]] = {}
        for i in [i for i, word in enumerate(words) if word in _wanted]:
            found.setdefault(words[i], []).append(ends[i] - len(words[i]) + i)
        kept = document.__dict__["_places"] = (len(_wanted), found)
    return kept[1]


def places_of(document: Document, words: frozenset[str]) -> list[int]:
    """Where any of these first words stands, in the order of the text."""
    return sorted([at for _, offsets in places(document, words) for at in offsets])


class Finder:
    """Finds whole-word occurrences of many phrases in lower case, looked up by their first words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        groups: dict[str, list[str]] = defaultdict(list)
        for phrase in set(phrases):
            groups[min(first_words([phrase]))].append(phrase)
        self._firsts = frozenset(groups)
        self._groups = {first: sorted(forms, key=len, reverse=True) for first, forms in groups.items()}

    def hits(self, document: Document) -> list[tuple[int, str]]:
        """Return (offset, phrase) of every occurrence, sorted; the longest phrase at an offset."""
        found: list[tuple[int, str]] = []
        lowered = document.lowered
        for first, offsets in places(document, self._firsts):
            forms = self._groups[first]
            for at in offsets:
                for form in forms:
                    if lowered.startswith(form, at) and not lowered[at + len(form) : at + len(form) + 1].isalnum():
                        found.append((at, form))
                        break
        found.sort()
        return found
