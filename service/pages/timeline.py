"""`/timeline`: events and documents by date, one lane per class, undated ones apart with the reason."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from flask import Blueprint, Response, g, request

from service import days, wording
from service.labels import KIND_OF
from service.pages.graph import iri_of, period
from service.paging import part_of
from service.reading import path_of, reading
from service.rendering import page, render
from service.terms import Row
from service.views.timeline import histogram

bp = Blueprint("timeline", __name__)
LISTED, UNDATED = 90, 40
LANES = ("event", "doc", "post")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing with a date ("" where none is stated in full); `stated` is the part that is."""

    iri: str
    label: str
    kind: str
    date: str
    stated: str


def read_items(rows: Iterable[Row]) -> list[Item]:
    """Read rows of the timeline queries, each thing and date once."""
    items: dict[tuple[str, str], Item] = {}
    for row in rows:
        cell = {name: term.value for name, term in row.items()}
        date = cell.get("date", "")
        items.setdefault(
            (cell["item"], date),
            Item(cell["item"], cell["label"], KIND_OF.get(cell["class"], ""), date, cell.get("stated", "")),
        )
    return list(items.values())


def requested_items() -> tuple[list[Item], str]:
    """Return the items that the request asks for, latest first, and the entity they belong to ("" for all)."""
    entity = iri_of(request.args.get("entity", ""))
    first, last = period()
    since, until = first.first or None, last.last or None
    asked = reading()
    if entity:
        rows = asked.ask("page/timeline-of", entity=entity, since=since, until=until)
    else:
        rows = asked.ask("page/timeline", since=since, until=until)
    lanes = [kind for kind in request.args.getlist("kind") if kind in LANES]
    items = read_items(rows)
    return [item for item in items if not lanes or item.kind in lanes], entity


@bp.get("/timeline")
@page
def timeline() -> Response:
    """Show the items by year, a histogram of all years, and the undated ones."""
    items, entity = requested_items()
    dated = [item for item in items if item.date]
    part = part_of(dated, LISTED)
    years: dict[str, list[Item]] = defaultdict(list)
    for item in part.items:
        years[item.date[:4]].append(item)
    undated = [item for item in items if not item.date]
    counts = Counter((item.date[:4], item.kind) for item in dated)
    labels = reading().labels([entity] if entity else [])
    since, until = period()
    wrong = days.problems(g.lang, since, until)
    return render(
        "timeline.html",
        400 if any(wrong) else 200,
        entity=entity,
        entity_label=labels.get(entity, g.lang) if entity else "",
        unknown=request.args.get("entity", "") if not entity else "",
        years=sorted(years.items(), reverse=True),
        chart=histogram(counts, LANES, wording.say(g.lang, "timeline.chart")),
        totals=Counter(item.date[:4] for item in dated),
        part=part,
        undated=undated[:UNDATED] if part.number == part.pages else [],
        undated_total=len(undated),
        lanes=LANES,
        chosen=request.args.getlist("kind"),
        since=since,
        until=until,
        wrong=wrong,
    )


@bp.get("/timeline.ics")
def calendar() -> Response:
    """Send the dated items as iCalendar (RFC 5545): whole days, one event each."""
    items, _ = requested_items()
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vietnam Policy Graph//vpg//VI"]
    for item in items:
        day = item.date.replace("-", "")
        if len(day) != 8:
            continue
        url = request.url_root.rstrip("/") + (path_of(item.iri) or "/")
        lines += [
            "BEGIN:VEVENT",
            f"UID:{item.iri}#{day}",
            f"DTSTAMP:{day}T000000Z",
            f"DTSTART;VALUE=DATE:{day}",
            f"SUMMARY:{_escaped(item.label)}",
            f"URL:{url}",
            "END:VEVENT",
        ]
    text = "\r\n".join(_folded(line) for line in [*lines, "END:VCALENDAR", ""])
    response = Response(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="vpg.ics"'
    return response


def _escaped(text: str) -> str:
    """Escape TEXT (RFC 5545, 3.3.11)."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n").replace("\r", "")


def _folded(line: str) -> str:
    """Fold a line at 75 octets without cutting a character (RFC 5545, 3.1)."""
    pieces, current, size = [], "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > 74:
            pieces.append(current)
            current, size = " ", 1
        current += character
        size += octets
    return "\r\n".join([*pieces, current])
