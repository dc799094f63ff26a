"""Who was there without a verb that says so.

A caption shows people at a gathering; a talk "với Bộ trưởng …" has its partners in its name.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from graph.grammar.gatherings.event_draft import Draft
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.people.persons import Occurrence, People
from graph.grammar.roles.clauses import Clause
from graph.grammar.roles.elsewhere import year_of
from graph.grammar.roles.kin import whose
from graph.grammar.roles.named_after import AMONG_THEM, MANY, listed_as_example
from graph.grammar.roles.role_course import Scene
from graph.grammar.text.document import Document
from graph.mention import Span

_PARTNER = re.compile(r"(?:hội đàm|hội kiến|tiếp|gặp|chào|làm việc)")
_WITH = re.compile(r"(?<!\w)(?:với|cùng|tiếp|gặp|chào|giữa|và|xã giao|đón|đón chính thức)\s(?:các\s|ngài\s)?$")
_NEXT = re.compile(r",? (?:(?:và|cùng|với|cùng với) )?(?:các |ngài )?|, ")
# "cuộc họp kín với A", "hội nghị thượng đỉnh giữa A": its sides come right after any other noun.
_SIDES = re.compile(
    r"(?: (?:chung|riêng|kín|song phương|ba bên|cấp cao|thượng đỉnh|trực tuyến|chính thức|ngắn|nhanh|đầu tiên|"
    r"lần thứ \w+))* (?P<how>với|giữa|cùng|đón(?: chính thức)?) (?:các |ngài )?"
)
_NEXT_TO = 14  # characters: "lễ đón chính thức"
_NO_SIDES = frozenset({"hội nghị", "hội thảo", "tọa đàm", "đại hội", "diễn đàn"})  # "hội nghị với …": about
_SHOWN = re.compile(r"(?<!\w)(?:tại|trong|ở|bên lề)\s(?:một\s|phần\s|cuộc\s|buổi\s)*$")
# A caption begins with whom it shows.
_OPENS = re.compile(r"(?:(?:ảnh|từ (?:trái|phải)[^:]{0,20}|các đồng chí|hai đồng chí|các ông|lãnh đạo)\s?:?\s?)?$")
_TOGETHER = re.compile(r"\s(?:với|cùng|và)\s(?:các|nguyên|đồng chí|[^\W\d_])")
_ARCHIVE = re.compile(r"tư liệu|minh họa|trước đó|trong ảnh|năm \d{4}")


def present(
    document: Document,
    people: People,
    gatherings: Sequence[Gathering],
    scene: Scene,
    known: Callable[[Draft, Sequence[Occurrence]], bool],
) -> Iterator[tuple[Draft, Occurrence, Span, str]]:
    """Find persons shown at a gathering by a caption, and the partners named with a talk or reception.

    `known` tells whether one of several persons is said to be at the gathering: a picture of people
    together whose caption does not name it is taken to be from there only then.

    Yields:
        The gathering, the person's mention, the words, and the rule: "caption", "delegates" (who talks with
        those who are there), "beside" (who talks on its margins), "subject", "list" or "partner".
    """
    held = [d for d in scene.course.drafts if not d.planned]
    for draft in held:
        for gathering in (draft.opening, *draft.mentions):
            yield from _partners(document, people, draft, gathering)
            yield from _guests(document, people, draft, gathering)
            yield from _aside(document, people, draft, gathering)
            yield from _among_delegates(document, people, draft, gathering)
    if held:
        yield from _captions(document, people, gatherings, scene, held, known)


def _between(document: Document, sentence: Span, shown: Sequence[Occurrence]) -> str:
    """The words of a sentence outside the persons' mentions."""
    pieces, at = [], sentence.start
    for occurrence in shown:
        if occurrence.span.start >= sentence.end:
            break
        pieces.append(document.lowered[at : occurrence.span.start])
        at = occurrence.span.end
    return "|".join([*pieces, document.lowered[at : sentence.end]])


_FINITE = re.compile(
    r"(?<!\w)(?:đã|sẽ|chưa|(?<!danh )dự|là|cho|nói|được|bị|yêu cầu|đề nghị|cho biết|nhấn mạnh|khẳng định|vừa|"
    r"đang|có|(?<!bên )(?<!bìa )phải|theo|không|trao(?! đổi)|tặng|thăm|ký|"
    r"làm|ra|đưa|để|khi|vì|nhưng|đến|tới|gặp|tiếp|hội đàm|nghe|kiểm tra|đi|thắp|viếng|dâng|cắt|trả lời|"
    r"công bố)(?!\w)"
)


def _partners(
    document: Document, people: People, draft: Draft, gathering: Gathering
) -> Iterator[tuple[Draft, Occurrence, Span, str]]:
    """Those named as sides of a talk: "hội đàm với A", "cuộc họp báo chung với A", "hội nghị giữa A và B"."""
    lowered, name = document.lowered, gathering.name
    at = bisect_left(people.occurrences, gathering.span.end, key=lambda o: o.span.start)
    if (gathering.bare and not gathering.noun.endswith(" đón")) or at == len(people.occurrences):
        return
    any_way = _PARTNER.search(gathering.noun) or gathering.noun.endswith(" đón")
    if not any_way:
        sides = _SIDES.fullmatch(lowered, gathering.span.end, people.occurrences[at].span.start)
        if not sides or (sides["how"] != "giữa" and gathering.noun in _NO_SIDES):
            return
    last: Occurrence | None = None
    for occurrence in people.occurrences[at:]:
        start = occurrence.span.start
        if last is None or not _NEXT.fullmatch(lowered, last.span.end, start):
            welcomed = last is None and gathering.noun.endswith(" đón") and start - gathering.span.end < _NEXT_TO
            if start >= name.end and not welcomed:
                return
            if not _WITH.search(lowered, gathering.span.start, start) or not (any_way or last is None):
                continue
        # "gặp A, post; B và C": the list goes on past what was read as the name.
        last = occurrence if occurrence.kind != "post" else None
        if last:
            yield draft, occurrence, name, "partner"


_HAS = re.compile(
    r"\s(?:còn\s|cũng\s|vinh dự\s|đã\s)*(?:có|được đón|đón|đón tiếp)\s(?:(?:sự\s)?(?:tham gia|tham dự|hiện diện|"
    r"góp mặt|"
    r"có mặt)\scủa\s|thêm\s)?(?:các\s)?(?:đồng chí|đ/c|ông|bà|vị)?\s?:?\s?$"
)
# "Hội nghị thu hút 200 đại biểu, trong đó có ông A"
_SOME_OF = re.compile(rf"\s(?:đã\s|còn\s|cũng\s)*(?:có|thu hút|quy tụ|đón|với|tập hợp)\s{MANY}{AMONG_THEM}")


def _guests(
    document: Document, people: People, draft: Draft, gathering: Gathering
) -> Iterator[tuple[Draft, Occurrence, Span, str]]:
    """“Buổi họp báo còn có ông A, post; ông B, post”: who is listed as being there."""
    at = bisect_left(people.occurrences, gathering.name.end, key=lambda o: o.span.start)
    sentence = document.sentence_at(gathering.span.start)
    persons = [o for o in people.occurrences[at : at + 20] if sentence and o.span.start < sentence.end]
    if sentence and persons and _placed(document, sentence, gathering, persons[0]):
        yield draft, persons[0], gathering.name, "subject"
        for left, right in pairwise(persons):
            if document.lowered[left.span.end : right.span.start] not in (" và ", " cùng ", ", "):
                break
            yield draft, right, gathering.name, "subject"
    elif (
        sentence
        and persons
        and (
            _HAS.match(document.lowered, gathering.name.end, persons[0].span.start)
            or _SOME_OF.fullmatch(document.lowered, gathering.name.end, persons[0].span.start)
        )
    ):
        clause = Clause(document.folded, document.lowered, sentence, persons, [])
        for guest in listed_as_example(clause, persons[0]):
            yield draft, guest, gathering.name, "list"


def _among_delegates(
    document: Document, people: People, draft: Draft, gathering: Gathering
) -> Iterator[tuple[Draft, Occurrence, Span, str]]:
    """“Tổng Bí thư trao đổi cùng các đại biểu dự hội nghị”: who talks with those who are there is there."""
    start = gathering.span.start
    if not document.lowered.endswith(("dự ", "tại "), 0, start):
        return
    met = _MET.search(document.lowered, max(0, start - 90), start)
    at = bisect_left(people.occurrences, start, key=lambda o: o.span.start) - 1
    if met and at >= 0 and 0 <= met.start() - people.occurrences[at].span.end <= 2:
        yield draft, people.occurrences[at], gathering.name, "delegates"


_MET = re.compile(
    r"(?:trao đổi|trò chuyện|bắt tay|chào hỏi|thăm hỏi|gặp gỡ|chụp ảnh|lưu niệm) (?:cùng|với) (?:các |một số )*"
    r"(?:vị )?(?:đại biểu|khách mời|già làng|cử tri)[^,.;:]{0,30}? (?:(?:tham |đến |về )?dự|tại) (?:cuộc |buổi )?$"
)


def _aside(
    document: Document, people: People, draft: Draft, gathering: Gathering
) -> Iterator[tuple[Draft, Occurrence, Span, str]]:
    """Who talks beside a gathering is there: "ông A trả lời báo chí bên lề hội nghị", "Bên lề hội nghị, ông A nói"."""
    lowered, start = document.lowered, gathering.span.start
    beside = _BESIDE.search(lowered, max(0, start - 20), start)
    sentence = document.sentence_at(start) if beside else None
    if beside is None or sentence is None or _NOT_YET.search(lowered, sentence.start, start):
        return
    at = bisect_left(people.occurrences, beside.start(), key=lambda o: o.span.start) - 1
    while (
        at >= 0
        and people.occurrences[at].span.start > sentence.start
        and whose(lowered, people.occurrences[at].span.start) >= 0
    ):
        at -= 1  # "trao đổi với con trai Bộ trưởng A": not the minister
    before = people.occurrences[at] if at >= 0 and people.occurrences[at].span.start >= sentence.start else None
    if before is not None and _SPOKEN_OF.search(lowered, sentence.start, before.span.start):
        return
    if before is not None:
        if _TALKS.fullmatch(lowered, before.span.end, beside.start()):
            yield draft, before, gathering.name, "beside"
            while at and people.occurrences[at - 1].span.start >= sentence.start:
                left, right = people.occurrences[at - 1], people.occurrences[at]
                if not _CHATS.fullmatch(lowered, left.span.end, right.span.start):
                    break
                yield draft, left, gathering.name, "beside"
                at -= 1
        return
    if at + 1 < len(people.occurrences):
        after = people.occurrences[at + 1]
        then = after.span.start < sentence.end and _THEN.fullmatch(lowered, gathering.name.end, after.span.start)
        talked = lowered.startswith(_OPENS_WITH_TALK, sentence.start) and not _NOT_YET.match(
            lowered, after.span.end + 1
        )
        if then and (talked or _SPEAKS.match(lowered, after.span.end, sentence.end)):
            yield draft, after, gathering.name, "beside"


_BESIDE = re.compile(r"(?<!\w)bên lề (?:cuộc |buổi |phiên |các )?$")
_NOT_YET = re.compile(r"(?<!\w)(?:sẽ|dự kiến|có thể|hủy|hoãn)(?!\w)")
# Up to "bên lề": talk of whoever is named, with people who are not.
_TALKS = re.compile(
    r"(?:(?!\s(?:của|mà|rằng|bị|được)\s)[^;:\n\"]){0,90}?(?:\([^()]{3,40}\) )?"
    r"(?:trao đổi|trả lời|chia sẻ|trò chuyện|phát biểu|nói|"
    r"cho biết|cho hay|thông tin|tiếp xúc|khẳng định|phỏng vấn|gặp gỡ|bắt tay|với|cùng)"
    r"(?:(?! (?:của|rằng|là|được|có|diễn ra|tổ chức|trưng bày|mở|ký) )[^;:\n\"]){0,60}|"
    r"(?: \([^()]{3,40}\))? "
)
_CHATS = re.compile(
    r"(?: \([^()]{1,20}\))?,? (?:đã )?(?:trao đổi|trò chuyện|bắt tay|nói chuyện|gặp gỡ|hội ý)? ?"
    r"(?:với|cùng|và)?(?: các)? "
)
# "Cử tri nhắc chuyện ông A với phóng viên": A is spoken of.
_SPOKEN_OF = re.compile(
    r"(?<!\w)(?:chuyện|về|vụ|việc|nhắc|nhắc đến|nhắc tới|kể|tố|tố cáo|phê bình|chỉ trích|phản đối|ca ngợi|khen|chê|"
    r"bênh|bàn tán)(?: (?:các|cựu|nguyên))? $"
)
_OPENS_WITH_TALK = ("trả lời", "trao đổi", "phát biểu", "chia sẻ", "trò chuyện", "nói", "tiếp xúc", "gặp")
_SPEAKS = re.compile(
    r"(?:(?! (?:bị|không|chưa|vắng|đang ở|sẽ|dự kiến|có thể|được cho là) )[^.;:\n\"]){0,90}?(?:(?<!\w)"
    r"(?:trao đổi|trả lời|chia sẻ|trò chuyện|phát biểu|nói|cho biết|cho hay|thông tin|tiếp|tiếp xúc|khẳng định|gặp|"
    r"gặp gỡ|hội đàm|hội kiến|cuộc gặp|bắt tay|thăm|chụp ảnh|nhận định|đánh giá|nhấn mạnh|cho rằng|bày tỏ|đề nghị|"
    r"yêu cầu|đề xuất|kiến nghị|kể|tiết lộ|xác nhận|thừa nhận|giải thích|lý giải|tuyên bố|cảnh báo|kêu gọi|khuyên|"
    r"phân tích|giới thiệu|nhắc lại|thảo luận|hỏi|tâm sự|bộc bạch|phỏng vấn|làm việc|chứng kiến|ký|trao)(?!\w)|"
    r": ?\")"
)
_RUMOUR = r"tin đồn|đồn đoán|bàn tán|dư luận"
_THEN = re.compile(
    rf"(?:(?! của |{_RUMOUR})[^;:\n\"]){{0,90}},(?: (?:trao đổi|trả lời|chia sẻ|nói|trò chuyện)[^;:,\n\"]{{2,60}},)? "
)


def _placed(document: Document, sentence: Span, gathering: Gathering, person: Occurrence) -> bool:
    """“Tại hội nghị, ông A đã ký kế hoạch phối hợp …”: who does something there, whatever it is, is there."""
    if person.kind == "post" or not _THERE.fullmatch(document.lowered, sentence.start, gathering.span.start):
        return False
    between = document.lowered[gathering.name.end : person.span.start]
    return between == ", " and not _DONE_TO.match(document.lowered, person.span.end)


_THERE = re.compile(r"(?:cũng )?(?:tại|trong) (?:cuộc |buổi )?")
_DONE_TO = re.compile(r"[^.;:]{0,20}(?:bị|không|chưa|vắng|sẽ|từ chối|:)(?!\w)")


def _captions(
    document: Document,
    people: People,
    gatherings: Sequence[Gathering],
    scene: Scene,
    held: Sequence[Draft],
    known: Callable[[Draft, Sequence[Occurrence]], bool],
) -> Iterator[tuple[Draft, Occurrence, Span, str]]:
    end = scene.end(document)
    for sentence, shown in _by_sentence(document, people):
        opens = _OPENS.match(document.lowered, sentence.start, shown[0].span.start)
        if opens is None or sentence.end - sentence.start > 260:
            continue
        at = bisect_left(gatherings, sentence.start, key=lambda g: g.span.start)
        place = gatherings[at] if at < len(gatherings) and gatherings[at].span.start < sentence.end else None
        words = _between(document, Span(sentence.start, place.span.start if place else sentence.end), shown)
        if _ARCHIVE.search(words) or _FINITE.search(words):
            continue
        if place is not None:
            draft = scene.course.at_phrase.get(place.span.start)
            if (
                draft
                and not draft.planned
                and _SHOWN.search(document.lowered, sentence.start, place.span.start)
                and not _another_time(document, draft, place, sentence)
            ):
                yield from ((draft, o, sentence, "caption") for o in shown if o.span.end <= place.span.start)
            continue
        line = document.line_at(sentence.start)
        alone = line is not None and line.span == sentence and sentence.end - sentence.start < 200
        trailing = alone or document.kind_at(sentence.start) == "caption" or sentence.start > end
        together = _TOGETHER.search(document.lowered, shown[0].span.end, sentence.end)
        if trailing and together and len(held) == 1 and known(held[0], shown):
            yield from ((held[0], o, sentence, "caption") for o in shown)


def _another_time(document: Document, draft: Draft, place: Gathering, sentence: Span) -> bool:
    """“… tại hội nghị năm 2015", "… trong cuộc họp tháng trước": is the picture of another gathering of its kind?"""
    if _BEFORE_THIS.search(document.lowered, place.span.end, sentence.end):
        return True
    year = _OF_YEAR.match(document.lowered, place.span.end, sentence.end)
    return year is not None and year[1] != year_of(document, draft)


_BEFORE_THIS = re.compile(
    r"(?<!\w)(?:tháng|năm|tuần|kỳ|lần|hôm|khóa|nhiệm kỳ) (?:trước|ngoái)(?!\w)|"
    r"(?<!\w)(?:trước đó|trước đây)(?!\w)|tư liệu"
)
_OF_YEAR = re.compile(r"(?: (?:hồi|vào))? năm ((?:19|20)\d\d)(?!\d)")


def _by_sentence(document: Document, people: People) -> Iterator[tuple[Span, list[Occurrence]]]:
    """The sentences that name persons in full, with these."""
    group: list[Occurrence] = []
    current: Span | None = None
    for occurrence in people.occurrences:
        if occurrence.kind != "full":
            continue
        if current is None or occurrence.span.start >= current.end:
            if current is not None and group:
                yield current, group
            current, group = document.sentence_at(occurrence.span.start), []
        if current is not None:
            group.append(occurrence)
    if current is not None and group:
        yield current, group
