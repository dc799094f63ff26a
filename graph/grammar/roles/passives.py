"""Who reads, opens or hands over what stands first: "tờ trình do ông A đọc", "các phần thưởng được bà B trao".

What is read or handed over is `vpg:cueObject` of a role; the person's verb alone ("đọc", "trao") would say
nothing. "Nhận Bằng khen từ tay ông A" is told in the same way.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from graph.grammar.people.persons import Occurrence
from graph.grammar.roles.acts import apposed
from graph.grammar.roles.clauses import Clause, before_verb, subjects
from graph.grammar.roles.named_after import listed_from
from graph.grammar.text.cues import role_objects, scan
from graph.grammar.text.document import Document
from graph.grammar.text.quotations import in_quotation
from graph.mention import Span
from graph.span import span_of

_BY = re.compile(
    r"(?:(?!\s(?:của (?:ông|bà|đồng chí)|để|nhằm|sẽ|rằng)\s)[^.;:\n]){0,150}?[\s,](?:đã\s|cũng\s|còn\s)*(?:do|"
    r"được|mà)\s"
    r"(?:chính\s|các\s|hai\s|đích thân\s)*"
)
_VERBS = {
    "report": r"đọc|trình bày|công bố|trình|báo cáo|nêu|thông qua|giới thiệu|truyền đạt|quán triệt|thuyết trình",
    "open": r"đọc|trình bày|rút ngắn|gói|phát biểu|gói gọn|nói|dành|gửi",
    "conclude": r"đọc|trình bày|rút ngắn|gói|phát biểu|gói gọn|nói|dành|gửi",
    "speak": r"đọc|trình bày|phát biểu|nói|gửi",
    "award": r"trao|trao tặng|trao tận tay|gắn|gài|chuyển|gửi tận tay|đem tặng|thừa ủy quyền trao",
}
_VERB = {role: re.compile(rf"(?<!\w)(?:{verbs})(?!\w)") for role, verbs in _VERBS.items()}
_NOT_DONE = re.compile(r"(?<!\w)(?:sẽ|dự kiến|chưa|không|cần|phải|nên|giao|đề nghị|yêu cầu)\s(?:được\s)?$")
_WISHED = re.compile(r"(?<!\w)(?:mong|muốn|chờ|đề nghị|hy vọng)\s(?:các\s)?$")
_HANDS = re.compile(r"(?<!\w)(?:từ|qua) (?:đôi |bàn )?tay\s(?:của\s)?(?:các\s|hai\s)?(?:đồng chí:?\s)?$")
# No match of the patterns that end at a person or a thing is longer: one sentence may be the whole report.
_LONGEST = 300


def told_passively(
    document: Document, occurrences: Sequence[Occurrence], starts: Sequence[int]
) -> Iterator[tuple[str, list[Occurrence], Span, Span, bool]]:
    """Find roles told by what was read or handed over.

    Yields:
        The role, the doers, their verb, the sentence, and whether the doers only speak for those who did it:
        not said of who leads the gathering or hands something over there.
    """
    objects = role_objects()
    for thing in scan(document).objects:
        sentence = document.sentence_at(thing.start)
        if sentence is None or in_quotation(document, sentence, thing.start):
            continue
        if _WISHED.search(document.lowered, max(sentence.start, thing.start - 24), thing.start):
            continue
        persons = occurrences[bisect_left(starts, sentence.start) : bisect_right(starts, sentence.end)]
        if not persons:
            continue
        role = objects[document.lowered[thing.start : thing.end]]
        clause = Clause(document.folded, document.lowered, sentence, persons, [])
        found = _done(clause, role, thing) or _said(clause, role, thing)
        if found:
            yield role, *found, sentence, False
        elif role == "award":
            yield from ((role, doers, verb, sentence, False) for doers, verb in _handed(clause, thing))
            yield from (("receive", doers, verb, sentence, False) for doers, verb in _stepped_up(clause, thing))
            yield from (("receive", doers, verb, sentence, False) for doers, verb in _pinned(clause, thing))
            yield from (("receive", doers, verb, sentence, True) for doers, verb in _speaks_for(clause, thing))


def _done(clause: Clause, role: str, thing: Span) -> tuple[list[Occurrence], Span] | None:
    """The doers of "do A, post và B, post đọc" and the verb."""
    lowered = clause.lowered
    at = bisect_left(clause.persons, thing.end, key=lambda o: o.span.start)
    if at == len(clause.persons):
        return None
    first = clause.persons[at]
    if not _BY.fullmatch(lowered, thing.end, first.span.start):
        return None
    for verb in _VERB[role].finditer(lowered, first.span.end, min(clause.span.end, first.span.end + 260)):
        last = clause.before(verb.start())
        if last is None or _NOT_DONE.search(lowered, last.span.end, verb.start()):
            return None
        if before_verb().match(lowered, last.span.end, verb.start()) or apposed(lowered, last.span, verb.start()):
            doers = [o for o in subjects(clause, span_of(verb)) if o.span.start >= first.span.start]
            return (doers or [first], span_of(verb)) if first in doers or last is first else None
    return None


def _said(clause: Clause, role: str, thing: Span) -> tuple[list[Occurrence], Span] | None:
    """“bà A gói lời bế mạc trong một câu”: whatever somebody does with it."""
    last = clause.before(thing.start)
    if role not in ("open", "conclude") or last is None or not _DOES.match(clause.lowered, last.span.end, thing.start):
        return None
    return [last], thing


_DOES = re.compile(
    r"(?: (?:đã|cũng|chỉ|thì))* (?!của|và|nghe|về|cho|sau|trước|trong|với|theo|nói|viết|soạn|bỏ|không|chưa|sẽ|có)\w+ "
    r"(?:một |bài |những |mấy )?$"
)


def _stepped_up(clause: Clause, thing: Span) -> Iterator[tuple[list[Occurrence], Span]]:
    """“… tặng Bằng khen cho 4 cá nhân, trong số những người bước lên nhận có cô A”."""
    at = bisect_left(clause.persons, thing.end, key=lambda o: o.span.start)
    for first in clause.persons[at : at + 3]:
        words = _AMONG.search(clause.lowered, max(thing.end, first.span.start - _LONGEST), first.span.start)
        if not words and _GIVEN_IS.fullmatch(clause.lowered, thing.end, first.span.start):
            words = _GIVEN.search(clause.lowered, max(clause.span.start, thing.start - _LONGEST), thing.start)
        if words:
            yield listed_from(clause, first), Span(words.start(1), words.end(1))
            return


# "Hai cá nhân được tặng Bằng khen là ông A và bà B"
_GIVEN = re.compile(
    r"(?:người|cá nhân|gương mặt|điển hình|đại biểu)(?: \w+){0,6}? (được (?:tặng|trao|nhận|trao tặng)|(?:đón )?nhận) "
    r"(?:danh hiệu |hai |ba |\d+ )*$"
)
_GIVEN_IS = re.compile(r"(?:(?! (?:cho|của các) )[^,;.:\n]){0,70}? (?:là|gồm|gồm có|có)(?: các)?:? |(?: \w+){0,6}: ")


def _speaks_for(clause: Clause, thing: Span) -> Iterator[tuple[list[Occurrence], Span]]:
    """“Thay mặt những người được nhận Bằng khen, ông A cảm ơn …”: one of them."""
    words = _FOR_ALL.search(clause.lowered, max(clause.span.start, thing.start - 120), thing.start)
    at = bisect_left(clause.persons, thing.end, key=lambda o: o.span.start)
    if words and at < len(clause.persons) and _THEN.fullmatch(clause.lowered, thing.end, clause.persons[at].span.start):
        yield [clause.persons[at]], Span(words.start(1), words.end(1))


_FOR_ALL = re.compile(
    r"(?<!\w)(?:thay mặt|đại diện)(?: cho)? (?:(?:những|các|toàn thể|\d+) )?"
    r"(?:(?! (?:không|chưa|chẳng|sẽ|sắp|đang chờ|chờ|muốn|mong|hụt|bị|từ chối|lẽ ra|đáng lẽ) )[^,;:.\n\"]){2,60}? "
    r"((?:vừa |vinh dự )*(?:được (?:nhận|trao tặng|trao|tặng|đón nhận)|(?:đón )?nhận)) $"
)
_THEN = re.compile(r"[^,;:.\n\"]{0,70}, ")


def _pinned(clause: Clause, thing: Span) -> Iterator[tuple[list[Occurrence], Span]]:
    """“Kỷ niệm chương được gắn lên ngực áo ông A”."""
    at = bisect_left(clause.persons, thing.end, key=lambda o: o.span.start)
    if at < len(clause.persons):
        words = _PINNED.fullmatch(clause.lowered, thing.end, clause.persons[at].span.start)
        if words:
            yield [clause.persons[at]], Span(words.start(1), words.end(1))


_PINNED = re.compile(
    r"[^,;.:\n]{0,60}? (?:đã |cũng )?(được (?:trao|gắn|gài|cài|trao tặng|trao tận tay)) "
    r"(?:(?:lên|vào|trên) (?:ngực )?áo |cho |tới |đến )(?:các )?"
)
_AMONG = re.compile(
    r"(?:người|cá nhân|gương mặt|đại biểu|điển hình)(?:\s\w+){0,3}?\s((?:lên )?nhận|đón nhận|được nhận|"
    r"được trao|được tặng|được biểu dương|được khen)(?:\s[^.;:\n]{1,40})?\s(?:có|là|gồm)\s"
    r"(?:các\s)?(?:đồng chí:?\s|:\s)?$"
)


def _handed(clause: Clause, thing: Span) -> Iterator[tuple[list[Occurrence], Span]]:
    at = bisect_left(clause.persons, thing.end, key=lambda o: o.span.start)
    for first in clause.persons[at : at + 3]:
        words = _HANDS.search(clause.lowered, max(thing.end, first.span.start - _LONGEST), first.span.start)
        if words:
            yield listed_from(clause, first), Span(words.start(), words.end() - 1)
            return
