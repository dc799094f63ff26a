"""Persons of a report: who is named, with which ranks and posts, and where each is mentioned again.

`find_people` is the way in: it reads the text once, joins the mentions of one human being and
completes the bodies of the posts from the rest of the report.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from graph.grammar.bodies.glued import MEDIA
from graph.grammar.bodies.places import place_at, provinces
from graph.grammar.names.coreference import Person, Seat, body_words, by_given_name, by_posts, by_pronoun
from graph.grammar.names.names import SYLLABLE, foreign, highland, name_key, name_runs, plausible, surnames
from graph.grammar.names.ranks import academic_titles
from graph.grammar.people.listed_names import listed_names
from graph.grammar.people.lists import EPONYM, find_mentions
from graph.grammar.people.mentions import Mention
from graph.grammar.people.spellings import merge, respelled
from graph.grammar.posts.holding import hold, settle
from graph.grammar.posts.seats import deputy_seat, seat_of
from graph.grammar.text.document import Document
from graph.grammar.text.normal import LOWER, UPPER, fold
from graph.grammar.text.scan import first_words, places_of
from graph.mention import Evidence, PersonMention, PostMention, RankMention, Span


@dataclass(slots=True)
class Occurrence:
    """One place where a person is mentioned.

    `span`: the whole mention (honorific, rank, posts, name, posts after the name). `head`: the core
    that identifies (the name, or the bare post or pronoun). `person`: index into `People.persons`.
    `kind`: "full", "short", "post" or "pronoun". `posts`: indexes into that person's posts, those
    stated here.
    """

    span: Span
    head: Span
    person: int
    kind: str
    posts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class People:
    """Persons in the order of the text; occurrences sorted by `span.start`, never overlapping."""

    persons: tuple[PersonMention, ...]
    occurrences: tuple[Occurrence, ...]


def find_people(document: Document) -> People:
    """Find the named persons of a report and all their mentions.

    Everyone who is named with an honorific, rank or post is returned, private people too: who stays is
    decided when the roles are known.
    """
    runs = name_runs(document.folded)
    listed = listed_names(document)
    known = _repeated_names(document, runs) | {name for _, name in listed}
    mentions = find_mentions(document, [*runs, *listed], known)
    _unglue(document, mentions)
    persons, index = _named(document, mentions)
    occurrences = _occurrences(document, mentions, persons, index)
    settle(document, persons)
    occurrences = _one_spelling(persons, occurrences)
    # Who was only a short form of somebody's name has no words of their own left.
    places = {i: n for n, i in enumerate(i for i, p in enumerate(persons) if p.evidence)}
    if len(places) < len(persons):
        occurrences = [replace(o, person=places[o.person]) for o in occurrences]
    return People(tuple(_finished(persons[i]) for i in places), tuple(occurrences))


# Whom only the honorific tells to be a person ("ông Narongsak Osotthanakorn").
_STRANGER = re.compile(
    rf"(?<!\w)(?:[ôÔ]ng|[bB]à|[aA]nh|[cC]hị|chí|[cC]ô|[tT]hầy|tá|tướng|[úu][yỷ]) "
    rf"({SYLLABLE}(?: {SYLLABLE}){{1,5}}|[HK]'\w{{2,}})"
)
_HONORIFICS = first_words(("ông", "bà", "anh", "chị", "chí", "cô", "thầy", "tá", "tướng", "úy"))


def _repeated_names(document: Document, runs: list[tuple[int, str]]) -> frozenset[str]:
    """Full names that stand twice or more in the report: they tell where a name begins in a run of capitals."""
    counts = Counter(name for _, name in runs)
    foreign: set[str] = set()
    until = 0
    for at in places_of(document, _HONORIFICS):
        match = _STRANGER.match(document.folded, at) if at >= until else None
        if match is None:
            continue
        until = match.end()
        if (match[1].count(" ") < 2 or match[1].split(" ")[0] not in surnames()) and place_at(
            document.folded, document.lowered, match.start(1)
        ) is None:
            counts[match[1]] += 2
            foreign.add(match[1])
    for at, name in runs:
        # A school, street or ward of that name is no person, nor is "Báo Lao Động": then the name tells nothing.
        if counts[name] > 1 and (EPONYM.stands(document.lowered, max(0, at - 12), at) or name.split(" ")[0] in MEDIA):
            counts[name] = -len(runs)
    return frozenset(
        name
        for name, count in counts.items()
        if count > 1
        and (name in foreign or name.count(" ") > 1 and plausible(name.split(" ")))
        and name.lower() not in provinces()
    )


# "Lê Văn TámTheo kế hoạch": two sentences run together
_ACCENTED = "".join(letter for letter in LOWER if not letter.isascii())
_GLUED = re.compile(rf"[{_ACCENTED}][a-z]{{0,2}}(?=[{UPPER}][{LOWER}])")


def _unglue(document: Document, mentions: list[Mention]) -> None:
    """End a name where the next sentence begins without a space."""
    for mention in mentions:
        glue = _GLUED.search(document.folded, *mention.name) if mention.name else None
        if glue and mention.name:
            mention.name = (mention.name[0], glue.end())


def _named(document: Document, mentions: list[Mention]) -> tuple[list[Person], dict[str, int]]:
    """Make a person of every full name, with the posts stated at its mentions; drop names of nobody known."""
    persons: list[Person] = []
    index: dict[str, int] = {}
    for kind in ("full", "short"):
        for mention in mentions:
            if mention.name is None or mention.bare or mention.kind != kind:
                continue
            name = " ".join(document.text[slice(*mention.name)].split())
            if kind == "full" and " " not in name and highland(document.folded[slice(*mention.name)]):
                mention.kind = "short"  # who is named in full comes first
                continue
            identity = name_key(name)
            if name.isupper() and (mention.posts or mention.ranks) and " " in name:
                name = name.title()
            if name.isupper() or kind == "short" and not _foreign(document, name, mention, persons):
                continue
            if identity not in index:
                index[identity] = len(persons)
                persons.append(Person(name, identity, mention.start))
            person = persons[index[identity]]
            person.gender = person.gender or mention.gender or ("female" if " thị " in identity else None)
    return persons, index


def _foreign(document: Document, name: str, mention: Mention, persons: list[Person]) -> bool:
    """Is a single name after a post ("Tổng thống Mỹ Obama") no Vietnamese syllable, and no part of a full name?"""
    lone = highland(fold(name))
    if not (mention.lead or mention.posts or lone) or by_given_name(name, persons, mention.start, None) is not None:
        return False
    if not mention.lead and re.search(rf"(?<!\w){re.escape(name)} [{UPPER}]", document.text):
        return False  # somebody's full name stands elsewhere
    return lone or foreign(name)


def _occurrences(
    document: Document, mentions: list[Mention], persons: list[Person], index: dict[str, int]
) -> list[Occurrence]:
    """Say whom each mention means and give its posts and ranks to that person."""
    owners: list[int | None] = []
    stated: list[list[int]] = []
    seats: list[list[Seat]] = []
    for mention in mentions:
        mates = [*mention.shared, *mention.posts]
        own = [seat_of(document, post, mates, i) for i, post in enumerate(mates) if not post.generic]
        for seat in own[: len(mention.shared)]:
            _mark(seat, "list")
        if mention.kind == "full" and mention.honorific in ("đại biểu", "đb"):
            deputy = deputy_seat(document, mention.start, mention.start + len(mention.honorific))
            own += [deputy] if deputy else []
        seats.append(own)
        owner = None
        if mention.name:
            owner = index.get(name_key(" ".join(document.folded[slice(*mention.name)].split())))
        owners.append(owner)
    _drop_suffix_names(mentions, persons, owners)
    for owner, own in zip(owners, seats, strict=True):
        stated.append([hold(document, persons[owner], seat) for seat in own] if owner is not None else [])
    trail: list[tuple[int, int, int]] = []
    found: list[Occurrence] = []
    for i, mention in enumerate(mentions):
        owner = owners[i]
        if owner is None:
            owner = _resolve(document, mention, seats[i], persons, trail)
            if owner is None and mention.kind == "post" and len(seats[i]) > 1:
                owner = _by_chief(seats[i], persons)
                if owner is not None:  # the other posts of the row are that person's too
                    for seat in seats[i]:
                        _mark(seat, "coreference")
                        hold(document, persons[owner], seat)
            if owner is None:
                continue
            if mention.kind in ("short", "pronoun", "full"):
                for seat in seats[i]:
                    _mark(seat, "coreference")
                stated[i] = [hold(document, persons[owner], seat) for seat in seats[i]]
            else:
                stated[i] = _which(persons[owner], seats[i])
        persons[owner].gender = persons[owner].gender or mention.gender
        _note(mention, persons[owner])
        persons[owner].last = mention.start
        trail.append((document.sentences_before(mention.start), mention.start, owner))
        kind = mention.kind if mention.kind in ("full", "short", "post") else "pronoun"
        found.append(
            Occurrence(
                Span(mention.start, mention.end), Span(*mention.head), owner, kind, tuple(dict.fromkeys(stated[i]))
            )
        )
    return found


def _one_spelling(persons: list[Person], occurrences: list[Occurrence]) -> list[Occurrence]:
    """Join those who are one person misspelled."""
    for variant, kept in respelled(persons).items():
        posts = merge(persons, variant, kept)
        occurrences = [
            replace(o, person=kept, posts=tuple(posts[i] for i in o.posts)) if o.person == variant else o
            for o in occurrences
        ]
    return occurrences


def _mark(seat: Seat, derived: str) -> None:
    """Say of a post's own words that a list or a later mention gives them to this person."""
    seat.derived = derived
    own = seat.evidence[0]
    seat.evidence[0] = Evidence(own.span, own.rule, derived)


def _drop_suffix_names(mentions: list[Mention], persons: list[Person], owners: list[int | None]) -> None:
    """Read "ông Thiện Nhân" as a short name where someone's full name ends so; that person is no other."""
    longer: dict[tuple[str, ...], int] = {}
    for j, person in enumerate(persons):
        for size in range(2, len(person.syllables)):
            longer.setdefault(tuple(person.syllables[-size:]), j)
    for i, mention in enumerate(mentions):
        owner = owners[i]
        if owner is None or mention.kind != "full":
            continue
        own = tuple(persons[owner].syllables)
        # Three syllables may be a whole name of their own: with a post it is somebody else.
        if own in longer and (len(own) == 2 or not mention.posts):
            owners[i] = longer[own]


def _resolve(
    document: Document, mention: Mention, seats: list[Seat], persons: list[Person], trail: list[tuple[int, int, int]]
) -> int | None:
    """Find whom a mention without a full name means, or None."""
    at = mention.start
    if mention.kind == "short" and mention.name:
        return by_given_name(document.folded[slice(*mention.name)], persons, at, mention.gender)
    if mention.kind == "post":
        return by_posts(seats, persons, at) if seats else None
    if mention.kind == "pronoun":
        return by_pronoun(mention.gender, persons, trail, at)
    if mention.kind == "chief":
        return _chief(mention.honorific, persons)
    return None


def _by_chief(seats: list[Seat], persons: list[Person]) -> int | None:
    """Find the only one who heads a body that a row of bare posts names ("Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh").

    Two heads ("Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh") may be two persons, and a title without its body anybody's.
    """
    heads = [seat for seat in seats if seat.chief]
    if len(heads) != 1 or any(seat.former or not seat.stated or not seat.body for seat in seats):
        return None
    holders = {
        i
        for i, person in enumerate(persons)
        for own in person.seats
        if own.chief and not own.former and any(own.key == s.key and own.body == s.body for s in heads)
    }
    return holders.pop() if len(holders) == 1 else None


def _chief(body: str, persons: list[Person]) -> int | None:
    """Find the head of a body ("người đứng đầu Chính phủ")."""
    words = body_words(body)
    wanted = "trung ương đảng" if words == ("đảng",) else " ".join(words)
    for i, person in enumerate(persons):
        if any(s.chief and s.body and " ".join(body_words(s.body)) == wanted for s in person.seats):
            return i
    if len(words) == 1:
        # "người đứng đầu Sở": of the only one that the report names
        heads = [i for i, p in enumerate(persons) if any(s.chief and _is_a(s.body, words[0]) for s in p.seats)]
        return heads[0] if len(heads) == 1 else None
    return None


def _is_a(body: str | None, kind: str) -> bool:
    return bool(body) and body_words(body or "")[:1] == (kind,)


def _which(person: Person, seats: list[Seat]) -> list[int]:
    """The indexes of a person's posts that a bare post names."""
    found = []
    for seat in seats:
        same = [i for i, own in enumerate(person.seats) if own.key == seat.key][:1]
        for own in (person.seats[i] for i in same):
            if own.state and own.body is None and seat.stated:  # "Tổng thống Donald Trump … Tổng thống Mỹ"
                own.body, own.derived = seat.body, "coreference"
                own.evidence.extend(seat.evidence)
        found += same
    return found


def _note(mention: Mention, person: Person) -> None:
    """Write down the ranks and the words of a mention."""
    rule, derived = {
        "full": ("name", "direct"),
        "short": ("given-name", "coreference"),
        "post": ("bare-post", "coreference"),
    }.get(mention.kind, ("pronoun", "coreference"))
    person.evidence.append(Evidence(Span(mention.start, mention.end), rule, derived))
    person.academic = person.academic or mention.kind == "full" and mention.honorific in academic_titles()
    for label, start, end in mention.ranks:
        person.ranks.setdefault(label, []).append(Evidence(Span(start, end), "rank"))


def _finished(person: Person) -> PersonMention:
    """Freeze what was read of one person."""
    posts = tuple(
        PostMention(
            title=seat.title,
            org=seat.body,
            evidence=tuple(seat.evidence),
            stated_org=seat.stated,
            former=seat.former,
            acting=seat.acting,
        )
        for seat in person.seats
    )
    ranks = tuple(RankMention(label, tuple(evidence)) for label, evidence in person.ranks.items())
    return PersonMention(person.name, tuple(person.evidence), ranks, posts, person.academic)
