"""Is the service able to answer? `/health` asks the store one small question."""

import json
import time

from flask import Blueprint, Response, current_app

from graph.compiled import running
from graph.errors import VpgError
from graph.stores.base import Limits, Store
from graph.stores.pool import PooledStore

bp = Blueprint("health", __name__)


@bp.route("/health")
def health() -> Response:
    """Answer 200 {"status": "ok", "revision": ..., "seconds": ...}, or 503 with the reason.

    `extraction` says whether reports are read by compiled or by plain modules, `reads` whether queries are
    answered from memory or from disk, `because` why not from memory.
    """
    store: Store = current_app.extensions["vpg.store"]
    started = time.perf_counter()
    try:
        store.query("ASK { }", limits=Limits(seconds=2.0))
    except VpgError as error:
        failing = {"status": "failing", "reason": str(error)}
        return Response(json.dumps(failing), status=503, content_type="application/json")
    body: dict[str, object] = {
        "status": "ok",
        "revision": store.revision,
        "extraction": running(),
        "seconds": f"{time.perf_counter() - started:.4f}",
    }
    if isinstance(store, PooledStore):
        body |= store.state()
    response = Response(json.dumps(body), content_type="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response
