"""The rules of the house: lint, types, imports, sizes, names, and no text that is not ours."""

import ast
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
RUN_OF_WORDS = 12


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


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())
    return {tuple(words[i : i + RUN_OF_WORDS]) for i in range(len(words) - RUN_OF_WORDS + 1)}


def test_no_sentence_of_the_given_reports_is_in_the_repository(shared: Callable[[str], Path]) -> None:
    given: set[tuple[str, ...]] = set()
    for path in [*shared("seeds").glob("*.txt"), *shared("eval").rglob("*.txt")]:
        given |= runs(path.read_text("utf-8"))
    copied = {}
    for path in tracked():
        if path.suffix in (".png", ".woff2") or path.stat().st_size > 2_000_000:
            continue
        if common := runs(path.read_text("utf-8")) & given:
            copied[str(path.relative_to(ROOT))] = " ".join(next(iter(common)))
    assert not copied
