"""Extraction compiled to C, taken where it was built from exactly the sources that are here, else left alone.

`vpg compile` (`graph.compiled.build`) makes one library of the modules that extraction runs through, and a
manifest beside it with a hash of their sources and one of the library. After an edit or with another Python the
modules run as plain Python, with the same results; so they do where the library is not the one that was built, with
a warning: a truncated one would end the process. `VPG_COMPILED` is "0" for plain Python always, or a folder to take
the library from, which is trusted as code is: whoever writes its manifest says what is loaded.
"""

import hashlib
import importlib.util
import json
import logging
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


_LOG = logging.getLogger(__name__)


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


def print_of(library: Path) -> dict[str, str | int]:
    """Return the size in bytes and the hash by which a library is known to be the one that was built."""
    content = library.read_bytes()
    return {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


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
        if print_of(path) != {"size": known["size"], "sha256": known["sha256"]}:
            _refuse(path, "it is not the one that was built")
            return None
        _load(LIBRARY, path)
        return Built(path, frozenset(known["modules"]))
    except (OSError, ImportError, ValueError, KeyError, TypeError) as error:
        _refuse(manifest(folder), f"{type(error).__name__}: {error}")
        return None


def _refuse(path: Path, why: str) -> None:
    """Say once that compiled extraction is there and not taken; processes that this one starts run plain silently."""
    _LOG.warning("compiled extraction is not used, %s (%s); run `python3 vpg compile` again", path, why)
    os.environ["VPG_COMPILED"] = "0"


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
