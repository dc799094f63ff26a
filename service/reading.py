"""How pages read the graph: named queries only, each remembered so that the page can show it.

One `Reading` lives for one request. Answers are kept per revision of the store (they cannot change
within one), so a page that many people open costs its queries once.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import quote, urlencode

from flask import current_app, g

from graph.errors import TooManyError
from graph.stores.base import Limits, Store
from ontology.base import BASE
from ontology.namespaces import PREFIXES, VPG
from queries.catalogue import catalogue
from service.finder import Finder
from service.labels import Labels, ontology_labels
from service.network import Network
from service.networks import Networks
from service.settings import Settings
from service.terms import Term, rows_of

Value = str | Sequence[str]
COUNTED = frozenset(
    str(VPG[name])
    for name in (
        "Person", "Organization", "Post", "Event", "OfficialDocument", "Initiative", "AdministrativeUnit",
        "SourceDocument", "Participation", "TenureReport", "RankHolding", "AwardConferral", "ReportedStatistic",
        "Statement",
    )
)  # fmt: skip
CLASSES_WITHOUT_MEANING = {str(VPG.ReportedFact), str(VPG.Agent)}


@dataclass(frozen=True, slots=True)
class Asked:
    """A query that a page rests on, as its reader can open it."""

    name: str
    parameters: tuple[tuple[str, str], ...]

    @property
    def arguments(self) -> str:
        """The parameters as a URL query string; IRIs of things in their short form ("id:person/x")."""
        shorter = [(name, value.replace(PREFIXES["id"], "id:", 1)) for name, value in self.parameters]
        return urlencode(shorter, quote_via=quote, safe=":/")

    @property
    def question(self) -> Mapping[str, str]:
        """What the query asks, by language."""
        return catalogue()[self.name].question


class AnswerCache:
    """Rows of recent queries, dropped when the store changes. Thread-safe; holds at most `size` answers."""

    def __init__(self, size: int = 400, rows: int = 20_000) -> None:
        self._size, self._rows = size, rows
        self._held: OrderedDict[tuple[str, str], list[dict[str, Term]]] = OrderedDict()
        self._lock = Lock()

    def get(self, revision: str, text: str) -> list[dict[str, Term]] | None:
        """Return the rows of `text` at `revision`, if they are held."""
        with self._lock:
            rows = self._held.get((revision, text))
            if rows is not None:
                self._held.move_to_end((revision, text))
            return rows

    def put(self, revision: str, text: str, rows: list[dict[str, Term]]) -> None:
        """Hold the rows, unless they are too many."""
        if len(rows) > self._rows:
            return
        with self._lock:
            self._held[revision, text] = rows
            while len(self._held) > self._size:
                self._held.popitem(last=False)


@dataclass
class Reading:
    """Asks named queries of one store and remembers which."""

    store: Store
    cache: AnswerCache
    asked: list[Asked] = field(default_factory=list)

    def ask(self, name: str, /, *, shown: bool = True, **values: Value | None) -> list[dict[str, Term]]:
        """Run the query `name` with `values`; list it on the page unless `shown` is False."""
        given = {key: value for key, value in values.items() if value is not None}
        text = catalogue()[name].bind(given)
        if shown:
            pairs = tuple((k, one) for k, v in given.items() for one in ([v] if isinstance(v, str) else v))
            self.asked.append(Asked(name, pairs))
        revision = self.store.revision
        rows = self.cache.get(revision, text)
        if rows is None:
            answer = self.store.query(text, limits=Limits(seconds=20))
            rows = rows_of(answer)
            self.cache.put(answer.revision, text, rows)
        return rows

    def note(self, name: str, /, **values: Value | None) -> None:
        """List the query on the page without running it: the page has its rows from memory."""
        given = {key: value for key, value in values.items() if value is not None}
        pairs = tuple((k, one) for k, v in given.items() for one in ([v] if isinstance(v, str) else v))
        self.asked.append(Asked(name, pairs))

    def labels(self, iris: Iterable[str], known: Mapping[str, str] | None = None) -> Labels:
        """Return labels and classes of `iris`: the ontology's from memory, all others by one query."""
        base = ontology_labels()
        wanted = sorted({iri for iri in iris if iri not in base})
        labels: dict[str, list[Term]] = {}
        classes: dict[str, list[str]] = {}
        for start in range(0, len(wanted), 500):
            for row in self.ask("page/labels", shown=False, node=wanted[start : start + 500]):
                node = row["node"].value
                if "label" in row:
                    labels.setdefault(node, []).append(row["label"])
                elif row["class"].value not in CLASSES_WITHOUT_MEANING:
                    classes.setdefault(node, []).append(row["class"].value)
        return Labels(labels, classes)


def reading() -> Reading:
    """Return the reading of this request."""
    if "reading" not in g:
        g.reading = Reading(current_app.extensions["vpg.store"], current_app.extensions["vpg.answers"])
    current: Reading = g.reading
    return current


def counted(asked: Reading) -> dict[str, int]:
    """Return how many things there are of each main class: entities, sources and facts."""
    rows = asked.ask("page/counts")
    return {c: int(row["count"].value) for row in rows if (c := row["class"].value) in COUNTED}


def settings() -> Settings:
    """Return the settings of the running application."""
    value: Settings = current_app.extensions["vpg.settings"]
    return value


def finder() -> Finder:
    """Return the finder of names of the running application."""
    value: Finder = current_app.extensions["vpg.finder"]
    return value


def network() -> Network:
    """Return the network of the running application.

    Raises:
        TooManyError: there are too many connections to be kept in memory.
    """
    held: Networks = current_app.extensions["vpg.networks"]
    return held.current()


def told_network() -> Network:
    """Return the connections between things that reports name, as `page/overview` does.

    Raises:
        TooManyError: there are too many connections to be kept in memory.
    """
    held: Networks = current_app.extensions["vpg.networks"]
    return held.told()


def network_if_ready() -> Network | None:
    """Return the network; without any connection if there are too many, None while it is being read anew."""
    held: Networks = current_app.extensions["vpg.networks"]
    try:
        return held.ready()
    except TooManyError:
        return Network()


def network_if_kept() -> Network:
    """Return the network, without any connection if there are too many: for what a page can do without."""
    try:
        return network()
    except TooManyError:
        return Network([])


def path_of(iri: str) -> str | None:
    """Return the path of the page of a resource of ours, or None for an IRI elsewhere."""
    if not iri.startswith(BASE):
        return None
    rest = iri[len(BASE) :]
    if rest.startswith("def#"):
        return "/ontology/" + rest[4:]
    if rest.startswith("id/source/"):
        return "/doc/" + rest[len("id/source/") :]
    return "/" + rest if rest.startswith(("id/", "voc/")) else None
