"""Answering a `graph.planner.Plan` from columns: joins in the order that statistics suggest, then counting.

The answer is a table (`graph.stores.tables`). `None` wherever the engine would do better, or where only it knows the
right answer: comparisons of values of mixed kinds, unusual patterns, very large intermediate results.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from graph.planner import XSD, Compare, Count, Pattern, Plan, TextTest
from graph.stores.columns import FEW, Columns, Flags, Ids, Predicate, value
from graph.stores.direct.letters import SAFE_PATTERN, is_familiar
from graph.stores.tables import Table

WORTH = 100  # rows that a join would touch; below, the engine is quicker
MOST = 4_000_000  # rows of an intermediate result
ANSWER = 20_000  # rows of an answer
Relation = dict[str, Ids]
Filter = Callable[["_Scan", Ids], Flags]
TermTest = Callable[[bytes], bool]
Long = npt.NDArray[np.int64]


class _UnsuitableError(Exception):
    """Better left to the engine."""


def evaluated(plan: Plan, columns: Columns) -> Table | None:
    """Return the answer of `plan`; None to leave it to the engine."""
    try:
        return _Evaluation(plan, columns).table()
    except _UnsuitableError:
        return None


class _Scan:
    """A pattern over its predicate, filtered: pairs by subject and by object."""

    def __init__(self, pattern: Pattern, predicate: Predicate, columns: Columns) -> None:
        self.pattern, self.pairs = pattern, predicate
        self.subject = -1 if pattern.subject[0] == "?" else columns.number(pattern.subject)
        self.object = -1 if pattern.object[0] == "?" else columns.number(pattern.object)
        self.s, self.o, self.so, self.oo = predicate.s, predicate.o, predicate.so, predicate.oo
        if pattern.subject[0] != "?":
            lo, hi = np.searchsorted(self.s, _range(self.subject)) if self.subject >= 0 else (0, 0)
            self.s, self.o = self.s[lo:hi], self.o[lo:hi]
            self._resort()
        if pattern.object[0] != "?":
            lo, hi = np.searchsorted(self.oo, _range(self.object)) if self.object >= 0 else (0, 0)
            self.so, self.oo = self.so[lo:hi], self.oo[lo:hi]
            self.s, self.o = self.so, self.oo  # one object: sorted by object is sorted by subject
        self.filtered = False

    def _resort(self) -> None:
        order = np.argsort(self.o, kind="stable")
        self.so, self.oo = self.s[order], self.o[order]

    def keep(self, forward: Flags, backward: Flags) -> None:
        """Keep the pairs that pass a filter."""
        self.s, self.o = self.s[forward], self.o[forward]
        self.so, self.oo = self.so[backward], self.oo[backward]
        self.filtered = True

    @property
    def size(self) -> int:
        return len(self.s)

    def variables(self) -> list[str]:
        return [term for term in (self.pattern.subject, self.pattern.object) if term[0] == "?"]


class _Evaluation:
    def __init__(self, plan: Plan, columns: Columns) -> None:
        self._plan, self._columns = plan, columns
        self._touched = 0

    def table(self) -> Table:
        scans = [_Scan(p, self._columns.of(p.predicate), self._columns) for p in self._plan.patterns]
        if self._estimate(scans) < WORTH:
            raise _UnsuitableError
        for compare in self._plan.compares:
            self._apply(scans, compare.variable, self._comparer(compare))
        for test in self._plan.tests:
            self._apply(scans, test.variable, self._tester(test))
        relation, size = self._join(scans)
        return self._written(relation, size)

    def _estimate(self, scans: Sequence[_Scan]) -> float:
        """Return about how many rows the engine would touch: greedy, from its smallest pattern on."""
        left = sorted(scans, key=lambda scan: scan.size)
        rows, total, bound = float(left[0].size), float(left[0].size), set(left[0].variables())
        left = left[1:]
        while left:
            scan = min(left, key=lambda s: self._growth(s, bound))
            rows *= self._growth(scan, bound)
            total += rows
            bound |= set(scan.variables())
            left.remove(scan)
        return total

    def _growth(self, scan: _Scan, bound: set[str]) -> float:
        """Return how many rows one row becomes by joining a pattern."""
        shared = [v in bound for v in (scan.pattern.subject, scan.pattern.object)]
        if all(shared):
            return scan.size / max(1, scan.pairs.subjects * 1.0)
        if shared[0]:
            return scan.size / max(1, scan.pairs.subjects)
        if shared[1]:
            return scan.size / max(1, scan.pairs.objects)
        return float(scan.size) * 1e6  # a cross join: last

    # ---- filters

    def _apply(self, scans: Sequence[_Scan], variable: str, flags: "Filter") -> None:
        """Filter every pattern that has the variable (a join would do it for the others anyway)."""
        for scan in sorted(scans, key=lambda s: s.size):
            if scan.pattern.object == variable:
                scan.keep(flags(scan, scan.o), flags(scan, scan.oo))
                return
        for scan in sorted(scans, key=lambda s: s.size):
            if scan.pattern.subject == variable:
                scan.keep(flags(scan, scan.s), flags(scan, scan.so))
                return

    def _comparer(self, compare: Compare) -> "Filter":
        return lambda _, ids: self._compared(ids, compare)

    def _compared(self, ids: Ids, compare: Compare) -> Flags:
        constant, operator = compare.constant, compare.operator
        if constant[0] == "<":
            if operator not in ("=", "!="):
                raise _UnsuitableError
            same: Flags = ids == self._columns.number(constant)
            return same if operator == "=" else ~same
        if operator in ("=", "!=") or bool(self._columns.odd[ids].any()):
            raise _UnsuitableError
        table, number = self._table(constant)
        values = table[ids]
        with np.errstate(invalid="ignore"):
            found: Flags = {
                "<": np.less,
                "<=": np.less_equal,
                ">": np.greater,
                ">=": np.greater_equal,
            }[operator](values, number)
        return found

    def _table(self, constant: str) -> tuple[np.ndarray[tuple[int], np.dtype[np.float64]], float]:
        if match := re.fullmatch(rf'"(\d{{4}}-\d\d-\d\d)"\^\^<{XSD}date>', constant):
            from datetime import date

            try:
                return self._columns.dates, float(date.fromisoformat(match[1]).toordinal())
            except ValueError:
                raise _UnsuitableError from None
        if match := re.fullmatch(rf'"(-?\d{{1,15}})"\^\^<{XSD}(?:integer|decimal)>', constant):
            return self._columns.amounts, float(match[1])
        raise _UnsuitableError

    def _tester(self, test: TextTest) -> "Filter":
        if not is_familiar(test.text) or test.test == "regex" and not SAFE_PATTERN.fullmatch(test.text):
            raise _UnsuitableError
        check = _text_check(test)

        passed: list[Flags] = []

        def flags(scan: _Scan, ids: Ids) -> Flags:
            if not passed:
                passed.append(self._passing(scan, ids, test, check))
            found: Flags = passed[0][ids]
            return found

        return flags

    def _passing(self, scan: _Scan, ids: Ids, test: TextTest, check: "TermTest") -> Flags:
        """Return for every term whether it passes; only those in `ids`, of this pattern, are looked at."""
        passed = np.zeros(len(self._columns.terms), dtype=bool)
        texts = self._columns.texts(scan.pattern.predicate)
        if texts is None or scan.pattern.object != test.variable:
            unique = _unlike(ids)
            if len(unique) > FEW:
                raise _UnsuitableError
            likely: Sequence[int] | None = unique.tolist()
        elif test.string:
            raise _UnsuitableError  # STR of an IRI: only the text of literals can be searched
        else:
            likely = texts.having(test.text.strip("^$").lower(), ANSWER)
        if likely is None:
            raise _UnsuitableError
        passed[[number for number in likely if check(self._columns.terms[number])]] = True
        return passed

    # ---- joins

    def _join(self, scans: list[_Scan]) -> tuple[Relation, int]:
        first = min(scans, key=lambda scan: scan.size)
        left = [scan for scan in scans if scan is not first]
        relation: Relation = {}
        if first.pattern.subject[0] == "?":
            relation[first.pattern.subject] = first.s
        if first.pattern.object[0] == "?":
            relation[first.pattern.object] = first.o
        size = first.size
        while left:
            bound = set(relation)
            scan = min(left, key=lambda s: self._growth(s, bound))
            if not set(scan.variables()) & bound and scan.variables():
                raise _UnsuitableError
            left.remove(scan)
            relation, size = self._joined(relation, size, scan)
            if size > MOST:
                raise _UnsuitableError
        return relation, size

    def _joined(self, relation: Relation, size: int, scan: _Scan) -> tuple[Relation, int]:
        subject, obj = scan.pattern.subject, scan.pattern.object
        if subject in relation and obj in relation:
            wide = len(self._columns.terms)
            have = relation[subject].astype(np.int64) * wide + relation[obj]
            keys = scan.s.astype(np.int64) * wide + scan.o
            return _taken(relation, _member(have, keys))
        if subject in relation:
            if obj[0] != "?":
                return _taken(relation, _member(relation[subject], scan.s))
            return self._expanded(relation, size, relation[subject], scan.s, scan.o, obj)
        if obj in relation:
            if subject[0] != "?":
                return _taken(relation, _member(relation[obj], scan.oo))
            return self._expanded(relation, size, relation[obj], scan.oo, scan.so, subject)
        return (relation, size) if scan.size else ({name: ids[:0] for name, ids in relation.items()}, 0)

    def _expanded(
        self, relation: Relation, size: int, have: Ids, keys: Ids, values: Ids, name: str
    ) -> tuple[Relation, int]:
        lo, hi = np.searchsorted(keys, have, "left"), np.searchsorted(keys, have, "right")
        counts = hi - lo
        total = int(counts.sum())
        if total > MOST:
            raise _UnsuitableError
        rows = np.repeat(np.arange(size), counts)
        starts = np.repeat(lo - (np.cumsum(counts) - counts), counts)
        found = {other: ids[rows] for other, ids in relation.items()}
        found[name] = values[starts + np.arange(total)]
        return found, total

    # ---- the answer

    def _written(self, relation: Relation, size: int) -> Table:
        plan = self._plan
        if plan.counts() or plan.groups:
            columns, size = self._grouped(relation, size)
        else:
            names = [c for c in plan.columns if isinstance(c, str)]
            columns = {name: relation[name] for name in {*names, *(key for key, _ in plan.order)}}
            if plan.distinct:
                columns, size = _distinct({name: relation[name] for name in names})
        order = self._ordered(columns, size)
        end = len(order) if plan.limit is None else min(len(order), plan.offset + plan.limit)
        order = order[plan.offset : end]
        if len(order) > ANSWER:
            raise _UnsuitableError
        names = [c if isinstance(c, str) else c.name for c in plan.columns]
        counted = {count.name for count in plan.counts()}
        cells = [columns[name][order].tolist() for name in names]
        return Table(names, [name in counted for name in names], cells)

    def _grouped(self, relation: Relation, size: int) -> tuple[dict[str, Ids], int]:
        plan = self._plan
        if plan.groups:
            keys = _keys([relation[name] for name in plan.groups])
            _, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
            back = inverse.astype(np.int64)
            columns = {name: relation[name][first] for name in plan.groups}
            groups = len(first)
        else:
            columns, back, groups = {}, np.zeros(size, dtype=np.int64), 1
        for count in plan.counts():
            columns[count.name] = self._counted(count, relation, back, groups)
        return columns, groups

    def _counted(self, count: Count, relation: Relation, back: Long, groups: int) -> Ids:
        if count.distinct:
            others = [name for name in self._plan.groups if name != count.variable]
            if len(self._plan.patterns) == len(self._plan.groups) == len(others) == 1:  # no two triples are the same
                return np.bincount(back, minlength=groups).astype(np.int32)
            wide = len(self._columns.terms) + 1
            pairs = _unlike(back.astype(np.int64) * wide + relation[count.variable])
            back = (pairs // wide).astype(np.int64)
        return np.bincount(back, minlength=groups).astype(np.int32)

    def _ordered(self, columns: dict[str, Ids], size: int) -> "Ids":
        if not self._plan.order:
            return np.arange(size, dtype=np.int32)
        counts = {count.name for count in self._plan.counts()}
        keys = []
        for name, down in self._plan.order:
            ranks = columns[name].astype(np.int64) if name in counts else self._ranks(columns[name])
            keys.append(-ranks if down else ranks)
        found: Ids = np.lexsort(keys[::-1]).astype(np.int32)
        return found

    def _ranks(self, ids: Ids) -> Long:
        """Return the place of each term in SPARQL's order, for terms that are all of one simple kind."""
        unique, back = np.unique(ids, return_inverse=True)
        if len(unique) > 200_000:
            raise _UnsuitableError
        terms = [self._columns.terms[number] for number in unique]
        kinds = {_kind(term) for term in terms}
        if len(kinds) > 1 or None in kinds:
            raise _UnsuitableError
        keys = [term[1:-1] if term[:1] == b"<" else value(term).encode() for term in terms]
        ranks = np.empty(len(unique), dtype=np.int64)
        ranks[sorted(range(len(keys)), key=keys.__getitem__)] = np.arange(len(keys))
        found: Long = ranks[back]
        return found


def _unlike(values: Any) -> Any:
    """Return the values sorted, each once: ten times as fast as numpy's own, which hashes."""
    found = np.sort(values)
    return found[np.concatenate(([True], found[1:] != found[:-1]))] if len(found) else found


def _range(number: int) -> Ids:
    return np.array([number, number + 1], dtype=np.int32)  # of the columns' own type: no copy of a column


def _text_check(test: TextTest) -> "TermTest":
    """Return the test of one term, as SPARQL has it: an error (no string) is false."""
    pattern = re.compile(test.text.removesuffix("$") + (r"\Z" if test.text.endswith("$") else ""))

    def check(term: bytes) -> bool:
        if term[:1] == b'"':
            if term[-1:] == b">" and not test.string:
                return False
            text = value(term)
        elif term[:1] == b"<" and test.string:
            text = term[1:-1].decode()
        else:
            return False
        if test.lower:
            text = text.lower()
        match test.test:
            case "contains":
                return test.text in text
            case "starts":
                return text.startswith(test.text)
            case "ends":
                return text.endswith(test.text)
        return pattern.search(text) is not None

    return check


def _kind(term: bytes) -> str | None:
    """Return the kind within which terms are ordered by their text; None for kinds that are not."""
    if term[:1] == b"<":
        return "iri"
    if term[:1] != b'"':
        return None
    end = term[term.rindex(b'"') + 1 :]
    if end.startswith(b"^^"):
        return "date" if end == f"^^<{XSD}date>".encode() and len(term) == len(end) + 12 else None
    return f"string{end.decode()}"


def _member(have: "Long | Ids", keys: "Long | Ids") -> Flags:
    """Return which of `have` are among the sorted `keys`."""
    if not len(keys):
        return np.zeros(len(have), dtype=bool)
    at = np.minimum(np.searchsorted(keys, have), len(keys) - 1)
    found: Flags = keys[at] == have
    return found


def _taken(relation: Relation, flags: Flags) -> tuple[Relation, int]:
    return {name: ids[flags] for name, ids in relation.items()}, int(flags.sum())


def _keys(columns: Sequence[Ids]) -> Long:
    """Return one number for each row, the same for the same values."""
    keys = columns[0].astype(np.int64)
    for column in columns[1:]:
        _, keys = np.unique(keys, return_inverse=True)
        keys = keys.astype(np.int64) * (int(column.max(initial=0)) + 1) + column
    return keys


def _distinct(columns: dict[str, Ids]) -> tuple[dict[str, Ids], int]:
    _, first = np.unique(_keys(list(columns.values())), return_index=True)
    return {name: ids[first] for name, ids in columns.items()}, len(first)
