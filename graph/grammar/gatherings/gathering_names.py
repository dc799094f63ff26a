"""How far the name of a gathering runs: over commas and purposes of its own, up to who, when and where."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.grammar.text.cues import gathering_pattern
from graph.grammar.text.document import Document
from graph.grammar.text.joints import coupled
from graph.grammar.text.normal import UPPER

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
_AGENTLESS = frozenset({"tự", "lý", "và", "cứ", "hội"})
_PLACE = re.compile(
    r"\s(?:điểm cầu|trụ sở|hội trường|thành phố|tp|tỉnh|thủ đô|xã|huyện|quận|phường|thị xã|thị trấn|nhà|trung tâm|"
    r"khách sạn|"
    r"sân vận động|quảng trường|bảo tàng|làng|thôn|bản|ấp|khu|cung|số \d|đây|đó)(?!\w)"
)
_TIME = re.compile(r"\s(?:nay|qua|mai|\d|ngày|cùng ngày|sáng|chiều|tối|tháng|cuối|đầu|hôm|thứ|trong)")
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


_MET = ("với ", "tiếp ", "chào ", "gặp ", "kiến ", "giữa ")


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
    if person < limit and lowered[max(0, person - 8) : person].endswith(_MET):
        first_person = False
    while at < limit:
        match = _STOP.search(lowered, at, limit)
        stop = match.start() if match else limit
        if first_person and person < stop:
            return _trim(lowered, start, person)
        if match is None:
            return _trim(lowered, start, limit)
        if match.group() == "," and _one_more(lowered, match, limit, start, persons, verbal):
            first_person, at = False, match.end()
            continue
        after = _passes(folded, lowered, match, limit, start, strict, verbal)
        if after is None:
            return _trim(lowered, start, stop)
        at = max(after, at + 1)
    return _trim(lowered, start, limit)


# "họp với các sở, | lãnh đạo bến phà và chủ tàu", "gặp Phó cố vấn A, | Thượng nghị sĩ B"
_MET_MORE = re.compile(
    r" (?:đại diện|lãnh đạo|nguyên lãnh đạo|các|một số|cùng|cơ quan|sở|ban|ngành|bộ|ubnd|hđnd|doanh nghiệp|chủ đầu tư|"
    r"người dân|nhà máy|công an|chuyên gia)(?!\w)[^,;:.\"\n]{2,120}(?<!\w)(?:và|cùng)(?!\w)"
)


def _one_more(
    lowered: str, comma: "re.Match[str]", limit: int, start: int, persons: Sequence[int], verbal: bool
) -> bool:
    """Does a list of those who were met go on after a comma?"""
    met = verbal and lowered.endswith((" gặp", " tiếp"), 0, start)
    if not (met or lowered.endswith(" với", 0, start) or lowered.startswith((" với ", " giữa "), start)):
        return False
    index = bisect_left(persons, comma.end())
    if index < len(persons) and persons[index] == comma.end() + 1:
        more = lowered.find(" và ", comma.end(), min(limit, comma.end() + 240)) > 0
    else:
        more = _MET_MORE.match(lowered, comma.end(), limit) is not None
    return more and _phrase(lowered, comma.end(), limit)


_MEETINGS = ("cuộc họp", "buổi họp", "làm việc với", "buổi làm việc", "cuộc làm việc", "đàm phán")
_DAY_INSIDE = re.compile(r"(?:ngày|sáng|chiều|tối|trưa|hôm) ?\d|\d{1,2}[/-]\d")
_MEETING = re.compile(r" (?:phiên họp|cuộc họp|buổi họp|hội nghị|họp)(?!\w)")
_ABOUT = (" về", " công tác", " việc", " kế hoạch", " và")


def _passes(
    folded: str, lowered: str, match: "re.Match[str]", limit: int, start: int, strict: bool, verbal: bool
) -> int | None:
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
    if sign == "." and lowered[end : end + 1].strip():
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
    if match["verb"] == "để":
        # What people met for names their meeting; a numbered session has its name.
        meets = lowered.endswith(_MEETINGS, 0, start) or (verbal and lowered.endswith("họp", 0, start))
        return end if meets and "phiên" not in lowered[start : match.start()] else None
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
