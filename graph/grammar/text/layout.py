"""What each line of a report is, which one is the title, and on which day the report was published.

A page brings along menus, counters, the date of the visit, related links. Rules: the title is the first
line that is none of these and does not end like a sentence; the day of publication stands beside it (a
date line after the title wins over one before it, which may be the day the page was saved); after the
author's name or a heading such as "Các tin khác" nothing belongs to the report any more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.grammar.text import codes
from graph.grammar.text.document import Document, Line, split
from graph.grammar.text.document_date import FULL_DATE, iso, iso_of, partial
from graph.grammar.text.noise import furniture, opens_tail, page_noise
from graph.grammar.text.normal import LOWER, UPPER, fold
from graph.mention import Span
from graph.source import Source

_STOPS = frozenset(".!?:;…,")
_YEAR = re.compile(r"\d{4}")
_METADATA = re.compile(r"# ?(\w+) ?= ?(.*)")
_TODAY = re.compile(
    r"\b(?:[Hh]ôm nay|(?:[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối) nay|nay)\s?[,(]?\s?\(?(?:ngày )?"
    r"(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}))?\b"
)
_PICTURE = re.compile(
    r"(?:^|[\s(.\-])(?:Ảnh|ẢNH|ảnh)(?: minh họa)?\s?[:.)]|^\(?Ảnh\b(?! hưởng)|\((?:trái|phải|giữa|"
    r"thứ \w+ từ)\b"
)
# The same, each part with the letter first that it is searched for by.
_PICTURE_WORD = re.compile(r"(?:Ảnh|ẢNH|ảnh)(?<![^\s(.\-]...)(?: minh họa)?\s?[:.)]")
_PICTURE_FIRST = re.compile(r"\(?Ảnh\b(?! hưởng)")
_WHICH_SIDE = re.compile(r"\((?:trái|phải|giữa|thứ \w+ từ)\b")
_SCENE = re.compile(
    r"\b(?:[Qq]uang cảnh|[Tt]oàn cảnh|[Cc]ác đại biểu|(?:[Ss]ở|[Bb]ộ|[Hh]ình) ảnh|[Đđ]ồng chí|[Đđ]/c|[Ôô]ng|[Bb]à|"
    r"trao|tặng|"
    r"phát biểu|chụp ảnh|tại (?:buổi|hội nghị|Hội nghị|lễ|Lễ|cuộc)|[Bb]ộ trưởng|[Cc]hủ tịch|[Bb]í thư|[Gg]iám đốc|"
    r"[Tt]hủ tướng|[Tt]hứ trưởng|(?:[Tt]hiếu|[Tt]rung|[Tt]hượng|[Đđ]ại) (?:tướng|tá|úy))\b"
)
_CREDIT = re.compile(
    r"\(?(?:Theo(?! đó| báo cáo| quy định| kế hoạch)|Nguồn|Tin|Bài|Ảnh(?! hưởng)|Tin,? (?:bài|ảnh)|Bài,? ảnh|"
    r"Tin và ảnh|Bài và ảnh|Thực hiện|Biên tập|"
    r"Tác giả|"
    r"Nhóm PV|"
    r"Người (?:viết|đăng)|PV|CTV|BBT|Ban [Bb]iên tập)\b.{0,80}$"
)
_NAME = re.compile(
    rf"[{UPPER}][{UPPER}{LOWER}.'\d]*(?:[ ,&-]+(?:và )?[{UPPER}(][{UPPER}{LOWER}.'\d]*)*"
    rf"(?: ?\([^()]{{2,60}}\)| - [{UPPER}][^.]{{2,40}})?$"
)
# A body's name in capitals, and what a title in capitals tells of it.
_OWNER = re.compile(
    r"(?:HỘI|SỞ|TỈNH|CỤC|BỘ|ỦY BAN|UBND|UỶ BAN|CÔNG AN|BAN|ĐẢNG|HUYỆN|THÀNH|QUẬN|LIÊN ĐOÀN|"
    r"TRƯỜNG|BÁO|ĐÀI|VIỆN|TÒA ÁN|CHI CỤC|HĐND|ĐOÀN|MẶT TRẬN|TỔNG|VĂN PHÒNG|TRANG|CỔNG|PHÒNG|QUÂN KHU|THANH TRA|"
    r"KHO BẠC|BẢO HIỂM|CHÍNH PHỦ|QUỐC HỘI|XÃ|PHƯỜNG|THỊ|TRUNG TÂM|CÔNG ĐOÀN|HỌC VIỆN|ĐẠI HỌC|TẠP CHÍ|CHI NHÁNH)(?!\w)"
)
_HAPPENS = re.compile(
    r"(?<!\w)(?:TỔ CHỨC|TỔNG KẾT|SƠ KẾT|HỘI NGHỊ|TRIỂN KHAI|HỌP|RA QUÂN|PHÁT ĐỘNG|LÀM VIỆC|GẶP MẶT|THĂM|TRAO|ĐÓN|TIẾP|"
    r"KHAI MẠC|KỶ NIỆM|TẬP HUẤN|GIAO BAN|KÝ KẾT|ĐỐI THOẠI|KHEN|TUYÊN DƯƠNG|CÔNG BỐ|KIỂM TRA|LỄ|HỘI THẢO|ĐẠI HỘI|DỰ|"
    r"BẾ MẠC|TĂNG|ĐẨY|THỰC HIỆN|VỚI|VỀ|LẦN|NĂM|BẦU|TUYÊN TRUYỀN|PHỐI HỢP|CHÚC|TẶNG|ĐỂ|CHỦ TRÌ|QUÁN TRIỆT)(?!\w)|[:?!]"
)
_HEADER_DEPTH = 14


@dataclass(slots=True)
class _Row:
    """A line while its kind is being found."""

    span: Span
    words: str
    raw: str
    kind: str = ""
    day: str | None = None
    day_span: Span | None = None
    said_today: bool = False
    labelled: bool = False
    stops: bool = False
    noisy: bool | None = None

    def __post_init__(self) -> None:
        self.stops = self.words.rstrip("\"')]")[-1:] in _STOPS

    def noise(self) -> bool:
        """Is it something that a page prints around reports?"""
        if self.noisy is None:
            # A long line that ends like a sentence is text: no need to ask.
            self.noisy = not (self.stops and len(self.words) > 120) and page_noise(self.words, self.raw)
        return self.noisy


def analyse(source: Source) -> Document:
    """Lay out a report: kinds of lines, title, day of publication.

    Metadata of the source wins over what its text shows. Works on any string, in linear time.
    """
    folded = codes.folded(source.text)
    rows = list(_rows(folded, source.text))
    first = _header(rows, folded, fold(source.title) if source.title else None)
    _body(rows, first)
    titles = [row for row in rows if row.kind == "title"]
    title_span = Span(titles[0].span.start, titles[-1].span.end) if titles else None
    title = " ".join(source.text[t.span.start : t.span.end] for t in titles) or None
    published, published_span = _published(rows, folded, titles)
    if source.published:
        published_span = published_span if published == source.published else None
        published = source.published
    return Document(
        id=source.id,
        text=source.text,
        folded=folded,
        lines=tuple(Line(row.span, row.kind) for row in rows),
        title=source.title or title,
        title_span=title_span,
        published=published,
        published_span=published_span,
    )


def _rows(folded: str, text: str) -> Iterator[_Row]:
    """The lines that are not empty, without the space around them."""
    after = 0
    for line in folded.split("\n"):
        at, after = after, after + len(line) + 1
        words = line.strip()
        if words:
            start = at if words is line else at + len(line) - len(line.lstrip())
            span = Span(start, start + len(words))
            yield _Row(span, words, text[span.start : span.end])


def _header(rows: list[_Row], folded: str, known_title: str | None) -> int:
    """Set the kinds of the lines up to the title and its date line; return the index of what follows."""
    at = _named_title(rows, known_title) if known_title else None
    if at is None:
        at = _first_title(rows, folded) if known_title is None else None
    if at is None:
        start = 0
        while start < len(rows) and _furniture_row(rows[start]):
            start += 1
        return start
    for row in rows[:at]:
        if not _furniture_row(row):
            row.kind = "noise"
    rows[at].kind = "title"
    after = at + 1
    while after < len(rows) and _continues_title(rows, after):
        rows[after].kind = "title"
        after += 1
    while after < len(rows) and after < at + 6:
        row = rows[after]
        if not _furniture_row(row):
            if not (_is_credit(row.words) or _is_name(row.words)) or len(row.words) > 60:
                break
            row.kind = "byline"
        after += 1
    return after


def _named_title(rows: list[_Row], title: str) -> int | None:
    wanted = title.casefold().split()
    for at, row in enumerate(rows[:_HEADER_DEPTH]):
        if row.words.casefold().split() == wanted:
            return at
    return None


def _first_title(rows: list[_Row], folded: str) -> int | None:
    for at, row in enumerate(rows[:_HEADER_DEPTH]):
        if _furniture_row(row):
            continue
        words = row.words
        dated = at + 1 < len(rows) and _furniture_row(rows[at + 1]) and rows[at + 1].day is not None
        if len(words) > 400 or len(split(folded, row.span)) > 1 or (row.stops and not _quoted_end(words)):
            single = len(words) < 250 and ". " not in words and words[-1] in ".!?"
            return at if single and (dated or words[-1] != ".") and len(rows) > at + 1 else None
        if _section_label(rows, at, dated) or (at < 2 and not dated and _masthead(rows, at)):
            row.kind = "noise"
            continue
        return at
    return None


def _section_label(rows: list[_Row], at: int, dated: bool) -> bool:
    """Is this short line the name of a section, with the title still to come?"""
    words = rows[at].words
    if dated or len(words.split()) > 6 or at + 1 >= len(rows) or _furniture_row(rows[at + 1]):
        return False
    following = rows[at + 1].words
    if rows[at + 1].stops and not _quoted_end(following):
        return False
    touching = rows[at + 1].span.start - rows[at].span.end == 1
    return 20 < len(following) < 300 and (touching or words.isupper() or len(words.split()) <= 4)


def _masthead(rows: list[_Row], at: int) -> bool:
    """Is this line the name of whose page it is, in capitals, with the title still to come?"""
    words = rows[at].words
    if (
        not words.isupper()
        or not _OWNER.match(words)
        or _HAPPENS.search(words)
        or len(words.split()) > 14
        or words[0] in "\"'"
    ):
        return False
    for row in rows[at + 1 : at + 6]:
        if _furniture_row(row):
            continue
        return not (row.stops and not _quoted_end(row.words)) and 12 < len(row.words) < 400
    return False


def _continues_title(rows: list[_Row], at: int) -> bool:
    """A title set in capitals over several lines."""
    before, row = rows[at - 1], rows[at]
    touching = row.span.start - before.span.end <= 2
    return touching and before.words.isupper() and row.words.isupper() and not row.noise()


def _furniture_row(row: _Row) -> bool:
    """Set the kind of a line of the page's frame (dateline or noise); False for anything else."""
    if row.kind:
        return row.kind in ("dateline", "noise")
    words = row.words
    metadata = _METADATA.match(words)
    if metadata:
        row.kind = "noise"
        value = metadata[2].strip()
        if metadata[1].lower() in ("date", "published") and re.fullmatch(r"\d{8}|\d{4}-\d\d-\d\d.*", value):
            digits = value.replace("-", "")
            row.day = iso(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
            row.labelled, row.day_span = True, row.span
        return True
    if len(words) > 200:
        return False
    sentence = row.stops and words.count(" ") > 8
    match = FULL_DATE.search(words) if not sentence and _YEAR.search(words) else None
    if match:
        rest = furniture(words[: match.start()] + " " + words[match.end() :])
        if rest is not None:
            row.kind, row.day = "dateline", iso_of(match)
            row.day_span = Span(row.span.start + match.start(), row.span.start + match.end())
            row.said_today, row.labelled = rest.today, rest.labelled
            return True
    if row.noise():
        row.kind = "noise"
        return True
    return False


def _quoted_end(words: str) -> bool:
    return words[-1] in "\"'" or words.endswith(("...", "…", "?", "!"))


def _is_credit(words: str) -> bool:
    """Say whether the line tells whose text or picture it is ("Theo …" may also open a sentence)."""
    return bool(_CREDIT.match(words)) and not (words[-1] == "." and len(words) > 40)


def _is_name(words: str) -> bool:
    return len(words.split()) <= 9 and bool(_NAME.match(words))


def _body(rows: list[_Row], first: int) -> None:
    """Set the kinds of the lines after the header."""
    paragraphs = {at for at in range(first, len(rows)) if _is_paragraph(rows[at])}
    last = max(paragraphs, default=first - 1)
    tail = closed = lead = False
    for at in range(first, len(rows)):
        row = rows[at]
        words = row.words
        if row.kind:
            continue
        if not tail and opens_tail(words) and at * 2 > first + last:
            tail = closed = True
        if tail and _furniture_row(row):
            continue
        if tail and not closed and words[-1] == "." and _SCENE.search(words):
            row.kind = "caption"
        elif tail or (row.noise() and at not in paragraphs):
            row.kind = "noise"
        elif at * 2 > first + last and _signature(words):
            row.kind = "byline"
            tail = at >= last and not _more_bylines(rows, at + 1)
        elif _pictured(words[-120:]) or words[0] in "Ảả(.-" and _PICTURE.match(words):
            row.kind = "caption" if len(words) < 400 else "body"
        elif at > last:
            row.kind = _ending(row)
            tail = tail or row.kind == "byline" and not _more_bylines(rows, at + 1)
        elif (
            at in paragraphs
            or (len(words) <= 40 and words[-1] == "." and not _SCENE.search(words))
            or len(words) > 350
            or (not lead and len(words) > 90 and _DAY_FIRST.match(words))
        ):
            row.kind = "body" if lead else "lead"
            lead = True
        else:
            row.kind = "caption" if _SCENE.search(words) else "heading"


# A lead is often printed without its full stop.
_DAY_FIRST = re.compile(r"(?:Ngày|Sáng|Chiều|Tối|Trưa) (?:nay|qua|(?:ngày )?\d{1,2}[-/.]\d)[^,]{0,24}, ")


def _signature(words: str) -> bool:
    """A name or a credit that stands alone ("Minh Hiền", "Tin, ảnh: Minh Hiền")."""
    if len(words) > 110:
        return False
    return _is_credit(words) if ":" in words else len(words.split()) <= 5 and _is_name(words)


def _ending(row: _Row) -> str:
    """Kind of a short line after the last paragraph."""
    if _is_credit(row.words) or _is_name(row.words):
        return "byline"
    if _furniture_row(row):
        return row.kind
    return "caption" if _SCENE.search(row.words) and len(row.words) > 25 else "noise"


def _more_bylines(rows: list[_Row], at: int) -> bool:
    return at < len(rows) and bool(_is_credit(rows[at].words) or _is_name(rows[at].words))


def _is_paragraph(row: _Row) -> bool:
    """Does the line end like a sentence, and is it more than a label?"""
    words = row.words
    if not row.stops or _pictured(words[-60:]) or row.noise():
        return False
    return len(words) > 40 or (words[-1] in ".!?" and words.count(" ") > 4 and not _SCENE.search(words))


def _pictured(words: str) -> bool:
    # A word is looked for soonest; nearly always that is all.
    if ("ảnh" in words or "Ảnh" in words or "ẢNH" in words) and (
        _PICTURE_WORD.search(words) or _PICTURE_FIRST.match(words)
    ):
        return True
    return "(" in words and _WHICH_SIDE.search(words) is not None


def _published(rows: list[_Row], folded: str, titles: list[_Row]) -> tuple[str | None, Span | None]:
    """Return the day of publication and where it stands; date lines of the frame become noise."""
    dated = [row for row in rows if row.day]
    best = min(dated, key=lambda row: _rank(row, titles), default=None)
    if best is not None and _rank(best, titles) > 5:
        best = None
    for row in dated:
        if row is not best:
            row.kind = "noise"
    if best is not None:
        return best.day, best.day_span
    for row in [r for r in rows if r.kind in ("lead", "body")][:3]:
        match = _TODAY.search(folded, row.span.start, row.span.end) if "nay" in row.words else None
        if match:
            month, day = int(match[2]), int(match[1])
            said = iso(int(match[3]), month, day) if match[3] else partial(month, day)
            if said:
                return said, Span(match.start(1), match.end(3) if match[3] else match.end(2))
    return None, None


def _rank(row: _Row, titles: list[_Row]) -> int:
    """How far a date line is from being the day of publication; above 5 it is not."""
    if row.said_today:
        return 9
    if row.words.startswith("#"):
        return 0
    if titles and row.span.start > titles[-1].span.end:
        near = row.kind == "dateline" and row.span.start - titles[-1].span.end < 200
        return 1 if near else 3 if row.labelled else 4
    return 2 if row.labelled else 5
