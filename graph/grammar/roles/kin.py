"""Who is named only to say whose somebody is: "con trai ông A", "vợ của Bộ trưởng B", "thư ký bà C".

The one named is not the one told of. A calling before a bare name ("cháu Lê Văn A", "luật sư Lê Văn A") is that
person's own, so most of these words count before a title or after "của" only.
"""

import re

_SEXES = ("trai", "gái")
# Words that no name of its own follows.
_ALONE = (
    "vợ", "ái nữ", "quý tử", "thân phụ", "thân mẫu", "thân sinh", "thân nhân", "người thân", "người nhà", "họ hàng",
    "gia đình", "hàng xóm", "người tình", "người yêu",
)  # fmt: skip
_CHILD_BY = (*_SEXES, "rể", "dâu", "nuôi", "đẻ", "ruột")
_CHILD_ORDER = ("cả", "út", "lớn", "thứ", "nhỏ")
_RELATIVE_BY = ("ruột", "họ", "rể", "dâu", "nội", "ngoại", "vợ", "chồng", "kết nghĩa")
_PARENT_BY = ("đẻ", "ruột", "vợ", "chồng", "nuôi")
# Words that count before a title or "của".
_TITLED = (
    "cháu", "em", "anh", "chị", "bố", "cha", "mẹ", "phu nhân", "phu quân", "trợ lý", "thư ký", "luật sư", "lái xe",
    "tài xế", "vệ sĩ", "cấp dưới", "đàn em", "bạn", "bạn thân", "cố vấn", "học trò", "người bạn", "đại diện gia đình",
)  # fmt: skip
_FORMER = ("cố", "nguyên", "cựu", "các")


def _one_of(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(words)})"


_ALWAYS = (
    rf"(?:(?<!vợ )chồng|{_one_of(_ALONE)}|con(?: {_one_of(_CHILD_BY)})?(?: {_one_of(_CHILD_ORDER)})?|"
    rf"(?:cháu|em|anh|chị|chú|bác|cô|dì|cậu)(?: {_one_of(_SEXES)})? {_one_of(_RELATIVE_BY)}|"
    rf"(?:em|anh|chị) {_one_of(_SEXES)}|(?:bố|cha|mẹ|ba|má) {_one_of(_PARENT_BY)})"
)
_KIN = re.compile(rf"{_ALWAYS}(?!\w)")
# "vợ chồng ông A" are A and his wife, "vợ chồng của …" others.
_WHOSE = re.compile(
    rf"(?<!\w)(?:{_ALWAYS}(?: của)?|(?:{_one_of(_TITLED)}|vợ chồng) của)(?: {_one_of(_FORMER)})? $|"
    rf"(?<!\w){_one_of(_TITLED)} $"
)
_LISTS = (_ALONE, _CHILD_BY, _CHILD_ORDER, _RELATIVE_BY, _PARENT_BY, _TITLED, _FORMER)
# The last words of all these: what stands before the one named, if anything of it does.
_ENDS = frozenset(("của", "chồng", "con", *(phrase.split()[-1] for phrases in _LISTS for phrase in phrases)))
_TITLES = ("ông ", "bà ", "đồng chí ", "ngài ")


def whose(lowered: str, person: int) -> int:
    """Give where the words begin that make the person at `person` only somebody else's kin or aide; -1 if none do.

    Args:
        lowered: the text, in small letters.
        person: where the person's mention starts.
    """
    last = lowered[max(0, person - 9) : person].split()
    if not last or last[-1].lstrip('("') not in _ENDS:
        return -1
    found = _WHOSE.search(lowered, max(0, person - 36), person)
    if found is None:
        return -1
    words = found.group()
    if " của " in words or _KIN.match(words) or lowered.startswith(_TITLES, person):
        return found.start()
    return -1
