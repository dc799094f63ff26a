"""What each named person did at a gathering: chaired, opened, reported, handed out awards, spoke, attended.

Cue words come from the scheme `participation-role`; `clauses` says whose they are. Precision before
recall: a cue in what somebody said, in a plan ("sẽ chủ trì") or in a task ("giao … chủ trì") gives nothing,
and a person who only comments from elsewhere has no role.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.grammar.gatherings.event_draft import Draft, name_of
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.people.enumerated import with_lines
from graph.grammar.people.persons import Occurrence, People
from graph.grammar.roles.acts import Act
from graph.grammar.roles.clauses import Clause, subjects, visitors
from graph.grammar.roles.cue_sense import BOTH, asked_until, bare_act, hands_award, in_name, is_meant, was_to
from graph.grammar.roles.doers import appointed, companions, find_doers, leave_out, opens_pair, recipients
from graph.grammar.roles.elsewhere import asked_at_home, other_day, other_year
from graph.grammar.roles.floor import takes_floor
from graph.grammar.roles.passives import told_passively
from graph.grammar.roles.presence import present
from graph.grammar.roles.role_course import Scene
from graph.grammar.roles.role_ledger import Ledger
from graph.grammar.roles.speaking import beside, speak
from graph.grammar.text.cues import Cue, gathering_pattern, role_cues, scan
from graph.grammar.text.document import Document
from graph.mention import RoleMention, Span

# Verbs of saying that introduce no content: what follows is still told by the report.
_SPEAKING = ("phát biểu", "tham luận", "trình bày", "báo cáo", "kết luận", "chỉ đạo", "trả lời")
# Done at gatherings and elsewhere: only beside the word for one.
_WEAK = frozenset({"công bố", "quán triệt", "chứng kiến", "dẫn đầu", "phát động"})
_HANDS_DECISION = frozenset({"trao quyết định", "trao các quyết định"})
_ONCE = re.compile(r"(?:vào |hồi )?(?:trước đó|năm ngoái|năm trước|năm \d|tháng \d|đầu năm|cuối năm)(?!\w)")
_SEVERAL = re.compile(r"(?<!\w)các (?:đồng chí|ông|bà|vị|lãnh đạo)(?!\w)")  # the list is of all who do it
# What is said in a speech, not read as a report: "trình bày ba kiến nghị", "trình bày những “Góp ý về …”".
_TALK = re.compile(
    r"\s(?:(?:bản|bài|một|hai|ba|bốn|các|những|một số|thêm|\d{1,2})\s)*(?:tham luận|ý kiến|quan điểm|suy nghĩ"
    r"|nguyện vọng|tâm tư|kiến nghị|đề xuất|vấn đề|khó khăn|vướng mắc|băn khoăn|ý tưởng)"
    r"|\s(?:những|các)\s\""
)
_ASKED = re.compile(r"(?<!\w)(?:kiến nghị|đề xuất|vấn đề|quan điểm|ý kiến)(?: này| trên)?(?: được| do) $")

_QUOTED = ('", ', '" - ', '"- ', '" ')

_Hit = tuple[Cue, Span]


def find_roles(
    document: Document, people: People, acts: Sequence[Act], gatherings: Sequence[Gathering], scene: Scene
) -> Mapping[int, tuple[RoleMention, ...]]:
    """Find the roles of named persons, by the `id` of the gathering's draft."""
    ledger = Ledger(document)
    scene.press.update(asked_at_home(document, people.occurrences, scene.course.drafts))
    by_sentence = _acts_by_sentence(acts)
    occurrences = people.occurrences
    starts = [o.span.start for o in occurrences]
    cued = role_cues()
    hits = [(cued[document.lowered[s.start : s.end]], s) for s in scan(document).roles]
    hits = [hit for hit in hits if hit[0].role]
    for sentence, cues in _by_sentence(document, hits):
        sentence = with_lines(document, sentence, occurrences, starts)
        persons = [
            o
            for o in occurrences[bisect_left(starts, sentence.start) : bisect_right(starts, sentence.end)]
            if o.kind != "post" or not _bracketed(document.lowered, sentence.start, o.span.start)
        ]
        if persons:
            own = by_sentence.get(sentence.start, [])
            _read_sentence(document, sentence, persons, cues, own, gatherings, scene, ledger)
    for role, doers, verb, sentence, for_others in told_passively(document, occurrences, starts):
        draft = scene.at(document, verb, sentence, gatherings)
        if draft is not None and not draft.planned and not _not_then(document, draft, sentence, verb):
            for doer in doers:
                leads = for_others and any(ledger.has(draft, doer.person, one) for one in ("chair", "award"))
                if not leads:
                    ledger.add(draft, doer, role, verb, sentence, "passive")
    scene.last_said.update((act.occurrence.person, act.verb.start) for act in acts if not act.retold)
    for act in acts:
        first = by_sentence[act.sentence.start][0] is act
        speak(document, act, gatherings, scene, ledger, first=first)
        other = beside(document, act, occurrences, starts)
        if other:
            speak(document, replace(act, occurrence=other), gatherings, scene, ledger, first=False)
    for act, only_known in takes_floor(document, occurrences, starts):
        speak(document, act, gatherings, scene, ledger, first=False, only_known=only_known)

    def known(draft: Draft, shown: Sequence[Occurrence]) -> bool:
        return any(ledger.is_there(draft, o.person) for o in shown)

    for draft in scene.course.drafts:
        ledger.forget_unconfirmed(draft)
    _hosts(document, occurrences, starts, scene, ledger)
    for draft, doer, span, rule in present(document, people, gatherings, scene, known):
        ledger.add(draft, doer, "attend", span, span, rule)
    return ledger.finished(people)


def _hosts(
    document: Document, occurrences: Sequence[Occurrence], starts: Sequence[int], scene: Scene, ledger: Ledger
) -> None:
    """Who holds a talk, receives or meets somebody attends it: "đồng chí X đã tiếp …", "… có buổi làm việc với"."""
    for draft in scene.course.drafts:
        for gathering in draft.mentions if not draft.planned else ():
            sentence = document.sentence_at(gathering.span.start)
            if sentence is None:
                continue
            before = max(sentence.start, gathering.span.start - 11)
            had = _HAD.search(document.lowered, before, gathering.span.start)
            if not (gathering.verbal or gathering.noun == "hội đàm" or had):
                continue
            verb = Span(had.start(), gathering.span.end) if had else gathering.span
            persons = occurrences[bisect_left(starts, sentence.start) : bisect_right(starts, sentence.end)]
            clause = Clause(document.folded, document.lowered, sentence, persons, [])
            for doer in subjects(clause, verb) or visitors(clause, verb):
                ledger.add(draft, doer, "attend", gathering.span, sentence, "host")


_HAD = re.compile(r"(?<!\w)(?:có|tiến hành|bước vào|kết thúc)\s$")


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
    ledger: Ledger,
) -> None:
    lowered = document.lowered
    whole = Clause(document.folded, lowered, sentence, persons, [])
    told = min(
        (a.verb.end for a in acts if a.rule != "according" and not _is_speaking(lowered, a)), default=sentence.end
    )
    asked = asked_until(lowered, sentence, persons)
    real = [
        (cue, verb)
        for cue, verb in cues
        if verb.start >= asked
        and not in_name(verb, gatherings)
        and (is_meant(document, cue, verb, sentence, gatherings) or bare_act(whole, cue, verb))
    ]
    stops = sorted([*(verb.start for cue, verb in real if cue.needs != "list"), *(a.verb.start for a in acts)])
    previous: tuple[Span, list[Occurrence]] | None = None
    taken: set[int] = set()
    waiting: tuple[str, Span] | None = None
    handed: list[Occurrence] | None = None  # to whom a decision was
    for cue, verb in real:
        if verb.start >= told and not scene.retold(sentence):
            closer = _closes(lowered, cue, verb, acts)
            draft = scene.at(document, verb, sentence, gatherings) if closer else None
            if closer and draft and not draft.planned:
                ledger.add(draft, closer, cue.role, verb, sentence, "joined")
            if closer:
                continue
            break
        clause = Clause(document.folded, lowered, sentence, persons, stops, verb.start)
        doers, rule = find_doers(clause, verb, previous, cue)
        if waiting and rule in ("introduced", "list"):
            # "Chủ trì và phát biểu khai mạc hội nghị, ông A …": A's verb is the one before, too.
            draft = scene.at(document, verb, sentence, gatherings)
            if draft and not draft.planned:
                ledger.add(draft, doers[0], waiting[0], waiting[1], sentence, rule)
        waiting = None
        if not doers and opens_pair(clause, cue, verb, real):
            waiting = (cue.role, verb)
            continue
        if previous and handed and doers and all(doer in handed for doer in doers) and cue.role == "award":
            doers, rule = previous[1], "joined"  # "A trao quyết định cho B, trao Bằng khen cho C": A does both
        if rule == "subject":
            doers = leave_out(clause, doers, taken, cue)
        if not doers:
            if cue.role == "award" and clause.around(verb.start) is None:  # "ông Thưởng" hands out nothing
                draft = scene.at(document, verb, sentence, gatherings)
                _receive(document, clause, draft, verb, sentence, ledger)
            continue
        if rule == "list":
            taken.update(o.span.start for o in doers)
        draft = scene.at(document, verb, sentence, gatherings)
        previous = (verb, doers)
        if cue.role == "chair" and was_to(lowered, verb, sentence):
            continue
        if (
            cue.phrase in _WEAK
            and not scene.named(document, sentence, gatherings)
            and not (cue.phrase == "công bố" and draft and _shown(document, draft, doers, verb, ledger))
        ):
            continue
        if draft is None or draft.planned or _not_then(document, draft, sentence, verb):
            continue
        by = cue.phrase == "công bố" and lowered.endswith("được ", sentence.start, doers[0].span.start)
        if by and not any(sentence.start <= g.span.start < sentence.end for g in draft.mentions):
            continue  # "Thông tin trên được ông A công bố sáng nay"
        if cue.phrase in _HANDS_DECISION:
            handed = list(appointed(clause, verb))
            if not _ONCE.match(lowered, sentence.start) and (
                "quyết định" in name_of(document, draft) or scene.named(document, sentence, gatherings)
            ):
                for one in (*doers, *handed):  # neither an award nor one received, but both were there
                    ledger.add(draft, one, "attend", verb, sentence, rule)
            continue
        if handed is not None and cue.role == "award" and not hands_award(lowered, verb, sentence):
            if all(ledger.is_there(draft, doer.person) for doer in doers):
                for one in recipients(clause, verb):
                    ledger.add(draft, one, "attend", verb, sentence, "list")
            continue  # "… và tặng hoa chúc mừng": of the same rite
        if rule == "given":
            for doer in doers:
                ledger.add(draft, doer, "receive", verb, sentence, rule)
            continue
        shown = document.kind_at(verb.start) == "caption" or verb.start > scene.end(document)
        role = _role_of(lowered, cue, verb, doers[0], shown=shown)
        if shown:
            draft = _shown_at(draft, doers, sentence, scene, ledger)
        both = rule == "list" and cue.role == "chair" and BOTH.search(lowered, sentence.start, verb.start)
        for place, doer in enumerate(doers):
            unsure = both and place > 0 and not _SEVERAL.search(lowered, verb.end, doer.span.start)
            ledger.add(draft, doer, role, verb, sentence, rule, "ambiguous" if unsure else "explicit")
        if role == "chair" and rule in ("subject", "joined"):
            others, role = companions(clause, verb, cue)
            for other in others:
                ledger.add(draft, other, role, verb, sentence, "list")
        if cue.role == "award" and rule != "list":  # "Trao các phần thưởng này là ông A": A gives
            _receive(document, clause, draft, verb, sentence, ledger)


def _role_of(lowered: str, cue: Cue, verb: Span, first: Occurrence, *, shown: bool) -> str:
    """Give the role of a cue here: a talk read, or what a picture shows being presented, is a speech and no report."""
    if cue.role == "report" and (
        _TALK.match(lowered, verb.end)
        or (cue.phrase == "trình bày" and _ASKED.search(lowered, max(0, first.span.start - 24), first.span.start))
        or lowered.endswith("phát biểu ", 0, verb.start)
        or (shown and cue.phrase == "trình bày" and lowered.startswith((" tại ", " trong "), verb.end))
    ):
        return "speak"
    if cue.phrase == "trình bày" and lowered.endswith(_QUOTED, 0, first.span.start):
        return "speak"  # "…", ông A trình bày.
    return cue.role


def _receive(
    document: Document, clause: Clause, draft: Draft | None, verb: Span, sentence: Span, ledger: Ledger
) -> None:
    """Those handed an award by whomever: "Ủy ban MTTQ tỉnh tặng Bằng khen cho ông X"."""
    if draft is None or draft.planned or _not_then(document, draft, sentence, verb):
        return
    for one in recipients(clause, verb):
        ledger.add(draft, one, "receive", verb, sentence, "list")


def _closes(lowered: str, cue: Cue, verb: Span, acts: Sequence[Act]) -> Occurrence | None:
    """“đồng chí X tiếp thu ý kiến và bế mạc hội nghị”: whose second verb it is."""
    last = max((a for a in acts if a.verb.end <= verb.start), key=lambda a: a.verb, default=None)
    meets = gathering_pattern().match(lowered, verb.end + 1)
    himself = ("khi ", "đồng thời ", " ông đã ", " bà đã ", " ông vừa ", " bà vừa ")
    if last is not None and cue.role == "chair" and meets and lowered.endswith(himself, 0, verb.start):
        return last.occurrence  # "… nói tại Berlin, sau khi chủ trì cuộc họp"
    if last is not None and cue.role == "report" and lowered.startswith(_OPENS_TALK, last.verb.start):
        return last.occurrence if _AND_CLOSES.fullmatch(lowered, last.verb.end, verb.start) else None
    if last is None or cue.role not in ("conclude", "open", "award"):
        return None
    if cue.role == "award" and last.act not in _WISHES:
        return None
    return last.occurrence if _AND_CLOSES.fullmatch(lowered, last.verb.end, verb.start) else None


# What one does before the report itself: "đã ôn lại truyền thống và trình bày báo cáo".
_OPENS_TALK = ("ôn lại", "phát biểu", "nhắc lại", "điểm lại", "cảm ơn", "chào mừng", "chúc mừng", "tiếp thu")


_AFTER_TALK = re.compile(
    r"(?:khép|khép lại|kết thúc|sau|tiếp theo|mở đầu) phần (?:thảo luận|tham luận|giải lao|văn nghệ|hỏi đáp)(?!\w)"
)


def _shown(document: Document, draft: Draft, doers: Sequence[Occurrence], verb: Span, ledger: Ledger) -> bool:
    """Does a caption show somebody known to be there at it, or the course of the gathering place them there?"""
    line = document.line_at(verb.start)
    sentence = document.sentence_at(verb.start)
    captioned = line is not None and _PICTURE.search(document.lowered, line.span.start, line.span.end)
    captioned = captioned or (sentence is not None and _AFTER_TALK.match(document.lowered, sentence.start))
    return bool(captioned) and all(ledger.is_there(draft, doer.person) for doer in doers)


_PICTURE = re.compile(r"(?:-|\()\s?ảnh: ")
# "chúc mừng bà con và trao quà": what follows these is still told by the report.
_WISHES = frozenset({"congratulate", "thank", "praise"})
_AND_CLOSES = re.compile(r"[^;:.\"]{0,80}?(?: và|,| đồng thời)\s(?:phát biểu\s|tuyên bố\s|đã\s)?")


def _shown_at(draft: Draft, doers: Sequence[Occurrence], sentence: Span, scene: Scene, ledger: Ledger) -> Draft:
    """The gathering of a picture that does not name one: where the persons are known to have been."""
    here = [g for g in draft.mentions if sentence.start <= g.span.start < sentence.end]
    if any(not g.bare for g in here):
        return draft
    there = [d for d in scene.course.drafts if any(ledger.is_there(d, o.person) for o in doers)]
    if here:  # "… chủ trì cuộc họp báo": one of that kind where they are known to have been
        there = [d for d in there if d.concept == draft.concept and not d.planned]
    return there[0] if there and draft not in there else draft


def _not_then(document: Document, draft: Draft, sentence: Span, verb: Span) -> bool:
    """Does the sentence tell of another day, without naming the gathering?"""
    if other_year(document, sentence, draft):
        return True
    if any(sentence.start <= g.span.start < sentence.end for g in draft.mentions):
        return False
    return other_day(document, sentence.start, verb.start, draft)


def _is_speaking(lowered: str, act: Act) -> bool:
    return lowered.startswith(_SPEAKING, act.verb.start)
