"""What a figure counts: the unit after (or before) the number, the words that say more, and bounds."""

import re

from graph.grammar.figures.statistics_words import (
    ABOUT,
    NO_UNIT,
    OVER,
    PAIRS,
    PUNISHMENTS,
    SINGLE,
    UNDER,
    UNIT_THOUGH,
    WHOLE,
)
from graph.grammar.text.document import Document
from graph.grammar.text.normal import LOWER, UPPER
from graph.grammar.text.numbers import NUMBER, SCALE, value
from graph.mention import Span
from graph.span import span_of

_NO_NOUN = re.compile(
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|của|và|đến|tới|đã|đang|sẽ|được|về|là|tại|trong|ngoài|với|cho|từ|do|để|theo|khi|thì|mà|"
    r"như|so|vào|ở|có|nếu|"
    r"hay|hoặc|nhưng|cũng|còn|ra|lên|xuống|tăng|giảm|trên|dưới|"
    r"này|đó|kia|nữa|rồi|thôi|bằng(?! (?:phát minh|sáng chế|độc quyền|cấp|lái|khen|tốt nghiệp))|gồm|"
    r"qua|sau|trước|hiện|vừa|mới|không|chưa|phải|cần|nên|nhằm|diễn ra|tổ chức|"
    r"ban hành|nói|cho rằng|trở lên|"
    r"trở xuống|đối với|tương đương|tức|vì|bởi|nay|năm|tháng|ngày|quy định|hướng dẫn|thứ|đồng chủ trì|chủ trì|"
    r"thông qua|đề ra|nêu|yêu cầu|đề nghị|tiếp tục|xấp xỉ|ước|thế giới|giới thiệu|hỏa tốc|cho biết|mỗi|các|những|"
    r"thực hiện|triển khai|"
    r"sớm|đẩy|lưu thông|xảy|liên tục|liên tiếp|dư sẽ|lại|thành \d|chèn|ngã|"
    r"hoàn thành|khai mạc|bế mạc|khẳng định)(?!\w)"
)
# A single letter names ("2 A"), unless it is a unit.
_LETTER = re.compile(r"(?![ghlm])[a-z](?!\w)")
# "lập trình viên", "sát hạch viên": who does it.
_WHO_DOES = re.compile(r"[^\W\d]+ [^\W\d]+ viên(?!\w)")
_WORD = re.compile(rf"[{UPPER}{LOWER}][{UPPER}{LOWER}\d&'-]*|%|m2|m3|km2|m²|m³|km²")
_QUOTED_UNIT = re.compile(r"\"([^\"\n ]+(?: [^\"\n ]+){0,4})\"")
_SCALE = re.compile(r" ?(nghìn|ngàn|vạn|triệu|triêu)(?!\w)(?!(?<!triệu) (?:tỷ|tỉ)(?!\w))")
_SUBJECT_END = re.compile(
    r"[,.;:()\n\"!?]|…| - |$| (?:và|với|đã|đang|được|trong đó|để|nhằm|tại|ở|do|từ|theo|so với|vì|mà|khi|thì|cho|bị|"
    r"cũng|về|đến|của năm|trên địa bàn|là|"
    r"năm \d|trong \d|trị giá|tổng|đạt|chiếm|tăng|giảm|nhưng|nên|sẽ|tương đương|bao gồm|tùy)(?!\w)"
)
_MORE_NOUNS = re.compile(
    r"(?:chiến (?:sĩ|sỹ)|thị trấn|cơ quan|nhà trường|bảo vệ|dân phòng|khu|tổ|tự phòng|tự bảo vệ|công chức|viên chức|"
    r"người lao động|"
    r"đoàn viên|phụ nữ|nông dân|thành phố|thị xã|phường|lượt|đoàn thể|cá nhân)(?!\w)"
)
# "…, bộ trưởng A cho biết", "…, đồng thời": they begin as what is counted does.
_NOT_LISTED = re.compile(
    r"(?:(?:bộ|thứ|cục|vụ|xã|ban|sở|phòng|đội|tổ) trưởng|đồng (?:thời|chí|tình|bộ|loạt)|trong đó|bản thân|việc này|"
    r"phần (?:lớn|nào)|độ (?:tuổi|ẩm))(?!\w)"
)
# In a list the verb belongs to all its nouns: only the clause's end ends it.
_LIST_END = re.compile(
    r"[.;:()\n\"!?]|…| - |$|, (?=\d|trong đó|qua đó|góp phần|đạt|tăng|giảm)|, | (?:trong đó|"
    r"với \d|so với)(?!\w)"
)
_DIGIT = re.compile(r"\d")
MONEY_END = re.compile(
    r"\s*(?:[,.;)]|$| / | (?:và|cho|mỗi|để|từ|trong|vào|tăng|giảm|lên|xuống|còn|nhưng|mà|là|thì)(?!\w))"
)
_NUMBER_OF = re.compile(
    r"(?<!\w)(?:tổng )?số(?: lượng)? (?!(?:này|đó|trên|còn|ít|nhiều)(?!\w))(?P<noun>[^\W\d]+ [^\W\d]+|[^\W\d]+)"
    r"[^,.;:\d]{0,70}? (?:là|đạt|ước tính|"
    r"dự kiến|lên|tới|còn|tăng|"
    r"giảm|có|khoảng|hơn|trên|gần)"
    r"(?: (?:lên|xuống|còn|tới|đến|khoảng|hơn|trên|gần|đạt))* $"
)
BREAK = re.compile(r"[,.;:()\n\"](?!\d)")


_GLUED_UNIT = re.compile(r"(?:km|cm|mm|kg|ha|m2|m²|m3|m³|tấn|mw|m|usd|đồng|tỷ|tỉ|triệu)(?!\w)")
_SUM = re.compile(r"(?:nghìn |ngàn )?(?:tỷ|tỉ)(?: (?:đồng|usd|đô la|vnđ|won|yên|đôla mỹ))?(?!\w)")
_NO_UNIT_AFTER = re.compile(r"[,.;)]| \(|$| (?:vào|trong|so với|và|năm|ở|tại)(?!\w)")
_SPEED = re.compile(r"(?:km|m) ?/ ?(?:h|giờ|s)(?!\w)")
_ENGLISH = re.compile(r"\d{1,3},\d{3}")


def scale_at(lowered: str, at: int, end: int) -> tuple[float, int]:
    """Read "triệu", "nghìn"; "tỷ" stays in the unit, and "nghìn tỷ" with it."""
    word = _SCALE.match(lowered, at, end)
    return (SCALE[word[1]], word.end()) if word else (1.0, at)


def unit_at(document: Document, at: int, end: int) -> Span | None:
    """The noun that is counted, right after the number; None if no noun follows."""
    lowered = document.lowered
    if lowered[at : at + 1] == " ":
        at += 1
        quoted = _QUOTED_UNIT.match(document.folded, at, end)
        if quoted:
            return span_of(quoted, 1)
    elif not _GLUED_UNIT.match(lowered, at, end):
        return None
    if _LETTER.match(lowered, at, end):
        return None
    if NO_UNIT.match(lowered, at, end) and not UNIT_THOUGH.match(lowered, at, end):
        doer = _WHO_DOES.match(lowered, at, end)
        return span_of(doer) if doer else None
    pair = PAIRS.match(lowered, at, end) or _SPEED.match(lowered, at, end)
    if pair:
        return span_of(pair)
    if _NO_NOUN.match(lowered, at, end):
        return None
    first = _WORD.match(lowered, at, end)
    if not first or _proper_noun(document.folded, at, first.end(), end):
        return None
    big = _SUM.match(lowered, at, end)
    if big:
        return span_of(big)
    if first.group() in SINGLE:
        return span_of(first)
    second = _WORD.match(lowered, first.end() + 1, end) if lowered[first.end() : first.end() + 1] == " " else None
    if second and not _NO_NOUN.match(lowered, second.start(), end) and not document.folded[second.start()].isupper():
        return Span(first.start(), second.end())
    return span_of(first)


def _proper_noun(folded: str, at: int, stop: int, end: int) -> bool:
    """A capital opens a name ("2 Hà Nội"), but not in "USD" or "Nghị quyết", whose second syllable is small."""
    if not folded[at].isupper() or folded[at:stop].isupper():
        return False
    return not (folded[stop : stop + 1] == " " and stop + 1 < end and folded[stop + 1].islower())


def counted_whole(written: str, unit: str) -> bool:
    """Is "81,875 m2" written the English way? Three digits after the comma of what comes in wholes say so."""
    return unit.lower() in WHOLE and bool(_ENGLISH.fullmatch(written))


def measured(lowered: str, after: int) -> bool:
    """Does a unit of measure, a scale or money follow a number that ends at `after`? Only these go with fractions."""
    return _MEASURED.match(lowered, after) is not None


def unit_before(lowered: str, after: int, start: int, line: Span) -> Span | None:
    """Read "Số lượng doanh nghiệp … tăng lên hơn 110.000": the noun stands before, and nothing after."""
    if not _NO_UNIT_AFTER.match(lowered, after, line.end):
        return None
    match = _NUMBER_OF.search(lowered, max(line.start, start - 110), start)
    pair = PAIRS.match(lowered, match.start("noun"), start) if match else None
    if pair:
        return span_of(pair)
    return span_of(match, "noun") if match else None


# "giảm từ 13 xuống còn 11 tuyến": the second number has the unit of both.
_TO = re.compile(
    r" (?:(?:tăng|giảm|nâng|hạ|rút) )?(?P<way>lên|xuống|còn)"
    r"(?: (?:còn|đến|tới|thành|khoảng|hơn|gần|trên|dưới|chỉ|mức))* "
    rf"(?P<number>{NUMBER})(?![\w/%])"
)
MONEY = re.compile(r"(?:tỷ|tỉ|triệu|triêu|nghìn|ngàn|đồng|usd|eur|euro|đô la|vnđ)(?!\w)")
_TIME = re.compile(r" ?(?:năm|tháng|ngày|tuần|giờ|phút|giây|tuổi|lần|%)(?!\w)")


def unit_of_change(document: Document, at: int, end: int, first: float | None) -> tuple[Span | None, float]:
    """The unit and the scale of the number `first` without them that changes to one with them, after an offset.

    "từ 100 lên 1,2 nghìn người" are a hundred people: with that scale it would not have gone up. Of money ("từ 900
    lên 1,1 triệu đồng") neither scale is said.
    """
    to = _TO.match(document.lowered, at, end)
    if to is None:
        return None, 1.0
    scale, after = scale_at(document.lowered, to.end(), end)
    if _TIME.match(document.lowered, after, end):
        return None, 1.0
    unit, last = unit_at(document, after, end), value(to["number"])
    if unit is None or first is None or last is None:
        return unit, scale
    up = to["way"] == "lên"
    if (first < last) == up:
        return unit, scale
    if scale == 1 or (first < last * scale) != up or MONEY.match(document.lowered, unit.start):
        return None, 1.0
    return unit, 1.0


# "30 người bị kỷ luật: khiển trách 15, cảnh cáo 6": of the people told before.
_PEOPLE = re.compile(
    r"(?<!\w)\d+ (?P<noun>người|cán bộ|đảng viên|công chức|viên chức|đồng chí|trường hợp|giáo viên|chiến sĩ)(?!\w)"
)
# What the punishments below are told of: not of cards on a pitch.
_DISCIPLINED = ("kỷ luật", "kỉ luật", "xử lý", "xử phạt", "vi phạm", "sai phạm")
_PUNISHED = tuple(f"{word} " for word in PUNISHMENTS)
_NEXT_ONE = re.compile(r"[,.;)]|$| và (?:\w+ ){1,4}\d")


def punishment(lowered: str, at: int) -> str:
    """The punishment that stands right before an offset, or ""."""
    return next((word.strip() for word in _PUNISHED if lowered.endswith(word, 0, at)), "")


def unit_of_people(lowered: str, after: int, start: int, line: Span) -> Span | None:
    """Of whom a number right after a punishment is, if people were counted not far before it."""
    if not punishment(lowered, start) or not _NEXT_ONE.match(lowered, after, line.end):
        return None
    low = max(line.start, start - 160)
    told = list(_PEOPLE.finditer(lowered, low, start))
    said = told and any(word in lowered[max(line.start, told[-1].start() - 60) : start] for word in _DISCIPLINED)
    return Span(*told[-1].span("noun")) if said else None


def counted_noun(lowered: str, unit: Span) -> bool:
    """Is the unit a noun that is known to be counted?"""
    words = lowered[unit.start : unit.end]
    return words in SINGLE or bool(PAIRS.fullmatch(words))


def _listed_noun(lowered: str, at: int, end: int) -> bool:
    if _NOT_LISTED.match(lowered, at, end):
        return False
    word = _WORD.match(lowered, at, end)
    return bool(
        PAIRS.match(lowered, at, end) or (word and word.group() in SINGLE) or _MORE_NOUNS.match(lowered, at, end)
    )


def subject_end(lowered: str, unit: Span, end: int, percent: bool) -> int:
    """Return where the words that say what is counted end."""
    at = unit.end
    limit = min(end, at + 130)
    # "người bị thương": what happened to them says which.
    suffered = len(" bị") if not percent and lowered.startswith(" bị ", at) else 0
    match = _SUBJECT_END.search(lowered, at + suffered, limit)
    stop = match.start() if match else limit
    # "98% làng, khu dân cư đăng ký …": the nouns of a list are counted together.
    while match and lowered.startswith(", ", stop) and _listed_noun(lowered, stop + 2, limit):
        match = _LIST_END.search(lowered, stop + 2, limit)
        last = match.start() if match else limit
        if _DIGIT.search(lowered, stop + 2, last) and _MEASURE.match(lowered, unit.start, unit.end):
            break  # "35 ha chè, thôn Đông có 20 ha lúa": another figure's clause
        stop = last
    return stop


_MEASURE = re.compile(
    r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ) ?)?(?:đồng|usd|eur|euro|ha|hecta|m|m2|m3|m²|m³|km|km2|mw|kwh|kg|tấn|tạ|lít|"
    r"tỷ|tỉ|triệu|triêu|độ|mét|gb)(?!\w)"
)
_MEASURED = re.compile(rf" ?(?:(?:nghìn|ngàn|vạn|triệu|triêu)(?!\w)|{_MEASURE.pattern})")
# Words between what is measured and its value, and words that a clause begins with.
_BEFORE_VALUE = frozenset(
    [
        "là",
        "đạt",
        "hơn",
        "gần",
        "trên",
        "dưới",
        "khoảng",
        "ước",
        "với",
        "lên",
        "đến",
        "tới",
        "còn",
        "chỉ",
        "được",
        "có",
        "mức",
        "số",
        "tiền",
        "chừng",
        "xấp",
        "xỉ",
        "quá",
        "vượt",
        "hết",
        "bằng",
    ]
)
_LEADING = frozenset(
    [
        "và",
        "với",
        "trong",
        "đó",
        "nhưng",
        "mà",
        "nay",
        "hiện",
        "để",
        "cùng",
        "thì",
        "đến",
        "đã",
        "do",
        "vì",
        "như",
        "vậy",
        "còn",
        "cũng",
    ]
)


def subject_of(document: Document, match: "re.Match[str]", unit: Span, stop: int, percent: bool, line: Span) -> str:
    """What is counted, in a few words: what the number counts, or for a measure what comes before it.

    "tổng vốn là 47.000 tỷ đồng" is of "tổng vốn"; "bắt giữ 14 người" of "người bắt giữ".
    """
    after = " ".join(document.text[(unit.end if percent else unit.start) : stop].split())
    more = stop > unit.end if not percent else len(after.split()) > 1
    measure = percent or bool(_MEASURE.match(document.lowered, unit.start, unit.end))
    if not percent and (more or (not measure and " " in after)):
        return after
    before = document.text[lead_from(document, match.start(), line) : match.start()].split()
    while before and before[-1].lower() in _BEFORE_VALUE:
        before.pop()
    while before and before[0].lower() in _LEADING:
        before.pop(0)
    lead = " ".join(before[-9:] if measure else before[-5:])
    if percent and more:
        near = document.lowered[max(line.start, match.start() - 20) : match.start()].rstrip()
        lead = next((verb for verb in ("tăng", "giảm", "đạt", "chiếm") if near.endswith(verb)), "")
    if percent:
        return f"{lead} {after}".strip()
    return (lead or after) if measure else f"{after} {lead}".strip()


def lead_from(document: Document, at: int, line: Span) -> int:
    """Where the words before a number begin: after the last comma or stop, at most some fifteen words back."""
    low = max(line.start, at - 80)
    if low > line.start:
        space = document.folded.find(" ", low, at)
        low = space + 1 if space >= 0 else at
    for mark in BREAK.finditer(document.folded, low, at):
        low = mark.end()
    return low


def qualifier_before(lowered: str, at: int, start: int) -> str | None:
    """Read the words that make a number a bound: "over", "under", "about", or None."""
    before = " " + lowered[max(start, at - 24) : at].rstrip()
    if before.endswith((" tới", " đến")) and not before.endswith(UNDER):
        before = before[:-4]
    if before.endswith(UNDER):
        return "under"
    if before.endswith(OVER):
        return "over"
    return "about" if before.endswith(ABOUT) else None
