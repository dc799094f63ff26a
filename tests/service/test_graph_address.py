"""The address of a picture is the whole picture: filters, what is hidden, open and pinned, for pages and exports."""

import html as markup
import re

import pytest
from flask.testing import FlaskClient

HTML = {"Accept": "text/html"}
CENTRE = "/graph?centre=id:person/le-thi-uyen"


def page(client: FlaskClient, address: str) -> str:
    answer = client.get(address, headers=HTML)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def places(svg: str) -> dict[str, tuple[str, str]]:
    """Return the class and the place of each node drawn, by its page."""
    found = re.findall(r'<a href="(?:http://localhost)?([^"]+)" class="([^"]+)"[^>]* transform="([^"]+)"', svg)
    return {path: (classes, place) for path, classes, place in found}


def test_a_pinned_node_stands_where_it_was_put_for_everyone(client: FlaskClient) -> None:
    before = places(page(client, CENTRE))
    address = f"{CENTRE}&pin=id:event/2022-05-12-tong-ket-thi-dua@412,-277"
    after = places(page(client, address))
    moved = "/id/event/2022-05-12-tong-ket-thi-dua"
    assert after[moved] == ("node k-event pinned", "translate(412 -277)")
    assert before[moved][1] != after[moved][1]
    assert {k: v for k, v in before.items() if k != moved} == {k: v for k, v in after.items() if k != moved}
    exported = client.get(address.replace("/graph?", "/api/graph?") + "&format=svg").get_data(as_text=True)
    assert places(exported)[moved][1] == "translate(412 -277)"
    left, top, width, height = map(float, re.search(r'viewBox="([^"]+)"', exported)[1].split())
    assert left < 412 < left + width and top < -277 < top + height, "the picture grows to hold it"


def test_pins_stay_with_the_form_the_filters_and_the_exports(client: FlaskClient) -> None:
    pin = "id:event/2022-05-12-tong-ket-thi-dua@412,-277"
    text = markup.unescape(page(client, f"{CENTRE}&open=id:org/bo-cong-an&hide=id:place/ninh-binh&pin={pin}"))
    assert f'<input type="hidden" name="pin" value="{pin}">' in text
    assert '<input type="hidden" name="open" value="id:org/bo-cong-an">' in text
    for address in re.findall(r'href="(/(?:api/)?graph\?[^"]*(?:format=|from=|lang=)[^"]*)"', text):
        assert "412" in address and "hide=" in address, address


@pytest.mark.parametrize(
    "pin",
    [
        "x", "id:person/le-thi-uyen@", "id:person/le-thi-uyen@1e9,2", "id:person/le-thi-uyen@99999,1",
        "id:person/nobody@10,10", "<script>@1,2", "id:person/le-thi-uyen@NaN,0", "@1,2", "lê thị uyên@5,5",
    ],
)  # fmt: skip
def test_a_pin_that_cannot_be_read_changes_nothing(client: FlaskClient, pin: str) -> None:
    assert places(page(client, f"{CENTRE}&pin={pin}")) == places(page(client, CENTRE))
