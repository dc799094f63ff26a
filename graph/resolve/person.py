"""People: never by name alone. A post, a body, a place, a rank and the company kept decide.

Vietnamese names are few for many people: of the names of officials in the news one in three has another
at one letter's distance, so names must agree to the diacritic, and agreement of names is only where the
comparison begins. Two mentions with one name are one person if their posts or bodies meet; they are two
if they serve in two provinces at one time, or if a rank would have to fall.
"""

from dataclasses import dataclass
from datetime import date

from graph.mention import PersonMention
from graph.resolve.post import Post
from graph.resolve.resolution import Part
from graph.resolve.score import Score
from graph.resolve.spelling import key
from ontology.iri import local_slug
from ontology.vocabulary import by_form

# Posts that hundreds hold: they say little of who it is.
_WIDE = frozenset({"uy-vien", "uy-vien-du-khuyet", "dai-bieu-quoc-hoi", "uy-vien-thuong-truc"})


@dataclass(frozen=True, slots=True)
class Held:
    """One post as compared: type of position, body, the bodies above it, province ("" if national)."""

    position: str
    body: str
    above: tuple[str, ...]
    province: str
    former: bool


@dataclass(frozen=True, slots=True)
class PersonProfile:
    """What one report says of one person. `block` is the name's key; `company` the others it names."""

    block: str
    posts: tuple[Held, ...]
    ranks: tuple[int, ...]
    company: tuple[str, ...]
    province: str
    day: str

    @property
    def signature(self) -> tuple[object, ...]:
        """Return what makes two profiles alike for every comparison but the company they keep."""
        return (self.block, self.posts, self.ranks, self.province, self.day[:4])


def rank_order(name: str) -> int | None:
    """Return the place of a rank in the order of ranks, or None."""
    concept = by_form("rank").get(name.casefold())
    order = concept.extra.get("rankOrder") if concept else None
    return int(order[0]) if order else None


def profile_of(
    person: PersonMention, posts: list[tuple[Post, bool]], others: list[str], province: str, day: str | None
) -> PersonProfile:
    """Build the profile of a person; `posts` with whether they are former, `others` names beside theirs."""
    held = []
    for post, former in posts:
        chain = list(post.body.chain()) if post.body else []
        place = next((b.place for b in chain if b.place), None)
        held.append(
            Held(
                local_slug(post.position),
                local_slug(post.body.iri) if post.body else "",
                tuple(local_slug(iri) for b in chain for iri in (b.iri, *b.known_above))[1:],
                local_slug(place.province) if place and place.province else "",
                former,
            )
        )
    orders = [rank_order(rank.name) for rank in person.ranks]
    return PersonProfile(
        key(person.name),
        tuple(sorted(held, key=lambda h: (h.position, h.body, h.former))),
        tuple(sorted(order for order in orders if order is not None)),
        tuple(sorted({key(name) for name in others} - {key(person.name)})),
        province,
        day or "",
    )


def compare_persons(left: PersonProfile, right: PersonProfile) -> Score:
    """Score two mentions with one name."""
    years = _years(left.day, right.day)
    parts = [*_posts(left, right, years), *_places(left, right, years), *_ranks(left, right, years)]
    parts += _company(left, right, years)
    return Score(sum(p.score for p in parts), tuple(parts), any(p.score <= -5 for p in parts))


def _years(left: str, right: str) -> float | None:
    if not left or not right:
        return None
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days) / 365.25


def _posts(left: PersonProfile, right: PersonProfile, years: float | None) -> list[Part]:
    far = years is not None and years > 12
    best = Part("post", 0.0, "")
    for a in left.posts:
        for b in right.posts:
            part = _post_pair(a, b, far)
            if part.score > best.score:
                best = part
    return [best] if best.score else []


def _post_pair(a: Held, b: Held, far: bool) -> Part:
    wide = a.position in _WIDE or b.position in _WIDE
    if a.body and a.body == b.body:
        if a.position == b.position:
            return Part("post", 4.0 if wide or far else 6.0, f"{a.position} {a.body}")
        return Part("body", 2.0 if wide else 4.0, f"{a.body}: {a.position} / {b.position}")
    if not a.body and not b.body and a.position == b.position:
        return Part("post", 1.5, f"{a.position}, body not stated")
    if a.body and b.body and (a.body in b.above or b.body in a.above):
        return Part("body", 3.0, f"{a.body} / {b.body}: one is part of the other")
    shared = set(a.above) & set(b.above)
    if shared:
        return Part("body", 2.0, f"both in {min(shared)}")
    if a.province and a.province == b.province:
        return Part("body", 3.0, f"both bodies are of {a.province}")
    return Part("post", 0.0, "")


def _provinces(profile: PersonProfile) -> set[str]:
    return {post.province for post in profile.posts if post.province}


def _places(left: PersonProfile, right: PersonProfile, years: float | None) -> list[Part]:
    a, b = _provinces(left), _provinces(right)
    if a and b and not a & b:
        reason = f"{min(a)} / {min(b)}"
        if _national(left) and _national(right):
            return [Part("place", -1.0, reason)]
        return [Part("place", -6.0 if years is None or years < 3 else -3.0, reason)]
    if a & b:
        return [Part("place", 1.0, min(a & b))]
    if left.province and left.province == right.province and (a or b):
        return [Part("place", 1.0, f"both reports are of {left.province}")]
    return []


def _national(profile: PersonProfile) -> bool:
    return any("trung-uong" in post.body or post.body in ("chinh-phu", "quoc-hoi") for post in profile.posts)


def _ranks(left: PersonProfile, right: PersonProfile, years: float | None) -> list[Part]:
    if not left.ranks or not right.ranks:
        return []
    a, b = max(left.ranks), max(right.ranks)
    if a == b:
        return [Part("rank", 1.0, "the same rank")]
    early, late = (a, b) if left.day <= right.day else (b, a)
    if years is None:
        return [Part("rank", -1.0, "other ranks, undated")]
    if late < early:
        return [Part("rank", -6.0, "the later rank is lower")]
    # A promotion takes two to four years; three steps in two years is another person.
    return [Part("rank", -6.0, "too far to rise")] if late - early > 1 + years / 2 else []


def _company(left: PersonProfile, right: PersonProfile, years: float | None) -> list[Part]:
    shared = set(left.company) & set(right.company)
    if not shared:
        return []
    near = years is not None and years * 365.25 <= 10
    each = 2.0 if near else 0.75
    return [Part("company", min(each * len(shared), 4.5 if near else 1.5), ", ".join(sorted(shared)[:4]))]


def distinguishing(profile: PersonProfile) -> str:
    """Return what tells a homonym apart in an IRI: a body of theirs, else the year of the report."""
    bodies = [post.body for post in profile.posts if post.body and post.position not in _WIDE]
    return bodies[0] if bodies else profile.province or profile.day[:4]
