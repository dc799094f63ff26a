"""Kept answers: only of the present revision, and only as many as there is room for."""

from graph.stores.base import Answer
from service.answers import KeptAnswers, weight


def answer(body: bytes, revision: str = "r1") -> Answer:
    return Answer("select", "text/csv", body, revision)


def test_an_answer_is_forgotten_with_its_revision() -> None:
    kept = KeptAnswers(1_000_000)
    kept.put(("q",), answer(b"x"), 1)
    assert kept.get(("q",), "r1") is not None
    assert kept.get(("q",), "r2") is None
    kept.put(("p",), answer(b"y", "r2"), 1)
    assert kept.get(("q",), "r1") is None


def test_the_oldest_makes_room() -> None:
    kept = KeptAnswers(20_000)
    for i in range(30):
        key = (f"q{i}",)
        kept.put(key, answer(b"x" * 1000), weight(key, answer(b"x" * 1000)))
    assert kept.get(("q0",), "r1") is None
    assert kept.get(("q29",), "r1") is not None


def test_an_answer_that_takes_most_of_the_room_is_not_kept() -> None:
    kept = KeptAnswers(1000)
    kept.put(("q",), answer(b"x" * 900), 900)
    assert kept.get(("q",), "r1") is None


def test_shared_answers_are_seen_by_another_process() -> None:
    import os

    from service.kept import SharedAnswers

    kept = SharedAnswers(1_000_000)
    one, two = b"1" * 16, b"2" * 16
    child = os.fork()
    if child == 0:
        SharedAnswers(file=kept.file).put(one, b"answer")
        os._exit(0)
    os.waitpid(child, 0)
    assert kept.get(one) == b"answer"
    assert kept.get(two) is None
    kept.put(two, b"x" * 50_000)
    assert kept.get(two) is None
    kept._memory[kept._start(one) + 24] ^= 1  # a write that another process has begun
    assert kept.get(one) is None
    kept.close()
