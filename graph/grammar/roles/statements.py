"""What named persons say: the speech act, to whom, about which documents and programmes.

"Bộ trưởng đề nghị tỉnh … đẩy mạnh Chỉ thị số … lồng ghép với Kế hoạch …": a request, addressed to the
province, that refers to two texts and wants them done together.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.grammar.bodies.organisations import body_at
from graph.grammar.people.persons import People
from graph.grammar.posts.context import complete_body
from graph.grammar.roles.acts import Act, find_acts
from graph.grammar.text.document import Document
from graph.grammar.text.quotations import last_mark
from graph.mention import EventMention, Evidence, LegalMention, ProgrammeMention, Span, StatementMention

_ADDRESSED = frozenset({"request", "require", "direct", "thank"})
# Verbs that say that somebody spoke, not what.
_EMPTY = ("phát biểu", "trả lời", "tham luận", "trình bày", "đặt câu hỏi", "nêu ý kiến", "góp ý", "lên tiếng")
_GROUP = re.compile(
    r"(?:(?:cấp ủy|địa phương|người dân|nhân dân|bà con)|"
    r"(?:các|toàn thể|lãnh đạo|mỗi|từng|mọi|lực lượng|cấp ủy|chính quyền|ban, ngành|toàn|đội ngũ|người dân|"
    r"nhân dân|bà con|cán bộ|"
    r"công an|ngành|địa phương|đảng bộ|thành phố|tỉnh|huyện|xã|chính phủ|quốc hội|bộ|sở)\s[^.;:\n]{1,140}?)"
    r"(?=\s(?:cần|phải|tiếp tục|tập trung|đẩy mạnh|tăng cường|sớm|khẩn trương|quan tâm|chủ động|thực hiện|nghiêm túc|"
    r"bám sát|phối hợp|có|rà soát|"
    r"không|xem xét|nghiên cứu|tổ chức|chỉ đạo|xây dựng|làm|đã|đưa|trong|để|nâng cao|phát huy|duy trì|thường xuyên|"
    r"chịu|báo cáo|hỗ trợ|bố trí|"
    r"dành|đánh giá|hoàn thành|coi|ưu tiên|kiên quyết|triển khai|chấp hành|đổi mới|quyết liệt|kịp thời|bảo đảm|"
    r"đảm bảo|sửa|mở|chọn|giải quyết|"
    r"tạo|cho|chú trọng|vận động|về|nhiều|vì|nhanh|ban hành|công khai|đầu tư|sơ kết|tổng kết|gắn|chủ trì|huy động|"
    r"phân công|rút|giữ|cùng|vào|ngay|trước)\s|\s?[,:;.]|$)"
)
_VERB_AFTER = re.compile(
    r"\s(?:cần|phải|tiếp tục|tập trung|đẩy mạnh|tăng cường|sớm|khẩn trương|quan tâm|chủ động|thực hiện|nghiêm túc|"
    r"bám sát|phối hợp|rà soát|"
    r"không|xem xét|nghiên cứu|tổ chức|(?<!ban )chỉ đạo|xây dựng|làm|đã|nâng cao|phát huy|duy trì|thường xuyên|chịu|"
    r"báo cáo|hỗ trợ|bố trí|hoàn thành|sơ kết|tổng kết|gắn|chủ trì|không|cấp|cung cấp|kiểm tra|lập|mời|chuẩn bị|"
    r"hướng dẫn|tham mưu|ban hành|hoàn thiện|khắc phục|giải quyết|thúc đẩy|cụ thể hóa|công bố|gửi|trình|bàn giao|"
    r"xử lý|đánh giá|mở|ưu tiên|dành|đưa|lấy|chọn|giữ|đẩy nhanh|tập hợp|thu thập|thành lập|phát động|phân công|"
    r"theo dõi|lưu ý|tháo gỡ|cùng|sẽ|nhanh chóng|quyết liệt|tích cực|kịp thời|tính toán|cân nhắc|bổ sung|điều chỉnh|"
    r"công khai|quản lý)(?!\w)"
)
_JOINING = re.compile(
    r"(?<!\w)(?:lồng ghép|lồng gắn|gắn|kết hợp|đi đôi|đồng thời|song song)(?:\s(?:chặt chẽ|liền))?\svới(?!\w)"
)
_FIRST = re.compile(r"(?<!\w)(?:lồng ghép|lồng gắn|gắn|kết hợp)(?!\w)")
_SECOND = re.compile(r"(?<!\w)với(?!\w)")
_ALREADY = re.compile(r"(?<!\w)với\s$")


def find_statements(
    document: Document,
    people: People,
    events: Sequence[EventMention],
    legal: Sequence[LegalMention],
    programmes: Sequence[ProgrammeMention],
) -> tuple[StatementMention, ...]:
    """Find what named persons say in the report, in the order of the text."""
    targets = _targets(legal, programmes)
    starts = [span.start for _, span in targets]
    found = []
    acts = [a for a in find_acts(document, people) if document.kind_at(a.verb.start) not in ("title", "heading")]
    for number, act in enumerate(acts):
        if document.lowered.startswith(_EMPTY, act.verb.start):
            continue
        text = _said(document, act, acts[number + 1] if number + 1 < len(acts) else None)
        if text is None:
            continue
        name = people.persons[act.occurrence.person].name
        first, last = bisect_left(starts, text.start), bisect_left(starts, text.end)
        inside = [(t, s) for t, s in targets[first:last] if s.end <= text.end]
        whole = Span(min(act.occurrence.span.start, text.start), max(text.end, act.verb.end))
        derived = "direct" if act.occurrence.kind == "full" else "coreference"
        found.append(
            StatementMention(
                speaker=name,
                act=act.act,
                text=text,
                evidence=(Evidence(whole, f"statement.{act.rule}", derived),),
                event=_event(events, name, act),
                addressee=_addressee(document, act),
                refers_to=tuple(dict.fromkeys(t for t, _ in inside)),
                joined=_joined(document, text, inside),
            )
        )
    return tuple(found)


def _targets(legal: Sequence[LegalMention], programmes: Sequence[ProgrammeMention]) -> list[tuple[str, Span]]:
    found = [(f"legal:{i}", e.span) for i, mention in enumerate(legal) for e in mention.evidence]
    found += [(f"programme:{i}", e.span) for i, mention in enumerate(programmes) for e in mention.evidence]
    return sorted(found, key=lambda t: t[1])


def _said(document: Document, act: Act, following: Act | None) -> Span | None:
    """The stretch that is said: after the verb to the next one or the sentence's end, or the quotation before."""
    lowered = document.lowered
    end = act.sentence.end
    if following and following.sentence == act.sentence and following.verb.start > act.verb.end:
        end = (
            min(following.occurrence.span.start, following.verb.start)
            if following.rule == "subject"
            else following.verb.start
        )
        end = max(end, act.verb.end)
    # "Theo ông A, …": what is said stands after the name.
    start = act.occurrence.span.end if act.rule == "according" else act.verb.end
    quote = lowered[start:end].count('"')
    while start < end and lowered[start] in (' ,:-"' if quote == 2 else " ,:-"):
        start += 1
    while end > start and lowered[end - 1] in (' .,;/"' if quote == 2 else " .,;/"):
        end -= 1
    if _POINTS_BACK.match(lowered, start):
        return None
    if end - start >= 8:
        return Span(start, end)
    before = last_mark(document.folded, act.sentence.start, act.occurrence.span.start)
    opened = lowered.find('"', act.sentence.start, before) if before > 0 else -1
    if before > 0:
        begin = opened + 1 if opened >= 0 else act.sentence.start
        return Span(begin, before) if before - begin >= 8 else None
    return None


# "nhấn mạnh như vậy tại hội nghị": what is said stands in sentences before.
_POINTS_BACK = re.compile(
    r"(?:như (?:vậy|trên|thế)|điều (?:này|đó|trên)|(?:tại|trong) (?:hội nghị|cuộc|buổi|phiên|lễ)|nội dung này)(?!\w)"
)


def _event(events: Sequence[EventMention], name: str, act: Act) -> str | None:
    """The gathering where it was said: the one whose roles rest on these words, or the speaker's only one."""
    here = [e for e in events if any(r.person == name for r in e.roles)]
    for event in here:
        for role in event.roles:
            if role.person == name and any(
                e.span.start <= act.verb.start and act.verb.end <= e.span.end for e in role.evidence
            ):
                return event.id
    spoke = [e for e in here if any(r.person == name and r.role != "attend" for r in e.roles)]
    return spoke[0].id if len(spoke) == 1 and len(events) == 1 else None


def _addressee(document: Document, act: Act) -> str | None:
    """Whom the words ask, thank or praise, as full as the report lets one say it; None if that is not said."""
    if act.act not in _ADDRESSED:
        return None
    start = act.verb.end + 1
    folded, lowered = document.folded, document.lowered
    cut = slice(start, min(act.sentence.end, start + 220))
    listed = lowered.find("các ", start, start + 64) >= 0
    collective = _COLLECTIVE.match(lowered, start, cut.stop) if listed else None
    if collective and not _VERB_AFTER.search(lowered, start, collective.start(1)):
        return " ".join(document.text[start : collective.end()].split())
    body = body_at(folded[cut], lowered[cut], 0) if folded[start : start + 1].isalpha() else None
    verb = _VERB_AFTER.search(lowered, start, start + body.end) if body else None
    if body and any(c.isdigit() for c in folded[cut][: body.end]):
        body = None
    if body and verb:
        return complete_body(" ".join(document.text[start : verb.start()].split()), document, start)[0]
    if body and (folded[cut][: body.end] != folded[cut][: body.end].lower()) and _ends(lowered, start + body.end):
        words = " ".join(document.text[start : start + body.end].split())
        return complete_body(words, document, start)[0]
    group = _GROUP.match(lowered, start, min(act.sentence.end, start + 220))
    return " ".join(document.text[start : group.end()].split()) if group and group.end() - start > 3 else None


# A collective ends its addressee: what follows is what is asked of it.
_COLLECTIVE = re.compile(
    r"[^.;:\n]{0,60}?(?<!\w)(các cấp(?! (?:ủy|bộ|hội|chính quyền))|"
    r"các địa phương|các đơn vị(?:, (?:các )?địa phương)?|các ngành|"
    r"các sở, (?:ban, )?ngành|các bộ, (?:ban, )?ngành)(?:, (?:các )?(?:ngành|đoàn thể|địa phương|đơn vị))*(?!\w)"
)


def _ends(lowered: str, at: int) -> bool:
    return bool(_VERB_AFTER.match(lowered, at)) or lowered[at : at + 1] in ("", ",", ".", ";", ":")


def _joined(document: Document, text: Span, inside: Sequence[tuple[str, Span]]) -> tuple[tuple[str, str], ...]:
    """Pairs that are to be done together: "A lồng ghép với B", "gắn A với B"."""
    found = []
    lowered = document.lowered
    inside = [(id, span) for id, span in inside if not _in_a_title(lowered, text, span)]
    for (left, one), (right, other) in zip(inside, inside[1:], strict=False):
        if left == right or one.end > other.start:
            continue
        between = lowered[one.end : other.start]
        before = lowered[max(text.start, one.start - 80) : one.start]
        if _JOINING.search(between) or (
            _FIRST.search(before) and not _ALREADY.search(before) and _SECOND.search(between)
        ):
            found.append((left, right))
    return tuple(dict.fromkeys(found))


def _in_a_title(lowered: str, text: Span, span: Span) -> bool:
    """Tell whether `span` is a part of a longer quotation: the quoted title of a document that names it."""
    if lowered.count('"', text.start, span.start) % 2 == 0:
        return False
    opened, closed = lowered.rfind('"', text.start, span.start), lowered.find('"', span.end, text.end)
    return closed > 0 and (closed - opened) - (span.end - span.start) > _LONGER


_LONGER = 15  # characters of a quotation beyond the name in it: “phong trào Toàn dân …” is a name, not a title
