"""Names of persons: runs of capitalised syllables, and where in a run a name begins.

A name is told by its shape: what stands before it (honorific, rank, post), the surname it begins with,
and the capitals. No list of persons is used. Rules of length: of 201,481 titled names in news text
69 % have three syllables, 25 % two, 6 % four, under 1 % five.
"""

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from graph.grammar.text.codes import codes_of, table
from graph.grammar.text.cues import key
from graph.grammar.text.normal import UPPER, fold
from graph.grammar.text.word_lists import word_list
from ontology.vocabulary import scheme

# Possessive: what a syllable has taken it never gives back, as nothing else could begin there.
SYLLABLE = rf"(?:Dato'(?= S)|[{UPPER}]\w*+(?:['-]\w++)*+)"
RUN = re.compile(rf"{SYLLABLE}(?: {SYLLABLE})*+")
LONGEST = 6
# Common nouns whose first syllable may stand last in a run of capitals ("Đoàn Thanh" + "niên").
_COMPOUNDS = frozenset(
    [
        "thanh niên",
        "nông dân",
        "nhân dân",
        "phụ nữ",
        "quốc hội",
        "quốc gia",
        "quốc phòng",
        "chính trị",
        "chính phủ",
        "trung ương",
        "kinh tế",
        "an ninh",
        "nhà báo",
        "nhà nước",
        "công nghệ",
        "nông thôn",
        "tôn giáo",
        "cộng sản",
        "công đoàn",
        "công an",
        "đối ngoại",
        "dân vận",
        "tuyên giáo",
        "thanh tra",
        "nội chính",
        "công thương",
        "công nghiệp",
        "giáo dục",
        "khoa học",
        "văn hóa",
        "văn học",
        "thể thao",
        "du lịch",
        "lao động",
        "cựu chiến",
        "tư pháp",
        "tài chính",
        "xây dựng",
        "giao thông",
        "tài nguyên",
        "môi trường",
        "truyền thông",
        "đầu tư",
        "nông nghiệp",
        "dân tộc",
        "điện lực",
        "dầu khí",
        "hàng không",
        "hàng hải",
        "biên phòng",
        "quân sự",
        "quân đội",
        "cảnh sát",
        "phòng cháy",
        "dân sự",
        "hình sự",
        "tổ quốc",
        "mặt trận",
        "thành ủy",
        "tỉnh ủy",
        "huyện ủy",
        "quận ủy",
        "đảng ủy",
        "quân ủy",
        "thị ủy",
        "giám mục",
        "trung tâm",
        "thương mại",
        "thương binh",
        "xã hội",
        "đại học",
        "học viện",
        "cao đẳng",
        "bách khoa",
        "luật gia",
        "luật sư",
        "đại lễ",
        "đại hội",
        "hội nghị",
        "hội thi",
        "hội thảo",
    ]
)
_NEXT = re.compile(r" ([^\W\d_]+)")


@cache
def surnames() -> frozenset[str]:
    """The surnames of the scheme, folded, as written (capitalised)."""
    return frozenset(fold(s) for concept in scheme("surname") for s in concept.alt_labels)


@cache
def namesakes() -> frozenset[str]:
    """Names of people that places and schools bear, in lower case: nobody who is there."""
    return frozenset(fold(form).lower() for concept in scheme("namesake") for form in concept.forms)


@cache
def strong_surnames() -> frozenset[str]:
    """Surnames that by themselves say, after a place or body, that a name begins."""
    return frozenset(fold(s) for c in scheme("surname") if "weak" not in c.extra for s in c.alt_labels)


@cache
def rare_surnames() -> frozenset[str]:
    """Surnames that are mostly other parts of names."""
    return frozenset(fold(s) for c in scheme("surname") if c.id == "rare" for s in c.alt_labels) - strong_surnames()


MIDDLES = frozenset({"Thị", "Văn"})
# No syllable is as long as 40 characters; the bound keeps a text without spaces linear.
_RUNS = re.compile(rf"[{UPPER}][\w'-]{{0,40}}+(?: [{UPPER}][\w'-]{{0,40}}+)++")
# The same in a text that has "A" for each capital and "a" for whatever else may stand in a syllable.
_SHAPES = table(lambda c: "A" if c in UPPER else "a" if c.isalnum() or c in "_'-" else " " if c == " " else ".")
_RUNS_OF_SHAPES = re.compile(rb"A[Aa]{0,40}+(?: A[Aa]{0,40}+)++")


# What stands before and after "Văn" and "Thị" in other words ("Đô Thị", "Nhân Văn", "Văn Phòng").
_NOT_BEFORE = frozenset(
    ["siêu", "đô", "chỉ", "hiển", "thành", "cận", "tiếp", "cáo", "nhân", "ngữ", "luận", "công", "bài", "hội", "ban"]
    + ["báo", "sở", "bộ", "viện", "tạp", "nhà", "thiên", "và", "tại", "theo", "anh", "chị", "bà", "ông", "cô", "thầy"]
    + ["em", "cậu", "là", "phố", "đường", "trường", "quốc", "áo", "tên", "họ"]
)
_NOT_AFTER = frozenset(
    ["hóa", "hoá", "nghệ", "phòng", "học", "minh", "bản", "hiến", "công", "xã", "trấn", "ủy", "uỷ", "sĩ", "sỹ", "lang"]
    + ["khoa", "nghị", "miếu", "chính", "giang", "quán", "trường"]
)


def _middled(words: Sequence[str]) -> bool:
    """Does "Văn" or "Thị" after any first syllable make a name ("Leo Văn Cảnh")?"""
    if len(words) != 3 or words[1] not in MIDDLES or len(words[0]) > 6 or len(words[0]) == 1 or words[0].isupper():
        return False
    return words[0].lower() not in _NOT_BEFORE and words[2].lower() not in _NOT_AFTER


def name_runs(folded: str) -> list[tuple[int, str]]:
    """Find what looks like a full name: two to five capitalised syllables, a surname first; (offset, words)."""
    found = []
    first = surnames()
    for match in _RUNS_OF_SHAPES.finditer(codes_of(folded).translate(_SHAPES)):
        at = match.start()
        run = folded[at : match.end()]
        words = run.split(" ")
        if first.isdisjoint(words) and "'" not in run:
            continue
        for i, word in enumerate(words[:-1]):
            family = word in first or "'" in word and _family(word) or _middled(words[i : i + 3])
            if family and (i or not folded[at - 1 : at].isalnum()):
                found.append((at, " ".join(words[i : i + 5])))
                break
            at += len(word) + 1
    return found


_KOREAN = frozenset(["Kim", "Moon", "Ri", "Park", "Lee", "Choe", "Hwang", "Ban", "Roh", "Jang", "Hyon", "Kang", "Hun"])
_VIETNAMESE = re.compile("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_PARTICLE = re.compile(
    rf"(?: (?:al|el|bin|ibn|bint|abu|ben|van|von|der|den|de|da|dos|del|di|du)(?= - | [{UPPER}])(?: -)?)+ {SYLLABLE}"
    rf"(?: {SYLLABLE}){{0,2}}"
)
_PARTED = re.compile(rf" - (?:(?P<small>[a-z]{{2,4}})(?!\w)|(?P<more>{SYLLABLE}(?: {SYLLABLE}){{0,2}}))")


def parted_end(folded: str, spans: list[tuple[int, int]]) -> int | None:
    """Return where a foreign name that is written with a spaced hyphen ends ("Kim Jong - un"), or None."""
    first = folded[slice(*spans[0])]
    particle = _PARTICLE.match(folded, spans[-1][1])
    if particle and not _VIETNAMESE.search(folded, spans[0][0], particle.end()):
        return particle.end()
    match = _PARTED.match(folded, spans[-1][1])
    if not match:
        return None
    if match["small"]:
        return match.end() if first in _KOREAN and len(spans) == 2 else None
    western = len(spans) == 1 and first not in surnames() and not _VIETNAMESE.search(first + match["more"])
    return match.end() if western else None


# A name written by its sounds: "X. Ma-ri-nô", "C.Sa - oai", "Cát - chen - cô".
_SMALL = rf"[^\W\d_{UPPER}]"
_SOUNDS = rf"[{UPPER}]{_SMALL}*(?:(?:-[^\W\d_]+)+|(?: - {_SMALL}{{1,6}}(?!\w))*)"
_SPELLED = re.compile(rf"(?P<initial>(?:[{UPPER}]\.(?: |(?=[{UPPER}])))*)(?P<name>{_SOUNDS}(?: {_SOUNDS}){{0,3}})")


def spelled_end(folded: str, at: int) -> int | None:
    """Return where a foreign name ends that has an initial or is written by its sounds with hyphens, or None."""
    if folded[at + 1 : at + 2] != "." and folded.find(" - ", at, at + 24) < 0:
        return None
    match = _SPELLED.match(folded, at)
    if not match:
        return None
    name, initial = match["name"], match["initial"]
    if not initial:
        spelled = name.count(" - ") > 1 and name.split(" ")[0] not in surnames()
        return match.end() if spelled else None
    if "-" in name:
        return match.end()
    if initial.count(".") > 1 and len(name) > 1:
        return match.end()
    if len(name) < 3 or _VIETNAMESE.search(name) or initial[-1] == " " and not foreign(name.split(" ")[-1]):
        return None
    return match.end()


# Two groups of vowels, or letters and endings that no Vietnamese syllable has (tones taken off).
_FOREIGN = re.compile(r"(?i)[fjwz-]|[aeiouy]+[^aeiouy\W]+[aeiouy]|(?<!n)g$|[bdklqrsvx]$|(?<![cn])h$|mp$")


@lru_cache(maxsize=16_384)
def foreign(word: str) -> bool:
    """Is this no Vietnamese syllable? Remembered, for names share a few hundred."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return len(plain) > 2 and bool(_FOREIGN.search(plain))


def stands_alone(folded: str, words: list[str]) -> bool:
    """Does the first of three foreign words stand elsewhere without the others, as "Interpol" does?"""
    return bool(re.search(rf"(?<!ông )(?<!bà )(?<!\w){re.escape(words[0])}(?!\w)(?! {re.escape(words[1])})", folded))


def starts_name(folded: str, at: int) -> bool:
    """Does a run of two or more capitalised syllables with a surname first stand at `at`?"""
    match = _RUNS.match(folded, at)
    return bool(match and _family(match[0].split(" ", 1)[0]))


_LONGEST_RUN = 400


def run_at(folded: str, at: int) -> list[tuple[int, int]]:
    """Return the spans of the capitalised syllables that follow each other from `at` on.

    A last syllable that makes a common noun with the word in small letters after it ("Thanh niên") is
    left out. No more of it is read than any name or headline has.
    """
    match = RUN.match(folded, at, at + _LONGEST_RUN)
    if not match:
        return []
    spans, start, run_end = [], at, match.end()
    while (end := folded.find(" ", start, run_end)) >= 0:
        spans.append((start, end))
        start = end + 1
    if run_end == at + _LONGEST_RUN:
        return spans
    following = _NEXT.match(folded, run_end) if folded[run_end : run_end + 1] == " " else None
    if not following or f"{folded[start:run_end].lower()} {following[1]}" not in _COMPOUNDS:
        spans.append((start, run_end))
    return spans


def name_starts(words: Sequence[str], lowest: int, placed: bool, known: Collection[str]) -> int | None:
    """Say at which word of a capitalised run a person's name begins, or None.

    `words`: folded. `lowest`: words before it belong to a body or place. `placed`: a place must come
    first, whose length is not known ("huyện" + run): the split with the likelier lengths wins. `known`:
    full names (folded) seen elsewhere in the report.
    """
    count = len(words)
    best, best_score = None, 0
    for start in range(lowest, count - 1):
        rest = count - start
        if rest > LONGEST:
            continue
        name = " ".join(words[start:])
        if name in known:
            return start
        first = words[start]
        family = _family(first) and not medical(words, start, school=start == 0) or _middled(words[start : start + 3])
        if placed and start == lowest or not family or name.lower() in namesakes():
            continue
        if any(len(w) > 2 and w.isupper() for w in words[start:]):
            continue
        strong = first in strong_surnames()
        if not placed:
            if strong or start in (0, lowest):
                return _later(words, start) if rest > 4 else start
            continue
        if rest == 2 and start - lowest == 1:
            continue
        score = {3: 4, 4: 3, 2: 1}.get(rest, 0) + {2: 3, 3: 1, 1: 1}.get(start - lowest, 0)
        score += strong + 2 * (words[start + 1] in MIDDLES) - 4 * (first in rare_surnames())
        if score > best_score:
            best, best_score = start, score
    return best


def _later(words: Sequence[str], start: int) -> int:
    """In a run too long for one name ("Mang Thít Phan Thị Bé Tư"): where a likelier one begins, else `start`."""
    for later in range(start + 1, len(words) - 2):
        if words[later] in strong_surnames() and (words[later + 1] in MIDDLES or words[start] not in strong_surnames()):
            return later
    return start


def medical(words: Sequence[str], at: int, school: bool = False) -> bool:
    """Is "Y" here no name but medicine ("Y Dược", "Y tế"; in the name of a school or clinic "Y Khoa", "Y Học" too)?"""
    if words[at] != "Y" or len(words) <= at + 1:
        return False
    return words[at + 1].lower() in (("dược", "tế", "khoa", "học") if school else ("dược", "tế"))


def _family(word: str) -> bool:
    """Can a full name begin with this word? A surname, or a sign of the highland peoples ("H'Wê", "K'Brêu")."""
    return word in surnames() or word.startswith(("H'", "K'")) and len(word) > 2


def highland(word: str) -> bool:
    """Is this one word a whole name of the highland peoples ("K'Brêu", "H'Wê")?"""
    return word.startswith(("H'", "K'")) and len(word) > 3


# One letter for a name that is not told ("cô Lê Thị H."), or of a district ("Châu Thành A"); "Y" and "Ý" are names.
INITIALS = frozenset("ABCDEFGHKLMNPQRSTVX")
# Last syllables of cities that no person is named.
TOWN_ENDS = frozenset(word.title() for word in word_list("name-limit", "town-end"))


def plausible(words: Sequence[str]) -> bool:
    """Can these words be a full name? Two to six syllables, a surname first, none of it an acronym."""
    if not 2 <= len(words) <= LONGEST or " ".join(words).lower() in namesakes():
        return False
    if words[-1] in INITIALS or len(words) > 2 and words[-1] in TOWN_ENDS:
        return False  # "Châu Thành A", "Tân Cảng Sài Gòn"
    family = _family(words[0]) and not medical(words, 0) or _middled(words[:3])
    return family and not any(len(w) > 2 and w.isupper() for w in words)


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """The form under which two spellings of one name are equal: folded, in lower case, single spaces."""
    plain = " ".join(key(name).replace("'", "").split())
    if "-" not in plain and "." not in plain:
        return plain
    return _SPACED.sub("-", _ARTICLE.sub(r"\1 ", _INITIAL.sub(r"\1. ", plain)))


_ARTICLE = re.compile(r"(?<!\w)(al|el) ?- ?")

_SPACED = re.compile(r" - ?| ?- ")
_INITIAL = re.compile(r"(?<!\w)(\w)\. ?(?=\w)")


@lru_cache(maxsize=16_384)
def plain(words: str) -> str:
    """Words folded and in lower case; remembered, for the same few hundred come back in every report."""
    return key(words)
