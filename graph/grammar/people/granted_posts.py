"""Posts that somebody is given or left apart from the name.

"điều động ông A, …, thôi … để giữ chức Trưởng ban …", "miễn nhiệm chức vụ Giám đốc … đối với ông A", "ông A thay ông
B làm Giám đốc …", "ông A sinh năm 1957, …, từng là Giám đốc …".
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from graph.grammar.people.mentions import INSTEAD, Mention, mention_at, read_trailing
from graph.grammar.posts.joined_posts import PLANNED_FOR
from graph.grammar.posts.posts import Post, post_at
from graph.grammar.text.normal import UPPER
from graph.grammar.text.word_lists import word_list

_HOLDS = re.compile(
    r"(?<!\w)(?:giữ|nắm giữ|đảm nhiệm|đảm nhận|kinh qua|trải qua)(?: qua)?(?: (?:các|nhiều|những))? "
    r"(?:(?:chức vụ|chức danh|chức|cương vị|trọng trách|vị trí)(?:,? (?:khác nhau|lãnh đạo|quan trọng|như|gồm))*:? )?"
    r"(?:là )?$"
)
_HOLDS_ENDS = tuple(
    f"{word} "
    for word in ("giữ", "nhiệm", "nhận", "các", "chức vụ", "chức danh", "chức", "cương vị", "trọng trách", "là", "làm")
    + ("như", "gồm", "như:", "gồm:", "vị:", "vụ:", "trí:", "đạo:", "nhau:", "trọng:")
)
_MADE = re.compile(r"(?<!\w)làm $")
_GRANTS = re.compile(
    r"(?<!\w)(?:bầu|bổ nhiệm|điều động|luân chuyển|phân công|chỉ định|đề bạt|cử|nhận quyết định)(?!\w)"
)
_UNSETTLED = "|".join(map(re.escape, word_list("not-so", "unsettled")))
_KIN = (
    "vợ|chồng|cha|mẹ|bố|con (?:trai|gái|rể|dâu|ruột|nuôi|ông|bà)|(?:anh|chị|em) (?:trai|gái|ruột|rể|dâu|vợ|chồng|họ)"
    "|cháu|bạn|thầy|học trò|họ hàng"
)
# Between the holder and the verb: what is not settled, another subject, the end of the clause.
_BREAKS = re.compile(
    rf"[.!?;:]\s|[\n\"]|(?<!\w)(?:{_UNSETTLED}|{_KIN}|khi|"
    r"người|cán bộ|lãnh đạo|ai|những|cho|thay|mời|rằng|cho biết)(?!\w)"
    # "trao quyết định giữ chức … cho bà B": not the giver's
    r"|(?<!\w)(?:trao|công bố|ký|ban hành|đọc|triển khai) (?:các )?quyết định"
)
_FARTHEST = 230
_PLACE = (
    rf"(?:(?:xã|phường|thị trấn|huyện|quận|thị xã|tỉnh|thành phố|tp|thôn|ấp|bản|làng|số)\.? )*"
    rf"[{UPPER}\d][\w./'-]*(?: (?:- )?[{UPPER}\d][\w./'-]*)*"
)
_LIFE_ITEM = (
    rf"(?:[Ss]inh(?: (?:ngày|tháng|năm))* [\d/.-]+(?: (?:tại|ở) {_PLACE})?|(?:SN|sn):? ?\d{{4}}"
    rf"|(?:[Qq]uê(?: quán| ở| tại)?|nguyên quán|(?:thường )?trú(?: tại| ở)?|ngụ(?: tại| ở)?|dân tộc|người dân tộc):? "
    rf"{_PLACE}|{_PLACE})"
)
# "ông A sinh năm 1957, quê Nam Định, từng làm Giám đốc …": nothing else stands between, and a comma before the
# verb, or somebody else is told of ("…, vợ là Giám đốc …").
_LIFE = re.compile(
    rf",? (?:{_LIFE_ITEM}(?:, {_LIFE_ITEM}){{0,5}}|\({_LIFE_ITEM}(?:, {_LIFE_ITEM}){{0,5}}\)),"
    r" (?:(?:hiện|nguyên|vốn|đã từng|từng) )?(?:là|làm) $"
)
_LIVES = tuple(f"{link}{word}" for link in (" ", ", ", " (", ", (") for word in ("sinh ", "sn", "quê"))
_ONCE = re.compile(r"(?<!\w)(?:từng|nguyên|vốn) (?:là|làm) $")


def granted(folded: str, lowered: str, at: int, known: Collection[str], found: Sequence[Mention]) -> int | None:
    """Give the post at `at` to the person named before in the same clause, if the words say that it is given.

    Args:
        folded: the report's text (see `Document`).
        lowered: the same in lower case.
        at: where the post begins.
        known: full names (folded) seen elsewhere in the report.
        found: the mentions read so far; the holder's gets the post.

    Returns:
        Where reading goes on, or None where nothing is given to anybody.
    """
    if not lowered.endswith(_HOLDS_ENDS, 0, at):
        return None
    holds = _HOLDS.search(lowered, max(0, at - 36), at)
    made = None if holds else _MADE.search(lowered, max(0, at - 4), at)
    verb = holds or made
    if verb is None and not lowered.endswith(" là ", 0, at):
        return None
    last = next((i for i in range(len(found) - 1, max(-1, len(found) - 5), -1) if _is_person(found[i])), None)
    if last is None:
        return None
    holder = found[last]
    if (
        at - holder.end < _FARTHEST
        and lowered.startswith(_LIVES, holder.end)
        and _LIFE.fullmatch(folded, holder.end, at)
    ):
        return _take(folded, lowered, at, known, holder, once=bool(_ONCE.search(lowered, max(0, at - 14), at)))
    if verb is None:
        return None
    if last and lowered.endswith(INSTEAD, 0, holder.start) and at - holder.end < 24:
        before = found[last - 1]  # "ông A thay ông B làm Giám đốc …"
        replaced = (
            _is_person(before)
            and _REPLACES.fullmatch(lowered, before.end, holder.start)
            and not PLANNED_FOR.search(lowered, max(0, before.start - 60), before.start)
        )
        return _take(folded, lowered, at, known, before) if replaced else None
    gap = lowered[holder.end : verb.start()]
    if (
        len(gap) > _FARTHEST
        or _BREAKS.search(gap)
        or PLANNED_FOR.search(lowered, max(0, holder.start - 60), holder.start)
        or made
        and not _GRANTS.search(lowered[max(0, holder.start - 40) : at])
    ):
        return None
    once = lowered.endswith("từng ", 0, verb.start())
    held = len(holder.posts)
    end = _take(folded, lowered, at, known, holder, once)
    if end and last and lowered[found[last - 1].end : holder.start] == " và " and _is_person(found[last - 1]):
        found[last - 1].posts.append(holder.posts[held])  # "ông A và ông B từng giữ chức …"
    return end


# "ông A được bổ nhiệm thay ông B …"
_REPLACES = re.compile(
    r",?(?: (?:đã|vừa|được|bổ nhiệm|điều động|phân công|bầu|cử|luân chuyển|về|lên|sang))*"
    r" (?:thay|kế nhiệm)(?: cho| thế)? "
)


def _take(
    folded: str, lowered: str, at: int, known: Collection[str], holder: Mention, once: bool = False
) -> int | None:
    """Give the post at `at`, and those joined to it, to a person named before; return where they end."""
    post = post_at(folded, lowered, at, known)
    if post is None or post.generic or post.name_at is not None:
        return None
    holder.posts.append(replace(post, former=True) if once else post)
    return read_trailing(folded, lowered, holder, post.end, known, past=once)


_OFFICE_ENDS = tuple(f"{word} " for word in ("chức vụ", "chức danh", "chức", "nhiệm vụ", "nhiệm", "thôi", "cách chức"))
_NEXT_POST = re.compile(r", (?:kiêm )?| kiêm | và ")
_WHOM = re.compile(
    r"(?:,? nhiệm kỳ [\d -]{4,14})? (?:đối với|với|cho) (?:các )?(?=(?:ông|bà|anh|chị|đồng chí|đ/c|đại tá|thượng tá"
    r"|trung tá|thiếu tướng|trung tướng|thượng tướng) )"
)
_TAKEN = re.compile(r"(?<!\w)(?:miễn nhiệm|bãi nhiệm|cách chức|thôi|giáng chức|tạm đình chỉ)(?!\w)")
_ONLY_PLANNED = re.compile(rf"(?<!\w)(?:{_UNSETTLED})(?!\w)[^.;\n]{{0,60}}$")


def conferred(folded: str, lowered: str, at: int, known: Collection[str]) -> Mention | None:
    """Read "miễn nhiệm chức vụ Giám đốc Sở … đối với ông A": the posts named before are that person's.

    What is only proposed to be given, or refused, is nobody's; what is proposed to be taken away is held.
    """
    if not lowered.endswith(_OFFICE_ENDS, 0, at):
        return None
    posts: list[Post] = []
    pos = at
    while True:
        post = post_at(folded, lowered, pos, known)
        if post is None or post.generic or post.name_at is not None:
            return None
        posts.append(post)
        more = _NEXT_POST.match(lowered, post.end)
        if more is None or post_at(folded, lowered, more.end(), known) is None:
            break
        pos = more.end()
    whom = _WHOM.match(lowered, posts[-1].end)
    clause = lowered[max(0, at - 90) : at]
    if whom is None or not _TAKEN.search(clause) and _ONLY_PLANNED.search(clause):
        return None
    holder = mention_at(folded, lowered, whom.end(), known)
    if holder is None or holder.kind not in ("full", "short"):
        return None
    holder.shared = posts
    return holder


def _is_person(mention: Mention) -> bool:
    return mention.kind in ("full", "short", "pronoun") and not mention.bare
