"""Words that the unquoted names of initiatives begin with: a scheme's words, per kind."""

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
