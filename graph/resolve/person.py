"""People: never by name alone. A post, a body, a place, a rank and the company kept decide.

Vietnamese names are few for many people: of the names of officials in the news one in three has another
at one letter's distance, so names must agree to the diacritic, and agreement of names is only where the
comparison begins. Two mentions with one name are one person if their posts or bodies meet; they are two
if they serve in two provinces at one time, or if a rank would have to fall.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from graph.mention import PersonMention
from graph.resolve.office import Held, compare_posts, held_of, is_elite
from graph.resolve.post import Post
from graph.resolve.resolution import Part
from graph.resolve.score import Score
from graph.resolve.sketch import share_of_text
from graph.resolve.spelling import key
from ontology.vocabulary import by_form, scheme

GENERAL, COLONEL_GENERAL, COLONEL = 12, 14, 10  # in the order of ranks: Thiếu tướng, Thượng tướng, Thượng tá
# Half of all Vietnamese bear one of four names; these middle and given names are on every list of officials.
_SURNAMES = frozenset(["nguyễn", "trần", "lê", "phạm"])
_LESS_COMMON = frozenset(["hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "lý"])
_PLAIN_MIDDLE = frozenset(["văn", "thị"])
_MIDDLE_WORDS = """
    đức mạnh quốc thanh minh hữu xuân ngọc quang đình công hồng thành anh tuấn hoàng duy kim thu
    phương tiến bá viết tấn trọng chí thế ngọc hải trung việt mỹ bích
"""
_GIVEN_WORDS = """
    hùng dũng tuấn minh bình sơn hải hà thanh anh cường long thành thắng tùng nam hòa quang trung đức
    lan hoa hương mai nga thu thủy hồng phương linh hiền tâm tân hưng huy phong phúc tiến tài vinh dung hạnh
    hằng hiếu khánh lâm lộc mạnh ngọc nhung oanh quân quyết quý thảo thủy toàn toản trang trường tú việt xuân yến
"""
_MIDDLE, _GIVEN = frozenset(_MIDDLE_WORDS.split()), frozenset(_GIVEN_WORDS.split())
_MOST_COMPANY, _MOST_PRINTS = 120, 2000

Common = Callable[[str], int]  # in how many mentions a name (by its key), in how many reports a body occurs


@dataclass(frozen=True, slots=True)
class PersonProfile:
    """What one report says of one person. `block` is the name's key; `company` the others it names.

    `prints` is a sketch of the report's text: reports that share it share their words. `setting` are the
    bodies that it names, whoever is in them.
    """

    block: str
    posts: tuple[Held, ...]
    ranks: tuple[int, ...]
    company: tuple[str, ...]
    province: str
    day: str
    prints: tuple[int, ...] = ()
    setting: tuple[str, ...] = ()

    @property
    def bare(self) -> "PersonProfile":
        """Return the profile without what it owes to its report: the same for many reports."""
        return replace(self, company=(), prints=(), setting=(), day=self.day[:4] and f"{self.day[:4]}-07-01")

    def with_company(self, other: "PersonProfile") -> "PersonProfile":
        """Return the profile with the company, reports and posts of another mention of the person."""
        company = sorted({*self.company, *other.company})[:_MOST_COMPANY]
        prints = sorted({*self.prints, *other.prints})[:_MOST_PRINTS]
        posts = tuple(dict.fromkeys((*self.posts, *other.posts)))
        setting = tuple(sorted({*self.setting, *other.setting})[:_MOST_COMPANY])
        return replace(self, company=tuple(company), prints=tuple(prints), posts=posts, setting=setting)


@cache
def _known_surnames() -> frozenset[str]:
    return frozenset(key(form) for concept in scheme("surname") for form in concept.forms)


def rank_order(name: str) -> int | None:
    """Return the place of a rank in the order of ranks, or None."""
    concept = by_form("rank").get(name.casefold())
    order = concept.extra.get("rankOrder") if concept else None
    return int(order[0]) if order else None


def profile_of(
    person: PersonMention,
    posts: list[tuple[Post, bool]],
    others: list[str],
    province: str,
    day: str | None,
    prints: tuple[int, ...] = (),
    setting: tuple[str, ...] = (),
) -> PersonProfile:
    """Build the profile of a person; `posts` with whether they are former, `others` names beside theirs."""
    held = {held_of(post, former) for post, former in posts}
    orders = [rank_order(rank.name) for rank in person.ranks]
    return PersonProfile(
        key(person.name),
        tuple(sorted(held, key=lambda h: (h.position, h.body, h.former))),
        tuple(sorted(order for order in orders if order is not None)),
        tuple(sorted({key(name) for name in others} - {key(person.name)})),
        province,
        day or "",
        prints,
        setting,
    )


def compare_persons(left: PersonProfile, right: PersonProfile, common: Common) -> Score:
    """Score two mentions with one name."""
    years = _years(left.day, right.day)
    parts = [*_name(left), *compare_posts(left.posts, right.posts, far=years is not None and years > 12)]
    parts += [*_places(left, right, years), *_ranks(left, right, years), *_standing(left, right)]
    parts += [*_company(left, right, years, common), *_setting(left, right, common), *_text(left, right)]
    return Score(sum(p.score for p in parts), tuple(parts), any(p.score <= -5 for p in parts))


def _years(left: str, right: str) -> float | None:
    if not left or not right:
        return None
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days) / 365.25


def _name(profile: PersonProfile) -> list[Part]:
    """Say how much the name itself tells: "Nguyễn Văn Minh" little, "Khuất Việt Hùng" more."""
    surname, *rest = profile.block.split() or [""]
    if len(rest) < 2:
        common = surname in _SURNAMES or surname not in _known_surnames()
        return [] if common else [Part("name", 0.5, "not common")]
    weight = 0.0 if surname in _SURNAMES else 0.5 if surname in _LESS_COMMON else 1.0
    for middle in rest[:-1]:
        weight += -1.0 if middle in _PLAIN_MIDDLE else 0.0 if middle in _MIDDLE else 0.5
    weight += 0.5 if rest[-1] in _GIVEN else 1.0
    weight = min(weight + (1.0 if len(rest) >= 3 else 0.0), 2.0)
    return [Part("name", weight, "common" if weight < 0 else "not common")] if weight else []


def _provinces(profile: PersonProfile) -> set[str]:
    return {post.province for post in profile.posts if post.province}


def _places(left: PersonProfile, right: PersonProfile, years: float | None) -> list[Part]:
    a, b = _provinces(left), _provinces(right)
    if a and b and not a & b:
        return [Part("place", -6.0 if years is None or years < 3 else -3.0, f"{min(a)} / {min(b)}")]
    districts = [{p.district for p in x.posts if p.district} for x in (left, right)]
    if all(districts) and not districts[0] & districts[1]:
        return [Part("place", -3.0, f"{min(districts[0])} / {min(districts[1])}")]
    if a & b:
        return [Part("place", 1.0, min(a & b))]
    if left.province and left.province == right.province and (a or b):
        return [Part("place", 1.0, f"both reports are of {left.province}")]
    return []


def _ranks(left: PersonProfile, right: PersonProfile, years: float | None) -> list[Part]:
    if not left.ranks or not right.ranks:
        return []
    a, b = max(left.ranks), max(right.ranks)
    if a == b:
        weight = 4.0 if a >= COLONEL_GENERAL else 3.0 if a >= GENERAL else 1.0 if a >= COLONEL else 0.5
        return [Part("rank", weight, "the same rank")]
    highest = min(a, b) >= COLONEL_GENERAL
    if years is None:
        if highest:
            return [Part("rank", 3.5, "both of the highest ranks")]
        return [Part("rank", 0.0 if abs(a - b) == 1 else -1.5, "other ranks, undated")]
    early, late = (a, b) if left.day <= right.day else (b, a)
    if late < early:
        return [Part("rank", -6.0, "the later rank is lower")]
    # A promotion takes two to four years; three steps in two years is another person.
    if late - early > 1 + years / 2:
        return [Part("rank", -6.0, "too far to rise")]
    return [Part("rank", 3.5, "both of the highest ranks")] if highest else []


def _standing(left: PersonProfile, right: PersonProfile) -> list[Part]:
    """Few hundred people lead ministries, provinces and central bodies: two of one name are rare."""
    both = [[post for post in profile.posts if is_elite(post)] for profile in (left, right)]
    if not all(both):
        return []
    heads = all(any(post.head for post in posts) for posts in both)
    central = all(any(post.head and post.level == "national" for post in posts) for posts in both)
    weight = 4.0 if central else 3.5 if heads else 3.0
    return [Part("standing", weight, "both lead ministries, provinces or central bodies")]


def _company(left: PersonProfile, right: PersonProfile, years: float | None, common: Common) -> list[Part]:
    shared = sorted(set(left.company) & set(right.company))
    if not shared:
        return []
    near = years is not None and years * 365.25 <= 10
    # Those whom every other report names say nothing of the company kept.
    weights = [1.5 if (n := common(name)) <= 3 else 0.8 if n <= 10 else 0.25 for name in shared]
    score = min(sum(weights) * (1.5 if near else 1.0), 4.5 if near else 3.0)
    return [Part("company", round(score, 2), ", ".join(shared[:4]))]


def _setting(left: PersonProfile, right: PersonProfile, common: Common) -> list[Part]:
    """Score the bodies that both reports name: those that few reports name say where they are set."""
    shared = sorted(set(left.setting) & set(right.setting))
    weights = {body: 1.0 if (n := common(body)) <= 4 else 0.5 if n <= 12 else 0.0 for body in shared}
    telling = [body for body in shared if weights[body]]
    if not telling:
        return []
    return [Part("setting", min(sum(weights.values()), 2.0), ", ".join(telling[:3]))]


def _text(left: PersonProfile, right: PersonProfile) -> list[Part]:
    shared = share_of_text(left.prints, right.prints)
    if shared >= 0.5:
        return [Part("text", 5.0, f"the reports share {shared:.0%} of their words")]
    return [Part("text", 2.5, f"the reports share {shared:.0%} of their words")] if shared >= 0.2 else []


def is_vague(profile: PersonProfile) -> bool:
    """Say whether a report shows a person without any post in a known body, and without a rank."""
    return not profile.ranks and not any(post.body and post.scoped and post.tokens for post in profile.posts)


def renown(profile: PersonProfile, known: PersonProfile, reports: int) -> Score:
    """Score a vague mention against the only known person of that name, whom many reports name.

    A report that gives no post takes it that its readers know who is meant.
    """
    parts = [
        *_name(profile),
        Part("renown", 4.0 if reports >= 12 else 3.0, f"the only one of the name, in {reports} reports"),
    ]
    heads = {post.position for post in known.posts}
    mine = {post.position for post in profile.posts}
    if mine:
        parts.append(Part("post", 1.0 if mine & heads else -4.0, ", ".join(sorted(mine))))
    return Score(sum(part.score for part in parts), tuple(parts))


def distinguishing(profile: PersonProfile) -> str:
    """Return what tells a homonym apart in an IRI: a body of theirs, else the province of the report."""
    bodies = [post.body for post in profile.posts if post.body and not post.wide]
    return bodies[0] if bodies else ""
