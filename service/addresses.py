"""From the path of a request back to the IRI: the server has decoded it once, IRIs of reports are percent-quoted."""

import re
from urllib.parse import quote

from ontology.base import BASE
from ontology.iri import FACT_SEGMENTS, source_key

_OF_A_REPORT = {"source", "ev", "sel", *FACT_SEGMENTS.values()}  # their slugs begin with the key of a report
# What may stand in the path of an IRI as it is (RFC 3987, 2.2), the percent sign not among it.
_NO_PART = re.compile(
    r"[^A-Za-z0-9\-._~!$&'()*+,;=:@/\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    r"\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)


def quoted(kind: str, decoded: str) -> str:
    """Return the slug of an `id/<kind>/...` IRI from its decoded form in a request's path.

    Slugs that begin with the key of a report are quoted as `ontology.iri.source_key` does; in others only what
    no IRI may hold.
    """
    if kind in _OF_A_REPORT:
        return source_key(decoded)
    return _NO_PART.sub(lambda match: quote(match[0], safe=""), decoded)


def iri_at(kind: str, decoded: str) -> str:
    """Return the IRI `id/<kind>/<slug>` that a request's path names.

    `iri_at("source", "a b")` is that of the report "a b", `…/id/source/a%20b`.
    """
    return f"{BASE}id/{quoted('', kind)}/{quoted(kind, decoded)}"
