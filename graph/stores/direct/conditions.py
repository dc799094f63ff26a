"""Filters: an expression as a function of a row that is True, False, or None (an error, SPARQL 1.1, 17.2).

Only comparisons whose result is beyond doubt are made here: dates without a time zone, numbers written plainly,
strings, IRIs. All else is `UnsuitableError`, at the latest when a row brings it up.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from graph.stores.columns import Columns, value
from graph.stores.direct.letters import SAFE_PATTERN, familiar
from graph.stores.direct.reader import XSD
from graph.stores.direct.steps import Row
from graph.stores.direct.tree import Constant, Expression, Fixed, Group, UnsuitableError
from graph.stores.syntax import FLIPPED

Truth = Callable[[Row], bool | None]
Text = Callable[[Row], str | None]
Cell = list[Any]  # holds a constant's value while a query runs
SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}
_DATE, _INTEGER = f"^^<{XSD}date>", f"^^<{XSD}integer>"
_PARTS = {"YEAR": slice(1, 5), "MONTH": slice(6, 8), "DAY": slice(9, 11)}


class Conditions:
    """Makes functions of expressions. `cells`: what has to be filled in before each run, and how."""

    def __init__(self, columns: Columns, exists: Callable[[Group, Mapping[str, int]], Truth]) -> None:
        self._columns, self._exists = columns, exists
        self.cells: list[tuple[Constant, Callable[[bytes], Any], Cell]] = []

    def truth(self, e: Expression, at: Mapping[str, int]) -> Truth:
        """Return the function of an expression; `at`: where variables stand in the row.

        Raises:
            UnsuitableError: it is not among those known here.
        """
        match e.kind:
            case "or":
                return _any_of([self.truth(part, at) for part in e.parts])
            case "and":
                return _all_of([self.truth(part, at) for part in e.parts])
            case "not":
                inner = self.truth(e.parts[0], at)
                return lambda row: None if (found := inner(row)) is None else not found
            case "exists":
                assert e.group is not None
                return self._exists(e.group, at)
            case "bound":
                place = self._place(e.name, at)
                return lambda row: row[place] is not None
            case "<" | "<=" | ">" | ">=" | "=" | "!=":
                return self._comparison(e.kind, e.parts[0], e.parts[1], at)
            case "CONTAINS" | "STRSTARTS" | "STRENDS" | "REGEX":
                return self._search(e, at)
            case "LANGMATCHES":
                return self._language(e, at)
            case "SAMETERM" | "ISIRI" | "ISURI" | "ISLITERAL" | "ISBLANK":
                return self._kind_test(e, at)
        raise UnsuitableError

    @staticmethod
    def _place(name: str, at: Mapping[str, int]) -> int:
        if name not in at:
            raise UnsuitableError
        return at[name]

    def _cell(self, constant: Constant | None, read: Callable[[bytes], Any]) -> Cell:
        if constant is None:
            raise UnsuitableError
        cell: Cell = [None]
        self.cells.append((constant, read, cell))
        return cell

    # ---- comparisons

    def _comparison(self, sign: str, left: Expression, right: Expression, at: Mapping[str, int]) -> Truth:
        if left.kind == "const":
            left, right, sign = right, left, FLIPPED[sign]
        if left.kind == "var" and right.kind == "var":
            return self._two(sign, self._place(left.name, at), self._place(right.name, at))
        if right.kind != "const":
            raise UnsuitableError
        if left.kind == "var":
            return self._one(sign, self._place(left.name, at), right.value)
        compare = SIGNS[sign]
        if left.kind in _PARTS:
            number, cell = self._part(left, at), self._cell(right.value, _integer)
            return lambda row: None if (found := number(row)) is None else compare(found, cell[0])
        if left.kind not in ("STR", "LANG") and (left.kind, left.parts[0].kind) != ("LCASE", "STR"):
            raise UnsuitableError  # LCASE of a string with a language has that language
        text, cell = self._text(left, at), self._cell(right.value, _plain)
        return lambda row: None if (found := text(row)) is None else compare(found, cell[0])

    def _one(self, sign: str, place: int, constant: Constant | None) -> Truth:
        """Compare a variable with a constant."""
        compare, columns, equality = SIGNS[sign], self._columns, sign in ("=", "!=")
        suffix = constant.suffix if constant is not None and not isinstance(constant, Fixed) else ""
        kind = "iri" if isinstance(constant, Fixed) else constant.kind if constant is not None else ""
        if kind == "iri" or suffix.startswith("@"):
            if not equality:
                raise UnsuitableError
            same = self._cell(constant, columns.find)
            mixed = "ibsldn" if suffix else "ibsldnx"

            def is_it(row: Row) -> bool | None:
                number = row[place]
                if number is None:
                    return None
                if number == same[0]:
                    return sign == "="
                if suffix and self._kind(number) not in mixed:
                    raise UnsuitableError
                return sign == "!="

            return is_it
        if suffix in (_DATE, _INTEGER) or kind == "number":
            table, strange = (columns.dated if suffix == _DATE else columns.amount), columns.strange
            cell = self._cell(constant, _ordinal if suffix == _DATE else _integer)

            def ordered(row: Row) -> bool | None:
                number = row[place]
                if number is None:
                    return None
                found = table[number]
                if found == found:
                    return compare(found, cell[0])
                if strange[number] or self._kind(number) == "x":
                    raise UnsuitableError
                return sign == "!=" if equality else None

            return ordered
        if suffix or not equality:
            return self._string(sign, place, constant, suffix)
        plain = self._cell(constant, columns.find)

        def equal(row: Row) -> bool | None:
            number = row[place]
            if number is None:
                return None
            if number == plain[0]:
                return sign == "="
            if self._kind(number) == "x":
                raise UnsuitableError
            return sign == "!="

        return equal

    def _string(self, sign: str, place: int, constant: Constant | None, suffix: str) -> Truth:
        if suffix:
            raise UnsuitableError
        compare, cell = SIGNS[sign], self._cell(constant, _plain)

        def ordered(row: Row) -> bool | None:
            number = row[place]
            if number is None:
                return None
            kind = self._kind(number)
            if kind in "lx":
                raise UnsuitableError
            return None if kind != "s" else compare(value(self._columns.term(number)), cell[0])

        return ordered

    def _two(self, sign: str, one: int, other: int) -> Truth:
        """Compare two variables."""
        compare, columns, equality = SIGNS[sign], self._columns, sign in ("=", "!=")

        def compared(row: Row) -> bool | None:
            a, b = row[one], row[other]
            if a is None or b is None:
                return None
            kinds = self._kind(a) + self._kind(b)
            if kinds == "dd":
                return compare(float(columns.dated[a]), float(columns.dated[b]))
            if kinds == "nn":
                return compare(columns.amount[a], columns.amount[b])
            if "x" in kinds:
                raise UnsuitableError
            if equality:
                return bool((a == b) == (sign == "="))
            if kinds == "ss":
                return compare(value(columns.term(a)), value(columns.term(b)))
            if kinds[0] == kinds[1] or set(kinds) == set("sl"):
                raise UnsuitableError
            return None

        return compared

    def _kind(self, number: int) -> str:
        """Return i (IRI), b (blank node), s (string), l (with a language), d (date), n (number), x (anything else)."""
        term = self._columns.term(number)
        first, last = term[:1], term[-1:]
        if first == b"<":
            return "i" if term[:2] != b"<<" else "x"
        if first != b'"':
            return "b"
        if last == b'"':
            return "s"
        if last != b">":
            return "l"
        columns = self._columns
        if columns.dated[number] == columns.dated[number]:
            return "d"
        return "n" if columns.amount[number] == columns.amount[number] else "x"

    # ---- texts

    def _text(self, e: Expression, at: Mapping[str, int]) -> Text:
        """Return the function of a text: a variable's string, STR, LCASE, LANG, a constant."""
        if e.kind == "const":
            cell = self._cell(e.value, _plain)
            return lambda _: cell[0]
        if e.kind == "LCASE":
            inner = self._text(e.parts[0], at)
            return lambda row: None if (found := inner(row)) is None else familiar(found).lower()
        if e.kind == "var":
            place = self._place(e.name, at)
            return lambda row: self._literal(row[place], "sl")
        if e.kind not in ("STR", "LANG") or e.parts[0].kind != "var":
            raise UnsuitableError
        place, language = self._place(e.parts[0].name, at), e.kind == "LANG"

        def text(row: Row) -> str | None:
            number = row[place]
            if number is None:
                return None
            term = self._columns.term(number)
            if term[:1] == b"<" and term[:2] != b"<<":
                return None if language else term[1:-1].decode()
            if language:
                return term[term.rindex(b'"') + 2 :].decode() if self._kind(number) == "l" else self._none(term)
            return self._literal(number, "sldn")

        return text

    @staticmethod
    def _none(term: bytes) -> str | None:
        if term[:1] == b'"':
            return ""
        return None

    def _literal(self, number: int | None, kinds: str) -> str | None:
        """Return the lexical form of a literal of one of these kinds; None for others."""
        if number is None:
            return None
        kind = self._kind(number)
        if kind == "x":
            raise UnsuitableError
        return value(self._columns.term(number)) if kind in kinds else None

    def _search(self, e: Expression, at: Mapping[str, int]) -> Truth:
        if e.parts[1].kind != "const" or len(e.parts) > 3:
            raise UnsuitableError
        text = self._text(e.parts[0], at)
        if e.kind == "REGEX":
            flags = self._cell(e.parts[2].value if len(e.parts) > 2 else Fixed('""'), _flags)
            pattern = self._cell(e.parts[1].value, _pattern)

            def found_in(row: Row) -> bool | None:
                found = text(row)
                if found is None:
                    return None
                if flags[0]:
                    familiar(pattern[0])
                    familiar(found)
                return re.search(pattern[0], found, flags[0]) is not None

            return found_in
        cell = self._cell(e.parts[1].value, _plain)
        test: Callable[[str, str], bool] = {
            "CONTAINS": lambda a, b: b in a,
            "STRSTARTS": str.startswith,
            "STRENDS": str.endswith,
        }[e.kind]
        return lambda row: None if (found := text(row)) is None else test(found, cell[0])

    def _language(self, e: Expression, at: Mapping[str, int]) -> Truth:
        """RFC 4647, basic filtering."""
        if e.parts[0].kind != "LANG" or e.parts[1].kind != "const":
            raise UnsuitableError
        text, cell = self._text(e.parts[0], at), self._cell(e.parts[1].value, _plain)

        def matches(row: Row) -> bool | None:
            tag, wanted = text(row), familiar(cell[0]).lower()
            if tag is None:
                return None
            return bool(tag) if wanted == "*" else tag == wanted or tag.startswith(f"{wanted}-")

        return matches

    def _part(self, e: Expression, at: Mapping[str, int]) -> Callable[[Row], int | None]:
        if e.parts[0].kind != "var":
            raise UnsuitableError
        place, part = self._place(e.parts[0].name, at), _PARTS[e.kind]

        def number(row: Row) -> int | None:
            if row[place] is None:
                return None
            kind = self._kind(row[place])
            if kind == "x":
                raise UnsuitableError
            return int(self._columns.term(row[place])[part]) if kind == "d" else None

        return number

    def _kind_test(self, e: Expression, at: Mapping[str, int]) -> Truth:
        if any(part.kind != "var" for part in e.parts):
            raise UnsuitableError
        places = [self._place(part.name, at) for part in e.parts]
        place = places[0]
        if e.kind == "SAMETERM":
            other = places[1]
            return lambda row: None if row[place] is None or row[other] is None else row[place] == row[other]
        kinds = {"ISIRI": "i", "ISURI": "i", "ISBLANK": "b", "ISLITERAL": "sldn"}[e.kind]

        def test(row: Row) -> bool | None:
            if row[place] is None:
                return None
            kind = self._kind(row[place])
            if kind == "x":
                raise UnsuitableError
            return kind in kinds

        return test


def _any_of(parts: list[Truth]) -> Truth:
    def either(row: Row) -> bool | None:
        doubt = False
        for part in parts:
            found = part(row)
            if found:
                return True
            doubt = doubt or found is None
        return None if doubt else False

    return either


def _all_of(parts: list[Truth]) -> Truth:
    def every(row: Row) -> bool | None:
        doubt = False
        for part in parts:
            found = part(row)
            if found is False:
                return False
            doubt = doubt or found is None
        return None if doubt else True

    return every


def _plain(term: bytes) -> str:
    if term[:1] != b'"' or term[-1:] != b'"':
        raise UnsuitableError
    return term[1:-1].decode()


def _integer(term: bytes) -> float:
    if not term.endswith(f'"{_INTEGER}'.encode()):
        raise UnsuitableError
    return float(term[1 : term.rindex(b'"')])


def _ordinal(term: bytes) -> float:
    try:
        return float(date.fromisoformat(term[1:11].decode()).toordinal())
    except ValueError:
        raise UnsuitableError from None


def _pattern(term: bytes) -> str:
    pattern = _plain(term)
    if not SAFE_PATTERN.fullmatch(pattern):
        raise UnsuitableError
    return pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern


def _flags(term: bytes) -> int:
    flags = _plain(term)
    if flags not in ("", "i"):
        raise UnsuitableError
    return re.IGNORECASE if flags else 0
