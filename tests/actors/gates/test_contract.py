import pytest

from actors.gates.contract import Metafile, breaches, metafile_in
from pipeline.findings import Finding

MODULES = frozenset({"react", "react/jsx-runtime", "remotion"})


def metafile(*imports: tuple[str, str], exports: tuple[str, ...] = ("default",)) -> Metafile:
    listed = [{"path": path, "kind": kind} for path, kind in imports]
    return Metafile.model_validate(
        {"inputs": {"component.tsx": {"imports": listed}}, "outputs": {"out": {"exports": list(exports)}}}
    )


def found_in(metafile: Metafile, code: str = "// component.tsx\nvar x = 1;\n") -> tuple[Finding, ...]:
    return breaches(code, metafile, MODULES)


def test_a_module_within_the_contract_has_no_findings() -> None:
    assert found_in(metafile(*((path, "import-statement") for path in (*MODULES, "<runtime>")))) == ()


def test_a_foreign_module_is_named() -> None:
    (found,) = found_in(metafile(("preact/jsx-runtime", "import-statement")))
    assert (found.code, found.message) == (
        "import.forbidden",
        "module 'preact/jsx-runtime' is not part of the contract",
    )


@pytest.mark.parametrize("kind", ["dynamic-import", "require-call"])
def test_loading_at_run_time_is_refused(kind: str) -> None:
    (found,) = found_in(metafile(("./x", kind)))
    assert found.code == "import.dynamic"


def test_loading_a_computed_name_shows_by_the_helper_that_the_bundler_adds() -> None:
    (found,) = found_in(metafile(), "var __require = 1;\n\n// component.tsx\nvar x = 1;\n")
    assert found.code == "import.dynamic"


def test_a_module_without_a_default_export_is_refused() -> None:
    (found,) = found_in(metafile(exports=("Title",)))
    assert found.code == "export.missing"


@pytest.mark.parametrize("text", [b"", b"not json", b"{}", b'{"inputs":{},"outputs":{}}'])
def test_what_is_no_metafile_is_none(text: bytes) -> None:
    assert metafile_in(text) is None
