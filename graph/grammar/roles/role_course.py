"""At which gathering something happens: the one named beside the verb, else the one the report is at."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from graph.grammar.bodies.said_places import province_pattern
from graph.grammar.gatherings.event_draft import Draft
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.text.document import Document
from graph.mention import Span


class _Course(Protocol):
    drafts: list[Draft]
    at_phrase: dict[int, Draft]

    def current(self, offset: int) -> Draft | None: ...


@dataclass(slots=True)
class Scene:
    """The course of the report, and who was found to speak elsewhere.

    `last_said`: where a person's last verb of saying in the report stands.
    `aside`: the gathering named in passing at which a person spoke, by the person.
    """

    course: _Course
    press: set[int] = field(default_factory=set)
    last_body: int = 0
    spoke: tuple[int, Span, Draft] | None = None
    left: int = -1
    last_said: dict[int, int] = field(default_factory=dict)
    aside: dict[int, Draft] = field(default_factory=dict)

    def has_left(self, offset: int, gatherings: Sequence[Gathering]) -> bool:
        """Has the report turned to somebody who spoke elsewhere, and named no gathering since?"""
        if self.left < 0 or offset < self.left:
            return False
        at = bisect_left(gatherings, self.left, key=lambda g: g.span.start)
        return at == len(gatherings) or gatherings[at].span.start > offset + _AFTER

    def goes_on(self, document: Document, person: int, sentence: Span, gatherings: Sequence[Gathering]) -> Draft | None:
        """Return the gathering named in passing where this person was the last to speak, if the words go on here."""
        if self.spoke is None or self.spoke[0] != person or not self.spoke[2].passing:
            return None
        at = bisect_left(gatherings, self.spoke[1].end, key=lambda g: g.span.start)
        if at < len(gatherings) and gatherings[at].span.start < sentence.end:
            return None
        apart = document.sentences_before(sentence.start) - document.sentences_before(self.spoke[1].start)
        return self.spoke[2] if 0 <= apart <= _NEAR else None

    def at(
        self, document: Document, verb: Span, sentence: Span, gatherings: Sequence[Gathering], *, speech: bool = False
    ) -> Draft | None:
        """Return the gathering of a verb, None where it is none that the report tells of."""
        phrases: Mapping[int, Draft] = self.course.at_phrase
        after = self._after(document, verb, sentence, gatherings)
        if (
            after is not None
            and after.span.start not in phrases
            and document.lowered.endswith("dự", verb.start, verb.end)
            and _TO_MEET.match(document.lowered, verb.end)
            and self.course.current(verb.start) is not None
        ):
            after = None  # "Dự họp có ông A": the one told of
        if after is not None and (not speech or _SAID_AT.match(document.lowered, verb.end, after.span.start)):
            return _told_there(document, after, phrases.get(after.span.start))
        at = bisect_left(gatherings, verb.start, key=lambda g: g.span.start) - 1
        while at >= 0 and gatherings[at].span.start >= sentence.start:
            if gatherings[at].span.start in phrases:
                return _told_there(document, gatherings[at], phrases[gatherings[at].span.start])
            if not speech and not gatherings[at].bare and not gatherings[at].general:
                # One that the report does not tell of itself: what was done there is not told either.
                return None
            at -= 1
        placed = None if speech else self._placed_later(document, verb, sentence, gatherings)
        if placed is not None:
            return phrases.get(placed.span.start)
        return self._spoken_of(document, verb.start, speech)

    def _placed_later(
        self, document: Document, verb: Span, sentence: Span, gatherings: Sequence[Gathering]
    ) -> Gathering | None:
        """“… nhận bằng khen từ tay ông B trong lễ vinh danh …”: the only one that the rest of the sentence names."""
        at = bisect_left(gatherings, verb.end, key=lambda g: g.span.start)
        there = [g for g in gatherings[at : at + 2] if g.span.start < sentence.end]
        if len(there) != 1 or not document.lowered.endswith(_PLACED_AT, verb.end, there[0].span.start):
            return None
        told = there[0].span.start in self.course.at_phrase
        return there[0] if told or not (there[0].bare or there[0].general) else None

    def told_elsewhere(self, document: Document, verb: Span, sentence: Span, gatherings: Sequence[Gathering]) -> bool:
        """“…, ông A nói tại một cuộc họp báo”: is a gathering beside the verb that the report does not tell of?"""
        after = self._after(document, verb, sentence, gatherings)
        return (
            after is not None
            and after.span.start not in self.course.at_phrase
            and _SAID_AT.match(document.lowered, verb.end, after.span.start) is not None
        )

    def retold(self, sentence: Span) -> bool:
        """Does somebody tell in the sentence of a gathering that took place?"""
        return any(d.retold and d.sentence == sentence for d in self.course.drafts)

    def named(self, document: Document, sentence: Span, gatherings: Sequence[Gathering]) -> bool:
        """Does the paragraph, up to this sentence's end, hold the word for a gathering the report tells of?"""
        line = document.line_at(sentence.start)
        start = line.span.start if line else sentence.start
        at = bisect_left(gatherings, start, key=lambda g: g.span.start)
        while at < len(gatherings) and gatherings[at].span.start < sentence.end:
            if gatherings[at].span.start in self.course.at_phrase:
                return True
            at += 1
        return False

    def _after(
        self, document: Document, verb: Span, sentence: Span, gatherings: Sequence[Gathering]
    ) -> Gathering | None:
        at = bisect_left(gatherings, verb.end, key=lambda g: g.span.start)
        if at == len(gatherings) or gatherings[at].span.start >= sentence.end:
            return None
        gathering = gatherings[at]
        between = document.lowered[verb.end : gathering.span.start]
        return gathering if len(between) <= 60 and _OBJECT.fullmatch(between) else None

    def _spoken_of(self, document: Document, offset: int, speech: bool) -> Draft | None:
        held = [d for d in self.course.drafts if not d.planned]
        if not held:
            return None
        kind = document.kind_at(offset)
        if kind == "title" or offset > self.end(document):
            return held[0]
        current = self.course.current(offset)
        if current is not None:
            return None if speech and current.retold else current
        opening, early = held[0].opening.span.start, self._early(document)
        if not offset < opening <= early:
            return None
        return held[0] if document.sentences_before(opening) - document.sentences_before(offset) <= 1 else None

    def end(self, document: Document) -> int:
        """Return where the report proper ends and trailing captions begin."""
        if not self.last_body:
            self.last_body = body_end(document)
        return self.last_body

    def _early(self, document: Document) -> int:
        first = [s for line in document.of_kind("lead", "body", "title")[:5] for s in document.sentences_in(line)][:5]
        return first[-1].end if first else 0


def _told_there(document: Document, gathering: Gathering, draft: Draft | None) -> Draft | None:
    """Leave out what was done at another one: "dự hội nghị ở Huế", where the one told of was held in Hà Nội."""
    if draft is None or not gathering.bare or not document.lowered.startswith((" ở ", " tại "), gathering.name.end):
        return draft
    place = _IN_PROVINCE.match(document.lowered, gathering.name.end)
    named = place and province_pattern().match(document.lowered, place.end())
    if not named or draft.opening is gathering:
        return draft
    start, end = draft.sentence
    held = [
        found[0]
        for within in _IN_PROVINCE.finditer(document.lowered, start, end)
        if (found := province_pattern().match(document.lowered, within.end()))
    ]
    return draft if not held or document.lowered.find(named[0], start, end) >= 0 else None


_IN_PROVINCE = re.compile(r"(?: |(?<=\n))(?:tại|ở) (?:(?:tỉnh|thành phố|tp\.?) ?)?")


def body_end(document: Document) -> int:
    """Where the report proper ends: at the author's name, or after the last line that is no caption.

    What follows are captions, whatever they look like: they speak of the report's main gathering.
    """
    told = [line for line in document.lines if line.kind in ("lead", "body")]
    if not told:
        return 0
    # After a line that only looks like the author's name, the report goes on in paragraphs of sentences.
    last = next((line.span.start for line in reversed(told) if _several_sentences(document, line.span)), 0)
    after = max(told[0].span.end, last)
    sign = [line.span.start for line in document.lines if line.kind == "byline" and line.span.start > after]
    return min([told[-1].span.end, *sign[:1]])


def _several_sentences(document: Document, line: Span) -> bool:
    """Is a line a paragraph of at least three sentences, or of two long ones?"""
    count = document.sentences_before(line.end - 1) - document.sentences_before(line.start - 1)
    return count > 2 or (count == 2 and line.end - line.start > 240)


_PLACED_AT = (" tại ", " trong ", " tại buổi ", " tại cuộc ", " trong buổi ", " trong cuộc ", " nhân ", " nhân dịp ")
_AFTER = 120  # characters: "…, bà B nói tại hội nghị"
_NEAR = 3  # sentences of one quotation
_TO_MEET = re.compile(r" họp(?=[.,;]|$| (?:có|còn|gồm|là|cùng)(?!\w))")
# "nói tại hội nghị", not "cho biết kỳ họp thứ 2 …"
_SAID_AT = re.compile(r"\s(?:tại|trong|ở|trước)\s.{0,10}$")
_OBJECT = re.compile(
    r"(?:\s(?:và\s(?:phát biểu|chỉ đạo|chủ trì|trao|kết luận|phát biểu chỉ đạo|có bài phát biểu|khai mạc|điều hành)|"
    r"tại|trong|cho|ở|trước|thành công|một|cuộc|buổi|các|chương trình|"
    r"nội dung|bài|ý kiến|báo cáo|khai mạc|kết luận|bế mạc|chỉ đạo|phiên|trình bày|với|sơ kết|tổng kết|\"|"
    r"tham luận))*\s?"
)
