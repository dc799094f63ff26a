"""What is wrong with a query, for a reader: without its place, which pages give themselves, in the reader's language.

The engine's own words stand where there are none of ours.
"""

import re

from graph.errors import QuerySyntaxError
from service import wording

_PLACE = re.compile(r"line \d+, column \d+: ")
# The commonest kinds: how `graph.stores` says them, the words of ours.
_AT = r"line (?P<line>\d+), column (?P<column>\d+)"
_KINDS = (
    (re.compile(r"(?P<name>\S*): is not declared; add (?P<add>.+)"), "mistake.undeclared"),
    (re.compile(rf"the (?:query|update) ends inside (?P<name>.+), which begins at {_AT}"), "mistake.open"),
    (re.compile(rf"expected (?P<name>\S) before (?P<found>\S), for the \S of {_AT}"), "mistake.closing"),
    (re.compile(r"expected (?P<name>[A-Z, ]+) or (?P<last>[A-Z]+), not (?P<found>\S+)"), "mistake.word"),
    (re.compile(r"expected a text"), "mistake.text"),
    (re.compile(r"what stands before this is incomplete, .*"), "mistake.incomplete"),
    (re.compile(r"a column uses a variable that is neither grouped by nor aggregated"), "mistake.ungrouped"),
)


def in_words(error: QuerySyntaxError, lang: str) -> tuple[str, str]:
    """Return what is wrong without "line 1, column 2:", and the language it is said in."""
    said = _PLACE.sub("", str(error), count=1)
    for kind, key in _KINDS:
        if found := kind.fullmatch(said):
            return wording.say(lang, key, **found.groupdict()), lang
    return said, "en"
