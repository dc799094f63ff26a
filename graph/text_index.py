"""Finding names by what someone typed: with or without Vietnamese marks, either tone placement, any word order.

    "to lam"  finds  Tô Lâm, TÔ LÂM, Tô Lẩm ...      "tô lâm"  finds the same, Tô Lâm first
    "uy ban", "Uỷ ban", "Ủy ban"  are one            "dai"  finds  Đại (đ is d)

Every word of the question must occur in the name; the last one may be the beginning of a word. Rank (score
from 1 down): the whole name as typed, the whole name without marks, a beginning, a phrase within, words apart;
of two alike the one whose marks are as typed, then the shorter name.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền, sắc, ngã, hỏi, nặng
_TONE = re.compile(f"[{_TONES}]")


class Name(NamedTuple):
    """A name of something: the thing (any key), the name, its language ('' if none is stated)."""

    thing: str
    text: str
    language: str


class Hit(NamedTuple):
    """A thing found: its best name and the score, 0 to 1."""

    name: Name
    score: float


@lru_cache(maxsize=50_000)
def _keys(word: str) -> tuple[str, str]:
    """Return the key of a word without marks, and the key with marks but with the tone at the end."""
    decomposed = unicodedata.normalize("NFD", word.casefold().replace("đ", "đ"))
    tones = "".join(sorted(_TONE.findall(decomposed)))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")
    return plain, _TONE.sub("", decomposed) + tones


def words(text: str) -> tuple[list[str], list[str]]:
    """Return the words of `text` as keys without marks, and as keys with marks (tone placement made one)."""
    pairs = [_keys(word) for word in _WORD.findall(unicodedata.normalize("NFC", text))]
    return [plain for plain, _ in pairs], [marked for _, marked in pairs]


class TextIndex:
    """Names by their words. Not safe for writing from several threads."""

    def __init__(self) -> None:
        self._names: dict[str, set[Name]] = {}
        self._by_word: dict[str, set[Name]] = defaultdict(set)
        self._sorted: list[str] | None = None

    def __len__(self) -> int:
        return sum(map(len, self._names.values()))

    def replace(self, thing: str, names: Iterable[Name]) -> None:
        """Let `thing` have exactly these names."""
        new, old = set(names), self._names.get(thing, set())
        for name in old - new:
            for word in set(words(name.text)[0]):
                self._by_word[word].discard(name)
        for name in new - old:
            for word in set(words(name.text)[0]):
                if word not in self._by_word:
                    self._sorted = None
                self._by_word[word].add(name)
        if new:
            self._names[thing] = new
        else:
            self._names.pop(thing, None)

    def replace_all(self, names: Iterable[Name]) -> None:
        """Let there be exactly these names; what stays as it was costs next to nothing."""
        things: dict[str, set[Name]] = defaultdict(set)
        for name in names:
            things[name.thing].add(name)
        for thing in self._names.keys() - things.keys():
            self.replace(thing, ())
        for thing, new in things.items():
            if self._names.get(thing) != new:
                self.replace(thing, new)

    def find(self, text: str, limit: int = 1000) -> list[Hit]:
        """Return the things with a name that matches `text`, best first, each once."""
        plain, marked = words(text)
        if not plain:
            return []
        candidates = self._starting(plain[-1])
        for word in sorted(plain[:-1], key=lambda w: len(self._by_word.get(w, ()))):
            candidates = candidates & self._by_word.get(word, set())
            if not candidates:
                return []
        best: dict[str, Hit] = {}
        for name in candidates:
            score = _score(name.text, plain, marked)
            held = best.get(name.thing)
            if held is None or (-score, name) < (-held.score, held.name):  # of two that fit alike always the same
                best[name.thing] = Hit(name, score)
        return sorted(best.values(), key=lambda hit: (-hit.score, hit.name))[:limit]

    def _starting(self, prefix: str) -> set[Name]:
        if self._sorted is None:
            self._sorted = sorted(self._by_word)
        found: set[Name] = set()
        for i in range(bisect_left(self._sorted, prefix), len(self._sorted)):
            if not self._sorted[i].startswith(prefix):
                break
            found |= self._by_word[self._sorted[i]]
        return found


def _score(text: str, plain: list[str], marked: list[str]) -> float:
    own_plain, own_marked = words(text)
    size = len(plain)
    if own_plain == plain:
        base = 0.9
    elif own_plain[: size - 1] == plain[:-1] and own_plain[size - 1].startswith(plain[-1]):
        base = 0.7
    elif any(own_plain[i : i + size] == plain for i in range(1, len(own_plain) - size + 1)):
        base = 0.5
    else:
        base = 0.3
    exact = set(marked[:-1]) <= set(own_marked) and any(word.startswith(marked[-1]) for word in own_marked)
    return round(base + (0.1 if exact else 0.0) - min(len(own_plain), 50) * 0.001, 4)
