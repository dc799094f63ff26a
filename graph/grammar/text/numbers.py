"""Numbers as Vietnamese writes them: "1.457" is 1457, "3,53" is 3.53, "2 triệu" is 2000000."""

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.grammar.text.codes import codes_of, table

# "5 000" with a space only before exactly three digits; "12.5" (not three digits) is an English decimal point.
NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?: \d{3})+(?![\d,.])|\d+(?:[.,]\d+)?"
SCALE = {"nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "triêu": 1e6}
WORDS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")


_DIGITS = table(lambda letter: "0" if letter in "0123456789" else " ")
_RUN = re.compile(rb"00*")  # a character that stands first is searched for, one repeated is tried everywhere


@lru_cache(maxsize=8)
def digit_runs(text: str) -> Sequence[tuple[int, int]]:
    """Where runs of the digits 0 to 9 begin and end. Kept: figures and days of one report both start from it."""
    return [match.span() for match in _RUN.finditer(codes_of(text).translate(_DIGITS))]


def value(written: str) -> float | None:
    """Return the value of a number as written in digits, or None if it is none ("1.2.3")."""
    text = written.replace(" ", "")
    if text.isdecimal():
        return float(text)
    if _THOUSANDS.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(text):
        return float(text.replace(",", ""))
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None


def count(written: str) -> float | None:
    """Return a count written in digits or as one of the words from một to mười."""
    return float(WORDS[written]) if written in WORDS else value(written)
