"""Find the words that a fact quotes, and in them what the fact says; what is not there is refused."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.grammar.text.normal import fold, lower
from graph.mention import Evidence, Span
from graph.resolve.spelling import key
from graph.span import span_of

SHORTEST = 3  # characters: a shorter quote would be found anywhere


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words that a fact quotes: where they stand in the report, and folded in lower case."""

    span: Span
    words: str


class Quotes:
    """Locates quotes in one report and remembers what was refused.

    `refused` holds one sentence per refused fact or part of a fact, for the extraction's notes.
    `folded` is the report in lower case with one kind of space, dash and tone placement, of the same length.
    """

    def __init__(self, text: str, rule: str) -> None:
        self.rule = rule
        self.refused: list[str] = []
        self.folded = lower(fold(text))

    def quoted(self, fact: Mapping[str, Any], *must_hold: str | None) -> Quoted | None:
        """Return the quote of a fact, or None when it is refused.

        Args:
            fact: holds its words under `quote`.
            must_hold: words that have to stand inside the quote; None for what the fact does not say.
        """
        quote = fact.get("quote")
        span = self.find(quote) if isinstance(quote, str) and len(quote.strip()) >= SHORTEST else None
        if span is None:
            self.refuse("its quote is not in the report", fact)
            return None
        found = Quoted(span, self.folded[span.start : span.end])
        for words in must_hold:
            if words is not None and self.find(words, span) is None:
                self.refuse(f"{words!r} is not in its quote", fact)
                return None
        return found

    def refuse(self, why: str, fact: Mapping[str, Any]) -> None:
        """Note what was refused, and why."""
        self.refused.append(f"refused, {why}: {_brief(fact)}")

    def evidence(self, span: Span, derived: str = "direct") -> Evidence:
        """Return words of the report as evidence of this extractor."""
        return Evidence(span, self.rule, derived)

    def find(self, words: str, inside: Span | None = None) -> Span | None:
        """Return the first place of some words, whole words only, in the report or in a part of it.

        Runs of white space count as one, tone placement and capitals do not count.
        """
        parts = lower(fold(words)).split()
        if not parts:
            return None
        room = inside or Span(0, len(self.folded))
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, parts)) + r"(?!\w)")
        match = pattern.search(self.folded, room.start, room.end)
        return span_of(match) if match else None

    def somewhere(self, name: str, quoted: Quoted) -> Evidence | None:
        """Return where a name stands: in the quote (also abbreviated), or else in the report ("context")."""
        inside = self.find(name, quoted.span)
        if inside is not None:
            return self.evidence(inside)
        if f" {key(name)} " in f" {key(quoted.words)} ":
            return self.evidence(quoted.span)
        outside = self.find(name)
        return self.evidence(outside, "context") if outside is not None else None

    def body(self, name: str, quoted: Quoted) -> tuple[str, tuple[Evidence, ...]] | None:
        """Return (the part of a body's name that the quote has, what completes it from the report) or None.

        "Công an tỉnh Lào Cai" of a quote with "Công an tỉnh" is completed by "tỉnh Lào Cai" in the report.
        The quote has to hold at least the first two words: the head of the name.
        """
        here = self.somewhere(name, quoted)
        if here is not None and here.derived == "direct":
            return name, ()
        words = name.split()
        for size in range(len(words) - 1, 1, -1):
            head = " ".join(words[:size])
            if self.find(head, quoted.span) is None:
                continue
            for first in range(size + 1):
                rest = self.find(" ".join(words[first:]))
                if rest is not None:
                    return head, (self.evidence(rest, "context"),)
        return None


def _brief(fact: Mapping[str, Any]) -> str:
    return str({key: value for key, value in fact.items() if not isinstance(value, list | dict)})[:200]
