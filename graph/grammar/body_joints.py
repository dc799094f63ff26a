"""Whether a body's name goes on over a comma, a dash, a bracket, a number or a level word."""

import re

from graph.grammar.body_stops import stop_pattern
from graph.grammar.body_words import COLLECTIVE, DASHED, FIELDS, body_pattern
from graph.grammar.glued import begins_other
from graph.grammar.names import run_at
from graph.grammar.normal import UPPER
from graph.grammar.places import level_at, place_at

# "Ủy ban Văn hóa, Giáo dục, Thanh niên và Nhi đồng": capitals between commas up to a last one after "và".
_ENUMERATED = re.compile(rf"[{UPPER}][^,;.\n]{{2,24}}(?:, [{UPPER}][^,;.\n]{{2,24}}){{0,3}} và [{UPPER}]")


# What says nothing yet of what a body is for ("Ban Chỉ đạo Trung ương, …").
_NOTHING = frozenset({"", "trung ương", "quốc gia", "tỉnh", "thành phố"})


def over_comma(folded: str, lowered: str, pos: int, tail: str, begin: int) -> bool:
    """Say whether the name goes on after this comma: "phòng, chống", or small letters in a long kind of name."""
    at = pos + 2
    if lowered.startswith("chống", at) and lowered.endswith("phòng", 0, pos):
        return True
    if tail in ("open", "long") and _ENUMERATED.match(folded, at) and FIELDS.match(lowered, at):
        return True
    if tail != "long" or not folded[at : at + 1].islower() or lowered[begin:pos].strip() in _NOTHING:
        return False
    return not (
        stop_pattern().match(lowered, at)
        or begins_other(lowered, at)
        or level_at(lowered, at)
        or COLLECTIVE.match(lowered, at)
    )


def over_dash(folded: str, lowered: str, at: int, tail: str) -> int | None:
    """Return where the name goes on after " - " inside it ("Khoa học - Công nghệ"), or None."""
    if folded[at + 1 : at + 2] != " " or tail == "place":
        return None
    after = at + 2
    dashed = DASHED.match(lowered, after)
    if dashed:
        return dashed.end()
    if body_pattern().match(lowered, after) or stop_pattern().match(lowered, after) or begins_other(lowered, after):
        return None
    field = FIELDS.match(lowered, after)
    return field.end() if field else None


def closed(folded: str, at: int) -> int:
    """Where the bracket closes in which a parent body stands; 0 if it holds more than that."""
    close = folded.find(")", at, at + 70)
    inside = folded[at : max(close, at)]
    return 0 if close < 0 or any(mark in inside for mark in "\n(,;.:") else close


def leveled(folded: str, lowered: str, at: int, end: int) -> bool:
    """Is a commune's or village's level word followed by a name, a number, or the end of the phrase?"""
    rest = folded[end : end + 2]
    return (
        not rest
        or rest[0] != " "
        or rest[1:2].isupper()
        or rest[1:2].isdigit()
        or not rest[1:2].isalpha()
        or lowered.startswith("xã", at)
    )


def after_number(folded: str, lowered: str, at: int) -> int | None:
    """After the number of a body ("AIPA 40"), do two or more capitalised syllables name a person?"""
    words = run_at(folded, at)
    if len(words) < 2 or place_at(folded, lowered, at) or level_at(lowered, at) or begins_other(lowered, at):
        return None
    return None if body_pattern().match(lowered, at) else at
