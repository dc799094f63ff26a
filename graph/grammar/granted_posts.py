"""Posts that somebody is given further on in the sentence: "điều động ông A, …, thôi … để giữ chức Trưởng ban …"."""

import re
from collections.abc import Collection, Sequence

from graph.grammar.mentions import Mention, read_trailing
from graph.grammar.posts import post_at

_HOLDS = re.compile(
    r"(?<!\w)(?:giữ|nắm giữ|đảm nhiệm|đảm nhận)(?: các)? (?:(?:chức vụ|chức danh|chức|cương vị|trọng trách) )?(?:là )?$"
)
_HOLDS_ENDS = tuple(
    f"{word} "
    for word in ("giữ", "nhiệm", "nhận", "các", "chức vụ", "chức danh", "chức", "cương vị", "trọng trách", "là", "làm")
)
_MADE = re.compile(r"(?<!\w)làm $")
_GRANTS = re.compile(r"(?<!\w)(?:bầu|bổ nhiệm|điều động|luân chuyển|phân công|chỉ định|đề bạt|cử)(?!\w)")
# Between the holder and the verb: a plan, a proposal, another subject, the end of the clause.
_BREAKS = re.compile(
    r"[.!?;:]\s|[\n\"]|(?<!\w)(?:đề nghị|giới thiệu|đề cử|đề xuất|dự kiến|sẽ|xin|có thể|không|chưa|nếu|muốn|ứng cử|khi|"
    r"người|cán bộ|lãnh đạo|ai|những|cho|thay|mời|rằng|hứa|cho biết|yêu cầu|từ chối)(?!\w)"
    # "trao quyết định giữ chức … cho bà B": not the giver's
    r"|(?<!\w)(?:trao|công bố|ký|ban hành|đọc|triển khai) (?:các )?quyết định"
)
_FARTHEST = 230


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
    if verb is None:
        return None
    last = next((i for i in range(len(found) - 1, max(-1, len(found) - 5), -1) if _is_person(found[i])), None)
    if last is None:
        return None
    holder = found[last]
    gap = lowered[holder.end : verb.start()]
    if (
        len(gap) > _FARTHEST
        or _BREAKS.search(gap)
        or made
        and not _GRANTS.search(lowered[max(0, holder.start - 40) : at])
    ):
        return None
    post = post_at(folded, lowered, at, known)
    if post is None or post.generic or post.name_at is not None:
        return None
    holder.posts.append(post)
    end = read_trailing(folded, lowered, holder, post.end, known)
    if last and lowered[found[last - 1].end : holder.start] == " và " and _is_person(found[last - 1]):
        found[last - 1].posts.append(post)
    return end


def _is_person(mention: Mention) -> bool:
    return mention.kind in ("full", "short", "pronoun") and not mention.bare
