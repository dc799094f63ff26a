"""What a query says, as far as it can be answered here.

Constants come in two kinds: `Fixed` belongs to the shape of the query (a prefixed name, a predicate), `Param` is
the n-th constant of its text and may be another the next time. Terms are written in N-Triples.
"""

from dataclasses import dataclass, field


class UnsuitableError(Exception):
    """Better left to the engine: outside of what is known here, or too large."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A term that belongs to the shape."""

    term: str


@dataclass(frozen=True, slots=True)
class Param:
    """The constant number `index`; `kind` is iri, string or number, `suffix` @language or ^^<datatype> of a string."""

    index: int
    kind: str
    suffix: str = ""


Constant = Fixed | Param
Term = str | Fixed | Param  # a variable is a string, ?name


@dataclass(frozen=True, slots=True)
class Path:
    """A property path: link (one constant), inverse, seq, alt, star, plus, maybe."""

    kind: str
    parts: tuple["Path", ...] = ()
    link: Constant | None = None


@dataclass(frozen=True, slots=True)
class Triple:
    """A pattern; the predicate is a path or a variable. `graph`: of GRAPH around it, None for the default graph."""

    subject: Term
    predicate: Path | str
    object: Term
    graph: Term | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """An operator with operands: or, and, not, =, <, ..., in, bound, exists, or a function's name in capitals.

    `var` and `const` are the leaves.
    """

    kind: str
    parts: tuple["Expression", ...] = ()
    name: str = ""
    value: Constant | None = None
    group: "Group | None" = None

    def variables(self) -> set[str]:
        """Return the variables in it, those inside EXISTS left out."""
        found = {self.name} if self.kind in ("var", "bound") else set()
        return found.union(*(part.variables() for part in self.parts))

    def groups(self) -> "list[Group]":
        """Return the groups of EXISTS in it."""
        own = [self.group] if self.group is not None else []
        return own + [group for part in self.parts for group in part.groups()]


@dataclass(frozen=True, slots=True)
class Optional:
    """OPTIONAL { ... }."""

    group: "Group"


@dataclass(frozen=True, slots=True)
class Union:
    """{ ... } UNION { ... }; a single branch is a group in braces."""

    branches: tuple["Group", ...]


@dataclass(frozen=True, slots=True)
class Values:
    """VALUES; None stands for UNDEF."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Constant, ...], ...]


@dataclass(slots=True)
class Group:
    """The elements of a group in their order, and its filters."""

    elements: list[Triple | Optional | Union | Values] = field(default_factory=list)
    filters: list[Expression] = field(default_factory=list)

    def required(self) -> set[str]:
        """Return variables that stand in a pattern of every solution, so that they are terms of the data."""
        found: set[str] = set()
        for element in self.elements:
            if isinstance(element, Triple) and (isinstance(element.predicate, str) or element.predicate.kind == "link"):
                terms = (element.subject, element.predicate, element.object, element.graph)
                found |= {term for term in terms if isinstance(term, str)}
            elif isinstance(element, Union):
                found |= set.intersection(*(group.required() for group in element.branches))
        return found

    def variables(self) -> set[str]:
        """Return all variables in it, those of filters too."""
        found: set[str] = set()
        for element in self.elements:
            if isinstance(element, Triple):
                terms = (element.subject, element.predicate, element.object, element.graph)
                found |= {term for term in terms if isinstance(term, str)}
            elif isinstance(element, Values):
                found |= set(element.variables)
            else:
                inner = element.branches if isinstance(element, Union) else (element.group,)
                found = found.union(*(group.variables() for group in inner))
        for condition in self.filters:
            found |= condition.variables()
            found = found.union(*(group.variables() for group in condition.groups()))
        return found


@dataclass(frozen=True, slots=True)
class Count:
    """COUNT([DISTINCT] variable) AS name; variable '*' counts solutions."""

    name: str
    variable: str
    distinct: bool


@dataclass(frozen=True, slots=True)
class Least:
    """MIN(STR(variable)) AS name, of IRIs."""

    name: str
    variable: str


@dataclass(frozen=True, slots=True)
class Computed:
    """(expression AS name), a piece of a text: see `direct.pieces`."""

    name: str
    expression: Expression


@dataclass(slots=True)
class Query:
    """A query. `columns` is empty for SELECT *; `limit`, `offset` are numbers or constants of the text."""

    form: str
    where: Group
    columns: list[str | Count | Least | Computed] = field(default_factory=list)
    distinct: bool = False
    template: list[tuple[Term, Term, Term]] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    order: list[tuple[str, bool]] = field(default_factory=list)  # variable, descending
    limit: Param | None = None
    offset: Param | None = None
    constants: list[str] = field(default_factory=list)  # as they stand in the text
    places: list[int] = field(default_factory=list)  # where they start
    names: dict[str, None] = field(default_factory=dict)  # all variables, in the order of the text
    shaping: set[int] = field(default_factory=set)  # those that belong to the shape: predicates, datatypes

    def counts(self) -> list[Count]:
        """Return the columns that count."""
        return [column for column in self.columns if isinstance(column, Count)]

    def leasts(self) -> list[Least]:
        """Return the columns that are the least of a group."""
        return [column for column in self.columns if isinstance(column, Least)]

    def computed(self) -> list[Computed]:
        """Return the columns that are pieces of texts."""
        return [column for column in self.columns if isinstance(column, Computed)]
