"""Find entities by a name typed with or without diacritics, in either tone placement, from any word of it.

The index is made of one query (`page/names`) and lives in memory until the store changes.
"""

import bisect
import re
import threading
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

WORD = re.compile(r"\w+")
SYMBOL = re.compile(r"\b(\d+)\s*(?:[-–/]\s*[^\W\d_][\w&]*)+")
PARTLY = 3  # the rank from which a name is more than what was typed
# Little words of names, as they are written: nobody looks for a name by the beginning of one.
LITTLE = frozenset(["and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "và", "của"])
SKOS_PREF = "http://www.w3.org/2004/02/skos/core#prefLabel"


def fold(text: str) -> str:
    """Return `text` without marks and case: "Uỷ ban", "Ủy ban" and "uy ban" are one."""
    text = unicodedata.normalize("NFC", text).casefold().replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def plain(text: str) -> str:
    """Return `text` in NFC and lower case, marks kept: used to prefer what was typed exactly."""
    return unicodedata.normalize("NFC", text).casefold()


@dataclass(frozen=True, slots=True)
class Named:
    """An entity under its names; the first is the label. `classes` are IRIs."""

    iri: str
    names: tuple[str, ...]
    classes: frozenset[str]

    @property
    def label(self) -> str:
        """The name to show."""
        return self.names[0]


def by_label(entity: Named) -> tuple[str, str]:
    """Return the key that sorts entities by their labels."""
    return entity.label, entity.iri


class NameIndex:
    """Folded words of all names, sorted, so that a prefix is two binary searches. It is never changed."""

    def __init__(self, entities: Iterable[Named]) -> None:
        self.entities = {entity.iri: entity for entity in entities}
        words: dict[str, set[str]] = defaultdict(set)
        for entity in self.entities.values():
            for word in _words(entity):
                words[word].add(entity.iri)
        self._words = sorted(words)
        self._by_word: dict[str, set[str]] = dict(words)

    @cached_property
    def ordered(self) -> Sequence[Named]:
        """All entities by their labels."""
        return sorted(self.entities.values(), key=by_label)

    def changed(self, present: Mapping[str, Named | None]) -> "NameIndex":
        """Return the index with things under the names that they have now (None: none); the rest is shared."""
        made = NameIndex(())
        made.entities, made._by_word, made._words = dict(self.entities), dict(self._by_word), self._words
        copied: set[str] = set()
        for iri, entity in present.items():
            before, after = set(_words(self.entities.get(iri))), set(_words(entity))
            for word in before ^ after:
                if word not in copied:
                    copied.add(word)
                    made._by_word[word] = set(made._by_word.get(word, ()))
                if word in after:
                    made._by_word[word].add(iri)
                else:
                    made._by_word[word].discard(iri)
            if entity is None:
                made.entities.pop(iri, None)
            else:
                made.entities[iri] = entity
        for word in copied:
            if not made._by_word[word]:
                del made._by_word[word]
        if made._by_word.keys() != self._by_word.keys():
            made._words = sorted(made._by_word)
        if "ordered" in self.__dict__:
            left = [entity for entity in self.ordered if entity.iri not in present]
            for entity in filter(None, present.values()):
                bisect.insort(left, entity, key=by_label)
            made.__dict__["ordered"] = left
        return made

    def _holding(self, word: str) -> set[str]:
        """Return what has a word in a name, little words too."""
        return self._by_word.get(word, set()) | self._by_word.get(_little(word), set())

    def _starting(self, prefix: str) -> set[str]:
        first = bisect.bisect_left(self._words, prefix)
        last = bisect.bisect_right(self._words, prefix + "\uffff")
        found: set[str] = set()
        for word in self._words[first:last]:
            found |= self._by_word[word]
        return found

    def matches(
        self, query: str, classes: Sequence[str] = (), told: Callable[[str], bool] | None = None
    ) -> list[Named]:
        """Return the entities one of whose names holds every word of `query` (the last as a prefix), best first.

        A symbol or code belongs to every name ("Chỉ thị 17-CT/TW"). The last word is the beginning of a little word
        ("and") only where that follows the word before it, as in a name that is typed on.
        What `told` says of an IRI, that reports tell something of it, comes before bare entries of a register,
        after names that are exactly the query.
        """
        words = WORD.findall(fold(query))
        if not words:
            return []
        found = self._starting(words[-1]) | self._by_word.get(_little(words[-1]), set())
        for little in LITTLE if len(words) > 1 else ():
            if fold(little).startswith(words[-1]):
                found |= self._by_word.get(_little(fold(little)), set())
        for word in words[:-1]:
            found = found & self._holding(word)
        if len(words) > 1:
            found = {iri for iri in found if _fits(self.entities[iri], words)}
        wanted = set(classes)
        if not found and (number := _without_symbol(query)):
            return self.matches(number, classes, told)
        hits = [self.entities[iri] for iri in found if not wanted or self.entities[iri].classes & wanted]
        typed, folded = plain(query).strip(), fold(query).strip()

        def order(hit: Named) -> tuple[bool, bool, tuple[int, int, str, str]]:
            rank = _rank(hit, typed, folded)
            return rank[0] >= PARTLY, told is not None and not told(hit.iri), rank

        return sorted(hits, key=order)


def _without_symbol(query: str) -> str:
    """Return a query for a document without the letters of its symbol ("Chỉ thị 09-CT/TW" is "Chỉ thị 09"), or "".

    Reports that give a document's number alone do not have the letters: they are looked for only after all words.
    """
    shorter = SYMBOL.sub(r"\1", query)
    return shorter if shorter != query else ""


def _rank(hit: Named, typed: str, folded: str) -> tuple[int, int, str, str]:
    """Exact names first, then names that start so, then the rest; marks as typed before others; short first."""
    best = min(
        (0 if plain(name) == typed else 1 if fold(name) == folded else 2)
        if fold(name) == folded
        else (3 if plain(name).startswith(typed) else 4)
        if fold(name).startswith(folded)
        else (5 if typed in plain(name) else 6)
        if folded in fold(name)
        else 7
        for name in hit.names
    )
    return best, len(hit.label), hit.label, hit.iri


def _words(entity: Named | None) -> Iterable[str]:
    """Return the folded words of all names; little words apart, so that no beginning of a word leads to them."""
    return () if entity is None else (word for name in entity.names for word in _words_of(name))


def _words_of(name: str) -> list[str]:
    folded = WORD.findall(fold(name))
    written = WORD.findall(plain(name))
    if len(written) != len(folded) or LITTLE.isdisjoint(written):
        return folded
    return [_little(word) if as_written in LITTLE else word for word, as_written in zip(folded, written, strict=True)]


def _little(word: str) -> str:
    return f"\0{word}"


def _fits(entity: Named, words: Sequence[str]) -> bool:
    """Tell whether one name, with the codes beside it, holds all words (two or more), the last as a prefix."""
    codes = [word for name in entity.names if " " not in name for word in _words_of(name)]
    return any(_holds([*_words_of(name), "", *codes], words) for name in entity.names)


def _holds(held: Sequence[str], words: Sequence[str]) -> bool:
    *whole, last = words
    plainly = [word.lstrip("\0") for word in held]
    if not set(whole) <= set(plainly):
        return False
    return last in plainly or any(
        word.startswith(last) if word == marked else word.startswith(last) and before == whole[-1]
        for before, word, marked in zip(["", *plainly], plainly, held, strict=False)
    )


class Finder:
    """The index of the current revision.

    `load` returns all entities; `reload` those written about since a revision, or None if that is not known: then all
    are loaded again. While that is done, searches wait a moment for it, then use the former index.
    """

    def __init__(
        self,
        load: Callable[[], Iterable[Named]],
        revision: Callable[[], str],
        reload: Callable[[str], Mapping[str, Named | None] | None] = lambda _: None,
        patience: float = 2.0,
    ):
        self._load, self._revision, self._reload, self._patience = load, revision, reload, patience
        self._lock = threading.Lock()
        self._index: NameIndex | None = None
        self._at = ""

    def index(self) -> NameIndex:
        """Return the index, making it when there is none or the store has changed."""
        current = self._revision()
        if self._index is not None and self._at == current:
            return self._index
        if not self._lock.acquire(timeout=-1 if self._index is None else self._patience):
            return self._index  # type: ignore[return-value]  # another thread makes the new one
        try:
            if self._index is None or self._at != current:
                present = self._reload(self._at) if self._index is not None else None
                if self._index is not None and present is not None:
                    self._index = self._index.changed(present)
                else:
                    self._index = NameIndex(self._load())
                self._at = current
        finally:
            self._lock.release()
        return self._index

    def find(
        self, query: str, classes: Sequence[str] = (), limit: int = 10, told: Callable[[str], bool] | None = None
    ) -> list[Named]:
        """Return the best `limit` matches."""
        return self.index().matches(query, classes, told)[:limit]
