"""From a post as written to a post as held: its body written out from the title, the list and the report.

"Bí thư Đảng ủy, Giám đốc Công an tỉnh" in a report on Yên Bái is secretary of "Đảng ủy Công an tỉnh Yên Bái".
What stood beside the title is kept as `stated`; what the rest gave is marked "context" or "list".
"""

import re
from collections.abc import Sequence

from graph.grammar.bodies.abbreviations import spelled_out
from graph.grammar.bodies.body_words import FIRM_BOARDS, body_types
from graph.grammar.bodies.places import CITIES, PROVINCES, cities, countries, provinces
from graph.grammar.names.coreference import Seat
from graph.grammar.names.names import plain as key
from graph.grammar.posts.body_search import UNITS, body_beside, firm_before, led_body, longer_name, nearest_body
from graph.grammar.posts.committees import (
    BOARD_OF,
    BOARDS,
    OWN_COMMITTEE,
    PARTY_BODY,
    board_of,
    committee,
    house_of,
    office_of,
    with_parent,
)
from graph.grammar.posts.context import complete_body, home
from graph.grammar.posts.posts import Post
from graph.grammar.posts.shared_lands import state_of
from graph.grammar.text.document import Document
from graph.grammar.text.normal import LETTERS, UPPER
from graph.mention import Evidence, Span

_LEVEL_BODY = re.compile(
    r"(tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn)(?= |$)(?! ủy| đoàn)"
    r"|tp(?=hcm)"
)
_PARTY = {
    "tỉnh": "Tỉnh ủy",
    "thành phố": "Thành ủy",
    "tp": "Thành ủy",
    "huyện": "Huyện ủy",
    "quận": "Quận ủy",
    "thị xã": "Thị ủy",
}
_ANAPHOR = re.compile(
    r"(?:ty|ban|tổ|tiểu ban|đoàn|cụm|khối|quân khu|cục|vụ|viện|phòng|trung tâm|công ty|bệnh viện|tập đoàn"
    r"|tổng công ty|tổng cục|chi cục|đội|ủy ban(?! kiểm tra| nhân dân| mặt trận| mttq))(?!\w)"
)
# Kinds of bodies of which a report names one, by which the bare word is then meant.
_BARE = frozenset(
    [
        "sở",
        "hội",
        "hiệp hội",
        "hội đồng",
        "ban quản lý",
        "bql",
        "công đoàn",
        "công đoàn ngành",
        "liên đoàn",
        "ngân hàng",
        "ủy ban",
        "trung ương hội",
    ]
    + [
        "trại giam",
        "trại tạm giam",
        "nhà máy",
        "câu lạc bộ",
        "clb",
        "quỹ",
        "học viện",
        *FIRM_BOARDS,
    ]
)


_OF_UNIT = re.compile(r" (?:tỉnh|thành phố|TP|huyện|quận|thị xã|xã|phường)(?!\w)")
# Offices that every province has.
_LOCAL_OFFICES = ("cục thuế", "cục hải quan", "cục thống kê", "chi cục", "bảo hiểm xã hội", "kho bạc")


def seat_of(document: Document, post: Post, mates: Sequence[Post], index: int) -> Seat:
    """Complete one post of a mention.

    Args:
        document: the report.
        post: the post.
        mates: all posts of the mention in order, shared ones too.
        index: where `post` is among them.
    """
    extra = post.concept.extra
    evidence: list[Evidence] = []
    stated = " ".join(document.text[post.body.start : post.body.end].split()) if post.body else None
    if stated and key(stated) == "nhà trường":
        stated = None
    name, derived = _by_title(post, stated), "direct"
    if stated is None and ("fixedBody" in extra or "noBody" in extra):
        state = state_of(document, mates, index)
        if state:
            name = f"{name} {state[0]}" if name and key(name) == "chính phủ" else state[0]
            stated, derived = state[0], "list"
            evidence.append(state[1])
    if name is None and "noBody" not in extra:
        name, more = _from_mates(document, post, mates, index)
        if name is not None:
            derived = "list"
            evidence += more
    if name is not None:
        own_board = key(name) in _OWN_BOARDS or BOARD_OF.fullmatch(key(name))
        name, more = (committee if own_board else board_of)(document, name, mates, index)
        evidence += more
        derived = "context" if more else derived
    led = led_body(document, post) if name is None or name == stated and key(name) in body_types() else None
    if led:
        name = stated = led[0]
        evidence += led[1]
    elif name is not None or "noBody" not in extra or "bodyWord" in extra:
        found = _in_report(document, post, mates, index, name)
        if found is not None:
            name = found[0]
            evidence += found[1]
            derived = "context" if found[1] or found[2] else derived
    if name is not None:
        name, more, completed = _written_out(document, post, mates, name)
        evidence += more
        derived = "context" if completed else derived
    told = [Evidence(Span(*post.told), "post", "direct")] if post.told else []
    return Seat(
        post.title,
        name,
        stated,
        post.start,
        post.end,
        post.former,
        post.acting,
        derived,
        [Evidence(Span(post.start, post.end), "post", "direct"), *evidence, *told],
        "headPost" in extra,
        "noBody" in extra,
        "state" in extra,
    )


_OWN_BOARDS = OWN_COMMITTEE | BOARDS


def _by_title(post: Post, stated: str | None) -> str | None:
    """The body as the title alone has it: what the scheme says of its head, beside the words at the title."""
    extra = post.concept.extra
    lowered = key(stated) if stated else ""
    if "noBody" in extra:
        return stated if lowered in countries() else None
    if "memberOf" in extra:
        return extra["memberOf"][0] + (f" {stated}" if stated else "")
    if "fixedBody" in extra:
        fixed = extra["fixedBody"][0]
        if stated is None or lowered == key(fixed) or lowered.startswith(("nước", "ban chấp hành")):
            return fixed
        ministers = key(fixed) == "chính phủ" and not lowered.startswith("chính phủ")
        return f"{fixed} {stated}" if ministers else stated
    if "defaultBody" in extra:
        default = extra["defaultBody"][0]
        return default if stated is None or key(default).endswith(lowered) else stated
    if "prefixBody" in extra:
        return extra["prefixBody"][0] + (f" {stated}" if stated else "")
    if stated is None:
        return None
    if "bodyWord" in extra and post.body is not None:
        word = extra["bodyWord"][0]
        heads = (
            post.body.first.split(" ")[0] == key(word).split(" ")[0]
            or word in ("Văn phòng", "Thanh tra", "Ty")
            or post.body.first in _SERVICES
        )
        said = _repeats(lowered, key(word)) or word == "Thanh tra" and "thanh tra" in lowered
        return f"{word} {stated}" if heads and not said else stated
    if key(post.title) == "đại biểu" and lowered.startswith("đoàn") and "quốc hội" not in lowered:
        return f"Quốc hội {stated}"
    return _over_place(post, stated, lowered)


def _in_report(
    document: Document, post: Post, mates: Sequence[Post], index: int, name: str | None
) -> tuple[str | None, list[Evidence], bool] | None:
    """The body that the report names elsewhere for a bare title or a bare word; None where what is written stays.

    Returns:
        The name, the words that give it, and whether it comes from elsewhere even without any.
    """
    if name is None:
        word = post.concept.extra.get("bodyWord", ("",))[0]
        return (*(_of_kind(document, word, post.start) if word else body_beside(document, post)), False)
    bare = key(name)
    if bare in _BARE or bare in UNITS or post.body and bare == post.body.first == "ban quản lý":
        board = bare in FIRM_BOARDS
        firm, more = _firm_of(document, mates, index) if board else (None, [])
        longer = f"{name} {firm}" if firm else None
        if longer is None:
            longer, more = nearest_body(document, name[:1].upper() + name[1:], post.start)
        if longer is None and board:
            firm, more = firm_before(document, post.start)
            longer = f"{name} {firm}" if firm else None
        if longer is None and bare == "công đoàn":
            house, more = house_of(document, mates)
            longer = f"{name} {house}" if house else None
        return (longer, more, True) if longer else None
    if _ANAPHOR.match(bare) and post.body is not None and not PARTY_BODY.search(name):
        longer, more = longer_name(document, name, post.body.end)
        if longer and (not bare.startswith("ủy ban") or _OF_UNIT.match(longer, len(name))):
            return longer, more, True
    return None


def _of_kind(document: Document, word: str, at: int) -> tuple[str | None, list[Evidence]]:
    """The body of the kind that a bare title at `at` heads ("Cục trưởng": the "Cục …" of the report)."""
    name, more = nearest_body(document, word, at)
    if name is not None and key(name).startswith(_LOCAL_OFFICES):
        longer, words = longer_name(document, name, -1)
        if longer and _OF_UNIT.match(longer, len(name)):
            return longer, [*more, *words]
    units = home(document)
    if name is None and word == "Thanh tra" and units.ministry and not units.province:
        return f"Thanh tra {units.ministry.name}", [Evidence(units.ministry.span, "post.home-ministry", "context")]
    return name, more


def _written_out(document: Document, post: Post, mates: Sequence[Post], name: str) -> tuple[str, list[Evidence], bool]:
    """The body's name in full, the words that complete it, and whether more than an abbreviation was completed."""
    full, office = office_of(document, name, post.start)
    full, letters = spelled_out(document, full)
    full, above = with_parent(document, full, post.start, post.end)
    full, found = _beside_mates(document, full, mates) or complete_body(full, document, post.start)
    if "(" in full and not _BY_LETTERS.match(key(full)):
        full = LETTERS.sub("", full)
    return full, [*office, *letters, *above, *found], bool(office or above or found)


_SITTING = re.compile(
    r"kỳ họp|phiên họp|chất vấn|thảo luận|tiếp xúc cử tri|thẩm tra|đại biểu quốc hội|đbqh|thường vụ quốc hội"
)


# "đại biểu Lê Văn Tám (Gia Lai)"
_FROM_PROVINCE = re.compile(
    rf" [{UPPER}]\w+(?: [{UPPER}]\w+){{1,3}} \((?:đoàn (?:ĐBQH )?(?:tỉnh )?)?"
    rf"(?:{'|'.join((*PROVINCES, *CITIES))}|TP\.? ?HCM)\)"
)
_OPENED = re.compile(r"(?:kỳ họp|chất vấn)[^.\n]{0,30} (?:quốc hội|hđnd|hội đồng nhân dân)(?!\w)")


def deputy_seat(document: Document, start: int, end: int) -> Seat | None:
    """Read "đại biểu" or "ĐB" before a name as a seat in the assembly of which the report speaks."""
    body = document.kept.get("_assembly")
    if body is None:
        lowered = document.lowered
        state = lowered.count("quốc hội") + lowered.count("đbqh")
        local = lowered.count("hđnd") + lowered.count("hội đồng nhân dân")
        few = max(state, local) < 2 and not _OPENED.search(lowered)
        body = "" if few or not _SITTING.search(lowered) else "Quốc hội" if state > local else "HĐND"
        document.kept["_assembly"] = body
    evidence = [Evidence(Span(start, end), "post.deputy", "context")]
    if not body and _FROM_PROVINCE.match(document.folded, end) and "quốc hội" in document.lowered:
        body = "Quốc hội"
    if body == "HĐND":
        named, more = nearest_body(document, "HĐND", start)
        body, found = complete_body(named, document, start) if named else ("", ())
        evidence += [*more, *found]
    return Seat("Đại biểu", body, None, start, end, derived="context", evidence=evidence) if body else None


# Kinds of bodies that are also what a department is for ("Cục trưởng Cảnh sát giao thông" heads "Cục Cảnh sát …").
_SERVICES = frozenset({"cảnh sát", "hải quan", "kho bạc", "bảo hiểm xã hội", "bhxh", "thanh tra", "tổ chức"})
# Bodies that are known by their letters as much as by their names, which then keep them.
_BY_LETTERS = re.compile(
    r"(?:(?:đảng đoàn|đảng ủy|ban chấp hành|ban thường vụ|đoàn chủ tịch|hđqt|hđtv|hội đồng quản trị|hội đồng thành viên"
    r"|ban kiểm soát) )?(?:tổng liên đoàn|liên đoàn|bảo hiểm|tập đoàn|tổng công ty|công ty|ngân hàng|hiệp hội|hội"
    r"|liên hiệp|liên minh|tổ chức|quỹ|trung tâm)(?!\w)(?! đồng)"
)
_OF_PROVINCE = (" tỉnh", " tỉnh ủy", " tỉnh đoàn")


def _beside_mates(document: Document, name: str, mates: Sequence[Post]) -> tuple[str, tuple[Evidence, ...]] | None:
    """Take the province from another post of the same person ("Bí thư Tỉnh ủy, … UBND tỉnh Nghệ An")."""
    if not f" {key(name)}".endswith(_OF_PROVINCE):
        return None
    for mate in mates:
        if mate.body is None:
            continue
        at = document.lowered.find("tỉnh ", mate.body.start, mate.body.end)
        rest = document.lowered[at + 5 : mate.body.end].removeprefix("ủy ") if at >= 0 else ""
        if rest in provinces():
            end = mate.body.end
            return f"{name} {document.text[end - len(rest) : end]}", (
                Evidence(Span(end - len(rest), end), "post.beside", "context"),
            )
    return None


_COMMANDERS = frozenset(
    ["chính ủy", "chỉ huy trưởng", "phó chính ủy", "phó chỉ huy trưởng", "tham mưu trưởng", "phó tham mưu trưởng"]
    + ["chủ nhiệm chính trị", "phó chủ nhiệm chính trị", "chính trị viên"]
)
_FIRMS = frozenset(["công ty", "tổng công ty", "tập đoàn", "ngân hàng", "ctcp", "cty"])


def _firm_of(document: Document, mates: Sequence[Post], index: int) -> tuple[str | None, list[Evidence]]:
    """The firm in which the same person holds the next post ("Trưởng Ban Kiểm soát, Tổng Giám đốc Công ty …")."""
    for i, mate in enumerate(mates[index + 1 :]):
        if mate.body and (mate.body.first in _FIRMS or not mate.body.first and i == 0):
            span = Span(mate.body.start, mate.body.end)
            return " ".join(document.words(span).split()), [Evidence(span, "post.shared-body", "list")]
    return None, []


def _repeats(lowered: str, word: str) -> bool:
    return lowered == word or lowered.startswith(word + " ")


def _over_place(post: Post, stated: str, lowered: str) -> str:
    """Read a place: "Bí thư tỉnh X" is secretary of "Tỉnh ủy X", "Chủ tịch huyện Y" chair of "UBND huyện Y"."""
    title = key(post.title)
    level = _LEVEL_BODY.match(lowered)
    if "bí thư" in title:
        if level:
            committee = _PARTY.get(level[0].rstrip("."), f"Đảng ủy {level[0]}")
            rest = stated[level.end() :].strip()
            return f"{committee} {rest}".strip() if committee[0] != "Đ" else f"Đảng ủy {stated}"
        if lowered in provinces():
            return ("Thành ủy " if lowered in cities() else "Tỉnh ủy ") + stated
    elif title.endswith(("chủ tịch", "chủ tịch thường trực")) and (level or lowered in provinces()):
        return f"UBND {stated}"
    return stated


def _from_mates(document: Document, post: Post, mates: Sequence[Post], index: int) -> tuple[str | None, list[Evidence]]:
    """A title without a body shares the body that follows ("Phó Chủ tịch kiêm Tổng Thư ký Hội …")."""
    if index + 1 >= len(mates):
        return None, []
    mate = mates[index + 1]
    word = mate.concept.extra.get("bodyWord", ("",))[0]
    envoy = "state" in post.concept.extra  # "Đại sứ, Trưởng Phái đoàn EU"
    swallowed = (
        not envoy
        and word not in ("", "Bộ")
        and (mate.body is not None)
        and f"{mate.body.first} ".startswith(f"{key(word)} ")
    )
    if mate.body is None or mate.start - post.end > 25 or swallowed:
        return None, []
    own = post.concept.extra.get("bodyWord", ("",))[0]
    if mate.body.first == "bộ" and own != "Văn phòng":
        return None, []
    if own and own != "Văn phòng" and "chủ nhiệm" not in key(mate.title):
        return None, []
    if mate.body.first in ("hội đồng", "công đoàn", "hội") and key(post.title) in _COMMANDERS:
        return None, []
    name = " ".join(document.text[mate.body.start : mate.body.end].split())
    if own == "Bộ" and not key(name).startswith(("văn phòng", "vpcp", "ủy ban dân tộc")):
        inside = document.folded.find("Bộ ", mate.body.start, mate.body.end)
        if inside < 0:
            return None, []
        return document.text[inside : mate.body.end].rstrip(")"), [
            Evidence(Span(inside, mate.body.end), "post.shared-body", "list")
        ]
    span = Evidence(Span(mate.body.start, mate.body.end), "post.shared-body", "list")
    if key(post.title) == "tổng thư ký" and key(name).startswith("văn phòng "):
        return name[len("Văn phòng ") :], [span]
    if "bí thư" in key(post.title) and mate.body.first in ("ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân"):
        rest = name[len(mate.body.first) :].strip()
        return _over_place(post, rest, key(rest)), [span]
    if "bí thư" in key(post.title):
        return None, []
    if "giám đốc" in key(post.title) and mate.body.first in (
        "hđqt",
        "hđtv",
        "hội đồng quản trị",
        "hội đồng thành viên",
    ):
        name = name[len(mate.body.first) :].strip()
        return name or None, [span] if name else []
    return (f"{own} {name}" if own == "Văn phòng" else name), [span]
