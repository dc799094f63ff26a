"""Tokens of SPARQL 1.1/1.2: enough to see what a request is and asks for, before any engine reads it.

Rules: SPARQL 1.1 Query Language, section 19 (grammar, codepoint escapes 19.2, comments 19.4). The engine
remains the judge of what is well formed: a text that we cannot read goes to it as it is.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from graph.errors import QuerySyntaxError

_TOKEN = re.compile(
    r"""
    (?P<space>(?:\s+|\#[^\n\r]*)+)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<string>\"{3}(?:"{0,2}(?:[^"\\]|\\.))*?"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*?'{3}
              | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<variable>[?$]\w+)
  | (?P<lang>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<blank>_:[\w](?:[\w.·-]*[\w·-])?)
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<pname>(?:[^\W\d_](?:[\w.·-]*[\w·-])?)?:
              (?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%])
                 (?:(?:[\w.:·-]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%])*
                    (?:[\w:·-]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%]))?)?)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<mark>\^\^|&&|\|\||!=|<=|>=|<<\(|\)>>|<<|>>|\{\||\|\}|[{}()\[\].,;=<>!*/+|^?~-])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Token(NamedTuple):
    """One token: its kind (iri, string, variable, word, pname, mark ...), its text, where it starts."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Return the offset after its last character."""
        return self.start + len(self.text)

    @property
    def upper(self) -> str:
        """Return a keyword in capitals; '' for a token that is no word."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(text: str) -> list[Token]:
    """Split a query or update into tokens, without white space and comments.

    Raises:
        QuerySyntaxError: a character that begins no token, with its line and column.
    """
    found: list[Token] = []
    position, end, match = 0, len(text), _TOKEN.match
    while position < end:
        token = match(text, position)
        if token is None:
            line, column = place(text, position)
            raise QuerySyntaxError(
                f"unexpected character {text[position]!r} at line {line}, column {column}", line, column
            )
        kind = token.lastgroup or ""
        if kind != "space":
            found.append(Token(kind, token.group(), position))
        position = token.end()
    return found


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, counted from 1, of `offset` in `text`."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def unescape(text: str) -> str:
    r"""Resolve \\uXXXX and \\UXXXXXXXX (section 19.2); what is out of range stays as it is."""

    def character(match: re.Match[str]) -> str:
        code = int(match[1] or match[2], 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else match[0]

    return _ESCAPE.sub(character, text) if "\\u" in text or "\\U" in text else text


@dataclass(frozen=True, slots=True)
class Outline:
    """What a request is, seen from its tokens.

    `form`: SELECT, ASK, CONSTRUCT, DESCRIBE, or UPDATE for anything else. `own_dataset`: it has FROM
    (query) or USING / WITH (update). `services`: addresses after SERVICE, '' for a variable or a name that
    has to be looked up. `loads`: addresses after LOAD. `limit`: the outermost LIMIT. `tail`: from where
    to where a text has to be replaced to change it (empty, before a trailing VALUES, if there is none).
    """

    form: str
    own_dataset: bool
    services: tuple[str, ...]
    loads: tuple[str, ...]
    limit: int | None
    tail: tuple[int, int]
    tokens: tuple[Token, ...]
    text: str


_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_PROLOGUE = {"BASE", "PREFIX", "VERSION"}


@lru_cache(maxsize=512)
def outline(text: str) -> Outline:
    """Look at a request without judging it. Texts that are no SPARQL at all come back as form ''."""
    asked, text = text, unescape(text) if _hides_a_word(text) else text
    try:
        found = tokens(text)
    except QuerySyntaxError:
        words = re.findall(r"\w+", unescape(text).upper())
        hidden = ("",) if "SERVICE" in words else ()
        return Outline("", False, hidden, ("",) if "LOAD" in words else (), None, (0, 0), (), asked)
    form, depth, limit = "", 0, None
    tail: tuple[int, int] | None = None
    own_dataset = False
    services: list[str] = []
    loads: list[str] = []
    for index, token in enumerate(found):
        if token.kind == "mark":
            depth += (token.text in "{(") - (token.text in "})")
            continue
        word = token.upper
        if not word:
            continue
        following = found[index + 1] if index + 1 < len(found) else Token("", "", token.end)
        if not form and word not in _PROLOGUE:
            form = word if word in _FORMS else "UPDATE"
        if word in ("FROM", "USING", "WITH") and depth == 0:
            own_dataset = True
        elif word == "LIMIT" and depth == 0 and following.kind == "number":
            limit, tail = int(following.text) if following.text.isdigit() else None, (token.start, following.end)
        elif word == "VALUES" and depth == 0 and tail is None:
            tail = (token.start, token.start)
        elif word in ("SERVICE", "LOAD"):
            silent = following.upper == "SILENT" or following.upper == "INTO"
            target = found[index + 2] if silent and index + 2 < len(found) else following
            address = target.text[1:-1] if target.kind == "iri" else ""
            (services if word == "SERVICE" else loads).append(address)
    end = found[-1].end if found else 0
    return Outline(
        form=form or "UPDATE",
        own_dataset=own_dataset,
        services=tuple(services),
        loads=tuple(loads),
        limit=limit,
        tail=tail or (end, end),
        tokens=tuple(found),
        text=text,
    )


def _hides_a_word(text: str) -> bool:
    """Tell whether an escape stands outside strings and IRIs, where it could spell a keyword."""
    return bool(_ESCAPE.search(re.sub(r'<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'', "", text)))
