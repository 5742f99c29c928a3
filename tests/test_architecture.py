"""The shape of the project, kept by short tests whose failure says what to type."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]
_LAYERS = ("pipeline", "storage", "actors", "server", "composer", "app")
_NOT_OURS = {".git", ".venv", ".setup", "node_modules", "dist", "generated", "__pycache__", "data", "out"}
_MOST_LINES = 250
_MOST_LINES_OF_A_FUNCTION = 25
_NAMELESS = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}
_SOURCES = {".py", ".ts", ".tsx", ".mjs"}
# Written in pieces, so that this file does not name what no file may name.
_ADDRESSES = [
    "pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "registry.yarn" + "pkg.com",
    "/ro" + "ot/", "/wo" + "rk/", "/ho" + "me/", "/Us" + "ers/",
]  # fmt: skip
_TEXTS = _SOURCES | {".toml", ".json", ".md", ".txt", ".in", ".html", ".css", ".npmrc", ".gitignore", ".sql"}


@cache
def _files() -> list[Path]:
    found: list[Path] = []
    for place, folders, names in os.walk(_ROOT):
        folders[:] = [name for name in folders if name not in _NOT_OURS and not name.endswith("_cache")]
        found += [Path(place, name) for name in names]
    return sorted(found)


def _sources() -> list[Path]:
    return [file for file in _files() if file.suffix in _SOURCES]


def _named(files: list[Path]) -> list[str]:
    return [str(file.relative_to(_ROOT)) for file in files]


def _modules(layer: str) -> Iterator[Path]:
    return (file for file in _files() if file.suffix == ".py" and file.is_relative_to(_ROOT / layer))


def test_imports_go_downwards_only() -> None:
    argv: list[str | Path] = [sys.executable, Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(argv, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\nturn the import round, or hand the thing in from app/"


def test_no_file_is_longer_than_one_can_hold_in_mind() -> None:
    long = [file for file in _sources() if len(file.read_text().splitlines()) > _MOST_LINES]
    assert not _named(long), f"over {_MOST_LINES} lines: split each by what it is about"


def test_no_function_is_longer_than_a_thought() -> None:
    long = [
        f"{file.relative_to(_ROOT)}: {node.name}"
        for file in _files()
        if file.suffix == ".py"
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _length(node) > _MOST_LINES_OF_A_FUNCTION
    ]
    assert not long, f"over {_MOST_LINES_OF_A_FUNCTION} lines: give a part of it a name"


def test_every_module_has_a_name_of_its_own() -> None:
    nameless = [file for file in _sources() if _NAMELESS & {part.lower() for part in (file.stem, file.parent.name)}]
    assert not _named(nameless), "name each for the one thing it does"


def test_no_file_names_an_index_a_registry_or_a_path_of_one_machine() -> None:
    texts = [file for file in _files() if file.suffix in _TEXTS or file.name in _TEXTS]
    naming = {
        str(file.relative_to(_ROOT)): address
        for file in texts
        for address in _ADDRESSES
        if address in file.read_text(errors="replace")
    }
    assert not naming, "where packages come from is the user's configuration; paths are worked out, not written"


def test_every_source_file_is_tested() -> None:
    tests = "\n".join(file.read_text() for file in _files() if file.name.startswith("test_"))
    untested = [
        file
        for layer in _LAYERS
        for file in _modules(layer)
        if _has_code(file) and not (_mirror(file).exists() or _is_imported(file, tests))
    ]
    assert not _named(untested), f"write the test that mirrors each, as {_named([_mirror(f) for f in untested])}"


def test_the_pipeline_asks_no_clock() -> None:
    asking = [file for file in _modules("pipeline") if re.search(r"\.(now|utcnow|today)\(", file.read_text())]
    assert not _named(asking), "take the time as an argument: a flow that is replayed must say the same again"


def test_only_app_reads_the_environment() -> None:
    readers = [
        file
        for layer in _LAYERS
        if layer != "app"
        for file in _modules(layer)
        if re.search(r"\bos\.(environ|getenv)\b", file.read_text())
    ]
    assert not _named(readers), "take it as an argument; app/ reads it"


def test_tests_never_sleep() -> None:
    asleep = [file for file in _files() if file.name.startswith("test_") and file.suffix == ".py" and _sleeps(file)]
    assert not _named(asleep), "take from a queue, or wait for a named condition"


def test_nothing_is_left_to_be_done() -> None:
    words = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X|NotImplemented" + r"Error)\b")
    left = [file for file in _sources() if words.search(file.read_text())]
    assert not _named(left), "do it, or leave it out and say so in docs/decisions.md"


def test_no_test_is_skipped_for_ever() -> None:
    marks = re.compile(r"mark\.(skip|xfail)\b")
    left = [file for file in _files() if file.suffix == ".py" and marks.search(file.read_text())]
    assert not _named(left), "mend it or remove it"


@pytest.mark.parametrize("part", ["", "motion", "preview", "gates", "shared", "editor", "console"])
def test_the_npm_lock_knows_every_dependency(part: str) -> None:
    lock = json.loads((_ROOT / "web" / "package-lock.json").read_text())["packages"][part]
    package = json.loads((_ROOT / "web" / part / "package.json").read_text())
    for kind in ("dependencies", "devDependencies", "workspaces"):
        assert lock.get(kind) == package.get(kind), "type, in web/: npm install --package-lock-only"


def test_every_locked_npm_package_has_a_hash_and_no_address() -> None:
    packages = json.loads((_ROOT / "web" / "package-lock.json").read_text())["packages"]
    installed = {path: entry for path, entry in packages.items() if "node_modules/" in path and not entry.get("link")}
    assert not [path for path, entry in installed.items() if not entry.get("integrity")]
    assert not [path for path, entry in installed.items() if "resolved" in entry]


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _has_code(file: Path) -> bool:
    """Whether there is more in it than a docstring and imports."""
    silent = (ast.Import, ast.ImportFrom, ast.Expr)
    return any(not isinstance(node, silent) for node in ast.parse(file.read_text()).body)


def _mirror(file: Path) -> Path:
    inside = file.relative_to(_ROOT)
    name = inside.parent.name if file.stem == "__init__" else file.stem
    return _ROOT / "tests" / inside.parent / f"test_{name.strip('_')}.py"


def _is_imported(file: Path, tests: str) -> bool:
    """Whether a test imports the module, or the inner package whose face it is part of."""
    module = _module(file)
    package = module.rpartition(".")[0]
    return (
        f"{module} import" in tests or f"import {module}" in tests or ("." in package and f"{package} import" in tests)
    )


def _module(file: Path) -> str:
    parts = file.relative_to(_ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _sleeps(file: Path) -> bool:
    calls = [node.func for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)]
    return any(ast.unparse(call) in {"time.sleep", "sleep"} for call in calls)
