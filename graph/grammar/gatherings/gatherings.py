"""Words that name or point to a gathering: "hội nghị tổng kết công tác năm", "họp bàn …", "tại Hội nghị".

Here only the phrase is read: its head noun, how far its name runs, whether it is a bare second mention
or speaks of gatherings in general. Which of them the report tells of is for `graph.grammar.events.events`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.grammar.gatherings.gathering_names import name_end
from graph.grammar.text.before import Before
from graph.grammar.text.cues import Noun, gathering_nouns, gathering_pattern, scan
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER
from graph.grammar.text.quotations import in_quotes
from graph.grammar.text.scan import Finder
from graph.mention import Span
from graph.span import span_of

# Words after a head that name nothing yet.
_EMPTY = re.compile(
    r"trực tuyến|trực tiếp|toàn quốc|đã|hội nghị|đoàn(?: công tác| giám sát| kiểm tra)?|tỉnh|các địa phương"
    r"|(?:lần )?(?:đầu tiên|thứ nhất)|bàn"
)
_LONGEST_NAME = 420

_ONE_OF = ("cuộc", "buổi", "kỳ", "phiên", "đợt")
_GENERAL = Before(
    ("các", "những", "nhiều", "mọi", "mỗi", "một số", "hàng loạt", "loạt", "từng", "chuỗi", "số", "vài", "hai", "ba")
    + ("bốn", "hàng trăm", "hàng nghìn", "hội"),
    links=_ONE_OF,
)
_COUNTED = re.compile(rf"\d(?<![\w/.:-]\d)\d{{0,2}}(?:\.\d{{3}})?\s(?:(?:{'|'.join(_ONE_OF)})\s)?$")
_SOME = Before(("tại một", "trong một", "ở một", "sau một", "trước một"), links=("cuộc", "buổi", "phiên"))
# "Nghị quyết Hội nghị Trung ương", "Trung tâm hội nghị": the noun belongs to another name.
_PART = Before(
    ("nghị quyết", "văn kiện", "tinh thần", "trung tâm", "cung", "nhà", "phòng", "sảnh", "trước thềm", "chào mừng")
    + ("tiến tới", "hướng tới", "phục vụ", "chuẩn bị", "chuẩn bị cho", "thành công", "kể từ", "từ sau", "sau", "trước")
    + ("điều lệ", "nghị trường", "ngày", "dịp", "nghỉ", "nghi", "lệ", "thánh", "đi", "nhiệm kỳ", "ảnh", "hồ sơ", "việc")
    + ("báo cáo chính trị", "nhân sự", "đây là", "ban tổ chức", "hợp đồng", "giờ", "thời gian", "chế độ")
    + ("môi trường", "điều kiện", "lịch", "kinh nghiệm", "phương pháp"),
    links=("của", "các"),
)
# "UBND TP Hải Phòng họp", "Quốc hội họp": the last word of who meets, before a verb.
_ENDS_NAME = re.compile(
    rf"(?:\w[\w.]* [{UPPER}]\w*|Môi trường|[Qq]uốc hội|[Hh]iệp hội|[Cc]hi hội|[Tt]ổng hội|[Tt]hành hội|[Tt]ỉnh hội|"
    r"[Tt]rung ương [Hh]ội) $"
)
_HOLDS = re.compile(r"(?:ủy|tiểu|liên) ban tổ chức (?:cuộc |buổi |phiên )?$")  # no "ban tổ chức" of it
# "đã họp bàn về nội dung này": of a matter told before, in passing.
_THIS = re.compile(r" (?:bàn |thống nhất )?(?:về )?(?:các |những )?(?:nội dung|vấn đề|việc|phương án) (?:này|trên|đó)")
_INSTEAD = re.compile(r" (?:thay|hộ)(?!\w)")  # "đi họp thay"
_YEARLY = re.compile(r"\s(?:hàng|hằng) (?:năm|tháng|tuần|quý)|\scác cấp(?!\w)")
_NOT_LETTER = re.compile(r"(?:hội|tết|tân|phép|phục|đài|vật|nghĩa|nghi|độ|lạt|\d)(?!\w)")
_ADVERBIAL = Before(("tại", "trong", "theo", "trước", "qua", "sau"), links=("cuộc", "buổi", "phiên"))
# A bare "lễ" needs one of these after it, or a quoted name.
_CEREMONY = re.compile(
    r"\s(?:kỷ niệm|trao|tặng|ra mắt|công bố|ký|phát động|bàn giao|khánh thành|khởi công|khai mạc|bế mạc|tuyên dương|"
    r"tôn vinh|vinh danh|"
    r"mít tinh|đón|động thổ|khai giảng|tốt nghiệp|tổng kết|sơ kết|chuyển giao|hưởng ứng|viếng|truy điệu|dâng hương|"
    r"dâng hoa|"
    r"kết nạp|bổ nhiệm|xuất quân|ra quân|tưởng niệm|thông xe|hợp long|khởi động|thượng cờ|chào cờ|biểu dương|"
    r"giao nhận|tuyên thệ|"
    r"nhậm chức|tiễn|tri ân|giỗ|cầu siêu|trọng thể|gặp mặt|hội đàm|giao|nhận|điều động|công nhận|quốc khánh|"
    r"thắp nến|thắp hương|khai trương|cắt băng|giao quân|xuất ngũ|hạ thủy|cất nóc|đặt tên|gắn biển|báo công|duyệt binh|"
    r"phát bằng|truy tặng|hợp nhất|"
    r'quốc tang|")'
)
# What a gathering does, not how it is called: "Hội nghị đã nghe", "hội nghị này".
_DOES = re.compile(
    r"\s(?:đã|cũng|còn|nghe|ghi nhận|thống nhất|nêu|cho|nhất trí|thảo luận|tập trung|diễn ra|là|có|được|tiếp tục|bầu|"
    r"thông qua|"
    r"quyết định|kết thúc|yêu cầu|đề nghị|xác định|thu hút|quy tụ|sẽ|đang|vừa|tiến hành|dành|nhằm|do|này|trên|"
    r"nói trên|nêu trên|đó|"
    r"hôm nay|hôm qua|sáng|chiều|tối|đêm (?=\d)|vào|"
    r"tại|ở|với sự|dưới sự|và|kêu gọi|khẳng định|chỉ ra|đánh giá cao|mong|bế mạc|"
    r"khai mạc|thay|"
    r"không|phải|cần|để|chỉ(?! (?:đạo|thị|huy))|(?:hai|ba|mấy|\d) ngày|"
    r"theo|trong|từ|đến|tới \d|như|khi|thì|mà|nhưng|sau|trước|đều|đồng ý|rằng|chính thức|đưa ra|cùng|"
    r"tổ chức|gồm|trong khi|"
    r"ngày \d|kéo dài|bàn thảo|lắng nghe|hoan nghênh|biểu quyết|ra mắt|lần này|xem xét|góp phần|long trọng|bắt đầu|"
    r"chỉ rõ|phân tích|vinh dự|đón|đặt|đi|bằng|khép lại|mở đầu|kết nối|nối với|được nối|chưa|bị|vẫn|rất|lúc|nhắc nhở)"
    r"(?!\w)"
)
# Somebody begins a clause of his own right after the head. Not after verbs: "họp lãnh đạo chủ chốt".
_SOMEBODY = re.compile(
    r"\s(?:ông|bà|anh|chị|đồng chí|các đồng chí|các đại biểu|các ý kiến|đại diện|lãnh đạo|thượng tướng|trung tướng|"
    r"thiếu tướng|đại tá)(?!\w)"
)
_EXCEPT = re.compile(
    r"\scó (?:chủ đề|tên|nội dung)|\s(?:với|cùng|giữa)\s(?!sự)|\strong (?:khuôn khổ|năm)|\stừ thiện|\scho (?:ý kiến|"
    r"trẻ)|\stổ chức cán bộ|\sđại diện"
)


@dataclass(frozen=True, slots=True)
class Gathering:
    """A noun phrase for a gathering.

    `span` is the head, `name` runs from the head to the end of the name. `kind`: "meeting"; `concept`: of
    the scheme, "talks". `bare`: the head alone points
    to a gathering named elsewhere. `general`: gatherings in general, or a noun inside another name.
    """

    span: Span
    name: Span
    noun: str
    kind: str
    concept: str
    bare: bool
    general: bool
    verbal: bool


def find_gatherings(document: Document, persons: Sequence[int]) -> tuple[Gathering, ...]:
    """Find the gathering phrases in the readable lines, sorted, never overlapping.

    Args:
        document: the report.
        persons: sorted offsets where a person's mention starts; a name does not run into one.
    """
    found: list[Gathering] = []
    last = 0
    for start, end in _heads(document):
        sentence = document.sentence_at(start) if start >= last else None
        gathering = _read(document, start, end, sentence, persons) if sentence else None
        received = bool(found) and sentence is not None and found[-1].span.start >= sentence.start
        if gathering and gathering.noun in _CALLS and received and found[-1].noun == "tiếp":
            continue  # "đã tiếp Đại sứ A, … đến chào": received, and so called
        if gathering:
            found.append(gathering)
            last = gathering.name.end
            inner = outcome_of(document, gathering)
            told = _read(document, inner.start, inner.end, sentence, persons) if inner and sentence else None
            if told and _TOOK_PLACE.match(document.lowered, told.name.end):
                found.append(told)
    return tuple(found)


# "họp báo về kết quả hội nghị …": what is said after it is of the conference
_OUTCOME = re.compile(r" (?:về|công bố|thông báo)(?: các)? kết quả (?:của )?(?:cuộc |phiên )?")
_TOOK_PLACE = re.compile(
    r" (?:đã |vừa |được )*(?:diễn ra|tổ chức|kết thúc|khai mạc) (?:vào |tại |ở |sáng |chiều |ngày |hôm )"
)


def outcome_of(document: Document, gathering: Gathering) -> Span | None:
    """Give the head of the gathering whose outcome a press conference is about, inside its name."""
    if gathering.concept != "press-conference" or gathering.bare:
        return None
    about = _OUTCOME.match(document.lowered, gathering.span.end, gathering.name.end)
    head = gathering_pattern().match(document.lowered, about.end()) if about else None
    return span_of(head) if head else None


# "tiếp" and "gặp" are receptions only after "đã", "vừa", and not in "tiếp tục", "gặp khó".
_RECEPTION = Noun("meeting", "talks", True)
_MEETS = Finder(f"{done} {verb}" for done in ("đã", "vừa") for verb in ("tiếp", "gặp"))
_WHOM = re.compile(
    r"(?=\s(?!tục|thu|nhận|cận|theo|đó|nối|sau|khó|phải|rất|nhiều|xúc|sức|lời|viện|"
    r"lửa)\w)"
)


# "Chủ tịch nước A tiếp Đại sứ B": right after who receives, and before an office
_RECEIVES = Finder(
    f"{verb} {whom}"
    for verb in ("tiếp", "gặp")
    for whom in (
        *("ông", "bà", "đoàn", "đại sứ", "tân đại sứ", "đại biện", "ngoại trưởng", "bộ trưởng", "thứ trưởng"),
        *("chủ tịch", "phó chủ tịch", "thủ tướng", "phó thủ tướng", "tổng thống", "phó tổng thống", "tổng bí thư"),
        *("tổng thư ký", "quốc vương", "thượng nghị sĩ", "nghị sĩ", "tư lệnh", "thống đốc", "giám đốc"),
    )
)
_CALLS = frozenset({"chào xã giao", "đến chào", "tới chào"})


def _heads(document: Document) -> list[tuple[int, int]]:
    heads = [(s.start, s.end) for s in scan(document).gatherings]
    for at, words in _RECEIVES.hits(document):
        folded = document.folded
        named = at > 1 and folded[at - 2].isalnum() and folded[folded.rfind(" ", 0, at - 1) + 1].isupper()
        if named and folded[at].islower():
            heads.append((at, at + words.index(" ")))
    for at, words in _MEETS.hits(document):
        end = at + len(words)
        if _WHOM.match(document.lowered, end):
            heads.append((at + words.index(" ") + 1, end))
    return sorted(heads)


# "Nhân chuyến thăm và làm việc tại …": a journey
_TRIP = re.compile(r"(?<!\w)chuyến (?:đi |công tác |về )?(?:thăm|công tác|khảo sát)(?!\w)[^,;:.]{0,24} và $")
# "Tại một cuộc họp báo, ông A khẳng định …": there is but one of that hour.
_TO_THE_PRESS = frozenset({"họp báo", "cuộc họp báo", "buổi họp báo"})
_TASKS = frozenset(
    {" xem xét", " thảo luận", " bàn thảo", " thông qua", " nghe", " đánh giá cao", " phân tích", " bầu"}
)
_OBJECT_OF = re.compile(r"(?<!\w)(?:có|chủ trì|tổ chức|mở|triệu tập|tiến hành|chủ tọa) (?:cuộc |buổi |phiên )?$")


# "Trưởng Ban Tổ chức hội nghị - đọc diễn văn": the dash ends a post, it is no part of a name.
_DASH = re.compile(r" - (?=[^\W\d_])")


def _read(document: Document, start: int, end: int, sentence: Span, persons: Sequence[int]) -> Gathering | None:
    lowered = document.lowered
    noun = lowered[start:end]
    before = lowered[max(sentence.start, start - 26) : start]
    known = gathering_nouns().get(noun, _RECEPTION)
    if noun == "lễ":
        if _NOT_LETTER.match(lowered, end + 1) or not _CEREMONY.match(lowered, end):
            return None
    elif noun == "họp" and _INSTEAD.match(lowered, end):
        return None
    elif noun == "sự kiện" or (document.folded[start].islower() and document.folded[start:end] != noun):
        # "giao Ban Dân vận …": the second word begins a name.
        return None
    size = len(before)
    part = _GENERAL.stands(before, 0, size) or _PART.stands(before, 0, size)
    if part and (_HOLDS.search(before) or (known.verb and _ENDS_NAME.search(document.folded, start - size, start))):
        part = False
    general = bool(part or _COUNTED.search(before) or _YEARLY.search(lowered, end, end + 22))
    does = (
        _DOES.match(lowered, end)
        or _DASH.match(document.folded, end)
        or (not known.verb and _SOMEBODY.match(lowered, end))
    )
    if does and noun.startswith("lễ ") and does.group() == " quyết định":
        # "Lễ công bố quyết định …" is its name.
        does = None
    if does and does.group() in _TASKS and _OBJECT_OF.search(before):
        # "có cuộc họp xem xét phương án …": what it was for.
        does = None
    if does and not _EXCEPT.match(lowered, end):
        stop = end
    else:
        limit = min(sentence.end, start + _LONGEST_NAME)
        if in_quotes(document.folded, sentence.start, start) and lowered.find('"', end, limit) > 0:
            limit = lowered.find('"', end, limit)
        elif before.endswith('"'):
            close = lowered.find('"', end, limit)
            limit = close if close > 0 else limit
        stop = name_end(document, end, limit, persons, known.verb, strict=_ADVERBIAL.stands(before, 0, size))
    named = lowered[end:stop].strip(' "')
    bare = len(named) < 3 or bool(_EMPTY.fullmatch(named))
    if noun.startswith("làm việc") and lowered.endswith(" và ", 0, start):
        general = general or _TRIP.search(lowered, max(sentence.start, start - 60), start) is not None
    some = bare and noun not in _TO_THE_PRESS and _SOME.stands(before, 0, size)
    general = general or some or (known.verb and bool(_THIS.match(lowered, end)))
    return Gathering(Span(start, end), Span(start, stop), noun, known.kind, known.concept, bare, general, known.verb)
