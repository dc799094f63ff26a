"""What the words of a quote must say before a role, a day, a number or a kind is believed."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from graph.grammar.text.dates import WrittenDate, iso, parse_date, resolve
from graph.grammar.text.normal import fold, lower
from graph.grammar.text.numbers import NUMBER, SCALE, WORDS, value
from graph.llm.quotes import Quoted, Quotes
from graph.mention import Evidence, PersonMention, Span
from graph.span import span_of
from ontology.vocabulary import Concept, by_form, scheme

_ISO = re.compile(r"(?:(?P<year>\d{4})-|--)(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?")
_HONORIFICS = ("ông", "bà", "đồng chí", "đ/c", "anh", "chị", "cô", "bác")
_SCALES = {**SCALE, "tỷ": 1e9, "tỉ": 1e9}
_COUNTED = re.compile(rf"(?<![\w.,/])(?:(?P<digits>{NUMBER})(?!\w)(?:\s+(?P<scale>{'|'.join(_SCALES)})\b)?"
                      rf"|(?P<word>{'|'.join(WORDS)})(?!\w))")  # fmt: skip
_ONLINE = ("trực tuyến", "cầu truyền hình", "điểm cầu")
_NOT = r"(?<!\bkhông )(?<!\bchưa )"


def person_in(person: PersonMention, everybody: Iterable[PersonMention], words: str) -> str | None:
    """Say how a quote names a person: "direct" by name, "coreference" by "ông Tám" or a post, None not at all.

    A last syllable or a post that somebody else in the report has too names nobody.
    """
    others = [other for other in everybody if other.name != person.name]
    name = _words(person.name).split()
    for first in range(max(1, len(name) - 1)):
        part = " ".join(name[first:])
        if _holds(words, part) and (first == 0 or not any(_words(o.name).endswith(" " + part) for o in others)):
            return "direct"
    titles = [_words(post.title) for post in person.posts]
    before = [*_HONORIFICS, *(_words(form) for form in by_form("rank")), *titles]
    if not any(_words(other.name).split()[-1:] == name[-1:] for other in others) and any(
        _holds(words, f"{title} {name[-1]}") for title in before
    ):
        return "coreference"
    theirs = {_words(post.title) for other in others for post in other.posts}
    # "Giám đốc chủ trì" is the director of the report; "Giám đốc Nguyễn Văn An" is whom it names.
    unnamed = not any(_holds(words, _words(other.name)) for other in others)
    if unnamed and any(title not in theirs and _holds(words, title) for title in titles):
        return "coreference"
    return None


def cue_of(role: str, quoted: Quoted) -> str | None:
    """Return the words of a quote that give a role, those of `participation-role` and of what is narrower."""
    for concept in _with_narrower(role):
        words = quoted.words
        for other in concept.extra.get("notCue", ()):
            words = words.replace(_words(other), "\0" * len(_words(other)))
        always = (*concept.forms, *concept.cues)
        with_gathering = concept.extra.get("cueWithGathering", ()) if _names_any(words, "gathering-kind") else ()
        with_award = concept.extra.get("cueWithAward", ()) if _names_any(words, "award-type") else ()
        for cue in sorted({*always, *with_gathering, *with_award}, key=lambda c: (-len(c), c)):
            if re.search(_NOT + r"(?<!\w)" + re.escape(_words(cue)) + r"(?!\w)", words):
                return cue
    return None


def names_kind(list_name: str, kind: str, quoted: Quoted) -> bool:
    """Say whether a quote has a word for a kind of gathering or initiative, or for a narrower one."""
    concepts = scheme(list_name)
    wanted = {c.iri for c in concepts if c.id == kind}
    forms = [f for c in concepts if c.iri in wanted or c.broader in wanted for f in (*c.forms, *c.cues)]
    return any(_holds(quoted.words, _words(form)) for form in forms)


def read_day(said: str) -> str | None:
    """Return a day as YYYY-MM-DD, --MM-DD or YYYY-MM ("12/04/2019" is 2019-04-12); None for anything else."""
    match = _ISO.fullmatch(said.strip())
    if match is None:
        return parse_date(said) if re.fullmatch(r"[\d/. -]+|.*tháng.*", said) else None
    year, day = match["year"], match["day"]
    if year is None and day is None or not 1 <= int(match["month"]) <= 12:
        return None
    return iso(int(year) if year else None, int(match["month"]), int(day) if day else None)


def day_in(day: str, quotes: Quotes, quoted: Quoted, published: str | None) -> tuple[str, Evidence] | None:
    """Return a day as far as the report states it, with its words; None where it is not written there.

    The quote is read first, then the report ("context"). A year that neither stands with the day nor
    follows from the report is left out: "2019-04-12" of "ngày 12/4" is "--04-12".

    Args:
        day: YYYY-MM-DD, --MM-DD or YYYY-MM.
        quotes: the report.
        quoted: the quote of the fact.
        published: ISO day of the report, None if unknown.
    """
    if not day.startswith("--") and len(day) == 7:
        pattern = rf"(?<!\d)0?{int(day[5:])}(?:\s?[/-]\s?|,?\s(?:của\s)?năm\s){day[:4]}(?!\d)"
        return _found(re.compile(pattern), quotes, quoted, day)
    month, number = int(day[-5:-3]), int(day[-2:])
    pattern = rf"(?<![\d/.-])0?{number}(?:\s?[/.-]\s?|\s+tháng\s+)0?{month}(?!\d)"
    pattern += r"(?:(?:\s?[/.-]\s?|,?\s+năm\s+)(\d{4})(?!\d))?"
    best: tuple[str, Evidence] | None = None
    for part, derived in ((quoted.span, "direct"), (Span(0, len(quotes.folded)), "context")):
        for match in re.compile(pattern).finditer(quotes.folded, part.start, part.end):
            stated = WrittenDate(span_of(match), int(match[1]) if match[1] else None, month, number)
            meant = resolve(stated, published, quotes.folded)
            if day.startswith("--") or meant == day:
                return day, quotes.evidence(stated.span, derived)
            if match[1] is None and best is None:
                best = f"--{day[-5:]}", quotes.evidence(stated.span, derived)
    return best


def _found(pattern: "re.Pattern[str]", quotes: Quotes, quoted: Quoted, day: str) -> tuple[str, Evidence] | None:
    for part, derived in ((quoted.span, "direct"), (Span(0, len(quotes.folded)), "context")):
        match = pattern.search(quotes.folded, part.start, part.end)
        if match:
            return day, quotes.evidence(span_of(match), derived)
    return None


def number_in(wanted: float, quotes: Quotes, quoted: Quoted, before: str | None = None) -> Span | None:
    """Return where a quote writes a number ("1.457", "2,5 triệu", "hai"), with `before` soon after it."""
    for match in _COUNTED.finditer(quotes.folded, quoted.span.start, quoted.span.end):
        number = value(match["digits"]) if match["digits"] else float(WORDS[match["word"]])
        if number is None or abs(number * _SCALES.get(match["scale"] or "", 1) - wanted) > 1e-6 * abs(wanted):
            continue
        near = Span(match.end(), min(quoted.span.end, match.end() + 40 + len(before or "")))
        if before is None or before == "%" and quotes.folded[match.end() :].lstrip().startswith("%"):
            return span_of(match)
        if quotes.find(before, near) is not None:
            return span_of(match)
    return None


def online_in(quotes: Quotes, quoted: Quoted) -> Evidence | None:
    """Return the words that say that a gathering was held online, from its quote or from the report."""
    for part, derived in ((quoted.span, "direct"), (None, "context")):
        for words in _ONLINE:
            span = quotes.find(words, part)
            if span is not None:
                return quotes.evidence(span, derived)
    return None


@cache
def _with_narrower(role: str) -> tuple[Concept, ...]:
    concepts = scheme("participation-role")
    below: Mapping[str, list[Concept]] = {c.iri: [x for x in concepts if x.broader == c.iri] for c in concepts}
    found = [c for c in concepts if c.id == role]
    for concept in found:
        found.extend(below[concept.iri])
    return tuple(found)


@cache
def _forms(list_name: str) -> "re.Pattern[str]":
    forms = sorted({_words(form) for form in by_form(list_name)}, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")


def _names_any(words: str, list_name: str) -> bool:
    return _forms(list_name).search(words) is not None


def _holds(words: str, part: str) -> bool:
    return re.search(r"(?<!\w)" + re.escape(part) + r"(?!\w)", " ".join(words.split())) is not None


def _words(text: str) -> str:
    return " ".join(lower(fold(text)).split())
