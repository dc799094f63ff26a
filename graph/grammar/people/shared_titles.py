"""Titles that several people share: "các Phó Chủ tịch …: A, B", "hai Phó Giám đốc là bà A và ông B"."""

import re
from collections.abc import Collection
from dataclasses import replace

from graph.grammar.names.names import starts_name
from graph.grammar.people.holders import name_at
from graph.grammar.people.mentions import Mention, mention_at
from graph.grammar.posts.posts import Post, post_at

LINK = re.compile(r"(?:;|,)? (?:và |cùng |cùng với |- )?|\n[-+*] ?")
COLON = re.compile(r"(?: gồm| là| như sau| sau)?(?: có)?(?: các đồng chí| các ông| đồng chí)?: ?")
# "hai Phó Chủ tịch tỉnh là bà A và ông B"
_ARE = re.compile(r" (?:là|gồm|gồm có)(?: các)? (?=(?:ông|bà|anh|chị|đồng chí|đ/c) )")
# "ba phó phòng là A, B, C"
_ARE_NAMED = re.compile(r",? (?:là|gồm|gồm có) ")
# "ông A (giai đoạn 1989-1993) và ông B"
_ASIDE = re.compile(r" \([^()\n]{1,40}\)(?= và |, |;|$)")
_NUMBER = re.compile(r"(?<!\w)(hai|ba|bốn|năm|0?[2-9])(?: (?:vị|đồng chí|nguyên|ông|bà))* ?$")
_NUMBERS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5}


def titled_many(folded: str, lowered: str, at: int, known: Collection[str], found: list[Mention]) -> int:
    """Read "các Phó Chủ tịch …: A, B" and "các Thứ trưởng A, B": the title goes to every name."""
    first = post_at(folded, lowered, at, known)
    if first is None:
        return at
    shared, pos = [first], first.end
    while first.name_at is None and folded.startswith(", ", pos):
        more = post_at(folded, lowered, pos + 2, known)
        if more is None or more.name_at is not None or more.generic:
            break
        shared.append(more)
        pos = more.end
    if len(shared) > 1 and not COLON.match(lowered, pos):
        shared, pos = [first], first.end
    if first.name_at is not None:
        return share(folded, lowered, first.name_at, known, found, shared, colon=False)
    colon = COLON.match(lowered, pos) or _ARE.match(lowered, pos)
    if not colon and (bare := _ARE_NAMED.match(lowered, pos)) and starts_name(folded, bare.end()):
        return share(
            folded, lowered, bare.end(), known, found, shared, colon=True, names=True, most=_how_many(lowered, at)
        )
    if colon:
        return share(folded, lowered, colon.end(), known, found, shared, colon=True, most=_how_many(lowered, at))
    if folded[pos : pos + 1] == " " and not first.generic:
        name = name_at(folded, lowered, pos + 1, known)
        if name and " " in folded[name[0] : name[1]]:
            return share(folded, lowered, pos + 1, known, found, shared, colon=False)
    return pos


def _how_many(lowered: str, at: int) -> int:
    """The number before a shared title ("hai Phó Chủ tịch"): as many names follow, no more."""
    number = _NUMBER.search(lowered, max(0, at - 24), at)
    if not number:
        return 99
    return _NUMBERS.get(number[1]) or int(number[1])


def share(
    folded: str,
    lowered: str,
    pos: int,
    known: Collection[str],
    found: list[Mention],
    shared: list[Post],
    colon: bool,
    names: bool = False,
    most: int = 99,
) -> int:
    """Read the list after a shared title; without a colon, or with `names`, only bare names take it."""
    first, end, honorific, ranked = True, pos, "", False
    link: re.Match[str] | None = None
    while True:
        if not colon and not first and not starts_name(folded, pos):
            break
        mention = mention_at(folded, lowered, pos, known, bare=True)
        if mention is None or mention.name is None:
            break
        if (
            colon
            and not first
            and mention.honorific != honorific
            and mention.honorific.startswith(("đồng chí", "đ/c", "ông", "bà"))
            and not (most < 99 and honorific in ("ông", "bà"))
        ):
            break
        honorific = mention.honorific
        if not first and (not colon and mention.posts or names and mention.lead):
            break
        other = bool(mention.ranks and mention.posts) and not ranked and not shared[-1].title.startswith(("Ủy", "Uỷ"))
        if not first and other and link and ";" in link[0]:
            break  # "các Phó Chủ tịch: A, B; Thượng tá C, post": the list has ended before C
        ranked = ranked or bool(mention.ranks)
        if not first and any(_rival(post, shared) for post in mention.posts[: mention.lead]):
            break
        mention.shared = _standing(shared, mention)
        found.append(mention)
        end, first = mention.end, False
        aside = _ASIDE.match(folded, end)
        end = aside.end() if aside else end
        most -= 1
        link = LINK.match(lowered, end) if most else None
        if not link or names and ";" in link[0]:
            break
        pos = link.end()
    return end


def _rival(post: Post, shared: list[Post]) -> bool:
    """Does a title before a name shut out the shared one ("các Phó Bí thư: A, B; nguyên Bí thư C")?"""
    return post.former or any(
        post.title.lower().removeprefix("phó ") == s.title.lower().removeprefix("phó ") for s in shared
    )


def _standing(shared: list[Post], mention: Mention) -> list[Post]:
    """The shared posts; "(Thường trực)" after a name belongs to the title that the list shares."""
    alone = [p for p in mention.posts if p.body is None and p.title.lower() == "thường trực"]
    if not alone or not shared:
        return list(shared)
    mention.posts = [p for p in mention.posts if p not in alone]
    return [*shared[:-1], replace(shared[-1], title=f"{shared[-1].title} Thường trực")]


def share_back(folded: str, lowered: str, found: list[Mention]) -> None:
    """Give a title after the last of several names to all: "A, B (đều là Phó Bí thư)", "; A, B, Phó Chủ tịch Hội;"."""
    for i, last in enumerate(found):
        own = last.posts[last.lead :]
        if i == 0 or last.lead or not own or last.name is None:
            continue
        all_of_them = _ALL.search(lowered, last.name[1], own[0].head + 1)
        elected = _ELECTED.match(lowered, last.name[1]) and _MANY_SEATS.match(own[0].title.lower())
        if elected and found[i - 1].end + 4 == last.start and lowered.startswith(" và ", found[i - 1].end):
            before = found[i - 1]
            if before.name and not before.posts and not before.ranks:
                before.shared, before.bare = [own[0]], False
            continue
        if last.honorific or last.ranks:
            continue
        if not all_of_them and not (len(own) == 1 and _MANY_SEATS.match(own[0].title.lower())):
            continue
        for before in reversed(found[:i]):
            gap = lowered[before.end : found[i].start]
            if before.name is None or before.posts or before.ranks or before.honorific or gap not in (", ", " và "):
                break
            opened = lowered.endswith(_OPENERS, 0, before.start) and folded[last.end : last.end + 1] in (";", ".")
            if not all_of_them and not opened:
                break
            before.shared, before.bare = list(own), False
            i -= 1


_ELECTED = re.compile(r",? (?:đã )?được (?:bầu|bổ nhiệm|tái cử|chỉ định|điều động)")
_ALL = re.compile(r"(?<!\w)(?:đều|cùng) (?:là|giữ)(?!\w)")
_MANY_SEATS = re.compile(r"(?:phó|ủy viên|uỷ viên|thứ trưởng)(?!\w)")
_OPENERS = ("; ", ": ", "gồm ", "có ")
