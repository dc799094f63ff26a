"""Reading the queries that count and compare over much data, so that they can be answered from columns.

The subset: SELECT over one basic graph pattern (predicates given, sequences of them with /), FILTERs that
compare a variable with a constant or look into a text, GROUP BY variables, COUNT, DISTINCT, ORDER BY
variables, LIMIT and OFFSET. Whatever else a query holds, `plan` answers None and the engine takes it.
Terms are in N-Triples notation. Rules: SPARQL 1.1 Query, sections 5, 11, 15 and 17.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.stores.syntax import COMPARISONS, FLIPPED, Token, UnreadableError, tokens

RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern; a variable is written ?name."""

    subject: str
    predicate: str
    object: str


@dataclass(frozen=True, slots=True)
class Compare:
    """`variable operator constant`, the constant an N-Triples term."""

    variable: str
    operator: str
    constant: str


@dataclass(frozen=True, slots=True)
class TextTest:
    """`test` is contains, starts, ends or regex; `lower`, `str`: applied to the variable before."""

    variable: str
    test: str
    text: str
    lower: bool
    string: bool


@dataclass(frozen=True, slots=True)
class Count:
    """COUNT([DISTINCT] variable) AS name; variable '*' counts solutions."""

    name: str
    variable: str
    distinct: bool


@dataclass(slots=True)
class Plan:
    """A query of the subset."""

    columns: list[str | Count] = field(default_factory=list)
    distinct: bool = False
    patterns: list[Pattern] = field(default_factory=list)
    compares: list[Compare] = field(default_factory=list)
    tests: list[TextTest] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    order: list[tuple[str, bool]] = field(default_factory=list)  # variable, descending
    limit: int | None = None
    offset: int = 0

    def counts(self) -> list[Count]:
        """Return the columns that count."""
        return [column for column in self.columns if isinstance(column, Count)]


_CANONICAL = re.compile(rf'"(?:\d{{4}}-\d\d-\d\d"\^\^<{XSD}date>|(?:0|-?[1-9]\d{{0,17}})"\^\^<{XSD}integer>)')


def _plain(term: str) -> bool:
    """Tell whether a term is written as the engine keeps it (it keeps 007 as 7)."""
    return "^^" not in term or _CANONICAL.fullmatch(term) is not None


class _OutsideError(Exception):
    """The query is not of the subset."""


def plan(text: str) -> Plan | None:
    """Read a query; None if it is not of the subset (or malformed: the engine will say so)."""
    try:
        return _Reader(tokens(text)).query()
    except (_OutsideError, UnreadableError, IndexError, ValueError, KeyError):
        return None


class _Reader:
    def __init__(self, found: Sequence[Token]) -> None:
        self._tokens, self._at = list(found), 0
        self._prefixes: dict[str, str] = {}
        self._fresh = 0
        self._plan = Plan()

    def query(self) -> Plan:
        while self._word() == "PREFIX":
            self._prefixes[self._tokens[self._at + 1].text] = self._tokens[self._at + 2].text[1:-1]
            self._at += 3
        self._expect("SELECT")
        if self._word() == "DISTINCT":
            self._at += 1
            self._plan.distinct = True
        self._columns()
        if self._word() == "WHERE":
            self._at += 1
        self._mark("{")
        self._group()
        self._modifiers()
        if self._at != len(self._tokens):
            raise _OutsideError
        self._check()
        return self._plan

    # ---- tokens

    def _peek(self) -> str:
        return self._tokens[self._at].text if self._at < len(self._tokens) else ""

    def _word(self) -> str:
        return self._tokens[self._at].upper if self._at < len(self._tokens) else ""

    def _expect(self, word: str) -> None:
        if self._word() != word:
            raise _OutsideError
        self._at += 1

    def _mark(self, mark: str) -> None:
        if self._peek() != mark:
            raise _OutsideError
        self._at += 1

    def _variable(self) -> str:
        token = self._tokens[self._at]
        if token.kind != "variable":
            raise _OutsideError
        self._at += 1
        return "?" + token.text[1:]

    def _iri(self) -> str:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == "iri" and ":" in token.text and "\\" not in token.text:
            return token.text
        if token.kind == "pname" and "\\" not in token.text and "%" not in token.text:
            prefix, _, local = token.text.partition(":")
            return f"<{self._prefixes[prefix + ':']}{local}>"
        raise _OutsideError

    def _term(self) -> str:
        """Read a variable, an IRI or a literal."""
        token = self._tokens[self._at]
        if token.kind == "variable":
            return self._variable()
        if token.kind == "string":
            return self._literal()
        if token.kind == "number" and token.text.isdigit():
            self._at += 1
            return f'"{int(token.text)}"^^<{XSD}integer>'
        return self._iri()

    def _string(self) -> str:
        token = self._tokens[self._at]
        if token.kind != "string" or "\\" in token.text or token.text[:3] in ('"""', "'''") or '"' in token.text[1:-1]:
            raise _OutsideError
        self._at += 1
        return token.text[1:-1]

    def _literal(self) -> str:
        text = self._string()
        following = self._tokens[self._at] if self._at < len(self._tokens) else Token("", "", 0)
        if following.kind == "lang":
            self._at += 1
            return f'"{text}"{following.text.lower()}'
        if following.text == "^^":
            self._at += 1
            return f'"{text}"^^{self._iri()}'
        return f'"{text}"'

    # ---- SELECT

    def _columns(self) -> None:
        while self._peek() != "{" and self._word() != "WHERE":
            if self._peek() != "(":
                self._plan.columns.append(self._variable())
                continue
            self._at += 1
            self._expect("COUNT")
            self._mark("(")
            distinct = self._word() == "DISTINCT"
            self._at += distinct
            if self._peek() == "*":
                self._at += 1
                variable = "*"
            else:
                variable = self._variable()
            self._mark(")")
            self._expect("AS")
            self._plan.columns.append(Count(self._variable(), variable, distinct))
            self._mark(")")

    # ---- WHERE

    def _group(self) -> None:
        while self._peek() != "}":
            if self._word() == "FILTER":
                self._at += 1
                self._filter()
            else:
                self._triples()
            if self._peek() == ".":
                self._at += 1
        self._at += 1

    def _triples(self) -> None:
        subject = self._term()
        while True:
            path = self._path()
            while True:
                start = subject
                for predicate in path[:-1]:
                    self._fresh += 1
                    middle = f"?__path{self._fresh}"
                    self._plan.patterns.append(Pattern(start, predicate, middle))
                    start = middle
                self._plan.patterns.append(Pattern(start, path[-1], self._term()))
                if self._peek() != ",":
                    break
                self._at += 1
            if self._peek() != ";":
                return
            while self._peek() == ";":
                self._at += 1
            if self._peek() in (".", "}"):
                return

    def _path(self) -> list[str]:
        found = [self._verb()]
        while self._peek() == "/":
            self._at += 1
            found.append(self._verb())
        return found

    def _verb(self) -> str:
        if self._peek() == "a":
            self._at += 1
            return RDF_TYPE
        iri = self._iri()
        if self._peek() in ("*", "+", "?", "|", "^"):
            raise _OutsideError
        return iri

    # ---- FILTER

    def _filter(self) -> None:
        if self._peek() != "(":
            self._test()
            return
        self._mark("(")
        while True:
            self._condition()
            if self._peek() == ")":
                self._at += 1
                return
            self._mark("&&")

    def _condition(self) -> None:
        if self._peek() == "(":
            self._filter()
            return
        if self._word():
            self._test()
            return
        left = self._term()
        operator = self._peek()
        if operator not in COMPARISONS:
            raise _OutsideError
        self._at += 1
        right = self._term()
        if left[0] != "?":
            left, right, operator = right, left, FLIPPED[operator]
        if left[0] != "?" or right[0] == "?":
            raise _OutsideError
        self._plan.compares.append(Compare(left, operator, right))

    def _test(self) -> None:
        name = {"CONTAINS": "contains", "STRSTARTS": "starts", "STRENDS": "ends", "REGEX": "regex"}.get(self._word())
        if name is None:
            raise _OutsideError
        self._at += 1
        self._mark("(")
        wrapped = []
        while self._word() in ("LCASE", "STR"):
            wrapped.append(self._word())
            self._at += 1
            self._mark("(")
        variable = self._variable()
        for _ in wrapped:
            self._mark(")")
        self._mark(",")
        text = self._string()
        if wrapped not in ([], ["LCASE"], ["STR"], ["LCASE", "STR"]):
            raise _OutsideError
        self._mark(")")
        self._plan.tests.append(TextTest(variable, name, text, "LCASE" in wrapped, "STR" in wrapped))

    # ---- modifiers

    def _modifiers(self) -> None:
        if self._word() == "GROUP":
            self._at += 1
            self._expect("BY")
            while self._at < len(self._tokens) and self._tokens[self._at].kind == "variable":
                self._plan.groups.append(self._variable())
        if self._word() == "ORDER":
            self._at += 1
            self._expect("BY")
            self._plan.order = list(self._keys())
        while self._word() in ("LIMIT", "OFFSET"):
            word = self._word()
            number = int(self._tokens[self._at + 1].text)
            if number >> 64:
                raise ValueError  # no engine reads it
            self._at += 2
            if word == "LIMIT":
                self._plan.limit = number
            else:
                self._plan.offset = number

    def _keys(self) -> Iterator[tuple[str, bool]]:
        while self._at < len(self._tokens):
            if self._word() in ("ASC", "DESC"):
                down = self._word() == "DESC"
                self._at += 1
                self._mark("(")
                yield self._variable(), down
                self._mark(")")
            elif self._tokens[self._at].kind == "variable":
                yield self._variable(), False
            else:
                return

    def _check(self) -> None:
        found = self._plan
        bound = {term for p in found.patterns for term in (p.subject, p.object) if term[0] == "?"}
        plain = [column for column in found.columns if isinstance(column, str)]
        counts = found.counts()
        names = {count.name for count in counts}
        if not found.columns or not found.patterns or names & bound or len(names) != len(counts):
            raise _OutsideError
        if counts or found.groups:
            if set(plain) - set(found.groups) or set(found.groups) - bound:
                raise _OutsideError
            sortable = set(found.groups) | names
        else:
            sortable = set(plain) if found.distinct else bound
        used = {count.variable for count in counts} - {"*"}
        used |= {c.variable for c in found.compares} | {t.variable for t in found.tests} | set(plain)
        if used - bound or {name for name, _ in found.order} - sortable:
            raise _OutsideError
        names_out = [column if isinstance(column, str) else column.name for column in found.columns]
        if len(set(names_out)) != len(names_out) or any(not _plain(p.object) for p in found.patterns):
            raise _OutsideError
        if any(p.subject == p.object or p.subject[0] == '"' for p in found.patterns):
            raise _OutsideError
        if any(count.variable == "*" and count.distinct for count in counts):
            raise _OutsideError
