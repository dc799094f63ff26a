"""Posts: a head ("Phó Chủ tịch Thường trực") and the body in or over which it is held.

Heads stand in the scheme `post-head`, which also says which head swallows the first word of its body
("Trưởng Ban Dân vận"), which names its body by itself ("Thủ tướng"), and which stands for other words.
"""

import re
import threading
from collections.abc import Collection
from dataclasses import dataclass, replace

from graph.grammar.bodies.body_stops import stop_pattern
from graph.grammar.bodies.body_words import ACRONYM, REALM, STATE, body_pattern
from graph.grammar.bodies.glued import may_begin, stranger
from graph.grammar.bodies.organisations import Body, body_at
from graph.grammar.bodies.places import COUNTRIES, countries, level_at, place_at
from graph.grammar.names.names import plain as key
from graph.grammar.names.names import plausible, run_at
from graph.grammar.names.post_heads import head_pattern, heads
from graph.grammar.names.ranks import ACTING, FORMER
from graph.grammar.text.normal import LOWER, UPPER
from ontology.vocabulary import Concept


@dataclass(slots=True)
class Post:
    """A post as it stands in the text.

    `start`, `end`: the whole phrase with "nguyên" and the body. `head_end`: end of the title alone.
    `body`: None where the head stands alone. `name_at`: where a name follows without a comma.
    `generic`: it names no single seat ("Chủ tịch UBND các huyện"). `told`: the words elsewhere that give it
    to another ("người đồng cấp Nga").
    """

    start: int
    head: int
    head_end: int
    end: int
    title: str
    concept: Concept
    body: Body | None
    former: bool = False
    acting: bool = False
    generic: bool = False
    told: tuple[int, int] | None = None

    @property
    def name_at(self) -> int | None:
        """Where a person's name begins right after the body, or None."""
        return self.body.name_at if self.body else None


_FIELD_OF_LAND = re.compile(
    rf"(?: (?:[{LOWER}]+|[{UPPER}][{LOWER}]+)){{1,10}}? (?=(?:{'|'.join(COUNTRIES)}) [{UPPER}]\w+ [{UPPER}])"
)
_CHARGE = re.compile(r" phụ trách(?!\w)")
_SMALL = re.compile(r" (?!phụ)([^\W\d_]+)")
_MANY = re.compile(r"(?:các|những|nhiều|mỗi|một số|hàng loạt|nguyên là các)(?!\w)")


# "Nghị sĩ đảng Cộng hòa" + a name
_PARTY = re.compile(
    rf"[Đđ]ảng [{UPPER}][{LOWER}]+(?: [{LOWER}]+){{0,2}}(?= [{UPPER}][{LOWER}]+ [{UPPER}])"
    rf"|(?:Cộng hòa|Dân chủ|Bảo thủ)(?= [{UPPER}][a-z]+ [{UPPER}][a-z]+)"
)
# "chủ tịch đảng Dân chủ Tự do,"
_LED_PARTY = re.compile(rf"[Đđ]ảng [{UPPER}][{LOWER}]+(?: [{UPPER}]?[{LOWER}]+){{0,3}}(?=[,.;)]| - )")
_COUNTED = re.compile(r" [2-9] [^\W\d_]")  # "Chủ tịch 3 hội đồng"


class _Read(threading.local):
    """The posts read in the text at hand: the same place is asked for several times while a list is read."""

    text = ""
    known: Collection[str] = ()
    posts: dict[int, Post | None] = {}


_read = _Read()


def post_at(folded: str, lowered: str, at: int, known: Collection[str] = ()) -> Post | None:
    """Read the post that begins at `at` (with "nguyên" or "quyền" before it), or None."""
    if not may_begin(lowered, at):
        return None
    if _read.text is not folded or _read.known is not known:
        _read.text, _read.known, _read.posts = folded, known, {}
    if at not in _read.posts:
        _read.posts[at] = _post_at(folded, lowered, at, known)
    return _read.posts[at]


def _post_at(folded: str, lowered: str, at: int, known: Collection[str]) -> Post | None:
    start = at
    former = FORMER.match(lowered, at)
    if former:
        at = former.end()
    acting = ACTING.match(lowered, at)
    if acting and lowered.endswith("ủy ", 0, at):
        return None  # "thừa ủy quyền Chủ tịch nước"
    if acting:
        at = acting.end()
    match = head_pattern().match(lowered, at)
    if not match or lowered.startswith(" quán", match.end()):
        return None  # "Đại sứ quán"
    if lowered.endswith(_IN_FILMS, 0, start):
        return None
    base = _base(match[0])
    concept = heads()[base]
    head_end, pos, extra = match.end(), match.end(), concept.extra
    charge = _CHARGE.match(lowered, pos)
    if charge:
        pos = head_end = charge.end()
        field = _FIELD_OF_LAND.match(folded, pos)
        if field and place_at(folded, lowered, field.end()):
            pos, head_end, extra = field.end() - 1, match.end(), {}
        elif not body_pattern().match(lowered, pos + 1):
            pos = _skip_small(folded, lowered, pos)
            head_end = pos if pos == charge.end() else match.end()
    elif _TRAILING_SUFFIX.match(lowered, pos):
        pos = head_end = _TRAILING_SUFFIX.match(lowered, pos).end()  # type: ignore[union-attr]
    deposed = False
    if not _OF_STATE.isdisjoint(extra):
        elect = _ELECT.match(folded, pos)
        if elect:
            pos = head_end = elect.end()
        told = _IN_OFFICE.match(folded, pos)
        if told:
            pos, deposed = told.end(), told["past"] is not None
    if acting and acting[0].startswith("tân"):
        acting = None  # newly appointed, not acting
    title = _title(folded, acting.start() if acting else at, head_end, concept)
    if "noBody" in extra:
        country = place_at(folded, lowered, pos + 1) if folded[pos : pos + 1] == " " else None
        body = body_at(folded, lowered, pos + 1, None, known) if country else None
        return Post(
            start, at, head_end, body.end if body else head_end, title, concept, body, bool(former), bool(acting)
        )
    word = key(extra["bodyWord"][0]) if "bodyWord" in extra else None
    body = None
    if folded[pos : pos + 1] == " ":
        body = body_at(folded, lowered, pos + 1, word, known)
        if body is None and lowered.startswith("tại " if "noBrand" in extra else "của ", pos + 1):
            body = body_at(folded, lowered, pos + 5, None, known)
        if lowered.startswith("thuộc ", pos + 1):
            body = body_at(folded, lowered, pos + 7, None, known)
    ruler = _RULER.match(lowered, pos) if "ofRuler" in extra else None
    if ruler:
        body = _of_ruler(folded, lowered, ruler, known) or body
    if body and lowered.startswith("nhà trường", body.start):
        body = replace(body, end=body.start + len("nhà trường"), name_at=None)
    party = _PARTY.match(folded, pos + 1) if "state" in extra and folded[pos : pos + 1] == " " else None
    if party and not place_at(folded, lowered, pos + 1):
        body = Body(pos + 1, party.end(), "place", "đảng", party.end() + 1)
    elif body is None and lowered[pos + 1 : pos + 2] == "đ" and (led := _LED_PARTY.match(folded, pos + 1)):
        body = Body(pos + 1, led.end(), "place", "đảng")
    bracketed = body is None and folded.startswith(" (", pos)
    if bracketed and body_pattern().match(lowered, pos + 2):
        body = body_at(folded, lowered, pos + 2, None, known)
        if body and (body.name_at is not None or folded[body.end : body.end + 1] != ")"):
            body = None
    if body and not body.first and not _OF_STATE.isdisjoint(extra) and not _place(folded, lowered, body.start):
        body = None  # "Thủ tướng" + a foreign name
    if body and body.first == "trường" and "fixedBody" in extra:
        body = None  # whose body is fixed leads no school: there a name begins
    if (
        body
        and not body.first
        and body.name_at is None
        and "noBrand" in extra
        and stranger(folded, lowered, body.start)
    ):
        body = None  # "Thẩm phán" + a foreign name
    if body and body.name_at is None and not _OF_STATE.isdisjoint(extra) and (aside := _ASIDE.match(folded, body.end)):
        body = replace(body, name_at=aside.end())
        deposed = aside["past"] is not None
    if body and body.name_at is None:
        body = _before_name(folded, lowered, body)
    if match[0] == "đại diện thương mại" and not (
        _place(folded, lowered, body.start) if body else stranger(folded, lowered, pos + 1)
    ):
        return None  # of a firm
    if not _ASKING.isdisjoint(extra) and not _named(folded, lowered, start, concept, body):
        return None
    if "onlyWith" in extra and not (body and lowered.startswith(tuple(key(w) for w in extra["onlyWith"]), body.start)):
        return None
    end = body.end + (bracketed and folded.startswith(")", body.end)) if body else pos
    if body and body.name_at is None and _CHARGE.match(lowered, end):
        end = _over_charge(folded, lowered, end)
    generic = bool(body and (_MANY.match(lowered, body.start) or _plural(lowered, body)))
    several = _MANY.match(lowered, pos + 1) or lowered.startswith("các", pos + 1) or _COUNTED.match(lowered, pos)
    if not body and several:
        generic = True
    return Post(start, at, head_end, end, title, concept, body, bool(former) or deposed, bool(acting), generic)


def _before_name(folded: str, lowered: str, body: Body) -> Body:
    """Read a bracket between a body and its holder's name ("Chủ tịch UBND xã Tân An (huyện Mơ Sơn) Lê Văn Tám")."""
    if folded[body.end - 1 : body.end] == ")":
        end = body.end
    elif folded.startswith(" (", body.end):
        end = folded.find(")", body.end, body.end + 60) + 1
    else:
        return body
    at = end + 1
    if not end or folded[end : at + 1].strip() == folded[end : at + 1] or folded.find("\n", body.end, end) >= 0:
        return body
    words = [folded[a:b] for a, b in run_at(folded, at)]
    if not (3 <= len(words) <= 4 and plausible(words) or stranger(folded, lowered, at)):
        return body
    inside = folded.rfind("(", 0, end) + 1
    if _WHERE.match(folded, inside) and not _SOMEBODY.match(lowered, inside):
        return replace(body, end=end, name_at=at)
    return body if _SOMEBODY.match(lowered, inside) or end == body.end else replace(body, name_at=at)


# A bracket that tells where a body is, or what it is in short; "(phải)" and "(ảnh chụp năm …)" do not belong to it.
_WHERE = re.compile(
    rf"(?:(?:thuộc|nay là|nay thuộc|trước là|ở|tại) )?(?:(?:[Hh]uyện|[Qq]uận|[Tt]ỉnh|[Tt]hị xã|[Tt]hành phố|TP|TX|[Xx]ã"
    rf"|[Pp]hường|[Tt]hị trấn)(?!\w)|[{UPPER}][{LOWER}]+(?:[ -]+[{UPPER}][{LOWER}]+){{0,2}}[,)]"
    rf"|[{UPPER}][\w-]*[{UPPER}]|cũ\)|mới\))"
)
_SOMEBODY = re.compile(r"(?:(?:\w+ ){0,3})?(?:ông|bà|anh|chị|đồng chí|đ/c) \w")


# Heads that are posts only in some company.
_ASKING = frozenset({"onlyOfLand", "onlyNamed"})
_SIR = re.compile(rf"(?:,| -) (?:ông|bà|(?:[đt][ạhr][^\W\d_]{{1,4}} )?tướng) [{UPPER}]")
_CLOSES = re.compile(r"[,;.)\n]| - |$")


def _named(folded: str, lowered: str, start: int, concept: Concept, body: Body | None) -> bool:
    """Does the company stand here that makes a post of "lãnh đạo" or "chỉ huy": a country, a name beside it?"""
    if body is None:
        return "onlyOfLand" in concept.extra and stranger(folded, lowered, start + len(concept.label) + 1)
    if "onlyOfLand" in concept.extra and lowered[body.start : body.end] not in countries():
        return False
    if body.name_at is not None:
        return True
    if "onlyNamed" not in concept.extra:
        return False
    apposed = folded.endswith((", ", " - ", " ("), 0, start)
    return bool(_SIR.match(folded, body.end) or apposed and _CLOSES.match(folded, body.end))


_LOST = r"(?P<past>bị (?:sa thải|lật đổ|phế truất|bãi nhiệm|truất quyền|cách chức)|tiền nhiệm|quá cố)"
# "Tổng thống đắc cử Peter …": a part of the title; "Tổng thống đương nhiệm Peter …": none
_ELECT = re.compile(rf" (?:đắc cử|lâm thời)(?= [{UPPER}])")
_IN_OFFICE = re.compile(
    rf" (?:(?:mới|vừa) (?:đắc cử|nhậm chức|được bầu)|tái đắc cử|đương nhiệm|(?:sắp )?mãn nhiệm|{_LOST}"
    rf"|(?:của )?nước (?:này|chủ nhà))(?:(?= của [{UPPER}])|(?= [{UPPER}]))"
)
_ASIDE = re.compile(
    rf" (?:(?:thân|chống) (?:phương Tây|châu Âu|[{UPPER}]\w+(?: [{UPPER}]\w+)?)|đương nhiệm|(?:sắp )?mãn nhiệm"
    rf"|{_LOST}) (?=[{UPPER}]\w+ [{UPPER}])"
)
_RULER = re.compile(
    r" (?:của )?((?:phó )?(?:tổng thống|thủ tướng)|quốc vương|nhà vua|chủ tịch nước)(?: (?=[^\W\d_])|(?=,))"
)


def _of_ruler(folded: str, lowered: str, ruler: "re.Match[str]", known: Collection[str]) -> Body | None:
    """Read the ruler for whom somebody speaks or works ("người phát ngôn của Tổng thống Nga")."""
    if folded[ruler.end() - 1] == ",":
        return Body(ruler.start(1), ruler.end(1), "place", "")
    land = place_at(folded, lowered, ruler.end())
    if not land or lowered[ruler.end() : land] not in countries():
        return None
    body = body_at(folded, lowered, ruler.end(), None, known)
    if body is None or body.name_at is not None and ruler[0].startswith(" của "):
        return None  # "người phát ngôn của Thủ tướng Anh Anna Carter": she is the Prime Minister
    return replace(body, start=ruler.start(1))


_OF_STATE = frozenset({"fixedBody", "memberOf", "state"})


# "Tổng thống HILDA BROWN": a name in capitals; "Tổng thư ký NATO" + one: none.
_ALLIANCES = "NATO|ASEAN|APEC|WTO|WHO|IMF|FIFA|UEFA|AFC|OPEC|OECD|IAEA|UNESCO|UNICEF|UNDP|BRICS"
_LOUD = re.compile(rf"(?!(?:{_ALLIANCES}) )[{UPPER}]{{3,}} [{UPPER}]{{3,}}(?!\w)")


def _place(folded: str, lowered: str, at: int) -> bool:
    realm = REALM.match(lowered, at)
    at = realm.end() if realm else at
    if STATE.match(folded, at) or level_at(lowered, at) or place_at(folded, lowered, at):
        return True
    return bool(ACRONYM.match(folded, at)) and not _LOUD.match(folded, at)


# Who bears an office in a film or a book ("nhân vật Thái tử …").
_IN_FILMS = ("nhân vật ", "đóng vai ", "vào vai ", "thủ vai ", "hóa thân thành ")
_TRAILING_SUFFIX = re.compile(r" (?:thường trực|thứ nhất)(?!\w)")


def _plural(lowered: str, body: Body) -> bool:
    """Is the seat one of many ("UBND các huyện")?"""
    if lowered.find("các ", body.start, body.end) < 0:
        return False
    found = _PLURAL_INSIDE.search(lowered, body.start, body.end)
    return bool(found and (body.tail == "place" or found.start() <= body.start + len(body.first) + 1))


_PLURAL_INSIDE = re.compile(
    r"(?<!\w)các (?:huyện|quận|xã|phường|tỉnh|thành phố|sở|ban|bộ|địa phương|đơn vị|thị xã|trường|cấp)(?!\w)"
)


def _base(found: str) -> str:
    """Return the spelling of the scheme inside what the pattern found."""
    if found in heads():
        return found
    words = found.split(" ")
    for end in range(len(words) - 1, 0, -1):
        for start in (0, 1):
            part = " ".join(words[start:end]) if start < end else ""
            if part in heads():
                return part
    return " ".join(words[1:])


def _title(folded: str, start: int, end: int, concept: Concept) -> str:
    """The title as written, first letter large, abbreviations written out."""
    words = " ".join(folded[start:end].split())
    if "expandsTo" in concept.extra:
        return ("Phó " if key(words).startswith("phó ") else "") + concept.extra["expandsTo"][0]
    short = words.split(" ")[0]
    if 2 <= len(short) <= 4 and short.isupper() and " " in words and key(short) in heads():
        return concept.label + words[len(short) :]
    if words.isupper() and len(words) <= 4 or "fixedBody" in concept.extra and key(words).endswith("chính phủ"):
        return concept.label
    return words[:1].upper() + words[1:]


def _over_charge(folded: str, lowered: str, pos: int) -> int:
    """Skip what a deputy of a body looks after ("Thứ trưởng Bộ … phụ trách kinh tế"), or stay."""
    end = _skip_small(folded, lowered, pos + len(" phụ trách"))
    follows = folded[end : end + 2]
    return end if follows[:1] in (",", ")") or follows == " -" or follows[1:].isupper() else pos


def _skip_small(folded: str, lowered: str, pos: int) -> int:
    """Skip the field that a deputy looks after ("phụ trách kinh tế")."""
    for _ in range(6):
        match = _SMALL.match(folded, pos)
        if not match or not match[1].islower() or stop_pattern().match(lowered, pos + 1):
            break
        pos = match.end()
    return pos
