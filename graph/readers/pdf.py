"""PDF with a text layer, by pypdf. A scanned page has none: run text recognition on it first."""

import io
import logging
import re
from collections.abc import Iterator
from pathlib import PurePath

from graph.errors import UnreadableSourceError
from graph.source import Source

MAX_PAGES = 500


def read(data: bytes, name: str) -> Iterator[Source]:
    """Read one document; its id is the file's name without the suffix.

    Raises:
        UnreadableSourceError: no PDF, encrypted, too long, or without a text layer.
    """
    import pypdf
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what is wrong is said in our own sentence
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        if document.is_encrypted:
            raise UnreadableSourceError("is an encrypted PDF; save it without a password")
        if len(document.pages) > MAX_PAGES:
            raise UnreadableSourceError(f"has more than {MAX_PAGES} pages; split it")
        pages = [page.extract_text() for page in document.pages]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        raise UnreadableSourceError("is no PDF that can be read") from None
    text = "\n\n".join(join_lines(page) for page in pages)
    if not text.strip():
        raise UnreadableSourceError("is a PDF without a text layer (a scan?); run text recognition on it first")
    yield Source.from_text(PurePath(name).stem, text, media_type="application/pdf")


def join_lines(page: str) -> str:
    r"""Join lines that the page's width broke: a line goes on where the next starts in lower case.

    >>> join_lines("Hội nghị tổng kết\nphong trào.\nCùng dự có")
    'Hội nghị tổng kết phong trào.\nCùng dự có'
    """
    return re.sub(r"(?<=[\w,;])[ \t]*\n(?=[a-zà-ỹđ])", " ", page)
