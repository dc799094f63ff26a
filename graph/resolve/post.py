"""Posts: a head ("Phó Giám đốc") in a body. The same head in the same body is one post."""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rdflib import URIRef

from graph.resolve.body import Body, parse_body
from graph.resolve.place import Place
from graph.resolve.spelling import key, spell_out
from ontology.iri import mint_post, slug
from ontology.namespaces import VOC
from ontology.vocabulary import Concept, scheme

# Posts of the State itself: one of each, in no body.
_OF_NO_BODY = frozenset({"chu-tich-nuoc", "pho-chu-tich-nuoc", "tong-bi-thu", "thu-tuong", "pho-thu-tuong"})
_OF_GOVERNMENT = frozenset({"thu-tuong", "pho-thu-tuong"})
_MODIFIER = re.compile(r"\s+(?:thường trực|phụ trách|chuyên trách|thứ nhất|điều hành)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Post:
    """A post. `position` is the IRI of its type in voc/pos, `known` if the scheme has it."""

    iri: URIRef
    label: str
    position: URIRef
    position_label: str
    body: Body | None = None
    known: bool = True
    heads: bool = False
    multi_seat: bool = False
    deputy_to: "Post | None" = None


@cache
def _heads() -> tuple[tuple[str, Concept], ...]:
    rows = {key(form): concept for concept in scheme("post-head") for form in concept.forms}
    return tuple(sorted(rows.items(), key=lambda row: (-len(row[0]), row[0])))


@cache
def _by_iri() -> dict[str, Concept]:
    return {concept.iri: concept for concept in scheme("post-head")}


def find_position(title: str) -> Concept | None:
    """Return the type of position that `title` names, or None where the scheme has none."""
    wanted = key(title)
    return next((concept for form, concept in _heads() if form == wanted), None)


def titles_of(post: Post) -> tuple[str, ...]:
    """Return how the title of a post may be written."""
    concept = _by_iri().get(str(post.position))
    return concept.forms if concept else (post.position_label,)


@lru_cache(maxsize=4096)
def position_of(title: str) -> tuple[URIRef, str]:
    """Return the type of position of a head as written, and what it is called: the scheme's, or one of its own."""
    concept = find_position(title)
    if concept is not None:
        return URIRef(concept.iri), concept.label
    clean = spell_out(title)
    return VOC["pos/" + slug(clean)], clean[:1].upper() + clean[1:]


def parse_post(title: str, body: Body | None, scope: str) -> Post:
    """Build the post of a head in a body.

    Args:
        title: the head as written ("Uỷ viên").
        body: the body, or None where the report does not say it.
        scope: what keeps a post without a body apart from others: the document and the person.
    """
    concept = find_position(title)
    if concept is not None:
        return _of_type(concept, body, scope)
    position, name = position_of(title)
    plain = find_position(_MODIFIER.sub("", name))
    if plain is None:
        return _post(position, name, body, scope, None)
    # "Phó Bí thư thường trực": one of the deputies, of the same head.
    above = _of_type(plain, body, scope).deputy_to
    return replace(_post(position, name, body, scope, dict(plain.extra), above), known=False, multi_seat=False)


def _of_type(concept: Concept, body: Body | None, scope: str) -> Post:
    deputy = concept.extra.get("deputyOfType", ())
    upper = _by_iri().get(deputy[0]) if deputy else None
    above = _of_type(upper, body, scope) if upper and body else None
    return _post(URIRef(concept.iri), concept.label, body, scope, dict(concept.extra), above)


def seat_label(title: str, body: str) -> str:
    """Join a title and the name of its body; words that end the one and begin the other are said once.

    "Trưởng Công an", "Công an huyện Nà Phạ" -> "Trưởng Công an huyện Nà Phạ".
    """
    head, name = title.split(), body.split()
    for shared in range(min(len(head) - 1, len(name)), 0, -1):
        if key(" ".join(head[-shared:])) == key(" ".join(name[:shared])):
            return " ".join([*head, *name[shared:]])
    return f"{title} {body}"


def _post(
    position: URIRef,
    name: str,
    body: Body | None,
    scope: str,
    extra: dict[str, tuple[str, ...]] | None,
    deputy_to: Post | None = None,
) -> Post:
    code = str(position).rsplit("/", 1)[-1]
    if body is not None:
        iri = mint_post(code, str(body.iri).rsplit("/", 1)[-1])
    elif code in _OF_NO_BODY:
        iri = mint_post(code)
    else:
        iri = mint_post(code, scope)
    label = seat_label(name, body.title) if body else name
    flags = extra or {}
    heads = flags.get("headPost") == ("true",) and body is not None
    many = flags.get("multiSeatPost") == ("true",)
    return Post(iri, label, position, name, body, extra is not None, heads, many, deputy_to)


def post_of_name(
    text: str, *, day: str | None, context: Place | None, document: str | None
) -> tuple[str, Body | None] | None:
    """Read "Giám đốc Công an tỉnh Thái Bình" as (head, body), or None where it does not begin with a head.

    The head of the State is in no body; "Thủ tướng" alone is of the Government.
    """
    written = spell_out(text)
    alone = find_position(written)
    if alone is not None and alone.id in _OF_NO_BODY:
        return alone.label, parse_body("Chính phủ", day=day) if alone.id in _OF_GOVERNMENT else None
    folded = written.lower()
    for form, concept in _heads():
        for spelling in (concept.label, *concept.alt_labels):
            head = spell_out(spelling)
            if key(spelling) == form and folded.startswith(head.lower() + " "):
                rest = written[len(head) :].strip()
                if rest:
                    return concept.label, parse_body(rest, day=day, context=context, document=document)
    return None
