"""Where a name without quotes goes on over a comma or a preposition, from the scheme `name-joint`."""

from functools import cache

from graph.grammar.text.word_lists import word_list


def joints(use: str) -> tuple[str, ...]:
    """Return the words after (or around) which a name goes on, of one use in the scheme."""
    return word_list("name-joint", use)


@cache
def _pairs(use: str) -> tuple[tuple[str, ...], frozenset[tuple[str, str]]]:
    pairs = frozenset((before, after) for before, _, after in (pair.partition(", ") for pair in joints(use)))
    return tuple(sorted({before for before, _ in pairs})), pairs


def coupled(lowered: str, begin: int, comma: int, use: str = "coupled") -> bool:
    """Do the words around a comma stand together in one phrase: "đào tạo, bồi dưỡng"?

    Args:
        lowered: the report in small letters.
        begin: where the name begins in which the comma stands.
        comma: where it stands, with a space after it; no two words are coupled without one.
        use: "coupled" in any name, "office" in names of bodies alone.
    """
    befores, pairs = _pairs(use)
    if not lowered.startswith(", ", comma) or not lowered.endswith(befores, begin, comma):
        return False
    return any(
        lowered.endswith(before, begin, comma)
        and lowered.startswith(after, comma + 2)
        and not lowered[max(begin, comma - len(before) - 1) : comma - len(before)].isalnum()
        and not lowered[comma + 2 + len(after) : comma + 3 + len(after)].isalnum()
        for before, after in pairs
    )
