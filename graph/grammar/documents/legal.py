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

from graph.grammar.documents.legal_assembly import issuers_by_debate
from graph.grammar.documents.legal_citation import SYMBOL, Citation, date_at, numbered, title
from graph.grammar.documents.legal_draft import with_drafts
from graph.grammar.documents.legal_laws import further_titles, law_title
from graph.grammar.documents.legal_merge import merge
from graph.grammar.documents.legal_told import dated_later, issuer_after, issuer_before, told_without_number
from graph.grammar.text.document import READABLE, Document
from graph.grammar.text.scan import Finder
from graph.mention import LegalMention
from ontology.vocabulary import scheme

_LAWS = frozenset({"luật", "bộ luật", "pháp lệnh"})
_CONGRESS = re.compile(
    r" (?:của )?(?P<body>đại hội(?: đại biểu)?(?: toàn quốc)?"
    r"(?: (?:đoàn|hội|công đoàn)(?!\w| nghị)[^,.;()\d]{0,50}?(?= (?:toàn quốc )?(?:lần|khóa) )|"
    r" đảng(?: bộ[^,.;()]{0,40}?)?(?: cộng sản việt nam)?|"
    r" mttq[^,.;()]{0,20}?)?"
    r"(?: toàn quốc)?(?: (?:lần|khóa) thứ|,? khóa| lần)? (?:[ivx]+|"
    r"\d{1,2})(?!\w)(?: (?:của )?đảng(?: cộng sản việt nam| bộ (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)"
    r"(?: [^\W\d_]+){0,3}?(?=[,.;:)\n]|$| (?:nhiệm kỳ|lần|đã|và|được|về|với|vào|đề)(?!\w)))?(?! ủy| viên| bộ))?"
    r"(?:,? nhiệm kỳ \d{4} ?- ?\d{4})?)"
)
_PLENUM = re.compile(
    r" ?(?:của |"
    r"các )?(?P<body>(?:hội nghị )?(?:lần thứ (?P<nth>[\w]+)(?: \([ivx]+\))?,? (?:của )?)?(?P<bch>ban chấp hành |"
    r"bch ?)?"
    r"(?:trung ương|tw|tư|t\.ư)(?: đảng)?(?: lần thứ)?(?: ?(?P<number>\d{1,2}|[ivx]+)(?!\w|[.,/]\d|"
    r"[/-])(?P<more>(?:(?:,| và) ?(?:(?:trung ương|tw) )?(?:\d{1,2}|[ivx]+)(?![\w/]|\.\d))*))?)"
    r"(?P<term>(?:,| -)? ?\(?khóa (?:[ivx]+|\d{1,2})(?:(?:,| và) (?:khóa )?(?:[ivx]+|\d{1,2})(?![\w/]))*\)?)?"
)
_TERMS = re.compile(r"(?<!\w)(?:[ivx]+|\d{1,2})(?!\w)")
_COMING = re.compile(r" (?:sắp tới|tới đây|sẽ|sắp)(?!\w)")
_BARE_SYMBOL = re.compile(
    rf"\d{{1,5}}[a-z]?(?:/\d{{4}})?[/-](?P<type>[A-ZĐ][A-Za-zĐđi]{{1,4}})(?=[/-])(?:{SYMBOL}){{1,5}}(?!\w)"
)
# "pháp lệnh của Ủy ban Thường vụ Quốc hội về sửa đổi …"
_ENACTED_BY = re.compile(r" của (?P<body>ủy ban thường vụ quốc hội|quốc hội)(?: khóa \w+)? (?:về )?(?=sửa đổi)")
_ALL = Finder(("đều", "cùng ban hành", "cùng được ban hành"))
_ISSUED = re.compile(r"(?:đều|cùng) (?:được )?(?:ban hành|ký|thông qua)(?: trong| vào)?(?= ngày)")
_YEAR = re.compile(r" \(?(?:năm )?((?:19|20)\d\d)(?![\d/-]|\.\d)")
_SYMBOL_YEAR = re.compile(r"/((?:19|20)\d\d)/")
_AFTER_MARK = re.compile(r"[A-ZĐ\d]")
_BEFORE_MARK = re.compile(r"[\da-z]")
_STUDIED = ("thực hiện ", "quán triệt ", "theo ", "triển khai ", "học tập ")
_SHIPS = re.compile(r"\b(?:tàu|hạm|lớp|ngầm|khu trục|hải quân|ngư lôi|nga|chiến đấu)\b")
# Types that reports shorten before a number ("NĐ 100", "NQ số 57-NQ/TW").
_SHORT = {"nq": "Nghị quyết", "nđ": "Nghị định", "qđ": "Quyết định"}
# "Luật A tại kỳ họp thứ 5 và Luật B"
_PASSED_EACH = re.compile(r"(?: tại kỳ họp (?:thứ )?\w+)?(?:,|;| và|; và|, và) ")
_LISTED = re.compile(r"\"?(?:,|;| và|; và|, và) \"?")


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
    issuers_by_debate(document, found)
    _passed_together(document, found)
    _dated_together(document, found)
    _of_one_issuer(document, found)
    found += _bare(document, found)
    loose = [c for c in found if c.parts[0] == "undated" and not dated_later(document, c)]
    told = sorted((c for c in found if c.parts[0] != "undated"), key=lambda c: c.start)
    return with_drafts(document, merge(document, told, loose))


def _passed_together(document: Document, found: list[Citation]) -> None:
    """Laws listed one after another have one issuer: "Quốc hội thông qua Luật A; Luật B"."""
    for first, second in pairwise(found):
        laws = first.parts[0] == second.parts[0] == "law"
        if laws and first.issuer and first.issuer[0] <= first.start and second.issuer is None:
            listed = _LISTED.fullmatch(document.lowered, first.end, second.start)
            listed = listed or _PASSED_EACH.fullmatch(document.lowered, first.end, second.start)
            second.issuer = first.issuer if listed else None
            if listed and second.date is None:
                second.date, second.end = date_at(document.lowered, second.end, len(document.lowered), second)
    for first, second in reversed(list(pairwise(found))):  # "… thông qua Luật A và Luật B ngày 3/2/2020"
        if first.parts[0] == second.parts[0] == "law" and first.issuer and first.issuer == second.issuer:
            first.date = first.date or second.date
    # "Luật A và Luật B, hai đạo luật được Quốc hội thông qua ngày …"
    for first, second in reversed(list(pairwise(found))):
        if first.parts[0] != "law" or second.parts[0] != "law" or first.issuer or not (first.title and second.title):
            continue
        told_after = second.issuer is not None and second.issuer[0] >= second.title[1]
        if told_after and _LISTED.fullmatch(document.lowered, first.end, second.start):
            first.issuer, first.date = second.issuer, first.date or second.date


def _of_one_issuer(document: Document, found: list[Citation]) -> None:
    """“Nghị quyết số 5-NQ/TW ngày … và Nghị quyết số 6-NQ/TW ngày … của Bộ Chính trị”: both are the Politburo's."""
    for first, second in reversed(list(pairwise(found))):
        open_ended = first.issuer is None and first.title is None and (_tail(first) or _twins(document, first, second))
        named_after = second.issuer is not None and second.issuer[0] > second.start
        listed = _LISTED.fullmatch(document.lowered, first.end, second.start)
        if open_ended and named_after and listed and _tail(first) == _tail(second):
            first.issuer, first.issuer_text = second.issuer, second.issuer_text
    for first, second in pairwise(
        found
    ):  # "UBND tỉnh ban hành Quyết định số 5/QĐ-UBND ngày … và Quyết định số 6/QĐ-UBND"
        told_before = first.issuer is not None and first.issuer[1] < first.end and first.parts[0] != "law"
        if not (told_before and first.symbol and second.issuer is None and first.title is None):
            continue
        if _tail(first) == _tail(second) and _LISTED.fullmatch(document.lowered, first.end, second.start):
            second.issuer, second.issuer_text = first.issuer, first.issuer_text


def _twins(document: Document, first: Citation, second: Citation) -> bool:
    """Are these two numbers without letters, joined by "và" ("quyết định 17 và chỉ thị 26 của Thủ tướng")?"""
    bare = first.number and second.number and not first.symbol and not second.symbol and not first.date
    told = " của " in document.lowered[first.start : first.end]
    return bool(bare) and not told and document.lowered[first.end : second.start] == " và "


def _tail(citation: Citation) -> str:
    """The last letters of a symbol, that stand for the issuer ("TW", "CP")."""
    return re.split(r"[/-]", citation.symbol)[-1].upper().replace("TƯ", "TW") if citation.symbol else ""


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
    return {form.lower(): c.label for c in concepts for form in c.forms} | _SHORT


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
    if needle in _SHORT and not (folded[start:at].isupper() and folded[max(0, start - 1) : start] in ("", " ", "(")):
        return []
    found = numbered(folded, lowered, kind, start, at, end)
    if found and needle == "đề án" and not found[0].symbol and _SHIPS.search(lowered[max(opening, start - 40) : start]):
        return []
    if not found and (needle == "nghị quyết" or needle == "kết luận" and lowered.endswith(_STUDIED, opening, start)):
        found = _congress(document, kind, start, at, end)
    if not found and needle not in _SHORT:
        if lowered.startswith("thông báo kết luận thanh tra", start):
            return []  # it makes the conclusion known, which is the document
        dated = told_without_number(document, kind, start, at, opening, end)
        return [dated] if dated else []
    if found and (found[0].issuer is None or found[0].date is None):
        issuer_before(document, found[0], start, opening)
        if found[-1].issuer is None and found[-1].title:
            issuer_after(document, found[-1], end)
        for citation in found[1:]:
            citation.issuer = citation.issuer or found[0].issuer
    return found


def _law(document: Document, kind: str, start: int, at: int, opening: int, end: int) -> list[Citation]:
    folded, lowered = document.folded, document.lowered
    whose = _ENACTED_BY.match(lowered, at, end)
    named = law_title(folded, lowered, start, whose.end() - 1 if whose else at, end)
    if named:
        citation = Citation(kind, start, named[1], title=named, parts=["law"])
        after = numbered(folded, lowered, kind, start, named[1], end)
        if after and (after[0].symbol or "").upper().count("QH"):
            citation.number, citation.symbol, citation.end = after[0].number, after[0].symbol, after[0].end
            citation.date, citation.issuer = after[0].date, after[0].issuer
        citation.issuer = whose.span("body") if whose else None
        issuer_before(document, citation, start, opening)
        if citation.issuer is None:
            issuer_after(document, citation, end)
        elif citation.date is None and citation.issuer[1] < start and citation.end == named[1]:
            citation.date, citation.end = date_at(lowered, named[1], end)  # "Quốc hội thông qua Luật Đặc xá ngày …"
        year = _YEAR.match(lowered, named[1], end) or _SYMBOL_YEAR.search(citation.symbol or "")
        citation.year = year[1] if year else None
        listed = further_titles(folded, lowered, start, named[1], end) if citation.end == named[1] else []
        return [citation, *(Citation(kind, at, to, title=(at, to), parts=["law"]) for at, to in listed)]
    return [c for c in numbered(folded, lowered, kind, start, at, end) if c.symbol or c.date or c.issuer or c.title]


def _congress(document: Document, kind: str, start: int, at: int, end: int) -> list[Citation]:
    """Resolutions without a number: of a congress, or of a plenum of the Central Committee."""
    folded, lowered = document.folded, document.lowered
    congress = _CONGRESS.match(lowered, at, end)
    if congress:
        citation = Citation(kind, start, congress.end(), issuer=congress.span("body"), parts=["congress"])
        title(folded, lowered, citation, end)
        return [citation]
    plenum = _PLENUM.match(lowered, at, end)
    if not plenum or not (plenum["number"] or plenum["nth"]):
        return []
    if _COMING.match(lowered, plenum.end(), end):
        return []
    terms = [f" khóa {term.upper()}" for term in _TERMS.findall(plenum["term"] or "")]
    numbers = [plenum["number"] or "", *_TERMS.findall(plenum["more"] or "")]
    found = []
    for term in terms or [""]:
        for number in numbers:
            citation = Citation(kind, start, plenum.end(), issuer=plenum.span("body"), parts=["plenum"])
            if plenum["number"]:
                citation.issuer_text = f"Hội nghị Trung ương {number.upper()}{term}"
            elif term:
                citation.issuer_text = document.text[slice(*plenum.span("body"))].strip() + term
            found.append(citation)
    title(folded, lowered, found[-1], end)
    return found


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
