"""`/queries`: the named queries as questions, each with a form, its answer and its SPARQL."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from urllib.parse import urlencode

from flask import Blueprint, Response, g, request
from markupsafe import Markup, escape

from graph.errors import ParameterError, TooManyError
from graph.stores.base import Limits
from ontology.namespaces import PREFIXES
from queries.catalogue import NamedQuery, catalogue
from queries.columns import column_label, named_by
from queries.naming import called
from queries.parameters import Parameter
from service import days, wording
from service.api.names import find, notes
from service.finder import Named, fold
from service.labels import KINDS, Labels, members, most_specific
from service.paging import Part, part_of
from service.reading import finder, path_of, reading, settings
from service.rendering import page, render, show_term, term_label
from service.terms import XSD, Term, rows_of

bp = Blueprint("questions", __name__)


@bp.get("/queries")
@page
def listing() -> Response:
    """List all questions by topic."""
    topics: dict[str, list[NamedQuery]] = {}
    for query in catalogue().questions():
        topics.setdefault(query.topic, []).append(query)
    return render("queries.html", topics=topics)


@bp.get("/queries/<topic>/<name>")
@page
def question(topic: str, name: str) -> Response:
    """Show one question: its form, and the answer when parameters are given or none is needed."""
    query = catalogue()[f"{topic}/{name}"]
    given = {p.name: typed(p.name) for p in query.parameters if typed(p.name)}
    chosen, choices = resolve_names(query, given)
    dates = {p.name: days.read(given.get(p.name, "")) for p in query.parameters if p.type == "date"}
    wrong = wrong_values(query, {k: v for k, v in chosen.items() if k not in choices}, dates)
    chosen |= {name: dates[name].last if name == "until" else dates[name].first for name in dates if name in chosen}
    problem, result, bound = unknown_parameters(query), None, query.body
    required = {p.name for p in query.parameters if not p.optional}
    asked_for = bool(given) or "run" in request.args or not required
    if asked_for and not choices and not problem and not wrong:
        try:
            bound = query.bind(chosen)
            result = run_select(bound) if query.kind == "select" else None
        except ParameterError as error:
            problem = str(error)
    arguments = urlencode(chosen)
    response = render(
        "question.html",
        query=query,
        given=given,
        chosen=chosen,
        summary=readable_summary(query),
        names={k: name_of(v) for k, v in chosen.items() if v.startswith("http")},
        lists={p.name: entries for p in query.parameters if p.type == "iri" and (entries := listed(p))},
        choices=choices,
        problem=problem,
        dates=dates,
        wrong=wrong,
        bound=bound,
        result=result,
        asked_for=asked_for and not choices and not problem and not wrong,
        rest=f"/api/queries/{query.name}" + (f"?{arguments}" if arguments else ""),
        examples={p.name: name_of(p.example or "") for p in query.parameters},
    )
    response.status_code = 400 if problem or wrong else 200
    return response


def wrong_values(query: NamedQuery, chosen: Mapping[str, str], dates: Mapping[str, days.Typed]) -> dict[str, str]:
    """Return what is wrong with the values given, by parameter, in the reader's language.

    `since` and `until` may be a month or a year; any other date is one day.
    """
    wrong: dict[str, str] = {}
    for parameter in query.parameters:
        name = parameter.name
        if name in dates:
            message = days.problem(g.lang, dates[name], whole=name not in PERIOD)
            if message:
                wrong[name] = message
        elif name in chosen:
            try:
                parameter.parse(chosen[name])
            except ParameterError:
                wrong[name] = wording.say(g.lang, f"queries.wrong_{parameter.type}", text=chosen[name][:60])
    if not wrong and all(name in dates for name in PERIOD):
        late = days.problems(g.lang, dates["since"], dates["until"])[1]
        if late:
            wrong["until"] = late
    return wrong


def unknown_parameters(query: NamedQuery) -> str:
    """Return a sentence that names the parameters of the address that the question does not have, or ""."""
    known = {name for p in query.parameters for name in (p.name, f"{p.name}.iri")} | {"run", "page", "lang", "theme"}
    other = sorted(request.args.keys() - known)
    has = ", ".join(p.name for p in query.parameters) or "–"
    return wording.say(g.lang, "queries.unknown", names=", ".join(other), known=has) if other else ""


def matching(text: str) -> list[tuple[NamedQuery, str]]:
    """Return the questions that words typed into the search box may mean, each with the arguments of its address.

    These are the questions that have all the words in their titles, in either language, and those that ask for
    an entry of a code list ("bằng khen") of that name.
    """
    words = set(re.findall(r"\w+", fold(text)))
    found: dict[str, tuple[NamedQuery, str]] = {}
    for query in catalogue().questions() if words else ():
        titles = [set(re.findall(r"\w+", fold(title))) for title in query.question.values()]
        for parameter in query.parameters:
            if parameter.of == AWARDS and (hits := find(text, AWARDS, limit=1)):
                rest = [p for p in query.parameters if not p.optional and p.name != parameter.name]
                found[query.name] = (query, "" if rest else urlencode({parameter.name: hits[0].iri}))
        if any(words <= title for title in titles):
            found.setdefault(query.name, (query, ""))
    return list(found.values())[:QUESTIONS]


PERIOD = ("since", "until")  # parameters that name the ends of a period
Choices = dict[str, list[tuple[str, str]]]  # for each parameter (IRI, what a reader chooses by)


def typed(name: str) -> str:
    """Return what the form says for a parameter: an IRI chosen from the suggestions stands for its name."""
    text, chosen = request.args.get(name, "").strip(), request.args.get(f"{name}.iri", "")
    return chosen if chosen and text == name_of(chosen) else text


def full(name: str) -> str:
    """Return the IRI of a class written as in a query's head ("vpg:Person")."""
    return PREFIXES["vpg"] + name.removeprefix("vpg:")


def listed(parameter: Parameter) -> list[tuple[str, str]]:
    """Return what a parameter is chosen from, (IRI, label): a code list, or kinds of bodies, gatherings, programmes."""
    if parameter.of in OPEN or " " in (parameter.of or ""):
        return []
    if parameter.of:
        return [(iri, term_label(iri)) for iri in members(full(parameter.of))]
    if not parameter.name.lower().endswith("kind"):
        return []
    root = full(parameter.example or "vpg:Organization").rpartition("#")[2]
    names = next((names for names in KINDS.values() if root in names), ())
    return [(full(name), term_label(full(name))) for name in names]


def readable_summary(query: NamedQuery) -> str:
    """Return the summary with headings in place of the names of columns: "chairStated false" is "chair: not stated"."""
    said = {"false": "not stated", "true": "stated"}

    def heading(match: re.Match[str]) -> str:
        column, value = match.group(1), match.group(2)
        if column not in query.columns:
            return match.group(0)
        if value and column.endswith(STATED):
            return f"“{column_label(column.removesuffix(STATED), 'en')}: {said[value]}”"
        return f"“{column_label(column, 'en')}”" + (f" {value}" if value else "")

    return re.sub(r"\b([a-z]+[A-Z]\w*)\b(?: (false|true)\b)?", heading, query.summary)


def resolve_names(query: NamedQuery, given: Mapping[str, str]) -> tuple[dict[str, str], Choices]:
    """Turn names typed for IRI parameters into IRIs; a name of several entities gives choices instead."""
    chosen, choices = dict(given), {}
    for parameter in query.parameters:
        value = given.get(parameter.name, "")
        if parameter.type != "iri" or not value or ":" in value.split(" ")[0]:
            continue
        hits = find(value, parameter.of or "", limit=12)
        exact = called(value, {hit.iri: hit.names for hit in hits})
        if not exact and len(hits) == 1 and fold(value) not in map(fold, hits[0].names):
            exact = [hits[0].iri]  # a part of one name; a whole name with other marks is another name
        if len(exact) == 1:
            chosen[parameter.name] = exact[0]
        else:
            choices[parameter.name] = [(hit.iri, described(hit)) for hit in hits]
    return chosen, choices


def described(hit: Named) -> str:
    """Return label, class and what else tells a thing from others of its name."""
    more = [term_label(most_specific(hit.classes) or ""), notes([hit]).get(hit.iri, "")]
    return f"{hit.label} ({' · '.join(part for part in more if part)})"


def name_of(iri: str) -> str:
    """Return the name of an entity for a form field, or the value itself."""
    with suppress(TooManyError):
        if held := finder().index().entities.get(iri):
            return held.label
    return reading().labels([iri]).get(iri, g.lang) if iri.startswith(PREFIXES["voc"]) else iri


STATED = "Stated"
LISTED = 24  # rows of an answer on one page
QUESTIONS = 6  # that a search without a name points to
AWARDS = "vpg:AwardType"
OPEN = (AWARDS, "vpg:UnitOfCount")  # lists that grow with the reports: looked up, not chosen from


class Result:
    """A table of terms with the labels of its IRIs; `cut`: there are more rows than shown.

    `columns` are those of a table for readers: names stand in the column of their things, and the words and the
    report they are from are told below each row (`words`, `source`).
    """

    def __init__(
        self,
        columns: list[str],
        rows: Sequence[dict[str, Term]],
        labels: Labels,
        total: int,
        cut: bool,
        part: Part[dict[str, Term]] | None = None,
    ):
        self.rows, self.labels, self.total, self.cut, self.part = rows, labels, total, cut, part
        # A column of names beside the column of their things says the same twice: things are shown by name.
        literal = {column for column in columns if any(column in r and not r[column].is_iri for r in rows)}
        self.names = {c: name for c in columns if c not in literal and (name := named_by(c, columns))}
        self.columns = [column for column in columns if column not in self.names.values()]
        self.numeric = {c for c in self.columns if any(c in r and r[c].is_number for r in rows)}
        below = {"words", "source"} if "words" in columns and "source" in columns else set()
        told = {c for c in self.columns if c.endswith(STATED) and c.removesuffix(STATED) in columns}
        self.plain = [column for column in self.columns if column not in below]  # as the query calls them
        self.main = [column for column in self.columns if column not in below | told]
        self.below = bool(below)

    def heading(self, column: str) -> str:
        """Return what a column is called in the reader's language."""
        return column_label(column, g.lang)

    def cell(self, row: Mapping[str, Term], column: str) -> Markup:
        """Return the cell of a table as the query has it: a thing by its name, with its IRI on hover."""
        term, name = row.get(column), row.get(self.names.get(column, ""))
        if term is None or not term.is_iri:
            held = term or name
            return show_term(held, self.labels) if held else Markup("")
        text = name.value if name else self.labels.get(term.value, g.lang)
        if path_of(term.value) is None and not term.value.startswith(("http://", "https://")):
            return escape(text)  # "javascript:" is no place to go to
        return Markup('<a href="{}" title="{}">{}</a>').format(path_of(term.value) or term.value, term.value, text)

    def show(self, row: Mapping[str, Term], column: str) -> Markup:
        """Return the cell of a table for readers; "not stated" where the report is known not to say."""
        term, stated = row.get(column), row.get(column + STATED)
        if term is None and stated is not None and stated.value in ("false", "0"):
            return Markup('<span class="quiet">{}</span>').format(wording.say(g.lang, "table.not_stated"))
        if term is None:
            return Markup("")
        if column.endswith(STATED) and term.datatype == XSD + "boolean":
            return escape(wording.say(g.lang, "table.stated" if term.value in ("true", "1") else "table.not_stated"))
        if term.is_iri and self.labels.kind(term.value) == "fact" and term.value not in self.labels.found:
            # Facts have no names: a reader follows one by its number in the report.
            number = re.search(r"\d+$", term.value)
            text = f"{wording.say(g.lang, 'fact.permalink')} {number[0] if number else ''}".rstrip()
            return Markup('<a href="{}">{}</a>').format(path_of(term.value), text)
        return show_term(term, self.labels)


def run_select(text: str) -> Result:
    """Run a SELECT for a page: LISTED rows are shown, those that `?page=` asks for; the number of all is told."""
    answer = reading().store.query(text, limits=Limits(seconds=settings().query_seconds, rows=10_000))
    rows = rows_of(answer)
    part = part_of(rows, LISTED)
    labels = reading().labels({term.value for row in part.items for term in row.values() if term.is_iri})
    return Result(answer.variables(), part.items, labels, len(rows), answer.cut, part)


def title(query: NamedQuery) -> str:
    """Return the question in the reader's language."""
    return query.question[g.lang]
