"""`/search`: entities by name, in any spelling, narrowed by facets; as list, timeline, map, network or SPARQL."""

from collections import Counter
from collections.abc import Sequence

from flask import Blueprint, Response, g, request

from service import wording
from service.api.names import note
from service.drawing import to_draw
from service.facets import FACETS, narrow
from service.finder import Named
from service.labels import KINDS, Labels, kind_of
from service.network import Filter, Neighbourhood, components
from service.pages.graph import as_asked
from service.pages.questions import matching
from service.paging import part_of
from service.reading import finder, network, network_if_kept, reading
from service.rendering import page, render
from service.views.network import cluster_layout
from service.views.network import draw as draw_network
from service.views.tiles import draw as draw_tiles
from service.views.tiles import tiles, today

bp = Blueprint("search", __name__)
TABS = ("list", "timeline", "map", "network")
LISTED, DRAWN, DATED = 30, 60, 60


@bp.get("/search")
@page
def search() -> Response:
    """Show what a name finds; without a name, everything that the facets let through."""
    text = request.args.get("q", "").strip()[:200]
    tab = request.args.get("tab", "list")
    tab = tab if tab in TABS else "list"
    chosen = {name: frozenset(request.args.getlist(name)) for name in FACETS}
    chosen["kind"] = frozenset(kind for kind in chosen["kind"] if kind in KINDS)
    index = finder().index()
    found = (
        index.matches(text, told=network_if_kept().tells_of)
        if text
        else sorted(index.entities.values(), key=lambda hit: (hit.label, hit.iri))
    )
    asked_for = bool(text) or any(chosen.values())
    hits, choices = narrow(found, network(), chosen) if asked_for else ([], {})
    texts = reading().ask("page/texts", phrase=text) if len(text) > 2 and not found else []
    part = part_of(hits, LISTED)
    shown = part.items
    wanted = {c.value for name in ("org", "place", "source") for c in choices.get(name, ())}
    labels = reading().labels(wanted | {hit.iri for hit in hits[:DRAWN] if tab == "network"})
    if shown:
        reading().note("page/selected", node=[hit.iri for hit in shown])
        if tab in ("timeline", "map"):
            reading().note("page/edges", node=[hit.iri for hit in shown])
    return render(
        "search.html",
        q=text,
        tab=tab,
        tabs=TABS,
        hits=[(hit, kind_of(hit.classes), note(hit, kind_of(hit.classes))) for hit in shown],
        part=part,
        texts=texts,
        questions=matching(text) if all(kind_of(hit.classes) == "source" for hit in found) else [],
        choices=choices,
        labels=labels,
        asked_for=asked_for,
        chosen=any(chosen.values()),
        years=_years(shown) if tab == "timeline" else [],
        drawing=_drawing(tab, hits, labels),
        selected=next((asked for asked in reading().asked if asked.name == "page/selected"), None),
    )


def _years(hits: Sequence[Named]) -> list[tuple[str, list[tuple[str, Named]]]]:
    """Return (year, [(day, entity)]) of the entities, latest first: each at every date its connections have."""
    days = {(e.date, hit.iri): hit for hit in hits for e in network().by_node.get(hit.iri, ()) if e.date}
    years: dict[str, list[tuple[str, Named]]] = {}
    for (day, _), hit in sorted(days.items(), key=lambda item: item[0], reverse=True)[:DATED]:
        years.setdefault(day[:4], []).append((day, hit))
    return list(years.items())


def _drawing(tab: str, hits: list[Named], labels: Labels) -> str:
    if tab == "map":
        counts: Counter[str] = Counter()
        for hit in hits:
            ends = {hit.iri, *(e.other(hit.iri) for e in network().by_node.get(hit.iri, ()))}
            counts.update(today()[end] for end in ends if end in today())
        drawn = {tile.place.iri for tile in tiles(34)}
        links = {iri: "/" + iri.partition("w3id.org/vpg/")[2] for iri in counts if iri in drawn}
        return draw_tiles(34, counts, links, wording.say(g.lang, "map.title"), g.lang)
    if tab == "network" and hits:
        kept = {hit.iri for hit in hits[:DRAWN]}
        edges = [e for iri in sorted(kept) for e in network().by_node.get(iri, ()) if e.source == iri]
        edges = [e for e in edges if e.target in kept]
        groups = components((e.source, e.target) for e in edges)  # what nothing joins is in the list, not here
        joined = {node for group in groups for node in group}
        if joined:
            reading().note("page/picture", **as_asked(joined, Filter()))
        nodes, links_ = to_draw(Neighbourhood(dict.fromkeys(sorted(joined), 0), edges), labels)
        by_iri = {node.iri: node for node in nodes}
        at = cluster_layout([[by_iri[iri] for iri in sorted(group)] for group in groups])
        return draw_network(nodes, links_, wording.say(g.lang, "graph.title"), at=at) if links_ else ""
    return ""
