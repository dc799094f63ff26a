"""Names of bodies: from their first word to where the name ends, and where a person's name is glued on.

"Chủ tịch UBND tỉnh Quảng Nam" + a name has no comma between place and name; "Ban Chỉ đạo phòng, chống
lụt, bão và …" has commas inside. What ends a name is decided by the kind of body
(`vpg:tail` of `body-type`) and by what the next word starts: a verb, a post, a rank, a person, a parent body.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from graph.grammar.bodies.body_ends import name_end
from graph.grammar.bodies.body_joints import closed
from graph.grammar.bodies.body_starts import kind_at, remainder, whole
from graph.grammar.bodies.body_stops import OWN_KINDS, stop_pattern
from graph.grammar.bodies.body_words import (
    ABROAD,
    CLOSED,
    COURTS,
    FIELDS,
    GENERIC,
    HAS_PARENT,
    OF_PLACE,
    PARENT_SEPARATOR,
    PARENT_TYPES,
    RANK_OF,
    REALM,
    STATE,
    VN,
    body_types,
    longer_types,
)
from graph.grammar.bodies.glued import begins_other, person_at, surnames_as_types
from graph.grammar.bodies.places import countries, level_at, place_at, provinces
from graph.grammar.names.names import (
    RUN,
    TOWN_ENDS,
    foreign,
    highland,
    run_at,
    stands_alone,
    strong_surnames,
    surnames,
)


@dataclass(slots=True)
class Body:
    """A body's name in the text.

    `tail`: how its kind of name goes on. `name_at`: where a person's name begins right after it, or
    None. `first`: its type word, folded and in lower case ("ubnd"), "" for a bare place or brand.
    `generic`: the words name no single body ("Công an các cấp").
    """

    start: int
    end: int
    tail: str
    first: str
    name_at: int | None = None
    generic: bool = False


def body_at(folded: str, lowered: str, at: int, word: str | None = None, known: Collection[str] = ()) -> Body | None:
    """Read the name of a body that begins at `at`.

    Args:
        folded: the report's text (see `Document`).
        lowered: the same in lower case.
        at: where its first word begins.
        word: the type word that a post's head has swallowed already ("Trưởng Ban" + "Dân vận").
        known: full names (folded) of persons seen elsewhere in the report.

    Returns:
        The body, or None if nothing that can be a body begins there.
    """
    rest = next((r for r in longer_types().get(word, ()) if whole(lowered, at, r)), None) if word else None
    whole_kind = rest or word == "ban chỉ đạo"  # "Trưởng BCĐ Trung ương về …"
    state = STATE.match(folded, at) if word is None and folded[at : at + 1] in ("b", "h", "t") else None
    if state:
        return _state(folded, lowered, at, state.end(), known)
    match = None if whole_kind or word == "bộ" and FIELDS.match(lowered, at) else kind_at(folded, lowered, at)
    if match and (word is None or match[0].split(" ")[0] == word.split(" ")[0] or folded[at].isupper()):
        if match[0] in surnames_as_types() and person_at(folded, lowered, at):
            return None
        tail, eponym = body_types()[match[0]]
        first, begin = match[0], match.end()
    elif word is not None:
        first, begin = word, at
        tail, eponym = body_types().get(word, ("open", False))
        if rest is not None:
            first, begin = f"{word} {rest}", at + len(rest)
            tail, eponym = body_types()[first]
        elif not remainder(folded, lowered, at, tail):
            return None
    else:
        return _bare(folded, lowered, at, known)
    end, name_at = name_end(folded, lowered, begin, tail, eponym, known, glued=begin == at, rank=RANK_OF.get(first, 4))
    if begin == at and end <= at:
        return None
    if name_at is not None and end == begin and first in _FIRMS and name_at == end + 1:
        end, name_at = _brand(folded, end, name_at, known)
    if name_at is None:
        end, name_at = _parents(folded, lowered, word if word in HAS_PARENT else first, end, known)
    away = first in ABROAD or first in COURTS and lowered.endswith(" cấp cao", begin, end)
    if name_at is None and (away or first == "phòng" and lowered.startswith(" thương mại", begin)):
        end, name_at = _abroad(folded, lowered, end, known, provinces())
    if (
        tail == "open"
        and begin > at
        and name_at is None
        and folded[at:end].islower()
        and not _SIGNS.search(folded, begin, end)
    ):
        end = begin  # "bệnh viện" + small letters only: no name
    if (
        begin < end
        and folded[begin + 1 : begin + 2].islower()
        and (kinds := OWN_KINDS.get(first))
        and not kinds.match(lowered, begin)
    ):
        end, name_at = begin, None  # "Giám đốc Bệnh viện đánh giá": the verb
    generic = bool(GENERIC.match(lowered, end) or GENERIC.match(lowered, begin) and tail == "place")
    return Body(at, end, tail, first, name_at, generic)


_FIRMS = frozenset(["công ty", "tập đoàn", "tổng công ty", "ngân hàng", "khách sạn", "nhà hàng", "hãng", "nhà máy"])


def _brand(folded: str, end: int, name_at: int, known: Collection[str]) -> tuple[int, int | None]:
    """Read two capitalised syllables right after "Công ty", that no usual surname begins, as the firm's name."""
    spans = run_at(folded, name_at)
    words = [folded[a:b] for a, b in spans]
    if len(words) != 2 or " ".join(words) in known:
        return end, name_at
    if words[0] in strong_surnames() and folded[spans[-1][1] : spans[-1][1] + 2] not in (" -", " (", ")"):
        return end, name_at
    return spans[-1][1], None


_REALMS = frozenset("cvlhđq")
_SIGNS = re.compile(r"[\d\"(]")


def _bare(folded: str, lowered: str, at: int, known: Collection[str]) -> Body | None:
    """Read a body that has no type word: a country, "tỉnh Quảng Nam", a brand, an acronym."""
    level = level_at(lowered, at)
    if level or place_at(folded, lowered, at):
        end, name_at = name_end(folded, lowered, at, "place", False, known, glued=True)
        if name_at is None and lowered[at:end] in {"việt nam", *countries()}:
            end, name_at = _abroad(folded, lowered, end, known, provinces())
        return Body(at, end, "place", "", name_at) if end > at else None
    realm = REALM.match(lowered, at) if lowered[at : at + 1] in _REALMS else None
    if realm and place_at(folded, lowered, realm.end()):  # "Đại sứ Cộng hòa Pháp tại Việt Nam"
        body = _bare(folded, lowered, realm.end(), known)
        return replace(body, start=at) if body else None
    if not folded[at : at + 1].isupper() or begins_other(lowered, at):
        return None
    words = [folded[a:b] for a, b in run_at(folded, at)]
    if (
        not words
        or highland(words[0])
        or (words[0] in surnames() or words[0] == "A")
        and len(words) > 1
        and words[-1] not in TOWN_ENDS
    ):
        return None
    if len(words) == 1 and not words[0].isupper() and not foreign(words[0]) and words[0].isalpha():
        return None  # "Bí thư Thăng"
    if len(words) == 3 and all(foreign(word) for word in words) and stands_alone(folded, words):
        return Body(at, at + len(words[0]), "place", "", at + len(words[0]) + 1)
    end, name_at = name_end(folded, lowered, at, "place", False, known, glued=True)
    if name_at is None and end > at and folded[at:end].isupper():
        end, name_at = _abroad(folded, lowered, end, known, frozenset())
    return Body(at, end, "place", "", name_at) if end > at else None


def _state(folded: str, lowered: str, at: int, begin: int, known: Collection[str]) -> Body | None:
    """Read "bang California", "hạt Orange": a listed one, or what is left when two words are kept for a name."""
    if place_at(folded, lowered, begin):
        body = _bare(folded, lowered, begin, known)
        return replace(body, start=at) if body else None
    spans = run_at(folded, begin)
    words = [folded[a:b] for a, b in spans]
    if not words or not all(map(str.isascii, words)):
        return None
    if len(words) < 3:
        return Body(at, spans[-1][1], "place", "")
    return Body(at, spans[-3][1], "place", "", spans[-2][0])


def _abroad(
    folded: str, lowered: str, end: int, known: Collection[str], towns: Collection[str]
) -> tuple[int, int | None]:
    """Take in the country, or one of `towns`, in which a mission or a firm sits ("tại Việt Nam")."""
    if not lowered.startswith(" tại ", end):
        return end, None
    at = end + 5
    level = level_at(lowered, at) if towns else None
    begin = level.end + (folded[level.end : level.end + 1] == " ") if level else at
    place = place_at(folded, lowered, begin) or (begin + 2 if VN.match(folded, begin) else None)
    if not place or not (lowered[begin:place] in countries() or lowered[begin:place] in {"việt nam", "vn", *towns}):
        return end, None
    return name_end(folded, lowered, at, "place", False, known, glued=True)


def _parents(folded: str, lowered: str, first: str | None, end: int, known: Collection[str]) -> tuple[int, int | None]:
    """Take in the bodies or places above this one, after a comma, a dash, or in parentheses."""
    if first not in HAS_PARENT:
        return end, None
    for _ in range(3):
        separator = PARENT_SEPARATOR.match(folded, end)
        if not separator:
            break
        at, bracket = separator.end(), separator[0].startswith(" (")
        level = level_at(lowered, at)
        kind = None if first in OF_PLACE else PARENT_TYPES.match(lowered, at)
        place = place_at(folded, lowered, at)
        upper = folded[at : at + 1].isupper()
        if level and not kind:
            after = level.end
            after += folded[after : after + 1] == " "
            if not (folded[after : after + 1].isupper() or folded[after : after + 1].isdigit()):
                break
            stop, name_at = name_end(folded, lowered, at, "place", False, known, glued=True)
            while bracket and folded.startswith(", ", stop) and level_at(lowered, stop + 2):
                stop, name_at = name_end(folded, lowered, stop + 2, "place", False, known, glued=True)
        elif bracket and kind and closed(folded, kind.end()):
            stop, name_at = closed(folded, kind.end()), None
        elif kind and (upper or folded[kind.end() + 1 : kind.end() + 2].isupper()) and not begins_other(lowered, at):
            tail, eponym = body_types().get(kind[0], ("open", False))
            stop, name_at = name_end(folded, lowered, kind.end(), tail, eponym, known)
        elif place and (bracket or first in OF_PLACE):
            stop, name_at = name_end(folded, lowered, at, "place", False, known, glued=True)
        elif bracket and upper and first in OF_PLACE:
            match = RUN.match(folded, at)
            stop, name_at = match.end() if match else at, None
        else:
            break
        if stop <= at:
            break
        if bracket:
            if folded[stop : stop + 1] != ")":
                break
            stop += 1
        elif name_at is None and not CLOSED.match(folded, stop) and not stop_pattern().match(lowered, stop + 1):
            break
        end = stop
        if name_at is not None:
            return end, name_at
    return end, None
