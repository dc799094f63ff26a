"""Is a gathering that is named another one than that of which the report tells, by its time or its body?"""

import re

from graph.grammar.gatherings.event_draft import Draft
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.text.document import Document
from graph.grammar.text.normal import lower

# "Tại cuộc họp mới đây, …"
_OTHER_TIME = re.compile(r" (?:khác|mới đây|gần đây|gần nhất|trước đó|(?:tuần|tháng|hôm|lần) trước)(?!\w)")
_BODY = re.compile(
    r" ((?:Ban|Thường|Hội|Đảng|Tỉnh|Thành|Huyện|Quận|Ủy|HĐND|UBND|Chi|Bộ|Chính|Quốc)(?: (?!về|của)\w+)?)(?!\w)"
)


def of_other_time(document: Document, gathering: Gathering) -> bool:
    """“tại cuộc họp mới đây”, "tại một hội nghị khác": not the one that the report tells of."""
    return gathering.bare and _OTHER_TIME.match(document.lowered, gathering.name.end) is not None


def of_other_body(document: Document, gathering: Gathering, draft: Draft) -> bool:
    """“họp Thường trực Tỉnh ủy …", in a report on what Ban Bí thư met for: the meeting of a body not named there?"""
    body = _BODY.match(document.folded, gathering.span.end)
    return body is not None and document.lowered.find(lower(body[1]), *draft.sentence) < 0
