"""A real Chromium over a real server. Where there is no Chromium the tests are skipped with the reason; under
CI=true (or VPG_REQUIRE_BROWSER=1) they fail instead.
"""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
UI = HERE.parents[1] / "service" / "ui"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
REQUIRED = os.environ.get("CI") == "true" or os.environ.get("VPG_REQUIRE_BROWSER") == "1"


def missing(reason: str) -> None:
    """Skip with the reason, or fail where a browser is required."""
    (pytest.fail if REQUIRED else pytest.skip)(reason)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of the browser: VPG_BROWSER, or the first known name on PATH."""
    given = os.environ.get("VPG_BROWSER")
    found = given or next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found and MAC.exists():
        found = str(MAC)
    if not found:
        missing("no Chromium on PATH; install one or set VPG_BROWSER")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def built() -> None:
    """Need the bundles."""
    if not (UI.parent / "static" / "built" / "manifest.json").is_file():
        missing("the interface is not built: python service/ui/build.py")


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the text of axe-core, a development dependency of the interface."""
    path = UI / "node_modules" / "axe-core" / "axe.min.js"
    if not path.is_file():
        missing("axe-core is not installed: python service/ui/build.py")
    return path.read_text("utf-8")


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the hand-made graph as `vpg serve` does, and return the address."""
    import waitress

    from graph.stores import open_store
    from graph.stores.base import Changes
    from service.app import create_app, warm
    from service.settings import Settings
    from tests.service.page_graph import quads

    store = open_store(":memory:")
    store.apply(Changes(add=list(quads())))
    app = create_app(Settings(state=tmp_path_factory.mktemp("state"), review_token="secret"), store)
    warm(app).join(60)
    server = waitress.create_server(app, host="127.0.0.1", port=0, threads=6)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(5)
    store.close()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator["object"]:
    """Start the browser once."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed: pip install playwright")
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as play:
        running = play.chromium.launch(executable_path=chromium, args=[*arguments, "--enable-unsafe-swiftshader"])
        yield running
        running.close()


@pytest.fixture
def open_page(browser: object, address: str) -> Iterator[Callable[..., object]]:
    """Return a function that opens a path in a new context; console errors and foreign requests fail the test."""
    contexts, wrong = [], []

    def watch(page: object) -> None:
        page.on("console", lambda m: wrong.append(f"console: {m.text}") if m.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on(
            "request",
            lambda r: r.url.startswith((address, "data:", "blob:")) or wrong.append(f"foreign request: {r.url}"),
        )

    def open_(path: str, **options: object) -> object:
        options.setdefault("locale", "vi-VN")
        options.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(**options)
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
        contexts.append(context)
        context.on("page", watch)
        page = context.new_page()
        page.goto(address + path, wait_until="load")
        return page

    open_.wrong = wrong
    yield open_
    for context in contexts:
        context.close()
    assert not wrong, wrong
