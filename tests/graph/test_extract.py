"""The extractor as a whole: own reports, invariance under spelling, quality on the annotated sets, linear time."""

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.contract import to_json
from graph.evaluation.runs import evaluate
from graph.extract import extract
from graph.mention import Extraction
from graph.source import Source

REPORT = """Huyện Kim Sơn ra quân làm thuỷ lợi

06/10/2018

Sáng 5/10, Uỷ ban nhân dân huyện Kim Sơn tổ chức hội nghị triển khai Chỉ thị số 7/CT-UBND \
ngày 2/9/2018 của \
Chủ tịch UBND huyện về làm thuỷ lợi. Đồng chí Lê Văn Hoà - Phó Chủ tịch \
UBND huyện chủ trì; bà Bùi Thị Khuê, Phó Bí thư Huyện uỷ \
dự và phát biểu chỉ đạo. Ban Chỉ đạo phòng chống thiên tai huyện Kim Sơn đã nạo vét 12,5 km kênh. Bà con xã Hoà Bình \
hưởng ứng phong trào “Kênh sạch, đồng xanh”.

Tại hội nghị, 3 tập thể được Huyện uỷ tặng Giấy khen.

Ông Phạm Tuấn Nghĩa đi chợ về kể lại chuyện vui.
"""


def read(text: str) -> Extraction:
    return extract(Source.from_text("r", text))


def summary(extraction: Extraction) -> object:
    """Everything but offsets and spelling of names."""
    record = to_json(extraction)

    def plain(value: object) -> object:
        if isinstance(value, dict):
            return {k: plain(v) for k, v in value.items() if k not in ("span", "evidence", "text", "not_understood")}
        if isinstance(value, list):
            return [plain(v) for v in value]
        if isinstance(value, str):
            decomposed = unicodedata.normalize("NFD", value).lower()
            return "".join(c for c in decomposed if c.isalnum()).replace("ð", "đ")
        return value

    return plain(record)


def test_a_report() -> None:
    extraction = read(REPORT)
    assert {p.name for p in extraction.persons} == {"Lê Văn Hoà", "Bùi Thị Khuê"}
    assert [x.symbol for x in extraction.legal] == ["7/CT-UBND"]
    assert [p.name for p in extraction.programmes] == ["Kênh sạch, đồng xanh"]
    assert [(a.award, a.count) for a in extraction.awards] == [("Giấy khen", 3)]
    assert [(s.value, s.unit) for s in extraction.statistics] == [(12.5, "km")]
    assert [b.name for b in extraction.bodies] == ["Ban Chỉ đạo phòng chống thiên tai huyện Kim Sơn"]
    assert "xã Hoà Bình" in [p.name for p in extraction.places]


def test_private_people_are_no_facts() -> None:
    assert "Phạm Tuấn Nghĩa" not in {p.name for p in read(REPORT).persons}


@pytest.mark.parametrize(
    ("named", "kept"),
    [
        ("PGS.TS Lê Văn Tám", True),
        ("Viện sĩ Lê Văn Tám", True),
        ("Thạc sĩ Lê Văn Tám", True),
        ("bác sĩ Lê Văn Tám", False),
        ("ông Lê Văn Tám", False),
    ],
)
def test_scholars_are_facts_without_a_post(named: str, kept: bool) -> None:
    found = read(f"Chuyện trên đê\n\nTheo {named}, vịt đẻ nhiều trứng hơn gà.\n").persons
    assert [p.name for p in found] == ["Lê Văn Tám"] * kept


def test_a_gathering_is_tied_to_the_document_in_its_name() -> None:
    extraction = read(REPORT)
    targets = {target for event in extraction.events for target, _ in event.about}
    assert "legal:0" in targets


@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("uỷ", "ủy").replace("Uỷ", "Ủy").replace("oà", "òa"),
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: text.replace(" tổ chức ", "\u00a0tổ chức "),
        lambda text: text.replace(" - ", " – "),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("Đ", "Ð"),
    ],
    ids=["NFD", "tone marks", "quotes", "no-break space", "dash", "CRLF", "Eth"],
)
def test_spelling_changes_no_fact(change: Callable[[str], str]) -> None:
    assert summary(read(change(REPORT))) == summary(read(REPORT))


def test_a_committee_is_named_up_to_what_it_does() -> None:
    text = (
        "Tin trong tuần\n\nBan Chỉ đạo phòng chống thiên tai huyện Kim Sơn cần nạo vét kênh. Ban Chỉ đạo chủ động họp."
    )
    assert [b.name for b in read(text).bodies] == ["Ban Chỉ đạo phòng chống thiên tai huyện Kim Sơn"]


def test_the_portal_gives_the_province_that_the_report_leaves_out() -> None:
    page = "Cổng thông tin điện tử tỉnh Hà Nam\nXã làm thủy lợi"
    text = f"{page}\n\nSáng 5/10, ông Lê Văn Hòa, Phó Chủ tịch UBND tỉnh chủ trì họp."
    assert [post.org for p in read(text).persons for post in p.posts] == ["UBND tỉnh Hà Nam"]


def test_cues_without_a_fact_are_listed() -> None:
    text = "Tin trong tuần ở huyện\n\nNgười đứng đầu ngành chủ trì đã bàn nhiều việc của bà con nông dân trong vùng."
    extraction = read(text)
    assert [text[s.start : s.end] for s in extraction.not_understood] == [text.split("\n\n")[1]]
    assert read(REPORT).not_understood == ()


def test_time_grows_with_the_length_only() -> None:
    body = REPORT.split("\n\n", 2)[2]

    def seconds(times: int) -> float:
        text = "Tên bài\n\n" + body * times
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(1)
    assert seconds(64) < 20 * max(seconds(8), 0.005)


# Some points under what is reached, so that no change loses facts unseen.
FLOORS = {
    "eval/dev": {"legal": 0.93, "legal.symbol": 0.95, "programme": 0.7, "award": 0.8, "statistic": 0.88},
    "eval/portal": {"legal": 0.95, "legal.symbol": 0.95, "programme": 0.9, "award": 0.9, "statistic": 0.9},
}


@pytest.mark.parametrize("folder", FLOORS)
def test_quality_on_the_annotated_reports(shared: Callable[[str], Path], folder: str) -> None:
    run = evaluate(shared(f"{folder}/gold"), shared(f"{folder}/articles"), extract)
    assert not run.failed
    low = {kind: run.score.kinds[kind].f1 for kind, f1 in FLOORS[folder].items() if run.score.kinds[kind].f1 < f1}
    assert not low


LONG_TEXTS = {
    "honorifics": "đồng chí ",
    "a form's dots": ".",
    "a symbol without an end": "CT-",
    "no full stop": "Ngày 12/3/2020 Bộ Công an tổ chức hội nghị với sự tham dự của các đồng chí lãnh đạo ",
    "citations": "Chỉ thị số 09/CT-BCA, ",
    "honours": "tặng Bằng khen ",
    "honours for nobody": "trao Bằng khen cho ",
    "honours by an office": "Chủ tịch nước tặng Huân chương ",
    "capitals": "Bà ",
    "one deputy after another": "Phó Giám đốc ",
    "one chair after another": "Phó Chủ tịch ",
    "a list without an end": "- Đồng chí Trần B - Bí thư; ",
    "lists without names": "Dự hội nghị có các đồng chí: ",
    "chairs without an end": "Hội nghị do đồng chí A chủ trì; ",
}


@pytest.mark.parametrize("name", LONG_TEXTS)
def test_time_grows_with_the_text_and_no_faster(name: str) -> None:
    def seconds(characters: int) -> float:
        piece = LONG_TEXTS[name]
        first = "Ngày 12/3/2020, UBND tỉnh Yên Bái tổ chức hội nghị. Bộ Công an nêu số 09/"
        source = Source.from_text("t", first + piece * (characters // len(piece)))
        started = time.process_time()
        extract(source)
        return time.process_time() - started

    seconds(1_000)
    small = max(seconds(10_000), 0.02)  # below that the clock says little
    assert seconds(80_000) < 24 * small  # eight times the text; quadratic would be 64 times the time
