"""What a web page prints around a report: menus, counters, forms, links, the day of the visit."""

import re
from dataclasses import dataclass

# Whole lines (lower case). A line that only begins so is noise only where its pattern says `.*`.
_LINES = (
    r"(?:trang chủ|trang nhất|home)(?: ?[|>/»›→].*)?",
    r"(?:tin tức|tin tức (?:-|và) sự kiện|sự kiện|thời sự|tin hoạt động|tin nổi bật|tin mới(?: nhất)?|"
    r"tin trong (?:tỉnh|nước)"
    r"|giới thiệu|liên hệ|sitemap|rss|hỏi đáp|góp ý|thủ tục hành chính|văn bản pháp luật|video|media|multimedia|"
    r"podcast)",
    r"(?:tổng(?: số)?|tổng lượt|tổng (?:số )?(?:lượt )?truy cập|trực tuyến|đang (?:online|truy cập|trực tuyến)|"
    r"hôm (?:nay|qua)"
    r"|(?:tuần|tháng|năm) (?:này|trước)|lượt (?:xem|đọc|truy cập)|số lượt.{0,20}|số lần.{0,20}|online|"
    r"khách)\s*[:=]?\s*[\d.,]*",
    r"thống kê(?: (?:truy cập|website|lượt|trang).{0,70}| ?:.{0,60})?",
    r"tìm kiếm(?: \w+){0,2}:?|liên kết(?: website| web)?|website liên kết|tin đọc nhiều.*|đọc nhiều(?: nhất)?",
    r"(?:gửi|viết) (?:bình luận|ý kiến|phản hồi|email|bài viết).{0,40}|ý kiến (?:bạn đọc|của bạn).{0,20}|"
    r"bình luận.{0,20}",
    r"(?:bản quyền|copyright|©|giấy phép số|ghi rõ nguồn|chịu trách nhiệm (?:chính|nội dung)|thiết kế bởi|"
    r"powered by).*",
    r"cổng (?:thông tin điện tử|ttđt).{0,80}|trang (?:thông tin điện tử|tin điện tử).{0,80}|báo điện tử.{0,80}",
    r"(?:lên|về) (?:trên|đầu trang|trang (?:trước|chủ)).{0,40}",
    r"(?:quay|trở) (?:lại|về)(?: (?:trang|đầu|trước|danh sách|chuyên mục).{0,30})?",
    r"(?:đọc bài|nghe bài|in (?:trang|bài|bản tin)|in|email|print|share|facebook|twitter|zalo|google\+?"
    r"|like|lưu bài)(?:\b.{0,24})?|cỡ chữ\b.{0,60}|(?:chia sẻ|thích|đánh giá)(?: ?(?:[:(\d]|bài|tin|trang|facebook|"
    r"zalo|twitter|google|lên|qua|trên).{0,50})?",
    r"(?:tags?|từ khóa|chủ đề|chuyên mục|danh mục) ?:.*",
    r"(?:họ (?:và )?tên|email|e-mail|điện thoại|đt|fax|hotline|địa chỉ|mã xác nhận|nội dung|quảng cáo) ?:.{0,120}",
    r"(?:tải về|bình chọn|file đính kèm|tài liệu đính kèm|tệp đính kèm)\b.{0,60}",
    r"\[.{0,40}\](?: *\[.{0,40}\])*",
    r"[-=_*~.•·|\"›>< ]+",
    r"(?:https?://|www\.)\S+",
    r"\d{1,3}(?:\.\d{3})* ?(?:lượt xem|lượt đọc|views?)",
    r"xem (?:thêm|tiếp|chi tiết|với cỡ chữ).{0,60}",
    r"(?:lượt (?:xem|đọc)|số lượt xem|views?) ?:.{0,30}",
)
_TAIL_LINES = (
    r"(?:các )?(?:tin|bài(?: viết)?) (?:khác|liên quan|cùng (?:chuyên mục|chủ đề|loại)|mới (?:hơn|nhất)|cũ hơn|đã đưa"
    r"|đọc nhiều|tiếp theo|xem nhiều).{0,80}|các tin(?: đã)? (?:khác|đưa).{0,40}|tin cũ hơn.{0,60}"
    r"|có thể bạn quan tâm.{0,20}|liên kết (?:website|web).{0,40}|(?:gửi|viết) (?:bình luận|ý kiến|phản hồi).{0,60}"
    r"|ý kiến bạn đọc.{0,40}|thống kê truy cập.{0,80}|tags? ?:.*|từ khóa ?:.*|tìm kiếm|\[quay (?:lại|về)\].*"
    r"|tin đọc nhiều.*|bản quyền thuộc.*|lên (?:trên|đầu trang).{0,20}|bình luận(?: \(\d+\))?"
)
_TAIL = re.compile(_TAIL_LINES)
_NOISE = re.compile("|".join((*_LINES, _TAIL_LINES)))
_CRUMBS = re.compile(r"[^|»>›.!?]{1,60}(?: ?[|»>›] ?[^|»>›.!?]{1,60})+")

_WEEKDAY = r"(?:thứ|t) ?(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|cn"
_TIME = r"\d{1,2} ?(?:[:h]|giờ) ?\d{0,2}(?: ?[:'p] ?\d{0,2}| phút)?(?: ?(?:am|pm|sa|ch))?|\[?\(?gmt ?\+? ?\d*\)?\]?"
_LABEL = (
    r"(?:ngày |giờ |thời gian )?(?:đăng|cập nhật|xuất bản|đưa|gửi|phát hành|ban hành|tạo|viết)(?: (?:bài|tin|ngày|"
    r"lúc|lần cuối"
    r"|vào|lên))*|(?:ngày|lúc|vào|date|published|updated)"
)
_EXTRA = (
    r"(?:số )?(?:lượt|lần) (?:xem|đọc|truy cập)(?: tin)?(?: ?:)? ?[\d.,]*|(?:viết|đăng|gửi) bởi.{0,40}|đọc bài|"
    r"nghe bài|cỡ chữ.*|"
    r"in(?: trang| bài)?|email|print|a ?[-+]?|\d+ lượt xem|xem với.*|font.*|bình luận.*|chia sẻ.*|views?.*|"
    r"(?:^|(?<=[|»>,] ))(?:(?:tác giả|nguồn|người đăng|người viết|biên tập|theo|"
    r"chuyên mục)(?: ?:)? ?.{0,40}|(?:báo|cổng|trang).{0,60})"
)
_PARTS = re.compile(rf"(?:{_EXTRA}|{_WEEKDAY}|{_TIME}|{_LABEL}|hôm nay)(?!\w)|[\s|,;:/()\[\]\-+'\"•·.»>]+|\b[\d.]+\b")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a date line says beside the date: that it is today's, or that it is the day of publication."""

    today: bool
    labelled: bool


def page_noise(words: str, raw: str) -> bool:
    """Is the whole line (folded, and as it was read) something that a page prints around reports?"""
    if len(words) > 200:
        return False
    if raw[0] == "•" and words.endswith((";", ".", ",")) and words.count(" ") >= 5:
        return False  # an item of a list in the report
    if raw[0] in "»«›•" or raw.startswith(">>") or _NOISE.fullmatch(words.lower()):
        return True
    marks = raw.count("|") + raw.count("»") + raw.count("›") + raw.count(">")
    return marks > 0 and raw.count(" ") < 4 * marks + 8 and bool(_CRUMBS.fullmatch(raw))


def opens_tail(words: str) -> bool:
    """Does this (folded) line head the part of the page that follows the report?"""
    return len(words) <= 120 and bool(_TAIL.fullmatch(words.lower()))


def furniture(rest: str) -> Furniture | None:
    """Read a date line without its date; None if it says anything that a date line does not say."""
    low = " ".join(rest.lower().split())
    left = _PARTS.sub(" ", low)
    if len(left.split()) > 1 or len(left.strip()) > 12:
        return None
    today = "hôm nay" in low or bool(re.search(r"\b(?:cổng|trang (?:thông )?tin|báo điện tử)\b", low))
    return Furniture(today, bool(re.search(rf"(?:{_LABEL})(?!\w)", low)))
