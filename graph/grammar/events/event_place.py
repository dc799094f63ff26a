"""Where a gathering was held, and whether people met over a video link."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, takewhile

from graph.grammar.bodies.places import COUNTRIES, level_at, place_at
from graph.grammar.gatherings.event_draft import Draft
from graph.grammar.gatherings.gatherings import Gathering, outcome_of
from graph.grammar.posts.context import home
from graph.grammar.text.cues import gathering_pattern, scan
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER
from graph.mention import Evidence, Span
from graph.span import span_of

_AT = re.compile(
    r"(?:t(?<!\w.)ại|ở(?<!\w.))\s(?!(?:điểm cầu|đây|đó|các|cuộc|buổi|phiên|thời điểm|chỗ|thông báo|quyết định|"
    r"nghị quyết|nghị định|kết luận|điều|khoản|luật|văn bản|công văn|báo cáo|kế hoạch|chỉ thị|thông tư|bài|trang|"
    r"tờ trình|tòa|phiên tòa|vòng|giải|một số|nhiều|cơ sở|địa phương|kỳ|"
    r"trung ương)(?!\w))"
)
_END = re.compile(
    r"[;:.!?\n\"]|,|\s\(|\)|\s-\s|\s(?:đã|do|với|có|để|nhằm|dưới|theo|sáng|chiều|tối|trưa|ngày|năm \d|tháng \d|hôm|hồi|"
    r"là|vào|quy tụ|và|"
    r"cùng|sẽ|được|diễn ra|tổ chức|trong|vừa|mới|trước khi|sau|kéo dài|bàn|đúng|"
    r"nhân|từ|khi|cho|về|của các|phối hợp|chủ trì|gồm|đồng chí|ông|bà|lãnh đạo|thu hút|nhận|nói|cho biết|"
    r"phát biểu)(?!\w)"
)
_SPELT = re.compile(r" - [a-z]{2,7}(?= (?:của|và|-)(?!\w)|[,.;)]|$)")
_VENUE = re.compile(
    r"(?:trụ sở|khuôn viên|hội trường|nhà|trung tâm|khách sạn|sân|quảng trường|bảo tàng|cung|trường|văn phòng|"
    r"công viên|chùa|phố|vườn|bến|chợ|thao trường|đền|nhà máy|công ty|khu phố|sân vận động|"
    r"đình|khu|ủy ban|ubnd|tỉnh ủy|"
    r"thành ủy|phòng họp|số \d|bệnh viện|học viện|cảng|tòa nhà|di tích|nghĩa trang|đồn|rạp|chi nhánh|phủ|bộ|"
    r"ban(?! (?:cán sự|chấp hành|bí thư|thường vụ))|"
    r"thủ đô|thư viện|tượng đài|nước|vùng|đảo)(?!\w)"
)
_DATELINE = re.compile(
    rf"[\s*-]*\(?(?P<place>[{UPPER}]\w+(?: [{UPPER}]\w+){{1,3}}|TP\.? ?HCM)\)?\s?(?:\(|-|,|\))\s?(?:(?:ngày|sáng|"
    rf"chiều|tối)\s)?"
)
_ONLINE = re.compile(r"trực tuyến|cầu truyền hình|điểm cầu|truyền hình trực tiếp")


def find_place(document: Document, draft: Draft, persons: Sequence[int]) -> tuple[str, Evidence] | None:
    """Give the place as written and its words: a city or province before the hall in it; None if not said."""
    best: tuple[str, Evidence] | None = None
    seen: set[int] = set()
    for gathering in (draft.opening, *draft.mentions):
        sentence = document.sentence_at(gathering.span.start)
        if sentence is None or sentence.start in seen:
            continue
        seen.add(sentence.start)
        own = gathering is draft.opening
        for start, end in _phrases(document, gathering, sentence, persons, near=gathering.bare and not own):
            span = _city_of(document, start, end)
            found = " ".join(document.text[span.start : span.end].split()), Evidence(span, "event.place")
            if _administrative(document, span.start) or _TAKES_PLACE.search(
                document.lowered, max(0, start - 40), start - 4
            ):
                return found
            best = best or found
        if own and best is None:
            best = _sent_from(document, sentence) or _dateline(document, sentence)
        if own and best and not is_hall(document, best):
            return best
        if len(seen) > 6:
            break
    return best


def is_online(document: Document, draft: Draft) -> Evidence | None:
    """Return the words that say people met over a video link, or None."""
    for gathering in (draft.opening, *draft.mentions):
        sentence = document.sentence_at(gathering.span.start)
        near = min(sentence.end, gathering.name.end + 120) if sentence else 0
        words = document.lowered[gathering.span.start : near]
        told = "truyền hình" in words or "trực tuyến" in words or "điểm cầu" in words
        match = _ONLINE.search(document.lowered, gathering.span.start, near) if told else None
        if match and match.start() - gathering.name.end < 60:
            return Evidence(span_of(match), "event.mode")
    return None


@dataclass(slots=True)
class _Said:
    """“tại X” in a sentence: where "tại" begins, where X does; whether "diễn ra" or the like stands before it."""

    start: int
    place: int
    held: bool


def _said(document: Document, sentence: Span) -> tuple[list[_Said], list[_Said]]:
    """The places that a sentence names, and those of them that something is held at; kept for its gatherings."""
    kept: dict[Span, tuple[list[_Said], list[_Said]]] = document.kept.setdefault("_said_at", {})
    found = kept.get(sentence)
    if found is None:
        every = []
        lowered, folded = document.lowered, document.folded
        for match in _AT.finditer(lowered, sentence.start, sentence.end):
            at, start = match.span()
            if not (folded[start : start + 1].isupper() or level_at(lowered, start) or _VENUE.match(lowered, start)):
                continue
            if gathering_pattern().match(lowered, start):
                continue
            if _REPORTER.search(lowered, max(sentence.start, at - 30), at):
                continue
            if lowered.startswith("việt nam", start) and (_named_before(folded, at) or home(document).province):
                continue  # "Hiệp hội Doanh nghiệp Hàn Quốc tại Việt Nam"
            every.append(_Said(at, start, bool(_TAKES_PLACE.search(lowered, max(0, at - 48), at))))
        found = kept[sentence] = every, [said for said in every if said.held]
    return found


def _phrases(
    document: Document, gathering: Gathering, sentence: Span, persons: Sequence[int], *, near: bool
) -> Iterator[tuple[int, int]]:
    """The places that may be a gathering's, as spans: "diễn ra tại X" says it best, the last one first."""
    every, held = _said(document, sentence)
    name = gathering.name.end
    # Beyond 120 characters (and the 48 that are read before a place) only "diễn ra tại X" counts.
    first, beyond = (bisect_left(every, at, key=lambda s: s.start) for at in (name, name + 169))
    best: list[_Said] = []
    others: list[_Said] = []
    for said in every[first:beyond]:
        at = said.start
        taking = said.held and _TAKES_PLACE.search(document.lowered, max(name, at - 48), at)
        if _can_be(document, gathering, said, bool(taking), near=near):
            (best if taking else others).append(said)
    far = () if near else (held[i] for i in range(len(held) - 1, -1, -1) if held[i].start >= name + 169)
    earlier = () if near else takewhile(lambda said: said.start < gathering.span.start, every)
    for said in chain(far, reversed(best), earlier, others):
        end = _end(document, said.place, sentence.end, gathering, persons)
        if end - said.place >= 2 and any(c.isupper() for c in document.folded[said.place : end]):
            yield said.place, end


def _can_be(document: Document, gathering: Gathering, said: _Said, held: bool, *, near: bool) -> bool:
    """Can a place named after a gathering be where it was?"""
    lowered, name, at = document.lowered, gathering.name.end, said.start
    if near and at - name > 3 and not _TAKES_PLACE.search(lowered, name, at):
        return False
    if (at > name + 120 and (near or not held)) or outcome_of(document, gathering):
        return False
    if at - name <= 2 and _NOT_ITS.search(lowered, gathering.span.end, said.place + 9):
        return False
    return held or not _told_by_speaker(document, name, at)


def _told_by_speaker(document: Document, start: int, at: int) -> bool:
    """Is the place part of what somebody says: "tại hội nghị, ông A cho rằng lễ hội ở Hà Nam …"?"""
    said = scan(document).speech
    index = bisect_left(said, start, key=lambda s: s.start)
    return any(
        " " not in document.lowered[verb.start : verb.end] or document.lowered.startswith(_SAYS_THAT, verb.start)
        for verb in said[index : index + 4]
        if verb.end < at and not document.lowered.startswith(("phát biểu", "giao"), verb.start)
    )


_SAYS_THAT = ("cho ", "nhấn mạnh", "khẳng định", "yêu cầu", "đề nghị", "đánh giá", "nhận định", "kiến nghị", "nêu ")


def _named_before(folded: str, at: int) -> bool:
    """Does a name end right before the offset?"""
    return folded[folded.rfind(" ", 0, max(0, at - 1)) + 1].isupper()


_REPORTER = re.compile(
    r"(?<!\w)(?:phóng viên|pv|ttxvn|vov|đặc phái viên|thường trú|có mặt|công tác|sinh sống|học tập|người|"
    r"nông dân|người dân|bà con|hộ dân|công nhân|dự án|tấn công|hóa học|tình hình|vấn đề|xung đột|chiến sự|vụ việc|"
    r"việt nam)\s(?:\w+\s)?$"
)
# "… với Hội thợ gốm Lào tại Việt Nam", "rà soát việc tổ chức cuộc gặp … tại Hà Nội".
_NOT_ITS = re.compile(r"(?:tại|ở) việt nam$|(?:chuẩn bị|tổ chức|phục vụ|kết quả) (?:cuộc|hội nghị|đại hội|lễ|kỳ|phiên)")
_TAKES_PLACE = re.compile(
    r"(?<!\w)(?:diễn ra|tổ chức|khai mạc|bế mạc|điểm cầu (?:chính|trung ương))\s(?:[^,;]{0,32}\s)?$"
)


def _end(document: Document, start: int, limit: int, gathering: Gathering, persons: Sequence[int]) -> int:
    lowered, folded = document.lowered, document.folded
    at = start
    stops = [p for p in persons if start < p < start + 160]
    if start < gathering.span.start:
        stops.append(gathering.span.start)
    limit = min([limit, *stops])
    while True:
        match = _END.search(lowered, at, limit)
        if match is None:
            return len(lowered[:limit].rstrip(" ,-"))
        stop, sign = match.start(), match.group()
        if sign[0] == " " and folded[stop + 1].isupper() or _SPELT.match(folded, stop, limit):
            at = match.end()  # "thị xã Từ Sơn", "Pót Mo - xbai"
        elif sign == "." and lowered[max(start, stop - 3) : stop].endswith(("tp", "tx")):
            at = match.end()
        elif sign == " (":
            close = lowered.find(")", stop, limit)
            inside = lowered[stop + 2 : close] if close > 0 else ""
            placed = level_at(lowered, stop + 2) or place_at(folded, lowered, stop + 2)
            return close + 1 if placed and len(inside) < 50 else stop
        elif sign == ",":
            nxt = stop + 2
            if _named_place(document, nxt):
                at = nxt
            else:
                return stop
        elif sign.strip() == "và" and (_named_place(document, match.end() + 1)):
            at = match.end() + 1
        else:
            return stop


def _named_place(document: Document, at: int) -> bool:
    """Does a place with its name begin here? "Tỉnh đoàn" begins with a level word and is none."""
    level = level_at(document.lowered, at)
    if level is None:
        return place_at(document.folded, document.lowered, at) is not None
    name = document.folded[level.end : level.end + 2].strip()[:1]
    return name.isupper() or name.isdigit()


def is_hall(document: Document, place: tuple[str, Evidence]) -> bool:
    """Is the place only a hall, without the name of a unit beside or in it?"""
    span = place[1].span
    words = document.lowered[span.start : span.end]
    return bool(_HALL.match(words)) and (
        not _administrative(document, span.start)
        and not _UNIT.search(words)
        and not any(
            place_at(document.folded, document.lowered, span.start + m.start()) for m in _INITIAL.finditer(words)
        )
    )


# "Hội trường UBND huyện Cao Lãnh": the unit rather than its hall.
_INNER_UNIT = re.compile(rf"(?<!\w)(?:huyện|thị xã|thành phố|tỉnh) (?:[{UPPER}]\w*(?: |$)){{1,4}}(?<! )$")
_HALL = re.compile(
    r"(?:hội trường|trụ sở|trung tâm|nhà|khách sạn|phòng|văn phòng|ubnd|ủy ban|tỉnh ủy|thành ủy|cung|sân|quảng trường|"
    r"bộ|sở|trường)(?!\w)"
)
_UNIT = re.compile(r"(?<!\w)(?:làng|thôn|bản|ấp|xã|phường|thị trấn|quận|khu phố|khu)\s\w")
_INITIAL = re.compile(r"(?<!\w)\w")


_INNER = re.compile(r" (?:ở|tại) (?=\w)")


def _city_of(document: Document, start: int, end: int) -> Span:
    """“Trung tâm Hội nghị quốc gia, Hà Nội”: the city."""
    if _administrative(document, start):
        stray = _STRAY.search(document.folded, start, end)
        return Span(start, stray.start() + 1 if stray else end)
    if _HALL.match(document.lowered, start, end):
        inner = _INNER_UNIT.search(document.folded, start, end)
        if inner:
            return span_of(inner)
    inner = _INNER.search(document.lowered, start, end)
    if inner and _administrative(document, inner.end()):
        return Span(inner.end(), end)
    comma = document.folded.rfind(", ", start, end)
    while comma > 0:
        if _administrative(document, comma + 2):
            earlier = document.folded.rfind(", ", start, comma)
            city = earlier + 2 if earlier > 0 else start
            if (
                document.folded[comma + 2 : end] in _ABROAD
                and document.folded[city].isupper()
                and not _VENUE.match(document.lowered, city)
            ):
                return Span(city, end)  # "New York, Mỹ"
            if earlier > 0 and _administrative(document, earlier + 2):
                comma = earlier
                continue
            return Span(comma + 2, end)
        comma = document.folded.rfind(", ", start, comma)
    return Span(start, end)


_ABROAD = frozenset(COUNTRIES)
# "Hà Nội rằng": a small word after the name, that is no level ("xã Đông huyện Tây") and no part of it.
_STRAY = re.compile(
    rf"(?<=[^\W\d_])(?<![{UPPER}]) (?!(?:huyện|tỉnh|thành|thị|quận|xã|phường|và|"
    rf"số)(?!\w))(?=[^\W\d_{UPPER}])(?<!tỉnh )(?<!phố )"
    r"(?<!đô )(?<!huyện )(?<!xã )(?<!quận )(?<!thị )(?<!phường )(?<!thành )(?<!thủ )(?<!thị trấn )"
)


def _administrative(document: Document, at: int) -> bool:
    return bool(
        place_at(document.folded, document.lowered, at)
        or level_at(document.lowered, at)
        or document.lowered.startswith("thủ đô", at)
    )


_SENT = re.compile(
    r"(?<!\w)(?:(?:phát|truyền|kết nối|nối|truyền hình)(?: đi| trực tiếp| trực tuyến)? từ|từ) "
    r"(?:điểm cầu (?:chính |trung tâm |trung ương )?(?:tại |ở )?)?(?=\w)"
)
# One of them is in whatever `_SENT` finds that tells of a link.
_SENT_WORDS = tuple(f"{w} từ " for w in ("phát", "truyền", "nối", "hình", "đi", "trực tiếp", "trực tuyến"))
_SENT_WORDS += ("từ điểm cầu ",)


def _sent_from(document: Document, sentence: Span) -> tuple[str, Evidence] | None:
    """“phát đi từ Hà Nội tới 63 tỉnh, thành phố”: where a gathering over a link was."""
    words = document.lowered[sentence.start : sentence.end]
    if not any(word in words for word in _SENT_WORDS):
        return None
    for match in _SENT.finditer(document.lowered, sentence.start, sentence.end):
        if "điểm cầu" not in match.group() and match.group().startswith("từ "):
            continue
        end = place_at(document.folded, document.lowered, match.end())
        if end is not None:
            span = Span(match.end(), end)
            return document.words(span), Evidence(span, "event.place")
    return None


def _dateline(document: Document, sentence: Span) -> tuple[str, Evidence] | None:
    """“(Nam Định) Ngày 9-7, …” at the head of the sentence."""
    match = _DATELINE.match(document.folded, sentence.start, sentence.end)
    if match and place_at(document.folded, document.lowered, match.start("place")) == match.end("place"):
        span = span_of(match, "place")
        return document.words(span), Evidence(span, "event.place")
    return None
