"""Phrases that may stand right before an offset: asked first by their last words, then by a pattern.

A pattern that ends in `$` is tried at every character of the stretch before; nearly always the last word
alone says that none of its phrases is there.
"""

import re
from collections.abc import Iterable

_PARTED = re.compile(r"[\W_]")


class Before:
    """Tells whether one of some phrases stands right before an offset, as whole words and with a space after."""

    def __init__(
        self, phrases: Iterable[str], links: Iterable[str] = (), *, numbers: bool = False, any_number: bool = False
    ) -> None:
        """Remember the phrases.

        Args:
            phrases: in lower case.
            links: words of which one may stand between a phrase and the offset ("các").
            numbers: a number written in digits counts as a phrase too.
            any_number: any number of links may stand there, not only one.
        """
        phrases, links = tuple(phrases), tuple(links)
        known = "|".join((*map(re.escape, phrases), *([r"\d+"] if numbers else [])))
        link = "(?:(?:" + "|".join(map(re.escape, links)) + ") )" + ("*" if any_number else "?") if links else ""
        self._pattern = re.compile(rf"(?<!\w)(?:{known}) {link}$")
        widest = max(map(len, phrases)) + max(map(len, links), default=0) + 2
        self._reach = 0 if numbers or any_number else widest  # 0: there is no telling
        self._last = frozenset(_PARTED.split(words)[-1] for words in (*phrases, *links))
        self._numbers = numbers

    def stands(self, lowered: str, start: int, end: int) -> bool:
        """Does a phrase stand in the stretch from `start`, right before `end`?"""
        at = end - 1
        if at < start or lowered[at] != " ":
            return False
        while at > start and lowered[at - 1].isalnum():
            at -= 1
        word = lowered[at : end - 1]
        if word not in self._last and not (self._numbers and word.isdigit()):
            return False
        if self._reach and end - self._reach > start:
            start = end - self._reach
        return self._pattern.search(lowered, start, end) is not None
