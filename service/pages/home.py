"""`/`: one search box, what the graph holds, the newest documents, questions to start from."""

from flask import Blueprint, Response

from ontology.namespaces import VPG
from queries.catalogue import catalogue
from service.labels import KIND_OF
from service.reading import counted, reading
from service.rendering import page, render

bp = Blueprint("home", __name__)
MAIN = ("Person", "Organization", "Event", "OfficialDocument", "Initiative", "AdministrativeUnit", "SourceDocument")
SHOWN, FEW = 8, 3  # reports on the page; with fewer dated ones than that "the newest" says nothing


@bp.get("/")
@page
def home() -> Response:
    """Show the first page."""
    asked = reading()
    counts = counted(asked)
    listed = {row["class"].value: int(row["count"].value) for row in asked.ask("page/reference-counts")}
    shown = [(name, str(VPG[name])) for name in MAIN]
    newest = asked.ask("page/newest")
    dated = [row for row in newest if "published" in row]
    questions = [q for q in catalogue().questions() if q.topic != "page"]
    return render(
        "home.html",
        counts=[(name, KIND_OF[iri], counts.get(iri, 0) - listed.get(iri, 0)) for name, iri in shown],
        listed=[(name, listed[iri]) for name, iri in shown if listed.get(iri)],
        facts=sum(n for c, n in counts.items() if KIND_OF.get(c) == "fact"),
        newest=(dated if len(dated) >= FEW else newest)[:SHOWN],
        in_order=len(dated) >= FEW or not newest,
        questions=questions[:: max(1, len(questions) // 6)][:6],
    )
