"""Columns that are a piece of a text: SUBSTR with sums, comparisons and IF of whole numbers in its bounds.

Rules: SPARQL 1.1 Query, 17.4.3.3 (positions count characters, from 1) and 17.4.1.2. A number that is no plain
xsd:integer, a text that is no string and a bound outside of what is beyond doubt are `UnsuitableError`.
"""

import json
from collections.abc import Callable, Mapping, Sequence

from graph.stores.columns import Columns, value
from graph.stores.direct.conditions import SIGNS
from graph.stores.direct.reader import XSD
from graph.stores.direct.steps import Row
from graph.stores.direct.tree import Expression, Param, UnsuitableError
from graph.stores.syntax import COMPARISONS

Number = Callable[[Row], int | None]
_INTEGER = f'"^^<{XSD}integer>'.encode()
_DIGITS = 15


class Piece:
    """One such column; `at`: where variables stand in the row. `begin` has to be called before each run."""

    def __init__(self, expression: Expression, columns: Columns, at: Mapping[str, int]) -> None:
        if expression.kind != "SUBSTR" or expression.parts[0].kind != "var":
            raise UnsuitableError
        self._columns, self._at = columns, at
        self._given: Sequence[str] = ()
        self._texts: dict[int, tuple[str, bytes]] = {}
        self._numbers: dict[int, int] = {}
        self._text = self._place(expression.parts[0].name)
        self._start = self._number(expression.parts[1])
        self._length = self._number(expression.parts[2]) if len(expression.parts) > 2 else None  # noqa: PLR2004

    def begin(self, given: Sequence[str]) -> None:
        """Take the constants of the query's text; forget the texts of the run before."""
        self._given = given
        self._texts, self._numbers = {}, {}

    def json(self, row: Row) -> bytes | None:
        """Return the piece as SPARQL JSON, None where it is not bound."""
        number, start = row[self._text], self._start(row)
        length = None if self._length is None else self._length(row)
        if number is None or start is None or self._length is not None and length is None:
            return None
        if start < 1 or (length or 0) < 0:
            raise UnsuitableError
        text, suffix = self._texts.get(number) or self._read(number)
        piece = text[start - 1 : None if length is None else start - 1 + length]
        return b'{"type":"literal","value":%s%s}' % (json.dumps(piece, ensure_ascii=False).encode(), suffix)

    def _place(self, name: str) -> int:
        if name not in self._at:
            raise UnsuitableError
        return self._at[name]

    def _read(self, number: int) -> tuple[str, bytes]:
        """Return a string and what follows it in SPARQL JSON."""
        term = self._columns.term(number)
        tag = term[term.rindex(b'"') + 1 :] if term[:1] == b'"' else b"^"
        if tag[:1] == b"^" or b"--" in tag:
            raise UnsuitableError
        found = self._texts[number] = value(term), b',"xml:lang":"%s"' % tag[1:] if tag else b""
        return found

    def _integer(self, number: int) -> int:
        term = self._columns.term(number)
        if not term.endswith(_INTEGER) or len(term) - len(_INTEGER) > _DIGITS:
            raise UnsuitableError
        found = self._numbers[number] = int(term[1 : -len(_INTEGER)])
        return found

    def _number(self, e: Expression) -> Number:
        if e.kind == "var":
            place = self._place(e.name)

            def variable(row: Row) -> int | None:
                number = row[place]
                if number is None:
                    return None
                found = self._numbers.get(number)
                return self._integer(number) if found is None else found

            return variable
        if e.kind == "const":
            if not isinstance(e.value, Param) or e.value.kind != "number":
                raise UnsuitableError
            index = e.value.index
            return lambda _: int(self._given[index])
        if e.kind not in ("+", "-", "IF"):
            raise UnsuitableError
        if e.kind == "IF":
            return self._choice(*e.parts)
        left, right, sign = self._number(e.parts[0]), self._number(e.parts[1]), 1 if e.kind == "+" else -1

        def total(row: Row) -> int | None:
            a, b = left(row), right(row)
            return None if a is None or b is None else a + sign * b

        return total

    def _choice(self, condition: Expression, then: Expression, other: Expression) -> Number:
        if condition.kind not in COMPARISONS:
            raise UnsuitableError
        compare = SIGNS[condition.kind]
        left, right = self._number(condition.parts[0]), self._number(condition.parts[1])
        chosen, refused = self._number(then), self._number(other)

        def choice(row: Row) -> int | None:
            a, b = left(row), right(row)
            if a is None or b is None:
                return None
            return chosen(row) if compare(a, b) else refused(row)

        return choice
