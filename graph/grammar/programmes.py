"""Named programmes, schemes, plans, movements and models ("phong trào “…”", "Đề án 106", "mô hình “…”").

A name is what stands in quotes after a kind word (and in further quotes of the same list), a name known
to every report of the genre, or a phrase that begins like a title and ends before the next clause.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from graph.grammar.document import READABLE, Document
from graph.grammar.normal import LOWER, UPPER, fold, lower
from graph.grammar.programme_names import known, unquoted
from graph.grammar.scan import Finder
from graph.mention import Evidence, LegalMention, ProgrammeMention, Span
from ontology.vocabulary import scheme

# Kinds of the scheme that the contract knows under a wider name.
_WIDER = {"campaign": "movement", "pilot": "model"}
_NATIONAL = "mục tiêu quốc gia"
# Kind words that are the first words of the name: "Ngày hội …", "Tháng hành động …".
_DAYS = ("ngày hội", "tháng hành động", "tháng cao điểm", "tuần lễ", "quy hoạch")
_OPEN = re.compile(
    r"(?: (?:số \d{1,3}|\d{1,2}|thi đua|điểm|thí điểm|xây dựng|thực hiện|tiêu biểu|mới|hay|tốt|hiệu quả|mang tên|"
    r"có tên|tên|gồm|là|về|"
    r"của tỉnh|yêu nước|lớn"
    r"|thiết thực|điển hình|phối hợp|hành động(?: cách mạng)?|mục tiêu|mục tiêu quốc gia|quốc gia|phong trào|"
    r"cuộc vận động|mô hình|"
    r"như|sau|với tên gọi))*"
    r"(?:(?: giai đoạn (?:19|20)\d\d ?- ?(?:19|20)\d\d| năm (?:19|20)\d\d)? (?:với|theo) (?:chủ đề|tên gọi|khẩu hiệu))?"
    r" ?:? ?(?=[\"'])"
)
# The quotation is the whole name, kind word and all: "Tháng cao điểm diệt bọ gậy, dọn ao".
_WHOLE = re.compile(r"\"(?P<name>[^\"\n]{8,160}?) ?\"")
_BROADCAST = re.compile(r"\"? của (?:đài|kênh|hãng|tờ|báo|tạp chí|truyền hình)(?!\w)")
_QUOTE = re.compile(r"(?:\"|'(?=[^'\n]{4,160}[\"'])) ?(?P<name>[^\"\n]{2,160}?) ?(?:\"|'(?=[\s,.;)]|$))")
# What kind of model it is, before its name: "mô hình nuôi tôm “Ao sạch bền vững”".
_DESCRIBED = re.compile(
    rf"(?: (?!(?:là|như|của|và|theo|được|với|do|gắn|có|nói|này|trong|để|cho|về)(?!\w))[{LOWER}]+){{1,4}} "
    r"(?=\"\w+ \w+ \w+[^\"\n]{2,80}\")|[^,.;:\"\n]{3,50}? với (?:chủ đề|tên gọi|khẩu hiệu) ?:? ?(?=\"\w+ )"
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
    r"(?<![\w.,])(?P<count>\d[\d.]*) (?P<kind>mô hình|câu lạc bộ|tổ tự quản|tổ liên gia|"
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
_SAME = re.compile(r"[^.;()\n]{0,60}\((?:gọi tắt là )?")
_LISTED = re.compile(r"[^.;:\"\n]{0,40}?(?: như ?:| như| là ?:| gồm ?:|:) ?(?=[A-ZĐÁÀÂĂÊÔƠƯ])")
_ITEM_END = re.compile(  # the end of such a list
    r"(?: ?\.\.\.| ?…|[.;:\n]| (?:được|đã|đang|phát huy|hoạt động|góp phần|do|của|nhằm|với)(?!\w))"
)
# Shorter writings of one movement.
_SHORT = re.compile(r"^(?:toàn dân )?bảo vệ (?:an ninh tổ quốc|antq|an ninh trật tự|antt)$")


@dataclass(frozen=True, slots=True)
class _Found:
    """A name at a place; `span` runs from the kind word to the end of the name."""

    kind: str
    name: str
    span: Span
    rule: str
    period: str | None = None
    partners: tuple[str, ...] = ()


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
    return _merged(_named_by_number(document, sorted(found, key=lambda item: item.span)))


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


def _numbered(document: Document, legal: tuple[LegalMention, ...]) -> Iterator[_Found]:
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
            yield _Found(kind, name, span, "programme.numbered", period[0], partners)


def _named(document: Document, needle: str, start: int) -> Iterator[_Found]:
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
    name = unquoted(document, needle, at, end)
    if name:
        begin = start if needle in _DAYS else name.start
        yield _item(document, kind, start, begin, name.end, "programme.titled")


def _quoted(document: Document, kind: str, start: int, at: int, end: int, needle: str) -> Iterator[_Found]:
    """All quotes of a list that one kind word heads."""
    first = True
    lowered_before = document.lowered[max(0, at - 5) : at]
    while True:
        quote = _QUOTE.match(document.folded, at, end + 1)
        example = lowered_before.endswith("như ") and kind in ("scheme", "programme", "plan")
        if quote and needle == "chương trình" and _BROADCAST.match(document.lowered, quote.end(), end):
            return
        if not quote or example or _closing(document, at) or not _quotable(quote["name"], needle):
            return
        begin = start if first else quote.start()
        if needle in _DAYS and first:
            return
        yield _item(document, kind, begin, *quote.span("name"), "programme.quoted", quote.end())
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


def _items(document: Document, kind: str, start: int, at: int, end: int) -> Iterator[_Found]:
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


def _years(document: Document) -> Iterator[_Found]:
    """Years with a name: "Năm Dân vận chính quyền 2018", "Năm đoàn kết hữu nghị …"."""
    starts = _word_starts(document.folded, "Năm ")
    for match in filter(None, (_NAMED_YEAR.match(document.folded, at) for at in starts)):
        if document.kind_at(match.start()) in READABLE:
            yield _item(document, "movement", match.start(), *match.span("name"), "programme.year")


def _word_starts(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _counted(document: Document) -> Iterator[_Found]:
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
) -> _Found:
    name = re.sub(r" (?:và|như|hoặc)$", "", " ".join(document.text[begin:end].split()).strip(" ,;:.-"))
    period = _period(document.lowered, after or end)
    inner = re.search(r",?(?: giai đoạn| thời kỳ)? ((?:19|20)\d\d) ?[-–] ?((?:19|20)\d\d)$", name)
    if inner:
        name = name[: inner.start()]
    return _Found(
        kind, name, Span(start, after or end), rule, period[0] or (f"{inner[1]}-{inner[2]}" if inner else None)
    )


def _period(lowered: str, at: int) -> tuple[str | None, int]:
    match = _PERIOD.match(lowered, at)
    if match and int(match["from"]) < int(match["to"]) <= int(match["from"]) + 60:
        return f"{match['from']}-{match['to']}", match.end()
    return None, at


def _key(name: str) -> str:
    name = _SHORT.sub("toàn dân bảo vệ an ninh tổ quốc", name.lower())
    key = (
        name.lower()
        .replace("antq", "an ninh tổ quốc")
        .replace("antt", "an ninh trật tự")
        .replace("an ninh, trật tự", "an ninh trật tự")
    )
    return " ".join(re.sub(r"[^\w\s]", " ", key).split())


def _merged(found: list[_Found]) -> tuple[ProgrammeMention, ...]:
    """One entry per name; the fullest writing of it stands, in the order of first mention."""
    groups: list[list[_Found]] = []
    keys: list[list[str]] = []
    for item in found:
        words = _key(item.name).split()
        if not words or len(item.name) < 2:
            continue
        for group, key in zip(groups, keys, strict=True):
            if _same_name(item, words, group[0], key):
                group.append(item)
                if len(words) > len(key):
                    key[:] = words
                break
        else:
            groups.append([item])
            keys.append(words)
    mentions = []
    for group in groups:
        best = max(group, key=_fullness)
        mentions.append(
            ProgrammeMention(
                kind=best.kind,
                name=best.name,
                evidence=tuple(Evidence(item.span, item.rule) for item in group),
                period=next((item.period for item in group if item.period), None),
                partners=next((item.partners for item in group if item.partners), ()),
            )
        )
    return tuple(mentions)


def _same_name(item: _Found, words: list[str], other: _Found, key: list[str]) -> bool:
    """Are these two writings of one name? Plans of different years are different plans."""
    a, b = set(words), set(key)
    yearly = item.rule == other.rule == "programme.year"
    if not yearly and _year(a) and _year(b) and _year(a) != _year(b):
        return False
    close = 2 * len(a & b) >= (0.85 if yearly else 0.9) * (len(a) + len(b))
    if other.kind != item.kind:
        return close
    # "kiểm soát quyền lực người đứng đầu" in a headline is "kiểm soát quyền lực, trách nhiệm người đứng đầu".
    titled = item.rule == other.rule == "programme.titled" and words[-2:] == key[-2:] and min(len(a), len(b)) >= 5
    return close or _extends(words, key) or (titled and (a <= b or b <= a)) or _one_initiative(words, key)


def _one_initiative(a: list[str], b: list[str]) -> bool:
    """Are these two names of one initiative of the whole country ("OCOP", "Mỗi xã một sản phẩm")?"""
    usual = _usual().get(" ".join(a))
    return usual is not None and usual == _usual().get(" ".join(b))


@cache
def _usual() -> dict[str, str]:
    return {_key(lower(fold(form))): concept.id for concept in scheme("initiative-name") for form in concept.forms}


def _year(words: set[str]) -> set[str]:
    return {word for word in words if len(word) == 4 and word.isdigit()}


def _named_by_number(document: Document, found: list[_Found]) -> list[_Found]:
    """In "đề án … giai đoạn 2013-2020 (Đề án 896)" the number is another name of the scheme before it."""
    kept: list[_Found] = []
    for item in found:
        before = kept[-1] if kept else None
        if (
            before
            and item.name.isdigit()
            and before.kind == item.kind
            and _SAME.fullmatch(document.lowered, before.span.end, item.span.start)
        ):
            item = replace(item, name=before.name)
        kept.append(item)
    return kept


def _fullness(item: _Found) -> tuple[int, bool, int]:
    """The longest name is the fullest; then the one in quotes, then the first."""
    return len(_key(item.name).split()), item.rule == "programme.quoted", -item.span.start


def _extends(a: list[str], b: list[str]) -> bool:
    """Is one name the beginning or the end of the other ("… đời sống văn hóa (ở khu dân cư)")?"""
    short, long = sorted((a, b), key=len)
    if len(short) >= 4 and long[: len(short)] == short:
        return True
    return len(short) == 3 and len(long) == 5 and long[2:] == short
