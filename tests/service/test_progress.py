"""What is drawn on a terminal while something goes on, and nothing elsewhere."""

import io
import re
import sys
import time

import pytest

from service import progress
from service.progress import Ticking


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_line_with_the_time_is_drawn_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Ticking("writing") as shown:
        while "writing" not in terminal.getvalue():
            time.sleep(0.01)
        shown.say("1 of 2 done")
        while "1 of 2 done" not in terminal.getvalue():
            time.sleep(0.01)
    drawn = terminal.getvalue().split("\r\033[K")
    assert re.fullmatch(r"writing, \d+\.\d s", drawn[1])
    assert re.fullmatch(r"1 of 2 done, \d+\.\d s", drawn[-2])
    assert drawn[-1] == ""


def test_nothing_is_drawn_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    with Ticking("writing"):
        time.sleep(0.1)
    assert file.getvalue() == ""
