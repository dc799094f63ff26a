"""Words that name or point to a gathering: "hội nghị tổng kết công tác năm", "họp bàn …", "tại Hội nghị".

Here only the phrase is read: its head noun, how far its name runs, whether it is a bare second mention
or speaks of gatherings in general. Which of them the report tells of is for `graph.grammar.events.events`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from graph.grammar.text.before import Before
from graph.grammar.text.cues import Noun, gathering_nouns, gathering_pattern, scan
from graph.grammar.text.document import Document
from graph.grammar.text.joints import coupled
from graph.grammar.text.normal import UPPER
from graph.grammar.text.quotations import in_quotes
from graph.grammar.text.scan import Finder
from graph.mention import Span

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
_STOP = re.compile(
    r'[.;:!?\n(),"]'
    r"|\s- (?:ảnh|cho (?:rằng|biết)|nói|khẳng định|yêu cầu|đề nghị|nhấn mạnh)"
    r"|\s(?:(?P<verb>và (?:chỉ đạo|yêu cầu|phát biểu|quyết định|đề nghị|thống nhất|cho ý kiến|kết luận|đưa ra)|được|"
    r"đã|vừa|sẽ|đang|chưa|vẫn|cũng|dù|mặc dù|"
    r"dự kiến|mới đây|diễn ra|là|cho thấy|cho (?:gần|hơn|trên|khoảng|\d+)|thu hút|"
    r"quy tụ|nhằm|dưới sự|với sự|do|để|"
    r"nêu rõ|"
    r"cho biết|nhấn mạnh|mà|nên|không có|không được|có thể)"
    r"|(?P<where>tại|ở)|(?P<when>vào|sáng|trưa|chiều|tối|đêm|ngày|hôm|từ)|(?P<have>có)|(?P<phase>khai mạc|bế mạc|"
    r"kết thúc|bắt đầu)"
    r"|(?P<hold>tổ chức|được tổ chức)|(?P<point>nói trên|nêu trên|vừa qua|cùng ngày|này|hôm nay|hôm qua|"
    r"cuối tuần (?:trước|qua)|tuần trước|tháng trước|(?:đầu|cuối|hồi|giữa) tháng \d{1,2}))(?!\w)"
)
_AGENTLESS = frozenset({"tự", "lý", "nhỏ và", "và", "cứ", "hội"})
_PLACE = re.compile(
    r"\s(?:điểm cầu|trụ sở|hội trường|thành phố|tp|tỉnh|thủ đô|xã|huyện|quận|phường|thị xã|thị trấn|nhà|trung tâm|"
    r"khách sạn|"
    r"sân vận động|quảng trường|bảo tàng|làng|thôn|bản|ấp|khu|cung|số \d|đây|đó)(?!\w)"
)
_TIME = re.compile(r"\s(?:nay|qua|mai|\d|ngày|cùng ngày|sáng|chiều|tối|tháng|cuối|đầu|hôm|thứ|trong|nay)")
_DATED_ACT = re.compile(r"\s\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}\s?(?:\)|của|về|giữa|,? của)")
_HAS_WHOM = re.compile(
    r"\s(?:sự|đồng chí|các đồng chí|ông|bà|các ông|các|đại diện|lãnh đạo|gần|hơn|trên|khoảng|mặt|đông đảo|\d|"
    r"(?:thượng|trung|thiếu|đại) (?:tướng|tá))(?!\w)"
)
_GOES_ON = re.compile(
    r"\s?(?:và\s|đồng thời\s)?(?:triển khai|sơ kết|tổng kết|phát động|biểu dương|tuyên dương|khen thưởng|"
    r"phương hướng|nhiệm vụ|"
    r"mục tiêu|kế hoạch|quán triệt|công bố|ký kết|ký|bàn|trao|gặp mặt|đánh giá|kỷ niệm|học tập|ra mắt|rút kinh nghiệm|"
    r"giao ước|chống|hđnd|quốc hội|khóa|lần thứ|nhiệm kỳ|tệ nạn|an ninh|trật tự|an toàn|quốc phòng|chính quyền|hợp tác|"
    r"giải pháp|đề ra|"
    r"xây dựng|nâng cao|tăng cường|ngành|ban ngành|huyện|đoàn thể)(?!\w)"
)
_CLAUSE = re.compile(
    r"\s?(?:ông|bà|anh|chị|đồng chí|đ/c|các|về|với|có|do|được|nhiều|trong|tại|nhằm|để|đã|sáng|chiều|tối|ngày|khi|qua|"
    r"theo|"
    r"đại diện|cùng|thứ trưởng|phó|chủ tịch|bộ trưởng|thủ tướng|giám đốc|bí thư|trung tướng|thiếu tướng|thượng tướng|"
    r"đại tướng|"
    r"đại tá|thượng tá|tổng|nghe|cho|thời gian|không|mà|song|nhưng|ở|vào|lãnh đạo|hai bên|đây|trưởng|thay mặt|là|sau|"
    r"trước|từ|"
    r"đến|hiện|nguyên|cục trưởng|viện trưởng|hiệu trưởng|một|đoàn|phát biểu|chỉ đạo|thảo luận|tiếp|hầu hết|bên cạnh|"
    r"ngoài|báo cáo|"
    r"đạt|tạo|tuy|liên quan|"
    r"chủ trì|chứng kiến|tham dự|người đứng|sự kiện|đông đảo|gần|hơn|trên|\d+ |diễn ra|thu hút|quy tụ)(?!\w)"
)


class Gathering(NamedTuple):
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
    found, last = [], 0
    for start, end in _heads(document):
        sentence = document.sentence_at(start) if start >= last else None
        gathering = _read(document, start, end, sentence, persons) if sentence else None
        if gathering:
            found.append(gathering)
            last = gathering.name.end
    return tuple(found)


# "tiếp" and "gặp" are receptions only after "đã", "vừa", and not in "tiếp tục", "gặp khó".
_RECEPTION = Noun("meeting", "talks", True)
_MEETS = Finder(f"{done} {verb}" for done in ("đã", "vừa") for verb in ("tiếp", "gặp"))
_WHOM = re.compile(
    r"(?=\s(?!tục|thu|nhận|cận|theo|đó|nối|sau|khó|phải|rất|nhiều|xúc|sức|lời|viện|"
    r"lửa)\w)"
)


def _heads(document: Document) -> list[tuple[int, int]]:
    heads = [(s.start, s.end) for s in scan(document).gatherings]
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
    general = bool(
        _GENERAL.stands(before, 0, size)
        or _COUNTED.search(before)
        or _PART.stands(before, 0, size)
        or _YEARLY.search(lowered, end, end + 22)
    )
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


def name_end(
    document: Document, start: int, limit: int, persons: Sequence[int], verbal: bool, strict: bool = False
) -> int:
    """Give the offset where the name that began before `start` ends, at most `limit`.

    `strict`: the phrase is an adverbial ("Tại hội nghị …,") and ends at the first comma that can end it.
    """
    folded, lowered = document.folded, document.lowered
    at, first_person = start, True
    index = bisect_left(persons, start)
    person = persons[index] if index < len(persons) else limit
    if person < limit and lowered[max(0, person - 8) : person].endswith(
        ("với ", "tiếp ", "chào ", "gặp ", "kiến ", "giữa ")
    ):
        first_person = False
    while at < limit:
        match = _STOP.search(lowered, at, limit)
        stop = match.start() if match else limit
        if first_person and person < stop:
            return _trim(lowered, start, person)
        if match is None:
            return _trim(lowered, start, limit)
        after = _passes(folded, lowered, match, limit, start, strict)
        if after is None:
            return _trim(lowered, start, stop)
        at = max(after, at + 1)
    return _trim(lowered, start, limit)


_DAY_INSIDE = re.compile(r"(?:ngày|sáng|chiều|tối|trưa|hôm) ?\d|\d{1,2}[/-]\d")
_MEETING = re.compile(r" (?:phiên họp|cuộc họp|buổi họp|hội nghị|họp)(?!\w)")
_ABOUT = (" về", " công tác", " việc", " kế hoạch", " và")


def _passes(folded: str, lowered: str, match: "re.Match[str]", limit: int, start: int, strict: bool) -> int | None:
    """Where to read on if the name runs over this word, or None if it ends before it."""
    end, sign = match.end(), match.group()
    if sign == '"':
        close = max(
            lowered.find('"', end, limit), lowered.find("'", end, limit) if '"' not in lowered[end:limit] else -1
        )
        return close + 1 if close > 0 else None
    if sign == "(":
        close = lowered.find(")", end, limit)
        dated = _DAY_INSIDE.match(lowered, end)
        return close + 1 if 0 < close - end < 60 and "ảnh" not in lowered[end:close] and not dated else None
    if sign in ",;":
        if match.start() > start and (_GOES_ON.match(lowered, end) or coupled(lowered, start, match.start())):
            return end
        small = lowered[end : end + 1] == " " and folded[end + 1 : end + 2].islower()
        if sign == ";" or not small or match.start() == start or _CLAUSE.match(lowered, end):
            return None
        return end if (_still_named if strict else _phrase)(lowered, end, limit) else None
    if sign == "." and lowered[max(0, end - 4) : end].lstrip(' "(') in ("tp.", "tx.", "tt.", "ts.", "gs."):
        return end
    if sign == "." and lowered[end : end + 1].strip() and not lowered[end : end + 1].isspace():
        return end
    if match["where"]:
        if gathering_pattern().match(lowered, end + 1):
            return None
        capital = folded[end + 1 : end + 2] in UPPER and folded[end + 1 : end + 2] != ""
        return None if capital or _PLACE.match(lowered, end) else end
    if match["when"]:
        if match["when"] in ("ngày", "từ", "vào") and _DATED_ACT.match(lowered, end):
            return end
        return None if _TIME.match(lowered, end) else end
    if match["have"]:
        capital = folded[end + 1 : end + 2] in UPPER and folded[end + 1 : end + 2] != ""
        return None if capital or _HAS_WHOM.match(lowered, end) else end
    if match["phase"]:
        return end if match.start() == start else None
    if match["hold"]:
        if _MEETING.match(lowered, end) and not lowered.endswith(_ABOUT, 0, match.start()):
            return None  # "… chuẩn bị đại hội đoàn xã mở phiên họp …"
        return (
            None
            if _TIME.match(lowered, end) or re.match(r"\s(?:tại|ở|vào|trực tuyến|dưới)\s", lowered[end : end + 12])
            else end
        )
    if match["verb"] in ("do", "vừa", "là", "được"):
        word = lowered[max(start, match.start() - 6) : match.start()].rpartition(" ")[2]
        return end if word in _AGENTLESS else None
    return None


def _phrase(lowered: str, at: int, limit: int) -> bool:
    """Is the stretch after a comma more of a noun phrase and no clause of its own?"""
    stretch = re.split(r'[,;.:"\n]', lowered[at : min(limit, at + 140)], maxsplit=1)[0]
    return not re.search(r"\s(?:đã|sẽ|là|nhấn mạnh|đánh giá|yêu cầu|cho biết|đề nghị)\s", stretch)


# "Tại hội nghị về cảng cá, khu tránh bão tổ chức tại Huế, …": what is said of the gathering itself comes only after
# the comma, so that the comma is inside its name.
_SAID_OF_IT = re.compile(
    r" (?P<more>[^.;:\"\n()]{3,150}?)(?: (?:được )?(?:diễn ra|tổ chức) (?:tại|ở|vào|ngày|sáng|chiều|tối|hôm|mới đây|từ)"
    r"(?!\w)| do [^,;:.]{2,60} tổ chức(?!\w)| (?:sáng|chiều|tối|ngày|hôm) \d{1,2} ?[-/] ?\d{1,2}(?:[-/]\d{4})?,)"
)
_TELLS = re.compile(
    r"(?<!\w)(?:đã|sẽ|đang|là|được|bị|có|cũng|vừa|cho (?:biết|rằng|hay)|nhấn mạnh|đánh giá|yêu cầu|khẳng định|đề nghị|"
    r"nói|thông tin|báo cáo|ra mắt|diễn ra)(?!\w)"
)


def _still_named(lowered: str, at: int, limit: int) -> bool:
    """Does the name of an adverbial go on after the comma before `at`?"""
    said = _SAID_OF_IT.match(lowered, at, limit)
    if said is None or _TELLS.search(said["more"]) or gathering_pattern().match(lowered, at + 1):
        return False
    return not any(_CLAUSE.match(part) for part in said["more"].split(",")[1:])


_WHOLE = ("lần thứ năm", "đầu năm", "cuối năm", "tháng năm", "nửa năm", "một năm", "hằng năm")


def _trim(lowered: str, start: int, end: int) -> int:
    while end > start and lowered[end - 1] in ' ,-"(':
        if lowered[end - 1] == '"' and lowered[start:end].count('"') % 2 == 0:
            break
        end -= 1
    for word in (" và", " với", " của", " trong", " về", " được", " năm", " cuộc", " cả", " có"):
        if lowered[start:end].endswith(word) and not lowered[start:end].endswith(_WHOLE):
            return _trim(lowered, start, end - len(word))
    return end
