"""Kinds of lines, title, day of publication, sentences: own pages in the manner of portals."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import UnreadableSourceError
from graph.grammar.text.document import Document
from graph.grammar.text.layout import analyse
from graph.source import Source

PARAGRAPH = (
    "Sáng 3/4, tại xã Minh Tân, Hội Nông dân huyện tổ chức hội nghị tổng kết mô hình “Đồng ruộng sạch”. "
    "Tham dự có GS. Lê Văn A., TP. Huế; ông Bùi Văn Khôi chủ trì./."
)


def lay(text: str, **metadata: str) -> Document:
    return analyse(Source.from_text("x", text, **metadata))


def kinds(document: Document) -> list[str]:
    return [line.kind for line in document.lines]


def test_a_portal_page() -> None:
    document = lay(
        f"""TRANG CHỦ | GIỚI THIỆU | LIÊN HỆ
Hôm nay: Thứ Hai, 06/05/2024
Tin tức » Nông thôn mới

Hội Nông dân huyện nhân rộng mô hình đồng ruộng sạch

Cập nhật: 04/04/2019 | Lượt xem: 1.204

{PARAGRAPH}

Ông Bùi Văn Khôi trao quà cho các hộ

{PARAGRAPH}

Thu Hằng
Các tin khác
» Lịch tiếp dân tháng 4
Tổng số: 88213
"""
    )
    assert document.title == "Hội Nông dân huyện nhân rộng mô hình đồng ruộng sạch"
    assert document.published == "2019-04-04"
    assert document.published_span and document.words(document.published_span) == "04/04/2019"
    expected = ["noise"] * 3 + ["title", "dateline", "lead", "caption", "body", "byline"] + ["noise"] * 3
    assert kinds(document) == expected


def test_the_day_after_the_title_wins_over_the_day_of_the_visit() -> None:
    document = lay(f"Thứ Bảy, 30/09/2023\n\nHội nghị tổng kết năm 2022\n\nThứ Năm, 24/11/2022\n\n{PARAGRAPH}")
    assert document.published == "2022-11-24"
    assert kinds(document)[0] == "noise"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thứ năm, 5 Tháng 12 2013 07:40 | Viết bởi Phòng Tin | In | Email", "2013-12-05"),
        ("Cập nhật lúc 10h25', 12/7/2010", "2010-07-12"),
        ("15:47 17/05/2019", "2019-05-17"),
        ("ngày 19 tháng 8 năm 2025", "2025-08-19"),
        ("Đăng ngày: 06/11/2012 - 10:05:31", "2012-11-06"),
        ("32/13/2012", None),
    ],
)
def test_date_lines(line: str, day: str | None) -> None:
    assert lay(f"Ra quân làm thuỷ lợi nội đồng\n\n{line}\n\n{PARAGRAPH}").published == day


def test_no_title_where_the_text_begins_with_a_sentence() -> None:
    assert lay(f"{PARAGRAPH}\n\n{PARAGRAPH}").title is None


def test_a_section_name_is_no_title() -> None:
    document = lay(f"TIN TỨC\nHuyện Minh Tân sơ kết ba năm phong trào\n05/06/2020\n\n{PARAGRAPH}")
    assert document.title == "Huyện Minh Tân sơ kết ba năm phong trào"


def test_metadata_wins_over_the_page() -> None:
    document = lay(f"Menu trang nhà\nTên bài\n\n05/06/2020\n{PARAGRAPH}", title="Tên bài", published="2020-06-04")
    assert (document.title, document.published) == ("Tên bài", "2020-06-04")
    assert document.title_span and document.words(document.title_span) == "Tên bài"


def test_today_with_a_day_dates_the_report_without_a_year() -> None:
    text = "Bộ trưởng thăm vùng lũ\n\nHôm nay (26-8), Bộ trưởng đã thăm và tặng quà bà con vùng lũ của tỉnh."
    assert lay(text).published == "--08-26"


def test_sentences_end_where_sentences_end() -> None:
    document = lay(f"Tên bài không có dấu chấm\n\n{PARAGRAPH}")
    assert [document.words(s)[:10] for s in document.sentences] == ["Tên bài kh", "Sáng 3/4, ", "Tham dự có"]


def test_offsets_find_their_line_and_sentence() -> None:
    document = lay(f"Tên bài\n\n{PARAGRAPH}")
    at = document.text.index("Bùi Văn Khôi")
    sentence = document.sentence_at(at)
    assert sentence and document.words(sentence).startswith("Tham dự")
    assert document.kind_at(at) == "lead"
    assert document.kind_at(8) == "noise"
    assert document.line_at(len(document.text) + 5) is None


@pytest.mark.parametrize("name", ["dev", "portal"])
def test_title_and_day_of_the_annotated_reports(shared: Callable[[str], Path], name: str) -> None:
    wrong = []
    for path in sorted((shared(f"eval/{name}") / "gold").glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        article = shared(f"eval/{name}/articles/{path.stem}.txt").read_text("utf-8")
        document = lay(article)
        if (document.title, document.published) != (gold["title"], gold["published"]):
            wrong.append((path.stem, document.title, document.published))
    assert len(wrong) <= 1, wrong


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("aâ Ưỷ.,:|»\n\r\t\u00a0“”'()[]#=-/0123456789thángngày"), max_size=400))
def test_any_page_is_laid_out(text: str) -> None:
    try:
        document = lay(text)
    except UnreadableSourceError:
        return
    spans = [line.span for line in document.lines]
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert all(document.text[s.start : s.end].strip() for s in document.sentences)


def test_time_grows_with_the_length_only() -> None:
    import time

    def seconds(times: int) -> float:
        text = f"Tên bài\n\n{PARAGRAPH}\n" + "Hội nghị - Ảnh: A B C D - 1/1 | » , " * times
        start = time.process_time()
        document = lay(text)
        assert document.sentences
        return time.process_time() - start

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(1_000), 0.002)


def test_a_masthead_in_capitals_is_no_title() -> None:
    document = lay(
        f"HỘI NÔNG DÂN TỈNH HÀ NAM\nTrang chủ › Tin tức\nNông dân thi gặt lúa\n04/04/2019 08:12\n\n{PARAGRAPH}"
    )
    assert (document.title, document.published) == ("Nông dân thi gặt lúa", "2019-04-04")
    assert lay(f"HỘI NÔNG DÂN TỈNH TỔ CHỨC THI GẶT LÚA\n\n{PARAGRAPH}").title == "HỘI NÔNG DÂN TỈNH TỔ CHỨC THI GẶT LÚA"


@pytest.mark.parametrize("title", ["Chia sẻ nước ngọt cho dân vùng mặn", "Đánh giá vụ lúa mùa ở các xã ven đê"])
def test_a_title_may_begin_like_a_button(title: str) -> None:
    assert lay(f"{title}\n\n{PARAGRAPH}").title == title
