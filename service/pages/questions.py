"""`/queries`: the named queries as questions, each with a form, its answer and its SPARQL."""

from collections.abc import Mapping
from urllib.parse import urlencode

from flask import Blueprint, Response, g, request

from graph.errors import ParameterError
from graph.stores.base import Limits
from queries.catalogue import NamedQuery, catalogue
from queries.columns import column_label, named_by
from service.labels import Labels
from service.reading import finder, reading, settings
from service.rendering import page, render
from service.terms import Term, rows_of

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
    given = {p.name: request.args[p.name].strip() for p in query.parameters if request.args.get(p.name, "").strip()}
    chosen, choices = resolve_names(query, given)
    problem, result, bound = "", None, query.body
    required = {p.name for p in query.parameters if not p.optional}
    asked_for = bool(given) or "run" in request.args or not required
    if asked_for and not choices:
        try:
            bound = query.bind(chosen)
            result = run_select(bound) if query.kind == "select" else None
        except ParameterError as error:
            problem = str(error)
    arguments = urlencode(chosen)
    return render(
        "question.html",
        query=query,
        given=given,
        names={k: name_of(v) for k, v in chosen.items() if v.startswith("http")},
        choices=choices,
        problem=problem,
        bound=bound,
        result=result,
        asked_for=asked_for and not choices and not problem,
        rest=f"/api/queries/{query.name}" + (f"?{arguments}" if arguments else ""),
        examples={p.name: name_of(p.example or "") for p in query.parameters},
    )


Choices = dict[str, list[tuple[str, str]]]


def resolve_names(query: NamedQuery, given: Mapping[str, str]) -> tuple[dict[str, str], Choices]:
    """Turn names typed for IRI parameters into IRIs; a name of several entities gives choices instead."""
    chosen, choices = dict(given), {}
    for parameter in query.parameters:
        value = given.get(parameter.name, "")
        if parameter.type != "iri" or not value or ":" in value.split(" ")[0]:
            continue
        hits = finder().find(value, limit=12)
        exact = [hit for hit in hits if value.casefold() in {n.casefold() for n in hit.names}]
        if len(exact) == 1 or len(hits) == 1:
            chosen[parameter.name] = (exact or hits)[0].iri
        else:
            choices[parameter.name] = [(hit.iri, hit.label) for hit in hits]
    return chosen, choices


def name_of(iri: str) -> str:
    """Return the name of an entity for a form field, or the value itself."""
    held = finder().index().entities.get(iri)
    return held.label if held else iri


class Result:
    """A table of terms with the labels of its IRIs; `cut`: there are more rows than shown."""

    def __init__(self, columns: list[str], rows: list[dict[str, Term]], labels: Labels, total: int, cut: bool):
        self.rows, self.labels, self.total, self.cut = rows, labels, total, cut
        # A column of names beside the column of their things says the same twice: things are shown by name.
        names = {named_by(column, columns) for column in columns if any(column in r and r[column].is_iri for r in rows)}
        self.columns = [column for column in columns if column not in names]
        self.numeric = {c for c in self.columns if any(c in r and r[c].is_number for r in rows)}

    def heading(self, column: str) -> str:
        """Return what a column is called in the reader's language."""
        return column_label(column, g.lang)


def run_select(text: str) -> Result:
    """Run a SELECT for a page: at most `page_rows` rows are shown, the number of all is told."""
    answer = reading().store.query(text, limits=Limits(seconds=settings().query_seconds, rows=10_000))
    rows = rows_of(answer)
    shown = rows[: settings().page_rows]
    labels = reading().labels({term.value for row in shown for term in row.values() if term.is_iri})
    return Result(answer.variables(), shown, labels, len(rows), answer.cut)


def title(query: NamedQuery) -> str:
    """Return the question in the reader's language."""
    return query.question[g.lang]
