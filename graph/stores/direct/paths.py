"""Property paths from one end: what a path leads to from a term, each as often as SPARQL 1.1 (18.4) says."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

from graph.stores.columns import Columns
from graph.stores.direct.steps import CLOCK, MOST, Follow
from graph.stores.direct.tree import Constant, Path, UnsuitableError

Number = Callable[[Constant], int]  # of a predicate


def follow(path: Path, columns: Columns, number: Number, *, forward: bool) -> Follow:
    """Return the function that leads along `path`, or back along it."""
    match path.kind:
        case "link":
            assert path.link is not None
            return _link(columns, number(path.link), forward=forward)
        case "inverse":
            return follow(path.parts[0], columns, number, forward=not forward)
        case "seq":
            parts = path.parts if forward else path.parts[::-1]
            return _sequence([follow(part, columns, number, forward=forward) for part in parts])
        case "alt":
            return _either([follow(part, columns, number, forward=forward) for part in path.parts])
    inner = follow(path.parts[0], columns, number, forward=forward)
    return _closure(inner, zero=path.kind != "plus", more=path.kind != "maybe")


def _link(columns: Columns, predicate: int, *, forward: bool) -> Follow:
    at, predicates, ends = (columns.s_at, columns.sp, columns.so) if forward else (columns.o_at, columns.op, columns.os)

    def link(number: int) -> Sequence[int]:
        if number < 0:
            return ()
        end = at[number + 1]
        k = bisect_left(predicates, predicate, at[number], end)
        end = bisect_left(predicates, predicate + 1, k, end)
        if end - k > MOST:
            raise UnsuitableError
        found: Any = ends[k:end]
        return found.tolist()  # type: ignore[no-any-return]

    return link


def _sequence(parts: Sequence[Follow]) -> Follow:
    def sequence(number: int) -> Sequence[int]:
        found: Sequence[int] = [number]
        for part in parts:
            found = [end for start in found for end in part(start)]
            if len(found) > MOST:
                raise UnsuitableError
        return found

    return sequence


def _either(parts: Sequence[Follow]) -> Follow:
    return lambda number: [end for part in parts for end in part(number)]


def _closure(inner: Follow, *, zero: bool, more: bool) -> Follow:
    def closure(number: int) -> Sequence[int]:
        if number < 0:
            if zero:
                raise UnsuitableError  # it leads to itself, and is no term of the data
            return ()
        found: dict[int, None] = {number: None} if zero else {}
        new: Sequence[int] = [number]
        while new:
            reached = dict.fromkeys(end for start in new for end in inner(start))
            new = [end for end in reached if end not in found]
            found |= dict.fromkeys(new)
            if len(found) > MOST:
                raise UnsuitableError
            CLOCK.check()
            if not more:
                break
        return list(found)

    return closure
