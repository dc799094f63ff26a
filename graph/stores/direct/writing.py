"""From rows to an answer: grouping, order, what is distinct, and the bytes of SPARQL JSON or N-Triples.

Rules: SPARQL 1.1 Query, sections 11, 15, 16.2; SPARQL 1.1 Query Results JSON Format. Bytes as the engine writes them.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from graph.stores.columns import Columns, value
from graph.stores.direct.pieces import Piece
from graph.stores.direct.reader import XSD
from graph.stores.direct.steps import Row
from graph.stores.direct.tree import Constant, Query, UnsuitableError

_KEPT = 20_000  # terms whose JSON is kept
_INTEGER = f'","datatype":"{XSD}integer"}}'


class Writer:
    """Writes the answers of one query; `at`: where its variables stand in the rows."""

    def __init__(self, query: Query, at: Mapping[str, int], terms: "TermTexts") -> None:
        self._query, self._at, self._terms = query, at, terms
        counts, leasts = query.counts(), query.leasts()
        plain = [column for column in query.columns if isinstance(column, str)]
        names = [column if isinstance(column, str) else column.name for column in query.columns]
        if query.form == "SELECT" and not names:
            names = [name for name in query.names if name in at]
            plain = names
        self._names = names
        self._counted = {count.name for count in counts}
        self._least = {least.name for least in leasts}
        self._pieces = {made.name: Piece(made.expression, terms.columns, at) for made in query.computed()}
        grouped = bool(counts or leasts or query.groups)
        made = {*self._pieces, *self._least}
        if made & set(at) or self._pieces and (grouped or query.distinct) or leasts and not query.groups:
            raise UnsuitableError
        if grouped and (set(plain) - set(query.groups) or set(query.groups) - set(at) or not query.columns):
            raise UnsuitableError
        used = {c.variable for c in counts} - {"*"} | {least.variable for least in leasts}
        if used - set(at) or self._counted & set(query.names) - self._named_once() or len(set(names)) != len(names):
            raise UnsuitableError
        if any(count.distinct and count.variable == "*" for count in counts) or len(self._counted) != len(counts):
            raise UnsuitableError
        sortable = set(query.groups) | self._counted if grouped else set(at)
        if query.distinct:
            sortable &= set(names)
        if {name for name, _ in query.order} - sortable or (query.order and query.form != "SELECT"):
            raise UnsuitableError
        if query.form == "CONSTRUCT" and {t for triple in query.template for t in triple if isinstance(t, str)} - set(
            at
        ):
            raise UnsuitableError
        if (query.limit or query.offset) and query.form != "SELECT":
            raise UnsuitableError
        self._grouped = grouped

    def _named_once(self) -> set[str]:
        """Return the names of counts that are no variables of the patterns."""
        return self._counted - set(self._at)

    # ---- SELECT

    def select(self, rows: list[Row], limit: int | None, offset: int, given: Sequence[str]) -> bytes:
        """Return SPARQL JSON; `given`: the constants of the query's text."""
        for piece in self._pieces.values():
            piece.begin(given)
        query, at = self._query, self._at
        places: Mapping[str, int] = at
        if self._grouped:
            rows, places = self._groups(rows)
        if query.distinct:
            chosen = [places.get(name, -1) for name in self._names]
            if self._grouped and (self._counted or self._least):
                raise UnsuitableError
            unique = {tuple([row[k] if k >= 0 else None for k in chosen]): row for row in reversed(rows)}
            rows = list(reversed(unique.values()))
        for name, down in reversed(query.order):
            key = self._key(rows, places[name], counted=name in self._counted)
            rows.sort(key=key, reverse=down)
        if limit is not None or offset:
            rows = rows[offset : None if limit is None else offset + limit]
        return self._json(rows, places)

    def _groups(self, rows: list[Row]) -> tuple[list[Row], dict[str, int]]:
        query, at = self._query, self._at
        keys = [at[name] for name in query.groups]
        counts, leasts = query.counts(), query.leasts()
        found: dict[Row, list[Any]] = {} if query.groups else {(): [set() if c.distinct else 0 for c in counts]}
        columns = [(i, -1 if c.variable == "*" else at[c.variable], c.distinct) for i, c in enumerate(counts)]
        for row in rows:
            group = tuple([row[k] for k in keys])
            sums = found.get(group)
            if sums is None:
                sums = found[group] = [set() if c.distinct else 0 for c in counts]
            for i, place, distinct in columns:
                if place < 0:
                    sums[i] += 1
                elif row[place] is not None:
                    if distinct:
                        sums[i].add(row[place])
                    else:
                        sums[i] += 1
        names = [*query.groups, *(count.name for count in counts), *(least.name for least in leasts)]
        low = [self._lowest(rows, keys, at[least.variable]) for least in leasts]
        out = [
            (*group, *[len(s) if isinstance(s, set) else s for s in sums], *[lowest[group] for lowest in low])
            for group, sums in found.items()
        ]
        return out, {name: place for place, name in enumerate(names)}

    def _lowest(self, rows: list[Row], keys: Sequence[int], place: int) -> dict[Row, int]:
        """Return, of each group, the number of the IRI whose text is the least."""
        found: dict[Row, set[Any]] = {}
        for row in rows:
            found.setdefault(tuple([row[k] for k in keys]), set()).add(row[place])
        term, texts = self._terms.columns.term, {}
        for number in set[Any]().union(*found.values()):
            texts[number] = text = b"" if number is None else term(number)
            if text[:1] != b"<" or text[:2] == b"<<" or b"\\" in text:
                raise UnsuitableError
        return {group: min(numbers, key=lambda number: texts[number][1:-1]) for group, numbers in found.items()}

    def _key(self, rows: list[Row], place: int, *, counted: bool) -> Callable[[Row], Any]:
        """Return the key by which rows are sorted by what stands at a place."""
        if counted:
            return lambda row: row[place]
        numbers = {row[place] for row in rows}
        keys = self._terms.ordered(numbers)
        return lambda row: keys[row[place]]

    def _json(self, rows: list[Row], places: Mapping[str, int]) -> bytes:
        columns = [
            (b'"%s":' % name[1:].encode(), places.get(name, -1), self._special(name))
            for name in self._names
            if name in places or name in self._pieces
        ]
        texts, known = self._terms.json, self._terms.known
        lines = []
        for row in rows:
            cells = []
            for name, place, special in columns:
                number = row[place]
                if special is not None:
                    if (cell := special(row) if place < 0 else special(number)) is not None:
                        cells.append(name + cell)
                elif number is not None:
                    cells.append(name + (known.get(number) or texts(number)))
            lines.append(b",".join(cells))
        head = b",".join(b'"%s"' % name[1:].encode() for name in self._names)
        body = b"{" + b"},{".join(lines) + b"}" if lines else b""
        return b'{"head":{"vars":[%s]},"results":{"bindings":[%s]}}' % (head, body)

    def _special(self, name: str) -> Callable[[Any], bytes | None] | None:
        """Return what writes a column that is no term of the data: a count, the least IRI, a piece of a text."""
        if name in self._counted:
            return lambda number: b'{"type":"literal","value":"%d%s' % (number, _INTEGER.encode())
        if name in self._least:
            return lambda number: b'{"type":"literal","value":"%s"}' % self._terms.term(number)[1:-1]
        return self._pieces[name].json if name in self._pieces else None

    # ---- ASK, CONSTRUCT

    @staticmethod
    def ask(rows: list[Row]) -> bytes:
        """Return SPARQL JSON."""
        return b'{"head":{},"boolean":%s}' % (b"true" if rows else b"false")

    def construct(self, rows: list[Row], texts: Mapping[Constant, bytes]) -> bytes:
        """Return N-Triples; `texts`: of the constants of the template."""
        found: dict[bytes, None] = {}
        for subject, predicate, obj in self._query.template:
            parts = [self._getter(term, texts) for term in (subject, predicate, obj)]
            for row in rows:
                terms = [part(row) for part in parts]
                if None in terms or terms[0][:1] == b'"' or terms[1][:1] != b"<":
                    continue
                found[b" ".join(terms)] = None
        return b"".join(b"%s .\n" % line for line in found)

    def _getter(self, term: str | Constant, texts: Mapping[Constant, bytes]) -> Callable[[Row], Any]:
        if not isinstance(term, str):
            text = texts[term]
            return lambda _: text
        place, of = self._at[term], self._terms.term
        return lambda row: None if row[place] is None else of(row[place])


class TermTexts:
    """Terms as they are written in answers; those of JSON are kept."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns
        self.known: dict[int, bytes] = {}

    def term(self, number: int) -> bytes:
        """Return a term in N-Triples."""
        term = self.columns.term(number)
        if term[:2] == b"<<":
            raise UnsuitableError
        return term

    def json(self, number: int) -> bytes:
        """Return a term as SPARQL JSON."""
        term = self.term(number)
        first, last = term[:1], term[-1:]
        if first == b"<":
            found = b'{"type":"uri","value":"%s"}' % term[1:-1]
            if b"\\" in term:
                raise UnsuitableError
        elif first != b'"':
            found = b'{"type":"bnode","value":"%s"}' % term[2:]
        else:
            end = len(term) - 1 if last == b'"' else term.rindex(b'"')
            text = b'"%s"' % term[1:end]
            if b"\\" in text:
                text = json.dumps(value(term), ensure_ascii=False).encode()
            rest = term[end + 1 :]
            if not rest:
                found = b'{"type":"literal","value":%s}' % text
            elif rest[:1] == b"@":
                if b"--" in rest:
                    raise UnsuitableError
                found = b'{"type":"literal","value":%s,"xml:lang":"%s"}' % (text, rest[1:])
            else:
                found = b'{"type":"literal","value":%s,"datatype":"%s"}' % (text, rest[3:-1])
        if len(self.known) >= _KEPT:
            self.known.clear()
        self.known[number] = found
        return found

    def ordered(self, numbers: set[int | None]) -> dict[int | None, tuple[int, Any]]:
        """Return keys that sort terms as SPARQL 1.1, 15.1 says: nothing, blank nodes, IRIs, literals.

        Raises:
            UnsuitableError: literals of more than one kind, or of a kind that is not sorted by its text.
        """
        keys: dict[int | None, tuple[int, Any]] = {}
        kinds = set()
        columns = self.columns
        for number in numbers:
            if number is None:
                keys[None] = (0, b"")
                continue
            term = self.term(number)
            if term[:1] == b"<":
                keys[number] = (2, term[1:-1])
            elif term[:1] != b'"':
                keys[number] = (1, term)
            else:
                end = term.rindex(b'"') + 1
                kind, text = term[end:], term[1 : end - 1]
                if kind[:1] == b"^":
                    amount = columns.amount[number]
                    dated = columns.dated[number] == columns.dated[number]
                    if amount != amount and not dated or columns.strange[number]:
                        raise UnsuitableError
                    kind = b"date" if dated else b"number"
                    keys[number] = (3, columns.dated[number] if dated else amount)
                else:
                    keys[number] = (3, value(term).encode() if b"\\" in text else text)
                kinds.add(kind)
        if len(kinds) > 1:
            raise UnsuitableError
        return keys


def constants(query: Query) -> list[Constant]:
    """Return the constants of a template."""
    return list(dict.fromkeys(term for triple in query.template for term in triple if not isinstance(term, str)))
