"""JSON lines: one object per report with `text`, and id, title, published, url, publisher, byline."""

import json
from collections.abc import Iterator

from graph.errors import UnreadableSourceError
from graph.source import Source, iso_day

METADATA = ("published", "url", "publisher", "byline")


def read(data: bytes, name: str) -> Iterator[Source]:
    """Read every line of `data`; `name` names it in errors.

    Raises:
        UnreadableSourceError: a line is no JSON object, has no text, or has a `published` that begins with no ISO day.
    """
    for line in data.splitlines():
        if line.strip():
            yield _source(line)


def _source(line: bytes) -> Source:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        raise UnreadableSourceError("is no line of JSON") from None
    if not isinstance(record, dict):
        raise UnreadableSourceError("is no JSON object with the key `text`")
    text, title, identifier = record.get("text"), record.get("title"), record.get("id")
    if not isinstance(text, str):
        raise UnreadableSourceError("has no key `text` that holds the report's text")
    if not isinstance(identifier, str | int) or str(identifier) == "":
        raise UnreadableSourceError("has no key `id`")
    if not text.strip():  # a title alone is no report
        raise UnreadableSourceError("has no text")
    title = title if isinstance(title, str) and title.strip() else None
    # The title is part of what is read, so that a fact in it opens its words.
    if title and not text.lstrip().startswith(title.strip()):
        text = f"{title.strip()}\n\n{text}"
    metadata = {key: str(record[key]) for key in METADATA if record.get(key)}
    # A day that cannot be read is refused as in front matter: dates without a year are told by it.
    day = metadata.get("published", "").strip()
    if day and iso_day(day) is None:
        raise UnreadableSourceError(f"has the day {day[:60]!r} as `published`; write it as 2021-05-13 or leave it out")
    return Source.from_text(str(identifier), text, title=title, media_type="application/json", **metadata)
