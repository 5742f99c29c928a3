import pytest

from actors.gates.contract import Metafile, breaches, metafile_in

EXPORTS = {"remotion": frozenset({"AbsoluteFill", "interpolate"}), "react": frozenset({"useState"})}


def metafile(*imports: tuple[str, str], exports: tuple[str, ...] = ("default",)) -> Metafile:
    listed = [{"path": path, "kind": kind} for path, kind in imports]
    return Metafile.model_validate(
        {"inputs": {"component.tsx": {"imports": listed}}, "outputs": {"out": {"exports": list(exports)}}}
    )


def code(*statements: str) -> str:
    return "// component.tsx\n" + "".join(f"{statement};\n" for statement in statements) + "var x = 1;\n"


def test_a_module_within_the_contract_has_no_findings() -> None:
    known = metafile(*((path, "import-statement") for path in ("react", "react/jsx-runtime", "remotion", "<runtime>")))
    assert breaches("", code('import { AbsoluteFill as A, interpolate } from "remotion"'), known, EXPORTS) == ()


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("framer-motion", "spring"),
        ("@remotion/transitions", "this part is not here"),
        ("./style.css", "inline styles"),
        ("./logo.png", "staticFile"),
        ("./Other", "one module"),
        ("node:fs", "only draws"),
        ("three", "SVG"),
        ("left-pad", "import only from react and remotion"),
    ],
)
def test_a_foreign_module_is_named_where_it_stands_with_what_to_use_instead(path: str, hint: str) -> None:
    source = f"// one\n  import x from '{path}'"
    (found,) = breaches(source, code(), metafile((path, "import-statement")), EXPORTS)
    assert (found.code, found.line, found.column) == ("import.forbidden", 2, 17)
    assert path in found.message
    assert hint in found.hint


def test_a_name_that_a_module_lacks_comes_with_the_nearest() -> None:
    (found,) = breaches(
        "import {interpolat} from 'remotion'", code('import { interpolat } from "remotion"'), metafile(), EXPORTS
    )
    assert (found.code, found.line, found.column) == ("import.unknown-name", 1, 9)
    assert found.hint == "did you mean interpolate?"


def test_a_name_near_none_comes_with_all_there_are() -> None:
    statements = code('import React, { useState, Zebra as Z } from "react"', 'export { AbsoluteFill } from "remotion"')
    (found,) = breaches("", statements, metafile(), EXPORTS)
    assert found.message == "react does not export 'Zebra'"
    assert found.hint == "react exports useState"


def test_import_statements_inside_text_are_only_text() -> None:
    text = code('import { interpolate } from "remotion"') + 'var y = `\nimport { Zebra } from "remotion";\n`;\n'
    assert breaches("", text, metafile(), EXPORTS) == ()


def test_names_of_modules_that_are_not_listed_are_left_to_the_render_check() -> None:
    assert breaches("", code('import { Zebra } from "remotion"'), metafile(), {}) == ()


@pytest.mark.parametrize("kind", ["dynamic-import", "require-call"])
def test_loading_at_run_time_is_refused(kind: str) -> None:
    (found,) = breaches("import('./x')", code(), metafile(("./x", kind)), EXPORTS)
    assert (found.code, found.column) == ("import.dynamic", 8)


def test_loading_a_computed_name_shows_by_the_helper_that_the_bundler_adds() -> None:
    (found,) = breaches("", "var __require = 1;\n\n// component.tsx\nvar x = 1;\n", metafile(), EXPORTS)
    assert found.code == "import.dynamic"


def test_a_module_without_a_default_export_is_refused() -> None:
    (found,) = breaches("", code(), metafile(exports=("Title",)), EXPORTS)
    assert found.code == "export.missing"


@pytest.mark.parametrize("text", [b"", b"not json", b"{}", b'{"inputs":{},"outputs":{}}'])
def test_what_is_no_metafile_is_none(text: bytes) -> None:
    assert metafile_in(text) is None
