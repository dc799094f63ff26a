"""One key for a name however it is written: case, tone placement, abbreviations, punctuation.

Diacritics stay: "Thanh" and "Thành" are two names. Only the place of a tone mark ("uỷ", "ủy"),
case, kinds of dashes, quotes and spaces, and the abbreviations of the genre are levelled.
"""

import re
import unicodedata
from functools import lru_cache

from graph.grammar.text.normal import fold

# Abbreviations written in administrative news, longest first. Each stands for these words alone.
ABBREVIATIONS: tuple[tuple[str, str], ...] = (
    (r"UB\s*MTTQ", "Ủy ban Mặt trận Tổ quốc"),
    (r"MTTQVN", "Mặt trận Tổ quốc Việt Nam"),
    (r"MTTQ", "Mặt trận Tổ quốc"),
    (r"UBTVQH", "Ủy ban Thường vụ Quốc hội"),
    (r"UBND", "Ủy ban nhân dân"),
    (r"HĐND", "Hội đồng nhân dân"),
    (r"UBKT", "Ủy ban Kiểm tra"),
    (r"BCHTW", "Ban Chấp hành Trung ương"),
    (r"BCH", "Ban Chấp hành"),
    (r"BTV", "Ban Thường vụ"),
    (r"BCĐ", "Ban Chỉ đạo"),
    (r"(?:TW|T\.Ư|T\.W|TƯ)", "Trung ương"),
    (r"TNCS", "Thanh niên Cộng sản"),
    (r"LHPN", "Liên hiệp Phụ nữ"),
    (r"LĐLĐ", "Liên đoàn Lao động"),
    (r"CCB", "Cựu chiến binh"),
    (r"CAND", "Công an nhân dân"),
    (r"QĐND", "Quân đội nhân dân"),
    (r"CSGT", "Cảnh sát giao thông"),
    (r"PCCC", "Phòng cháy chữa cháy"),
    (r"ANTT", "an ninh trật tự"),
    (r"ANTQ", "an ninh Tổ quốc"),
    (r"UBATGT", "Ủy ban An toàn giao thông"),
    (r"TTATGT", "trật tự an toàn giao thông"),
    (r"ATGT", "an toàn giao thông"),
    (r"TTATXH", "trật tự an toàn xã hội"),
    (r"PCTN", "phòng chống tham nhũng"),
    (r"NTM", "nông thôn mới"),
    (r"XHCN", "xã hội chủ nghĩa"),
    (r"CHXHCN", "Cộng hòa xã hội chủ nghĩa"),
    (r"GD\s*(?:&|-|và)\s*ĐT", "Giáo dục và Đào tạo"),
    (r"LĐ\s*-?\s*TB\s*(?:&|-|và)\s*XH", "Lao động - Thương binh và Xã hội"),
    (r"NN\s*(?:&|-|và)\s*PTNT", "Nông nghiệp và Phát triển nông thôn"),
    (r"TT\s*(?:&|-|và)\s*TT", "Thông tin và Truyền thông"),
    (r"TN\s*(?:&|-|và)\s*MT", "Tài nguyên và Môi trường"),
    (r"KH\s*(?:&|-|và)\s*ĐT", "Kế hoạch và Đầu tư"),
    (r"KH\s*(?:&|-|và)\s*CN", "Khoa học và Công nghệ"),
    (r"VH\s*,?\s*-?\s*TT\s*(?:&|-|và)\s*DL|VHTTDL", "Văn hóa, Thể thao và Du lịch"),
    (r"GTVT", "Giao thông vận tải"),
    (r"BQP", "Bộ Quốc phòng"),
    (r"BCA", "Bộ Công an"),
    (r"(?:(?:thành phố|Thành phố|TP\.?|Tp\.?)\s*HCM|TPHCM)", "thành phố Hồ Chí Minh"),
    (r"HCM", "Hồ Chí Minh"),
    (r"ĐBQH", "đại biểu Quốc hội"),
    (r"ĐHQG", "Đại học Quốc gia"),
    (r"ĐH", "Đại học"),
    (r"HĐQT", "Hội đồng quản trị"),
    (r"KT\s*-\s*XH", "kinh tế - xã hội"),
    (r"TTg", "Thủ tướng"),
)
UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"  # for character classes
_SHORT = [(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), full) for pattern, full in ABBREVIATIONS]
_LEVEL = (
    (re.compile(rf"(?<!\w)(?:TP|Tp)\.?\s*(?=[{UPPER}])"), "thành phố "),
    (re.compile(rf"(?<!\w)TX\.?\s+(?=[{UPPER}])"), "thị xã "),
    (re.compile(rf"(?<!\w)TT\.?\s+(?=[{UPPER}])"), "thị trấn "),
)
_CAPITALS = re.compile(rf"[{UPPER}][.\s]?[{UPPER}]|TTg")  # every abbreviation has two together
_TWICE = re.compile(r"(?:thành phố\s+){2,}", re.IGNORECASE)  # "UBND thành phố TP Hà Nội"
_WORD = re.compile(r"[\w/]+")
_MARKS = re.compile(r"[\u0300-\u036f]")


@lru_cache(maxsize=65536)
def spell_out(name: str) -> str:
    """Return the name with abbreviations written out and one kind of space, dash and tone placement."""
    text = " ".join(fold(unicodedata.normalize("NFC", name)).split())
    if _CAPITALS.search(text):
        for pattern, full in _SHORT:
            text = pattern.sub(full, text)
    for pattern, full in _LEVEL:
        text = pattern.sub(full, text)
    return _TWICE.sub("thành phố ", text)


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """Return what two writings of one name have in common: lower case words, diacritics kept.

    >>> key("UBND  tỉnh Thái Bình") == key("Uỷ ban Nhân dân tỉnh Thái Bình")
    True
    >>> key("Nguyễn Đức Thanh") == key("Nguyễn Đức Thành")
    False
    """
    return " ".join(words(name))


def words(name: str) -> list[str]:
    """Return the words of `key`, in order; "và" and "&" between names are left out."""
    return [w for w in _WORD.findall(spell_out(name).lower()) if w not in ("và", "/")]


def bare(name: str) -> str:
    """Return the key without any diacritics: for slugs and for finding, never for deciding."""
    decomposed = unicodedata.normalize("NFD", key(name).replace("đ", "d"))
    return _MARKS.sub("", decomposed)


def overlap(left: str, right: str) -> float:
    """Return how far two names share their words: F1 over word sets, 0 to 1."""
    a, b = set(words(left)), set(words(right))
    if not a or not b:
        return float(a == b)
    common = len(a & b)
    return 2 * common / (len(a) + len(b))
