"""Who says something where: a person's mention and the verb of saying that belongs to it.

"đồng chí Thứ trưởng cũng nhấn mạnh", "ông Thọ cho rằng", "Theo bà Hoa,". These are the acts from which
`graph.grammar.roles.roles` gives the role "speak" and `graph.grammar.roles.statements` the statements; what stands
after the verb is told by the speaker, not by the report.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graph.grammar.people.persons import Occurrence, People
from graph.grammar.text.before import Before
from graph.grammar.text.cues import scan, speech_acts, words_pattern
from graph.grammar.text.document import Document
from graph.grammar.text.quotations import in_quotes
from graph.grammar.text.word_lists import word_list
from graph.mention import Span
from graph.span import span_of

_OCCASION = (
    r"(?:,?\s?thay mặt\s[^.;:\n\"]{1,160}?\s|"
    r"(?:tại|trong|khi|trước|sau khi|với tư cách|ở|thay mặt|đại diện|về|nhân dịp|qua)\s[^,.;:\n\"]{1,110},?\s)"
)


@cache
def between_subject_and_verb() -> re.Pattern[str]:
    """What may stand between a speaker and the verb: adverbs, a remark in brackets, the occasion."""
    adverb = words_pattern(word_list("speaking-words", "adverb")).pattern
    return re.compile(
        rf"\s*(?:\([^()]{{1,40}}\)\s*)?[,-]?\s*(?:{_OCCASION})?(?:{adverb}[,\s]+(?:và\s)?)*(?:{_OCCASION})?$"
    )


_MARKS = (",", " -", " thì")
_ADVERBS = ("đã", "thì", "cũng", "vẫn", "còn")
# A post that is not known, or a second body: "…, Liên đoàn Lao động TP Hải Phòng - đề nghị".
_APPOSED = re.compile(
    r"(?:, | - )(?!và |mà |nhưng |còn |các |ông |bà |anh |chị |đồng chí |theo |khi |thì )"
    r"(?:(?!\s(?:đã|sẽ|được|bị|là|cho|để|khi|rằng|mà|theo|cùng)\s)[^,;:.\n\"]){3,90}"
    r"(?:, (?:trật tự|cơ động|kinh tế|môi trường|đô thị|ma túy|tội phạm|công an|sở|ubnd|huyện|tỉnh|thành phố|trường|bộ)"
    r"(?:(?!\s(?:đã|sẽ|được|bị|là|cho|để|khi|rằng|mà|theo|cùng)\s)[^,;:.\n\"]){0,60}){0,2}"
    rf"(?:{'|'.join(_MARKS)})\s(?:(?:{'|'.join(_ADVERBS)})\s)?$"
)
# How it ends: asked first, for the pattern reads the whole stretch before it comes there.
_APPOSED_ENDS = tuple(f"{mark} {adverb}" for mark in _MARKS for adverb in ("", *(f"{word} " for word in _ADVERBS)))
# What is left of a post that was read in part: "Trưởng phòng Tuyên truyền| - Hỗ trợ người nộp thuế điểm qua".
_REST = re.compile(
    r"(?: -)? (?:doanh nghiệp|công ty|hợp tác xã|khoa|phòng|ban|viện|trường|trung tâm|xã|huyện|tỉnh|thành phố|kiêm|"
    r"phụ trách|hỗ trợ|tổng|bộ|sở|hội|liên|tập đoàn|nhà máy|khu|văn phòng|đảng|đoàn|ủy ban|mặt trận|công an|bệnh viện|"
    r"báo|đài|tạp chí|ngân hàng|chi nhánh|khoa học|quản lý|đại diện|chuyên|phường|đặc khu|thị xã|thị trấn|quận|thôn|"
    r"bản|ấp|buôn|khu phố|khối|tổ|đội|chi)"
    r"(?:(?!\s(?:đã|sẽ|được|bị|là|cho|để|khi|rằng|mà|theo|cùng|và|do|"
    r"từ)\s)[^,;:.\n\"()]){0,60}(?: \([^()\n]{2,60}\))?,?\s$"
)
# Who somebody without a post is: "bà A, giáo dân xóm 3 cho biết", "ông B, Bí thư …, đảng viên 60 năm tuổi Đảng bày tỏ".
_WHO = re.compile(
    r", (?:một |là )?(?:giáo dân|người dân|người|chủ|hộ|đảng viên|đoàn viên|hội viên|đội viên|thành viên|học sinh"
    r"|sinh viên|học viên|giáo viên|giảng viên|công nhân|nông dân|ngư dân|cử tri|phụ huynh|tiểu thương|thương binh"
    r"|bệnh binh|chiến sĩ|cán bộ|nhân viên|nghệ nhân|già làng|đại diện|lớp|thôn|xóm|ấp|bản|buôn|làng|khóm|khu phố"
    r"|tổ dân phố|tổ|dân tộc|trú)(?!\w)"
    r"(?:(?!\s(?:đã|sẽ|bị|là|cho|để|khi|rằng|mà|theo|cùng|và|do|từ|có|được(?! (?:nhận|trao|tặng|hỗ trợ|khen)))\s)"
    r"[^;:.\n\"()]){0,100} (?:cũng |đã |vui mừng |phấn khởi |xúc động )?$"
)
_BETWEEN_DASHES = re.compile(r"[^;:\n\"]{1,150} -\s?(?:đã\s|cũng\s|vẫn\s|còn\s)?$")
# A second verb of the same speaker: right after the first ("ghi nhận, biểu dương"), or later in the sentence
# if it is a verb of asking or asserting after "và", ";", "đồng thời".
_JOINED = re.compile(r"\s*(?:,|và|, và|,? đồng thời)\s(?:đã\s|cũng\s|đánh giá cao,?\s)?$")
_JOINED_LATER = re.compile(r"(?:[,;]|\svà|,? đồng thời|\svà cũng|,? cũng)\s*(?:đồng thời,?\s|cũng\s|đã\s|tiếp tục\s)?$")
_LATER = re.compile(
    r"đề nghị|yêu cầu|nhấn mạnh|khẳng định|kiến nghị|lưu ý|giao|cam kết|cho biết|kêu gọi|đề xuất|cảm ơn|gợi ý|hứa|"
    r"cho rằng|mong muốn|"
    r"kết luận"
)
_AFTER_NAME = re.compile(
    r"[,:.]|\s-\s|\s(?:thì|việc)\s|\s(?:khi|trong|tại) (?:báo cáo|trình bày|phát biểu|thảo luận|hội nghị)"
)
_ACCORDING = re.compile(
    r"(?:^|[\s\"(])(?P<cue>(?:theo|như lời)(?:\s(?:đánh giá của|nhận định của|báo cáo của|lời|thông tin từ))?)\s$"
)
# Words in which a verb of saying is part of something else.
_NOT = re.compile(
    r"kể từ|kể cả|kể trên|giao thông|giao ban|giao lưu|giao dịch|giao tiếp|giao nhận|giao hữu|giao khoán|giao thoa|"
    r"giao đất|nói chung|"
    r"nói riêng|nói trên|nói dối|nêu trên|nêu cao|nêu gương|hứa hẹn|mong manh|thông báo số|thông báo kết luận|"
    r"thống nhất đất nước|"
    r"chúc tết|nhắc nhớ|giao mùa|giao ước|giao nộp|giao quân|giao kết|giao thừa|hỏi cung|kết luận thanh tra|"
    r"kết luận điều tra|kết luận số|"
    r"báo cáo chính trị|mong ước|mong đợi|thông tin truyền thông|bổ sung thêm(?!:)"
)


# '…", Chủ tịch kết luận.': of what was quoted
_CONCLUDED = re.compile(r"[.\n]|$| trong tiếng vỗ tay")
_AFTER_QUOTE = re.compile(r"\"\s?[,-]?\s?-?\s?$")
_CONCLUDES = re.compile(
    r"[:,]| \"| rằng| là | (?:cần|phải|không|từng|ngắn|gọn|bằng|ngay|như|mấy|hai|ba|bốn|năm|sáu)(?!\w)"
)


@dataclass(slots=True)
class Act:
    """One verb of saying with its speaker. `act` is an id of the speech-act scheme.

    `retold`: somebody else tells it ("ông A cho biết Thủ tướng đã chỉ đạo …"). `rule`: "subject", "joined"
    (a second verb of the same speaker), "led" (of who led or attended a gathering: "chủ trì cuộc họp và cho biết"),
    "according" ("theo ông …") or "colon" (a quotation after the name).
    """

    occurrence: Occurrence
    verb: Span
    act: str
    rule: str
    sentence: Span
    retold: bool = False


class _Kept(NamedTuple):
    """The acts of a report, and the reading of its people to whose mentions they belong."""

    people: People
    acts: tuple[Act, ...]


def find_acts(document: Document, people: People) -> tuple[Act, ...]:
    """Find the verbs of saying that belong to a person's mention, in the order of the text.

    Events and statements both rest on them: they are kept on the document for the same `people`.
    """
    kept: _Kept | None = document.kept.get("_acts")
    # The very same reading of the people, not an equal one: to compare them all would cost more than to find the acts.
    if kept is None or kept.people is not people:
        kept = document.kept["_acts"] = _Kept(people, _find(document, people))
    return kept.acts


def _find(document: Document, people: People) -> tuple[Act, ...]:
    lowered = document.lowered
    found: list[Act] = []
    occurrences = people.occurrences
    starts = [o.span.start for o in occurrences]
    last: Act | None = None
    for verb in scan(document).speech:
        at = bisect_right(starts, verb.start) - 1
        occurrence = occurrences[at] if at >= 0 else None
        if occurrence is None or verb.start - occurrence.span.end > 160 or occurrence.span.end > verb.start:
            last = None
            continue
        if lowered.startswith("giao", verb.start) and lowered.endswith(("bàn ", "chuyển "), 0, verb.start):
            continue
        if _NOT.match(lowered, verb.start) or (
            lowered.startswith("kết luận", verb.start)
            and not _CONCLUDES.match(lowered, verb.end)
            and not (
                _CONCLUDED.match(lowered, verb.end)
                and _AFTER_QUOTE.search(lowered[max(0, occurrence.span.start - 6) : occurrence.span.start])
            )
        ):
            continue
        act = _act(document, occurrence, verb, last)
        if act:
            found.append(act)
            last = act if not act.retold else last
    found.extend(_according(document, occurrences, {a.occurrence.span.start for a in found}))
    found.sort(key=lambda a: a.verb)
    return tuple(found)


def _act(document: Document, occurrence: Occurrence, verb: Span, last: Act | None) -> Act | None:
    lowered = document.lowered
    sentence = document.sentence_at(verb.start)
    if sentence is None or occurrence.span.start < sentence.start:
        return None
    if _NOT_SPEAKER.stands(lowered, max(sentence.start, occurrence.span.start - 24), occurrence.span.start):
        return None
    if of_paper(lowered, sentence.start, occurrence.span.start):
        return None
    words = lowered[verb.start : verb.end]
    kind = speech_acts()[words]
    if between_subject_and_verb().match(lowered, occurrence.span.end, verb.start) or apposed(
        lowered, occurrence.span, verb.start
    ):
        return Act(
            occurrence, verb, kind, "subject", sentence, _retold(document.folded, lowered, occurrence, last, sentence)
        )
    if _led(lowered, occurrence.span.end, verb.start):
        return Act(
            occurrence, verb, kind, "led", sentence, _retold(document.folded, lowered, occurrence, last, sentence)
        )
    if (
        last
        and last.occurrence is occurrence
        and (
            _JOINED.match(lowered, last.verb.end, verb.start)
            or (_LATER.fullmatch(words) and _JOINED_LATER.search(lowered, last.verb.end, verb.start))
        )
    ):
        return Act(occurrence, verb, kind, "joined", sentence)
    return None


def _led(lowered: str, start: int, verb: int) -> bool:
    """“… đã chủ trì cuộc họp về việc này và chỉ đạo …”: does whoever led or attended a gathering say something?"""
    return (
        lowered.endswith((" và ", " và đã ", " và cũng "), start, verb) and _LED.match(lowered, start, verb) is not None
    )


_LED = re.compile(
    r",?(?: -)? (?:đã |vừa |cũng )*(?:trực tiếp )?(?:chủ trì|điều hành|tham dự|đến dự|dự|tới dự) (?:và chủ trì )?"
    r"(?:cuộc |buổi |phiên |một )*"
    r"(?:họp|hội nghị|hội thảo|làm việc|họp báo|tọa đàm|lễ|đại hội|diễn đàn|đối thoại)(?!\w)"
    r"(?:(?!\s(?:do|để|cho|khi|sẽ|rằng|mà)\s)[^.;:\"\n]){0,160} và (?:đã |cũng )?$"
)


def apposed(lowered: str, mention: Span, verb: int) -> bool:
    """Does nothing but (the rest of) a post stand between a person's mention and a verb?"""
    if (
        lowered.endswith(_APPOSED_ENDS, mention.end, verb) and _APPOSED.match(lowered, mention.end, verb)
    ) or _WHO.match(lowered, mention.end, verb):
        return True
    if _BETWEEN_DASHES.match(lowered, mention.end, verb) and (
        lowered.startswith(" - ", mention.end) or lowered.find(" - ", mention.start, mention.end) > 0
    ):
        return True
    posted = lowered.find(",", mention.start, mention.end) > 0 or lowered.find(" - ", mention.start, mention.end) > 0
    return posted and bool(_REST.match(lowered, mention.end, verb))


def _retold(folded: str, lowered: str, occurrence: Occurrence, last: Act | None, sentence: Span) -> bool:
    """Does the mention stand in what another person says in the same sentence?"""
    if in_quotes(folded, sentence.start, occurrence.span.start):
        return True
    if last is None or last.sentence != sentence or last.occurrence.person == occurrence.person:
        return False
    between = lowered[last.verb.end : occurrence.span.start]
    return not (
        ";" in between or '"' in between or _BESIDE.search(between) or lowered.startswith(_PLAIN, last.verb.start)
    )


# "Cùng quan điểm với ông A, đại diện B cho rằng", "kiến nghị Thủ tướng chỉ đạo …": not that one speaks.
_NOT_SPEAKER = Before(word_list("speaking-words", "no-speaker"), links=("các",))
_PAPER_OF = re.compile(
    r"(?<!\w)(?<!ý kiến )(?:lệnh|quyết định|chỉ thị|công điện|"
    r"công văn|văn bản|thông báo|nghị quyết|kế hoạch|thông tư|đề nghị|"
    r"yêu cầu|kiến nghị|chỉ đạo)(?: (?:này|trên|đó|mới|số \S+))? của (?:các )?$"
)


def of_paper(lowered: str, start: int, end: int) -> bool:
    """Is whoever is named at `end` the author of a paper or wish that does it ("Quyết định của Thủ tướng nêu …")?"""
    if not lowered.endswith(("của ", "của các "), start, end):
        return False
    return _PAPER_OF.search(lowered, max(start, end - 60), end) is not None


# Another person's words beside, not inside: "…, còn ông B cho rằng". "Phát biểu" has no content to be inside of.
_BESIDE = re.compile(r"(?<!\w)(?:còn|trong khi|trong khi đó|và|thì|nhưng|song)\s$")
_PLAIN = (
    "phát biểu",
    "đồng tình",
    "nhất trí",
    "ủng hộ",
    "tiếp thu",
    "trả lời",
    "cảm ơn",
    "thống nhất",
    "tán thành",
    "hỏi",
    "tham luận",
)


def _according(document: Document, occurrences: Sequence[Occurrence], taken: set[int]) -> list[Act]:
    found = []
    for occurrence in occurrences:
        start = occurrence.span.start
        if start in taken:
            continue
        near = max(0, start - 32)
        told = document.lowered.find("theo", near, start) >= 0 or document.lowered.find("như lời", near, start) >= 0
        before = _ACCORDING.search(document.lowered, near, start) if told else None
        sentence = document.sentence_at(start)
        if document.lowered.endswith("của ", max(0, start - 4), start) and not before:
            continue
        if sentence and document.lowered.startswith((': "', ':"'), occurrence.span.end):
            found.append(
                Act(occurrence, Span(occurrence.span.end, occurrence.span.end + 1), "state", "colon", sentence)
            )
        elif before and sentence and _AFTER_NAME.match(document.lowered, occurrence.span.end):
            found.append(Act(occurrence, span_of(before, "cue"), "state", "according", sentence))
    return found
