"""Make the pictures of the README from the sample reports: `python -m benchmarks.screenshots`.

Needs Chromium (on PATH, or VPG_BROWSER) and the built interface; writes docs/screenshots/*.png.
"""

import os
import shutil
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "screenshots"
PICTURES = {
    "person": "/id/person/to-lam?lang=vi",
    "graph": "/graph?centre=id:person/to-lam&lang=vi",
}
SIZE = {"width": 1280, "height": 1150}


def main() -> None:
    """Ingest the samples into memory, serve them, and photograph two pages."""
    import waitress
    from playwright.sync_api import sync_playwright

    from graph.ingest import ingest
    from graph.readers import read_all
    from graph.stores import open_store
    from service.app import create_app, warm
    from service.settings import Settings

    browser_path = os.environ.get("VPG_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    if browser_path is None:
        raise SystemExit("no Chromium on PATH; set VPG_BROWSER")
    store = open_store(":memory:")
    with tempfile.TemporaryDirectory() as folder:
        ingest(read_all([str(ROOT / "samples")]), store, state=Path(folder) / "ingest")
        app = create_app(Settings(state=Path(folder)), store)
        warm(app).join()
        server = waitress.create_server(app, host="127.0.0.1", port=0)
        threading.Thread(target=server.run, daemon=True).start()
        FOLDER.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
            page = browser.new_page(viewport=SIZE, color_scheme="light", locale="vi-VN")
            for name, path in PICTURES.items():
                page.goto(f"http://127.0.0.1:{server.effective_port}{path}")
                page.goto(page.url)  # the second visit has the web font
                page.wait_for_timeout(800)
                page.screenshot(path=FOLDER / f"{name}.png")
                print(FOLDER / f"{name}.png")
            browser.close()
        server.close()


if __name__ == "__main__":
    main()
