"""Bodies that issue documents, as reports name them after "của" or before "ban hành"."""

import re
from functools import cache

from graph.grammar.normal import LOWER, UPPER
from ontology.vocabulary import scheme

# Names that hold commas or "và", so that no rule of form could find their end.
_MINISTRIES = (
    "Công an", "Quốc phòng", "Ngoại giao", "Nội vụ", "Tư pháp", "Tài chính", "Công Thương", "Công nghiệp",
    "Nông nghiệp và Phát triển nông thôn", "Nông nghiệp và Môi trường", "Nông nghiệp và PTNT", "NN&PTNT", "NN-PTNT",
    "Giao thông vận tải", "Giao thông - Vận tải", "GTVT", "Xây dựng", "Tài nguyên và Môi trường", "TN&MT", "TN-MT",
    "Thông tin và Truyền thông", "TT&TT", "TT-TT", "Lao động - Thương binh và Xã hội",
    "Lao động, Thương binh và Xã hội", "LĐ-TB&XH", "LĐTBXH", "LĐ-TB-XH", "Văn hóa, Thể thao và Du lịch",
    "Văn hóa - Thể thao và Du lịch", "Văn hóa Thể thao và Du lịch", "Văn hóa - Thông tin", "VH-TT&DL", "VHTTDL",
    "Khoa học và Công nghệ", "KH&CN", "KH-CN", "Kế hoạch và Đầu tư", "Kế hoạch - Đầu tư", "KH&ĐT", "KH-ĐT",
    "Giáo dục và Đào tạo", "Giáo dục - Đào tạo", "GD&ĐT", "GD-ĐT", "Y tế", "Dân tộc và Tôn giáo",
)  # fmt: skip
_MINISTRY = "|".join(sorted((re.escape(m).replace("\\ ", " ?") for m in _MINISTRIES), key=len, reverse=True))
_TERM = r"(?:,? ?\(?khóa [ivx\d]+\)?)"
_PLACE = rf"[{UPPER}][{UPPER}{LOWER}'-]*(?: [{UPPER}][{UPPER}{LOWER}'-]*){{0,3}}"
_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|tp\.?|các (?:tỉnh|cấp|địa phương))"
_AT = rf"(?: ?(?i:{_LEVEL}))?(?: {_PLACE})?"
_SUBJECT = rf"[{UPPER}][^,.;:()\"\n]{{0,60}}?"
_CENTRAL = r"(?:trung ương|tw|tư|t\.ư)"

# The order matters: longer names first.
_FIXED = (
    rf"ban bí thư(?: {_CENTRAL}(?: đảng)?)?",
    r"bộ chính trị",
    rf"(?:ban chấp hành|bch) ?{_CENTRAL}(?: đảng)?(?: cộng sản việt nam)?",
    rf"hội nghị lần thứ [\w]+,? (?:của )?(?:ban chấp hành|bch) ?{_CENTRAL}(?: đảng)?",
    rf"hội nghị (?:ban chấp hành |bch ?)?{_CENTRAL}(?: đảng)?(?: lần thứ (?:[\divx]+|\w+)| ?[\divx]+)",
    rf"(?:thường vụ )?quân ủy {_CENTRAL}|ban thường vụ (?:quân ủy|đảng ủy công an) {_CENTRAL}",
    rf"(?:ban thường vụ )?đảng ủy công an {_CENTRAL}",
    r"ủy ban thường vụ quốc hội|ubtvqh|quốc hội",
    r"(?:phó )?thủ tướng(?: chính phủ)?",
    r"thanh tra chính phủ|văn phòng chính phủ|kiểm toán nhà nước|ngân hàng nhà nước(?: việt nam)?",
    r"chính phủ",
    r"chủ tịch nước",
    rf"ủy ban kiểm tra {_CENTRAL}",
    r"tòa án nhân dân tối cao|viện kiểm sát nhân dân tối cao|tandtc|vksndtc",
    r"liên bộ",
)
_FIXED_RE = re.compile(rf"(?:{'|'.join(_FIXED)}){_TERM}?(?!\w)")
_MINISTRY_RE = re.compile(rf"(?i:(?:(?:thứ|bộ) trưởng )?bộ) ?(?i:{_MINISTRY})(?!\w)")
_LOCAL_RE = re.compile(
    r"(?i:(?:(?:phó )?chủ tịch |ban thường vụ |thường trực |thường vụ |(?:phó )?giám đốc |ban thường trực |ban chấp hành |bí thư )?"
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|đảng bộ"
    rf"|công an|bộ chỉ huy quân sự|sở [{LOWER}]+|mặt trận tổ quốc|ủy ban mặt trận tổ quốc(?: việt nam)?"
    rf"|(?:ủy ban |ub)mttq(?: việt nam| vn)?))(?!\w){_AT}"
)
_OTHER_RE = re.compile(
    rf"(?i:ủy ban trung ương|ủy ban|ban chỉ đạo|ban|tổng cục|cục|vụ|hội|trung ương hội|trung ương đoàn|đoàn|liên đoàn|"
    rf"tổng liên đoàn|viện|học viện|trường|thành đoàn|tỉnh đoàn|đảng đoàn|thường trực|bộ tư lệnh|quân khu|bộ tổng tham mưu"
    rf"|tổng cục chính trị) {_SUBJECT}"
    rf"(?=\s*(?:[,.;:()\"\n]|$)|\s+(?i:về|ngày|quy định|ban hành|để|nhằm|đã|được|là|cho|theo|giai đoạn|năm|với|nêu|do|sẽ|"
    rf"triển khai|có|và|trong|tại|hướng dẫn|khóa|từ|đến|vừa|yêu cầu|phê duyệt)(?!\w))"
)
_VAGUE = re.compile(r"(?:bộ|tỉnh|đảng|nhà nước|trung ương(?: đảng)?|thành phố|bộ trưởng)(?!\w)")
_JOIN = re.compile(r" (?:và|với) |, (?=[^,]{3,60} và )")


def issuer_at(folded: str, lowered: str, at: int, end: int) -> int | None:
    """Return where the name of a body that begins at `at` ends (not beyond `end`), or None.

    Joint issuers ("Bộ Công an và Ban Thường trực …") are one name, as written.
    """
    stop = _one(folded, lowered, at, end)
    if stop is None:
        return None
    for _ in range(3):
        join = _JOIN.match(folded, stop, end)
        further = _one(folded, lowered, join.end(), end) if join else None
        if further is None:
            break
        stop = further
    return stop


def vague_issuer_at(lowered: str, at: int, end: int) -> int | None:
    """Return the end of a word such as "tỉnh" or "Bộ" that names an issuer only by what the report is about."""
    match = _VAGUE.match(lowered, at, end)
    return match.end() if match else None


def _one(folded: str, lowered: str, at: int, end: int) -> int | None:
    match = _FIXED_RE.match(lowered, at, end)
    if match:
        return match.end()
    for pattern in (_MINISTRY_RE, _LOCAL_RE, _OTHER_RE):
        match = pattern.match(folded, at, end)
        if match:
            return match.end()
    return None


@cache
def symbol_issuers() -> dict[str, str]:
    """Map the tail of a symbol ("TTg", "BCA"), in capitals, to the issuer it stands for.

    Tails that stand for many bodies (UBND, HĐND, TU, TW) are not in it: the symbol alone does not say.
    """
    return {
        concept.notation.upper(): concept.label
        for concept in scheme("symbol-issuer")
        if concept.notation and concept.extra.get("issuer") and concept.notation != "TW"
    }


def issuer_of_symbol(symbol: str) -> str | None:
    """Return the issuer that a symbol's last part names ("18/2011/QĐ-TTg"), or None."""
    tail = re.split(r"[/-]", symbol)[-1].upper()
    tail = re.sub(r"\d+$", "", tail)
    return symbol_issuers().get(tail)
