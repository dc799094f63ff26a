"""Words around figures, from the scheme `figure-words`: what is counted, what bounds a number, what makes it a name."""

import re

from graph.grammar.text.word_lists import word_list


def _words(use: str) -> tuple[str, ...]:
    return word_list("figure-words", use)


def _before(use: str) -> tuple[str, ...]:
    return tuple(f" {word}" for word in _words(use))


def _any_of(use: str) -> "re.Pattern[str]":
    return re.compile(rf"(?:{'|'.join(map(re.escape, _words(use)))})(?!\w)")


# Words after which a number is no figure: it dates, orders or names something.
NAMING = frozenset(_words("naming"))
NAMING_PAIRS = frozenset(_words("naming-pair"))
COUNTING_PAIRS = frozenset(_words("counting-pair"))
# Words after which a year stands.
DATING = frozenset(_words("dating"))
# Nouns of one syllable that are counted; after any other word a second one belongs to the unit.
SINGLE = frozenset(_words("syllable"))
PAIRS = _any_of("counted")
# What no unit begins with, and the units that begin with it all the same.
NO_UNIT = _any_of("no-unit")
UNIT_THOUGH = _any_of("unit-though")
# Words before a number that with its unit says a thing's kind ("xe 2 bánh"), by the unit.
KINDS: dict[str, list[str]] = {}
for _phrase in _words("kind"):
    _word, _unit = re.split(r" \d+ ", _phrase)
    KINDS.setdefault(_unit, []).append(_word)
# What comes in whole numbers only.
WHOLE = frozenset(_words("whole"))
# What stands before a number that is a bound.
UNDER = _before("under")
OVER = _before("over")
ABOUT = _before("about")
# Units too common to tell by a number that the same thing is counted again.
COMMON = frozenset(_words("common"))
# Verbs whose acts are counted, in words too: "kỷ luật ba đảng viên"; after the others "một" is an article.
PUNISHMENTS = _words("punishment")
COUNTED_ACTS = _words("counted-act")
_DENIES = tuple(f"{word} " for word in _words("none-such"))
_DENIED = re.compile(rf"(?<!\w)(?<!hàng )(?<!phòng )(?:{'|'.join(map(re.escape, _DENIES))})$")


def denied(lowered: str, at: int) -> bool:
    """Is a number at `at` of what did not happen ("không xảy ra 12 vụ cháy")? Not after "hàng không có"."""
    return lowered.endswith(_DENIES, 0, at) and _DENIED.search(lowered, max(0, at - 30), at) is not None
