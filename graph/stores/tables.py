"""An answer computed from columns, as SPARQL JSON or as a query again that the engine writes in any other format."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.stores.columns import Columns
from graph.stores.direct.reader import XSD
from graph.stores.direct.tree import UnsuitableError
from graph.stores.direct.writing import TermTexts

_INTEGER = f'","datatype":"{XSD}integer"}}'.encode()


@dataclass(frozen=True, slots=True)
class Table:
    """Columns of numbers under their names: of terms, or counts where `counted` says so."""

    names: Sequence[str]
    counted: Sequence[bool]
    cells: Sequence[Sequence[int]]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.cells[0]) if self.cells else 0

    def json(self, terms: TermTexts) -> bytes | None:
        """Return SPARQL JSON; None where only the engine knows how a term is written."""
        columns = []
        try:
            for name, counted, numbers in zip(self.names, self.counted, self.cells, strict=True):
                head = b'"%s":' % name[1:].encode()
                if counted:
                    start = head + b'{"type":"literal","value":"'
                    columns.append([b"%s%d%s" % (start, number, _INTEGER) for number in numbers])
                else:
                    texts = {number: head + (terms.known.get(number) or terms.json(number)) for number in set(numbers)}
                    columns.append([texts[number] for number in numbers])
        except UnsuitableError:
            return None
        head = b",".join(b'"%s"' % name[1:].encode() for name in self.names)
        rows = b"},{".join(map(b",".join, zip(*columns, strict=True)))
        return b'{"head":{"vars":[%s]},"results":{"bindings":[%s]}}' % (head, b"{%s}" % rows if len(self) else b"")

    def query(self, columns: Columns) -> str | None:
        """Return a query whose answer this is, written out as VALUES, in which no blank node can stand: None then."""
        cells: list[list[str]] = []
        for counted, numbers in zip(self.counted, self.cells, strict=True):
            if counted:
                cells.append([str(number) for number in numbers])
                continue
            terms = [columns.terms[number] for number in numbers]
            if any(term[:1] not in (b"<", b'"') for term in terms):
                return None
            cells.append([term.decode() for term in terms])
        rows = "\n".join(f"({' '.join(row)})" for row in zip(*cells, strict=True))
        names = " ".join(self.names)
        return f"SELECT {names} WHERE {{ VALUES ({names}) {{\n{rows}\n}} }}"
