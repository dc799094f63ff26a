"""The joins: each step takes rows and returns rows with more in them, or fewer rows.

A row is a tuple of numbers of terms, None where nothing is bound; the constants of the query stand at its
beginning (-1: not in the data). A step made for one query knows the places in the row that it reads.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from graph.stores.columns import Columns
from graph.stores.direct.tree import UnsuitableError

MOST = 6_000  # rows between two joins; more are quicker in columns
SECONDS = 0.03  # after which a query is left to others
_HUB = 64
Row = tuple[Any, ...]
Step = Callable[[list[Row]], list[Row]]
Follow = Callable[[int], Sequence[int]]


class Clock:
    """When the query that runs now has had its time."""

    def __init__(self) -> None:
        self._until = 0.0

    def start(self) -> None:
        """Begin a query."""
        self._until = perf_counter() + SECONDS

    def check(self) -> None:
        """Go on only if there is time left.

        Raises:
            UnsuitableError: there is none.
        """
        if perf_counter() > self._until:
            raise UnsuitableError


CLOCK = Clock()


def run(steps: Sequence[Step], rows: list[Row]) -> list[Row]:
    """Take rows through all steps.

    Raises:
        UnsuitableError: there are too many on the way.
    """
    for step in steps:
        rows = step(rows)
        if not rows:
            break
        if len(rows) > MOST:
            raise UnsuitableError
        CLOCK.check()
    return rows


def objects(columns: Columns, subject: int, predicate: int) -> Step:
    """Add the objects of the subject at place `subject`."""
    return _ends(columns.s_at, columns.sp, columns.so, subject, predicate)


def subjects(columns: Columns, obj: int, predicate: int) -> Step:
    """Add the subjects of the object at place `obj`."""
    return _ends(columns.o_at, columns.op, columns.os, obj, predicate)


def _ends(
    at: "memoryview[Any]", predicates: "memoryview[Any]", ends: "memoryview[Any]", place: int, predicate: int
) -> Step:
    def step(rows: list[Row]) -> list[Row]:
        found: list[Row] = []
        add = found.append
        for row in rows:
            number = row[place]
            if number < 0:
                continue
            end = at[number + 1]
            k = bisect_left(predicates, predicate, at[number], end)
            if end - k > _HUB:
                end = bisect_left(predicates, predicate + 1, k, end)
                if end - k > MOST:
                    raise UnsuitableError
            while k < end and predicates[k] == predicate:
                add((*row, ends[k]))
                k += 1
        return found

    return step


def both(columns: Columns, subject: int, predicate: int, obj: int) -> Step:
    """Keep the rows whose triple is there."""
    at, predicates, ends = columns.s_at, columns.sp, columns.so

    def there(row: Row) -> bool:
        number, wanted = row[subject], row[obj]
        if number < 0:
            return False
        end = at[number + 1]
        k = bisect_left(predicates, predicate, at[number], end)
        if end - k > _HUB:
            end = bisect_left(predicates, predicate + 1, k, end)
            k = bisect_left(ends, wanted, k, end)
            return k < end and ends[k] == wanted
        while k < end and predicates[k] == predicate:
            if ends[k] >= wanted:
                return bool(ends[k] == wanted)
            k += 1
        return False

    return lambda rows: [row for row in rows if there(row)]


@dataclass(frozen=True, slots=True)
class Places:
    """Where a pattern's parts stand in the row; None: not bound yet, the step adds it. `fixed`: the predicate's number.

    `graph`: whether it stands in GRAPH, whose name is at `name`.
    """

    subject: int | None
    predicate: int | None
    object: int | None
    fixed: int | None
    graph: bool = False
    name: int | None = None


def general(columns: Columns, places: Places) -> Step:
    """Join a pattern with a variable as predicate, or in GRAPH; adds what of it is not bound."""
    sp, so = columns.sp, columns.so
    names, numbers, gs, g_at = columns.predicate_terms, columns.predicates, columns.gs, columns.g_at
    if places.subject is None and places.object is None:
        raise UnsuitableError

    def step(rows: list[Row]) -> list[Row]:
        found: list[Row] = []
        for row in rows:
            predicate = places.fixed
            if predicate is None and places.predicate is not None:
                predicate = numbers.get(row[places.predicate], -1)
            if places.subject is not None:
                subject = row[places.subject]
                wanted = None if places.object is None else row[places.object]
                if subject < 0 or (wanted is not None and wanted < 0):
                    continue
                hits = _rows_from(columns, subject, predicate, wanted)
                subjects: Sequence[int] = ()
            else:
                assert places.object is not None
                hits, subjects = _rows_to(columns, row[places.object], predicate)
            if len(found) + len(hits) > MOST:
                raise UnsuitableError
            for place, k in enumerate(hits):
                more: list[int] = [subjects[place]] if subjects else []
                if places.predicate is None and places.fixed is None:
                    more.append(names[sp[k]])
                if places.object is None:
                    more.append(so[k])
                if not places.graph:
                    found.append((*row, *more))
                elif places.name is None:
                    found.extend((*row, *more, name) for name in gs[g_at[k] : g_at[k + 1]])
                else:
                    start, end = g_at[k], g_at[k + 1]
                    at = bisect_left(gs, row[places.name], start, end)
                    if at < end and gs[at] == row[places.name]:
                        found.append((*row, *more))
        return found

    return step


def _rows_from(columns: Columns, subject: int, predicate: int | None, wanted: int | None) -> Sequence[int]:
    """Return the rows of a subject, of one predicate and object if these are given."""
    k, end = columns.s_at[subject], columns.s_at[subject + 1]
    if predicate is not None:
        k = bisect_left(columns.sp, predicate, k, end)
        end = bisect_left(columns.sp, predicate + 1, k, end)
        if wanted is not None:
            k = bisect_left(columns.so, wanted, k, end)
            end = k + 1 if k < end and columns.so[k] == wanted else k
        return range(k, end)
    if end - k > MOST:
        raise UnsuitableError
    return range(k, end) if wanted is None else [r for r in range(k, end) if columns.so[r] == wanted]


def _rows_to(columns: Columns, obj: int, predicate: int | None) -> tuple[Sequence[int], Sequence[int]]:
    """Return the rows (by subject) of an object, and their subjects."""
    if obj < 0:
        return (), ()
    k, end = columns.o_at[obj], columns.o_at[obj + 1]
    if predicate is not None:
        k = bisect_left(columns.op, predicate, k, end)
        end = bisect_left(columns.op, predicate + 1, k, end)
    if end - k > MOST:
        raise UnsuitableError
    s_at, sp, so = columns.s_at, columns.sp, columns.so
    subjects: list[int] = columns.os[k:end].tolist()
    hits = []
    for subject, link in zip(subjects, columns.op[k:end], strict=True):
        last = s_at[subject + 1]
        row = bisect_left(sp, link, s_at[subject], last)
        if so[row] != obj:  # another object of the same predicate
            row = bisect_left(so, obj, row, bisect_left(sp, link + 1, row, last))
        hits.append(row)
    return hits, subjects


def along(follow: Follow, place: int) -> Step:
    """Add what a path leads to from the term at `place`."""

    def step(rows: list[Row]) -> list[Row]:
        found: list[Row] = []
        for row in rows:
            found.extend((*row, end) for end in follow(row[place]))
            if len(found) > MOST:
                raise UnsuitableError
        return found

    return step


def between(follow: Follow, place: int, other: int) -> Step:
    """Keep the rows between whose terms a path leads, as often as it does."""

    def step(rows: list[Row]) -> list[Row]:
        return [row for row in rows for _ in range(list(follow(row[place])).count(row[other]))]

    return step


def optional(inner: Sequence[Step], width: int) -> Step:
    """Add what the inner steps add, `width` values; nothing bound where they find nothing."""
    nothing = (None,) * width

    def step(rows: list[Row]) -> list[Row]:
        found: list[Row] = []
        for row in rows:
            more = run(inner, [row])
            if more:
                found += more
            else:
                found.append(row + nothing)
        return found

    return step


def union(branches: Sequence[tuple[Sequence[Step], Sequence[int]]], width: int) -> Step:
    """Put the rows of all branches together. Of each branch, `picks` says which of its values go where (-1: none)."""

    def step(rows: list[Row]) -> list[Row]:
        found: list[Row] = []
        for inner, picks in branches:
            for row in run(inner, rows):
                found.append((*row[:width], *[row[k] if k >= 0 else None for k in picks]))
        return found

    return step


def values(
    table: Sequence[Sequence[int]],
    known: Sequence[tuple[int, int]],
    fresh: Sequence[int],
    doubtful: Sequence[int],
) -> Step:
    """Join with VALUES. `table`: places of constants; `known`: columns and places of what is bound; `fresh`: others.

    A line with a term that is not in the data is left out: no pattern has it. In a `doubtful` column, of which no
    pattern speaks, it could stand in the answer.
    """

    def step(rows: list[Row]) -> list[Row]:
        found: list[Row] = []
        lines: dict[Row, list[Row]] = {}
        if not rows:
            return found
        for line in table:
            numbers = [rows[0][place] for place in line]  # constants: the same in all rows
            if min(numbers) < 0:
                if any(numbers[column] < 0 for column in doubtful):
                    raise UnsuitableError
                continue
            key = tuple([numbers[column] for column, _ in known])
            lines.setdefault(key, []).append(tuple([numbers[column] for column in fresh]))
        places = [place for _, place in known]
        for row in rows:
            found.extend((*row, *line) for line in lines.get(tuple([row[place] for place in places]), ()))
        return found

    return step
