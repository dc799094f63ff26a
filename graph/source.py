"""One report as it came in: its text, where it is from, and what was said about it beside the text.

`graph.readers` turn files of any format into a `Source`; `graph.extract` reads it. All offsets in the
product count code points of `Source.text`, which is Unicode NFC and otherwise exactly what was read.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from graph.errors import UnreadableSourceError

MAX_CHARACTERS = 20_000_000

# Letters that Vietnamese writes and few other languages do. Plain "à é ô ì" say nothing: French has them.
_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯẠ-ỹ\u0110\u00d0\u0102\u01a0\u01af]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Source:
    """A report. Metadata that nobody stated is None; `published` is an ISO day (YYYY-MM-DD).

    `sha256` is the hexadecimal digest of `text` in UTF-8.
    """

    id: str
    text: str
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    media_type: str = "text/plain"
    sha256: str = ""

    @classmethod
    def from_text(
        cls,
        id: str,
        raw_text: str,
        *,
        title: str | None = None,
        published: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        byline: str | None = None,
        media_type: str = "text/plain",
    ) -> "Source":
        """Make a source of raw text: NFC, checked to be a readable Vietnamese text.

        Raises:
            UnreadableSourceError: the text is empty, binary, too long, or holds no Vietnamese.
        """
        if len(raw_text) > MAX_CHARACTERS:
            raise UnreadableSourceError(
                f"the text has {len(raw_text):,} characters, more than {MAX_CHARACTERS:,}; "
                "split it into single reports."
            )
        # Lone surrogates (a file decoded with surrogateescape) cannot be written as UTF-8.
        text = unicodedata.normalize("NFC", raw_text.encode("utf-8", "replace").decode("utf-8"))
        problem = unreadable(text)
        if problem:
            raise UnreadableSourceError(problem)
        return cls(
            id=id,
            text=text,
            title=_clean(title),
            published=iso_day(published),
            url=_clean(url),
            publisher=_clean(publisher),
            byline=_clean(byline),
            media_type=media_type,
            sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        )


def unreadable(text: str) -> str | None:
    """Say in one sentence why the text is no Vietnamese report, or None where it may be one.

    The language test asks that at least one letter in a hundred be one that Vietnamese has and other
    languages written in Latin letters do not (in running Vietnamese it is about one in four).
    """
    if not text.strip():
        return "the text is empty."
    # The beginning decides; only where it looks foreign, a longer stretch is asked.
    problem = _foreign(text[:800])
    return problem and _foreign(text[:40_000])


def _foreign(sample: str) -> str | None:
    if _CONTROL.search(sample) and ("\x00" in sample or len(_CONTROL.findall(sample)) > len(sample) / 50):
        return "this is binary data, not text; convert it to plain text first."
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return "the text has no letters."
    if len(_VIETNAMESE.findall(sample)) * 100 < letters:
        return "no Vietnamese text was found; only reports in Vietnamese can be read."
    return None


def iso_day(value: str | None) -> str | None:
    """Return the day as YYYY-MM-DD if `value` begins with one (a time may follow), else None."""
    match = _ISO.match(value.strip()) if value else None
    if not match:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def _clean(value: str | None) -> str | None:
    value = " ".join(unicodedata.normalize("NFC", value).split()) if value else ""
    return value or None
