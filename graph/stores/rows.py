"""Cutting a serialised result after so many rows, exactly, without reading terms.

The engine was asked for one row more than allowed: whether that row is there is seen from the bytes. The
separators of rows are counted first (fast, never too few); only when there may be too many is the document
scanned properly.
"""

import re

from graph.stores.syntax import outline

_JSON_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[{}]')
_CSV_LINE = re.compile(rb'(?:"(?:[^"]|"")*"|[^"\n])*\n')


def cut_rows(body: bytes, media_type: str, rows: int) -> tuple[bytes, bool]:
    """Return `body` with at most `rows` rows, and whether rows were left out.

    A JSON result that was cut says so: `"cut": {"rows": N}` beside `results`.
    """
    if media_type.endswith("json"):
        return _cut_json(body, rows)
    if media_type.endswith("xml"):
        return _cut_marked(body, b"<result>", rows, b"</results></sparql>")
    if media_type == "text/csv":
        return _cut_csv(body, rows)
    lines = body.split(b"\n", rows + 1)  # the header, then the rows; TSV escapes line ends in terms
    return (b"\n".join(lines[: rows + 1]) + b"\n", True) if lines[-1] and len(lines) > rows + 1 else (body, False)


def _cut_marked(body: bytes, mark: bytes, rows: int, ending: bytes) -> tuple[bytes, bool]:
    if body.count(mark) <= rows:
        return body, False
    position = -1
    for _ in range(rows + 1):
        position = body.index(mark, position + 1)
    return body[:position] + ending, True


def _cut_csv(body: bytes, rows: int) -> tuple[bytes, bool]:
    if body.count(b"\n") <= rows + 1:
        return body, False
    position = 0
    for _ in range(rows + 1):
        line = _CSV_LINE.match(body, position)
        if line is None:
            return body, False
        position = line.end()
    return (body[:position], True) if position < len(body) else (body, False)


def _cut_json(body: bytes, rows: int) -> tuple[bytes, bool]:
    start = body.find(b'"bindings":[')
    if start < 0 or body.count(b'},{"', start) + body.count(b"},{}", start) + body.count(b"{},{", start) < rows:
        return body, False
    depth, seen, end = 0, 0, start
    for token in _JSON_TOKEN.finditer(body, start + len(b'"bindings":[')):
        sign = token.group()
        if sign == b"{":
            if depth == 0 and seen == rows:
                return body[:end] + b']},"cut":{"rows":%d}}' % rows, True
            depth += 1
        elif sign == b"}":
            depth -= 1
            if depth == 0:
                seen, end = seen + 1, token.end()
            elif depth < 0:
                break
    return body, False


def limited(text: str, rows: int | None) -> str:
    """Ask the engine for one row more than allowed, so that a cut is known and no more is computed."""
    shape = outline(text)
    if rows is None or shape.form != "SELECT" or (shape.limit is not None and shape.limit <= rows):
        return text
    start, end = shape.tail
    return f"{shape.text[:start]}\nLIMIT {rows + 1} {shape.text[end:]}"
