"""Titles of laws, codes and ordinances, and where a title that is not among them ends.

A title may hold commas and "và" ("Luật Phòng, chống ma túy"), so the known ones are a scheme
(`law-title`). A law is cited by its title alone.
"""

import re
from functools import cache, lru_cache

from graph.grammar.bodies.places import COUNTRIES
from graph.grammar.text.normal import LOWER, fold, lower
from ontology.vocabulary import scheme

# A title's tail that tells it from the law it changes.
_AMENDED = re.compile(
    r" ?(?:\((?:sửa đổi|sửa đổi, bổ sung|mới)\)|sửa đổi, bổ sung(?= -|[.,;)]|$| (?:sắp|được|lần|sẽ|có|đã)(?!\w))|"
    r"sửa đổi(?! bổ sung)(?!,))"
)
_AMENDED_TITLE = re.compile(r"(?:\(sửa đổi(?:, bổ sung)?\)| sửa đổi(?:, bổ sung)?)$")
_CHANGES = re.compile(
    r"sửa đổi,? bổ sung (?:(?:một số điều|một số nội dung) của )?(?:các )?(?:bộ luật|luật|pháp lệnh) "
)
# "Luật sửa đổi các luật về thuế": laws that are not named one by one.
_CHANGES_MANY = re.compile(
    r"sửa đổi,? bổ sung (?:một số điều của )?(?:các|\d{1,2}) (?:bộ luật|luật|pháp lệnh) (?:(?:có )?(?:quy định )?"
    r"liên quan(?: đến| tới)?|về) "
    r"[^.,;:()\"\n]{3,60}?(?= số \d| (?:được|đã|có|để|tại|do|trong|năm)(?!\w)|[.,;:()\"\n]|$)"
)
_FURTHER = re.compile(r"(?:,| và) (?:các )?(?:bộ luật|luật|pháp lệnh) ")
# "luật đất đai, xây dựng và nhà ở": further titles under one type word, where they are no subject of a clause.
_ALSO = re.compile(r"(?:,| và) ")
_ALSO_END = re.compile(r"[.,;:)\"\n!?…]|$| (?:và|với|để|theo|sửa đổi|hiện hành|nhằm|trong|năm \d{4})(?!\w)")
_VERB = re.compile(r" (?:cho|có|được|đã|tới|đến|tại)(?!\w)")
_SEVERAL = re.compile(r"(?:các|những|hai|ba|nhiều) (?:đạo |bộ )?$")
# What stands before a law that is cited, not spoken of as a field ("luật lao động").
_CITED = re.compile(
    r"(?:(?:theo|của|vi phạm|trái|thi hành|thực hiện|sửa đổi|bổ sung|dự án|dự thảo|dự|tại|trong|ban hành|thông qua|"
    r"xây dựng|sửa|theo đúng|hoàn thiện|triển khai|áp dụng|chấp hành|với|và|là|như|gồm|,|;) (?:bộ )?|"
    r"(?:các|những|hai|ba) (?:bộ )?)$"
)
_NO_TITLE = re.compile(
    r"(?:quy định|sửa đổi|có|giao|phải|được|đã|đang|này|mới|hiện|cho|cần|không|cũng|là|thì|và|trên|nêu|ra|ban hành|"
    r"tăng|giảm|cấm|bỏ|đưa|trao|buộc|yêu cầu|đề|xác định|khẳng định|điều chỉnh|hướng dẫn|về|sẽ|từ|vào|để|với|sau|theo|"
    r"tại|trong|do|đi|còn|chưa|gồm|số|thay|nước|quốc tế|chỉ|nên|vẫn|rất|khi|của|nếu|nhằm|trước|lần|như|dành|định|phân)"
    r"(?!\w)"
)
# The rest of a title over an "và": "Luật Giữ giống và ươm trồng cây rừng".
_GOES_ON = re.compile(
    r" và (?!các|những|luật|bộ|nghị|thông|văn|một|sự|việc|chỉ|quy|được|đã|có|phải|chính|hướng|trình|đề|cho|là|pháp)"
    rf"[{LOWER}]+(?: [{LOWER}]+){{1,6}}?(?=[.,;:)\"\n]|$| (?:để|được|đã|có|trong|của|năm|theo|nhằm|do|vào|cho)(?!\w))"
)
_AMENDING = re.compile(r"(?:sửa đổi|sửa đổi, bổ sung|sửa|vi phạm|trái|thi hành|thực hiện)(?: các)? $")
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


@cache
def _fields() -> frozenset[str]:
    """Fields of law rather than laws, where both words are in small letters."""
    words = (word for concept in scheme("law-title") for word in concept.extra.get("fieldOfLaw", ()))
    return frozenset(lower(fold(word)) for word in words)


@lru_cache(maxsize=4096)
def law_name(written: str) -> str:
    """Return a title without capitals and marks, in the scheme's words ("BHXH" is "bảo hiểm xã hội")."""
    plain = _plain(written)
    return _names().get(plain, plain)


def by_its_name(written: str) -> bool:
    """Tell whether a title is written as the scheme has it, or not in it; not by another form ("BHXH")."""
    return law_name(written) == _plain(written)


@cache
def _names() -> dict[str, str]:
    return {_plain(form): _plain(concept.label) for concept in scheme("law-title") for form in concept.forms}


def _plain(title: str) -> str:
    title = re.sub(r"\(.*?\)|sửa đổi(?:, bổ sung)?$|[,.\"-]", " ", lower(fold(title)))
    return " ".join(re.sub(r"(?<!\w)0(?=\d)", "", title).replace(" và ", " ").split())


@cache
def _abroad() -> "tuple[re.Pattern[str], re.Pattern[str]]":
    """Laws of other countries: "Nhật Bản có luật …", "Luật … của Mỹ"."""
    names = "|".join(re.escape(lower(fold(name))) for name in COUNTRIES if name != "Việt Nam")
    return (
        re.compile(
            rf"(?<!\w)(?:{names}) (?:đã |cũng |vừa |còn )*(?:có|ban hành|thông qua)(?:(?: đạo| dự| bộ)?|"
            r" (?:nhiều |một số |các )?(?:văn bản|đạo luật|luật)(?!\w)[^.;\n]{0,90}) $"
        ),
        re.compile(rf" (?:năm \d{{4}} )?(?:của|ở|tại) (?:nước )?(?:{names})(?!\w)"),
    )


@lru_cache(maxsize=4096)
def amended(title: str) -> bool:
    """Tell whether a title is that of a law's new writing ("Đất đai (sửa đổi)")."""
    return _AMENDED_TITLE.search(lower(fold(title))) is not None


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
    if title and (_abroad_before(lowered, start) or _abroad()[1].match(lowered, title[1], end)):
        return None
    return title


def _abroad_before(lowered: str, start: int) -> bool:
    """Does another country have the law at `start`? Its verb is asked for first: the names are many."""
    before = lowered[max(0, start - 120) : start]
    if "có" not in before and "ban hành" not in before and "thông qua" not in before:
        return False
    return _abroad()[0].search(lowered, max(0, start - 120), start) is not None


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
        lawful = known.group() not in _fields() or lowered.startswith("bộ ", start)
        named = capital or lawful and _CITED.search(lowered, max(0, start - 24), start)
        return (begin, _amended(lowered, stop, end)) if named else None
    if not folded[begin : begin + 1].isupper():
        return _in_small_letters(folded, lowered, start, begin, end)
    closing = _STOP.search(lowered, begin, min(end, begin + 120))
    stop_at = closing.start() if closing else min(end, begin + 120)
    if closing and closing.group() == " và" and folded.count(" ", begin, stop_at) < 2:
        also = _GOES_ON.match(folded, stop_at, end)
        stop_at = also.end() if also else stop_at
    words = folded[begin:stop_at].split()
    # "Luật Hà Nội", "Luật Minh Khuê": a run of capitals is a firm, a school or a person.
    if len(words) < 2 or all(w[0].isupper() for w in words) or len(words) > 14:
        return None
    return begin, _amended(lowered, stop_at, end)


def _in_small_letters(folded: str, lowered: str, start: int, begin: int, end: int) -> tuple[int, int] | None:
    """Return a title that the list does not know: "theo Luật vận tải đường bộ", the type word in a capital."""
    if not folded[start].isupper() or folded[max(0, start - 2) : start - 1] in ("", ".", ":", "\n"):
        return None
    if _NO_TITLE.match(lowered, begin, end) or not _CITED.search(lowered, max(0, start - 24), start):
        return None
    closing = _STOP.search(lowered, begin, min(end, begin + 80))
    if closing is None or not 2 < len(lowered[begin : closing.start()].split()) < 9:
        return None
    return begin, _amended(lowered, closing.start(), end)


def further_titles(folded: str, lowered: str, start: int, stop: int, end: int) -> list[tuple[int, int]]:
    """Return the titles that share the type word of the one that ends at `stop` ("các luật đất đai, nhà ở")."""
    if folded[stop : stop + 1] not in (",", " "):
        return []
    several = _SEVERAL.search(lowered, max(0, start - 16), start)
    amending = several or _AMENDING.search(lowered, max(0, start - 24), start)
    found = []
    also = _ALSO.match(lowered, stop, end)
    while also:
        known = _known().match(lowered, also.end(), end)
        until = _amended(lowered, known.end(), end) if known else 0
        also = _ALSO.match(lowered, until, end) if known else None
        if known is None:
            break
        capital = folded[known.start()].isupper()  # "Luật Đất đai, Nhà ở"
        ends = several or also or (_ALSO_END.match(lowered, until, end) or capital and _VERB.match(lowered, until, end))
        if not ends or not (amending or capital):
            break
        found.append((known.start(), until))
    return found


def _amended(lowered: str, at: int, end: int) -> int:
    match = _AMENDED.match(lowered, at, end)
    return match.end() if match else at
