"""Where words stand in a report, and which rule read them: the smallest parts of every fact.

Written out, not as tuples or data classes: a report has hundreds of them, and these are made and asked in a
fifth of the time where extraction is compiled. Nobody changes them. They are not declared `Final`, for mypyc borrows
what a final attribute holds for a whole expression, also on the paths where it never got it (mypy 2.4.1).
"""

import re
from collections.abc import Iterator
from typing import final


@final
class Span:
    """A stretch of the report's text: code points from `start` to before `end`; sorted as a pair of the two."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        """Keep the two offsets."""
        self.start = start
        self.end = end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start == other.start and self.end == other.end

    def __lt__(self, other: "Span") -> bool:
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __iter__(self) -> Iterator[int]:
        """Give start and end, for `start, end = span`; asking for the two by name is quicker."""
        return iter((self.start, self.end))

    def __repr__(self) -> str:
        return f"Span(start={self.start}, end={self.end})"

    def __reduce__(self) -> tuple[type["Span"], tuple[int, int]]:
        return Span, (self.start, self.end)


@final
class Evidence:
    """The words behind a fact, and the rule that read them.

    `derived` says how the words give the fact: "direct"; "list" (a title shared by a list);
    "coreference" ("ông Thơ"); "context" (an organisation completed from the rest of the report).
    """

    __slots__ = ("derived", "rule", "span")

    def __init__(self, span: Span, rule: str, derived: str = "direct") -> None:
        """Keep the words' place, the rule's name and how the words give the fact."""
        self.span = span
        self.rule = rule
        self.derived = derived

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Evidence)
            and self.span == other.span
            and self.rule == other.rule
            and self.derived == other.derived
        )

    def __hash__(self) -> int:
        return hash((self.span, self.rule, self.derived))

    def __repr__(self) -> str:
        return f"Evidence(span={self.span!r}, rule={self.rule!r}, derived={self.derived!r})"

    def __reduce__(self) -> tuple[type["Evidence"], tuple[Span, str, str]]:
        return Evidence, (self.span, self.rule, self.derived)


def span_of(match: "re.Match[str]", group: int | str = 0) -> Span:
    """Return where a match, or a group of it, stands."""
    start, end = match.span(group)
    return Span(start, end)
