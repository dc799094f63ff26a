"""Words of the scheme of kinds: those that unquoted names begin with, and those that are followed by quotes."""

import re
from functools import cache

from graph.grammar.text.normal import fold, lower
from ontology.vocabulary import scheme


@cache
def openings(kind: str) -> str:
    """Return the words that names of a kind begin with, as alternatives of a pattern; commas come and go."""
    words = next(concept.extra.get("opening", ()) for concept in scheme("initiative-kind") if concept.id == kind)
    forms = {lower(fold(word)) for word in words}
    return "|".join(sorted((re.escape(form).replace(",", ",?") for form in forms), key=len, reverse=True))


@cache
def only_quoted() -> frozenset[str]:
    """Return the words for kinds whose names cannot be told from the sentence without quotes, in small letters."""
    words = (word for concept in scheme("initiative-kind") for word in concept.extra.get("namedInQuotes", ()))
    return frozenset(lower(fold(word)) for word in words)
