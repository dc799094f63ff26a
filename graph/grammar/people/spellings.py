"""One person under two spellings of one name: a misprint, where both are said to hold the same seat.

Names that differ in a tone mark are mostly different people, so the name alone proves nothing. But one body has
one chair and few deputies: who is chairman "Lê Văn Tám" above and chairman "Lê Văn Tam" below is one man.
"""

import unicodedata
from collections.abc import Sequence

from graph.grammar.names.coreference import Person, Seat, body_words
from graph.grammar.names.names import surnames

_LETTERS = str.maketrans("đ", "d")


def respelled(persons: Sequence[Person]) -> dict[int, int]:
    """Map the index of each person who is another one misspelled to that one, whose name stands in more places."""
    seats: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for i, person in enumerate(persons):
        for seat in person.seats:
            few = seat.chief or seat.key.startswith(("phó ", "thứ trưởng"))
            if person.evidence and few and not seat.former and (seat.body or seat.complete):
                seats.setdefault((seat.key, body_words(seat.body or "")), []).append(i)
    found: dict[int, int] = {}
    for holders in seats.values():
        plain = {i: _plain(persons[i].key) for i in holders} if len(set(holders)) > 1 else {}
        alike: dict[str, list[int]] = {}  # the places of those who may be one: by name, and by letter those from abroad
        for place, i in enumerate(holders if plain else ()):
            for sign in _signs(persons[i], plain[i]):
                alike.setdefault(sign, []).append(place)
        for place, i in enumerate(holders if plain else ()):
            others = {other for sign in _signs(persons[i], plain[i]) for other in alike[sign] if other > place}
            for j in (holders[other] for other in sorted(others)):
                if i != j and i not in found and j not in found and _one_name(plain[i], plain[j]):
                    kept = max((i, j), key=lambda n: (_named(persons[n]), -n))
                    found[i + j - kept] = kept
    return found


def _signs(person: Person, plain: str) -> tuple[str, ...]:
    """What two spellings of one name have in common: all letters, or for a foreign name the first."""
    return (plain,) if person.name.split(" ")[0] in surnames() else (plain, f"{plain[:1]} {plain.count(' ')}")


def merge(persons: Sequence[Person], variant: int, kept: int) -> list[int]:
    """Give what was read of `variant` to `kept`; return where each of its posts went."""
    source, target = persons[variant], persons[kept]
    places = []
    for seat in source.seats:
        same = next((i for i, own in enumerate(target.seats) if _same(own, seat)), None)
        if same is None:
            target.seats.append(seat)
            same = len(target.seats) - 1
        else:
            target.seats[same].evidence.extend(seat.evidence)
        places.append(same)
    for label, evidence in source.ranks.items():
        target.ranks.setdefault(label, []).extend(evidence)
    target.evidence.extend(source.evidence)
    source.evidence = []
    return places


def _same(own: Seat, seat: Seat) -> bool:
    return own.key == seat.key and body_words(own.body or "") == body_words(seat.body or "")


def _named(person: Person) -> int:
    """How often the name itself stands in the report."""
    return sum(1 for evidence in person.evidence if evidence.rule == "name")


def _one_name(left: str, right: str) -> bool:
    """Are two plain names that have a sign in common one name?"""
    return left == right or (min(len(left), len(right)) > 8 and _near(left, right))


def _plain(name: str) -> str:
    """A name without marks and tones."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).translate(_LETTERS)


def _near(left: str, right: str) -> bool:
    """Do at most two letters differ (put in, left out, or changed), the first ones not among them?"""
    if left[0] != right[0] or abs(len(left) - len(right)) > 2:
        return False
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(right, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1] <= 2
