"""Puts the mentions of one block together: the best pairs first, never across a contradiction.

A block holds mentions that might be one (one name, one number, one day). Mentions that already have a
resource keep it. Two groups are joined by the best score of any two of their members, if no two members
contradict; what scores too low for that and too high to be let go is left apart and reported.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from graph.resolve.resolution import Part
from graph.resolve.score import Score

P = TypeVar("P")
RENOWNED = 5  # reports
MARGIN = 1.5  # by so much the best of two candidates that exclude each other must be better


@dataclass(frozen=True, slots=True)
class Item(Generic[P]):
    """A mention in a block. `ref` names it for ever; `fixed` is the resource it has already."""

    ref: str
    profile: P
    fixed: str | None = None

    @property
    def document(self) -> str:
        """Return the report of the mention: no two mentions of one report are one."""
        return self.ref.split("|")[1]


@dataclass
class Group(Generic[P]):
    """Mentions that are one resource. `why` says of each member what joined it, if anything did."""

    items: list[Item[P]]
    fixed: str | None
    profiles: dict[Hashable, P]
    documents: set[str]
    why: dict[str, Score] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two groups (by a member of each) that may be one: for a person to decide."""

    left: str
    right: str
    score: Score


@dataclass
class Clusters(Generic[P]):
    """The groups of a block, in order of their first member, and the doubts between them."""

    groups: list[Group[P]]
    doubts: list[Doubt]


Judge = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Comparison(Generic[P]):
    """How the mentions of one kind are compared; see `graph.resolve.profile.Kind`."""

    compare: Callable[[P, P], Score]
    strip: Callable[[P], Hashable]
    join: Callable[[P, P], P]
    judge: Judge | None = None
    vague: Callable[[P], bool] | None = None
    renown: Callable[[P, P, int], Score] | None = None


def cluster(items: Sequence[Item[P]], how: Comparison[P]) -> Clusters[P]:
    """Group the mentions of one block.

    Args:
        items: the mentions, in an order that does not depend on how they arrived.
        how: scores two profiles; `how.judge` says whether somebody decided about two mentions: they are
            not joined here, whatever was decided.
    """
    groups = dict(enumerate(_start(items, how)))
    scores = _scores(groups, how)
    while True:
        joinable = sorted((-s.total, pair) for pair, s in scores.items() if s.same and _open(groups, pair))
        pair = next((pair for _, pair in joinable if not _ambiguous(scores, pair)), None)
        if pair is None:
            break
        _join(groups, scores, pair, how)
    _settle(groups, scores, how)
    order = {item.ref: i for i, item in enumerate(items)}
    for group in groups.values():
        group.items.sort(key=lambda item: order[item.ref])
    doubts = [
        Doubt(groups[a].items[0].ref, groups[b].items[0].ref, s)
        for (a, b), s in sorted(scores.items())
        if s.doubtful or s.same
    ]
    return Clusters(sorted(groups.values(), key=lambda g: order[g.items[0].ref]), doubts)


def _start(items: Sequence[Item[P]], how: Comparison[P]) -> list[Group[P]]:
    """Begin with one group per resource that exists, and one per profile that is enough by itself."""
    groups: dict[Hashable, Group[P]] = {}
    for item in items:
        stripped = how.strip(item.profile)
        itself = how.compare(stripped, stripped)  # type: ignore[arg-type]
        name: Hashable = ("ref", item.ref)
        if item.fixed is not None:
            name = ("fixed", item.fixed)
        elif itself.same:
            name = ("profile", stripped)
        group = groups.get(name)
        if (
            group is not None
            and item.fixed is None
            and (item.document in group.documents or _judged(group.items, [item], how))
        ):
            name, group = ("ref", item.ref), None
        if group is None:
            groups[name] = Group([item], item.fixed, {stripped: item.profile}, {item.document})
            continue
        group.items.append(item)
        group.documents.add(item.document)
        _add_profile(group, stripped, item.profile, how)
        if item.fixed is None:
            group.why[item.ref] = itself
    return list(groups.values())


def _add_profile(group: Group[P], stripped: Hashable, profile: P, how: Comparison[P]) -> None:
    known = group.profiles.get(stripped)
    group.profiles[stripped] = profile if known is None else how.join(known, profile)


def _scores(groups: dict[int, Group[P]], how: Comparison[P]) -> dict[tuple[int, int], Score]:
    numbers = sorted(groups)
    found = {}
    for i, a in enumerate(numbers):
        for b in numbers[i + 1 :]:
            found[a, b] = _between(groups[a], groups[b], how)
    return found


def _judged(left: Sequence[Item[P]], right: Sequence[Item[P]], how: Comparison[P]) -> bool:
    judge = how.judge
    return judge is not None and any(judge(a.ref, b.ref) for a in left for b in right)


def _between(left: Group[P], right: Group[P], how: Comparison[P]) -> Score:
    """Return the best score of two members; a conflict of any two is a conflict of the groups."""
    if left.documents & right.documents:
        return Score(-99.0, (Part("report", -99.0, "one report names them both"),), conflict=True)
    if _judged(left.items, right.items, how):
        return Score(-99.0, (Part("judgement", -99.0, "somebody decided about these two"),), conflict=True)
    best = Score(-99.0)
    for a in left.profiles.values():
        for b in right.profiles.values():
            score = how.compare(a, b)
            if score.conflict:
                return score
            if score.total > best.total:
                best = score
    return best


def _open(groups: dict[int, Group[P]], pair: tuple[int, int]) -> bool:
    """Say whether two groups may be joined: two resources that both exist are for a person to join."""
    return groups[pair[0]].fixed is None or groups[pair[1]].fixed is None


def _settle(groups: dict[int, Group[P]], scores: dict[tuple[int, int], Score], how: Comparison[P]) -> None:
    """Join vague mentions to the one resource of the block that many reports tell of, if there is just one."""
    vague, renown = how.vague, how.renown
    if vague is None or renown is None:
        return
    told = {n: g for n, g in groups.items() if not all(vague(p) for p in g.profiles.values())}
    if len(told) != 1:
        return
    (known,) = told
    if len(groups[known].documents) < RENOWNED:
        return
    everything = _together(groups[known], how)
    for number in sorted(set(groups) - set(told)):
        pair = (min(known, number), max(known, number))
        if scores[pair].conflict or not _open(groups, pair):
            continue
        found = min(
            (renown(p, everything, len(groups[known].documents)) for p in groups[number].profiles.values()),
            key=lambda score: score.total,
        )
        whole = Score(found.total + max(0.0, scores[pair].total - _of(scores[pair], "name")), found.parts)
        if whole.same:
            scores[pair] = whole
            _join(groups, scores, pair, how)
            known = known if known in groups else number


def _of(score: Score, name: str) -> float:
    return sum(part.score for part in score.parts if part.name in (name, "post"))


def _together(group: Group[P], how: Comparison[P]) -> P:
    profiles = list(group.profiles.values())
    everything = profiles[0]
    for profile in profiles[1:]:
        everything = how.join(everything, profile)
    return everything


def _ambiguous(scores: dict[tuple[int, int], Score], pair: tuple[int, int]) -> bool:
    """Say whether one of a pair might as well be a third, which is not the other: then nobody can tell."""
    total = scores[pair].total
    for one, other in (pair, pair[::-1]):
        for (a, b), score in scores.items():
            if one not in (a, b) or (a, b) == pair:
                continue
            third = b if a == one else a
            between = scores[min(other, third), max(other, third)]
            if score.same and between.conflict and score.total > total - MARGIN:
                return True
    return False


def _join(
    groups: dict[int, Group[P]],
    scores: dict[tuple[int, int], Score],
    pair: tuple[int, int],
    how: Comparison[P],
) -> None:
    keep, gone = pair if groups[pair[0]].fixed or not groups[pair[1]].fixed else (pair[1], pair[0])
    score, into, other = scores.pop(pair), groups[keep], groups.pop(gone)
    into.why.update({item.ref: other.why.get(item.ref, score) for item in other.items})
    into.items += other.items
    into.documents |= other.documents
    for stripped, profile in other.profiles.items():
        _add_profile(into, stripped, profile, how)
    for number in groups:
        if number == keep:
            continue
        ours = tuple(sorted((keep, number)))
        theirs = scores.pop((min(gone, number), max(gone, number)))
        mine = scores[ours[0], ours[1]]
        if theirs.conflict or (not mine.conflict and theirs.total > mine.total):
            scores[ours[0], ours[1]] = theirs


def by_block(items: Sequence[Item[P]], block: Callable[[P], str]) -> dict[str, list[Item[P]]]:
    """Return the items of each block, in order; an empty block name leaves an item alone in its own."""
    blocks: dict[str, list[Item[P]]] = defaultdict(list)
    for item in items:
        blocks[block(item.profile) or f"\0{item.ref}"].append(item)
    return blocks
