"""Names of programmes that stand without quotes: which words are a name, and where it ends."""

import re
from functools import cache

from graph.grammar.document import Document
from graph.mention import Span
from ontology.vocabulary import scheme

_STOP = re.compile(
    r" ?(?<!tp)\.| ?[;:(\n\"!?]|…|,? (?:giai đoạn|nhiệm kỳ|thời kỳ)(?!\w)|,? (?:được|đã|đang|sẽ|tại|do|nhằm|gắn|cũng|"
    r"với|trên địa bàn|trong đó|theo|của|là|có|"
    r"cho|thời gian|hiện nay|năm (?:nay|qua|tới)|hằng năm|hàng năm|từ năm|từ ngày|năm \d|diễn ra|tổ chức|để|mà|phải|"
    r"cần|thì|ngày|vào|lần thứ|còn|nhưng|"
    r"đến nay|phát triển mạnh|ngày càng|vì|từ|do|"
    r"(?:sáng|chiều|trưa|tối)(?= ngày| nay| qua| \d)|lần này|vừa|chưa|đưa ra|hướng tới|nói trên|nêu trên|này|trên)"
    r"(?!\w)|, (?!chống|chữa)| và (?=(?:các |những )?(?:phong trào|cuộc vận động|mô hình|chương trình|đề án|kế hoạch|"
    r"chỉ thị|nghị quyết|nhiệm vụ|công tác|triển khai|lực lượng)(?!\w))| -|$"
)
_PHASED = re.compile(
    r"(?P<name>(?:(?!chương trình|"
    r"hội nghị)[^.;:\"\n()]){6,160}?)(?: \([^()]{2,12}\))?,? (?:giai đoạn (?:từ )?|từ )(?:năm )?(?:19|20)\d\d ?(?:-|"
    r"đến) ?(?:năm )?(?:19|20)\d\d"
)
_DEVELOP = re.compile(
    r"(?:phát triển|đầu tư công|tài chính|cải cách|phòng,? chống|quốc gia|hành động|tổng thể|"
    r"sử dụng đất)(?!\w)"
)
# What an unquoted scheme is for; other words after "đề án" go on with the sentence.
_PURPOSE = re.compile(
    r"(?:về (?:việc )?)?(?P<name>(?:xây dựng|phát triển|thành lập|cổ phần hóa|tái cơ cấu|cơ cấu lại|quy hoạch|"
    r"thu hút|nâng cao|đổi mới|tăng cường|"
    r"đào tạo|bồi dưỡng|bảo vệ|bảo tồn|phòng,? chống|quản lý|sắp xếp|hỗ trợ|xã hội hóa|cải cách|mở rộng|chuyển đổi|"
    r"tổng thể|đơn giản hóa|"
    r"thí điểm|di dời|giảm|hoàn thiện|củng cố|kiện toàn|khôi phục|phổ biến|tuyên truyền|dạy|ứng dụng|cải tạo|"
    r"chỉnh trang|kiểm soát|đẩy mạnh|"
    r"sáp nhập|hợp nhất|tinh giản|đưa|tiếp tục|một số|tập trung xây dựng|huy động|cung cấp|chính sách|nhân sự|"
    r"cải tiến|bổ sung|điều chỉnh|giảm nghèo|liên kết|xóa|tinh gọn|khởi nghiệp|"
    r"vị trí việc làm|phát huy|nâng cấp|ứng phó|khai thác|khuyến khích|truyền thông|tổ chức lại|chăm sóc|giáo dục|"
    r"chống|xử lý)(?!\w).+)"
)
# What is done with a scheme: after it the words are its name.
_CARRIED_OUT = re.compile(
    r"(?:triển khai|thực hiện|sơ kết|tổng kết|phê duyệt|công bố|ban hành|góp ý|về|lập|sửa|hoàn thiện)(?: (?:các|một|"
    r"dự thảo))? $"
)
_VERB = re.compile(
    r"(?:trình|giải quyết|rà soát|hướng|chính thức|đặt ra|đưa ra|gửi|quy định|nêu|giao|phải|xong|đúng|cụ thể|đạt|mang|"
    r"thành công|cơ bản|toàn diện|đồng bộ|kịp thời|hiệu quả|bao gồm|gồm|tại|trọng điểm|lần|phù hợp|vẫn|đến|"
    r"yêu cầu)(?!\w)"
)
_ENUMERATION = re.compile(r", (?:[^,.;:()\n\"]{2,45}, ){0,3}[^,.;:()\n\"]{2,45} và [^,.;:()\n\"]{2,70}")
_BODY = re.compile(r"(?:hội|đoàn|công đoàn|ban|bộ|sở|cục|ủy ban|tổng|liên đoàn|đảng|công ty)(?!\w)")
# Words after which an unquoted phrase is no name.
_GENERIC = re.compile(
    r"(?:này|đó|trên|nói|làm|mới|cũ|khác|hành động (?:của|và|thực hiện)|công tác|làm việc|nghị sự|kỳ họp|hội nghị|"
    r"phiên họp|họp|thời sự|truyền hình|"
    r"tin tức|đào tạo|học|giảng dạy|giáo dục phổ thông|thăm|của|do|và|cho|với|đã|được|có|tại|trong|là|cụ thể|"
    r"trọng tâm|phát triển kinh tế - xã hội|"
    r"xét xử|khung|dài hạn|trung hạn|tổng thể (?:của|và)|về việc|số|năm|\d+ năm|thí điểm,|thi đua yêu nước (?:của|"
    r"trong|và)|bằng|tham gia|thí điểm(?= (?:kéo dài|gửi|này|đến|được|đã|có|của|sẽ|tại)|[,.;])|nhằm|để|thì|sẽ|theo|"
    r"nào|gì|như|vào|ra|đều|sớm|từ|khi|vì|"
    r"chung|riêng|cần|phải|không|chưa|vẫn|cũng|còn|lớn|được|bị|hay|tốt|sau|trước|đến|lên|lần|vừa|đang|mà|rất|"
    r"quan trọng)(?!\w)"
)


# How some of those names go on.
_TAIL = r"(?: hồ chí minh| bác hồ dạy(?: công an nhân dân)?| theo gương bác hồ vĩ đại| ở khu dân cư)?"
_NUMBERED = re.compile(r"(\d{2,3})(?![\w%]|[.,/-]\d|[/-])(?! (?:người|hộ|đại biểu|phút|tập|buổi))")
# Kinds whose unquoted names cannot be told from the rest of the sentence.
_ONLY_QUOTED = frozenset(
    ("kế hoạch", "quy hoạch", "thí điểm", "triển khai thí điểm", "đợt cao điểm", "chiến dịch", "tổ tự quản", "dự án")
)


@cache
def known() -> "re.Pattern[str]":
    """The names that reports give to movements of the whole country, with or without quotes (a scheme)."""
    forms = {form.lower() for concept in scheme("initiative-name") for form in concept.forms}
    forms |= {form.replace("an ninh tổ quốc", "antq") for form in forms}
    names = sorted((re.escape(form).replace(",", ",?") for form in forms), key=len, reverse=True)
    return re.compile(rf"(?:thi đua |xây dựng )?(?P<name>(?:{'|'.join(names)}){_TAIL})(?!\w)")


def unquoted(document: Document, needle: str, at: int, end: int) -> Span | None:
    """A name without quotes: it begins with a capital, or the kind word does, or it is a scheme's purpose."""
    folded, lowered = document.folded, document.lowered
    if lowered[at : at + 1] != " " or at + 2 >= end:
        return None
    begin = at + 1
    if needle in ("chương trình", "chương trình mục tiêu quốc gia"):
        number = _NUMBERED.match(lowered, begin, end)
        if number and folded[at - len(needle)] == "C":
            return Span(*number.span())
    if _GENERIC.match(lowered, begin, end) or not folded[begin].isalpha():
        return None
    may_last = needle.startswith("chương trình") or needle in ("kế hoạch", "chiến lược")
    phased = _PHASED.match(lowered, begin, min(end, begin + 190)) if may_last else None
    least = 4 if needle.startswith("chương trình") else 2
    if phased and len(phased["name"].split()) >= least and (least == 4 or _DEVELOP.match(lowered, begin)):
        return Span(*phased.span("name"))
    start = at - len(needle)
    scheme_like = needle in ("đề án", "tiểu đề án")
    if scheme_like:
        purpose = _PURPOSE.match(lowered, begin, end)
        if not (purpose or folded[begin].isupper()) or lowered.endswith(
            ("ban chỉ đạo ", "thành viên "), 0, at - len(needle)
        ):
            return None
        begin = purpose.start("name") if purpose else begin
    stop_at = _name_end(folded, lowered, begin, end)
    words = folded[begin:stop_at].split()
    heading = folded[start].isupper() and lowered[start - 2 : start] not in (". ", "\n")
    national = lowered.startswith(("mục tiêu quốc gia", "quốc gia "), begin) or needle.endswith("mục tiêu quốc gia")
    title_like = folded[begin].isupper() and len(words) >= 3
    if scheme_like or needle == "chiến lược":
        fine = len(words) >= 3 and (scheme_like or heading)
    elif needle.startswith("chương trình"):
        fine = (national and len(words) >= 4) or (len(words) >= 4 and heading and title_like)
    elif needle in _ONLY_QUOTED:
        fine = False
    elif needle == "ngày hội":
        fine = title_like and len(words) <= 12 and not _proper(words)
    elif needle in ("mô hình", "câu lạc bộ"):
        fine = folded[begin].isupper() and 3 <= len(words) <= 10 and not _proper(words)
    else:
        fine = title_like and len(words) <= 20 and not _proper(words) and not _BODY.match(lowered, begin)
    if needle == "chương trình mục tiêu quốc gia":
        begin = at - len("mục tiêu quốc gia")
    return Span(begin, stop_at) if fine else None


def _name_end(folded: str, lowered: str, begin: int, end: int) -> int:
    """Where an unquoted name ends: before the next clause, but past the commas of "A, B và C"."""
    limit = min(end, begin + 170)
    stop = _STOP.search(lowered, begin, limit)
    at = stop.start() if stop else limit
    more = _ENUMERATION.match(lowered, at, limit) if folded[at + 2 : at + 3].islower() else None
    if more and not _STOP.search(lowered, at + 2, more.end()):
        further = _STOP.search(lowered, more.end(), limit)
        return further.start() if further else limit
    return at


def _proper(words: list[str]) -> bool:
    """All capitals: a person, a place or a country, no title."""
    return all(w[0].isupper() for w in words)
