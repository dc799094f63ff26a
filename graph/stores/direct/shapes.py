"""Answering a query directly; its shape, the text without its constants, is read once and kept.

Two queries of one shape differ in IRIs, strings and numbers; what was read and how patterns are joined
is the same. The order begins with the pattern that has the fewest rows for the constants at hand.
"""

import logging
import re
from collections.abc import Callable, Sequence
from typing import Any

from graph.stores.columns import Columns
from graph.stores.direct.compiler import Compiled
from graph.stores.direct.parser import parse
from graph.stores.direct.reader import XSD
from graph.stores.direct.steps import CLOCK, Row, run
from graph.stores.direct.tree import Constant, Fixed, Param, Query, UnsuitableError
from graph.stores.direct.writing import TermTexts, Writer, constants
from graph.stores.formats import N_TRIPLES
from graph.stores.syntax import readable_limit

_PROLOGUE = re.compile(r"(?:\s*PREFIX\s+[\w.-]*:\s*<[^<>\s]*>)*\s*", re.IGNORECASE)
_CONSTANT = re.compile(
    r"""(<[^<>"{}|^`\\\x00-\x20]*>|"[^"\\\n\r]*"|'[^'\\\n\r]*'|(?<![\w.?$@:<"'\\%-])\d+(?![\w.:]))"""
)
_UNREAD = re.compile(r"""[\\#]|\"\"\"|'''""")
_CANONICAL = re.compile(rf'"(?:\d{{4}}-\d\d-\d\d"\^\^<{XSD}date>|(?:0|-?[1-9]\d{{0,14}})"\^\^<{XSD}integer>)')
_KINDS = str.maketrans("123456789", "000000000")  # a constant's kind is told by its first character
_SHAPES = 500
_LONGEST = 20_000  # characters
_UNSUITED = 2_000
_OFTEN, _AGAIN = 3, 16  # a shape that was too large so often in a row is tried only once in so many times
log = logging.getLogger("vpg.store")
JSON = ("application/sparql-results+json", "application/json")


class Shape:
    """A query that was read, over some columns."""

    def __init__(self, query: Query, columns: Columns, terms: TermTexts) -> None:
        self.query, self._columns, self._terms = query, columns, terms
        self._made: dict[int | None, tuple[Compiled, Writer]] = {}
        self._starts: Sequence[tuple[int, bool, int]] | None = None
        self.failed = 0  # how often in a row it had to be left to others
        self.fixed = {index: query.constants[index] for index in query.shaping}

    def answer(self, given: Sequence[str], rows: int | None) -> bytes:
        """Answer with the constants `given`; `rows`: the most that are allowed.

        Raises:
            UnsuitableError: it has to be asked of the engine.
        """
        query, columns = self.query, self._columns
        memo: dict[Constant, bytes] = {}

        def text(constant: Constant) -> bytes:
            found = memo.get(constant)
            if found is None:
                found = memo[constant] = _term(constant, given)
            return found

        made = self._made.get(None)
        if made is None:
            made = self._made[None] = self._make(given, text, None)
        compiled, writer = made
        row = tuple([columns.find(text(constant)) for constant in compiled.constants])
        if len(compiled.starts) > 1:
            first = self._fewest(compiled, row)
            made = self._made.get(first)
            if made is None:
                made = self._made[first] = self._make(given, text, first)
            compiled, writer = made
        for constant, read, cell in compiled.cells:
            cell[0] = read(text(constant))  # type: ignore[operator]
        limit = _number(query.limit, given)
        offset = _number(query.offset, given) or 0
        CLOCK.start()
        found = run(compiled.steps, [row])
        if query.form == "ASK":
            return writer.ask(found)
        if query.form == "CONSTRUCT":
            return writer.construct(found, {constant: text(constant) for constant in constants(query)})
        if rows is not None and len(found) > rows:
            raise UnsuitableError
        return writer.select(found, limit, offset, given)

    def _make(
        self, given: Sequence[str], text: Callable[[Constant], bytes], first: int | None
    ) -> tuple[Compiled, Writer]:
        query = self.query
        numbers = _Numbers(self._columns, given)
        compiled = Compiled(query, self._columns, numbers, first)
        return compiled, Writer(query, compiled.at, self._terms)

    @staticmethod
    def _fewest(compiled: Compiled, row: Row) -> int:
        """Return which pattern to begin with."""
        best, fewest = -1, 1 << 60
        for index, subject, predicate in compiled.starts:
            number = row[compiled.start_place(index)]
            count = compiled.count(index, subject=subject, predicate=predicate, number=number)
            if count < fewest:
                best, fewest = index, count
        return best


class _Numbers(dict[int, int]):
    """The numbers of IRIs among the constants of a text, looked up when they are asked for."""

    def __init__(self, columns: Columns, given: Sequence[str]) -> None:
        super().__init__()
        self._columns, self._given = columns, given

    def __missing__(self, index: int) -> int:
        return self._columns.number(self._given[index])


class Direct:
    """Answers queries over some columns, as long as these are up to date. For one thread."""

    def __init__(self, columns: Columns) -> None:
        self._columns, self.terms = columns, TermTexts(columns)
        self._shapes: dict[Any, list[Shape]] = {}
        self._unsuited: dict[Any, None] = {}

    def shape(self, text: str) -> tuple[Shape, Sequence[str]] | None:
        """Return what is known of the query's shape, and its constants; None if it is not for us."""
        if len(text) > _LONGEST:
            return None
        start = _PROLOGUE.match(text).end()  # type: ignore[union-attr]
        head, parts = text[:start], _CONSTANT.split(text[start:])
        given, rest = parts[1::2], parts[::2]
        key = (head, *rest, "".join([constant[0] for constant in given]).translate(_KINDS))
        for shape in self._shapes.get(key, ()):
            if all(given[index] == constant for index, constant in shape.fixed.items()):
                return shape, given
        if key in self._unsuited:
            return None
        try:
            shape = self._read(text, start, rest, given)
        except MemoryError:
            raise
        except Exception as error:
            if not isinstance(error, UnsuitableError):
                log.exception("a query could not be read for its columns: the engine answers it")
            if len(self._unsuited) > _UNSUITED:
                self._unsuited.clear()
            self._unsuited[key] = None
            return None
        if len(self._shapes) > _SHAPES:
            self._shapes.clear()
        self._shapes.setdefault(key, []).append(shape)
        return shape, given

    def _read(self, text: str, start: int, rest: Sequence[str], given: Sequence[str]) -> Shape:
        if any(_UNREAD.search(part) for part in rest):
            raise UnsuitableError
        query = parse(text)
        if query.constants != given or min(query.places, default=start) < start:
            raise UnsuitableError
        return Shape(query, self._columns, self.terms)

    def answer(self, shape: Shape, given: Sequence[str], media_type: str, rows: int | None) -> bytes | None:
        """Return the answer, None to leave it to the engine."""
        if media_type not in ((N_TRIPLES,) if shape.query.form == "CONSTRUCT" else JSON):
            return None
        if shape.failed >= _OFTEN and shape.failed % _AGAIN:
            shape.failed += 1
            return None
        try:
            found = shape.answer(given, rows)
        except MemoryError:
            raise  # the worker says so
        except Exception as error:
            if not isinstance(error, UnsuitableError):
                log.exception("a query could not be answered from columns: the engine answers it")
            shape.failed += 1
            return None
        shape.failed = 0
        return found


def _term(constant: Constant, given: Sequence[str]) -> bytes:
    """Return a constant as the data have it, in N-Triples."""
    if isinstance(constant, Fixed):
        return constant.term.encode()
    text = given[constant.index]
    if constant.kind == "iri":
        if ":" not in text:
            raise UnsuitableError
        return text.encode()
    if constant.kind == "number":
        found = f'"{int(text)}"^^<{XSD}integer>'
    else:
        inner = text[1:-1]
        if not inner.isprintable() or '"' in inner:
            raise UnsuitableError
        found = f'"{inner}"{constant.suffix}'
    if "^^" in constant.suffix + found[-40:] and not _CANONICAL.fullmatch(found):
        raise UnsuitableError
    return found.encode()


def _number(param: Param | None, given: Sequence[str]) -> int | None:
    """Return a LIMIT or OFFSET; one that is too large for the engine is left to it, to be refused."""
    if param is None:
        return None
    if not readable_limit(given[param.index]):
        raise UnsuitableError
    return int(given[param.index])
