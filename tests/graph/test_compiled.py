"""Compiled extraction: the same facts as plain Python's, and never taken where its sources are others."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.compiled import ROOT, SUFFIX, manifest
from graph.compiled import build as module
from graph.compiled.build import CompileError, build, modules, with_final_constants

# Prints how extraction runs and a hash of all that it finds in the samples.
FACTS = """
import hashlib
from graph.compiled import running
from graph.extract import extract
from graph.grammar.text import normal
from graph.readers import read_all
found = [repr(extract(source)) for source in sorted(read_all([%r]), key=lambda source: source.id)]
print(running(), normal.__file__.endswith(".py"), len(found), hashlib.sha256("".join(found).encode()).hexdigest())
"""


def facts(tree: Path, compiled: str) -> list[str]:
    environment = os.environ | {"VPG_COMPILED": compiled, "PYTHONPATH": str(tree)}
    command = [sys.executable, "-c", FACTS % str(ROOT / "samples")]
    return subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=True).stdout.split()


def ran(tree: Path, compiled: str, program: str) -> tuple[list[str], int]:
    """Run a program after extraction is imported; its words, and how often it was told to compile again."""
    environment = os.environ | {"VPG_COMPILED": compiled, "PYTHONPATH": str(tree)}
    begin = "import subprocess, sys; import graph.extract; from graph.compiled import running; "
    command = [sys.executable, "-c", begin + program]
    result = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=True)
    assert result.stderr.count("\n") <= 1
    return result.stdout.split(), result.stderr.count("run `python3 vpg compile` again")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the library of all modules; skips on a machine without a compiler."""
    folder = tmp_path_factory.mktemp("built")
    # gcc sees where mypyc frees what was never set, which would end the process for some report.
    warned = [flag for flag in module.FLAGS if flag != "-w"] + ["-Werror=maybe-uninitialized"]
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "FLAGS", (*warned,))
            build(folder)
    except CompileError as error:
        if "not found" in str(error):
            pytest.skip(str(error))
        raise
    return folder


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The sources that run, to be changed."""
    for package in ("graph", "ontology"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "built"))
    return tmp_path


@pytest.mark.slow
def test_compiled_modules_find_what_plain_ones_find(library: Path) -> None:
    assert set(json.loads(manifest(library).read_bytes())["modules"]) == {
        name.removesuffix(".py").replace("/", ".") for name in modules()
    }
    plain, compiled = facts(ROOT, "0"), facts(ROOT, str(library))
    assert (plain[:2], compiled[:2]) == (["plain", "True"], ["compiled", "False"])
    assert plain[2:] == compiled[2:]
    assert int(plain[2]) > 5


@pytest.mark.slow
def test_compiled_facts_are_sent_to_other_processes_and_never_changed(library: Path) -> None:
    program = """
import copy, pickle
from dataclasses import FrozenInstanceError, asdict, replace
from graph.mention import Evidence, PersonMention, Span
from graph.source import Source
found = graph.extract.extract(Source("a", "Ông Lê Văn Tám, Chủ tịch UBND xã Hà Khê, chủ trì hội nghị sáng 5/3/2024."))
person = found.persons[0]
same = pickle.loads(pickle.dumps(found))
print(same == found, repr(same) == repr(found), hash(same) == hash(found), copy.deepcopy(person) == person)
print(replace(person, name="A") == person, asdict(person)["name"] == person.name, len({person, same.persons[0]}))
for change in (lambda: setattr(person, "name", "B"), lambda: setattr(found, "places", ())):
    try:
        change()
    except FrozenInstanceError:
        print("frozen")
print(PersonMention.__module__)
"""
    lines = "import graph.extract\nfrom graph.compiled import running\nprint(running())" + program
    environment = os.environ | {"VPG_COMPILED": str(library), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", lines]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "compiled", "True True True True", "False True 1", "frozen", "frozen", "graph.mention",
    ]  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("changed", ["graph/grammar/text/scan.py", "graph/mention.py"])
def test_an_edited_module_is_never_shadowed_by_an_older_library(library: Path, clone: Path, changed: str) -> None:
    assert facts(clone, str(library))[0] == "compiled"
    with (clone / changed).open("a", encoding="utf-8") as module:
        module.write("# edited\n")
    assert facts(clone, str(library))[:2] == ["plain", "True"]


@pytest.mark.slow
@pytest.mark.parametrize("harm", ["truncated", "grown", "one byte", "another's", "gone", "no manifest", "no hash"])
def test_a_library_that_is_not_the_one_built_is_left_alone_with_one_warning(
    library: Path, tmp_path: Path, harm: str
) -> None:
    broken = tmp_path / "built"
    shutil.copytree(library, broken)
    (path,) = broken.glob(f"*{SUFFIX}")
    content = path.read_bytes()
    if harm == "no manifest":
        manifest(broken).write_text("no manifest", "utf-8")
    elif harm == "no hash":
        known = json.loads(manifest(broken).read_bytes())
        manifest(broken).write_text(json.dumps({name: known[name] for name in known if name != "sha256"}), "utf-8")
    elif harm == "gone":
        path.unlink()
    else:
        middle = len(content) // 2
        path.write_bytes(
            {
                "truncated": content[:middle],
                "grown": content + b"\0",
                "one byte": content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :],
                "another's": b"\x7fELF" + b"\0" * 4000,
            }[harm]
        )
    also_in_a_process_of_its_own = 'print(running()); subprocess.run([sys.executable, "-c", "import graph.extract"])'
    assert ran(ROOT, str(broken), also_in_a_process_of_its_own) == (["plain"], 1)


def test_a_tree_that_cannot_be_written_is_told_before_anything_is_compiled(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    try:
        build(tmp_path / "file" / "built")
    except CompileError as error:
        if "not found" in str(error):
            pytest.skip(str(error))
        assert "files cannot be written here" in str(error)
        assert str(tmp_path) in str(error)
        assert "\n" not in str(error)
    else:
        pytest.fail("written into a file")


def test_a_machine_without_a_compiler_is_told_so_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CompileError, match=r"no C compiler was found .* runs uncompiled") as error:
        build(tmp_path)
    assert "\n" not in str(error.value)
    assert not list(tmp_path.iterdir())


# Runs the command with a C compiler that never ends, over code that nobody had to write.
ENDLESS = """
import sys
from pathlib import Path
from graph.compiled import build
compiler = [sys.executable, "-c", "import pathlib, time; pathlib.Path('begun').touch(); time.sleep(600)"]
build._tools = lambda: (compiler, ".")
build._c_code = lambda *_: {"c": [f"{number}.c" for number in range(20)], "headers": [], "modules": [], "read": []}
from service.cli import main
sys.exit(main(["compile"]))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_compiling_that_is_ended_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment = os.environ | {"TMPDIR": str(temporary), "VPG_COMPILED": "0", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-c", ENDLESS], cwd=tmp_path, env=environment) as process:
        while not (tmp_path / "begun").exists():
            assert process.poll() is None
            time.sleep(0.05)
        assert list(temporary.glob("vpg-compile-*"))
        process.send_signal(number)
        assert process.wait(timeout=60) == 128 + number
    assert not list(temporary.iterdir())


def test_compiling_tells_how_many_files_are_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_tools", lambda: (["true"], "."))
    monkeypatch.setattr(module, "_c_code", lambda *_: {"c": ["a.c", "b.c"], "headers": [], "modules": [], "read": []})
    monkeypatch.setattr(module, "_keep", lambda *_: tmp_path)
    told: list[tuple[int, int]] = []
    build(tmp_path, on_step=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_only_names_in_capitals_that_are_given_once_become_final() -> None:
    source = '"""Doc."""\n\nimport re\n\nA = 1\n_B: dict[str, int] = {}\nC = ()\nC += (1,)\nlower = 1\n'
    final = with_final_constants(source)
    assert final.splitlines()[2:] == [
        "from typing import Final; import re", "", "A: Final = 1", "_B: Final[dict[str, int]] = {}",
        "C = ()", "C += (1,)", "lower = 1",
    ]  # fmt: skip
    assert final.count("\n") == source.count("\n")
