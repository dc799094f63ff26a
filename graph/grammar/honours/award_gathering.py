"""At which of the report's gatherings an honour was handed out, where the words say it was at one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.grammar.text.document import Document
from graph.mention import AwardMention, EventMention, Span

_AT_IT = r"(?:(?:tại|trong) (?:hội nghị|buổi|lễ|cuộc|ngày hội|hội thảo|đại hội|đây)|(?:nhân )?dịp này)(?!\w)"
_THERE = re.compile(rf"(?<!\w)(?:{_AT_IT}|hội nghị(?!\w))")
_OPENS = re.compile(rf"(?:cũng )?{_AT_IT}")
# How far before an honour its words may begin: one sentence may be the whole report.
_REACH = 1500


def placed(document: Document, award: AwardMention, events: Sequence[EventMention]) -> AwardMention:
    """Tie the honour to the gathering that its sentence or its paragraph tells of, if that is one alone."""
    span = award.evidence[0].span
    sentence = document.sentence_at(span.start)
    if sentence is None or not events:
        return award
    opening = max(sentence.start, span.start - _REACH)
    paragraph = document.lowered.rfind("\n", 0, sentence.start) + 1
    said = _OPENS.match(document.lowered, paragraph)
    if len(events) == 1:
        there = said or _THERE.search(document.lowered, opening, span.end)
        return replace(award, event=events[0].id) if there else award
    here = _told(events, Span(opening, sentence.end))
    if not here and _OPENS.match(document.lowered, sentence.start):
        here = _last_told(events, sentence.start)  # "Dịp này, …": the one just told of
    if not here:
        # One paragraph may tell of two: only what stands before the honour in it counts.
        here = _told(events, Span(paragraph, opening)) or (_last_told(events, paragraph) if said else set())
    return replace(award, event=here.pop()) if len(here) == 1 else award


def _told(events: Sequence[EventMention], within: Span) -> set[str]:
    """The gatherings that are named or pointed to in a stretch."""
    return {e.id for e in events if any(within.start <= w.span.start < within.end for w in e.evidence)}


def _last_told(events: Sequence[EventMention], before: int) -> set[str]:
    """The gathering named or pointed to last before an offset, in the paragraphs."""
    ends = [(w.span.start, e.id) for e in events for w in e.evidence if w.span.start < before]
    return {max(ends)[1]} if ends else set()
