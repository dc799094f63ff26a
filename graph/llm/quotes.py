"""Find the words that a fact quotes; a fact whose words are not in the report is refused."""

import re
from collections.abc import Mapping
from typing import Any

from graph.grammar.normal import fold
from graph.mention import Evidence, Span

SHORTEST = 3  # characters: a shorter quote would be found anywhere


class Quotes:
    """Locates quotes in one report and remembers what was refused.

    `refused` holds one sentence per refused fact, for the extraction's notes.
    """

    def __init__(self, text: str, rule: str) -> None:
        self.rule = rule
        self.refused: list[str] = []
        self._folded = fold(text).casefold() if len(fold(text).casefold()) == len(text) else fold(text)

    def evidence(self, fact: Mapping[str, Any], must_hold: str | None = None) -> tuple[Evidence, ...]:
        """Return the evidence of a fact, or nothing when it is refused.

        Args:
            fact: holds its words under `quote`.
            must_hold: a name or number that has to stand in the report as well.
        """
        quote = fact.get("quote")
        span = self.find(quote) if isinstance(quote, str) else None
        if span is None:
            self.refused.append(f"refused, its quote is not in the report: {_brief(fact)}")
            return ()
        if must_hold is not None and self.find(must_hold) is None:
            self.refused.append(f"refused, {must_hold!r} is not in the report: {_brief(fact)}")
            return ()
        return (Evidence(span, self.rule),)

    def find(self, quote: str) -> Span | None:
        """Return the first place of `quote`; runs of white space count as one, tone placement as equal."""
        words = fold(quote.strip()).casefold().split()
        if len(" ".join(words)) < SHORTEST and not quote.strip().isdigit():
            return None
        match = re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", self._folded)
        return Span(*match.span()) if match and words else None


def _brief(fact: Mapping[str, Any]) -> str:
    return str({key: value for key, value in fact.items() if not isinstance(value, list | dict)})[:200]
