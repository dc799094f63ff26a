"""C code for modules, by mypyc: a program that `graph.compiled.build` runs over a copy of the sources.

    python c_code.py OUT MODULE.py ...      in the folder that holds the copy

It writes the code to OUT, and OUT/made.json: the files of C, the modules, and which of our sources were read.
mypyc's own builder is not used, for it needs setuptools.
"""

import json
import os
import sys
from pathlib import Path

import mypyc
from mypy.errors import CompileError
from mypy.fscache import FileSystemCache
from mypy.main import process_options
from mypyc.codegen import emitmodule
from mypyc.common import RUNTIME_C_FILES, shared_lib_name
from mypyc.errors import Errors
from mypyc.namegen import exported_name
from mypyc.options import CompilerOptions

GROUP = "vpg_extraction"
RUNTIME = Path(mypyc.__file__).parent / "lib-rt"
# How an extension module begins, for each of the modules in the library.
_BEGIN = """
PyMODINIT_FUNC PyInit_{last}(void) {{
    PyObject *library = PyImport_ImportModule("{library}");
    PyObject *made = library ? PyObject_GetAttrString(library, "init_{name}") : NULL;
    void *begin = made ? PyCapsule_GetPointer(made, "{library}.init_{name}") : NULL;
    Py_XDECREF(library);
    Py_XDECREF(made);
    return begin ? ((PyObject *(*)(void))begin)() : NULL;
}}
"""


def main(out: Path, files: list[str]) -> None:
    """Write the code and made.json; leaves with mypyc's messages where it refuses a module."""
    flags = ["--follow-imports=silent", "--ignore-missing-imports", f"--cache-dir={os.devnull}", "--config-file="]
    cache = FileSystemCache()
    sources, options = process_options([*flags, *files], fscache=cache, mypyc=True)
    options.python_version = sys.version_info[:2]
    options.show_traceback = options.export_types = options.preserve_asts = True
    options.incremental = False
    for source in sources:
        options.per_module_options.setdefault(source.module, {})["mypyc"] = True
    settings = CompilerOptions(multi_file=True, target_dir=str(out), group_name=GROUP)
    groups: emitmodule.Groups = [(sorted(sources, key=lambda source: source.module), GROUP)]
    try:
        result = emitmodule.parse_and_typecheck(sources, options, settings, groups, cache)
    except CompileError as error:
        sys.exit("\n".join(error.messages))
    errors = Errors(options)
    modules, (written,), _ = emitmodule.compile_modules_to_c(
        result, compiler_options=settings, errors=errors, groups=groups
    )
    if errors.num_errors:
        sys.exit("\n".join(errors.new_messages()))
    for name, text in written:
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    names = sorted(modules)
    library = shared_lib_name(GROUP)
    begins = [_BEGIN.format(library=library, name=exported_name(n), last=n.rpartition(".")[2]) for n in names]
    (out / "begin.c").write_text("#include <Python.h>\n" + "".join(begins), "utf-8")
    further = [dep.path for dep in emitmodule.collect_source_dependencies(modules)]
    here = Path.cwd()
    read = [here / state.path for state in result.graph.values() if state.path]
    made = {
        "library": library,
        "modules": names,
        "read": sorted(str(path.relative_to(here)) for path in read if path.is_relative_to(here)),
        "c": [str(out / name) for name, _ in written if name.endswith(".c")]
        + [str(out / "begin.c"), *(str(RUNTIME / name) for name in (*RUNTIME_C_FILES, *further))],
        "headers": [str(out), str(RUNTIME)],
    }
    (out / "made.json").write_text(json.dumps(made), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
