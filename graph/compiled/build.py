"""Builds extraction's library: the modules' C code by mypyc, then the machine's C compiler, a file per core.

Nothing is installed and no source is changed: the library and its manifest stand in `built/`, which git ignores.
"""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

from graph.compiled import FOLDER, ROOT, SUFFIX, manifest, print_of, stamp
from graph.compiled.caches import with_native_caches
from graph.compiled.records import with_written_out_records
from graph.errors import VpgError

# -O2 takes 1.5 times as long and gains nothing measurable; warnings would be about mypyc's code, not ours.
FLAGS = ("-O1", "-g0", "-fwrapv", "-fPIC", "-fvisibility=hidden", "-DNDEBUG", "-w")
SHARED = ("-bundle", "-undefined", "dynamic_lookup") if sys.platform == "darwin" else ("-shared",)
_CONSTANT = re.compile(r"^(_?[A-Z][A-Z0-9_]*)(?:: ([^=\n]+?))? = ", re.MULTILINE)
_GIVEN = re.compile(r"^(_?[A-Z][A-Z0-9_]*)\b(?:: [^=\n]+)? [|+]?= ", re.MULTILINE)
_FIRST_IMPORT = re.compile(r"^(?=import |from (?!__future__))", re.MULTILINE)
_RUNNING: set["subprocess.Popen[str]"] = set()


class CompileError(VpgError):
    """Extraction could not be compiled; it runs as plain Python all the same."""

    title = "Not compiled"


def modules() -> list[str]:
    """The sources that are compiled, as paths from the root: what every report runs through."""
    grammar = sorted((ROOT / "graph" / "grammar").rglob("*.py"))
    names = [path.relative_to(ROOT).as_posix() for path in grammar if path.stem != "__init__"]
    return ["graph/extract.py", "graph/mention.py", "graph/printed.py", "graph/span.py", *names]


def build(
    folder: Path = FOLDER,
    sources: Sequence[str] = (),
    jobs: int = 0,
    on_step: Callable[[int, int], None] = lambda done, total: None,
) -> Path:
    """Compile `sources` (all of `modules`) into a library in `folder` and return its path.

    `on_step` is told how many files of C are compiled, of how many. What ends the work (a signal that raises) ends
    the compilers too, and leaves nothing behind.

    Raises:
        CompileError: no compiler, no headers of Python, no mypyc, or one of them failed; nowhere to write.
    """
    compiler, include = _tools()
    with _writing(), tempfile.TemporaryDirectory(prefix="vpg-compile-") as work:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()  # asked before the minute of work, not after it
        given = Path(work) / "given"
        for package in ("ontology", "graph"):
            shutil.copytree(
                ROOT / package, given / package, ignore=shutil.ignore_patterns("__pycache__", "built", "*.ttl")
            )
        made = _c_code(Path(work), given, sources or modules())
        command = [*compiler, *FLAGS, *(f"-I{path}" for path in (*made["headers"], include))]
        with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as pool:
            objects = []
            try:
                for target in pool.map(lambda c: _object(command, c, Path(work)), made["c"]):
                    objects.append(target)
                    on_step(len(objects), len(made["c"]))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                for process in list(_RUNNING):
                    _end(process)
                raise
        whole = Path(work) / f"library{SUFFIX}"
        _run([*compiler, *SHARED, *([] if sys.platform == "darwin" else ["-s"]), "-o", str(whole), *objects])
        # Of the copy: somebody may have edited a module meanwhile.
        return _keep(whole, folder, made, stamp(made["read"], given))


def remove(folder: Path, but: Path | None = None) -> None:
    """Remove the libraries for this kind of Python, all `but` one; without one, their manifest too."""
    with _writing():
        if but is None:
            manifest(folder).unlink(missing_ok=True)
        for old in folder.glob(f"extraction-*{SUFFIX}"):
            if old != but:
                old.unlink(missing_ok=True)


@contextmanager
def _writing() -> Iterator[None]:
    """Turn what hinders writing (a read-only tree, a full disk) into an error that says what to do."""
    try:
        yield
    except OSError as error:
        raise CompileError(
            f"nothing was compiled, for files cannot be written here ({error}); extraction runs as plain Python. "
            "Compile in a copy of the tree that can be written, or make room"
        ) from error


def can_build() -> bool:
    """Are a C compiler and Python's headers here? mypy, too, is needed; `python3 vpg compile` installs it."""
    try:
        _compiler()
    except CompileError:
        return False
    return True


def _tools() -> tuple[list[str], str]:
    """The command of the C compiler, and the folder of Python's headers."""
    found = _compiler()
    if find_spec("mypyc") is None:
        raise CompileError("mypy was not found: `python3 vpg compile` of a clone installs it, or pip install mypy")
    return found


def _compiler() -> tuple[list[str], str]:
    if os.name == "nt" or SUFFIX == ".none":
        raise CompileError("compiling is for Linux and macOS; extraction runs as plain Python")
    wanted = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    found = [words for words in map(shlex.split, (wanted, "cc", "gcc", "clang")) if words and shutil.which(words[0])]
    if not found:
        raise CompileError("no C compiler was found (on Debian or Ubuntu: apt install gcc); extraction runs uncompiled")
    include = sysconfig.get_path("include")
    if not (Path(include) / "Python.h").is_file():
        raise CompileError(
            "Python's headers were not found (on Debian or Ubuntu: apt install python3-dev); extraction runs uncompiled"
        )
    return found[0], include


def _c_code(work: Path, given: Path, sources: Sequence[str]) -> dict[str, list[str]]:
    """Have mypyc write the C code of a copy of the sources, in a process of its own."""
    copy = work / "sources"
    shutil.copytree(given, copy)
    for name in sources:
        path = copy / name
        written = with_native_caches(with_written_out_records(path.read_text("utf-8")))
        path.write_text(with_final_constants(written), "utf-8")
    out = work / "c"
    out.mkdir()
    # -P: the modules beside the program are no modules for it.
    program = [sys.executable, "-P", str(Path(__file__).with_name("c_code.py")), str(out)]
    _run([*program, *sources], cwd=copy)
    made: dict[str, list[str]] = json.loads((out / "made.json").read_text("utf-8"))
    return made


def with_final_constants(source: str) -> str:
    """Return a module in which names in capitals, given once, are final: C reads them without asking a dictionary.

    No line is added, so that lines in messages are those of the source.
    """
    given = Counter(_GIVEN.findall(source))

    def finally_given(match: re.Match[str]) -> str:
        if given[match[1]] > 1:
            return match[0]
        return f"{match[1]}: Final[{match[2]}] = " if match[2] else f"{match[1]}: Final = "

    final = _CONSTANT.sub(finally_given, source)
    return final if final == source else _FIRST_IMPORT.sub("from typing import Final; ", final, count=1)


def _object(command: list[str], c: str, work: Path) -> str:
    target = work / f"{Path(c).stem}.o"
    _run([*command, "-c", c, "-o", str(target)])
    return str(target)


def _run(command: list[str], cwd: Path | None = None) -> None:
    # In a group of its own: a compiler is several processes, which end together.
    with subprocess.Popen(
        command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, process_group=0
    ) as process:
        _RUNNING.add(process)
        try:
            out, errors = process.communicate()
        except BaseException:
            _end(process)
            raise
        finally:
            _RUNNING.discard(process)
    if process.returncode:
        said = (errors.strip() or out.strip() or "no message").splitlines()
        raise CompileError(f"{Path(command[0]).name} failed: {said[-1]}")


def _end(process: "subprocess.Popen[str]") -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)


def _keep(whole: Path, folder: Path, made: dict[str, list[str]], read: str) -> Path:
    """Put the library and its manifest (`read`: the stamp of its sources) in place, and remove the one before."""
    known = {"stamp": read, "sources": made["read"], "modules": made["modules"], **print_of(whole)}
    # Named by what is in it: a process that has read the old manifest never finds the new library under its name.
    path = folder / f"extraction-{str(known['sha256'])[:12]}{SUFFIX}"
    new = folder / f"{path.name}.{os.getpid()}"
    try:
        shutil.copy(whole, new)
        new.replace(path)
        new.write_text(json.dumps({"library": path.name} | known, indent=1), "utf-8")
        new.replace(manifest(folder))
    finally:
        new.unlink(missing_ok=True)  # a full disk
    remove(folder, but=path)
    _prove(folder)
    return path


def _prove(folder: Path) -> None:
    """Load the library in a process of its own; one that cannot be loaded is removed."""
    program = "import graph.extract, graph.compiled; print(graph.compiled.running())"
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT, env=os.environ | {"VPG_COMPILED": str(folder)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if result.stdout.strip() != "compiled":
        remove(folder)
        said = (result.stderr.strip() or "it was not taken").splitlines()[-1]
        raise CompileError(f"the library was built but does not load: {said}")
