"""From a query to its steps: in which order patterns are joined, and when filters are applied.

Groups are evaluated from the left with what is bound already, as the engine does. That is the same as SPARQL's
own order, from the inside out (18.2), as long as a variable that may be unbound is not joined again, and filters
and OPTIONALs inside of a group speak of what that group binds: everything else is unsuitable.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.stores.columns import Columns
from graph.stores.direct import steps
from graph.stores.direct.conditions import Conditions, Truth
from graph.stores.direct.paths import follow
from graph.stores.direct.steps import Row, Step
from graph.stores.direct.tree import (
    Constant,
    Expression,
    Fixed,
    Group,
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

_FAR = 10.0  # what a path or a variable predicate leads to, about
_NEVER = 1e12


@dataclass(slots=True)
class Scope:
    """Where variables stand in the row. `sure`: bound for certain; `own`: bound in the group that is being read."""

    at: dict[str, int]
    width: int
    sure: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)

    def inner(self) -> "Scope":
        """Return the scope for a group inside of this one."""
        return Scope(dict(self.at), self.width, set(self.sure), set())

    def add(self, variable: str, *, sure: bool = True) -> int:
        """Give a variable the next place in the row."""
        self.at[variable] = self.width
        self.width += 1
        self.own.add(variable)
        if sure:
            self.sure.add(variable)
        return self.width - 1


class Compiled:
    """The steps of a query over some columns. `numbers`: of the constants of the query's text, -1 if unknown."""

    def __init__(self, query: Query, columns: Columns, numbers: Mapping[int, int], first: int | None = None) -> None:
        self._columns, self._query, self._numbers = columns, query, numbers
        self.constants: list[Constant] = []  # at the beginning of every row
        self.starts: list[tuple[int, bool, int]] = []  # see `_note_starts`
        self._first = first
        self._conditions = Conditions(columns, self._exists)
        self._collect(query.where)
        self._places = {constant: place for place, constant in enumerate(self.constants)}
        scope = Scope({}, len(self.constants))
        self.steps = self._group(query.where, scope, set(), top=True)
        self.at = scope.at

    @property
    def cells(self) -> "list[tuple[Constant, object, list[object]]]":
        """Return the constants of filters, to be filled in before a run."""
        return self._conditions.cells  # type: ignore[return-value]

    def _collect(self, group: Group) -> None:
        """Find the constants that stand at ends of patterns."""
        for element in group.elements:
            terms: list[Term | None] = []
            if isinstance(element, Triple):
                terms = [element.subject, element.object, element.graph]
            elif isinstance(element, Values):
                terms = [term for row in element.rows for term in row]
            else:
                for inner in element.branches if isinstance(element, Union) else (element.group,):
                    self._collect(inner)
            for term in terms:
                if isinstance(term, Fixed | Param) and term not in self.constants:
                    self.constants.append(term)
        for condition in group.filters:
            for inner in condition.groups():
                self._collect(inner)

    # ---- groups

    def _group(self, group: Group, scope: Scope, seen: set[str], *, top: bool = False) -> list[Step]:
        """Return the steps of a group; `seen`: variables from outside that its filters may speak of."""
        outside = set(scope.at)
        found: list[Step] = []
        filters = list(group.filters)
        pending: list[Triple] = []
        for element in group.elements:
            if isinstance(element, Triple):
                pending.append(element)
                continue
            self._patterns(pending, scope, found, filters, outside - seen, top=top)
            pending, top = [], False
            if isinstance(element, Values):
                self._values(element, scope, found, group.required())
            else:
                self._element(element, scope, found, outside)
        self._patterns(pending, scope, found, filters, outside - seen, top=top)
        for condition in filters:
            self._check(condition, scope, outside - seen)
            found.append(_filter(self._conditions.truth(condition, scope.at)))
        return found

    def _element(self, element: Optional | Union, scope: Scope, found: list[Step], outside: set[str]) -> None:
        if isinstance(element, Optional):
            if (element.group.variables() & outside) - scope.own:
                raise UnsuitableError
            inner = scope.inner()
            added = self._group(element.group, inner, set(scope.own))
            new = [name for name in inner.at if name not in scope.at]
            found.append(steps.optional(added, inner.width - scope.width))
            for name in sorted(new, key=inner.at.__getitem__):
                scope.at[name] = inner.at[name]
                scope.own.add(name)
            scope.width = inner.width
        else:
            self._union(element, scope, found)

    def _union(self, element: Union, scope: Scope, found: list[Step]) -> None:
        branches: list[tuple[list[Step], Scope]] = []
        for group in element.branches:
            inner = scope.inner()
            branches.append((self._group(group, inner, set()), inner))
        new = [n for n in dict.fromkeys(n for _, inner in branches for n in inner.at) if n not in scope.at]
        picks = [(added, [inner.at.get(name, -1) for name in new]) for added, inner in branches]
        found.append(steps.union(picks, scope.width))
        for _, inner in branches:
            scope.own |= inner.own & set(scope.at)
        for name in new:
            scope.add(name, sure=all(name in inner.sure for _, inner in branches))

    def _values(self, element: Values, scope: Scope, found: list[Step], joined: set[str]) -> None:
        if set(element.variables) & set(scope.at) - scope.sure or not element.rows:
            raise UnsuitableError
        known = [(i, scope.at[name]) for i, name in enumerate(element.variables) if name in scope.at]
        fresh = [i for i, name in enumerate(element.variables) if name not in scope.at]
        table = [[self._places[term] for term in row] for row in element.rows]
        doubtful = [i for i, name in enumerate(element.variables) if name not in joined and i in fresh]
        found.append(steps.values(table, known, fresh, doubtful))
        for i in fresh:
            scope.add(element.variables[i])

    def _check(self, condition: Expression, scope: Scope, hidden: set[str]) -> None:
        """Refuse a filter that speaks of what its group cannot see or does not know."""
        names = condition.variables()
        for group in condition.groups():
            names |= group.variables() & set(scope.at)
            if group.variables() & set(scope.at) - scope.sure:
                raise UnsuitableError
        if names & hidden - scope.own:
            raise UnsuitableError

    def _exists(self, group: Group, at: Mapping[str, int]) -> Truth:
        width = max(at.values(), default=len(self.constants) - 1) + 1
        scope = Scope(dict(at), width, set(at))
        inner = self._group(group, scope, set(at))
        return lambda row: bool(steps.run(inner, [row]))

    # ---- patterns

    def _patterns(
        self,
        pending: list[Triple],
        scope: Scope,
        found: list[Step],
        filters: list[Expression],
        hidden: set[str],
        *,
        top: bool,
    ) -> None:
        """Join patterns, the one with the fewest rows first; apply filters as soon as they can be."""
        for triple in pending:
            for term in (triple.subject, triple.predicate, triple.object, triple.graph):
                if isinstance(term, str) and term in scope.at and term not in scope.sure:
                    raise UnsuitableError
        left = list(pending)
        if top:
            self._note_starts(left)
        while left:
            first = top and self._first is not None and len(left) == len(pending)
            best = (
                left[self._first]
                if first and self._first is not None
                else min(left, key=lambda triple: self._growth(triple, scope))
            )
            left.remove(best)
            found.append(self._step(best, scope))
            for condition in list(filters):
                names = condition.variables()
                if not condition.groups() and names <= scope.sure and names <= scope.own:
                    self._check(condition, scope, hidden)
                    found.append(_filter(self._conditions.truth(condition, scope.at)))
                    filters.remove(condition)

    def _note_starts(self, patterns: Sequence[Triple]) -> None:
        """Note the patterns with one end given: (index, whether it is the subject, predicate).

        Which of them has the fewest rows differs from one set of constants to the next.
        """
        for index, triple in enumerate(patterns):
            path = triple.predicate
            if isinstance(path, str) or path.kind != "link" or triple.graph is not None or path.link is None:
                continue
            if isinstance(triple.subject, str) != isinstance(triple.object, str):
                self.starts.append((index, not isinstance(triple.subject, str), self._predicate(path.link)))

    def start_place(self, index: int) -> int:
        """Return where in the row the constant of the pattern number `index` stands."""
        triples = [element for element in self._query.where.elements if isinstance(element, Triple)]
        triple = triples[index]
        constant = triple.object if isinstance(triple.subject, str) else triple.subject
        return self._places[constant]  # type: ignore[index]

    def count(self, index: int, *, subject: bool, predicate: int, number: int) -> int:
        """Return how many rows a pattern with a given end has."""
        return len(_range(self._columns, number, predicate, subject=subject))

    def _predicate(self, constant: Constant) -> int:
        """Return the number of a predicate, -1 if there is none such."""
        number = self._columns.number(constant.term) if isinstance(constant, Fixed) else self._numbers[constant.index]
        return self._columns.predicates.get(number, -1)

    def _place(self, term: Term | None, scope: Scope) -> int | None:
        return scope.at.get(term) if isinstance(term, str) else self._places.get(term) if term is not None else None

    def _growth(self, triple: Triple, scope: Scope) -> float:
        """Return how many rows one row becomes, about."""
        s, o = self._place(triple.subject, scope), self._place(triple.object, scope)
        path = triple.predicate
        if s is None and o is None:
            return _NEVER
        if isinstance(path, str) or path.kind != "link":
            return 0.9 if s is not None and o is not None else _FAR
        assert path.link is not None
        predicate = self._predicate(path.link)
        if predicate < 0:
            return 0.0
        pairs = self._columns.pairs(predicate)
        for term, subject in ((triple.subject, True), (triple.object, False)):
            if isinstance(term, Param | Fixed):
                number = self._numbers[term.index] if isinstance(term, Param) else self._columns.number(term.term)
                rows = len(_range(self._columns, number, predicate, subject=subject))
                if (o if subject else s) is None:
                    return float(rows)
                return rows / max(1, pairs.subjects if not subject else pairs.objects)
        if s is not None and o is not None:
            return pairs.size / max(1, pairs.subjects) / max(1, pairs.objects)
        return pairs.size / max(1, pairs.subjects if s is not None else pairs.objects)

    def _step(self, triple: Triple, scope: Scope) -> Step:
        s, o = self._place(triple.subject, scope), self._place(triple.object, scope)
        path, columns = triple.predicate, self._columns
        if s is None and o is None:
            raise UnsuitableError
        for term in (triple.subject, path, triple.object, triple.graph):
            if isinstance(term, str):
                scope.own.add(term)
        if isinstance(path, str) or triple.graph is not None:
            return self._general(triple, scope, s, o)
        if path.kind != "link":
            return self._path(path, triple, scope, s, o)
        assert path.link is not None
        predicate = self._predicate(path.link)
        if s is not None and o is not None:
            return steps.both(columns, s, predicate, o)
        if s is not None:
            scope.add(str(triple.object))
            return steps.objects(columns, s, predicate)
        assert o is not None
        scope.add(str(triple.subject))
        return steps.subjects(columns, o, predicate)

    def _path(self, path: Path, triple: Triple, scope: Scope, s: int | None, o: int | None) -> Step:
        if path.kind == "alt":
            raise UnsuitableError  # outside of closures the engine leaves out what is reached twice
        forward = s is not None
        leads = follow(path, self._columns, self._predicate, forward=forward)
        if s is not None and o is not None:
            return steps.between(leads, s, o)
        scope.add(str(triple.object if forward else triple.subject))
        place = s if s is not None else o
        assert place is not None
        return steps.along(leads, place)

    def _general(self, triple: Triple, scope: Scope, s: int | None, o: int | None) -> Step:
        path = triple.predicate
        if triple.graph is not None and not self._columns.graphs:
            raise UnsuitableError
        if isinstance(path, Path) and (path.kind != "link" or path.link is None):
            raise UnsuitableError
        fixed = self._predicate(path.link) if isinstance(path, Path) and path.link is not None else None
        p = scope.at.get(path) if isinstance(path, str) else None
        g = self._place(triple.graph, scope)
        places = steps.Places(s, p, o, fixed, triple.graph is not None, g)
        terms = ((triple.subject, s), (path, p), (triple.object, o), (triple.graph, g))
        for term, place in terms:
            if isinstance(term, str) and place is None:
                scope.add(term)
        return steps.general(self._columns, places)


def _range(columns: Columns, number: int, predicate: int, *, subject: bool) -> range:
    from bisect import bisect_left

    if number < 0:
        return range(0)
    at, names = (columns.s_at, columns.sp) if subject else (columns.o_at, columns.op)
    start = bisect_left(names, predicate, at[number], at[number + 1])
    return range(start, bisect_left(names, predicate + 1, start, at[number + 1]))


def _filter(truth: Truth) -> Step:
    def step(rows: list[Row]) -> list[Row]:
        return [row for row in rows if truth(row)]

    return step
