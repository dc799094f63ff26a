"""Honours given: which, by whom, to how many of whom, and where a sum is split ("trong đó").

Read at the words for honours. "UBND tỉnh tặng Bằng khen cho 5 tập thể" and "5 tập thể được
UBND tỉnh tặng Bằng khen" say the same. Honours without a count are kept only where the report gives no
count for that honour: pictures and summaries repeat what the counts say.
"""

import re
from dataclasses import replace
from functools import cache

from graph.grammar.honours.award_gathering import placed
from graph.grammar.honours.award_recipients import (
    Group,
    and_by_name,
    common_kind,
    counted,
    named_recipients,
    passive_recipients,
    split_sum,
)
from graph.grammar.honours.awarders import NOBODY, Giver, awarder_after, awarder_before, last_inside
from graph.grammar.people.persons import People
from graph.grammar.text.document import READABLE, Document
from graph.grammar.text.numbers import count
from graph.grammar.text.scan import Finder
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
_TO = re.compile(
    r"(?: (?:và|cùng|kèm) (?:thưởng|tiền thưởng|phần thưởng|số tiền|hoa|quà)[^,.;:\"]{0,40}?| [^,.;:\"]{0,25})??"
    r" (?:tặng cho|trao cho|cho|tặng|đến|tới) "
)
# More prizes of a list: "1 giải Nhất, 2 giải Nhì và 3 giải Ba cho …".
_MORE = re.compile(r"(?:,|;| và|, và) (?P<n>\d{1,3}) $")
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
_NOT_GIVEN = re.compile(
    r"\b(?:đề nghị|đề xuất|xem xét|kiến nghị|sẽ|dự kiến|xét|bình xét|thu hồi|hủy|không được|"
    r"từng được|chưa)\b[^;.]{0,60}$"
)
# "không tặng …"; a body's name may end in the word ("Hãng Hàng không tặng …").
_REFUSED = re.compile(r"(?<!hàng )(?<!phòng )(?<!trên )không(?: hề| thể| còn| được)* $")
_NOT_ENDS = ("không ", "hề ", "thể ", "còn ", "được ")
_FOR_ANOTHER = re.compile(r"(?<!\w)(?:thừa (?:ủy quyền|lệnh|ủy nhiệm)|được (?:sự )?ủy (?:quyền|nhiệm))(?!\w)")
_TAKES = re.compile(r"(?:đón )?nhận")
_TAKER = re.compile(r",?(?: (?:đã|vinh dự|được|cũng|vừa|lên|lần lượt|liên tiếp))* (?P<by>)$")
_NO_SUBJECT = re.compile(r"[ ;,]*(?:và|đồng thời|cùng với đó)?[ ,]*")
_GIVEN_TO = re.compile(
    r" (?:(?:đã |cũng )?được (?:trao tặng|trao|tặng)(?: cho)?|(?:đã |thì )?(?:thuộc về|đến với|"
    r"đến tay|dành cho)) "
)
# "… cho 10 công dân của ba tỉnh và Huân chương B cho 2 người": the verb goes on over the tail of the first.
_GOES_ON = re.compile(r"(?:(?! (?:được|đã|nhận|là|do|vì|tại) )[^.;]){0,40}?(?:,| và|, và|;) ")
_ENDS = re.compile(r"\s*(?:[,.;)]|$)| các loại")

_NEXT_HONOUR = re.compile(r"(?:,|;| và|, và) \d{1,3} ")
# How far before an honour its words may begin: one sentence may be the whole report, and hold an honour in every line.
_REACH = 1500
# No match of `_PASSIVE`, `_TAKER` or `_NOT_GIVEN` is longer.
_LONGEST = 250


def find_awards(
    document: Document, people: People = NOBODY, events: tuple[EventMention, ...] = ()
) -> tuple[AwardMention, ...]:
    """Find the honours that the report says were given."""
    found: list[AwardMention] = []
    captions: list[AwardMention] = []
    taken = -1
    for at, _ in _finder().hits(document):
        sentence = document.sentence_at(at)
        kind = document.kind_at(at)
        if at < taken or sentence is None or kind not in READABLE or kind == "title":
            continue
        phrase = _phrase().match(document.lowered, at, sentence.end)
        if not phrase:
            continue
        taken = phrase.end()
        home = captions if kind == "caption" else found
        last = home[-1].evidence[0] if home else None
        before = home[-1] if last and last.span.start >= sentence.start else None
        home.extend(_read(document, people, phrase, sentence, before))
    return tuple(placed(document, award, events) for award in _chosen(found, captions))


@cache
def _nouns() -> "re.Pattern[str]":
    forms = sorted(_forms(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, forms)))


@cache
def _phrase() -> "re.Pattern[str]":
    """One honour or several joined ("Bằng khen, Giấy khen"), each with its name and class."""
    noun = f"(?:{_nouns().pattern})"
    prize = (
        r"giải (?:nhất|nhì|ba|tư|đặc biệt|khuyến khích|vàng|bạc|đồng|[abc])(?!\w)(?: (?:cuộc thi|hội thi|hội diễn|"
        r"liên hoan|hội thao|toàn đoàn|tập thể|cá nhân)(?: (?!cho|của|tặng|và|thuộc)[^\s,.;\"()]+){0,8})?|"
        r"bằng công nhận(?: (?!cho|của)[^\s,.;\"()]+){1,12}(?= cho )"
    )
    free = r"huân chương(?: (?!cho|của|hạng|tặng|và|lên)[^\s,.;\"()]+){1,6}(?= cho )"
    return re.compile(rf"(?:{free}|{prize}|{noun}{_GRADE}(?:(?:,| và) {noun}{_GRADE})*)(?!\w)")


@cache
def _finder() -> Finder:
    return Finder(_forms())


@cache
def _forms() -> frozenset[str]:
    concepts = [concept for concept in scheme("award-type") if "unread" not in concept.extra]
    return frozenset(form.lower() for concept in concepts for form in concept.forms)


def _read(
    document: Document, people: People, phrase: "re.Match[str]", sentence: Span, before: AwardMention | None
) -> list[AwardMention]:
    """Read one mention of an honour: first what follows it, then what comes before.

    `before` is the honour told before it in the sentence: in "…; tặng Giấy khen cho 5 cá nhân" its giver goes on.
    """
    lowered = document.lowered
    opening = max(sentence.start, phrase.start() - _REACH)
    opening = max(opening, lowered.rfind(";", opening, phrase.start()) + 1)
    give = _GIVE.search(lowered, max(opening, phrase.start() - 50), phrase.start())
    more = _MORE.search(lowered, max(opening, phrase.start() - 12), phrase.start()) if not give and before else None
    if more and before and more.start() - before.evidence[0].span.end <= 2:
        kind = _class_after(document, phrase.end(), sentence.end) or before.recipient
        span = Span(more.start("n"), phrase.end())
        words = (Evidence(span, "award.given"), *_beside(span, _giver_of(before)))
        return [AwardMention(_name(document, phrase), before.awarder, kind, count(more["n"]), words)]
    if not give:
        return _given_to(document, phrase, sentence.end, before)
    if _NOT_GIVEN.search(lowered, max(opening, give.start() - _LONGEST), give.start()):
        return []
    if lowered.endswith(_NOT_ENDS, opening, give.start()) and _REFUSED.search(
        lowered, max(opening, give.start() - 30), give.start()
    ):
        return []
    giver, after = awarder_after(document, phrase.end(), sentence.end)
    total = count(give["n"]) if give["n"] else None
    groups, passive = _recipients(document, people, phrase, give, opening, after, total)
    if not groups:
        return []
    rule = "award.given"
    if passive:
        rule = "award.passive"
        if giver is None and passive["by"].strip():
            giver = awarder_before(document, people, passive.start("by"), give.start())
    elif giver is None:
        told = before.evidence[0].span.end if before else opening
        if before and told <= give.start() and _NO_SUBJECT.fullmatch(lowered, told, give.start()):
            giver = _giver_of(before)
        giver = giver or awarder_before(document, people, opening, give.start())
        if giver is None:
            giver = _hander(people, opening, give.start())
            rule = "award.handed" if giver else rule
            if _FOR_ANOTHER.search(lowered, opening, give.start()):
                giver = None  # who gives it through this person is not named
    name = _name(document, phrase)
    awards = []
    for group in groups:
        number = total if total is not None and group.number is None and len(groups) == 1 else group.number
        span = Span(min(give.start(), group.span.start, phrase.start()), max(phrase.end(), group.span.end))
        evidence = (Evidence(span, rule), *_beside(span, giver), *group.context)
        awards.append(AwardMention(name, giver.name if giver else None, group.kind or None, number, evidence))
    return awards


def _beside(span: Span, giver: Giver | None) -> tuple[Evidence, ...]:
    """The words for the giver that are not among those of the honour."""
    words = giver.evidence if giver else ()
    return tuple(e for e in words if not (span.start <= e.span.start and e.span.end <= span.end))


def _giver_of(award: AwardMention) -> Giver | None:
    """Who gave the honour told before, with the words that say so."""
    words = tuple(e for e in award.evidence[1:] if e.rule == "award.giver" or e.derived == "context")
    return Giver(award.awarder, words or award.evidence[:1]) if award.awarder else None


def _name(document: Document, phrase: "re.Match[str]") -> str:
    name = document.text[phrase.start() : phrase.end()]
    return name[0].upper() + name[1:]


def _class_after(document: Document, at: int, end: int) -> str | None:
    """Who is given all honours of a list: "1 giải Nhất, 2 giải Nhì cho các thí sinh"."""
    while True:
        joint = _NEXT_HONOUR.match(document.lowered, at, end)
        phrase = _phrase().match(document.lowered, joint.end(), end) if joint else None
        if phrase is None:
            break
        at = phrase.end()
    to = _TO.match(document.lowered, at, end)
    groups = counted(document, to.end(), end) if to else []
    return groups[0].kind if groups else None


def _recipients(
    document: Document,
    people: People,
    phrase: "re.Match[str]",
    give: "re.Match[str]",
    opening: int,
    after: int,
    total: float | None,
) -> tuple[list[Group], "re.Match[str] | None"]:
    """Return who is given the honour, and the words before it where they stand there ("… được UBND tặng …")."""
    lowered, sentence = document.lowered, document.sentence_at(phrase.start())
    end = sentence.end if sentence else phrase.end()
    close = max(opening, give.start() - _LONGEST)
    if _TAKES.match(give.group()):
        subject = _TAKER.search(lowered, close, give.start())
        if subject and "by" in subject.re.groupindex:
            return passive_recipients(document, people, opening, subject.start()), subject
    to = _TO.match(lowered, after, end)
    # "tặng Bằng khen 4 cá nhân" does without "cho".
    groups = counted(document, to.end() if to else after + 1, end) if to or lowered[after : after + 1] == " " else []
    if groups and (to or groups[0].number is not None):
        return [*groups, *and_by_name(document, people, groups, end)], None
    if total is not None:
        parts = split_sum(document, after, end)
        if parts:
            return [Group(common_kind(parts), total, Span(phrase.start(), phrase.end())), *parts], None
    if "thư khen" in phrase.group() and not to:
        groups = counted(document, after + 1, end)
    passive = None if groups else _PASSIVE.search(lowered, close, give.start())
    if passive and "mời" not in passive["by"]:
        return passive_recipients(document, people, opening, passive.start()), passive
    if not groups and to:
        groups = named_recipients(document, people, to.end(), end)
    if (
        not groups
        and total is not None
        and (_ENDS.match(lowered, after, end) or _NEXT_HONOUR.match(lowered, after, end))
    ):
        personal = phrase.group().startswith(("kỷ niệm chương", "kỉ niệm chương", "huy hiệu"))
        kind = _class_after(document, after, end) or ("individual" if personal else "")
        groups = [Group(kind, total, Span(phrase.start(), phrase.end()))]
    return groups, None


def _given_to(document: Document, phrase: "re.Match[str]", end: int, before: AwardMention | None) -> list[AwardMention]:
    """The honour as subject: "Bằng khen của … được trao cho 4 tập thể"; or one more of what is given."""
    giver, after = awarder_after(document, phrase.end(), end)
    given = _GIVEN_TO.match(document.lowered, after, end)
    told = before.evidence[0].span.end if before else end
    if given is None and before and told <= phrase.start():
        if not (
            _NO_SUBJECT.fullmatch(document.lowered, told, phrase.start())
            or _GOES_ON.fullmatch(document.lowered, told, phrase.start())
        ):
            return []
        given, giver = _TO.match(document.lowered, after, end), giver or _giver_of(before)
    groups = counted(document, given.end(), end) if given else []
    if given and not groups and phrase.group().startswith("giải"):
        groups = named_recipients(document, NOBODY, given.end(), end)
    awards = []
    for group in groups:
        span = Span(phrase.start(), group.span.end)
        evidence = (Evidence(span, "award.given"), *_beside(span, giver), *group.context)
        said = giver.name if giver else None
        awards.append(AwardMention(_name(document, phrase), said, group.kind, group.number, evidence))
    return awards


def _hander(people: People, opening: int, verb: int) -> Giver | None:
    """The person who hands the honour over, where the words name no other giver."""
    hander = last_inside(people, opening, verb)
    if hander is None or verb - hander.span.end >= 60:
        return None
    return Giver(people.persons[hander.person].name, (Evidence(hander.span, "award.giver"),))


def _chosen(found: list[AwardMention], captions: list[AwardMention]) -> list[AwardMention]:
    """Drop repetitions, and honours without a count where the report counts that honour."""
    kept: list[AwardMention] = []
    words: dict[int, list[Evidence]] = {}  # of those in `kept` that are told more than once
    places: dict[tuple[str, str, float | None], list[int]] = {}
    for award in found:
        same = places.setdefault((award.award.lower(), (award.recipient or "").lower(), award.count), [])
        twin = next((i for i in same[:20] if _compatible(kept[i], award)), None)
        if twin is None:
            same.append(len(kept))
            kept.append(award)
        else:
            words.setdefault(twin, list(kept[twin].evidence)).extend(award.evidence)
            if award.awarder and not kept[twin].awarder:
                kept[twin] = replace(kept[twin], awarder=award.awarder)
    for at, evidence in words.items():
        kept[at] = replace(kept[at], evidence=tuple(evidence))
    for caption in captions:
        if not any(_noun(caption) & _noun(award) or _shorter(caption, award) for award in kept):
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


def _shorter(a: AwardMention, b: AwardMention) -> bool:
    """Is one honour named by the first words of the other ("Huân chương", "Huân chương Lao động")?"""
    short, long = sorted((a.award.lower(), b.award.lower()), key=len)
    return long.startswith(short)


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
