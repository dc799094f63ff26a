"""A gathering while it is being put together from its mentions."""

import re
from dataclasses import dataclass, field

from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.text.document import Document
from graph.mention import Span

_WORD = re.compile(r"\w+")
_STOPWORDS = frozenset(
    _WORD.findall("hội nghị cuộc buổi phiên lễ họp kỳ của về và các cho với tại ở năm do trong những")
)


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a gathering as ISO text ("--09-23" without its year) and the words that say it."""

    iso: str
    span: Span

    def same_day(self, other: "Day") -> bool:
        """Are month and day equal, whatever is known of the year?"""
        return self.iso[-5:] == other.iso[-5:]


@dataclass(slots=True)
class Draft:
    """One gathering and where the report speaks of it. `opening` is the phrase that tells of it first.

    `concept`: of the scheme; only phrases of the same one are names of the same gathering. `passing`:
    mentioned inside a sentence about another one. `retold`: somebody tells of it who need not have been
    there. `planned` gatherings are kept while reading, so that "hội nghị này" after them points to them. `counted`:
    what the name of a phrase counts ({"lần": "10"}), beside that phrase.
    """

    opening: Gathering
    sentence: Span
    licence: str
    concept: str
    words: frozenset[str]
    planned: bool = False
    passing: bool = False
    retold: bool = False
    mentions: list[Gathering] = field(default_factory=list)
    date: Day | None = None
    counted: tuple[Gathering, dict[str, str]] | None = None

    @property
    def dated(self) -> bool:
        """Does the sentence that tells of it name its day, or was the day taken from beside?"""
        return self.date is not None and self.sentence.start <= self.date.span.start < self.sentence.end


def name_words(document: Document, gathering: Gathering) -> frozenset[str]:
    """Give the words of a gathering's name that tell it from others."""
    words = _WORD.findall(document.lowered, gathering.span.end, gathering.name.end)
    return frozenset(words) - _STOPWORDS


def name_of(document: Document, draft: Draft) -> str:
    """Give the words that name a gathering, in lower case."""
    return document.lowered[draft.opening.span.start : draft.opening.name.end]


def alike(left: frozenset[str], right: frozenset[str]) -> float:
    """Give the share of the shorter name's words that the other name has too (0 to 1)."""
    if not left or not right:
        return 0.0
    return len(left & right) / min(len(left), len(right))
