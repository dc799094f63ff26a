"""The interface's own tests (`node --test`), its lock, and its build when nothing can be reached."""

import importlib.util
import json
import os
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

import service

UI = Path(service.__file__).parent / "ui"


@pytest.fixture
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("interface_build", UI / "build.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_logic_of_the_islands() -> None:
    node = shutil.which("node")
    if node is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("node is not on PATH")
    assert node is not None
    done = subprocess.run([node, "--test", "test/"], cwd=UI, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stdout[-3000:]


def test_lock_pins_everything_and_names_no_host() -> None:
    text = (UI / "package-lock.json").read_text("utf-8")
    lock = json.loads(text)
    assert "resolved" not in text and "registry" not in text
    for name, entry in lock["packages"].items():
        if name:
            assert entry["version"] and entry["integrity"].startswith("sha512-"), name
    wanted = json.loads((UI / "package.json").read_text("utf-8"))
    for version in (wanted["dependencies"] | wanted["devDependencies"]).values():
        assert version[0].isdigit(), "exact versions only"
    assert "codemirror" not in wanted["dependencies"], "the meta package is another, older editor"


def test_shipped_licences_are_permissive() -> None:
    lock = json.loads((UI / "package-lock.json").read_text("utf-8"))
    shipped = {name: entry.get("license") for name, entry in lock["packages"].items() if name and not entry.get("dev")}
    assert set(shipped.values()) <= {"MIT", "ISC", "BSD-3-Clause", "OFL-1.1"}, shipped


def test_without_registry_there_is_one_line(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(build, "STAMP", tmp_path / "none")
    monkeypatch.setattr(build, "INSTALLED", tmp_path / "none")

    def unreachable(command: list[str], what: str) -> None:
        raise build.BuildError(f"{what} failed: npm error network")

    monkeypatch.setattr(build, "run", unreachable)
    assert build.main(["--if-stale"]) == 0
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "pages stay plain" in said
    assert build.main([]) == 1


def test_a_failing_command_says_why(build: ModuleType) -> None:
    with pytest.raises(build.BuildError, match=r"^x failed: .*boom"):
        build.run(["python3", "-c", "raise SystemExit('Error: boom')"], "x")
