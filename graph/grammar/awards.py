"""Honours given: which, by whom, to how many of whom, and where a sum is split ("trong đó").

Read at the words for honours. "UBND tỉnh tặng Bằng khen cho 5 tập thể" and "5 tập thể được
UBND tỉnh tặng Bằng khen" say the same. Honours without a count are kept only where the report gives no
count for that honour: pictures and summaries repeat what the counts say.
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from graph.grammar.awarders import NOBODY, awarder_after, awarder_before, near
from graph.grammar.document import READABLE, Document
from graph.grammar.numbers import count
from graph.grammar.persons import People
from graph.grammar.scan import Finder
from graph.mention import AwardMention, EventMention, Evidence, Span
from ontology.vocabulary import scheme

_GRADE = (
    r"(?:(?: (?:lao động|chiến công|quân công|độc lập|bảo vệ tổ quốc|sao vàng|hồ chí minh|hữu nghị|dũng cảm|"
    r"đại đoàn kết dân tộc|chiến sĩ vẻ vang|"
    r"kháng chiến|vì an ninh tổ quốc|vì sự nghiệp [^,.;\"()]{3,50}?|quân kỳ quyết thắng|đơn vị xuất sắc|"
    r"bảo vệ an ninh tổ quốc|đảng viên"
    r"|anh hùng lao động|anh hùng lực lượng vũ trang nhân dân|chiến sĩ thi đua(?: toàn quốc|"
    r" cơ sở)?))?(?: ?\"[^\"\n]{2,80}\")?"
    r"(?: hạng (?:nhất|nhì|ba|i{1,3}))?(?: \d\d năm tuổi đảng)?)"
)
_COLLECTIVE = (
    r"tập thể|đơn vị|địa phương|tổ chức|cơ quan|chi hội|chi đoàn|chi bộ|câu lạc bộ|mô hình|công an (?:xã|phường|"
    r"huyện|đơn vị)|xã, phường|xã|phường|"
    r"huyện|thôn|khu dân cư|nhà trường|trường|doanh nghiệp|tổ|ban|cụm|khối|sở, ngành|đoàn thanh niên|đoàn|công đoàn|"
    r"hội|hợp tác xã|phòng"
)
_INDIVIDUAL = (
    r"cá nhân|đồng chí|đ/c|cán bộ,? chiến (?:sĩ|sỹ)|cán bộ|chiến (?:sĩ|sỹ)|hội viên|đảng viên|đoàn viên|người|"
    r"học sinh|sinh viên|gương|nông dân|"
    r"thanh niên|đại biểu|nhà giáo|giáo viên|công nhân|phụ nữ|ông, bà|vị|tác giả|điển hình|quần chúng|thành viên"
)
_FAMILY = r"hộ gia đình|gia đình|hộ"
_NUMBER = r"(?P<{0}>\d{{1,3}}(?:\.\d{{3}})*|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|các|những|nhiều|một số)"
_KIND = rf"(?:{_COLLECTIVE}|{_INDIVIDUAL}|{_FAMILY})"
_GROUP = re.compile(
    rf"(?:(?:cho|tặng|tới|đến|là) )?(?:trên |hơn |gần |tổng số |tổng cộng |"
    rf"đại diện (?:cho )?)?{_NUMBER.format('n')} (?:lượt )?(?P<kind>{_KIND})(?!\w)"
    rf"(?P<also>(?:,| và| và các|, các|/|) (?:các )?{_KIND}(?!\w))?"
)
_BARE_GROUP = re.compile(
    rf"(?P<kind>{_COLLECTIVE}|{_INDIVIDUAL})(?!\w)(?P<also>(?:,| và| và các|, các|"
    rf") {_KIND}(?!\w))?"
)
_AND = re.compile(
    r"(?: (?:tiêu biểu|xuất sắc|điển hình|thuộc [^,.;]{3,50}?|trong [^,.;]{3,40}?|là [^,.;]{3,60}?|"
    r"có [^,.;]{3,80}?))?(?:,| và|, và|;) (?=\d|một |hai |ba |bốn |năm |sáu )"
)
_TO = re.compile(r"(?: [^,.;:\"]{0,25})?? (?:tặng cho|trao cho|cho|tặng|đến|tới|của) ")
_GIVE = re.compile(
    r"(?:trao tặng|truy tặng|tặng thưởng|trao thưởng|trao|tặng|khen thưởng|công bố quyết định (?:tặng|khen thưởng)|"
    r"nhận|đón nhận|khen|"
    r"(?:có|gửi|ký)(?= (?:các )?$))"
    r"(?: (?:các|những|danh hiệu|thưởng|quyết định|quyết định tặng|hàng chục|hàng trăm|"
    r"phần thưởng))?(?: (?P<n>\d{1,3}(?:\.\d{3})*))? ?$"
)
_PASSIVE = re.compile(
    r"(?:vinh dự |vinh dự được |đã |cũng |được |có ){0,3}(?:được|đón) (?P<by>[^,.;]{0,90}?)"
    r"(?: ?(?:biểu dương|tuyên dương|khen thưởng|ghi nhận)(?:,| và) )?$"
)
_ONE_OF = re.compile(r"một trong (?:số )?$")
_NOT_GIVEN = re.compile(
    r"\b(?:đề nghị|đề xuất|xem xét|kiến nghị|sẽ|dự kiến|xét|bình xét|thu hồi|hủy|không được|"
    r"từng được|chưa)\b[^;.]{0,60}$"
)
_NAMED_END = re.compile(
    r"[,;.:(\n]|$| - | (?:vì|do|đã|có|trong|nhân dịp|về|tại|đạt|với|của|theo|"
    r"và (?=[^,;.]{2,40} (?:tặng|trao)))(?!\w)"
)
_LIST_GAP = re.compile(r"(?:[ ,]|và|các|đồng chí|ông|bà|cho|nguyên|với|cùng){0,8}")
_KINDS_OF_BODY = r"(?:ngành|lực lượng|nhân dân|đảng bộ|cán bộ(?:,| và) (?:chiến sĩ|nhân dân)|quân và dân)(?!\w)"
_BRACKET = re.compile(r"[;.]")
_PART = re.compile(r",? ?(?:trong đó(?: có)?|gồm(?: có)?|cụ thể là|cho) ?")


@dataclass(frozen=True, slots=True)
class _Group:
    """Recipients as counted together; `kind` is the contract's word or a name."""

    kind: str
    number: float | None
    span: Span


def find_awards(
    document: Document, people: People = NOBODY, events: tuple[EventMention, ...] = ()
) -> tuple[AwardMention, ...]:
    """Find the honours that the report says were given."""
    found: list[AwardMention] = []
    captions: list[AwardMention] = []
    taken = -1
    for at, _ in _finder().hits(document.lowered):
        sentence = document.sentence_at(at)
        kind = document.kind_at(at)
        if at < taken or sentence is None or kind not in READABLE or kind == "title":
            continue
        phrase = _phrase().match(document.lowered, at, sentence.end)
        if not phrase:
            continue
        taken = phrase.end()
        home = captions if kind == "caption" else found
        home.extend(_read(document, people, phrase, sentence))
    return tuple(_placed(document, award, events) for award in _chosen(found, captions))


@cache
def _nouns() -> "re.Pattern[str]":
    forms = sorted(_forms(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, forms)))


@cache
def _phrase() -> "re.Pattern[str]":
    """One honour or several joined ("Bằng khen, Giấy khen"), each with its name and class."""
    noun = f"(?:{_nouns().pattern})"
    return re.compile(rf"{noun}{_GRADE}(?:(?:,| và) {noun}{_GRADE})*(?!\w)")


@cache
def _finder() -> Finder:
    return Finder(_forms())


@cache
def _forms() -> frozenset[str]:
    concepts = [concept for concept in scheme("award-type") if "unread" not in concept.extra]
    return frozenset(form.lower() for concept in concepts for form in concept.forms)


def _read(document: Document, people: People, phrase: "re.Match[str]", sentence: Span) -> list[AwardMention]:
    """Read one mention of an honour: first what follows it, then what comes before."""
    lowered = document.lowered
    opening = sentence.start
    for bracket in _BRACKET.finditer(lowered, sentence.start, phrase.start()):
        if lowered[bracket.start()] == ";":
            opening = bracket.end()
    give = _GIVE.search(lowered, max(opening, phrase.start() - 50), phrase.start())
    if not give or _NOT_GIVEN.search(lowered, opening, give.start()):
        return []
    giver, after = awarder_after(document, phrase.end(), sentence.end)
    total = count(give["n"]) if give["n"] else None
    to = _TO.match(lowered, after, sentence.end)
    groups = _groups(document, to.end(), sentence.end) if to else []
    parts = _split(document, after, sentence.end) if total is not None and not groups else []
    if "thư khen" in phrase.group() and not to:
        groups = _groups(document, after + 1, sentence.end)
    passive = _PASSIVE.search(lowered, opening, give.start()) if not groups and not parts else None
    if passive and "mời" in passive["by"]:
        passive = None
    if passive:
        groups = _passive_groups(document, people, opening, passive.start())
        if giver is None and passive["by"].strip():
            giver = awarder_before(document, people, passive.start("by"), give.start())
    elif to and not groups:
        groups = _named(document, people, to.end(), sentence.end)
    elif parts:
        groups = [_Group(_sum(parts), total, Span(phrase.start(), phrase.end())), *parts]
    if not groups:
        return []
    if giver is None and not passive:
        giver = awarder_before(document, people, opening, give.start())
    name = document.text[phrase.start() : phrase.end()]
    name = name[0].upper() + name[1:]
    rule = "award.passive" if passive else "award.given"
    if giver is None and not passive:
        giver = _hander(people, opening, give.start())
        rule = "award.handed" if giver else rule
    awards = []
    for group in groups:
        number = group.number
        if total is not None and number is None and len(groups) == 1:
            number = total
        span = Span(min(give.start(), group.span.start, phrase.start()), max(phrase.end(), group.span.end))
        awards.append(AwardMention(name, giver, group.kind, number, (Evidence(span, rule),)))
    return awards


def _split(document: Document, at: int, end: int) -> list[_Group]:
    """The parts of a sum of honours: "tặng 23 Bằng khen, gồm 14 tập thể, 9 cá nhân"."""
    lead = _PART.match(document.lowered, at, end)
    return _groups(document, lead.end(), end) if lead else []


def _sum(parts: list[_Group]) -> str:
    kinds = {part.kind for part in parts}
    return kinds.pop() if len(kinds) == 1 else "mixed"


def _hander(people: People, opening: int, verb: int) -> str | None:
    """The person who hands the honour over, where the words name no other giver."""
    inside = [o for o in near(people, opening, verb) if opening <= o.span.start and o.span.end <= verb]
    return people.persons[inside[-1].person].name if inside and verb - inside[-1].span.end < 60 else None


def _groups(document: Document, at: int, end: int) -> list[_Group]:
    """Counted recipients one after another from an offset: "4 tập thể, 6 cá nhân"."""
    found: list[_Group] = []
    while True:
        match = _GROUP.match(document.lowered, at, end)
        if not match:
            break
        found.append(_group(match))
        joint = _AND.match(document.lowered, match.end(), end)
        if not joint:
            break
        at = joint.end()
    if not found:
        bare = _BARE_GROUP.match(document.lowered, at, end)
        named = _NAMED_END.search(document.lowered, at, end)
        proper = any(w[0].isupper() for w in document.folded[at : named.start() if named else end].split())
        if bare and not proper and _class(bare["kind"]) in ("collective", "individual"):
            found.append(_group(bare))
    return found


def _group(match: "re.Match[str]") -> _Group:
    kinds = {_class(match["kind"])}
    if match["also"]:
        kinds.add(_class(re.sub(r"^(?:,| và|/)? ?(?:các )?", "", match["also"])))
    number = count(match["n"]) if "n" in match.re.groupindex else None
    return _Group(kinds.pop() if len(kinds) == 1 else "mixed", number, Span(*match.span()))


def _class(word: str) -> str:
    if re.match(rf"(?:{_FAMILY})(?!\w)", word):
        return "gia đình"
    return "individual" if re.match(rf"(?:{_INDIVIDUAL})(?!\w)", word) else "collective"


def _passive_groups(document: Document, people: People, opening: int, stop: int) -> list[_Group]:
    """Who is given the honour, before "được": counted groups, or a person or body by name."""
    lowered = document.lowered
    best: list[_Group] = []
    for match in _GROUP.finditer(lowered, opening, stop):
        if match.start() > opening and lowered[match.start() - 1].isalnum():
            continue
        if _ONE_OF.search(lowered, opening, match.start()):
            return []
        if not best or match.start() >= best[-1].span.end:
            best = _groups(document, match.start(), stop)
    if best and stop - best[-1].span.end < 90:
        return best
    inside = [o for o in near(people, opening, stop) if opening <= o.span.start and o.span.end <= stop + 1]
    if inside and stop - inside[-1].span.end < 12:
        last = inside[-1]
        return [_Group(people.persons[last.person].name, None, last.span)]
    return []


def _persons(people: People, document: Document, at: int, end: int) -> list[_Group]:
    """Recipients that are persons, one after another: "cho Đại tá … và Thượng tá …"."""
    found: list[_Group] = []
    for occurrence in near(people, at, end):
        if occurrence.span.end <= at or occurrence.kind not in ("full", "short"):
            continue
        gap = document.lowered[at : occurrence.span.start] if occurrence.span.start >= at else ""
        if occurrence.span.start >= end or not _LIST_GAP.fullmatch(gap):
            break
        found.append(_Group(people.persons[occurrence.person].name, None, occurrence.span))
        at = occurrence.span.end
    return found


def _named(document: Document, people: People, at: int, end: int) -> list[_Group]:
    """A recipient by name: "cho Công an tỉnh", "tặng cán bộ và nhân dân làng Kép"."""
    persons = _persons(people, document, at, end)
    if persons:
        return persons
    stop = _NAMED_END.search(document.lowered, at, end)
    stop_at = stop.start() if stop else end
    words = document.text[at:stop_at].split()
    if not 1 <= len(words) <= 14:
        return []
    name = " ".join(words)
    completed, _ = awarder_after(document, at, end, bare=True)
    person = re.match(r"(?:đồng chí|ông|bà|anh|chị) (?=[^\W\d_])", name, re.IGNORECASE)
    if person:
        name = name[person.end() :]
    elif completed and len(completed.split()) >= len(words):
        name = completed
    proper = any(w[0].isupper() for w in words) or re.match(_KINDS_OF_BODY, name)
    return [_Group(name, None, Span(at, stop_at))] if proper else []


def _chosen(found: list[AwardMention], captions: list[AwardMention]) -> list[AwardMention]:
    """Drop repetitions, and honours without a count where the report counts that honour."""
    kept: list[AwardMention] = []
    places: dict[tuple[str, str | None, float | None], list[int]] = {}
    for award in found:
        same = places.setdefault((award.award.lower(), award.recipient, award.count), [])
        twin = next((i for i in same[:20] if _compatible(kept[i], award)), None)
        if twin is None:
            same.append(len(kept))
            kept.append(award)
        else:
            first = kept[twin]
            kept[twin] = replace(
                first, awarder=first.awarder or award.awarder, evidence=first.evidence + award.evidence
            )
    for caption in captions:
        if not any(_noun(caption) & _noun(award) for award in kept):
            kept.append(caption)
    counted = [award for award in kept if award.count is not None]
    kept = [
        award
        for award in kept
        if award.count is not None
        or award.recipient not in ("collective", "individual", "mixed")
        or not any(_noun(award) & _noun(other) and (_compatible(award, other) or _handed(award)) for other in counted)
    ]
    return _parts(kept)


def _compatible(a: AwardMention, b: AwardMention) -> bool:
    return (
        a.awarder is None
        or b.awarder is None
        or a.awarder == b.awarder
        or a.awarder in b.awarder
        or b.awarder in a.awarder
    )


def _handed(award: AwardMention) -> bool:
    return award.evidence[0].rule == "award.handed"


def _noun(award: AwardMention) -> set[str]:
    return set(_nouns().findall(award.award.lower()))


def _parts(awards: list[AwardMention]) -> list[AwardMention]:
    """Tie parts to their sum: in "33 Bằng khen, Giấy khen …, trong đó …" what follows belongs to the 33."""
    result: list[AwardMention] = []
    whole: int | None = None
    left = 0.0
    for index, award in enumerate(awards):
        if (
            whole is not None
            and award.count is not None
            and _noun(award) <= _noun(awards[whole])
            and award.count <= left
        ):
            award = replace(award, part_of=whole)
            left -= award.count or 0
        elif award.count is not None and (award.recipient == "mixed" or "," in award.award or " và " in award.award):
            whole, left = index, award.count
        result.append(award)
    return result


def _placed(document: Document, award: AwardMention, events: tuple[EventMention, ...]) -> AwardMention:
    """Tie the award to the gathering, where the report tells of one and the words say "at it"."""
    sentence = document.sentence_at(award.evidence[0].span.start)
    if len(events) != 1 or sentence is None:
        return award
    words = document.lowered[sentence.start : award.evidence[0].span.end]
    here = re.search(r"\b(?:tại (?:hội nghị|buổi|lễ|cuộc|ngày hội|hội thảo|đây)|(?:nhân )?dịp này|hội nghị)\b", words)
    return replace(award, event=events[0].id) if here else award
