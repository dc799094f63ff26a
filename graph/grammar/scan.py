"""Where the words that may open a fact stand: grammars start only there, never at every character.

A report is cut into words once. Only first words that somebody looks for are kept, each with its offsets
and with the word that follows, which tells most of them apart from what is looked for.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from graph.grammar.document import Document

_WORD = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[^\w ]")
_COMMON_MARKS = "\n,.;:\"()-/'%?!…_"  # replacing each is quicker than one pattern
# All that any grammar looks for; it grows while the schemes are read, then stays.
_wanted: set[str] = set()
# A word's offset, and the run of letters and digits after the one character that follows it ("" for none).
Place = tuple[int, str]


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The letters and digits that phrases in lower case begin with, for `places`."""
    words = frozenset(match[0] for phrase in phrases if (match := _WORD.match(phrase)))
    _wanted.update(words)
    return words


def places(document: Document) -> Mapping[str, list[Place]]:
    """Where each wanted first word stands in the lowered text, as a whole run of letters and digits."""
    kept: tuple[int, dict[str, list[Place]]] | None = document.__dict__.get("_places")
    if kept is None or kept[0] != len(_wanted):
        wanted, at = _wanted, 0
        found: dict[str, list[Place]] = defaultdict(list)
        words = _cut(document.lowered)
        for word, after in zip(words, [*words[1:], ""], strict=True):
            if word in wanted:
                found[word].append((at, after))
            at += len(word) + 1
        kept = document.__dict__["_places"] = (len(wanted), dict(found))
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


def second_word(phrase: str) -> str | None:
    """The word that must follow the first one of a phrase (as in `Place`), or None where any may."""
    words = _cut(phrase)
    return words[1] if len(words) > 2 or len(words) == 2 and words[1] else None


class Finder:
    """Finds whole-word occurrences of many phrases in lower case, looked up by their first two words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        groups: dict[str, dict[str | None, list[str]]] = defaultdict(lambda: defaultdict(list))
        for phrase in sorted(set(phrases), key=len, reverse=True):
            groups[min(first_words([phrase]))][second_word(phrase)].append(phrase)
        # By second word, the longest phrase first; None holds those before which any word may follow.
        self._groups = {
            first: {
                second: sorted([*forms, *group.get(None, ())], key=len, reverse=True) if second is not None else forms
                for second, forms in group.items()
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
