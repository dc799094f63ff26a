"""What people leave behind, in plain files of the state folder: reports of mistakes, a line per revision served."""

import json
import time
from pathlib import Path
from threading import Lock

from graph.errors import ParameterError

_LOCK = Lock()
LONGEST = 2000
MOST = 10_000


class Journal:
    """`reports.jsonl` and `revisions.jsonl` of one state folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def report(self, fact: str, words: str, reader: str) -> None:
        """Keep a reader's report about a fact.

        Raises:
            ParameterError: no words, too many, or too many reports wait already.
        """
        words = words.strip()
        if not words or len(words) > LONGEST:
            raise ParameterError(f"say in 1 to {LONGEST} characters what is wrong")
        if len(self.reports()) >= MOST:
            raise ParameterError("too many reports wait to be read; write to the contact on the About page")
        self._append("reports.jsonl", {"fact": fact, "words": words, "by": reader[:100], "at": _now()})

    def reports(self) -> list[dict[str, str]]:
        """Return all reports, latest first."""
        return self._lines("reports.jsonl")[::-1]

    def revision(self, revision: str, documents: int, facts: int) -> None:
        """Note that the data are at `revision`; once each."""
        with _LOCK:
            lines = self._lines("revisions.jsonl")
            if lines and lines[-1]["revision"] == revision:
                return
        line = {"revision": revision, "documents": str(documents), "facts": str(facts), "at": _now()}
        self._append("revisions.jsonl", line)

    def revisions(self) -> list[dict[str, str]]:
        """Return the revisions that were served, latest first."""
        return self._lines("revisions.jsonl")[::-1]

    def _lines(self, name: str) -> list[dict[str, str]]:
        path = self._folder / name
        if not path.is_file():
            return []
        return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]

    def _append(self, name: str, line: dict[str, str]) -> None:
        with _LOCK:
            self._folder.mkdir(parents=True, exist_ok=True)
            with (self._folder / name).open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
