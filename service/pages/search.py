"""`/search`: entities by name, in any spelling, narrowed by facets; as list, timeline, map, network or SPARQL."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from flask import Blueprint, Response, current_app, g, request

from ontology.base import BASE
from service import wording
from service.api.names import notes
from service.drawing import to_draw
from service.facets import FACETS, Choice, Table, narrow
from service.finder import Named
from service.holders import holders
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
LISTED, DATED = 30, 16  # of the found, and of their dates, on one page: addresses of events are long
DRAWN, JOINING = 18, 8  # the best connected of the found in a picture, and what joins most of them
_IRI = re.compile(re.escape(BASE) + r'[^\x00-\x20<>"{}|^`\\]+')
WORDED = 24  # lines that have room for their words


@bp.get("/search")
@page
def search() -> Response:
    """Show what a name finds; without a name, everything that the facets let through."""
    text = request.args.get("q", "").strip()[:200]
    tab = request.args.get("tab", "list")
    tab = tab if tab in TABS else "list"
    chosen = {name: frozenset(request.args.getlist(name)) for name in FACETS}
    chosen["kind"] = frozenset(kind for kind in chosen["kind"] if kind in KINDS)
    for name in ("org", "place", "source"):
        chosen[name] = frozenset(value for value in chosen[name] if _IRI.fullmatch(value))
    index = finder().index()
    found = index.matches(text, told=network_if_kept().tells_of) if text else index.ordered
    facets: Table = current_app.extensions["vpg.facets"]
    hits: Sequence[Named] = []
    choices: Mapping[str, list[Choice]] = {}
    if text:
        hits, choices = narrow(found, network(), chosen, facets)
    elif any(chosen.values()):
        hits, choices = facets.narrowed(found, network(), chosen)
    asked_for = bool(text) or any(chosen.values())
    texts = reading().ask("page/texts", phrase=text) if len(text) > 2 and not found else []
    days = dated(hits) if tab == "timeline" else []
    days_part, hits_part = part_of(days, DATED), part_of(hits, LISTED)
    shown = list({hit.iri: hit for _, hit in days_part.items}.values()) if days else list(hits_part.items)
    joined = around(hits) if tab == "network" else Neighbourhood({}, [])
    wanted = {c.value for name in ("org", "place", "source") for c in choices.get(name, ())}
    posts = [hit.iri for hit in shown if kind_of(hit.classes) == "post"] if text and tab == "list" else []
    held = holders(reading(), posts)
    wanted |= {person for people in held.values() for person, _ in people}
    labels = reading().labels(wanted | joined.depth.keys() | {e.via for e in joined.edges if e.via})
    if shown:
        reading().note("page/selected", node=[hit.iri for hit in shown])
        if tab in ("timeline", "map"):
            reading().note("page/edges", node=[hit.iri for hit in shown])
    more = notes(shown) if tab == "list" else {}
    return render(
        "search.html",
        q=text,
        tab=tab,
        tabs=TABS,
        hits=[(hit, kind_of(hit.classes), more.get(hit.iri, "")) for hit in shown],
        held=held,
        found=len(hits),
        part=days_part if days else hits_part,
        texts=texts,
        questions=matching(text) if all(kind_of(hit.classes) == "source" for hit in found) else [],
        choices=choices,
        labels=labels,
        asked_for=asked_for,
        chosen=any(chosen.values()),
        years=_years(days_part.items),
        drawing=_map(hits) if tab == "map" else _network(joined, labels),
        selected=next((asked for asked in reading().asked if asked.name == "page/selected"), None),
    )


def dated(hits: Sequence[Named]) -> list[tuple[str, Named]]:
    """Return (day, entity), the latest first: each entity at every date that its connections have."""
    days = {(e.date, hit.iri): hit for hit in hits for e in network().by_node.get(hit.iri, ()) if e.date}
    return [(day, hit) for (day, _), hit in sorted(days.items(), key=lambda item: item[0], reverse=True)]


def _years(days: Sequence[tuple[str, Named]]) -> list[tuple[str, list[tuple[str, Named]]]]:
    years: dict[str, list[tuple[str, Named]]] = {}
    for day, hit in days:
        years.setdefault(day[:4], []).append((day, hit))
    return list(years.items())


def _map(hits: Sequence[Named]) -> str:
    counts: Counter[str] = Counter()
    for hit in hits:
        ends = {hit.iri, *(e.other(hit.iri) for e in network().by_node.get(hit.iri, ()))}
        counts.update(today()[end] for end in ends if end in today())
    drawn = {tile.place.iri for tile in tiles(34)}
    links = {iri: "/" + iri.partition("w3id.org/vpg/")[2] for iri in counts if iri in drawn}
    return draw_tiles(34, counts, links, wording.say(g.lang, "map.title"), g.lang)


def around(hits: Sequence[Named]) -> Neighbourhood:
    """Return the best connected of the found (step 1) and what joins most of them (step 0), with all their lines.

    A thing that joins much else ("Bộ Chính trị") counts for less than one that joins just these.
    """
    net = network()
    ranked = sorted((hit.iri for hit in hits), key=lambda iri: (-net.degree(iri), iri))[:DRAWN]
    joins: Counter[str] = Counter()
    for iri in ranked:
        joins.update({e.other(iri) for e in net.by_node.get(iri, ())} - set(ranked))
    best = sorted(
        (node for node, count in joins.items() if count > 1),
        key=lambda node: (-joins[node] / math.log2(2 + net.degree(node)), node),
    )[:JOINING]
    inside = {*ranked, *best}
    edges = sorted({e for iri in inside for e in net.by_node.get(iri, ()) if {e.source, e.target} <= inside}, key=str)
    touched = {end for e in edges for end in (e.source, e.target)}  # what nothing joins is in the list, not here
    depth = {node: 0 for node in best if node in touched} | {node: 1 for node in ranked if node in touched}
    return Neighbourhood(depth, edges)


def _network(joined: Neighbourhood, labels: Labels) -> str:
    if not joined.edges:
        return ""
    reading().note("page/picture", **as_asked(joined.depth, Filter()))
    nodes, links = to_draw(joined, labels)
    at = None
    if not any(depth == 0 for depth in joined.depth.values()):
        by_iri = {node.iri: node for node in nodes}
        groups = components((e.source, e.target) for e in joined.edges)
        at = cluster_layout([[by_iri[iri] for iri in group] for group in groups])
    return draw_network(nodes, links, wording.say(g.lang, "graph.title"), small=len(links) > WORDED, at=at)
