"""Where the phrases that may open a fact stand: grammars start only there, never at every character.

A report is cut into words once, and every phrase that anybody looks for is looked up in that one pass: by its
first word, then by its second one, which tells most of them apart before any letter is compared. Another
`Finder` costs a report nothing but the phrases of it that stand there. Words are cut and looked up as `codes`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from typing import NamedTuple

from graph.grammar.text.codes import codes_of, table
from graph.grammar.text.document import Document

_WORD = re.compile(r"[^\W_]+")
_WORDS = table(lambda letter: letter if letter.isalnum() else " ")
_SPACE = ord(" ")
# A word's offset, and the run of letters and digits after the one character that follows it ("" for none).
Place = tuple[int, str]
# What is looked for at two words: is it a place that grammars ask for, and the phrases of each finder (by number)
# that begin so, the longest first.
_Row = tuple[bool, tuple[tuple[int, tuple[str, ...]], ...]]
# By the codes of the second word; and what is looked for where the second word is none of these.
_Rows = tuple[dict[bytes, _Row], _Row | None]


class _Found(NamedTuple):
    """What one pass over a report found, for the phrases of a `version` of what is wanted."""

    version: int
    places: dict[str, list[Place]]
    hits: dict[int, list[tuple[int, str]]]


class _Wanted:
    """The phrases that any grammar looks for, by their first two words (None: any second word).

    It grows while the schemes are read, then stays; `version` counts the changes.
    """

    def __init__(self) -> None:
        self._places: dict[str, set[str | None]] = defaultdict(set)
        self._forms: dict[str, dict[int, dict[str | None, list[str]]]] = defaultdict(dict)
        self._table: tuple[int, dict[bytes, _Rows]] = (-1, {})
        self._finders = count()
        self.version = 0

    def add_place(self, first: str, second: str | None) -> None:
        """Look for a first word with a second word, or with any."""
        if second not in self._places[first]:
            self._places[first].add(second)
            self.version += 1

    def add_finder(self, phrases: Iterable[str]) -> int:
        """Look for whole phrases; return the number under which they are found."""
        number = next(self._finders)
        for phrase in sorted(set(phrases)):
            group = self._forms[_first_word(phrase)].setdefault(number, {})
            group.setdefault(second_word(phrase), []).append(phrase)
        self.version += 1
        return number

    def table(self) -> dict[bytes, _Rows]:
        """All that is wanted, by the codes of the first word."""
        if self._table[0] != self.version:
            firsts = self._places.keys() | self._forms.keys()
            self._table = (self.version, {codes_of(first): self._rows(first) for first in firsts})
        return self._table[1]

    def _rows(self, first: str) -> _Rows:
        places, finders = self._places.get(first, set()), self._forms.get(first, {})
        rows: dict[str | None, _Row] = {}
        for second in {None, *places, *(second for group in finders.values() for second in group)}:
            forms = {number: {*group.get(second, ()), *group.get(None, ())} for number, group in finders.items()}
            kept = tuple((n, tuple(sorted(known, key=len, reverse=True))) for n, known in forms.items() if known)
            if kept or second in places or None in places:
                rows[second] = (second in places or None in places, kept)
        any_second = rows.pop(None, None)
        return {codes_of(second): row for second, row in rows.items() if second is not None}, any_second


_wanted = _Wanted()


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The letters and digits that phrases in lower case begin with, for `places`; the phrases are looked for."""
    found = set()
    for phrase in phrases:
        match = _WORD.match(phrase)
        if match:
            found.add(match[0])
            _wanted.add_place(match[0], second_word(phrase))
    return frozenset(found)


def second_word(phrase: str) -> str | None:
    """The word that must follow the first one of a phrase (as in `Place`), or None where any may."""
    words = codes_of(phrase).translate(_WORDS).split(b" ")
    if len(words) < 2 or len(words) == 2 and not words[1]:
        return None
    start = len(words[0]) + 1
    return phrase[start : start + len(words[1])]


def places(document: Document) -> dict[str, list[Place]]:
    """Where wanted first words stand before a wanted second one, as whole runs of letters and digits."""
    return _found(document).places


def _found(document: Document) -> _Found:
    kept: _Found | None = document.kept.get("_places")
    if kept is None or kept.version != _wanted.version:
        kept = document.kept["_places"] = _read(document.lowered)
    return kept


def _read(lowered: str) -> _Found:
    table = _wanted.table()
    # What is no letter or digit parts words; what stands between two such is an empty one.
    spaced = codes_of(lowered).translate(_WORDS) + b" "
    standing: dict[str, list[Place]] = {}
    hits: dict[int, list[tuple[int, str]]] = {}
    size = len(spaced)
    at = following = 0
    rows: _Rows | None = None
    for after in spaced.split(b" "):
        if rows is not None:
            row = rows[0].get(after, rows[1])
            if row is not None:
                is_place, finders = row
                if is_place:
                    place = (at, lowered[following : following + len(after)])
                    standing.setdefault(lowered[at : following - 1], []).append(place)
                for number, forms in finders:
                    for form in forms:
                        end = at + len(form)
                        if end < size and spaced[end] == _SPACE and lowered.startswith(form, at):
                            hits.setdefault(number, []).append((at, form))
                            break
        rows = table.get(after) if after else None
        at = following
        following = at + len(after) + 1
    return _Found(_wanted.version, standing, hits)


def _first_word(phrase: str) -> str:
    match = _WORD.match(phrase)
    if match is None:
        raise ValueError(f"a phrase that is looked for begins with a letter or digit, unlike {phrase!r}")
    return match[0]


def places_of(document: Document, words: frozenset[str]) -> list[int]:
    """Where any of these first words stands, in the order of the text."""
    known = places(document)
    return sorted([at for word, found in known.items() if word in words for at, _ in found])


class Finder:
    """Finds whole-word occurrences of many phrases in lower case, looked up by their first two words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._number = _wanted.add_finder(phrases)

    def hits(self, document: Document) -> Sequence[tuple[int, str]]:
        """Return (offset, phrase) of every occurrence, sorted; the longest phrase at an offset."""
        return _found(document).hits.get(self._number, ())
