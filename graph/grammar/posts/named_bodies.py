"""Bodies and places that a report names though no other fact carries them.

Steering committees and councils are the bodies that matter: a report says what "Ban Chỉ đạo … tỉnh" did
without naming its head. Places are the administrative units that stand with their level ("huyện Cầu Kè").
"""

import re
from collections.abc import Collection, Iterable

from graph.grammar.bodies.organisations import body_at
from graph.grammar.bodies.places import provinces
from graph.grammar.posts.context import complete_body
from graph.grammar.text.document import READABLE, Document
from graph.grammar.text.normal import LOWER, UPPER
from graph.grammar.text.scan import Finder
from graph.mention import Evidence, NamedBody, Span

_HEADS = Finder(
    ("ban chỉ đạo", "ban chỉ huy", "tiểu ban", "tổ công tác", "hội đồng", "ban tổ chức", "ủy ban", "đoàn giám sát")
)
_LEVELS = Finder(("tỉnh", "thành phố", "tp", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"))
_NAME = re.compile(rf" (?P<name>[{UPPER}][{UPPER}{LOWER}']*(?:(?: - | )[{UPPER}][{UPPER}{LOWER}']*){{0,3}})")
_END = re.compile(
    r",? (?:giai đoạn|nhiệm kỳ|khóa [ivx\d]+|thường xuyên|tiếp tục|đã|đang|sẽ|do|cần|phải|nên|là|có|gồm|để|khi|vừa|"
    r"chuẩn bị|thành lập|túc trực|(?:cho )?biết|tuần|họp|chủ động|chủ yếu|cụ thể|hoàn thiện|tập trung|yêu cầu|đề nghị|"
    r"xem xét|quyết định|kiểm điểm|nhấn mạnh|truy bắt|ý kiến|theo dõi|báo cáo|tham mưu|ban hành|tổ chức|thảo luận|"
    r"thống nhất|khẳng định|đánh giá|chỉ rõ|nêu|cũng|rất|không|được|bị|trực tiếp|quán triệt|tăng cường|kịp thời|"
    r"rà soát|đôn đốc|hướng dẫn|này|đó|nói|nhận thấy|kết luận|công bố|trình|tiến hành|diễn ra|hôm|ngày|sáng|chiều|"
    r"phấn đấu|định kỳ|thống kê|chỉ đạo|về (?:tình hình|chủ trương|việc|các|những)|và (?:các|những))(?!\w)"
    r"| và \w+$"
)
_HANGING = re.compile(r"(?: (?:các|những|và|về|của|cho|với|tại|ở))+$")
_GENERIC = re.compile(r" các (?:cấp|huyện|tỉnh|xã|địa phương|quận|đơn vị|bộ|thành phố)(?!\w)")
# Words written with a capital that are no place names.
_NOT_NAMED = re.compile(r"(?:[Uu]ỷ|[Ủủ]y|Đoàn|Đảng|Ban|Bí|Chủ|Phó|Ông|Bà|Việt Nam$|Nguyễn|Trần|Lê|Phạm)(?!\w)")


def find_bodies(document: Document, carried: Iterable[str]) -> tuple[NamedBody, ...]:
    """Find committees and councils by name; those in `carried` (names in other facts) are left out."""
    known = {_key(name) for name in carried if name}
    found: dict[str, NamedBody] = {}
    for at, needle in _HEADS.hits(document):
        if document.kind_at(at) not in READABLE or document.folded[at - 1 : at] == '"':
            continue
        body = body_at(document.folded, document.lowered, at)
        line = document.line_at(at)
        if body is None or line is None or body.end > line.span.end or body.end - at <= len(needle) + 3:
            continue
        stop = _END.search(document.lowered, at + len(needle), body.end)
        end = stop.start() if stop else body.end
        hanging = _HANGING.search(document.lowered, at, end)
        end = hanging.start() if hanging else end
        if end - at <= len(needle) + 3:
            continue
        written = " ".join(document.text[at:end].split())
        if not _is_name(written, needle) or _GENERIC.search(document.lowered, at, body.end):
            continue
        name, context = complete_body(written, document, at)
        key = _key(name)
        if any(_key(written) in name or key in name for name in known):
            continue
        evidence = Evidence(Span(at, end), "body", "context" if context else "direct")
        before = found.get(key)
        found[key] = NamedBody(before.name if before else name, (*(before.evidence if before else ()), evidence))
    return tuple(found.values())


def find_places(document: Document, persons: Collection[str] = ()) -> tuple[NamedBody, ...]:
    """Find the administrative units that stand with their level, in the order of the text.

    After "Phó Chủ tịch UBND tỉnh" a name in `persons` is no place.
    """
    people = {_key(name) for name in persons}
    found: dict[str, NamedBody] = {}
    for at, level in _LEVELS.hits(document):
        dot = level == "tp" and document.folded[at + 2 : at + 3] == "."
        match = _NAME.match(document.folded, at + len(level) + dot)
        if not match or document.kind_at(at) not in READABLE or _NOT_NAMED.match(match["name"]):
            continue
        if _key(match["name"]) in people or (level == "tỉnh" and _key(match["name"]) not in provinces()):
            continue
        name = " ".join(document.text[at : match.end()].split())
        key = _key(name).replace("tp. ", "thành phố ").replace("tp ", "thành phố ")
        evidence = Evidence(Span(at, match.end()), "place")
        before = found.get(key)
        found[key] = NamedBody(before.name if before else name, (*(before.evidence if before else ()), evidence))
    return tuple(found.values())


def _is_name(written: str, needle: str) -> bool:
    """A name has a capital after its first words, or is long enough to say what the committee is for."""
    rest = written[len(needle) :].split()
    return bool(written[0].isupper() and rest) and (len(rest) >= 3 or any(word[0].isupper() for word in rest))


def _key(name: str) -> str:
    return " ".join(name.lower().replace("uỷ", "ủy").replace(",", " ").split())
