"""Where else a report names a body: in full, or nearest before."""

import re

from graph.grammar.bodies.body_words import ACRONYM, FIELDS, RANK_OF, body_pattern
from graph.grammar.bodies.organisations import body_at
from graph.grammar.bodies.places import place_at
from graph.grammar.names.coreference import body_words, fits
from graph.grammar.names.names import plain as key
from graph.grammar.names.names import plausible, run_at
from graph.grammar.posts.context import home
from graph.grammar.posts.posts import Post
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER
from graph.mention import Evidence, Span

_COMMANDS = re.compile(
    r"(?<!\w)(?:bộ chỉ huy|ban chỉ huy quân sự|bộ chqs|ban chqs|bộ tư lệnh|quân khu|quân đoàn|sư đoàn|lữ đoàn"
    r"|trung đoàn|tiểu đoàn|đại đội|bộ đội biên phòng|bđbp|đồn biên phòng|hải đội)(?!\w)"
)
_FIRMS_AND_CENTRES = re.compile(r"(?<!\w)(?:công ty|tập đoàn|trung tâm|bệnh viện|hợp tác xã|nhà máy|xí nghiệp)(?!\w)")
_COMMANDERS = ("chỉ huy trưởng", "tham mưu trưởng", "chính ủy", "chính trị viên", "tư lệnh")
_SUBJECTS = {
    "chủ nhiệm chính trị": re.compile(r"(?<!\w)(?:bộ chỉ huy|bộ tư lệnh|quân khu|quân đoàn|sư đoàn|bộ chqs)(?!\w)"),
    "chủ tịch": re.compile(
        r"(?<!\w)(?:ubnd|hđnd|quốc hội|hội|hiệp hội|ủy ban|hđqt|hội đồng|công đoàn|liên đoàn|câu lạc bộ|clb|quỹ"
        r"|tập đoàn|công ty|ngân hàng)(?!\w)"
    ),
    "giám đốc": re.compile(
        r"(?<!\w)(?:sở|công ty|công an|trung tâm|bệnh viện|ngân hàng|tổng công ty|tập đoàn|nhà máy)(?!\w)"
    ),
    "bí thư": re.compile(
        r"(?<!\w)(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|tỉnh đoàn|thành đoàn"
        r"|trung ương đoàn)(?!\w)"
    ),
    "giám thị": re.compile(r"(?<!\w)(?:trại giam|trại tạm giam)(?!\w)"),
    "chánh án": re.compile(r"(?<!\w)(?:tand|tòa án nhân dân)(?!\w)"),
    "chủ nhiệm": re.compile(r"(?<!\w)(?:ủy ban|văn phòng|ban chủ nhiệm|câu lạc bộ|clb|hợp tác xã|htx)(?!\w)"),
    "thư ký": re.compile(r"(?<!\w)(?:hội|hiệp hội|liên đoàn|quốc hội|ủy ban)(?!\w)"),
    "kế toán trưởng": _FIRMS_AND_CENTRES,
    **dict.fromkeys(_COMMANDERS, _COMMANDS),
}


_FARTHEST = 1500  # one sentence may be the whole report


def body_beside(document: Document, post: Post) -> tuple[str | None, list[Evidence]]:
    """A bare "Chủ tịch" + name is of the body of that kind named last before it, within two sentences."""
    title = key(post.title)
    kind = next((k for k in _SUBJECTS if k in title), None)
    if kind is None:
        return None, []
    sentence = document.sentence_at(post.start)
    start = max(0, (sentence.start if sentence else post.start) - 250)
    start = max(start, post.start - _FARTHEST)
    start = max(start, document.lowered.rfind("\n\n", start, post.start))
    if kind == "chủ nhiệm chính trị":
        start = max(0, post.start - _FARTHEST)
    for match in reversed(list(_SUBJECTS[kind].finditer(document.lowered, start, post.start))):
        found = _named_at(document, match.start(), "")
        if found:
            return found
    if kind in _COMMANDERS:  # a report on a unit names it first
        return _unit(document) or (None, [])
    return None, []


def _unit(document: Document) -> tuple[str, list[Evidence]] | None:
    """The unit that the report names first; found once."""
    if "_unit" not in document.kept:
        named = (_named_at(document, match.start(), "") for match in _COMMANDS.finditer(document.lowered))
        document.kept["_unit"] = next(filter(None, named), None)
    found: tuple[str, list[Evidence]] | None = document.kept["_unit"]
    return found


def led_body(document: Document, post: Post) -> tuple[str, list[Evidence]] | None:
    """Find the body that stands before "do … làm Chủ tịch": it is the one that is led."""
    lowered = document.lowered
    if not lowered.endswith((" làm ", " là "), max(0, post.start - 5), post.start):
        return None
    sentence = document.sentence_at(post.start)
    begin = max(sentence.start if sentence else 0, post.start - 240)
    at = lowered.rfind(" do ", begin, post.start)
    if at < 0 or _OTHERWISE.search(lowered, at, post.start):
        return None
    group = (
        _GROUP.search(document.folded, begin, at) if post.concept.extra.get("bodyWord", ("",))[0] == "Đoàn" else None
    )
    if group and not _GROUP_ACTS.search(
        lowered, group.start() + 5, at
    ):  # "Đoàn công tác của Tỉnh ủy, HĐND tỉnh do …": of several bodies
        span = Span(group.start(), at)
        return " ".join(document.words(span).split()), [Evidence(span, "post.led-body", "context")]
    for match in body_pattern().finditer(lowered, begin, at):
        body = body_at(document.folded, lowered, match.start())
        if body and 0 <= at - body.end <= 14 and body.end - body.start > len(body.first) + 2:
            name = " ".join(document.text[body.start : body.end].split())
            return name, [Evidence(Span(body.start, body.end), "post.led-body", "context")]
    return None


# "do phó giám đốc phụ trách sau khi ông X được điều động về làm …": another clause.
_OTHERWISE = re.compile(r"(?<!\w)(?:phụ trách|sau khi|được|là ông|là bà|điều động)(?!\w)")
_GROUP = re.compile(
    rf"(?<!\w)[Đđ]oàn (?:công tác|kiểm tra|giám sát|khảo sát|thanh tra|đại biểu)(?: liên ngành| số \d+)? (?:của )?"
    rf"[{UPPER}][^.;\d]{{0,150}}[^.;\d,]$"
)
_GROUP_ACTS = re.compile(r" (?:đã|đến|tới|về|tại|làm việc|vừa|thăm|gồm|có|sẽ|đi|tiếp|và làm|kiểm tra|giám sát) ")
_NEAR = 300


_OTHER_UNIONS = ("công ", "tập ", "quân ", "sư ", "trung ", "lữ ", "binh ", "liên ", "tiểu ", "hải ")


def nearest_body(document: Document, word: str, at: int) -> tuple[str | None, list[Evidence]]:
    """Find which body of this kind a bare title means: one named shortly before, or the only one of the report.

    Where several are named and none stands near, nothing is said.
    """
    if key(word) == "bộ":
        ministry = home(document).ministry or home(document).ministry_before(at)
        return (ministry.name, [Evidence(ministry.span, "post.home-ministry", "context")]) if ministry else (None, [])
    lowered, needle = document.lowered, key(word) + " "
    found: list[tuple[str, list[Evidence]]] = []
    position, tries = lowered.rfind(needle, 0, at), 0
    small = bool(_LOWER_CASE.match(key(word)))
    above: tuple[str, list[Evidence]] | None = None  # of the whole country, where the report may be on a province's
    while position >= 0 and tries < 5:
        if small and word == "Đoàn" and lowered.endswith(_OTHER_UNIONS, 0, position):
            pass
        elif small or document.folded[position].isupper():
            named = _named_at(document, position, word)
            if named and at - named[1][0].span.end <= _NEAR:
                if key(word) != "hội" or not key(named[0]).endswith("việt nam"):
                    return named
                above = above or named
            found += [named] if named else []
            tries += 1
        position = lowered.rfind(needle, 0, position)
    position = lowered.find(needle, at)
    while position >= 0 and tries < 9:
        if small or document.folded[position].isupper():
            named = _named_at(document, position, word)
            found += [named] if named else []
            tries += 1
        position = lowered.find(needle, position + 1)
    if above:
        kind = body_words(above[0])[:4]
        return next((f for f in found if body_words(f[0])[:4] == kind and f[0] != above[0]), above)
    if found and all(fits(found[0][0], other) for other, _ in found):
        return max(found, key=lambda f: len(f[0]))
    return None, []


# What may begin the part of a name that a short form leaves out.
_EXTENDS = re.compile(
    rf" ?(?:[{UPPER}(\"]|-|,|của |và |về |tỉnh |thành phố |huyện |quận |xã |trung ương|quốc gia|nhà nước)"
)


def _other(document: Document, needle: str, after: int) -> bool:
    """Is what follows a name no part of it: a next body after "Ban … Trung ương, ", or somebody's name?"""
    if document.folded[after] == ",":
        return needle.endswith(("trung ương", "chính phủ", "quốc hội"))
    spans = run_at(document.folded, after + 1)
    words = [document.folded[a:b] for a, b in spans]
    return plausible(words[:4]) and len(words) < 5 and place_at(document.folded, document.lowered, after + 1) is None


_SEVERAL = frozenset(["tập đoàn", "công ty", "tổng công ty", "ngân hàng"])


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]


_KTXH = re.compile(r"(?<!\w)kt ?-? ?xh(?!\w)")


def longer_name(document: Document, name: str, stated_end: int) -> tuple[str | None, list[Evidence]]:
    """Find where the report writes the same body with more words ("Ban Chỉ đạo" + what it directs)."""
    lowered, needle = document.lowered, _KTXH.sub("kinh tế - xã hội", key(name))
    found: list[tuple[int, int]] = []
    position, tries = lowered.find(needle), 0
    while position >= 0 and tries < 12:
        tries += 1
        after = position + len(needle)
        if (
            after != stated_end
            and lowered[after : after + 1] in (" ", ",")
            and not lowered[position - 1 : position].isalnum()
            and not lowered.endswith(("chi ", "tổng "), 0, position)
        ):
            body = body_at(document.folded, lowered, position)
            if (
                body
                and body.name_at is None
                and body.end > after + 1
                and (
                    body.tail == "long"
                    or _EXTENDS.match(document.folded, after)
                    and not _other(document, needle, after)
                )
            ):
                found.append((body.start, body.end))
        position = lowered.find(needle, after)
    if not found:
        return None, []
    best = max(found, key=_length)
    whole = document.text[slice(*best)]
    if needle in _SEVERAL and not all(fits(whole, document.text[slice(*other)]) for other in found):
        # Of several firms the one named last is meant.
        last = max((span for span in found if span[0] < stated_end), default=found[0])
        near = document.text[slice(*last)]
        best = max((span for span in found if fits(document.text[slice(*span)], near)), key=_length, default=last)
    longer = " ".join(document.text[best[0] : best[1]].split())
    return name[:1] + longer[1:], [Evidence(Span(*best), "post.full-body", "context")]


_FIRMS = re.compile(r"(?<!\w)(?:công ty|tổng công ty|tập đoàn|ngân hàng|xí nghiệp|hợp tác xã|htx)(?!\w)")


def firm_before(document: Document, at: int) -> tuple[str | None, list[Evidence]]:
    """The firm named last before `at`, whose board a bare "HĐQT" is."""
    for match in reversed(list(_FIRMS.finditer(document.lowered, max(0, at - 400), at))):
        found = _named_at(document, match.start(), "")
        if found:
            return found
    return None, []


# Kinds of units whose names are numbers or places.
UNITS = frozenset(
    ["trung đoàn", "tiểu đoàn", "sư đoàn", "lữ đoàn", "đại đội", "quân khu", "quân đoàn", "hải đội", "đồn"]
)
_INITIALS = re.compile(r"(?:UBND|HĐND|TAND|VKSND|MTTQ|LĐLĐ|BHXH)(?!\w)")
_LOWER_CASE = re.compile(r"(?:đoàn|tổ|ban|tiểu ban)(?!\w)")


_LEVELS = frozenset([" tỉnh", " thành phố", " huyện", " quận", " thị xã", " xã", " phường"])


def _named_at(document: Document, at: int, word: str) -> tuple[str, list[Evidence]] | None:
    """The body written at `at`, if it is one with more than its type word."""
    if at and document.folded[at - 1].isalnum():
        return None
    body = body_at(document.folded, document.lowered, at)
    if body is None or body.end - body.start <= len(word) + (1 if key(word) in UNITS else 3):
        return None
    if not word and body.end - body.start == len(body.first) and body.first not in RANK_OF:
        return None
    if not document.folded[at].isupper() and not _LOWER_CASE.match(key(word)):
        return None
    begin = body.start + len(body.first) + 1
    named = FIELDS.match(document.lowered, begin) or ACRONYM.match(document.folded, begin)
    if body.first in ("sở", "bộ") and not named or body.first == "tổ chức" != key(word):
        return None
    rest = document.folded[body.start + len(body.first) : body.end]
    if (
        rest.islower()
        and rest not in _LEVELS
        and (" " not in body.first or body.first in UNITS)
        and not any(c.isdigit() for c in rest)
    ):
        return None  # "Cụm khám phá": a verb rather than a name
    unit_end = document.folded.find(" thuộc ", body.start, body.end) if body.first in UNITS else -1
    end = unit_end if unit_end > 0 else body.end  # a unit's number is its name
    name = " ".join(document.text[body.start : end].split())
    if " các " in name or name.endswith(" các") or name.isupper() and " " in name and not _INITIALS.match(name):
        return None
    return name, [Evidence(Span(body.start, end), "post.nearest-body", "context")]
