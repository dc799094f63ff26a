"""The data as columns of numbers in one file in memory, which all processes share and none writes.

Terms are numbered. The triples of the default graph lie there three times, sorted for whoever looks from a
subject, from an object, or through a whole predicate; beside each triple the graphs it stands in. A join is then a
binary search; a comparison one look into a table of values. Nothing is ever written here, so that a process that
was just forked has no page to copy. Built by `graph.stores.assembly`, valid until the next write.
"""

import mmap
import os
import re
import struct
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from json import loads
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
FEW = 3000  # objects of a predicate that are looked at one by one
HEAD = struct.Struct("@Q")  # length of the table of contents, which follows it
ALIGNED = 64
_POPULATE = 22  # MADV_POPULATE_READ (linux/mman.h)
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


_EMPTY = np.zeros(0, dtype=np.int32)
_NOTHING = Predicate(_EMPTY, _EMPTY, _EMPTY, _EMPTY, 0, 0)


class Columns:
    """The columns in the file `file`, of which this object keeps a mapping, not the descriptor.

    From a subject: rows `s_at[n]` to `s_at[n + 1]` of `sp` (predicates) and `so` (objects), sorted by both; from an
    object the same with `o_at`, `op`, `os`. Row r stands in the graphs `gs[g_at[r]]` to `gs[g_at[r + 1] - 1]` if
    `graphs`. Predicates have numbers of their own, `predicates` and `predicate_terms`.
    """

    def __init__(self, file: int) -> None:
        self._map = mmap.mmap(file, os.fstat(file).st_size, prot=mmap.PROT_READ)
        (size,) = HEAD.unpack_from(self._map)
        table: dict[str, Any] = loads(self._map[HEAD.size : HEAD.size + size])
        self._table: dict[str, tuple[int, int, str]] = {
            name: (start, count, kind) for name, (start, count, kind) in table["parts"].items()
        }
        self._heap = self._table["heap"][0]
        self._at = self._view("at")
        self._hashes, self._hashed = self._view("hashes"), self._view("hashed")
        self.s_at, self.sp, self.so = self._view("s_at"), self._view("sp"), self._view("so")
        self.o_at, self.op, self.os = self._view("o_at"), self._view("op"), self._view("os")
        self.g_at, self.gs = self._view("g_at"), self._view("gs")
        self.graphs: bool = table["graphs"]
        self.size = len(self._at) - 1
        self.dates, self.amounts, self.odd = self.array("dates"), self.array("amounts"), self.array("odd")
        self.dated, self.amount, self.strange = self._view("dates"), self._view("amounts"), self._view("odd")
        self.terms = Terms(self)
        self.predicate_terms: list[int] = self.array("names").tolist()
        self.predicates = {number: place for place, number in enumerate(self.predicate_terms)}
        self._pairs = self._predicates(table["subjects"], table["objects"])
        self._texts = {number: Texts(*self._text(number)) for number in table["texts"]}

    @property
    def searched(self) -> frozenset[int]:
        """Return the predicates whose strings can be searched."""
        return frozenset(self._texts)

    def _view(self, name: str) -> "memoryview[Any]":
        start, count, kind = self._table[name]
        return memoryview(self._map)[start : start + count * struct.calcsize(kind)].cast(kind)  # type: ignore[call-overload, no-any-return]

    def array(self, name: str) -> npt.NDArray[Any]:
        """Return a part of the file as an array."""
        start, count, kind = self._table[name]
        return np.frombuffer(self._map, dtype=np.dtype(kind), count=count, offset=start)

    def heap(self) -> bytes:
        """Return all terms, one after another."""
        return self._map[self._heap : self._heap + self._table["heap"][1]]

    def _predicates(self, subjects: Sequence[int], objects: Sequence[int]) -> list[Predicate]:
        at = self.array("p_at").tolist()
        s, o, so, oo = (self.array(name) for name in ("ps", "po", "qs", "qo"))
        return [
            Predicate(s[a:b], o[a:b], so[a:b], oo[a:b], subjects[i], objects[i])
            for i, (a, b) in enumerate(zip(at, at[1:], strict=False))
        ]

    def _text(self, number: int) -> "tuple[mmap.mmap, int, int, memoryview[Any], memoryview[Any]]":
        start, count, _ = self._table[f"text{number}"]
        return self._map, start, start + count, self._view(f"owners{number}"), self._view(f"places{number}")

    def populate(self) -> None:
        """Have all pages at hand: a process just forked would otherwise come upon them one by one."""
        try:
            self._map.madvise(_POPULATE)
        except OSError:  # an older kernel
            return

    def term(self, number: int) -> bytes:
        """Return a term in N-Triples."""
        start, at = self._heap, self._at
        return self._map[start + at[number] : start + at[number + 1]]

    def find(self, term: bytes) -> int:
        """Return the number of a term, -1 if it does not occur."""
        wanted, hashes = crc32(term), self._hashes
        place, size = bisect_left(hashes, wanted), len(hashes)
        while place < size and hashes[place] == wanted:
            number: int = self._hashed[place]
            if self.term(number) == term:
                return number
            place += 1
        return -1

    def number(self, term: str) -> int:
        """Return the number of a term, -1 if it does not occur."""
        return self.find(term.encode())

    def pairs(self, place: int) -> Predicate:
        """Return the pairs of the predicate with this number."""
        return self._pairs[place]

    def of(self, name: str) -> Predicate:
        """Return the pairs of a predicate (none if it does not occur)."""
        place = self.predicates.get(self.number(name), -1)
        return self._pairs[place] if place >= 0 else _NOTHING

    def texts(self, name: str) -> "Texts | None":
        """Return the strings that a predicate with more than FEW objects has; None for one with fewer."""
        return self._texts.get(self.predicates.get(self.number(name), -1))


class Terms(Sequence[bytes]):
    """All terms by their numbers."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def __len__(self) -> int:
        return self._columns.size

    def __getitem__(self, number: Any) -> Any:
        return self._columns.term(int(number))


class Texts:
    """Strings in lower case, one after another: a search through all of them is one search."""

    def __init__(
        self, memory: mmap.mmap, start: int, end: int, owners: "memoryview[Any]", places: "memoryview[Any]"
    ) -> None:
        self._all, self._start, self._end = memory, start, end
        self._owners, self._places = owners, places

    def having(self, lowered: str, most: int) -> list[int] | None:
        """Return the numbers of the strings that contain `lowered`; None if there are more than `most`."""
        needle, found = lowered.encode(), []
        at = self._all.find(needle, self._start, self._end)
        while at >= 0:
            index = bisect_right(self._places, at - self._start) - 1
            found.append(self._owners[index])
            if len(found) > most:
                return None
            at = self._all.find(needle, self._start + self._places[index + 1], self._end)
        return found


def value(term: bytes) -> str:
    """Return the lexical form of a literal in N-Triples."""
    text = term[1 : term.rindex(b'"')].decode()
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _CHARACTERS.get(match[3], match[3])
