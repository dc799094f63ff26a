"""`/timeline`: events and documents by date, one lane per class, undated ones apart with the reason."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, abort, g, request

from service import days, wording
from service.labels import KIND_OF
from service.origin import public_root
from service.pages.graph import iri_of, period
from service.paging import Part, part_of
from service.reading import Reading, path_of, reading
from service.rendering import page, render
from service.terms import XSD, Row
from service.views.timeline import histogram

bp = Blueprint("timeline", __name__)
LISTED, UNDATED = 90, 40
LANES = ("event", "doc", "post")
DAYS = {"event": "page/timeline-days", "doc": "page/timeline-issued"}  # how many there are on each day
UNDATED_OF = {  # all, those with a date, those without
    "event": ("page/timeline-sizes", "page/timeline-dated", "page/timeline-undated"),
    "doc": ("page/timeline-papers", "page/timeline-papers-dated", "page/timeline-papers-undated"),
}
DATE = XSD + "date"
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


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


@dataclass(frozen=True, slots=True)
class Shown:
    """What one page of the timeline shows: its items, all of them by (year, kind), and the undated ones."""

    part: Part[Item]
    counts: Counter[tuple[str, str]]
    undated: Sequence[Item]
    undated_total: int


def shown_of_entity() -> Shown:
    """Return what to show of one entity: everything is read."""
    items, _ = requested_items()
    dated, undated = [item for item in items if item.date], [item for item in items if not item.date]
    part = part_of(dated, LISTED)
    counts = Counter((item.date[:4], item.kind) for item in dated)
    return Shown(part, counts, undated[:UNDATED] if part.number == part.pages else [], len(undated))


def shown_of_all(asked: Reading) -> Shown:
    """Return what to show of everything: counts by day, and the items of the days on this page alone."""
    first, last = period()
    since, until = first.first or None, last.last or None
    lanes = request.args.getlist("kind")
    kinds = [kind for kind in DAYS if kind in lanes or not set(lanes) & set(LANES)]
    days: Counter[str] = Counter()
    counts: Counter[tuple[str, str]] = Counter()
    for kind in kinds:
        for row in asked.ask(DAYS[kind], shown=False):
            day, number = row["date"].value, int(row["items"].value)
            if row["date"].datatype != DATE or not _ISO.fullmatch(day):
                return shown_of_entity()  # no days that could be asked for
            if (since or "") <= day <= (until or "9999"):
                days[day] += number
                counts[day[:4], kind] += number
    asked.note("page/timeline", since=since, until=until)
    places = part_of(range(sum(days.values())), LISTED)
    begin = places.items[0] if places.items else 0
    chosen, before, skipped = [], 0, 0
    for day in sorted(days, reverse=True):
        if before + days[day] <= begin:
            skipped += days[day]
        elif before < begin + len(places.items):
            chosen.append(day)
        before += days[day]
    items = read_items(asked.ask("page/timeline-on", shown=False, date=chosen)) if chosen else []
    items = sorted((item for item in items if item.kind in kinds), key=lambda item: item.iri)
    items.sort(key=lambda item: item.date, reverse=True)
    here = items[begin - skipped : begin - skipped + len(places.items)]
    part = Part(here, places.number, places.pages, places.total)
    undated: list[Item] = []
    total = 0
    for kind in () if since or until else kinds:
        every, dated, without = UNDATED_OF[kind]
        missing = _number(asked, every) - _number(asked, dated)
        total += missing
        if missing and part.number == part.pages:
            undated += [_undated(row, kind) for row in asked.ask(without, shown=False)][:UNDATED]
    return Shown(part, counts, undated, total)


def _number(asked: Reading, name: str) -> int:
    return next((int(row["items"].value) for row in asked.ask(name, shown=False)), 0)


def _undated(row: Row, kind: str) -> Item:
    return Item(row["item"].value, row["label"].value, kind, "", row["stated"].value if "stated" in row else "")


@bp.get("/timeline")
@page
def timeline() -> Response:
    """Show the items by year, a histogram of all years, and the undated ones."""
    entity = iri_of(request.args.get("entity", ""))
    if entity and not reading().ask("page/entity", shown=False, entity=entity):
        abort(404, entity)
    shown = shown_of_entity() if entity else shown_of_all(reading())
    years: dict[str, list[Item]] = defaultdict(list)
    for item in shown.part.items:
        years[item.date[:4]].append(item)
    totals: Counter[str] = Counter()
    for (year, _), number in shown.counts.items():
        totals[year] += number
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
        chart=histogram(shown.counts, LANES, wording.say(g.lang, "timeline.chart")),
        totals=totals,
        part=shown.part,
        undated=shown.undated,
        undated_total=shown.undated_total,
        lanes=LANES,
        chosen=request.args.getlist("kind"),
        since=since,
        until=until,
        wrong=wrong,
    )


@bp.get("/timeline.ics")
def calendar() -> Response:
    """Send the dated items as iCalendar (RFC 5545): whole days, one event each."""
    items, entity = requested_items()
    if entity and not items and not reading().ask("page/entity", shown=False, entity=entity):
        abort(404, entity)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vietnam Policy Graph//vpg//VI"]
    for item in items:
        day = item.date.replace("-", "")
        if len(day) != 8:
            continue
        url = public_root() + (path_of(item.iri) or "/")
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
