"""A neighbourhood as SVG: the centre in the middle, one ring per step; the same picture every time.

Nodes are links, so that Tab, Enter, "open in a new tab" and screen readers work; shape, letter and colour
say the class together. The page's script moves the same elements.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from markupsafe import Markup, escape

from service.views.lines import Link, Point, lines, wrap

WIDER = 1.7  # pictures of groups are so much wider than high
FEW = 8  # nodes that a picture as wide as a phone can hold


@dataclass(frozen=True, slots=True)
class Node:
    """A node to draw; `depth` is its ring."""

    iri: str
    label: str
    kind: str
    letter: str
    path: str
    depth: int


def ring_layout(nodes: Sequence[Node], links: Sequence[Link], gap: float = 190.0) -> dict[str, Point]:
    """Place nodes on rings around the first one; each near the node that leads to it.

    Rings grow with their nodes, so that neighbours stay apart, and are wider than high, as pages are, unless
    the nodes are few and a phone can show them too. Pure and deterministic.
    """
    neighbours: dict[str, set[str]] = defaultdict(set)
    for link in links:
        neighbours[link.source].add(link.target)
        neighbours[link.target].add(link.source)
    rings: dict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        rings[node.depth].append(node)
    placed: dict[str, Point] = {}
    angles: dict[str, float] = {}
    radius = 0.0
    across = 1.3 if len(nodes) > FEW else 1.0
    for depth in sorted(rings):
        ring = rings[depth]
        if depth == 0 and len(ring) == 1:
            placed[ring[0].iri] = (0.0, 0.0)
            angles[ring[0].iri] = -math.pi / 2
            continue

        def wish(node: Node) -> float:
            around = [angles[other] for other in neighbours[node.iri] if other in angles]
            return math.atan2(sum(map(math.sin, around)), sum(map(math.cos, around))) if around else math.pi

        ordered = sorted(ring, key=lambda node: (round(wish(node), 6), node.kind, node.label, node.iri))
        radius = max(radius + gap, len(ordered) * 112 / (2 * math.pi))
        first = wish(ordered[0]) if depth > 1 else -math.pi / 2
        for place, node in enumerate(ordered):
            angle = first + 2 * math.pi * place / len(ordered)
            angles[node.iri] = angle
            placed[node.iri] = (round(radius * math.cos(angle) * across, 1), round(radius * math.sin(angle) * 0.9, 1))
    return placed


def cluster_layout(groups: Sequence[Sequence[Node]]) -> dict[str, Point]:
    """Place each group on a circle of its own, the circles in rows, so that a page's width is used and names are read.

    Rows are about as wide as a page; the largest groups come first. Pure and deterministic.
    """
    radii = [max(64.0, len(group) * 100 / (2 * math.pi)) if len(group) > 1 else 0.0 for group in groups]
    sizes = [(2 * radius * 1.15 + 150, 2 * radius + 130) for radius in radii]  # with the names around it
    area = sum(width * height for width, height in sizes)
    widest = max([math.sqrt(area * WIDER), *(width for width, _ in sizes)], default=0.0)
    rows: list[list[int]] = []
    used = widest + 1
    for number in sorted(range(len(groups)), key=lambda n: (-radii[n], n)):
        if used + sizes[number][0] > widest:
            rows.append([])
            used = 0.0
        rows[-1].append(number)
        used += sizes[number][0]
    placed: dict[str, Point] = {}
    top = 0.0
    for row in rows:
        height = max(sizes[n][1] for n in row)
        spare = (widest - sum(sizes[n][0] for n in row)) / len(row)
        left = 0.0
        for n in row:
            x, y = left + (sizes[n][0] + spare) / 2, top + height / 2
            left += sizes[n][0] + spare
            for place, node in enumerate(groups[n]):
                angle = 2 * math.pi * place / len(groups[n]) - math.pi / 2
                reach = (x + radii[n] * math.cos(angle) * 1.15, y + radii[n] * math.sin(angle))
                placed[node.iri] = (round(reach[0], 1), round(reach[1], 1))
        top += height
    return placed


_SHAPES: Mapping[str, Callable[[float], str]] = {
    "person": lambda r: f'<circle r="{r}"/>',
    "event": lambda r: f'<path d="M{-r} {r}V{-r / 3:.1f}Q0 {-r * 1.5:.1f} {r} {-r / 3:.1f}V{r}Z"/>',
    "doc": lambda r: f'<path d="M{-r * 0.8:.1f} {-r}H{r * 0.4:.1f}L{r * 0.8:.1f} {-r * 0.5:.1f}V{r}H{-r * 0.8:.1f}Z"/>',
    "org": lambda r: f'<rect x="{-r}" y="{-r}" width="{2 * r}" height="{2 * r}"/>',
    "initiative": lambda r: f'<path d="M0 {-r * 1.2:.1f}L{r * 1.2:.1f} 0L0 {r * 1.2:.1f}L{-r * 1.2:.1f} 0Z"/>',
    "post": lambda r: f'<path d="M{-r * 1.1:.1f} {r * 0.9:.1f}L0 {-r * 1.1:.1f}L{r * 1.1:.1f} {r * 0.9:.1f}Z"/>',
    "place": lambda r: (
        f'<path d="M0 {r * 1.3:.1f}Q{-r * 1.5:.1f} {-r * 0.3:.1f} 0 {-r}'
        f'Q{r * 1.5:.1f} {-r * 0.3:.1f} 0 {r * 1.3:.1f}Z"/>'
    ),
}  # fmt: skip


def shape(kind: str, radius: float = 13.0) -> str:
    """Return the SVG of a class's shape around the origin."""
    return _SHAPES.get(kind, _SHAPES["person"])(radius)


def draw(
    nodes: Sequence[Node],
    links: Sequence[Link],
    title: str,
    centre: str = "",
    small: bool = False,
    at: Mapping[str, Point] | None = None,
    still: bool = False,
    pins: Mapping[str, Point] = MappingProxyType({}),
) -> Markup:
    """Draw nodes and links as one SVG element, on rings unless `at` places them.

    `small` leaves out the labels of lines, `still` what only a script reads. `pins` are places chosen by hand.
    """
    at = {**(ring_layout(nodes, links) if at is None else at), **pins}
    if not at:
        return Markup("")
    pad_x, pad_y = 84.0, 76.0  # a label of three lines fits below its node
    left, right = min(x for x, _ in at.values()) - pad_x, max(x for x, _ in at.values()) + pad_x
    top, bottom = min(y for _, y in at.values()) - 46, max(y for _, y in at.values()) + pad_y
    left, right = min(left, -160.0), max(right, 160.0)
    parts = [
        f'<svg class="drawing" viewBox="{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}" role="group" '
        f'aria-label="{escape(title)}" xmlns="http://www.w3.org/2000/svg"><defs><marker id="arrow" viewBox="0 0 8 8" '
        'refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">'
        '<path d="M0 0L8 4L0 8Z" class="head"/></marker></defs><g class="lines">'
    ]
    parts += lines(links, at, {node.iri: node.label for node in nodes}, small, centre, still)
    parts.append('</g><g class="nodes">')
    for node in nodes:
        x, y = at[node.iri]
        text = "".join(
            f'<tspan x="0" dy="{1.35 if n else 2.45}em">{escape(line)}</tspan>'
            for n, line in enumerate(wrap(node.label))
        )
        classes = (
            f"node k-{node.kind or 'other'}"
            + (" centre" if node.iri == centre else "")
            + (" pinned" if node.iri in pins else "")
        )
        data = "" if still else f' data-iri="{escape(node.iri)}"'
        parts.append(
            f'<a href="{escape(node.path)}" class="{classes}"{data} '
            f'transform="translate({x:g} {y:g})"><title>{escape(node.label)}</title>{shape(node.kind)}'
            f'<text class="in" dy=".35em">{escape(node.letter)}</text><text class="label">{text}</text></a>'
        )
    parts.append("</g></svg>")
    return Markup("".join(parts))
