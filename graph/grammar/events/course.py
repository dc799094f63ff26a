"""Which phrases of a report mean the same gathering, and of which one it speaks at each place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from graph.grammar.events.event_time import Calendar, find_date
from graph.grammar.events.happening import STRONG, called_off, licence
from graph.grammar.events.meets import told_as_done
from graph.grammar.events.new_gatherings import OF_TIME, background, in_passing, is_new, lasts, said_beside
from graph.grammar.events.not_held import failed
from graph.grammar.events.other_gatherings import (
    numbered_apart,
    numbers,
    of_long_ago,
    of_other_body,
    of_other_time,
    one_of_days,
    unless_held_then,
    unless_other_day,
)
from graph.grammar.gatherings.event_draft import Day, Draft, alike, name_words
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.people.persons import Occurrence
from graph.grammar.roles.acts import Act
from graph.grammar.roles.role_course import body_end
from graph.grammar.text.cues import gathering_pattern
from graph.grammar.text.dates import iso
from graph.grammar.text.document import Document
from graph.mention import Span

_TELLS = frozenset({"organise", "held", "chair", "past"})
_THIS_IS = re.compile(r"đây (?:cũng )?là (?:lần|hội nghị|cuộc|sự kiện|phiên|kỳ|năm)(?!\w)")
_DONE = re.compile(r"(?<!\w)(?:đã|vừa)(?!\w)")


class Course:
    """Which gathering the report speaks of at each place: the drafts and the phrases that switch between them."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self._turns: list[tuple[int, int]] = []
        self.at_phrase: dict[int, Draft] = {}

    def turn(self, gathering: Gathering, draft: Draft, *, lasting: bool = True) -> None:
        """Note that the phrase means `draft`; `lasting`: so do the sentences after it."""
        draft.mentions.append(gathering)
        self.at_phrase[gathering.span.start] = draft
        if lasting:
            self._turns.append((gathering.span.start, self.drafts.index(draft)))

    def current(self, offset: int) -> Draft | None:
        """Return the gathering spoken of at `offset`."""
        at = bisect_right(self._turns, (offset, len(self.drafts))) - 1
        return self.drafts[self._turns[at][1]] if at >= 0 else None


def held_before(course: Course) -> list[Draft]:
    """The gatherings met so far that are told of, in the order of the text."""
    return [d for d in course.drafts if not d.planned]


def follow(
    document: Document,
    gatherings: Sequence[Gathering],
    acts: Sequence[Act],
    dates: Calendar,
    mentions: Sequence[Occurrence],
) -> Course:
    """Read the phrases in order and join those that mean the same gathering.

    Args:
        document: the report.
        gatherings: the phrases, in the order of the text.
        acts: what is said by whom.
        dates: the days that the report names.
        mentions: of persons, in the order of the text.
    """
    course = Course()
    late = []
    end = body_end(document)
    for gathering in gatherings:
        kind = document.kind_at(gathering.span.start)
        if gathering.span.start > end or (kind in ("title", "caption", "heading") and not _opens(document, gathering)):
            late.append(gathering)
        else:
            _place(document, gathering, acts, dates, course, mentions)
    for gathering in late:
        _attach(document, gathering, acts, dates, course)
    return course


# "Tại hội nghị tổng kết … ngày 5/7", a line that the next one goes on from: no heading of a section
_OPENING = ("tại ", "phát biểu tại ")


def _opens(document: Document, gathering: Gathering) -> bool:
    """Does the line after the title open the report's first sentence, and name the gathering?"""
    told = document.told
    line = document.line_at(gathering.span.start)
    if line is None or line.kind != "heading" or not told or gathering.span.start > told[0].start:
        return False
    return document.lowered.startswith(_OPENING, line.span.start) and not gathering.bare


def _place(
    document: Document,
    gathering: Gathering,
    acts: Sequence[Act],
    dates: Calendar,
    course: Course,
    mentions: Sequence[Occurrence],
) -> None:
    sentence = document.sentence_at(gathering.span.start)
    if sentence is None or (gathering.general and not gathering.bare) or _part_of_next(document, gathering):
        return
    acts = acts[
        bisect_left(acts, sentence.start, key=lambda a: a.verb.start) : bisect_left(
            acts, sentence.end, key=lambda a: a.verb.start
        )
    ]
    how, lowered = licence(document, gathering, acts, sentence), document.lowered
    words = name_words(document, gathering)
    kin = gathering.concept
    known = _known(document, course, gathering, kin, words)
    if called_off(document, gathering, sentence) or failed(document, gathering):
        how = "planned"
        if known is None and gathering.bare and len(held_before(course)) == 1:
            known = held_before(course)[0]
        if known:
            known.planned = True
    if known is None and held_before(course) and _THIS_IS.match(lowered, sentence.start) and not gathering.general:
        # "Đây là lần đầu tiên Bộ tổ chức hội nghị …": the one told of
        course.turn(gathering, held_before(course)[-1], lasting=False)
        return
    if how == "at" and held_before(course) and of_other_time(document, gathering):
        course.drafts.append(Draft(gathering, sentence, how, kin, words))
        course.turn(gathering, course.drafts[-1])
        return
    if known and not known.planned and of_long_ago(document, gathering, sentence, how, known):
        # Who was there then was not at the one told of.
        course.at_phrase[gathering.span.start] = Draft(gathering, sentence, "planned", kin, words, planned=True)
        return
    if known and gathering.bare and not known.planned:
        if how == "at":
            known = unless_other_day(document, gathering, sentence, dates, known)
        elif how in _TELLS and known.dated:
            known = unless_held_then(gathering, sentence, dates, known)
    if known and known.planned and how in _TELLS and _DONE.search(lowered, sentence.start, gathering.span.start):
        # "sắp dự kỳ họp …", and then "đã chủ trì kỳ họp …": told after all
        known.planned, known.licence, known.sentence = False, how, sentence
        known.date = find_date(document, gathering, sentence, dates, course.drafts)
    if known and gathering.bare and how != "planned":
        # "Mục tiêu của hội nghị là …", of one announced here: the one that the report is at goes on.
        course.turn(gathering, known, lasting=not (known.planned and held_before(course)))
        return
    if gathering.bare and how == "planned":
        # "Bộ sẽ tổ chức hội nghị …": not the one told of, whatever is said to happen there.
        course.at_phrase[gathering.span.start] = Draft(gathering, sentence, how, kin, words, planned=True)
        return
    if gathering.general or not how:
        if known:
            course.turn(gathering, known, lasting=False)
        return
    day = find_date(document, gathering, sentence, dates, course.drafts)
    if _joined(document, gathering, sentence, how, day, known or _of_that_day(course, gathering, words, day), course):
        return
    if (
        known is None
        and gathering.bare
        and (how == "planned" or (gathering.verbal and how not in ("past", "chair", "organise", "held")))
        and not (how == "at" and gathering.noun == "họp báo" and day is not None)
    ):
        return
    held = held_before(course)
    if len(held) == 1 and how != "planned" and _renames(document, held[0], gathering, how, day):
        course.turn(gathering, held[0])
        _improve(held[0], gathering, how, day)
        held[0].concept, held[0].words = kin, words
        return
    if background(document, gathering, sentence, how, day, held) or (
        held and not is_new(document, gathering, sentence, how, day, acts, dates, mentions)
    ):
        return
    draft = Draft(gathering, sentence, how, kin, words, planned=how == "planned", date=day)
    draft.retold = told_as_done(document, acts, sentence, gathering.span.start, how)
    beside = bool(held) and how == "at" and said_beside(document, gathering, sentence, acts)
    draft.passing = beside or in_passing(document, draft, course.drafts, held)
    course.drafts.append(draft)
    course.turn(gathering, draft, lasting=lasts(document, draft, acts, held))


def _joined(
    document: Document,
    gathering: Gathering,
    sentence: Span,
    how: str,
    day: Day | None,
    known: Draft | None,
    course: Course,
) -> bool:
    """Join the phrase to the gathering that it may mean, unless they are of different days."""
    if known is None:
        return False
    if day and known.opening.bare and not known.dated and not gathering.bare:
        # Its day was guessed from beside; the sentence that names it knows better.
        known.date = day
    if day and known.date and one_of_days(document, sentence, day, known.date):
        known.date = day = Day(known.date.iso[:-5] + day.iso[-5:], day.span)
    if day and known.date and not day.same_day(known.date):
        return False
    course.turn(gathering, known)
    _improve(known, gathering, how, day)
    return True


def _part_of_next(document: Document, gathering: Gathering) -> bool:
    """“phiên thảo luận … tại hội nghị …”: the session of a gathering that is named right after it."""
    if gathering.noun not in _SESSIONS or not gathering.bare:
        return False
    link = _WITHIN.match(document.lowered, gathering.name.end)
    return bool(link and gathering_pattern().match(document.lowered, link.end()))


_WITHIN = re.compile(r"\s(?:(?:sáng|chiều|tối)\s)?(?:cùng ngày\s|nay\s)?(?:tại|của|trong|trong khuôn khổ)\s")


def _improve(draft: Draft, gathering: Gathering, how: str, day: Day | None) -> None:
    """A later phrase that tells more ("tổ chức hội nghị tổng kết …") becomes the one that names the gathering."""
    if draft.planned or how == "planned":
        return
    if draft.date is None:
        draft.date = day
    if not gathering.bare and (
        draft.opening.bare or draft.opening.verbal or (how in STRONG and draft.licence not in STRONG)
    ):
        draft.opening, draft.licence = gathering, how


def _of_that_day(course: Course, gathering: Gathering, words: frozenset[str], day: Day | None) -> Draft | None:
    """The gathering of the same day whose name says less or more of the same ("hội nghị tổng kết")."""
    if day is None or gathering.bare:
        return None
    for draft in held_before(course):
        if (
            draft.date is None
            or not draft.date.same_day(day)
            or not {gathering.concept, draft.concept} <= _INTERCHANGED
        ):
            continue
        if min(len(words), len(draft.words)) > 1 and alike(words, draft.words) == 1:
            return draft
    return None


def _renames(document: Document, draft: Draft, gathering: Gathering, how: str, day: Day | None) -> bool:
    """Is a gathering that the first lines only mention, or name loosely ("cuộc họp"), now told of by its name?

    One whose day was taken from the sentence that now tells of it is the same.
    """
    if gathering.bare or gathering.span.start < draft.opening.name.end:
        return False
    name = document.lowered[gathering.span.end : gathering.name.end]
    kin, near = gathering.concept, gathering.span.start - draft.opening.span.start < 1200
    if OF_TIME.search(name):
        return False  # "tại Hội nghị Trung ương 9 (tháng 12/2018)"
    same_day = draft.date is None or (day is not None and day.same_day(draft.date))
    if draft.concept == kin and how in STRONG and draft.licence not in STRONG and same_day:
        return not draft.dated
    if draft.opening.verbal and same_day and near and draft.opening.noun in name:
        return True
    return (
        same_day
        and near
        and (
            draft.concept in ("meeting", "working-session") or (draft.concept == "press-conference" and not draft.dated)
        )
        and kin in ("conference", "meeting", "working-session")
        and (draft.opening.bare or draft.opening.verbal)
    )


def _named_by_act(document: Document, draft: Draft, gathering: Gathering) -> bool:
    """“khai giảng lớp bồi dưỡng …. Lễ khai giảng …”: the ceremony is that act."""
    act = gathering.noun.removeprefix("lễ ")
    return act != gathering.noun and act in document.lowered[draft.sentence.start : draft.opening.name.end]


def _known(document: Document, course: Course, gathering: Gathering, kin: str, words: frozenset[str]) -> Draft | None:
    """The gathering that the phrase means, among those met before."""
    same = [d for d in reversed(course.drafts) if d.concept == kin]
    if gathering.bare:
        if same:
            return next((d for d in same if not d.passing), same[0])
        held = [d for d in course.drafts if not d.planned]
        if held and gathering.noun in _SESSIONS:
            return held[-1]
        if held and _named_by_act(document, held[-1], gathering):
            return held[-1]
        if len(held) != 1 or gathering.verbal:
            return None
        name = held[0].opening.name
        loose = gathering.noun in _LOOSE or (kin == "session" and " kỳ " in document.lowered[name.start : name.end])
        return held[0] if loose else None
    counts = numbers(document, gathering) if same else {}
    for draft in same:
        alone = draft.opening.bare and not draft.planned and len(course.drafts) == 1
        near = alike(words, draft.words) >= (_AS_PLANNED if draft.planned else _ALIKE)
        if (near or (alone and not of_other_body(document, gathering, draft))) and not (
            counts and numbered_apart(document, counts, draft)
        ):
            return draft
    if len(words) < _TELLING:
        return None
    # "hội nghị" above, "cuộc họp" below, of the same name otherwise
    named = (d for d in course.drafts if d.concept in _INTERCHANGED >= {kin} and not d.opening.bare and not d.planned)
    return next((d for d in named if len(words & d.words) >= 0.8 * len((words | d.words) - _ONLINE)), None)


_ALIKE, _AS_PLANNED = 0.6, 0.65  # shares of the shorter name's words
_TELLING = 3
_ONLINE = frozenset({"trực", "tuyến", "toàn", "quốc"})
_INTERCHANGED = frozenset({"conference", "meeting", "workshop", "round-table", "working-session"})
# Nouns loose enough to point to a gathering that was called something else.
_LOOSE = frozenset(
    {
        "cuộc họp",
        "hội nghị",
        "buổi làm việc",
        "buổi lễ",
        "phiên họp",
        "buổi họp",
        "buổi gặp mặt",
        "cuộc gặp",
        "diễn đàn",
    }
)
# A caption says "hội thảo" for a conference, and the other way round.
_LOOSELY_SHOWN = _LOOSE | {"hội thảo", "tọa đàm", "buổi tọa đàm", "buổi hội thảo", "buổi làm việc"}
_SESSIONS = frozenset(
    {"phiên thảo luận", "phiên chất vấn", "phiên trả lời chất vấn", "phiên toàn thể", "phiên làm việc", "buổi trao đổi"}
)


def _attach(document: Document, gathering: Gathering, acts: Sequence[Act], dates: Calendar, course: Course) -> None:
    """Join a phrase of the title or a caption to what the text tells; alone it may stand for a gathering."""
    kin, words = gathering.concept, name_words(document, gathering)
    held = [d for d in course.drafts if not d.planned]
    same = [d for d in held if d.concept == kin]
    best = max(same, key=lambda d: alike(words, d.words), default=None)
    if gathering.bare and same:
        before = [d for d in same if d.opening.span.start < gathering.span.start]
        trailing = gathering.span.start > body_end(document)
        best = _of_day_said(document, gathering, dates, same) or (same[0] if trailing or not before else before[-1])
    if best is None and len(held) == 1 and gathering.bare and gathering.noun in _LOOSELY_SHOWN:
        best = held[0]
    if best is None and len(held) == 1 and _told_of(document, gathering, held[0], words):
        best = held[0]
    if best is not None:
        best.mentions.append(gathering)
        course.at_phrase[gathering.span.start] = best
        return
    sentence = document.sentence_at(gathering.span.start)
    if held or sentence is None or gathering.general or (gathering.verbal and gathering.bare):
        return
    how = licence(document, gathering, acts, sentence)
    if any(d.planned and d.concept == kin for d in (*course.drafts, *course.at_phrase.values())):
        return  # the title of what the text announces
    if how and how != "planned":
        day = find_date(document, gathering, sentence, dates, course.drafts)
        draft = Draft(gathering, sentence, how, kin, words, date=day)
        course.drafts.append(draft)
        course.turn(gathering, draft)


def _of_day_said(document: Document, gathering: Gathering, dates: Calendar, same: Sequence[Draft]) -> Draft | None:
    """“… điều hành buổi họp dân chiều 2-3”: the one of that day."""
    sentence = document.sentence_at(gathering.span.start)
    after = [d for d in dates.within(sentence) if 0 <= d.span.start - gathering.name.end < 12] if sentence else []
    said = (iso(None, after[0].month, after[0].day) or "")[-5:] if after and after[0].day else ""
    return next((d for d in same if said and d.date and d.date.iso[-5:] == said), None)


def _told_of(document: Document, gathering: Gathering, draft: Draft, words: frozenset[str]) -> bool:
    """Does a title or caption call the only gathering of the report by another head ("họp", "hội nghị")?"""
    if not {gathering.concept, draft.concept} <= _INTERCHANGED or gathering.general:
        return False
    titled = document.kind_at(gathering.span.start) == "title"
    return titled or len(words) >= _TELLING and alike(words, draft.words) >= 0.6
