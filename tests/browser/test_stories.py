"""The main stories, end to end, as a reader walks them."""

import re

import pytest

pytest.importorskip("playwright")
from playwright.sync_api import expect  # noqa: E402

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("built")]
SKOS = "http://www.w3.org/2004/02/skos/core#"
QUERY = f"SELECT ?p ?n WHERE {{ ?p a <https://w3id.org/vpg/def#Person> ; <{SKOS}prefLabel> ?n }}"
DATED = "SELECT * WHERE { ?e <https://w3id.org/vpg/def#place> ?place ; <https://schema.org/startDate> ?date }"


def ready(page, island: str) -> None:
    page.wait_for_selector(f"html[data-{island}-ready]", state="attached", timeout=15_000)


def write(page, text: str) -> None:
    page.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)


def test_from_a_name_to_the_sentence_the_path_and_the_query(open_page) -> None:
    page = open_page("/")
    page.keyboard.press("/")
    page.keyboard.type("tran van do")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/person/tran-van-do")
    assert page.locator("h1").inner_text() == "Trần Văn Độ"

    chair = page.locator("section", has=page.get_by_role("heading", name=re.compile("chủ trì")))
    chair.get_by_role("link", name="Mở câu văn").click()
    page.wait_for_url("**/doc/t000?at=*")
    assert page.locator("#at").is_visible()
    words = "".join(page.locator("mark.focus").all_inner_texts())
    assert "chủ trì" in words

    page.goto(page.url.split("/doc/")[0] + "/id/person/tran-van-do")
    page.get_by_role("main").get_by_role("link", name="Đồ thị", exact=True).click()
    ready(page, "graph")
    page.locator("#path").fill("do manh ha")
    page.locator("[role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Hiện", exact=True).click()
    page.wait_for_load_state()
    path = page.locator(".paths > li").first
    assert "Lê Thị Uyên" in path.inner_text()
    assert path.locator("mark").count() >= 2

    page.locator(".asked summary").click()
    page.locator(".asked a", has_text="Những mục trên hình").last.click()
    ready(page, "editor")
    page.wait_for_selector("[data-done]")
    rows = int(page.locator("[data-done]").get_attribute("data-done"))
    assert rows >= 2

    write(page, QUERY)
    page.keyboard.press("ControlOrMeta+Enter")
    page.wait_for_selector('[data-done="3"]')
    page.get_by_role("button", name="Chia sẻ").click()
    link = page.locator("a[href^='/s/']")
    link.wait_for()
    page.goto(page.url.split("/sparql")[0] + link.get_attribute("href"))
    ready(page, "editor")
    assert "def#Person" in page.locator(".cm-content").inner_text()

    page.locator(".drop summary", has_text="Tải về").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert "Trần Văn Độ" in download.value.path().read_text("utf-8")
    with page.expect_download() as download:
        page.get_by_role("button", name="XLSX").click()
    assert download.value.path().read_bytes()[:2] == b"PK"


def test_a_fact_leads_to_the_document_and_back(open_page) -> None:
    page = open_page("/doc/t000")
    name = page.locator(".text mark a", has_text="Lê Thị Uyên").first
    name.hover()
    page.locator("#mention").wait_for()
    assert "Lê Thị Uyên" in page.locator("#mention").inner_text() and page.locator("#mention li").count() >= 1
    page.locator(".beside li", has_text="Trần Văn Độ").first.hover()
    lit = " ".join(page.locator(".text mark.lit").all_inner_texts())
    assert "Thứ trưởng" in lit, "a fact lights its words"
    name.click()
    page.wait_for_url("**/id/person/le-thi-uyen")
    page.locator(".permalink").first.click()
    assert "/fact/" in page.url
    assert page.locator("blockquote mark").is_visible()


def test_the_editor_completes_from_data_and_ontology(open_page) -> None:
    page = open_page("/sparql")
    ready(page, "editor")
    write(page, "SELECT * WHERE { ?x a vpg:Pers")
    page.locator(".cm-tooltip-autocomplete li[aria-selected=true]", has_text="vpg:Person").wait_for()
    page.wait_for_load_state("networkidle")  # a list that is drawn again takes no key for its first moment
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.locator(".cm-line", has_text="PREFIX vpg: <https://w3id.org/vpg/def#>").wait_for()
    assert "vpg:Person" in page.locator(".cm-content").inner_text()

    page.keyboard.insert_text(" ; ")
    page.keyboard.press("Control+Space")
    first = page.locator(".cm-tooltip-autocomplete li")
    first.first.wait_for()
    assert "skos:prefLabel" in " ".join(first.all_inner_texts()[:6]), "properties that people have come first"

    write(page, "SELECT * WHERE { ?f ?p le thi uy")
    option = page.locator(".cm-tooltip-autocomplete li", has_text="Lê Thị Uyên")
    option.wait_for()
    option.click()
    assert "<https://w3id.org/vpg/id/person/le-thi-uyen>" in page.locator(".cm-content").inner_text()


def test_the_editor_marks_errors_where_they_are(open_page) -> None:
    page = open_page("/sparql")
    ready(page, "editor")
    write(page, "SELECT ?x\nWHERE { ?x ?y }")
    page.locator(".cm-lint-marker-error").wait_for()
    page.keyboard.press("ControlOrMeta+Enter")
    page.locator(".results [role=alert]").wait_for()
    assert re.match(r"Dòng 2, cột \d+: ", page.locator(".results [role=alert]").inner_text())
    open_page.wrong[:] = [w for w in open_page.wrong if "400" not in w]


def test_results_have_views_that_their_columns_allow(open_page) -> None:
    page = open_page("/sparql")
    ready(page, "editor")
    write(page, DATED)
    page.keyboard.press("ControlOrMeta+Enter")
    page.wait_for_selector("[data-done]")
    tabs = page.locator("[role=tab]").all_inner_texts()
    assert tabs == ["Bảng", "Dòng thời gian", "Bản đồ", "Đồ thị", "Thô"]
    assert page.locator("[role=tabpanel] td time").first.inner_text().count("/") == 2, "days as Vietnamese writes them"
    page.get_by_role("tab", name="Bản đồ").click()
    page.locator(".tile.level-4").wait_for()
    page.get_by_role("tab", name="Đồ thị").click()
    page.locator(".drawing .node").first.wait_for()
    page.get_by_role("tab", name="Bảng").click()
    page.locator("input[type=search][aria-label='Lọc dòng']").fill("khong co")
    assert page.locator("[role=tabpanel] tbody tr").count() == 0
    page.locator("input[type=search][aria-label='Lọc dòng']").fill("ninh binh")
    assert page.locator("[role=tabpanel] tbody tr").count() == 1


def test_a_query_is_copied_as_a_program(open_page) -> None:
    page = open_page("/sparql")
    ready(page, "editor")
    for name, part in (("curl", "--data-urlencode"), ("Python", "SPARQLWrapper"), ("R", "httr2")):
        page.locator(".drop summary", has_text="Chép dạng").click()
        page.get_by_role("button", name=name, exact=True).click()
        page.locator(".editor-form p[role=status]", has_text="Đã chép").wait_for()
        assert part in page.evaluate("navigator.clipboard.readText()")
        page.locator(".drop summary", has_text="Chép dạng").click()


def test_the_graph_expands_hides_and_moves(open_page) -> None:
    page = open_page("/graph?centre=id:person/tran-van-do")
    ready(page, "graph")
    before = page.locator(".node").count()
    event = page.locator(".node.k-event").first
    event.click()
    page.locator(".node-menu button", has_text="(").first.wait_for()
    page.locator(".node-menu").get_by_role("button", name="tất cả").click()
    page.locator(".node").nth(before).wait_for()
    assert "open=" in page.url
    more = page.locator(".node").count()
    page.locator(".node.k-org").first.click()
    page.locator(".node-menu").get_by_role("button", name="Ẩn").click()
    expect(page.locator(".node")).to_have_count(more - 1)
    assert "hide=" in page.url
    page.wait_for_timeout(500)  # the picture glides to its new place
    person = page.locator(".node.centre > circle")
    person.scroll_into_view_if_needed()
    box = person.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + 150, box["y"] + 90, steps=8)
    page.mouse.up()
    page.locator(".node.centre.pinned").wait_for()
    assert abs(person.bounding_box()["x"] - box["x"]) > 40


def test_the_graph_is_walked_by_keyboard(open_page) -> None:
    page = open_page("/graph?centre=id:person/tran-van-do")
    ready(page, "graph")
    page.locator(".node.centre").focus()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.iri") != "https://w3id.org/vpg/id/person/tran-van-do"
    page.keyboard.press("m")
    page.locator(".node-menu").wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".node-menu").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/id/**")


def test_the_picture_is_taken_away(open_page) -> None:
    page = open_page("/graph?centre=id:person/tran-van-do")
    ready(page, "graph")
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    assert download.value.path().read_bytes()[:4] == b"\x89PNG"
    for name in ("SVG", "GRAPHML", "GEXF", "CSV"):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        assert download.value.path().stat().st_size > 300


def test_facets_narrow_and_switch_views(open_page) -> None:
    page = open_page("/search?q=le")
    page.locator("input[name=kind][value=person]").check()
    page.locator(".side-facets button").click()
    page.wait_for_url("**kind=person**")
    assert page.locator(".hits li").count() == 1
    page.get_by_role("link", name="Dòng thời gian").last.click()
    assert page.locator(".lane li").count() >= 1


def test_review_asks_for_the_token(open_page) -> None:
    page = open_page("/review")
    page.locator("#token").fill("wrong")
    page.get_by_role("button", name="Vào").click()
    assert page.locator("[role=alert]").is_visible()
    page.locator("#token").fill("secret")
    page.get_by_role("button", name="Vào").click()
    assert page.get_by_role("heading", name="Người đọc báo sai").is_visible()
    open_page.wrong[:] = [w for w in open_page.wrong if "403" not in w]


def test_theme_and_language_are_switched(open_page) -> None:
    page = open_page("/about")
    page.locator(".menu summary").click()
    page.get_by_role("link", name="English").click()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.locator(".menu summary").click()
    page.get_by_role("link", name="Dark").click()
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == "rgb(22, 24, 28)"


PLACE_OF = """(word) => {
  const walk = document.createTreeWalker(document.querySelector(".cm-content"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode()); ) { const at = node.data.indexOf(word); if (at < 0) continue;
    const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + word.length);
    const box = range.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; } }"""


def test_a_term_explains_itself(open_page) -> None:
    page = open_page("/sparql")
    ready(page, "editor")
    write(page, "SELECT * WHERE { ?x <https://w3id.org/vpg/def#participant> ?y }")
    assert not page.get_by_role("button", name="Hủy").is_visible(), "nothing runs, nothing to cancel"
    x, y = page.evaluate(PLACE_OF, "participant")
    page.mouse.move(x - 5, y)
    page.mouse.move(x, y)
    page.locator(".hover").wait_for()
    assert "người tham gia" in page.locator(".hover").inner_text()


def test_a_question_takes_a_name_and_shows_its_words(open_page) -> None:
    page = open_page("/queries/official/posts?lang=en", locale="en-GB")
    page.locator("#p-official").fill("tran van")
    page.locator("#options-p-official li").first.click()
    assert page.locator("#p-official").input_value() == "Trần Văn Độ"
    page.get_by_role("button", name="Run").click()
    page.locator(".said a").first.wait_for()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        box = page.locator(".said a").first.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width, f"the words are seen at {width} px"
    heading = page.evaluate("getComputedStyle(document.querySelector('.cards td:not(:empty)'), '::before').content")
    assert heading.strip('"'), "a card says what each value is"


def test_a_graph_form_shows_the_name_and_sends_the_address(open_page) -> None:
    page = open_page("/graph")
    page.locator("#centre").fill("tran van")
    page.locator("#options-centre li").first.click()
    assert page.locator("#centre").input_value() == "Trần Văn Độ"
    page.locator("#centre").press("Enter")
    page.wait_for_url("**centre=https*tran-van-do*")


def test_the_overview_is_moved_and_left_without_a_graphics_card(open_page) -> None:
    page = open_page("/graph/overview")
    page.add_init_script("HTMLCanvasElement.prototype.getContext = ((of) => function (kind, ...rest) { "
                         "return kind.startsWith('webgl') ? null : of.call(this, kind, ...rest); }"
                         ")(HTMLCanvasElement.prototype.getContext)")  # fmt: skip
    page.reload()
    ready(page, "overview")
    place = page.locator("[data-overview]")
    nodes, lines = place.get_attribute("data-drawn").split()
    assert int(nodes) == int(page.locator("html").get_attribute("data-overview-ready")) and int(lines) > 0
    x, y, scale = map(float, place.get_attribute("data-view").split())
    box = place.locator("canvas").bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 300)
    page.mouse.down()
    page.mouse.move(box["x"] + 400, box["y"] + 340, steps=4)
    page.mouse.up()
    page.wait_for_function(
        "(x) => Number(document.querySelector('[data-overview]').dataset.view.split(' ')[0]) < x", arg=x
    )
    page.get_by_role("button", name="Phóng to").click()
    page.wait_for_function(
        "(s) => Number(document.querySelector('[data-overview]').dataset.view.split(' ')[2]) > s * 1.3", arg=scale
    )
    page.keyboard.press("0")
    page.wait_for_function(
        "(s) => Math.abs(Number(document.querySelector('[data-overview]').dataset.view.split(' ')[2]) - s) < 1e-6",
        arg=scale,
    )
    dots = page.evaluate("""() => { const c = document.querySelector("[data-overview] canvas");
      const p = c.getContext("2d").getImageData(0, 0, c.width, c.height).data; let n = 0;
      for (let i = 3; i < p.length; i += 4) if (p[i] > 200) n += 1; return n; }""")
    assert dots > 500, "something is drawn"
    assert page.locator("td.num a[href^='/graph?centre=']").count() > 3
    at = page.evaluate("""async () => { const d = await (await fetch("/api/overview")).json();
      const place = document.querySelector("[data-overview]");
      const box = place.querySelector("canvas").getBoundingClientRect();
      const [x, y, s] = place.dataset.view.split(" ").map(Number), i = d.degrees.indexOf(Math.max(...d.degrees));
      return [box.x + (d.x[i] - x) * s + box.width / 2, box.y + (d.y[i] - y) * s + box.height / 2, d.iris[i]]; }""")
    page.mouse.move(at[0], at[1])
    page.wait_for_function("document.querySelector('[data-overview-said]').textContent.includes('·')")
    page.mouse.click(at[0], at[1])
    page.wait_for_url("**/graph?centre=*" + at[2].rpartition("/")[2])


def test_a_query_that_replaces_another_leaves_no_error(open_page) -> None:
    """What is typed over coloured words takes no style of theirs along: the policy forbids inline styles."""
    page = open_page("/sparql")
    ready(page, "editor")
    for text in (QUERY, "SELECT * WHERE { ?p a wrong:Person }", DATED):
        page.locator(".cm-content").click()
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.insert_text(text)
        assert "".join(page.locator(".cm-line").all_inner_texts()) == text
        page.keyboard.press("ControlOrMeta+Enter")
        page.locator(".results-place:not([aria-busy])").wait_for()
        page.wait_for_timeout(800)  # the check of the text comes after a rest
    page.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("ASK {")
    assert page.locator(".cm-content").inner_text().strip() == "ASK {}"
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(QUERY)
    page.wait_for_timeout(300)  # coloured words, over which an input method writes
    page.keyboard.press("ControlOrMeta+a")
    method = page.context.new_cdp_session(page)
    for part in ("t", "tê", "tên"):
        method.send("Input.imeSetComposition", {"text": part, "selectionStart": len(part), "selectionEnd": len(part)})
    method.send("Input.insertText", {"text": "tên"})
    assert page.locator(".cm-content").inner_text().strip() == "tên"
    open_page.wrong[:] = [w for w in open_page.wrong if "400" not in w]


def test_one_menu_is_open_and_closes_by_escape_or_a_click_elsewhere(open_page) -> None:
    page = open_page("/sparql", viewport={"width": 390, "height": 800})
    ready(page, "editor")
    menus = page.locator("details:is(.menu, .drop)[open]")
    download, copied = (page.locator(".drop summary", has_text=name) for name in ("Tải về", "Chép dạng"))
    download.click()
    copied.click()
    expect(menus).to_have_count(1)
    page.get_by_role("button", name="Python", exact=True).focus()
    page.keyboard.press("Escape")
    expect(menus).to_have_count(0)
    assert page.evaluate("document.activeElement.textContent") == "Chép dạng"
    page.locator(".menu summary").click()
    page.get_by_role("navigation", name="Mục lục").wait_for()
    page.keyboard.press("Escape")
    expect(menus).to_have_count(0)
    page.locator(".menu summary").click()
    expect(menus).to_have_count(1)
    page.mouse.click(6, 780)
    expect(menus).to_have_count(0)
