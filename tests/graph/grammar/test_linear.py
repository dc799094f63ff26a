"""A report that says one thing a thousand times costs a thousand times as much: told by counts, not by the clock."""

import re
import sys
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from graph.extract import extract
from graph.grammar.bodies.said_places import side
from graph.grammar.events.event_time import Calendar
from graph.grammar.figures.statistics import _last_area
from graph.grammar.honours.awarders import last_inside, near
from graph.grammar.honours.awards import _chosen
from graph.grammar.initiatives.programmes import _OPEN
from graph.grammar.people.persons import Occurrence, People
from graph.grammar.text.layout import analyse
from graph.grammar.text.quotations import in_quotes
from graph.mention import AwardMention, Evidence, Span
from graph.source import Source

REPEATED = (
    "Đồng chí Trần Văn Bình nhấn mạnh, ",
    "Chủ tịch UBND tỉnh Lê Văn Tám phát biểu khai mạc, ",
    "tặng Bằng khen cho đồng chí Lê Văn Tám, ",
    "tổ chức hội nghị tổng kết, ",
    "dự hội nghị có, ",
    "Trần Văn Bình chủ trì hội nghị, ",
    "tăng 12% Lê Văn Tám; ",
    "Sở Y tế tổ chức hội nghị tổng kết năm 2022 tại Huế ngày 12/11/2022; ",
    "12/3/2022 ",
    "toàn tỉnh có 5% hộ nghèo, ",
)


def _lines_run(work: Callable[[], object]) -> int:
    count = 0

    def trace(frame: Any, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("words", REPEATED)
def test_lines_of_code_run_grow_with_the_text(words: str) -> None:
    extract(Source("first", words * 2))  # schemes are read once
    few = _lines_run(lambda: extract(Source("few", words * 60)))
    many = _lines_run(lambda: extract(Source("many", words * 240)))
    assert few > 1000
    assert many < 4.3 * few


@pytest.mark.parametrize(
    "words",
    [
        "Sở ban hành kế hoạch bảo vệ rừng đầu nguồn suối số {}. ",
        "Sở phê duyệt đề án xây dựng chợ đầu mối số {} ở xã Mơ. ",
        "Huyện duyệt dự án “Xây cầu Rạch Sậy số {}”. ",
        "Xã theo Quyết định số {}/QĐ-UBND ngày 5/3/2031 của UBND tỉnh Cao Bằng. ",
    ],
)
def test_things_of_one_kind_that_differ_are_not_each_compared_with_all(words: str) -> None:
    def report(number: int) -> Source:
        return Source("x", "Tin của huyện\n\n" + "".join(words.format(i) for i in range(100, 100 + number)))

    extract(report(2))
    few = _lines_run(lambda: extract(report(40)))
    many = _lines_run(lambda: extract(report(160)))
    assert many < 4.6 * few


class _Text(str):
    """A text that counts the characters that searches in it go over."""

    seen = 0

    def find(self, wanted: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        stop = len(self) if end is None else end
        at = super().find(wanted, start, stop)
        self.seen += (stop if at < 0 else at) - start
        return at

    def rfind(self, wanted: str, start: int = 0, end: int | None = None) -> int:  # type: ignore[override]
        stop = len(self) if end is None else end
        at = super().rfind(wanted, start, stop)
        self.seen += stop - max(at, start)
        return at


def test_quotation_marks_are_looked_for_once_however_long_a_sentence_is() -> None:
    text = _Text("ông Lê Văn Tám nói, " * 500)
    assert not any(in_quotes(text, 0, at) for at in range(2, len(text), 20))
    assert text.seen <= 2 * len(text)


def test_the_side_of_those_who_follow_is_looked_for_once() -> None:
    document = analyse(Source("x", "Chủ tịch UBND tỉnh Lê Văn Tám phát biểu, " * 300))
    text = document.lowered = _Text(document.lowered)
    assert all(side("tỉnh", document, at) is None for at in range(0, len(text), 40))
    assert text.seen <= 2 * len(text)


class _Dates(str):
    """A text that counts the characters that are cut out of it."""

    cut = 0

    def __getitem__(self, index: Any) -> str:
        found = super().__getitem__(index)
        self.cut += len(found)
        return found


def test_days_of_a_sentence_are_weighed_once_for_all_its_gatherings() -> None:
    document = analyse(Source("x", "Sở Y tế họp tổng kết ngày 12/11/2022; " * 300))
    calendar, (sentence,) = Calendar(document), document.sentences
    text = document.lowered = _Dates(document.lowered)
    found = [calendar.before(sentence, at) for at in range(0, len(text), 38)]
    assert found[0] is None
    assert [day.span.end for day in found[1:] if day] == [38 * i - 2 for i in range(1, 300)]
    assert text.cut <= 2 * len(text)


def test_the_last_area_before_a_figure_is_found_among_those_kept() -> None:
    document = analyse(Source("x", "toàn tỉnh có 5% hộ nghèo, cả nước có 4% và " * 200))
    line, text = document.lines[0].span, document.lowered
    assert _last_area(document, 0, line) is None
    kept = document.kept["_area"]
    found = [_last_area(document, match.start(), line) for match in re.finditer(r"\d%", text)]
    assert [m.group() for m in found if m] == ["toàn tỉnh", "cả nước"] * 200
    assert document.kept["_area"] is kept


def test_words_before_a_programmes_name_are_not_read_to_the_last_by_each() -> None:
    assert _OPEN.match(" phong trào" * 12 + ' "')
    assert _OPEN.match(" phong trào" * 13 + ' "') is None


class _Occurrences(Sequence[Occurrence]):
    """Mentions of persons that count how many of them are taken out."""

    def __init__(self, number: int) -> None:
        self._all = [Occurrence(Span(10 * i, 10 * i + 6), Span(10 * i, 10 * i + 6), 0, "full") for i in range(number)]
        self.taken = 0

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, index: Any) -> Any:
        found = self._all[index]
        self.taken += len(found) if isinstance(found, list) else 1
        return found


def test_few_mentions_are_taken_of_a_long_sentence() -> None:
    occurrences = _Occurrences(4096)
    people = People((), occurrences)  # type: ignore[arg-type]
    assert next(iter(near(people, 20000, 40000))).span.start == 19990
    assert (found := last_inside(people, 0, 40003)) is not None
    assert found.span == Span(39990, 39996)
    assert occurrences.taken < 40


class _Words(tuple[Evidence, ...]):
    """Evidence that counts how much of it is copied when it is joined."""

    copied = 0

    def __add__(self, other: Any) -> "_Words":
        _Words.copied += len(self)
        return _Words((*self, *other))


def test_an_honour_told_often_is_joined_without_copying_its_words_each_time() -> None:
    awards = [
        AwardMention("Bằng khen", None, "Lê Văn Tám", 1.0, _Words([Evidence(Span(i, i + 4), "award")]))
        for i in range(500)
    ]
    (kept,) = _chosen(awards, [])
    assert [e.span.start for e in kept.evidence] == list(range(500))
    assert _Words.copied < 1000
