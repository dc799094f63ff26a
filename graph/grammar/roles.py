"""What each named person did at a gathering: chaired, opened, reported, handed out awards, spoke, attended.

Cue words come from the scheme `participation-role`; `clauses` says whose they are. Precision before
recall: a cue in what somebody said, in a plan ("sẽ chủ trì") or in a task ("giao … chủ trì") gives nothing,
and a person who only comments from elsewhere has no role.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.grammar.acts import Act
from graph.grammar.clauses import Clause, introduced, listed_after, of_agent, subjects
from graph.grammar.cues import Cue, role_cues, scan
from graph.grammar.document import Document
from graph.grammar.event_draft import Draft
from graph.grammar.gatherings import Gathering
from graph.grammar.on_behalf import on_behalf_of
from graph.grammar.persons import Occurrence, People
from graph.grammar.presence import elsewhere, present
from graph.grammar.role_course import Scene
from graph.mention import Evidence, RoleMention, Span

# Verbs of saying that introduce no content: what follows is still told by the report.
_SPEAKING = ("phát biểu", "tham luận", "trình bày", "báo cáo", "kết luận", "chỉ đạo", "trả lời")
_NOT_DONE = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|sắp|chưa|không|(?:được )?mời(?! lên)|cần|phải|nên|để|nhằm|đề nghị|yêu cầu|giao|được giao|phân công|được phân công|"
    r"có thể|muốn|nếu|từ chối|hoãn|hủy|ủy quyền cho|từng)\s(?:đến\s|tới\s|về\s|cùng\s|trực tiếp\s|được\s|tham gia\s|đồng\s)*$"
)
_LEAD_AGENCY = re.compile(
    r",?\s?(?:phối hợp|tham mưu|soạn thảo|xây dựng|thẩm định|nghiên cứu|thực hiện|hướng dẫn|rà soát|biên soạn|triển khai|"
    r"thanh tra|kiểm tra|theo dõi|xử lý|đề xuất|tổng hợp)(?!\w)"
)
_AWARD = re.compile(
    r"[^.;:\n]{0,70}?(?<!\w)(?:bằng khen|giấy khen|cờ|kỷ niệm chương|huân chương|huy chương|huy hiệu|danh hiệu|giải|quà|phần thưởng|"
    r"học bổng|hoa|biểu trưng|logo|nhà|suất|giấy chứng nhận|bằng công nhận|thư khen|thưởng|tiền|kinh phí|sổ tiết kiệm|xe|tivi|"
    r"lá cờ|bảng vàng|kỷ vật|chứng nhận|bằng|áo|sách|máy)(?!\w)"
)
_NOT_AWARD = re.compile(r"\s(?:các\s|những\s)?(?:quyết định|đổi|trả|quyền|nhiệm vụ|tay|thầu|con dấu|giấy phép|công hàm|quốc thư|bằng lái)(?!\w)")
_TO = re.compile(r"(?<!\w)(?:cho|tặng|tới|đến|trong đó có|gồm|là)\s(?:các\s)?(?:đồng chí\s|ông\s|bà\s)?:?\s?$")
_NOT_RECIPIENT = re.compile(r"(?<!\w)(?:gia đình|vợ|con|thân nhân|cháu|mẹ|bố|của|do|thay mặt)\s(?:các\s)?$")
_BARE_CONCLUDE = re.compile(r"\s?,")
_BOTH = re.compile(r"(?:dự|tham dự|đến dự|tới dự|chủ trì)(?:\s[^,;:]{2,80})?(?:,|\svà)\s(?:đồng\s)?$")
# Done at gatherings and elsewhere: only beside the word for one.
_WEAK = frozenset({"công bố", "quán triệt", "chứng kiến", "dẫn đầu", "phát động"})
_TALK = re.compile(r"\s(?:bản\s|bài\s|một\s|các\s|một số\s)*(?:tham luận|ý kiến|quan điểm|suy nghĩ|nguyện vọng|tâm tư)")
# "được Chủ tịch UBND tỉnh tặng": the person before it is given something.
_GIVEN = re.compile(r"(?<!\w)được\s(?!mời|ủy quyền|giao|phân công)")
_SILENT = frozenset({"direct", "open", "conclude", "report"})
_ORDER = ("chair", "direct", "open", "conclude", "report", "award", "receive", "speak", "attend")

_Hit = tuple[Cue, Span]


@dataclass(slots=True)
class _Found:
    """Roles of one gathering while they are being collected: (person, role) -> its words."""

    roles: dict[tuple[int, str], list[tuple[str, Evidence, str, tuple[str, ...]]]] = field(default_factory=dict)


def find_roles(
    document: Document, people: People, acts: Sequence[Act], gatherings: Sequence[Gathering], scene: Scene
) -> Mapping[int, tuple[RoleMention, ...]]:
    """Find the roles of named persons, by the `id` of the gathering's draft."""
    found: dict[int, _Found] = {}
    by_sentence = _acts_by_sentence(acts)
    occurrences = people.occurrences
    starts = [o.span.start for o in occurrences]
    cued = role_cues()
    hits = [(cued[document.lowered[s.start : s.end]], s) for s in scan(document).roles]
    hits = [hit for hit in hits if hit[0].role]
    for sentence, cues in _by_sentence(document, hits):
        persons = occurrences[bisect_left(starts, sentence.start) : bisect_right(starts, sentence.end)]
        persons = [o for o in persons if o.kind != "post" or not _bracketed(document.lowered, sentence.start, o.span.start)]
        if persons:
            own = by_sentence.get(sentence.start, [])
            _read_sentence(document, sentence, persons, cues, own, gatherings, scene, found)
    for act in acts:
        _speak(document, act, gatherings, scene, found)
    _hosts(document, occurrences, starts, scene, found)
    for draft, doer, span, rule in present(document, people, gatherings, scene):
        _add(document, found, draft, doer, "attend", span, span, rule, "explicit")
    return {key: _finish(people, value) for key, value in found.items()}


def _hosts(
    document: Document, occurrences: Sequence[Occurrence], starts: Sequence[int], scene: Scene, found: dict[int, _Found]
) -> None:
    """Who holds a talk, receives or meets somebody attends it: "đồng chí X đã tiếp …", "… có buổi làm việc với"."""
    for draft in scene.course.drafts:
        for gathering in draft.mentions if not draft.planned else ():
            sentence = document.sentence_at(gathering.span.start)
            if sentence is None or not (gathering.verbal or _HAD.search(document.lowered, sentence.start, gathering.span.start)):
                continue
            persons = occurrences[bisect_left(starts, sentence.start) : bisect_right(starts, sentence.end)]
            clause = Clause(document.folded, document.lowered, sentence, persons, [])
            for doer in subjects(clause, gathering.span):
                _add(document, found, draft, doer, "attend", gathering.span, sentence, "host", "explicit")


_HAD = re.compile(r"(?<!\w)(?:đã|vừa)\scó\s$")


def _by_sentence(document: Document, hits: Sequence[_Hit]) -> Iterator[tuple[Span, list[_Hit]]]:
    group: list[_Hit] = []
    current: Span | None = None
    for hit in hits:
        sentence = document.sentence_at(hit[1].start)
        if sentence != current:
            if current and group:
                yield current, group
            current, group = sentence, []
        if sentence:
            group.append(hit)
    if current and group:
        yield current, group


def _bracketed(lowered: str, start: int, offset: int) -> bool:
    """Does the offset stand inside round brackets?"""
    return lowered.rfind("(", start, offset) > lowered.rfind(")", start, offset)


def _acts_by_sentence(acts: Sequence[Act]) -> dict[int, list[Act]]:
    grouped: dict[int, list[Act]] = {}
    for act in acts:
        grouped.setdefault(act.sentence.start, []).append(act)
    return grouped


def _read_sentence(
    document: Document,
    sentence: Span,
    persons: Sequence[Occurrence],
    cues: Sequence[_Hit],
    acts: Sequence[Act],
    gatherings: Sequence[Gathering],
    scene: Scene,
    found: dict[int, _Found],
) -> None:
    lowered = document.lowered
    told = min((a.verb.end for a in acts if a.rule != "according" and not _is_speaking(lowered, a)), default=sentence.end)
    real = [
        (cue, verb)
        for cue, verb in cues
        if not _in_name(verb, gatherings) and _real(document, cue, verb, sentence, gatherings)
    ]
    stops = [*(verb.start for _, verb in real), *(a.verb.start for a in acts)]
    previous: tuple[Span, list[Occurrence]] | None = None
    taken: set[int] = set()
    for cue, verb in real:
        if verb.start >= told:
            break
        clause = Clause(document.folded, lowered, sentence, persons, sorted(s for s in stops if s != verb.start))
        doers, rule = _doers(clause, verb, previous, cue)
        if rule == "subject":
            doers = _free(clause, doers, taken, cue)
        if not doers:
            continue
        if rule == "list":
            taken.update(o.span.start for o in doers)
        draft = scene.at(document, verb, sentence, gatherings)
        previous = (verb, doers)
        if cue.phrase in _WEAK and not scene.named(document, sentence, gatherings):
            continue
        if draft is None or draft.planned:
            continue
        if cue.role == "award" and rule == "subject" and _GIVEN.search(lowered, doers[-1].span.end, verb.start):
            for doer in doers:
                _add(document, found, draft, doer, "receive", verb, sentence, rule, "explicit")
            continue
        role = "speak" if cue.role == "report" and _TALK.match(lowered, verb.end) else cue.role
        for place, doer in enumerate(doers):
            unsure = rule == "list" and place > 0 and cue.role == "chair" and _BOTH.search(lowered, sentence.start, verb.start)
            _add(document, found, draft, doer, role, verb, sentence, rule, "ambiguous" if unsure else "explicit")
        if cue.role == "award":
            for one in _recipients(clause, verb):
                _add(document, found, draft, one, "receive", verb, sentence, "list", "explicit")


def _is_speaking(lowered: str, act: Act) -> bool:
    return lowered.startswith(_SPEAKING, act.verb.start)


def _real(document: Document, cue: Cue, verb: Span, sentence: Span, gatherings: Sequence[Gathering]) -> bool:
    """Is the cue said of something done here, with the object it needs?"""
    lowered = document.lowered
    if _NOT_DONE.search(lowered, max(sentence.start, verb.start - 50), verb.start):
        return False
    if cue.role == "chair" and _LEAD_AGENCY.match(lowered, verb.end):
        return False
    if cue.needs == "award" or cue.role == "award":
        inside = _AWARD.search(cue.phrase) or _AWARD.match(lowered, verb.end, sentence.end)
        return bool(inside) and not _NOT_AWARD.match(lowered, verb.end)
    if cue.needs == "gathering" and lowered.startswith("sự ", verb.start - 3):
        return cue.role == "chair"
    if cue.needs == "gathering" and not (cue.role == "direct" and _BOTH.search(lowered, sentence.start, verb.start)):
        if cue.phrase == "kết luận" and verb.start == sentence.start and _BARE_CONCLUDE.match(lowered, verb.end):
            return True
        return _object(document, verb, gatherings) is not None
    return True


def _in_name(verb: Span, gatherings: Sequence[Gathering]) -> bool:
    """Is the cue part of a gathering's name ("hội nghị công bố kết quả")?"""
    at = bisect_right(gatherings, verb.start, key=lambda g: g.span.start) - 1
    return at >= 0 and verb.start < gatherings[at].name.end


def _object(document: Document, verb: Span, gatherings: Sequence[Gathering]) -> Gathering | None:
    """The gathering named right after the verb."""
    at = bisect_left(gatherings, verb.end, key=lambda g: g.span.start)
    if at == len(gatherings) or gatherings[at].span.start - verb.end > 30:
        return None
    between = document.lowered[verb.end : gatherings[at].span.start]
    return gatherings[at] if re.fullmatch(r"\s(?:tại\s|thành công\s|cuộc\s|buổi\s|và\s|chương trình\s|nội dung\s|phiên\s)*", between) else None


def _doers(
    clause: Clause, verb: Span, previous: tuple[Span, list[Occurrence]] | None, cue: Cue
) -> tuple[list[Occurrence], str]:
    lowered = clause.lowered
    holder = clause.around(verb.start)
    if holder is not None:
        # Part of a post ("Trưởng Ban Chỉ đạo"), except in "do ông X, post, làm trưởng đoàn".
        return ([holder], "subject") if cue.phrase in ("làm trưởng đoàn", "dẫn đầu") else ([], "")
    of_what = bool(re.search(r"(?<!\w)sự\s(?:đồng\s)?$", lowered[max(clause.span.start, verb.start - 10) : verb.start]))
    if of_what:
        there = cue.role == "chair" or re.search(r"(?<!\w)(?:có|với|cùng|trước|dưới) sự\s$", lowered[max(clause.span.start, verb.start - 12) : verb.start])
        return (of_agent(clause, verb), "agent") if cue.role in ("chair", "attend") and there else ([], "")
    by = of_agent(clause, verb) if lowered.startswith(" bởi ", verb.end) else []
    if by:
        return by, "agent"
    before = subjects(clause, verb, among=cue.role == "attend")
    if before and _ASKED.search(lowered, clause.span.start, before[0].span.start):
        return [], ""
    if before and not (previous and previous[0].start > before[-1].span.start and cue.role == "attend"):
        return (before, "subject") if not _passive(clause, before[0], cue) else ([], "")
    if cue.phrase == "về phía" or _heads(clause, verb, previous):
        listed = listed_after(clause, verb)
        if listed:
            return listed, "list"
        first = introduced(clause, verb) if cue.phrase != "về phía" else []
        if first:
            return first, "introduced"
    if previous and _chained(lowered, previous[0], verb):
        return previous[1], "joined"
    return [], ""


def _free(clause: Clause, doers: list[Occurrence], taken: set[int], cue: Cue) -> list[Occurrence]:
    """Leave out those before the last who were listed by an earlier verb, or stand in a clause of their own."""
    start = len(doers) - 1
    while start > 0:
        before = doers[start - 1]
        gap = clause.lowered[before.span.end : doers[start].span.start]
        if before.span.start in taken or (";" in gap and cue.role not in ("chair", "attend", "direct", "award")):
            break
        start -= 1
    return doers[start:]


def _passive(clause: Clause, first: Occurrence, cue: Cue) -> bool:
    """ "được Giám đốc … tặng": the giver is named only as the one who granted it."""
    before = clause.lowered[max(clause.span.start, first.span.start - 6) : first.span.start]
    if cue.role == "award" and first.kind == "post" and cue.phrase == "tặng":
        return True
    return before.endswith("được ") and cue.role == "award"


# "mời Tổng Bí thư chỉ đạo hội nghị": what somebody is asked to do is not done.
_ASKED = re.compile(r"(?<!\w)(?:mời|đề nghị|giao|phân công|yêu cầu|kính mời|cử|ủy quyền)\s(?:cho\s)?(?:các\s)?$")
_HEAD = re.compile(
    r"(?:^|[.;:\n*]|[,)]\s|\s-)\s*(?:[^;:\n]{0,80},\s)?(?:cùng\s|tham gia\s|đến\s|tới\s|về\s|cũng\s|trực tiếp\s|dự,?\s(?:và\s)?|đồng\s|còn\s|trước đó,\s|"
    r"tham dự,?\s(?:và\s)?|đến dự,?\s(?:và\s)?|tới dự,?\s(?:và\s)?|tại hội nghị,?\s|tại buổi lễ,?\s|nhân dịp này,\s|chủ trì\s|phát biểu\s|và\s|khách mời\s|trong\s|trong bài\s)*$"
)


def _heads(clause: Clause, verb: Span, previous: tuple[Span, list[Occurrence]] | None) -> bool:
    """Does the verb open its clause, so that its doers come after it?"""
    start = clause.span.start
    last = clause.before(verb.start)
    begin = max(start, last.span.end if last else start, verb.start - 120)
    return bool(_HEAD.search(clause.lowered[begin : verb.start]))


_CHAIN = re.compile(r"(?:,|;|\svà|\sđồng thời|\scũng|\srồi)\s*(?:đã\s|cũng\s|đến\s|có\s|trực tiếp\s|đồng thời\s|đồng thời đã\s|thay mặt [^,;.]{2,60}\s)*$")


def _chained(lowered: str, before: Span, verb: Span) -> bool:
    """A second verb of the same doer: "dự và trao quà", "đến dự, phát biểu"."""
    gap = lowered[before.end : verb.start]
    return len(gap) < 150 and ":" not in gap and bool(_CHAIN.search(gap) or gap == " ")


def _recipients(clause: Clause, verb: Span) -> Iterator[Occurrence]:
    at = bisect_left(clause.persons, verb.end, key=lambda o: o.span.start)
    last: Occurrence | None = None
    for occurrence in clause.persons[at:]:
        if any(verb.end <= stop < occurrence.span.start for stop in clause.stops):
            return
        before = clause.lowered[(last.span.end if last else verb.end) : occurrence.span.start]
        if _NOT_RECIPIENT.search(before) or occurrence.kind not in ("full", "short"):
            return
        if not (_TO.search(before) or (last and re.fullmatch(r"\s?(?:,|;|và|,\s?và|\s)+\s?", before))):
            return
        yield occurrence
        last = occurrence


def _speak(
    document: Document, act: Act, gatherings: Sequence[Gathering], scene: Scene, found: dict[int, _Found]
) -> None:
    draft = None if act.retold else scene.at(document, act.verb, act.sentence, gatherings, speech=True)
    if draft is None or draft.planned or elsewhere(document, act, draft, scene.press):
        return
    said = document.lowered[act.verb.start : act.verb.end]
    role = {"kết luận": "conclude", "chỉ đạo": "direct"}.get(said, "speak") if act.rule != "according" else "speak"
    _add(document, found, draft, act.occurrence, role, act.verb, act.sentence, act.rule, "explicit")


def _add(
    document: Document,
    found: dict[int, _Found],
    draft: Draft,
    doer: Occurrence,
    role: str,
    verb: Span,
    sentence: Span,
    rule: str,
    certainty: str,
) -> None:
    start, end = min(doer.span.start, verb.start), max(doer.span.end, verb.end)
    derived = {"list": "list", "joined": "list"}.get(rule, "coreference" if doer.kind != "full" else "direct")
    evidence = Evidence(Span(start, end), f"role.{rule}", derived)
    entry = (document.words(verb), evidence, certainty, () if role == "receive" else on_behalf_of(document, sentence, doer))
    found.setdefault(id(draft), _Found()).roles.setdefault((doer.person, role), []).append(entry)


def _finish(people: People, found: _Found) -> tuple[RoleMention, ...]:
    """Leave out what a stronger role implies; one entry per person and role."""
    held: dict[int, set[str]] = {}
    for person, role in found.roles:
        held.setdefault(person, set()).add(role)
    result = []
    for (person, role), entries in sorted(found.roles.items(), key=lambda item: (item[1][0][1].span, _ORDER.index(item[0][1]))):
        if (role == "attend" and len(held[person]) > 1) or (role == "speak" and held[person] & _SILENT):
            continue
        certainty = "explicit" if any(e[2] == "explicit" for e in entries) else "ambiguous"
        bodies = tuple(dict.fromkeys(body for e in entries for body in e[3]))
        words, evidence = entries[0][0], tuple(e[1] for e in entries)
        result.append(RoleMention(people.persons[person].name, role, words, evidence, certainty, bodies))
    return tuple(result)
