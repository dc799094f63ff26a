"""Whose words were said elsewhere than at the gathering that the report tells of.

Comment to the press, beside it, from elsewhere or from another day gives no role; nor does what the same person adds.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graph.grammar.gatherings.event_draft import Draft, name_of
from graph.grammar.gatherings.gatherings import Gathering
from graph.grammar.people.persons import Occurrence
from graph.grammar.roles.acts import Act
from graph.grammar.text.dates import find_dates, iso
from graph.grammar.text.document import Document
from graph.grammar.text.normal import fold, lower
from graph.grammar.text.scan import Finder
from graph.mention import Span
from ontology.vocabulary import scheme


@cache
def _media() -> str:
    """The names of papers, stations and agencies (a scheme), as alternatives of a pattern."""
    forms = {lower(fold(form)) for concept in scheme("news-medium") for form in concept.forms}
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


@cache
def _lettered_media() -> Finder:
    """The names in capitals, by which papers and agencies open a report ("TTXVN - ")."""
    forms = (fold(form) for concept in scheme("news-medium") for form in concept.forms)
    return Finder(sorted({lower(form) for form in forms if form.isupper()}))


@cache
def _elsewhere_words() -> "re.Pattern[str]":
    return re.compile(
        r"(?<!\w)(?:trao đổi với(?! (?:các |toàn thể )?(?:đại biểu|hội nghị|bà con|cử tri|đoàn|học viên|học sinh|"
        r"sinh viên|"
        r"hội viên|nhân dân|thanh niên|nông dân|doanh nghiệp|điểm cầu))|trả lời phỏng vấn|"
        rf"trả lời (?:báo|pv|phóng viên|{_media()})|"
        r"ngay sau (?:hội nghị|hội thảo|cuộc họp|buổi|lễ|phiên)|phỏng vấn|nói với (?:báo|phóng viên|pv|tờ|hãng)|"
        r"qua điện thoại|"
        r"chia sẻ với (?:báo|phóng viên|pv|chúng tôi)|bên lề|tính đến|mới đây|gần đây|trước đây|hồi (?:tháng|năm|đầu|"
        r"cuối)|trên (?:trang|facebook|mạng|báo)|"
        r"cho biết với|theo tờ|viết trên|trong (?:một |bài )?(?:bài viết|cuốn|thư|văn bản|công văn)|"
        r"trong báo cáo (?:gửi|mới|nhanh)|khi được hỏi|được (?:chúng tôi )?hỏi (?:về|vì sao|tại sao)|"
        r"không (?:được mời|tham dự|đến dự|có mặt)|"
        r"trong diễn biến (?:có )?(?:liên quan|khác)|liên quan (?:đến )?vụ|năm ngoái|tuần trước|"
        r"trước đó,? (?:vào )?(?:ngày|sáng|chiều|tối|hôm)|sau khi hội nghị|từng|tiếp xúc với (?:báo|phóng viên))(?!\w)"
    )


@cache
def _aside() -> "re.Pattern[str]":
    return re.compile(rf"(?<!\w)(?:bên lề|phóng viên|phỏng vấn|ngay sau|báo chí|trả lời (?:báo|{_media()}))(?!\w)")


@cache
def _to_press() -> "re.Pattern[str]":
    return re.compile(
        rf"\s(?:với|trên|cùng)\s(?:báo|phóng viên|pv|hãng|tờ|chúng tôi|truyền thông|đài|{_media()})(?!\w)"
    )


_HEADLINE = 160  # characters
_SPOKESMAN = re.compile(r"(?:người )?phát ngôn(?: viên)? (?:của )?(?:bộ|lầu|nhà|chính phủ|tổng thống|điện|đại sứ)")
# "… nói điều này lúc trò chuyện với phóng viên sau giờ họp"
_BESIDE_IT = re.compile(
    r"(?: như vậy| điều (?:này|trên)| thông tin (?:này|trên)| thêm)?,? (?:(?:khi|trong lúc|lúc) (?:trao đổi|trả lời|"
    r"trò chuyện|chia sẻ)(?: với| thông tin với| bên lề)? (?:báo chí|phóng viên|pv|truyền thông|phỏng vấn)|"
    r"(?:gần đây|mới đây|trước đó)(?= tại|[,.;:])|"
    r"bên lề|[^,.;:\"]{0,40} trên (?:tài khoản|mạng xã hội|trang cá nhân|facebook|twitter))(?!\w)"
)
_TO_PRESS_AT = re.compile(r"(?:tại|trong) (?:cuộc |buổi )?họp báo(?!\w)")


@dataclass(slots=True)
class _Said:
    """A saying with what the tests of `_REASONS` look at.

    `head` is what stands from where the report's own words begin to the verb; `here` says that the sentence names
    the gathering before the verb.
    """

    document: Document
    act: Act
    draft: Draft
    head: str
    here: bool

    @property
    def lowered(self) -> str:
        return self.document.lowered

    @property
    def to_press(self) -> bool:
        """Is the gathering one with the press?"""
        return self.draft.concept == "press-conference"


class _Reason(NamedTuple):
    """Why a saying is from elsewhere; `remembered` where what the person adds later is said there too."""

    name: str
    test: Callable[[_Said], object]
    remembered: bool = False


def elsewhere(document: Document, act: Act, draft: Draft, press: set[int]) -> bool:
    """Do the words place the speaker away from the gathering `draft`?

    `press` collects the persons who spoke to the press: what they add later is said there too.
    """
    person = act.occurrence.person
    start = _after_quotation(document.folded, act)
    here = any(
        act.sentence.start <= g.span.start < act.verb.start and not _only_named(document, g, act)
        for g in draft.mentions
    )
    said = _Said(document, act, draft, document.lowered[start : act.verb.start], here)
    if here and not _beside_it(said) and (not _aside().search(said.head) or _TO_PRESS_AT.search(said.head)):
        press.discard(person)
        return False
    if person in press:
        return True
    for reason in _REASONS:
        if reason.test(said):
            if reason.remembered:
                press.add(person)
            return True
    return other_day(document, start, act.occurrence.span.start, draft)


def _beside_it(said: _Said) -> bool:
    return _BESIDE_IT.match(said.lowered, said.act.verb.end) is not None


def _before_it(said: _Said) -> bool:
    return not said.here and _TO_ATTEND.match(said.lowered, said.act.verb.end, said.act.sentence.end) is not None


def _same_day(said: _Said) -> bool:
    start, end = said.act.sentence.start, said.act.occurrence.span.start
    return not said.here and _SAME_DAY.fullmatch(said.lowered, start, end) is not None


def _ordered_before(said: _Said) -> bool:
    return (
        not said.here
        and _ORDERED_BEFORE.match(said.lowered, said.act.sentence.start) is not None
        and said.lowered.endswith("đã ", 0, said.act.verb.start)
    )


def _on_video(said: _Said) -> bool:
    act = said.act
    shown = said.lowered.startswith("video: ", act.sentence.start)
    return shown or said.lowered.find(" - video:", act.verb.end, act.sentence.end) > 0


def _quoted_by_paper(said: _Said) -> bool:
    return not said.here and said.lowered.endswith(_QUOTED_BY, said.act.sentence.start, said.act.occurrence.span.start)


def _asked_by_press(said: _Said) -> bool:
    return not said.to_press and said.lowered.startswith((" báo chí", " phóng viên"), said.act.verb.end)


def _of_spokesman(said: _Said) -> bool:
    who = said.lowered[said.act.occurrence.span.start : said.act.occurrence.span.end]
    return not said.to_press and "phát ngôn" in who and _SPOKESMAN.search(who) is not None


def _words_for_elsewhere(said: _Said) -> bool:
    found = _elsewhere_words().search(said.head) or _to_press().match(said.lowered, said.act.verb.end)
    return found is not None


def _to_inspectors_or_by_letter(said: _Said) -> bool:
    return any(words in said.head for words in _LETTERS) and _BY_LETTER.search(said.head) is not None


_LETTERS = ("thanh tra", "điều tra", "cảnh sát", "tin nhắn", "email", "thư ", "zalo", "qua ")
_BY_LETTER = re.compile(
    r"(?<!\w)(?:qua (?:email|thư|zalo|mạng|fax|tin nhắn|văn bản)|(?:tin nhắn|email|thư) của|thư điện tử|"
    r"(?:với|trước|tới|cho) (?:cơ quan |đoàn )?(?:thanh tra|điều tra|cảnh sát))(?!\w)"
)


def _before_court(said: _Said) -> bool:
    if not ("tòa" in said.head or "bị c" in said.head) or _AT_COURT.search(said.head) is None:
        return False
    here = name_of(said.document, said.draft)
    return "tòa" not in here and "xét xử" not in here


def _for_the_dead(said: _Said) -> bool:
    if not any(words in said.head for words in _OF_THE_DEAD):
        return False
    return _FUNERAL.search(name_of(said.document, said.draft)) is None


def _years_ago(said: _Said) -> bool:
    act = said.act
    return not said.lowered.startswith((",", " thì "), act.verb.end) and other_year(
        said.document, act.sentence, said.draft
    )


# In this order: the first that holds says whether it is remembered.
_REASONS = (
    _Reason("told beside it: '… nói bên lề hội nghị'", _beside_it, remembered=True),
    _Reason("told before it: 'Bí thư đồng ý để báo chí dự cuộc họp'", _before_it, remembered=True),
    _Reason("on another occasion: 'Cùng ngày, ông A xác nhận …'", _same_day, remembered=True),
    _Reason("ordered before: 'Trước đó, Phó Thủ tướng đã yêu cầu …'", _ordered_before),
    _Reason(
        "said before: 'Nhà vua trước đó kêu gọi …'",
        lambda said: "trước đó" in said.lowered[said.act.occurrence.span.end : said.act.verb.start],
    ),
    _Reason(
        "news beside: 'Phó Thủ tướng vừa yêu cầu …'",
        lambda said: said.head.endswith("vừa ") or "vừa có ý kiến " in said.head[-24:],
    ),
    _Reason("the first words of another article, inserted", lambda said: _teaser(said.document, said.act, said.draft)),
    _Reason("what a video shows", _on_video),
    _Reason("quoted by a paper: 'Tờ X dẫn lời ông A cho rằng …'", _quoted_by_paper, remembered=True),
    _Reason(
        "the report is of what was said beside it: 'Trả lời báo chí bên lề hội nghị, …'",
        lambda said: not said.here and _only_beside(said.document, said.draft),
    ),
    _Reason("asked by the press: 'Bộ trưởng trả lời báo chí về …'", _asked_by_press),
    _Reason("who speaks for a government does so to the press", _of_spokesman),
    _Reason("in court: 'Tại tòa, ông A khẳng định vô tội'", _before_court, remembered=True),
    _Reason("by letter, or to inspectors: 'Giải trình với thanh tra, …'", _to_inspectors_or_by_letter, remembered=True),
    _Reason("for the family of one who died", _for_the_dead),
    _Reason("in another year: 'Năm 1998, ông A đề nghị …'", _years_ago),
    _Reason("words that name another place, time or hearer", _words_for_elsewhere, remembered=True),
)


_AT_COURT = re.compile(r"(?<!\w)(?:(?:tại|trước) (?:phiên )?tòa|bị cáo|bị can)(?!\w)")
_OF_THE_DEAD = ("người đã khuất", "người quá cố", "tang quyến", "tang gia ")
_FUNERAL = re.compile(r"(?<!\w)(?:tang|viếng|truy điệu|tưởng niệm|tưởng nhớ|truy tặng|cầu siêu)(?!\w)")
_ORDERED_BEFORE = re.compile(
    r"trước đó, (?:phó )?(?:thủ tướng|chủ tịch|bí thư|bộ trưởng|tổng bí thư|thường trực)(?!\w)"
)
_QUOTED_BY = ("dẫn lời ", "trích lời ", "dẫn lời các ")
_BESIDE = re.compile(r"(?<!\w)(?:bên lề|trả lời (?:báo chí|phóng viên|phỏng vấn)[^,;:.]{0,40}) [^,;:.]{0,40}$")


def _only_beside(document: Document, draft: Draft) -> bool:
    """Does the report name the gathering only to say that somebody spoke beside or after it?"""
    named = False
    for gathering in draft.mentions:
        start = gathering.span.start
        if document.kind_at(start) in ("title", "caption"):
            continue
        near = document.lowered[max(0, start - 90) : start]
        if not (("bên lề" in near or "trả lời" in near) and _BESIDE.search(near)):
            return False
        named = True
    return named


_TO_ATTEND = re.compile(
    r" (?:và mong|để|cho(?: phép)?|mời) [^,;:.]{3,50} (?:đến |vào |tham )?dự "
    r"(?:cuộc |buổi |phiên )?(?:họp|hội nghị|hội thảo|lễ|tọa đàm|làm việc)(?!\w)"
)
_SAME_DAY = re.compile(r"(?:cũng )?(?:trong )?(?:sáng |chiều |tối |trưa )?cùng ngày, (?:trả lời [^,;:.]{3,60}, )?")
_REFUSED = re.compile(r"(?:từ chối|không cho|không được|không mời|đồng ý để|cho phép) [^,;:.]{0,50}dự $")


def _only_named(document: Document, gathering: Gathering, act: Act) -> bool:
    """“… nên sở đã họp bàn", ông A khẳng định: named by the speaker, or as what others are kept from?"""
    start = gathering.span.start
    if _REFUSED.search(document.lowered, max(act.sentence.start, start - 75), start):
        return True
    return document.folded.count('"', gathering.span.end, act.occurrence.span.start) % 2 == 1


def _teaser(document: Document, act: Act, draft: Draft) -> bool:
    """Does the speaker stand in a line of the form "headline TTO - first words" that does not name the gathering?

    The letters of a paper or agency are those of the scheme, in capitals, within the line and not at its head, where
    they open a report of its own.
    """
    letters = _letters_before_dash(document)
    line = document.line_at(act.sentence.start) if letters else None
    if line is None or any(act.sentence.start <= g.span.start < act.sentence.end for g in draft.mentions):
        return False
    start = line.span.start
    return any(start + 1 < at < min(start + _HEADLINE, line.span.end) for at in letters)


def _letters_before_dash(document: Document) -> list[int]:
    """Where the letters of a paper or agency stand before a dash: "TTO - ", "(TTXVN) - "."""
    found: list[int] | None = document.kept.get("_letters_before_dash")
    if found is None:
        folded = document.folded
        found = document.kept["_letters_before_dash"] = [
            at
            for at, letters in _lettered_media().hits(document)
            if folded.startswith(letters.upper(), at) and folded.startswith((" - ", ") - "), at + len(letters))
        ]
    return found


def _after_quotation(folded: str, act: Act) -> int:
    """Where the report's own words begin: after what is quoted first (“từng bước …”, ông A nói)."""
    start = act.sentence.start
    mark = folded.find('"', start + 1, act.occurrence.span.start)
    only = mark > 0 and folded.find('"', mark + 1, act.occurrence.span.start) < 0
    return mark + 1 if only and folded[mark + 1] in " ,-." and folded[mark - 1] != " " else start


def asked_at_home(document: Document, occurrences: Sequence[Occurrence], drafts: Sequence[Draft]) -> set[int]:
    """“anh Y, trú xã …”, or "Ông X (xã …)" in a section that names no gathering: asked where they live.

    Not where a gathering is for such people.
    """
    lowered = document.lowered
    if any(_FOR_ALL.search(lowered, d.opening.name.start, d.opening.name.end) for d in drafts):
        return set()
    found = set()
    for who in occurrences:
        lives = _lives(lowered, who.span) if who.kind == "full" else None
        if not lives or _SENT.search(lowered, max(0, who.span.start - 12), who.span.end):
            continue
        if lives[1] or not _named_in_section(document, who.span.start, drafts):
            found.add(who.person)
    return found


def _lives(lowered: str, who: Span) -> "re.Match[str] | None":
    inside = _LIVES.search(lowered, who.start, who.end) if lowered[who.end - 1] == ")" else None
    return inside or _LIVES.match(lowered, who.end)


def _named_in_section(document: Document, at: int, drafts: Sequence[Draft]) -> bool:
    """Is a gathering named between the heading above and `at`, or is there no heading?"""
    begin = max((line.start for line in document.of_kind("heading") if line.start < at), default=-1)
    return begin < 0 or any(begin < g.span.start < at for d in drafts for g in d.mentions)


_LIVES = re.compile(r",? (?:\(?(ngụ|trú)|\((?:xã|p\.|phường|thôn|ấp|khu phố|tổ dân phố|tổ \d+|ở)) ")
_SENT = re.compile(r"(?<!\w)(?:cử tri|đại biểu|chủ tịch|bí thư|trưởng|giám đốc)(?!\w)")
_FOR_ALL = re.compile(r"(?<!\w)(?:cử tri|đối thoại|tiếp công dân|gặp mặt|tiếp xúc|với (?:nông )?dân)(?!\w)")


def year_of(document: Document, draft: Draft) -> str:
    """Give the year of a gathering, else that of the report ("2019"), "" where neither is known."""
    day = (draft.date.iso if draft.date else "") or document.published or ""
    return day[:4] if day[:1].isdigit() else ""


def other_year(document: Document, sentence: Span, draft: Draft) -> bool:
    """“Năm 2005, ông A đã dự …": does the sentence open with a year that is not the gathering's?"""
    if not document.lowered.startswith(_YEARLY, sentence.start):
        return False
    year = _IN_YEAR.match(document.lowered, sentence.start, sentence.end)
    if year is None:
        return False
    known = year_of(document, draft)
    return year[1] != known if known else draft.sentence != sentence


_YEARLY = ("năm ", "tháng ", "hồi ", "đầu năm ", "cuối năm ", "giữa năm ", "vào năm ", "từ năm ", "trước đó, năm ")
_IN_YEAR = re.compile(
    r"(?:trước đó, )?(?:(?:hồi|vào|từ|đầu|cuối|giữa) )*"
    r"(?:tháng \d{1,2}[/-]|(?:tháng \d{1,2} )?năm )((?:19|20)\d\d)(?= ?,)"
)


def other_day(document: Document, start: int, end: int, draft: Draft) -> bool:
    """Does a stretch, the opening of a sentence, name a day that is not the gathering's?"""
    if draft.date is None or not _DIGIT.search(document.lowered, start, end):
        return False
    head = document.lowered[start:end]
    topic = _TOPIC.match(head)  # "Về vụ tai nạn tối 26-3, ông A …": the day of what is spoken of
    days = {(iso(None, d.month, d.day) or "")[-5:] for d in find_dates(head[topic.end() :] if topic else head) if d.day}
    return bool(days) and draft.date.iso[-5:] not in days


_DIGIT = re.compile(r"[0-9]")
_TOPIC = re.compile(
    r"(?:về|nói về|liên quan(?: đến| tới)?|đối với|trước|đề cập(?: đến| tới)?) (?!đó|ngày|sáng|chiều)"
    r"(?:(?!, (?:ngày|sáng|trưa|chiều|tối|hôm)(?!\w))[^;:]){5,200}, "
)
