"""Whose party committee, standing board, department or office a post is of, where its own words do not say it."""

import re
from collections.abc import Sequence

from graph.grammar.bodies.body_words import FIRM_BOARDS
from graph.grammar.bodies.places import countries, provinces
from graph.grammar.names.names import plain as key
from graph.grammar.posts.body_search import nearest_body
from graph.grammar.posts.context import Home, home
from graph.grammar.posts.posts import Post
from graph.grammar.text.document import Document
from graph.mention import Evidence, Span

PARTY_BODY = re.compile(r"(?<!\w)(tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy)(?!\w)", re.IGNORECASE)
OWN_COMMITTEE = frozenset({"đảng ủy", "đảng đoàn", "ban cán sự đảng", "ban cán sự", "chi bộ", "đảng bộ"})
BOARDS = frozenset({"ban thường vụ", "btv", "thường vụ", "ban chấp hành", "bch", "đoàn chủ tịch", "ban thường trực"})
BOARD_OF = re.compile(r"(?:ban thường vụ|btv|thường vụ|ban chấp hành|bch) (?:đảng ủy|đảng bộ|đảng đoàn)")
_PARENTLESS = re.compile(r"phòng (?:\d+|[\w-]+)$")
_COUNCIL = re.compile(r"(?:UBND|HĐND|[UỦ][ỷy] ban nhân dân|Ủy ban nhân dân|Hội đồng nhân dân) ", re.IGNORECASE)


def committee(document: Document, name: str, mates: Sequence[Post], index: int) -> tuple[str, list[Evidence]]:
    """Say whose party committee or standing board it is: the next post's body, the one named beside, or home's."""
    own = key(name) in OWN_COMMITTEE or BOARD_OF.fullmatch(key(name)) is not None
    if key(name) in _FRONT_BOARDS:
        return _board_of_front(document, name, mates, index)
    for mate in (*mates[index + 1 :], *mates[:index]):
        if mate.body is None or document.lowered[mate.body.start : mate.body.end] == "nhà trường":
            continue
        body = " ".join(document.text[mate.body.start : mate.body.end].split())
        if document.lowered.startswith(_COUNCIL_OF_UNIT, mate.body.start) or key(body) in _SAYS_NOT_WHOSE:
            continue
        span = Evidence(Span(mate.body.start, mate.body.end), "post.committee", "context")
        if own and mate in mates[index + 1 :]:
            council = _COUNCIL.match(body)
            if council:
                return f"{name} {body[council.end() :]}", [span]
            commune = _COMMUNE.search(body) if mate.body.first in _IN_COMMUNE and key(name) == "đảng ủy" else None
            if commune:  # "Đảng ủy viên, Trưởng Công an xã"
                return f"{name}{commune[0]}", [span]
            board = _FIRM_BOARD.match(body)
            if board:
                return f"{name} {body[board.end() :]}", [span]
            if mate.body.first == "hội đồng" and key(body) in ("hội đồng trường", "hội đồng học viện"):
                return f"{name} {body[len('Hội đồng ') :].capitalize()}", [span]
            word = mate.concept.extra.get("bodyWord", ("",))[0]
            body = f"{word} {body}" if word and mate.body.first == key(word) != key(body).split(" ")[0] else body
            return f"{name} {body}", [span]
        match = PARTY_BODY.search(body)
        if match and not own:
            return f"{name} {body[match.start() :]}", [span]
    for mate in (*mates[index + 1 :], *mates[:index]):
        if (
            mate.body
            and not own
            and mate.body.first
            in ("hội", "trung ương", "đoàn", "liên đoàn lao động", "hiệp hội", "tỉnh đoàn", "thành đoàn")
        ):
            body = " ".join(document.text[mate.body.start : mate.body.end].split())
            return f"{name} {body}", [Evidence(Span(mate.body.start, mate.body.end), "post.committee", "context")]
    if own:
        house, more = house_of(document, mates[index + 1 :])
        return (f"{name} {house}", more) if house else _own_committee(document, name, mates[index].start)
    units: Home = home(document)
    local = _of_district(document, mates) or _district_named(document, units)
    if local:
        return f"{name} {local[0]}", [local[1]]
    if units.province is None:
        return name, []
    party = "Thành ủy" if units.province.level == "thành phố" else "Tỉnh ủy"
    return f"{name} {party}", [Evidence(units.province.span, "post.home-committee", "context")]


def house_of(document: Document, mates: Sequence[Post]) -> tuple[str | None, list[Evidence]]:
    """The school or institute that the report names, where one of `mates` is the bare title of its head or deputy."""
    for mate in mates:
        word = mate.concept.extra.get("bodyWord", ("",))[0]
        bare = mate.body is None or document.lowered[mate.body.start : mate.body.end] == "nhà trường"
        if bare and word in _HOUSES:
            return nearest_body(document, word, mate.start)
    return None, []


_HOUSES = frozenset({"Trường", "Viện", "Học viện", "Cục", "Tổng cục"})
# Councils inside a unit, of which it is no committee.
_COUNCIL_OF_UNIT = ("hội đồng thi đua", "hội đồng khoa học", "hội đồng kỷ luật", "hội đồng nghĩa vụ")
# Boards and councils that everyone has: alone they do not say whose committee it is.
_SAYS_NOT_WHOSE = FIRM_BOARDS | {"ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân"}
_COMMUNE = re.compile(r" (?:xã|phường|thị trấn)(?!\w)(?! hội)[^,]*$")
_IN_COMMUNE = frozenset(
    ["công an", "mttq", "ủy ban mttq", "ủy ban mặt trận tổ quốc", "mặt trận tổ quốc", "hội", "đoàn", "đoàn thanh niên"]
    + ["ban chqs", "ban chỉ huy", "ủy ban kiểm tra", "văn phòng"]
)
_FIRM_BOARD = re.compile(rf"(?i:{'|'.join(sorted(FIRM_BOARDS))}) (?=\w)")
_FRONT_BOARDS = frozenset({"đoàn chủ tịch", "ban thường trực"})
_FRONT = re.compile(
    r"(?:ủy ban (?:trung ương )?(?:mttq|mặt trận)|trung ương (?:hội|đoàn)|tổng liên đoàn|tổng lđlđ|hội liên hiệp"
    r"|hội lhpn|liên minh)(?!\w)"
)


def _board_of_front(document: Document, name: str, mates: Sequence[Post], index: int) -> tuple[str, list[Evidence]]:
    """The presidium of the Front or of a union is that of the body in which the same person holds another post."""
    for mate in (*mates[index + 1 :], *mates[:index]):
        if mate.body is None:
            continue
        front = _FRONT.search(document.lowered, mate.body.start, mate.body.end)
        if front:
            span = Span(front.start(), mate.body.end)
            return f"{name} {document.words(span)}", [Evidence(span, "post.committee", "context")]
    return name, []


_PARTY_OF = {"huyện": "Huyện ủy", "quận": "Quận ủy", "thị xã": "Thị ủy", "thành phố": "Thành ủy"}
_DISTRICT = re.compile(r"(?<!\w)(huyện|quận|thị xã)(?!\w)(?! ủy| đoàn)")


def _own_committee(document: Document, name: str, at: int) -> tuple[str, list[Evidence]]:
    """A bare "Đảng ủy" is the one that the report names, by itself or as "Đảng bộ phường …"."""
    if key(name) != "đảng ủy":
        return name, []
    for word in ("Đảng ủy", "Đảng bộ"):
        longer, more = nearest_body(document, word, at)
        if longer:
            return name + longer[len(word) :], more
    return name, []


def _of_district(document: Document, mates: Sequence[Post]) -> tuple[str, Evidence] | None:
    """The committee of the district in which the same person holds another post ("Trưởng Công an huyện")."""
    for mate in mates:
        level = _DISTRICT.search(document.lowered, mate.body.start, mate.body.end) if mate.body else None
        if level and mate.body:
            rest = document.text[level.end() : mate.body.end].strip()
            span = Span(mate.body.start, mate.body.end)
            return f"{_PARTY_OF[level[0]]} {rest}".strip(), Evidence(span, "post.committee", "context")
    return None


def _district_named(document: Document, units: Home) -> tuple[str, Evidence] | None:
    """The district's committee, where the report names it more often than the province's."""
    district = units.district
    if district is None or units.province and units.province.level == district.level:
        return None
    lowered, party = document.lowered, _PARTY_OF[district.level]
    above = lowered.count("tỉnh ủy") + (0 if party == "Thành ủy" else lowered.count("thành ủy"))
    if lowered.count(party.lower()) <= above:
        return None
    name = district.name[len(district.level) :].strip()
    return f"{party} {name}", Evidence(district.span, "post.home-committee", "context")


_OFFICE = re.compile(
    r"(?:văn phòng|thanh tra|công đoàn|công đoàn cơ quan|đoàn|đoàn thanh niên|hội đồng|hđqt|hđtv|hội đồng quản trị"
    r"|hội đồng thành viên|đảng ủy|chi bộ|ủy ban kiểm tra|hội cựu chiến binh|hội ccb|hội sinh viên|ban giám đốc"
    r"|phòng [^,]+ của) (bộ|sở|ban|hội|cục|chi cục|tổng cục|trường|nhà trường|tập đoàn|công ty|tổng công ty|viện"
    r"|ủy ban|bệnh viện|trung tâm|ngân hàng|học viện|trại giam|đảng ủy"
    r"|trung ương hội)$"
)


_TERM = re.compile(r",? (?:khóa|khoá|nhiệm kỳ) .*$")
# Boards that every people's council has, and no other body.
_COUNCIL_BOARDS = frozenset(
    ["ban kinh tế - ngân sách", "ban kinh tế ngân sách", "ban pháp chế", "ban văn hóa - xã hội", "ban văn hóa xã hội"]
)


def office_of(document: Document, name: str, at: int) -> tuple[str, list[Evidence]]:
    """Write out the body at the end of an office's name: "Văn phòng Bộ", "HĐQT Tập đoàn", "Công đoàn Trường"."""
    if key(name) in _COUNCIL_BOARDS:
        council, more = nearest_body(document, "HĐND", at)
        return (f"{name} {_TERM.sub('', council)}", more) if council else (name, [])
    match = _OFFICE.fullmatch(key(name))
    if not match:
        return name, []
    word = match[1]
    if word == "đảng ủy":
        longer: str | None
        longer, more = _own_committee(document, "Đảng ủy", at)
        longer = longer if more else None
    else:
        word = "trường" if word == "nhà trường" else word
        longer, more = nearest_body(document, word[0].upper() + word[1:], at)
    return (f"{name[: match.start(1)]}{_TERM.sub('', longer)}", more) if longer else (name, [])


_PARTY_BOARDS = frozenset(
    ["ban tổ chức", "ban tuyên giáo", "ban dân vận", "ban nội chính", "ban kinh tế", "ban tổ chức - kiểm tra"]
    + ["ban tuyên giáo và dân vận", "ủy ban kiểm tra", "ban kiểm tra", "ban tuyên giáo - dân vận", "văn phòng"]
)


def board_of(document: Document, name: str, mates: Sequence[Post], index: int) -> tuple[str, list[Evidence]]:
    """A board without its committee is of the one in whose standing board the same person sits."""
    if key(name) not in _PARTY_BOARDS:
        return name, []
    for i, mate in enumerate(mates[:index]):
        if (
            mate.body
            and mate.concept.extra.get("prefixBody") == ("Ban Thường vụ",)
            and mate.former == mates[index].former
        ):
            # "UVBTV Huyện ủy, Trưởng Ban Dân vận"
            span = Span(mate.body.start, mate.body.end)
            return f"{name} {document.words(span)}", [Evidence(span, "post.board", "context")]
        if mate.body is None or mate.body.first not in BOARDS or mate.former != mates[index].former:
            continue
        rest = document.text[mate.body.start + len(mate.body.first) : mate.body.end].strip()
        if key(rest).startswith("quân ủy"):
            continue
        if rest:
            return f"{name} {rest}", [Evidence(Span(mate.body.start, mate.body.end), "post.board", "context")]
        whole, more = committee(document, mate.body.first, mates, i)
        if more:
            return name + whole[len(mate.body.first) :], more
    return name, []


def with_parent(document: Document, name: str, at: int, end: int) -> tuple[str, list[Evidence]]:
    """Append the ministry to a department ("Vụ …"), the province to a "Sở", the parent to a numbered division."""
    lowered = key(name)
    bracket = document.folded.startswith(" (", end)
    if lowered.startswith("vụ ") and not bracket and not _MINISTRY.search(lowered) and "," not in name:
        ministry = home(document).ministry
        if ministry and not lowered.endswith("trung ương"):
            return f"{name}, {ministry.name}", [Evidence(ministry.span, "post.ministry", "context")]
    if lowered.startswith("sở ") and not _has_place(name):
        province = home(document).province
        if province:
            return f"{name} {province.name}", [Evidence(province.span, "post.province", "context")]
    if _PARENTLESS.fullmatch(lowered):
        parent, more = nearest_body(document, "Cục", at)
        if parent:
            return f"{name}, {parent}", more
    return name, []


_MINISTRY = re.compile(r"(?<!\w)(?:bộ|tổng cục|ban)(?!\w)")


def _has_place(name: str) -> bool:
    """Does a name end in a place written with a capital, or in a level word?"""
    words = name.split(" ")
    tails = [" ".join(words[-n:]) for n in (1, 2, 3, 4, 5) if n < len(words)]
    if any(key(t) in {"tỉnh", "thành phố", "tp", "tp.hcm", "tphcm"} for t in tails):
        return True
    return any(t[0].isupper() and key(t) in provinces() | countries() for t in tails)
