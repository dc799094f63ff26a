"""One entry per document: citations of the same document joined, short forms ("Nghị quyết này") as evidence."""

import re
from dataclasses import dataclass, field

from graph.grammar.documents.legal_citation import Citation
from graph.grammar.documents.legal_issuer import full_name, issuer_of_symbol
from graph.grammar.documents.legal_laws import amended, by_its_name, law_name
from graph.grammar.text.document import READABLE, Document
from graph.grammar.text.normal import UPPER
from graph.grammar.text.scan import Finder
from graph.mention import Evidence, LegalMention, Span
from graph.span import span_of

_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_AGAIN = re.compile(
    r"(?P<kind>nghị quyết|chỉ thị|nghị định|thông tư|quyết định|luật|đề án|kế hoạch|kết luận|quy định|chương trình)"
    r"(?: nêu| nói)? $"
)
_MANY = re.compile(r"(?<!\w)của (\d+) (?:bộ luật|luật|pháp lệnh)(?!\w)")
_CARRIED_OUT = re.compile(r"\d năm (?:triển khai )?(?:thực hiện|thi hành) (?:bộ )?$")
_THIS = Finder(("này", "trên"))

_OF_FIRMS = re.compile(r"HĐQT|ĐHĐCĐ|HĐTV")
_OF_NATIONS = re.compile(r"hội đồng bảo an|liên hợp quốc|liên hiệp quốc|lhq|đại hội đồng liên")
_LOCAL = re.compile(r"-(UBND|HĐND)$")
_OF_PLACE = re.compile(
    rf"(?:UBND|HĐND|[Hh]ội đồng nhân dân|[ỦU]y ban [Nn]hân dân) (?P<place>(?:tỉnh|thành phố|huyện|quận|thị xã|xã|"
    rf"phường|thị trấn) [{UPPER}]\w*(?:[ ][{UPPER}]\w*){{0,3}})"
)
# Words and Roman numerals for the numbers of plenums.
_ORDINAL = {
    word: str(number)
    for number, words in enumerate(
        (
            "nhất|i",
            "hai|ii",
            "ba|iii",
            "tư|bốn|iv",
            "năm|v",
            "sáu|vi",
            "bảy|bẩy|vii",
            "tám|viii",
            "chín|ix",
            "mười|x",
            "mười một|xi",
            "mười hai|xii",
            "mười ba|xiii",
            "mười bốn|xiv",
            "mười lăm|xv",
            "mười sáu|xvi",
            "mười bảy|xvii",
            "mười tám|xviii",
        ),
        1,
    )
    for word in words.split("|")
}


@dataclass(slots=True)
class _Entry:
    citations: list[Citation] = field(default_factory=list)
    type: str = ""
    number: str | None = None
    symbol: str | None = None
    date: str | None = None
    issuer: str | None = None
    context: tuple[Evidence, ...] = ()
    title: str | None = None
    title_rank: tuple[bool, bool, bool] = (False, False, False)
    again: list[Span] = field(default_factory=list)
    year: str | None = None


def merge(document: Document, citations: list[Citation], loose: list[Citation]) -> tuple[LegalMention, ...]:
    """Join the citations of a report, given in the order of the text.

    Those that are `loose` (without number and day) are no documents by themselves: they tell titles of others.
    What firms resolve ("số 5/NQ-HĐQT") is no document of Party, State or Front and left out,
    as is what the United Nations do.
    """
    entries: list[_Entry] = []
    citations = [
        c
        for c in citations
        if not (c.symbol and _OF_FIRMS.search(c.symbol))
        and not (c.issuer and _OF_NATIONS.match(document.lowered, *c.issuer))
    ]
    places: dict[str | None, set[int]] = {}  # by number, those without one under None
    for citation in citations:
        number = _plain(citation.number)
        likely = sorted({*places.get(number, ()), *places.get(None, ())}) if number else range(len(entries))
        place = next((i for i in reversed(likely) if _same(document, entries[i], citation)), len(entries))
        if place == len(entries):
            entries.append(_Entry())
        places.setdefault(number, set()).add(place)
        _add(document, entries[place], citation)
    for citation in loose:
        issuer, _ = _issuer(document, citation)
        for entry in entries:
            bare = entry.number is None and entry.title is None and entry.type == citation.type
            if bare and issuer and entry.issuer and _body_key(issuer) == _body_key(entry.issuer):
                _add(document, entry, citation)
    entries = _told_by_number(_one_law(_plenum_heading(document, entries)))
    _short_forms(document, entries)
    return tuple(_mention(entry, document) for entry in entries)


def _words(document: Document, span: tuple[int, int] | None) -> str | None:
    return " ".join(document.text[span[0] : span[1]].split()).strip(" ,;:\"'“”") or None if span else None


def _issuer(document: Document, citation: Citation) -> tuple[str | None, tuple[Evidence, ...]]:
    """The issuer of a citation, completed from the report, and the words that completed it."""
    if citation.issuer_text or not citation.issuer:
        return citation.issuer_text, ()
    return full_name(document, *citation.issuer)


def _family(kind: str) -> str:
    """Types that one document goes under: "Chương trình 09" is the "Chương trình phối hợp số 09" above."""
    return "Luật" if kind == "Bộ luật" else kind.removesuffix(" phối hợp").removesuffix(" liên tịch")


def _same(document: Document, entry: _Entry, citation: Citation) -> bool:
    if _family(entry.type) != _family(citation.type):
        return False
    if bool(entry.number) != bool(citation.number):
        return _other_way_of_citing(document, entry, citation)
    if entry.number:
        if _plain(entry.number) != _plain(citation.number):
            return False
        symbols = _tight(entry.symbol), _tight(citation.symbol)
        if all(symbols) and symbols[0] != symbols[1] and not _prefix(*symbols):
            return False
        dates = entry.date, citation.date
        return not (all(dates) and dates[0] != dates[1] and dates[0][-5:] != (dates[1] or "")[-5:])  # type: ignore[index]
    if entry.type in _LAWS:
        if entry.year and citation.year and entry.year != citation.year:
            return False
        title = _words(document, citation.title) or ""
        if _how_many(entry.title or "") != _how_many(title):
            return False
        # "Bộ luật Lao động hiện hành" is not the one that is being written.
        if amended(entry.title or "") != amended(title) and (
            _in_force(document, citation) or any(_in_force(document, told) for told in entry.citations)
        ):
            return False
        return _alike(law_name(entry.title or ""), law_name(_words(document, citation.title) or ""))
    if "titled" in (citation.parts[0], entry.citations[0].parts[0]) and entry.title and citation.title:
        return _alike(entry.title.lower(), (_words(document, citation.title) or "").lower())
    issuer, _ = _issuer(document, citation)
    if entry.issuer and issuer:
        keys = _body_key(entry.issuer), _body_key(issuer)
        return (
            keys[0] == keys[1] or (keys[0] + " ").startswith(keys[1] + " ") or (keys[1] + " ").startswith(keys[0] + " ")
        )
    return bool(entry.title) and entry.title == _words(document, citation.title)


def _how_many(title: str) -> str:
    """How many laws one law amends ("sửa đổi, bổ sung một số điều của 11 luật"): another number is another law."""
    many = _MANY.search(title.lower()) if "luật" in title or "pháp lệnh" in title else None
    return many[1].lstrip("0") if many else ""


def _in_force(document: Document, citation: Citation) -> bool:
    """Is the law said to be the one in force, or carried out for years?"""
    before = document.lowered[max(0, citation.start - 30) : citation.start]
    return document.lowered.startswith(" hiện hành", citation.end) or _CARRIED_OUT.search(before) is not None


def _other_way_of_citing(document: Document, entry: _Entry, citation: Citation) -> bool:
    """Is one of the two, which alone has a number, the other by its day or, for a law, by its title?"""
    title = _words(document, citation.title)
    if entry.type in _LAWS:
        years = {entry.year, citation.year} - {None}
        return bool(entry.title and title and len(years) < 2) and _alike(
            law_name(entry.title or ""), law_name(title or "")
        )
    if entry.type != citation.type or not citation.date or entry.date != citation.date:
        return False
    issuer, _ = _issuer(document, citation)
    return not (issuer and entry.issuer and _body_key(issuer) != _body_key(entry.issuer)) and not (
        title and entry.title and not _alike(title.lower(), entry.title.lower())
    )


def _add(document: Document, entry: _Entry, citation: Citation) -> None:
    entry.citations.append(citation)
    entry.type = max(entry.type, citation.type, key=len)
    entry.year = entry.year or citation.year
    # The fuller writing of the number stays: "03" of the symbol, not a later "3".
    if citation.number and (entry.number is None or (citation.symbol and not entry.symbol)):
        entry.number = citation.number
    if citation.symbol and len(citation.symbol) > len(entry.symbol or ""):
        entry.symbol = citation.symbol
    if citation.date and (entry.date is None or entry.date.startswith("--")):
        entry.date = citation.date
    issuer, context = _issuer(document, citation)
    if issuer and len(issuer) > len(entry.issuer or "") and (entry.issuer is None or issuer.startswith(entry.issuer)):
        entry.issuer, entry.context = issuer, (*_said_beside(citation), *context)
    title = _words(document, citation.title)
    if title:
        # A headline says loosely what the document is about; a full citation gives its title.
        quoted = document.folded[citation.title[0] - 1 : citation.title[0]] in ('"', "'") if citation.title else False
        headline = document.kind_at(citation.start) in ("title", "caption", "heading")
        rank = (not headline, bool(citation.symbol or citation.issuer or citation.date), quoted)
        fuller = by_its_name(title) and not by_its_name(entry.title or "") if entry.type in _LAWS else None
        if entry.title is None or (rank > entry.title_rank if fuller is None else fuller):
            entry.title, entry.title_rank = title, rank


def _said_beside(citation: Citation) -> tuple[Evidence, ...]:
    """The words that name the issuer, where they stand outside the citation ("Quốc hội thông qua 6 luật, gồm …")."""
    if citation.issuer is None or citation.start <= citation.issuer[0] < citation.end:
        return ()
    return (Evidence(Span(*citation.issuer), "legal.issuer", "context"),)


def _plenum_heading(document: Document, entries: list[_Entry]) -> list[_Entry]:
    """Drop "các nghị quyết Hội nghị Trung ương 5" where its numbered resolutions are cited: it only heads them.

    They are then that plenum's, unless the report says otherwise of one.
    """
    plural = [e for e in entries if e.number is None and any(_plural(document, c) for c in e.citations)]
    numbered = [e for e in entries if e.type == "Nghị quyết" and e.number and "TW" in (e.symbol or "").upper()]
    if len(plural) != 1 or not numbered:
        return entries
    for entry in numbered:
        if entry.issuer is None:
            entry.issuer = plural[0].issuer
            entry.again += [Span(c.start, c.end) for c in plural[0].citations[:1]]
    return [e for e in entries if e is not plural[0]]


def _told_by_number(entries: list[_Entry]) -> list[_Entry]:
    """Take a resolution named by its title to be the one of that type that has a number, where there is one."""
    kept = []
    for entry in entries:
        only_titled = all(c.parts[0] == "titled" for c in entry.citations)
        numbered = [e for e in entries if e.number and _family(e.type) == _family(entry.type)] if only_titled else []
        home = next(
            (e for e in numbered if _alike(e.title or "", entry.title or "")), numbered[0] if numbered else None
        )
        if home is None:
            kept.append(entry)
        elif home.title is None or _alike(home.title, entry.title or ""):
            home.again += [Span(c.start, c.end) for c in entry.citations]
    return kept


def _plural(document: Document, citation: Citation) -> bool:
    lead = document.lowered[max(0, citation.start - 12) : citation.start]
    return citation.parts[0] == "plenum" and lead.endswith(("các ", "những ", " hai ", " ba ", " bốn "))


def _one_law(entries: list[_Entry]) -> list[_Entry]:
    """Take "Luật số 73/2021/QH14" to be the one law that the report names by its title."""
    titled = [e for e in entries if e.type in _LAWS and e.title and not e.number]
    numbered = [e for e in entries if e.type in _LAWS and e.number and not e.title]
    if len(titled) == 1 and len(numbered) == 1 and titled[0].type == numbered[0].type:
        first, second = titled[0], numbered[0]
        first.citations += second.citations
        first.number, first.symbol, first.date = second.number, second.symbol, first.date or second.date
        first.issuer = first.issuer or second.issuer
        return [e for e in entries if e is not second]
    return entries


def _short_forms(document: Document, entries: list[_Entry]) -> None:
    """Give "Nghị quyết này" to the last document of that type cited before."""
    if not entries:
        return
    for at, word in _THIS.hits(document):
        match = _AGAIN.search(document.lowered, max(0, at - 20), at)
        if match is None or document.kind_at(at) not in READABLE:
            continue
        kind = match["kind"]
        before = [
            (c.start, e)
            for e in entries
            for c in e.citations
            if c.start < match.start() and e.type.lower().endswith(kind)
        ]
        if before:
            max(before, key=lambda pair: pair[0])[1].again.append(Span(match.start(), at + len(word)))


_PASSED = re.compile(
    r"((?:ủy ban thường vụ )?quốc hội)[^.\n]{0,80}?thông qua|"
    r"(?:thông qua|kỳ họp|phiên họp)[^.\n]{0,80}?((?:ủy ban thường vụ )?quốc hội)"
)


def _mention(entry: _Entry, document: Document) -> LegalMention:
    issuer = entry.issuer
    evidence = [Evidence(Span(c.start, c.end), f"legal.{c.parts[0]}") for c in entry.citations]
    by_symbol = issuer_of_symbol(entry.symbol) if issuer is None and entry.symbol else None
    if issuer is None and by_symbol is None:
        issuer, context = _local_issuer(document, entry)
        evidence += context
    if entry.type in _LAWS and issuer == "Chủ tịch nước":
        # The President makes a law public; who passed it is said where the report speaks of the Assembly.
        passed = _PASSED.search(document.lowered)
        body = (passed[1] or passed[2]) if passed else None
        issuer = ("Ủy ban Thường vụ Quốc hội" if body.startswith("ủy") else "Quốc hội") if body else None
        evidence += [Evidence(span_of(passed), "legal.passed", "context")] if passed else []
    evidence += entry.context
    evidence += [Evidence(span, "legal.short-form", "coreference") for span in entry.again]
    return LegalMention(
        type=entry.type,
        number=entry.number,
        evidence=tuple(evidence),
        symbol=entry.symbol,
        date=entry.date,
        issuer=issuer,
        title=entry.title,
        symbol_issuer=by_symbol,
    )


def _local_issuer(document: Document, entry: _Entry) -> tuple[str | None, list[Evidence]]:
    """The council or committee of a "…/NQ-HĐND", where its line names one of a place just before."""
    tail = _LOCAL.search((entry.symbol or "").upper())
    first = entry.citations[0]
    line = document.line_at(first.start)
    if tail is None or line is None:
        return None, []
    named = list(_OF_PLACE.finditer(document.folded, line.span.start, first.start))
    if len({m["place"] for m in named}) != 1:
        return None, []
    return f"{tail[1]} {named[-1]['place']}", [Evidence(span_of(named[-1]), "legal.place", "context")]


def _plain(number: str | None) -> str | None:
    return (number.lstrip("0").lower() or "0") if number else None


def _tight(symbol: str | None) -> str | None:
    """A symbol without its marks; "TƯ" is "TW"."""
    return re.sub(r"[-/\s.]", "", symbol).lower().lstrip("0").replace("tư", "tw") if symbol else None


def _prefix(a: str | None, b: str | None) -> bool:
    return bool(a and b) and (a.startswith(b) or b.startswith(a))  # type: ignore[union-attr, arg-type]


def _alike(a: str, b: str) -> bool:
    """Do two titles differ by no more than a small word ("phòng chống tác hại (của) rượu bia")?"""
    first, second = set(a.split()), set(b.split())
    return 2 * len(first & second) >= 0.85 * (len(first) + len(second))


def _body_key(name: str) -> str:
    key = (
        name.lower().replace("hội nghị ", "").replace("khoá", "khóa").replace("đại biểu ", "").replace("toàn quốc ", "")
    )
    key = " ".join(re.sub(r"[(),]", " ", key).split())
    if key.startswith("đại hội "):
        return _congress_key(key)
    plenum = re.fullmatch(
        r"(?:lần thứ (?P<nth>\w+) )?(?:của )?(?:ban chấp hành |bch ?)?(?:trung ương|tw|tư|"
        r"t\.ư)(?: đảng)?(?: lần thứ)?(?: (?P<n>\w+))??"
        r"(?: khóa (?P<term>\w+))?",
        key,
    )
    if plenum and (plenum["nth"] or plenum["n"]):
        number = plenum["nth"] or plenum["n"]
        return f"hội nghị {_ORDINAL.get(number, number)} {plenum['term'] or ''}".strip()
    return key


def _congress_key(key: str) -> str:
    """Whose congress and which: "đại hội xi đảng bộ tỉnh" and "đại hội đảng bộ tỉnh lần thứ 11" are one."""
    key = re.sub(r" nhiệm kỳ .*", "", key)
    number = re.search(r"(?<!\w)(?:[ivx]+|\d{1,2})(?!\w)", key)
    words = [w for w in re.findall(r"\w+", key[8:]) if w not in ("lần", "thứ", "khóa", "của", number and number[0])]
    named = _ORDINAL.get(number[0], number[0]) if number else ""
    return f"đại hội {named} {' '.join(words) or 'đảng'}"
