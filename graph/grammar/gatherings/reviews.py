"""Whether a gathering reviews or launches something: "sơ kết", "tổng kết", "triển khai" as its own verb."""

import re
from collections.abc import Sequence

from graph.grammar.text.document import Document
from graph.mention import Evidence, Span

KINDS = {
    "sơ kết": "interim",
    "tổng kết": "final",
    "triển khai": "launch",
    "phát động": "launch",
    "quán triệt": "launch",
}

# The verb stands right after the head, or opens a further part of the name. In "đánh giá kết quả triển khai"
# it belongs to something else.
_VERB = re.compile(
    r"(?:^\W*|(?:[,;]|\svà|\sđồng thời|\skết hợp)\s|^(?:\w+\s){1,4}?(?:trực tuyến\s|toàn quốc\s|cán bộ\s|toàn thể\s|"
    r"trực tiếp\s)*)"
    r"(?P<verb>sơ kết|tổng kết|triển khai|phát động|quán triệt)(?!\w)"
)


_REPORT = re.compile(
    r"(?<!\w)báo cáo (?P<verb>sơ kết|tổng kết)(?!\w)[^.;\n]{0,60}?(?<!\w)(?:tại|trước|trong) (?:buổi |cuộc )?$"
)


def find_reported_reviews(document: Document, mentions: Sequence[Span]) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Give the kind of review that a report read at the gathering states: "Báo cáo sơ kết tại Hội nghị".

    Args:
        document: the report.
        mentions: the heads by which the gathering is named or pointed to.
    """
    for head in mentions:
        before = document.lowered[max(0, head.start - 120) : head.start]
        match = _REPORT.search(before) if "báo cáo " in before else None
        if match:
            start = max(0, head.start - 120)
            span = Span(start + match.start(), start + match.end("verb"))
            return (KINDS[match["verb"]],), (Evidence(span, "event.review"),)
    return (), ()


def find_reviews(document: Document, head: Span, name: Span) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Give the kinds of review that the name states, and the verbs that say so.

    Args:
        document: the report.
        head: the head noun of the gathering ("hội nghị").
        name: the whole name.
    """
    found: dict[str, Evidence] = {}
    for match in _VERB.finditer(document.lowered[head.end : name.end]):
        start, end = match.span("verb")
        span = Span(head.end + start, head.end + end)
        found.setdefault(KINDS[match["verb"]], Evidence(span, "event.review"))
    return tuple(found), tuple(found.values())
