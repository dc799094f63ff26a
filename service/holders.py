"""Who holds a post by the latest reports: whoever looks for a post mostly looks for the person."""

from collections.abc import Iterable, Mapping

from service.reading import Reading

MOST = 3  # holders told of a post
Holder = tuple[str, str]  # a person, and the last day that a report shows them in the post


def holders(asked: Reading, posts: Iterable[str], *, shown: bool = True) -> Mapping[str, list[Holder]]:
    """Return the people last reported in each post, the latest first; who is told as a former holder is left out.

    Reports attest days and not terms: that somebody has left is known only where a report says so, so that the day
    is always told along. Where no report gives a day, nobody is told.
    """
    wanted = sorted(posts)
    last: dict[str, dict[str, str]] = {}
    left: dict[tuple[str, str], str] = {}
    for row in asked.ask("page/post-holders", shown=shown, post=wanted) if wanted else ():
        post, person, day = row["post"].value, row["official"].value, row["day"].value if "day" in row else ""
        if "former" in row and row["former"].value in ("true", "1"):
            left[post, person] = max(day, left.get((post, person), ""))
        elif day:
            held = last.setdefault(post, {})
            held[person] = max(day, held.get(person, ""))
    return {
        post: sorted(
            ((person, day) for person, day in held.items() if day > left.get((post, person), "")),
            key=lambda one: (one[1], one[0]),
            reverse=True,
        )[:MOST]
        for post, held in last.items()
    }
