"""The web application: pages, API and the SPARQL protocol over one store."""

import gc
import importlib
import threading
import uuid
from contextlib import suppress

from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import HTTPException

from graph.errors import TooManyError, VpgError
from graph.stores.base import Store
from graph.stores.registry import open_store
from service import assets, rendering
from service.facets import Table
from service.finder import Finder
from service.guard import Counter, admit
from service.labels import ontology_labels
from service.names import load_names, reload_names
from service.networks import Networks
from service.reading import AnswerCache, reading
from service.rereading import Rereader
from service.settings import Settings
from service.succession import succession
from service.whole import Whole
from service.wording import choose_language

# Each module has a blueprint `bp`. An explicit list, in the order in which the routes are described.
BLUEPRINTS = (
    "service.assets",
    "service.sparql",
    "service.graph_store",
    "service.description",
    "service.health",
    "service.metrics",
    "service.api.names",
    "service.api.questions",
    "service.api.reconcile",
    "service.pages.home",
    "service.pages.search",
    "service.pages.document",
    "service.pages.fact",
    "service.entities",
    "service.pages.questions",
    "service.pages.editor",
    "service.pages.graph",
    "service.pages.together",
    "service.pages.timeline",
    "service.pages.map",
    "service.pages.ontology",
    "service.pages.data",
    "service.pages.review",
    "service.pages.about",
    "service.api.graph",
    "service.api.editing",
)
THEMES = ("light", "dark")
POLICY = (
    "default-src 'none'; script-src 'self'{nonce}; style-src 'self'{nonce}; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)


def create_app(settings: Settings | None = None, store: Store | None = None) -> Flask:
    """Return the application over `store` (opened where the settings say when None).

    Raises:
        StoreError: the store cannot be opened.
        SettingError: a `VPG_*` variable is not of its type.
    """
    settings = settings or Settings.from_environ()
    opened = store if store is not None else open_store(settings.store)
    app = Flask("service", static_folder=None, template_folder="templates")
    app.config["MAX_CONTENT_LENGTH"] = 64 * 1024 * 1024
    app.extensions["vpg.settings"] = settings
    app.extensions["vpg.store"] = opened
    app.extensions["vpg.requests"] = Counter()
    app.extensions["vpg.answers"] = AnswerCache()
    whole = Whole(opened, settings.memory_budget)
    app.extensions["vpg.facets"] = Table()
    rereader = Rereader(opened)
    app.extensions["vpg.networks"] = Networks(opened, whole, rereader)
    app.extensions["vpg.finder"] = Finder(
        lambda: load_names(whole), lambda: opened.revision, lambda since: reload_names(rereader, since)
    )
    app.url_map.strict_slashes = False
    app.before_request(_prepare)
    app.after_request(_finish)
    rendering.init_app(app)
    for name in BLUEPRINTS:
        app.register_blueprint(importlib.import_module(name).bp)
    app.register_error_handler(Exception, _handle)
    return app


def warm(app: Flask) -> threading.Thread:
    """Load in the background what the first page would wait for: the ontology's labels, names, counts."""

    def load() -> None:
        with app.app_context():
            try:
                ontology_labels()
                with suppress(TooManyError):  # pages that need them say so
                    names, network = app.extensions["vpg.finder"].index(), app.extensions["vpg.networks"].current()
                    app.extensions["vpg.facets"].all_of(names.ordered, network)
                for name in ("page/counts", "page/usage", "page/class-counts", "page/newest"):
                    reading().ask(name)
                succession().current()
                importlib.import_module(
                    "networkx"
                )  # a third of a second that the first picture of circles can do without
                gc.collect()
                gc.freeze()  # what is held for long is not looked through again: a pause of a page's whole time
            except VpgError as error:
                app.logger.warning("could not warm up: %s", error)

    thread = threading.Thread(target=load, name="warm", daemon=True)
    thread.start()
    return thread


def _prepare() -> Response | None:
    """Settle language and theme; answer 304 where the reader holds this page of this revision already."""
    settings: Settings = current_app.extensions["vpg.settings"]
    g.lang = choose_language(request, settings.language)
    wished = request.args.get("theme") or request.cookies.get("theme")
    g.theme = wished if wished in THEMES else ""
    g.nonce = ""
    admit(request, settings, current_app.extensions["vpg.requests"])
    if request.method == "GET" and request.endpoint and rendering.is_page(request.endpoint):
        g.etag = f'W/"{assets.build_id()}-{current_app.extensions["vpg.store"].revision}-{g.lang}-{g.theme}"'
        if request.if_none_match.contains_weak(g.etag[3:-1]):
            return Response(status=304)
    return None


def _finish(response: Response) -> Response:
    """Add security headers to everything, validators to pages, cookies where a choice was made."""
    headers = response.headers
    nonce = f" 'nonce-{g.nonce}'" if g.get("nonce") else ""
    headers.setdefault("Content-Security-Policy", POLICY.format(nonce=nonce))
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "same-origin")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    if response.status_code == 401 and "text/html" in request.headers.get("Accept", ""):
        headers["WWW-Authenticate"] = 'Basic realm="vpg", charset="UTF-8"'  # a browser asks for the token
    if g.get("etag") and response.status_code in (200, 304):
        headers["ETag"] = g.etag
        headers["Cache-Control"] = "no-cache"
        response.vary.update(["Accept", "Accept-Language", "Cookie"])
    for name in ("lang", "theme"):
        if request.args.get(name) and request.args[name] == g.get(name):
            response.set_cookie(name, request.args[name], max_age=31_536_000, samesite="Lax", httponly=True)
    return assets.compress(request, response)


def _handle(error: Exception) -> Response:
    """Answer any error; one that nobody expected is logged under a reference that the reader is told."""
    if isinstance(error, VpgError):
        status = error.status
    else:
        status = (error.code or 500) if isinstance(error, HTTPException) else 500
    reference = ""
    if status >= 500 and not isinstance(error, VpgError | HTTPException):
        reference = uuid.uuid4().hex[:12]
        current_app.logger.exception("error %s at %s", reference, request.path)
    g.etag = None
    return rendering.error_response(error, status, reference)
