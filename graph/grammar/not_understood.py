"""Sentences that seem to tell of a role, an honour or a document, but gave no fact.

Listing them is honest: a reader sees what the rules could not read, and a curator where to look.
"""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from graph.grammar.text.document import Document
from graph.grammar.text.scan import Finder
from graph.mention import Evidence, Span
from ontology.vocabulary import scheme

# Cues that other sentences use for other things as well.
_WEAK = frozenset(
    {"về phía", "có mặt", "công bố", "giới thiệu", "trình bày", "quán triệt", "dẫn đầu", "chứng kiến", "cùng đi"}
)
_MORE = frozenset(("chủ trì", "bằng khen", "giấy khen", "huân chương", "kỷ niệm chương", "nghị quyết số", "chỉ thị số"))
_MOST = 40


def find_not_understood(document: Document, evidence: Iterable[Evidence]) -> tuple[Span, ...]:
    """Return the sentences with a cue in which no fact has its words; at most 40 of them."""
    starts = sorted({e.span.start for e in evidence})
    found: list[Span] = []
    for at, _ in _cues().hits(document):
        sentence = document.sentence_at(at)
        if sentence is None or (found and found[-1] == sentence) or document.kind_at(at) == "title":
            continue
        index = bisect_left(starts, sentence.start)
        if index < len(starts) and starts[index] < sentence.end:
            continue
        found.append(sentence)
        if len(found) == _MOST:
            break
    return tuple(found)


@cache
def _cues() -> Finder:
    cues = {cue.lower() for concept in scheme("participation-role") for cue in concept.cues}
    strong = {cue for cue in cues if cue not in _WEAK and len(cue) > 6} | _MORE
    # A cue inside a longer one finds the same sentences.
    return Finder(c for c in strong if not any(o != c and o in c for o in strong))
