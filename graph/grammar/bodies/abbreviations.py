"""The abbreviations that a report introduces in brackets after a name, and what they stand for.

"Hội Luật gia (HLG)": letters that are the words' initials. "Tập đoàn Dầu khí VN (PVN)": a body's short name, whose
letters may be those of another language.
"""

import re

from graph.grammar.bodies.body_words import FIRM_BOARDS, body_pattern
from graph.grammar.bodies.organisations import body_at
from graph.grammar.names.names import plain as key
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER
from graph.mention import Evidence, Span

_ABBREVIATED = re.compile(r"\(([^\W\d_]{2,8})\)")
_TWO_PARTS = re.compile(rf"\(([{UPPER}]{{2,5}}) ?(&) ?([{UPPER}]{{2,5}})\)")
# "(VH-TT - DL)"
_PARTS = re.compile(rf"\(([{UPPER}]{{1,5}}(?: ?[-,&] ?[{UPPER}]{{1,5}}){{1,3}})\)")
_SPACED = re.compile(r" ?& ?")
# "PVN", "HoREA", "Vinatex"
_SHORT_NAME = re.compile(rf"(?=[^ ]{{3,10}}$)[{UPPER}][{UPPER}a-z]*$")
# What may stand before a firm's short name: its own boards.
_OF_IT = FIRM_BOARDS | {"", "đảng ủy", "công đoàn"}
_REACH = 110


def spelled_out(document: Document, name: str) -> tuple[str, list[Evidence]]:
    """Write out the report's own abbreviations in a body's name."""
    name = name.replace("HDND", "HĐND")
    before, _, last = name.rpartition(" ")
    if _SHORT_NAME.match(last) and key(before) in _OF_IT and last not in abbreviations(document):
        full = _introduced(document, last)
        if full:
            words = document.words(full)
            return f"{before} {words} ({last})".strip(), [Evidence(full, "post.abbreviation", "context")]
    for letters, (phrase, told) in _in_parts(document).items():
        if name.endswith(f" {letters}"):
            return name[: -len(letters)] + phrase, [Evidence(told, "post.abbreviation", "context")]
    short = abbreviations(document)
    if "&" in name and short and "(" not in name:
        joined = _SPACED.sub("&", name)
        name = joined if any(word in short for word in joined.split() if "&" in word) else name
    if not short or not any(word in short for word in name.split()):
        return name, []
    evidence: list[Evidence] = []
    words_out = []
    for word in name.split():
        if word in short and f"{short[word][0]} ({word})" not in name:
            words_out.append(f"{short[word][0]} ({word})")
            evidence.append(Evidence(short[word][1], "post.abbreviation", "context"))
        else:
            words_out.append(word)
    return " ".join(words_out), evidence


def _introduced(document: Document, short: str) -> Span | None:
    """The body after whose name the report puts the short name in brackets."""
    at = document.folded.find(f" ({short})")
    line = document.line_at(at) if at > 0 else None
    if line is None:
        return None
    for match in body_pattern().finditer(document.lowered, max(line.span.start, at - _REACH), at):
        body = body_at(document.folded, document.lowered, match.start())
        if body and at <= body.end and at - body.start > len(body.first):
            return Span(body.start, at)
    return None


def abbreviations(document: Document) -> dict[str, tuple[str, Span]]:
    """The abbreviations that the report introduces in parentheses, with the words they stand for."""
    found = document.kept.get("_abbreviations")
    if found is None:
        found = {}
        for match in _ABBREVIATED.finditer(document.folded):
            letters = match[1]
            if not letters.isupper() or letters in found:
                continue
            words = document.folded[max(0, match.start() - 80) : match.start()].split()
            full = words[-len(letters) :]
            if len(full) == len(letters) and [w[0].upper() for w in full] == list(letters):
                phrase = " ".join(full)
                start = document.folded.rfind(full[0], 0, match.start() - len(phrase) + len(full[0]))
                found[letters] = (phrase, Span(max(0, start), match.end()))
        if "&" in document.folded:
            found |= _with_ampersand(document)
        document.kept["_abbreviations"] = found
    return found


def _in_parts(document: Document) -> dict[str, tuple[str, Span]]:
    """Abbreviations of several parts with a dash in them, as written, where they are the initials of words."""
    found = document.kept.get("_in_parts")
    if found is None:
        found = {}
        for match in _PARTS.finditer(document.folded) if " - " in document.folded else ():
            if " - " not in match[1]:
                continue
            initials = [letter for letter in match[1] if letter.isalpha()]
            at = match.start() - 1
            words: list[str] = []
            while at > 0 and len(words) < len(initials):
                begin = document.folded.rfind(" ", 0, at) + 1
                word = document.folded[begin:at]
                if word not in ("và", "-", "&"):
                    words.append(word[:1].upper())
                at = begin - 1
            if words[::-1] == initials:
                span = Span(at + 1, match.start() - 1)
                found[match[1]] = (document.words(span), span)
        document.kept["_in_parts"] = found
    return found


def _with_ampersand(document: Document) -> dict[str, tuple[str, Span]]:
    """Abbreviations of two parts ("NN & PTNT"), under their letters without spaces; "&" stands for itself or "và"."""
    found = {}
    for match in _TWO_PARTS.finditer(document.folded):
        letters = "".join(match.groups())
        words = document.folded[max(0, match.start() - 80) : match.start()].split()[-len(letters) :]
        if "".join(w[0].upper() if w != "và" else "&" for w in words) == letters:
            phrase = " ".join(words)
            start = match.start() - 1 - len(phrase)
            if document.folded.startswith(phrase, start):
                found[letters] = (phrase, Span(start, match.end()))
    return found
