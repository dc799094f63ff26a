"""One entry per initiative: which names of a report are writings of one, and which of them is the fullest."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from graph.grammar.text.document import Document
from graph.grammar.text.normal import LOWER, UPPER, fold, lower
from graph.mention import Evidence, ProgrammeMention, Span
from ontology.vocabulary import scheme

_SAME = re.compile(r"[^.;()\n]{0,60}\((?:gọi tắt là )?")
# How a project is paid for does not tell it from another.
_PAID = re.compile(r"^(?:bot|bt|ppp) ")
_CAPITALS = rf"[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)*"
_ROUTE = re.compile(rf"{_CAPITALS} [-–] {_CAPITALS}$")
# Shorter writings of one movement.
_SHORT = re.compile(r"^(?:toàn dân )?bảo vệ (?:an ninh tổ quốc|antq|an ninh trật tự|antt)$")


@dataclass(frozen=True, slots=True)
class Found:
    """A name at a place; `span` runs from the kind word to the end of the name."""

    kind: str
    name: str
    span: Span
    rule: str
    period: str | None = None
    partners: tuple[str, ...] = ()


def _key(name: str) -> str:
    name = _PAID.sub("", name.lower())
    name = _SHORT.sub("toàn dân bảo vệ an ninh tổ quốc", name)
    key = name.replace("antq", "an ninh tổ quốc").replace("antt", "an ninh trật tự")
    key = key.replace("an ninh, trật tự", "an ninh trật tự")
    return " ".join(re.sub(r"[^\w\s]", " ", key).split())


def merged(found: list[Found]) -> tuple[ProgrammeMention, ...]:
    """One entry per name; the fullest writing of it stands, in the order of first mention."""
    groups: list[list[Found]] = []
    keys: list[list[str]] = []
    named = [(item, _key(item.name).split()) for item in found]
    index = _Index(named)
    for item, words in named:
        if not words or len(item.name) < 2:
            continue
        for place in index.like(item, words):
            if _same_name(item, words, groups[place][0], keys[place]):
                groups[place].append(item)
                if len(words) > len(keys[place]):
                    keys[place] = words
                    index.add(place, item, words)
                break
        else:
            index.add(len(groups), item, words)
            groups.append([item])
            keys.append(words)
    mentions = []
    for group in groups:
        best = max(group, key=_fullness)
        mentions.append(
            ProgrammeMention(
                kind=best.kind,
                name=best.name,
                evidence=tuple(Evidence(item.span, item.rule) for item in group),
                period=next((item.period for item in group if item.period), None),
                partners=next((item.partners for item in group if item.partners), ()),
            )
        )
    return tuple(mentions)


class _Index:
    """Which groups of names may have a writing of a name, so that not each is compared with all.

    Of two writings the shorter has at most a tenth of words that the longer does not have, of years a few more (see
    `_same_name`): so one of its rarest words, a tenth and one more, is in the longer. Roads are alike by where they
    end, and initiatives of the whole country by what they are.
    """

    def __init__(self, named: list[tuple[Found, list[str]]]) -> None:
        self._often = Counter(word for _, words in named for word in words)
        self._apart = 15 if any(item.rule == "programme.year" for item, _ in named) else 10  # of a hundred words
        self._by_rare: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}

    def _rare(self, words: list[str]) -> list[str]:
        ordered = sorted(set(words), key=lambda word: (self._often[word], word))
        return ordered[: 1 + len(ordered) * self._apart // 100]

    def _signs(self, item: Found, words: list[str]) -> list[str]:
        end, usual = _route(item.name).rpartition("- ")[2], _usual().get(" ".join(words))
        return [sign for sign in (f"- {end}" if end else "", f"= {usual}" if usual else "") if sign]

    def add(self, place: int, item: Found, words: list[str]) -> None:
        """Enter a name of the group at `place`."""
        for word in (*self._rare(words), *self._signs(item, words)):
            self._by_rare.setdefault(word, []).append(place)
        for word in set(words):
            self._by_word.setdefault(word, []).append(place)

    def like(self, item: Found, words: list[str]) -> list[int]:
        """Return the groups that a name may belong to, in their order."""
        places = {place for word in (*set(words), *self._signs(item, words)) for place in self._by_rare.get(word, ())}
        places.update(place for word in self._rare(words) for place in self._by_word.get(word, ()))
        return sorted(places)


def _same_name(item: Found, words: list[str], other: Found, key: list[str]) -> bool:
    """Are these two writings of one name? Plans of different years are different plans."""
    a, b = set(words), set(key)
    yearly = item.rule == other.rule == "programme.year"
    if item.kind == other.kind == "plan" and item.period and other.period and item.period != other.period:
        return False
    if not yearly and _year(a) and _year(b) and _year(a) != _year(b):
        return False
    close = 2 * len(a & b) >= (0.85 if yearly else 0.9) * (len(a) + len(b))
    if other.kind != item.kind:
        planned = {item.kind, other.kind} == {"plan", "scheme"}  # "đồ án “Điều chỉnh quy hoạch …”"
        return close or (planned and _one_place(item, words, other, key))
    if item.kind == "scheme" and _one_place(item, words, other, key):
        return True
    # "giữ rừng ven suối" in a headline is "giữ rừng, trồng cây ven suối".
    titled = item.rule == other.rule == "programme.titled" and words[-2:] == key[-2:] and min(len(a), len(b)) >= 5
    if close or _extends(words, key) or (titled and (a <= b or b <= a)) or _one_initiative(words, key):
        return True
    return "programme.titled" in (item.rule, other.rule) and _shortened(words, key)


def _one_place(item: Found, a: list[str], other: Found, b: list[str]) -> bool:
    """Is one name a shorter one of the same works: its words in their order, its place with them?

    "cao tốc Bắc Nam" is "xây dựng một số đoạn cao tốc trên tuyến Bắc - Nam".
    """
    if "programme.titled" not in (item.rule, other.rule):
        return False
    ends = _route(item.name), _route(other.name)
    if all(ends) and (ends[0].endswith(ends[1]) or ends[1].endswith(ends[0])):
        return True  # one road: "Metro Bến Mơ - Cầu Sậy"
    (short, name), (long, _) = sorted(((a, item.name), (b, other.name)), key=lambda pair: len(pair[0]))
    rest = iter(long)
    placed = sum(word[:1].isupper() for word in name.split()[1:]) >= 2
    return 3 <= len(short) < len(long) and (placed or len(short) >= 5) and all(word in rest for word in short)


def _route(name: str) -> str:
    """The two ends of the road that a name ends with, or ""."""
    match = _ROUTE.search(name) if " - " in name or " – " in name else None
    return match.group().lower().replace("–", "-") if match else ""


def _shortened(a: list[str], b: list[str]) -> bool:
    """Are the words of one name, in their order, words of the other ("đội ngũ thợ (giỏi nghề, nhất là) …")?"""
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return len(short) >= 5 and all(word in rest for word in short)


def _one_initiative(a: list[str], b: list[str]) -> bool:
    """Are these two names of one initiative of the whole country ("OCOP", "Mỗi xã một sản phẩm")?"""
    usual = _usual().get(" ".join(a))
    return usual is not None and usual == _usual().get(" ".join(b))


@cache
def _usual() -> dict[str, str]:
    return {_key(lower(fold(form))): concept.id for concept in scheme("initiative-name") for form in concept.forms}


def _year(words: set[str]) -> set[str]:
    return {word for word in words if len(word) == 4 and word.isdigit()}


def named_by_number(document: Document, found: list[Found]) -> list[Found]:
    """In "đề án … giai đoạn 2031-2034 (Đề án 417)" the number is another name of the scheme before it."""
    kept: list[Found] = []
    for item in found:
        before = kept[-1] if kept else None
        if (
            before
            and item.name.isdigit()
            and before.kind == item.kind
            and _SAME.fullmatch(document.lowered, before.span.end, item.span.start)
        ):
            item = replace(item, name=before.name)
        kept.append(item)
    return kept


def _fullness(item: Found) -> tuple[int, bool, int]:
    """The longest name is the fullest; then the one in quotes, then the first."""
    return len(_key(item.name).split()), item.rule == "programme.quoted", -item.span.start


def _extends(a: list[str], b: list[str]) -> bool:
    """Is one name the beginning or the end of the other ("… nếp sống sạch (ở xóm đảo)")?"""
    short, long = sorted((a, b), key=len)
    if len(short) >= 4 and long[: len(short)] == short:
        return True
    return len(short) == 3 and len(long) == 5 and long[2:] == short
