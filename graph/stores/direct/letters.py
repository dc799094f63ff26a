"""Letters whose capitals Python and the engine pair alike, one to one.

Python's IGNORECASE takes ı (U+0131) and İ (U+0130) for i, the engine's expressions do not; others differ by the
version of Unicode or by where they stand (Greek sigma). What has such a letter is left to the engine.
"""

import re

from graph.stores.direct.tree import UnsuitableError

_FAMILIAR = re.compile(  # ASCII, Latin-1 without micro sign and sharp s, Vietnamese, combining marks, dashes and quotes
    "[\x00-\x7f\xa0-\xb4\xb6-\xde\xe0-\xff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169"
    "\u01a0\u01a1\u01af\u01b0\u0300-\u0344\u1ea0-\u1ef9\u2010-\u2027\u20ab\u20ac]*"
)
# A regular expression that Python and the engine read alike.
SAFE_PATTERN = re.compile(r"\^?[\w /,:;-]+\$?")


def is_familiar(text: str) -> bool:
    """Tell whether all letters of a text have one capital and one small form, everywhere the same."""
    return text.isascii() or _FAMILIAR.fullmatch(text) is not None


def familiar(text: str) -> str:
    """Return the text.

    Raises:
        UnsuitableError: it has other letters.
    """
    if not is_familiar(text):
        raise UnsuitableError
    return text
