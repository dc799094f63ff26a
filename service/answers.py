"""Answers kept for as long as the data do not change: a repeated query costs no evaluation."""

import threading
from collections import OrderedDict

from graph.stores.base import Answer

Key = tuple[object, ...]
_LARGEST = 0.1  # of the room; a longer answer is not kept


class KeptAnswers:
    """Answers of one revision of the data, the least recently asked for forgotten first.

    `room`: bytes of bodies and texts; 0 keeps nothing. Safe from many threads.
    """

    def __init__(self, room: int) -> None:
        self._room, self._used, self._revision = room, 0, ""
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key, revision: str) -> Answer | None:
        """Return the answer to what `key` stands for, if it is known at this revision."""
        with self._lock:
            if revision != self._revision:
                return None
            answer = self._answers.get(key)
            if answer is not None:
                self._answers.move_to_end(key)
            return answer

    def put(self, key: Key, answer: Answer, size: int) -> None:
        """Keep an answer that takes `size` bytes with its key."""
        if size > self._room * _LARGEST:
            return
        with self._lock:
            if answer.revision != self._revision:
                self._answers.clear()
                self._used, self._revision = 0, answer.revision
            if key in self._answers:
                return
            self._answers[key] = answer
            self._used += size
            while self._used > self._room:
                old, dropped = self._answers.popitem(last=False)
                self._used -= weight(old, dropped)


def weight(key: Key, answer: Answer) -> int:
    """Return about how many bytes an answer and its key take."""
    return len(answer.body) + sum(len(part) for part in key if isinstance(part, str)) + 500
