"""Where a body's name ends: it is read word by word, and each word says whether the name goes on."""

import re
from collections.abc import Collection

from graph.grammar.bodies.body_joints import after_number, leveled, over_comma, over_dash, own_run
from graph.grammar.bodies.body_starts import kind_at
from graph.grammar.bodies.body_stops import GATHERINGS, NO_PART, stop_pattern
from graph.grammar.bodies.body_words import (
    ACRONYM,
    CAPITAL_WORDS,
    DAY_NAME,
    FIELDS,
    HOUSES,
    IN_BRACKETS,
    LANDS,
    LINK_ENDS,
    LINKS,
    NUMBER,
    OF,
    OF_RULER,
    PLACE_WORDS,
    RANK_OF,
    SIR,
    SMALL_LEVEL,
    TERM,
    WARD,
    WORD,
    body_types,
)
from graph.grammar.bodies.glued import (
    all_foreign,
    begins_other,
    capitals,
    foreigner,
    person_at,
    stranger,
    surnames_as_types,
)
from graph.grammar.bodies.places import countries, level_at, place_at, provinces
from graph.grammar.names.names import run_at, spelled_end
from graph.grammar.text.normal import UPPER

_MOST_WORDS = 26
# What comes round every year under the same letters is told apart by its year, where it is chaired ("Chủ tịch ASEAN
# 2031") and where a committee is set up for it ("Ủy ban Quốc gia ASEAN 2031"); any other body's letters take no year.
_FOR_ONE_GATHERING = ("ủy ban", "tiểu ban", "ban tổ chức", "ban chỉ đạo", "ban điều hành", "hội đồng")
_FARTHEST = 600  # characters: no name is as long, and bodies told one after the other are not read to the last by each
_LETTERS_BEFORE = re.compile(rf"(?<!\w)[{UPPER}]{{3,}}$")
_YEAR = re.compile(r"(?:19|20)\d\d(?![\w/-]|[.,]\d)")
# Bodies whose names say what they do without "về"; after it comes what somebody there speaks of.
_NOT_ABOUT = (" vụ", " cục", "cục trưởng ", "vụ trưởng ", "cục phó ", "vụ phó ")
# Kinds of bodies that bear no firm's name.
_OF_STATE = ("bộ", "cơ quan", "hội đồng", "ủy ban", "cục", "tổng cục", "nội các", "hạ viện", "thượng viện", "tòa án")
_NO_DEPARTMENT = tuple(f"{word} vụ" for word in ("dịch", "nghĩa", "nhiệm", "thường", "quốc", "nghiệp", "chức", "công"))
# What may follow a province inside a name that is open to any words.
_AFTER_PLACE = re.compile(rf" (?:và|của|về|-) | \(| (?:[{UPPER}\"\d])")


def name_end(
    folded: str,
    lowered: str,
    pos: int,
    tail: str,
    eponym: bool,
    known: Collection[str],
    glued: bool = False,
    rank: int = 4,
) -> tuple[int, int | None]:
    """Walk on from `pos` to the end of a body's name.

    Args:
        folded: the report's text (see `Document`).
        lowered: the same in lower case.
        pos: where its type word ends, or where a name without one begins.
        tail: how its kind of name goes on (`vpg:tail` of `body-type`).
        eponym: its own name may look like a person's.
        known: full names (folded) of persons seen elsewhere in the report.
        glued: the name begins at `pos` itself, not after a space.
        rank: that of the unit whose name is due after its type word (see `capitals`).

    Returns:
        That end, and where a person's name begins right after it, or None.
    """
    walk = _Walk(folded, lowered, pos, tail, eponym, known, rank)
    at = pos if glued and pos < len(folded) else walk.next_word()
    farthest = pos + _FARTHEST
    while 0 <= at < farthest and walk.takes(at):
        at = walk.next_word()
    if walk.found:
        return walk.found
    pos = walk.pos
    links = LINKS.search(folded, walk.begin, pos) if folded.endswith(LINK_ENDS, walk.begin, pos) else None
    return (links.start() if links else pos), None


def _is_department(lowered: str, begin: int) -> bool:
    """Is the type word that ends at `begin` "vụ" or "cục", and not the end of a longer word ("dịch vụ")?"""
    return lowered.endswith(_NOT_ABOUT, 0, begin) and not lowered.endswith(_NO_DEPARTMENT, 0, begin)


# "Trường Tiểu học Tri Mơ 5": no name of a person.
_SCHOOL_NUMBER = re.compile(r" \d{1,2}(?![\w/]|[-.,:]\d)")


def _run_end(folded: str, at: int) -> int:
    spans = run_at(folded, at)
    return spans[-1][1] if spans else at


class _Walk:
    """How far a name has been read, and what its last words let follow."""

    def __init__(
        self, folded: str, lowered: str, pos: int, tail: str, eponym: bool, known: Collection[str], rank: int
    ) -> None:
        self.folded = folded
        self.lowered = lowered
        self.known = known
        self.begin = pos  # after the innermost type word
        self.pos = pos
        self.tail = tail
        self.eponym = eponym
        self.placed = eponym  # a level or such a type word stands before: a proper name is due
        self.strict = rank
        self.small = 0  # words in small letters so far
        self.fresh = True  # nothing but the type word has been read
        self.ministry = tail == "field"
        self.fielded = False  # after a field of government a foreign name is a person's
        self.land = pos if lowered.endswith(LANDS, 0, pos) else -1  # where a country's name ended
        self.found: tuple[int, int | None] | None = None  # an end that is not to be cut back

    def next_word(self) -> int:
        """Return where the next word begins, over brackets and what joins words, or -1 at the end."""
        folded, pos = self.folded, self.pos
        bracket = IN_BRACKETS.match(folded, pos) if folded.startswith(" (", pos) else None
        if bracket:
            self.land = bracket.end() if self.land == pos else self.land
            self.pos = pos = bracket.end()
        if folded[pos : pos + 1] == " ":
            at = pos + 1
        elif self.placed and pos > self.begin and folded[pos - 1] == "." and folded[pos : pos + 1].isupper():
            at = pos  # "Q.Tân Phú"
        elif folded.startswith(", ", pos) and over_comma(folded, self.lowered, pos, self.tail, self.begin):
            at = pos + 2
        else:
            return -1
        return at if at < len(folded) else -1

    def takes(self, at: int) -> bool:
        """Take in what stands at `at`, or say that the name has ended."""
        folded, lowered = self.folded, self.lowered
        ch = folded[at]
        if ch in '-&"' and not (ch == "&" and self.fresh and not (self.eponym and kind_at(folded, lowered, at + 2))):
            return self._takes_mark(at, ch)
        if ch.isdigit() or lowered.startswith("số ", at) and lowered[at + 3 : at + 4].isdigit():
            return self._takes_number(at)
        if self._takes_set_words(at):
            return True
        dotted = ch.isupper() and folded[at + 1 : at + 2] == "."
        if dotted and (self.land == self.pos or not WARD.match(folded, at)) and spelled_end(folded, at):
            return self._ends(self.pos, at)
        if ch.isupper() and self._names_stranger(at):
            return self._ends(self.pos, at)
        kind = kind_at(folded, lowered, at)
        if self.land == self.pos and not kind and foreigner(folded, lowered, at):
            return self._ends(self.pos, at)
        if self._takes_place(at, ch, kind):
            return True
        return self._takes_capital(at, kind) if ch.isupper() else self._takes_small(at, ch, kind)

    def _names_stranger(self, at: int) -> bool:
        """After a field, a body of state or its letters: does a foreigner's name begin, and no name of a firm?"""
        if self.fielded:
            return all_foreign(self.folded, at) or self.ministry and stranger(self.folded, self.lowered, at)
        if not self.folded[at : at + 4].isascii():
            return False  # nearly all that is met here
        if self.land == self.pos or self.lowered.endswith(_OF_STATE, 0, self.begin):
            return (self.pos > self.begin or self._complete()) and stranger(self.folded, self.lowered, at)
        letters = self.fresh is False and self.folded[self.begin : self.pos].isupper() and self.tail == "place"
        return letters and stranger(self.folded, self.lowered, at)

    def _complete(self) -> bool:
        """Is the type word a whole name, of which a country has one ("Hạ viện")?"""
        return self.lowered.endswith(("hạ viện", "thượng viện", "nội các"), 0, self.begin)

    def _ends(self, end: int, name_at: int | None) -> bool:
        self.found = end, name_at
        return False

    def _goes_to(self, end: int) -> bool:
        self.pos, self.placed, self.fresh = end, False, False
        return True

    def _takes_mark(self, at: int, ch: str) -> bool:
        """Over a dash, an ampersand, words in quotation marks."""
        if ch == "-":
            after = over_dash(self.folded, self.lowered, at, self.tail)
            if after is None:
                return False
            self.pos, self.placed = after, False
            return True
        if ch == "&":
            self.pos = at + 1
            return True
        close = self.folded.find('"', at + 1, at + 160)
        if close < 0 or self.tail == "place" or "\n" in self.folded[at:close]:
            return False
        return self._goes_to(close + 1)

    def _takes_number(self, at: int) -> bool:
        folded, lowered = self.folded, self.lowered
        number = self.eponym and DAY_NAME.match(lowered, at) or NUMBER.match(lowered, at)
        if number is None:
            letters = _LETTERS_BEFORE.search(folded, max(self.begin, self.pos - 8), self.pos)
            if letters and (letters.start() == self.begin or lowered.endswith(_FOR_ONE_GATHERING, 0, self.begin)):
                number = _YEAR.match(folded, at)
        if not number or self.tail == "field" or lowered.endswith(" và", self.begin, self.pos):
            return False  # "Hội … tỉnh và 80 đại biểu"
        pos = number.end()
        self._goes_to(pos)
        after_place = self.tail == "place" and folded[pos : pos + 1] == " "
        person = after_number(folded, lowered, pos + 1) if after_place else None
        return self._ends(pos, person) if person else True

    def _takes_set_words(self, at: int) -> bool:
        """A field of government right after the type word ("Sở" + "Tài chính"), a term of office."""
        if self.fresh and self.tail != "place":
            field = FIELDS.match(self.lowered, at)
            if field and not (self.folded[at].islower() and stop_pattern().match(self.lowered, at)):
                self.pos, self.fresh, self.fielded = field.end(), False, True
                self.tail = "place" if self.tail == "field" else self.tail
                return True
        term = TERM.match(self.lowered, at) if self.lowered[at] in "kn, " else None
        if term:
            self.pos, self.placed = term.end(), False
        return term is not None

    def _takes_place(self, at: int, ch: str, kind: "re.Match[str] | None") -> bool:
        """A level with its place ("tỉnh" + name), or words that stand between a body and its place."""
        folded, lowered = self.folded, self.lowered
        level = None if kind and ch.isupper() else level_at(lowered, at)
        if level and (
            level.rank < 3 or ch.isupper() or SMALL_LEVEL.match(lowered, at) and leveled(folded, lowered, at, level.end)
        ):
            joined = place_at(folded, lowered, level.end)
            self.pos, self.placed, self.fresh, self.strict = joined or level.end, not joined, False, level.rank
            return True
        central = kind and kind[0] in ("đoàn", "hội") and ch.islower() and lowered.endswith("trung ương", 0, self.pos)
        if kind and central and not folded[kind.end() + 1 : kind.end() + 2].isupper():
            return self._goes_to(kind.end())  # "Bí thư Trung ương đoàn"
        words = PLACE_WORDS.match(lowered, at) if self.tail in ("place", "field") and not self.placed else None
        if words and (not ch.isupper() or words[0] in CAPITAL_WORDS) and (not kind or words[0] == "chi nhánh"):
            self.pos, self.fresh = words.end(), False
            return True
        return False

    def _takes_body(self, kind: "re.Match[str]") -> bool:
        """Another body inside the name: from here on its kind says what goes on."""
        tail, self.eponym = body_types()[kind[0]]
        self.tail = "long" if self.tail == "long" else tail
        self.begin = self.pos = kind.end()
        self.placed, self.fresh, self.strict = self.eponym, True, RANK_OF.get(kind[0], 4)
        return True

    def _takes_capital(self, at: int, kind: "re.Match[str] | None") -> bool:
        """A capitalised word: a body, an acronym, a proper name, or a person's name, at which this one ends."""
        folded, lowered, pos = self.folded, self.lowered, self.pos
        after_and = lowered.endswith(" và", self.begin, pos)
        if after_and and SIR.match(folded, at) or lowered.startswith(NO_PART, at):
            return False
        if self.tail == "place" and lowered.startswith(GATHERINGS, at):
            return False
        if after_and and folded.find(" - ", at, at + 40) > 0 and stranger(folded, lowered, at):
            return False  # "Tập đoàn Sunrise và Robin Chen - nhà sáng lập …"
        if kind and kind[0] in HOUSES and after_and:
            return False  # "Trường Đại học A và Viện B": two
        if kind and (
            kind[0] not in surnames_as_types()
            or lowered.endswith("trung ương ", 0, at)
            or not person_at(folded, lowered, at)
        ):
            self.land = kind.end() if kind[0] in LANDS else self.land
            return self._takes_body(kind)
        if begins_other(lowered, at):
            return False
        acronym = ACRONYM.match(folded, at)
        if acronym and (not self.placed or self.eponym):
            return self._goes_to(acronym.end())
        own = own_run(folded, lowered, at)
        return self._goes_to(own) if own else self._takes_name(at)

    def _takes_name(self, at: int) -> bool:
        """A proper name, up to where a person's name is glued on."""
        folded, lowered, pos = self.folded, self.lowered, self.pos
        of_place = self.tail in ("place", "field")
        end, name_at = capitals(folded, lowered, at, self.strict if self.placed else 0, self.known, of_place)
        if name_at is not None and self.eponym and (number := _SCHOOL_NUMBER.match(folded, _run_end(folded, name_at))):
            return self._goes_to(number.end())
        if name_at is not None:
            joint = LINKS.search(folded, self.begin, pos) if end <= at else None
            return self._ends(joint.start(), None) if joint else self._ends(end if end > at else pos, name_at)
        self._goes_to(end)
        self.land = end if of_place and lowered[at:end] in countries() else self.land
        return not (self.tail == "open" and lowered[at:end] in provinces() and not _AFTER_PLACE.match(folded, end))

    def _takes_small(self, at: int, ch: str, kind: "re.Match[str] | None") -> bool:
        """A word in small letters: only names of some kinds go on over any."""
        folded, lowered = self.folded, self.lowered
        if not ch.isalpha() or stop_pattern().match(lowered, at) or begins_other(lowered, at):
            return False
        if kind and (
            folded[kind.end() + 1 : kind.end() + 2].isupper()
            or body_types()[kind[0]][0] == "place"
            and len(kind[0]) > 5
        ):
            return self._takes_body(kind)
        if lowered.startswith("về ", at) and _is_department(lowered, self.begin):
            return lowered.endswith((" chung", " quốc gia", " nhà nước"), self.begin, self.pos) and self._goes_to(
                at + 2
            )
        ruler = OF_RULER.match(lowered, at) if self.tail in ("open", "long") else None
        if ruler:
            return self._ends(ruler.end(), None)
        of = OF.match(folded, at)
        if of:
            return self._goes_to(of.end() - 1)
        if self.tail in ("place", "field"):
            return False
        if self.tail == "open" and not self.fresh and lowered.startswith("kỷ niệm ", at):
            return False  # "Trường … kỷ niệm 50 năm"
        word = WORD.match(folded, at)
        self.small += 1
        return self._goes_to(word.end()) if word and self.small <= _MOST_WORDS else False
