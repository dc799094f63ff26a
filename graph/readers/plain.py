"""Plain text and Markdown, with optional front matter.

Keys: title, published (or date), publisher (or source), url (or source_url), byline (or author); others are
left to their writers.
"""

import datetime
import re
from collections.abc import Iterator
from pathlib import PurePath

import yaml

from graph.errors import UnreadableSourceError
from graph.source import Source, iso_day

METADATA = ("title", "published", "publisher", "url", "byline")
OTHER_NAMES = {"date": "published", "source": "publisher", "author": "byline", "source_url": "url"}
FENCE = "---"
_WITHIN_A_VALUE = ("while parsing a flow ", "while scanning a ")  # where YAML's parser says that it was
_OURS = re.compile(rf"(?P<key>{'|'.join((*METADATA, *OTHER_NAMES))}):[ \t]+(?P<value>(?:[^\[{{|>]|\[.*\]|{{.*}}).*)")
HEADING = re.compile(r"^#{1,6}[ \t]+", re.MULTILINE)


def read(data: bytes, name: str) -> Iterator[Source]:
    """Read one report; its id is the file's name without the suffix.

    Raises:
        UnreadableSourceError: not UTF-8 text, empty, or no Vietnamese.
    """
    path = PurePath(name)
    metadata, text = split_front_matter(decode(data))
    media_type = "text/plain"
    if path.suffix.lower() == ".md":
        media_type, text = "text/markdown", HEADING.sub("", text)  # the mark is not part of the title
    yield Source.from_text(path.stem, text, media_type=media_type, **metadata)


def decode(data: bytes) -> str:
    """Decode UTF-8 (with or without a byte order mark).

    Raises:
        UnreadableSourceError: another encoding, or no text at all.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise UnreadableSourceError("is UTF-16 text; save it as UTF-8 and try again")
    if b"\x00" in data[:65536]:
        raise UnreadableSourceError("is a binary file, not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableSourceError(f"is not UTF-8 text (byte {error.start}); save it as UTF-8 and try again") from None


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """Split YAML between two `---` lines at the top from the text after it.

    Raises:
        UnreadableSourceError: the block is no YAML mapping, or its day of publication no day.
    """
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].strip() != FENCE:
        return {}, text
    end = next((i for i, line in enumerate(lines[1:], 1) if line.strip() == FENCE), None)
    if end is None:
        return {}, text
    try:
        block = _mapping(lines[1:end]) or {}
    except yaml.YAMLError as error:
        where = f"line {_line(error)}: put the value in quotes" if _line(error) else str(error).splitlines()[0]
        raise UnreadableSourceError(f"has front matter that is no YAML: {where}") from None
    if not isinstance(block, dict):
        raise UnreadableSourceError("has front matter that is no list of `key: value` lines")
    named = {OTHER_NAMES.get(key, key): value for key, value in block.items() if value is not None}
    metadata = {key: _text(named[key]) for key in METADATA if key in named}
    day = metadata.get("published", "").strip()
    if day and iso_day(day) is None:
        key = next(key for key in block if OTHER_NAMES.get(key, key) == "published")
        raise UnreadableSourceError(
            f"has front matter with a day that is in no calendar, {key}: {day[:60]}; write it as {key}: 2021-05-13"
        )
    return metadata, "".join(lines[end + 1 :])


def _line(error: yaml.YAMLError) -> int | None:
    """Return the line of the file in which the value begins that is wrong; it may be noticed some lines on."""
    mark = getattr(error, "problem_mark", None)
    if (getattr(error, "context", None) or "").startswith(_WITHIN_A_VALUE):
        mark = getattr(error, "context_mark", None) or mark
    return mark.line + 2 if mark else None


def _mapping(lines: list[str]) -> object:
    """Read YAML; where it is none, a value of ours that is none by itself is the rest of its line.

    A headline has a colon or begins with a bracket: "title: Tuyên Quang: 5 xã về đích", "title: [Ảnh] Lễ hội".
    """
    try:
        return _loaded("".join(lines))
    except yaml.YAMLError:
        return _loaded("".join(map(_quoted, lines)))


def _loaded(text: str) -> object:
    try:
        return yaml.safe_load(text)
    except ValueError:  # 2021-02-30 looks like a day and is none; as text it can be named
        return yaml.load(text, yaml.BaseLoader)


def _quoted(line: str) -> str:
    said = _OURS.fullmatch(line.rstrip())
    if said is None:
        return line
    try:
        _loaded(line)
    except yaml.YAMLError:
        value = said["value"].replace("'", "''")
        return f"{said['key']}: '{value}'\n"
    return line


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
