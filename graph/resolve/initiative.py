"""Programmes, movements, models: known by kind and name, however the name is written."""

import re
from functools import cache

from rdflib import URIRef

from graph.resolve.place import Place
from graph.resolve.spelling import key, spell_out
from ontology.iri import mint_initiative
from ontology.vocabulary import scheme

# "mô hình" and "câu lạc bộ" of one name in two provinces are two models; the others are national.
_LOCAL = frozenset({"model"})
_LEAD = re.compile(r"^(?:phong trào|chương trình|đề án|kế hoạch|mô hình|cuộc vận động|dự án|thi đua)\s+", re.I)
_BARE = ("phối hợp ", "giữa ", "về ", "hành động ", "mục tiêu ")
_WHERE = re.compile(r"\s+(?:ở|tại) (?:khu dân cư|cơ sở|địa phương)$", re.I)
_PERIOD = re.compile(r",?\s*(?:giai đoạn|năm)\s+\d{4}(?:\s*-\s*\d{4})?\s*$", re.I)


@cache
def _classes() -> dict[str, str]:
    return {c.id: c.extra.get("impliesClass", ("Initiative",))[0].rsplit("#", 1)[-1] for c in scheme("initiative-kind")}


def class_of(kind: str) -> str:
    """Return the local name of the ontology class of a kind of initiative."""
    return _classes().get(kind, "Initiative")


def core(name: str) -> str:
    """Return a name without its kind word and its closing years, spelt out."""
    text = _WHERE.sub("", _PERIOD.sub("", spell_out(name).strip(" \"'.,;")))
    while _LEAD.match(text):
        text = _LEAD.sub("", text, count=1)
    return text or name


def title_of(kind: str, name: str) -> str:
    """Return a name that stands alone: "06" is "Đề án 06", "phối hợp giữa A và B" a programme of that name."""
    if name[:1].isupper() or _LEAD.match(name):
        return name
    if any(c.isalpha() for c in name) and not name.startswith(_BARE):
        return name
    label = next((c.label for c in scheme("initiative-kind") if c.id == kind), "")
    return f"{label[:1].upper()}{label[1:]} {name}".strip()


@cache
def _known() -> dict[str, str]:
    """Map each way to name a national initiative to its usual name."""
    return {key(form): c.label for c in scheme("initiative-name") for form in c.forms}


def mint(kind: str, name: str, period: str | None, context: Place | None, document: str) -> URIRef:
    """Return the IRI of an initiative: the same kind and name (and place, for a model) give the same."""
    apart = None
    usual = _known().get(key(core(name)))
    if usual and kind not in _LOCAL:
        return mint_initiative(kind, usual)
    if kind in _LOCAL:
        apart = str(context.iri).rsplit("/", 1)[-1] if context else document
    elif kind in ("plan", "scheme", "programme") and period:
        apart = period
    return mint_initiative(kind, " ".join(key(core(name)).split()), apart)
