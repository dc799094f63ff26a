"""Who gives an honour: a body or an office, as fully as the report lets one say it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from graph.grammar.bodies.organisations import body_at
from graph.grammar.documents.legal_issuer import full_name, issuer_at
from graph.grammar.people.persons import Occurrence, People
from graph.grammar.text.document import Document
from graph.mention import Evidence, Span

NOBODY = People((), ())
_OF = re.compile(r" (?:của|từ) ")
_AUTHORITY = re.compile(
    r"(?<!\w)(?:thừa (?:ủy quyền|lệnh)(?: của)?|được (?:sự )?ủy (?:quyền|nhiệm)(?: của)?|thừa ủy nhiệm(?: của)?|"
    r"thay mặt(?: cho)?) "
)
_TAIL = re.compile(
    r",? ?(?:cũng |đã |vừa |tiếp tục |trân trọng |quyết định |ký quyết định |ký các quyết định |ký |"
    r"xét |và |tuyên dương(?:,| và) |biểu dương(?:,| và) |khen thưởng(?:,| và) |ghi nhận(?:,| và) |tổ chức |"
    r"trang trọng |trực tiếp ){0,3}$"
)
_TAIL_REACH = 100  # `_TAIL` is no longer
_NAME_REACH = 600  # nor is the name of a body, even of four joined
_LEAD = re.compile(r"(?:(?:các )?đồng chí )?(?:đại diện )?lãnh đạo (?=\S)")
_OFFICE = re.compile(
    r"(?:(?:phó )?chủ tịch|(?:thứ|bộ) trưởng|(?:phó )?giám đốc|(?:phó )?bí thư|(?:phó )?thủ tướng|tư lệnh|chính ủy|"
    r"cục trưởng|tổng cục trưởng|hiệu trưởng|"
    r"trưởng ban|trưởng công an|viện trưởng|tổng giám đốc|chủ nhiệm|tổng thư ký)(?: thường trực)? (?=\S)"
)
_RELATIVE = re.compile(
    r"(?:bộ|sở|tổng cục|cục|hội|ban|viện|tổng công ty|tập đoàn)(?= (?:cho|tặng|đến|đã|cũng|"
    r"được|thì)(?!\w)|[,.;]|$)"
)


@dataclass(frozen=True, slots=True)
class Giver:
    """A body or office with its full name; `evidence`: its words, and those that complete the name."""

    name: str
    evidence: tuple[Evidence, ...]


def awarder_after(document: Document, at: int, end: int, bare: bool = False) -> tuple[Giver | None, int]:
    """Read "của UBND tỉnh" after an honour; return the body and where its name ends (`at` if nothing).

    With `bare`, read a body at the offset itself.
    """
    of = None if bare else _OF.match(document.folded, at, end)
    if of is None and not bare:
        return None, at
    start = of.end() if of else at
    stop = _name_end(document, start, end)
    if stop is None:
        return _relative(document, start, end) or (None, at)
    return _full(document, start, stop), stop


def awarder_before(document: Document, people: People, opening: int, verb: int) -> Giver | None:
    """Read the giver between an offset and the verb: the authority that a person acts for, or the subject.

    A person who hands an honour over is not its giver.
    """
    lowered = document.lowered
    authorities = list(_AUTHORITY.finditer(lowered, opening, verb))
    if authorities:
        authority = authorities[-1]
        stop = _name_end(document, authority.end(), verb)
        if stop is not None:
            return _full(document, authority.end(), stop)
    tail = _TAIL.search(lowered, max(opening, verb - _TAIL_REACH), verb)
    end = tail.start() if tail else verb
    at = max(opening, end - _NAME_REACH)
    best: Giver | None = None
    while at < end:
        if at == opening or lowered[at - 1] in " ,(":
            stop = _name_end(document, at, end)
            if stop is not None and end - stop <= 1:
                best = None if _names_person(people, at, stop) else _full(document, at, stop)
                break
        at += 1
    return best


def near(people: People, start: int, end: int) -> Iterator[Occurrence]:
    """The mentions of persons that begin between two offsets, and the one before them; one by one, for few are used."""
    occurrences = people.occurrences
    for at in range(max(0, bisect_left(occurrences, start, key=_begin) - 1), len(occurrences)):
        if occurrences[at].span.start >= end:
            return
        yield occurrences[at]


def last_inside(people: People, start: int, end: int) -> Occurrence | None:
    """The last mention of a person that lies between two offsets."""
    for at in range(bisect_left(people.occurrences, end, key=_begin) - 1, -1, -1):
        occurrence = people.occurrences[at]
        if occurrence.span.start < start:
            break
        if occurrence.span.end <= end:
            return occurrence
    return None


def _begin(occurrence: Occurrence) -> int:
    return occurrence.span.start


def _names_person(people: People, start: int, stop: int) -> bool:
    """Does a mention of a person by name hold or touch these words?"""
    return any(start < o.span.end and o.kind in ("full", "short") for o in near(people, start, stop))


def _name_end(document: Document, at: int, end: int) -> int | None:
    """Where the name of a body or of an office in a body that begins at `at` ends."""
    folded, lowered = document.folded, document.lowered
    lead = _LEAD.match(lowered, at, end)
    start = lead.end() if lead else at
    stop = issuer_at(folded, lowered, start, end)
    if stop is None:
        office = _OFFICE.match(lowered, start, end)
        stop = issuer_at(folded, lowered, office.end(), end) if office else None
    return stop


def _full(document: Document, start: int, stop: int) -> Giver:
    """The body at a span, without "lãnh đạo", completed from the rest of the report."""
    lead = _LEAD.match(document.lowered, start, stop)
    start = lead.end() if lead else start
    name, context = full_name(document, start, stop)
    return Giver(name, (Evidence(Span(start, stop), "award.giver"), *context))


def _relative(document: Document, at: int, end: int) -> tuple[Giver | None, int] | None:
    """Read "của Bộ", "của Giám đốc Sở": a body that the report named before, or an office in it."""
    office = _OFFICE.match(document.lowered, at, end)
    start = office.end() if office else at
    relative = _RELATIVE.match(document.lowered, start, end)
    if relative is None:
        return None
    giver = _named_before(document, relative.group(), start)
    if giver and office:
        giver = Giver(f"{' '.join(document.words(Span(at, start)).split())} {giver.name}", giver.evidence)
    return giver, relative.end()


def _named_before(document: Document, word: str, at: int) -> Giver | None:
    """Read "của Bộ", "của Sở" as the one that the report named last before it."""
    position = at
    for _ in range(6):
        position = document.lowered.rfind(word + " ", 0, position)
        if position < 0:
            return None
        following = document.folded[position + len(word) + 1 : position + len(word) + 2]
        if not following.isupper() or document.lowered[position - 1 : position].isalnum():
            continue
        body = body_at(document.folded, document.lowered, position)
        if body is not None and body.end - position > len(word):
            name, context = full_name(document, position, body.end)
            said = Evidence(Span(at, at + len(word)), "award.giver")
            return Giver(name, (said, Evidence(Span(position, body.end), "context.body", "context"), *context))
    return None
