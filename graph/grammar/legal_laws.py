"""Titles of laws, codes and ordinances, and where a title that is not among them ends.

A title may hold commas and "và" ("Luật Phòng, chống ma túy"), so the known ones are a scheme
(`law-title`). A law is cited by its title alone.
"""

import re
from functools import cache, lru_cache

from graph.grammar.normal import fold, lower
from graph.grammar.places import COUNTRIES
from ontology.vocabulary import scheme

# A title's tail that tells it from the law it changes.
_AMENDED = re.compile(r" ?(?:\((?:sửa đổi|sửa đổi, bổ sung|mới)\)|sửa đổi(?! bổ sung)(?!,))")
_CHANGES = re.compile(r"sửa đổi,? bổ sung một số điều của (?:các )?(?:bộ luật|luật|pháp lệnh) ")
# "Luật sửa đổi, bổ sung một số điều của các luật về thuế": laws that are not named one by one.
_CHANGES_MANY = re.compile(
    r"sửa đổi,? bổ sung một số điều của (?:các|\d{1,2}) (?:bộ luật|luật|pháp lệnh) (?:(?:có )?liên quan(?: đến|"
    r" tới)?|về) "
    r"[^.,;:()\"\n]{3,60}?(?= số \d| (?:được|đã|có|để|tại|do|trong|năm)(?!\w)|[.,;:()\"\n]|$)"
)
_FURTHER = re.compile(r"(?:,| và) (?:các )?(?:bộ luật|luật|pháp lệnh) ")
# What stands before "luật" in other words and names.
_NOT_BEFORE = re.compile(
    r"(?:kỷ|kỉ|pháp|quy|qui|điều|quân|dân|gia|học|trường|đại học|đh|khoa|viện|ngành|công ty|báo|hội|đoàn|cử nhân|"
    r"thạc sĩ|"
    r"tiến sĩ|văn phòng|hãng|công ước[^,.;]{0,60}|luật pháp|về mặt) $"
)
_NOT_AFTER = re.compile(r" (?:sư|gia|pháp|lệ|định|biển liên|cộng hòa|chơi|rừng|nhân quả|số \d+ quốc)(?!\w)")
_STOP = re.compile(
    r" ?[.;:()\"\n!?…]|, (?!chống\b|chữa\b)| (?:đã|được|có|quy định|và|để|của|cho|trong|về|năm|này|là|còn|sẽ|thì|khi|"
    r"với|do|tại|sau|"
    r"ban hành|nhằm|số|hiện|cũng|gồm|vừa|chưa|từ|theo|mới|lần|vào|sáng|chiều|tối|ngày|trước|đến|đang|phải|không|nên|"
    r"cần|hay|hoặc|"
    r"như|nêu|ra|nói|(?:sắp|lần|hiện|đang) |19\d\d|20\d\d)(?!\w)| -|$"
)


@cache
def _known() -> "re.Pattern[str]":
    titles = {lower(fold(form)) for concept in scheme("law-title") for form in concept.forms}
    # Commas come and go ("phòng, chống", "phòng chống").
    forms = [re.escape(t).replace(",", ",?").replace("phòng\\ chống", "phòng,?\\ chống") for t in titles]
    return re.compile(rf"(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?!\w)")


@lru_cache(maxsize=4096)
def law_name(written: str) -> str:
    """Return a title without capitals and marks, in the scheme's words ("BHXH" is "bảo hiểm xã hội")."""
    plain = _plain(written)
    return _names().get(plain, plain)


@cache
def _names() -> dict[str, str]:
    return {_plain(form): _plain(concept.label) for concept in scheme("law-title") for form in concept.forms}


def _plain(title: str) -> str:
    title = re.sub(r"\(.*?\)|sửa đổi$|[,.\"-]", " ", lower(fold(title)))
    return " ".join(re.sub(r"(?<!\w)0(?=\d)", "", title).replace(" và ", " ").split())


@cache
def _abroad() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """Laws of other countries: "Nhật Bản có luật …", "Luật … của Mỹ"."""
    names = "|".join(re.escape(lower(fold(name))) for name in COUNTRIES if name != "Việt Nam")
    return (
        re.compile(rf"(?<!\w)(?:{names}) (?:đã |cũng |vừa |còn )*(?:có|ban hành|thông qua)(?: đạo| dự| bộ)? $"),
        re.compile(rf" (?:năm \d{{4}} )?(?:của|ở|tại) (?:nước )?(?:{names})(?!\w)"),
    )


def law_title(folded: str, lowered: str, start: int, at: int, end: int) -> tuple[int, int] | None:
    """Return where the title of a law begins and ends, if "luật" at `start` (ending at `at`) names one.

    `at` is the offset after the type word, `end` that of the sentence's end. Titles with a capital are
    read even if the list does not know them; others only from the list.
    """
    if lowered[at : at + 1] != " " or _NOT_AFTER.match(lowered, at, end):
        return None
    if lowered[start:at] == "luật" and _NOT_BEFORE.search(lowered[max(0, start - 60) : start]):
        return None
    title = _title(folded, lowered, start, at + 1, end)
    if title and (
        _abroad()[0].search(lowered, max(0, start - 40), start) or _abroad()[1].match(lowered, title[1], end)
    ):
        return None
    return title


def _title(folded: str, lowered: str, start: int, begin: int, end: int) -> tuple[int, int] | None:
    many = _CHANGES_MANY.match(lowered, begin, end)
    if many:
        return many.span()
    changes = _CHANGES.match(lowered, begin, end)
    known = _known().match(lowered, changes.end() if changes else begin, end)
    if known:
        stop = known.end()
        further = _FURTHER.match(lowered, stop, end) if changes else None
        while further:
            also = _known().match(lowered, further.end(), end)
            if also is None:
                break
            stop = also.end()
            further = _FURTHER.match(lowered, stop, end)
        capital = folded[start].isupper() or folded[known.start()].isupper() or known.group().count(" ") > 1
        return (begin, _amended(lowered, stop, end)) if capital else None
    if not folded[begin : begin + 1].isupper():
        return None
    closing = _STOP.search(lowered, begin, min(end, begin + 120))
    stop_at = closing.start() if closing else min(end, begin + 120)
    words = folded[begin:stop_at].split()
    # "Luật Hà Nội", "Luật Minh Khuê": a run of capitals is a firm, a school or a person.
    if len(words) < 2 or all(w[0].isupper() for w in words) or len(words) > 14:
        return None
    return begin, _amended(lowered, stop_at, end)


def _amended(lowered: str, at: int, end: int) -> int:
    match = _AMENDED.match(lowered, at, end)
    return match.end() if match else at
