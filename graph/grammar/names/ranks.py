"""Words before a name that are no post: ranks, honorifics, academic titles; and the words "nguyên", "quyền"."""

import re
from collections.abc import Mapping
from functools import cache

from graph.grammar.text.cues import key, words_pattern
from graph.grammar.text.normal import LOWER, UPPER
from ontology.vocabulary import scheme

FORMER = re.compile(r"(?:nguyên(?: là)?|cựu|cố(?! vấn)|từng là|từng giữ chức(?: vụ)?|từng) ")
ACTING = re.compile(r"(?:(?<!chính )quyền|q\.|tân|tạm quyền) ?")


_PROFESSIONAL = ("qncn", "quân nhân chuyên nghiệp")


@cache
def rank_labels() -> Mapping[str, str]:
    """Map every spelling of a rank, folded and in lower case, to the rank in full."""
    forms = {key(form): concept.label for concept in scheme("rank") for form in concept.forms}
    return forms | {f"{form} {kind}": label for form, label in forms.items() for kind in _PROFESSIONAL}


@cache
def rank_pattern() -> re.Pattern[str]:
    """The pattern of ranks in the lowered text."""
    return words_pattern(rank_labels())


@cache
def honorific_forms() -> frozenset[str]:
    """Every honorific and academic title, folded and in lower case."""
    return frozenset(key(form) for concept in scheme("honorific") for form in concept.forms)


@cache
def honorific_pattern() -> re.Pattern[str]:
    """One or more honorifics and academic titles in a row, in the lowered text, with the space after."""
    dotted = "|".join(re.escape(form) for form in sorted(honorific_forms(), key=len, reverse=True) if form[-1] == ".")
    word = rf"(?:{words_pattern(honorific_forms()).pattern}|(?<!\w)(?:{dotted})(?=\w))"  # "HT.Thích Minh An"
    return re.compile(rf"{word}(?:[,.-]? ?{word}){{0,6}}[.:]? ?")  # nobody bears more titles in a row


# A whole word in small letters before a full stop; "ts. " has no vowel.
_CLOSED = re.compile(rf"(?<!\w)(?![bcdđghklmnpqrstvx]+\.)[{LOWER}]+\. ")


# A name behind a district's, whose first syllable is an honorific too.
_DISTRICT = re.compile(
    rf"Anh [{UPPER}][{LOWER}]+ (?:Nguyễn|Trần|Lê|Phạm|Hoàng|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô) [{UPPER}]"
)


def honorific_at(folded: str, lowered: str, at: int) -> "re.Match[str] | None":
    """The honorifics that begin at `at`, unless a sentence ends with them ("… cho học sinh. Thiếu tướng A")."""
    found = honorific_pattern().match(lowered, at)
    if found and found[0] == "anh " and _DISTRICT.match(folded, at) and folded[at - 2 : at - 1].islower():
        return None  # "Lãnh đạo Anh Sơn" + name
    return None if found and ". " in found[0] and _CLOSED.search(folded, *found.span()) else found


@cache
def academic_titles() -> frozenset[str]:
    """Academic titles, folded and in lower case, without a full stop at their end."""
    return frozenset(
        key(form).strip(" .")
        for concept in scheme("honorific")
        if "academic" in concept.extra
        for form in concept.forms
    )


@cache
def gender_of() -> Mapping[str, str]:
    """Map an honorific that tells the sex to "male" or "female"."""
    return {
        key(form): concept.extra["gender"][0]
        for concept in scheme("honorific")
        if "gender" in concept.extra
        for form in concept.forms
    }
