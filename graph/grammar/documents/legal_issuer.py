"""Bodies that issue documents, as reports name them after "của" or before "ban hành"."""

import re
from functools import cache

from graph.grammar.bodies.organisations import body_at
from graph.grammar.posts.context import complete_body
from graph.grammar.text.document import Document
from graph.grammar.text.normal import fold, lower
from graph.mention import Evidence
from ontology.reference import bodies
from ontology.vocabulary import scheme

_CENTRAL = r"(?:trung ương|tw|tư|t\.ư)"
_TERM = r"(?:,? ?\(?khóa (?:[ivx]+|\d{1,2})\)?)"
# Issuers that are offices or sessions rather than bodies, and short central names.
_FIXED = re.compile(
    rf"(?:ban bí thư(?: {_CENTRAL}(?: đảng)?)?|bộ chính trị|(?:ban chấp hành|"
    rf"bch) ?{_CENTRAL}(?: đảng)?(?: cộng sản (?:việt nam|trung quốc|cuba|nhật bản|pháp))?"
    rf"|hội nghị lần thứ \w+,? (?:của )?(?:ban chấp hành|bch) ?{_CENTRAL}(?: đảng)?"
    rf"|hội nghị (?:ban chấp hành |bch ?)?{_CENTRAL}(?: đảng)?(?: lần thứ (?:[\divx]+|\w+)| ?[\divx]+)"
    r"|ủy ban thường vụ quốc hội|ubtvqh|quốc hội|(?:phó )?thủ tướng(?: chính phủ)?|thanh tra chính phủ|"
    r"văn phòng chính phủ|chính phủ|(?:phó )?chủ tịch nước"
    rf"|liên bộ)(?: cộng hòa xã hội chủ nghĩa việt nam)?{_TERM}?(?!\w)"
)
_OFFICE = re.compile(
    r"(?:(?:phó )?chủ tịch|(?:thứ|bộ) trưởng|(?:phó )?(?:tổng )?giám đốc|(?:phó )?bí thư|tư lệnh|"
    r"(?:tổng )?cục trưởng|viện trưởng|chánh án|"
    r"hiệu trưởng|trưởng (?=ban|công an))(?: thường trực)? ?"
)
# Type words that name no body by themselves.
_RELATIVE = frozenset(
    (
        "bộ",
        "ban",
        "cục",
        "sở",
        "hội",
        "đoàn",
        "vụ",
        "viện",
        "phòng",
        "trường",
        "tỉnh",
        "huyện",
        "xã",
        "ủy ban",
        "tổ",
        "đội",
        "cụm",
        "khối",
        "đảng",
    )
)
_VAGUE = re.compile(r"(?:bộ|tỉnh|đảng|nhà nước|trung ương(?: đảng)?|thành phố|bộ trưởng)(?!\w)")
_CUT = re.compile(
    r",? (?:về|quy định|ban hành|số|ngày|giai đoạn|hướng dẫn)(?!\w)|"
    r"(?:,|,? (?:và|cùng|với)) (?:các )?(?:quyết định|nghị quyết|chỉ thị|kế hoạch|kết luận|nghị định|thông tư|"
    r"chương trình|đề án|luật|ý kiến|báo cáo|công văn|tờ trình|hướng dẫn|văn bản|các văn)(?!\w)"
)
_OF_THE_STATE = re.compile(r" cộng hòa xã hội chủ nghĩa việt nam$", re.I)
_BRACKETED_TERM = re.compile(r" ?\([Kk]h(?:óa|oá) \w+\)")
_JOIN = re.compile(r" (?:và|với) |, (?=[^,]{3,60} và )")


def issuer_at(folded: str, lowered: str, at: int, end: int) -> int | None:
    """Return where the name of a body that begins at `at` ends (not beyond `end`), or None.

    Joint issuers ("Bộ Công an và Ban Thường trực …") are one name, as written.
    """
    stop = _one(folded, lowered, at, end)
    if stop is None:
        return None
    for _ in range(3):
        join = _JOIN.match(folded, stop, end)
        further = _one(folded, lowered, join.end(), end) if join else None
        if further is None:
            break
        stop = further
    return stop


def vague_issuer_at(lowered: str, at: int, end: int) -> int | None:
    """Return the end of a word such as "tỉnh" or "Bộ" that names an issuer only by what the report is about."""
    match = _VAGUE.match(lowered, at, end)
    return match.end() if match else None


@cache
def _ministries() -> "re.Pattern[str]":
    """Names of ministries without "Bộ", as they stand after "Bộ trưởng" ("Bộ trưởng Công Thương")."""
    forms = {
        lower(fold(form)).removeprefix("bộ ").replace("&", "và")
        for body in bodies()
        if body.class_name == "Ministry"
        for form in (body.label, *body.alt_labels)
        if form.startswith("Bộ ")
    }
    return re.compile(rf"(?:{'|'.join(sorted(map(re.escape, forms), key=len, reverse=True))})(?!\w)")


def _one(folded: str, lowered: str, at: int, end: int) -> int | None:
    match = _FIXED.match(lowered, at, end)
    if match:
        return match.end()
    office = _OFFICE.match(lowered, at, end)
    start = office.end() if office else at
    ministry = _ministries().match(lowered, start, end) if lowered.endswith("trưởng ", at, start) else None
    if ministry and folded[start].isupper():
        return ministry.end()
    body = body_at(folded, lowered, start)
    if body is None or not body.first or body.end > end or body.end <= start:
        return None
    if body.first in _RELATIVE and body.end - start <= len(body.first):
        return None
    cut = _CUT.search(lowered, start + len(body.first), body.end)
    return cut.start() if cut else body.end


def full_name(document: Document, start: int, stop: int) -> tuple[str, tuple[Evidence, ...]]:
    """Return the name at a span, as full as the report lets one say it, and the words that completed it.

    "Chủ tịch UBND tỉnh" in a report on Hà Nam is "Chủ tịch UBND tỉnh Hà Nam". A term in brackets is left
    out; one that is part of the name stays.
    """
    name = " ".join(document.text[start:stop].split())
    name = _BRACKETED_TERM.sub("", name)
    name = name[: len(_OF_THE_STATE.sub("", fold(name)))]
    office = _OFFICE.match(document.lowered, start, stop)
    if not office or office.end() >= stop:
        return complete_body(name, document, start)
    head = " ".join(document.text[start : office.end()].split())
    body, evidence = complete_body(name[len(head) :].strip(), document, office.end())
    return f"{head} {body}", evidence


@cache
def symbol_issuers() -> dict[str, str]:
    """Map the tail of a symbol ("TTg", "BCA"), in capitals, to the issuer it stands for.

    Tails that stand for many bodies (UBND, HĐND, TU, TW) are not in it: the symbol alone does not say.
    """
    return {
        concept.notation.upper(): concept.label
        for concept in scheme("symbol-issuer")
        if concept.notation and concept.extra.get("issuer") and concept.notation != "TW"
    }


def issuer_of_symbol(symbol: str) -> str | None:
    """Return the issuer that the letters of a symbol name ("18/2011/QĐ-TTg", "28/KH-BCA-V05"), or None.

    A joint document ("01/2015/TTLT-BCA-BQP") has all of them.
    """
    parts = [re.sub(r"\d+$", "", part) for part in re.split(r"[/-]", symbol.upper())[1:]]
    known = [symbol_issuers()[part] for part in parts if part in symbol_issuers()]
    joint = any(part.endswith("LT") or part.startswith("CTR") or part == "CTPH" for part in parts)
    return " và ".join(known if joint else known[:1]) or None


def central_symbol(symbol: str) -> bool:
    """Do the last letters of a symbol stand for a central body ("9/QĐ-TTg"), whoever is said to bring it?"""
    last = re.sub(r"\d+$", "", re.split(r"[/-]", symbol.upper())[-1])
    return last in symbol_issuers() and not last.startswith("MT")  # Fronts of every level write "MTTQ"
