"""Districts and communes as a report names them, and whose page the report stands on."""

import re

from graph.grammar.names.names import MIDDLES, highland, plausible, run_at, surnames
from graph.grammar.text.document import Document
from graph.grammar.text.normal import UPPER

_SYLLABLE = rf"[{UPPER}]\w*(?:'\w+)*"
_LEVEL_WORDS = ("huyện", "quận", "thị xã", "tx", "thành phố", "tp", "xã", "phường", "thị trấn")
# "xã Đam Rông 2", but not "xã Hòa An 5 hộ".
_NUMBER = r"(?: \d{1,2}(?=\s*(?:[,.;:)\n-]|$|(?:đã|tổ chức|họp|và|là|có|dự|về)(?!\w))))?"
_UNIT = re.compile(
    rf"(huyện|quận|thị xã|tx\.?|thành phố|tp\.?|xã|phường|thị trấn)(?: ủy| đoàn)? ?"
    rf"({_SYLLABLE}(?: {_SYLLABLE}){{0,3}}{_NUMBER}|\d{{1,2}}(?!\w|[/.]\d))"
)


def _holder(folded: str, at: int) -> bool:
    """Does "phường" end its body's name, so that a person with a family name of two syllables follows?"""
    words = [folded[a:b] for a, b in run_at(folded, at)]
    return len(words) == 4 and words[2] in MIDDLES and words[1] not in surnames()


def _personal(name: str) -> bool:
    """After "Huyện ủy": is this its secretary's name?"""
    words = name.split(" ")
    return len(words) > 2 and plausible(words) or len(words) == 1 and highland(name)


def unit_names(folded: str, lowered: str) -> list[tuple[int, int, str, str]]:
    """(start, end, level word, name) of districts, cities and communes, in order."""
    found = {}
    for word in _LEVEL_WORDS:
        at = lowered.find(word)
        while at >= 0:
            end = at + len(word)
            if word == "xã" and lowered.endswith("thị ", 0, at):
                at = lowered.find(word, end)
                continue
            named_by = word in ("huyện", "quận") and lowered.startswith((" ủy ", " đoàn "), end)
            if named_by:
                end += 3 if lowered[end + 1] == "ủ" else 5  # "Huyện ủy Mộc Châu"
            after = folded[end : end + 3].lstrip(". ")[:1]
            if (after.isupper() or after.isdigit()) and not lowered[at - 1 : at].isalnum():
                match = _UNIT.match(lowered[at:end] + folded[end : end + 60])
                if match and _holder(folded, at + match.start(2)):
                    match = None
                if match and not (named_by and _personal(match[2])):
                    found[at + match.end()] = (at, at + match.end(), match[1].rstrip("."), match[2])
            at = lowered.find(word, end)
    return sorted(found.values())


_SITE = re.compile(r"(?:(?:trang|cổng) (?:thông )?tin|cơ quan chủ quản|bản quyền|ủy ban nhân dân|ubnd)")


def of_site(document: Document, at: int) -> bool:
    """Does a line of the page, not of the report, say whose page it is ("Cổng thông tin điện tử huyện …")?"""
    line = document.line_at(at)
    return line is not None and bool(_SITE.search(document.lowered, line.span.start, line.span.end))
