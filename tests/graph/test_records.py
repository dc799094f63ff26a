"""What is written out for the compiler means what it meant; spans and evidence are values."""

import copy
import dataclasses
import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.compiled import ROOT
from graph.compiled.caches import with_native_caches
from graph.compiled.records import with_written_out_records
from graph.span import Evidence, Span, span_of

SOURCE = '''"""Records."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fact:
    """One that never changes."""

    name: str
    words: tuple[str, ...] = ()
    count: int | None = None


@dataclass
class Note:
    """One that is filled."""

    text: str
    marks: list[str] = field(default_factory=list)
    seen: int = field(default=1, compare=False, repr=False)
    length: int = 0

    def __post_init__(self) -> None:
        self.length = len(self.text)


@dataclass
class Longer(Note):
    """One that inherits."""

    more: str = ""


@dataclass(frozen=True)
class Counted:
    """One whose field is not given."""

    name: str
    size: int = field(init=False, default=3)'''


def run(source: str) -> dict[str, Any]:
    space: dict[str, Any] = {"__name__": __name__}
    exec(compile(source, "records", "exec", dont_inherit=True), space)  # noqa: S102 - the text above
    return space


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    # In C a frozen class sets its own fields; nobody else can.
    return run(with_written_out_records(SOURCE).replace("frozen=True, ", ""))


def test_lines_stay_where_they_are() -> None:
    lines, made = SOURCE.split("\n"), with_written_out_records(SOURCE).split("\n")
    changed = [number for number, (old, new) in enumerate(zip(lines, made, strict=True)) if old != new]
    assert [lines[number] for number in changed] == ["@dataclass(frozen=True, slots=True)", "", "", "@dataclass", ""]
    assert sum("def __init__" in line for line in made) == 2


@pytest.mark.parametrize(
    "make",
    [
        lambda space: space["Fact"]("a"),
        lambda space: space["Fact"]("a", ("b",), 2),
        lambda space: space["Fact"](name="a", count=0),
        lambda space: space["Note"]("abc"),
        lambda space: space["Note"]("abc", ["x"], 5),
        lambda space: space["Longer"]("abc", more="y"),
        lambda space: space["Counted"]("a"),
        lambda space: dataclasses.replace(space["Note"]("abc"), text="ab"),
    ],
)
def test_they_hold_what_they_were_given(written: dict[str, Any], make: Callable[[dict[str, Any]], Any]) -> None:
    plain = make(run(SOURCE))
    made = make(written)
    assert (repr(made), dataclasses.asdict(made)) == (repr(plain), dataclasses.asdict(plain))


def test_a_list_is_each_ones_own(written: dict[str, Any]) -> None:
    first, second = written["Note"]("a"), written["Note"]("a")
    first.marks.append("x")
    assert (second.marks, first == second) == ([], False)


def test_every_record_of_the_grammar_is_written_out() -> None:
    left = {
        path.name
        for path in [*(ROOT / "graph" / "grammar").rglob("*.py"), ROOT / "graph" / "mention.py"]
        if without_init(path)
    }
    assert left <= {"legal_merge.py"}


def without_init(path: Path) -> bool:
    made = with_written_out_records(path.read_text("utf-8"))
    return made.count("\n@dataclass") != made.count("init=False)\n")


CACHED = '''"""Caches."""

from functools import cache

made = []


@cache
def words() -> list[str]:
    """Made once."""
    made.append("words")
    return ["a"]


@cache
def of(kind: str) -> str:
    """One for each kind."""
    made.append(kind)
    return kind'''


def test_what_is_cached_is_made_once_and_on_its_line() -> None:
    written = with_native_caches(CACHED)
    assert len(written.split("\n")) == len(CACHED.split("\n"))
    assert written.count("@cache") == 1, "with arguments it stays"
    space = run(written)
    assert space["words"]() is space["words"]()
    assert [space["of"]("x"), space["of"]("x"), space["made"]] == ["x", "x", ["words", "x"]]


def test_spans_are_values_in_the_order_of_the_text() -> None:
    spans = [Span(5, 9), Span(2, 8), Span(2, 3)]
    assert sorted(spans) == [Span(2, 3), Span(2, 8), Span(5, 9)]
    assert max(spans) == Span(5, 9)
    assert len({*spans, Span(2, 8)}) == 3
    assert repr(spans[0]) == "Span(start=5, end=9)"
    assert Span(1, 2) != (1, 2)


@pytest.mark.parametrize("value", [Span(3, 4), Evidence(Span(3, 4), "rule"), Evidence(Span(3, 4), "rule", "list")])
def test_spans_and_evidence_are_sent_to_other_processes(value: Span | Evidence) -> None:
    for same in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):  # noqa: S301 - our own
        assert (same, hash(same), repr(same)) == (value, hash(value), repr(value))


def test_where_a_group_stands() -> None:
    match = re.search(r"b(c)", "abc")
    assert match
    assert (span_of(match), span_of(match, 1)) == (Span(1, 3), Span(2, 3))
