"""One mention of a person: what stands before the name, the name, and the posts after it.

"đồng chí Trung tướng A, Ủy viên …, Thứ trưởng …"; "Phó Bí thư …, Chủ tịch UBND tỉnh … A"; "ông A (Giám đốc …)";
"bà A là Phó Giám đốc …". A post that runs into another name is not this person's: it begins the next mention.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from graph.grammar.bodies.glued import begins_other, may_begin
from graph.grammar.bodies.places import place_at
from graph.grammar.names.names import (
    INITIALS,
    LONGEST,
    SYLLABLE,
    foreign,
    highland,
    plausible,
    run_at,
    starts_name,
    strong_surnames,
)
from graph.grammar.names.ranks import FORMER, gender_of, honorific_at, honorific_pattern, rank_labels, rank_pattern
from graph.grammar.people.holders import alone, name_at, names_holder, one_person
from graph.grammar.posts.joined_posts import (
    ASIDE,
    BETWEEN,
    JOINED,
    ONCE,
    PLANNED_FOR,
    ending_in_place,
    may_go_on,
    of_another,
    of_land,
    over_comma,
)
from graph.grammar.posts.posts import Post, post_at


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


# What may stand between a post and the next title or the name.
_LEAD = re.compile(r",? ?- |, (?:đồng thời là )?| kiêm |, kiêm | đồng thời là | ")
_SIR = re.compile(rf"(?:ông|bà) {SYLLABLE} {SYLLABLE}")
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
    pos = _read_titles(folded, lowered, found, known)
    if pos is None:
        return None
    found.lead = len(found.posts)
    after_posts = pos > (found.posts[-1].end if found.posts else -1) or pos == at
    generic = found.posts and found.posts[-1].generic
    name = name_at(folded, lowered, pos, known) if after_posts and not generic else None
    if name is None:
        if not found.posts:
            return None
        found.end = found.posts[-1].end
        return found
    return found if _read_name(folded, lowered, found, name, known, bare) else None


def _read_titles(folded: str, lowered: str, found: Mention, known: Collection[str]) -> int | None:
    """Read the honorific, ranks and posts before a name into `found`; return where the name is due, if anywhere."""
    at = pos = found.start
    owned = lowered.endswith(("của ", "ủy quyền ", "thay mặt ", "quyền "), max(0, at - 10), at)
    joined = False
    for _ in range(12):
        if not may_begin(lowered, pos):
            break
        honorific = honorific_at(folded, lowered, pos)
        if honorific and lowered.startswith("đại biểu", pos) and post_at(folded, lowered, pos, known):
            honorific = None  # "đại biểu Quốc hội" is a post
        if honorific and folded[honorific.end() : honorific.end() + 1] and not honorific[0][-1].isalnum():
            if found.posts and not joined and (owned or not one_person(folded, lowered, honorific.end(), known)):
                break
            if pos == at and folded[at].isupper() and (place_at(folded, lowered, at) or 0) > honorific.end():
                return None
            if not folded[honorific.end()].isupper() and not begins_other(lowered, honorific.end()):
                break
            found.honorific = honorific[0].strip(" :.")
            found.gender = found.gender or gender_of().get(found.honorific.split(" ")[0])
            pos = honorific.end()
            continue
        rank = rank_pattern().match(lowered, pos)
        if rank:
            found.ranks.append((rank_labels()[rank[0]], rank.start(), rank.end()))
            pos = _after_rank(folded, lowered, rank.end(), known)
            continue
        post = post_at(folded, lowered, pos, known)
        if post is None:
            break
        found.posts.append(post)
        pos, follows = _after_post(folded, lowered, at, post, owned, known)
        if not follows:
            break
        joined = joined or follows == "title"
    return pos


def _after_rank(folded: str, lowered: str, end: int, known: Collection[str]) -> int:
    """Where the name, or the post of the same person, may begin after a rank."""
    pos = end + (folded[end : end + 1] == " ")
    if folded.startswith((", ", "- "), pos) and (
        post_at(folded, lowered, pos + 2, known)
        or honorific_pattern().match(lowered, pos + 2)
        and folded[pos + 2].isupper()
    ):
        pos += 2
    return pos


def _after_post(folded: str, lowered: str, at: int, post: Post, owned: bool, known: Collection[str]) -> tuple[int, str]:
    """Say where a mention that begins at `at` goes on after `post`, and with what.

    Returns:
        The offset; "post" for a further post there, "title" for a rank or an honorific, "" for a name, or nothing.
    """
    if post.generic:
        return post.end, ""
    if post.name_at is not None:
        return post.name_at, ""
    link = _LEAD.match(lowered, post.end)
    if not link:
        return post.end, ""
    after = link.end()
    if link[0][0] == "," and _ON_BEHALF.search(lowered, max(0, at - 20), at) and _acts(folded, lowered, after, known):
        return post.end, ""
    upper = folded[after : after + 1].isupper()
    if link[0] == " " and upper and names_holder(folded, lowered, after, post, known):
        return after, ""
    named = link[0] == " " and post.body and _SIR.match(folded, after)  # "Chánh Thanh tra TP Hà Nội ông A"
    if link[0] != " " or upper or named or rank_pattern().match(lowered, after):
        if post_at(folded, lowered, after, known):
            return after, "post"
        titled = rank_pattern().match(lowered, after) or honorific_pattern().match(lowered, after)
        if titled and not owned and one_person(folded, lowered, after, known):
            return after, "title"
        beside = link[0] in (" - ", ", ") and post.body and starts_name(folded, after)
        if beside and alone(folded, lowered, after, known, listed=link[0] == ", "):
            return after, ""
    return post.end, ""


def _read_name(
    folded: str, lowered: str, found: Mention, name: tuple[int, int], known: Collection[str], bare: bool
) -> bool:
    """Read a name and the posts after it into `found`; say whether it is a person's."""
    untitled = not (found.posts or found.ranks or found.honorific)
    words = folded[slice(*name)].replace(" - ", "-").split(" ")
    single = len(words) == 1 and "." not in words[0]
    untold = words[-1] in INITIALS and not (single or found.posts or found.ranks)
    if untold or single and not highland(words[0]) or single and untitled and words[0] not in known:
        if untold or untitled or len(words[0]) > 1 and words[0].isupper():
            return False
        found.kind = "short"
    else:
        found.kind = "full"
        place = place_at(folded, lowered, name[0]) == name[1] and not (found.gender or found.ranks)
        if place or " ".join(words) not in known and untitled and not plausible(words):
            return False
    found.name = name
    found.end = read_trailing(folded, lowered, found, of_land(folded, lowered, found.posts, name[1]), known)
    if single and not found.posts:
        found.kind = "short"  # "ông K'Brêu", maybe a part of somebody's name
    if untitled and not bare and not found.ranks:
        told = any(p.body or {"fixedBody", "noBody", "memberOf"} & set(p.concept.extra) for p in found.posts)
        trusted = words[0] in strong_surnames() or " ".join(words) in known
        found.bare = not found.posts or len(words) <= 2 and not (told and trusted)
    return True


# "Thừa ủy quyền của Chủ tịch nước, Bí thư Tỉnh ủy A trao …": two people, of whom the second acts.
_ON_BEHALF = re.compile(r"(?:ủy quyền(?: của)?|ủy nhiệm(?: của)?|thay mặt|nhân danh) $")


def _acts(folded: str, lowered: str, at: int, known: Collection[str]) -> bool:
    """Does a named person begin at `at` with no other one right behind, who would be the one that acts?"""
    ahead = mention_at(folded, lowered, at, known)
    if ahead is None or ahead.name is None:
        return False
    other = mention_at(folded, lowered, ahead.end + 2, known) if folded.startswith(", ", ahead.end) else None
    return other is None or other.name is None


def read_trailing(
    folded: str, lowered: str, found: Mention, pos: int, known: Collection[str], past: bool = False
) -> int:
    """Read the posts after a name into `found`; return where the mention ends. `past`: they are told as once held."""
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
        if link[0] in _TAKES_OVER and (
            lowered.endswith(INSTEAD, 0, found.start)
            or PLANNED_FOR.search(lowered, max(0, found.start - 60), found.start)
        ):
            break  # "ông A thay ông B làm Giám đốc …", "đề nghị bổ nhiệm ông A giữ chức …"
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
            post = ending_in_place(folded, lowered, post, known)
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
        past = "từng" in link[0] or past and word in (",", ";", "và", ", và", "rồi", "rồi đến", "kiêm")
        once = past or ONCE.search(link[0]) or link[0].startswith(" rồi ") and found.posts and found.posts[-1].former
        if not post.former and once:
            post = replace(post, former=True)
        if post.body is None and post.title.lower() == "thường trực" and opened and found.lead == len(found.posts) > 0:
            found.posts[-1] = replace(found.posts[-1], title=f"{found.posts[-1].title} Thường trực")
            pos = end = post.end + folded.startswith(")", post.end)
            break
        if link[0] == ", nay là ":
            found.posts[found.lead :] = [replace(p, former=True) for p in found.posts[found.lead :]]
        post = over_comma(folded, lowered, post, known)
        found.posts.append(post)
        pos = end = post.end
        if opened and folded[pos : pos + 1] == ")":
            pos = end = pos + 1
            opened = False
    return end


# After whom somebody else takes a post, and how that goes on.
INSTEAD = ("thay ", "thay cho ", "thay thế ", "kế nhiệm ")
_TAKES_OVER = (" làm ", " giữ chức ", " giữ chức vụ ", " đảm nhiệm chức ", " đảm nhiệm chức vụ ")


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
    alone = post.body is None or post.end > post.body.end + 1  # "Thứ trưởng Bộ … phụ trách …"
    strangers = alone and all(foreign(word) for word in words[:2]) and place_at(folded, lowered, at) is None
    return plausible(words[:LONGEST]) or " ".join(words) in known or match is not None or strangers
