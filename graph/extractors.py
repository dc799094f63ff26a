"""Which extractor reads the reports. The rules are the default; others stand behind the same interface.

An extractor is a function from a Source to an Extraction. Each of its facts must quote words found in the
text; `graph.llm` calls a language model served elsewhere.
"""

from collections.abc import Callable, Mapping

from graph.errors import UnknownNameError
from graph.mention import Extraction
from graph.source import Source

Extractor = Callable[[Source], Extraction]


def _rules() -> Extractor:
    from graph.extract import extract

    return extract


def _llm() -> Extractor:
    from graph.llm.extractor import extract

    return extract


EXTRACTORS: Mapping[str, Callable[[], Extractor]] = {"rules": _rules, "llm": _llm}


def extractor(name: str) -> Extractor:
    """Return the extractor of that name.

    Raises:
        UnknownNameError: there is none.
    """
    if name not in EXTRACTORS:
        raise UnknownNameError(f"there is no extractor {name!r}; known: {', '.join(EXTRACTORS)}")
    return EXTRACTORS[name]()
