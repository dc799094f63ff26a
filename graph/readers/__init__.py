"""Read reports from where they are: files, folders, JSON lines, or an address the operator names.

`read_all` never stops at a bad file: it yields a `Failure` that says what was wrong, and goes on.
Each format is one module with `read(data: bytes, name: str) -> Iterator[Source]`, listed in `READERS`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph.errors import UnreadableSourceError
from graph.readers import docx, html, jsonlines, pdf, plain, url
from graph.source import Source

READERS: Mapping[str, Callable[[bytes, str], Iterator[Source]]] = {
    ".txt": plain.read,
    ".md": plain.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
    ".jsonl": jsonlines.read,
    ".ndjson": jsonlines.read,
}
MAX_BYTES = 16 * 1024 * 1024  # of one report


@dataclass(frozen=True, slots=True)
class Failure:
    """A file (or a line of one) that could not be read, and one sentence that says why."""

    name: str
    reason: str


Placed = tuple[str, Source | Failure]  # with the file, or the file and line, that it is of


def read_all(inputs: Iterable[str], on_passed: Callable[[str], None] = lambda _: None) -> Iterator[Source | Failure]:
    """Read every file, folder and http(s) address in `inputs`, in order; folders recursively, sorted.

    `on_passed` is told of everything in a folder that is passed over, with the reason: "x.csv (.csv)". What is
    hidden (".git") is passed over without a word.

    Two reports with one id in a run are a `Failure` for the second: a later one would replace the first.
    """
    seen: dict[str, str] = {}
    for item in inputs:
        for place, result in _read_input(item, on_passed):
            if isinstance(result, Source):
                if result.id in seen:
                    yield Failure(place, f"has the id {result.id!r} of {seen[result.id]}; rename one of them")
                    continue
                seen[result.id] = place
            yield result


def _read_input(item: str, on_passed: Callable[[str], None]) -> Iterator[Placed]:
    if url.is_address(item):
        yield from _guarded(item, lambda: url.read(item, READERS))
        return
    path = Path(item)
    if path.is_dir():
        files = []
        for found in sorted(path.rglob("*")):
            if found.is_file() and found.suffix.lower() in READERS:
                files.append(found)
            elif (why := _passed_over(found)) and not any(p.startswith(".") for p in found.relative_to(path).parts):
                on_passed(f"{found.relative_to(path)} ({why})")
        if not files:
            yield item, Failure(item, f"holds no file that can be read ({', '.join(READERS)})")
        for file in files:
            yield from _read_file(file)
    else:
        yield from _read_file(path)


def _passed_over(path: Path) -> str | None:
    """Say why what stands in a folder is not read; None for a folder, which is looked through."""
    if path.is_symlink() and not path.is_file():
        return "a link to a folder" if path.is_dir() else "no such file"
    if path.is_file():
        return path.suffix or "no suffix"
    return None if path.is_dir() else "no file"


def read_file(path: Path) -> Iterator[Source | Failure]:
    """Read one file by its suffix; what cannot be read comes as a `Failure`."""
    return (result for _, result in _read_file(path))


def _read_file(path: Path) -> Iterator[Placed]:
    suffix = path.suffix.lower()
    if not path.exists():
        yield str(path), Failure(str(path), "there is no such file or folder")
    elif suffix not in READERS:
        known = ", ".join(READERS)
        yield str(path), Failure(str(path), f"files ending in {suffix or 'nothing'} are not read; known: {known}")
    elif suffix in (".jsonl", ".ndjson"):
        yield from _lines(path)
    elif path.stat().st_size > MAX_BYTES:
        size = path.stat().st_size / 1024**2
        limit = MAX_BYTES // 1024**2
        yield str(path), Failure(str(path), f"is {size:.0f} MB; a report may have {limit} MB at most, so split it")
    else:
        yield from _guarded(str(path), lambda: READERS[suffix](path.read_bytes(), path.name))


def _lines(path: Path) -> Iterator[Placed]:
    """JSON lines are read as a stream, so that a collection of any length keeps memory flat."""
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                name = f"{path}:{number}"
                yield from _guarded(name, partial(jsonlines.read, line, name))


def _guarded(name: str, read: Callable[[], Iterator[Source]]) -> Iterator[Placed]:
    try:
        for source in read():
            yield name, source
    except UnreadableSourceError as error:
        yield name, Failure(name, str(error))
    except OSError as error:
        yield name, Failure(name, f"cannot be opened: {error.strerror or error}")
