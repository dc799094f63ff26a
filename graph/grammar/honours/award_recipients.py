"""Who is given an honour: counted groups, persons and bodies by name."""

import re
from dataclasses import dataclass

from graph.grammar.bodies.organisations import body_at
from graph.grammar.honours.awarders import awarder_after, near
from graph.grammar.people.persons import Occurrence, People
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER
from graph.grammar.text.numbers import count
from graph.mention import Evidence, Span
from graph.span import span_of

_COLLECTIVE = (
    r"tập thể|đơn vị|địa phương|tổ chức|cơ quan|chi hội|chi đoàn|chi bộ|câu lạc bộ|mô hình|công an (?:xã|phường|"
    r"huyện|đơn vị)|xã, phường|xã|phường|"
    r"huyện|thôn|khu dân cư|nhà trường|trường|doanh nghiệp|tổ|ban|cụm|khối|sở, ngành|đoàn thanh niên|đoàn|công đoàn|"
    r"hội|hợp tác xã|phòng|nhóm|đội|trạm|ấp|bản|buôn|khóm|khu phố|tổ dân phố|dòng họ|cơ sở|ban ngành|chùa|trung tâm"
)
_INDIVIDUAL = (
    r"cá nhân|đồng chí|đ/c|cán bộ,? chiến (?:sĩ|sỹ)|cán bộ|chiến (?:sĩ|sỹ)|hội viên|đảng viên|đoàn viên|người|"
    r"học sinh|sinh viên|gương|nông dân|"
    r"thanh niên|công dân|người dân|đại biểu|nhà giáo|giáo viên|công nhân|phụ nữ|ông, bà|vị|tác giả|điển hình|"
    r"quần chúng|thành viên|cộng tác viên|tình nguyện viên|tuyên truyền viên|hòa giải viên|vận động viên|thí sinh|"
    r"người có uy tín|công chức|viên chức|người lao động|lao động|dân quân"
)
# Words that also stand before a name: "và già làng Y Thông" is no class.
_TITLED = r"già làng|trưởng (?:thôn|bản|ấp|buôn)|bí thư chi bộ|nghệ nhân|nghệ sĩ|bác sĩ|em(?! gái)|cháu"
_FAMILY = r"hộ gia đình|gia đình|hộ"
_NUMBER = r"(?P<{0}>\d{{1,3}}(?:\.\d{{3}})*|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|các|những|nhiều|một số)"
# "hội viên", "kiểm lâm viên": people before the bodies that they belong to.
_MEMBER = r"(?:[^\W\d_]+ ){1,2}viên(?! (?:chức|phấn))"
_KIND = rf"(?:{_INDIVIDUAL}|{_COLLECTIVE}|{_FAMILY}|{_MEMBER})"
_GROUP = re.compile(
    rf"(?:(?:cho|tặng|tới|đến|là) )?(?:trên |hơn |gần |tổng số |tổng cộng |"
    rf"đại diện (?:cho )?)?{_NUMBER.format('n')} (?:lượt )?(?P<kind>{_KIND}|{_TITLED})(?!\w)"
    rf"(?P<also>(?:,| và| và các|, các|/|) (?:các )?{_KIND}(?!\w))?"
)
_BARE_GROUP = re.compile(
    rf"(?P<kind>{_COLLECTIVE}|{_INDIVIDUAL})(?!\w)(?P<also>(?:,| và| và các|, các|"
    rf") {_KIND}(?!\w))?"
)
_AND = re.compile(
    r"(?: (?:tiêu biểu|xuất sắc|điển hình|nòng cốt|ưu tú|tiên tiến|thuộc [^,.;]{3,50}?|trong [^,.;]{3,40}?|"
    r"là [^,.;]{3,60}?|có [^,.;]{3,80}?))?(?:,| và|, và|;) (?=\d|một |hai |ba |bốn |năm |sáu )"
)
_NAMED_END = re.compile(
    r"[,;.:(\n]|$| - | (?:vì|do|đã|có|trong|nhân dịp|về|tại|đạt|với|của|theo|"
    r"và (?=[^,;.]{2,40} (?:tặng|trao)))(?!\w)| và (?=\d)"
)
_ALSO = re.compile(r"(?:,| và|, và) (?=\d)")
_ASIDE = re.compile(r" ?\([^()\n]{2,30}\) ?$")
_FOR = re.compile(r" ?đại diện (?:(?:lãnh đạo|ban biên tập|ban giám đốc|tập thể) )?")
_PASSIVE_AFTER = re.compile(r"[^;.]{0,80} được ")
_LIST_GAP = re.compile(r"(?:[ ,]|và|các|đồng chí|ông|bà|cho|nguyên|với|cùng){0,8}")
# A commune or village is honoured as its people.
_PLACE = re.compile(
    rf"(?:xã|phường|thị trấn|huyện|quận|thị xã|thôn|làng|bản|buôn|ấp|khu phố|khu dân cư|tổ dân phố) [{UPPER}\d]"
)
_NEXT_BODY = re.compile(r"(?:,| và|;) (?=\D)")
_LISTED_END = re.compile(r"[,.;)]|$| (?:và|vì|có|đã có|do có|với|trong|tại)(?!\w)")
_KINDS_OF_BODY = r"(?:ngành|lực lượng|nhân dân|đảng bộ|cán bộ(?:,| và) (?:chiến sĩ|nhân dân)|quân và dân)(?!\w)"
_PART = re.compile(r",? ?(?:trong đó(?: có)?|gồm(?: có)?|cụ thể là|cho) ?")
_AND_NAMED = re.compile(r" và (?:(?:đồng chí|ông|bà|anh|chị|em|già làng|trưởng thôn|bí thư chi bộ) )?")
_AND_PERSON = re.compile(
    r"(?:,| và) (?:(?:đồng chí|ông|bà|anh|chị|em|nghệ nhân|nghệ sĩ|bác sĩ|già làng|trưởng thôn|(?:đại|thượng|trung|"
    r"thiếu) (?:tá|úy|tướng)|binh nhất|hạ sĩ|cụ|cháu|nhà báo|nhà giáo|thầy giáo|cô giáo) )+"
)
_BESIDE = re.compile(r", (?:nguyên |cựu |quyền )?")
# More characters than the words of any recipient's name.
_WIDEST = 600
_ONE_OF = re.compile(r"một trong (?:số )?$")


@dataclass(frozen=True, slots=True)
class Group:
    """Recipients as counted together; `kind` is the contract's word or a name. `context` completes the name."""

    kind: str
    number: float | None
    span: Span
    context: tuple[Evidence, ...] = ()


def split_sum(document: Document, at: int, end: int) -> list[Group]:
    """The parts of a sum of honours: "tặng 31 Bằng khen, gồm 19 tập thể, 12 cá nhân"."""
    lead = _PART.match(document.lowered, at, end)
    return counted(document, lead.end(), end) if lead else []


def common_kind(parts: list[Group]) -> str:
    """Return the kind of all the groups, or "mixed"."""
    kinds = {part.kind for part in parts}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def counted(document: Document, at: int, end: int) -> list[Group]:
    """Counted recipients one after another from an offset: "4 tập thể, 6 cá nhân"."""
    found: list[Group] = []
    while True:
        match = _GROUP.match(document.lowered, at, end)
        if not match:
            break
        found.append(_group(match))
        joint = _AND.match(document.lowered, match.end(), end)
        # After a semicolon "12 tập thể được … tặng Giấy khen" begins anew.
        if not joint or (";" in joint.group() and _PASSIVE_AFTER.match(document.lowered, joint.end(), end)):
            break
        at = joint.end()
    return found or _uncounted(document, at, end)


def and_by_name(document: Document, people: People, groups: list[Group], end: int) -> list[Group]:
    """The persons named after counted groups: "cho 2 tập thể và đồng chí …"."""
    joint = _AND_NAMED.match(document.lowered, groups[-1].span.end, end) if groups else None
    return _persons(people, document, joint.end(), end) if joint else []


def _uncounted(document: Document, at: int, end: int) -> list[Group]:
    """A group without a number, "cho các tập thể, cá nhân", unless it goes on to a name."""
    bare = _BARE_GROUP.match(document.lowered, at, end)
    if not bare:
        return []
    end = min(end, at + _WIDEST)
    named = _NAMED_END.search(document.lowered, at, end)
    proper = any(w[0].isupper() for w in document.folded[at : named.start() if named else end].split())
    if not proper and _class(bare["kind"]) in ("collective", "individual"):
        return [_group(bare)]
    return []


def _group(match: "re.Match[str]") -> Group:
    kinds = {_class(match["kind"])}
    if match["also"]:
        kinds.add(_class(re.sub(r"^(?:,| và|/)? ?(?:các )?", "", match["also"])))
    number = count(match["n"]) if "n" in match.re.groupindex else None
    return Group(kinds.pop() if len(kinds) == 1 else "mixed", number, span_of(match))


def _class(word: str) -> str:
    return "individual" if re.match(rf"(?:{_INDIVIDUAL}|{_TITLED}|{_MEMBER})(?!\w)", word) else "collective"


def passive_recipients(document: Document, people: People, opening: int, stop: int) -> list[Group]:
    """Who is given the honour, before "được": counted groups, or a person or body by name."""
    lowered = document.lowered
    best: list[Group] = []
    for match in _GROUP.finditer(lowered, opening, stop):
        if match.start() > opening and lowered[match.start() - 1].isalnum():
            continue
        if _ONE_OF.search(lowered, opening, match.start()):
            return []
        if not best or match.start() >= best[-1].span.end:
            best = counted(document, match.start(), stop)
    if best and stop - best[-1].span.end < 90:
        return best
    inside = [o for o in near(people, opening, stop) if opening <= o.span.start and o.span.end <= stop + 1]
    if inside and stop - inside[-1].span.end < 12:
        if _in_apposition(lowered, inside):
            inside.pop()
        named = [inside[-1]]
        for earlier in reversed(inside[:-1]):
            if not _LIST_GAP.fullmatch(lowered, earlier.span.end, named[0].span.start):
                break
            named.insert(0, earlier)
        return [Group(people.persons[o.person].name, None, o.span) for o in named]
    return _body(document, opening, stop)


def _in_apposition(lowered: str, inside: list[Occurrence]) -> bool:
    """“Còn ông Độ, nguyên Phó Chủ tịch Hội, được …”: the post says more of the name before it."""
    if len(inside) < 2 or inside[-1].kind != "post" or inside[-2].kind not in ("full", "short"):
        return False
    return _BESIDE.fullmatch(lowered, inside[-2].span.end, inside[-1].span.start) is not None


def _body(document: Document, opening: int, stop: int) -> list[Group]:
    """A body that is the subject: "Phòng 5 được …", "Năm 2019, lực lượng dân quân xã được …"."""
    aside = _ASIDE.search(document.folded, opening, stop)
    stop = aside.start() if aside else stop
    start = max(opening, document.folded.rfind(", ", opening, stop) + 2)
    lead = _FOR.match(document.lowered, start, stop)
    start = lead.end() if lead else start
    while document.folded[start : start + 1] == " ":
        start += 1
    end = stop
    while end > start and document.folded[end - 1] == " ":
        end -= 1
    body = body_at(document.folded, document.lowered, start)
    whole = body is not None and bool(body.first) and body.end == end
    place = _PLACE.match(document.folded[start].lower() + document.folded[start + 1 : end]) if end > start else None
    collective = place or re.match(_KINDS_OF_BODY, document.lowered[start:end])
    if not whole and not (collective and end - start < 60):
        return []
    named, _ = awarder_after(document, start, end, bare=True) if whole else (None, 0)
    if named is None:
        return [Group(document.text[start].lower() + document.text[start + 1 : end], None, Span(start, end))]
    return [Group(named.name, None, Span(start, end), named.evidence[1:])]


def _persons(people: People, document: Document, at: int, end: int) -> list[Group]:
    """Recipients that are persons, one after another: "cho Đại tá … và Thượng tá …"."""
    found: list[Group] = []
    for occurrence in near(people, at, end):
        if occurrence.span.end <= at or occurrence.kind not in ("full", "short"):
            continue
        gap = document.lowered[at : occurrence.span.start] if occurrence.span.start >= at else ""
        if occurrence.span.start >= end or not _LIST_GAP.fullmatch(gap):
            break
        found.append(Group(people.persons[occurrence.person].name, None, occurrence.span))
        at = occurrence.span.end
    return found


def named_recipients(document: Document, people: People, at: int, end: int) -> list[Group]:
    """A recipient by name: "cho Công an tỉnh", "tặng cán bộ và nhân dân làng Kép"."""
    persons = _persons(people, document, at, end)
    if persons:
        return persons
    limit = min(end, at + _WIDEST)
    stop = _NAMED_END.search(document.lowered, at, limit)
    stop_at = stop.start() if stop else limit
    joined = _AND_PERSON.search(document.lowered, at, stop_at)
    also: list[Group] = []
    if joined:
        also = _persons(people, document, joined.end(), end) or _titled(document, joined.end(), stop_at)
        stop_at = joined.start() if also else stop_at
    words = document.text[at:stop_at].split()
    if not 1 <= len(words) <= 14:
        return []
    name, context = " ".join(words), tuple[Evidence, ...]()
    completed, _ = awarder_after(document, at, stop_at if also else end, bare=True)
    person = re.match(r"(?:đồng chí|ông|bà|anh|chị) (?=[^\W\d_])", name, re.IGNORECASE)
    if person:
        name = name[person.end() :]
    elif completed and len(completed.name.split()) >= len(words):
        name, context = completed.name, completed.evidence[1:]
    proper = any(w[0].isupper() for w in words) or re.match(_KINDS_OF_BODY, name)
    if not proper:
        return []
    found = [Group(name, None, Span(at, stop_at), context), *also]
    if completed:
        stop_at = _further_bodies(document, stop_at, end, found)
    more = _ALSO.match(document.lowered, stop_at, end)
    return [*found, *(counted(document, more.end(), end) if more else [])]


def _titled(document: Document, at: int, end: int) -> list[Group]:
    """A person by name after a title that stood before it ("nghệ nhân Lê Thị Mai")."""
    name = document.text[at:end].strip()
    capital = name and all(word[0].isupper() for word in name.split())
    return [Group(name, None, Span(at, end))] if capital and 2 <= len(name.split()) <= 5 else []


def _further_bodies(document: Document, at: int, end: int, found: list[Group]) -> int:
    """Read on in "cho Công an xã Đông, Công an xã Tây": bodies that no verb makes subjects; return the end."""
    while True:
        joint = _NEXT_BODY.match(document.lowered, at, end)
        body, stop = awarder_after(document, joint.end(), end, bare=True) if joint else (None, at)
        if joint is None or body is None or not _LISTED_END.match(document.lowered, stop, end):
            return at
        found.append(Group(body.name, None, Span(joint.end(), stop), body.evidence[1:]))
        at = stop
