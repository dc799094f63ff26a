"""Spans of days as thin strips over one scale of years: a small timeline beside a list."""

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

WIDTH, HEIGHT, EDGE = 180, 16, 5


def draw(spans: Sequence[tuple[str, str]]) -> list[Markup]:
    """Draw each span (ISO days, "" where none is known) as one SVG; all share the scale, whole years from January.

    A span without a day gives an empty text, as all do where no day is known. The picture repeats what the
    list says, so readers of screens skip it.
    """
    days = [_number(day) for span in spans for day in span if _number(day)]
    if not days:
        return [Markup("") for _ in spans]
    low, high = date.fromordinal(min(days)).year, date.fromordinal(max(days)).year + 1
    first, last = date(low, 1, 1).toordinal(), date(high, 1, 1).toordinal()

    def place(day: int) -> float:
        return EDGE + (day - first) / (last - first) * (WIDTH - 2 * EDGE)

    step = max(1, -(-(high - low) // 6))
    ticks = "".join(
        f'<path class="tick" d="M{place(date(year, 1, 1).toordinal()):.1f} 1V{HEIGHT - 1}"/>'
        for year in range(low, high + 1, step)
    )
    return [_strip(ticks, [place(n) for n in map(_number, span) if n], f"{low}–{high - 1}") for span in spans]


def _strip(ticks: str, at: Sequence[float], years: str) -> Markup:
    if not at:
        return Markup("")
    middle = HEIGHT / 2
    dots = "".join(f'<circle cx="{x:.1f}" cy="{middle:g}" r="4"/>' for x in dict.fromkeys(at))
    line = f'<path class="span" d="M{at[0]:.1f} {middle:g}H{at[-1]:.1f}"/>' if at[0] != at[-1] else ""
    return Markup(
        f'<svg class="strip" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" aria-hidden="true" '
        f'data-years="{years}" xmlns="http://www.w3.org/2000/svg">{ticks}{line}{dots}</svg>'
    )


def _number(day: str) -> int:
    """Return the number of a day; 0 for "" and for what is no full day."""
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0
