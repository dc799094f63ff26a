"""The catalogue of named queries: `queries/<topic>/<name>.rq`, one question each.

A file is valid SPARQL as it stands. Its front matter is YAML in `#+` comments:

    #+ question:
    #+   vi: Ai chủ trì hội nghị nào?
    #+   en: Who chaired which conference?
    #+ summary: One or two sentences on what a row means.
    #+ parameters:
    #+   since: {type: date, label: {vi: Từ ngày, en: Held on or after}, optional: true}
    #+ topics: [conference, official]
    #+ views: [table, timeline]

Each parameter is a row `VALUES ?since { "2018-01-01"^^xsd:date }` whose example is replaced, wherever
the row stands, with the term given (several where `many: true`), or with UNDEF; with `default: true` the
example stands when nothing is given; with `matches: true` the value is also the words of `vpg:matches`
(search by name, whatever the diacritics). Neither string substitution (a value could go on as SPARQL) nor
initial bindings (which mean different things on different stores) are used.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from graph.errors import ParameterError, UnknownNameError, VpgError
from graph.stores.base import JSON, Answer, Limits, Store
from queries.naming import with_names
from queries.parameters import TYPES, Parameter, Value, Values, write_term

FOLDER = Path(__file__).parent
CHECKS = "checks"
PAGES = "page"
VIEWS = ("table", "timeline", "network", "map", "chart", "text")

_KEYS = {"question", "summary", "parameters", "topics", "views", "hidden", "severity"}
_PARAMETER_KEYS = {"type", "label", "optional", "default", "many", "matches", "of"}
_FORM = re.compile(r"^\s*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE | re.MULTILINE)
# Safe either way; the one in C reads all front matter in a tenth of the time.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NAME = re.compile(r"[a-z][A-Za-z0-9]*")


class QueryFileError(VpgError):
    """A file of the catalogue breaks its own rules; said with the file's name."""

    title = "Broken query file"


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One question of the catalogue.

    `name` is "topic/name"; `text` the whole file; `body` the SPARQL without front matter. `kind` is
    select, ask, construct or describe; `columns` the projected variables of a SELECT, in order.
    `question` has "vi" and "en". `hidden` queries feed pages and are not listed as questions.
    `severity` (of a check) is "violation" or "warning".
    """

    name: str
    text: str
    body: str
    kind: str
    question: Mapping[str, str]
    summary: str
    parameters: tuple[Parameter, ...] = ()
    columns: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    views: tuple[str, ...] = ("table",)
    hidden: bool = False
    severity: str = "violation"

    @property
    def topic(self) -> str:
        """The folder of the query, which groups it in lists."""
        return self.name.partition("/")[0]

    def bind(self, values: Values | None = None) -> str:
        """Return SPARQL with every parameter's row replaced by `values`.

        A sequence gives several rows ("any of these") to a parameter with `many`. None and "" are the same
        as not given.

        Raises:
            ParameterError: a name that is no parameter, a required one missing, or a wrong type.
        """
        given = {name: value for name, value in (values or {}).items() if value is not None and value != ""}
        known = {parameter.name for parameter in self.parameters}
        for name in given:
            if name not in known:
                raise ParameterError(
                    f"{self.name} has no parameter {name!r}; it has {', '.join(sorted(known)) or 'none'}"
                )
        rows = {
            parameter.name: _rows(self.name, parameter, given)
            for parameter in self.parameters
            if parameter.name in given or not parameter.default
        }
        if not rows:
            return self.body
        words = next((rows[p.name] for p in self.parameters if p.matches and p.name in rows), None)

        def filled(match: re.Match[str]) -> str:
            if match["name"]:
                return f"VALUES ?{match['name']} {{ {rows[match['name']]} }}"
            return match[0] if words is None else match["search"] + words

        return _row_pattern(tuple(rows)).sub(filled, self.body)


def _rows(query: str, parameter: Parameter, given: Mapping[str, Value | Sequence[Value] | None]) -> str:
    value = given.get(parameter.name)
    if value is None:
        if parameter.optional:
            return "UNDEF"
        raise ParameterError(f"{query} needs the parameter {parameter.name!r} ({parameter.type})")
    several = [value] if isinstance(value, str) or not isinstance(value, Sequence) else value
    if not several or (len(several) > 1 and not parameter.many):
        raise ParameterError(f"parameter {parameter.name}: expected one value, got {len(several)}")
    return " ".join(write_term(parameter.parse(one)) for one in several)


@cache
def _row_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """Match the rows of these parameters, and the words of a vpg:matches; one pass, so no value is read again."""
    return re.compile(
        rf"VALUES\s+\?(?P<name>{'|'.join(names)})\s*\{{[^{{}}]*\}}"
        r"|(?P<search>vpg:matches\s+\(?\s*)\"(?:[^\"\\]|\\.)*\""
    )


class Catalogue(Mapping[str, NamedQuery]):
    """All named queries by name. Asking for one that is not there says which names are close."""

    def __init__(self, queries: Sequence[NamedQuery]) -> None:
        self._queries = {query.name: query for query in sorted(queries, key=lambda query: query.name)}

    def __getitem__(self, name: str) -> NamedQuery:
        """Return the query called `name`.

        Raises:
            UnknownNameError: there is none of that name.
        """
        try:
            return self._queries[name]
        except KeyError:
            raise UnknownNameError(
                f"there is no query {name!r}{_suggest(name, [q.name for q in self.questions()])}"
            ) from None

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a query of that name."""
        return name in self._queries

    def get(self, name: str, default: Any = None) -> Any:
        """Return the query called `name`, or `default`."""
        return self._queries.get(name, default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def __len__(self) -> int:
        return len(self._queries)

    def questions(self) -> tuple[NamedQuery, ...]:
        """Return the queries that people ask: neither hidden nor checks."""
        return tuple(query for query in self.values() if not query.hidden and query.topic != CHECKS)

    def checks(self) -> tuple[NamedQuery, ...]:
        """Return the checks: any row of one is a defect of the graph."""
        return tuple(query for query in self.values() if query.topic == CHECKS)


def _suggest(name: str, names: Sequence[str]) -> str:
    close = difflib.get_close_matches(name, names, n=3, cutoff=0.5)
    last_part = [known for known in names if known.partition("/")[2] == name.rpartition("/")[2]]
    found = list(dict.fromkeys(last_part + close))[:3]
    return f"; did you mean {', '.join(found)}?" if found else "; `vpg query` lists all"


@cache
def catalogue(folder: Path = FOLDER) -> Catalogue:
    """Read every `.rq` file below `folder` once.

    Raises:
        QueryFileError: a file without question, with an unknown key, or with a parameter without row.
    """
    return Catalogue([read_query(path, folder) for path in sorted(folder.glob("*/*.rq"))])


def read_query(path: Path, folder: Path = FOLDER) -> NamedQuery:
    """Read one file of the catalogue; its name is its path below `folder` without ".rq".

    Raises:
        QueryFileError: the front matter is not as the module says, or does not fit the query.
    """
    name = path.relative_to(folder).with_suffix("").as_posix()
    text = path.read_text("utf-8")
    lines = text.splitlines()
    body = "\n".join(line for line in lines if not line.startswith("#+")).strip() + "\n"
    try:
        head = yaml.load("\n".join(line[2:] for line in lines if line.startswith("#+")), Loader=_LOADER)
    except yaml.YAMLError as error:
        raise QueryFileError(f"{name}: the front matter is not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(head, dict) or not head.get("question"):
        raise QueryFileError(f"{name}: no question in the front matter")
    if unknown := set(head) - _KEYS:
        raise QueryFileError(f"{name}: unknown keys in the front matter: {', '.join(sorted(unknown))}")
    form = _FORM.search(body)
    if form is None:
        raise QueryFileError(f"{name}: neither SELECT, ASK, CONSTRUCT nor DESCRIBE")
    views = tuple(head.get("views") or ("table",))
    if bad := set(views) - set(VIEWS):
        raise QueryFileError(f"{name}: unknown views: {', '.join(sorted(bad))}")
    return NamedQuery(
        name=name,
        text=text,
        body=body,
        kind=form[1].lower(),
        question=_both_languages(name, "question", head["question"]),
        summary=str(head.get("summary") or "").strip(),
        parameters=_parameters(name, head.get("parameters") or {}, body),
        columns=_columns(body) if form[1].upper() == "SELECT" else (),
        topics=tuple(head.get("topics") or ()),
        views=views,
        hidden=bool(head.get("hidden", name.startswith(f"{PAGES}/"))),
        severity=str(head.get("severity") or "violation"),
    )


def _both_languages(name: str, key: str, value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict) or set(value) != {"vi", "en"}:
        raise QueryFileError(f"{name}: {key} needs a text in vi and one in en")
    return {language: str(words) for language, words in value.items()}


def _parameters(name: str, declared: Mapping[str, Any], body: str) -> tuple[Parameter, ...]:
    found = []
    for parameter, options in declared.items():
        if not _NAME.fullmatch(parameter) or not isinstance(options, dict):
            raise QueryFileError(f"{name}: parameter {parameter!r} is not written as a name and its options")
        if options.get("type") not in TYPES or set(options) - _PARAMETER_KEYS:
            types = ", ".join(TYPES)
            raise QueryFileError(f"{name}: parameter {parameter} needs a type ({types}) and a label")
        row = next((m for m in _row_pattern((parameter,)).finditer(body) if m["name"]), None)
        if row is None:
            raise QueryFileError(f"{name}: no row VALUES ?{parameter} {{ … }} for parameter {parameter}")
        found.append(
            Parameter(
                name=parameter,
                type=options["type"],
                label=_both_languages(name, f"label of {parameter}", options.get("label")),
                optional=bool(options.get("optional", options.get("default", False))),
                default=bool(options.get("default", False)),
                many=bool(options.get("many", False)),
                matches=bool(options.get("matches", False)),
                of=options.get("of"),
                example=_example(row[0]),
            )
        )
    return tuple(found)


def _example(row: str) -> str | None:
    """Return the value of an example row as a user would type it, or None for UNDEF."""
    inside = row[row.index("{") + 1 : row.rindex("}")].strip()
    match = re.match(r'<([^>]*)>|"((?:[^"\\]|\\.)*)"|([^\s]+)', inside)
    if match is None or match[3] == "UNDEF":
        return None
    return next(value for value in match.groups() if value is not None)


def _columns(body: str) -> tuple[str, ...]:
    """Return the projected variables: the text between the first SELECT and its WHERE or brace."""
    head = re.split(r"\bWHERE\b|\bFROM\b", body[re.search(r"\bSELECT\b", body).end() :], maxsplit=1)[0]  # type: ignore[union-attr]
    flat, depth = [], 0
    for piece in re.findall(r"\(|\)|[^()]+", head):
        if piece in "()":
            depth += 1 if piece == "(" else -1
            continue
        flat += re.findall(r"\?(\w+)", piece) if depth == 0 else re.findall(r"\bAS\s+\?(\w+)\s*$", piece)
    return tuple(flat)


def run(
    store: Store,
    name: str,
    values: Values | None = None,
    *,
    media_type: str = JSON,
    limits: Limits | None = None,
    queries: Catalogue | None = None,
) -> Answer:
    """Ask `store` the question called `name`; `Answer.rows()` gives the rows of a SELECT.

    Things may be given by address or, where exactly one has it, by name.

    Raises:
        UnknownNameError: no query of that name; the message names close ones.
        ParameterError: a parameter unknown, missing or of the wrong type.
    """
    query = (catalogue() if queries is None else queries)[name]
    text = query.bind(with_names(store, query.parameters, values or {}))
    return store.query(text, media_type=media_type, limits=limits)
