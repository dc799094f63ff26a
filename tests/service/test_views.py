"""Pictures drawn on the server: golden files (`--accept` writes them anew), and what holds for any input."""

import io
import math
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.reference import places
from service.terms import Term
from service.views.lines import Link, body, curve, wrap
from service.views.network import Node, draw, ring_layout
from service.views.overview import communities
from service.views.sheet import workbook
from service.views.tiles import LAYOUTS, NOWHERE_ROW, level, tiles, today, two_lines
from service.views.tiles import draw as draw_tiles
from service.views.timeline import histogram

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def check(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function that compares a picture with its golden file."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text + "\n", "utf-8")
        assert text + "\n" == path.read_text("utf-8"), f"{name} changed; look at it, then run with --accept"
        ET.fromstring(text)

    return compare


def node(number: int, depth: int, kind: str = "person", label: str = "") -> Node:
    return Node(f"n:{number}", label or f"Nguyễn Văn Số {number}", kind, "N", f"/id/person/{number}", depth)


NODES = [node(0, 0), node(1, 1, "event", "Hội nghị tổng kết công tác năm 2022"), node(2, 1, "org"), node(3, 2)]
LINKS = [
    Link("n:0", "n:1", "chủ trì", "0 – 1"),
    Link("n:0", "n:1", "phát biểu kết luận", "0 – 1"),
    Link("n:3", "n:1", "dự", "3 – 1", doubtful=True),
    Link("n:1", "n:2", "đơn vị tổ chức", "1 – 2"),
]


def test_network_picture(check: Callable[[str, str], None]) -> None:
    check("network.svg", str(draw(NODES, LINKS, "Đồ thị", centre="n:0")))


@pytest.mark.parametrize("layout", [63, 34])
def test_tile_picture(check: Callable[[str, str], None], layout: int) -> None:
    first = tiles(layout)[0].place.iri
    check(f"tiles-{layout}.svg", str(draw_tiles(layout, {first: 7}, {first: "/id/place/x"}, "Bản đồ", "vi")))


def test_histogram_picture(check: Callable[[str, str], None]) -> None:
    counts = {("2014", "event"): 3, ("2014", "doc"): 1, ("2018", "event"): 5}
    check("histogram.svg", str(histogram(counts, ("event", "doc"), "Theo năm")))


@given(st.integers(1, 40), st.integers(0, 3))
def test_ring_layout_keeps_neighbours_apart(count: int, deep: int) -> None:
    nodes = [node(0, 0)] + [node(i, 1 + i % (deep + 1)) for i in range(1, count)]
    at = ring_layout(nodes, [Link("n:0", n.iri, "", "") for n in nodes[1:]])
    assert len(set(at.values())) == len(nodes)
    points = list(at.values())
    nearest = min(
        (((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for i, a in enumerate(points) for b in points[:i]), default=99
    )
    assert nearest > 60


@given(st.floats(0, 6.28), st.sampled_from([-51.0, -17.0, 0.0, 17.0, 51.0]), st.integers(1, 3))
def test_lines_end_outside_of_shapes_and_labels(angle: float, bend: float, rows: int) -> None:
    boxes = body(" ".join(["Nguyễn Văn Số"] * rows))
    end = (260 * math.cos(angle), 260 * math.sin(angle))
    first, _, last = curve((0.0, 0.0), end, bend, boxes, boxes)
    for (x, y), (left, top, right, bottom) in ((point, box) for point in (first, last) for box in boxes):
        for middle in ((0.0, 0.0), end):
            assert not (left < x - middle[0] < right and top < y - middle[1] < bottom)


def test_words_of_lines_stand_apart_and_a_mutual_relation_has_no_arrow() -> None:
    text = str(draw(NODES, LINKS, "Đồ thị", centre="n:0"))
    places = re.findall(r'<g class="line".*?class="tie" x="(-?\d+)" y="(-?\d+)"', text)
    (x1, y1), (x2, y2) = [(int(x), int(y)) for x, y in places]
    assert abs(y1 - y2) >= 12 or abs(x1 - x2) > 70
    assert 'marker-end="' not in str(draw(NODES, [Link("n:0", "n:3", "2", "0 – 3", directed=False)], "Cùng dự"))


@given(st.text(max_size=120))
def test_wrapped_labels_stay_small(label: str) -> None:
    lines = wrap(label)
    assert len(lines) <= 3 and all(len(line) <= 36 for line in lines)


def test_markup_in_labels_is_escaped() -> None:
    text = str(draw([node(0, 0, label="<b>&\"'")], [], "<i>"))
    ET.fromstring(text)
    assert "<b>" not in text and "<i>" not in text


@pytest.mark.parametrize("layout", [63, 34])
def test_every_province_has_one_tile(layout: int) -> None:
    found = tiles(layout)
    assert len(found) == layout == len({t.place.iri for t in found}) == len({(t.row, t.column) for t in found})
    assert "99" not in LAYOUTS[layout]


def test_former_provinces_lead_to_todays() -> None:
    by_name = {p.name: p for p in places() if p.level == "province"}
    now = {p.iri: p.name for p in places()}
    assert now[today()[by_name["Thái Bình"].iri]] == "Hưng Yên"
    assert now[today()[by_name["Hải Dương"].iri]] == "Hải Phòng"
    assert all(tile.place.iri in today() for tile in tiles(63))


@given(st.integers(-1, 1000), st.integers(1, 1000))
def test_levels(count: int, most: int) -> None:
    assert 0 <= level(count, most) <= 4
    assert (level(count, most) == 0) == (count <= 0)


def test_long_names_take_two_lines() -> None:
    assert two_lines("Thừa Thiên Huế") == ["Thừa", "Thiên Huế"]
    assert two_lines("Hà Nội") == ["Hà Nội"]


def test_no_years_no_picture() -> None:
    assert histogram({}, ("event",), "x") == ""


def test_communities_do_not_melt_through_a_hub() -> None:
    neighbours: dict[str, set[str]] = {}
    for group in "ab":
        members = {f"{group}{i}" for i in range(6)}
        for member in members:
            neighbours[member] = (members - {member}) | {"hub"}
    neighbours["hub"] = set(neighbours)
    found = communities(neighbours)
    assert found["a1"] == found["a5"] != found["b1"] == found["b5"]


def test_workbook_opens_and_keeps_zeros() -> None:
    rows = [{"n": Term("09", "literal"), "v": Term("2.5", "literal", "", "http://www.w3.org/2001/XMLSchema#decimal")}]
    rows.append({"n": Term("=1+1", "literal"), "i": Term("https://x.example/a")})
    body = workbook(["n", "v", "i"], rows, lambda iri: "nhãn <x>\x00")
    with zipfile.ZipFile(io.BytesIO(body)) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
        for name in file.namelist():
            ET.fromstring(file.read(name))
    assert "<v>2.5</v>" in sheet
    assert '<t xml:space="preserve">09</t>' in sheet and "=1+1</t>" in sheet
    assert "nhãn &lt;x&gt;</t>" in sheet


@pytest.mark.parametrize("layout", [63, 34])
def test_what_has_no_province_is_a_tile_where_no_other_is(layout: int) -> None:
    with_it = draw_tiles(layout, {}, {}, "Bản đồ", "vi", ("Cả nước, trực tuyến", 7))
    assert with_it.count('class="tile nowhere"') == 1 and "trực tuyến" in with_it and ">7</tspan>" in with_it
    taken = {(tile.row, tile.column) for tile in tiles(layout)}
    assert not {(NOWHERE_ROW, 0), (NOWHERE_ROW, 1)} & taken
    assert "nowhere" not in draw_tiles(layout, {}, {}, "Bản đồ", "vi", ("Cả nước, trực tuyến", 0))
