"""The lines of a picture: where each ends, and where its words stand so that no text lies on another.

A line is one bend of a parabola between the centres of two nodes, cut where it would enter a node's shape or
the label below it. The page's script draws the same lines while nodes are dragged (`ui/src/graph/curve.js`).
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

WIDTH = 18  # characters in a line of a label
LINES = 3
ROOM = 17.0  # units from the middle of a node that its shape takes
STEPS = 64  # places of a line that are looked at to find its ends
PLACES = (0.5, 0.64, 0.36, 0.76, 0.24, 0.86, 0.14)  # where on a line its words are tried, best first

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Link:
    """A line to draw; several between two nodes are bent apart. `title` is what it says, with its date.

    `directed`: it ends in an arrow; a relation that is the same both ways has none. `way`: a path that was asked
    for goes along it.
    """

    source: str
    target: str
    label: str
    title: str
    doubtful: bool = False
    id: str = ""
    directed: bool = True
    way: bool = False


def wrap(label: str, width: int = WIDTH, lines: int = LINES) -> list[str]:
    """Break a label into at most `lines` lines at spaces; an ellipsis where it goes on."""
    out: list[str] = []
    line = ""
    for word in label.split():
        word = word if len(word) <= width * 2 else word[: width * 2 - 1] + "…"
        if line and len(line) + 1 + len(word) > width:
            out.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    out.append(line)
    if len(out) > lines:
        out = out[:lines]
        out[-1] = out[-1][: width - 1] + "…"
    return out


def body(label: str) -> list[Box]:
    """Return what a node takes around its middle: its shape, and the label below it."""
    words = wrap(label)
    half = max(len(line) for line in words) * 3.5 + 4
    shape = (-ROOM, -ROOM, ROOM, ROOM)
    return [shape, (-half, ROOM, half, 36.0 + 16.9 * (len(words) - 1))] if label.strip() else [shape]


def curve(start: Point, end: Point, bend: float, first: Sequence[Box], last: Sequence[Box]) -> list[Point]:
    """Return the three points of a line between two nodes, cut to what is outside of both bodies.

    Nodes so near that nothing is between them are joined by the middle of the line.
    """
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    control = ((x1 + x2) / 2 - uy * bend * 2, (y1 + y2) / 2 + ux * bend * 2)
    whole = [start, control, end]
    places = [n / STEPS for n in range(STEPS + 1)]
    after = max((t for t in places if _inside(at(whole, t), start, first)), default=0.0) + 1 / STEPS
    before = min((t for t in places if _inside(at(whole, t), end, last)), default=1.0) - 1 / STEPS
    if before - after < 2 / STEPS:
        after, before = 0.4, 0.6
    return _part(whole, after, before)


def at(line: Sequence[Point], t: float) -> Point:
    """Return the point of a line at `t` of its way, 0 to 1."""
    (x1, y1), (cx, cy), (x2, y2) = line
    a, c, b = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return a * x1 + c * cx + b * x2, a * y1 + c * cy + b * y2


def _part(line: Sequence[Point], first: float, last: float) -> list[Point]:
    """Return the part of a line between two places; its control is where the tangents of its ends meet."""
    (x1, y1), (cx, cy), (x2, y2) = line
    a, c, b = (1 - first) * (1 - last), first * (1 - last) + last * (1 - first), first * last
    return [at(line, first), (a * x1 + c * cx + b * x2, a * y1 + c * cy + b * y2), at(line, last)]


def _inside(point: Point, middle: Point, boxes: Sequence[Box]) -> bool:
    x, y = point[0] - middle[0], point[1] - middle[1]
    return any(left <= x <= right and top <= y <= bottom for left, top, right, bottom in boxes)


def _overlap(one: Box, other: Box) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0


def lines(
    links: Sequence[Link], nodes: Mapping[str, Point], labels: Mapping[str, str], small: bool, centre: str, still: bool
) -> list[str]:
    """Return the SVG of each line; `nodes` and `labels` by IRI. `small` leaves out the words of lines.

    Words are placed one after the other, each where it covers least of nodes, labels and words placed before.
    """
    bodies = {iri: body(labels.get(iri, "")) for iri in nodes}
    taken = [
        (x + left, y + top, x + right, y + bottom)
        for iri, (x, y) in nodes.items()
        for left, top, right, bottom in bodies[iri]
    ]
    groups: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        low, high = sorted((link.source, link.target))
        groups[low, high].append(link)
    parts = []
    for (low, _), group in sorted(groups.items()):
        shown = group[:4]
        for place, link in enumerate(shown):
            bend = (place - (len(shown) - 1) / 2) * 34 * (1 if link.source == low else -1)
            more = f" +{len(group) - len(shown)}" if place == len(shown) - 1 and len(group) > len(shown) else ""
            far = bool(centre) and centre not in (link.source, link.target) and not link.way
            line = curve(nodes[link.source], nodes[link.target], bend, bodies[link.source], bodies[link.target])
            words = "" if small else wrap(link.label, 22, 1)[0] + more
            t = _place(line, words, taken, lasting=not far)
            parts.append(_line(link, line, bend, words, t, far, still))
    return parts


def _place(line: Sequence[Point], words: str, taken: list[Box], *, lasting: bool) -> float:
    """Choose where on a line its words stand, and take that room if they are always seen."""
    half = len(words) * 2.9 + 2

    def box(t: float) -> Box:
        x, y = at(line, t)
        return x - half, y - 9, x + half, y + 3

    boxes = [box(t) for t in PLACES]
    left, top = min(one[0] for one in boxes), min(one[1] for one in boxes)
    right, bottom = max(one[2] for one in boxes), max(one[3] for one in boxes)
    near = [o for o in taken if o[0] < right and o[2] > left and o[1] < bottom and o[3] > top]
    best = min(range(len(PLACES)), key=lambda n: (round(sum(_overlap(boxes[n], other) for other in near), 3), n))
    if words and lasting:
        taken.append(boxes[best])
    return PLACES[best]


def _line(link: Link, line: Sequence[Point], bend: float, words: str, t: float, far: bool, still: bool) -> str:
    (x1, y1), (cx, cy), (x2, y2) = line
    classes = "line" + (" doubtful" if link.doubtful else "") + (" far" if far else "") + (" way" if link.way else "")
    x, y = at(line, t)
    label = f'<text class="tie" x="{x:.0f}" y="{y:.0f}">{escape(words)}</text>' if words else ""
    data = (
        f' data-from="{escape(link.source)}" data-to="{escape(link.target)}" data-bend="{bend:g}" data-at="{t:g}" '
        f'data-id="{escape(link.id)}"'
    )
    arrow = ' marker-end="url(#arrow)"' if link.directed else ""
    return (
        f'<g class="{classes}"{"" if still else data}><title>{escape(link.title)}</title>'
        f'<path d="M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}"{arrow}/>{label}</g>'
    )
