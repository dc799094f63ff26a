"""Where the words that may open a fact stand: grammars start only there, never at every character."""

from collections import defaultdict
from collections.abc import Iterable


class Finder:
    """Finds whole-word occurrences of many phrases in a text in lower case.

    Phrases that share their first two words are searched for once. Searching for each start in turn is
    faster than one alternation: a plain search skips ahead.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        groups: dict[str, list[str]] = defaultdict(list)
        for phrase in set(phrases):
            groups[" ".join(phrase.split(" ")[:2])].append(phrase)
        short = [start for start in groups if " " not in start]
        for start in list(groups):
            # "luật" alone and "luật này" would find the same places twice.
            root = next((s for s in short if start != s and start.startswith(s + " ")), None)
            if root:
                groups[root] += groups.pop(start)
        self._groups = [(start, sorted(forms, key=len, reverse=True)) for start, forms in groups.items()]

    def hits(self, lowered: str) -> list[tuple[int, str]]:
        """Return (offset, phrase) of every occurrence, sorted; the longest phrase at an offset."""
        found: list[tuple[int, str]] = []
        for start, forms in self._groups:
            at = lowered.find(start)
            while at >= 0:
                if at == 0 or not lowered[at - 1].isalnum():
                    for form in forms:
                        end = at + len(form)
                        if lowered.startswith(form, at) and not lowered[end : end + 1].isalnum():
                            found.append((at, form))
                            break
                at = lowered.find(start, at + len(start))
        found.sort()
        return found
