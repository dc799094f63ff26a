"""Web pages: the main text without menus, counters and related links, by trafilatura; metadata from the page."""

from collections.abc import Iterator
from pathlib import PurePath

from graph.errors import UnreadableSourceError
from graph.source import Source


def read(data: bytes, name: str) -> Iterator[Source]:
    """Read one page; its id is the file's name without the suffix."""
    yield page(data, PurePath(name).stem)


def page(data: bytes, identifier: str, url: str | None = None) -> Source:
    """Take title, byline, date of publication, publisher and main text out of a page.

    Raises:
        UnreadableSourceError: no main text was found.
    """
    import trafilatura

    document = trafilatura.bare_extraction(
        data, url=url, include_comments=False, include_tables=False, with_metadata=True, favor_precision=True
    )
    body = getattr(document, "text", None) if document is not None else None
    if not body:
        raise UnreadableSourceError("is a web page without a main text that could be found")
    title = getattr(document, "title", None)
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}"
    return Source.from_text(
        identifier,
        text,
        title=title,
        published=getattr(document, "date", None),
        publisher=getattr(document, "sitename", None),
        byline=getattr(document, "author", None),
        url=url or getattr(document, "url", None),
        media_type="text/html",
    )
