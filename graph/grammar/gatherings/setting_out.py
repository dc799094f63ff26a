"""Who set out for a gathering did what he set out for: "bà A đã trở về Huế để chủ trì cuộc họp"."""

import re

from graph.grammar.text.normal import UPPER

# To a place named with a capital: "đã ra thông báo để chủ trì" tells of no journey.
_SET_OUT = re.compile(
    r"(?<!\w)(?:đã|vừa) (?:(?:trở|quay|bay|đi|vội|lên đường|trực tiếp) )?(?:về|đến|tới|sang|bay)"
    rf" (?:(?:thủ đô|thành phố|nước|tỉnh|huyện|xã) )?[{UPPER}][\w.]*(?: [{UPPER}][\w.]*){{0,4}}"
    r"(?: (?:ngay |vào )?(?:sáng|trưa|chiều|tối|đêm|hôm|ngày) [^,;:.\"]{1,16})? để (?:đồng )?"
    r"(?:(?:chủ trì|dự|tham dự) (?:cuộc |buổi |phiên )?)?$"
)
_REACH = 110  # characters: no alternative is longer in print


def set_out(folded: str, start: int, end: int) -> int:
    """Find the words that somebody set out for a place right before a verb, or before what he went there for.

    Args:
        folded: the text in its own case.
        start: where the clause begins.
        end: the offset of "chủ trì", or of the gathering after it.

    Returns:
        The offset of "đã" or "vừa"; -1 if no such words stand there.
    """
    if folded.find(" để ", max(start, end - 30), end) < 0:
        return -1
    found = _SET_OUT.search(folded, max(start, end - _REACH), end)
    return found.start() if found else -1
