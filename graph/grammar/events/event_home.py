"""Where a gathering was held if no words beside it say so: the spot named before, the unit of its hall, its holder's.

A committee of a province or a commune meets at home, and so does a gathering that its officials chair. A
ministry's gathering in a province's paper has no place by this.
"""

import re
from collections.abc import Sequence

from graph.grammar.bodies.places import cities, place_at, provinces
from graph.grammar.events.event_place import find_place, is_hall
from graph.grammar.gatherings.event_draft import Draft
from graph.grammar.people.persons import People
from graph.grammar.posts.context import complete_body, home
from graph.grammar.text.cues import key
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER
from graph.mention import Evidence, NamedBody, PersonMention, RoleMention, Span
from graph.span import span_of

Placed = tuple[str, tuple[Evidence, ...]]

# "cũng ở hội trường này": where the gathering told before was.
_SAME_SPOT = re.compile(
    r"(?<!\w)(?:(?:cũng )?(?:tại|ở|trên|trong) (?:chính )?(?:hội trường|thao trường|địa điểm|nơi|sân|khuôn viên|"
    r"phòng họp|nhà văn hóa|trụ sở|trung tâm)(?: \w+){0,2} (?:này|nói trên|trên)|(?:cũng )(?:tại|ở) đây)(?!\w)"
)
_OF_HALL = re.compile(
    r"(?:(?:ubnd|hđnd|ủy ban nhân dân|đảng ủy|công an|văn hóa|của|hội trường|trụ sở) )(?P<level>phường|xã|"
    r"huyện|quận|thị trấn|thị xã|tỉnh)$|(?P<party>huyện|quận|thị|tỉnh) ủy$"
)
_PARTY_LEVEL = {"huyện": "huyện", "quận": "quận", "thị": "thị xã", "tỉnh": "tỉnh", "thành": "thành phố"}
# Levels that a place's name goes without.
_BARE_LEVELS = frozenset({"huyện", "quận", "thị xã", "tỉnh"})
_SYLLABLE = rf"[{UPPER}]\w*(?:'\w+)*"
_UNIT = re.compile(
    rf"(?<!\w)(?:(?P<level>huyện|thị xã|quận|xã|phường|thị trấn|thành phố)|(?P<party>[Hh]uyện|[Qq]uận|[Tt]hị|[Tt]hành)"
    rf" (?:ủy|uỷ|đoàn)) (?P<name>{_SYLLABLE}(?: {_SYLLABLE}){{0,3}}(?: \d{{1,2}})?)$"
)
_IN_PROVINCE = re.compile(rf"(?:,| \() ?(?:tỉnh|TP\.?|thành phố) ?{_SYLLABLE}(?: {_SYLLABLE}){{0,3}}\)?$")
_COMMITTEE = re.compile(
    r"c(?<!\w.)ủa (?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|tỉnh ủy|thành ủy|đoàn đbqh|đoàn đại biểu quốc hội|"
    r"ban thường vụ tỉnh ủy|ban thường vụ thành ủy) (?P<unit>(?:tỉnh |thành phố |tp\.? ?)?)"
)
# Bodies of a province whose names may leave it out, beside one that names it.
_OF_PROVINCE = re.compile(
    r"(?:sở|ban|tỉnh đoàn|thành đoàn|trường|chi cục|phòng|liên đoàn|ubnd|công an|đảng ủy|bệnh viện|trung tâm|hội|"
    r"ủy ban|bộ chỉ huy|trung đoàn|đồn)(?!\w)(?!.*(?:trung ương|việt nam|quốc gia))"
)
_VISIT = re.compile(
    r"(?:(?:buổi|cuộc) )?(?:làm việc|họp|đối thoại|giao ban) với (?:(?:ban thường vụ|ban chấp hành|lãnh đạo|"
    r"thường trực|cán bộ|các đồng chí) )*|(?P<voters>(?:(?:buổi|cuộc|hội nghị) )?tiếp xúc(?: với)? cử tri )(?:tại |ở )?"
)
_ABOUT = re.compile(r" (?:để|về|liên quan|nhằm)(?!\w)")
_AREA = re.compile(
    rf"(?<!\w)(?:(?:UBND |HĐND |Đảng ủy )?(?P<level>huyện|thị xã|quận|xã|phường|thị trấn|tỉnh)|"
    rf"(?P<party>[Hh]uyện|[Qq]uận|[Tt]hị|[Tt]ỉnh) (?:ủy|uỷ)) (?P<name>{_SYLLABLE}(?: {_SYLLABLE}){{0,3}})"
)
_OF_CITY = re.compile(r",? (?:TP\.? ?|thành phố |tỉnh )")
_BEYOND = re.compile(
    r" (?:(?P<all>toàn quốc|cả nước|với (?:tỉnh|thành phố))|toàn ngành|"
    r"(?:tổng kết|sơ kết|nhiệm vụ|công tác) ngành)(?!\w)"
)
_NATIONAL = re.compile(
    r"^(?:chính phủ|bộ|trung ương|quốc hội|văn phòng chính phủ)(?!\w)(?! (?:chỉ huy|tư lệnh))|\(bộ |quốc gia"
)
_LEADS = re.compile(
    r"(?:ban thường vụ )?(?:tỉnh ủy|thành ủy)|(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân) (?:tỉnh|thành)"
)
_ALL_LOCAL = 2  # persons
_PRIVATE = re.compile(
    r"(?:hiệp hội|công ty|tổng công ty|tập đoàn|liên hiệp|hợp tác xã|ngân hàng|câu lạc bộ|quỹ|báo|trường|bệnh viện|"
    r"đoàn luật sư|hội (?!đồng))"
)
_BRANCH = re.compile(r"(?:cục|chi cục|kho bạc|chi nhánh)(?!\w)")
_DELEGATION = re.compile(r"(?<!\w)đoàn (?:công tác|kiểm tra|giám sát|khảo sát|thanh tra)(?!\w)")
_CITY = re.compile(r"^(?:thành phố|tp\.?)\s?")
_LEVEL = re.compile(r"^(?:tỉnh|thành phố)\s")


def settle(
    document: Document,
    people: People,
    draft: Draft,
    starts: Sequence[int],
    roles: Sequence[RoleMention],
    organisers: Sequence[NamedBody],
    online: bool,
    earlier: Placed | None,
) -> Placed | None:
    """Give the place of a gathering and the words that say it, or None.

    Args:
        document: the report.
        people: the persons of the report, whose posts tell where chairs are at home.
        draft: the gathering.
        starts: where persons are named, at which a place's name ends.
        roles: who did what at it.
        organisers: who held it.
        online: whether people met over a video link, and so at several places.
        earlier: place of the gathering told before, for "cũng ở hội trường này".
    """
    found = find_place(document, draft, starts)
    place: Placed | None = (found[0], (found[1],)) if found else None
    if found is None:
        place = _same_spot(document, draft, earlier)
        if place:
            return place
    elif not is_hall(document, found):
        return place
    else:
        within = _unit_of_hall(document, found)
        if within:
            return within
    beyond = _beyond(document, draft)
    chairs_only = (online or beyond) and not organisers
    own = named_holder(document, draft) or _of_area(document, draft)
    if own is None and (organisers or not _of_other_holder(document, draft) or any(r.role == "chair" for r in roles)):
        visited = _host(document, draft) if not organisers else None
        own = visited or home_place(
            document, people, roles, organisers, chaired=chairs_only, beyond=beyond, visit=_is_visit(draft)
        )
    return own or place or _host(document, draft)


def _is_visit(draft: Draft) -> bool:
    """Does somebody come to work with a body of the place?"""
    return draft.concept == "working-session"


# "… trật tự đô thị trên địa bàn thành phố": of the report's own province
_ON_GROUND = re.compile(r"trên địa bàn (?:tỉnh|thành phố|tp)\.?(?!\w)")


def _of_area(document: Document, draft: Draft) -> Placed | None:
    """The province on whose ground is what the gathering was about, by its name."""
    province = home(document).province
    for gathering in (draft.opening, *draft.mentions) if province else ():
        ground = _ON_GROUND.search(document.lowered, gathering.span.end, gathering.name.end)
        if ground and province:
            if not _names_it(document, ground.end(), _CITY.sub("", key(_LEVEL.sub("", province.name)))):
                return None
            words = Evidence(span_of(ground), "event.place", "context")
            return _LEVEL.sub("", province.name), (words, Evidence(province.span, "event.place", "context"))
    return None


def _names_it(document: Document, at: int, inside: str) -> bool:
    """Does no name of a place but that of the province follow?"""
    after = document.folded[at : at + 2].strip()
    return not after or not after.isupper() or document.lowered.startswith(inside, at + 1)


# "hội nghị tổng kết năm 2017 của Bộ …", "của Tổng công ty …": who was there says nothing of where it was.
_HOLDER = re.compile(
    r"c(?<!\w.)ủa (?:các )?(?:bộ|tổng công ty|tập đoàn|chính phủ|công ty|ngân hàng|hiệp hội|liên đoàn)(?!\w)"
)


def _of_other_holder(document: Document, draft: Draft) -> bool:
    """Is the gathering, by its name, one of a ministry or firm?"""
    return any(
        _HOLDER.search(document.lowered, g.span.end, g.name.end) is not None for g in (draft.opening, *draft.mentions)
    )


def _beyond(document: Document, draft: Draft) -> bool:
    """Is the gathering of the whole country, of a whole sector, or of two provinces, by its name?"""
    name = draft.opening.span.start, draft.opening.name.end
    beyond = _BEYOND.search(document.lowered, *name)
    province = home(document).province if beyond and not beyond["all"] else None
    named = province is not None and _CITY.sub("", key(_LEVEL.sub("", province.name))) in document.lowered[slice(*name)]
    return beyond is not None and not named


def _host(document: Document, draft: Draft) -> Placed | None:
    """Who is visited: "làm việc với Ban Thường vụ Huyện ủy Mỹ Đông", "tiếp xúc cử tri quận Tây, TP. Hải Phòng"."""
    gathering = draft.opening
    limit = min(gathering.name.end + 60, draft.sentence.end)
    met = _VISIT.match(document.lowered, gathering.span.start, limit)
    if met is None:
        return None
    begin = met.end()
    about = _ABOUT.search(document.lowered, begin, limit)
    limit = about.start() if about else limit
    for match in _AREA.finditer(document.folded, begin, limit):
        if "," in document.folded[begin : match.start()] and not met["voters"]:
            break
        city = _OF_CITY.match(document.folded, match.end(), limit) if met["voters"] else None
        end = place_at(document.folded, document.lowered, city.end()) if city else None
        if city and end:
            span = Span(city.end(), end)
            return document.words(span), (Evidence(span, "event.place"),)
        level = (match["level"] or _PARTY_LEVEL[match["party"].lower()]).lower()
        if level == "tỉnh" and not met["voters"]:
            break
        name = match["name"] if level in _BARE_LEVELS else f"{level} {match['name']}"
        return name, (Evidence(span_of(match), "event.place"),)
    province = home(document).province
    if province and _DELEGATION.search(document.lowered, draft.sentence.start, draft.sentence.end):
        name = _LEVEL.sub("", province.name)
        if _CITY.sub("", key(name)) in document.lowered[begin : gathering.name.end]:
            return name, (Evidence(Span(begin, gathering.name.end), "event.place", "context"),)
    return None


def _same_spot(document: Document, draft: Draft, earlier: Placed | None) -> Placed | None:
    sentence = document.sentence_at(draft.opening.span.start)
    if earlier is None or sentence is None:
        return None
    said = _SAME_SPOT.search(document.lowered, sentence.start, sentence.end)
    if said is None:
        return None
    return earlier[0], (Evidence(span_of(said), "event.place", "coreference"), *earlier[1])


def _unit_of_hall(document: Document, place: tuple[str, Evidence]) -> Placed | None:
    """“hội trường UBND xã” in a report on xã Đông Sơn: that commune."""
    span = place[1].span
    match = _OF_HALL.search(document.lowered, span.start, span.end)
    if match is None:
        return None
    level = match["level"] or _PARTY_LEVEL[match["party"]]
    full, context = complete_body(level, document, span.start)
    if not context:
        return None
    name = full[len(level) + 1 :] if level in _BARE_LEVELS else full
    return name, (place[1], *context)


def named_holder(document: Document, draft: Draft) -> Placed | None:
    """The province in the name of a gathering of its committee: "hội nghị … của UBND TP. HCM"."""
    for gathering in (draft.opening, *draft.mentions):
        holder = _COMMITTEE.search(document.lowered, gathering.span.end, gathering.name.end)
        end = place_at(document.folded, document.lowered, holder.end()) if holder else None
        if holder and end:
            span = Span(holder.end() if holder["unit"] == "tỉnh " else holder.start("unit"), end)
            return document.words(span), (Evidence(span, "event.place", "context"),)
    return None


def home_place(
    document: Document,
    people: People,
    roles: Sequence[RoleMention],
    organisers: Sequence[NamedBody],
    *,
    chaired: bool = False,
    beyond: bool = False,
    visit: bool = False,
) -> Placed | None:
    """Give the district, commune or province of those who held a gathering, or of the officials who chaired it.

    Only where the words name no place. With `chaired`, only its chairs count, or (not with `beyond`) several persons
    who are all of it. On a `visit` those of the whole country come to the place.
    """
    chairs = {r.person for r in roles if r.role == "chair"}
    there = chairs or {r.person for r in roles}
    posted = [p for p in people.persons if p.name in there]
    if chaired and not chairs and (beyond or len(posted) < _ALL_LOCAL):
        posted = []
    if not organisers and not posted:
        return None
    if organisers:
        units = [unit for body in organisers if (unit := unit_in(body.name))]
        if units and len(set(units)) == 1:
            first = next(body for body in organisers if unit_in(body.name))
            return units[0], (Evidence(first.evidence[0].span, "event.place", "context"),)
    elif chairs:
        shared = [_units(person) for person in posted]
        common = set.intersection(*map(set, shared)) if shared else set()
        if len(common) == 1:
            unit = common.pop()
            return unit, (Evidence(shared[0][unit], "event.place", "context"),)
    return _province(document, organisers, posted, bool(chairs) or chaired, visit)


def _province(
    document: Document, organisers: Sequence[NamedBody], posted: Sequence[PersonMention], chaired: bool, visit: bool
) -> Placed | None:
    province = home(document).province
    if province is None:
        return None
    name = _LEVEL.sub("", province.name)
    inside = _CITY.sub("", key(name))
    evidence = [Evidence(province.span, "event.place", "context")]
    if organisers:
        bodies = [key(body.name) for body in organisers]
        local = any(inside in body for body in bodies) and all(
            inside in body or (_OF_PROVINCE.match(body) and not _elsewhere(body, inside)) for body in bodies
        )
        evidence += [e for body in organisers[:1] for e in body.evidence[:1]]
    else:
        # The head of a branch or of a union speaks at its ministry's gatherings too.
        if not chaired and len(posted) == 1 and all(_BRANCH.match(key(post.org or "")) for post in posted[0].posts):
            return None
        # Nor does a guest from a union or firm of the place say that its committee held the gathering.
        official = any(
            inside in key(post.org or "") and not _PRIVATE.match(key(post.org or ""))
            for p in posted
            for post in p.posts
        )
        if not chaired and not official:
            return None
        holds = [any(inside in key(post.org or "") for post in p.posts) for p in posted]
        # One of the place beside somebody of the whole country, no head of the place: as many are from elsewhere.
        orgs = [key(post.org or "") for p in posted for post in p.posts]
        leads = any(inside in org and _LEADS.match(org) for org in orgs) and not any(
            _elsewhere(org, inside) for org in orgs
        )
        guest = sum(holds) == 1 and not leads and any(_NATIONAL.search(org) for org in orgs)
        known = document.lowered.count(inside) >= 4 and (visit or not guest)
        most = 3 * sum(holds) >= 2 * len(holds)
        local = bool(holds) and (all(holds) if chaired else most or (known and any(holds)))
    name = name.title() if name.isupper() and not name.startswith("TP") else name
    return (name, tuple(evidence)) if local else None


def _elsewhere(body: str, inside: str) -> bool:
    """Does a body's name hold another province?"""
    return any(name in body for name in provinces() if name != inside)


def unit_in(body: str) -> str | None:
    """Return the district or commune that a body's name ends with: "xã Đông Sơn" of "UBND xã Đông Sơn"."""
    match = _UNIT.search(_IN_PROVINCE.sub("", body))
    if match is None:
        return None
    level = match["level"] or _PARTY_LEVEL[match["party"].lower()]
    if level == "thành phố" and _CITY.sub("", key(match["name"])) in cities():
        return None
    return match["name"] if level in _BARE_LEVELS else f"{level} {match['name']}"


def _units(person: PersonMention) -> dict[str, Span]:
    """The districts and communes over which somebody holds posts, with the words for one."""
    return {
        unit: post.evidence[0].span
        for post in person.posts
        if not post.former and post.org and (unit := unit_in(post.org))
    }
