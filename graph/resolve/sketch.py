"""A sketch of a text: small numbers that two texts share in the measure in which they share their words.

The smallest checksums of all runs of six words (bottom-k sketch, Broder 1997). News agencies' reports are
printed by many papers; two reports that share most words tell of the same people and gatherings.
"""

import re
from collections import Counter
from zlib import crc32

RUN = 6
SIZE = 24
_YEAR = re.compile(r"(?<![\d.,/])(?:20[0-4]\d)(?![\d.,]\d|/)")
_WORD = re.compile(r"\w+")


def sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text, sorted; empty for a text of fewer than six words."""
    words = _WORD.findall(text.lower())
    runs = {crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1)}
    return tuple(sorted(runs)[:SIZE])


def share_of_text(left: tuple[int, ...], right: tuple[int, ...]) -> float:
    """Return how much of the shorter sketch is in the other, 0 to 1."""
    shorter = min(len(left), len(right))
    return len(set(left) & set(right)) / shorter if shorter >= 8 else 0.0


def year_of(text: str) -> str:
    """Return the year that a report speaks of most, the later of two; "" where it names none.

    Reports say "sáng 12-4" and leave the year to the reader, who sees it from what is told.
    """
    counts = Counter(_YEAR.findall(text))
    # Plans run to years like 2025 and 2030; those are named in the years before, too.
    plain = [year for year in counts if int(year) % 5 or year < "2020"] or list(counts)
    return max(plain, key=lambda year: (counts[year], year)) if plain else ""
