"""Whether a body's name goes on over a comma, a dash, a bracket, a number or a level word."""

import re
from functools import cache

from graph.grammar.bodies.body_stops import stop_pattern
from graph.grammar.bodies.body_words import COLLECTIVE, DASHED, FIELDS, body_pattern
from graph.grammar.bodies.glued import begins_other
from graph.grammar.bodies.places import countries, level_at, place_at
from graph.grammar.names.names import RUN, run_at, strong_surnames
from graph.grammar.text.joints import coupled
from graph.grammar.text.normal import LOWER, UPPER

# "Ủy ban Văn hóa, Giáo dục, Thanh niên và Nhi đồng": capitals between commas up to a last one after "và".
_ENUMERATED = re.compile(rf"[{UPPER}][^,;.\n]{{2,24}}(?:, [{UPPER}][^,;.\n]{{2,24}}){{0,3}} và [{UPPER}]")


# What says nothing yet of what a body is for ("Ban Chỉ đạo Trung ương, …").
_NOTHING = frozenset({"", "trung ương", "quốc gia", "tỉnh", "thành phố"})


# "Phòng Phổ biến, giáo dục pháp luật", "Đội Cảnh sát giao thông, trật tự": what a division does besides.
_DIVISION = re.compile(
    r"(?<!\w)(?:phòng|đội|ban|cục|chi cục|tổ|vụ|văn phòng|khoa|hội) ?(?:cảnh sát ?|csgt ?|thanh tra ?)?$"
)
_PART = re.compile(
    r"(?:(?i:(?:theo dõi )?(?:thi hành|giáo dục|tuyên truyền|kiểm tra|xử lý|cải cách|phòng chống|quản lý|an toàn|bảo vệ"
    r"|giải quyết|đăng ký|hỗ trợ|phát triển|chế độ|chính sách|thi đua|kế hoạch|tài chính|hành chính|tổ chức))"
    rf"(?: [{LOWER}]+){{1,4}}"
    rf"|(?i:pháp chế|tư pháp|nhiếp ảnh|trật tự|trật tự cơ động|cơ động|đường (?:sắt|thủy|bộ)|tổng hợp|quản trị"
    r"|kế toán|kiểm tra|thanh tra|giám sát|khen thưởng|tài vụ|tôn giáo|tố cáo|khiếu nại|phản ứng nhanh|tín dụng|dân vận"
    r"|tuyên truyền|đối ngoại|môi trường|khoáng sản|thể thao|nghệ thuật|tin học|ngân sách|đào tạo))"
    rf"(?= ?[,;.:)\n]| và | của | - | \(|$| [{UPPER}]"
    r"| (?:tỉnh|huyện|thành phố|quận|thị xã|xã|phường)(?!\w))"
)


# "Cục Mỹ thuật, nhiếp ảnh và triển lãm": small letters up to a last field after "và", and nothing after that.
_LISTED = re.compile(
    rf"[{LOWER}]+(?: [{LOWER}]+){{0,3}} và (?!các |những |nhiều |một )[{LOWER}]+(?: [{LOWER}]+){{0,3}}"
    rf"(?= ?[,;.)\n]| - | \(| [{UPPER}]|$)"
)


def _stopped(lowered: str, at: int, end: int) -> bool:
    """Does a word stand in these words before which a body's name ends?"""
    while at >= 0:
        if stop_pattern().match(lowered, at) or COLLECTIVE.match(lowered, at):
            return True
        at = lowered.find(" ", at, end) + 1 or -1
    return False


@cache
def _lands() -> tuple[str, ...]:
    return ("việt nam", *countries())


def _another(lowered: str, at: int) -> bool:
    """Does another body or a unit begin here ("Quốc hội, Chính phủ", "huyện, xã")?"""
    return bool(begins_other(lowered, at) or level_at(lowered, at) or body_pattern().match(lowered, at))


def over_comma(folded: str, lowered: str, pos: int, tail: str, begin: int) -> bool:
    """Say whether the name goes on after this comma: "phòng, chống", or small letters in a long kind of name."""
    at = pos + 2
    if coupled(lowered, 0, pos, "office") or (coupled(lowered, 0, pos) and not _another(lowered, at)):
        return True
    if tail in ("open", "long") and _ENUMERATED.match(folded, at) and FIELDS.match(lowered, at):
        return True
    if tail == "open" and _DIVISION.search(lowered, max(0, begin - 24), begin):
        if _PART.match(folded, at):
            return True
        listed = _LISTED.match(folded, at)
        if listed and not begins_other(lowered, at) and not _stopped(lowered, at, listed.end()):
            return True
    if tail != "long" or not folded[at : at + 1].islower() or lowered[begin:pos].strip() in _NOTHING:
        return False
    return not (
        stop_pattern().match(lowered, at)
        or begins_other(lowered, at)
        or level_at(lowered, at)
        or COLLECTIVE.match(lowered, at)
        or _WHEN.match(lowered, at)
    )


_WHEN = re.compile(r"trong (?:\d|năm|tháng|những|thời gian|đó|khi|quý|đợt)")
# "Ủy ban … - thông tin việc …": the verb.
_TOLD = re.compile(rf"thông tin (?!-)[{LOWER}]")


# "Chi cục Thuế khu vực Hòa An - Tân Hà": one name of two places.
_REGION = re.compile(r"khu vực [^,.;\n-]{2,20} $")


# "Khoa Nông - Lâm", "Tổ Văn - Sử - Địa": subjects of one syllable.
_SUBJECTS = re.compile(rf"[{UPPER}][{LOWER}]+(?: - [{UPPER}][{LOWER}]+)*(?=[,;.)\n]| \(| và | [{LOWER}]|$)")


# "Hiệp hội Cà phê - Ca cao Việt Nam", "Công ty Công viên - cây xanh Hà Nội": a second field before the place.
_PAIRING = re.compile(r"(?<!\w)(?:hiệp hội|công ty|hội|liên hiệp|trung tâm|viện|nhà máy) [^,.;:()\n-]{2,40} $")
_PAIRED = re.compile(rf"[^\W\d_]+(?: [{LOWER}]+){{0,3}} (?=[{UPPER}])")


def over_dash(folded: str, lowered: str, at: int, tail: str) -> int | None:
    """Return where the name goes on after " - " inside it ("Khoa học - Công nghệ"), or None."""
    if folded[at + 1 : at + 2] != " ":
        return None
    after = at + 2
    neighbour = place_at(folded, lowered, after)
    if neighbour and lowered[after:neighbour] in _lands() and lowered.endswith(_lands(), 0, at - 1):
        return neighbour  # "Ủy ban Biên giới Lào - Việt Nam"
    if tail == "place":
        return None
    if _REGION.search(lowered, max(0, at - 30), at) and (region := RUN.match(folded, after)):
        return region.end()
    subjects = _SUBJECTS.match(folded, after)
    if subjects and lowered.endswith(("khoa ", "tổ ", "bộ môn ", "bệnh viện "), 0, lowered.rfind(" ", 0, at - 1) + 1):
        return subjects.end()
    kin = _PAIRED.match(folded, after) if tail == "open" else None
    if kin and place_at(folded, lowered, kin.end()) and _PAIRING.search(lowered, max(0, at - 48), at):
        return None if _stopped(lowered, after, kin.end()) or begins_other(lowered, after) else kin.end() - 1
    dashed = DASHED.match(lowered, after)
    if dashed and not _TOLD.match(folded, after):
        return dashed.end()
    if body_pattern().match(lowered, after) or stop_pattern().match(lowered, after) or begins_other(lowered, after):
        return None
    field = FIELDS.match(lowered, after)
    return field.end() if field else None


# After these the firm's own name comes, whatever it looks like.
_LEGAL_FORM = ("tnhh ", "mtv ", "một thành viên ", "tư nhân ", "cổ phần ", " cp ", "hợp danh ")


# The same after what a firm does ("Công ty TNHH Thương mại, xây dựng …").
_TRADES = ("xây dựng ", "thương mại ", "dịch vụ ", "sản xuất ", "đầu tư ", "vận tải ", "chế biến ", "xuất nhập khẩu ")
_FORMED = re.compile(r"(?:công ty|cty) (?:tnhh|cổ phần|cp|tư nhân|hợp danh)(?!\w)[^.;:()\n]*$")


def own_run(folded: str, lowered: str, at: int) -> int | None:
    """Where a run of at most three capitalised syllables ends that is a firm's or a region's own name, or None."""
    if lowered.endswith("khu vực ", 0, at):
        run = RUN.match(folded, at)
        return run.end() if run and _AND_REGION.match(folded, run.end()) else None
    trade = lowered.endswith(_TRADES, 0, at) and _FORMED.search(lowered, max(0, at - 60), at)
    spans = run_at(folded, at) if trade or lowered.endswith(_LEGAL_FORM, 0, at) else []
    if trade and spans and folded[slice(*spans[0])] in strong_surnames() and len(spans) > 2:
        return None
    return spans[-1][1] if 2 <= len(spans) <= 3 else None


_AND_REGION = re.compile(rf" - [{UPPER}]")


def closed(folded: str, at: int) -> int:
    """Where the bracket closes in which a parent body stands; 0 if it holds more than that."""
    close = folded.find(")", at, at + 70)
    inside = folded[at : max(close, at)]
    return 0 if close < 0 or any(mark in inside for mark in "\n(,;.:") else close


def leveled(folded: str, lowered: str, at: int, end: int) -> bool:
    """Is a commune's or village's level word followed by a name, a number, or the end of the phrase?"""
    rest = folded[end : end + 2]
    return (
        not rest
        or rest[0] != " "
        or rest[1:2].isupper()
        or rest[1:2].isdigit()
        or not rest[1:2].isalpha()
        or lowered.startswith("xã", at)
    )


def after_number(folded: str, lowered: str, at: int) -> int | None:
    """After the number of a body ("AIPA 40"), do two or more capitalised syllables name a person?"""
    words = run_at(folded, at)
    if len(words) < 2 or place_at(folded, lowered, at) or level_at(lowered, at) or begins_other(lowered, at):
        return None
    return None if body_pattern().match(lowered, at) else at
