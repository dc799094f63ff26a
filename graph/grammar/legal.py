"""Documents of Party, State and Front bodies that a report cites: one entry per document.

A citation is read where its type stands ("Nghị quyết", "Luật"), or where a symbol stands alone
("03/KH-BCA"). Later short forms ("Chỉ thị 05", "Nghị quyết này") join the first full one.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise

from graph.grammar.document import READABLE, Document
from graph.grammar.document_date import iso, partial
from graph.grammar.legal_citation import SYMBOL, Citation, date_at, numbered, title
from graph.grammar.legal_issuer import issuer_at
from graph.grammar.legal_laws import law_title
from graph.grammar.legal_merge import merge
from graph.grammar.normal import LOWER, UPPER
from graph.grammar.scan import Finder
from graph.mention import LegalMention
from ontology.vocabulary import scheme

_LAWS = frozenset({"luật", "bộ luật", "pháp lệnh"})
_CONGRESS = re.compile(
    r" (?:của )?(?P<body>đại hội(?: đại biểu)?(?: toàn quốc)?(?: đảng(?: bộ[^,.;()]{0,40}?)?(?: cộng sản việt nam)?|"
    r" mttq[^,.;()]{0,20}?)?"
    r"(?: toàn quốc)?(?: (?:lần|khóa) thứ|,? khóa| lần)? (?:[ivx]+|"
    r"\d{1,2})(?!\w)(?: (?:của )?đảng(?: cộng sản việt nam)?(?! ủy| viên))?)"
)
_PLENUM = re.compile(
    r" ?(?:của |"
    r"các )?(?P<body>(?:hội nghị )?(?:lần thứ (?P<nth>[\w]+)(?: \([ivx]+\))?,? (?:của )?)?(?P<bch>ban chấp hành |"
    r"bch ?)?"
    r"(?:trung ương|tw|tư|t\.ư)(?: đảng)?(?: lần thứ)?(?: ?(?P<number>\d{1,2}|[ivx]+)(?!\w|[.,/]\d|"
    r"[/-])(?P<more>(?:(?:,| và) ?(?:\d{1,2}|[ivx]+)(?![\w/]|\.\d))*))?)"
    r"(?P<term>(?:,| -)? ?\(?khóa (?:[ivx]+|\d{1,2})(?:(?:,| và) (?:[ivx]+|\d{1,2})(?![\w/]))*\)?)?"
)
_TERMS = re.compile(r"(?<!\w)(?:[ivx]+|\d{1,2})(?!\w)")
_COMING = re.compile(r" (?:sắp tới|tới đây|sẽ|sắp)(?!\w)")
_BARE_SYMBOL = re.compile(
    rf"\d{{1,5}}[a-z]?(?:/\d{{4}})?[/-](?P<type>[A-ZĐ][A-Za-zĐđi]{{1,4}})(?=[/-])(?:{SYMBOL}){{1,5}}(?!\w)"
)
_ALL = Finder(("đều", "cùng ban hành", "cùng được ban hành"))
_ISSUED = re.compile(r"(?:đều|cùng) (?:được )?(?:ban hành|ký|thông qua)(?: trong| vào)?(?= ngày)")
_AFTER_MARK = re.compile(r"[A-ZĐ\d]")
_BEFORE_MARK = re.compile(r"[\da-z]")
_SHIPS = re.compile(r"\b(?:tàu|hạm|lớp|ngầm|khu trục|hải quân|ngư lôi|nga|chiến đấu)\b")
_BROUGHT = re.compile(
    r"(?:,| thì| nay)? ?(?:đã |vừa |cũng |tiếp tục |mới |chính thức |vừa mới |bổ sung ){0,3}(?:ký|ra|ban hành|"
    r"thông qua|có|công bố|ký ban hành|(?:phê duyệt|quy định|ban hành|công bố|giao|quyết định|cho phép|chấp thuận|"
    r"thông qua|chỉ đạo|nêu|hướng dẫn) (?:tại|bằng))(?: ban hành)?"
    r"(?: một)? (?:\"|dự thảo |các )?$"
)
# "Thủ tướng Lê Văn Tám ký Quyết định …": the office issues it.
_HOLDER = re.compile(rf" [{UPPER}][{LOWER}]*(?: [{UPPER}][{LOWER}]*){{1,4}},?")
_ISSUER_BEFORE = re.compile(
    r"(?:ban bí thư|bộ chính trị|ban chấp hành trung ương|hội nghị trung ương|thủ tướng|chính phủ|quốc hội|"
    r"ủy ban thường vụ quốc hội|"
    r"bộ trưởng|bộ |chủ tịch|ubnd|ủy ban|hđnd|tỉnh ủy|thành ủy|quân ủy|đảng ủy|ban |thanh tra|sở |công an|tổng cục)"
)
_DAY_BEFORE = (
    r"(?:ngày (?P<day>\d{1,2})(?: ?[/.-] ?| tháng )(?P<month>\d{1,2})(?:(?: ?[/.-] ?|,? năm )(?P<year>\d{4}))?|"
    r"tháng (?P<mmonth>\d{1,2})"
    r"(?: ?[/-] ?| năm )(?P<myear>\d{4})|(?<!\w)năm (?P<yyear>(?:19|20)\d\d))"
)
_DATE_BEFORE = re.compile(_DAY_BEFORE + r"[ ,(]{0,3}$")
_DATE_FIRST = re.compile(r"(?:trước đó, |tiếp đó, |mới đây, |sau đó, )?" + _DAY_BEFORE + r", ")
_IN_MONTH = re.compile(r" (?:vào |hồi |từ )?tháng (\d{1,2})(?:/| năm )((?:19|20)\d\d)(?!\d)")
_OF = re.compile(r" (?:của|do) ")
_STANDING = re.compile(r"thường vụ (?:tỉnh|thành|huyện) ủy")
_ENACTED = re.compile(r" (?:thông qua|ban hành|ký(?: ban hành)?)(?!\w)")
_LISTED = re.compile(r"\"?(?:,|;| và|; và|, và) \"?")
_PASSED = re.compile(r",? (?:đã |vừa |mới ){0,2}(?:được|do) ")


def find_legal(document: Document) -> tuple[LegalMention, ...]:
    """Find the documents that a report cites, in the order of their first citation."""
    found: list[Citation] = []
    taken = 0
    for at, needle in _finder().hits(document):
        if at < taken or document.kind_at(at) not in READABLE:
            continue
        sentence = document.sentence_at(at)
        if sentence is None:
            continue
        for citation in _read(document, needle, at, sentence.start, sentence.end):
            found.append(citation)
            taken = max(taken, _guard(citation))
    _passed_together(document, found)
    _dated_together(document, found)
    found += _bare(document, found)
    return merge(document, sorted(found, key=lambda c: c.start))


def _passed_together(document: Document, found: list[Citation]) -> None:
    """Laws listed one after another have the issuer of the first: "Quốc hội thông qua Luật A; Luật B"."""
    for first, second in pairwise(found):
        laws = first.parts[0] == second.parts[0] == "law"
        if laws and first.issuer and first.issuer[0] <= first.start and second.issuer is None:
            second.issuer = first.issuer if _LISTED.fullmatch(document.lowered, first.end, second.start) else None


def _dated_together(document: Document, found: list[Citation]) -> None:
    """The numbered documents before "đều ban hành ngày …" in a paragraph have that day."""
    for at, _ in _ALL.hits(document) if found else ():
        line = document.line_at(at)
        issued = _ISSUED.match(document.lowered, at)
        date, _ = date_at(document.lowered, issued.end(), line.span.end) if issued and line else (None, 0)
        if date is None or line is None:
            continue
        before = [c for c in found if line.span.start <= c.start < at and c.number]
        for citation in before:
            if citation.type == before[-1].type:
                citation.date = citation.date or date


def _guard(citation: Citation) -> int:
    """Offset up to which no other citation may begin: a title may name further documents, a number not."""
    return citation.title[0] if citation.title and citation.type.lower() not in _LAWS else citation.end


@cache
def _needles() -> dict[str, str]:
    """Map every lower-case form of a type to the type as it is written out."""
    concepts = [c for c in scheme("document-type") if "unread" not in c.extra]
    return {form.lower(): c.label for c in concepts for form in c.forms}


@cache
def _finder() -> Finder:
    return Finder(_needles())


@cache
def _notations() -> dict[str, str]:
    """Map the type's letters in a symbol ("KH", "QĐ") to the type."""
    return {c.notation.upper(): c.label for c in scheme("document-type") if c.notation and "unread" not in c.extra} | {
        "CTPH": "Chương trình phối hợp"
    }


def _read(document: Document, needle: str, start: int, opening: int, end: int) -> list[Citation]:
    folded, lowered = document.folded, document.lowered
    kind, at = _needles()[needle], start + len(needle)
    if needle in _LAWS:
        return _law(document, kind, start, at, opening, end)
    found = numbered(folded, lowered, kind, start, at, end)
    if found and needle == "đề án" and not found[0].symbol and _SHIPS.search(lowered[max(opening, start - 40) : start]):
        return []
    if not found and needle == "nghị quyết":
        found = _congress(document, start, at, end)
    if not found:
        dated = _dated(document, kind, start, at, opening, end)
        return [dated] if dated else []
    if found[0].issuer is None or found[0].date is None:
        _before(document, found[0], start, opening)
        for citation in found[1:]:
            citation.issuer = citation.issuer or found[0].issuer
    return found


def _law(document: Document, kind: str, start: int, at: int, opening: int, end: int) -> list[Citation]:
    folded, lowered = document.folded, document.lowered
    named = law_title(folded, lowered, start, at, end)
    if named:
        citation = Citation(kind, start, named[1], title=named, parts=["law"])
        after = numbered(folded, lowered, kind, start, named[1], end)
        if after and (after[0].symbol or "").upper().count("QH"):
            citation.number, citation.symbol, citation.end = after[0].number, after[0].symbol, after[0].end
            citation.date, citation.issuer = after[0].date, after[0].issuer
        _before(document, citation, start, opening)
        if citation.issuer is None:
            _passed(document, citation, end)
        return [citation]
    return [c for c in numbered(folded, lowered, kind, start, at, end) if c.symbol or c.date]


def _congress(document: Document, start: int, at: int, end: int) -> list[Citation]:
    """Resolutions without a number: of a congress, or of a plenum of the Central Committee."""
    folded, lowered = document.folded, document.lowered
    congress = _CONGRESS.match(lowered, at, end)
    if congress:
        citation = Citation("Nghị quyết", start, congress.end(), issuer=congress.span("body"), parts=["congress"])
        title(folded, lowered, citation, end)
        return [citation]
    plenum = _PLENUM.match(lowered, at, end)
    if not plenum or not (plenum["number"] or plenum["nth"]):
        return []
    if _COMING.match(lowered, plenum.end(), end):
        return []
    terms = [f" khóa {term.upper()}" for term in _TERMS.findall(plenum["term"] or "")]
    numbers = [plenum["number"] or "", *re.findall(r"\w+", (plenum["more"] or "").replace("và", ""))]
    found = []
    for term in terms or [""]:
        for number in numbers:
            citation = Citation("Nghị quyết", start, plenum.end(), issuer=plenum.span("body"), parts=["plenum"])
            if plenum["number"]:
                citation.issuer_text = f"Hội nghị Trung ương {number.upper()}{term}"
            elif term:
                citation.issuer_text = document.text[slice(*plenum.span("body"))].strip() + term
            found.append(citation)
    title(folded, lowered, found[-1], end)
    return found


def _dated(document: Document, kind: str, start: int, at: int, opening: int, end: int) -> Citation | None:
    """A document without a number but with its day: "Kết luận ngày 26/6/2019 của …", "ngày …, X ra Nghị quyết về …"."""
    folded, lowered = document.folded, document.lowered
    citation = Citation(kind, start, at, parts=["dated"])
    citation.date, stop = date_at(lowered, at, end)
    if citation.date is None:
        of = _OF.match(lowered, at, end)
        issued = issuer_at(folded, lowered, of.end(), end) if of else None
        if of and issued:
            citation.issuer = (of.end(), issued)
            citation.date, stop = date_at(lowered, issued, end)
    if citation.date and "ngày" in lowered[at:stop]:
        citation.end = stop
        if citation.issuer is None:
            of = _OF.match(lowered, stop, end)
            issued = issuer_at(folded, lowered, of.end(), end) if of else None
            if of is None or issued is None:
                _before(document, citation, start, opening)
                if citation.issuer is None:
                    return None
            else:
                citation.issuer, citation.end = (of.end(), issued), issued
        title(folded, lowered, citation, end)
        return citation
    citation = Citation(kind, start, at, parts=["dated"])
    title(folded, lowered, citation, end)
    if citation.title:
        _before(document, citation, start, opening)
        if citation.issuer is None:
            _passed(document, citation, end)
        month = _IN_MONTH.match(lowered, citation.end, end) if citation.date is None else None
        if month and 1 <= int(month[1]) <= 12:
            citation.date, citation.end = f"{month[2]}-{int(month[1]):02}", month.end()
        # "đầu năm 2018, Thủ tướng đã có kết luận giao Bộ …" tells what he concluded.
        spoken = kind == "Kết luận" and not lowered.startswith(" về ", at)
        if citation.issuer and (citation.date or ("year" in citation.parts and not spoken)):
            return citation
    return None


def _before(document: Document, citation: Citation, start: int, opening: int) -> None:
    """Read issuer and day from what comes before: "Ngày 2/3/2015, Bộ trưởng Bộ Y tế ký Kế hoạch số …"."""
    folded, lowered = document.folded, document.lowered
    brought = _BROUGHT.search(lowered, max(opening, start - 50), start)
    if not brought:
        return
    for match in _ISSUER_BEFORE.finditer(lowered, max(opening, brought.start() - 80), brought.start()):
        if match.start() > 0 and lowered[match.start() - 1].isalnum():
            continue
        stop = issuer_at(folded, lowered, match.start(), brought.start())
        if stop is None:
            continue
        holder = _HOLDER.match(folded, stop, brought.start())
        gap = holder.end() if holder else stop
        if brought.start() - gap > 12 or "," in lowered[gap : brought.start()].rstrip(", "):
            continue
        if citation.issuer is None:
            citation.issuer = (match.start(), stop)
            citation.start = min(citation.start, match.start())
        if citation.date is None:
            _date_before(lowered, citation, match.start(), opening)
        return


def _date_before(lowered: str, citation: Citation, stop: int, opening: int) -> None:
    """The day right before the issuer, or the day that the sentence begins with."""
    match = _DATE_BEFORE.search(lowered, max(opening, stop - 40), stop) or _DATE_FIRST.match(lowered, opening, stop)
    if not match:
        return
    if match["mmonth"]:
        month = int(match["mmonth"])
        citation.date = f"{match['myear']}-{month:02}" if 1 <= month <= 12 else None
    elif match["yyear"]:
        citation.parts.append("year")
    else:
        day, month = int(match["day"]), int(match["month"])
        citation.date = iso(int(match["year"]), month, day) if match["year"] else partial(month, day)
    citation.start = min(citation.start, match.start())


def _passed(document: Document, citation: Citation, end: int) -> None:
    """Issuer and day told after the title: "… được Quốc hội thông qua ngày 12/6/2018"."""
    lowered = document.lowered
    match = _PASSED.match(lowered, citation.end, end)
    if not match:
        return
    issued = issuer_at(document.folded, lowered, match.end(), end)
    vague = None if issued else _STANDING.match(lowered, match.end(), end)
    stop = issued or (vague.end() if vague else None)
    verb = _ENACTED.match(lowered, stop, end) if stop else None
    if not verb or stop is None:
        return
    date, until = date_at(lowered, verb.end(), end, citation)
    citation.issuer = citation.issuer or (match.end(), stop)
    citation.date = citation.date or date
    citation.end = until if date else verb.end()


def _every(text: str, sign: str) -> Iterator[int]:
    """Where a sign stands; a plain search is many times quicker than a pattern."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _symbols(folded: str) -> Iterator["re.Match[str]"]:
    """Symbols anywhere in a text, looked for at slashes and at hyphens before a capital."""
    until = 0
    for mark in sorted([*_every(folded, "/"), *_every(folded, "-")]):
        start = mark
        if start == 0 or not (_AFTER_MARK.match(folded, mark + 1) and _BEFORE_MARK.match(folded, mark - 1)):
            continue
        while start > until and folded[start - 1].isdigit() and mark - start < 6:
            start -= 1
        match = _BARE_SYMBOL.match(folded, start) if start >= until else None
        if match:
            until = match.end()
            yield match


def _bare(document: Document, found: list[Citation]) -> list[Citation]:
    """Symbols without their type word ("tổng kết 03/KH-BCA"): the type is in the symbol."""
    extra = []
    taken = sorted((c.start, c.end) for c in found)
    reach = list(accumulate((end for _, end in taken), max))  # how far the citations up to each one go
    for match in _symbols(document.folded):
        kind = _notations().get(match["type"].upper())
        glued = document.folded[match.start() - 1 : match.start()]
        before = bisect_right(taken, (match.start(), sys.maxsize))
        inside = before and match.start() < reach[before - 1] or glued.isalnum() or glued in "/.-" and glued
        if kind and not inside and document.kind_at(match.start()) in READABLE:
            number = re.match(r"\d+[a-z]?", match.group())
            assert number is not None
            citation = Citation(kind, match.start(), match.end(), number.group(), match.group(), parts=["symbol"])
            line = document.line_at(match.start())
            citation.date, citation.end = date_at(
                document.lowered, match.end(), line.span.end if line else match.end(), citation
            )
            extra.append(citation)
    return extra
