"""`/map`: what is reported of each province, as tiles and as a table; the units of 63 or of 34 by date."""

from collections import Counter

from flask import Blueprint, Response, g, request

from ontology.reference import places
from service import wording
from service.finder import fold
from service.reading import reading
from service.rendering import page, render
from service.views.tiles import CHANGE, draw, tiles, today

bp = Blueprint("map", __name__)
MEASURES = ("events", "officials", "awards", "documents")


@bp.get("/map")
@page
def tile_map() -> Response:
    """Show one measure by province; `?date=` chooses the units that were valid then."""
    measure = request.args.get("measure", "events")
    measure = measure if measure in MEASURES else "events"
    day = request.args.get("date", "")[:10]
    wished = request.args.get("units", "")
    layout = int(wished) if wished in ("63", "34") else (63 if not day or day < CHANGE else 34)
    asked = reading()
    rows = asked.ask(f"page/map-{measure}")
    counts: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    shown = {tile.place.iri for tile in tiles(layout)}
    for row in rows:
        number = int(row["count"].value)
        unit = row["province"].value if "province" in row else ""
        if layout == 34:
            unit = today().get(unit, unit)
        if unit in shown:
            counts[unit] += number
        elif unit or number:
            elsewhere[unit] += number
    known = {place.iri: place for place in places()}
    wanted = request.args.get("place", "").strip()
    return render(
        "map.html",
        measure=measure,
        measures=MEASURES,
        layout=layout,
        day=day,
        drawing=draw(
            layout,
            counts,
            {iri: "/" + iri.partition("w3id.org/vpg/")[2] for iri in counts},
            wording.say(g.lang, f"map.{measure}"),
            g.lang,
            (wording.say(g.lang, "map.nowhere"), elsewhere[""]),
        ),
        table=[(known[iri], number) for iri, number in counts.most_common()],
        elsewhere=[(known.get(iri), iri, number) for iri, number in elsewhere.most_common() if iri],
        nowhere=elsewhere[""],
        wanted=wanted,
        units=_units(wanted) if wanted else [],
    )


def _units(name: str) -> list[tuple[str, str, str, str]]:
    """Return (IRI, label, last day, label of the unit of today) of the provinces of that name."""
    by_iri = {place.iri: place for place in places()}
    typed = fold(name)
    found = []
    for place in places():
        if place.level == "province" and any(typed == fold(form) for form in (place.name, *place.forms)):
            now = by_iri.get(today().get(place.iri, ""))
            found.append((place.iri, place.label, place.valid_until or "", now.label if now and now != place else ""))
    return found
