"""The garbage collector beside extraction, which makes many small objects and hardly ever a cycle.

Left alone, the collector walks over half-made reports, and finds nothing: 0 to 10 % of extraction's time, by how
many results are kept. What a report leaves behind is freed by its own count of references, or at the first
allocation after the report.
"""

import gc
from functools import cache

_NEW_OBJECTS = 20_000


class _Pause:
    """What `paused` gives; a class, for a generator would take longer for every report."""

    __slots__ = ("_running",)

    def __enter__(self) -> None:
        self._running = gc.isenabled()
        gc.disable()

    def __exit__(self, *error: object) -> None:
        if self._running:
            gc.enable()


def paused() -> _Pause:
    """Keep the collector still; afterwards it runs again if it ran before.

    It is one for all threads of a process. Overlapping pauses end with it running: the one that found it
    running starts it again, at worst while another is still at work.
    """
    return _Pause()


@cache
def settle() -> None:
    """Keep the schemes and patterns, read with the first reports, out of every later walk of the collector.

    They stay to the end of the process; walking over them again and again costs 5 to 9 % of extraction. Walks are
    fewer too, one for some fifty reports and not for every other one: they cost 1 % more, and free next to nothing.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])
