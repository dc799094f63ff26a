"""Whether a phrase may begin at an offset, by the first word: nearly always none may, and no pattern is asked."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")


class Openings:
    """The first words of some phrases."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Remember the letters that each phrase, in lower case, begins with."""
        firsts = [_WORD.match(phrase) for phrase in phrases]
        self._words = frozenset([first[0] for first in firsts if first])

    def may(self, lowered: str, at: int) -> bool:
        """Say whether one of the phrases may begin at `at`; a word with more than letters in it always may."""
        end = lowered.find(" ", at)
        word = lowered[at:end] if end >= 0 else lowered[at:]
        return word in self._words or not word.isalpha()
