"""A client of the pages over given facts."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from rdflib import Literal, URIRef

from graph.stores import open_store
from graph.stores.base import Changes
from service.app import create_app
from service.settings import Settings

Quad = tuple[URIRef, URIRef, URIRef | Literal, URIRef]


@contextmanager
def client_over(facts: Iterable[Quad], state: Path, **settings: Any) -> Iterator[FlaskClient]:
    """Serve a store in memory that holds `facts`, with settings of the service by their names; no cookies are kept."""
    store = open_store(":memory:")
    store.apply(Changes(add=list(facts)))
    yield create_app(Settings(state=state, **settings), store).test_client(use_cookies=False)
    store.close()
