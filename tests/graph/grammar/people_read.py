"""Who a text names, in short: ranks, and posts as "title @ body"."""

from graph.grammar.people.persons import find_people
from graph.grammar.text.layout import analyse
from graph.source import Source


def people_in(text: str) -> dict[str, list[str]]:
    """Return ranks and posts of each person, by name."""
    people = find_people(analyse(Source.from_text("t", text)))
    return {
        p.name: [r.name for r in p.ranks]
        + [f"{q.title} @ {q.org}" + (" (nguyên)" if q.former else "") for q in p.posts]
        for p in people.persons
    }
