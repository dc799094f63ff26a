"""How two written forms are compared when facts are scored: words, not characters.

Text is NFC, lower case, with the tone mark moved to the end of its syllable (uỷ = ủy), common
abbreviations spelt out, punctuation and quotes dropped.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # grave, acute, tilde, hook above, dot below

SPELT_OUT: Mapping[str, str] = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "tp": "thành phố",
    "cand": "công an nhân dân",
    "antt": "an ninh trật tự",
    "antq": "an ninh tổ quốc",
    "ttg": "thủ tướng",
    "ubtw": "ủy ban trung ương",
    "ubmttq": "ủy ban mặt trận tổ quốc",
    "hcm": "hồ chí minh",
    "tphcm": "thành phố hồ chí minh",
    "ubkt": "ủy ban kiểm tra",
    "qđnd": "quân đội nhân dân",
    "ttvh": "trung tâm văn hóa",
    "gd-đt": "giáo dục và đào tạo",
    "gd&đt": "giáo dục và đào tạo",
}
_CENTRAL = re.compile(r"\bT\.?Ư\b\.?|\bTW\b")
_COMPOUND = re.compile(r"[\w&]+(?:[-/][\w&]+)*")


def tone_last(word: str) -> str:
    """Move the tone mark behind the syllable, so that its placement does not matter.

    >>> tone_last("uỷ") == tone_last("ủy"), tone_last("hoà") == tone_last("hòa")
    (True, True)
    """
    marks = unicodedata.normalize("NFD", word)
    letters = "".join(c for c in marks if c not in TONES)
    return unicodedata.normalize("NFC", letters) + "".join(c for c in marks if c in TONES)


@lru_cache(maxsize=100_000)
def words(text: str | None) -> tuple[str, ...]:
    """Split into comparable words.

    >>> words("UBND tỉnh") == words("Uỷ ban nhân dân tỉnh")
    True
    """
    if not text:
        return ()
    lowered = _CENTRAL.sub("trung ương", unicodedata.normalize("NFC", text)).casefold()
    found: list[str] = []
    for token in _COMPOUND.findall(re.sub(r"\s*&\s*", "&", lowered)):
        whole = SPELT_OUT.get(token)
        parts = [whole] if whole else [SPELT_OUT.get(part, part) for part in re.findall(r"\w+", token)]
        found += [tone_last(word) for part in parts for word in part.split()]
    return tuple(found)


def key(text: str | None) -> str:
    """Return what two equal texts share."""
    return " ".join(words(text))


def overlap(left: str | None, right: str | None) -> float:
    """Return the F1 of shared words, counted with repetition; 1.0 when both are empty."""
    a, b = words(left), words(right)
    if not a or not b:
        return float(not a and not b)
    return 2 * (Counter(a) & Counter(b)).total() / (len(a) + len(b))


def same_day(left: str | None, right: str | None) -> bool:
    """Return whether two dates agree; one without a year ("--11-23") agrees with any year."""
    if not left or not right:
        return False
    open_year = left.startswith("--") or right.startswith("--")
    return left == right or (open_year and left[-5:] == right[-5:])
