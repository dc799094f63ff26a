"""Names told by their place alone: an item of a list that a post follows ("…; Kpui H'Blơ, Bí thư Tỉnh đoàn").

Names of the smaller peoples of Vietnam begin with syllables that no list of surnames holds. Between the mark
that opens an item and a post with its body, a run of capitals is a person, unless it is a place or a body. So is
a foreigner's name with such a post between commas ("Ana Silva, thủ tướng Peru, …").
"""

import re
from functools import cache

from graph.grammar.bodies.body_words import body_pattern
from graph.grammar.bodies.glued import begins_other, stranger
from graph.grammar.bodies.places import level_at, place_at
from graph.grammar.names.names import LONGEST, SYLLABLE, highland, strong_surnames, surnames
from graph.grammar.names.post_heads import heads
from graph.grammar.posts.posts import post_at
from graph.grammar.text.document import Document
from graph.grammar.text.scan import first_words, places_of

_OPENED = re.compile(r"(?:[;:]|(?:^|\n)(?:[-+*•]|\d\.)|(?<![^\W\d_])(?:có|gồm|và|cùng|với|là)) ?$")
# Where a foreigner may be named in a sentence, with a post behind that a comma closes.
_SAID = re.compile(r"(?:[.!?…\"”]|,|(?<![^\W\d_])như|^|\n) ?$")
_CLOSED = re.compile(r"[,;.)\n:]| - | và |$")
_WORD = re.compile(rf"{SYLLABLE}(?= |$)")
# First words of sentences and bodies that no scheme holds.
_NEVER = frozenset(["theo", "tại", "trong", "đảng", "nhà", "tổng", "liên", "ủy", "uỷ", "chính", "trung", "nhân"])


def listed_names(document: Document) -> list[tuple[int, str]]:
    """Find the names that their place in a list tells; (offset, words)."""
    folded, lowered = document.folded, document.lowered
    found = []
    for at in places_of(document, _first_words()):
        before = folded[at - 2 : at]
        if before == ", " or before == " (":
            end = at - 2
        elif before == "- " and folded[at - 3] == " ":
            end = at - 3
        else:
            continue
        start = _run_before(folded, end)
        words = folded[start:end].split(" ")
        if start == end or words[0] in strong_surnames():
            continue
        opened = _OPENED.search(folded, max(0, start - 6), start)
        abroad = not opened and len(words) > 1 and _SAID.search(folded, max(0, start - 6), start) is not None
        if not opened and not (abroad and all(map(str.isascii, words)) and stranger(folded, lowered, start)):
            continue
        if _name(folded, lowered, start, words) and _told(folded, lowered, at, abroad):
            found.append((start, folded[start:end]))
    return found


def _run_before(folded: str, end: int) -> int:
    """Where the run of capitalised words that ends at `end` begins; `end` where there is none."""
    start = end
    while start > 0:
        space = max(folded.rfind(" ", 0, start - (start < end)), folded.rfind("\n", max(0, start - 12), start))
        if not folded[space + 1 : space + 2].isupper() or not _WORD.match(folded, space + 1, end):
            break
        start = space + 1
        if folded[space : space + 1] == "\n" or end - start > 48:
            break
    return start


@cache
def _first_words() -> frozenset[str]:
    return first_words(heads())


def _name(folded: str, lowered: str, start: int, words: list[str]) -> bool:
    """Can these capitalised words be a name: no place, body, post or acronym, and no sentence's first word?"""
    if len(words) == 1:
        return highland(words[0])
    if len(words) > LONGEST or words[0] in strong_surnames() or any(len(w) > 1 and w.isupper() for w in words):
        return False
    if level_at(lowered, start) or place_at(folded, lowered, start) or words[0].lower() in _NEVER:
        return False
    at = start
    for word in words:
        if begins_other(lowered, at) or (kind := body_pattern().match(lowered, at)) and kind.end() > at + len(word):
            return False
        at += len(word) + 1
    return not body_pattern().match(lowered, start) or words[0] in surnames()


def _told(folded: str, lowered: str, at: int, closed: bool) -> bool:
    """Does a post stand at `at` that says by itself over what it is held? `closed`: and does its phrase end there?"""
    post = post_at(folded, lowered, at)
    if post is None or post.generic or post.name_at is not None:
        return False
    if closed and not _CLOSED.match(folded, post.end):
        return False
    return post.body is not None or bool({"fixedBody", "noBody", "memberOf"} & set(post.concept.extra))
