"""The country written after the last of several offices ("Tổng Bí thư, Chủ tịch nước Lào")."""

from collections.abc import Sequence
from itertools import pairwise

from graph.grammar.bodies.places import countries
from graph.grammar.names.names import plain as key
from graph.grammar.posts.posts import Post
from graph.grammar.text.document import Document
from graph.mention import Evidence, Span


def state_of(document: Document, mates: Sequence[Post], index: int) -> tuple[str, Evidence] | None:
    """Say over which country a bare office is held, by the offices of the same person that follow it."""
    for before, mate in pairwise(mates[index:]):
        if mate.start - before.end > 8:
            return None
        land = _land_of(document, mate)
        if land:
            return document.words(land), Evidence(land, "post.shared-country", "list")
    return None


def _land_of(document: Document, mate: Post) -> Span | None:
    """The country that is a post's body, or at the end of its ministry's name ("Bộ trưởng Quốc phòng Lào")."""
    if mate.body is None:
        return None
    lowered, begin, end = document.lowered, mate.body.start, mate.body.end
    if lowered[begin:end] in countries():
        return Span(begin, end)
    at = lowered.rfind(" ", begin, end) if key(mate.title) == "bộ trưởng" else -1
    for _ in range(3):
        if at < 0 or lowered[at + 1 : end] in countries():
            break
        at = lowered.rfind(" ", begin, at)
    return Span(at + 1, end) if at >= 0 and lowered[at + 1 : end] in countries() else None
