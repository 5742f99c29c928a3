"""What a component may import and must export, read from what the bundler says about it."""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from pydantic import BaseModel, Field, ValidationError

from actors.gates.codes import CODES, finding
from pipeline.findings import Finding

Exports: TypeAlias = dict[str, frozenset[str]]
"""The names that each module of the contract exports."""

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


def breaches(source: str, code: str, metafile: Metafile, known: Exports) -> tuple[Finding, ...]:
    """Where a built module breaks the contract; names of modules that are not `known` are left to the render check."""
    imports = [found for entry in metafile.inputs.values() for found in entry.imports if found.path != _RUNTIME]
    exports = {name for output in metafile.outputs.values() for name in output.exports}
    return (
        *_forbidden(source, (found.path for found in imports if found.kind == "import-statement")),
        *_dynamic(source, code, (found.path for found in imports if found.kind != "import-statement")),
        *_unknown(source, code, known),
        *(() if "default" in exports else (finding("export.missing", "the module has no default export"),)),
    )


_RUNTIME = "<runtime>"
"""The bundler's own helpers, listed among the imports."""
_ALLOWED = frozenset({"react", "react/jsx-runtime", "remotion"})
_INSTEAD = (
    (r"@?remotion", "this part is not here: draw it with what `remotion` itself exports"),
    (r"react-dom|react-native|next", "the host renders the component: return elements and use plain HTML and SVG tags"),
    (r"framer-motion|motion|gsap|animejs|@?react-spring|lottie", "animate with interpolate and spring from `remotion`"),
    (r"three|@react-three|d3|p5|pixi|konva", "draw with SVG elements"),
    (r"lucide|react-icons|@heroicons|@mui|@chakra", "draw the shape as inline SVG"),
    (r".*\.(css|scss|sass|less)$|styled-components|@emotion|tailwind", "write inline styles"),
    (r".*\.(png|jpe?g|svg|gif|webp|mp4|mp3|json|woff2?)$", "take files through props or staticFile"),
    (
        r"(node:)?(fs|path|os|http|https|child_process|crypto|net)$",
        "a component only draws: compute from frame and props",
    ),
    (r"\.", "there is one module: write what it needs into it"),
)


def _forbidden(source: str, paths: Iterable[str]) -> Iterator[Finding]:
    for path in dict.fromkeys(paths):
        if path not in _ALLOWED:
            yield _placed(
                "import.forbidden", f"module {path!r} is not part of the contract", source, path, _instead(path)
            )


def _instead(path: str) -> str:
    better = next((words for pattern, words in _INSTEAD if re.match(pattern, path)), "")
    return f"{CODES['import.forbidden'].hint}; {better}" if better else ""


def _dynamic(source: str, code: str, paths: Iterable[str]) -> Iterator[Finding]:
    """Dynamic import is turned into `__require` by the bundler's options, so that computed paths show as well."""
    named = tuple(dict.fromkeys(paths))
    for path in named:
        yield _placed("import.dynamic", f"module {path!r} is loaded at run time", source, path)
    if not named and "var __require = " in code.partition(f"\n// {SOURCE_NAME}\n")[0]:
        yield finding("import.dynamic", "a module of computed name is loaded at run time")


def _unknown(source: str, code: str, known: Exports) -> Iterator[Finding]:
    for path, name in dict.fromkeys(_named_imports(code)):
        names = known.get(path)
        if names is not None and name not in names:
            message = f"{path} does not export {name!r}"
            yield _placed("import.unknown-name", message, source, name, _nearest(path, name, names))


def _nearest(path: str, name: str, names: frozenset[str]) -> str:
    near = difflib.get_close_matches(name, sorted(names), n=1)
    if near:
        return f"did you mean {near[0]}?"
    return f"{path} exports {', '.join(sorted(names))}"


_STATEMENT = re.compile(r'(?:import|export)\s+(?:(?P<what>[^"\';]+?)\s+from\s+)?"(?P<path>[^"\n]*)"[^;\n]*;\n')
_NAMED = re.compile(r"\{([^}]*)\}")


def _named_imports(code: str) -> Iterator[tuple[str, str]]:
    """Module and name, from the import statements that the bundler writes at the top."""
    statements = code.partition(f"// {SOURCE_NAME}\n")[2]
    position = 0
    while statement := _STATEMENT.match(statements, position):
        position = statement.end()
        for name in _names_in(statement["what"] or "*"):
            yield statement["path"], name


def _names_in(what: str) -> Iterator[str]:
    """The names in braces; a default import is left to the render check."""
    named = _NAMED.search(what)
    for part in named[1].split(",") if named else ():
        if name := part.strip().partition(" as ")[0]:
            yield name


def _placed(code: str, message: str, source: str, word: str, hint: str = "") -> Finding:
    """A finding at the first place of the source that quotes or names the word."""
    found = re.search(rf"""["'`]{re.escape(word)}["'`]|\b{re.escape(word)}\b""", source)
    if found is None:
        return finding(code, message, hint=hint)
    before = source[: found.start()]
    return finding(code, message, line=before.count("\n") + 1, column=found.start() - before.rfind("\n"), hint=hint)
