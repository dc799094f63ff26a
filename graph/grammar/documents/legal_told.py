"""What is told around a citation without a number: who issued it and when, before or after its title.

"Ngày 2/3/2015, Bộ trưởng Bộ Y tế ký Kế hoạch …", "… được Quốc hội thông qua ngày 12/6/2018", "5 năm thực hiện nghị
quyết về …".
"""

import re

from graph.grammar.documents.legal_citation import ISSUED_ON, TITLE_STOP, Citation, date_at, month_at, title
from graph.grammar.documents.legal_issuer import central_symbol, issuer_at
from graph.grammar.text.dates import find_dates, resolve
from graph.grammar.text.document import Document
from graph.grammar.text.document_date import iso, partial
from graph.grammar.text.normal import LOWER, UPPER

_BROUGHT = re.compile(
    r"(?:,| thì| nay)? ?(?:đã |vừa |cũng |tiếp tục |mới |chính thức |vừa mới |bổ sung |biểu quyết |khẩn trương |"
    r"kịp thời |đồng loạt |thống nhất ){0,3}"
    r"(?:ký|ra|gửi|ban hành|"
    r"thông qua|có|công bố|ký ban hành|(?:phê duyệt|quy định|ban hành|công bố|giao|quyết định|cho phép|chấp thuận|"
    r"thông qua|chỉ đạo|nêu|hướng dẫn) (?:tại|bằng)|tại)(?: ban hành)?"
    r"(?: một)?(?: thông báo)? (?:\"|dự thảo |các )?$"
)
# "được UBND tỉnh phê duyệt đồ án theo Quyết định …": the act that somebody's approval was.
_BY_ACT = re.compile(r" (?:phê duyệt|chấp thuận|thành lập)[^,;:()\n]{0,50}? theo $")
_BROUGHT_LAST = (
    *("ký ", "ra ", "gửi ", "hành ", "thông qua ", "có ", "công bố "),
    *("tại ", "bằng ", "một ", "dự thảo ", "các ", '"', " thông báo "),
)
# "Ngày 5/3, Ủy ban Kiểm tra Tỉnh ủy ra thông báo kỳ họp thứ 9 …"
_SESSION_NOTICE = re.compile(
    r" (?:về )?(?:kết quả |kết luận )?(?P<session>kỳ họp (?:thứ |lần thứ )?\d+(?:(?:,| và) \d+(?!\w|/))*)(?!\w)"
)
# "Thủ tướng Lê Văn Tám ký Quyết định …": the office issues it.
_HOLDER = re.compile(rf" [{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]*){{1,4}},?")
_SESSION = re.compile(r",? (?:tại )?kỳ họp (?:thứ )?(?:bất thường(?: lần thứ)? )?\w+(?: \([^)]{0,20}\))?,?")
_ISSUER_BEFORE = re.compile(
    r"(?:ban bí thư|bộ chính trị|ban chấp hành trung ương|hội nghị trung ương|thủ tướng|chính phủ|quốc hội|"
    r"ủy ban thường vụ quốc hội|"
    r"bộ trưởng|bộ |chủ tịch|ubnd|ủy ban|hđnd|tỉnh ủy|thành ủy|quân ủy|đảng ủy|ban |thanh tra|sở |công an|tổng cục|"
    r"văn phòng|thường vụ quốc hội|phó thủ tướng|huyện ủy|quận ủy|chánh án|viện trưởng|tư lệnh|giám đốc|bí thư|"
    r"thứ trưởng|cục trưởng|cục |trường |viện |tòa án|liên đoàn|hội )"
)
# What makes a body somebody else's, or part of a word ("một cán bộ").
_WHOSE = ("đề nghị của ", "quy định của ", "phân công của ", "phê duyệt của ")
_NO_ISSUER = ("của ", "với ", "cán ")
# "Bộ Y tế đã phối hợp với Bộ Công an ban hành quyết định …": the first issues it.
_TOGETHER = re.compile(r",? (?:đã |vừa )?(?:phối hợp|cùng|thống nhất) (?:với |cùng )?[^,.;]{3,60}$")
_NOT_YET = re.compile(r"(?:sẽ|cần|phải|sớm|nên|dự kiến|kịp thời|cho biết|cho rằng|yêu cầu|đề nghị|họp)(?!\w)")
# "từ chối ký quyết định …": there is none.
_NOT_DONE = re.compile(
    r"(?<!\w)(?:không(?! (?:chỉ|những))|chưa|chẳng|từ chối|hoãn|dừng|ngừng|suýt|dự định|dọa|hứa)(?!\w)"
)
# Bodies of a place, which issue nothing under the symbol of a central one ("…/QĐ-TTg").
_LOCAL = re.compile(
    r"(?:(?:phó )?chủ tịch )?(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân)(?!\w)|(?:tỉnh|thành|huyện|quận|thị) ủy|sở "
)
_DAY_BEFORE = (
    r"(?:(?:(?:hôm|sáng|chiều|tối|trưa)(?: nay| qua)?,? \(?(?:ngày )?|ngày )"
    r"(?P<day>\d{1,2})(?: ?[/.-] ?| tháng )(?P<month>\d{1,2})"
    r"(?:(?: ?[/.-] ?|,? năm )(?P<year>\d{4}))?|"
    r"tháng (?P<mmonth>\d{1,2})"
    r"(?: ?[/-] ?| năm )(?P<myear>\d{4})|(?<!\w)năm (?P<yyear>(?:19|20)\d\d))"
)
_DATE_BEFORE = re.compile(_DAY_BEFORE + r"[ ,(]{0,3}$")
_DATE_FIRST = re.compile(r"(?:(?:trước đó|tiếp đó|mới đây|sau đó),? )?(?:đầu |giữa |cuối )?" + _DAY_BEFORE + r", ")
# "Cùng ngày, Chủ tịch tỉnh ký quyết định …", "Sáng nay, …".
_RELATIVE = re.compile(
    r"(?:cũng )?(?:trong )?(?:(?:sáng|trưa|chiều|tối) )?(?:cùng ngày|(?:hôm|sáng|trưa|chiều|tối) (?:nay|qua)),? "
)
_SIGNED_LATER = re.compile(
    r" (?:đã |vừa |mới |cũng )*được [^.;\n]{0,60}?(?:ký ban hành|ký|ban hành|thông qua)(?: vào)?(?= ngày )"
)
# How far back the day may stand that "cùng ngày" means.
_NEAR = 900
_IN_MONTH = re.compile(r" (?:vào |hồi |từ )?tháng (\d{1,2})(?:/| năm )((?:19|20)\d\d)(?!\d)")
_OF = re.compile(r" (?:của|do) ")
# Documents that reports name by their titles when years of carrying them out are reviewed.
_CARRIED = frozenset({"Nghị quyết", "Chỉ thị", "Kết luận"})
_CARRYING = re.compile(r"(?P<years>\d+ năm )?(?:triển khai )?(?:thực hiện|quán triệt|triển khai) (?:có hiệu quả )?$")
# Documents that are no act at the same time, as "thông báo" and "kế hoạch" are.
_LETTERS = frozenset({"Nghị định", "Nghị quyết", "Thông tư", "Thông tư liên tịch", "Chỉ thị", "Công văn", "Công điện"})
# What one may have without having issued it.
_PLANS = frozenset(("Kế hoạch", "Quy định", "Hướng dẫn", "Đề án", "Chương trình", "Chương trình phối hợp"))
_SENT_TO = re.compile(
    r" (?:(?:hỏa tốc|khẩn),? )?"
    r"(?:gửi [^.;]{3,80}? (?=về|yêu cầu|đề nghị|hướng dẫn|chỉ đạo|thông báo|đôn đốc|triển khai))?"
)
# What an act of procedure, not of government, begins with, and what begins no clause.
_PROCEDURE = re.compile(r"(?:khởi tố|tạm giam|tạm giữ|bắt|truy|khám|xét xử|đưa vụ|phục hồi|xử phạt)(?!\w)")
_NO_CLAUSE = re.compile(
    rf"{_PROCEDURE.pattern}|(?:này|đó|trên|mới|nêu|số|ngày|riêng|chung|"
    r"của|do|và|là|được|để|trong|đã|sẽ|với|từ|cho|rằng|chính thức|cuối cùng|tại|khi|sau|như|nên|thì|vào)(?!\w)"
)
_DRAFT = re.compile(
    r"(?:dự thảo|đề án|xây dựng|ban hành|trình|đề xuất|cho ý kiến|thảo luận|chuẩn bị|soạn|góp ý|xem xét|sẽ|cần|ra)"
    r"(?!\w)"
)
# "… được HĐND tỉnh thông qua cuối năm 2016".
_PERIOD = re.compile(r" (?:vào |hồi |từ )?(?:cuối |đầu |giữa )?(?:tháng \d{1,2}[/-]|năm )(?:19|20)\d\d")
_STANDING = re.compile(r"thường vụ (?:tỉnh|thành|huyện) ủy")
_ENACTED = re.compile(
    r"(?:,? (?:tại )?kỳ họp (?:thứ )?\w+,?)?(?: (?:xem xét|cho ý kiến|biểu quyết|thảo luận|bấm nút)(?:,| và)?)*"
    r" (?:thông qua|ban hành|ký(?: ban hành)?)(?!\w)"
)
_PASSED = re.compile(
    r"(?:, (?:hai|ba|các|những|đều là các|cả hai|cả ba) (?:đạo |dự án |dự thảo )?luật(?: này| mới)?)?,? "
    r"(?:đã |vừa |mới |đều |cùng ){0,2}(?:được|do) "
)
# A law that is still to be passed: it is the Assembly's all the same.
_TO_BE_PASSED = re.compile(
    r"(?:,| -)? ?(?:sắp tới|tới đây|dự kiến|sắp|sẽ)(?: sẽ| dự kiến| chuẩn bị)? được (?=quốc hội)"
)


def told_without_number(document: Document, kind: str, start: int, at: int, opening: int, end: int) -> Citation | None:
    """A document without a number but with its day: "Kết luận ngày 26/6/2019 của …", "ngày …, X ra Nghị quyết về …"."""
    folded, lowered = document.folded, document.lowered
    if kind == "Kết luận" and lowered.startswith((" thanh tra của ", " thanh tra ngày "), at):
        at += len(" thanh tra")
    citation = Citation(kind, start, at, parts=["dated"])
    loose: Citation | None = None
    if kind == "Kết luận" and lowered.startswith((", thông báo ", " và thông báo "), at):
        at = lowered.index("thông báo", at) + len("thông báo")
    # "đã thanh tra và có kết luận, ngày 5/3, ông …": that day belongs to what follows.
    citation.date, stop = (None, at) if lowered.startswith(",", at) else date_at(lowered, at, end)
    if citation.date is None:
        of = _OF.match(lowered, at, end)
        issued = issuer_at(folded, lowered, of.end(), end) if of else None
        if of and issued:
            citation.issuer = (of.end(), issued)
            citation.date, stop = date_at(lowered, issued, end)
            if citation.date is None and lowered.startswith((" ban hành ", " ký "), issued):
                citation.date, stop = month_at(lowered, issued, end)
            if citation.date is None:
                by_hand = _signed_on(document, citation, start, opening, end)
                if by_hand:
                    return by_hand
                loose = _undated(document, citation, end)
    if citation.date and ("ngày" in lowered[at:stop] or "tháng" in lowered[at:stop] and citation.issuer):
        citation.end = stop
        if citation.issuer is None:
            of = _OF.match(lowered, stop, end)
            issued = issuer_at(folded, lowered, of.end(), end) if of else None
            if of is None or issued is None:
                issued_on = "ban hành" in lowered[at:stop] or " ký " in lowered[at:stop]
                if not issuer_before(document, citation, start, opening) and not (issued_on or kind in _LETTERS):
                    return None
            else:
                citation.issuer, citation.end = (of.end(), issued), issued
        title(folded, lowered, citation, end)
        return citation
    citation = Citation(kind, start, at, parts=["dated"])
    session = _SESSION_NOTICE.match(lowered, at, end) if kind == "Thông báo" else None
    if session:
        citation.end = session.end()
    title(folded, lowered, citation, end)
    if session:
        citation.title = (session.start("session"), citation.end)
    brought = issuer_before(document, citation, start, opening)
    in_year = "year" in citation.parts and kind in _LETTERS
    dated = citation.date is not None or in_year
    if brought and citation.title is None and dated and not (kind in _PLANS and " có " in brought):
        _clause(folded, lowered, citation, end)
    passive = citation.title is None and lowered.startswith((" được ", " do "), at)
    if (citation.title or passive) and not _PROCEDURE.match(lowered, at + 1, end):
        if citation.issuer is None:
            issuer_after(document, citation, end)
        signed = ISSUED_ON.match(lowered, citation.end, end) if citation.date is None else None
        if signed:
            _signer(document, citation)
            citation.date, citation.end = date_at(lowered, signed.end(), end)
            return citation if citation.date else None
        if passive and _PERIOD.match(lowered, citation.end, end):
            citation.parts.append("year")
        month = _IN_MONTH.match(lowered, citation.end, end) if citation.date is None else None
        if month and 1 <= int(month[1]) <= 12:
            citation.date, citation.end = f"{month[2]}-{int(month[1]):02}", month.end()
        # "đầu năm 2018, Thủ tướng đã có kết luận giao Bộ …" tells what he concluded.
        spoken = kind == "Kết luận" and not lowered.startswith(" về ", at)
        if citation.issuer and (citation.date or ("year" in citation.parts and not spoken)):
            return citation
    elif brought and citation.date and kind in _LETTERS:
        return citation
    return (_titled(document, kind, start, at, opening, end) if kind in _CARRIED else None) or loose


def _signer(document: Document, citation: Citation) -> None:
    """Read the issuer at the end of a title: "… về cây xanh của Bộ trưởng Bộ Xây dựng ban hành ngày 5/3"."""
    if citation.title is None or citation.issuer:
        return
    begin, stop = citation.title
    of = max(document.lowered.rfind(" do ", begin, stop), document.lowered.rfind(" của ", begin, stop))
    issuer = document.lowered.find(" ", of + 1) + 1
    if of > begin and issuer_at(document.folded, document.lowered, issuer, stop) == stop:
        citation.issuer, citation.title = (issuer, stop), (begin, of)


def _signed_on(document: Document, citation: Citation, start: int, opening: int, end: int) -> Citation | None:
    """Read "Ngày 5/3/2019, bà … đã ký kết luận của Tỉnh ủy": the sentence begins with the day."""
    lowered, issuer = document.lowered, citation.issuer
    if issuer is None or not lowered.endswith((" ký ", " ký ban hành "), opening, start):
        return None
    first = _DATE_FIRST.match(lowered, opening, start)
    if first is None or not first["day"]:
        return None
    signed = Citation(citation.type, start, issuer[1], issuer=issuer, parts=["dated"])
    _take_date(first, signed)
    title(document.folded, lowered, signed, end)
    if signed.title and lowered.endswith(" này", *signed.title):
        signed.title = None
    return signed if signed.date else None


def _undated(document: Document, citation: Citation, end: int) -> Citation | None:
    """Read "kết luận của Huyện ủy về …", which may tell the title of one that is told by its day."""
    if citation.issuer is None or not document.lowered.startswith((" về ", ' "', " quy định "), citation.issuer[1]):
        return None
    loose = Citation(citation.type, citation.start, citation.issuer[1], issuer=citation.issuer, parts=["undated"])
    title(document.folded, document.lowered, loose, end)
    return loose if loose.title and document.folded.count(" ", *loose.title) >= 4 else None


def dated_later(document: Document, citation: Citation) -> bool:
    """Read the day of one told without it where it is spoken of again: "Nghị định này được ký ban hành ngày 6-8"."""
    lowered = document.lowered
    at = lowered.find(f"{citation.type.lower()} này ", citation.end, citation.end + 2 * _NEAR)
    signed = _SIGNED_LATER.match(lowered, at + len(citation.type) + len(" này")) if at >= 0 else None
    line = document.line_at(at) if signed else None
    if signed is None or line is None:
        return False
    citation.date, _ = date_at(lowered, signed.end(), line.span.end)
    if citation.date:
        citation.parts[0] = "dated"
    return citation.date is not None


def _clause(folded: str, lowered: str, citation: Citation, end: int) -> None:
    """Read what a document does as its title: "hôm 8/5, huyện Mơ đã có quyết định dời …"."""
    lead = _SENT_TO.match(lowered, citation.end, end)
    begin = lead.end() if lead else citation.end + 1
    if citation.type == "Thông báo" and lowered.endswith("kết luận", begin - 9, begin - 1):
        begin -= 9  # "thông báo kết luận của bí thư huyện tại …" is titled by the conclusion
    else:
        named = folded[begin : begin + 1].islower() or lowered.startswith("hội nghị ", begin)
        if not named or _NO_CLAUSE.match(lowered, begin, end):
            return
    stop = TITLE_STOP.search(lowered, begin, min(end, begin + 260))
    stop_at = stop.start() if stop else min(end, begin + 260)
    if folded.count(" ", begin, stop_at) > 2:
        citation.title, citation.end = (begin, stop_at), stop_at


def _titled(document: Document, kind: str, start: int, at: int, opening: int, end: int) -> Citation | None:
    """A document that is carried out, by its title: "5 năm thực hiện nghị quyết về …"."""
    folded, lowered = document.folded, document.lowered
    lead = _CARRYING.search(lowered, max(opening, start - 40), start)
    named = kind != "Kết luận" and lowered.startswith((' "', ' về "'), at)  # by its full title, in quotes
    if lead is None and (not named or _DRAFT.search(lowered, max(opening, start - 70), start)):
        return None
    citation = Citation(kind, start, at, parts=["titled"])
    of = _OF.match(lowered, at, end)
    issued = issuer_at(folded, lowered, of.end(), end) if of else None
    if of and issued:
        citation.issuer, citation.end = (of.end(), issued), issued
    if not lowered.startswith((" về ", ' "'), citation.end) or not (named or citation.issuer or lead and lead["years"]):
        return None
    title(folded, lowered, citation, end)
    long = citation.title and folded.count(" ", *citation.title) >= 5
    return citation if long else None


def issuer_before(document: Document, citation: Citation, start: int, opening: int) -> str:
    """Read issuer and day from what comes before: "Ngày 2/3/2015, Bộ trưởng Bộ Y tế ký Kế hoạch số …".

    Returns the words between them ("ký"), "" if no issuer stands there.
    """
    folded, lowered = document.folded, document.lowered
    by_act = lowered.endswith("theo ", opening, start) and "được " in lowered[max(opening, start - 140) : start]
    if not by_act and not lowered.endswith(_BROUGHT_LAST, opening, start):  # cheaper than the pattern
        return ""
    act = _BY_ACT if by_act else _BROUGHT
    brought = act.search(lowered, max(opening, start - (80 if by_act else 50)), start)
    if not brought or citation.number is None and (brought.group()[0] == "," or "dự thảo" in brought.group()):
        return ""
    for match in _ISSUER_BEFORE.finditer(lowered, max(opening, brought.start() - 80), brought.start()):
        if lowered[match.start() - 1 : match.start()].isalnum():
            continue
        if lowered.endswith(_NO_ISSUER if citation.parts[0] == "dated" else "cán ", opening, match.start()):
            continue
        # "theo đề nghị của Sở Y tế tại Tờ trình số 66/TTr-SYT"
        at_it = brought.group().startswith(" tại ")
        if at_it and not (citation.number and lowered.endswith(_WHOSE, opening, match.start())):
            continue
        # "được UBND tỉnh phê duyệt theo Quyết định …": only what somebody's act made is theirs.
        if by_act and not lowered.endswith("được ", opening, match.start()):
            continue
        stop = issuer_at(folded, lowered, match.start(), brought.start())
        if stop is None:
            continue
        holder = _HOLDER.match(folded, stop, brought.start()) or _SESSION.match(lowered, stop, brought.start())
        gap = holder.end() if holder else stop
        together = _TOGETHER.match(lowered, gap, brought.start())
        if not together and (brought.start() - gap > 12 or "," in lowered[gap : brought.start()].rstrip(", ")):
            continue
        if citation.number is None and _NOT_YET.search(lowered, gap, brought.start()):
            continue
        if _NOT_DONE.search(lowered, gap, brought.start()):
            continue
        if citation.symbol and _LOCAL.match(lowered, match.start()) and central_symbol(citation.symbol):
            continue
        if citation.issuer is None:
            citation.issuer = (match.start(), stop)
            citation.start = min(citation.start, match.start())
        # The day of "công bố", and of saying what there is, is not that of the document.
        if citation.date is None and (citation.number or "công bố" not in brought.group()):
            _date_before(document, citation, match.start(), opening)
            had = citation.number is None and " có " in brought.group() and citation.type not in _LETTERS
            if "year" in citation.parts and had:
                citation.parts.remove("year")
        return brought.group()
    return ""


def _date_before(document: Document, citation: Citation, stop: int, opening: int) -> None:
    """The day right before the issuer, or the day that the sentence begins with."""
    lowered = document.lowered
    match = _DATE_BEFORE.search(lowered, max(opening, stop - 40), stop) or _DATE_FIRST.match(lowered, opening, stop)
    if match:
        _take_date(match, citation)
        if match["yyear"] and lowered.endswith("trong ", 0, match.start()):
            citation.parts.remove("year")
        return
    relative = _RELATIVE.match(lowered, opening, stop) if citation.number is None else None
    if relative:
        citation.date = _relative_day(document, relative.start(), relative.end())
        citation.start = min(citation.start, relative.start()) if citation.date else citation.start


def _relative_day(document: Document, start: int, end: int) -> str | None:
    """The day that "cùng ngày", "sáng nay" mean between two offsets: the one named last, or that of the report."""
    lowered = document.lowered
    written = find_dates(lowered[start:end])
    if not written:
        return None
    low = max(0, start - _NEAR)
    before = [day for day in find_dates(lowered[low:start]) if day.day] if written[0].same else []
    last = resolve(before[-1], None, lowered) if before else None
    return resolve(written[0], document.published, lowered, last)


def _take_date(match: "re.Match[str]", citation: Citation) -> None:
    """Take the day of a match of `_DAY_BEFORE`, or note that a year is told."""
    if match["mmonth"]:
        month = int(match["mmonth"])
        citation.date = f"{match['myear']}-{month:02}" if 1 <= month <= 12 else None
    elif match["yyear"]:
        citation.parts.append("year")
    else:
        day, month = int(match["day"]), int(match["month"])
        citation.date = iso(int(match["year"]), month, day) if match["year"] else partial(month, day)
    citation.start = min(citation.start, match.start())


def issuer_after(document: Document, citation: Citation, end: int) -> None:
    """Issuer and day told after the title: "… được Quốc hội thông qua ngày 12/6/2018"."""
    lowered = document.lowered
    match = _PASSED.match(lowered, citation.end, end)
    if match is None and citation.parts[0] == "law":
        match = _TO_BE_PASSED.match(lowered, citation.end, end)
    if match is None:
        return
    issued = issuer_at(document.folded, lowered, match.end(), end)
    vague = None if issued else _STANDING.match(lowered, match.end(), end)
    stop = issued or (vague.end() if vague else None)
    verb = _ENACTED.match(lowered, stop, end) if stop else None
    if not verb or stop is None:
        return
    date, until = date_at(lowered, verb.end(), end, citation)
    if date is None:
        date, until = month_at(lowered, verb.end(), end)
    citation.issuer = citation.issuer or (match.end(), stop)
    citation.date = citation.date or date
    citation.end = until if date else verb.end()
