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


@dataclass(frozen=True, slots=True)
class Item(Generic[P]):
    """A mention in a block. `ref` names it for ever; `fixed` is the resource it has already."""

    ref: str
    profile: P
    fixed: str | None = None


@dataclass
class Group(Generic[P]):
    """Mentions that are one resource. `why` says of each member what joined it, if anything did."""

    items: list[Item[P]]
    fixed: str | None
    profiles: dict[Hashable, P]
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


def cluster(
    items: Sequence[Item[P]],
    compare: Callable[[P, P], Score],
    signature: Callable[[P], Hashable],
    judge: Judge | None = None,
) -> Clusters[P]:
    """Group the mentions of one block.

    Args:
        items: the mentions, in an order that does not depend on how they arrived.
        compare: scores two profiles.
        signature: equal for profiles that compare alike, so that each is compared once.
        judge: whether somebody decided about two mentions; they are not joined here, whatever was decided.
    """
    groups = dict(enumerate(_start(items, compare, signature)))
    scores = _scores(groups, compare, judge)
    while True:
        joinable = [(-s.total, pair) for pair, s in scores.items() if s.same and _open(groups, pair)]
        if not joinable:
            break
        _join(groups, scores, min(joinable)[1])
    order = {item.ref: i for i, item in enumerate(items)}
    for group in groups.values():
        group.items.sort(key=lambda item: order[item.ref])
    doubts = [
        Doubt(groups[a].items[0].ref, groups[b].items[0].ref, s)
        for (a, b), s in sorted(scores.items())
        if s.doubtful or s.same
    ]
    return Clusters(sorted(groups.values(), key=lambda g: order[g.items[0].ref]), doubts)


def _start(
    items: Sequence[Item[P]], compare: Callable[[P, P], Score], signature: Callable[[P], Hashable]
) -> list[Group[P]]:
    """Begin with one group per resource that exists, and one per signature that is enough by itself."""
    groups: dict[Hashable, Group[P]] = {}
    for item in items:
        sign = signature(item.profile)
        itself = compare(item.profile, item.profile)
        name: Hashable = ("ref", item.ref)
        if item.fixed is not None:
            name = ("fixed", item.fixed)
        elif itself.same:
            name = ("signature", sign)
        if name in groups:
            groups[name].items.append(item)
            groups[name].profiles.setdefault(sign, item.profile)
            if item.fixed is None:
                groups[name].why[item.ref] = itself
        else:
            groups[name] = Group([item], item.fixed, {sign: item.profile})
    return list(groups.values())


def _scores(
    groups: dict[int, Group[P]], compare: Callable[[P, P], Score], judge: Judge | None
) -> dict[tuple[int, int], Score]:
    numbers = sorted(groups)
    found = {}
    for i, a in enumerate(numbers):
        for b in numbers[i + 1 :]:
            found[a, b] = _between(groups[a], groups[b], compare, judge)
    return found


def _between(left: Group[P], right: Group[P], compare: Callable[[P, P], Score], judge: Judge | None) -> Score:
    """Return the best score of two members; a conflict of any two is a conflict of the groups."""
    if judge is not None and any(judge(a.ref, b.ref) for a in left.items for b in right.items):
        said = Part("judgement", -99.0, "somebody decided about these two")
        return Score(-99.0, (said,), conflict=True)
    best = Score(0.0)
    for a in left.profiles.values():
        for b in right.profiles.values():
            score = compare(a, b)
            if score.conflict:
                return score
            if score.total > best.total:
                best = score
    return best


def _open(groups: dict[int, Group[P]], pair: tuple[int, int]) -> bool:
    """Say whether two groups may be joined: two resources that both exist are for a person to join."""
    return groups[pair[0]].fixed is None or groups[pair[1]].fixed is None


def _join(groups: dict[int, Group[P]], scores: dict[tuple[int, int], Score], pair: tuple[int, int]) -> None:
    keep, gone = pair if groups[pair[0]].fixed or not groups[pair[1]].fixed else (pair[1], pair[0])
    score, into, other = scores.pop(pair), groups[keep], groups.pop(gone)
    into.why.update({item.ref: other.why.get(item.ref, score) for item in other.items})
    into.items += other.items
    for sign, profile in other.profiles.items():
        into.profiles.setdefault(sign, profile)
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
