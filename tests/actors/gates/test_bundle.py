import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from actors.gates.bundle import Bundled, Bundler
from actors.gates.errors import GateUnavailableError
from actors.gates.hand import Hand
from actors.gates.limits import Limits
from actors.gates.programs import Programs, modules_in

LIMITS = Limits(build_s=30)
GOOD = "export default () => <p>hi 😀</p>;\n"


@pytest.fixture
def bundler(programs: Programs) -> Iterator[Bundler]:
    made = Bundler(programs.esbuild, modules_in(programs.symbols), LIMITS, Hand(), LIMITS.cell())
    yield made
    made.close()


def standing_in(tmp_path: Path, code: str, limits: Limits = LIMITS) -> Bundler:
    """A bundler whose program is a few lines of Python."""
    program = tmp_path / "program"
    program.write_text(f"#!{sys.executable} -IS\n{code}\n")
    program.chmod(0o700)
    return Bundler(program, frozenset(), limits, Hand(), None)


def codes(bundled: Bundled) -> list[str]:
    return [found.code for found in bundled.findings]


def test_a_bundle_keeps_bare_imports_and_carries_a_source_map(bundler: Bundler) -> None:
    bundled = bundler.bundle(GOOD)
    assert bundled.findings == ()
    assert b'from "react/jsx-runtime"' in bundled.code
    assert b"//# sourceMappingURL=data:" in bundled.code


def test_the_same_source_makes_the_same_bytes(bundler: Bundler) -> None:
    assert bundler.bundle(GOOD) == bundler.bundle(GOOD)


def test_a_syntax_error_is_told_with_its_place(bundler: Bundler) -> None:
    (found,) = bundler.bundle("const a = 1;\nexport default () => <p>;\n").findings
    assert (found.code, found.line) == ("syntax.invalid", 3)
    (found,) = bundler.bundle("\nconst a = ;").findings
    assert (found.message, found.line, found.column) == ('Unexpected ";"', 2, 11)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import fs from 'fs';" + GOOD, ["import.forbidden"]),
        ("/** @jsxImportSource preact */" + GOOD, ["import.forbidden"]),
        ("const fs = require('fs');" + GOOD, ["import.dynamic"]),
        ("export default async (p) => import(p)", ["import.dynamic"]),
        ("export default async () => import('./x')", ["import.dynamic"]),
        ("export const Title = () => <p/>;", ["export.missing"]),
        ("import x from 'x'; console.log(x)", ["import.forbidden", "export.missing"]),
    ],
)
def test_a_breach_of_the_contract_leaves_no_code(bundler: Bundler, source: str, expected: list[str]) -> None:
    bundled = bundler.bundle(source)
    assert codes(bundled) == expected
    assert bundled.code == b""


def test_types_from_anywhere_are_no_imports(bundler: Bundler) -> None:
    assert codes(bundler.bundle("import type {X} from 'x';" + GOOD)) == []


def test_a_bundle_that_is_too_large_is_not_played(programs: Programs) -> None:
    narrow = Limits(build_s=30, bundle_bytes=100)
    made = Bundler(programs.esbuild, modules_in(programs.symbols), narrow, Hand(), narrow.cell())
    assert codes(made.bundle(GOOD)) == ["bundle.too-large"]
    made.close()


def test_a_bundler_that_does_not_end_is_killed(tmp_path: Path) -> None:
    assert codes(standing_in(tmp_path, "while True: pass", Limits(build_s=0.1)).bundle(GOOD)) == ["bundle.timeout"]


def test_a_bundler_that_dies_is_told_apart_from_a_bad_source(tmp_path: Path) -> None:
    assert codes(standing_in(tmp_path, "import os; os.abort()").bundle(GOOD)) == ["bundle.crashed"]


def test_a_bundler_that_floods_is_killed(tmp_path: Path) -> None:
    flooding = standing_in(tmp_path, "while True: print('x' * 1000)", Limits(build_s=30, output_bytes=50_000))
    assert codes(flooding.bundle(GOOD)) == ["bundle.crashed"]


def test_a_bundler_is_given_nothing_of_our_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    code = "import os, sys; sys.stderr.write('✘ [ERROR] ' + str('OPENAI_API_KEY' in os.environ) + '\\n'); sys.exit(1)"
    (found,) = standing_in(tmp_path, code).bundle(GOOD).findings
    assert found.message == "False"
    assert "OPENAI_API_KEY" in os.environ


def test_a_missing_bundler_is_our_fault_not_the_sources(tmp_path: Path) -> None:
    with pytest.raises(GateUnavailableError, match="does not start"):
        Bundler(tmp_path / "none", frozenset(), LIMITS, Hand(), None).bundle(GOOD)


def test_a_source_cannot_make_the_bundler_open_a_file(bundler: Bundler, tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text("hunter2")
    bundled = bundler.bundle(f"{GOOD}//# sourceMappingURL={secret}\n")
    assert bundled.findings == ()
    assert codes(bundler.bundle(f'const a = (x) => require("./" + x);{GOOD}')) == ["import.forbidden"]
