"""Laws and the National Assembly: which laws a sentence says that it passes, debates or is handed.

"Quốc hội sẽ thông qua 6 dự án luật, gồm: Luật A; Luật B", "trình Quốc hội dự án Luật C", "Luật D được thông qua
ngày … tại kỳ họp thứ 6 Quốc hội khóa XIV". Where it only watches over a law, or its members speak of one, it is
not said to issue it; nor where the Assembly is that of another country, or the bill is not handed or passed.
"""

import re
from functools import cache

from graph.grammar.bodies.places import COUNTRIES
from graph.grammar.documents.legal_citation import Citation, date_at
from graph.grammar.text.document import Document
from graph.grammar.text.normal import fold, lower

# Not its Standing Committee, its members, its chair or its office.
_BODY = r"(?<!vụ )(?<!biểu )(?<!tịch )(?<!phòng )(?<!ký )(?P<body>quốc hội(?: khóa [ivx\d]+)?)"
_BILL = r"(?:(?:các |những )?(?:dự án |dự thảo |dự ))"
_DEBATES = r"(?:thông qua|cho ý kiến|thảo luận|xem xét|biểu quyết|góp ý)"
# "Quốc hội sẽ xem xét, thông qua 6 dự án luật, trong đó có Luật …".
_ONE_OF_MANY = re.compile(
    rf"{_BODY}(?!,)(?: [^.;:\"()\n]{{0,50}}?)? {_DEBATES}(?!\w)[^.;:\"()\n]{{0,60}}? (?:luật|pháp lệnh)(?!\w)"
    rf"[^.;:\"()\n]{{0,110}}?(?:(?<!\w)(?:gồm|như|trong đó có|trong đó|là|cụ thể)(?: có)?:?|:) (?:{_BILL})?$"
)
# "Quốc hội thảo luận ở hội trường về dự án Luật …", "trình Quốc hội (cho ý kiến về) dự án Luật …".
_THIS_ONE = re.compile(
    rf"{_BODY}(?!,)(?: (?:sẽ|đã|đang|vừa|dự kiến|tiếp tục|cũng|họp|bắt đầu|nghe|sẽ tiếp tục))*"
    rf"(?: (?:xem xét,? |cho ý kiến,? )?{_DEBATES}(?: (?:lần đầu|lần cuối|tại tổ|tại hội trường|ở tổ|ở hội trường))?"
    rf"(?: (?:về|với|đối với|vào))? {_BILL}$)"
    rf"|(?<!\w)trình (?P<handed>quốc hội(?: khóa [ivx\d]+)?)"
    rf"(?: {_DEBATES}(?:(?:,| và) {_DEBATES})*)?(?: (?:về|với))? {_BILL}$"
)
_PASSED_AT = re.compile(
    r",? (?:đã |vừa |mới )?được thông qua(?P<when>[^.;:\"\n]{0,40}?),? (?:tại|ở) kỳ họp (?:thứ )?\w+,? (?:của )?"
    r"(?P<body>quốc hội(?: khóa [ivx\d]+)?)(?!\w)"
)
# "chưa trình Quốc hội …", "Quốc hội không thông qua …": what has not come to pass says nothing of the law.
_NOT = re.compile(r"(?<!\w)(?:không|chưa|chẳng|hoãn|lùi|dừng|ngừng|thôi|rút|từ chối|bác|bác bỏ)(?: \w+){0,2} ?$")
_UNDONE = re.compile(
    r"(?<!\w)(?:không(?! (?:chỉ|những|gian|khí))|chưa|chẳng|hoãn|lùi|dừng|ngừng|từ chối|bác|bác bỏ)(?!\w)"
)
_HOUSES = ("hạ viện và ", "thượng viện và ", "nghị viện và ")
# No pattern above reaches farther back than this.
_REACH = 260


def issuers_by_debate(document: Document, found: list[Citation]) -> None:
    """Give the National Assembly as issuer to the laws that the words before or after say it passes or debates."""
    lowered = document.lowered
    for citation in found:
        if citation.parts[0] != "law" or citation.issuer or citation.type == "Pháp lệnh":
            continue
        sentence = document.sentence_at(citation.start)
        if sentence is None or "quốc hội" not in lowered[sentence.start : sentence.end]:
            continue
        passed = _PASSED_AT.match(lowered, citation.end, sentence.end)
        if passed:
            citation.issuer = passed.span("body")
            citation.date = citation.date or date_at(lowered, passed.start("when"), passed.end("when") + 1)[0]
            continue
        low = max(sentence.start, citation.start - _REACH)
        told = _last(_ONE_OF_MANY, lowered, low, citation.start) or _last(_THIS_ONE, lowered, low, citation.start)
        if told:
            body = next(told.span(name) for name in told.re.groupindex if told[name])
            citation.issuer = body if _its_own(lowered, *body, citation.start) else None


@cache
def _other_countries() -> tuple[str, ...]:
    """Words after "quốc hội" that make it that of another country."""
    others = ("các nước", "nước ngoài", "nước này", "bang", "liên bang")
    return tuple(f" {lower(fold(name))}" for name in (*COUNTRIES, *others) if name != "Việt Nam")


def _of_others(lowered: str, at: int) -> bool:
    for lead in (" của nước", " của", " nước"):
        if lowered.startswith(lead, at) and lowered.startswith(_other_countries(), at + len(lead)):
            at += len(lead)
            break
    if not lowered.startswith(_other_countries(), at):
        return False
    return any(lowered.startswith(name, at) and not lowered[at + len(name)].isalnum() for name in _other_countries())


def _its_own(lowered: str, start: int, stop: int, end: int) -> bool:
    """Is the Assembly named at `start` that of Viet Nam, and is it not denied that the law came to it?"""
    if _of_others(lowered, stop) or lowered.endswith(_HOUSES, 0, start):
        return False
    handed = lowered.endswith("trình ", 0, start)
    before = start - len("trình ") if handed else start
    if handed and _NOT.search(lowered, max(0, before - 30), before):
        return False
    return not _UNDONE.search(lowered, stop, end)


def _last(pattern: "re.Pattern[str]", lowered: str, low: int, at: int) -> "re.Match[str] | None":
    """The match that ends at an offset and begins with the last words for the Assembly before it."""
    start = lowered.rfind("quốc hội", low, at)
    while start >= 0:
        begin = start - len("trình ") if lowered.endswith("trình ", low, start) else start
        match = pattern.match(lowered, begin, at) or pattern.match(lowered, start, at)
        if match:
            return match
        start = lowered.rfind("quốc hội", low, start)
    return None
