"""Where a name without quotes goes on over a comma or a preposition, from the scheme `name-joint`."""

from functools import cache

from graph.grammar.text.word_lists import word_list


def joints(use: str) -> tuple[str, ...]:
    """Return the words after (or around) which a name goes on, of one use in the scheme."""
    return word_list("name-joint", use)


@cache
def _pairs(use: str) -> dict[str, list[tuple[str, str]]]:
    """The words before and after a comma, by the last word before it."""
    pairs: dict[str, list[tuple[str, str]]] = {}
    for pair in joints(use):
        before, _, after = pair.partition(", ")
        pairs.setdefault(before.rpartition(" ")[2], []).append((before, after))
    return pairs


def coupled(lowered: str, begin: int, comma: int, use: str = "coupled") -> bool:
    """Do the words around a comma stand together in one phrase: "đào tạo, bồi dưỡng"?

    Args:
        lowered: the report in small letters.
        begin: where the name begins in which the comma stands.
        comma: where it stands, with a space after it; no two words are coupled without one.
        use: "coupled" in any name, "office" in names of bodies alone.
    """
    if lowered[comma : comma + 2] != ", ":
        return False
    at = comma
    while at > begin and lowered[at - 1].isalnum():
        at -= 1
    for before, after in _pairs(use).get(lowered[at:comma], ()):
        start, end = comma - len(before), comma + 2 + len(after)
        if (
            start >= begin
            and lowered[start:comma] == before
            and lowered[comma + 2 : end] == after
            and not lowered[max(begin, start - 1) : start].isalnum()
            and not lowered[end : end + 1].isalnum()
        ):
            return True
    return False
