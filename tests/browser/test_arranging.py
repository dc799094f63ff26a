"""What a reader arranges: pins of a picture, days, columns of a table; the address or the file keeps it."""

from urllib.parse import quote

import pytest

pytest.importorskip("playwright")
from playwright.sync_api import expect  # noqa: E402

from tests.browser.test_stories import ready  # noqa: E402

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("built")]


def test_a_link_shows_the_picture_as_it_was_arranged(open_page) -> None:
    page = open_page("/graph?centre=id:person/tran-van-do&sure=inferred&hide=id:place/ninh-binh")
    ready(page, "graph")
    node = page.locator(".node.k-event > path")
    node.scroll_into_view_if_needed()
    page.wait_for_timeout(400)  # the page scrolls smoothly
    box = node.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] - 110, box["y"] + 60, steps=8)
    page.mouse.up()
    page.wait_for_url("**pin=*")
    page.locator(".node.k-event.pinned").wait_for()
    page.wait_for_timeout(600)  # the others glide back
    where = (
        "(nodes) => nodes.map((n) => [n.dataset.iri, ...n.getAttribute('transform').match(/-?[\\d.]+/g).map(Number)])"
    )
    arranged = page.locator(".node").evaluate_all(where)
    page.get_by_role("button", name="Chép liên kết").click()
    page.locator("[data-copied]", has_text="Đã chép").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    address = copied[copied.index("/graph?") :]
    for option in ({}, {"java_script_enabled": False}):
        other = open_page(address, **option)
        assert other.locator(".node").evaluate_all(where) == arranged
        assert other.locator(".node[data-iri$='place/ninh-binh']").count() == 0
        assert other.locator("input[name=sure][value=inferred]").is_checked()
    page.locator(".node.k-event").click()
    page.locator(".node-menu").get_by_role("button", name="Bỏ ghim").click()
    expect(page.locator(".node.pinned")).to_have_count(0)
    assert "pin=" not in page.url


def test_days_are_typed_as_the_language_writes_them(open_page) -> None:
    for scripts in (True, False):
        page = open_page("/timeline", java_script_enabled=scripts)
        page.locator("#from").fill("12/5/2022")
        page.locator("#to").fill("2022")
        page.get_by_role("button", name="Hiện").last.click()
        page.wait_for_url("**from=12*")
        assert page.locator("#from").input_value() == "12/05/2022" and page.locator("#to").input_value() == "2022"
        assert page.locator(".lane li").count() == 1
    page = open_page("/timeline?from=2022-05-12", locale="en-GB")
    assert page.locator("#from").input_value() == "2022-05-12"
    page.locator("#from").fill("yesterday")
    page.get_by_role("button", name="Show").last.click()
    assert page.locator("#from").evaluate("(e) => e.validity.patternMismatch && !!e.title"), "the browser says how"
    assert page.url.endswith("from=2022-05-12")


SAID = """SELECT ?person ?personLabel ?role ?words ?source WHERE {
  ?f <https://w3id.org/vpg/def#participant> ?person ; <https://w3id.org/vpg/def#participationRole> ?role ;
    <https://w3id.org/vpg/def#reportedIn> ?source ; <https://w3id.org/vpg/def#evidence> ?e .
  ?e <http://www.w3.org/ns/oa#hasSelector>/<http://www.w3.org/ns/oa#exact> ?words .
  ?person <http://www.w3.org/2004/02/skos/core#prefLabel> ?personLabel } ORDER BY ?personLabel"""


def test_a_table_of_rows_shows_each_thing_once_and_hides_columns(open_page) -> None:
    page = open_page("/sparql?query=" + quote(SAID), locale="en-GB")
    ready(page, "editor")
    page.locator("[data-done='5']").wait_for()
    heads = page.locator("table.variables th")
    assert [head.split()[0] for head in heads.all_inner_texts()] == ["person", "role"]
    first = page.locator("td[data-heading=person] a").first
    assert first.inner_text() == "Lê Thị Uyên" and first.get_attribute("title").endswith("/id/person/le-thi-uyen")
    said = page.locator("tr.said").first
    assert "phát biểu tại hội nghị" in said.inner_text() or "dự lễ phát động" in said.inner_text()
    first.hover()
    page.locator("button.copy-iri").click()
    assert page.evaluate("navigator.clipboard.readText()") == first.get_attribute("title")
    page.locator(".drop summary", has_text="Columns").click()
    page.locator("input[data-column=role]").uncheck()
    expect(page.locator("td[data-heading=role]")).to_have_count(0)
    page.locator("input[data-column=words]").uncheck()
    page.locator("input[data-column=source]").uncheck()
    expect(page.locator("tr.said")).to_have_count(0)
    page.locator(".drop summary", has_text="Download").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV", exact=True).click()
    assert download.value.path().read_text("utf-8").splitlines()[0] == "person,personLabel,role,words,source"
    page.get_by_label("Labels for IRIs").uncheck()
    expect(page.locator("td[data-heading=personLabel]").first).to_have_text("Lê Thị Uyên")


def test_the_table_of_rows_without_script_is_the_same(open_page) -> None:
    page = open_page("/sparql?query=" + quote(SAID), java_script_enabled=False)
    assert page.locator("table.variables th").all_inner_texts() == ["person", "role"]
    first = page.locator("td[data-heading=person] a").first
    assert first.inner_text() == "Lê Thị Uyên" and first.get_attribute("title").endswith("/id/person/le-thi-uyen")
    assert page.locator("tr.said a[href*='?words=']").count() == 5
