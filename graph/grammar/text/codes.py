"""A text with one byte for each character, for whatever asks what kinds of characters stand where.

Python keeps Vietnamese text at two bytes a character, and searching, splitting or asking each character of it for
its kind goes character by character. With one byte each, `bytes.translate` answers such a question for a whole
report at once, and `find`, `split` and patterns over bytes run several times as fast. The code is that of ASCII,
with the letters of Vietnamese and the marks that print around them in the places that ASCII leaves free; what is
none of these has a stand-in for its kind, so that every text has a code and no offset moves.
"""

import codecs
import unicodedata
from collections.abc import Callable

from graph.grammar.text import normal
from graph.grammar.text.normal import UPPER

# The stand-ins: for a mark, a capital letter (one of `UPPER`), another letter or number, a digit of another script.
_MARK, _CAPITAL, _LETTER, _DIGIT = range(4)
_STANDING_FOR = {_MARK: "\0", _CAPITAL: "Ç", _LETTER: "ç", _DIGIT: "\u0661"}
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_SMALL = ["đ", *(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES)]
_LETTERS = [letter for small in _SMALL if not small.isascii() for letter in (small, small.upper())]
_SIGNS = "“”„‘’«»–—…\u00a0•°²³×≥→Ðð"
_FREE = [code for code in range(4, 256) if code >= 127 or code < 32 and chr(code) not in "\t\n\r"]
# The character of each code; U+FFFE where there is none, as `codecs` has it.
_ASCII = [chr(code) if code in (0, 9, 10, 13) or 32 <= code < 127 else "\ufffe" for code in range(256)]
_OTHERS = dict(zip(_FREE, [*_LETTERS, *_SIGNS], strict=True))
_CHARACTERS = "".join(_OTHERS.get(code, letter) for code, letter in enumerate(_ASCII))
_CODES = codecs.charmap_build(_CHARACTERS)


def table(code_of: Callable[[str], str]) -> bytes:
    """Make a table for `bytes.translate`.

    Args:
        code_of: gives the character, one of ASCII or of the text's own code, to write for a character; asked once
            for each that has a code, and for one of each kind that has a stand-in.
    """
    return b"".join(_encoded(code_of(_STANDING_FOR.get(code, letter))) for code, letter in enumerate(_CHARACTERS))


def _encoded(text: str) -> bytes:
    return codecs.charmap_encode(text, "vpg.stand-ins", _CODES)[0]


def _stand_ins(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return bytes([_stand_in(letter) for letter in error.object[error.start : error.end]]), error.end


def _stand_in(letter: str) -> int:
    if letter in UPPER:
        return _CAPITAL
    if letter.isdecimal():
        return _DIGIT
    return _LETTER if letter.isalnum() else _MARK


codecs.register_error("vpg.stand-ins", _stand_ins)

_FOLDED = table(normal.fold)
_LOWERED = table(normal.lower)
_PLACED = {_encoded(old): _encoded(new) for old, new in normal.PLACED.items()}
_TONED = "".join(pair[1] for pair in normal.PLACED)


def _syllables(letter: str) -> str:
    if letter in "oOuUqQ":
        return letter.lower()
    return "`" if letter in _TONED else "x" if letter.isalnum() or letter == "_" else " "


_SYLLABLES = table(_syllables)

_kept: dict[str, bytes] = {}
_MOST_KEPT = 12
_SHORT = 200


def codes_of(text: str) -> bytes:
    """Return one byte for each character of a text. Those of the last few long ones are kept for who asks next."""
    if len(text) < _SHORT:
        return _encoded(text)
    codes = _kept.get(text)
    return _keep(text, _encoded(text)) if codes is None else codes


def _keep(text: str, codes: bytes) -> bytes:
    if len(_kept) >= _MOST_KEPT:
        _kept.clear()
    _kept[text] = codes
    return codes


def is_coded(codes: bytes) -> bool:
    """Has every character its own code, with no stand-in among them?"""
    return not (_MARK in codes or _CAPITAL in codes or _LETTER in codes or _DIGIT in codes)


def folded(text: str) -> str:
    """Return `normal.fold` of a text; for a report it is quicker."""
    codes = codes_of(text)
    if not is_coded(codes):
        return normal.fold(text)
    written = (codes.replace(b"\r\n", b" \n") if b"\r" in codes else codes).translate(_FOLDED)
    shapes = written.translate(_SYLLABLES) + b" "
    placed = bytearray(written)
    for ending in (b"o` ", b"u` "):
        at = shapes.find(ending)
        while at >= 0:
            pair = _PLACED.get(written[at : at + 2])
            if pair and not (ending == b"u` " and shapes.startswith(b"q", at - 1)):
                placed[at : at + 2] = pair
            at = shapes.find(ending, at + 1)
    return text if placed == codes else _decoded(bytes(placed))


def lowered(text: str) -> str:
    """Return `normal.lower` of a text; for a report it is quicker."""
    codes = codes_of(text)
    if not is_coded(codes):
        return normal.lower(text)
    written = codes.translate(_LOWERED)
    return text if written == codes else _decoded(written)


def _decoded(codes: bytes) -> str:
    text = codecs.charmap_decode(codes, "strict", _CHARACTERS)[0]
    _keep(text, codes)
    return text
