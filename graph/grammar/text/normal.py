"""One spelling for what is written in several ways, without moving a single character.

Every function here keeps the length of the text, so that an offset in the folded text is the offset
in the text that was read.
"""

import re

# Spaces within a line, and characters that print nothing (`graph.printed` takes them out).
BLANK = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
UNPRINTED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_DASH = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u3003\uff02"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u0060\u00b4\u02bc\uff07"
_BREAK = "\x0b\x0c\x85\u2028\u2029"
_TABLE = {
    **{ord(c): " " for c in BLANK[1:] + UNPRINTED},
    **{ord(c): "-" for c in _DASH},
    **{ord(c): '"' for c in _DOUBLE},
    **{ord(c): "'" for c in _SINGLE},
    **{ord(c): "\n" for c in _BREAK},
    ord("Ð"): "Đ",
    ord("ð"): "đ",
    ord("Ɖ"): "Đ",
}
# Bodies of character classes for rules: capital and small letters of Vietnamese and its neighbours.
_LATIN = (*range(0x41, 0x180), 0x1A0, 0x1AF, *range(0x1EA0, 0x1EFA))
UPPER = "".join(c for c in map(chr, _LATIN) if c.isupper() and len(c.lower()) == 1)
LOWER = UPPER.lower()
# The letters by which a body is known too, after its name: "Liên đoàn Lao động (LĐLĐ) tỉnh", "(HoREA)"; short names
# made of pieces of words are told from a place ("(Pleiku)") by how they end: "(Vinatex)".
LETTERS = re.compile(
    r" \((?:(?=[^)\s]*[A-ZĐ][^)\s]*[A-ZĐ])[A-ZĐ][\w&-]{1,9}"
    r"|[A-Z][a-z]{1,8}(?:tex|mex|bank|chem|fone|shin|milk|food|coop|comin|taba|fico))\)"
)

_ODD = re.compile("[{0}][{0}]*".format("".join(map(chr, _TABLE))))

# "hoà", "khoẻ", "uỷ" carry the tone on the last vowel of an open syllable; "hòa", "khỏe", "ủy" on the first.
# We write the latter. After "q" the u belongs to the consonant ("quý").
_FIRST = {"oa": "òóỏõọ", "oe": "òóỏõọ", "uy": "ùúủũụ"}
_LAST = {"oa": "àáảãạ", "oe": "èéẻẽẹ", "uy": "ỳýỷỹỵ"}
PLACED = {
    old: new
    for pair, lasts in _LAST.items()
    for first, last in zip(_FIRST[pair], lasts, strict=True)
    for old, new in (
        (pair[0] + last, first + pair[1]),
        ((pair[0] + last).title(), (first + pair[1]).title()),
        ((pair[0] + last).upper(), (first + pair[1]).upper()),
        (pair[0] + last.upper(), first + pair[1].upper()),
    )
}
# One pattern for each letter, for a letter that stands first is searched for much sooner than a set.
_TONES = tuple(
    (letter, re.compile(rf"{letter}[{marked}{marked.upper()}](?!\w)"))
    for first, marked in (("o", _LAST["oa"] + _LAST["oe"]), ("u", _LAST["uy"]))
    for letter in (first, first.upper())
)


def fold(text: str) -> str:
    r"""Return the text with one kind of space, dash, quote, line break, Đ and tone placement.

    Length and case stay: `fold(text)[a:b]` are the words `text[a:b]`. Line breaks are "\n" only.
    """
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    text = _ODD.sub(lambda m: m.group().translate(_TABLE), text)
    for letter, tone in _TONES:
        if letter in text:
            text = tone.sub(_placed, text)
    return text


def lower(text: str) -> str:
    """Return the text in lower case, of the same length (one letter whose lower case is two stays)."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return lowered


def _placed(match: "re.Match[str]") -> str:
    old, at = match.group(), match.start()
    if old[0] in "uU" and match.string[at - 1 : at] in ("q", "Q"):
        return old
    return PLACED.get(old, old)
