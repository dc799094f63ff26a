"""Does the report tell of this gathering, or only mention one? Held, attended, planned, in general, long ago.

The answer lies in the words around the phrase: "tổ chức hội nghị …" tells of one that was held, "sẽ dự
hội nghị …" announces one, "đề nghị … tổ chức hội nghị" asks for one.
"""

import re
from collections.abc import Sequence

from graph.grammar.events.meets import BODY_MEETS, DAY_BEFORE, NOUNS_TOO, meets, told_as_done
from graph.grammar.events.not_held import invented, private_or_trial, untrue
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.gatherings.setting_out import set_out
from graph.grammar.roles.acts import Act
from graph.grammar.text.before import Before
from graph.grammar.text.document import Document
from graph.grammar.text.quotations import in_quotation, in_quotes
from graph.grammar.text.scan import Finder
from graph.mention import Span

# How licences say that it took place, more than that somebody was there.
STRONG = frozenset({"organise", "held"})
_LINKS = (
    ("thành công", "điểm", "cuộc", "buổi", "một", "trọng thể", "long trọng", "chương trình", "phiên", "tốt", "các")
    + ("khuôn khổ", "nội dung", "xong")
)  # fmt: skip
_ORGANISE = Before(
    ("tổ chức", "mở", "khai giảng", "triệu tập", "tiến hành", "đăng cai", "có", "ra mắt", "diễn ra", "làm"),
    links=_LINKS,
    any_number=True,
)
_CHAIR = Before(
    [
        f"{chairs}{speaks}{at}"
        for chairs in ("chủ trì", "chủ tọa", "điều hành")
        for speaks in ("", " và phát biểu", " và kết luận")
        for at in ("", " tại")
    ],
    links=_LINKS,
    any_number=True,
)
_ATTEND = Before(
    [
        f"{does}{at}"
        for does in (
            ("dự", "tham dự", "tham gia", "chứng kiến", "chỉ đạo", "khai mạc", "kết luận", "bế mạc", "tổng kết")
            + ("phát biểu", "phát động", "đến", "tới", "về", "diễn văn", "báo cáo", "trao đổi", "phát biểu chỉ đạo")
            + ("phát biểu khai mạc", "phát biểu kết luận", "phát biểu bế mạc", "phát biểu mở đầu", "phát biểu kết thúc")
            + ("phát biểu chào mừng", "phát biểu đáp từ", "phát biểu định hướng")
        )
        for at in ("", " tại")
    ],
    links=_LINKS,
    any_number=True,
)
_AT = Before(
    ("tại", "trong", "ở", "trước", "qua", "ngoài", "bên lề", "khuôn khổ", "thông tin từ", "tin từ", "sau")
    + ("khi kết thúc", "kết thúc"),
    links=_LINKS,
    any_number=True,
)
_PAST = re.compile(
    r"(?<!\w)(?:đã|vừa|cùng|tiếp|và|đến|tới|về|thì|nay|cũng|,|buổi chiều|cùng ngày)\s?(?:có\s)?(?:đến\s|tới\s)?$"
)
_HELD = re.compile(
    r'"?\s?(?:\([^)]{1,40}\)\s?)?,?\s?(?:năm \d{4}\s|lần thứ \w+\s)?(?:đã\s|vừa\s|chính thức\s|long trọng\s|'
    r"trọng thể\s|đang\s|mới\s)*"
    r"(?:được\s)?(?:tổ chức|diễn ra|tiến hành|khai mạc|bế mạc|kết thúc|thành công|do\s[^.;]{3,160}?\s(?:tổ chức|"
    r"chủ trì|phối hợp)|(?<=được )(?:ubnd|hđnd|sở|bộ|ban|hội|tỉnh|huyện|công an|đảng ủy|đoàn|trường|cục|chi cục|ủy ban|"
    r"liên đoàn|mặt trận|trung tâm|văn phòng|hiệp hội|viện|tòa án|bảo hiểm|quân khu|bộ chỉ huy|trung đoàn|sư đoàn)"
    r"\s[^.;]{2,110}?\s(?:tổ chức|triệu tập|chủ trì tổ chức))(?!\w)"
)
_ITS_DAY = re.compile(
    r" (?:vào )?(?:sáng|trưa|chiều|tối|ngày|hôm)(?: ngày)? [\d/.-]{1,10}(?: (?:tại|ở) [^,;:.]{2,40}?)?(?= )"
)
_HELD_LATER = re.compile(
    r"(?<!\w)(?:đã|được) (?:được )?(?:diễn ra|tổ chức|khai mạc|tiến hành)|(?<!\w)diễn ra (?:ngày|sáng|chiều|tối|"
    r"trong|từ|tại|trước sự|với sự|dưới sự)"
)
# In the case of the text: "Cần Thơ", "Sở Kế hoạch", "Bộ Ngoại giao" hold such words with a capital.
_MODAL = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|sắp(?! xếp| đặt)|chưa|(?<!hàng )(?<!phòng )không(?! đến dự| tham dự| dự| có mặt| cử| đến)|"
    r"cần|"
    r"(?<!\()(?<!bên )(?<!bìa )phải(?!\))|nên|tiếp tục(?! chủ trì| dự|"
    r" tham dự| diễn ra| họp| làm việc)|(?:đề nghị|yêu cầu|"
    r"kiến nghị|đề xuất)(?! (?:này|trên|đó|như vậy))|"
    r"(?<![Bb]àn )(?<![Nn]goại )giao(?! thông| ban| lưu| dịch| hữu| nhận| quân| ước)|"
    r"chuẩn bị(?! [Đđ]ại hội [^,;]{2,60} tổ chức )|(?<!được )mời|kế hoạch|"
    r"để|"
    r"nhằm|(?<!làm )(?<!công )(?<!sự )việc|(?<![Đđ]oàn )(?<![Tt]ổ )công tác|có thể|hằng năm|hàng năm|định kỳ|mong|"
    r"muốn|hoãn|hủy|"
    r"thường xuyên|mỗi năm|được phân công|nếu|chờ|tăng cường|đẩy mạnh|tích cực|chủ động|"
    r"trước khi(?! kết thúc| khép lại| bế mạc)|trước ngày|"
    r"tham mưu|có quyền)(?!\w)"
)
# In a clause of their own before the comma they say what a gathering is for: "Nhằm nâng cao …, xã tổ chức …".
_AIMS = frozenset(
    {"nhằm", "để", "việc", "công tác", "kế hoạch", "chuẩn bị", "tăng cường", "đẩy mạnh", "tích cực", "chủ động"}
)
_LATER = re.compile(
    r'"?\s?[^.;:]{0,60}?(?<!\w)(?:sẽ (?:được )?(?:diễn ra|tổ chức|khai mạc|kết thúc)|dự kiến (?:diễn ra|tổ chức|'
    r"được)|sắp diễn ra|sẽ là)(?!\w)"
    # "… để trình Quốc hội trong kỳ họp sắp tới" is about something else.
    r'|"?\s?(?:(?!\s(?:để|nhằm|cho|về|trong kỳ|của)\s)[^.;:,]){0,60}?(?<!\w)(?:sắp tới|tới đây|(?:tuần|tháng|năm|'
    r"thời gian) "
    r"tới)(?!\w)"
)
_DAY_NEXT = re.compile(r"\s(?:diễn ra\s|vào\s)?(?:ngày|sáng|chiều|tối|trưa)\s(?:ngày\s)?(?:\d{1,2}\s?[/-]|nay|qua)")
_DONE = re.compile(r"(?<!\w)(?:đã|vừa)(?!\w)")
_DATED_PAST = re.compile(r",?\s(?:vào\s)?(?:ngày|sáng|chiều|tối)\s[^,;]{1,24}?,?\s(?:đã|vừa)\s")
# "giao các phòng …, đồng thời tuyên bố bế mạc hội nghị": the task is over.
_CLOSES_TOO = re.compile(r"đồng thời (?:tuyên bố |phát biểu )?(?:bế mạc|kết luận|khép lại) (?:cuộc |buổi |phiên )?$")
_HAS_CHAIRED = re.compile(r"(?<!\w)(?:đã|vừa) (?:đồng )?(?:chủ trì|chủ tọa) (?:cuộc |buổi |phiên )?$")
_DONE_NEAR = re.compile(r"(?<!\w)(?:đã|vừa)\s(?:\w+\s){0,2}$")
_LONG_AGO = re.compile(
    r"(?:^|,\s)(?:vào\s|hồi\s)?năm (?:19|20)\d\d,|(?:^|[\s,])(?:cách đây(?! (?:một|hai|ba|vài|mấy|ít|\d) "
    r"(?:ngày|hôm|tuần))|từ năm|từng|trước đây|tháng \d{1,2}/\d{4},|"
    r"trong lịch sử|những năm)(?!\w)"
)
_LONG_AGO_WORDS = ("năm", "cách đây", "từng", "trước đây", "tháng", "trong lịch sử")
_YEAR_ONLY = re.compile(r"^(?:(?:vào|hồi|từ|trong)\s)?(?:năm|tháng \d{1,2}(?:/|\snăm\s))\s?\d{4}")
_CLAUSES = re.compile(r"[;:]\s")


def licence(document: Document, gathering: Gathering, acts: Sequence[Act], sentence: Span) -> str:
    """Say how the words tell of a gathering.

    Returns:
        "organise", "held", "chair", "attend", "at" (people do something there) or "past" (a verb such as
        "đã họp"); "planned" for one announced or asked for; "" where nothing tells that it took place.
    """
    lowered = document.lowered
    start = gathering.span.start
    before = lowered[max(sentence.start, start - 170) : start]
    if gathering.kind == "conference" and before.endswith('"') and _stands(_AT, before[:-1]):
        before = before[:-1]
    clause = _CLAUSES.split(document.folded[max(sentence.start, start - 170) : start])[-1]
    closed = clause.rfind('"')
    if closed > 0 and clause[closed + 1 : closed + 2] == ",":
        clause = clause[closed + 1 :]  # '"… không …", ông A nói khi chủ trì cuộc họp': what was said is no plan
    if start - sentence.start <= 170:
        # The capital that opens a sentence says nothing.
        clause = clause[:1].lower() + clause[1:]
    after = lowered[gathering.name.end : min(sentence.end, gathering.name.end + 200)]
    quoted = in_quotes(document.folded, sentence.start, start) or in_quotation(document, sentence, start)
    organised = "tổ chức" in before and (_NOT_HELD.search(before) or _BY_MANY.fullmatch(lowered, sentence.start, start))
    asked = gathering.noun.endswith("trao đổi") and (
        _INTERVIEW.search(before) or _WITH_PAPER.match(lowered, gathering.span.end)
    )
    if asked or _OF_A_YEAR.fullmatch(lowered, start, gathering.name.end):
        return ""
    if before == "tiếp tục " and gathering.noun in _CONVENED and sentence in document.told[:2]:
        return "at"  # "Tiếp tục phiên họp thứ 24, …"
    found = "" if quoted or organised else _told(before, after[:190], gathering)
    if not found and not quoted and (gathering.verbal or gathering.noun == "hội đàm"):
        found = meets(document, gathering, sentence)
    if not found or (found == "held" and _PERIODIC.match(after)) or private_or_trial(document, gathering, sentence):
        return ""
    if invented(document, gathering):
        return "planned"  # not held either, and what is said there is not said at the one told of
    if untrue(document, gathering, sentence):
        return ""
    if found == "organise" and _CONTINUED.search(before) and " sẽ " in document.lowered[sentence.start : start]:
        return "planned"
    at = _stands(_AT, before)
    if at and " sẽ " in after and _ON_AGENDA.match(lowered, sentence.start, start):
        return "planned"
    if at and not gathering.bare and " sẽ " in after and _WILL_DO.match(after):
        return "planned"
    if _planned(clause, after, "at" if at else found, lowered[gathering.span.start : gathering.name.end]):
        return "planned"
    if (
        not ("chủ trì" in before and (_WHILE.search(before) or _HIMSELF.search(before)))
        and _quoted_or_told(document, gathering, acts)
        and not ((at or found == "held") and (_follows_verb(acts, start) or (at and _DAY_NEXT.match(after))))
        and not (not at and told_as_done(document, acts, sentence, start, found))
    ):
        return ""
    return found


# "… nói với phóng viên trong cuộc trao đổi ngày 29/3"
_INTERVIEW = re.compile(
    r"(?<!\w)với (?:các )?(?:phóng viên|pv|báo(?! cáo| chí)|nhà báo|chúng tôi)(?!\w)[^,;:.]{0,50} (?:trong|tại|qua) "
    r"(?:cuộc |buổi )?$"
)
_WITH_PAPER = re.compile(
    r" (?:riêng |nhanh |ngắn )?với (?:các )?(?:phóng viên|pv|báo(?! cáo)|tạp chí|đài|tờ|hãng tin|nhà báo|"
    r"chúng tôi)(?!\w)"
)
# "tại cuộc họp năm 2015": told of from afar
_OF_A_YEAR = re.compile(r"(?:cuộc |buổi |phiên )?họp năm \d{4}")
# "Theo lịch, tại phiên họp thứ 9, Ủy ban sẽ thảo luận …"
_ON_AGENDA = re.compile(r"(?:theo (?:chương trình|dự kiến|lịch|kế hoạch)|dự kiến,)(?!\w)[^.;]{0,90}$")
# "Trong buổi tiệc chiêu đãi tối nay, ông sẽ mời …"
_WILL_DO = re.compile(r"[^,.;:]{0,40}, (?:ông|bà|họ|đoàn)(?: \w+){0,3} sẽ (?!tiếp tục|không)")
# "Việt Nam sẽ thành lập ban chỉ đạo, …, tổ chức hội nghị"
_CONTINUED = re.compile(r", (?:và )?(?:tổ chức|mở|triệu tập) (?:cuộc |buổi )?$")
# "ông A cho hay tuần trước ông đã chủ trì họp": told of oneself
_HIMSELF = re.compile(r"(?<!\w)(?:ông|bà) (?:đã|vừa) (?:đồng |trực tiếp )?chủ trì (?:cuộc |buổi |phiên )?$")
# "ông X trả lời báo chí khi chủ trì cuộc họp báo": what he does, not what he says
_WHILE = re.compile(r"(?<!\w)(?:khi|sau khi|đồng thời) (?:đồng )?chủ trì (?:cuộc |buổi |phiên )?$")
# "Đại hội được tổ chức 5 năm 1 lần"
_PERIODIC = re.compile(
    r"\s?(?:được )?(?:tổ chức|diễn ra)(?: định kỳ)? (?:(?:\d|hai|ba|bốn|năm) (?:năm|tháng)[^,.]{0,8} (?:một|1) lần|"
    r"hằng năm|hàng năm|thường niên)"
)
# "Kế hoạch số … về tổ chức hội nghị", "ngoài tổ chức họp báo": what a paper orders, or what may be done.
_NOT_HELD = re.compile(
    r"(?<!\w)(?:về(?: việc)?|ngoài(?: việc)?|như|hình thức|thời gian|ý tưởng|ý định|chủ trương|phương án|"
    r"kinh phí|chi phí|khả năng|mục đích) tổ chức (?:cuộc |buổi |một )*\"?$"
)


# "Đến nay, các xã, phường đã tổ chức hội nghị …": as many gatherings as bodies. They alone are the subject of the
# sentence, and nobody else comes in between: "các xã góp ý, sở đã tổ chức hội nghị" tells of one.
_MANY = "quận|huyện|thị xã|xã|phường|địa phương|thị trấn|tỉnh|thành phố|chi bộ|đảng bộ|đơn vị|cơ sở|trường"
_BODY = (
    "với|cùng|cho|giúp|sở|bộ|ban|ủy ban|ubnd|hđnd|mttq|mặt trận|hội|đoàn|công an|trung tâm|phòng|và (?:tỉnh|thành phố)"
)
_BY_MANY = re.compile(
    r"(?:(?:đến|tới|tính đến|hiện|sau|trong|từ|theo|thực hiện|vừa qua|sáng|chiều|tối|ngày|tháng|năm|tuần)(?!\w)"
    rf"(?:(?!\s(?:các|nhiều|{_BODY})\s)[^,.;:\"]){{0,60}}, )?"
    rf"(?:các|\d+/\d+|100%|tất cả|nhiều|hầu hết) (?:các )?(?:số )?(?:{_MANY})(?:(?:, | và )(?:\d+/\d+ )?(?:{_MANY}))*"
    rf"(?:(?!\s(?:{_BODY})\s)[^,.;:\"]){{0,60}}? (?:đã|đều)(?!\w)"
    rf"(?:(?!\s(?:{_BODY})\s)[^,.;:\"]){{0,90}}? tổ chức (?:cuộc |buổi )?"
)


_CALLED_OFF = Finder(
    (
        *(
            f"{how} {off}"
            for how in ("bị", "đã", "tạm", "phải", "được")
            for off in ("hoãn", "hủy", "hủy bỏ", "dời lại")
        ),
        *("không diễn ra", "không được tổ chức", "không thể diễn ra", "không thể tổ chức", "không được diễn ra"),
    )
)
# Between the gathering and these: its day, and whose it was to be.
_TO_BE = re.compile(
    r"\"?(?:,? (?:dự kiến|vào|sáng|chiều|tối|ngày|theo lịch) [^,.;:]{2,60})?(?:,? (?:dự kiến )?do [^.;:]{3,170}? "
    r"(?:chủ trì|chủ tọa|điều hành|tổ chức))?,?(?: (?:này|trên|nay|đã|vừa|cũng|lại|bất ngờ|phải|bị|tạm|buộc|sau đó))* ?"
)
_AFTER_ALL = re.compile(r"(?:lần|đến nay|hôm nay|mới được|nay mới|nay được|trước đó)(?!\w)")


def called_off(document: Document, gathering: Gathering, sentence: Span) -> bool:
    """Is the gathering said not to have taken place ("hội nghị do A chủ trì đã bị hoãn")?"""
    for at, _ in _CALLED_OFF.hits(document):
        if gathering.name.end <= at < sentence.end:
            return bool(
                _TO_BE.fullmatch(document.lowered, gathering.name.end, at)
                and not _AFTER_ALL.search(document.lowered, at, sentence.end)
            )
    return False


def long_ago(document: Document, gathering: Gathering, sentence: Span) -> bool:
    """Is the sentence about an earlier year ("Cách đây hơn 20 năm", "Năm 2005,")?"""
    before = document.lowered[sentence.start : gathering.span.start]
    told = any(word in before for word in _LONG_AGO_WORDS)  # nearly always none is
    return bool(told and (_LONG_AGO.search(before) or _YEAR_ONLY.match(before)))


def _stands(phrases: Before, words: str) -> bool:
    return phrases.stands(words, 0, len(words))


def _told(before: str, after: str, gathering: Gathering) -> str:
    near = before[-70:]
    if _stands(_ORGANISE, near) or (gathering.noun.startswith(_CONVENED) and _CONVENE.search(before)):
        return "organise"
    day = _ITS_DAY.match(after)
    if (_HELD.match(after) or (day and _HELD.match(after, day.end()))) and not _HAS_CHAIRED.search(near):
        return "held"
    if _stands(_CHAIR, near):
        return "chair"
    if _stands(_ATTEND, near):
        return "attend"
    if _stands(_AT, near):
        return "at"
    if gathering.verbal and gathering.noun not in NOUNS_TOO:
        listed = before.endswith(", ") and len(before) < 80
        if _PAST.search(before) or listed:
            return "past"
    if gathering.verbal and not before.strip():
        return "past"
    if gathering.verbal:
        dated = DAY_BEFORE.search(before) and (
            gathering.noun not in NOUNS_TOO
            or (gathering.noun == "giao ban" and BODY_MEETS.search(before) and not gathering.bare)
        )
        return "past" if dated or _DONE_NEAR.search(before) else ""
    if _SHOWS.match(after) and before.endswith((", ", "và ")):
        return "held"
    if not before.strip(' "-*(') or re.search(
        r"(?:^|,\s)(?:ngày|sáng|chiều|tối|trưa|hôm|cùng|cuối|đầu giờ)[^,]{2,60},\s(?:(?:cũng\s)?(?:tại|ở)\s[^,]+,\s)?$",
        before,
    ):
        return "held" if gathering.bare or _HELD_LATER.search(after) or _DATED_PAST.match(after) else ""
    return ""


# "…, Hội nghị tổng kết … tại Hà Nội chiều 7/12 cho thấy bức tranh …"
_SHOWS = re.compile(
    r"(?: (?:tại|ở) [^,.;:]{2,40}?)?,? (?:sáng|chiều|tối|trưa|ngày|hôm) [^,.;:]{0,12}\d(?: (?:tại|ở) [^,.;:]{2,40}?)? "
    r"(?:đã )?(?:cho thấy|ghi nhận|nhận định|đánh giá|chỉ ra|nêu rõ|xác định|thống nhất)(?!\w)"
)
# "HĐND xã khai mạc kỳ họp thứ ba": what a body convenes; a person opens one that is told of before.
_CONVENED = ("kỳ họp", "đại hội", "phiên họp")
_CONVENE = re.compile(r"(?:hđnd|hội đồng nhân dân|ubnd|quốc hội|ủy ban)\s[^.;:]{0,90}(?:khai mạc|họp|tiến hành)\s$")


# "Ngày 20/5 tới, bà A tiếp …", "Sáng mai, sở họp với …": the day that opens the sentence is yet to come
_COMING = re.compile(
    r"(?:vào )?(?:(?:ngày|sáng|trưa|chiều|tối) (?:ngày )?[\d/.-]{1,10} (?:sắp )?tới|(?:ngày|sáng|trưa|chiều|tối) mai|"
    r"(?:tuần|tháng|năm) (?:tới|sau))(?!\w)",
    re.IGNORECASE,
)
_CLAUSE_OF = re.compile(r", (?:ông|bà|đồng chí) [^,;:]{2,60} (?:đã|còn|vừa|cũng) ")
# "Đó là yêu cầu của ông A khi chủ trì cuộc họp …": done while he asks
_DOING = re.compile(
    r"(?<!\w)(?<!trước )(?:khi|trong lúc|lúc) (?:đang |đồng )?(?:chủ trì|dự|tham dự|phát biểu(?: \w+){0,2} tại|"
    r"kết luận|trả lời(?: \w+){0,3} tại) (?:cuộc |buổi |phiên )?$"
)
_TO_COME = re.compile(r"(?<!\w)(?:sẽ|dự kiến|sắp|chuẩn bị|nếu|mỗi|thường|có thể|phải|không)(?!\w)")
# "đã về Huế để chủ trì hội nghị … vào tháng sau"
_THEN = re.compile(r"(?<!\w)(?:ngày mai|(?:tuần|tháng|năm) (?:tới|sau)|sắp tới|tới đây|sẽ|dự kiến)(?!\w)")


def _planned(clause: str, after: str, found: str, name: str) -> bool:
    if set_out(clause, 0, len(clause)) >= 0 and not _THEN.search(f"{name}{after[:90]}"):
        return False
    if _CLOSES_TOO.search(clause) or (_DOING.search(clause) and not _TO_COME.search(clause)):
        return False
    if found == "chair" and _HAS_CHAIRED.search(clause):
        return False
    coming = _COMING.match(clause)
    if coming and not _DONE.search(clause, coming.end()):
        return True
    modals = [
        m
        for m in _MODAL.finditer(clause, max(0, len(clause) - 90))
        if m.group() not in _AIMS or ", " not in clause[m.end() :]
    ]
    modal = modals[-1] if modals else None
    if modal and not (found == "at" and len(clause) - modal.end() > 12):
        between = clause[modal.end() :]
        if modal.group() == "chưa" and _CLAUSE_OF.search(between):
            return False  # "Như thế là chưa đủ, ông A còn có một cuộc gặp …"
        if not _DONE.search(between) and len(re.findall(r",\s", between)) < 2:
            return True
    if name.endswith((" giữa", " với")) and _may_be_later(after) and _LATER.search(after):
        return True
    if found == "at" and (_WILL_AT.search(clause) or "dự kiến" in clause and _WILL_THERE.match(after)):
        return True
    later = _may_be_later(after) and _LATER.match(after) and not _ON.match(after)
    return bool(later or _NEXT.search(name.partition(" để ")[0]))


def _may_be_later(after: str) -> bool:
    """Is a word there of which every alternative of `_LATER` holds one? Nearly always none is."""
    return "sẽ" in after or "tới" in after or "dự kiến" in after or "sắp" in after


# "… khai mạc sáng 3-4, dự kiến diễn ra trong ba ngày": it has begun.
_ON = re.compile(
    r" (?:đã |đang |được )?(?:khai mạc|bắt đầu|diễn ra) (?:vào )?(?:sáng|chiều|tối|trưa|ngày|hôm)[^,.;]{1,40}, dự kiến"
)

# "Chuyên đề này sẽ được trình tại kỳ họp cuối năm"
_WILL_AT = re.compile(
    r"(?<!\w)sẽ (?:được )?(?:trình|báo cáo|xem xét|thông qua|thảo luận|công bố|cho ý kiến|trình bày)\s"
    r"(?:(?!\s(?:để|nhằm|khi|cho biết|nói|và)\s)[^,;:.\"]){0,40}?(?:tại|trong|ở) (?:cuộc |buổi )?$"
)

# "Theo chương trình dự kiến, tại phiên thứ 9, HĐND tỉnh sẽ bàn về …"
_WILL_THERE = re.compile(
    r"\s?,\s(?:quốc hội|ủy ban|hđnd|hội đồng|chính phủ|ban|bộ chính trị|trung ương|các đại biểu|đại biểu)"
    r"(?:\s\w+){0,5}\ssẽ\s(?:cho ý kiến|xem xét|thảo luận|thông qua|bàn|quyết định|biểu quyết|bầu|nghe)(?!\w)"
)
_NEXT = re.compile(r"(?<!\w)(?:sắp tới|(?:năm|tháng|tuần|kỳ)(?: \d{1,2})? tới|gần nhất)(?!\w)")


def _quoted_or_told(document: Document, gathering: Gathering, acts: Sequence[Act]) -> bool:
    """Does the phrase stand in what somebody said, after the verb of saying?"""
    sentence = document.sentence_at(gathering.span.start)
    return any(
        a.verb.end <= gathering.span.start
        and a.sentence == sentence
        and not document.lowered[a.verb.start : a.verb.end].startswith("phát biểu")
        for a in acts
    )


def _follows_verb(acts: Sequence[Act], start: int) -> bool:
    return any(0 <= start - a.verb.end <= 45 for a in acts)
