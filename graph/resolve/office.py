"""Posts as compared between reports: the same seat, the same body, or bodies that belong together.

Reports write a body in full or in short, and a clause may stick to its name ("Bộ Giao thông", "Bộ Giao
thông vận tải cho biết"): for two people of one name and one kind of post, bodies whose telling words are
the same are taken to be one.
"""

import re
from dataclasses import dataclass

from graph.resolve.body import Body
from graph.resolve.post import Post
from graph.resolve.resolution import Part
from graph.resolve.spelling import words
from ontology.iri import local_slug

_PROVINCIAL = re.compile(r"(?:tỉnh|tỉnh ủy|thành ủy)$")
_MODIFIER = re.compile(r"-(?:thuong-truc|phu-trach|chuyen-trach|thu-nhat|dieu-hanh)$")
# Posts that hundreds hold: they say little of who it is.
_WIDE = frozenset({"uy-vien", "uy-vien-du-khuyet", "dai-bieu", "dai-bieu-quoc-hoi", "uy-vien-thuong-truc"})
_HIGHEST = frozenset({"bo-chinh-tri", "ban-bi-thu"})  # of which even a member is among the first
# Posts of which there are so few that they tell even without their body.
_FEW_WORDS = """
    bo-truong thu-truong thu-tuong pho-thu-tuong chu-tich-nuoc pho-chu-tich-nuoc tong-bi-thu thong-doc
    tong-thanh-tra chu-tich-quoc-hoi
"""
_FEW = frozenset(_FEW_WORDS.split())
_FIRST = frozenset(
    {"pho-thu-tuong", "pho-chu-tich-nuoc", "pho-chu-tich-quoc-hoi", "thuong-truc"}
)  # no heads, yet first
# Posts of which there is one in the country.
_ONE = frozenset({"chu-tich-nuoc", "thu-tuong", "tong-bi-thu"})
# Above everything: to be in them both is no company.
_ROOTS = frozenset({"chinh-phu", "ban-chap-hanh-trung-uong-dang", "quoc-hoi", "dang-cong-san-viet-nam"})
# Words that many bodies' names hold.
_EMPTY_WORDS = """
    ủy ban nhân dân tỉnh thành phố huyện quận thị xã phường trấn bộ sở cục vụ phòng của các trung ương việt nam
    quốc gia hội đồng tổng công ty trưởng phó cơ quan tổ chức văn trực thuộc nước về trong tp
    tập đoàn
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_LEADING = frozenset({"PartyCommittee", "PeoplesCommittee", "PeoplesCouncil"})
_CENTRAL = frozenset({"Ministry", "PartyBody", "PartyCommittee", "StateBody", "FrontBody", "MassOrganization"})


@dataclass(frozen=True, slots=True)
class Held:
    """One post as compared: type of position, body, the bodies above it, where it is.

    `tokens` are the telling words of the body's name, in order; `level` is national, province, local or "";
    `leads` says that it is at or near the head of its body, `head` that it is the head.
    """

    position: str
    body: str
    tokens: tuple[str, ...]
    above: tuple[str, ...]
    province: str
    district: str
    level: str
    leads: bool
    head: bool
    scoped: bool
    former: bool

    @property
    def wide(self) -> bool:
        """Say whether hundreds hold such a post."""
        return self.position in _WIDE


def held_of(post: Post, former: bool) -> Held:
    """Return a post as compared."""
    chain = list(post.body.chain()) if post.body else []
    place = next((b.place for b in chain if b.place), None)
    district = place if place and place.level in ("district", "commune") else None
    own = chain[0] if chain else None
    position, tokens = _MODIFIER.sub("", local_slug(post.position)), _tokens(own)
    if position == "ngoai-truong":  # "Ngoại trưởng Lào" is the minister of its foreign ministry
        position, tokens = "bo-truong", ("ngoại", "giao", *tokens)
    first = post.heads or position in _FIRST or (own is not None and local_slug(own.iri) in _HIGHEST)
    return Held(
        position,
        local_slug(own.iri) if own else "",
        tokens,
        tuple(local_slug(iri) for b in chain for iri in (b.iri, *b.known_above))[1:],
        local_slug(place.province) if place and place.province else "",
        district.label.lower() if district else "",
        _level(own),
        _leads(post),
        first,
        own.scoped if own else False,
        former,
    )


def _tokens(body: Body | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(w for w in words(body.label) if w not in _EMPTY)) if body else ()


def _level(body: Body | None) -> str:
    if body is None:
        return ""
    if body.known is not None:
        return "national" if _CENTRAL & set(body.classes) else ""
    if body.place is None:
        return "province" if not body.scoped and _LEADING & set(body.classes) and _PROVINCIAL.search(body.key) else ""
    return "province" if body.place.level == "province" and _LEADING & set(body.classes) else "local"


def _leads(post: Post) -> bool:
    return post.heads or post.deputy_to is not None


def is_elite(post: Held) -> bool:
    """Say whether the post is one of the few hundred at the head of the country and its provinces."""
    if post.position in _FEW:
        return True
    if post.level == "national":
        return post.leads or (post.wide and post.body in _ROOTS | _HIGHEST)
    return post.level == "province" and post.leads


def compare_posts(left: tuple[Held, ...], right: tuple[Held, ...], *, far: bool) -> list[Part]:
    """Return the part that the closest two posts add; none where no two have anything in common.

    Args:
        left: posts of one mention.
        right: posts of the other.
        far: the reports are so many years apart that a seat may have passed to a namesake.
    """
    best = Part("post", 0.0, "")
    for a in left:
        for b in right:
            part = _pair(a, b)
            if part.score > best.score:
                best = part
    if far and best.score > 4.0:
        best = Part(best.name, 4.0, best.reason)
    return [best] if best.score else []


def _pair(a: Held, b: Held) -> Part:
    wide = a.wide or b.wide
    same_position = a.position == b.position
    if same_position and a.position in _ONE and (a.body == b.body or not (a.body and b.body)):
        return Part("post", 6.0, a.position)
    if a.body and a.body == b.body:
        if same_position:
            return Part("post", 4.0 if wide else 6.0, f"{a.position} {a.body}")
        return Part("body", 2.0 if wide else 4.0, f"{a.body}: {a.position} / {b.position}")
    if not (a.body and a.tokens) or not (b.body and b.tokens):
        if a.level == b.level == "province":
            return _kin(a, b, wide) if a.province and b.province else _anywhere(a, b, same_position)
        if not same_position:
            return Part("post", 0.0, "")
        return Part("post", 3.5 if a.position in _FEW else 1.0, f"{a.position}, a body not stated")
    if _alike(a.tokens, b.tokens) and _same_place(a, b):
        several = len(set(a.tokens) & set(b.tokens)) >= 3
        weight = 5.0 if same_position else 3.5 if several else 3.0
        return Part("body", 1.0 if wide else weight, f"{a.body} ~ {b.body}")
    if same_position and a.district and a.district == b.district:
        return Part("post", 4.5, f"{a.position}, {a.district}")
    return _kin(a, b, wide)


def _anywhere(a: Held, b: Held, same_position: bool) -> Part:
    if not same_position:
        return Part("post", 0.0, "")
    return Part("post", 3.5, f"{a.position} of a province, once not said which")


def _same_place(a: Held, b: Held) -> bool:
    return not (a.province and b.province and a.province != b.province)


def _alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Say whether two names share their telling words: all of the shorter, or nearly all of both."""
    shared = set(a) & set(b)
    shorter = min(len(a), len(b))
    if shorter == 0:
        return False
    if len(shared) == shorter or (len(shared) >= 2 and len(shared) / shorter >= 0.75):
        return True
    # One of them runs on into the sentence: "Viện Văn hóa Nghệ thuật lo ngại".
    return shorter > 3 and a[:4] == b[:4]


def _kin(a: Held, b: Held, wide: bool) -> Part:
    """Score two bodies that are not one: part and whole, sisters, or of one province."""
    if wide:
        return Part("post", 0.0, "")
    if a.body in b.above or b.body in a.above:
        return Part("body", 3.0, f"{a.body} / {b.body}: one is part of the other")
    shared = (set(a.above) & set(b.above)) - _ROOTS
    if shared:
        return Part("body", 3.5 if a.position == b.position else 1.5, f"both in {min(shared)}")
    if a.province and a.province == b.province:
        leading = (a.level == "province") + (b.level == "province")
        weight = (1.0, 2.0, 3.5)[leading]
        return Part("body", weight, f"both bodies are of {a.province}")
    return Part("post", 0.0, "")
