"""Extraction compiled to C, taken where it was built from exactly the sources that are here, else left alone.

`vpg compile` (`graph.compiled.build`) makes one library of the modules that extraction runs through, and a
manifest beside it with a hash of their sources. An edited module, another Python or a library that does not
load: the modules run as plain Python, with the same results. `VPG_COMPILED` is "0" for plain Python always,
or a folder to take the library from.
"""

import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.abc import MetaPathFinder
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(__file__).resolve().parent / "built"
SUFFIX = EXTENSION_SUFFIXES[0] if EXTENSION_SUFFIXES else ".none"
LIBRARY = "vpg_extraction__mypyc"  # the name by which the compiled modules know their common code


class Built(NamedTuple):
    """A library, and the names of the modules in it."""

    path: Path
    modules: frozenset[str]


def stamp(files: Iterable[str], root: Path = ROOT) -> str:
    """Return a hash of this kind of Python and of sources, given as paths from the root of a clone."""
    total = hashlib.sha256(SUFFIX.encode())
    for name in sorted(files):
        content = (root / name).read_bytes()
        total.update(f"{name} {len(content)}\n".encode() + content)
    return total.hexdigest()


def manifest(folder: Path) -> Path:
    """Return the path of the manifest for this kind of Python."""
    return folder / f"extraction{SUFFIX}.json"


@cache
def built() -> Built | None:
    """Return the library to be used, or None where there is none, or none of these sources."""
    told = os.environ.get("VPG_COMPILED", "")
    folder = Path(told) if told else FOLDER
    if told == "0" or not manifest(folder).is_file():
        return None
    try:
        known = json.loads(manifest(folder).read_bytes())
        path = folder / known["library"]
        if known["stamp"] != stamp(known["sources"]):
            return None
        _load(LIBRARY, path)
    except (OSError, ImportError, ValueError, KeyError, TypeError):
        return None
    return Built(path, frozenset(known["modules"]))


def running() -> str:
    """Say how extraction runs in this process: "compiled" or "plain"."""
    return "compiled" if built() else "plain"


def use_built() -> None:
    """Take modules from the library from now on, where there is one; it is looked for when the first is imported."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    """Finds the compiled modules; all of them, or none."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a module is to be loaded from, or None where it is not ours or plain."""
        if not fullname.startswith("graph.") or fullname.startswith("graph.compiled"):
            return None
        library = built()
        return _spec(fullname, library.path) if library and fullname in library.modules else None


def _spec(name: str, path: Path) -> ModuleSpec | None:
    return importlib.util.spec_from_file_location(name, path, loader=ExtensionFileLoader(name, str(path)))


def _load(name: str, path: Path) -> None:
    """Load the code that the modules have in common; ImportError where it cannot be loaded."""
    spec = _spec(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
