"""What is wrong with a query, for a reader: without its place, which pages give themselves, in the reader's language.

Every class of mistake that `graph.stores` tells apart has words here; what the engine expected is named as it is.
"""

import re

from graph.errors import QuerySyntaxError, VpgError
from service import wording
from service.problem_body import problem_name

_PLACE = re.compile(r"line \d+, column \d+: ")
# How `graph.stores` says each kind, the words of ours.
_AT = r"line (?P<line>\d+), column (?P<column>\d+)"
_KINDS = tuple(
    (re.compile(pattern), f"mistake.{key}")
    for pattern, key in (
        (r"(?P<name>\S*): is not declared; add (?P<add>.+)", "undeclared"),
        (r"a prefix is not declared .*", "prefix"),
        (rf"the (?:query|update) ends inside (?P<name>.+), which begins at {_AT}", "open"),
        (rf"expected (?P<name>\S) before (?P<found>\S), for the \S of {_AT}", "closing"),
        (r"expected (?P<name>[A-Z, ]+) or (?P<last>[A-Z]+), not (?P<found>\S+)", "word"),
        (r"expected a text", "text"),
        (r"what stands before this is incomplete, .*", "incomplete"),
        (r"a column uses a variable that is neither grouped by nor aggregated", "ungrouped"),
        (r"a column has the name of a variable that the pattern binds", "overrides"),
        (r"the address between < and > is no IRI", "iri"),
        (r"this cannot stand here", "unexpected"),
        (r"this is an update; .*", "update"),
        (r"this is a query; .*", "query"),
        (r"the query is empty", "empty"),
        (r"nothing follows the declarations, expected (?P<list>.+)", "nothing"),
        (r"an aggregate cannot stand inside an aggregate", "nested"),
        (r"the subject of a triple term must be .*", "triple"),
        (r"vpg:matches takes .*", "matches"),
        (r"the subject of vpg:matches .*", "matches_subject"),
        (r"expected (?P<list>.+)", "expected"),
    )
)
_TERMS = ("a variable", "a number", "a name", "a text", "a blank node", "true or false")
_REFUSALS = (
    "query-timeout",
    "query-limit",
    "too-many",
    "busy",
    "store-unavailable",
)  # details are English: left out elsewhere


def in_words(error: VpgError, lang: str) -> tuple[str, str]:
    """Return what is wrong without "line 1, column 2:", and the language it is said in."""
    if not isinstance(error, QuerySyntaxError):
        return _refused(error, lang)
    said = _PLACE.sub("", str(error), count=1)
    for kind, key in _KINDS:
        if found := kind.fullmatch(said):
            values = found.groupdict()
            if "list" in values:
                values["list"] = _listed(values["list"], lang)
            return wording.say(lang, key, **values), lang
    return said, "en"


def _listed(expected: str, lang: str) -> str:
    """Say a list of what could stand at a place, terms in the reader's words."""
    for number, term in enumerate(_TERMS):
        expected = re.sub(rf"\b{term}\b", wording.say(lang, f"mistake.term_{number}"), expected)
    return expected.replace(" or ", wording.say(lang, "mistake.or"))


def _refused(error: VpgError, lang: str) -> tuple[str, str]:
    """Say why a query that is well made was not answered."""
    name = problem_name(type(error).__name__)
    key = f"refused.{name}"
    if key not in wording.words(lang):
        return str(error), "en"
    said = wording.say(lang, key)
    return (said if lang != "en" and name in _REFUSALS else f"{said} ({error})"), lang
