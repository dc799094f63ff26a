"""`/doc/<id>`: the text of a source with every mention marked, and the facts that were read from it."""

import re

from flask import Blueprint, Response, abort, request

from ontology.namespaces import VPG
from service.addresses import iri_at, quoted
from service.entities import describe, negotiated
from service.facts import date_by_events, group, read_facts, undated_events
from service.labels import KIND_OF, KINDS, kind_by_path
from service.pages.entity import PREF
from service.reading import reading
from service.rendering import go, page, render
from service.sentences import sentences
from service.succession import departed
from service.terms import Row, Term
from service.views.marking import Mention, segments

bp = Blueprint("document", __name__)
V = str(VPG)


@bp.get("/doc/<path:key>")
@page
def document(key: str) -> Response:
    """Show a document; `?at=START-END` or `?words=` marks these words, `?show=person,event` only these kinds."""
    iri = iri_at("source", key)
    asked = reading()
    about: dict[str, list[Term]] = {}
    for row in asked.ask("page/document", source=iri):
        about.setdefault(row["property"].value, []).append(row["value"])
    if not about:
        if asked.ask("page/entity", shown=False, entity=iri_at("doc", key)):
            return go(f"/id/doc/{quoted('doc', key)}")
        return departed(iri) or abort(404, iri)
    media_type = negotiated(request.args.get("format"))
    if media_type:
        return describe(iri, media_type)
    text = about[V + "text"][0].value if V + "text" in about else ""
    rows = asked.ask("page/marks", source=iri)
    mentions, unread = read_mentions(rows)
    shown = [k for k in request.args.get("show", "").split(",") if k in KINDS]
    facts = read_facts(asked.ask("page/document-facts", source=iri))
    if events := undated_events(facts.values()):
        date_by_events(facts.values(), asked.ask("page/event-dates", node=events))
    found = sentences(asked, facts)
    for fact in facts.values():
        fact.sentences = found.get(fact.iri, [])
    entities = [m for m in mentions if m.kind and m.kind not in ("fact", "source")]
    labels = asked.labels({iri for fact in facts.values() for iri in fact.iris()} | {m.node for m in entities})
    visible = [m for m in mentions if not shown or m.kind in shown]
    return render(
        "document.html",
        iri=iri,
        key=key,
        about=about,
        title=about[PREF][0].value if PREF in about else key,
        paragraphs=segments(text, visible, _focus(text, request.args.get("at", ""), request.args.get("words", ""))),
        text_length=len(text),
        groups=group(facts.values()),
        entities=_distinct(entities),
        kinds=[(kind, len({m.node for m in mentions if m.kind == kind})) for kind in KINDS if kind != "source"],
        shown=shown,
        unread=[(start, end, text[start:end]) for start, end in unread],
        labels=labels,
    )


def read_mentions(rows: list[dict[str, Term]] | list[Row]) -> tuple[list[Mention], list[tuple[int, int]]]:
    """Read rows of `page/marks`: mentions, one per node and span, and the spans that were not understood."""
    held: dict[tuple[str, int, int], Mention] = {}
    unread: set[tuple[int, int]] = set()
    for row in rows:
        start, end = int(row["start"].value), int(row["end"].value)
        if row["link"].value == V + "notUnderstood":
            unread.add((start, end))
            continue
        node, class_ = row["node"].value, row["class"].value
        kind = KIND_OF.get(class_) or kind_by_path(node)
        if not kind or kind == "source":
            continue
        held.setdefault(
            (node, start, end),
            Mention(start, end, node, kind, row["rule"].value if "rule" in row else ""),
        )
    return list(held.values()), sorted(unread)


def _focus(text: str, value: str, words: str) -> tuple[int, int] | None:
    """Return the span to mark: START-END, or the first place of some words."""
    match = re.fullmatch(r"(\d{1,9})-(\d{1,9})", value)
    if match:
        return int(match[1]), int(match[2])
    start = text.find(words) if words else -1
    return (start, start + len(words)) if start >= 0 else None


def _distinct(mentions: list[Mention]) -> list[tuple[Mention, int]]:
    """Return each node once, with its number of mentions, in the order of the text."""
    first: dict[str, Mention] = {}
    count: dict[str, int] = {}
    for mention in sorted(mentions, key=lambda m: m.start):
        first.setdefault(mention.node, mention)
        count[mention.node] = count.get(mention.node, 0) + 1
    return [(mention, count[node]) for node, mention in first.items()]
