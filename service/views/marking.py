"""A document's text cut into segments, each under the mentions that cover it: overlaps become plain HTML."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """One node read from the words [start, end) of a text; `kind` is a key of `service.labels.KINDS`."""

    start: int
    end: int
    node: str
    kind: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text in which nothing begins or ends. `mentions`: all that cover it, the shortest first.

    `first`: those that begin here (they carry the letter of their class). `focus`: part of the span the
    reader came for; `focus_first`: its beginning.
    """

    text: str
    start: int
    mentions: tuple[Mention, ...] = ()
    first: tuple[Mention, ...] = ()
    focus: bool = False
    focus_first: bool = False

    @property
    def letters(self) -> list[str]:
        """The classes of what begins here, each once, facts left out: what the letters before the words say."""
        return list(dict.fromkeys(mention.kind for mention in self.first if mention.kind != "fact"))


Paragraph = list[Segment]


def segments(
    text: str, mentions: Iterable[Mention], focus: tuple[int, int] | None = None
) -> list[tuple[int, Paragraph]]:
    """Cut `text` into paragraphs of segments; returns (offset of the paragraph, its segments).

    Spans outside the text are cut to it; empty ones are left out. Offsets are code points.
    """
    kept = sorted(
        (m for m in mentions if max(m.start, 0) < min(m.end, len(text))),
        key=lambda m: (m.end - m.start, m.start, m.node),
    )
    edges = {0, len(text)}
    for mention in kept:
        edges |= {max(mention.start, 0), min(mention.end, len(text))}
    if focus and 0 <= focus[0] < focus[1] <= len(text):
        edges |= set(focus)
    else:
        focus = None
    for place, character in enumerate(text):
        if character == "\n":
            edges |= {place, place + 1}
    cuts = sorted(edges)
    covering = _covering(cuts, kept)
    paragraphs: list[tuple[int, Paragraph]] = [(0, [])]
    for place, (start, end) in enumerate(zip(cuts, cuts[1:], strict=False)):
        piece = text[start:end]
        if piece == "\n":
            paragraphs.append((end, []))
            continue
        over = covering[place]
        paragraphs[-1][1].append(
            Segment(
                piece,
                start,
                tuple(over),
                tuple(m for m in over if m.start == start),
                focus is not None and focus[0] <= start < focus[1],
                focus is not None and focus[0] == start,
            )
        )
    return [(offset, line) for offset, line in paragraphs if any(s.text.strip() for s in line)]


def _covering(cuts: Sequence[int], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return, for each stretch between two cuts, the mentions that cover it."""
    place_of = {cut: place for place, cut in enumerate(cuts)}
    covering: list[list[Mention]] = [[] for _ in cuts]
    last = cuts[-1]
    for mention in mentions:
        for place in range(place_of[max(mention.start, 0)], place_of[min(mention.end, last)]):
            covering[place].append(mention)
    return covering
