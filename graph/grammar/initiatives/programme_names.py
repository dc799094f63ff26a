"""Names of programmes that stand without quotes: which words are a name, and where it ends."""

import re
from functools import cache

from graph.grammar.initiatives.programme_ends import name_end
from graph.grammar.initiatives.programme_openings import only_quoted, openings
from graph.grammar.initiatives.programme_projects import project
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER
from graph.mention import Span
from graph.span import span_of
from ontology.vocabulary import scheme

_PHASED = re.compile(
    r"(?P<name>(?:(?!chương trình|"
    r"hội nghị)[^.;:\"\n()]){6,160}?)(?: \([^()]{2,12}\))?,? (?:giai đoạn (?:từ )?|từ )(?:năm )?(?:19|20)\d\d ?(?:-|"
    r"đến) ?(?:năm )?(?:19|20)\d\d"
)
# What is done with a scheme: after it the words are its name.
_CARRIED_OUT = re.compile(
    r"(?:triển khai|thực hiện|sơ kết|tổng kết|phê duyệt|công bố|ban hành|góp ý|về|lập|sửa|hoàn thiện|xây dựng|"
    r"soạn thảo|thẩm định)"
    r"(?: (?:các|một|dự thảo))? $"
)
_PLANNED = re.compile(
    r"(?:tổng thể|chung|mạng lưới|phát triển|chi tiết|phân khu|vùng|ngành|tỉnh|xây dựng|không gian|sử dụng đất|quản lý|"
    r"bảo vệ|khai thác|đô thị|điện)(?!\w)"
)
# "phát động thi đua xử lý rác nhựa ven đê": what one emulates in.
_EMULATION = re.compile(
    r"(?:đặc biệt )?(?:chào mừng|lập thành tích|xử lý|xây dựng|cải cách|chuyển đổi số|phòng,? chống|học tập|dạy|"
    r"giữ gìn|bảo vệ|nâng cao|đẩy mạnh|thực hiện|hoàn thành|xóa|giảm|bảo đảm|đảm bảo|cao điểm)(?!\w)"
)
# "phong trào toàn dân tham gia giữ đê": whom it calls is how such names begin.
_EVERYBODY = re.compile(
    r"toàn (?:dân|xã hội|ngành|tỉnh) (?:tham gia|đoàn kết|bảo vệ|học tập|xây dựng|rèn luyện|thi đua|chung)(?!\w)"
)
_PATRIOTIC = re.compile(r"yêu nước(?!\w)")
# Offices that study strategies.
_STRATEGISTS = re.compile(r"(?:viện|vụ) (?:[^,.;]{0,30} )?$")
_CALLED = re.compile(r"(?:phát động|phát động các|hưởng ứng|ra quân|mở đợt|triển khai) $|; $")
# Bodies, laws and subjects with planning in their names.
_NO_PLAN = re.compile(r"(?:sở|viện|vụ|cục|luật|ban|phòng|ngành|hội|bộ|hội đồng|khoa|công tác|-) $")
# What is done with a plan of land and places: after it the words are its name.
_DRAWN = re.compile(r"(?:phê duyệt|công bố|điều chỉnh|đồ án|duyệt|thông qua|thẩm định|thực hiện)(?: (?:đồ án|bản))? $")
# "quy hoạch điện VIII": known by its number.
_POWER = re.compile(r"điện [IVX]+(?: điều chỉnh| \(?điều chỉnh\)?)?(?!\w)")
_VERB = re.compile(
    r"(?:trình|giải quyết|rà soát|hướng|chính thức|đặt ra|đưa ra|gửi|quy định|nêu|giao|phải|xong|đúng|cụ thể|đạt|mang|"
    r"thành công|cơ bản|toàn diện|đồng bộ|kịp thời|hiệu quả|bao gồm|gồm|tại|trọng điểm|lần|phù hợp|vẫn|đến|"
    r"yêu cầu)(?!\w)"
)
# "đề án tái cơ cấu", "đề án xử lý cụ thể": what is to be done, but not to what.
_BARE_PURPOSE = re.compile(r"(?: (?:cụ thể|riêng|chung|toàn diện|phù hợp|tổng thể|lại))?")
_NO_SCHEME = re.compile(r"(?:thực hiện .*|.* (?:chương trình|mô hình|phong trào|quy định|nghị quyết))")
_SEVERAL = re.compile(
    r"(?:(?<!\w)(?:toàn bộ|tất cả|hầu hết|đa số|loạt|"
    r"các|những|nhiều|một số|mọi|hai|ba|bốn|năm|từng|mỗi)|(?<![\d.-])\d{1,3}) $"
)
_YEARS = r"(?:,? (?:năm |từ năm |từ |giai đoạn )?(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?)"
_PLAN = re.compile(
    rf"(?P<name>(?:(?:cơ cấu lại nền kinh tế|tài chính quốc gia|"
    rf"phát triển (?:kinh tế ?(?:-|,)? ?xã hội|kt-xh)(?: \(kt-xh\))?)(?: (?:5|10) năm| hằng năm| hàng năm)?{_YEARS}|"
    rf"(?:5|10) năm(?: giai đoạn)? (?:19|20)\d\d ?- ?(?:19|20)\d\d|"
    rf"đầu tư công(?: trung hạn{_YEARS}?|{_YEARS})|sử dụng đất(?: kỳ (?:cuối|đầu)| (?:cấp )?quốc gia)))(?!\w)"
)
# A plan of the whole country says so: "kế hoạch hành động quốc gia về …", "kế hoạch phòng chống lũ cấp quốc gia".
_NATIONAL_PLAN = re.compile(
    r"(?:hành động )?quốc gia (?:về|vì|phòng|thực hiện|phát triển|triển khai)(?!\w)|"
    r"[^,.;:()\n\"]{8,60}? cấp quốc gia(?!\w)"
)
# "vừa ban hành kế hoạch thực hiện thỏa thuận": what is issued has a title.
_ISSUED = re.compile(r"(?:ban hành|phê duyệt|công bố|gồm:|;|thông qua)(?: dự thảo)? $")
# "chưa ban hành kế hoạch …": then there is none.
_UNDONE = re.compile(
    r"(?<!\w)(?:không|chưa|chẳng|hoãn|ngừng|dừng|từ chối)(?: (?:hề|được|kịp|thể|kịp thời|cần|phải|xây dựng))?"
    r" (?:ban hành|phê duyệt|công bố|thông qua|triển khai|hoàn thành|thực hiện)(?: thành công)?(?: (?:dự thảo|các))? $"
)
# The economy's plan with the year's budget has no name.
_ECONOMY = re.compile(r"[^.;:()\n]{0,40}?(?:kinh tế ?(?:-|,)? ?xã hội|kt-xh|ngân sách)(?!\w)")
# "triển khai kế hoạch nuôi trồng thủy sản năm 2019": a plan that is carried out is named by its year.
_IN_ITS_YEAR = re.compile(
    r"(?P<name>[^.,;:()\n\"]{10,110}? (?:năm (?:19|20)\d\d|giai đoạn (?:19|20)\d\d ?- ?(?:19|20)\d\d))(?!\d)"
)
_CARRIED = re.compile(r"(?:triển khai|hoàn thành|thực hiện(?: thành công)?|sơ kết|tổng kết) $")
# "kế hoạch thực hiện nghị định của Chính phủ": named by the document, not by a title.
_OF_A_DOCUMENT = re.compile(
    r"(?<!\w)(?:nghị định|nghị quyết|chỉ thị|kết luận|quyết định|thông tư|luật|thông báo|chương trình|đề án|phong trào)"
    r"(?:$| (?:số )?\d)|^(?:(?:thực hiện|triển khai) ){1,2}(?:các |những )?"
    r"(?:chương trình|đề án|phong trào|nhiệm vụ|chỉ tiêu)(?!\w)"
)
_COOPERATION = re.compile(
    rf"(?:[Hh]ợp tác|[Pp]hối hợp|[Ll]iên kết)[^,.;:()\n\"]{{0,50}}? (?:với|giữa) "
    rf"(?:(?:tỉnh|thành phố|huyện|các|nước|ngành) )?(?=[{UPPER}])[^,.;:()\n\"]{{3,70}}?"
    r"(?= giai đoạn| năm \d|[,.;:()\n\"]| (?:đã|được|do|sáng|chiều|tại|về|trong|có|là|để|nhằm)(?!\w)|$)"
)
# What tells of a scheme rather than names it.
_SPOKEN = re.compile(
    r"^(?:này|đó|trên|của|do|đã|được|sẽ|có|là|về|cho|với|mà|gồm|cần|phải|số|và|\d)(?!\w)|"
    r"(?<!\w)(?:được|đã|sẽ|là|cho biết|này|đó|phê duyệt|ban hành)(?!\w)|,"
)
_BODY = re.compile(r"(?:hội|đoàn|công đoàn|ban|bộ|sở|cục|ủy ban|tổng|liên đoàn|đảng|công ty)(?!\w)")
# Words after which an unquoted phrase is no name.
_GENERIC = re.compile(
    r"(?:này|đó|trên|nói|làm|mới|cũ|khác|hành động (?:của|và|thực hiện)|công tác|làm việc|nghị sự|kỳ họp|hội nghị|"
    r"phiên họp|họp|thời sự|truyền hình|"
    r"tin tức|học|giảng dạy|thăm|"
    r"của|do|và|cho(?! vay)|với|đã|được|có|tại|trong|là|cụ thể|"
    r"trọng tâm|phát triển kinh tế - xã hội|"
    r"xét xử|khung|dài hạn|trung hạn|tổng thể (?:của|và)|về việc|số|năm|\d+ năm|thí điểm,|thi đua yêu nước (?:của|"
    r"trong|và)|bằng|tham gia|thí điểm(?= (?:kéo dài|gửi|này|đến|được|đã|có|của|sẽ|tại)|[,.;])|nhằm|để|thì|sẽ|theo|"
    r"nào|gì|như|vào|ra|đều|sớm|từ|khi|vì|"
    r"chung(?! tay)|riêng|cần|phải|không|chưa|vẫn|cũng|còn|lớn|được|bị|hay|tốt|sau|trước|đến|lên|lần|vừa|đang|mà|rất|"
    r"quan trọng|xây dựng luật|phu nhân|cấp cao|hội thảo|"
    r"phát triển liên hợp quốc|lương thực thế giới)(?!\w)"
)


# How some of those names go on.
_TAIL = r"(?: hồ chí minh| bác hồ dạy(?: công an nhân dân)?| theo gương bác hồ vĩ đại| ở khu dân cư)?"
_NUMBERED = re.compile(r"(\d{2,3}[a-z]?)(?![\w%]|[.,/-]\d|[/-])(?! (?:người|hộ|đại biểu|phút|tập|buổi))")


@cache
def known() -> "re.Pattern[str]":
    """The names that reports give to movements of the whole country, with or without quotes (a scheme)."""
    forms = {form.lower() for concept in scheme("initiative-name") for form in concept.forms}
    forms |= {form.replace("an ninh tổ quốc", "antq") for form in forms}
    names = sorted((re.escape(form).replace(",", ",?") for form in forms), key=len, reverse=True)
    return re.compile(rf"(?:thi đua |xây dựng )?(?P<name>(?:{'|'.join(names)}){_TAIL})(?!\w)")


@cache
def _purpose() -> "re.Pattern[str]":
    """What an unquoted scheme is for (a scheme's words); other words after "đề án" go on with the sentence."""
    return re.compile(rf"(?:về (?:việc )?)?(?P<name>(?P<opening>{openings('scheme')})(?!\w).+)")


@cache
def _programme_opens() -> "re.Pattern[str]":
    """How the name of a programme begins (a scheme's words)."""
    return re.compile(rf"(?:{openings('programme')})(?!\w)(?! (?:của|là|này|đó)(?!\w))")


def unquoted(document: Document, needle: str, at: int, end: int) -> Span | None:
    """A name without quotes: it begins like a title, says what the programme is for, or names a place.

    `at` is the offset after the kind word, `end` that of the sentence's end.
    """
    folded, lowered = document.folded, document.lowered
    if lowered[at : at + 1] != " " or at + 2 >= end:
        return None
    begin, start = at + 1, at - len(needle)
    if needle.startswith("chương trình"):
        number = _NUMBERED.match(lowered, begin, end)
        if number and folded[start] == "C":
            return span_of(number)
    plan = _PLAN.match(lowered, begin, end) if needle in ("kế hoạch", "chiến lược") else None
    if plan or needle == "kế hoạch":
        return Span(begin, plan.end("name")) if plan else _plan(folded, lowered, start, begin, end)
    if needle == "quy hoạch":
        return _planning(folded, lowered, start, begin, end)
    phased = _PHASED.match(lowered, begin, min(end, begin + 190)) if needle == "đề án" else None
    if phased and 4 <= phased["name"].count(" ") + 1 <= 24 and not _SPOKEN.search(phased["name"]):
        return Span(begin, phased.end("name"))
    if needle in only_quoted():
        return None
    month = needle in ("tháng hành động", "tháng cao điểm") and folded[start].isupper()
    if (_GENERIC.match(lowered, begin, end) and not month) or not folded[begin].isalpha():
        return None
    several = _SEVERAL.search(lowered, max(0, start - 14), start) is not None
    if needle in ("đề án", "tiểu đề án"):
        return _scheme(folded, lowered, start, begin, end)
    if needle.startswith("chương trình"):
        return _programme(folded, lowered, needle, begin, end, several)
    if needle == "dự án":
        of_board = lowered.endswith(("ban quản lý ", "ban qlda "), 0, start)
        return None if several or of_board else project(folded, lowered, begin, end)
    stop = name_end(folded, lowered, begin, end)
    words = folded[begin:stop].split()
    if needle.startswith("phong trào"):
        movement = _movement(lowered, needle, start, Span(begin, stop), several)
        if movement:
            return movement
    if needle == "chiến lược":
        return Span(begin, stop) if _strategy(folded, lowered, start, begin, words) else None
    if not (month or folded[begin].isupper()) or _proper(words):
        return None
    if needle in ("mô hình", "câu lạc bộ", "clb"):
        fine = 2 <= len(words) <= 10 and not _BODY.match(lowered, begin)
    elif needle in ("ngày hội", "tháng hành động", "tháng cao điểm", "tuần lễ"):
        fine = 3 <= len(words) <= 12
    else:
        fine = 3 <= len(words) <= 20 and not _BODY.match(lowered, begin)
    return Span(begin, stop) if fine else None


@cache
def _plan_opens() -> "re.Pattern[str]":
    """How the name of a plan begins (a scheme's words)."""
    return re.compile(rf"(?:{openings('plan')})(?!\w)")


def _plan(folded: str, lowered: str, start: int, begin: int, end: int) -> Span | None:
    """A plan of the whole country, one that is issued under a title, or one carried out in a year."""
    national = _NATIONAL_PLAN.match(lowered, begin, end)
    if national and lowered.endswith("cấp quốc gia", begin, national.end()):
        return span_of(national)
    titled = _plan_opens().match(lowered, begin, end)
    capital = folded[start].isupper() and (folded[start - 2 : start - 1].isalnum() or folded[start - 2] == ",")
    budget = _ECONOMY.match(lowered, begin, end) if titled else None
    yearly = (
        _IN_ITS_YEAR.match(lowered, begin, end)
        if titled and not budget and _CARRIED.search(lowered, start - 24, start)
        else None
    )
    if yearly and yearly["name"].count(" ") >= 5 and not _OF_A_DOCUMENT.search(yearly["name"]):
        return None if _UNDONE.search(lowered, max(0, start - 40), start) else Span(begin, yearly.end("name"))
    issued = _ISSUED.search(lowered, max(0, start - 22), start)
    if not (national or titled and not budget and (capital or issued)):
        return None
    stop = name_end(folded, lowered, begin, end)
    untitled = _OF_A_DOCUMENT.search(lowered[begin:stop]) or (
        not national and _UNDONE.search(lowered, max(0, start - 40), start)
    )
    return Span(begin, stop) if 4 <= len(folded[begin:stop].split()) <= 24 and not untitled else None


def _movement(lowered: str, needle: str, start: int, name: Span, several: bool) -> Span | None:
    """What people are called to: "phát động phong trào (thi đua) …"; "phong trào thi đua yêu nước" is one."""
    count = lowered.count(" ", name.start, name.end) + 1
    called = _CALLED.search(lowered, max(0, start - 30), start)
    if needle == "phong trào":
        if _EVERYBODY.match(lowered, name.start, name.end) and 5 <= count <= 20:
            return name
        return name if called and 3 <= count <= 12 else None
    if not several and _PATRIOTIC.match(lowered, name.start):
        return Span(name.start - len("thi đua "), name.start + len("yêu nước"))
    emulation = _EMULATION.match(lowered, name.start, name.end)
    return Span(name.start - len("thi đua "), name.end) if called and emulation and 3 <= count <= 32 else None


def _strategy(folded: str, lowered: str, start: int, begin: int, words: list[str]) -> bool:
    """Is it the name of a strategy, national or with its title after what is done with it?"""
    if len(words) < 3 or _STRATEGISTS.search(lowered, max(0, start - 40), start):
        return False
    if folded[start].isupper() or lowered.startswith("quốc gia ", begin):
        return True
    carried_out = _CARRIED_OUT.search(lowered, max(0, start - 34), start)
    vague = lowered.startswith("về ", begin) or words[-2:] == ["phù", "hợp"]
    return bool(carried_out) and len(words) >= 5 and not vague


def _planning(folded: str, lowered: str, start: int, begin: int, end: int) -> Span | None:
    """A plan of land and places by its title: "phê duyệt Quy hoạch tổng thể phát triển …"."""
    if not _PLANNED.match(lowered, begin, end) or _NO_PLAN.search(lowered, max(0, start - 12), start):
        return None
    eighth = _POWER.match(folded, begin, end)
    if eighth:
        return Span(start, eighth.end())
    stop = name_end(folded, lowered, begin, end)
    words = folded[begin:stop].split()
    if folded[start].islower():  # "phê duyệt quy hoạch chi tiết hai bờ sông Mơ", "quy hoạch điện VIII"
        placed = 4 <= len(words) <= 14 and words[0] != "chung" and any(w[0].isupper() for w in words[1:])
        drawn = placed and _DRAWN.search(lowered, max(0, start - 20), start)
        return Span(begin, stop) if drawn else None
    opens = folded[start - 2 : start - 1] in (".", "\n", "", "!", "?")
    fine = len(words) >= 5 and "đối" not in words and not (opens and all(w[0].islower() for w in words))
    return Span(begin, stop) if fine else None


def _scheme(folded: str, lowered: str, start: int, begin: int, end: int) -> Span | None:
    """The purpose of a scheme: "đề án xây dựng chợ đầu mối"."""
    if lowered.endswith(("ban chỉ đạo ", "thành viên "), 0, start):
        return None
    phased = _PHASED.match(lowered, begin, min(end, begin + 190))
    purpose = _purpose().match(lowered, begin, end)
    carried_out = _CARRIED_OUT.search(lowered, max(0, start - 34), start) and not _VERB.match(lowered, begin)
    if not (purpose or carried_out or folded[begin].isupper()):
        return None
    begin = purpose.start("name") if purpose else begin
    if lowered.startswith("về ", begin):
        begin += len("về ")
    stop = phased.end("name") if phased else name_end(folded, lowered, begin, end)
    bare = purpose and folded[start].islower() and _BARE_PURPOSE.fullmatch(lowered, purpose.end("opening"), stop)
    named = len(folded[begin:stop].split()) >= 3 and not bare and not _NO_SCHEME.fullmatch(lowered, begin, stop)
    return Span(begin, stop) if named else None


def _programme(folded: str, lowered: str, needle: str, begin: int, end: int, several: bool) -> Span | None:
    """The name of a programme; a national or a coordination programme has that in its name."""
    tail = needle.removeprefix("chương trình").strip()
    if tail in ("mục tiêu quốc gia", "phối hợp"):
        begin -= len(tail) + 1
    phased = _PHASED.match(lowered, begin, min(end, begin + 190))
    if phased and len(phased["name"].split()) >= 4:
        return Span(begin, phased.end("name"))
    joint = _COOPERATION.match(folded, begin, end)
    if joint and not several:
        return Span(begin, joint.end())
    stop = name_end(folded, lowered, begin, end)
    count = len(folded[begin:stop].split())
    if tail == "phối hợp" and count < 6:
        return None
    national = lowered.startswith(("mục tiêu quốc gia", "quốc gia "), begin)
    title_like = folded[begin].isupper() and folded[begin - 2].islower() and not _proper(folded[begin:stop].split())
    purpose = _programme_opens().match(lowered, begin, stop)
    if (national and count >= 4) or (not several and count >= 3 and (purpose or (title_like and count >= 4))):
        return Span(begin, stop)
    return None


def _proper(words: list[str]) -> bool:
    """All capitals: a person, a place or a country, no title."""
    return all(w[0].isupper() for w in words)
