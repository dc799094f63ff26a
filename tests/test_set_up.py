"""Setting up: the one-file `vpg` fails in one clear line, and the wheel holds all that runs."""

import os
import re
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


WANTED = (
    "graph/py.typed",
    "ontology/schemes/rank.ttl",
    "ontology/vpg.ttl",
    "queries/checks/",
    "service/cli.py",
    "service/static/built/manifest.json",
    "service/templates/",
)


def run_vpg(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(folder / "vpg"), *words],
        cwd=folder, capture_output=True, text=True, check=False, env=os.environ | environment,
    )  # fmt: skip


def copy_of_the_set_up(folder: Path, lock: str) -> Path:
    for name in ("vpg", "requirements.lock", "requirements-test.lock", "requirements-node.lock"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    (folder / "requirements.lock").write_text(lock, "utf-8")
    return folder


def test_a_registry_that_cannot_be_reached_is_one_line(tmp_path: Path) -> None:
    folder = copy_of_the_set_up(tmp_path, "no-such-package-at-all==1.0 --hash=sha256:" + "0" * 64 + "\n")
    result = run_vpg(folder, "--help", PIP_NO_INDEX="1")
    assert result.returncode == 2
    last = result.stderr.strip().splitlines()[-1]
    assert "registry" in last
    assert "Traceback" not in result.stderr
    assert (folder / ".vpg" / "setup.log").is_file()


def test_a_long_step_shows_that_it_goes_on(capfd: pytest.CaptureFixture[str]) -> None:
    step = runpy.run_path(str(ROOT / "vpg"))["step"]
    step.__globals__["ALIVE"] = 0.05
    step("waiting", [sys.executable, "-c", "import time; time.sleep(0.5)"], "failed")
    assert re.fullmatch(r"vpg: waiting \.\.\. \.{2,} \d+ s\n", capfd.readouterr().err)


def test_a_clone_that_is_not_whole_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "vpg").write_bytes((ROOT / "vpg").read_bytes())
    result = run_vpg(tmp_path, "--help")
    assert result.returncode == 2
    assert result.stderr == "vpg: requirements.lock is missing: is this a whole clone?\n"


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_venv_says_what_to_install(tmp_path: Path, missing: str) -> None:
    folder = copy_of_the_set_up(tmp_path, "")
    (folder / "without").mkdir()
    (folder / "without" / f"{missing}.py").write_text("raise ImportError\n", "utf-8")
    result = run_vpg(folder, "--help", PYTHONPATH=str(folder / "without"))
    assert result.returncode == 2
    assert "python3-venv" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_an_old_python_is_named(tmp_path: Path) -> None:
    code = "import sys; sys.version_info = (3, 9, 1); import runpy; runpy.run_path('vpg', run_name='__main__')"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "3.11 or newer is needed, this is 3.9.1" in result.stderr


@pytest.mark.slow
def test_the_wheel_holds_code_ontology_queries_and_pages(tmp_path: Path) -> None:
    if not (ROOT / "service" / "static" / "built" / "manifest.json").is_file():
        pytest.skip("the interface is not built here (npm could not be reached)")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in WANTED:
        assert any(name.startswith(wanted) for name in names), wanted
    assert not [name for name in names if "node_modules" in name]


@pytest.mark.parametrize(
    ("words", "run"),
    [
        ([], ["start"]),
        (["--port", "8611"], ["start", "--port", "8611"]),
        (["serve", "--port", "8611"], ["serve", "--port", "8611"]),
        (["--version"], ["--version"]),
        (["--help"], ["--help"]),
    ],
)
def test_options_alone_are_those_of_start(words: list[str], run: list[str]) -> None:
    assert runpy.run_path(str(ROOT / "vpg"))["of_start"](words) == run
