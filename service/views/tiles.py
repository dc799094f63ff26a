"""The map of Vietnam as a grid of tiles, one per province: a diagram of units, not of borders.

Two layouts: the 63 units until 30 June 2025 and the 34 after. A cell holds the code of the General Statistics
Office; a code means a unit only together with the day, because seven codes changed hands in 2025. Hoàng Sa
and Trường Sa are drawn as parts of Đà Nẵng and Khánh Hòa, which administer them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from textwrap import wrap

from markupsafe import Markup, escape

from ontology.reference import Place, places

CHANGE = "2025-07-01"  # Nghị quyết 202/2025/QH15 takes effect
LAYOUTS: Mapping[int, str] = {
    63: """
        .  12 10 02 04 .
        11 15 08 06 20 .
        14 25 26 19 24 22
        .  17 01 27 30 31
        .  .  35 33 34 .
        .  38 37 36 .  .
        .  40 .  .  .  .
        .  42 .  .  .  .
        .  .  44 .  .  .
        .  .  45 .  .  .
        .  .  46 48 .  .
        .  .  .  49 .  .
        .  .  62 51 .  .
        .  .  64 52 .  .
        .  .  66 54 .  .
        .  70 67 56 .  .
        72 74 68 58 .  .
        .  79 75 60 .  .
        87 80 82 77 .  .
        89 86 83 .  .  .
        91 92 84 .  .  .
        .  93 94 .  .  .
        96 95 .  .  .  .
    """,
    34: """
        12 15 08 04 . .
        11 .  19 20 . .
        14 25 24 22 . .
        .  01 33 31 . .
        .  38 37 .  . .
        .  40 .  .  . .
        .  42 .  .  . .
        .  .  44 .  . .
        .  .  46 .  . .
        .  .  .  48 . .
        .  .  .  51 . .
        .  .  .  52 . .
        .  .  .  66 . .
        .  .  68 56 . .
        80 75 .  .  . .
        82 79 .  .  . .
        91 86 .  .  . .
        .  92 .  .  . .
        96 .  .  .  . .
    """,
}
ISLANDS = {63: (("Hoàng Sa", 10, 4), ("Trường Sa", 16, 4)), 34: (("Hoàng Sa", 9, 4), ("Trường Sa", 14, 4))}
TILE_X, TILE_Y, GAP = 92, 52, 4
NOWHERE_ROW = 9  # the first two columns are free there in both layouts


@dataclass(frozen=True, slots=True)
class Tile:
    """A province at a row and a column of the grid."""

    place: Place
    row: int
    column: int


@cache
def tiles(layout: int) -> tuple[Tile, ...]:
    """Return the tiles of the layout of 63 or 34 units.

    Raises:
        KeyError: a cell names a code that no province had then.
    """
    day = "2025-06-30" if layout == 63 else CHANGE
    by_code = {p.gso_code: p for p in places() if p.level == "province" and p.gso_code and p.valid_on(day)}
    found = []
    for row, line in enumerate(LAYOUTS[layout].strip().splitlines()):
        for column, code in enumerate(line.split()):
            if code != ".":
                found.append(Tile(by_code[code], row, column))
    return tuple(found)


@cache
def today() -> Mapping[str, str]:
    """Map every province, former or not, to the one of the 34 that its area belongs to now."""
    by_iri = {p.iri: p for p in places()}
    now = {tile.place.iri for tile in tiles(34)}
    result = {}
    for place in places():
        seen, iri = set(), place.iri
        while iri not in now and iri not in seen and by_iri.get(iri) and by_iri[iri].merged_into:
            seen.add(iri)
            iri = by_iri[iri].merged_into or ""
        if iri in now:
            result[place.iri] = iri
    return result


def level(count: int, most: int) -> int:
    """Return 0 for nothing, else 1 to 4 by the count's share of the greatest (by its square root)."""
    if count <= 0:
        return 0
    return min(4, 1 + int(3.999 * ((count / most) ** 0.5 if most else 0)))


def two_lines(name: str) -> list[str]:
    """Break a name for a tile: at the dash or the space nearest to its middle, if it is long."""
    if len(name) <= 10:
        return [name]
    cuts = [i for i, c in enumerate(name) if c == " "]
    if not cuts:
        return [name]
    cut = min(cuts, key=lambda i: abs(i - len(name) / 2))
    return [name[:cut], name[cut + 1 :]]


def draw(
    layout: int,
    counts: Mapping[str, int],
    links: Mapping[str, str],
    title: str,
    lang: str,
    nowhere: tuple[str, int] | None = None,
) -> Markup:
    """Draw the grid; `counts` and `links` by IRI of the province. Tiles with a count are links.

    `nowhere` (words, and how many) is a tile of its own, two wide, for what belongs to no province.
    """
    found = tiles(layout)
    most = max(counts.values(), default=0)
    rows, columns = max(t.row for t in found) + 1, 6
    width, height = columns * (TILE_X + GAP), rows * (TILE_Y + GAP)
    parts = [
        f'<svg class="tiles" viewBox="0 0 {width} {height}" role="group" aria-label="{escape(title)}" '
        'xmlns="http://www.w3.org/2000/svg">'
    ]
    for tile in found:
        count = counts.get(tile.place.iri, 0)
        x, y = tile.column * (TILE_X + GAP), tile.row * (TILE_Y + GAP)
        inside = _inside(two_lines(_name(tile.place, lang)), count)
        classes = f"tile level-{level(count, most)}"
        if tile.place.iri in links:
            parts.append(f'<a href="{escape(links[tile.place.iri])}" class="{classes}" transform="translate({x} {y})">')
            parts.append(f"{inside}</a>")
        else:
            parts.append(f'<g class="{classes}" transform="translate({x} {y})">{inside}</g>')
    if nowhere and nowhere[1]:
        inside = _inside(wrap(nowhere[0], 20), nowhere[1], 2 * TILE_X + GAP)
        y = NOWHERE_ROW * (TILE_Y + GAP)
        parts.append(f'<g class="tile nowhere" transform="translate(0 {y})">{inside}</g>')
    for name, row, column in ISLANDS[layout]:
        x, y = column * (TILE_X + GAP), row * (TILE_Y + GAP) + 10
        parts.append(
            f'<g class="tile islands" transform="translate({x} {y})"><rect width="{TILE_X}" height="32" rx="16"/>'
            f'<text x="{TILE_X / 2}" y="21">{name}</text></g>'
        )
    return Markup("".join([*parts, "</svg>"]))


def _name(place: Place, lang: str) -> str:
    return place.name if lang == "vi" else place.label_en.removesuffix(" province").removesuffix(" city")


def _inside(lines: Sequence[str], count: int, wide: int = TILE_X) -> str:
    size = len(lines) + (1 if count else 0)
    first = TILE_Y / 2 + 4.5 - (size - 1) * 7.5
    text = "".join(
        f'<tspan x="{wide / 2}" y="{first + n * 15:g}">{escape(line)}</tspan>' for n, line in enumerate(lines)
    )
    if count:
        text += f'<tspan class="count" x="{wide / 2}" y="{first + len(lines) * 15:g}">{count}</tspan>'
    return f'<rect width="{wide}" height="{TILE_Y}" rx="4"/><text>{text}</text>'
