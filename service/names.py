"""The names of everything that can be searched for, as the query `page/names` gives them."""

from collections.abc import Iterable, Mapping

from rdflib.namespace import DCTERMS, RDF, SKOS

from ontology.namespaces import VPG
from service.finder import SKOS_PREF, Named
from service.rereading import Rereader
from service.terms import Row, Term
from service.whole import Whole

CLASSES = frozenset(
    str(VPG[name])
    for name in (
        "Person", "Organization", "Post", "Event", "OfficialDocument", "Initiative", "AdministrativeUnit",
        "SourceDocument",
    )
)  # fmt: skip
KINDS = frozenset(
    map(str, (SKOS.prefLabel, SKOS.altLabel, VPG.symbol, DCTERMS.title, VPG.docNumber, VPG.gsoCode))
)  # fmt: skip


def named(rows: Iterable[tuple[str, str, str, Term]]) -> list[Named]:
    """Gather (thing, class, kind of name, name) into entities: the label first, then the other names."""
    names: dict[str, list[str]] = {}
    classes: dict[str, set[str]] = {}
    for iri, class_, kind, name in rows:
        held = names.setdefault(iri, [])
        classes.setdefault(iri, set()).add(class_)
        if name.value not in held:
            if kind == SKOS_PREF and name.lang != "en":
                held.insert(0, name.value)
            else:
                held.append(name.value)
    return [Named(iri, tuple(held), frozenset(classes[iri])) for iri, held in names.items()]


def load_names(whole: Whole) -> list[Named]:
    """Read all names for the index.

    Raises:
        TooManyError: there are too many to be kept in memory.
    """

    def cells(row: Row) -> tuple[str, str, str, Term]:
        return row["node"].value, row["class"].value, row["kind"].value, row["name"]

    return named(map(cells, whole.read("page/names")))


def reload_names(rereader: Rereader, revision: str) -> Mapping[str, Named | None] | None:
    """Return what was written about since a revision, under its present names (None: it has none any more).

    None alone if it is not known what was written, or it is too much.
    """
    things = rereader.since(revision)
    if things is None:
        return None
    rows = []
    for iri, statements in rereader.statements(things).items():
        classes = [value.value for name, value in statements if name == str(RDF.type) and value.value in CLASSES]
        rows += [
            (iri, class_, kind, name) for kind, name in statements if kind in KINDS for class_ in dict.fromkeys(classes)
        ]
    return dict.fromkeys(things) | {one.iri: one for one in named(rows)}
