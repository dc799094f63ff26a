"""How a body's name begins: its type word, or what completes one that a post's head has swallowed."""

import re

from graph.grammar.bodies.body_stops import stop_pattern
from graph.grammar.bodies.body_words import ACRONYM, FIELDS, INITIALS, NUMBER, body_openings, body_pattern
from graph.grammar.bodies.glued import begins_other, person_at
from graph.grammar.bodies.places import place_at


def kind_at(folded: str, lowered: str, at: int) -> "re.Match[str] | None":
    """The first words of a body at `at`; "tổ chức" in small letters is the verb."""
    match = body_pattern().match(lowered, at) if body_openings().may(lowered, at) else None
    verb = match and match[0] == "tổ chức" and folded[at].islower()
    if match and match[0] in INITIALS and lowered[match.end() : match.end() + 1] in ("&", "-"):
        return None  # "TT&TT"
    if match and (verb or match[0] in INITIALS and not folded[at : match.end()].isupper()):
        return None  # "Ca kịch"
    return match


def whole(lowered: str, at: int, words: str) -> bool:
    """Do these words stand at `at`, as whole words?"""
    return lowered.startswith(words, at) and not lowered[at + len(words) : at + len(words) + 1].isalnum()


def remainder(folded: str, lowered: str, at: int, tail: str) -> bool:
    """May what stands at `at` complete a body whose first word is part of the post's head?"""
    ch = folded[at : at + 1]
    if not ch or begins_other(lowered, at) or lowered.startswith("và ", at):
        return False
    if tail == "field":
        return bool(FIELDS.match(lowered, at) or ACRONYM.match(folded, at))
    if ch.isupper():
        return not person_at(folded, lowered, at) or place_at(folded, lowered, at) is not None
    if ch.isdigit():
        return bool(NUMBER.match(lowered, at))
    return bool(ch.isalpha() and not stop_pattern().match(lowered, at))
