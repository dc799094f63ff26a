"""Whether a phrase tells of a gathering that the report has not told of yet, and how far what follows is of it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.grammar.events.event_time import Calendar
from graph.grammar.events.happening import STRONG, long_ago
from graph.grammar.gatherings.event_draft import Day, Draft
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.gatherings.setting_out import set_out
from graph.grammar.people.persons import Occurrence
from graph.grammar.roles.acts import Act
from graph.grammar.text.document import Document
from graph.mention import Span

# "ở đại hội xã vừa kết thúc": background of the one told of.
_JUST_OVER = re.compile(r"\s(?:vừa|mới) (?:diễn ra|kết thúc|được tổ chức|bế mạc|qua|đây)(?!\w)")
# "tại Hội nghị Trung ương 9 (tháng 12/2018)"
OF_TIME = re.compile(r"\(?(?:tháng \d{1,2}(?:/| năm )|năm )20\d\d\)")
# "mở hội nghị lấy ý kiến … vào tháng 11-2018": of another time
_MONTH = re.compile(r"(?:vào|hồi|trong) tháng \d{1,2}(?:[-/ ]|,|\.|$)")
# News names today's year seldom: a day with its year is of the background, where the main day has none.
_WITH_YEAR = re.compile(r"\d{4}")
_AMONG = re.compile(r"(?:trong đó có|trong số (?:này|đó) có|như|gồm(?: có)?) $")
# What follows on talks: "chứng kiến lễ ký …, chủ trì họp báo chung".
_AFTERWARDS = frozenset({"press-conference", "ceremony"})


# "… và ông B đồng chủ trì cuộc họp lần thứ hai của …": said of one, with its name.
_CHAIRED = re.compile(r"(?<!\w)(?:đã|đồng|và|cùng) chủ trì (?:cuộc |buổi |phiên )?$")


def background(
    document: Document, gathering: Gathering, sentence: Span, how: str, day: Day | None, held: Sequence[Draft]
) -> bool:
    """Is it one of another time, which the report only mentions? `held`: those told of so far."""
    lowered = document.lowered
    said_at = day.span.start if day else -1
    if held and (
        day is None
        and _JUST_OVER.match(lowered, gathering.name.end)
        or OF_TIME.search(lowered, gathering.span.end, gathering.name.end)
        or not sentence.start <= said_at < sentence.end
        and _MONTH.search(lowered, gathering.name.end, min(sentence.end, gathering.name.end + 90))
    ):
        return True
    chaired = how == "chair" and day is not None and sentence.start <= said_at and len(day.iso) == 10
    # One of an earlier year counts where the words say who held it.
    return how != "organise" and long_ago(document, gathering, sentence) and not chaired


def is_new(
    document: Document,
    gathering: Gathering,
    sentence: Span,
    how: str,
    day: Day | None,
    acts: Sequence[Act],
    dates: Calendar,
    mentions: Sequence[Occurrence],
) -> bool:
    """Does a phrase in a report that already tells of a gathering tell of another one?"""
    if how == "planned":
        return True
    start = gathering.span.start
    if how == "at" and said_beside(document, gathering, sentence, acts):
        return True
    if gathering.bare:
        return day is not None and (
            how in STRONG or how in ("past", "chair") or (how == "at" and 0 <= day.span.start - gathering.name.end < 12)
        )
    if how in STRONG or day is not None:
        return True
    if how in ("chair", "attend") and gathering.concept in _AFTERWARDS and gathering.noun not in ("lễ", "buổi lễ"):
        return True
    if how == "chair" and _CHAIRED.search(document.lowered, max(sentence.start, start - 24), start):
        return True
    if how == "past" and any(d.span.start < start for d in dates.within(sentence)):
        return True
    if how in ("past", "attend") and _was_there(document, gathering, mentions):
        return True
    return any(a.verb.start > gathering.span.end for a in acts)


_BESIDE = 24  # characters: "… nói tại một cuộc …"
_FAR = 200  # from the words that are quoted
_WHAT = re.compile(r"\s?(?::|,? (?:rằng|là)(?!\w))")


def said_beside(document: Document, gathering: Gathering, sentence: Span, acts: Sequence[Act]) -> bool:
    """“"…", ông A nói tại một cuộc họp báo chung”: a caption tells that somebody speaks, but not what he says."""
    if not any(0 <= gathering.span.start - a.verb.end <= _BESIDE for a in acts):
        return False
    quoted = document.folded.rfind('"', max(sentence.start, gathering.span.start - _FAR), gathering.span.start) >= 0
    return quoted or _WHAT.match(document.lowered, gathering.name.end) is not None


# Between who was there and the gathering: "ông A | đã tham dự | diễn đàn …", "bà B | cũng đã | gặp ông C"
_DONE_BY = re.compile(
    r",?(?: (?:hôm nay|hôm qua|sáng nay|chiều nay|cùng ngày|cũng|còn|sau đó|trước đó))* (?:đã|vừa)"
    r"(?: (?:cũng|trực tiếp|có|đến|tới|về|tham|dự|tham dự|phát biểu tại|một|cuộc|buổi))* $"
)


def _was_there(document: Document, gathering: Gathering, mentions: Sequence[Occurrence]) -> bool:
    """Does a person named right before the phrase do what tells of it, as a thing done?"""
    at = bisect_left(mentions, gathering.span.start, key=lambda o: o.span.start) - 1
    while at >= 0 and mentions[at].span.end > gathering.span.start:
        at -= 1
    return at >= 0 and _DONE_BY.fullmatch(document.lowered, mentions[at].span.end, gathering.span.start) is not None


def in_passing(document: Document, draft: Draft, others: Sequence[Draft], held: Sequence[Draft]) -> bool:
    """Is a new one mentioned inside a sentence about one of `others`, as "một cuộc …", or of another year?"""
    sentence, start, day = draft.sentence, draft.opening.span.start, draft.date
    about_other = any(sentence.start <= g.span.start < start for d in others for g in d.mentions)
    if about_other and draft.licence not in ("organise", "past"):
        return True
    if draft.opening.bare and document.lowered.endswith(("tại một ", "trong một "), 0, start):
        return True
    if set_out(document.folded, sentence.start, start) >= 0:
        return True  # what is said next need not be said there
    if not held:
        return False
    if (
        day is not None
        and not held[0].opening.bare
        and (held[0].date is None or held[0].date.iso[:4] != day.iso[:4])
        and _WITH_YEAR.search(document.lowered, day.span.start, day.span.end)
    ):
        return True
    return bool(_AMONG.search(document.lowered, max(0, start - 40), start))


# "Hôm 23-2, bà A đã tham dự lễ cắt băng …", beside the gathering of the report: what is said next was not said there.
_WAS_AT = re.compile(r"(?:đã|vừa) (?:(?:đến|tới|về) )?(?:tham )?dự (?:cuộc |buổi )?$")


def lasts(document: Document, draft: Draft, acts: Sequence[Act], held: Sequence[Draft]) -> bool:
    """Are the sentences after the one that tells of a new gathering of it too?"""
    start, how = draft.opening.span.start, draft.licence
    # "…, ông A yêu cầu sớm chủ trì một cuộc họp …": the one he speaks at is still told of.
    if draft.planned and held and (draft.date is None or any(a.verb.start < start for a in acts)):
        return False
    if held and _WAS_AT.search(document.lowered, max(draft.sentence.start, start - 40), start):
        return False
    return not draft.passing and (start - draft.sentence.start < 90 or how in STRONG or how == "chair" or not held)
