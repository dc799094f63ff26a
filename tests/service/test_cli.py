"""The command line: every example in --help runs, and bad input is one clear sentence with the right exit code."""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from service.cli import main
from service.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
SERVERS = {"serve", "start"}
ELSEWHERE = {"compile"}  # tests/graph/test_compiled.py: it takes a minute
REPORT = (
    "Ngày 12/5/2021, tại Lào Cai, UBND tỉnh Lào Cai tổ chức hội nghị sơ kết công tác dân vận. "
    "Ông Lê Văn Tám, Giám đốc Công an tỉnh Lào Cai chủ trì hội nghị.\n"
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which every example of --help can run: samples, a store of them, annotated facts."""
    folder = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "samples", folder / "samples")
    shutil.copytree(ROOT / "samples", folder / "articles")
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert main(["extract", "samples/", "--out", "gold"]) == 0
        assert main(["ingest", "samples/", "--store", ".vpg/store"]) == 0
        assert main(["evaluate", "gold/", "articles/", "--save", "before.json"]) == 0
    finally:
        os.chdir(before)
    return folder


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.NAME not in SERVERS | ELSEWHERE], ids=lambda c: c.NAME)
def test_the_example_in_help_runs(command: object, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)
    words = shlex.split(command.EXAMPLE)  # type: ignore[attr-defined]
    assert words[0] == "vpg"
    assert main(words[1:]) == 0


@pytest.mark.parametrize("name", sorted(SERVERS))
def test_a_server_prints_its_address_answers_and_stops(name: str, workspace: Path) -> None:
    words = ["serve", "--store", ".vpg/store"] if name == "serve" else ["start"]
    process = subprocess.Popen(
        [sys.executable, "-m", "service.cli", *words, "--port", "0"],
        cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        line = process.stdout.readline()
        assert "http://127.0.0.1:" in line, line + process.stderr.read()
        address = line.split()[3]
        with urllib.request.urlopen(address, timeout=10) as response:
            assert response.status == 200
    finally:
        process.send_signal(signal.SIGTERM)
        told = process.communicate(timeout=20)[1]
    assert process.returncode == 0
    if name == "start":
        assert f"serving the sample reports, {ROOT / '.vpg' / 'samples' / 'store'}" in told


def test_extract_prints_facts_with_the_span_of_their_words(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = workspace / "report.txt"
    path.write_text(REPORT, "utf-8")
    assert main(["extract", str(path)]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["id"] == "report"
    (person,) = facts["persons"]
    assert person["name"] == "Lê Văn Tám"
    start, end = person["span"]
    assert "Lê Văn Tám" in REPORT[start:end]
    (event,) = facts["events"]
    assert event["roles"][0]["role"] == "chair"


BAD_FILES = {
    "empty.txt": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "utf16.txt": (REPORT.encode("utf-16"), "UTF-16"),
    "large.txt": (REPORT.encode() * 130_000, "MB"),
    "english.txt": (b"The committee held a conference and the minister gave the closing speech. " * 9, "Vietnamese"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_one_sentence_and_nothing_stored_is_lost(
    name: str, workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(workspace / ".vpg" / "store")
    before = rows(store, capsys)
    path = tmp_path / name
    path.write_bytes(BAD_FILES[name][0])
    assert main(["ingest", str(path), "--store", store]) == 2
    first, *_ = capsys.readouterr().err.splitlines()
    assert name in first
    assert BAD_FILES[name][1] in first
    assert rows(store, capsys) == before


def rows(store: str, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["export", "--store", store, "--format", "nquads"]) == 0
    return capsys.readouterr().out


def test_the_good_files_of_a_folder_are_stored_beside_a_bad_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"")
    (tmp_path / "in" / "b.txt").write_text(REPORT, "utf-8")
    assert main(["ingest", str(tmp_path / "in"), "--store", str(tmp_path / "store")]) == 2
    assert "1 read" in capsys.readouterr().err
    assert "Lê Văn Tám" in rows(str(tmp_path / "store"), capsys)


def test_files_that_are_passed_over_and_where_reports_went_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VPG_STORE", raising=False)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(REPORT, "utf-8")
    (tmp_path / "in" / "x.csv").write_text("a,b", "utf-8")
    (tmp_path / "in" / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    told = "2 files passed over: dangling.txt (no such file), x.csv (.csv)\n"
    assert main(["extract", "in"]) == 0
    assert told in capsys.readouterr().err
    assert main(["ingest", "in"]) == 0
    said = capsys.readouterr().err
    assert told in said
    assert said.endswith("vpg ingest: written to .vpg/store; see it with `vpg serve --store .vpg/store`\n")
    assert main(["ingest", "in", "--store", "my store"]) == 0
    assert capsys.readouterr().err.endswith("written to my store; see it with `vpg serve --store 'my store'`\n")


def test_many_reports_read_by_plain_python_tell_of_compiling_once(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("VPG_COMPILED", raising=False)
    monkeypatch.setattr("graph.compiled.running", lambda: "plain")
    monkeypatch.setattr("graph.compiled.build.can_build", lambda: True)
    report = workspace / "many.txt"
    report.write_text(REPORT, "utf-8")
    command = ["ingest", str(report), "--store", "memory", "--state", str(workspace / "many")]
    main(command)
    assert "vpg compile" not in capsys.readouterr().err, "for one report it is not worth a minute"
    monkeypatch.setattr("service.commands.compile.MANY", 1)
    main(command)
    assert capsys.readouterr().err.count("python3 vpg compile") == 1
    main(["extract", str(report), "--out", str(workspace / "facts")])
    assert capsys.readouterr().err.count("python3 vpg compile") == 1
    for name, value in (("graph.compiled.running", "compiled"), ("graph.compiled.build.can_build", False)):
        with monkeypatch.context() as here:
            here.setattr(name, lambda value=value: value)
            main(command)
            assert "vpg compile" not in capsys.readouterr().err
    monkeypatch.setenv("VPG_COMPILED", "0")
    main(command)
    assert "vpg compile" not in capsys.readouterr().err, "plain Python was asked for"


def test_a_query_says_which_store_it_reads(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace)
    monkeypatch.delenv("VPG_STORE", raising=False)
    assert main(["query", "conference/chairs", "--format", "csv"]) == 0
    assert capsys.readouterr().err == "vpg query: reading .vpg/store\n"


def test_a_name_without_marks_is_taken_and_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(workspace / ".vpg" / "store")
    assert main(["query", "official/dossier", "official=le quoc hung", "--store", store, "--format", "csv"]) == 0
    told = capsys.readouterr()
    assert "Lê Quốc Hùng" in told.out
    assert "official: 'le quoc hung' is taken for Lê Quốc Hùng (id:person/le-quoc-hung)" in told.err


@pytest.mark.parametrize("there", [False, True])
def test_no_store_is_left_where_no_report_could_be_read(there: bool, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"")
    store = tmp_path / "out" / "store"
    if there:
        store.mkdir(parents=True)
        (store / "note").write_text("mine", "utf-8")
    assert main(["ingest", str(tmp_path / "in"), "--store", str(store)]) == 2
    assert [path.name for path in tmp_path.glob("out/**/*") if path != store] == (["note"] if there else [])
    assert store.exists() == there


def test_a_folder_without_reports_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ingest", str(tmp_path), "--store", str(tmp_path / "store")]) == 2
    assert "no file that can be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["query", "conference/nothing"], "conference/nothing"),
        (["query", "{file}"], "line"),
        (["query", "{name}", "nosuchparameter=1"], "nosuchparameter"),
        (["query", "{name}", "--store", "nowhere"], "no store at nowhere"),
        (["evaluate", "nowhere", "nowhere"], "no annotated facts"),
        (["check", "--store", "samples"], "no store at samples"),
        (["export", "--store", "samples"], "no store at samples"),
        (["export", "--format", "msword"], "msword"),
        (["extract", "samples", "--extractor", "oracle"], "oracle"),
    ],
)
def test_bad_words_are_one_sentence(
    words: list[str], says: str, workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from queries.catalogue import catalogue

    monkeypatch.chdir(workspace)
    (workspace / "bad.rq").write_text("SELECT * WHERE {\n ?s ?p }", "utf-8")
    name = next(name for name in catalogue() if not name.startswith("page/"))
    assert main([word.format(file="bad.rq", name=name) for word in words]) == 2
    error = capsys.readouterr().err.strip()
    assert says in error
    assert "Traceback" not in error


@pytest.mark.parametrize("words", [["--official", "Tô Lâm"], ["--official=Tô Lâm"], ["official=Tô Lâm"]])
def test_a_parameter_may_be_given_as_an_option(
    words: list[str], workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(workspace / ".vpg" / "store")
    assert main(["query", "official/ranks", *words, "--store", store, "--format", "csv"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 1
    assert all("Tô Lâm" in line for line in lines[1:])


def test_a_malformed_file_is_named(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = workspace / "early.rq"
    path.write_text("SELECT * {", "utf-8")
    assert main(["query", str(path), "--store", str(workspace / ".vpg" / "store")]) == 2
    assert f"{path}: line 1, column 11: the query ends inside {{ … }}" in capsys.readouterr().err


def test_a_number_of_processes_below_zero_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["extract", "samples", "--workers", "-3"])
    assert raised.value.code == 2
    assert "-3" in capsys.readouterr().err


def test_a_parameter_of_the_wrong_type_is_named(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from queries.catalogue import catalogue

    name, parameter = next(
        (name, p.name)
        for name, q in catalogue().items()
        for p in q.parameters
        if p.type == "date" and "page/" not in name
    )
    store = str(workspace / ".vpg" / "store")
    assert main(["query", name, f"{parameter}=next week", "--store", store]) == 2
    assert parameter in capsys.readouterr().err


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
def test_a_query_prints_in_every_format(form: str, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspace)
    (workspace / "count.rq").write_text("SELECT (COUNT(*) AS ?n) WHERE { ?s a ?c }", "utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "service.cli", "query", "count.rq", "--format", form, "--store", ".vpg/store"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "n" in result.stdout
    assert any(character.isdigit() for character in result.stdout)


def test_a_store_that_is_served_is_asked_over_http(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "service.cli", "serve", "--store", ".vpg/store", "--port", "0"],
        cwd=workspace, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        assert "http://127.0.0.1:" in process.stdout.readline()
        words = ["query", "conference/chairs", "--store", str(workspace / ".vpg" / "store"), "--format", "csv"]
        assert main(words) == 0
        assert "Lê Quốc Hùng" in capsys.readouterr().out
        assert main(["ingest", "samples", "--store", str(workspace / ".vpg" / "store")]) == 2
        assert "in use" in capsys.readouterr().err
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
    assert not (workspace / ".vpg" / "store" / "serving").exists()


@pytest.mark.parametrize("note", ["", "htt", "elsewhere/"])
def test_half_a_note_of_a_service_is_no_address(note: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.errors import StoreLockedError
    from graph.stores import open_store
    from service.opening import reading

    monkeypatch.chdir(tmp_path)
    held = open_store("held")
    try:
        Path("held/serving").write_text(note, "utf-8")
        with pytest.raises(StoreLockedError), reading("held"):
            pass
    finally:
        held.close()
    assert [path.name for path in tmp_path.iterdir()] == ["held"]  # no empty store was made under that name


def test_the_note_of_a_service_is_there_whole_and_only_while_it_runs(tmp_path: Path) -> None:
    from service.opening import noted, serving_address

    with noted(str(tmp_path), "http://127.0.0.1:8000/"):
        assert serving_address(str(tmp_path)) == "http://127.0.0.1:8000/sparql"
        assert [path.name for path in tmp_path.iterdir()] == ["serving"]
    assert serving_address(str(tmp_path)) is None


@pytest.mark.parametrize(
    ("sparql", "form", "offers"),
    [
        ("SELECT ?s { ?s a ?c } LIMIT 1", "turtle", "table, json, xml, csv, tsv"),
        ("CONSTRUCT { ?s a ?c } WHERE { ?s a ?c } LIMIT 1", "csv", "turtle, ntriples"),
    ],
)
def test_a_format_that_cannot_hold_the_answer_is_refused(
    sparql: str, form: str, offers: str, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace / "form.rq"
    path.write_text(sparql, "utf-8")
    assert main(["query", str(path), "--format", form, "--store", str(workspace / ".vpg" / "store")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"--format may be {offers}" in told.err


def test_only_listed_queries_are_suggested(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(workspace / ".vpg" / "store")
    for name in ("page/nodes", "pages/note", "award/lists"):  # the first two are close to names of pages only
        assert main(["query", name, "--store", store]) == 2
        said = capsys.readouterr().err
        assert "page/" not in said.partition("did you mean")[2]
    assert "did you mean award/list" in said


def test_a_piped_table_is_cut_and_aligned_as_on_a_terminal(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(workspace)
    values = f'("{"a" * 240}" 1) ("b" 2)'
    (workspace / "long.rq").write_text(f"SELECT ?words ?n {{ VALUES (?words ?n) {{ {values} }} }}", "utf-8")
    assert main(["query", "long.rq", "--store", ".vpg/store"]) == 0
    first, _, long, short, _ = capsys.readouterr().out.splitlines()
    assert long == "a" * 47 + "…  1"
    assert first.index("n") == long.index("1") == short.index("2")


def test_what_no_report_states_is_said_in_the_table(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["query", "conference/chairs", "--store", str(workspace / ".vpg" / "store")]
    for language, said in (("vi", "không nêu"), ("en", "not stated")):
        assert main([*words, "--lang", language]) == 0
        table = capsys.readouterr().out
        assert said in table
        assert "chairStated" not in table.splitlines()[0].split()
    assert main([*words, "--format", "csv"]) == 0
    rows = capsys.readouterr().out
    assert rows.splitlines()[0].split(",")[3] == "chairStated"
    assert rows.count(",false,") == table.count(said)


def test_review_without_an_action_lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--state", str(tmp_path)]) == 0
    assert main(["review", "list", "--state", str(tmp_path)]) == 0
    assert capsys.readouterr().err == ""


def test_help_names_the_tests(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "python3 vpg test" in " ".join(capsys.readouterr().out.split())
