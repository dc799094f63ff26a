"""Named programmes, schemes, plans, movements and models ("phong trào “…”", "Đề án 106", "mô hình “…”").

A name is what stands in quotes after a kind word (and in further quotes of the same list), a name known
to every report of the genre, or a phrase that begins like a title and ends before the next clause.
"""

import re
from collections.abc import Iterator
from functools import cache

from graph.grammar.initiatives.programme_ends import privately
from graph.grammar.initiatives.programme_merge import Found, merged, named_by_number
from graph.grammar.initiatives.programme_names import known, unquoted
from graph.grammar.initiatives.programme_projects import routes
from graph.grammar.text.document import READABLE, Document
from graph.grammar.text.normal import LOWER, UPPER
from graph.grammar.text.scan import Finder
from graph.mention import LegalMention, ProgrammeMention, Span
from ontology.vocabulary import scheme

# Kinds of the scheme that the contract knows under a wider name.
_WIDER = {"campaign": "movement", "pilot": "model", "project": "scheme"}
_NATIONAL = "mục tiêu quốc gia"
# Kind words that are the first words of the name: "Ngày hội …", "Tháng hành động …".
_DAYS = ("ngày hội", "tháng hành động", "tháng cao điểm", "tuần lễ", "quy hoạch")
_OPEN = re.compile(
    r"(?: (?:số \d{1,3}|\d{1,2}|thi đua|điểm|thí điểm|xây dựng|thực hiện|tiêu biểu|mới|hay|tốt|hiệu quả|mang tên|"
    r"có tên|tên|gồm|là|về|"
    r"của tỉnh|yêu nước|lớn"
    r"|thiết thực|điển hình|đồng hành|trọng tâm|trọng điểm|đột phá|nhánh|"
    r"phối hợp|hành động(?: cách mạng)?|mục tiêu|mục tiêu quốc gia|quốc gia|phong trào|"
    r"cuộc vận động|mô hình|"
    r"như|sau|với tên gọi)){0,12}"
    r"(?:(?: giai đoạn (?:19|20)\d\d ?- ?(?:19|20)\d\d| năm (?:19|20)\d\d)? (?:với|theo) (?:chủ đề|tên gọi|khẩu hiệu))?"
    r" ?:? ?(?=[\"'])"
)
# The quotation is the whole name, kind word and all: "Tháng cao điểm diệt bọ gậy, dọn ao".
_WHOLE = re.compile(r"\"(?P<name>[^\"\n]{8,160}?) ?\"")
_BROADCAST = re.compile(r"\"? của (?:đài|kênh|hãng|tờ|báo|tạp chí|truyền hình)(?!\w)")
# The mark that closes it may be missing at the end of a line.
_QUOTE = re.compile(
    r"(?:\"|'(?=[^'\n]{4,160}[\"'])) ?(?:(?P<name>[^\"\n]{2,160}?) ?(?:\"|'(?=[\s,.;)]|$))"
    rf"|(?P<open>[{UPPER}][^\"\r\n.]{{20,120}})(?=\r?\n))"
)
# What kind of model it is, before its name: "mô hình nuôi tôm “Ao sạch bền vững”".
_DESCRIBED = re.compile(
    rf"(?: (?!(?:là|như|của|và|theo|được|với|do|gắn|có|nói|này|trong|để|cho|về)(?!\w))[{LOWER}]+){{1,4}} "
    r"(?=\"\w+ \w+,? \w+[^\"\n]{2,80}\")|[^,.;:\"\n]{3,50}? với (?:chủ đề|tên gọi|khẩu hiệu) ?:? ?(?=\"\w+ )"
)
_NEXT = re.compile(
    r"(?: (?:của|cấp|ở|tại|do|cho) [^\".\n]{2,110}?)?(?: ?\([^)\n]{2,20}\))?(?:(?: ?[,;]| ?;| và| với| hay| cùng|"
    r" và \d+)(?: và| với| các)?"
    r"(?: \d[\d.]* )?) ?(?=\")"
)
_PERIOD = re.compile(
    r"\"?(?: \([^()\d]{2,12}\))?,? ?\(?(?:giai đoạn|nhiệm kỳ|thời kỳ)?(?: ?từ)?(?: năm)? ?(?P<from>(?:19|"
    r"20)\d\d) ?(?:-|đến|đến năm) ?(?P<to>(?:19|20)\d\d)\)?"
)
_COUNTED = re.compile(
    r"(?P<count>\d(?<![\w.,]\d)[\d.]*) (?P<kind>mô hình|câu lạc bộ|tổ tự quản|tổ liên gia|"
    r"đội tự quản) (?P<name>[^\d.,;:()\"\n][^.;:()\"\n]{8,90}?)(?=[;.\n])"
)
_MODELS = ("mô hình", "câu lạc bộ", "tổ tự quản", "tổ liên gia", "đội tự quản")
_NAMED_YEAR = re.compile(
    rf"(?<![^\s\"(])(?P<name>Năm (?:[{UPPER}][{LOWER}]+ [{LOWER}]+|(?:đoàn kết|hữu nghị|an toàn|du lịch|thanh niên|"
    rf"dân vận|hợp tác|văn hóa|"
    rf"chéo)(?: [{LOWER}]+)?)(?: (?!nay|qua|này|được|đã|có|của|và|trong)[{LOWER}{UPPER}]+|"
    rf" -){{0,6}}(?:, [{UPPER}][{LOWER}]+ - [{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+)?"
    rf"(?: (?:19|20)\d\d| (?:[{UPPER}][{LOWER}]+ ){{1,2}}- (?:[{UPPER}][{LOWER}]+ ?){{1,2}}(?:19|20)?\d*))"
)
# A year of something, called by its theme, in quotes: "Năm Nước sạch 2031: Giữ nguồn", "Năm du lịch … 2031 - …".
_THEMED_YEAR = re.compile(
    rf"\"(?P<name>Năm [{UPPER}{LOWER}][^\"\n.;:]{{2,60}}? (?:19|20)\d\d(?: -|:) [{UPPER}][^\"\n.;:]{{8,110}}?) ?\""
)
_NAMED_DAY = re.compile(r"\"(?P<name>Ngày (?!\d)[^\"\n.;:]{8,80}?) ?\"")
_HELD = re.compile(r"(?:triển khai|tổ chức|hưởng ứng|phát động|ra quân|thực hiện|duy trì|mở|lễ|mít tinh) $")
_LISTED = re.compile(r"[^.;:\"\n]{0,40}?(?: như ?:| như| là ?:| gồm ?:|:) ?(?=[A-ZĐÁÀÂĂÊÔƠƯ])")
_ITEM_END = re.compile(  # the end of such a list
    r"(?: ?\.\.\.| ?…|[.;:\n]| (?:được|đã|đang|phát huy|hoạt động|góp phần|do|của|nhằm|với)(?!\w))"
)


def find_programmes(document: Document, legal: tuple[LegalMention, ...] = ()) -> tuple[ProgrammeMention, ...]:
    """Find the named programmes of a report; numbered schemes and coordination programmes come from `legal`."""
    found = [*_numbered(document, legal)]
    taken = 0
    for at, needle in _finder().hits(document):
        if document.kind_at(at) not in READABLE or at < taken:
            continue
        for item in _named(document, needle, at):
            found.append(item)
            taken = max(taken, item.span.end)
    found += _counted(document)
    found += _years(document)
    found += _named_days(document)
    return merged(named_by_number(document, sorted(found, key=lambda item: item.span)))


@cache
def _days() -> frozenset[str]:
    """Days and months of the year that are known by their whole name."""
    forms = (form.lower() for concept in scheme("initiative-name") for form in concept.forms)
    return frozenset(form for form in forms if form.startswith(("ngày ", "tháng ")) and not form.startswith("ngày hội"))


@cache
def _needles() -> dict[str, str]:
    """Map the kind words to the contract's kinds."""
    return {
        form.lower(): _WIDER.get(concept.id, concept.id)
        for concept in scheme("initiative-kind")
        for form in concept.forms
    } | dict.fromkeys(_days(), "movement")


@cache
def _finder() -> Finder:
    return Finder(_needles())


def _numbered(document: Document, legal: tuple[LegalMention, ...]) -> Iterator[Found]:
    for mention in legal:
        if mention.type not in ("Đề án", "Chương trình phối hợp") or not mention.evidence:
            continue
        partners: tuple[str, ...] = ()
        if mention.type == "Đề án":
            kind, name = "scheme", mention.title or mention.number or ""
        else:
            kind, name = "programme", mention.title or ""
            if not name and mention.issuer and " và " in mention.issuer:
                name = f"phối hợp giữa {mention.issuer}"
                partners = tuple(part.strip() for part in mention.issuer.split(" và ", 1))
        span = mention.evidence[0].span
        period = _period(document.lowered, span.end)
        if name:
            yield Found(kind, name, span, "programme.numbered", period[0], partners)


def _named_days(document: Document) -> Iterator[Found]:
    """Days and weeks that a place holds under a name of their own: "tổ chức “Ngày vì bến sông sạch”"."""
    for at in _word_starts(document.folded, '"Ngày '):
        match = _NAMED_DAY.match(document.folded, at)
        held = match and _HELD.search(document.lowered, max(0, at - 16), at)
        if match and held and document.kind_at(at) in READABLE:
            yield _item(document, "movement", at, *match.span("name"), "programme.quoted", match.end())


def _named(document: Document, needle: str, start: int) -> Iterator[Found]:
    folded, lowered = document.folded, document.lowered
    kind, at = _needles()[needle], start + len(needle)
    if needle in _days():
        own = folded[start:at].split(" ", 1)[-1]
        if folded[start].isupper() or own[:1].isupper() or folded[start - 1 : start] == '"':
            yield _item(document, kind, start, start, at, "programme.known")
        return
    sentence = document.sentence_at(start)
    end = sentence.end if sentence else at
    whole = _WHOLE.match(folded, start - 1, end) if needle in _DAYS and start else None
    if whole and (needle != "quy hoạch" or (folded[start].isupper() and whole["name"].count(" ") >= 4)):
        yield _item(document, kind, start, *whole.span("name"), "programme.quoted")
        return
    opening = _OPEN.match(lowered, at, end)
    if opening:
        yield from _quoted(document, kind, start, opening.end(), end, needle)
        return
    described = _DESCRIBED.match(lowered, at, end) if kind in ("model", "movement") else None
    if described and folded[described.end() + 1].isupper():
        yield from _quoted(document, kind, start, described.end(), end, needle)
        return
    if lowered.endswith(("cục xây dựng ", "vụ xây dựng "), 0, start):
        return
    familiar = known().match(lowered, at + 1, end) if kind != "plan" and lowered[at : at + 1] == " " else None
    if familiar:
        # "Ngày hội Toàn dân …" is the name of the day; "phong trào" only says what kind it is.
        begin = start if needle in _DAYS else familiar.start("name")
        if needle.endswith(_NATIONAL):
            begin = at - len(_NATIONAL)
        yield _item(document, kind, start, begin, familiar.end("name"), "programme.known")
        return
    if kind == "model" and needle == "mô hình":
        listed = _LISTED.match(folded, at, end)
        if listed:
            yield from _items(document, kind, start, listed.end(), end)
            return
    if needle == "dự án":
        for route in routes(folded, lowered, at, end):
            yield _item(document, kind, route.start, route.start, route.end, "programme.route")
    name = unquoted(document, needle, at, end)
    if name and not privately(folded, name.start, name.end):
        begin = start if needle in _DAYS else name.start
        yield _item(document, kind, start, begin, name.end, "programme.titled")


def _quoted(document: Document, kind: str, start: int, at: int, end: int, needle: str) -> Iterator[Found]:
    """All quotes of a list that one kind word heads."""
    first = True
    lowered_before = document.lowered[max(0, at - 5) : at]
    while True:
        quote = _QUOTE.match(document.folded, at, end + len("\r\n"))
        example = lowered_before.endswith("như ") and kind in ("scheme", "programme", "plan")
        if quote and needle == "chương trình" and _BROADCAST.match(document.lowered, quote.end(), end):
            return
        if not quote or example or _closing(document, at) or not _quotable(quote["name"] or quote["open"], needle):
            return
        begin = start if first else quote.start()
        if needle in _DAYS and first:
            return
        yield _item(
            document, kind, begin, *quote.span("name" if quote["name"] else "open"), "programme.quoted", quote.end()
        )
        more = _NEXT.match(document.lowered, quote.end(), end)
        if not more:
            return
        first, at = False, more.end()


def _quotable(name: str, needle: str) -> bool:
    """Plans and projects are also quoted for irony ("kế hoạch “giải cứu”"): their names are titles."""
    return needle in ("phong trào", "cuộc vận động", "mô hình", "câu lạc bộ", "đề án", "chương trình", "thí điểm") or (
        name[0].isupper() and name.count(" ") >= 2
    )


def _closing(document: Document, at: int) -> bool:
    """Does the quotation mark at `at` close a quotation that was opened before?"""
    if document.text[at] in "“«‘" or document.folded[at] == "'":
        return False
    line = document.line_at(at)
    return document.text[at] in "”»" or (line is not None and document.folded.count('"', line.span.start, at) % 2 == 1)


def _items(document: Document, kind: str, start: int, at: int, end: int) -> Iterator[Found]:
    """Names in a list without quotes: "các mô hình như: Tổ liên gia tự quản, Dòng họ hiếu học …"."""
    stop = _ITEM_END.search(document.lowered, at, end)
    parts, cursor = [], at
    for part in re.split(r", ", document.folded[at : stop.start() if stop else end]):
        begin = document.folded.find(part, cursor)
        cursor = begin + len(part)
        if 2 <= len(part.split()) <= 12:
            parts.append((begin, cursor))
    capitals = sum(document.folded[b].isupper() for b, _ in parts)
    if len(parts) >= 2 and capitals * 2 > len(parts):
        for index, (begin, stop_at) in enumerate(parts):
            yield _item(document, kind, begin if index else start, begin, stop_at, "programme.listed")


def _years(document: Document) -> Iterator[Found]:
    """Years with a name: "Năm Dân vận chính quyền 2018", "Năm đoàn kết hữu nghị …"."""
    folded = document.folded
    for at in _word_starts(folded, "Năm "):
        match = _THEMED_YEAR.match(folded, at - 1) if folded[at - 1 : at] == '"' else None
        match = match or _NAMED_YEAR.match(folded, at)
        if match is None:
            continue
        if document.kind_at(match.start()) in READABLE:
            yield _item(document, "movement", match.start(), *match.span("name"), "programme.year")


def _word_starts(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _counted(document: Document) -> Iterator[Found]:
    """Kinds of models counted one after another: "167 mô hình A; 195 câu lạc bộ B; 17 mô hình C"."""
    if sum(document.lowered.count(word) for word in _MODELS) < 2:
        return
    matches = [m for m in _COUNTED.finditer(document.lowered) if document.kind_at(m.start()) in READABLE]
    for index, match in enumerate(matches):
        beside = matches[max(0, index - 1) : index] + matches[index + 1 : index + 2]
        if any(0 <= max(m.start(), match.start()) - min(m.end(), match.end()) <= 4 for m in beside):
            yield _item(document, "model", match.start("kind"), *match.span("name"), "programme.counted")


def _item(
    document: Document, kind: str, start: int, begin: int, end: int, rule: str, after: int | None = None
) -> Found:
    name = re.sub(r" (?:và|như|hoặc)$", "", " ".join(document.text[begin:end].split()).strip(" ,;:.-"))
    period = _period(document.lowered, after or end)
    inner = re.search(
        r",?(?: giai đoạn| thời kỳ|(?: từ)?(?<!\d) năm| từ)? ((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)$", name
    )
    if inner and inner.start() > len("10 năm"):  # "kế hoạch 5 năm 2031-2035" has no other name
        name = name[: inner.start()]
    return Found(
        kind, name, Span(start, after or end), rule, period[0] or (f"{inner[1]}-{inner[2]}" if inner else None)
    )


def _period(lowered: str, at: int) -> tuple[str | None, int]:
    match = _PERIOD.match(lowered, at)
    if match and int(match["from"]) < int(match["to"]) <= int(match["from"]) + 60:
        return f"{match['from']}-{match['to']}", match.end()
    return None, at
