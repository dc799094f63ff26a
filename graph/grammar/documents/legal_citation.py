"""One citation of a document, read from its type word on: number, symbol, date, issuer, title.

"Chỉ thị số 9-CT/TW ngày 2/3/2015 của Ban Bí thư khóa XI về “…”" has them all; most citations have
the number and one of the others. A number without "số" and without a symbol counts only where what
follows cannot make it a count ("hướng dẫn 5 đơn vị", "kế hoạch 2018").
"""

import re
from dataclasses import dataclass, field

from graph.grammar.documents.legal_issuer import issuer_at, vague_issuer_at
from graph.grammar.figures.statistics_words import PAIRS, SINGLE
from graph.grammar.text.document_date import iso, partial
from graph.grammar.text.normal import UPPER

_TOKEN = (
    rf"(?:T\.Ư|[{UPPER}]{{2,}}[a-zđiưr]{{0,3}}(?:Đ[A-Z]*)?\d{{0,3}}|TTg|CTr\w{{0,8}}|"
    rf"[{UPPER}]\w{{0,5}}\d{{1,3}}|P[ACKVX] \d\d|\d{{4}})"
)
_TIGHT = rf"(?:T\.Ư|[{UPPER}][\w&]*|\d{{4}}|[a-zđư]{{2,4}}(?=[/-]))"
SYMBOL = rf"(?:[/-]{_TIGHT}|(?: [/-] ?|[/-] ){_TOKEN}(?![\w]))"
_NUMBER = re.compile(
    r"(?P<number>\d{1,5}[A-Za-zđ]?)"
    rf"(?P<symbol>(?: (?:KH|NQ|CT|QĐ|TB|KL|CV|HD|TTr|CTr)(?=[/-]))?{SYMBOL}{{1,6}})?(?![\w%]|[.,]\d|[/-]\d)"
)
_LEAD = re.compile(r" ?(?:\(?(?P<so>số|so)\b ?:? ?(?:số )?)?")
_QUALIFIER = re.compile(
    r" (?:liên tịch|hướng dẫn|chuyên đề|hành động|kết luận|chung|mới|phối hợp|công tác|phê duyệt|"
    r"ký|hỏa tốc|khẩn|thanh tra|kiểm tra|giám sát|điều tra|"
    r"(?P<act>bổ nhiệm|điều động|kỷ luật|(?:khởi tố|đình chỉ|tạm đình chỉ)(?: vụ án)?(?: bị can)?|"
    r"xử phạt(?: vi phạm)?(?: hành chính)?|(?:giao|thu hồi) đất|thành lập))(?!\w)"
)
_LIST = re.compile(r"(?:,| và|;|, và|; và) ?(?:số )?(?=\d)")
# What ends a list of bare numbers: "nghị quyết 57, 59, 66 và 68 của Bộ Chính trị".
_LIST_END = re.compile(
    r"(?:(?:,| và|, và) ?\d{1,4}(?![\w/-]|[.,]\d))*(?: (?:của|về|ngày|khóa|năm|và)(?!\w)|[,;.](?! ?\d)|$|\))"
)
# The number after the issuer: "Tờ trình của Sở Y tế (số 12/TTr-SYT)", "Nghị quyết Trung ương 7, số 22-NQ/TW".
_LATER = re.compile(r"(?:,? (?:\([^)]{0,20}\) )?| \()số ?")
_MONTH = re.compile(
    r"(?: | \()(?:(?:được )?(?:ban hành|ký|ra) )?(?:vào |hồi )?tháng (?P<month>\d{1,2})(?:[/-]| năm )"
    r"(?P<year>(?:19|20)\d\d)\)?(?!\d)"
)
# A day after the title is the document's where the words say so.
ISSUED_ON = re.compile(r",? ?\(?(?:được )?(?:ban hành|ký)(?: ban hành)?(?= (?:vào )?ngày )")
# What may follow a bare number of a document.
_BARE_END = re.compile(
    r"\s*(?:$|[,.;:)\"“”\n-](?! ?\d)|\((?!\d))| (?:của|về|ngày|ban hành|khóa|do|và|năm (?:19|20)\d\d|tại|đã|được|"
    r"cũng|là|nêu|đề ra|quy định|"
    r"hướng dẫn|tuy|nhưng|trong|thì|này|cho|để|từ|có hiệu lực|với|vào|còn|sẽ|ra đời|chưa|không|trên|sửa đổi|thay thế|"
    r"theo|đối với|"
    r"vẫn|khi|sau|nhằm|mà|hiện|đến|lên|phê duyệt|bổ sung|gồm|diễn ra|như|ở|cùng|đang|mới|gắn|một cách|yêu cầu|vừa|"
    r"bằng|cần|phải)(?!\w)"
)
_DATE = re.compile(
    r"[ ,(]{1,3}(?:(?:được )?(?:ban hành|ra đời|ký|ra)(?: ban hành)? )?(?:vào |từ )?(?:ngày )?(?<=[ (])"
    r"(?P<day>\d{1,2}) ?(?:[/.-] ?(?P<month>\d{1,2})(?: ?[/.-] ?(?P<year>\d{4}))?|"
    r"tháng (?P<wmonth>\d{1,2})(?:(?:,? năm |,? |/)(?P<wyear>\d{4}))?)"
    r"\)?(?![\d/])"
)
_YEAR = re.compile(r" năm (?:19|20)\d\d(?= (?:của|do|ngày|về) )")
_OF = re.compile(
    r",? (?:của|do|giữa) |, ?(?=(?i:ban bí thư|bộ chính trị|thủ tướng|chính phủ|hội nghị (?:lần|trung ương|"
    r"ban chấp)))| (?=hội nghị )|"
    r" \((?=(?i:bộ chính trị|ban bí thư))"
)
# After a comma a name is the issuer where nothing is told of it ("Nghị quyết 19, Thủ tướng nhấn mạnh" goes on).
_NOT_TOLD = re.compile(r" ?[,.;:()\n\"]|$| (?:về|khóa|ngày|và|năm|đảng|trung ương|số)(?!\w)")
# "Nghị quyết số 10/2016/NQ-HĐND tỉnh ngày …"
_LEVEL = re.compile(r"(?<=[hu][đb]nd) (?:tỉnh|thành phố|huyện|xã)(?= ngày )")
# "Nghị quyết 54 (cơ chế đặc thù) của Quốc hội"
_ASIDE = re.compile(r" \([^()\d\n]{3,60}\)(?= (?:của|ngày) )")
_TERM = re.compile(r"[ ,]{1,2}\(?khóa [ivx\d]+\)?")
_ABOUT = re.compile(
    r"(?:,? (?:quy định |hướng dẫn )?(?:chi tiết )?(?:về (?:việc )?|v/v |(?=việc ))| (?:(?:hỏa tốc|"
    r"khẩn) )?(?=(?:thông báo(?! số)|yêu cầu|đề nghị|chỉ đạo|phê duyệt|thành lập|ban hành|công bố|giao) )|"
    r",? (?=(?:quy định chi tiết|quy định chức năng)(?!\w))| (?=xử phạt )| quy định (?=(?:quy trình|trình tự|thủ tục|"
    r"tiêu chuẩn|mức|chế độ|điều kiện|trách nhiệm|chính sách|các biện pháp|danh mục|việc) ))"
)
_QUOTED = re.compile(r"[ ,:]{0,3}[\"'](?P<title>[^\"\n]{6,400}?)[\"'](?=\s|[.,;:)]|$)")
TITLE_STOP = re.compile(
    r" ?(?<!tp)\.| ?[;:(\n\"]|$| - (?=ảnh)|,? (?:vào (?:ngày|tháng|năm)|(?:được )?(?:ban hành|"
    r"ký) ngày|hồi (?:tháng|năm)|(?:sáng|chiều|tối) (?:nay|qua|ngày|\d[\d/.-]*)|sau khi|với tổng|"
    r"theo hướng|có một số|từ khi|thay vì)(?!\w)|"
    r", (?:các (?:cấp|xã|huyện|đơn vị|địa phương|tỉnh|ngành|lực lượng|bộ|nghị quyết|chỉ thị|kết luận|quy định)|tỉnh|"
    r"nghị quyết|chỉ thị|kết luận|thông tư|nghị định|huyện|thành phố|xã|công an|ubnd|"
    r"ủy ban|ban|bộ(?! máy)|"
    r"sở|cơ quan|ông|bà|đồng chí|lực lượng|từ(?! chức| thiện)|qua|đến|năm|hiện|bà con|nhiều|"
    r"trong (?!sạch|nước)|phó|thủ tướng|chính phủ|đây|giảm|theo|"
    r"đơn vị|địa phương|toàn (?:tỉnh|huyện|lực lượng|ngành)|cấp ủy|thời)(?!\w)|"
    r",? (?:và|với|cũng như|cùng với) (?=(?:các )?(?:kết luận|nghị quyết|chỉ thị|kế hoạch|"
    r"quyết định|nghị định|thông tư|quy định|"
    r"đề án|chương trình)(?: số)? ?\d)|,? (?:do .{3,40} (?:chủ trì|tổ chức)|"
    r"(?:do|được) (?=[^,.;\n]{5,60} (?:ký|ban hành)(?!\w))|"
    r"do (?:đồng chí|ông|bà|bộ trưởng|phó |thủ tướng|chủ tịch)(?=[^.;]{3,90} làm )|với (?:các|"
    r"những) |có nêu|diễn ra|được tổ chức|nhằm|"
    r"được (?:quán triệt|triển khai|thực hiện|ban hành|thông qua|phổ biến|phê duyệt)|"
    r"đã (?:được|quy định|đề ra|nêu|chỉ rõ|xác định|ban hành)|thì|là|"
    r"gắn với việc|để bổ sung|lồng ghép)\b|, (?=[^,;.]{0,60}"
    r"(?:\b(?:nhấn mạnh|cho biết|cho rằng|(?<!ứng )yêu cầu|đề nghị|khẳng định|chủ trì|phát biểu|nói|chia sẻ|đã|đang|sẽ|"
    r"được|giao|chủ động|trong đó|"
    r"đồng thời|từ đó|nhờ|đến nay|thời gian|toàn tỉnh|các cấp|chúng ta)\b))"
)


# Types that are verbs too ("kết luận 3 vụ"), and what makes them objects.
_VERBS = frozenset({"Kết luận", "Quy định", "Hướng dẫn", "Thông báo", "Kế hoạch", "Quyết định"})
_NOUNS = frozenset(("Nghị định", "Nghị quyết", "Thông tư", "Thông tư liên tịch", "Chỉ thị", "Công văn", "Công điện"))
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")
_MEASURE = re.compile(
    r"(?:năm|tháng|ngày|tuần|giờ|phút|quý|kỳ|điều|khoản|mục|phần|nội dung|vấn đề|lĩnh vực|nghìn|ngàn|triệu|tỷ|tỉ|trang|"
    r"bản|đầu|lần|mặt|tầng|nhóm|cấp|đại|hộ|lô|mức|trên|ý|sở|thành)(?!\w)"
)
_OBJECT = re.compile(
    r"(?:thực hiện|theo|tại|có|căn cứ|bằng|sơ kết|tổng kết|triển khai|quán triệt|ban hành|ký|ra|như|với|và|của|"
    r"trong|học tập|số) [^ ]+ [^ ]+ ?$"
)


@dataclass(slots=True)
class Citation:
    """A document as one place of the report cites it; `start` and `end` bound its words, `year` is that of a law."""

    type: str
    start: int
    end: int
    number: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: tuple[int, int] | None = None
    issuer_text: str | None = None
    title: tuple[int, int] | None = None
    vague_issuer: tuple[int, int] | None = None
    parts: list[str] = field(default_factory=list)
    year: str | None = None


def numbered(folded: str, lowered: str, kind: str, start: int, at: int, end: int) -> list[Citation]:
    """Read numbered citations after a type word ("Nghị quyết 01, 02 của Chính phủ" are two).

    `kind` is the type as it is written out, `start` the offset of the type word, `at` its end, `end` the
    end of its sentence.
    """
    qualifier = _QUALIFIER.match(lowered, at, end)
    begin = qualifier.end() if qualifier else at
    lead = _LEAD.match(lowered, begin, end)
    said = bool(lead and lead["so"])
    if qualifier and not said and qualifier["act"]:
        return []
    first = _NUMBER.match(folded, lead.end() if lead else begin, end)
    early: tuple[int, int] | None = None
    if first is None:
        # "Chỉ thị của Ban Bí thư số 30", "Nghị quyết Trung ương 7 số 22-NQ/TW"
        of = _OF.match(lowered, at, end)
        stop = issuer_at(folded, lowered, of.end() if of else at + 1, end)
        later = _LATER.match(lowered, stop, end) if stop else None
        first = _NUMBER.match(folded, later.end(), end) if later else None
        if first is None or stop is None:
            return []
        said, early = True, (of.end() if of else at + 1, stop)
    # A capital inside a sentence: "Kết luận 43" is a document, "kết luận 43 vụ" an act.
    named = folded[start].isupper() and folded[max(0, start - 2) : start][:1].isalnum()
    if not _acceptable(lowered, kind, first, said, end, named):
        return []
    found = [_citation(kind, start, first)]
    found[0].issuer = early
    stop = _details(folded, lowered, found[0], end) if first["symbol"] else first.end()
    while True:
        more = _LIST.match(lowered, stop, end)
        number = _NUMBER.match(folded, more.end(), end) if more else None
        plain = number is not None and stop == found[-1].end and found[-1].date is None
        if plain and number and not _listed(lowered, number, end):
            plain = (
                kind in _NOUNS and lowered.endswith("các ", 0, start) and bool(_BARE_END.match(lowered, number.end()))
            )
        if number is None or not (number["symbol"] or plain):
            break
        found.append(_citation(kind, number.start(), number))
        stop = _details(folded, lowered, found[-1], end) if number["symbol"] else number.end()
    last = found[-1]
    if last.symbol is None:
        _details(folded, lowered, last, end)
    # "Quyết định số 217-QĐ/TW, 218-QĐ/TW ngày … của …": what follows the last is said of all.
    for citation in found[:-1]:
        if citation.issuer is None and citation.title is None and citation.vague_issuer is None:
            citation.date, citation.issuer = citation.date or last.date, last.issuer
    return found


def _acceptable(lowered: str, kind: str, match: "re.Match[str]", said: bool, end: int, named: bool) -> bool:
    """Does the number after a type word number a document? `named`: the type word has a capital in mid-sentence."""
    number, symbol, at = match["number"], match["symbol"], match.start()
    if symbol:
        return bool(re.search(r"[^\W\d_]", symbol)) or said or re.fullmatch(r"/(?:19|20)\d\d", symbol) is not None
    if said:
        return True
    if len(number) == 4 and number[:2] in ("19", "20") and not _DATE.match(lowered, match.end(), end):
        return False
    if kind in ("Kế hoạch", "Đề án") and lowered.startswith(" năm", match.end()):
        return False
    if kind == "Pháp lệnh":
        return lowered.startswith((" về ", " của "), match.end())
    if kind in ("Chương trình", "Luật", "Bộ luật"):
        return False
    follows = _BARE_END.match(lowered, match.end(), end)
    if follows is None:
        more = _LIST.match(lowered, match.end(), end)
        next_one = _NUMBER.match(lowered, more.end(), end) if more else None
        if next_one and (next_one["symbol"] or _listed(lowered, next_one, end)):
            return True
        object = kind in ("Quyết định", "Đề án") and len(number) > 2 and _OBJECT.search(lowered, at - 40, at)
        return bool(object or kind in _NOUNS and len(number) > 1) and _goes_on(lowered, match.end(), end)
    if follows and kind in _VERBS and not named and not follows.group().startswith(" "):
        return bool(_OBJECT.search(lowered, at - 40, at))
    return bool(follows)


def _goes_on(lowered: str, at: int, end: int) -> bool:
    """Does a word follow that goes on with the sentence, and is not counted ("nghị quyết 120 đánh dấu …")?"""
    word = _NEXT_WORD.match(lowered, at, end)
    if word is None or word[1] in SINGLE or PAIRS.match(lowered, word.start(1), end):
        return False
    return not _MEASURE.match(lowered, word.start(1), end)


def _listed(lowered: str, number: "re.Match[str]", end: int) -> bool:
    follows = _LIST_END.match(lowered, number.end(), end)
    return bool(follows) and not (len(number["number"]) == 4 and number["number"].startswith("20"))


def _citation(kind: str, start: int, match: "re.Match[str]") -> Citation:
    symbol = None
    if match["symbol"]:
        symbol = re.sub(r"\s+", "", match["number"] + match["symbol"])
    return Citation(kind, start, match.end(), number=match["number"], symbol=symbol, parts=["number"])


def _details(folded: str, lowered: str, citation: Citation, end: int) -> int:
    """Read date, issuer and title after the number; return where the citation ends."""
    at = citation.end
    level = _LEVEL.match(lowered, at, end)
    at = level.end() if level else at
    aside = _ASIDE.match(lowered, at, end)
    at = aside.end() if aside else at
    for _ in range(4):
        moved = False
        if citation.date is None:
            date, stop = date_at(lowered, at, end, citation)
            if date is None:
                date, stop = month_at(lowered, at, end)
            if date:
                citation.date, at, moved = date, stop, True
        year = _YEAR.match(lowered, at, end)
        at = year.end() if year else at
        if citation.issuer is None:
            at, found = _issuer(folded, lowered, citation, at, end)
            moved = moved or found
        term = _TERM.match(lowered, at, end)
        if term:
            at = term.end()
            if citation.issuer and "(" not in term.group():
                citation.issuer = (citation.issuer[0], at)
            moved = True
        if not moved:
            break
    citation.end = at
    at = title(folded, lowered, citation, end)
    issued = ISSUED_ON.match(lowered, at, end) if citation.date is None else None
    if issued:
        citation.date, stop = date_at(lowered, issued.end(), end, citation)
        citation.end = at = stop if citation.date else at
    return at


def month_at(lowered: str, at: int, end: int) -> tuple[str | None, int]:
    """Read "tháng 10/2015" at an offset; return the month and where it ends."""
    match = _MONTH.match(lowered, at, end)
    month = int(match["month"]) if match else 0
    return (f"{match['year']}-{month:02}", match.end()) if match and 1 <= month <= 12 else (None, at)


def date_at(lowered: str, at: int, end: int, citation: Citation | None = None) -> tuple[str | None, int]:
    """Read ", ngày 16/3/2022" at an offset; return the date and where it ends."""
    match = _DATE.match(lowered, at, end)
    if not match:
        return None, at
    day, month = int(match["day"]), int(match["month"] or match["wmonth"])
    year = match["year"] or match["wyear"]
    if not year and citation and citation.symbol:
        in_symbol = re.match(r"\d+[a-z]?/((?:19|20)\d\d)(?:/|$)", citation.symbol.lower())
        year = in_symbol[1] if in_symbol else None
    if not year and "ngày" not in match.group():
        return None, at
    value = iso(int(year), month, day) if year else partial(month, day) if month else None
    return (value, match.end()) if value else (None, at)


def _issuer(folded: str, lowered: str, citation: Citation, at: int, end: int) -> tuple[int, bool]:
    of = _OF.match(lowered, at, end)
    if not of:
        return at, False
    stop = issuer_at(folded, lowered, of.end(), end)
    if stop is not None and of.group().startswith(",") and of.group().strip() == ",":
        by_it = lowered.endswith(("bằng ", "tại "), 0, citation.start)
        stop = stop if by_it or _NOT_TOLD.match(lowered, stop, end) else None
    if stop is not None:
        citation.issuer = (of.end(), stop)
        closing = re.compile(r"(?: ban hành| ký)?(?: ban hành)?").match(lowered, stop, end)
        return (closing.end() if closing and of.group().strip(" ,") == "do" else stop), True
    vague = vague_issuer_at(lowered, of.end(), end)
    if vague is not None:
        citation.vague_issuer = (of.end(), vague)
        return vague, True
    return at, False


def title(folded: str, lowered: str, citation: Citation, end: int) -> int:
    """Read the title that follows ("về “…”", "về việc …", or quoted at once); return the end."""
    at = citation.end
    about = _ABOUT.match(lowered, at, end)
    quoted = _QUOTED.match(folded, about.end() if about else at, end)
    if quoted:
        citation.title = quoted.span("title")
        citation.end = quoted.end()
    elif about:
        stop = TITLE_STOP.search(lowered, about.end(), min(end, about.end() + 260))
        stop_at = stop.start() if stop else min(end, about.end() + 260)
        if stop_at - about.end() > 5:
            citation.title = (about.end(), stop_at)
            citation.end = stop_at
    return citation.end
