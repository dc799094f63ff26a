"""Answers that pages keep whole in memory (all names, all connections), as long as the store is small enough."""

from collections.abc import Sequence

from graph.errors import QueryLimitError, QueryTimeoutError, TooManyError
from graph.stores.base import Limits, Store
from queries.catalogue import catalogue
from service.terms import Row, rows_of

ROW = 8_000  # bytes of VPG_MEMORY_BUDGET for a row: 2 KB as kept (measured), 4 KB while it is read
SECONDS, MEMORY = 120.0, 4_000_000_000


class Whole:
    """Reads the whole answer of named queries, up to `most` rows. A refusal holds until the data change."""

    def __init__(self, store: Store, memory: int) -> None:
        self._store, self._most = store, max(1_000, memory // ROW)
        self._refused: dict[str, str] = {}

    def read(self, name: str) -> Sequence[Row]:
        """Return all rows of the query `name`.

        Raises:
            TooManyError: the store, or this part of it, does not fit into the memory that the settings give.
        """
        revision = self._store.revision
        if self._refused.get(name) != revision and getattr(self._store, "fits_memory", True):
            limits = Limits(seconds=SECONDS, memory=MEMORY, rows=self._most)
            try:
                answer = self._store.query(catalogue()[name].bind({}), limits=limits)
            except (QueryTimeoutError, QueryLimitError):
                self._refused[name] = revision
            else:
                if not answer.cut:
                    return rows_of(answer)
                self._refused[name] = revision
        raise TooManyError(
            "search by name and pictures of the graph need all names and connections in memory, and this store has too "
            "many for VPG_MEMORY_BUDGET; SPARQL, questions and the pages of single reports and entities go on"
        )
