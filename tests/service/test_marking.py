"""Spans of any kind cut a text without losing a character."""

from hypothesis import given
from hypothesis import strategies as st

from service.sentences import around
from service.views.marking import Mention, segments

texts = st.text(alphabet="ab đữ\n<&🙂", min_size=0, max_size=60)
spans = st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=8)


@given(texts, spans, st.tuples(st.integers(-5, 70), st.integers(-5, 70)))
def test_nothing_is_lost_and_every_span_is_covered(
    text: str, pairs: list[tuple[int, int]], focus: tuple[int, int]
) -> None:
    mentions = [Mention(a, b, f"n{i}", "person") for i, (a, b) in enumerate(pairs)]
    lines = segments(text, mentions, focus)
    kept = [line for line in text.split("\n") if line.strip()]
    assert ["".join(s.text for s in line) for _, line in lines] == kept
    for offset, line in lines:
        for segment in line:
            assert text[segment.start : segment.start + len(segment.text)] == segment.text
            assert segment.start >= offset
            for mention in segment.mentions:
                assert mention.start <= segment.start and segment.start + len(segment.text) <= mention.end


def test_overlaps_are_stacked_shortest_first() -> None:
    long, short = Mention(0, 9, "long", "org"), Mention(3, 6, "short", "person")
    ((_, line),) = segments("abcdefghi", [long, short])
    assert [(s.text, [m.node for m in s.mentions]) for s in line] == [
        ("abc", ["long"]),
        ("def", ["short", "long"]),
        ("ghi", ["long"]),
    ]


def test_focus_outside_the_text_is_ignored() -> None:
    assert not any(s.focus for _, line in segments("abc", [], (2, 99)) for s in line)


def test_a_sentence_is_cut_at_its_ends() -> None:
    assert around("Câu một. Ông A ", " chủ trì. Câu ba.") == ("Ông A ", " chủ trì.")
    assert around("Tiêu đề\nÔng A ", "\nDòng sau") == ("Ông A ", "")


def test_a_window_that_ends_mid_sentence_says_so() -> None:
    before, after = around("x " * 120, " y" * 120)
    assert before.startswith("…") and after.endswith("…")
