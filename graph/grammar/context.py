"""What a report leaves out of a body's name because its readers know it: the province, the city, the ministry.

"Chủ tịch UBND tỉnh" in a report on Hải Dương is held over "UBND tỉnh Hải Dương". `home` finds the place a
report is about, by where and how often it is named; `complete_body` writes a relative name out.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from graph.grammar.cues import words_pattern
from graph.grammar.document import Document
from graph.grammar.names import MIDDLES, plausible
from graph.grammar.names import plain as key
from graph.grammar.normal import UPPER
from graph.grammar.places import CITIES, PROVINCES, cities
from graph.mention import Evidence, Span

_NEAR = 1500


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the report writes it ("tỉnh Lạng Sơn", "TP HCM"), and where."""

    name: str
    level: str
    span: Span


@dataclass(frozen=True, slots=True)
class Home:
    """The units that a report is about; None where the report names none, or several equally."""

    province: Place | None = None
    district: Place | None = None
    commune: Place | None = None
    ministry: Place | None = None


_SYLLABLE = rf"[{UPPER}]\w*(?:'\w+)*"
_UNIT = re.compile(
    rf"(?<!\w)([Hh]uyện|[Qq]uận|[Tt]hị xã|TX\.?|[Tt]hành phố|TP\.?|[Xx]ã|[Pp]hường|[Tt]hị trấn) ?"
    rf"({_SYLLABLE}(?: {_SYLLABLE}){{0,3}}|\d{{1,2}}(?!\w|[/.]\d))"
)
_MINISTRY = re.compile(
    r"(?<!\w)[Bb]ộ (?=Công an|Quốc phòng|Ngoại giao|Nội vụ|Tư pháp|Tài chính|Công [Tt]hương"
    r"|Xây dựng|Y tế|Giáo dục|Khoa học|Văn hóa"
    r"|Thông tin|Tài nguyên|Nông nghiệp|Lao động|Giao thông|Kế hoạch|GD|GTVT|LĐ|KH|VH|TT|TN|NN)"
)
_WEIGHT = re.compile(
    r"(?:tỉnh|thành phố|tp\.?|ubnd|công an|tỉnh ủy|thành ủy|hđnd|điểm cầu|đảng bộ"
    r"|sở [^,.\n]{2,30}|tỉnh đoàn|thành đoàn|mttq|việt nam) ?$"
)
_AWAY = re.compile(
    r"(?:bệnh viện|đại học|trường|báo|học viện|đường|từ|gần|như|ga|quê|cảng|sân bay|trại giam"
    r"|gốc|hồ) $"
)
_CITY_WORDS = {"tp": "TP", "tp.": "TP."}


@cache
def _provinces() -> re.Pattern[str]:
    return words_pattern(key(p) for p in (*PROVINCES, *CITIES))


def home(document: Document) -> Home:
    """Find the province or central city, district, commune and ministry that a report is about.

    Named in the title counts four times, in the first 700 characters of the report twice, and with a level
    word or a body before it ("tỉnh", "Công an") twice; the unit with the highest sum wins if it has at least
    a fifth more than the next.
    """
    found = document.__dict__.get("_home")
    if found is None:
        found = Home(_province(document), *_units(document), _ministry(document))
        document.__dict__["_home"] = found
    return found


def _weight(document: Document, at: int, begin: int) -> int:
    title = document.title_span
    if title and title.start <= at < title.end:
        return 4
    return 2 if at - begin < 700 else 1


def _begin(document: Document) -> int:
    return document.title_span.end if document.title_span else 0


def _province(document: Document) -> Place | None:
    folded, lowered = document.folded, document.lowered
    sums: Counter[str] = Counter()
    first: dict[str, tuple[int, int]] = {}
    begin = _begin(document)
    for match in _provinces().finditer(lowered):
        start, end = match.span()
        if not folded[start].isupper() or document.kind_at(start) in ("noise", "byline"):
            continue
        before = lowered[max(0, start - 40) : start]
        if _AWAY.search(before):
            continue
        name = match[0].replace(" - ", " ").replace("-", " ")
        name = {"hcm": "hồ chí minh", "sài gòn": "hồ chí minh"}.get(name, name)
        if name == "hồ chí minh" and match[0] == name and not before.rstrip().endswith(("thành phố", "tp", "tp.")):
            continue
        weighty = bool(_WEIGHT.search(before))
        sums[name] += _weight(document, start, begin) * (2 if weighty else 1)
        if name not in first or weighty and not _WEIGHT.search(lowered[max(0, first[name][0] - 40) : first[name][0]]):
            first[name] = (start, end)
    return _winner(document, sums, first)


def _winner(document: Document, sums: "Counter[str]", first: dict[str, tuple[int, int]]) -> Place | None:
    ranked = sums.most_common(2)
    if not ranked:
        return None
    start, end = first[ranked[0][0]]
    titled = document.title_span is not None and document.title_span.start <= start < document.title_span.end
    if not titled and len(ranked) > 1 and ranked[0][1] < ranked[1][1] * 1.2:
        return None
    level = "thành phố" if ranked[0][0] in cities() else "tỉnh"
    written = document.text[start:end]
    if level == "thành phố":
        before = re.search(r"(?:thành phố|tp\.?) ?$", document.lowered[max(0, start - 10) : start])
        if before and not before[0].startswith("thành"):
            written = "TP " + written
            start -= len(before[0])
        elif ranked[0][0] == "hồ chí minh":
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
    for match in _UNIT.finditer(document.folded):
        word, name = match[1].lower().rstrip("."), match[2]
        if document.kind_at(match.start()) in ("noise", "byline"):
            continue
        if plausible(name.split(" ")) and (name.count(" ") > 1 or set(name.split(" ")) & MIDDLES):
            continue
        kind = "commune" if word in ("xã", "phường", "thị trấn") else "district"
        full = {"tp": "thành phố", "tx": "thị xã"}.get(word, word)
        if full == "thành phố" and key(name) in cities():
            continue
        label = f"{full} {name}"
        sums[kind][label] += _weight(document, match.start(), begin)
        first[kind].setdefault(label, Place(label, full, Span(*match.span())))
    best = []
    for kind in ("district", "commune"):
        ranked = sums[kind].most_common(2)
        clear = ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1])
        best.append(first[kind][ranked[0][0]] if clear else None)
    return best[0], best[1]


def _ministry(document: Document) -> Place | None:
    """The ministry named most."""
    from graph.grammar.organisations import body_at

    sums: Counter[str] = Counter()
    first: dict[str, Place] = {}
    begin = _begin(document)
    for match in _MINISTRY.finditer(document.folded):
        body = body_at(document.folded, document.lowered, match.start())
        if body is None:
            continue
        name = document.text[body.start : body.end]
        label = key(name).replace(" và ", " ").replace(" - ", " ")
        sums[label] += _weight(document, match.start(), begin)
        first.setdefault(label, Place("B" + name[1:], "bộ", Span(body.start, body.end)))
    ranked = sums.most_common(2)
    if not ranked or len(ranked) > 1 and ranked[0][1] == ranked[1][1]:
        return None
    return first[ranked[0][0]]


_RELATIVE = re.compile(r"(?:^|.* )(tỉnh|thành phố|tp|huyện|quận|thị xã|tx|xã|phường|thị trấn)$")
_COMMITTEE = re.compile(r"(?:^|.* )(tỉnh|thành|huyện|quận|thị) (?:ủy|đoàn)$")
_TERM = re.compile(r",? (?:khóa|nhiệm kỳ) .*$")
_PARTY_LEVEL = {"tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã"}


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
    term = _TERM.search(lowered)
    if term:
        name, tail = name[: term.start()], name[term.start() :]
        full, evidence = complete_body(name, document, at)
        return full + tail, evidence
    level = None
    match = _RELATIVE.match(lowered)
    if lowered.endswith("catp"):
        level = "thành phố"
    elif match:
        level = {"tp": "thành phố", "tx": "thị xã"}.get(match[1], match[1])
    else:
        match = _COMMITTEE.match(lowered)
        level = _PARTY_LEVEL[match[1]] if match else None
    if level is None:
        return name, ()
    place = _side(level, document, at) or _place_of(level, home(document)) or _beside(level, document, at)
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


def _side(level: str, document: Document, at: int) -> Place | None:
    """The province that the sentence names as the side of those who follow ("về phía tỉnh Nam Định có …")."""
    if level not in ("tỉnh", "thành phố"):
        return None
    sentence = document.sentence_at(at)
    start = sentence.start if sentence else at
    position = max(document.lowered.rfind("phía ", start, at), document.lowered.rfind("điểm cầu ", start, at))
    if position < 0:
        return None
    match = _SIDE.match(document.lowered, position)
    found = match and _provinces().match(document.lowered, match.end())
    if not found or not document.folded[found.start()].isupper() or (found[0] in cities()) != (level == "thành phố"):
        return None
    prefix = "TP " if found[0] == "hcm" else f"{level} "
    return Place(prefix + document.text[found.start() : found.end()], level, Span(*found.span()))


_SIDE = re.compile(r"(?:phía|điểm cầu) (?:tỉnh |thành phố |tp\.? ?|ubnd |công an )*")


def _beside(level: str, document: Document, at: int) -> Place | None:
    """The province or central city named in the same sentence before `at`, nearest first."""
    if level not in ("tỉnh", "thành phố"):
        return None
    sentence = document.sentence_at(at)
    start = max(sentence.start if sentence else at, at - 400)
    for match in reversed(list(_provinces().finditer(document.lowered, start, at))):
        if document.folded[match.start()].isupper() and (match[0] in cities()) == (level == "thành phố"):
            written = document.text[match.start() : match.end()]
            prefix = "TP " if match[0] == "hcm" else f"{level} "
            return Place(prefix + written, level, Span(*match.span()))
    return None


def _plain(place: Place) -> str:
    """The place's name without its level word; "HCM" keeps "TP"."""
    for word in (place.level, "TP."):
        if place.name.lower().startswith(word.lower() + " "):
            return place.name[len(word) + 1 :]
    return place.name
