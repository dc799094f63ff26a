"""Where the phrases that may open a fact stand: grammars start only there, never at every character.

A report is cut into words once. Kept are only the first words of phrases that somebody looks for, and of
these only the ones with the right second word: that tells most of them apart before any pattern is tried.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import accumulate, compress, count

from graph.grammar.document import Document

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[^\w ]")
_COMMON_MARKS = "\n,.;:\"()-/'%?!…_"  # replacing each is quicker than one pattern
# A word's offset, and the run of letters and digits after the one character that follows it ("" for none).
Place = tuple[int, str]


class _Wanted:
    """The first words that any grammar looks for, each with the second words it may have, or None for any.

    It grows while the schemes are read, then stays; `version` counts the changes.
    """

    def __init__(self) -> None:
        self.seconds: dict[str, set[str] | None] = {}
        self.version = 0

    def add(self, first: str, second: str | None) -> None:
        """Look for a first word with a second word, or with any."""
        known = self.seconds.setdefault(first, set())
        if known is not None and second not in known:
            self.version += 1
            if second is None:
                self.seconds[first] = None
            else:
                known.add(second)


_wanted = _Wanted()


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The letters and digits that phrases in lower case begin with, for `places`; the phrases are looked for."""
    found = set()
    for phrase in phrases:
        match = _WORD.match(phrase)
        if match:
            found.add(match[0])
            _wanted.add(match[0], second_word(phrase))
    return frozenset(found)


def second_word(phrase: str) -> str | None:
    """The word that must follow the first one of a phrase (as in `Place`), or None where any may."""
    words = _cut(phrase)
    return words[1] if len(words) > 2 or len(words) == 2 and words[1] else None


def places(document: Document) -> Mapping[str, list[Place]]:
    """Where wanted first words stand before a wanted second one, as whole runs of letters and digits."""
    kept: tuple[int, dict[str, list[Place]]] | None = document.kept.get("_places")
    if kept is None or kept[0] != _wanted.version:
        seconds = _wanted.seconds
        words = [*_cut(document.lowered), ""]
        starts = list(accumulate(map(len, words), initial=0))  # without the spaces between them
        found: dict[str, list[Place]] = defaultdict(list)
        for i in compress(count(), map(seconds.__contains__, words)):
            word, after = words[i], words[i + 1]
            known = seconds[word]
            if known is None or after in known:
                found[word].append((starts[i] + i, after))
        kept = document.kept["_places"] = (_wanted.version, dict(found))
    return kept[1]


def _cut(text: str) -> list[str]:
    """Cut at every character that is no letter or digit; what stands between two such is ""."""
    for mark in _COMMON_MARKS:
        text = text.replace(mark, " ")
    words = text.split(" ")
    return words if "".join(words).isalnum() else _MARK.sub(" ", text).split(" ")


def places_of(document: Document, words: frozenset[str]) -> list[int]:
    """Where any of these first words stands, in the order of the text."""
    known = places(document)
    return sorted([at for word in known.keys() & words for at, _ in known[word]])


class Finder:
    """Finds whole-word occurrences of many phrases in lower case, looked up by their first two words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        groups: dict[str, dict[str | None, list[str]]] = defaultdict(lambda: defaultdict(list))
        for phrase in set(phrases):
            groups[min(first_words([phrase]))][second_word(phrase)].append(phrase)
        # By second word, the longest phrase first; None holds those before which any word may follow.
        self._groups = {
            first: {
                second: sorted({*forms, *group.get(None, ())}, key=len, reverse=True) for second, forms in group.items()
            }
            for first, group in groups.items()
        }

    def hits(self, document: Document) -> list[tuple[int, str]]:
        """Return (offset, phrase) of every occurrence, sorted; the longest phrase at an offset."""
        found: list[tuple[int, str]] = []
        lowered, known = document.lowered, places(document)
        for first in known.keys() & self._groups.keys():
            group = self._groups[first]
            short = group.get(None, ())
            for at, after in known[first]:
                for form in group.get(after, short):
                    if lowered.startswith(form, at) and not lowered[at + len(form) : at + len(form) + 1].isalnum():
                        found.append((at, form))
                        break
        found.sort()
        return found
