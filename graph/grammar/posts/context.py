"""What a report leaves out of a body's name because its readers know it: the province, the city, the ministry.

"Chủ tịch UBND tỉnh" in a report on Hải Dương is held over "UBND tỉnh Hải Dương". `home` finds the place a
report is about, by where and how often it is named; `complete_body` writes a relative name out.
"""

import re
from collections import Counter
from functools import cache

from graph.grammar.bodies.places import cities, countries, provinces
from graph.grammar.bodies.said_places import Place, beside, province_pattern, said_next, side
from graph.grammar.bodies.unit_names import of_site, unit_names
from graph.grammar.names.coreference import body_words
from graph.grammar.names.names import plain as key
from graph.grammar.names.names import plausible
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER, fold
from graph.grammar.text.scan import first_words, places_of
from graph.mention import Evidence, Span
from ontology.reference import bodies


class Home:
    """The units that a report is about, each looked for when first asked; None where it names none, or several equally.

    Named in the title counts four times, in the first 700 characters of the report twice, and with a level
    word or a body before it ("tỉnh", "Công an") twice; the unit with the highest sum wins, a province if it
    has at least a fifth more than the next or stands in the title, a ministry if it has three times as much.
    """

    def __init__(self, document: Document) -> None:
        """Remember the report; nothing is read yet."""
        self._document = document
        self._found_provinces: dict[bool, Place | None] = {}
        self._found_units: tuple[Place | None, Place | None] | None = None
        self._found_ministries: list[tuple[int, tuple[Place, ...]]] | None = None

    @property
    def province(self) -> Place | None:
        """The province or central city."""
        return self._province_of(cities_too=True)

    @property
    def only_province(self) -> Place | None:
        """The one province that a report on a central city names besides it."""
        return self._province_of(cities_too=False)

    def _province_of(self, cities_too: bool) -> Place | None:
        if cities_too not in self._found_provinces:
            self._found_provinces[cities_too] = _province(self._document, cities_too)
        return self._found_provinces[cities_too]

    @property
    def _units(self) -> tuple[Place | None, Place | None]:
        if self._found_units is None:
            self._found_units = _units(self._document)
        return self._found_units

    @property
    def district(self) -> Place | None:
        """The district, or the city below a province."""
        return self._units[0]

    @property
    def commune(self) -> Place | None:
        """The commune, ward or town."""
        return self._units[1]

    @property
    def _ministries(self) -> list[tuple[int, tuple[Place, ...]]]:
        if self._found_ministries is None:
            self._found_ministries = _ministries(self._document)
        return self._found_ministries

    @property
    def ministry(self) -> Place | None:
        """The ministry: named three times as much as any other, since "Bộ trưởng" may be any one's."""
        ranked = self._ministries
        if not ranked:
            return None
        first = ranked[0][1][0].span.start == min([places[0].span.start for _, places in ranked])
        if len(ranked) > 1 and ranked[0][0] < ranked[1][0] * (2 if first else 3):
            return None
        return ranked[0][1][0]

    def ministry_before(self, at: int) -> Place | None:
        """The ministry named most, where it is the one named just before `at`."""
        near = [place for _, places in self._ministries for place in places if 0 <= at - place.span.end <= 160]
        last = max(near, key=lambda place: place.span.start, default=None)
        return last if last and last in self._ministries[0][1] else None


_WEIGHT = re.compile(
    r"(?:tỉnh|thành phố|tp\.?|ubnd|công an|tỉnh ủy|thành ủy|hđnd|điểm cầu|đảng bộ"
    r"|sở [^,.\n]{2,30}|tỉnh đoàn|thành đoàn|mttq|việt nam) ?$"
)
_AWAY = tuple(
    f"{word} "
    for word in ("bệnh viện", "đại học", "trường", "báo", "học viện", "đường", "từ", "gần", "như", "ga", "quê", "cảng")
    + ("sân bay", "trại giam", "gốc", "hồ")
)


def home(document: Document) -> Home:
    """Return the units that a report is about; read once for each report."""
    found = document.kept.get("_home")
    if found is None:
        found = Home(document)
        document.kept["_home"] = found
    return found


def _weight(document: Document, at: int, begin: int) -> int:
    title = document.title_span
    if title and title.start <= at < title.end:
        return 4
    return 2 if at - begin < 700 else 1


def _begin(document: Document) -> int:
    return document.title_span.end if document.title_span else 0


def _province(document: Document, cities_too: bool = True) -> Place | None:
    lowered = document.lowered
    sums: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    begin = _begin(document)
    site: list[tuple[int, int]] = []
    for start, end in _named_provinces(document):
        if document.kind_at(start) in ("noise", "byline"):
            if of_site(document, start):
                site.append((start, end))
            continue
        before = lowered[max(0, start - 40) : start]
        if before.endswith(_AWAY):
            continue
        written = lowered[start:end]
        name = written.replace(" - ", " ").replace("-", " ")
        name = {"hcm": "hồ chí minh", "sài gòn": "hồ chí minh"}.get(name, name)
        if name == "hồ chí minh" and written == name and not before.rstrip().endswith(("thành phố", "tp", "tp.")):
            continue
        weighty = bool(_WEIGHT.search(before))
        sums[name] += _weight(document, start, begin) * (2 if weighty else 1)
        if name not in first or weighty and not _WEIGHT.search(lowered[max(0, first[name][0] - 40) : first[name][0]]):
            first[name] = (start, end)
    if not sums and len({lowered[slice(*span)] for span in site}) == 1:
        # The report itself names none; the portal it stands on is the portal of one.
        sums[lowered[slice(*site[0])]], first[lowered[slice(*site[0])]] = 1, site[0]
    if not cities_too:
        sums = Counter({name: weight for name, weight in sums.items() if name not in cities()})
        return _winner(document, sums, first) if len(sums) == 1 else None
    return _winner(document, sums, first)


_CAPITALS = re.compile(rf"[{UPPER}]\w*(?: (?:- )?[{UPPER}]\w*)*")


@cache
def _first_words() -> frozenset[str]:
    return first_words(provinces())


def _named_provinces(document: Document) -> list[tuple[int, int]]:
    """The spans of provinces and central cities written with a capital; in one run of capitals they never overlap."""
    found: list[tuple[int, int]] = []
    pattern, lowered, until, run = province_pattern(), document.lowered, 0, 0
    for at in places_of(document, _first_words()):
        capital = at >= min(until, run) and document.folded[at] in UPPER
        named = pattern.match(lowered, at) if capital else None
        capitals = _CAPITALS.match(document.folded, at, named.end()) if named else None
        if capitals and named:
            found.append(named.span())
            until, run = named.end(), capitals.end()
    at = lowered.find("tphcm")
    while at >= 0:
        found.append((at + 2, at + 5))
        at = lowered.find("tphcm", at + 5)
    return sorted(found)


def _winner(document: Document, sums: "Counter[str]", first: dict[str, tuple[int, int]]) -> Place | None:
    ranked = sums.most_common(2)
    if not ranked:
        return None
    name, weight = ranked[0]
    start, end = first[name]
    titled = document.title_span is not None and document.title_span.start <= start < document.title_span.end
    if not titled and len(ranked) > 1 and weight < ranked[1][1] * 1.2:
        name = min((near for near in sums if sums[near] * 1.2 > weight), key=lambda near: first[near])
        start, end = first[name]
        if start - _begin(document) > _DATELINE:
            return None
    level = "thành phố" if name in cities() else "tỉnh"
    written = document.text[start:end]
    if level == "thành phố":
        before = re.search(r"(?:thành phố|tp\.?) ?$", document.lowered[max(0, start - 10) : start])
        if before and not before[0].startswith("thành"):
            written = "TP " + written
            start -= len(before[0])
        elif name == "hồ chí minh":
            written = "TP " + written
        else:
            written = "thành phố " + written
    else:
        written = "tỉnh " + written
    return Place(written, level, Span(start, end))


def _units(document: Document) -> tuple[Place | None, Place | None]:
    """The district (or city below a province) and the commune named most."""
    sums: dict[str, Counter[str]] = {"district": Counter(), "commune": Counter()}
    first: dict[str, dict[str, Place]] = {"district": {}, "commune": {}}
    begin = _begin(document)
    site: dict[str, Place] = {}
    for start, end, word, name in unit_names(document.folded, document.lowered):
        if document.kind_at(start) in ("noise", "byline"):
            if word in ("huyện", "quận", "thị xã") and of_site(document, start):
                site[name] = Place(f"{word} {name}", word, Span(start, end))
            continue
        if plausible(name.split(" ")) and name.count(" ") > 1:
            continue
        kind = "commune" if word in ("xã", "phường", "thị trấn") else "district"
        full = {"tp": "thành phố", "tx": "thị xã"}.get(word, word)
        if full == "thành phố" and key(name) in cities():
            continue
        label = f"{full} {name}"
        sums[kind][label] += _weight(document, start, begin)
        first[kind].setdefault(label, Place(label, full, Span(start, end)))
    commune = _most(sums["commune"], first["commune"], begin)
    if len(site) == 1 and not sums["district"]:
        return next(iter(site.values())), commune
    return _most(sums["district"], first["district"], begin), commune


_DATELINE = 120


def _most(sums: "Counter[str]", first: dict[str, Place], begin: int) -> Place | None:
    """The unit named most; of two named as often, the one with which the report opens."""
    ranked = sums.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] > ranked[1][1]:
        return first[ranked[0][0]]
    named = min((first[label] for label, weight in sums.items() if weight == ranked[0][1]), key=lambda p: p.span.start)
    return named if named.span.start - begin < _DATELINE else None


@cache
def _lands() -> tuple[str, ...]:
    return tuple(f" {land}" for land in countries())


@cache
def _ministry() -> re.Pattern[str]:
    """How the names of ministries of the reference begin, in full and shortened ("Bộ Giáo dục", "Bộ GD")."""
    begins = set()
    for body in bodies():
        for form in (body.label, *body.alt_labels) if body.class_name == "Ministry" else ():
            words = fold(form).replace("&", "-").split(" ")
            if words[0] == "Bộ" and len(words) > 1:
                short = words[1].split("-")[0]
                second = f" (?i:{re.escape(words[2])})" if words[2:] and not short.isupper() else ""
                begins.add(re.escape(short) + second)
    return re.compile(rf"(?<!\w)[Bb]ộ (?={'|'.join(sorted(begins))})")


def _ministries(document: Document) -> list[tuple[int, tuple[Place, ...]]]:
    """The ministries by weight, each with the places where it is named."""
    from graph.grammar.bodies.organisations import body_at

    sums: Counter[str] = Counter()
    places: dict[str, list[Place]] = {}
    begin = _begin(document)
    folded, lowered = document.folded, document.lowered
    at = lowered.find("bộ ")
    while at >= 0:
        here, at = at, lowered.find("bộ ", at + 3)
        if not _ministry().match(folded, here):
            continue
        body = body_at(folded, lowered, here)
        if body is None:
            continue
        name = document.text[body.start : body.end]
        if key(name).endswith(_lands()):
            continue  # its minister is named with it
        label = " ".join(body_words(name))
        sums[label] += _weight(document, here, begin)
        places.setdefault(label, []).append(Place("B" + name[1:], "bộ", Span(body.start, body.end)))
    for label in sorted(sums, key=len):
        longer = [other for other in sums if other.startswith(label + " ")]
        if len(longer) == 1:  # "Bộ Văn hóa" for "Bộ Văn hóa, Thể thao và Du lịch"
            sums[longer[0]] += sums.pop(label)
            places[longer[0]] += places.pop(label)
    return [(weight, tuple(places[label])) for label, weight in sums.most_common()]


_RELATIVE = {
    "tỉnh": "tỉnh",
    "phố": "thành phố",
    "tp": "thành phố",
    "tp.": "thành phố",
    "catp": "thành phố",
    "huyện": "huyện",
    "quận": "quận",
    "tx": "thị xã",
    "xã": "xã",
    "phường": "phường",
    "trấn": "thị trấn",
}


def _missing_level(lowered: str) -> str | None:
    """The level of the unit that a body's name leaves out ("UBND tỉnh", "Thành ủy"), or None."""
    words = lowered.split(" ")
    if words[-1] in ("ủy", "đoàn") and len(words) > 1:
        return _PARTY_LEVEL.get(words[-2])
    level = _RELATIVE.get(words[-1])
    if level == "xã" and words[-2:-1] == ["thị"]:
        return "thị xã"
    if words[-1] in ("phố", "trấn") and f"{words[-2] if len(words) > 1 else ''} {words[-1]}" != level:
        return None
    return level


_COUNCILS = frozenset({"ubnd", "hđnd", "ủy ban nhân dân", "hội đồng nhân dân"})
_TERM = re.compile(r",? (?:khóa|nhiệm kỳ) .*$")
_PARTY_LEVEL = {
    "tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã", "xã": "xã",
    "phường": "phường",
}  # fmt: skip


def complete_body(name: str, document: Document, at: int) -> tuple[str, tuple[Evidence, ...]]:
    """Write out a body's name that leaves out its place.

    Args:
        name: as written ("UBND tỉnh", "Tỉnh ủy", "Sở Y tế").
        document: the report.
        at: where the name stands; a place named shortly before wins where the report has no home.

    Returns:
        The name as full as the report allows, and the words that gave the rest ("context"); the name
        itself and no evidence where nothing is left out or nothing is known.
    """
    lowered = key(name)
    term = _TERM.search(lowered) if "khóa" in lowered or "nhiệm kỳ" in lowered else None
    if term:
        name, tail = name[: term.start()], name[term.start() :]
        full, evidence = complete_body(name, document, at)
        return full + tail, evidence
    if lowered in _COUNCILS:
        units = home(document)
        only = None if units.district or units.commune else units.province
        return (f"{name} {only.name}", (Evidence(only.span, "context.place", "context"),)) if only else (name, ())
    level = _missing_level(lowered)
    if level is None:
        return name, ()
    place = (
        side(level, document, at)
        or said_next(lowered, level, document, at)
        or _place_of(level, home(document))
        or beside(level, document, at)
        or (home(document).only_province if level == "tỉnh" else None)
    )
    if place is None:
        return name, ()
    evidence = (Evidence(place.span, "context.place", "context"),)
    plain = _plain(place)
    if lowered.endswith(("thành phố", "tp", "tp.")):
        plain = re.sub(r"^TP\.? ?", "", plain)
    return f"{name} {plain}", evidence


def _place_of(level: str, units: Home) -> Place | None:
    """The home unit of a level; a "thành phố" is the central city, else the city below a province."""
    province, district = units.province, units.district
    if level in ("tỉnh", "thành phố") and province and province.level == level:
        return province
    if level in ("huyện", "quận", "thị xã", "thành phố") and district and district.level == level:
        return district
    if level == "thành phố" and province and key(province.name).endswith("huế"):
        return province
    return units.commune if units.commune and units.commune.level == level else None


def _plain(place: Place) -> str:
    """The place's name without its level word; "HCM" keeps "TP"."""
    if place.name.startswith("TP ") and not key(place.name).endswith(("hcm", "hồ chí minh")):
        return place.name[3:]
    for word in (place.level, "TP."):
        if place.name.lower().startswith(word.lower() + " "):
            return place.name[len(word) + 1 :]
    return place.name
