"""Rows as an Office Open XML workbook (ECMA-376), written by hand: one sheet needs five small files."""

import io
import zipfile
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from service.terms import Row

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships '
    'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="{kind}" Target="{target}"/></Relationships>'
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BOOK = (
    f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}">'
    '<sheets><sheet name="vpg" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
LONGEST = 32_767  # characters of a cell, a limit of the format


def workbook(columns: Sequence[str], rows: Sequence[Row], label: Callable[[str], str]) -> bytes:
    """Return the bytes of a workbook; a column that holds IRIs is followed by one with their labels.

    Numbers are numbers; everything else is text, so that "09" keeps its zero and no cell becomes a formula.
    """
    with_labels = [c for c in columns if any(c in row and row[c].is_iri for row in rows[:200])]
    head = [name for c in columns for name in ([c, f"{c} label"] if c in with_labels else [c])]
    lines = [_line(1, [_text(name) for name in head])]
    for number, row in enumerate(rows, 2):
        cells: list[str] = []
        for column in columns:
            term = row.get(column)
            cells.append("<c/>" if term is None else _number(term.value) if term.is_number else _text(term.value))
            if column in with_labels:
                cells.append(_text(label(term.value)) if term is not None and term.is_iri else "<c/>")
        lines.append(_line(number, cells))
    sheet = (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}'
        "</sheetData></worksheet>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in (
            ("[Content_Types].xml", _TYPES),
            ("_rels/.rels", _RELS.format(kind=f"{_RELATION}/officeDocument", target="xl/workbook.xml")),
            ("xl/workbook.xml", _BOOK),
            ("xl/_rels/workbook.xml.rels", _RELS.format(kind=f"{_RELATION}/worksheet", target="worksheets/sheet1.xml")),
            ("xl/worksheets/sheet1.xml", sheet),
        ):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(info, text)
    return out.getvalue()


def _line(number: int, cells: Sequence[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _text(value: str) -> str:
    kept = "".join(c for c in value[:LONGEST] if c >= " " or c in "\t\n")
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(kept)}</t></is></c>'


def _number(value: str) -> str:
    try:
        float(value)
    except ValueError:
        return _text(value)
    return f"<c><v>{escape(value)}</v></c>" if value[:1].isdigit() or value[:1] == "-" else _text(value)
