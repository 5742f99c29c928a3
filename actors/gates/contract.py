"""What the bundler says that it read and made, held against the contract a second time.

The policy gate has looked at the tree; what slips past it, because the bundler reads it otherwise, is refused here.
"""

from collections.abc import Iterator

from pydantic import BaseModel, Field, ValidationError

from actors.gates.codes import finding
from pipeline.findings import Finding

SOURCE_NAME = "component.tsx"
"""The name of the source in the bundler's messages and in the source map."""


class Import(BaseModel):
    path: str
    kind: str


class Input(BaseModel):
    imports: list[Import]


class Output(BaseModel):
    exports: list[str]


class Metafile(BaseModel):
    """The part of esbuild's metafile that the contract looks at."""

    inputs: dict[str, Input] = Field(min_length=1)
    outputs: dict[str, Output] = Field(min_length=1)


def metafile_in(text: bytes) -> Metafile | None:
    """The bundler's account of a build; None if it is not one."""
    try:
        return Metafile.model_validate_json(text)
    except ValidationError:
        return None


def breaches(code: str, metafile: Metafile, modules: frozenset[str]) -> tuple[Finding, ...]:
    """Where a built module imports more than the `modules` of the contract, or exports no component."""
    exports = {name for output in metafile.outputs.values() for name in output.exports}
    return (
        *_foreign(metafile, modules),
        *_dynamic(code, metafile),
        *(() if "default" in exports else (finding("export.missing", "the module has no default export"),)),
    )


_RUNTIME = "<runtime>"
"""The bundler's own helpers, listed among the imports."""


def _imported(metafile: Metafile) -> Iterator[Import]:
    return (found for entry in metafile.inputs.values() for found in entry.imports if found.path != _RUNTIME)


def _foreign(metafile: Metafile, modules: frozenset[str]) -> Iterator[Finding]:
    named = (found.path for found in _imported(metafile) if found.kind == "import-statement")
    for path in dict.fromkeys(named):
        if path not in modules:
            yield finding("import.forbidden", f"module {path!r} is not part of the contract")


def _dynamic(code: str, metafile: Metafile) -> Iterator[Finding]:
    """Dynamic import is turned into `__require` by the bundler's options, so that computed paths show as well."""
    named = tuple(dict.fromkeys(found.path for found in _imported(metafile) if found.kind != "import-statement"))
    for path in named:
        yield finding("import.dynamic", f"module {path!r} is loaded at run time")
    if not named and "var __require = " in code.partition(f"\n// {SOURCE_NAME}\n")[0]:
        yield finding("import.dynamic", "a module of computed name is loaded at run time")
