"""A fast reader of plain Turtle, for the schemes: prefixes, one block per subject, no nodes without a name.

rdflib reads the same at a tenth of the speed and takes a third of a second to load, which every start of
`vpg extract` would pay. What this reader does not know (brackets, long strings, base) it refuses, and the
caller turns to rdflib; a test holds that both read every scheme alike.
"""

import re
from collections import defaultdict
from typing import NamedTuple

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
XSD = "http://www.w3.org/2001/XMLSchema#"

_TOKEN = re.compile(
    r"""\s+|\#[^\n]*
    |<(?P<iri>[^<>"{}|^`\\\s]*)>
    |"(?P<text>(?:[^"\\\n]|\\.)*)"(?!")
    |@(?P<lang>[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<name>[\w-]*:(?:[\w%-]|[.](?=[\w%-]))*)
    |(?P<number>[+-]?\d+(?:\.\d+)?)
    |(?P<word>[A-Za-z]+)
    |(?P<mark>\^\^|[;,.])""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r'\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[tbnrf"\'\\])')
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


class UnusualTurtleError(ValueError):
    """The text is not in the plain form that this reader knows."""


class Value(NamedTuple):
    """An object: its text or IRI; `lang` and `iri` tell which."""

    text: str
    lang: str | None = None
    iri: bool = False


Blocks = dict[str, list[tuple[str, Value]]]


def read_plain(text: str) -> Blocks:
    """Return the predicates and values of each subject of `text`, in its order.

    Raises:
        UnusualTurtleError: something that only a full parser reads.
    """
    return _Reader(text).blocks()


class _Reader:
    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.prefixes: dict[str, str] = {}

    def blocks(self) -> Blocks:
        result: Blocks = defaultdict(list)
        while self.at < len(self.tokens):
            if self.tokens[self.at] == ("lang", "prefix"):
                self._prefix()
                continue
            subject = self._iri(*self._next())
            self._predicates(result[subject])
        return dict(result)

    def _prefix(self) -> None:
        _, (kind, name), (kind_iri, iri), end = (self._next() for _ in range(4))
        if kind != "name" or kind_iri != "iri" or end != ("mark", "."):
            raise UnusualTurtleError("@prefix")
        self.prefixes[name[:-1]] = iri

    def _predicates(self, found: list[tuple[str, Value]]) -> None:
        while True:
            token = self._next()
            if token == ("mark", "."):
                return
            if token == ("mark", ";"):
                continue
            predicate = RDF_TYPE if token == ("word", "a") else self._iri(*token)
            while True:
                found.append((predicate, self._value()))
                if self._peek() != ("mark", ","):
                    break
                self.at += 1
            if self._peek() not in (("mark", ";"), ("mark", ".")):
                raise UnusualTurtleError(f"{self._peek()} after a value")

    def _value(self) -> Value:
        kind, text = self._next()
        if kind == "text":
            return self._literal(_unescape(text))
        if kind == "number":
            return Value(text)
        if kind == "word" and text in ("true", "false"):
            return Value(text)
        return Value(self._iri(kind, text), iri=True)

    def _literal(self, text: str) -> Value:
        kind, tail = self._peek()
        if kind == "lang":
            self.at += 1
            return Value(text, tail.lower())
        if (kind, tail) == ("mark", "^^"):
            self.at += 1
            self._iri(*self._next())
        return Value(text)

    def _iri(self, kind: str, text: str) -> str:
        if kind == "iri":
            return text
        if kind != "name":
            raise UnusualTurtleError(f"{text!r} where an IRI is due")
        prefix, _, local = text.partition(":")
        try:
            return self.prefixes[prefix] + local
        except KeyError:
            raise UnusualTurtleError(f"prefix {prefix}") from None

    def _next(self) -> tuple[str, str]:
        token = self._peek()
        self.at += 1
        return token

    def _peek(self) -> tuple[str, str]:
        if self.at >= len(self.tokens):
            raise UnusualTurtleError("ends in the middle of a block")
        return self.tokens[self.at]


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, at = [], 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise UnusualTurtleError(text[at : at + 20])
        at = match.end()
        if match.lastgroup:
            tokens.append((match.lastgroup, match[match.lastgroup]))
    return tokens


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda m: _ESCAPED.get(m[1]) or chr(int(m[1][1:], 16)), text)
