"""Why a worker was ended, told to the client whose query it evaluated."""

import signal

from graph.errors import QueryLimitError, QueryTimeoutError, StoreUnavailableError, VpgError
from graph.stores.base import Limits

FROM_OUTSIDE = (None, -signal.SIGKILL)  # with the process it was forked from; by an operator, or the machine's memory


def late(limits: Limits) -> QueryTimeoutError:
    """Return the error of a query whose time is over."""
    return QueryTimeoutError(
        f"the query ran longer than {limits.seconds:g} s and was stopped: narrow it down (name a class or an "
        "entity, bind the ends of a path, drop ORDER BY over everything), or ask for part of it"
    )


def explain(status: int | None, limits: Limits) -> tuple[str, VpgError]:
    """Return the reason in one word and the error, from how a worker ended: its alarm, its memory, the query's depth.

    `status`: minus the number of the signal, or the exit status; None if it went with the process it was forked from.
    """
    if status == -signal.SIGALRM:
        return "time", late(limits)
    if status == -signal.SIGSEGV:  # the engine's stack is full
        return "died", QueryLimitError("the query is nested too deeply, or its paths are: make it simpler")
    if status in FROM_OUTSIDE:
        return "died", StoreUnavailableError("the worker was ended from outside: try again, or ask for less")
    return "memory", QueryLimitError(
        f"the query needed more than {limits.memory / 1e6:,.0f} MB of memory and was stopped: sort, group "
        "or join less at a time (a LIMIT in a sub-select, a narrower pattern)"
    )
