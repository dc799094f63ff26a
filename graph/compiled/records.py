"""Data classes written out before they are compiled, so that C makes their instances and not Python.

The `__init__` that `dataclasses` writes at run time stays Python in a compiled module, and takes ten times as long
as one that mypyc compiles. So the copy that is compiled has it in the class. What the class means stays: frozen ones
refuse to be changed, fields have their defaults, instances are compared, printed, copied and pickled.
"""

import ast


def with_written_out_records(source: str) -> str:
    """Return a module whose data classes have an `__init__` in their bodies, and the frozen ones what pickle asks.

    They stand in the two blank lines after the class, so that lines in messages are those of the source. Left as
    they are: classes that inherit or have another decorator, and such with fields of an unusual kind.
    """
    lines = source.split("\n")
    for node in ast.parse(source).body:
        mark = _mark(node)
        if isinstance(node, ast.ClassDef) and mark and (made := _init(source, node)):
            end = node.end_lineno or 0
            lines += [""] * (end + 2 - len(lines))
            if lines[end] or lines[end + 1]:
                continue
            lines[end] = f"    {made}"
            if "frozen=True" in ast.unparse(mark):
                lines[end + 1] = f"    {_reduce(node)}"
            decorator = lines[mark.lineno - 1].removesuffix(")")
            lines[mark.lineno - 1] = decorator + (", init=False)" if "(" in decorator else "(init=False)")
    return "\n".join(lines)


def _mark(node: ast.stmt) -> ast.expr | None:
    """The decorator that makes a class a data class, where it stands alone and on one line."""
    if not isinstance(node, ast.ClassDef) or node.bases or node.keywords or len(node.decorator_list) != 1:
        return None
    mark = node.decorator_list[0]
    name = mark.func if isinstance(mark, ast.Call) else mark
    return mark if isinstance(name, ast.Name) and name.id == "dataclass" and mark.lineno == mark.end_lineno else None


def _fields(node: ast.ClassDef) -> list[ast.AnnAssign]:
    return [part for part in node.body if isinstance(part, ast.AnnAssign)]


def _init(source: str, node: ast.ClassDef) -> str | None:
    """The line of the `__init__`; None where there is one, or a field is of no plain kind."""
    methods = {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
    if "__init__" in methods or not _fields(node):
        return None
    parameters, steps = ["self"], []
    for part in _fields(node):
        name, kind, default = ast.unparse(part.target), ast.unparse(part.annotation), part.value
        value = name
        if isinstance(default, ast.Call):
            given = {word.arg: word.value for word in default.keywords}
            if ast.unparse(default.func) != "field" or "init" in given:
                return None
            default = given.get("default")
            if factory := given.get("default_factory"):
                kind, default = f"{kind} | None", ast.Constant(None)
                value = f"{ast.unparse(factory)}() if {name} is None else {name}"
        if kind.startswith(("ClassVar", "InitVar", "KW_ONLY")):
            return None
        parameters.append(f"{name}: {kind}" + (f" = {ast.unparse(default)}" if default else ""))
        steps.append(f"self.{name} = {value}")
    if "__post_init__" in methods:
        steps.append("self.__post_init__()")
    # The remark: a frozen class is changed by nobody else.
    return f"def __init__({', '.join(parameters)}) -> None: {'; '.join(steps)}  # type: ignore[misc]"


def _reduce(node: ast.ClassDef) -> str:
    given = "".join(f"self.{ast.unparse(part.target)}, " for part in _fields(node))
    return f"def __reduce__(self) -> tuple[object, ...]: return {node.name}, ({given})"
