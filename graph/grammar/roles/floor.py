"""Who takes the floor without a verb that everywhere means speaking.

"Ông Lợi Em lo thiếu người", "Bà Cúc xin thêm thời gian": verbs of other meaning too, read so where their subject
is known to be at the gathering or speaks "từ điểm cầu …"; "Ôn lại truyền thống là ông A": the speaker comes last.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from graph.grammar.people.persons import Occurrence
from graph.grammar.roles.acts import Act, apposed, between_subject_and_verb
from graph.grammar.text.cues import participant_verbs, scan
from graph.grammar.text.document import Document
from graph.grammar.text.quotations import in_quotation, in_quotes
from graph.mention import Span

# What may stand before the one who takes the floor.
_OPENING = re.compile(
    r"(?:[^:.\"]{3,160};\s)?(?:(?:TP\.|tp\.|[^;:.\"]){1,140},\s|\"[^\"]{3,400}\",?\s-?\s?)?"
    r"(?:(?:còn|riêng|nhưng|và|rồi|sau đó|tiếp đó|đến lượt|tới lượt|đến lượt mình|vị|chính)\s)*"
)
_SITE = re.compile(r"(?:từ|tại|ở|nối từ|phát biểu từ)\s(?:các\s)?(?:điểm|đầu)\s(?:cầu|kết nối)\s")
_TO_ALL = re.compile(r" (?:với|trước) (?:cả |toàn )?(?:hội trường|hội nghị|đại hội|hội thảo|các đại biểu)(?!\w)")
# Words after the verb with which it means no speaking.
_NOT_SAID = re.compile(
    r"\s(?:vệ|đảm|điện|hàng|hồi|lên|tên|liệu|lắng|nghỉ|việc|phép nghỉ|tiền|hưởng|đầu|dắt|đường|xe|quân|tới|đến|ra|"
    r"về (?:nhà|quê)|làm|chân|ứng|thân|đoàn|thoát|toàn|dưỡng|tồn|mật|hiểm|lãnh|chữ ký|"
    r"tố|nã|bắt|quét|thu|cập|xuất|tìm|lùng|đuổi|điệu|lĩnh|tặng|xét|sát|kích)(?!\w)"
)
# "Ôn lại truyền thống là Thượng tá A": a verb of saying heads the sentence, its subject is told at the end.
_INVERTED = re.compile(
    r"(?:(?!\s(?:của|do|cho|theo)\s)[^;:.\"\n]){0,90}?\s(?:là|có)\s(?:các\s|hai\s|cả\s)?(?:ý kiến của\s)?"
)
_FARTHEST = 130  # longer than any such stretch
_AT_HEAD = re.compile(r"(?:(?:đứng lên|đứng dậy|cùng|cũng|tiếp tục|người|trực tiếp|bước lên|lên|mở đầu)\s)*")


def takes_floor(
    document: Document, occurrences: Sequence[Occurrence], starts: Sequence[int]
) -> Iterator[tuple[Act, bool]]:
    """Find such acts.

    Yields:
        The act, and whether it counts only if the person is known to be at the gathering.
    """
    yield from _participants(document, occurrences)
    yield from _inverted(document, occurrences, starts)


def _participants(document: Document, occurrences: Sequence[Occurrence]) -> Iterator[tuple[Act, bool]]:
    lowered = document.lowered
    verbs = participant_verbs().hits(document)
    gap = between_subject_and_verb()
    for occurrence in occurrences:
        sentence = document.sentence_at(occurrence.span.start)
        if sentence is None or occurrence.span.start - sentence.start > 160:
            continue
        first = bisect_left(verbs, (occurrence.span.end,))
        if first == len(verbs):
            continue
        start, words = verbs[first]
        verb = Span(start, start + len(words))
        if (
            verb.end > min(sentence.end, occurrence.span.end + 140)
            or lowered.endswith(("bằng ", "giấy ", "thư ", "thi "), 0, start)
            or document.folded[start].isupper()  # "cầu Bình Than"
            or _NOT_SAID.match(lowered, verb.end)
        ):
            continue
        clear = gap.match(lowered, occurrence.span.end, start) or apposed(lowered, occurrence.span, start)
        if not clear or not _OPENING.fullmatch(lowered, sentence.start, occurrence.span.start):
            continue
        if in_quotes(document.folded, sentence.start, occurrence.span.start) or in_quotation(
            document, sentence, occurrence.span.start
        ):
            continue
        act = Act(occurrence, verb, "state", "subject", sentence)
        quotes = lowered.startswith((": ", ':"'), verb.end) or _TO_ALL.match(lowered, verb.end)
        yield act, not (quotes or _SITE.match(lowered, sentence.start))


def _inverted(
    document: Document, occurrences: Sequence[Occurrence], starts: Sequence[int]
) -> Iterator[tuple[Act, bool]]:
    lowered = document.lowered
    for verb in scan(document).speech:
        at = bisect_left(starts, verb.end)
        if at == len(starts) or starts[at] - verb.end > _FARTHEST:
            continue
        sentence = document.sentence_at(verb.start)
        if sentence is None or starts[at] >= sentence.end:
            continue
        if not _AT_HEAD.fullmatch(lowered, sentence.start, verb.start):
            continue
        first = occurrences[at]
        if not _INVERTED.fullmatch(lowered, verb.end, first.span.start):
            continue
        last = bisect_right(starts, sentence.end)
        doers = [first]
        for other in occurrences[at + 1 : last]:
            if lowered[doers[-1].span.end : other.span.start] not in (", ", "; ", " và ", ", và ", " cùng "):
                break
            doers.append(other)
        for doer in doers:
            yield Act(doer, verb, "state", "subject", sentence), False
