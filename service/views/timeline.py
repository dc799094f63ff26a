"""Years as a stacked bar chart in SVG: every bar a link that narrows the page to its year."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

BAR, GAP, HEIGHT = 34, 8, 120


def histogram(counts: Mapping[tuple[str, str], int], kinds: Sequence[str], title: str) -> Markup:
    """Draw counts by (year, kind); an empty picture for no counts. Years without anything keep their place.

    More than 60 years are drawn without the empty ones.
    """
    years = sorted({year for year, _ in counts})
    if not years:
        return Markup("")
    if all(y.isdigit() for y in years) and int(years[-1]) - int(years[0]) <= 60:
        years = [str(y) for y in range(int(years[0]), int(years[-1]) + 1)]
    most = max(sum(counts.get((year, kind), 0) for kind in kinds) for year in years)
    width = max(len(years) * (BAR + GAP), 120)
    parts = [
        f'<svg class="bars" viewBox="0 0 {width} {HEIGHT + 34}" width="{width}" height="{HEIGHT + 34}" role="group" '
        f'aria-label="{escape(title)}" xmlns="http://www.w3.org/2000/svg">'
    ]
    for place, year in enumerate(years):
        x, y = place * (BAR + GAP), float(HEIGHT + 14)
        total = sum(counts.get((year, kind), 0) for kind in kinds)
        bars = []
        for kind in kinds:
            count = counts.get((year, kind), 0)
            if count:
                size = max(2.0, count / most * (HEIGHT - 6))
                y -= size
                bars.append(f'<rect class="k-{kind}" x="{x}" y="{y:.1f}" width="{BAR}" height="{size:.1f}"/>')
        label = f'<text x="{x + BAR / 2}" y="{HEIGHT + 30}">{year}</text>'
        if total:
            number = f'<text x="{x + BAR / 2}" y="{y - 4:.1f}">{total}</text>'
            parts.append(f'<a href="?from={year}-01-01&amp;to={year}-12-31">{"".join(bars)}{number}{label}</a>')
        else:
            parts.append(label)
    return Markup("".join([*parts, "</svg>"]))
