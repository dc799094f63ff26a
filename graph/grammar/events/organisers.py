"""The bodies that hold a gathering: "UBND tỉnh phối hợp với Sở Y tế tổ chức hội nghị", "do Hội Nông dân tổ chức"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from graph.grammar.bodies.body_words import body_pattern
from graph.grammar.bodies.organisations import body_at
from graph.grammar.gatherings.event_draft import Draft
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.people.persons import Occurrence
from graph.grammar.posts.context import complete_body
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER
from graph.mention import Evidence, NamedBody, Span
from graph.span import span_of

_HOLDS = re.compile(
    r"(?<!\w)(?:tổ chức|mở|triệu tập|đăng cai|đăng cai tổ chức|tiến hành|làm)\s(?:thành công\s|điểm\s|cuộc\s|buổi\s|"
    r"một\s|trọng thể\s|long trọng\s|chương trình\s|phiên\s)*$"
)
_HAS = re.compile(r"(?<!\w)(?:đã|vừa)\scó\s$")
_REACH = 700  # characters: more than any list of holders takes
_MEETS = re.compile(r"(?:họp mặt|gặp mặt)$")
_BY = re.compile(r'"?\s?(?:\([^)]{1,60}\)\s?)?,?\s?(?:được\s)?(?:[^;:\n]{0,90}?\s)?do\s')
_BY_REACH = 170  # characters: more than `_BY` takes
_PASSIVE = re.compile(rf'"?\s?(?:\([^)]{{1,60}}\)\s?)?,?\s?(?:đã )?được (?=[{UPPER}])')
_HELD_BY = re.compile(r"\s(?:phối hợp\s)?(?:với\s[^;:\n]{2,120}\s)?(?:đồng\s)?(?:tổ chức|triệu tập|đăng cai)(?!\w)")
# What may stand between two bodies that hold a gathering together, and before the verb.
_JOIN = re.compile(
    r"[\s,]*(?:\([^)]{1,40}\)[\s,]*)?(?:(?:và|cùng|cùng với|với|đã|vừa|đồng|cũng|có|phối hợp|liên kết|kết hợp|"
    r"do [^,;:\n]{3,60}? (?:chủ trì|làm trưởng ban)|chủ trì|chủ trì,|các|một số đơn vị|các đơn vị liên quan|"
    r"lần đầu tiên|vừa qua|long trọng|tiếp tục|sáng nay|chiều nay|lãnh đạo|chính thức|ban, ngành liên quan)[\s,]*)*"
)
_LEFT_OUT = re.compile(
    r"(?<!\w)(?:của|trụ sở|tại|ở|dưới sự chủ trì của|dưới sự chỉ đạo của|với sự tham gia của|theo|được sự đồng ý của|"
    r"được sự|chỉ đạo của|"
    r"ủy quyền của|thừa lệnh|cho|tài trợ của|hỗ trợ của|giúp đỡ của|đề nghị của|gồm|thủ tướng)\s(?:các\s)?$"
)
_SEGMENT = re.compile(rf"[{UPPER}][^,;:\n]{{2,110}}")
_TAIL = re.compile(
    r"\s(?:đã|vừa|cũng|sẽ|phối hợp|trọng thể|lần đầu|lần đầu tiên|đồng|long trọng|chính thức|tiếp tục|hôm nay|sáng nay|"
    r"chiều nay)(?:\s.*)?$"
)
_NOT_BODY = re.compile(
    r"(?:Sáng|Chiều|Tối|Trưa|Ngày|Hôm|Trong|Tại|Nhân|Theo|Cùng|Được|Sau|Trước|Đây|Đến|Với|Nhằm|Để|Trên|Vừa|Vào|Từ|"
    r"Ngay|Tiếp|Qua|Do|Và|Thực hiện|Các|Những|Thủ tướng|Phó|Bộ trưởng|Thứ trưởng|Chủ tịch|Giám đốc|Bí thư|Việc|"
    r"Chuẩn bị|Lần đầu)(?!\w)"
)


def find_organisers(document: Document, draft: Draft, persons: Sequence[Occurrence]) -> tuple[NamedBody, ...]:
    """Give the bodies that the words make holders of the gathering, in the order of the text, as written."""
    for gathering in dict.fromkeys((draft.opening, *draft.mentions)):
        sentence = document.sentence_at(gathering.span.start)
        if sentence is None:
            continue
        bodies = (
            _before(document, gathering, sentence, persons)
            or _after(document, gathering, sentence)
            or _of_body(document, gathering)
        )
        if bodies:
            return tuple(bodies)
    return ()


def _before(document: Document, gathering: Gathering, sentence: Span, persons: Sequence[Occurrence]) -> list[NamedBody]:
    edge = gathering.span.start
    match = _HOLDS.search(document.lowered, max(sentence.start, edge - 120), edge)
    if match is None and gathering.concept == "meeting":
        match = _HAS.search(document.lowered, max(sentence.start, edge - 20), edge)
    if match:
        verb = match.start()
    elif _MEETS.search(gathering.noun):
        verb = gathering.span.start
    else:
        return []
    start = _nearest(document, sentence.start, verb)
    bodies = _bodies(document, start, verb, persons)
    together = _together(document, start, verb) if _WITH in document.lowered[start:verb] else []
    chain: list[Span] = []
    edge = verb
    for body in reversed(bodies):
        if not _JOIN.fullmatch(document.lowered, body.end, edge):
            break
        if _LEFT_OUT.search(document.lowered, max(sentence.start, body.start - 32), body.start):
            break
        chain.append(body)
        edge = body.start
    if len(together) > len(chain):
        return [_named(document, b) for b in together]
    if chain:
        return [_named(document, b, chain[0]) for b in reversed(chain)]
    return _segment(document, start, verb, persons)


_WITH = " phối hợp "
_TOGETHER = re.compile(
    rf"(?:^|, )(?P<one>[{UPPER}](?:(?! (?:do|đã|được|tại|của các) )[^,;:\n]){{2,90}}?) (?:đã |vừa )?phối hợp "
    r"(?:với|cùng)(?: với)? (?P<others>[^;:\n]{2,220}?) ?$"
)
_APART = re.compile(r", (?:và )?| và ")


def _together(document: Document, start: int, verb: int) -> list[Span]:
    """“Trung ương Hội A phối hợp với Bộ B, công ty C tổ chức”: each by the commas between them."""
    match = _TOGETHER.search(document.folded, start, verb)
    if match is None or _NOT_BODY.match(match["one"]):
        return []
    found, at = [span_of(match, "one")], match.start("others")
    base = match.start("others")
    marks = [
        m
        for m in _APART.finditer(match["others"])
        if "và" not in m.group()
        or body_pattern().match(document.lowered, base + m.end())
        or _COMPANY.match(match["others"][m.end() :])
    ]
    for mark in (*marks, None):
        end = base + mark.start() if mark else match.end("others")
        words = document.folded[at:end]
        if not (words[:1].isupper() or _COMPANY.match(words)) or len(words.split()) > _LONGEST or " các " in words:
            return []
        found.append(Span(at, end))
        at = base + mark.end() if mark else end
    return found


_COMPANY = re.compile(r"(?:công ty|tập đoàn|bộ|sở|cục|báo|trường) ")
_LONGEST = 12  # words of one holder


def _nearest(document: Document, start: int, verb: int) -> int:
    """Where to begin to look for holders: at the sentence, or at a comma some lines before the verb."""
    if verb - start <= _REACH:
        return start
    at = document.folded.find(", ", verb - _REACH, verb)
    return at + 2 if at >= 0 else verb - _REACH


def _segment(document: Document, start: int, verb: int, persons: Sequence[Occurrence]) -> list[NamedBody]:
    """A holder whose kind of body is not known: the words between the last comma and the verb."""
    stretch = document.folded[start:verb].rstrip()
    at = start + max(stretch.rfind(", "), stretch.rfind(": ")) + 2 if ", " in stretch or ": " in stretch else start
    while at < verb and document.folded[at] == " ":
        at += 1
    words = _TAIL.sub("", document.folded[at:verb].rstrip())
    if not _SEGMENT.fullmatch(words) or _NOT_BODY.match(words):
        return []
    if _between(persons, at, at + len(words)):
        return []
    return [_named(document, Span(at, at + len(words)))]


def _after(document: Document, gathering: Gathering, sentence: Span) -> list[NamedBody]:
    end = gathering.name.end
    # A pattern that may pass over so many words takes long to find out that its last one is missing.
    named = document.lowered.find("do", end, min(sentence.end, end + _BY_REACH)) >= 0
    by = _BY.match(document.lowered, end, sentence.end) if named else None
    if not by:
        by = _PASSIVE.match(document.folded, end, sentence.end)
    if not by:
        return []
    limit = min(sentence.end, by.end() + 320)
    held = _HELD_BY.search(document.lowered, by.end(), limit)
    while held and document.lowered.endswith(" ban tổ chức", 0, held.end()):  # "do Ban Tổ chức tỉnh … tổ chức"
        held = _HELD_BY.search(document.lowered, held.end(), limit)
    if not held or ";" in document.lowered[by.end() : held.start()]:
        return []
    bodies = _bodies(document, by.end(), held.start(), ())
    chain, edge = [], by.end()
    for body in bodies:
        if not _JOIN.fullmatch(document.lowered, edge, body.start):
            break
        chain.append(body)
        edge = body.end
    if chain:
        return [_named(document, b) for b in chain]
    words = _TAIL.sub("", document.folded[by.end() : held.start()].rstrip())
    return [_named(document, Span(by.end(), by.end() + len(words)))] if _SEGMENT.fullmatch(words) else []


_OF = re.compile(r" của (?=\w)")
_SESSION_OF = ("quốc hội", "chính phủ")
_CALLED = frozenset({"press-conference", "workshop", "round-table"})


def _of_body(document: Document, gathering: Gathering) -> list[NamedBody]:
    """“họp báo … của UBND thành phố A”: who calls the press or scholars together, not whose session it is."""
    if gathering.concept not in _CALLED:
        return []
    for match in _OF.finditer(document.lowered, gathering.span.end, gathering.name.end):
        if document.lowered.startswith(_SESSION_OF, match.end()):
            continue
        body = body_at(document.folded, document.lowered, match.end())
        if (
            body
            and body.start == match.end()
            and document.folded[body.start].isupper()
            and body.end >= gathering.name.end
        ):
            return [_named(document, Span(body.start, body.end))]
    return []


def _bodies(document: Document, start: int, end: int, persons: Sequence[Occurrence]) -> list[Span]:
    """The bodies named between two offsets, one after another, none inside a person's mention."""
    found: list[Span] = []
    # Cut, so that a name does not run on into the verb.
    folded, lowered = document.folded[start:end], document.lowered[start:end]
    inside = _between(persons, start, end)
    at = 0
    for match in body_pattern().finditer(lowered):
        begin = match.start()
        if (
            begin < at
            or not (folded[begin].isupper() or _SMALL.match(lowered, begin))
            or lowered.startswith("trụ ", begin - 4)
        ):
            continue
        if any(p.span.start <= start + begin < p.span.end for p in inside):
            continue
        body = body_at(folded, lowered, begin)
        words = folded[body.start : body.end] if body else ""
        if body and (" " in words or words in ("UBND", "HĐND")) and words != words.lower():
            stray = _TAIL.search(words)
            at = _extended(folded, body.start + stray.start() if stray else body.end)
            inner = _INNER.search(folded[: body.start])
            begin = inner.start() if inner else body.start
            found.extend(Span(start + a, start + b) for a, b in _split(folded, lowered, begin, at))
    return found


def _between(persons: Sequence[Occurrence], start: int, end: int) -> Sequence[Occurrence]:
    """The mentions of persons that share a character with a stretch; they never overlap each other."""
    first = bisect_right(persons, start, key=lambda p: p.span.end)
    return persons[first : bisect_left(persons, end, key=lambda p: p.span.start)]


def _split(folded: str, lowered: str, begin: int, end: int) -> list[tuple[int, int]]:
    """“Ban Kinh tế Trung ương và Tỉnh ủy Hòa Bình”: two bodies, where a type of body follows "và"."""
    at = folded.find(" và ", begin, end)
    while at > 0:
        after = at + 4
        if folded[after : after + 1].isupper() and body_pattern().match(lowered, after):
            return [(begin, at), *_split(folded, lowered, after, end)]
        at = folded.find(" và ", after, end)
    return [(begin, end)]


def _extended(folded: str, end: int) -> int:
    """Take in "(CCB) tỉnh" and ", tỉnh Gia Lai" after a name."""
    more = _MORE.match(folded, end)
    return more.end() if more else end


_SMALL = re.compile(r"(?:bộ|cục|sở|tổng cục)\s")
_INNER = re.compile(r"(?:Ban Thường trực|Thường trực|Ban Thường vụ|Ban Chấp hành|Ban Cán sự|Lãnh đạo)\s$")
_MORE = re.compile(
    rf"\s\([{UPPER}\w]{{2,12}}\)(?:\s(?:tỉnh|huyện|thành phố|quận|thị xã)(?!\w))?|,\s(?:tỉnh|thành phố|TP\.?|"
    rf"huyện)\s(?:[{UPPER}]\w*\s?)+(?<!\s)"
)


def _named(document: Document, span: Span, last: Span | None = None) -> NamedBody:
    """Write a body out; "HĐND" in "HĐND, UBND tỉnh Sơn La" shares the place of the `last` one."""
    words = " ".join(document.words(span).split())
    shared = _UNIT.search(document.words(last)) if last and words in ("UBND", "HĐND") else None
    words += shared[0] if shared else ""
    own = Evidence(span, "event.organiser")
    full, context = complete_body(_SHORT.sub(r"\1", words), document, span.start)
    return NamedBody(full if context else words, (own, *context))


_UNIT = re.compile(r"\s(?:tỉnh|thành phố|TP\.?|huyện|quận|thị xã|xã|phường|thị trấn)(?:\s.*)?$")
_SHORT = re.compile(r"\s\([^()]{2,12}\)(\s(?:tỉnh|huyện|thành phố|quận|thị xã))$")
