"""Who is named only to say whose somebody is: "con trai ông A", "vợ của Bộ trưởng B", "thư ký bà C".

The one named is not the one told of. A calling before a bare name ("cháu Lê Văn A", "luật sư Lê Văn A") is that
person's own, so most of these words count before a title or after "của" only.
"""

import re

# Words that no name of its own follows.
_ALWAYS = (
    r"(?<!vợ )chồng|vợ|con(?: (?:trai|gái|rể|dâu|nuôi|đẻ|ruột))?(?: (?:cả|út|lớn|thứ|nhỏ))?|ái nữ|quý tử|"
    r"(?:cháu|em|anh|chị|chú|bác|cô|dì|cậu)(?: (?:trai|gái))? (?:ruột|họ|rể|dâu|nội|ngoại|vợ|chồng|kết nghĩa)|"
    r"(?:em|anh|chị) (?:trai|gái)|(?:bố|cha|mẹ|ba|má) (?:đẻ|ruột|vợ|chồng|nuôi)|thân phụ|thân mẫu|thân sinh|"
    r"thân nhân|người thân|người nhà|họ hàng|gia đình|hàng xóm|người tình|người yêu"
)
_TITLED = (
    r"cháu|em|anh|chị|bố|cha|mẹ|phu nhân|phu quân|trợ lý|thư ký|luật sư|lái xe|tài xế|vệ sĩ|cấp dưới|đàn em|bạn|"
    r"bạn thân|cố vấn|học trò|người bạn|đại diện gia đình"
)
_WHOSE = re.compile(
    rf"(?<!\w)(?:(?:{_ALWAYS})(?: của)?|(?:{_TITLED}) của)(?: (?:cố|nguyên|cựu|các))? $|(?<!\w)(?:{_TITLED}) $"
)
# fmt: off
_ENDS = frozenset((
    "của", "chồng", "vợ", "con", "trai", "gái", "rể", "dâu", "nuôi", "đẻ", "ruột", "cả", "út", "lớn",
    "thứ", "nhỏ", "nữ", "tử", "họ", "nội", "ngoại", "nghĩa", "phụ", "mẫu", "sinh", "nhân", "thân", "nhà",
    "hàng", "đình", "xóm", "tình", "yêu", "cố", "nguyên", "cựu", "các", "cháu", "em", "anh", "chị", "bố",
    "cha", "mẹ", "quân", "lý", "ký", "sư", "xe", "xế", "sĩ", "dưới", "bạn", "vấn", "trò",
))
# fmt: on
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


_KIN = re.compile(rf"(?:{_ALWAYS})(?!\w)")
