"""Which citations say that the document is still a draft: "dự thảo Luật Đất đai", "dự án Luật Thư viện"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.grammar.text.document import Document
from graph.mention import Evidence, LegalMention, Span

_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_QUALIFIED = r"(?: (?:lần (?:thứ )?\w+|mới|cuối cùng|trình quốc hội))?"
_DRAFT = re.compile(rf"(?<!\w)(?P<draft>(?:các |những |bản |hai |ba )?dự thảo{_QUALIFIED})[:]? \"?$")
# A bill is a "dự án"; of other documents the word means a project.
_BILL = re.compile(rf"(?<!\w)(?P<draft>(?:các |những |hai |ba )?(?:dự thảo|dự án){_QUALIFIED})[:]? \"?$")
# "các dự án luật: Luật A; Luật B"
_BILLS = re.compile(r"(?<!\w)(?P<draft>(?:các|những|\d+|hai|ba|bốn) dự (?:án|thảo) luật)(?: gồm| sau| là)?:? \"?$")
_MARKED = re.compile(r"\"? \((?:bản )?(?:dự thảo|đang (?:dự thảo|lấy ý kiến|soạn thảo))\)")
_LISTED = re.compile(r"\"?(?:,|;| và|; và|, và) \"?")
_SEVERAL = ("các ", "những ", "hai ", "ba ", "bốn ")
_FARTHEST = 48  # how far before a citation the words may begin


def with_drafts(document: Document, mentions: Sequence[LegalMention]) -> tuple[LegalMention, ...]:
    """Add to each citation the places that call the document a draft."""
    if "dự " not in document.lowered:
        return tuple(mentions)
    cited = sorted(
        (words.span, index)
        for index, mention in enumerate(mentions)
        for words in mention.evidence
        if words.derived != "context"
    )
    found: dict[int, list[Evidence]] = {}
    listed: set[Span] = set()
    for span, index in cited:
        draft = _called(document, span, mentions[index].type in _LAWS)
        if draft is not None:
            found.setdefault(index, []).append(Evidence(draft, "legal.draft"))
            if document.lowered.startswith(_SEVERAL, draft.start) or document.lowered[draft.start].isdigit():
                listed.add(span)
    for (first, _), (second, index) in pairwise(cited):
        if (
            first in listed
            and first.end <= second.start
            and _LISTED.fullmatch(document.lowered, first.end, second.start)
        ):
            listed.add(second)
            found.setdefault(index, []).append(Evidence(second, "legal.draft", "list"))
    return tuple(
        replace(mention, drafts=tuple(found[index])) if index in found else mention
        for index, mention in enumerate(mentions)
    )


def _called(document: Document, span: Span, law: bool) -> Span | None:
    """The words that call the document at `span` a draft, with its citation."""
    low = max(0, span.start - _FARTHEST)
    if document.lowered.find("dự ", low, span.start) >= 0:
        patterns = (_BILL, _BILLS) if law else (_DRAFT,)
        for pattern in patterns:
            match = pattern.search(document.lowered, low, span.start)
            if match:
                return Span(match.start("draft"), span.end)
    marked = _MARKED.match(document.lowered, span.end)
    return Span(span.start, marked.end()) if marked else None
