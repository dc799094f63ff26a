"""Which person a later mention means: "ông Thơ", "Thứ trưởng", "đồng chí Giám đốc Công an tỉnh", "Đồng chí"."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from graph.grammar.names.names import name_key
from graph.grammar.text.normal import LETTERS
from graph.mention import Evidence

_REACH = 1600


@dataclass(slots=True)
class Seat:
    """A post of a person while the report is being read. `body` is completed, `stated` as written."""

    title: str
    body: str | None
    stated: str | None
    start: int
    end: int
    former: bool = False
    acting: bool = False
    derived: str = "direct"
    evidence: list[Evidence] = field(default_factory=list)
    chief: bool = False
    complete: bool = False
    state: bool = False
    _told: set[Evidence] = field(default_factory=set, compare=False, repr=False)
    _counted: int = field(default=0, compare=False, repr=False)  # how much of `evidence` is in `_told`

    def tell(self, evidence: Iterable[Evidence]) -> None:
        """Add what is not yet among `evidence`, which may have grown otherwise but only at its end."""
        self._told.update(self.evidence[self._counted :])
        for one in evidence:
            if one not in self._told:
                self._told.add(one)
                self.evidence.append(one)
        self._counted = len(self.evidence)

    @property
    def key(self) -> str:
        """The title under which posts are the same."""
        return name_key(self.title)


@dataclass(slots=True)
class Person:
    """A person while the report is being read."""

    name: str
    key: str
    start: int
    gender: str | None = None
    seats: list[Seat] = field(default_factory=list)
    ranks: dict[str, list[Evidence]] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    last: int = -1
    academic: bool = False

    @property
    def syllables(self) -> list[str]:
        """The syllables of the name's key."""
        return self.key.split(" ")


def by_given_name(given: str, persons: Sequence[Person], at: int, gender: str | None) -> int | None:
    """Find whom a short name means: the last syllables of a name, or its first for a foreign one.

    Of several, the one mentioned last before `at`; else the first named after it.
    """
    words = name_key(given).split(" ")
    near = [(i, persons[i].syllables) for i in within(persons, at)]
    ends = [i for i, own in near if own[-len(words) :] == words and len(own) > len(words)]
    if not ends:
        ends = [i for i, own in near if own[: len(words)] == words and len(own) > len(words)]
    fitting = [i for i in ends if not (gender and persons[i].gender and persons[i].gender != gender)] or ends
    return nearest(fitting, persons, at)


_MANY = 200


def within(persons: Sequence[Person], at: int) -> range:
    """Whom a mention can mean: everyone, or of very many (a list of hundreds) those named around it."""
    if len(persons) <= _MANY:
        return range(len(persons))
    middle = bisect_right(persons, at, key=lambda person: person.start)
    return range(max(0, middle - _MANY), min(len(persons), middle + 20))


def nearest(choices: Sequence[int], persons: Sequence[Person], at: int) -> int | None:
    """The person mentioned last before `at`; of those only named later, the first."""
    before = [i for i in choices if 0 <= persons[i].last < at]
    if before:
        return max(before, key=lambda i: persons[i].last)
    return min(choices, key=lambda i: persons[i].start, default=None)


def by_posts(seats: Sequence[Seat], persons: Sequence[Person], at: int) -> int | None:
    """Find who holds all of these posts, as far as the report says."""
    held = {i: sum(any(same_seat(s, own) for own in persons[i].seats) for s in seats) for i in within(persons, at)}
    holders = [i for i, count in held.items() if count == len(seats)]
    if not holders and len(seats) > 2:
        # "Bộ trưởng, Chủ nhiệm Văn phòng, Người phát ngôn": who holds all but one of them
        most = [i for i, count in held.items() if count == len(seats) - 1]
        return most[0] if len(most) == 1 else None
    if len(holders) > 1:
        exact = [
            i
            for i in holders
            if all(any(s.body and o.body and same_seat(s, o) for o in persons[i].seats) for s in seats)
        ]
        holders = exact or holders
        current = [i for i in holders if not any(o.former for s in seats for o in persons[i].seats if same_seat(s, o))]
        holders = current or holders
    return nearest(holders, persons, at)


def same_seat(asked: Seat, own: Seat) -> bool:
    """Can the post asked for be the one held? Same title; the body not stated, or fitting."""
    if asked.key != own.key:
        return False
    if asked.body is None or own.body is None:
        return asked.stated is None or own.stated is None
    return fits(asked.body, own.body)


def fits(a: str, b: str) -> bool:
    """Say whether one body's name is the other's with words left out: at either end, or after the same first word."""
    one, two = body_words(a), body_words(b)
    if len(one) > len(two):
        one, two = two, one
    if one[:1] == two[:1]:
        return set(one) <= set(two)
    return f" {' '.join(one)} " in f" {' '.join(two)} "


_SHORT = {
    "vn": "việt nam",
    "hđqt": "hội đồng quản trị",
    "hđtv": "hội đồng thành viên",
    "đăk": "đắk",
    "đắc": "đắk",
    "bcđ": "ban chỉ đạo",
    "ubtw": "ủy ban trung ương",
    "ubtư": "ủy ban trung ương",
    "ubmttqvn": "ủy ban mặt trận tổ quốc việt nam",
    "btv": "ban thường vụ",
    "cand": "công an nhân dân",
    "ccb": "cựu chiến binh",
    "csgt": "cảnh sát giao thông",
    "gd&đt": "giáo dục đào tạo",
    "gtvt": "giao thông vận tải",
    "hcm": "hồ chí minh",
    "hđnd": "hội đồng nhân dân",
    "kh&cn": "khoa học công nghệ",
    "kh&đt": "kế hoạch đầu tư",
    "khcn": "khoa học công nghệ",
    "lđlđ": "liên đoàn lao động",
    "bhxh": "bảo hiểm xã hội",
    "khđt": "kế hoạch đầu tư",
    "gdđt": "giáo dục đào tạo",
    "tnmt": "tài nguyên môi trường",
    "vhtt&dl": "văn hóa thể thao du lịch",
    "vh&tt&dl": "văn hóa thể thao du lịch",
    "lđtb&xh": "lao động thương binh xã hội",
    "lđtbxh": "lao động thương binh xã hội",
    "tand": "tòa án nhân dân",
    "vksnd": "viện kiểm sát nhân dân",
    "lhpn": "liên hiệp phụ nữ",
    "lđ&tb&xh": "lao động thương binh xã hội",
    "mttq": "mặt trận tổ quốc",
    "nn&ptnt": "nông nghiệp phát triển nông thôn",
    "qđnd": "quân đội nhân dân",
    "t ư": "trung ương",
    "tn&mt": "tài nguyên môi trường",
    "tp": "thành phố",
    "tphcm": "thành phố hồ chí minh",
    "tt&tt": "thông tin truyền thông",
    "ttvh": "trung tâm văn hóa",
    "tw": "trung ương",
    "tư": "trung ương",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "ubnd": "ủy ban nhân dân",
    "unbd": "ủy ban nhân dân",
    "ubdn": "ủy ban nhân dân",
    "vpcp": "văn phòng chính phủ",
    "vpqh": "văn phòng quốc hội",
    "vpctn": "văn phòng chủ tịch nước",
    "đh": "đại học",
}
_MARKS = str.maketrans(dict.fromkeys(',()".', " "))
_JOINTS = re.compile(r" ?[&-] ?")
_SKIP = frozenset(["và", "của", "-", ",", "(", ")", "về", "&"])


@lru_cache(maxsize=16_384)
def body_words(name: str) -> tuple[str, ...]:
    """The words of a body's name for comparison: folded, abbreviations written out, joining words dropped."""
    words: list[str] = []
    if "(" in name:
        name = LETTERS.sub("", name)
    for word in _JOINTS.sub("&", name_key(name).translate(_MARKS)).split():
        for part in (word,) if word in _SHORT else word.split("&"):
            if part not in _SKIP:
                words.extend(_SHORT.get(part, part).split(" "))
    return tuple(words)


def by_pronoun(
    gender: str | None, persons: Sequence[Person], trail: Sequence[tuple[int, int, int]], at: int
) -> int | None:
    """Find whom "Ông", "Bà", "Đồng chí" means.

    Args:
        gender: what the pronoun tells, or None.
        persons: everyone named in the report.
        at: where the pronoun stands.
        trail: (sentence number, offset, person) of the mentions so far, in order.

    Returns:
        The first person of the nearest earlier sentence that names one who fits, within reach.
    """
    best: tuple[int, int] | None = None
    for sentence, offset, person in reversed(trail):
        if at - offset > _REACH or best is not None and sentence != best[0]:
            break
        own = persons[person].gender
        if gender and own and own != gender:
            continue
        best = (sentence, person)
    return best[1] if best else None
