"""One mention of a person: what stands before the name, the name, and the posts after it.

"đồng chí Trung tướng A, Ủy viên …, Thứ trưởng …"; "Phó Bí thư …, Chủ tịch UBND tỉnh … A"; "ông A (Giám đốc …)";
"bà A là Phó Giám đốc …". A post that runs into another name is not this person's: it begins the next mention.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from graph.grammar.body_words import NEVER_NAMES, body_pattern
from graph.grammar.glued import begins_other, may_begin
from graph.grammar.joined_posts import (
    ASIDE,
    BETWEEN,
    JOINED,
    ONCE,
    ending_in_place,
    may_go_on,
    of_another,
    of_land,
    over_comma,
)
from graph.grammar.names import (
    INITIALS,
    LONGEST,
    SYLLABLE,
    foreign,
    highland,
    parted_end,
    plausible,
    run_at,
    spelled_end,
    starts_name,
    strong_surnames,
    surnames,
)
from graph.grammar.places import place_at
from graph.grammar.posts import Post, post_at
from graph.grammar.ranks import FORMER, gender_of, honorific_pattern, rank_labels, rank_pattern


@dataclass(slots=True)
class Mention:
    """A mention as it stands in the text; offsets of the report's text.

    `kind`: "full" (a name of two or more syllables), "short" (one syllable after an honorific), "post"
    (posts without a name) or "pronoun". `name`: its span. `lead`: how many of `posts` stand before the
    name. `gender`: "male", "female" or None, as the honorific says.
    """

    start: int
    end: int
    kind: str
    name: tuple[int, int] | None = None
    ranks: list[tuple[str, int, int]] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)
    lead: int = 0
    gender: str | None = None
    honorific: str = ""
    shared: list[Post] = field(default_factory=list)
    bare: bool = False

    @property
    def head(self) -> tuple[int, int]:
        """The span that identifies: the name, else the posts, else the pronoun."""
        if self.name:
            return self.name
        if self.posts and self.kind == "post":
            return self.posts[0].start, self.posts[-1].end
        return self.start, self.start + len(self.honorific) if self.kind == "pronoun" else self.end


# Honorifics that are common words too: believed only right before a capital.
_LEAD = re.compile(r",? ?- |, (?:đồng thời là )?| kiêm |, kiêm | đồng thời là | ")
# How a verb of such news begins after its subject.
ACTS = (
    r"(?:cũng|đã|còn|rất|luôn|từng|mong|nói|cho|nhấn|khẳng|yêu|đề|nêu|chia|lưu|đánh|nhận|bày|phân|chỉ|kêu|ghi|biểu"
    r"|phát|tin|giải|kiến|dẫn|kể|thừa|cảm|chúc|hoan|đồng|đặt|hỏi|trả|thông|giao|quán|gợi|tán|cam|hứa|tiếp|thẳng"
    r"|khuyến|cảnh|băn|bức|tỏ|trăn|nhắc|lý|nguyên|hiện|sẽ|vẫn|lại|được|bị|và|đang|là|gửi|trao|xác|nghiêm|tâm|trực"
    r"|thay|thống|mời|hy|quyết|động|điểm|chính|vừa|kết|khái|tha|đưa|tuyên|tiết|chứng|ôn|so|lấy|tái|cùng|vui|tự|đọc"
    r"|viết|làm|hướng|bảo|vạch|sau đó|chủ trì|chủ tọa|trình bày|tham dự|tham gia|khai mạc|bế mạc|bổ sung|nhìn nhận"
    r"|kiên quyết|lên án|bình luận|không|chưa|nhất trí|trích|tặng|đến)(?!\w)"
)
NAMED_AFTER_COLON = re.compile(rf": ?(?:{SYLLABLE} ){{1,3}}{SYLLABLE}(?=[,;.\n]| và |$)")
_ACTING = re.compile(rf"\w+ {ACTS}")


def name_at(folded: str, lowered: str, at: int, known: Collection[str] = ()) -> tuple[int, int] | None:
    """Return the span of the capitalised name that begins at `at`, cut where another phrase begins, or None."""
    if not folded[at : at + 1].isupper():
        return None
    spelled = spelled_end(folded, at)
    if spelled:
        return at, spelled
    spans = run_at(folded, at)
    for i, (start, _) in enumerate(spans[1:], 1):
        if i >= 2 and (begins_other(lowered, start) or _opens_body(folded, lowered, spans, i)):
            spans = spans[:i]
            break
    if not spans:
        return None
    words = [folded[a:b] for a, b in spans]
    loud = [word for word in words if word.isupper()]
    if loud and len(loud) < len(words) and max(map(len, loud)) > 3:
        return None
    for size in range(min(len(spans), LONGEST) if known else 0, 1, -1):
        if " ".join(words[:size]) in known:
            return at, spans[size - 1][1]
    if len(spans) > LONGEST:
        spans = spans[:4]
    return at, parted_end(folded, spans) or spans[-1][1]


def _opens_body(folded: str, lowered: str, spans: list[tuple[int, int]], i: int) -> bool:
    """Does a body's type word begin at the i-th syllable, one that is no usual syllable of a name?"""
    match = body_pattern().match(lowered, spans[i][0])
    return bool(match and (match.end() > spans[i][1] or match[0] in NEVER_NAMES))


def mention_at(folded: str, lowered: str, at: int, known: Collection[str] = (), bare: bool = False) -> Mention | None:
    """Read the mention that begins at `at`.

    Args:
        folded: the report's text (see `Document`).
        lowered: the same in lower case.
        at: where an honorific, rank, post or name begins.
        known: full names (folded) seen elsewhere in the report.
        bare: a name with nothing before or after it is believed (inside an enumeration).

    Returns:
        The mention, or None where no person and no post begins.
    """
    found = Mention(at, at, "post")
    owned = lowered.endswith(("của ", "ủy quyền ", "thay mặt ", "quyền "), max(0, at - 10), at)
    pos, joined = at, False
    for _ in range(12):
        if not may_begin(lowered, pos):
            break
        honorific = honorific_pattern().match(lowered, pos)
        if honorific and lowered.startswith("đại biểu", pos) and post_at(folded, lowered, pos, known):
            honorific = None  # "đại biểu Quốc hội" is a post
        if honorific and folded[honorific.end() : honorific.end() + 1] and not honorific[0][-1].isalnum():
            if found.posts and not joined and (owned or not _one_person(folded, lowered, honorific.end(), known)):
                break
            if pos == at and folded[at].isupper() and (place_at(folded, lowered, at) or 0) > honorific.end():
                return None
            if not folded[honorific.end()].isupper() and not _follows(lowered, honorific.end()):
                break
            found.honorific = honorific[0].strip(" :.")
            found.gender = found.gender or gender_of().get(found.honorific.split(" ")[0])
            pos = honorific.end()
            continue
        rank = rank_pattern().match(lowered, pos)
        if rank:
            found.ranks.append((rank_labels()[rank[0]], rank.start(), rank.end()))
            pos = rank.end() + (folded[rank.end() : rank.end() + 1] == " ")
            if folded.startswith((", ", "- "), pos) and (
                post_at(folded, lowered, pos + 2, known)
                or honorific_pattern().match(lowered, pos + 2)
                and folded[pos + 2].isupper()
            ):
                pos += 2
            continue
        post = post_at(folded, lowered, pos, known)
        if post is None:
            break
        found.posts.append(post)
        pos = post.end
        if post.generic:
            break
        if post.name_at is not None:
            pos = post.name_at
            break
        link = _LEAD.match(lowered, pos)
        if not link:
            break
        after = link.end()
        if (
            link[0][0] == ","
            and _ON_BEHALF.search(lowered, max(0, at - 20), at)
            and _acts(folded, lowered, after, known)
        ):
            break
        if (
            link[0] == " "
            and folded[after : after + 1].isupper()
            and _names_holder(folded, lowered, after, post, known)
        ):
            pos = after
            break
        if link[0] != " " or folded[after : after + 1].isupper() or rank_pattern().match(lowered, after):
            if post_at(folded, lowered, after, known):
                pos = after
                continue
            if _titled(lowered, after) and not owned and _one_person(folded, lowered, after, known):
                pos, joined = after, True
                continue
            if link[0] == " - " and post.body and starts_name(folded, after) and _alone(folded, lowered, after, known):
                pos = after
        break
    found.lead = len(found.posts)
    untitled = not (found.posts or found.ranks or found.honorific)
    after_posts = pos > (found.posts[-1].end if found.posts else -1) or pos == at
    name = name_at(folded, lowered, pos, known) if after_posts else None
    if name and found.posts and found.posts[-1].generic:
        name = None
    if name is None:
        if not found.posts:
            return None
        found.end = found.posts[-1].end
        return found
    words = folded[slice(*name)].replace(" - ", "-").split(" ")
    alone = len(words) == 1 and "." not in words[0]
    untold = words[-1] in INITIALS and not (alone or found.posts or found.ranks)
    if untold or alone and not highland(words[0]) or alone and untitled and words[0] not in known:
        if untold or untitled or len(words[0]) > 1 and words[0].isupper():
            return None
        found.kind = "short"
    else:
        found.kind = "full"
        place = place_at(folded, lowered, name[0]) == name[1] and not (found.gender or found.ranks)
        if place or " ".join(words) not in known and untitled and not plausible(words):
            return None
    found.name = name
    found.end = read_trailing(folded, lowered, found, of_land(folded, lowered, found.posts, name[1]), known)
    if alone and not found.posts:
        found.kind = "short"  # "ông K'Brêu", maybe a part of somebody's name
    if untitled and not bare and not found.ranks:
        told = any(p.body or {"fixedBody", "noBody", "memberOf"} & set(p.concept.extra) for p in found.posts)
        trusted = words[0] in strong_surnames() or " ".join(words) in known
        found.bare = not found.posts or len(words) <= 2 and not (told and trusted)
    return found


# "Thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy A trao …": two people, of whom the second acts.
_ON_BEHALF = re.compile(r"(?:ủy quyền(?: của)?|ủy nhiệm(?: của)?|thay mặt|nhân danh) $")


def _acts(folded: str, lowered: str, at: int, known: Collection[str]) -> bool:
    """Does a named person begin at `at` with no other one right behind, who would be the one that acts?"""
    ahead = mention_at(folded, lowered, at, known)
    if ahead is None or ahead.name is None:
        return False
    other = mention_at(folded, lowered, ahead.end + 2, known) if folded.startswith(", ", ahead.end) else None
    return other is None or other.name is None


def _follows(lowered: str, at: int) -> bool:
    """Does a rank or post follow an honorific at `at`?"""
    return begins_other(lowered, at)


def _titled(lowered: str, at: int) -> bool:
    return bool(rank_pattern().match(lowered, at) or honorific_pattern().match(lowered, at))


def _names_holder(folded: str, lowered: str, at: int, post: Post, known: Collection[str]) -> bool:
    """Does the capitalised run after a bare title ("Bộ trưởng" + run) name the one who holds it?"""
    if post.body is not None and begins_other(lowered, at):
        return False
    name = name_at(folded, lowered, at, known)
    if not name:
        return False
    words = folded[name[0] : name[1]].split(" ")
    if len(words) == 1:
        return post.body is None and not words[0].isupper() and place_at(folded, lowered, at) is None
    return " ".join(words) in known or words[0] in surnames() or post.body is None or "state" in post.concept.extra


def _one_person(folded: str, lowered: str, at: int, known: Collection[str]) -> bool:
    """Is the name after ", Thượng tướng" or "- ông" the holder of the posts before? Not if posts follow it."""
    pos = at
    for _ in range(3):
        match = honorific_pattern().match(lowered, pos) or rank_pattern().match(lowered, pos)
        if not match:
            break
        pos = match.end() + (folded[match.end() - 1] != " " and folded[match.end() : match.end() + 1] == " ")
    name = name_at(folded, lowered, pos, known)
    if not name or name[0] == at and pos == at:
        return False
    link = JOINED.match(lowered, name[1])
    return not (link and link[0][0] in " ,(" and post_at(folded, lowered, link.end(), known))


def _alone(folded: str, lowered: str, at: int, known: Collection[str]) -> bool:
    """After "Chủ tịch UBND TP … - ": a name of three syllables or more with no post of its own."""
    name = name_at(folded, lowered, at, known)
    if not name or folded.count(" ", *name) < 2 or place_at(folded, lowered, at):
        return False
    link = JOINED.match(lowered, name[1])
    return not (link and post_at(folded, lowered, link.end(), known))


def read_trailing(folded: str, lowered: str, found: Mention, pos: int, known: Collection[str]) -> int:
    """Read the posts after a name into `found`; return where the mention ends."""
    end, opened = pos, False
    for _ in range(12):
        aside = ASIDE.match(folded, pos) if folded.startswith((" (", ", người "), pos) else None
        if aside:
            pos = end = aside.end()
        if len(found.posts) == found.lead and lowered.startswith(", ", pos):
            pos = _beyond(folded, lowered, pos, known)
        link = JOINED.match(lowered, pos) if may_go_on(lowered, pos) else None
        if not link or not may_begin(lowered, link.end()):
            break
        after = link.end()
        opened = opened or link[0].startswith(" (")
        word = link[0].strip()
        apart = FORMER.match(lowered, after) or found.name and foreign(folded[slice(*found.name)])
        if word == "," and found.kind != "full" and len(found.posts) == found.lead and not apart:
            break
        if word in ("và", ";", ", và") and len(found.posts) == found.lead:
            break
        rank = rank_pattern().match(lowered, after)
        if rank and word in (",", "(", "-") and _ranked(folded, lowered, rank.end(), known):
            found.ranks.append((rank_labels()[rank[0]], rank.start(), rank.end()))
            pos = end = rank.end()
            continue
        post = post_at(folded, lowered, after, known)
        if post and (post.name_at or post.body is None) and found.kind == "full" and not found.lead:
            post = ending_in_place(folded, post, known)
        if post is None or post.generic or post.name_at is not None or _runs_on(folded, lowered, post, known):
            break
        if (
            word == ","
            and post.body is None
            and not ({"fixedBody", "noBody", "memberOf"} & set(post.concept.extra))
            and of_another(lowered, found.start, post.end)
            and not (folded.startswith(", ", post.end) and post_at(folded, lowered, post.end + 2, known))
        ):
            break
        if NAMED_AFTER_COLON.match(folded, post.end) or _is_board(folded, lowered, post):
            break
        if word == ";" and lowered.startswith((" làm ", " là ", " giữ "), post.end):
            break  # the subject of the next clause
        untitled = not (found.posts or found.ranks or found.honorific)
        if word in ("và", ";", ", và") or word == "," and (found.lead or untitled):
            ahead = mention_at(folded, lowered, after, known)
            if ahead and ahead.name and (word != "," or untitled or ahead.lead > 1):
                break  # "…, Tổng Bí thư, Chủ tịch nước" + name: the titles of the next one
        if word in ("-", ",") and found.lead and post.concept is found.posts[0].concept and post.body is None:
            break
        once = ONCE.search(link[0]) or link[0].startswith(" rồi ") and found.posts and found.posts[-1].former
        if not post.former and once:
            post = post._replace(former=True)
        if post.body is None and post.title.lower() == "thường trực" and opened and found.lead == len(found.posts) > 0:
            found.posts[-1] = found.posts[-1]._replace(title=f"{found.posts[-1].title} Thường trực")
            pos = end = post.end + folded.startswith(")", post.end)
            break
        if link[0] == ", nay là ":
            found.posts[found.lead :] = [p._replace(former=True) for p in found.posts[found.lead :]]
        post = over_comma(folded, lowered, post, known)
        found.posts.append(post)
        pos = end = post.end
        if opened and folded[pos : pos + 1] == ")":
            pos = end = pos + 1
            opened = False
    return end


def _beyond(folded: str, lowered: str, pos: int, known: Collection[str]) -> int:
    """Skip what stands between a name and its post and is none (", dân tộc Mông, Trưởng thôn …"), or stay."""
    between = BETWEEN.match(lowered, pos)
    if not between or post_at(folded, lowered, pos + 2, known):
        return pos
    post = post_at(folded, lowered, between.end() + 2, known)
    return between.end() if post and post.body else pos


def _is_board(folded: str, lowered: str, post: Post) -> bool:
    """Is "Thường trực Tỉnh ủy" the subject of what follows, a board rather than a post?"""
    if post.title.lower() != "thường trực" or not post.body or post.body.first == "ban bí thư":
        return False
    return folded[post.end : post.end + 1] == " " and lowered[post.end + 1 : post.end + 2].isalpha()


def _ranked(folded: str, lowered: str, at: int, known: Collection[str]) -> bool:
    """After a name and a rank: does a post or the end of the phrase follow, so that the rank is that person's?"""
    if folded.startswith((", ", " - "), at):
        return post_at(folded, lowered, at + (2 if folded[at] == "," else 3), known) is not None
    return folded[at : at + 1] in (")", ";", ".", "\n", "")


def _runs_on(folded: str, lowered: str, post: Post, known: Collection[str]) -> bool:
    """Does a name follow the post without a comma ("…, Bộ trưởng" + name)? Then the post is that person's."""
    if folded[post.end : post.end + 1] != " ":
        return False
    at = post.end + 1
    match = rank_pattern().match(lowered, at)
    if match:
        at = match.end() + 1
    words = [folded[a:b] for a, b in run_at(folded, at)]
    if len(words) == 1 and post.body is None and _ACTING.match(lowered, at):
        return True  # "…, Bí thư Thắng nói"
    if len(words) < 2:
        return False
    strangers = post.body is None and all(foreign(word) for word in words[:2]) and place_at(folded, lowered, at) is None
    return plausible(words[:LONGEST]) or " ".join(words) in known or match is not None or strangers
