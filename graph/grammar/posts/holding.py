"""What the posts of a report say of each other: one post stated twice, a body shared, the country of a foreign one."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from graph.grammar.bodies.places import COUNTRIES, REGIONS, place_at
from graph.grammar.names.coreference import Person, Seat, body_words, fits
from graph.grammar.names.names import name_key, surnames
from graph.grammar.text.cues import key, words_pattern
from graph.grammar.text.document import Document
from graph.grammar.text.scan import first_words, places_of
from graph.mention import Evidence, Span

_STANDING = (" thường trực", " phụ trách", " thứ nhất", " lâm thời")


def _base(title: str) -> str:
    for suffix in _STANDING:
        title = title.removesuffix(suffix)
    return title


_BOARD = re.compile(r"(?:hđqt|hđtv|hội đồng quản trị|hội đồng thành viên)$")
_STATE = re.compile(r"(?:ubnd|hđnd|ủy ban|hội|hiệp hội|quốc hội|đảng|mttq|liên đoàn|công đoàn)(?!\w)")


def _one_body(document: Document, own: Seat, seat: Seat) -> bool:
    """Is one body the other's abbreviation ("Tập đoàn … (PVN)"), or the board of that firm?"""
    for one, two in ((own, seat), (seat, own)):
        if two.stated and one.stated and f"{one.stated} ({two.stated})" in f"{document.text} {one.stated}":
            seat.body, seat.stated = one.body, one.stated
            return True
        if two.body and one.body and _BOARD.match(name_key(two.body)) and not _STATE.match(name_key(one.body)):
            seat.body = seat.stated = f"{two.body} {one.body}"
            return True
    return False


def _fuller(body: str, other: str) -> bool:
    """Does a body's name say more, or the same with fewer letters for words?"""
    one, two = body_words(body), body_words(other)
    return len(one) > len(two) or one == two and len(body) > len(other) + 4 and "(" not in body


def _misspelt(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Is one body's name the other with letters of one word changed about or one of them left out ("UNBD")?"""
    if len(one) != len(two):
        return False
    odd = [i for i, word in enumerate(one) if word != two[i]]
    if len(odd) != 1 or min(len(one[odd[0]]), len(two[odd[0]])) < 3:
        return False
    a, b = sorted((one[odd[0]], two[odd[0]]), key=len)
    if sorted(a) == sorted(b):
        return a[0] == b[0]
    left_out = len(b) == len(a) + 1 and any(b[:i] + b[i + 1 :] == a for i in range(len(b)))
    return left_out and odd[0] < len(one) - 2  # the last words are those of the place


def hold(document: Document, person: Person, seat: Seat) -> int:
    """Give a post to a person, joined with the same post stated before; return its index."""
    for i, own in enumerate(person.seats):
        if set(_base(own.key).split(" ")) != set(_base(seat.key).split(" ")):
            continue  # "Trạm trưởng" is "Trưởng trạm"
        apart = own.body and seat.body and seat.stated and own.stated and not fits(own.body, seat.body)
        if apart and _misspelt(body_words(own.body or ""), body_words(seat.body or "")):
            own.tell(seat.evidence)
            return i
        if apart and not _one_body(document, own, seat):
            continue
        if len(seat.key) > len(own.key):
            own.title = seat.title
        if seat.stated and (not own.stated or _fuller(seat.body or "", own.body or "")):
            own.body, own.stated, own.derived = seat.body, seat.stated, seat.derived
        elif own.body is None or not own.stated and seat.derived == "list" != own.derived:
            own.body, own.derived = seat.body, seat.derived
        if seat.derived != "coreference" or not own.stated:
            own.former = own.former or seat.former
        own.tell(seat.evidence)
        return i
    person.seats.append(seat)
    return len(person.seats) - 1


def settle(document: Document, persons: Sequence[Person]) -> None:
    """Complete posts by other posts of the report, once all are known."""
    _own_committees(persons)
    _states(document, persons)
    _share(document, persons)


def _share(document: Document, persons: Sequence[Person]) -> None:
    """Give a title without a body the one body over which others of the report hold that kind of title."""
    if all(seat.body or seat.complete for person in persons for seat in person.seats):
        return
    held: dict[str, dict[str, Seat]] = {}
    chiefs: dict[int, Seat] = {}
    for person in persons:
        for seat in person.seats:
            if seat.body and seat.stated:
                held.setdefault(_family(seat), {})[" ".join(body_words(seat.body))] = seat
                chiefs[seat.end] = seat
    for person in persons:
        if person.name.split(" ")[0] not in surnames():
            continue  # a foreigner holds no office here
        for seat in person.seats:
            if seat.key in _MANY:
                continue
            others = held.get(_family(seat), {})
            beside = chiefs.get(seat.start - len(_AND_DEPUTIES))
            if (
                len(others) > 1
                and beside
                and _family(beside) == _family(seat)
                and document.lowered.startswith(_AND_DEPUTIES, beside.end)
            ):
                others = {"": beside}  # "Chánh án TAND tỉnh; các Phó Chánh án A và B"
            if seat.body is None and not seat.complete and not seat.state and len(others) == 1:
                other = next(iter(others.values()))
                seat.body, seat.derived = other.body, "context"
                seat.evidence.append(Evidence(Span(other.start, other.end), "post.shared-title", "context"))


_AND_DEPUTIES = "; các "
# Posts of which there are many in one field, in bodies of their own.
_MANY = frozenset(["thẩm phán", "kiểm sát viên", "trợ lý", "hiệu trưởng", "trưởng thôn", "tổ trưởng", "đội trưởng"])


def _family(seat: Seat) -> str:
    """The title without "phó"; a deputy minister is of the same house as the minister."""
    return _base(seat.key).removeprefix("phó ").replace("thứ trưởng", "bộ trưởng")


_COMMITTEE = re.compile(r"(?:.+ )?(?:đảng ủy|đảng bộ|chi bộ|ban cán sự đảng|đảng đoàn)$")
_PARTY = re.compile(
    r"(?:.+ )?(?:đảng|bộ chính trị|ban bí thư|trung ương|tỉnh ủy|thành ủy|ban thường vụ|ban chấp hành)(?!\w)"
)


def _own_committees(persons: Sequence[Person]) -> None:
    """A bare party committee ("Phó Bí thư Đảng ủy") is that of the unit which the same person leads."""
    for person in persons:
        for seat in person.seats:
            if not seat.body or not _COMMITTEE.match(name_key(seat.body)):
                continue
            unit = next(
                (
                    s
                    for s in person.seats
                    if s is not seat
                    and s.chief
                    and s.body
                    and " " in s.body
                    and not _PARTY.match(name_key(s.body))
                    and not s.former
                ),
                None,
            )
            if unit:
                seat.body, seat.derived = f"{seat.body} {unit.body}", "context"
                seat.evidence.append(Evidence(Span(unit.start, unit.end), "post.committee", "context"))


def _states(document: Document, persons: Sequence[Person]) -> None:
    """Give the office of a foreign state ("Tổng thống" + name) its country, where the report leaves one choice."""
    lands: _Lands | None = None
    for person in persons:
        foreign = person.name.split(" ")[0] not in surnames()
        for seat in person.seats:
            ministry = foreign and seat.body and _MINISTRY.match(seat.body)
            ruler = seat.state and seat.body is None or foreign and seat.key in _RULERS and not seat.stated
            if not ministry and not ruler:
                continue
            lands = lands or _Lands(document, persons)
            country = lands.of(seat)
            if ministry:
                if not seat.stated:
                    seat.body = None  # a ministry of this country was near
                elif country and seat.body and not seat.body.endswith(COUNTRIES):
                    seat.body, seat.derived = f"{seat.body} {country[0]}", "context"
                    seat.evidence.append(Evidence(country[1], "post.country", "context"))
                continue
            if country and (seat.key, country[0]) in lands.held and not seat.former:
                country = None
            if seat.body == "Chính phủ":
                seat.body = f"{seat.body} {country[0]}" if country else None
            else:
                seat.body = country[0] if country else None
            if country:
                seat.derived = "context"
                seat.evidence.append(Evidence(country[1], "post.country", "context"))
            seat.complete = True


_MINISTRY = re.compile(r"[Bb]ộ [A-ZĐ]")
_RULERS = frozenset({"thủ tướng", "phó thủ tướng", "tổng bí thư", "chủ tịch nước", "phó chủ tịch nước"})


_SIRS = ("ông", "bà", "anh", "chị", "cô", "đồng chí")


class _Lands:
    """The foreign countries that a report names and that are not written at somebody's name or office.

    `held`: offices with the country over which another one is said to hold them.
    """

    def __init__(self, document: Document, persons: Sequence[Person]) -> None:
        self._document = document
        self.held = {
            (seat.key, seat.body.removeprefix("Chính phủ "))
            for person in persons
            for seat in person.seats
            if seat.stated and seat.body
        }
        taken = sorted((seat.start, seat.end) for person in persons for seat in person.seats if seat.stated)
        starts, folded = [start for start, _ in taken], document.folded
        holders = tuple(
            name
            for person in persons
            for name in (person.name.lower(), *(f"{sir} {person.syllables[-1].lower()}" for sir in _SIRS))
        )
        self._named = [
            span
            for span in _countries(document)
            if not document.lowered.endswith(holders, 0, span.end)  # "Lê Thị Nga"
            # "Ngoại trưởng Pháp" + name: that person's country.
            and not folded[span.end : span.end + 2].strip().isupper()
            and not ((at := bisect_right(starts, span.start)) and span.start < taken[at - 1][1])
        ]
        self._starts = [span.start for span in self._named]
        names = {document.lowered[span.start : span.end] for span in self._named}
        self._only = self._named[0] if len(names) == 1 and len(self._named) > 1 else None

    def of(self, seat: Seat) -> tuple[str, Span] | None:
        """The country right before the office, else the only one of its sentence, else the only one of the report."""
        document, near = self._document, []
        sentence = document.sentence_at(seat.start)
        if sentence:
            first, last = bisect_left(self._starts, sentence.start), bisect_left(self._starts, sentence.end)
            near = self._named[first:last]
        beside = [span for span in near if 0 <= seat.start - span.end <= 6]  # "đoàn Campuchia do Phó Thủ tướng …"
        names = {document.lowered[span.start : span.end] for span in near}
        span = beside[0] if beside else near[0] if len(names) == 1 else None if names else self._only
        ruler = seat.state or seat.key in _RULERS
        if span and span == self._only and not near and ruler and any(seat.key == key for key, _ in self.held):
            return None  # whose king he is, another king's country does not say
        return (document.text[span.start : span.end], span) if span else None


@cache
def _foreign() -> tuple[re.Pattern[str], frozenset[str]]:
    """The pattern of countries' names in lower case, and their first words."""
    skipped = {"việt nam", "eu", "asean", "liên hợp quốc", "lhq", *_SHORT, *map(key, REGIONS)}
    names = [name for name in map(key, COUNTRIES) if name not in skipped]
    return words_pattern(names), first_words(names)


# Names of countries that are words of other meaning too: believed after these words.
_SHORT = first_words(("anh", "ý", "áo", "đức"))
_WORD = re.compile(r"\w+")
_BEFORE_SHORT = tuple(
    f"{word} "
    for word in ("nước", "tướng", "phủ", "trưởng", "thống", "người", "quyền", "sứ", "tại", "ở", "giữa", "với", "sang")
    + ("thăm", "cảnh sát", "quốc hội")
)


def _countries(document: Document) -> list[Span]:
    folded, lowered = document.folded, document.lowered
    found: list[Span] = []
    for at in places_of(document, _SHORT):
        if folded[at].isupper() and lowered.endswith(_BEFORE_SHORT, 0, at):
            found.append(Span(at, at + len(_WORD.match(lowered, at)[0])))  # type: ignore[index]
    pattern, firsts = _foreign()
    until = 0
    for at in places_of(document, firsts):
        match = pattern.match(lowered, at) if at >= until else None
        if match:
            until = match.end()
            if place_at(folded, lowered, at) == until and not folded[at + 1 : until].isupper():
                found.append(Span(at, until))
    return sorted(found, key=lambda span: span.start)
