"""The garbage collector is still during a report and runs again afterwards, whatever happens in between."""

import gc
import threading
from collections.abc import Iterator

import pytest

from graph import extract as extraction
from graph.collector import paused
from graph.source import Source


@pytest.fixture(autouse=True)
def _running() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_the_collector_runs_again_after_a_report(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    analyse = extraction.analyse
    monkeypatch.setattr(extraction, "analyse", lambda source: seen.append(gc.isenabled()) or analyse(source))
    extraction.extract(Source("a", "Ông Lê Văn Tám chủ trì hội nghị."))
    assert (seen, gc.isenabled()) == ([False], True)


def test_the_collector_runs_again_after_an_error() -> None:
    with pytest.raises(KeyError), paused():
        raise KeyError("a fault of ours")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with paused():
        pass
    assert not gc.isenabled()


def test_overlapping_pauses_of_threads_leave_it_running() -> None:
    inside, left = threading.Event(), threading.Event()

    def other() -> None:
        with paused():
            inside.set()
            left.wait(5)

    thread = threading.Thread(target=other)
    with paused():
        thread.start()
        assert inside.wait(5)
    left.set()
    thread.join(5)
    assert gc.isenabled()


def test_what_reports_leave_behind_is_freed_without_a_full_collection() -> None:
    text = "Ngày 5/3, ông Lê Văn Tám, Chủ tịch UBND huyện Hà Khê chủ trì hội nghị sơ kết. Bà Vũ Thị Na phát biểu.\n" * 4
    extraction.extract(Source("a", text))
    gc.collect()
    gc.freeze()  # so that the generations hold only what comes from here on
    try:
        counts = []
        for number in range(60):
            extraction.extract(Source(str(number), text))
            counts.append(len(gc.get_objects(generation=0)) + len(gc.get_objects(generation=1)))
        assert max(counts[40:]) < 2 * max(counts[10:30])
    finally:
        gc.unfreeze()


def test_a_report_leaves_no_cycle() -> None:
    text = "Ngày 5/3, tại Lào Cai, UBND tỉnh họp. Ông Lê Văn Tám, Phó Chủ tịch UBND tỉnh, chủ trì cuộc họp.\n"
    extraction.extract(Source("a", text))
    gc.collect()
    gc.disable()
    extraction.extract(Source("a", text))
    assert gc.collect() == 0, "else its whole text waits for the collector"
