"""Administrative units: "tỉnh Thái Bình", "TP. HCM", "xã Ia Ly" in the report of a certain day.

Provinces come from the reference data (`ontology.reference`) and are valid in a period:
until 30 June 2025 there were 63, since then 34, and a name that goes on with another area is two units.
Units below the province are known by name, level and province only; without a province they stay
inside their document, for hundreds of communes share their names.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from rdflib import URIRef

from graph.resolve.spelling import UPPER, key, spell_out
from ontology import reference
from ontology.iri import slug
from ontology.namespaces import ID

LEVELS = {
    "tỉnh": "province",
    "thành phố": "city",  # of the centre or of a province; the gazetteer says which
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "thôn": "hamlet",
    "bản": "hamlet",
    "làng": "hamlet",
    "ấp": "hamlet",
    "buôn": "hamlet",
    "tổ dân phố": "hamlet",
    "khu phố": "hamlet",
}
LONGEST = 5  # words of a unit's name: "Phan Rang - Tháp Chàm", the dash counted
_LEVEL_NAMES = "|".join(LEVELS)
_NAME = rf"[{UPPER}0-9][\w'-]*(?:(?:\s+-\s+|\s+)[{UPPER}0-9][\w'-]*)*"
UNIT = re.compile(rf"(?<!\w)(?P<level>(?i:{_LEVEL_NAMES}))\s+(?P<name>{_NAME})")
_LEVEL_WORD = re.compile(rf"^(?:{_LEVEL_NAMES})\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """One unit. `province` is the IRI of the province it lies in (its own IRI for a province).

    `scoped` is False where only the document says which unit is meant (a commune without a province).
    """

    iri: URIRef
    label: str
    level: str
    province: URIRef | None
    scoped: bool = True

    @property
    def short(self) -> str:
        """Return the name without its level ("Thái Bình")."""
        return _LEVEL_WORD.sub("", self.label)


@dataclass(frozen=True, slots=True)
class _Province:
    iri: URIRef
    label: str
    since: str
    until: str


@cache
def _gazetteer() -> dict[str, tuple[_Province, ...]]:
    """Map the key of each province's names to its units, by the day they begin."""
    found: dict[str, set[_Province]] = defaultdict(set)
    for unit in reference.places():
        if unit.level != "province":
            continue
        row = _Province(URIRef(unit.iri), unit.label, unit.valid_from or "", unit.valid_until or "9999")
        for form in (unit.name, *unit.forms):
            found[key(_LEVEL_WORD.sub("", spell_out(form)))].add(row)
    return {name: tuple(sorted(units, key=lambda p: (p.since, p.until))) for name, units in found.items()}


@cache
def _province_names() -> re.Pattern[str]:
    names = sorted(_gazetteer(), key=lambda n: (-len(n), n))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def province(name: str, day: str | None) -> Place | None:
    """Return the province of that name which stood on `day` (ISO), or the last one before it.

    Without a day the unit that stood longest is meant if the name had several: the one before 2025.
    """
    units = _gazetteer().get(key(_LEVEL_WORD.sub("", spell_out(name))), ())
    if not units:
        return None
    chosen = units[0]
    if day:
        for unit in units:
            if unit.since <= day:
                chosen = unit
    return Place(chosen.iri, chosen.label, "province", chosen.iri)


def provinces_in(text: str, day: str | None) -> list[Place]:
    """Return the provinces named in `text`, in order, each once. Only whole names in capitals count."""
    places: list[Place] = []
    written = spell_out(text)
    for match in _province_names().finditer(written.lower()):
        name = written[match.start() : match.end()]
        if not all(w[0].isupper() for w in re.findall(r"\w+", name)):
            continue
        # The city bears a man's name, and so do the Youth Union and the Academy: it needs its level.
        if match.group() == "hồ chí minh" and not written[: match.start()].lower().endswith("thành phố "):
            continue
        place = province(match.group(), day)
        if place and place not in places:
            places.append(place)
    return places


def find_place(
    text: str, *, day: str | None, context: Place | None = None, document: str | None = None
) -> Place | None:
    """Read one place as written: a unit with its level, or the bare name of a province.

    Args:
        text: for example "xã Ia Ly (huyện Chư Păh, Gia Lai)" or "Hà Nội".
        day: ISO day for which the text speaks; tells the provinces before and after July 2025 apart.
        context: the one province that the document is about, for units below the province.
        document: key of the document, which scopes a unit whose province nobody says.

    Returns:
        The smallest unit named first, or None where no administrative unit is named.
    """
    written = spell_out(text)
    units = [(m["level"].lower(), " ".join(m["name"].split())) for m in UNIT.finditer(written)]
    named = provinces_in(written, day)
    if not units:
        return named[0] if named else None
    level, name = units[0]
    if LEVELS[level] in ("province", "city"):
        # Another name may follow at once: "thành phố Hà Nội Nguyễn Văn Bình".
        name = next((p for p in _beginnings(name) if province(p, day)), name)
    name = " ".join(name.split()[:LONGEST])
    whole = province(name, day)
    if LEVELS[level] in ("province", "city") and whole and (level == "tỉnh" or _is_city(whole)):
        return whole
    if level == "tỉnh":
        return None  # a province of another country, or a slip of the pen
    above = named[-1] if named and (not whole or named[-1].iri != whole.iri) else None
    return _below(level, name, units[1:], above or (None if whole and len(named) > 1 else context), document)


def _beginnings(name: str) -> list[str]:
    """Return the name and all shorter names that it begins with, the longest first."""
    parts = name.split()
    return [" ".join(parts[:n]) for n in range(len(parts), 0, -1)]


def _is_city(place: Place) -> bool:
    return place.label.lower().startswith("thành phố")


def _below(
    level: str, name: str, upper: list[tuple[str, str]], parent: Place | None, document: str | None
) -> Place | None:
    label = f"{level} {name}"
    district = next((f"{lv} {nm}" for lv, nm in upper if LEVELS[lv] in ("district", "city")), None)
    rank = "district" if LEVELS[level] == "city" else LEVELS[level]
    if parent is None and document is None:
        return None
    scope = str(parent.iri).rsplit("/", 1)[-1] if parent else f"{document}"
    parts = [slug(label)]
    if district and rank in ("commune", "hamlet") and parent:
        parts.append(slug(district))
    parts.append(scope)
    return Place(ID["place/" + "--".join(parts)], label, rank, parent.iri if parent else None, parent is not None)
