"""The name that titles run into: where it begins and ends, and whether its bearer is who holds them."""

from collections.abc import Collection

from graph.grammar.bodies.body_words import NEVER_NAMES, body_openings, body_pattern
from graph.grammar.bodies.glued import begins_other
from graph.grammar.bodies.places import place_at
from graph.grammar.names.names import LONGEST, foreign, parted_end, run_at, spelled_end, surnames
from graph.grammar.names.ranks import honorific_pattern, rank_pattern
from graph.grammar.posts.joined_posts import JOINED
from graph.grammar.posts.posts import Post, post_at


def name_at(folded: str, lowered: str, at: int, known: Collection[str] = ()) -> tuple[int, int] | None:
    """Return the span of the capitalised name that begins at `at`, cut where another phrase begins, or None."""
    if not folded[at : at + 1].isupper():
        return None
    spelled = spelled_end(folded, at)
    if spelled:
        return at, spelled
    spans = run_at(folded, at)
    for i, (start, _) in enumerate(spans[1:], 1):
        if i >= 2 and (begins_other(lowered, start) or _opens_body(lowered, spans, i)):
            spans = spans[:i]
            break
    if not spans:
        return None
    words = [folded[a:b] for a, b in spans]
    loud = [word for word in words if word.isupper()]
    if loud and len(loud) < len(words) and max(map(len, loud)) > 3:
        return None
    for size in range(min(len(spans), LONGEST) if known else 0, 1, -1):
        if " ".join(words[:size]) in known:
            return at, spans[size - 1][1]
    if len(spans) > LONGEST:
        spans = spans[:4]
    return at, parted_end(folded, spans) or spans[-1][1]


def _opens_body(lowered: str, spans: list[tuple[int, int]], i: int) -> bool:
    """Does a body's type word begin at the i-th syllable, one that is no usual syllable of a name?"""
    start = spans[i][0]
    match = body_pattern().match(lowered, start) if body_openings().may(lowered, start) else None
    return bool(match and (match.end() > spans[i][1] or match[0] in NEVER_NAMES))


def names_holder(folded: str, lowered: str, at: int, post: Post, known: Collection[str]) -> bool:
    """Does the capitalised run after a bare title ("Bộ trưởng" + run) name the one who holds it?"""
    if begins_other(lowered, at):
        return False
    name = name_at(folded, lowered, at, known)
    if not name:
        return False
    words = folded[name[0] : name[1]].split(" ")
    if len(words) == 1:
        return post.body is None and not words[0].isupper() and place_at(folded, lowered, at) is None
    if " ".join(words) in known or words[0] in surnames() or post.body is None or "state" in post.concept.extra:
        return True
    return post.end > post.body.end + 1 and all(map(foreign, words))  # "Thứ trưởng Bộ … phụ trách … John Smith"


def one_person(folded: str, lowered: str, at: int, known: Collection[str]) -> bool:
    """Is the name after ", Thượng tướng" or "- ông" the holder of the posts before? Not if posts follow it."""
    pos = at
    for _ in range(3):
        match = honorific_pattern().match(lowered, pos) or rank_pattern().match(lowered, pos)
        if not match:
            break
        pos = match.end() + (folded[match.end() - 1] != " " and folded[match.end() : match.end() + 1] == " ")
    name = name_at(folded, lowered, pos, known)
    if not name or name[0] == at and pos == at:
        return False
    link = JOINED.match(lowered, name[1])
    return not (link and link[0][0] in " ,(" and post_at(folded, lowered, link.end(), known))


def alone(folded: str, lowered: str, at: int, known: Collection[str], listed: bool = False) -> bool:
    """After "Chủ tịch UBND TP … - ": a name of three syllables or more with no post of its own.

    `listed`: it stands behind a comma; then no further name may follow, for it may be one of a list.
    """
    name = name_at(folded, lowered, at, known)
    if not name or folded.count(" ", *name) < 2 or place_at(folded, lowered, at):
        return False
    if listed and not (folded[name[1] : name[1] + 1] in ".;" or lowered.startswith((" cho ", " nói"), name[1])):
        return False
    link = JOINED.match(lowered, name[1]) if not listed else None
    return not (link and post_at(folded, lowered, link.end(), known))
