"""Places that the sentence itself names for a body that leaves its own out: before it, after it, as a side."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from graph.grammar.bodies.places import CITIES, PROVINCES, cities
from graph.grammar.names.names import plain as key
from graph.grammar.text.cues import words_pattern
from graph.grammar.text.document import Document
from graph.grammar.text.scan import Finder
from graph.mention import Span
from graph.span import span_of


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the report writes it ("tỉnh Lạng Sơn", "TP HCM"), and where."""

    name: str
    level: str
    span: Span


@cache
def province_pattern() -> re.Pattern[str]:
    """The names of provinces and central cities in the lowered text."""
    return words_pattern(key(p) for p in (*PROVINCES, *CITIES))


def side(level: str, document: Document, at: int) -> Place | None:
    """The province that the sentence names as the side of those who follow ("về phía tỉnh Nam Định có …")."""
    if level not in ("tỉnh", "thành phố"):
        return None
    sentence = document.sentence_at(at)
    start = sentence.start if sentence else at
    sides = _SIDES.hits(document)
    last = bisect_left(sides, (at,)) - 1
    if last < 0 or sides[last][0] < start:
        return None
    match = _SIDE.match(document.lowered, sides[last][0])
    found = match and province_pattern().match(document.lowered, match.end())
    if not found or not document.folded[found.start()].isupper() or (found[0] in cities()) != (level == "thành phố"):
        return None
    prefix = "TP " if found[0] == "hcm" else f"{level} "
    return Place(prefix + document.text[found.start() : found.end()], level, span_of(found))


_SIDES = Finder(("phía", "điểm cầu"))
_SIDE = re.compile(r"(?:phía|điểm cầu) (?:tỉnh |thành phố |tp\.? ?|ubnd |công an )*")


def said_next(lowered: str, level: str, document: Document, at: int) -> Place | None:
    """“thôi giữ chức Bí thư Tỉnh ủy, thôi tham gia Ban Thường vụ Tỉnh ủy Hưng Yên”: written out further on."""
    close = document.lowered.find(";", at, at + 160)
    stop = close if close > 0 else at + 160
    again = document.lowered.find(f"{lowered} ", at + len(lowered), stop) if lowered.endswith(" ủy") else -1
    match = province_pattern().match(document.lowered, again + len(lowered) + 1) if again >= 0 else None
    sentence = document.sentence_at(at)
    if match is None or sentence is None or match.end() > sentence.end or not document.folded[match.start()].isupper():
        return None
    return Place(f"{level} {document.text[match.start() : match.end()]}", level, span_of(match))


def beside(level: str, document: Document, at: int) -> Place | None:
    """The province or central city named in the same sentence before `at`, nearest first."""
    if level not in ("tỉnh", "thành phố"):
        return None
    sentence = document.sentence_at(at)
    start = max(sentence.start if sentence else at, at - 400)
    for match in reversed(list(province_pattern().finditer(document.lowered, start, at))):
        if document.folded[match.start()].isupper() and (match[0] in cities()) == (level == "thành phố"):
            written = document.text[match.start() : match.end()]
            prefix = "TP " if match[0] == "hcm" else f"{level} "
            return Place(prefix + written, level, span_of(match))
    return None
