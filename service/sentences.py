"""The words behind a fact: the sentence around a span, and where to open it in its document."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ontology.base import BASE
from service.reading import Reading
from service.terms import Row

WINDOW = 240  # characters on each side, as the query page/evidence cuts them
_END = re.compile(r"\n|(?<=[.!?…])[ \u00a0]+(?=[A-ZĐÀ-Ỹ“\"(])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One piece of evidence: the span's words, what stands before and after them in the sentence, the source.

    `start` and `end` are code points of the document's text. `confidence` is 0 to 1, or None.
    """

    evidence: str
    source: str
    title: str
    published: str
    publisher: str
    start: int
    end: int
    before: str
    exact: str
    after: str
    rule: str
    derivation: str
    confidence: float | None

    @property
    def path(self) -> str:
        """The address of the document page with these words marked."""
        key = self.source.removeprefix(BASE + "id/source/")
        return f"/doc/{key}?at={self.start}-{self.end}#at"


def around(before: str, after: str) -> tuple[str, str]:
    """Cut the text before and after a span to the sentence that holds it; an ellipsis marks a cut window.

    The windows are at most WINDOW characters; a sentence that goes further is cut at a space.
    """
    ends = [match.end() for match in _END.finditer(before)]
    if ends:
        before = before[ends[-1] :]
    elif len(before) >= WINDOW:
        before = "…" + before[before.find(" ") :]
    stop = _END.search(after)
    if stop:
        after = after[: stop.start()]
    elif len(after) >= WINDOW:
        after = after[: after.rfind(" ")] + " …"
    return before.lstrip(), after.rstrip()


def read_sentence(row: Row) -> Sentence:
    """Read one row of the query `page/evidence`."""

    def text(name: str) -> str:
        return row[name].value if name in row else ""

    before, after = around(text("before"), text("after"))
    return Sentence(
        evidence=row["evidence"].value,
        source=row["source"].value,
        title=text("title"),
        published=text("published"),
        publisher=text("publisher"),
        start=int(row["start"].value),
        end=int(row["end"].value),
        before=before,
        exact=text("exact"),
        after=after,
        rule=text("rule"),
        derivation=text("derivation"),
        confidence=float(text("confidence")) if "confidence" in row else None,
    )


def sentences(
    reading: Reading, nodes: Iterable[str], graphs: Sequence[str] = (), shown: bool = False
) -> dict[str, list[Sentence]]:
    """Return the evidence of each node, the surest first; `graphs` of reports narrow it down."""
    wanted = sorted(set(nodes))
    found: dict[str, list[Sentence]] = defaultdict(list)
    for first in range(0, len(wanted), 200):
        batch = wanted[first : first + 200]
        for row in reading.ask("page/evidence", shown=shown, node=batch, graph=graphs or None):
            sentence = read_sentence(row)
            held = found[row["node"].value]
            if all((sentence.source, sentence.start, sentence.end) != (s.source, s.start, s.end) for s in held):
                held.append(sentence)
    for held in found.values():
        held.sort(key=lambda s: (-(s.confidence or 0.0), s.source, s.start))
    return found
