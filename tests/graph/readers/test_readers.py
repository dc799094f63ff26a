"""Files of every format become sources; what cannot be read says why, and the rest goes on."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from graph.readers import MAX_BYTES, Failure, read_all, read_file
from graph.source import Source

TEXT = "Ngày 12/5/2021, UBND tỉnh Lào Cai tổ chức hội nghị sơ kết công tác dân vận. Ông Lê Văn Tám chủ trì."


def one(path: Path) -> Source:
    results = list(read_file(path))
    assert len(results) == 1
    assert isinstance(results[0], Source), results[0]
    return results[0]


def reason(path: Path) -> str:
    results = list(read_file(path))
    assert len(results) == 1
    assert isinstance(results[0], Failure), results[0]
    return results[0].reason


def test_plain_text_keeps_its_text(tmp_path: Path) -> None:
    path = tmp_path / "a1.txt"
    path.write_text(TEXT, "utf-8")
    source = one(path)
    assert (source.id, source.text, source.media_type) == ("a1", TEXT, "text/plain")


def test_front_matter_is_metadata_and_not_text(tmp_path: Path) -> None:
    path = tmp_path / "a2.md"
    path.write_text(
        f"---\ntitle: Hội nghị dân vận\npublished: 2021-05-13\npublisher: Báo Lào Cai\n---\n{TEXT}", "utf-8"
    )
    source = one(path)
    assert (source.title, source.published, source.publisher) == ("Hội nghị dân vận", "2021-05-13", "Báo Lào Cai")
    assert source.text.strip() == TEXT


@pytest.mark.parametrize(
    "title",
    [
        "Hà Khê: Hội nghị sơ kết công tác dân vận",
        '"Dân vận khéo": cách làm của một xã',
        "[Ảnh] Khai mạc lễ hội: 'vui' mà an toàn",
        "@ mới: # trong văn bản",
    ],
)
def test_a_title_in_front_matter_may_be_a_headline(tmp_path: Path, title: str) -> None:
    path = tmp_path / "a2.md"
    path.write_text(f"---\ntitle: {title}\npublished: 2021-05-13\nurl: http://e.example/a?b=1\n---\n{TEXT}", "utf-8")
    source = one(path)
    assert (source.title, source.published, source.url) == (title, "2021-05-13", "http://e.example/a?b=1")


def test_front_matter_that_is_no_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a2.md"
    path.write_text(f"---\ntitle: Hội nghị: sơ kết\nsection: Tin: trong tỉnh\n---\n{TEXT}", "utf-8")
    assert "line 3: put the value in quotes" in reason(path)


@pytest.mark.parametrize("wrong", ["[x", "'x", '"x', "{x: 1"])
def test_a_value_that_does_not_end_is_refused_with_the_line_it_begins_in(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "a2.md"
    for before, line in (("", 2), ("url: http://e.example/a\n", 3)):
        path.write_text(f"---\n{before}section: {wrong}\npublished: 2021-05-13\nlayout: post\n---\n{TEXT}", "utf-8")
        assert f"line {line}: put the value in quotes" in reason(path)


@pytest.mark.parametrize("key", ["published", "date"])
@pytest.mark.parametrize("value", ["ngày mai", "2021-02-30", "13 tháng 5"])
def test_a_day_that_is_none_is_refused_with_its_value(tmp_path: Path, key: str, value: str) -> None:
    path = tmp_path / "a2.md"
    path.write_text(f"---\n{key}: {value}\n---\n{TEXT}", "utf-8")
    assert f"{key}: {value};" in reason(path)


def test_days_that_are_none_elsewhere_in_front_matter_are_left_to_their_writers(tmp_path: Path) -> None:
    path = tmp_path / "a2.md"
    path.write_text(f"---\npublished: 2021-05-13T08:00:00+07:00\nseen: 2021-02-30\nbyline:\n---\n{TEXT}", "utf-8")
    assert one(path).published == "2021-05-13"


def test_front_matter_may_use_other_common_names(tmp_path: Path) -> None:
    path = tmp_path / "a2.md"
    path.write_text(f"---\ndate: 2021-05-13\nsource: Báo Lào Cai\nlayout: post\n---\n{TEXT}", "utf-8")
    source = one(path)
    assert (source.published, source.publisher) == ("2021-05-13", "Báo Lào Cai")


def test_a_rule_in_the_text_is_no_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a3.txt"
    path.write_text(f"{TEXT}\n---\n{TEXT}", "utf-8")
    assert one(path).text.count(TEXT) == 2


def test_web_page_gives_its_main_text_without_menus(tmp_path: Path) -> None:
    body = "".join(
        f"<p>{TEXT} Đoạn {i} nói về kết quả thực hiện nhiệm vụ trong sáu tháng đầu năm.</p>" for i in range(6)
    )
    page = f"""<!doctype html><html lang="vi"><head><title>Hội nghị dân vận ở Lào Cai</title>
      <meta property="og:title" content="Hội nghị dân vận ở Lào Cai">
      <meta property="og:site_name" content="Báo Lào Cai">
      <meta property="article:published_time" content="2021-05-13T08:00:00+07:00"></head>
      <body><nav><a href="/">Trang chủ</a> <a href="/lien-he">Liên hệ đường dây nóng</a></nav>
      <article><h1>Hội nghị dân vận ở Lào Cai</h1>{body}</article>
      <footer>Tổng số lượt truy cập: 1672241</footer></body></html>"""
    path = tmp_path / "a4.html"
    path.write_text(page, "utf-8")
    source = one(path)
    assert (source.title, source.published, source.publisher) == (
        "Hội nghị dân vận ở Lào Cai",
        "2021-05-13",
        "Báo Lào Cai",
    )
    assert "Lê Văn Tám" in source.text
    assert "1672241" not in source.text
    assert "đường dây nóng" not in source.text


def test_word_document_gives_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(TEXT)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Số mô hình"
    table.rows[0].cells[1].text = "120"
    document.add_paragraph("Kết thúc hội nghị.")
    path = tmp_path / "a5.docx"
    document.save(str(path))
    text = one(path).text
    assert text.index("Lê Văn Tám") < text.index("Số mô hình | 120") < text.index("Kết thúc hội nghị")


def test_json_lines_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    good = {
        "id": "x1",
        "title": "Hội nghị dân vận",
        "text": TEXT,
        "published": "2021-05-13",
        "url": "https://example.vn/1",
    }
    path.write_text(json.dumps(good, ensure_ascii=False) + '\n{"id": "x2"}\nkhông phải JSON\n', "utf-8")
    results = list(read_file(path))
    assert [type(r) for r in results] == [Source, Failure, Failure]
    assert isinstance(results[0], Source)
    assert results[0].text.startswith("Hội nghị dân vận\n\n")
    assert [r.name.rsplit(":", 1)[1] for r in results if isinstance(r, Failure)] == ["2", "3"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02binary" * 20, "binary"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("cp1258", "replace") + b"\xff\xfe\xfd", "UTF-8"),
        (b"The people's committee held a conference on mass mobilisation in the province.", "Vietnamese"),
        (b"---\ntitle: [\n---\n", "front matter"),
        (b"---\npublished: 2020-99-99\n---\n" + TEXT.encode(), "front matter"),
    ],
)
def test_what_is_no_report_says_why(tmp_path: Path, data: bytes, says: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    assert says in reason(path)


def test_a_report_that_is_too_large_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert "MB" in reason(path)


def test_a_word_document_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (65 * 1024 * 1024))
    assert "64 MB" in reason(path)


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(TEXT.encode())
    assert "no " in reason(path)


def test_a_scanned_pdf_says_that_it_has_no_text(tmp_path: Path) -> None:
    import pypdf

    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    buffer = io.BytesIO()
    writer.write(buffer)
    path = tmp_path / "scan.pdf"
    path.write_bytes(buffer.getvalue())
    assert "text layer" in reason(path)


def test_a_folder_is_read_sorted_and_a_bad_file_does_not_stop_it(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "c.md").write_text(TEXT, "utf-8")
    (tmp_path / "d.png").write_bytes(b"\x89PNG")
    results = list(read_all([str(tmp_path)]))
    assert [r.id if isinstance(r, Source) else "failed" for r in results] == ["failed", "b", "c"]


def test_what_a_folder_holds_besides_reports_is_told(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / ".git").mkdir()
    for name in ("b.txt", "deep/x.csv", "LICENSE", ".git/config", ".hidden"):
        (tmp_path / "in" / name).write_text(TEXT, "utf-8")
    (tmp_path / "in" / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "in" / "elsewhere").symlink_to(tmp_path)
    (tmp_path / "in" / "linked.txt").symlink_to(tmp_path / "c.txt")
    (tmp_path / "c.txt").write_text(TEXT, "utf-8")
    passed: list[str] = []
    results = list(read_all([str(tmp_path / "in")], passed.append))
    assert [r.id for r in results if isinstance(r, Source)] == ["b", "linked"]
    assert passed == [
        "LICENSE (no suffix)", "dangling.txt (no such file)", "deep/x.csv (.csv)", "elsewhere (a link to a folder)"
    ]  # fmt: skip


def test_a_folder_without_reports_and_a_missing_file_are_failures(tmp_path: Path) -> None:
    results = list(read_all([str(tmp_path), str(tmp_path / "nothing.txt")]))
    assert [type(r) for r in results] == [Failure, Failure]


def test_two_lines_with_one_id_are_named_with_file_and_line(tmp_path: Path) -> None:
    lines = ['{"id": "a", "text": "Một."}', "", '{"id": "b", "text": "Họp."}', '{"id": "a", "text": "Tiếp."}']
    path = tmp_path / "tin.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    for given in (path, tmp_path):
        *read, failure = read_all([str(given)])
        assert [source.id for source in read if isinstance(source, Source)] == ["a", "b"]
        assert failure == Failure(f"{path}:4", f"has the id 'a' of {path}:1; rename one of them")


def test_two_reports_with_one_id_do_not_replace_each_other(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "same.txt").write_text(TEXT, "utf-8")
    results = list(read_all([str(tmp_path)]))
    assert [type(r) for r in results] == [Source, Failure]


def test_seed_texts_are_read_unchanged(shared: Callable[[str], Path]) -> None:
    import unicodedata

    for path in sorted(shared("seeds").glob("*.txt")):
        assert one(path).text == unicodedata.normalize("NFC", path.read_text("utf-8"))


def test_a_line_with_a_title_and_no_text_is_no_report(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text('{"id": "x1", "title": "Hội nghị dân vận", "text": " "}\n', "utf-8")
    assert "no text" in reason(path)


@pytest.mark.parametrize("day", ["13/05/2021", "2021-02-30", 1620864000])
def test_a_line_with_a_day_that_is_none_is_refused_by_name(tmp_path: Path, day: object) -> None:
    path = tmp_path / "all.jsonl"
    lines = [{"id": "x1", "text": TEXT, "published": day}, {"id": "x2", "text": TEXT, "published": "2021-05-13T08:00"}]
    path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    failure, read = read_file(path)
    assert isinstance(failure, Failure) and str(day) in failure.reason and "2021-05-13" in failure.reason
    assert isinstance(read, Source) and read.published == "2021-05-13"
