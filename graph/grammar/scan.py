"""Where the words that may open a fact stand: grammars start only there, never at every character."""

from collections.abc import Iterable


def hits(lowered: str, needles: Iterable[str]) -> list[tuple[int, str]]:
    """Return (offset, needle) of every whole-word occurrence, sorted; the longest needle at an offset.

    Asking for each needle in turn is faster than one alternation: a plain search skips ahead.
    """
    found: dict[int, str] = {}
    for needle in needles:
        at = lowered.find(needle)
        while at >= 0:
            end = at + len(needle)
            whole = (at == 0 or not lowered[at - 1].isalnum()) and not lowered[end : end + 1].isalnum()
            if whole and len(found.get(at, "")) < len(needle):
                found[at] = needle
            at = lowered.find(needle, end)
    return sorted(found.items())
