"""Names of bodies: from their first word to where the name ends, and where a person's name is glued on.

"Chủ tịch UBND tỉnh Quảng Nam" + a name has no comma between place and name; "Ban Chỉ đạo phòng, chống
lụt, bão và …" has commas inside. What ends a name is decided by the kind of body
(`vpg:tail` of `body-type`) and by what the next word starts: a verb, a post, a rank, a person, a parent body.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from graph.grammar.body_joints import after_number, closed, leveled, over_comma, over_dash, own_run
from graph.grammar.body_starts import kind_at, remainder, whole
from graph.grammar.body_stops import GATHERINGS, NO_PART, OWN_KINDS, stop_pattern
from graph.grammar.body_words import (
    ABROAD,
    ACRONYM,
    CAPITAL_WORDS,
    CLOSED,
    DAY_NAME,
    FIELDS,
    GENERIC,
    HAS_PARENT,
    HOUSES,
    IN_BRACKETS,
    LANDS,
    LINK_ENDS,
    LINKS,
    NUMBER,
    OF,
    OF_PLACE,
    OF_RULER,
    PARENT_SEPARATOR,
    PARENT_TYPES,
    PLACE_WORDS,
    RANK_OF,
    REALM,
    SIR,
    SMALL_LEVEL,
    TERM,
    VN,
    WARD,
    WORD,
    body_types,
    longer_types,
)
from graph.grammar.glued import all_foreign, begins_other, capitals, foreigner, person_at, surnames_as_types
from graph.grammar.names import RUN, TOWN_ENDS, foreign, highland, run_at, spelled_end, stands_alone, surnames
from graph.grammar.normal import UPPER
from graph.grammar.places import countries, level_at, place_at, provinces

_MOST_WORDS = 26


class Body(NamedTuple):
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
    match = None if rest or word == "bộ" and FIELDS.match(lowered, at) else kind_at(folded, lowered, at)
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
    end, name_at = _tail(folded, lowered, begin, tail, eponym, known, glued=begin == at, rank=RANK_OF.get(first, 4))
    if begin == at and end <= at:
        return None
    if name_at is None:
        end, name_at = _parents(folded, lowered, word if word in HAS_PARENT else first, end, known)
    if name_at is None and first in ABROAD:
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
        and folded[begin + 1].islower()
        and (kinds := OWN_KINDS.get(first))
        and not kinds.match(lowered, begin)
    ):
        end, name_at = begin, None  # "Giám đốc Bệnh viện đánh giá": the verb
    generic = bool(GENERIC.match(lowered, end) or GENERIC.match(lowered, begin) and tail == "place")
    return Body(at, end, tail, first, name_at, generic)


# What may follow a province inside a name that is open to any words.
_AFTER_PLACE = re.compile(rf" (?:và|của|về|-) | \(| (?:[{UPPER}\"\d])")
_SIGNS = re.compile(r"[\d\"(]")


def _bare(folded: str, lowered: str, at: int, known: Collection[str]) -> Body | None:
    """Read a body that has no type word: a country, "tỉnh Quảng Nam", a brand, an acronym."""
    level = level_at(lowered, at)
    if level or place_at(folded, lowered, at):
        end, name_at = _tail(folded, lowered, at, "place", False, known, glued=True)
        if name_at is None and lowered[at:end] in {"việt nam", *countries()}:
            end, name_at = _abroad(folded, lowered, end, known, provinces())
        return Body(at, end, "place", "", name_at) if end > at else None
    if not folded[at : at + 1].isupper() or begins_other(lowered, at):
        return None
    realm = REALM.match(lowered, at)
    if realm and place_at(folded, lowered, realm.end()):  # "Đại sứ Cộng hòa Pháp tại Việt Nam"
        body = _bare(folded, lowered, realm.end(), known)
        return body._replace(start=at) if body else None
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
    end, name_at = _tail(folded, lowered, at, "place", False, known, glued=True)
    if name_at is None and end > at and folded[at:end].isupper():
        end, name_at = _abroad(folded, lowered, end, known, frozenset())
    return Body(at, end, "place", "", name_at) if end > at else None


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
    return _tail(folded, lowered, at, "place", False, known, glued=True)


def _tail(
    folded: str,
    lowered: str,
    pos: int,
    tail: str,
    eponym: bool,
    known: Collection[str],
    glued: bool = False,
    rank: int = 4,
) -> tuple[int, int | None]:
    """Walk on from `pos` to the end of a body's name; return that end and where a glued name begins."""
    begin, small, placed, strict, stop = pos, 0, eponym, rank, stop_pattern()
    fielded = False  # after a field of government a foreign name is a person's
    land = begin if lowered.endswith(LANDS, 0, begin) else -1  # where a country's name ended
    fresh = True  # nothing but the type word has been read
    while True:
        bracket = IN_BRACKETS.match(folded, pos) if folded.startswith(" (", pos) else None
        if bracket:
            pos = bracket.end()
        if glued and pos == begin:
            at = pos
        elif folded[pos : pos + 1] == " ":
            at = pos + 1
        elif placed and pos > begin and folded[pos - 1] == "." and folded[pos : pos + 1].isupper():
            at = pos  # "Q.Tân Phú"
        elif folded.startswith(", ", pos) and over_comma(folded, lowered, pos, tail, begin):
            at = pos + 2
        else:
            break
        ch = folded[at : at + 1]
        if not ch:
            break
        if ch == "-":
            after = over_dash(folded, lowered, at, tail)
            if after is None:
                break
            pos, placed = after, False
            continue
        if ch == "&" and not fresh:
            pos = at + 1
            continue
        if ch == '"':
            close = folded.find('"', at + 1, at + 160)
            if close < 0 or tail == "place" or "\n" in folded[at:close]:
                break
            pos, placed, fresh = close + 1, False, False
            continue
        if ch.isdigit() or lowered.startswith("số ", at) and lowered[at + 3 : at + 4].isdigit():
            number = eponym and DAY_NAME.match(lowered, at) or NUMBER.match(lowered, at)
            if not number or tail == "field":
                break
            pos, placed, fresh = number.end(), False, False
            person = (
                after_number(folded, lowered, pos + 1) if tail == "place" and folded[pos : pos + 1] == " " else None
            )
            if person:
                return pos, person
            continue
        if fresh and tail != "place":
            field = FIELDS.match(lowered, at)
            if field:
                pos, fresh = field.end(), False
                tail = "place" if tail == "field" else tail
                fielded = True
                continue
        term = TERM.match(lowered, at) if lowered[at] in "kn, " else None
        if term:
            pos, placed = term.end(), False
            continue
        dotted = ch.isupper() and folded[at + 1 : at + 2] == "."
        if dotted and (land == pos or not WARD.match(folded, at)) and spelled_end(folded, at):
            return pos, at
        if fielded and ch.isupper() and all_foreign(folded, at):
            return pos, at
        kind = kind_at(folded, lowered, at)
        if land == pos and not kind and foreigner(folded, lowered, at):
            return pos, at
        level = None if kind and ch.isupper() else level_at(lowered, at)
        if level and (
            level.rank < 3 or ch.isupper() or SMALL_LEVEL.match(lowered, at) and leveled(folded, lowered, at, level.end)
        ):
            pos, placed, fresh, strict = level.end, True, False, level.rank
            joined = place_at(folded, lowered, pos)
            if joined:
                pos, placed = joined, False
            continue
        words = PLACE_WORDS.match(lowered, at) if tail in ("place", "field") and not placed else None
        if words and (not ch.isupper() or words[0] in CAPITAL_WORDS) and (not kind or words[0] == "chi nhánh"):
            pos, fresh = words.end(), False
            continue
        if ch.isupper():
            sir = lowered.endswith(" và", begin, pos) and SIR.match(folded, at)
            if sir or lowered.startswith(NO_PART, at) or tail == "place" and lowered.startswith(GATHERINGS, at):
                break
            if kind and kind[0] in HOUSES and lowered.endswith(" và", begin, pos):
                break  # "Trường Đại học A và Viện B": two
            if kind and (
                kind[0] not in surnames_as_types()
                or lowered.endswith("trung ương ", 0, at)
                or not person_at(folded, lowered, at)
            ):
                kept = tail
                tail, eponym = body_types()[kind[0]]
                tail = "long" if kept == "long" else tail
                pos, placed, fresh, begin, glued = kind.end(), eponym, True, kind.end(), False
                strict = RANK_OF.get(kind[0], 4)
                land = pos if kind[0] in LANDS else land
                continue
            if begins_other(lowered, at):
                break
            acronym = ACRONYM.match(folded, at)
            if acronym and (not placed or eponym):
                pos, placed, fresh = acronym.end(), False, False
                continue
            own = own_run(folded, lowered, at)
            if own:
                pos, placed, fresh = own, False, False
                continue
            end, name_at = capitals(folded, lowered, at, strict if placed else 0, known, tail in ("place", "field"))
            if name_at is not None:
                joint = LINKS.search(folded, begin, pos) if end <= at else None
                return (joint.start(), None) if joint else ((end if end > at else pos), name_at)
            pos, placed, fresh = end, False, False
            land = pos if tail in ("place", "field") and lowered[at:end] in countries() else land
            if tail == "open" and lowered[at:end] in provinces() and not _AFTER_PLACE.match(folded, end):
                break
            continue
        if not ch.isalpha() or stop.match(lowered, at) or begins_other(lowered, at):
            break
        if kind and (
            folded[kind.end() + 1 : kind.end() + 2].isupper()
            or body_types()[kind[0]][0] == "place"
            and len(kind[0]) > 5
        ):
            kept = tail
            tail, eponym = body_types()[kind[0]]
            tail = "long" if kept == "long" else tail
            pos, placed, fresh, begin, glued = kind.end(), eponym, True, kind.end(), False
            strict = RANK_OF.get(kind[0], 4)
            continue
        ruler = OF_RULER.match(lowered, at) if tail in ("open", "long") else None
        if ruler:
            return ruler.end(), None
        of = OF.match(folded, at)
        if of:
            pos, placed, fresh = of.end() - 1, False, False
            continue
        if tail in ("place", "field"):
            break
        word = WORD.match(folded, at)
        small += 1
        if not word or small > _MOST_WORDS:
            break
        pos, placed, fresh = word.end(), False, False
    links = LINKS.search(folded, begin, pos) if folded.endswith(LINK_ENDS, begin, pos) else None
    return (links.start() if links else pos), None


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
            stop, name_at = _tail(folded, lowered, at, "place", False, known, glued=True)
            while bracket and folded.startswith(", ", stop) and level_at(lowered, stop + 2):
                stop, name_at = _tail(folded, lowered, stop + 2, "place", False, known, glued=True)
        elif bracket and kind and closed(folded, kind.end()):
            stop, name_at = closed(folded, kind.end()), None
        elif kind and (upper or folded[kind.end() + 1 : kind.end() + 2].isupper()) and not begins_other(lowered, at):
            tail, eponym = body_types().get(kind[0], ("open", False))
            stop, name_at = _tail(folded, lowered, kind.end(), tail, eponym, known)
        elif place and (bracket or first in OF_PLACE):
            stop, name_at = _tail(folded, lowered, at, "place", False, known, glued=True)
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
