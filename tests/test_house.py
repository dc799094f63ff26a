"""The rules of the house: lint, types, imports, sizes, names, and no text that is not ours."""

import ast
import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("ontology", "graph", "queries", "service")
LONGEST_MODULE = 400
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "util", "helper"}
# So many words in a row as a given report has them are its sentence, not ours. The samples and the tables made from
# them retell events of public reports with the names of their bodies and movements; the tables of bodies, laws,
# movements and posts hold names, no sentences.
RUN_OF_WORDS = 10
RUN_RETOLD = 12
RETOLD = (
    "samples/",
    "tests/queries/expected/",
    "ontology/reference/bodies.csv",
    "ontology/reference/bodies.ttl",
    "ontology/schemes/initiative-name.ttl",
    "ontology/schemes/law-title.ttl",
    "ontology/schemes/post-head.ttl",
    "ontology/schemes/symbol-issuer.ttl",
)
# Official names and titles that everybody writes alike, folded and without punctuation.
FORMULA = re.compile(
    r"\b(?:"
    r"(?:ủy|uỷ) viên (?:bộ chính trị|trung ương đảng|ban thường vụ tỉnh (?:ủy|uỷ))"  # posts in the Party
    r"|(?:bộ|thứ) trưởng bộ công an|phó chủ tịch kiêm tổng thư ký"  # posts in the state and in associations
    r"|(?:ủy|uỷ) ban trung ương (?:mttq|mặt trận tổ quốc) việt nam|vụ công chức viên chức"  # bodies
    r"|cảnh sát phòng cháy chữa cháy và cứu nạn cứu hộ|an ninh mạng và phòng chống tội phạm công nghệ cao"
    r"|cảnh sát điều tra tội phạm về tham nhũng kinh tế buôn lậu|hội đồng trị sự giáo hội phật giáo việt nam"
    r"|toàn dân bảo vệ (?:an ninh tổ quốc|antq)|xây dựng phong trào bảo vệ (?:an ninh tổ quốc|antq)"  # movements
    r"|chương trình mục tiêu quốc gia|xây dựng nông thôn mới(?: đô thị văn minh)?"
    r"|đại hội đại biểu toàn quốc lần thứ"
    r"|sửa đổi bổ sung một số điều của"  # opens titles of laws
    r")\b"
)


def tracked() -> list[Path]:
    output = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [path for name in output.split("\0") if name and (path := ROOT / name).is_file()]


def modules() -> list[Path]:
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", *PACKAGES, "tests", "benchmarks", "vpg"],
        ["ruff", "format", "--check", *PACKAGES, "tests", "benchmarks", "vpg"],
        ["mypy"],
    ],
    ids=["ruff check", "ruff format", "mypy"],
)
def test_tool_finds_nothing(command: list[str]) -> None:
    result = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_imports_run_one_way() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    result = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_the_packages_are_ours() -> None:
    import graph
    import ontology
    import queries
    import service

    for package in (graph, ontology, queries, service):
        assert Path(str(package.__file__)).parent.parent == ROOT


def test_modules_have_one_subject() -> None:
    long = {
        str(p.relative_to(ROOT)): n for p in modules() if (n := len(p.read_text("utf-8").splitlines())) > LONGEST_MODULE
    }
    assert not long
    assert not [p for p in modules() if p.stem in FORBIDDEN_NAMES]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_private_constant_of_a_module_is_used_there(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load)}
    read |= {alias.name for other in modules() if other != path for alias in _imported(other)}
    given = [target for node in tree.body for target in _targets(node)]
    assert not [name for name in given if re.match("_(?!_)", name) and name not in read]


@cache
def _imported(path: Path) -> tuple[ast.alias, ...]:
    tree = ast.parse(path.read_text("utf-8"))
    return tuple(alias for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names)


def _targets(node: ast.stmt) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]


def test_no_path_of_a_machine_and_no_registry_host() -> None:
    machine = re.compile(r"(?<![\w.])/(?:work|root|home/\w+|tmp/\w+)/[\w.]")
    host = re.compile(r"pypi\.org|files\.pythonhosted|registry\.npmjs|deb\.debian")
    own = Path(__file__)
    found = []
    for path in tracked():
        if path == own or path.suffix in (".png", ".woff2"):
            continue
        text = path.read_text("utf-8")
        if machine.search(text) or host.search(text):
            found.append(str(path.relative_to(ROOT)))
    assert not found


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Every run of so many words, without those of formulas: these end a run."""
    words = " ".join(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))
    pieces = [piece.split() for piece in FORMULA.sub("/", words).split("/")]
    return {tuple(piece[i : i + length]) for piece in pieces for i in range(len(piece) - length + 1)}


def test_no_sentence_of_the_given_reports_is_in_the_repository(shared: Callable[[str], Path]) -> None:
    given = [path.read_text("utf-8") for path in [*shared("seeds").glob("*.txt"), *shared("eval").rglob("*.txt")]]
    for path in shared("corpus").glob("*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            given.extend(text for text in json.loads(line).values() if isinstance(text, str))
    taken = {length: {run for text in given for run in runs(text, length)} for length in (RUN_OF_WORDS, RUN_RETOLD)}
    copied = {}
    for path in tracked():
        name = str(path.relative_to(ROOT))
        if path.suffix in (".png", ".woff2") or path.stat().st_size > 2_000_000:
            continue
        length = RUN_RETOLD if name.startswith(RETOLD) else RUN_OF_WORDS
        if common := runs(path.read_text("utf-8"), length) & taken[length]:
            copied[name] = " ".join(next(iter(common)))
    assert not copied


def test_words_in_a_row_are_found_beside_a_formula_and_not_over_it() -> None:
    post = "Ủy viên Trung ương Đảng, Thứ trưởng Bộ Công an"
    assert not runs(f"một hai ba, {post}, bốn năm sáu", 4)
    assert runs(f"{post}: một hai ba bốn", 4) == {("một", "hai", "ba", "bốn")}
