"""Whether a value stands in the words that are given for it, and how it is written there."""

import re
from collections.abc import Iterable

from graph.grammar.text.normal import fold, lower
from graph.mention import Evidence
from graph.quads.writer import Writer
from graph.resolve.post import Post, titles_of
from graph.resolve.spelling import key, words

Words = tuple[Evidence, ...]
# The first words of a body that a minister's or a premier's title says already.
_SAID_BY_TITLE = (["bộ"], ["chính", "phủ"])
_DIGITS = re.compile(r"\d+")


def that_say(writer: Writer, name: str, evidence: Iterable[Evidence]) -> Words:
    """Return the evidence in whose own words a name stands (abbreviated or not), without what context adds."""
    wanted = f" {key(name)} "
    return tuple(e for e in evidence if e.derived != "context" and wanted in f" {key(writer.words_of(e.span))} ")


def that_entitle(writer: Writer, post: Post, evidence: Iterable[Evidence]) -> Words:
    """Return the evidence in whose own words a post's title stands, and not only its deputy's ("Phó Giám đốc")."""
    forms = [f"{key(form)} " for form in titles_of(post)]
    found = []
    for e in evidence:
        said = f" {key(writer.words_of(e.span))} "
        if any(f" {form}" in said.replace(f" phó {form}", " ") for form in forms):
            found.append(e)
    return tuple(found)


def that_join(writer: Writer, title: str, org: str, evidence: Iterable[Evidence]) -> Words:
    """Return the evidence that joins a title to its whole body.

    Side by side ("Giám đốc Sở Y tế"; "Thứ trưởng Tài chính", whose "Bộ" the title says), or in a list that
    shares the body ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ").
    """
    given = [(e, set(words(writer.words_of(e.span)))) for e in evidence if e.derived != "context"]
    body = words(org)
    for head in _SAID_BY_TITLE:
        if len(body) > len(head) and body[: len(head)] == head:
            body = body[len(head) :]
    wanted = {*words(title), *body}
    joined = tuple(e for e, said in given if wanted <= said)
    if joined or not any(e.derived == "list" for e, _ in given):
        return joined
    titles = [e for e, said in given if set(words(title)) <= said]
    shared = [e for e, said in given if e.derived == "list" and set(body) <= said]
    return tuple(titles[:1] + shared[:1]) if titles and shared else ()


def that_date(writer: Writer, day: str, evidence: Iterable[Evidence]) -> Words:
    """Return the evidence that has every number of an ISO date ("2011-12-01", "--12-01", "2011")."""
    wanted = {int(digits) for digits in _DIGITS.findall(day)}
    return tuple(
        e
        for e in evidence
        if e.derived != "context" and wanted <= {int(digits) for digits in _DIGITS.findall(writer.words_of(e.span))}
    )


def that_mark(writer: Writer, mark: str, evidence: Iterable[Evidence]) -> Words:
    """Return the evidence that has a symbol ("09-CT/TW"), however it is spaced."""
    wanted = "".join(_plain(mark).split())
    return tuple(e for e in evidence if wanted in "".join(_plain(writer.words_of(e.span)).split()))


def as_written(name: str, text: str) -> str | None:
    """Return a name as a text has it: whole, or its beginning ("UBND tỉnh" of "UBND tỉnh Yên Bái").

    At least two words (or the whole name) have to stand there; None where they do not.
    """
    if f" {key(name)} " in f" {key(text)} ":
        return name
    parts, plain = _plain(name).split(), _plain(text)
    for size in range(len(parts), min(1, len(parts) - 1), -1):
        match = re.search(r"(?<!\w)" + r"\s+".join(map(re.escape, parts[:size])) + r"(?!\w)", plain)
        if match:
            return " ".join(text[match.start() : match.end()].split())
    return None


def _plain(text: str) -> str:
    return lower(fold(text))
