"""Functions that are computed once, written out before they are compiled, so that C finds what they gave.

A function under `functools.cache` is an object of Python to compiled modules: to call it they look it up by name,
and it looks up its arguments. Where it has none, the copy that is compiled keeps what it gave in a list.
"""

import ast


def with_native_caches(source: str) -> str:
    """Return a module whose cached functions without arguments are plain ones.

    What is added stands in the two blank lines before each, so that lines in messages are those of the source.
    """
    lines = source.split("\n")
    found = False
    for node in ast.parse(source).body:
        if not (isinstance(node, ast.FunctionDef) and node.returns and _is_cached(node)):
            continue
        mark = node.decorator_list[0].lineno - 1
        if lines[mark - 2] or lines[mark - 1] or f"def {node.name}()" not in lines[mark + 1]:
            continue
        name, kind, kept = node.name, ast.unparse(node.returns), f"_kept_{node.name}"
        lines[mark - 2] = f"{kept}: Final[list[{kind}]] = []"
        lines[mark - 1] = f"def {name}() -> {kind}: return {kept}[0] if {kept} else _keep_{name}()"
        lines[mark] = f"def _keep_{name}() -> {kind}: {kept}.append(_make_{name}()); return {kept}[0]"
        lines[mark + 1] = lines[mark + 1].replace(f"def {name}()", f"def _make_{name}()")
        found = True
    if found:
        first = next(n for n in ast.parse(source).body if isinstance(n, ast.Import | ast.ImportFrom)).lineno - 1
        lines[first] = f"from typing import Final; {lines[first]}"
    return "\n".join(lines)


def _is_cached(node: ast.FunctionDef) -> bool:
    """Is a function without arguments under `@cache` alone?"""
    marks = [mark.id for mark in node.decorator_list if isinstance(mark, ast.Name)]
    return marks == ["cache"] and len(node.decorator_list) == 1 and ast.unparse(node.args) == ""
