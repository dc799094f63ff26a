"""Frames a second of the whole-graph overview without a graphics card: `python -m benchmarks.overview [NODES EDGES]`.

Serves a made-up network of communities and hubs (50,000 nodes, 150,000 edges), opens the page in headless
Chromium with software drawing only, drags and zooms for three seconds each, and prints how many different
pictures were shown in a second. Needs Chromium (on PATH, or VPG_BROWSER) and the built interface.
"""

import os
import random
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path

from service.network import Edge, Network

ID = "https://w3id.org/vpg/id/"
KINDS = ("person", "person", "person", "event", "event", "doc", "org", "initiative", "place")
SECONDS = 3.0
WATCH = """() => { const place = document.querySelector("[data-overview]"), seen = [];
  window.seen = seen; let last = "";
  const look = (now) => { if (place.dataset.view !== last) { last = place.dataset.view; seen.push(now); }
    if (window.seen === seen) requestAnimationFrame(look); }; requestAnimationFrame(look); }"""


def made_up(nodes: int, edges: int, seed: int = 3) -> Network:
    """Return a network of communities of very different sizes, a hub in each, and some lines between them."""
    chance = random.Random(seed)
    names = [f"{ID}{chance.choice(KINDS)}/n{number}" for number in range(nodes)]
    groups: list[list[str]] = []
    start = 0
    while start < nodes:
        size = min(nodes - start, int(20 + 900 * chance.random() ** 4))
        groups.append(names[start : start + size])
        start += size
    found: set[tuple[str, str]] = set()
    while len(found) < edges:
        group = chance.choices(groups, weights=[len(g) for g in groups])[0]
        if chance.random() < 0.08:
            ends = (chance.choice(group), chance.choice(chance.choice(groups)))
        else:
            ends = (group[int(len(group) * chance.random() ** 3)], chance.choice(group))
        if ends[0] != ends[1]:
            found.add(ends)
    return Network([Edge(a, "https://w3id.org/vpg/voc/role/attend", b) for a, b in sorted(found)])


def frames(page: "object", act: "object") -> tuple[float, float]:
    """Return pictures a second while `act` goes on, and the longest wait between two (ms)."""
    page.evaluate(WATCH)  # type: ignore[attr-defined]
    started = time.monotonic()
    act()  # type: ignore[operator]
    took = time.monotonic() - started
    seen = page.evaluate("() => { const held = window.seen; window.seen = null; return held; }")  # type: ignore[attr-defined]
    gaps = [b - a for a, b in zip(seen, seen[1:], strict=False)]
    return len(seen) / took, max(gaps, default=0.0)


def main(arguments: list[str]) -> None:
    """Serve, look, print."""
    import waitress
    from playwright.sync_api import sync_playwright

    from graph.stores import open_store
    from service.app import create_app
    from service.settings import Settings

    nodes, edges = (int(arguments[0]), int(arguments[1])) if len(arguments) == 2 else (50_000, 150_000)
    browser_path = os.environ.get("VPG_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    store = open_store(":memory:")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        app = create_app(Settings(state=Path(folder)), store)
        network = made_up(nodes, edges)
        app.extensions["vpg.networks"]._held = (store.revision, network)
        server = waitress.create_server(app, host="127.0.0.1", port=0)
        threading.Thread(target=server.run, daemon=True).start()
        arguments_ = ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer"]
        browser = play.chromium.launch(executable_path=browser_path, args=arguments_)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        started = time.monotonic()
        page.goto(f"http://127.0.0.1:{server.effective_port}/graph/overview")
        page.wait_for_selector("html[data-overview-ready]", state="attached", timeout=120_000)
        took = time.monotonic() - started
        print(f"{len(network.by_node):,} nodes, {len(network.edges):,} edges: drawn after {took:.1f} s")
        page.wait_for_timeout(1000)
        print("nodes and lines in the bitmap:", page.locator("[data-overview]").get_attribute("data-drawn"))
        box = page.locator("[data-overview] canvas").bounding_box()
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

        def drag() -> None:
            page.mouse.move(*middle)
            page.mouse.down()
            until, turn = time.monotonic() + SECONDS, 0
            while time.monotonic() < until:
                turn += 1
                page.mouse.move(middle[0] + 200 * ((turn % 40) / 20 - 1), middle[1] + 120 * ((turn % 30) / 15 - 1))
            page.mouse.up()

        def zoom() -> None:
            page.mouse.move(*middle)
            until, turn = time.monotonic() + SECONDS, 0
            while time.monotonic() < until:
                turn += 1
                page.mouse.wheel(0, -60 if turn % 60 < 30 else 60)

        for name, act in (("panning, all in view", drag), ("zooming", zoom)):
            rate, wait = frames(page, act)
            print(f"{name}: {rate:.0f} pictures a second, longest wait {wait:.0f} ms")
        for _ in range(5):
            page.keyboard.press("+")
        page.wait_for_timeout(1500)
        rate, wait = frames(page, drag)
        print(f"panning, near: {rate:.0f} pictures a second, longest wait {wait:.0f} ms")
        if picture := os.environ.get("VPG_PICTURE"):
            page.keyboard.press("0")
            page.wait_for_timeout(2500)
            page.screenshot(path=picture)
        browser.close()
        server.close()


if __name__ == "__main__":
    main(sys.argv[1:])
