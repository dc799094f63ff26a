"""Official documents: identity is type, number, issuer and date together, never the number alone.

"09-CT/TW" says number, type and issuer's code; "12/2019/TT-BCA" the year as well. A law is known by its
title. Two citations are one document if nothing contradicts and enough agrees; "số 09" alone is not.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from rdflib import URIRef

from graph.mention import LegalMention
from graph.resolve.post import Post, parse_post, post_of_name
from graph.resolve.resolution import Part, Resolution
from graph.resolve.score import Score
from graph.resolve.sketch import share_of_text
from graph.resolve.spelling import key, overlap, spell_out
from ontology.iri import mint_document, slug
from ontology.namespaces import VOC
from ontology.vocabulary import Concept, by_form

_MARK = re.compile(r"^(?P<number>\d+[A-Za-zĐđ]?)(?:[/-](?P<year>(?:19|20)\d\d))?(?:[/-](?P<code>.+))?$")
_PARTY = re.compile(
    r"\b(?:trung ương đảng|ban chấp hành trung ương|hội nghị trung ương|bộ chính trị|ban bí thư|tỉnh ủy|thành ủy"
    r"|huyện ủy|quận ủy|quân ủy|đảng ủy|đảng bộ|đại hội .*đảng)\b"
)
_PARTY_CODES = frozenset({"tw", "tu", "hu", "qu", "đu", "đuca", "tvtu"})
# Documents with these letters begin to count anew each congress; the others each year.
TERM_YEARS = 5
HIGH_NUMBER = 30  # lower numbers come back every year
# Laws are known by their title alone.
_BY_TITLE = frozenset({"luat", "bo-luat", "phap-lenh", "hien-phap"})
_TERM = re.compile(r"(?:khóa|đại hội|đại hội đảng)\s+(?:lần thứ\s+)?([IVXL]+|\d+)\b", re.IGNORECASE)


@cache
def _type(name: str) -> Concept | None:
    return by_form("document-type").get(name.casefold())


def type_of(name: str) -> tuple[URIRef, bool]:
    """Return (IRI of the document type, whether the scheme has it)."""
    concept = _type(name)
    return (URIRef(concept.iri), True) if concept else (VOC["doctype/" + slug(name)], False)


def mark_of(mention: LegalMention) -> tuple[str, str, str]:
    """Return (number, year, code) of a citation: ("12", "2019", "tt-bca"); "" where not stated."""
    match = _MARK.match("".join((mention.symbol or mention.number or "").split()))
    if not match:
        return mention.number or "", "", ""
    code = (match["code"] or "").lower().replace("_", "-").replace("t.ư", "tw").replace("tư", "tw")
    return match["number"], match["year"] or "", code


def class_of(mention: LegalMention) -> str:
    """Return the ontology class: what the type implies, or by its issuer where both Party and State use it."""
    concept = _type(mention.type)
    implied = (concept.extra.get("impliesClass", ("OfficialDocument",)) if concept else ("OfficialDocument",))[0]
    name = implied.rsplit("#", 1)[-1]
    if name in ("LegalNormativeDocument", "PartyDocument"):
        return name
    codes = mark_of(mention)[2].split("/")
    if _PARTY.search(key(mention.issued_by or "")) or (codes and codes[-1] in _PARTY_CODES):
        return "PartyDocument"
    return name


def document_label(mention: LegalMention) -> str:
    """Return a label: "Chỉ thị số 09-CT/TW", "Luật An ninh mạng", "Nghị quyết Trung ương 4"."""
    mark = mention.symbol or mention.number
    if mark:
        return f"{mention.type} số {mark}"
    title = mention.title or ""
    if not title:
        return f"{mention.type} {mention.issued_by or ''}".strip()
    return title if key(title).startswith(key(mention.type)) else f"{mention.type} {title}"


def issuing_post(name: str, resolution: Resolution) -> Post | None:
    """Read an issuer or awarder that is a post ("Giám đốc Công an tỉnh Thái Bình"), or None."""
    found = post_of_name(name, day=resolution.day, context=resolution.context, document=slug(resolution.document))
    return parse_post(found[0], found[1], resolution.document) if found else None


@dataclass(frozen=True, slots=True)
class DocumentProfile:
    """What one report says of one document, as compared with other reports. Days are ISO or "".

    `term` is the term of the congress ("12"); `prints` a sketch of the report's text.
    """

    block: str
    type: str
    number: str
    year: str
    code: str
    date: str
    issuer: str
    title: str
    term: str
    day: str
    prints: tuple[int, ...] = ()

    @property
    def bare(self) -> "DocumentProfile":
        """Return the profile without what it owes to its report."""
        return replace(self, prints=())


def profile_of(mention: LegalMention, issuer: str, day: str | None, prints: tuple[int, ...] = ()) -> DocumentProfile:
    """Build the profile of a citation; `issuer` is the key of its issuer's IRI, or ""."""
    number, year, code = mark_of(mention)
    date = mention.date or ""
    number = number.lstrip("0").lower()
    kind = slug(mention.type).removesuffix("-phoi-hop").removesuffix("-lien-tich")
    title = key(mention.title or "").removeprefix(key(mention.type)).strip()
    block = f"{kind}|{number}" if number else f"{kind}||{title or issuer}"
    term = _term(f"{mention.issued_by or ''} {mention.title or ''}")
    year = year or date[:4].strip("-")
    return DocumentProfile(block, kind, number, year, code, date, issuer, title, term, day or "", prints)


def _term(text: str) -> str:
    """Return the number of a term of the Party or the Assembly: "khoá XII" and "khóa 12" are "12"."""
    match = _TERM.search(spell_out(text))
    if not match:
        return ""
    value = 0
    if match[1].isdigit():
        return match[1]
    digits = [{"I": 1, "V": 5, "X": 10, "L": 50}[c] for c in match[1].upper()]
    for digit, following in zip(digits, [*digits[1:], 0], strict=True):
        value += -digit if digit < following else digit
    return str(value)


def compare_documents(
    left: DocumentProfile, right: DocumentProfile, common: Callable[[str], int] | None = None
) -> Score:
    """Score two citations of one block: the same type and number, or the same type and title or issuer."""
    parts = [*_dates(left, right), *_issuers(left, right), *_titles(left, right)]
    shared = share_of_text(left.prints, right.prints)
    if shared >= 0.2:
        weight = 4.5 if shared >= 0.5 else 1.5
        parts.append(Part("text", weight, f"the reports share {shared:.0%} of their words"))
    return Score(sum(part.score for part in parts), tuple(parts), any(part.score <= -5 for part in parts))


def _dates(left: DocumentProfile, right: DocumentProfile) -> list[Part]:
    parts = []
    if left.term and right.term:
        parts.append(Part("term", 1.0 if left.term == right.term else -9.0, f"{left.term} / {right.term}"))
    if len(left.date) == 10 and len(right.date) == 10:
        if left.date == right.date:
            return [*parts, Part("date", 5.0, left.date)]
        # A day or two apart is a slip of one report: the rest decides.
        return [*parts, Part("date", -9.0 if left.date[:7] != right.date[:7] else -0.5, f"{left.date} / {right.date}")]
    if left.year and right.year:
        same = left.year == right.year
        return [*parts, Part("year", 3.0 if same else -9.0, f"{left.year} / {right.year}")]
    if left.day and right.day:
        apart = abs(int(left.day[:4]) - int(right.day[:4]))
        if apart >= TERM_YEARS:
            return [*parts, Part("date", -3.0, f"cited {apart} years apart, one of them without its date")]
        if apart <= 1:
            return [*parts, Part("date", 0.5, "cited within two years")]
    return parts


def _issuers(left: DocumentProfile, right: DocumentProfile) -> list[Part]:
    parts = []
    if left.code and right.code:
        if left.code != right.code:
            return [Part("symbol", -9.0, f"{left.code} / {right.code}")]
        parts.append(Part("symbol", 3.5 if _lasting(left) else 2.0, left.code))
    if left.issuer and right.issuer:
        if left.issuer == right.issuer or left.issuer in right.issuer or right.issuer in left.issuer:
            parts.append(Part("issuer", _weight_of_issuer(left) - (1.5 if parts else 0.0), left.issuer))
        elif not (_central_party(left.issuer) and _central_party(right.issuer)):
            parts.append(Part("issuer", -4.0, f"{left.issuer} / {right.issuer}"))
    return parts


def _lasting(profile: DocumentProfile) -> bool:
    """Say whether a number comes back only after years: high ones, and those of the Party, counted by term."""
    high = profile.number.rstrip("abcdđ").isdigit() and int(profile.number.rstrip("abcdđ")) >= HIGH_NUMBER
    return high or profile.code.split("/")[-1] in _PARTY_CODES


def _weight_of_issuer(profile: DocumentProfile) -> float:
    if not profile.number:
        return 4.0 if profile.term or not _central_party(profile.issuer) else 2.5  # the block is the issuer
    return 4.0 if _lasting(profile) and profile.issuer != "chinh-phu" else 3.0


def _central_party(issuer: str) -> bool:
    """Say whether a body is the Party's centre, whose organs reports do not tell apart well."""
    return issuer.startswith(("hoi-nghi-trung-uong", "hoi-nghi-ban-chap-hanh", "trung-uong", "dai-hoi")) or issuer in (
        "ban-chap-hanh-trung-uong-dang",
        "bo-chinh-tri",
        "ban-bi-thu",
    )


def _titles(left: DocumentProfile, right: DocumentProfile) -> list[Part]:
    if not left.title or not right.title:
        return []
    if not left.number:  # the block is the title
        return [Part("title", 4.0 if left.type in _BY_TITLE else 3.0, left.title)]
    shared = overlap(left.title, right.title)
    a, b = sorted((left.title, right.title), key=len)
    common = len(set(a.split()) & set(b.split()))
    if (
        shared >= 0.6
        or (len(a.split()) >= 3 and b.startswith(a))
        or (common >= 4 and common >= 0.6 * len(set(a.split())))
    ):
        return [Part("title", 4.0, f"{shared:.2f} of the words")]
    return [Part("title", -2.0, f"only {shared:.2f} of the words")] if shared < 0.2 else []


def mint(profile: DocumentProfile, mention: LegalMention) -> URIRef:
    """Return the IRI that a document not met before gets."""
    issuer = mention.issued_by or (profile.code.replace("/", "-") if profile.code else None)
    title = mention.title or (None if mention.number else mention.issued_by)
    if not mention.number and profile.type in _BY_TITLE or title == issuer:
        issuer = None
    return mint_document(mention.type, profile.number and mark_of(mention)[0], issuer, profile.year, title)
