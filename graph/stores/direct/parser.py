"""Reading a query into `tree`.

The subset: SELECT, ASK and CONSTRUCT over patterns with property paths, FILTER, OPTIONAL, UNION, GRAPH, VALUES and
EXISTS; COUNT, MIN(STR()) and GROUP BY; pieces of texts (SUBSTR); ORDER BY variables, LIMIT, OFFSET. Rules: SPARQL 1.1
Query, section 19.8. Anything else, also what is malformed, is `UnsuitableError`: the engine judges.
"""

from collections.abc import Callable, Sequence

from graph.stores.direct.reader import END, Reader
from graph.stores.direct.tree import (
    Computed,
    Constant,
    Count,
    Expression,
    Fixed,
    Group,
    Least,
    Optional,
    Param,
    Path,
    Query,
    Term,
    Triple,
    Union,
    UnsuitableError,
    Values,
)
from graph.stores.syntax import COMPARISONS, Token, UnreadableError, tokens

RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
# functions: how many operands
_FUNCTIONS = dict.fromkeys(("CONTAINS", "STRSTARTS", "STRENDS", "LANGMATCHES", "SAMETERM"), 2) | dict.fromkeys(
    ("LCASE", "STR", "LANG", "YEAR", "MONTH", "DAY", "ISIRI", "ISURI", "ISLITERAL", "ISBLANK"), 1
)


def parse(text: str) -> Query:
    """Read a query.

    Raises:
        UnsuitableError: it is not of the subset.
    """
    try:
        return _Parser(tokens(text)).query()
    except (UnreadableError, IndexError, ValueError, KeyError, RecursionError):
        raise UnsuitableError from None


class _Parser(Reader):
    def __init__(self, found: Sequence[Token]) -> None:
        super().__init__(found)
        self._fresh = 0
        self._graph: Term | None = None

    # ---- the query

    def query(self) -> Query:
        while self._word == "PREFIX":
            name, address = self._tokens[self._at + 1 : self._at + 3]
            if name.kind != "pname" or name.text[-1:] != ":" or ":" not in address.text or address.kind != "iri":
                raise UnsuitableError
            self._prefixes[name.text] = address.text[1:-1]
            self._at += 3
        found = self._query
        found.form = self._next().upper
        if found.form == "SELECT":
            found.distinct = self._have("DISTINCT")
            self._columns()
        elif found.form == "CONSTRUCT":
            self._template()
        elif found.form != "ASK":
            raise UnsuitableError
        if not self._have("WHERE") and found.form == "CONSTRUCT":
            raise UnsuitableError
        found.where = self._braces()
        self._modifiers()
        if self._tokens[self._at] is not END:
            raise UnsuitableError
        return found

    def _columns(self) -> None:
        if self._have("*"):
            return
        columns = self._query.columns
        while self._text not in ("{", "") and self._word != "WHERE":
            if not self._have("("):
                columns.append(self._variable())
                continue
            if self._have("COUNT"):
                self._expect("(")
                distinct = self._have("DISTINCT")
                variable = "*" if self._have("*") else self._variable()
                self._expect(")")
                self._expect("AS")
                columns.append(Count(self._variable(), variable, distinct))
            elif self._have("MIN"):
                for mark in ("(", "STR", "("):
                    self._expect(mark)
                variable = self._variable()
                for mark in (")", ")", "AS"):
                    self._expect(mark)
                columns.append(Least(self._variable(), variable))
            else:
                expression = self._sum()
                self._expect("AS")
                columns.append(Computed(self._variable(), expression))
            self._expect(")")
        if not columns:
            raise UnsuitableError

    def _template(self) -> None:
        group = self._braces()
        if group.filters:
            raise UnsuitableError
        for triple in group.elements:
            if not isinstance(triple, Triple):
                raise UnsuitableError
            path = triple.predicate
            link = path if isinstance(path, str) else path.link
            if link is None or isinstance(triple.subject, str) and triple.subject[:2] == "?_":
                raise UnsuitableError
            self._query.template.append((triple.subject, link, triple.object))

    def _modifiers(self) -> None:
        found = self._query
        if self._have("GROUP"):
            self._expect("BY")
            while self._tokens[self._at].kind == "variable":
                found.groups.append(self._variable())
        if self._have("ORDER"):
            self._expect("BY")
            while self._word in ("ASC", "DESC") or self._tokens[self._at].kind == "variable":
                down, bracket = self._word == "DESC", self._tokens[self._at].kind != "variable"
                self._at += bracket
                if bracket:
                    self._expect("(")
                found.order.append((self._variable(), down))
                if bracket:
                    self._expect(")")
        while self._word in ("LIMIT", "OFFSET"):
            name = self._next().upper.lower()
            number = self._constant()
            if getattr(found, name) is not None or not isinstance(number, Param) or number.kind != "number":
                raise UnsuitableError
            setattr(found, name, number)

    # ---- groups

    def _braces(self) -> Group:
        self._expect("{")
        group = Group()
        while not self._have("}"):
            self._element(group)
            self._have(".")
        return group

    def _element(self, group: Group) -> None:
        if self._have("FILTER"):
            group.filters.append(self._constraint())
        elif self._have("OPTIONAL"):
            group.elements.append(Optional(self._braces()))
        elif self._have("GRAPH"):
            self._in_graph(group)
        elif self._have("VALUES"):
            group.elements += self._values()
        elif self._text == "{":
            branches = [self._braces()]
            while self._have("UNION"):
                branches.append(self._braces())
            group.elements.append(Union(tuple(branches)))
        elif not self._word:
            self._triples(group)
        else:
            raise UnsuitableError

    def _in_graph(self, group: Group) -> None:
        """GRAPH with patterns alone in it."""
        if self._graph is not None:
            raise UnsuitableError
        self._graph = self._term()
        inner = self._braces()
        if inner.filters or not inner.elements or not all(isinstance(element, Triple) for element in inner.elements):
            raise UnsuitableError
        self._graph = None
        group.elements += inner.elements

    def _values(self) -> list[Values]:
        """Read VALUES; `{ UNDEF }` joins with anything, and is left out, unless its variable is a column of `*`."""
        several = self._have("(")
        variables = [self._variable()]
        while several and not self._have(")"):
            variables.append(self._variable())
        rows: list[tuple[Constant, ...]] = []
        self._expect("{")
        if not several and self._have("UNDEF"):
            if self._query.form == "SELECT" and not self._query.columns:
                raise UnsuitableError
            self._expect("}")
            return []
        while not self._have("}"):
            if several:
                self._expect("(")
            rows.append(tuple(self._constant() for _ in variables))
            if several:
                self._expect(")")
        return [Values(tuple(variables), tuple(rows))]

    def _triples(self, group: Group) -> None:
        subject = self._term()
        while True:
            path = self._variable() if self._tokens[self._at].kind == "variable" else self._alternatives()
            while True:
                self._add(group, subject, path, self._term())
                if not self._have(","):
                    break
            if not self._have(";"):
                return
            while self._have(";"):
                pass
            if self._text in (".", "}"):
                return

    def _add(self, group: Group, subject: Term, path: Path | str, obj: Term) -> None:
        """Add a pattern; a sequence of steps becomes several (SPARQL 1.1, 18.2.2.4)."""
        if isinstance(path, Path) and path.kind == "inverse":
            self._add(group, obj, path.parts[0], subject)
            return
        if isinstance(path, Path) and path.kind == "seq":
            for part in path.parts[:-1]:
                self._fresh += 1
                middle = f"?_{self._fresh} "  # no name of a variable has a blank
                self._add(group, subject, part, middle)
                subject = middle
            path = path.parts[-1]
            self._add(group, subject, path, obj)
            return
        if subject == obj or isinstance(subject, Param) and subject.kind != "iri":
            raise UnsuitableError
        if path in (subject, obj) or self._graph is not None and self._graph in (subject, obj, path):
            raise UnsuitableError
        group.elements.append(Triple(subject, path, obj, self._graph))

    # ---- paths

    def _alternatives(self) -> Path:
        return self._row(self._sequence, "|", "alt")

    def _sequence(self) -> Path:
        return self._row(self._step, "/", "seq")

    def _row(self, one: Callable[[], Path], mark: str, kind: str) -> Path:
        found = [one()]
        while self._have(mark):
            found.append(one())
        return found[0] if len(found) == 1 else Path(kind, tuple(found))

    def _step(self) -> Path:
        if self._have("^"):
            return Path("inverse", (self._step(),))
        if self._have("("):
            found = self._alternatives()
            self._expect(")")
        elif self._text == "a":
            self._at += 1
            found = Path("link", (), Fixed(RDF_TYPE))
        else:
            found = Path("link", (), self._iri(shaping=True))
        kind = {"*": "star", "+": "plus", "?": "maybe"}.get(self._text)
        if kind is None:
            return found
        self._at += 1
        return Path(kind, (found,))

    # ---- filters

    def _constraint(self) -> Expression:
        if self._text == "(":
            self._at += 1
            found = self._or()
            self._expect(")")
            return found
        return self._primary()

    def _or(self) -> Expression:
        found = [self._and()]
        while self._have("||"):
            found.append(self._and())
        return found[0] if len(found) == 1 else Expression("or", tuple(found))

    def _and(self) -> Expression:
        found = [self._relation()]
        while self._have("&&"):
            found.append(self._relation())
        return found[0] if len(found) == 1 else Expression("and", tuple(found))

    def _relation(self) -> Expression:
        left = self._primary()
        for sign in COMPARISONS:
            if self._have(sign):
                return Expression(sign, (left, self._primary()))
        if self._word == "IN" or (self._word == "NOT" and self._tokens[self._at + 1].upper == "IN"):
            refused = self._have("NOT")
            self._at += 1
            self._expect("(")
            chosen = []
            while not self._have(")"):
                chosen.append(Expression("=", (left, self._primary())))
                self._have(",")
            if not chosen:
                raise UnsuitableError
            found = Expression("or", tuple(chosen))
            return Expression("not", (found,)) if refused else found
        return left

    def _sum(self) -> Expression:
        """Sums and comparisons of numbers, IF, SUBSTR: what a column that is a piece of a text is made of."""
        found = self._piece()
        while self._text in ("+", "-"):
            sign = self._next().text
            found = Expression(sign, (found, self._piece()))
        return found

    def _piece(self) -> Expression:
        word = self._word
        if word not in ("SUBSTR", "IF"):
            token = self._tokens[self._at]
            if token.kind == "variable":
                return Expression("var", name=self._variable())
            if token.kind != "number":
                raise UnsuitableError
            return Expression("const", value=self._constant())
        self._at += 1
        self._expect("(")
        operands = [self._compared() if word == "IF" else self._sum()]
        while self._have(","):
            operands.append(self._sum())
        self._expect(")")
        if len(operands) not in ((3,) if word == "IF" else (2, 3)):
            raise UnsuitableError
        return Expression(word, tuple(operands))

    def _compared(self) -> Expression:
        left, sign = self._sum(), self._next().text
        if sign not in COMPARISONS:
            raise UnsuitableError
        return Expression(sign, (left, self._sum()))

    def _primary(self) -> Expression:
        if self._have("!"):
            return Expression("not", (self._primary(),))
        if self._text == "(":
            return self._constraint()
        token = self._tokens[self._at]
        if token.kind == "variable":
            return Expression("var", name=self._variable())
        if not token.upper:
            return Expression("const", value=self._constant())
        self._at += 1
        name = token.upper
        if name == "NOT":
            self._expect("EXISTS")
            return Expression("not", (Expression("exists", group=self._braces()),))
        if name == "EXISTS":
            return Expression("exists", group=self._braces())
        self._expect("(")
        if name == "BOUND":
            found = Expression("bound", name=self._variable())
            self._expect(")")
            return found
        operands = [self._or()]
        while self._have(","):
            operands.append(self._or())
        self._expect(")")
        if len(operands) != _FUNCTIONS.get(name, len(operands)) or (name not in _FUNCTIONS and name != "REGEX"):
            raise UnsuitableError
        return Expression(name, tuple(operands))
