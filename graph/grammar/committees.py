"""Whose party committee, standing board, department or office a post is of, where its own words do not say it."""

import re
from collections.abc import Sequence

from graph.grammar.body_search import nearest_body
from graph.grammar.context import Home, home
from graph.grammar.document import Document
from graph.grammar.names import plain as key
from graph.grammar.places import countries, provinces
from graph.grammar.posts import Post
from graph.mention import Evidence, Span

PARTY_BODY = re.compile(r"(?<!\w)(tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy)(?!\w)", re.IGNORECASE)
OWN_COMMITTEE = frozenset({"đảng ủy", "đảng đoàn", "ban cán sự đảng", "ban cán sự", "chi bộ", "đảng bộ"})
BOARDS = frozenset({"ban thường vụ", "btv", "thường vụ", "ban chấp hành", "bch"})
BOARD_OF = re.compile(r"(?:ban thường vụ|btv|thường vụ|ban chấp hành|bch) (?:đảng ủy|đảng bộ|đảng đoàn)")
_PARENTLESS = re.compile(r"phòng (?:\d+|[\w-]+)$")
_COUNCIL = re.compile(r"(?:UBND|HĐND|[UỦ][ỷy] ban nhân dân|Ủy ban nhân dân|Hội đồng nhân dân) ", re.IGNORECASE)


def committee(document: Document, name: str, mates: Sequence[Post], index: int) -> tuple[str, list[Evidence]]:
    """Say whose party committee or standing board it is: the next post's body, the one named beside, or home's."""
    own = key(name) in OWN_COMMITTEE or BOARD_OF.fullmatch(key(name)) is not None
    for mate in (*mates[index + 1 :], *mates[:index]):
        if mate.body is None:
            continue
        body = " ".join(document.text[mate.body.start : mate.body.end].split())
        span = Evidence(Span(mate.body.start, mate.body.end), "post.committee", "context")
        if own and mate in mates[index + 1 :]:
            council = _COUNCIL.match(body)
            if council:
                return f"{name} {body[council.end() :]}", [span]
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
    units: Home = home(document)
    if own or units.province is None:
        return name, []
    party = "Thành ủy" if units.province.level == "thành phố" else "Tỉnh ủy"
    return f"{name} {party}", [Evidence(units.province.span, "post.home-committee", "context")]


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
    tails = [" ".join(words[-n:]) for n in (1, 2, 3, 4) if n < len(words)]
    if any(key(t) in {"tỉnh", "thành phố", "tp", "tp.hcm", "tphcm"} for t in tails):
        return True
    return any(t[0].isupper() and key(t) in provinces() | countries() for t in tails)
