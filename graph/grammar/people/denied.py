"""What the report says is not so: posts denied, undecided or supposed, and officials whom somebody plays.

"Không có việc ông A được bổ nhiệm làm …", "Thông tin ông A là … là bịa đặt", "Giả sử ông A là …" give no post;
"giả danh Đại tá A" names nobody. A title that stands with the name itself ("ông A, Giám đốc …, bị đồn …") is true
all the same: only what a verb gives is left out.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.grammar.people.mentions import Mention
from graph.grammar.text.document import Document
from graph.grammar.text.scan import Finder
from graph.grammar.text.word_lists import word_list

# What follows in the clause is denied, not decided, or only supposed.
_OPENS = Finder(word_list("not-so", "denied-ahead"))
# What stands before in the clause, from the word for news on, is denied.
_CLOSES = Finder(
    f"{link}{how}{false}"
    for link in ("là ", "đều là ")
    for how in ("", "hoàn toàn ", "thông tin ", "tin ")
    for false in word_list("not-so", "denied-behind")
)
_CLOSED = re.compile(r" sự thật(?!\w)|\s*(?:$|[.,;:!?\n\")])| và(?!\w)")
_NEWS = re.compile(r"(?<!\w)(?:thông tin|tin|việc|chuyện|bài viết|bài đăng)(?= )")
_CLAUSE_ENDS = re.compile(r"; |(?:, )?(?<!\w)(?:nhưng|tuy nhiên|song|mà)(?!\w)")
# The verbs and joints that give a post to the person named before them.
_GIVEN = re.compile(r"(?<!\w)(?:là|làm|giữ|chức|chức vụ|chức danh|cương vị|đảm nhiệm|đảm nhận|bổ nhiệm|trở thành) $")
_PLAYS = Finder(word_list("not-so", "impostor"))
_PLAYED = re.compile(
    r"(?: (?!để |lừa |gọi |gửi |nhắn |yêu cầu |đã |bị |của |cho |với |tại |ở |trong )[^\s.;:\"]+){0,9} $| ?\"$"
)


def leave_out(document: Document, found: Sequence[Mention]) -> list[Mention]:
    """Give the mentions of a report without the people whom somebody plays, and without posts that are denied."""
    played = {_played(document, start + len(phrase), found) for start, phrase in _PLAYS.hits(document)}
    for start, end in _denied(document):
        for mention in found[bisect_left(found, start, key=lambda m: m.start) :]:
            if mention.start >= end:
                break
            _without_given(document.lowered, mention, end)
    return [mention for mention in found if mention.start not in played] if played else list(found)


def _played(document: Document, at: int, found: Sequence[Mention]) -> int | None:
    """Where the mention of a person begins whom somebody plays, by the words that end at `at`."""
    index = bisect_left(found, at, key=lambda m: m.start)
    if index == len(found) or found[index].start - at > 70:
        return None
    return found[index].start if _PLAYED.fullmatch(document.lowered, at, found[index].start) else None


def _denied(document: Document) -> list[tuple[int, int]]:
    """The stretches of text in which what is told is not so."""
    stretches = []
    for start, phrase in _OPENS.hits(document):
        sentence = document.sentence_at(start)
        if sentence is not None:
            clause = _CLAUSE_ENDS.search(document.lowered, start + len(phrase), sentence.end)
            stretches.append((start, clause.start() if clause else sentence.end))
    for start, phrase in _CLOSES.hits(document):
        sentence = document.sentence_at(start)
        if sentence is not None and _CLOSED.match(document.lowered, start + len(phrase)):
            begin = document.lowered.rfind("; ", sentence.start, start) + 1 or sentence.start
            news = _NEWS.search(document.lowered, begin, start)
            if news:
                stretches.append((news.start(), start))
    return stretches


def _without_given(lowered: str, mention: Mention, end: int) -> None:
    """Take from a person the posts that stand after the name behind a verb that gives them."""
    if mention.name is None:
        return
    for index in range(mention.lead, len(mention.posts)):
        post = mention.posts[index]
        if mention.name[1] <= post.start < end and _GIVEN.search(
            lowered, max(mention.name[1], post.start - 16), post.start
        ):
            del mention.posts[index:]
            return
