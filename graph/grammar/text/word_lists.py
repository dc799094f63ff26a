"""Words of one use, from the schemes whose concepts are lists of words (`vpg:WordList`)."""

from functools import cache

from graph.grammar.text.normal import fold, lower
from ontology.vocabulary import scheme


@cache
def word_list(name: str, use: str) -> tuple[str, ...]:
    """Return the words of one use, as they stand in a folded text in small letters; the longest first.

    Args:
        name: of the scheme ("figure-words").
        use: id of the concept ("under").
    """
    phrases = next(concept.extra["phrase"] for concept in scheme(name) if concept.id == use)
    return tuple(sorted((lower(fold(word)) for word in phrases), key=lambda word: (-len(word), word)))
