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
  | (?P<variable>[?$][\w·̀-ͯ‿⁀]+)
  | (?P<lang>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<blank>_:[\w](?:[\w.·̀-ͯ‿⁀-]*[\w·̀-ͯ‿⁀-])?)
  | (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
  | (?P<pname>(?:[^\W\d_](?:[\w.·̀-ͯ‿⁀-]*[\w·̀-ͯ‿⁀-])?)?:
              (?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%])
                 (?:(?:[\w.:·̀-ͯ‿⁀-]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%])*
                    (?:[\w:·̀-ͯ‿⁀-]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%]))?)?)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<mark>\^\^|&&|\|\||!=|<=|>=|<<\(|\)>>|<<|>>|\{\||\|\}|[{}()\[\].,;=<>!*/+|^?~-])
    """,
    re.VERBOSE | re.DOTALL,
)
COMPARISONS = ("<=", ">=", "<", ">", "=", "!=")
FLIPPED = {"<=": ">=", ">=": "<=", "<": ">", ">": "<", "=": "=", "!=": "!="}  # with its operands changed about
CHANGING = {"NOW", "RAND", "UUID", "STRUUID", "BNODE"}  # functions whose answer is another each time
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class UnreadableError(QuerySyntaxError):
    """A character that begins no token: the engine may still know better."""


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
        UnreadableError: a character that begins no token, with its line and column.
    """
    found: list[Token] = []
    position, end, match = 0, len(text), _TOKEN.match
    while position < end:
        token = match(text, position)
        if token is None:
            line, column = place(text, position)
            raise UnreadableError(
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
    """What a request is, seen from its words and brackets.

    `form`: SELECT, ASK, CONSTRUCT, DESCRIBE, or UPDATE for anything else. `own_dataset`: it has FROM
    (query) or USING / WITH (update). `from_graphs`, `from_named`: what FROM and FROM NAMED name, as far as
    they are absolute or have a prefix. `services`: addresses after SERVICE, '' for a variable or a name that
    has to be looked up. `loads`: addresses after LOAD. `limit`: the outermost LIMIT. `tail`: from where
    to where a text has to be replaced to change it (empty, before a trailing VALUES, if there is none).
    `words`: all keywords and names of functions, in capitals. `text`: what the offsets are offsets of; the
    request itself, unless escapes had to be resolved to read it.
    """

    form: str
    own_dataset: bool
    from_graphs: tuple[str, ...]
    from_named: tuple[str, ...]
    services: tuple[str, ...]
    loads: tuple[str, ...]
    limit: int | None
    tail: tuple[int, int]
    words: frozenset[str]
    text: str


_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_PROLOGUE = {"BASE", "PREFIX", "VERSION"}
# What is of no interest here is not even matched: a query with 100,000 numbers costs as little as a short one.
_SCAN = re.compile(
    r"""
    (?P<word>(?<![\w:?$@.\\-])[A-Za-z_][A-Za-z_0-9]*(?![\w:]|-\w))
  | (?P<bracket>[{}()])
  | \\.
  | \#[^\n\r]*
  | <[^<>"{}|^`\\\x00-\x20]*>
  | \"{3}(?:"{0,2}(?:[^"\\]|\\.))*?"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*?'{3}
  | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*'
    """,
    re.VERBOSE | re.DOTALL,
)
_BETWEEN = r"(?:\s|\#[^\n\r]*[\n\r])*"
_NUMBER = re.compile(_BETWEEN + r"(\d+)(?![\w.])")
_ADDRESS = re.compile(_BETWEEN + r"(?:SILENT\b" + _BETWEEN + r")?<([^<>\"{}|^`\\\x00-\x20]*)>", re.IGNORECASE)
_FROM = re.compile(_BETWEEN + r"(NAMED\b" + _BETWEEN + r")?(<[^<>\s]*>|[\w.-]*:[\w.%-]*)", re.IGNORECASE)
_CACHED = 20_000  # characters; longer requests are looked at anew


def outline(text: str) -> Outline:
    """Look at a request without judging it."""
    return _remembered(text) if len(text) < _CACHED else _look(text)


def _look(asked: str) -> Outline:
    text = unescape(asked) if _hides_a_word(asked) else asked
    form, depth, limit = "", 0, None
    tail: tuple[int, int] | None = None
    own_dataset = False
    services: list[str] = []
    loads: list[str] = []
    graphs: dict[bool, list[str]] = {False: [], True: []}
    words: set[str] = set()
    for match in _SCAN.finditer(text):
        kind = match.lastgroup
        if kind == "bracket":
            depth += 1 if match[0] in "{(" else -1
        elif kind == "word":
            word = match[0].upper()
            words.add(word)
            if not form and word not in _PROLOGUE:
                form = word if word in _FORMS else "UPDATE"
            if word in ("SERVICE", "LOAD"):
                address = _ADDRESS.match(text, match.end())
                (services if word == "SERVICE" else loads).append(address[1] if address else "")
            elif depth:
                continue
            elif word in ("FROM", "USING", "WITH"):
                own_dataset = True
                if word == "FROM" and (named := _FROM.match(text, match.end())):
                    graphs[bool(named[1])].append(_resolved(named[2], text))
            elif word == "LIMIT" and (number := _NUMBER.match(text, match.end())):
                if readable_limit(number[1]):  # else left in the text for the engine to refuse
                    limit, tail = int(number[1]), (match.start(), number.end())
            elif word == "VALUES" and tail is None:
                tail = (match.start(), match.start())
    return Outline(
        form=form or "UPDATE",
        own_dataset=own_dataset,
        from_graphs=tuple(graphs[False]) if all(graphs[False]) else (),
        from_named=tuple(graphs[True]),
        services=tuple(services),
        loads=tuple(loads),
        limit=limit,
        tail=tail or (len(text), len(text)),
        words=frozenset(words),
        text=text,
    )


def readable_limit(digits: str) -> bool:
    """Tell whether the engine can read a LIMIT or OFFSET: 64 bits."""
    return len(digits) <= 20 and int(digits) < 1 << 64


def _resolved(name: str, text: str) -> str:
    """Return the IRI that a name in the text stands for; '' if it is relative or its prefix unknown."""
    if name.startswith("<"):
        return name[1:-1] if ":" in name else ""
    prefix, _, local = name.partition(":")
    found = re.search(rf"(?i)\bPREFIX\s+{re.escape(prefix)}:\s*<([^<>\s]*)>", text)
    return found[1] + local if found and ":" in found[1] else ""


_remembered = lru_cache(maxsize=512)(_look)
_EMPTYING, _AT_LARGE = {"CLEAR", "DROP"}, {"ALL", "NAMED", "DEFAULT"}


def empties_at_large(text: str) -> bool:
    """Tell whether an update has CLEAR or DROP of ALL, NAMED or DEFAULT; in doubt it has.

    `USING NAMED`, `FROM NAMED` or a name that ends in such a word are none. Rules: SPARQL 1.1 Update, 3.1.3, 3.2.2.
    """
    shape = outline(text)
    if not (shape.words & _EMPTYING and shape.words & _AT_LARGE):
        return False
    try:
        words = [[token.upper for token in tokens(form)] for form in {text, shape.text}]
    except UnreadableError:
        return True
    for said in words:
        for number, word in enumerate(said):
            after = [w for w in said[number + 1 : number + 3] if w != "SILENT"]
            if word in _EMPTYING and after and after[0] in _AT_LARGE:
                return True
    return False


_QUIET = re.compile(r'<[^<>\s]*>|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')


def _hides_a_word(text: str) -> bool:
    """Tell whether an escape stands outside strings and IRIs, where it could spell a keyword."""
    return "\\" in text and bool(_ESCAPE.search(_QUIET.sub("", text)))
