"""Word documents (.docx): paragraphs and table cells in order, by python-docx."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePath

from graph.errors import UnreadableSourceError
from graph.source import Source

MAX_UNPACKED = 64 * 1024 * 1024  # bytes; a small file may unpack to gigabytes


def read(data: bytes, name: str) -> Iterator[Source]:
    """Read one document; its id is the file's name without the suffix.

    Raises:
        UnreadableSourceError: no Word document, or one without text.
    """
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_UNPACKED:
                raise UnreadableSourceError("unpacks to more than 64 MB; save its text alone")
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError):
        raise UnreadableSourceError("is no Word document (.docx)") from None
    lines = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            lines += [" | ".join(cell.text for cell in row.cells) for row in block.rows]
        else:
            lines.append(block.text)
    title = (document.core_properties.title or "").strip() or None
    yield Source.from_text(
        PurePath(name).stem,
        "\n\n".join(line for line in lines if line.strip()),
        title=title if title and any(title in line for line in lines[:3]) else None,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )
