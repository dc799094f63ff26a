"""The printed record has the contract's shape, and every span holds the words of its fact."""

import json

from graph.contract import facts, to_json
from graph.extract import extract
from graph.source import Source

REPORT = """Hà Nam: Tổng kết phong trào “Ngõ sạch” năm 2019

05/01/2020

Ngày 4/1/2020, UBND tỉnh Hà Nam tổ chức \
hội nghị tổng kết phong trào “Ngõ sạch” theo Kế hoạch số \
9/KH-UBND ngày 2/3/2019. Đồng chí \
Trần Văn Bách, Phó Chủ tịch UBND tỉnh chủ trì hội nghị. Toàn tỉnh có trên 1.200 hộ tham gia.

Dịp này, UBND tỉnh tặng Bằng khen cho 4 tập thể, 6 cá nhân.

Thu Hằng
"""
KEYS = {
    "persons": {"name", "ranks", "posts"},
    "events": {"id", "kind", "name", "date", "place", "mode", "organisers", "roles"},
    "legal": {"type", "number", "symbol", "date", "issuer", "title"},
    "programmes": {"kind", "name", "period"},
    "awards": {"award", "awarder", "recipient", "count"},
    "statistics": {"value", "unit", "subject", "qualifier"},
    "statements": {"speaker", "act"},
    "roles": {"person", "role"},
}


def test_shape() -> None:
    record = to_json(extract(Source.from_text("r1", REPORT)))
    assert json.loads(json.dumps(record)) == record
    assert (record["id"], record["published"]) == ("r1", "2020-01-05")
    for kind in ("persons", "events", "legal", "programmes", "awards", "statistics"):
        assert record[kind], kind
    for kind, fact in facts(record):
        assert KEYS[kind] <= fact.keys()
        start, end = fact["span"]
        assert 0 <= start < end <= len(REPORT)


def test_whole_numbers_are_written_whole() -> None:
    record = to_json(extract(Source.from_text("r1", REPORT)))
    assert [award["count"] for award in record["awards"]] == [4, 6]
    assert all(type(award["count"]) is int for award in record["awards"])
    assert record["statistics"][0]["value"] == 1200


def test_spans_hold_the_words() -> None:
    record = to_json(extract(Source.from_text("r1", REPORT)))

    def words(fact: dict[str, list[int]]) -> str:
        return REPORT[fact["span"][0] : fact["span"][1]]

    assert "Kế hoạch số 9/KH-UBND" in words(record["legal"][0])
    assert "Bằng khen cho 4 tập thể" in words(record["awards"][0])
    assert words(record["statistics"][0]).startswith("1.200 hộ")
    assert "Ngõ sạch" in words(record["programmes"][0])


def test_an_empty_report_gives_empty_lists() -> None:
    record = to_json(extract(Source.from_text("r2", "Trời hôm nay nắng đẹp, bà con ra đồng từ sớm để gặt lúa.")))
    assert all(record[kind] == [] for kind in KEYS if kind != "roles")
    assert record["title"] is None and record["published"] is None
