"""An address that the operator names on the command line: robots respected, bounded in time and size.

Never called for a visitor's request: the service has no way to it.
"""

import re
import urllib.error
import urllib.request
import urllib.robotparser
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

from graph.errors import UnreadableSourceError
from graph.readers import html
from graph.source import Source

AGENT = "vietnam-policy-graph/0.1"
SECONDS = 20.0
MAX_BYTES = 16 * 1024 * 1024
SUFFIX_OF_TYPE = {"application/pdf": ".pdf", "text/plain": ".txt", "text/markdown": ".md"}


def is_address(text: str) -> bool:
    """Return whether `text` is an http or https address."""
    return text.startswith(("http://", "https://"))


def read(address: str, readers: Mapping[str, Callable[[bytes, str], Iterator[Source]]]) -> Iterator[Source]:
    """Fetch one report.

    Raises:
        UnreadableSourceError: robots.txt forbids it, it does not answer in time, is too large or no report.
    """
    if not _allowed(address):
        raise UnreadableSourceError("may not be fetched: the site's robots.txt forbids it")
    data, media_type = _fetch(address)
    suffix = SUFFIX_OF_TYPE.get(media_type)
    if suffix is None:
        yield html.page(data, identifier(address), address)
        return
    yield from readers[suffix](data, identifier(address) + suffix)


def identifier(address: str) -> str:
    """Make a source's id from its address.

    >>> identifier("https://example.vn/tin-tuc/hoi-nghi-2022.html?x=1")
    'example-vn-tin-tuc-hoi-nghi-2022'
    """
    parts = urlsplit(address)
    path = re.sub(r"\.\w{2,5}$", "", parts.path)
    return re.sub(r"[^a-z0-9]+", "-", f"{parts.hostname}{path}".lower()).strip("-")


def _fetch(address: str) -> tuple[bytes, str]:
    request = urllib.request.Request(address, headers={"User-Agent": AGENT})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as response:
            data = response.read(MAX_BYTES + 1)
            media_type = response.headers.get_content_type()
    except urllib.error.HTTPError as error:
        error.close()
        raise UnreadableSourceError(f"answered {error.code} {error.reason}") from None
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise UnreadableSourceError(f"does not answer: {getattr(error, 'reason', error)}") from None
    if len(data) > MAX_BYTES:
        raise UnreadableSourceError(f"is larger than {MAX_BYTES // 1024**2} MB")
    return data, media_type


def _allowed(address: str) -> bool:
    """RFC 9309: a robots.txt that is not there allows all; one that cannot be reached forbids all."""
    parts = urlsplit(address)
    robots = urllib.robotparser.RobotFileParser()
    request = urllib.request.Request(f"{parts.scheme}://{parts.netloc}/robots.txt", headers={"User-Agent": AGENT})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as response:
            robots.parse(response.read(512 * 1024).decode("utf-8", "replace").splitlines())
    except urllib.error.HTTPError as error:
        error.close()
        return 400 <= error.code < 500
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise UnreadableSourceError(f"does not answer: {getattr(error, 'reason', error)}") from None
    return robots.can_fetch(AGENT, address)
