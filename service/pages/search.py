"""`/search`: entities by name, in any spelling, narrowed by class."""

from collections import Counter

from flask import Blueprint, Response, request

from ontology.namespaces import VPG
from service.labels import KINDS, kind_of
from service.reading import finder
from service.rendering import page, render

bp = Blueprint("search", __name__)


@bp.get("/search")
@page
def search() -> Response:
    """Show what a name finds."""
    text = request.args.get("q", "").strip()[:200]
    kinds = [kind for kind in request.args.getlist("kind") if kind in KINDS]
    hits = finder().index().matches(text) if text else []
    counts = Counter(kind_of(hit.classes) for hit in hits)
    if kinds:
        hits = [hit for hit in hits if kind_of(hit.classes) in kinds]
    return render(
        "search.html",
        q=text,
        kinds=kinds,
        counts=[(kind, str(VPG[KINDS[kind][0]]), counts[kind]) for kind in KINDS if counts[kind]],
        hits=[(hit, kind_of(hit.classes)) for hit in hits[:100]],
        total=len(hits),
    )
