"""Where a body's name ends and a person begins: names glued on, and phrases that begin inside a run of capitals."""

import re
from collections.abc import Collection
from functools import cache

from graph.grammar.bodies.body_words import FIELDS, NEVER_NAMES, body_openings, body_pattern, body_types
from graph.grammar.bodies.places import OCEANS, countries, level_at, place_at
from graph.grammar.names.names import (
    MIDDLES,
    RUN,
    foreign,
    highland,
    medical,
    name_starts,
    plausible,
    run_at,
    strong_surnames,
    surnames,
)
from graph.grammar.names.post_heads import head_pattern
from graph.grammar.names.ranks import rank_labels, rank_pattern
from graph.grammar.text.cues import key, words_pattern
from ontology.vocabulary import scheme


@cache
def starters() -> frozenset[str]:
    """First words of posts, ranks, honorifics: what may begin something else inside a run of capitals."""
    forms = [*rank_labels()]
    for name in ("post-head", "honorific"):
        forms += [key(form) for concept in scheme(name) for form in concept.forms]
    more = {"nguyên", "phó", "các", "cựu", "cố", "từng", "quyền", "tân", "tạm", "q"}
    return frozenset(re.split(r"[ .]", form, maxsplit=1)[0] for form in forms) | more


def may_begin(lowered: str, at: int) -> bool:
    """Say, by the first word alone, whether a post, rank or honorific may begin at `at`."""
    end = lowered.find(" ", at)
    word = lowered[at:end] if end >= 0 else lowered[at:]
    if word.isalpha() and lowered[at - 1 : at] in " ":  # nearly always: no pattern need be asked
        return word in starters()
    return _starter().match(lowered, at) is not None


@cache
def _starter() -> re.Pattern[str]:
    return re.compile(words_pattern(starters()).pattern + "(?!/)")


_ADDRESS = re.compile(r"(?:đồng chí|đ/c|gs|pgs|ts|ths|tskh|giáo sư|phó giáo sư|tiến sĩ)(?!\w)")


# "Hội đồng Thẩm phán TAND tối cao", "Hội đồng Giáo sư Nhà nước": here they are no degree or office of a person.
# So are "Ban Công tác đại biểu" and "Văn phòng Đoàn đại biểu".
_COUNCILS = ("hội đồng ", "chức danh ", "công tác ")
_COUNCIL = re.compile(
    r"đại biểu(?!\w)|(?:thẩm phán|giáo sư|gs)(?=,? (?:nhà nước|ngành|cơ sở|liên ngành|tand|tòa án)(?!\w)|[,.;)]|$)"
)


def begins_other(lowered: str, at: int) -> bool:
    """Say whether a post, rank or honorific begins at `at`: by the first word, then by the full patterns."""
    if not may_begin(lowered, at) or (_COUNCIL.match(lowered, at) and lowered.endswith(_COUNCILS, 0, at)):
        return False
    return bool(rank_pattern().match(lowered, at) or head_pattern().match(lowered, at) or _ADDRESS.match(lowered, at))


@cache
def surnames_as_types() -> frozenset[str]:
    """First words of bodies that are surnames too ("Đoàn")."""
    return frozenset(s.lower() for s in surnames()) & frozenset(body_types())


# Surnames that are much more often the first word of a body ("Báo Lao Động").
MEDIA = frozenset({"Báo", "Đài", "Ban", "Viện"})


def person_at(folded: str, lowered: str, at: int) -> bool:
    """Is the run at `at` a name of three or four syllables, not an acronym, none of them opening a body?"""
    words = [folded[a:b] for a, b in run_at(folded, at)]
    if not 3 <= len(words) <= 4 or any(len(w) > 2 and w.isupper() for w in words):
        return False
    land = place_at(folded, lowered, at + len(words[0]) + 1)
    if land and lowered[at + len(words[0]) + 1 : land] in {"việt nam", *countries()}:
        return False
    if medical(words, 0, school=True):
        return False
    return words[0] in surnames() and words[0] not in MEDIA and lowered[at : at + 15] != "đoàn thanh niên"


def capitals(
    folded: str, lowered: str, at: int, rank: int, known: Collection[str], state: bool = True
) -> tuple[int, int | None]:
    """Read a run of capitalised syllables inside a name: how far it belongs to it, where a person begins.

    `rank`: 0, or the rank of the level word before it. Provinces are all known, so that after "tỉnh" a run
    that is none of them names a person ("Phó Chủ tịch UBND tỉnh" + name); districts are rarely named after
    people, communes, schools and villages often. `state`: a country may come first, and then a name of
    one foreign word ("Tổng thống Mỹ Obama").
    """
    spans = run_at(folded, at)
    if not spans:
        match = RUN.match(folded, at)
        return at + (len(match[0].split(" ")[0]) if match else 1), None
    place_end = place_at(folded, lowered, at)
    if place_end and folded.startswith(OCEANS, place_end + 1):
        place_end = place_at(folded, lowered, place_end + 1)
    for i, (start, _) in enumerate(spans[1:], 1):
        if place_end and start < place_end:
            continue
        kind = body_pattern().match(lowered, start) if body_openings().may(lowered, start) else None
        if kind and i == 1 and kind[0] in NEVER_NAMES and kind.end() == spans[i][1] and _middle(folded, lowered, spans):
            continue
        if (
            (
                kind
                and (
                    kind.end() > spans[i][1] or kind[0] in NEVER_NAMES or i == 1 and kind[0] not in surnames_as_types()
                )
            )
            or level_at(lowered, start)
            or begins_other(lowered, start)
        ):
            spans = spans[:i]
            break
    words = [folded[a:b] for a, b in spans]
    if rank and place_end and lowered[at:place_end] in countries():
        place_end = None  # "phường Đức Xuân" is not in Germany
    if place_end == spans[0][1] and _district(words):
        place_end = None
    covered = sum(1 for _, b in spans if b <= place_end) if place_end else 0
    if rank and len(words) == 1 and words[0] in known and highland(words[0]):
        return at, at  # "Bí thư Huyện ủy K'Minh"
    if rank and len(words) == 4 and words[2] in MIDDLES and words[1] not in surnames():
        return at, at  # a family name of two syllables: "Chủ tịch UBND phường Bo Bo Thị Yên"
    abroad = _strangers(words, 1) if rank else None
    if (
        rank
        and 3 <= len(words) <= 4
        and not place_end
        and all(map(foreign, words))
        and not any(map(str.isupper, words))
    ):
        abroad = len(words) - 2  # "tỉnh Gunma" + name
    if abroad:
        return spans[abroad - 1][1], spans[abroad][0]
    if rank and not covered and plausible(words) and _personal(words, rank):
        return at, at
    begin = name_starts(words, covered, rank > 0 and not covered, known)
    if begin is None and len(words) - max(covered, 1) >= 2:
        begin = _strangers(words, max(covered, 1))
    if begin is None and covered and 2 <= len(words) - covered <= 5 and not any(w.isupper() for w in words[covered:]):
        begin = covered
    if begin is None and state and covered == len(words) - 1 and lowered[at:place_end] in countries():
        begin = covered
    if begin is None:
        return max(spans[-1][1], place_end or 0), None
    return (spans[begin - 1][1] if begin else at), spans[begin][0]


def _district(words: list[str]) -> bool:
    """Does a syllable that is a country's name too begin a district's, with a name behind it ("Nga Sơn" + name)?"""
    native = len(words) >= 4 and not foreign(words[1]) and words[1] not in strong_surnames()
    return native and words[2] in strong_surnames() and plausible(words[2:])


def foreigner(folded: str, lowered: str, at: int) -> bool:
    """After a country: does the run of capitals at `at` name a person, whatever its first word?"""
    words = [folded[a:b] for a, b in run_at(folded, at)]
    if not words or place_at(folded, lowered, at) or level_at(lowered, at) or begins_other(lowered, at):
        return False
    return not any(word.isupper() for word in words) and (len(words) > 1 or foreign(words[0]))


def all_foreign(folded: str, at: int) -> bool:
    """Is the run at `at` two to four words, none of them Vietnamese nor a country ("Bộ trưởng Nội vụ" + name)?"""
    words = [folded[a:b] for a, b in run_at(folded, at)] if folded[at : at + 1].isupper() else []
    if not 2 <= len(words) <= 4 or not all(map(foreign, words)) or any(word.isupper() for word in words):
        return False
    return not " ".join(words).lower().startswith(tuple(countries()))


def stranger(folded: str, lowered: str, at: int) -> bool:
    """Is the run at `at` two to four words, none with a letter or a surname of Vietnam, and one of them foreign?"""
    words = [folded[a:b] for a, b in run_at(folded, at)] if folded[at : at + 1].isupper() else []
    if not 2 <= len(words) <= 4 or words[0] in surnames() or any(word.isupper() for word in words):
        return False
    plain = all(map(str.isascii, words)) and any(map(foreign, words))
    return (plain or all(map(foreign, words))) and not place_at(folded, lowered, at)


def _strangers(words: list[str], lowest: int) -> int | None:
    """Where, after Vietnamese words, two or three foreign ones name a person ("châu Á Hideo Sakai")."""
    for start in (len(words) - 3, len(words) - 2):
        if start >= lowest and all(map(foreign, words[start:])) and not any(map(foreign, words[:start])):
            return start
    return None


def _middle(folded: str, lowered: str, spans: list[tuple[int, int]]) -> bool:
    """Is the second syllable a part of a name, though it is a kind of body too ("Lê Bộ Lĩnh", "Hà Ban")?"""
    if folded[slice(*spans[0])] not in strong_surnames() or not 2 <= len(spans) <= 3:
        return False
    if len(spans) == 2:
        return not folded[spans[1][1] : spans[1][1] + 2].strip(" ").isalpha()
    return not FIELDS.match(lowered, spans[2][0])


def _personal(words: list[str], rank: int) -> bool:
    """After a level word: is this a person's name and no place's?"""
    if words[0] in ("Y", "H") and len(words) == 3:
        return rank < 4 or not medical(words, 0, school=True)  # "xã Y Thịnh Byă", but "Đại học Y Khoa Vinh"
    if rank == 1 and len(words) == 5 and words[1] not in MIDDLES and words[2] in strong_surnames():
        return False  # "TP Hạ Long" + name
    if rank == 1 or rank < 4 and words[1] in MIDDLES:
        return rank == 1 or 2 < len(words) < 5
    if rank > 2 and len(words) == 4:
        # Few communes have a name of four syllables; "phường Trần Phú" + name has a second surname.
        return words[0] in strong_surnames() and words[2] not in strong_surnames()
    return rank == 2 and 3 <= len(words) <= 4 and words[0] in strong_surnames()
