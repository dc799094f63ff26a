"""Building columns: of everything, from a dump, or of what there was and what was written since.

A million quads take some seconds to read (Python splits the lines) but half a second to put together again:
after a write whose quads are known, only the second is done.
"""

import os
import re
from array import array
from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from json import dumps
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

from graph.stores.columns import ALIGNED, FEW, HEAD, Columns, Flags, Ids, value
from graph.stores.writes import Delta

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
_SHORTEST = 10  # characters of a quad; what is shorter is the end of the file
Long = npt.NDArray[np.int64]


def build(lines: Iterable[bytes], out: int, *, graphs: bool) -> None:
    """Write columns of N-Quads to the file `out`; without `graphs` the lines are N-Triples of the default graph.

    Raises:
        OverflowError: there are too many terms.
    """
    numbers: dict[bytes, int] = {}
    quads = _read(lines, numbers, graphs=graphs)
    _Assembly(list(numbers), quads, graphs=graphs).write(out)


def extend(columns: Columns, deltas: Iterable[Delta], out: int) -> None:
    """Write columns of what `columns` has and what was written since to the file `out`.

    Raises:
        OverflowError: there are too many terms.
    """
    known = _Known(columns)
    quads = _quads_of(columns)
    for delta in deltas:
        keep = np.ones(len(quads[0]), dtype=bool)
        for name in delta.drop:
            keep &= quads[3] != known.setdefault(name, 0)
        if delta.removed:
            gone = _read(delta.removed.split(b"\n"), known, graphs=True)
            wide = _key(quads, known.size + 1)
            keep &= ~np.isin(wide, _key(gone, known.size + 1))
        added = _read(delta.added.split(b"\n"), known, graphs=True)
        quads = tuple(np.concatenate((have[keep], new)) for have, new in zip(quads, added, strict=True))
    _Assembly(known.fresh, quads, graphs=True, before=columns).write(out)


class _Known:
    """The numbers of the terms of some columns, and of terms that come to them."""

    def __init__(self, columns: Columns) -> None:
        self._columns, self.fresh = columns, list[bytes]()
        self._numbers: dict[bytes, int] = {}

    @property
    def size(self) -> int:
        return self._columns.size + len(self.fresh)

    def setdefault(self, term: bytes, _: int) -> int:
        number = self._numbers.get(term, -1)
        if number < 0:
            number = self._columns.find(term)
            if number < 0:
                number = self.size
                self.fresh.append(term)
            self._numbers[term] = number
        return number

    def __len__(self) -> int:
        return self.size


Quads = tuple[Any, ...]  # four arrays: subjects, predicates, objects, graphs


def _read(lines: Iterable[bytes], numbers: "dict[bytes, int] | _Known", *, graphs: bool) -> Quads:
    """Split lines into numbers; with `graphs`, those that name no graph are left out."""
    known = numbers.setdefault
    found = array("i")
    add = found.append
    for line in lines:
        if len(line) < _SHORTEST:
            continue
        s, p, rest = line.split(b" ", 2)
        if graphs:
            try:
                o, g, _ = rest.rsplit(b" ", 2)
            except ValueError:
                continue
            if g[:1] not in b"<_" or b'"' in g:
                continue  # the end of a literal: no graph is named, it is a copy for the default graph
        else:
            o, g = rest.rstrip()[:-2], b"<>"
        add(known(s, len(numbers)))
        add(known(p, len(numbers)))
        add(known(o, len(numbers)))
        add(known(g, len(numbers)))
    table = np.frombuffer(found, dtype=np.int32).reshape(-1, 4)
    return tuple(np.ascontiguousarray(table[:, i]) for i in range(4))


def _quads_of(columns: Columns) -> Quads:
    s_at, g_at = columns.array("s_at"), columns.array("g_at")
    rows = np.repeat(np.arange(len(columns.sp), dtype=np.int32), np.diff(g_at))
    subjects = np.repeat(np.arange(columns.size, dtype=np.int32), np.diff(s_at))
    names = np.array(columns.predicate_terms, dtype=np.int32)
    return subjects[rows], names[columns.array("sp")[rows]], columns.array("so")[rows], columns.array("gs")


def _key(quads: Quads, wide: int) -> npt.NDArray[Any]:
    """Return one value for each quad, the same for the same quad: two whole numbers below 2**52 as one complex."""
    s, p, o, g = (column.astype(np.float64) for column in quads)
    found: npt.NDArray[Any] = (s * wide + o) + 1j * (p * wide + g)
    return found


class _Assembly:
    """Quads put in order. `terms`: those that `before` does not have."""

    def __init__(self, terms: list[bytes], quads: Quads, *, graphs: bool, before: Columns | None = None) -> None:
        self._terms, self._before, self._graphs = terms, before, graphs
        self._first = before.size if before else 0
        self._size = self._first + len(terms)
        self._parts: dict[str, tuple[str, Any]] = {}
        self._table: dict[str, Any] = {"graphs": graphs, "texts": []}
        self._sort(*quads)
        self._name_terms()
        self._read_values()

    def _put(self, name: str, kind: str, content: Any) -> None:
        self._parts[name] = (kind, content)

    def _sort(self, s: Ids, p: Ids, o: Ids, g: Ids) -> None:
        names, place = np.unique(p, return_inverse=True)
        wide, most = np.int64(self._size), np.int64(max(len(names), 1))
        if self._size >= 1 << 26 or self._size**2 * len(names) >= 1 << 62:
            raise OverflowError("too many terms for columns")
        key = (s.astype(np.int64) * most + place) * wide + o
        order = np.lexsort((g, key))
        key, g = key[order], g[order]
        new = _changes(key)
        fresh = new | _changes(g)  # the same triple twice in one graph counts once
        g, starts = g[fresh], new[fresh]
        key = key[new]
        self._put("gs", "i", g)
        self._put("g_at", "i", np.append(np.flatnonzero(starts), len(g)).astype(np.int32))
        o, key = key % wide, key // wide
        place, s = key % most, key // most
        self._put("names", "i", names.astype(np.int32))
        self._put("s_at", "i", self._starts(s, self._size))
        self._put("sp", "i", place.astype(np.int32))
        self._put("so", "i", o.astype(np.int32))
        back = np.sort((o * most + place) * wide + s)
        self._put("os", "i", (back % wide).astype(np.int32))
        self._put("op", "i", (back // wide % most).astype(np.int32))
        self._put("o_at", "i", self._starts(back // wide // most, self._size))
        forward = np.sort((place * wide + s) * wide + o)
        backward = np.sort((place * wide + o) * wide + s)
        self._put("ps", "i", (forward // wide % wide).astype(np.int32))
        self._put("po", "i", (forward % wide).astype(np.int32))
        self._put("qo", "i", (backward // wide % wide).astype(np.int32))
        self._put("qs", "i", (backward % wide).astype(np.int32))
        self._put("p_at", "i", self._starts(forward // wide // wide, len(names)))
        self._table["subjects"] = _unlike(forward // wide, int(wide), len(names))
        self._table["objects"] = _unlike(backward // wide, int(wide), len(names))

    @staticmethod
    def _starts(numbers: Any, size: int) -> Ids:
        counts = np.bincount(numbers, minlength=size)
        return np.concatenate(([0], np.cumsum(counts))).astype(np.int32)

    def _name_terms(self) -> None:
        before = self._before
        lengths = np.fromiter((len(term) for term in self._terms), dtype=np.int64, count=len(self._terms))
        hashes = np.fromiter((crc32(term) for term in self._terms), dtype=np.uint32, count=len(self._terms))
        heap, at = b"".join(self._terms), np.concatenate(([0], np.cumsum(lengths)))
        owners = np.arange(self._first, self._size, dtype=np.int32)
        if before is not None:
            old = before.array("at")
            heap, at = before.heap() + heap, np.concatenate((old, at[1:] + old[-1]))
            hashes = np.concatenate((before.array("hashes"), hashes))
            owners = np.concatenate((before.array("hashed"), owners))
        order = np.argsort(hashes, kind="stable")
        self._put("heap", "B", heap)
        self._put("at", "q", at.astype(np.int64))
        self._put("hashes", "I", hashes[order])
        self._put("hashed", "i", owners[order])

    def _read_values(self) -> None:
        """Make the tables of dates and numbers, and the texts that can be searched."""
        count = len(self._terms)
        dates, amounts, odd = np.full(count, np.nan), np.full(count, np.nan), np.zeros(count, dtype=np.uint8)
        lowered: dict[int, bytes] = {}
        for place, term in enumerate(self._terms):
            if term[:1] != b'"':
                continue
            if term[-1:] != b">":
                lowered[place + self._first] = value(term).lower().encode()
            elif match := _DATE.match(term):
                try:
                    dates[place] = date(int(match[1]), int(match[2]), int(match[3])).toordinal()
                except ValueError:
                    odd[place] = True
            elif match := _NUMBER.match(term):
                amounts[place] = float(match[1])
            elif _ODD.search(term):
                odd[place] = True
        before = self._before
        for name, kind, content in (("dates", "d", dates), ("amounts", "d", amounts), ("odd", "B", odd)):
            self._put(name, kind, content if before is None else np.concatenate((before.array(name), content)))
        at, objects = self._parts["p_at"][1], self._parts["qo"][1]
        for place, name in enumerate(self._parts["names"][1].tolist()):
            if self._table["objects"][place] > FEW:
                self._write_texts(place, name, objects[at[place] : at[place + 1]], lowered)

    def _write_texts(self, place: int, name: int, objects: Ids, lowered: dict[int, bytes]) -> None:
        """Write the strings among `objects`; what was known as a text of the predicate before stays one."""
        before, owners, places = self._before, np.zeros(0, dtype=np.int32), np.zeros(1, dtype=np.int64)
        texts = b""
        owned = owners
        old = before.predicates.get(name, -1) if before is not None else -1
        if before is not None and old in before.searched:
            owners, places = before.array(f"owners{old}"), before.array(f"places{old}")
            texts = before.array(f"text{old}").tobytes()
            owned = np.concatenate((owners, before.pairs(old).oo))  # what is no string was looked at then
        numbers = np.setdiff1d(objects, owned)
        pieces = [(n, lowered[n] if n in lowered else self._lowered(n)) for n in numbers.tolist()]
        items = [(n, text) for n, text in pieces if text is not None]
        if not items and not len(owners):
            return
        more = b"".join(text + b"\x00" for _, text in items)
        sums = np.fromiter(accumulate(len(text) + 1 for _, text in items), dtype=np.int64, count=len(items))
        self._table["texts"].append(place)
        self._put(f"text{place}", "B", texts + more)
        self._put(f"owners{place}", "i", np.concatenate((owners, np.array([n for n, _ in items], dtype=np.int32))))
        self._put(f"places{place}", "q", np.concatenate((places, sums + places[-1])))

    def _lowered(self, number: int) -> bytes | None:
        """Return the lower case of a string that was there before; None for what is no string."""
        if self._before is None or number >= self._first:
            return None
        term = self._before.term(number)
        return value(term).lower().encode() if term[:1] == b'"' and term[-1:] != b">" else None

    def write(self, out: int) -> None:
        """Write everything, with a table of contents before it."""
        entries, at = {}, 0
        for name, (kind, content) in self._parts.items():
            entries[name] = (at, len(content), kind)
            at += -(-_bytes_of(content) // ALIGNED) * ALIGNED
        room = 4096 * (1 + (len(dumps(self._table)) + 64 * len(entries)) // 4096)
        parts = {name: (start + room, count, kind) for name, (start, count, kind) in entries.items()}
        table = dumps({**self._table, "parts": parts}).encode()
        assert HEAD.size + len(table) <= room
        os.ftruncate(out, room + at + ALIGNED)
        _write(out, 0, HEAD.pack(len(table)) + table)
        for name, (_, content) in self._parts.items():
            _write(out, parts[name][0], content)


def _bytes_of(content: Any) -> int:
    return len(content) if isinstance(content, bytes) else content.nbytes


def _write(out: int, at: int, content: Any) -> None:
    left = memoryview(content if isinstance(content, bytes) else np.ascontiguousarray(content).data).cast("B")
    while left:
        done = os.pwrite(out, left[: 1 << 24], at)
        left, at = left[done:], at + done


def _changes(numbers: npt.NDArray[Any]) -> Flags:
    """Return which of the numbers differ from the one before."""
    found = np.ones(len(numbers), dtype=bool)
    found[1:] = numbers[1:] != numbers[:-1]
    return found


def _unlike(keys: Long, wide: int, size: int) -> list[int]:
    """Return for each predicate how many different ends there are among keys `predicate * wide + end`, sorted."""
    different = keys[_changes(keys)] // wide
    found: list[int] = np.bincount(different, minlength=size).tolist()
    return found
