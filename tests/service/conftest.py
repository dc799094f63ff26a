"""What the tests of pages share."""

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from tests.service.page_graph import quads
from tests.service.pages_client import client_over


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Return a client of the pages over the hand-made graph."""
    with client_over(quads(), tmp_path_factory.mktemp("state")) as found:
        yield found
