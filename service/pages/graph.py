"""`/graph`: the neighbourhood of an entity as a picture and as a table; paths between two entities.

The whole state is in the URL: centre, depth, open, hide, pin, rel, kind, from, to, sure, path.
"""

import re
from collections import Counter
from collections.abc import Iterable

from flask import Blueprint, Response, abort, g, request

from ontology.namespaces import PREFIXES
from service import days
from service.drawing import picture
from service.labels import KINDS, Labels
from service.network import CERTAINTIES, Edge, Filter, Neighbourhood
from service.paging import part_of
from service.reading import finder, network, reading, settings
from service.rendering import SHOWN, page, render
from service.sentences import Sentence, sentences
from service.views.lines import Point

bp = Blueprint("graph", __name__)
FIRST, MORE = 17, 24  # things that a step shows at first, that are added each time more are asked for
LISTED = 40  # lines of the table below a picture on one page
_PIN = re.compile(r"(.{1,400})@(-?\d{1,4}),(-?\d{1,4})")
DRAWN = [kind for kind in KINDS if kind not in ("fact", "source")]


def iri_of(value: str) -> str:
    """Read an entity from the URL: an IRI, "id:person/x", or a name that one entity has; "" for nothing.

    A name that several entities have is read as the best match; the page says whom it shows.
    """
    value = value.strip()
    if value.startswith(("http://", "https://")):
        return value
    if value.startswith("id:"):
        return PREFIXES["id"] + value[3:]
    hits = finder().find(value, limit=1) if value else []
    return hits[0].iri if hits else ""


def period() -> tuple[days.Typed, days.Typed]:
    """Return the two ends of the period that the request asks for."""
    return days.read(request.args.get("from", "")), days.read(request.args.get("to", ""))


def pins_from_request() -> dict[str, Point]:
    """Return where nodes were put by hand (`pin=id:person/x@-120,40`); what cannot be read is left out."""
    found = (_PIN.fullmatch(value) for value in request.args.getlist("pin")[: settings().graph_nodes])
    return {iri_of(m[1]): (float(m[2]), float(m[3])) for m in found if m and m[1].startswith(("id:", "http"))}


def filter_from_request() -> Filter:
    """Read the filter of the request."""
    sure = request.args.get("sure", "ambiguous")
    since, until = period()
    return Filter(
        frozenset(request.args.getlist("rel")),
        frozenset(k for k in request.args.getlist("kind") if k in KINDS),
        since.first,
        until.last,
        sure if sure in CERTAINTIES else "ambiguous",
        frozenset(iri_of(v) for v in request.args.getlist("hide")),
    )


def requested() -> tuple[str, Neighbourhood, Filter]:
    """Return centre, neighbourhood and filter that the request asks for, with the paths to its goal."""
    centre = iri_of(request.args.get("centre", ""))
    keep = filter_from_request()
    depth = request.args.get("depth", "1")
    steps = int(depth) if depth in ("1", "2", "3") else 1
    opened = [iri_of(v) for v in request.args.getlist("open")]
    if not centre:
        return "", Neighbourhood({}, []), keep
    opened = opened[: settings().graph_nodes // FIRST - 1]
    goal = iri_of(request.args.get("path", ""))
    paths = network().paths(centre, goal, keep) if goal else []
    on_paths = len({node for path in paths for node in path})
    most = min(wished(steps), settings().graph_nodes - FIRST * len(opened) - on_paths)  # these keep their share
    return centre, network().around(centre, steps, keep, opened, most, FIRST, paths), keep


def wished(steps: int) -> int:
    """Return how many things the picture may show: as many as a reader can take in, unless more are asked for."""
    typed = request.args.get("most", "")
    asked = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else FIRST * steps
    return max(2, min(asked, settings().graph_nodes))


@bp.get("/graph")
@page
def graph() -> Response:
    """Show the picture, or what to do to get one."""
    centre, shown, keep = requested()
    goal = iri_of(request.args.get("path", ""))
    asked = reading()
    labels = asked.labels({*shown.depth, *(e.via for e in shown.edges if e.via), *({goal} if goal else ())})
    if centre and centre not in network().by_node and not asked.ask("page/entity", shown=False, entity=centre):
        abort(404, centre)
    paths = _paths(shown, keep, labels)
    if centre:
        asked.note("page/picture", **as_asked(shown.depth, keep))
        if paths:
            asked.note(
                "page/picture", **as_asked({node for path in paths for step in path for node in step[::2]}, keep)
            )
    everything = network().around(centre, 1, Filter(), most=10_000) if centre else Neighbourhood({}, [])
    relations = Counter(edge.relation for edge in everything.edges)
    since, until = period()
    wrong = days.problems(g.lang, since, until)
    pins = {iri: at for iri, at in pins_from_request().items() if iri in shown.depth}
    return render(
        "graph.html",
        400 if any(wrong) else 200,
        centre=centre,
        centre_label=labels.get(centre, g.lang) if centre else "",
        goal=goal,
        goal_label=labels.get(goal, g.lang) if goal else "",
        shown=shown,
        more=_more(shown) if centre else [],
        part=part_of(joined(shown.edges), LISTED),
        keep=keep,
        depth=request.args.get("depth", "1"),
        drawing=picture(centre, shown, labels, pins=pins),
        kept=[(name, value) for name in ("open", "pin") for value in request.args.getlist(name)],
        since=since,
        until=until,
        wrong=wrong,
        labels=labels,
        relations=relations.most_common(),
        kinds=[(k, str(PREFIXES["vpg"] + KINDS[k][0])) for k in DRAWN],
        paths=paths,
        unknown=request.args.get("centre", "")[:SHOWN] if not centre else "",
        unknown_goal=request.args.get("path", "")[:SHOWN] if not goal else "",
        together=together_top() if not centre else [],
        histogram=_years(everything.edges),
    )


def _more(shown: Neighbourhood) -> list[tuple[int, int]]:
    """Return what can be asked for: how many things more, and the whole number; all last, where that can be drawn."""
    most, now = settings().graph_nodes, len(shown.depth)
    steps = {min(shown.left_out, MORE), min(shown.left_out, most - now)}
    return [(step, min(most, now + step)) for step in sorted(steps) if step > 0]


def as_asked(nodes: Iterable[str], keep: Filter) -> dict[str, str | list[str] | None]:
    """Return the parameters of `page/picture` that give the connections between the nodes, filtered as the page."""
    surer = CERTAINTIES[: CERTAINTIES.index(keep.sure) + 1]
    return {
        "node": sorted(nodes),
        "chosen": sorted(keep.relations) or None,
        "sure": [f"{PREFIXES['voc']}cert/{level}" for level in surer] if len(surer) < len(CERTAINTIES) else None,
        "since": keep.since or None,
        "until": keep.until or None,
    }


def joined(edges: Iterable[Edge]) -> list[list[Edge]]:
    """Return the connections with those that say the same together, the earliest first."""
    same: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in edges:
        same.setdefault((edge.source, edge.via or edge.relation, edge.target), []).append(edge)
    return [sorted(held, key=lambda e: (e.date, e.fact)) for held in same.values()]


Step = tuple[str, list[tuple[Edge, Sentence | None]], str]


def _paths(shown: Neighbourhood, keep: Filter, labels: Labels) -> list[list[Step]]:
    """Return the best paths as steps: from, the connections with a sentence each, to."""
    net, found = network(), shown.paths
    steps = [[(a, net.between(a, b, keep)[:3], b) for a, b in zip(p, p[1:], strict=False)] for p in found]
    edges = [edge for path in steps for _, between, _ in path for edge in between]
    words = sentences(reading(), {edge.proof for edge in edges})
    more = reading().labels({n for path in found for n in path} | {e.via for e in edges if e.via})
    labels.found = {**more.found, **labels.found}
    labels.classes = {**more.classes, **labels.classes}

    def best(edge: Edge) -> Sentence | None:
        said = words.get(edge.proof, [])
        here = [s for s in said if not edge.document or s.source == edge.document]
        return next(iter(here or said), None)

    return [[(a, [(edge, best(edge)) for edge in between], b) for a, between, b in path] for path in steps]


def _years(edges: Iterable[Edge]) -> list[tuple[str, int]]:
    counts = Counter(edge.date[:4] for edge in edges if edge.date)
    return sorted(counts.items())


def together_top() -> list[tuple[str, str, int]]:
    """Return the people with most companions at events: places to start from."""
    net = network()
    reading().note("page/network")
    people = sorted(
        ((node, net.degree(node)) for node in net.by_node if "/id/person/" in node), key=lambda p: (-p[1], p[0])
    )[:12]
    labels = reading().labels(iri for iri, _ in people)
    return [(iri, labels.get(iri, g.lang), degree) for iri, degree in people]
