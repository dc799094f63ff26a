"""A list that is set out in lines: its head ("Dự hội nghị có:") and one person to a line."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.grammar.people.persons import Occurrence
from graph.grammar.text.document import Document
from graph.mention import Span

_MARK = re.compile(r"(?:[-+•*●▪◦■–]|\d{1,2}[.)]|[a-zđ][.)])?\s*")
# Those of a list who have no name, and the crossheads inside it ("* Lãnh đạo tỉnh:").
_UNNAMED = re.compile(r"(?:đại diện|lãnh đạo|các|đông đảo|cùng|và|gần|hơn|trên|toàn thể|về phía|\d)")
_LONGEST = 60


def with_lines(document: Document, sentence: Span, occurrences: Sequence[Occurrence], starts: Sequence[int]) -> Span:
    """Give a sentence together with the lines of the list that it opens; else the sentence as it is."""
    if not document.lowered.endswith(":", sentence.start, sentence.end):
        return sentence
    lines = document.lines
    at = bisect_left(lines, sentence.end, key=lambda line: line.span.end)
    if at == len(lines) or lines[at].span.end != sentence.end:
        return sentence
    end, named = sentence.end, False
    for line in lines[at + 1 : at + 1 + _LONGEST]:
        mark = _MARK.match(document.lowered, line.span.start)
        first = mark.end() if mark else line.span.start
        person = bisect_left(starts, first)
        opens = person < len(starts) and starts[person] == first and occurrences[person].kind == "full"
        if not opens and not _UNNAMED.match(document.lowered, first, line.span.end):
            break
        named = named or opens
        if opens:
            end = line.span.end
    return Span(sentence.start, end) if named else sentence
