"""`/api/entities`: entities by name, as you type."""

from collections import Counter
from collections.abc import Sequence

from flask import Blueprint, Response, g, jsonify, request

from graph.errors import ParameterError
from ontology.namespaces import PREFIXES, VPG
from service import wording
from service.finder import Named, NameIndex
from service.holders import holders
from service.labels import KIND_OF, KINDS, kind_of, later_units, members, most_specific
from service.network import Edge
from service.reading import finder, network, network_if_kept, path_of, reading
from service.rendering import letter, term_label

bp = Blueprint("api_names", __name__)
POST, FORMERLY = str(VPG.reportedPost), str(VPG.formerly)
TRUE = ("true", "1")


@bp.get("/api/entities")
def entities() -> Response:
    """Answer the entities whose name holds `q`; `class` (vpg:Person, or several) narrows, `limit` is at most 50."""
    text = request.args.get("q", "")[:200]
    try:
        limit = max(1, min(int(request.args.get("limit", "10")), 50))
    except ValueError:
        raise ParameterError("limit must be a number") from None
    hits = find(text, request.args.get("class", ""), limit)
    more = {**notes(hits), **_held(hits)}
    found = [
        {
            "iri": hit.iri,
            "path": path_of(hit.iri) or hit.iri,
            "label": hit.label,
            "names": list(hit.names[1:6]),
            "kind": kind_of(hit.classes),
            "letter": letter(kind_of(hit.classes)),
            "class": term_label(most_specific(hit.classes) or ""),
            "note": more.get(hit.iri, ""),
        }
        for hit in hits
    ]
    response = jsonify({"query": text, "language": g.lang, "entities": found})
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def find(text: str, class_: str = "", limit: int = 10) -> list[Named]:
    """Return the best matches among the members of classes ("vpg:Person", "vpg:Organization vpg:Person"; "" for all).

    Entities come from the index of names, entries of code lists from the ontology, other classes from the graph.
    """
    classes = _classes(class_)
    if not class_ or any(c in KIND_OF and KIND_OF[c] != "fact" for c in classes):
        return finder().find(text, classes, limit, network_if_kept().tells_of)
    held = {iri: [term_label(iri), *names] for iri, names in members(classes[0]).items()}
    if text.strip():
        for row in reading().ask("page/members-named", of=classes[0], phrase=text):
            held.setdefault(row["node"].value, []).append(row["name"].value)
    known = [Named(iri, tuple(names), frozenset(classes)) for iri, names in held.items()]
    return NameIndex(known).matches(text)[:limit]


def notes(hits: Sequence[Named]) -> dict[str, str]:
    """Return what tells things of one name apart, by IRI: "" where nothing is known.

    For a person the post reported last (of one day the one that most facts tell), for an event its latest date, or
    the first document about it, for a unit that bears the name of an earlier one since when.
    """
    latest: dict[str, list[Edge]] = {}  # the posts that people were reported in last
    former: set[str] = set()  # people whose post is told as one of the past
    told: dict[str, tuple[str, str]] = {}  # what is said, or an IRI whose label says it; a day
    for hit in hits:
        kind, edges = kind_of(hit.classes), network().by_node.get(hit.iri, [])
        if kind == "person":
            held = [e for e in edges if e.source == hit.iri and e.via and e.relation == POST]
            if held:
                latest[hit.iri] = [e for e in held if e.date == max(e.date for e in held)]
        elif kind == "event":
            days = sorted(e.date for e in edges if e.date)
            documents = sorted(e.document for e in edges if e.document)
            if days or documents:
                told[hit.iri] = ("", days[-1]) if days else (documents[0], "")
    facts = sorted({e.fact for held in latest.values() for e in held if e.fact})
    rows = reading().ask("page/fact", shown=False, fact=facts) if facts else []
    past = {row["fact"].value for row in rows if row["property"].value == FORMERLY and row["value"].value in TRUE}
    for iri, held in latest.items():
        times = Counter(via for via, _ in {(e.via, e.fact) for e in held})
        chosen = max(held, key=lambda e: (e.fact not in past, times[e.via], e.via))
        told[iri] = (chosen.via, chosen.date)
        if chosen.fact in past:
            former.add(iri)
    labels = reading().labels({said for said, _ in told.values() if said})
    found = {}
    for iri, (said, day) in told.items():
        name = labels.get(said, "vi") if said else ""
        name = wording.say(g.lang, "entity.former_post", name=name) if iri in former else name
        parts = (name, wording.date(g.lang, day) if day else "")
        found[iri] = ", ".join(part for part in parts if part)
    since = later_units()
    units = {hit.iri: wording.date(g.lang, since[hit.iri]) for hit in hits if hit.iri in since}
    return found | {iri: wording.say(g.lang, "place.since_day", date=day) for iri, day in units.items()}


def _held(hits: Sequence[Named]) -> dict[str, str]:
    """Return who was last reported in each post that was found, with the day."""
    found = holders(reading(), [hit.iri for hit in hits if kind_of(hit.classes) == "post"], shown=False)
    last = {post: people[0] for post, people in found.items() if people}
    labels = reading().labels(person for person, _ in last.values())
    return {post: f"{labels.get(person, 'vi')}, {wording.date(g.lang, day)}" for post, (person, day) in last.items()}


def _classes(text: str) -> list[str]:
    """Read "vpg:Person" as the class and everything below it in its kind; several stand side by side."""
    if len(names := text.split()) != 1:
        return [class_ for name in names for class_ in _classes(name)]
    iri = PREFIXES["vpg"] + names[0].removeprefix("vpg:") if "//" not in names[0] else names[0]
    kind = KIND_OF.get(iri)
    if kind and KINDS[kind][0] == iri.rpartition("#")[2]:
        return [str(VPG[name]) for name in KINDS[kind]]
    return [iri]
