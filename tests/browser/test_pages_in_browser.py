"""Each page in both languages, both themes, both widths: axe, console, requests, overflow, layout shift, paint."""

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("built")]

EVENT = "/id/event/2022-05-12-tong-ket-thi-dua"
PAGES = {
    "home": "/", "search": "/search?q=uyen", "search-map": "/search?kind=person&tab=map",
    "search-network": "/search?kind=person&tab=network", "person": "/id/person/le-thi-uyen",
    "facts": "/id/person/le-thi-uyen?facts=Participation", "event": EVENT,
    "fact": "/fact/participation/t000--0--tran-van-do--chair", "document": "/doc/t000?at=217-230",
    "graph": "/graph?centre=id:person/le-thi-uyen&depth=2",
    "paths": "/graph?centre=id:person/tran-van-do&path=id:person/do-manh-ha", "together": "/graph/together",
    "overview": "/graph/overview", "timeline": "/timeline", "map": "/map", "map-34": "/map?units=34",
    "sparql": "/sparql?named=page/counts", "queries": "/queries", "question": "/queries/conference/chairs?run=1",
    "ontology": "/ontology", "properties": "/ontology?part=properties", "codes": "/ontology?list=bodytype",
    "class": "/ontology/Person", "data": "/data", "review": "/review", "api": "/api",
    "about": "/about", "not-found": "/id/person/nobody",
}  # fmt: skip
ISLANDS = {"sparql": "editor", "graph": "graph", "paths": "graph", "overview": "overview"}
AXE = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations
  .map((v) => `${v.id}: ` + v.nodes.slice(0, 3)
    .map((n) => `${n.target.join(" ")} ${n.any[0]?.message ?? ""}`).join("; "))"""
SHIFT = """() => new Promise((done) => { let sum = 0;
  new PerformanceObserver((list) => { for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value; })
    .observe({type: "layout-shift", buffered: true}); setTimeout(() => done(sum), 250); })"""
PAINT = """() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0"""


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_page(open_page, axe: str, name: str, lang: str) -> None:
    page = open_page(PAGES[name], locale="vi-VN" if lang == "vi" else "en-GB")
    if name in ISLANDS:
        page.wait_for_selector(f"html[data-{ISLANDS[name]}-ready]", state="attached", timeout=15_000)
    assert page.evaluate("document.documentElement.lang") == lang
    shift, paint = page.evaluate(SHIFT), page.evaluate(PAINT)
    page.evaluate(axe)
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 900 if width == 1280 else 800})
            found += [f"{scheme} {width}: {violation}" for violation in page.evaluate(AXE)]
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert over <= 0, f"{scheme} {width}: {over} px to the side"
    assert not found, "\n".join(found)
    assert shift <= 0.05
    for _ in range(4):  # the best of five: other work on the machine is no property of the page
        if paint < 500:
            break
        page.reload(wait_until="load")
        paint = page.evaluate(PAINT)
    assert paint < 500
    if name == "not-found":
        open_page.wrong[:] = [w for w in open_page.wrong if "404" not in w]


@pytest.mark.parametrize("name", PAGES)
def test_page_without_script(open_page, name: str) -> None:
    page = open_page(PAGES[name], java_script_enabled=False)
    assert page.locator("h1").is_visible()
    assert page.locator("main").inner_text().strip()
    open_page.wrong[:] = [w for w in open_page.wrong if "404" not in w or name != "not-found"]


def test_a_query_runs_without_script(open_page) -> None:
    page = open_page("/sparql", java_script_enabled=False)
    page.locator("#query").fill("SELECT ?p WHERE { ?p a <https://w3id.org/vpg/def#Person> }")
    page.get_by_role("button", name="Chạy").click()
    assert page.locator("table.data tbody tr").count() == 3


FOCUSABLE = """() => [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0'], .cm-content")]
  .filter((e) => e.checkVisibility({visibilityProperty: true}) && !e.disabled && e.tabIndex >= 0
    && !(e.type === "radio" && !e.checked) && !(e.closest("details:not([open])") && e.tagName !== "SUMMARY"))
  .map((e, i) => { e.dataset.stop ??= String(i); return e.dataset.stop; })"""


REACHED = ["home", "search", "person", "document", "graph", "map", "timeline", "sparql", "queries"]


@pytest.mark.parametrize("name", REACHED)
def test_keyboard_reaches_everything(open_page, name: str) -> None:
    page = open_page(PAGES[name])
    if name in ISLANDS:
        page.wait_for_selector(f"html[data-{ISLANDS[name]}-ready]", state="attached")
    wanted = set(page.evaluate(FOCUSABLE))
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.locator("body").evaluate("(body) => { body.tabIndex = -1; body.focus(); }")
    reached: set[str] = set()
    for _ in range(len(wanted) * 2 + 20):
        page.keyboard.press("Escape")
        page.keyboard.press("Tab")
        stop = page.evaluate("document.activeElement?.dataset?.stop")
        if stop is not None:
            reached.add(stop)
        if wanted <= reached:
            break
    left = wanted - reached
    shown = "(e) => e.outerHTML.slice(0, 120)"
    assert not left, [page.locator(f"[data-stop='{stop}']").evaluate(shown) for stop in sorted(left)[:5]]


def test_focus_is_visible(open_page) -> None:
    page = open_page("/id/person/le-thi-uyen")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_diacritics_are_not_clipped(open_page) -> None:
    page = open_page("/id/person/le-thi-uyen")
    tight = page.evaluate("""() => [...document.querySelectorAll("h1, h2, h3, a, p, td, li, label, button, dd")]
      .filter((e) => { const s = getComputedStyle(e);
        return e.textContent.trim() && parseFloat(s.lineHeight) < 1.25 * parseFloat(s.fontSize); })
      .map((e) => e.outerHTML.slice(0, 80))""")
    assert not tight


def test_printed_page_has_its_sources(open_page) -> None:
    page = open_page("/id/person/tran-van-do")
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    after = page.locator(".words footer a").first.evaluate("(a) => getComputedStyle(a, '::after').content")
    assert "/doc/t000" in after
    page.goto(page.url.split("/id/")[0] + "/queries/conference/chairs?run=1")
    assert not page.locator("form.question").is_visible()
    region = page.locator(".scroll").first
    assert region.evaluate("(e) => getComputedStyle(e).overflowY") == "visible", "tables are printed whole"
