"""The default graph as columns of numbers: one pair of sorted columns for each predicate.

Terms are numbered; a predicate is its (subject, object) pairs, once sorted by subject and once by object. A
join is then a binary search for all rows at once, a comparison one look into a table of values. Built from
what the engine holds, valid until the next write. About 60 bytes a triple, 2 s for a million.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

import numpy as np
import numpy.typing as npt
import pyoxigraph as ox

Ids = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
XSD = "http://www.w3.org/2001/XMLSchema#"
_DATE = re.compile(rb'"(\d{4})-(\d\d)-(\d\d)"\^\^<http://www\.w3\.org/2001/XMLSchema#date>\Z')
_NUMBER = re.compile(
    rb'"([+-]?(?:\d{1,15}|\d{1,9}\.\d{1,6}))"\^\^<http://www\.w3\.org/2001/XMLSchema#'
    rb"(?:integer|decimal|int|long|short|byte|nonNegativeInteger|positiveInteger|unsignedInt|unsignedLong)>\Z"
)
_ODD = re.compile(
    rb"\^\^<http://www\.w3\.org/2001/XMLSchema#(?:date|integer|decimal|double|float|int|long|short|byte|"
    rb"nonNegativeInteger|positiveInteger|unsignedInt|unsignedLong|negativeInteger|nonPositiveInteger|"
    rb"unsignedShort|unsignedByte)>\Z"
)
FEW = 3000  # objects of a predicate that are looked at one by one
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_CHARACTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


@dataclass(frozen=True, slots=True)
class Predicate:
    """The pairs of one predicate. `s`, `o`: sorted by subject, then object; `so`, `oo`: by object, then subject."""

    s: Ids
    o: Ids
    so: Ids
    oo: Ids
    subjects: int
    objects: int

    @property
    def size(self) -> int:
        """Return how many pairs there are."""
        return len(self.s)


def predicate(s: Ids, o: Ids) -> Predicate:
    """Sort the pairs of a predicate both ways."""
    forward, backward = np.lexsort((o, s)), np.lexsort((s, o))
    return Predicate(s[forward], o[forward], s[backward], o[backward], len(np.unique(s)), len(np.unique(o)))


class Columns:
    """All triples of an engine's default graph. `terms`: N-Triples of each number."""

    def __init__(self, engine: ox.Store) -> None:
        text = engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""
        numbers: dict[bytes, int] = {}
        pairs: dict[bytes, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for line in text.split(b"\n"):
            if not line or line.startswith(b"<<"):
                continue
            s, p, o = line[:-2].split(b" ", 2)
            column = pairs[p]
            column[0].append(numbers.setdefault(s, len(numbers)))
            column[1].append(numbers.setdefault(o, len(numbers)))
        del text
        self.numbers = numbers
        self.terms = list(numbers)
        self._predicates = {
            name.decode(): predicate(np.array(subjects, dtype=np.int32), np.array(objects, dtype=np.int32))
            for name, (subjects, objects) in pairs.items()
        }
        self._read_values()

    def _read_values(self) -> None:
        """Make the tables of dates and numbers, and the texts that can be searched."""
        size = len(self.terms)
        self.dates = np.full(size, np.nan)
        self.amounts = np.full(size, np.nan)
        self.odd = np.zeros(size, dtype=bool)  # values that only the engine compares rightly
        lowered: dict[int, bytes] = {}
        for number, term in enumerate(self.terms):
            if term[:1] != b'"':
                continue
            if term[-1:] != b">":
                lowered[number] = value(term).lower().encode()
            elif match := _DATE.match(term):
                try:
                    self.dates[number] = date(int(match[1]), int(match[2]), int(match[3])).toordinal()
                except ValueError:
                    self.odd[number] = True
            elif match := _NUMBER.match(term):
                self.amounts[number] = float(match[1])
            elif _ODD.search(term):
                self.odd[number] = True
        self._texts = {
            name: Texts([(n, lowered[n]) for n in np.unique(pairs.o).tolist() if n in lowered])
            for name, pairs in self._predicates.items()
            if pairs.objects > FEW
        }

    def of(self, name: str) -> Predicate:
        """Return the pairs of a predicate (none if it does not occur)."""
        found = self._predicates.get(name)
        if found is None:
            empty = np.zeros(0, dtype=np.int32)
            found = Predicate(empty, empty, empty, empty, 0, 0)
        return found

    def number(self, term: str) -> int:
        """Return the number of a term, -1 if it does not occur."""
        return self.numbers.get(term.encode(), -1)

    def texts(self, name: str) -> "Texts | None":
        """Return the strings that a predicate with more than FEW objects has; None for one with fewer."""
        return self._texts.get(name)


class Texts:
    """Strings in lower case, one after another: a search through all of them is one search."""

    def __init__(self, items: list[tuple[int, bytes]]) -> None:
        self._all = b"\x00".join(text for _, text in items)
        self._owners = [number for number, _ in items]
        self._places = list(accumulate((len(text) + 1 for _, text in items), initial=0))

    def having(self, lowered: str, most: int) -> list[int] | None:
        """Return the numbers of the strings that contain `lowered`; None if there are more than `most`."""
        needle, found = lowered.encode(), []
        at = self._all.find(needle)
        while at >= 0:
            index = bisect_right(self._places, at) - 1
            found.append(self._owners[index])
            if len(found) > most:
                return None
            at = self._all.find(needle, self._places[index + 1])
        return found


def value(term: bytes) -> str:
    """Return the lexical form of a literal in N-Triples."""
    text = term[1 : term.rindex(b'"')].decode()
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _CHARACTERS.get(match[3], match[3])
