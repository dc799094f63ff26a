"""Numbers that count nothing new: in names, of what was told before ("12 dự án này"), of kinds ("xe 2 bánh")."""

import re

from graph.grammar.figures.statistics_units import measured
from graph.grammar.figures.statistics_words import COUNTING_PAIRS, DATING, KINDS, NAMING, NAMING_PAIRS
from graph.grammar.text.normal import LOWER, UPPER
from graph.mention import Span

_A_YEAR = re.compile(r"(?:19|20)\d\d")
# "Thái Bình 2", "Vũng Áng 1": a number that belongs to a proper name.
_PROPER = re.compile(rf"[{UPPER}][{LOWER}]+ [{UPPER}][{LOWER}]+ $")
_EACH = re.compile(r" (?:người(?! dân)|vụ|hộ|ca|ha|căn|trường hợp|con|tấn)(?!\w)")
# "Ban Quản lý dự án 12": a body with a number for a name.
_NUMBERED_BODY = ("ban quản lý dự án ", "ban qlda ")
# "“5 xây”, “3 chống”": what is quoted with its number is a name.
_SLOGAN = re.compile(rf" (?!triệu|tỷ|tỉ|đồng|nghìn|ngàn)[{LOWER}]+(?: [{LOWER}]+)?\"")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_CLOCK = frozenset(("lúc", "hôm", "sáng", "chiều", "tối", "trưa", "đêm", "ngày"))

_POINTS_BACK = re.compile(
    r"(?: (?!trong |ở |của |tại )\w+)? (?:(?:này|ấy|nêu trên|nói trên|kể trên|trên đây)(?!\w)|đó(?! (?:có|là))(?!\w)|"
    r"trên(?=[,.;:)]))"
)
# "giữa 2 địa phương": the two of which one is speaking.
_BETWEEN = re.compile(r"(?<!\w)giữa $")
_ONE_DIGIT = re.compile(r"\d(?!\d|[.,]\d)")
# What a number says of a thing's kind, by its unit: the words that stand right before the number then.
_OF_KIND = {unit: tuple(f"{mark}{word} " for word in words for mark in " \n") for unit, words in KINDS.items()}
# "10,7 độ vĩ bắc, 117 độ kinh đông": where something is.
_ON_THE_GLOBE = re.compile(r"độ (?:vĩ|kinh|bắc|nam|đông|tây)(?!\w)")
# "giảm từ 11 xuống còn 7 ca trên 100.000 trẻ": the number of which others are shares.
_OUT_OF = re.compile(r"1\.000|10\.000|100\.000|1 triệu|một triệu")
_SHARE = re.compile(r"(?<!\w)(?:tỷ|tỉ) (?:suất|lệ|số) [^.;]{0,80}?(?:trên|/) $")


def names_something(folded: str, lowered: str, at: int, start: int, match: "re.Match[str]") -> bool:
    """Is the number at `at` glued to other signs, or after a word that makes it a name or a date?"""
    before = lowered[max(start, at - 24) : at]
    if before.endswith('"') and _SLOGAN.match(folded, match.end()):
        return True
    if before and before[-1] != " ":
        if before[-1] == "/" and before[-2:-1].isalpha():
            return False  # "156 vụ/203 đối tượng"
        return before[-1].isalnum() or before[-1] in "/:+.-_"
    words = before.replace("(", " ").replace('"', " ").split()
    if not words:
        return False
    named = len(match["first"]) <= 2 and folded[at - 1 - len(words[-1])].isupper()
    if named and _PROPER.search(folded, max(start, at - 30), at):
        return not _EACH.match(lowered, match.end())  # "Sơn La 5 người, Hòa Bình 4 người"
    if "," in match["first"] and measured(lowered, match.end()):
        return False  # "khu đất quốc phòng 14,2 ha", but not "tổ 3,4 phường Đông"
    if words[-1] in DATING:
        return bool(_A_YEAR.fullmatch(match["first"]))
    if _THOUSANDS.fullmatch(match["first"]) or (words[-1] in _CLOCK and len(match["first"]) == 3):
        return False  # "có làng 1.700 nóc nhà", "chìm một lúc 118 thuyền"
    if lowered.endswith(_NUMBERED_BODY, start, at):
        return True
    pair = " ".join(words[-2:])
    return pair not in COUNTING_PAIRS and (words[-1] in NAMING or pair in NAMING_PAIRS)


def told_before(lowered: str, at: int, unit: Span) -> bool:
    """Do the words say that what the number at `at` counts was told before, or is known to all who speak of it?"""
    if _POINTS_BACK.match(lowered, unit.end):
        return True
    return lowered.endswith("giữa ", 0, at) and bool(
        _ONE_DIGIT.match(lowered, at) and _BETWEEN.search(lowered, at - 6, at)
    )


def says_what_kind(lowered: str, at: int, unit: Span) -> bool:
    """Is the number at `at` part of the name of a kind of thing, or the whole that a rate is of?"""
    name = lowered[unit.start : unit.end]
    if name.startswith("độ") and _ON_THE_GLOBE.match(lowered, unit.start):
        return True
    before = _OF_KIND.get(name)
    if before and lowered.endswith(before, 0, at):
        return True
    out_of = lowered.endswith(("trên ", "/ "), 0, at) and _OUT_OF.match(lowered, at)
    return bool(out_of and _SHARE.search(lowered, max(0, at - 110), at))
