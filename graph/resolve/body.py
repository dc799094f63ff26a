"""Bodies: what an organisation's name says of its kind, its place and the bodies above it.

"Phòng 3, Cục Xây dựng phong trào - Bộ Công an" is a part of a part; "Đảng ủy Công an tỉnh Thái Bình"
leads a body; "Sở Xây dựng Nghệ An" belongs to a province though no level is written. Two names with the
same kind, place and parents are one body. A name that says no place where it needs one ("UBND tỉnh")
takes the province that the report is about, or stays inside its document.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from rdflib import URIRef

from graph.grammar.text.normal import LETTERS
from graph.resolve.place import Place, find_place, province, provinces_in
from graph.resolve.spelling import key, spell_out
from ontology import reference
from ontology.iri import mint_organization
from ontology.vocabulary import scheme


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation. `classes` are local names of ontology classes, without Organization itself.

    `scope` is the document that the IRI belongs to where the name alone does not say which body is meant.
    `glued`: the name of the body above follows without a comma. `number` tells it from bodies met before whose
    name differs in its diacritics only. `known` is the IRI that the reference data
    gives it, `known_above` those it names above it.
    """

    label: str
    classes: tuple[str, ...] = ()
    place: Place | None = None
    parent: "Body | None" = None
    committee_of: "Body | None" = None
    scope: str | None = None
    glued: bool = False
    number: int = 0
    known: URIRef | None = None
    known_above: tuple[URIRef, ...] = ()

    @property
    def iri(self) -> URIRef:
        """Return its IRI: the reference data's, or one minted from its full name."""
        if self.known is not None:
            return self.known
        above = self.parent or self.committee_of
        apart = above.full if above and above.key not in self.key else None
        if self.scope:
            apart = f"{apart} {self.scope}" if apart else self.scope
        elif self.place and self.place.level in ("district", "commune", "hamlet"):
            where = str(self.place.iri).rsplit("/", 1)[-1].split("--", 1)[-1].replace("--", " ")
            apart = f"{apart} {where}" if apart else where
        iri = mint_organization(self.key, apart)
        return URIRef(f"{iri}-{self.number + 1}") if self.number else iri

    @property
    def scoped(self) -> bool:
        """Say whether the name is enough to know the body in any document."""
        return self.scope is None

    @property
    def key(self) -> str:
        """Return the key of the label."""
        return key(self.label)

    @property
    def title(self) -> str:
        """Return the name as one writes it in full: "Ban Thường vụ Tỉnh ủy Thái Bình", "Phòng 3, Cục …"."""
        if self.parent is None or self.parent.key in self.key:
            return self.label
        return f"{self.label}{' ' if self.glued else ', '}{self.parent.title}"

    @property
    def full(self) -> str:
        """Return the label with the bodies above it, by which it is told apart."""
        above = self.parent or self.committee_of
        return f"{self.label}, {above.full}" if above and above.key not in self.key else self.label

    def chain(self) -> Iterator["Body"]:
        """Yield the body itself and all above it."""
        body: Body | None = self
        while body:
            yield body
            body = body.parent or body.committee_of


_COMMITTEE = r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Khu|Quân) ủy"
_LEVEL_WORDS = frozenset({"tỉnh", "thành", "huyện", "quận", "thị", "xã", "phường", "thôn", "bản", "làng", "ấp", "khu"})
_LOCAL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường)"
# Words at which a body inside another body's name begins.
_INNER = re.compile(
    rf"\s(?=(?i:{_COMMITTEE})\b|(?i:Ủy ban nhân dân)\b|(?i:Hội đồng nhân dân)\b|(?i:Công an) (?i:{_LOCAL})\b"
    rf"|Bộ (?!(?i:máy|phận|đội|luật|trưởng|chính trị|chỉ huy|tư lệnh)\b)[A-ZĐ]|Tổng cục\b|Cục\b|Sở\b"
    rf"|(?i:Quốc hội)\b|Chính phủ\b|Trung ương Đảng\b|Đảng bộ\b|Công an [A-ZĐÀ-Ỹ]\w+ [A-ZĐÀ-Ỹ])"
)
_PARTS = re.compile(
    r"^(?:Văn phòng|Phòng|Đội|Thanh tra|Ban|Đoàn(?! đại biểu)|Vụ|Cục|Thường trực|Thường vụ|Tổ|Hội Phụ nữ"
    r"|Công đoàn|Trung tâm|Khoa|Viện|Ủy ban|Học viện|Trường|Hội đồng|Tạp chí|Báo)\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(Đảng ủy|Đảng bộ|Đảng đoàn|Ban Cán sự Đảng|Chi bộ|Đảng ủy cơ quan)\s+(?:các\s+)?(.+)$", re.IGNORECASE
)
_BRACKET = re.compile(r"^(.+?)\s*\(([^()]+)\)\s*$")
_SEPARATOR = re.compile(r"\s+-\s+|,\s*|\s+(?:trực\s+)?thuộc\s+|\s+của\s+")
_TERM = re.compile(
    r",?\s+\(?(?:các\s+)?(?:khóa|nhiệm kỳ)\s+(?:[IVXLC]+|\d+)\b(?:\s*[-,]\s*\d+|,?\s+nhiệm kỳ\s+\d{4}\s*-\s*\d{4})*\)?",
    re.IGNORECASE,
)
_PERIOD = re.compile(r",?\s+(?:giai đoạn|nhiệm kỳ)(?:\s+\d{4}\s*-?\s*\d{0,4})?\s*$", re.IGNORECASE)
_RELATIVE = re.compile(rf"(?:{_LOCAL}|{_COMMITTEE})$", re.IGNORECASE)
_UNCAPPED = re.compile(r"^[^\w]+|[^\w)]+$")
# A committee of a province or city needs its place; these levels never stand for a province.
_COMMITTEE_LEVEL = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}


@cache
def _kinds() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (key of a form, classes) of the kinds of body, longest form first."""
    rows: dict[str, tuple[str, ...]] = {}
    for concept in scheme("body-class"):
        classes = tuple(iri.rsplit("#", 1)[-1] for iri in concept.extra.get("impliesClass", ()))
        for form in concept.forms:
            rows[key(form)] = tuple(name for name in classes if name != "Organization")
    return tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0])))


@cache
def _references() -> dict[str, "Body"]:
    """Map the keys of all names of the reference bodies to the body, with those above it."""
    by_iri = {row.iri: row for row in reference.bodies()}

    def above(iri: str | None) -> tuple[URIRef, ...]:
        return (URIRef(iri), *above(by_iri[iri].parent)) if iri in by_iri else ()

    found: dict[str, Body] = {}
    for row in reference.bodies():
        classes = () if row.class_name == "Organization" else (row.class_name,)
        body = Body(row.label, classes, known=URIRef(row.iri), known_above=above(row.parent))
        for form in row.forms:
            found.setdefault(key(form), body)
    return found


def kind_of(name: str) -> tuple[str, ...]:
    """Return the ontology classes that the head of a body's name implies (local names, may be empty)."""
    wanted = key(name)
    for form, classes in _kinds():
        if wanted == form or wanted.startswith(form + " "):
            return classes
    return ()


def is_body(name: str) -> bool:
    """Say whether a name begins as bodies do."""
    wanted = key(name)
    return wanted in _references() or any(wanted == f or wanted.startswith(f + " ") for f, _ in _kinds())


@cache
def _proper_heads() -> tuple[str, ...]:
    """Return the forms of all first words of bodies that the grammar knows, longest first."""
    read = (concept for concept in scheme("body-type") if not concept.extra.keys() & {"level", "unread"})
    forms = {key(form) for concept in read for form in concept.forms}
    return tuple(sorted(forms | {form for form, _ in _kinds()}, key=lambda form: (-len(form), form)))


def is_whole_body(name: str) -> bool:
    """Say whether a name, written in capitals, is a body by itself: what follows its head is a name too."""
    if not name[:1].isupper():
        return False
    written, wanted = spell_out(name), key(name)
    if wanted in _references():
        return True
    head = next((f for f in _proper_heads() if wanted == f or wanted.startswith(f + " ")), None)
    if head is None:
        return False
    rest = written.split()[len(head.split()) :]
    return not rest or rest[0][:1].isupper() or rest[0][:1].isdigit() or rest[0].lower() in _LEVEL_WORDS


def parse_body(name: str, *, day: str | None = None, context: Place | None = None, document: str | None = None) -> Body:
    """Read the name of one organisation.

    Args:
        name: as a report writes it; abbreviations and tone placement do not matter.
        day: ISO day of the report: which provinces stood.
        context: the one province that the report is about, for a name that leaves it out.
        document: key of the document, into which a name is scoped that no province completes.
    """
    name = LETTERS.sub("", name) if "(" in name else name
    text = _TERM.sub("", _PERIOD.sub("", _UNCAPPED.sub("", spell_out(name)))) or name
    known = _references().get(key(text))
    if known is not None:
        return known
    own, above, how = _split(text)
    upper = parse_body(above, day=day, context=context, document=document) if above else None
    part = _references().get(key(own)) if upper else None
    if part is not None and upper is not None and upper.known in (part.known, *part.known_above):
        return part
    if upper and how == "leads":
        label = f"{own} {upper.label}"
        return Body(_capital(label), kind_of(own), upper.place, None, upper, upper.scope)
    body = _place(own, upper, day=day, context=context, document=document)
    if upper is not None and body.iri in [b.iri for b in upper.chain()]:
        return upper  # "Hội đồng nhân dân của HĐND": nothing is a part of itself
    return replace(body, glued=how == "glued")


def _split(text: str) -> tuple[str, str | None, str]:
    """Return (own name, name of the body above or None, how they are joined: "leads", "glued" or "")."""
    leading = _LEADING.match(text)
    if leading and (is_body(leading[2]) or kind_of(leading[2])):
        return leading[1], leading[2], "leads"
    bracket = _BRACKET.match(text)
    if bracket and is_body(bracket[2]):
        return bracket[1], bracket[2], ""
    for match in _SEPARATOR.finditer(text):
        rest = text[match.end() :]
        fits = is_whole_body(rest) if match.group().strip() in ("của", ",") else is_body(rest)
        if fits and _whole(text[: match.start()]):
            return text[: match.start()], rest, ""
    if _PARTS.match(text):
        for inner in _INNER.finditer(text):
            own, rest = text[: inner.start()], text[inner.end() :]
            if _whole(own):
                return own, rest, "glued"
    return text, None, ""


def _whole(own: str) -> bool:
    """Say whether the left part is a name, not just "Ban chỉ đạo" before "của tỉnh"."""
    return bool(own.strip()) and not own.rstrip().lower().endswith((" và", " của", " về", ","))


def _place(own: str, upper: Body | None, *, day: str | None, context: Place | None, document: str | None) -> Body:
    classes = kind_of(own)
    inherited = upper.place if upper else None
    place, label = _own_place(own, day, inherited or context, document)
    if place is None and _RELATIVE.search(own):
        place, label = _completed(own, inherited or context)
        if place is None and not upper:
            return Body(_capital(own), classes, None, None, None, document)
    scope = None if place is None or place.scoped else document
    if scope is None and upper is not None:
        scope = upper.scope
    return Body(_capital(label), classes, place or inherited, upper, None, scope)


def _own_place(own: str, day: str | None, context: Place | None, document: str | None) -> tuple[Place | None, str]:
    """Find the place inside a body's own name; return it with the name in which it is written in full."""
    committee = re.match(r"^(.*?)((?:Tỉnh|Thành|Huyện|Quận|Thị) ủy)\s+(.+)$", own, re.IGNORECASE)
    if committee:
        level = _COMMITTEE_LEVEL[committee[2].split()[0].lower()]
        place = province(committee[3], day) if level in ("tỉnh", "thành phố") else None
        place = place or find_place(f"{level} {committee[3]}", day=day, context=context, document=document)
        if place:
            return place, f"{committee[1]}{committee[2]} {_committee_place(place)}"
        return None, own
    place = find_place(own, day=day, context=context, document=document)
    if place is None:
        return None, own
    return place, _rewritten(own, place, day)


def _rewritten(own: str, place: Place, day: str | None) -> str:
    """Write the place in full: "Công an Nghệ An" becomes "Công an tỉnh Nghệ An"."""
    unit = rf"(?:(?:{_LOCAL}|thôn|bản|làng|ấp|buôn|khu phố|tổ dân phố)\s+)?{re.escape(place.short)}(?!\w)"
    match = re.search(rf"(?:,?\s*\(?\s*)?(?:của\s+)?{unit}", own, re.IGNORECASE)
    if match is None:
        return own
    rest = own[match.end() :]
    # What follows the unit is the unit above it: "xã Hải Minh (Hải Hậu)", "huyện Phú Quốc, Kiên Giang".
    if provinces_in(rest, day) or re.match(r"^\s*[,(]", rest):
        rest = ""
    about = re.match(r"^\s+về\s+(.+)$", rest)
    if about:
        return f"{own[: match.start()]} {about[1]} {place.label}"
    return " ".join(f"{own[: match.start()]} {place.label} {rest}".split())


def _completed(own: str, context: Place | None) -> tuple[Place | None, str]:
    """Complete "UBND tỉnh", "Tỉnh ủy" with the province of the context."""
    if context is None or context.level != "province":
        return None, own
    city = context.label.lower().startswith("thành phố")
    for ending in ("thành phố", "thành ủy") if city else ("tỉnh", "tỉnh ủy"):
        if own.lower().endswith(ending):
            if ending.endswith("ủy"):
                return context, f"{own} {_committee_place(context)}"
            return context, own[: -len(ending)] + context.label
    return None, own


def _capital(label: str) -> str:
    text = " ".join(label.split()).strip(" ,;-")
    return text[:1].upper() + text[1:]


def _committee_place(place: Place) -> str:
    """Return how a Party committee names its place; the city that bears a man's name keeps its level."""
    return place.label.capitalize()[:9] + place.label[9:] if place.short == "Hồ Chí Minh" else place.short
