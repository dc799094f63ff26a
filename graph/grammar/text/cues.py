"""The words that announce a role, a speech act or a gathering, from the SKOS schemes, ready for scanning.

A scheme is the only place where such words stand: `vpg:cue` of a role, the labels of a speech act, the
labels of a kind of gathering. Here they become one pattern each, built as a tree of letters so that a
scan costs the same however many words a user adds.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from graph.grammar.text.document import Document
from graph.grammar.text.normal import fold, lower
from graph.grammar.text.scan import Finder
from graph.mention import Span
from ontology.vocabulary import scheme

ROLES = frozenset(["chair", "direct", "open", "conclude", "report", "award", "receive", "speak", "attend"])


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue phrase in lower case: the role it gives and what must follow it (`needs`).

    `needs`: "gathering" (kết luận + hội nghị), "award" (trao + Bằng khen), "list" (bàn chủ tọa có + names) or
    None. `role` is "" for words that only look like a cue.
    """

    phrase: str
    role: str
    needs: str | None = None


@cache
def role_cues() -> Mapping[str, Cue]:
    """Map every cue phrase of `participation-role` to its role; a sub-role counts as its broader role.

    Phrases that only look like a cue ("dự án") map to a cue without a role, so that the longer match
    hides the shorter one.
    """
    found: dict[str, Cue] = {}
    for concept in scheme("participation-role"):
        role = concept.id if concept.id in ROLES else (concept.broader or "").rsplit("/", 1)[-1]
        if role not in ROLES:
            continue
        for need, extra in (("gathering", "cueWithGathering"), ("award", "cueWithAward"), ("list", "cueWithList")):
            found.update((key(p), Cue(key(p), role, need)) for p in concept.extra.get(extra, ()))
        found.update((p, Cue(p, "")) for p in map(key, concept.extra.get("notCue", ())))
        for phrase in map(key, (*concept.forms, *concept.cues)):
            found.setdefault(phrase, Cue(phrase, role))
    return found


@cache
def role_objects() -> Mapping[str, str]:
    """Map what is read, said or handed over in a role ("báo cáo", "lời khai mạc", "bằng khen") to the role."""
    return {
        key(words): concept.id
        for concept in scheme("participation-role")
        for words in concept.extra.get("cueObject", ())
    }


@cache
def participant_verbs() -> Finder:
    """The verbs that tell of speaking where somebody known to be there is their subject."""
    return Finder(key(v) for act in scheme("speech-act") for v in act.extra.get("cueOfParticipant", ()))


@cache
def speech_acts() -> Mapping[str, str]:
    """Map every verb of `speech-act`, in lower case, to the id of its act."""
    return {key(form): act.id for act in scheme("speech-act") for form in (*act.forms, *act.cues)}


@dataclass(frozen=True, slots=True)
class Noun:
    """A head of a gathering's name: its kind ("meeting"), its own concept ("talks"), whether it is a verb too."""

    kind: str
    concept: str
    verb: bool


@cache
def gathering_nouns() -> Mapping[str, Noun]:
    """Map every noun and verb of `gathering-kind`, in lower case, to what it names."""
    found = {}
    for concept in scheme("gathering-kind"):
        kind = (concept.broader or concept.iri).rsplit("/", 1)[-1]
        for form in (*concept.forms, *concept.cues):
            found[key(form)] = Noun(kind, concept.id, False)
        for form in concept.extra.get("verbForm", ()):
            found[key(form)] = Noun(kind, concept.id, True)
    return found


@cache
def gathering_pattern() -> re.Pattern[str]:
    """The pattern of all gathering nouns in a text in lower case, longest first."""
    return words_pattern(gathering_nouns())


@dataclass(frozen=True, slots=True)
class Hits:
    """Where a report has cues of roles, verbs of saying, gathering nouns and `role_objects`, as the text has them."""

    roles: tuple[Span, ...]
    speech: tuple[Span, ...]
    gatherings: tuple[Span, ...]
    objects: tuple[Span, ...]


def scan(document: Document) -> Hits:
    """Find all cues in one pass over the lowered text; of two that begin alike the longer one wins.

    Kept on the document: three grammars start from it.
    """
    kept: Hits | None = document.kept.get("_cues")
    if kept is None:
        found: tuple[list[Span], ...] = ([], [], [], [])
        finder, kinds = _all_cues()
        until = 0
        for at, words in finder.hits(document):
            if at >= until:
                until = at + len(words)
                span = Span(at, until)
                for kind in kinds[words]:
                    found[kind].append(span)
        kept = document.kept["_cues"] = Hits(*map(tuple, found))
    return kept


@cache
def _all_cues() -> tuple[Finder, Mapping[str, tuple[int, ...]]]:
    """All cues, and in which of the lists of `Hits` each belongs."""
    known = (role_cues(), speech_acts(), gathering_nouns(), role_objects())
    kinds = {words: tuple(i for i, cues in enumerate(known) if words in cues) for cues in known for words in cues}
    return Finder(kinds), kinds


def key(phrase: str) -> str:
    """Write a phrase as the scans see it: folded, in lower case."""
    return lower(fold(phrase)).strip()


def words_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """Compile whole-word phrases into one pattern; of two that begin alike the longer one wins."""
    tree: dict[str, object] = {}
    for phrase in phrases:
        node = tree
        for letter in phrase:
            node = node.setdefault(letter, {})  # type: ignore[assignment]
        node[""] = {}
    # Nothing of a word may stand before: asked after the first letter, so that a search leaps from one to the next.
    firsts = [rf"{re.escape(letter)}(?<!\w.){_branch(rest)}" for letter, rest in sorted(tree.items())]  # type: ignore[arg-type]
    return re.compile(rf"(?:{'|'.join(firsts)})(?!\w)")


def _branch(node: dict[str, object]) -> str:
    ends = "" in node
    parts = [re.escape(letter) + _branch(rest) for letter, rest in sorted(node.items()) if letter]  # type: ignore[arg-type]
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and not ends else "(?:" + "|".join(parts) + ")"
    return f"{body}?" if ends else body
