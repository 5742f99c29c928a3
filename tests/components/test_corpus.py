"""Components of every kind, each of which gets exactly its verdict.

A file is named for the one code that it gets, and after a plus for what is special about it:
`refused` stops it, `warned` is published with it, `mended` is published as a machine has mended it, and
`good` gets none at all. A new code needs a component here, or a place where it is tested instead.
"""

from pathlib import Path

import pytest

from actors.gates.codes import CODES
from actors.gates.gates import Gates
from pipeline.commands import RenderCheck
from pipeline.declared import declared_in
from pipeline.findings import Finding, Severity
from pipeline.ids import Sha256
from pipeline.project import Video

_HERE = Path(__file__).parent
GOOD, WARNED, REFUSED, MENDED = (
    sorted((_HERE / kind).glob("*.tsx")) for kind in ("good", "warned", "refused", "mended")
)
GENERATED = {
    "source.empty": " \n",
    "source.not-text": 'export default () => "\ud800";',
    "source.too-large": f"export default () => <b>{'x' * 70_000}</b>;",
    "source.too-deep": f"export default () => {'(' * 200}1{')' * 200};",
}
TESTED_ELSEWHERE = {
    "tests/actors/gates/test_policy.py": {"syntax.timeout", "syntax.crashed"},
    "tests/actors/gates/test_types.py": {"types.unavailable"},
    "tests/actors/gates/test_bundle.py": {"bundle.timeout", "bundle.crashed", "bundle.too-large"},
    "tests/actors/gates/test_render.py": {"render.flooded", "render.crashed"},
    "tests/actors/gates/test_gates.py": {"render.import"},
    "web/jail/tests/check.test.ts": {"render.missing-export"},
}
COMMAND = RenderCheck(bundle=Sha256("0" * 64), video=Video(), duration_frames=90, assets=("logo.png",))


def code_of(path: Path) -> str:
    return path.stem.partition("+")[0]


def verdict(gates: Gates, source: str, seconds: int = 3) -> tuple[bool, tuple[Finding, ...]]:
    built, bundle = gates.build(source)
    if bundle is None:
        return built.accepted, built.findings
    scene = {"source": built.source or source, "duration_frames": 30 * seconds}
    drawn = gates.render(bundle, COMMAND.model_copy(update=scene))
    return drawn.accepted, (*built.findings, *drawn.findings)


def told(gates: Gates, source: str, seconds: int = 3) -> tuple[bool, set[tuple[str, Severity]]]:
    accepted, found = verdict(gates, source, seconds)
    return accepted, {(one.code, one.severity) for one in found}


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_component_is_accepted_without_a_word(gates: Gates, path: Path) -> None:
    assert verdict(gates, path.read_text()) == (True, ())


def test_what_can_be_set_in_a_component_is_read(gates: Gates) -> None:
    source = (_HERE / "good" / "settable.tsx").read_text()
    built, _ = gates.build(source)
    assert [(prop.name, prop.kind, prop.default) for prop in declared_in({"build": built.report})] == [
        ("headline", "text", "Ship it"),
        ("mood", "choice", "calm"),
        ("ink", "colour", "#ffe8d6"),
        ("size", "number", 120),
        ("underlined", "boolean", True),
    ]


@pytest.mark.parametrize("path", WARNED, ids=lambda path: path.stem)
def test_a_component_that_could_be_better_is_accepted_with_its_warning(gates: Gates, path: Path) -> None:
    seconds = 5 if code_of(path) == "render.ends-early" else 3
    assert told(gates, path.read_text(), seconds) == (True, {(code_of(path), Severity.WARNING)})


@pytest.mark.parametrize("path", MENDED, ids=lambda path: path.stem)
def test_what_models_often_get_wrong_is_mended_and_said(gates: Gates, path: Path) -> None:
    assert told(gates, path.read_text()) == (True, {(code_of(path), Severity.INFO)})


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.stem)
def test_a_bad_component_is_refused_for_what_is_bad_about_it(gates: Gates, hasty: Gates, path: Path) -> None:
    endless = code_of(path) == "render.timeout"
    accepted, found = verdict(hasty if endless else gates, path.read_text())
    errors = [one for one in found if one.severity is Severity.ERROR]
    assert (accepted, {one.code for one in errors}) == (False, {code_of(path)})
    assert errors == list(found)
    assert all(one.hint for one in errors)


@pytest.mark.parametrize("code", GENERATED)
def test_a_source_that_no_parser_should_see_is_refused_before(gates: Gates, code: str) -> None:
    assert told(gates, GENERATED[code]) == (False, {(code, Severity.ERROR)})


def test_every_code_has_its_component_or_is_tested_elsewhere() -> None:
    here = {code_of(path) for path in (*WARNED, *MENDED, *REFUSED)} | set(GENERATED)
    elsewhere = set().union(*TESTED_ELSEWHERE.values())
    assert here | elsewhere == {code for code in CODES if not code.startswith("pixels.")}
    assert not here & elsewhere
    for file, codes in TESTED_ELSEWHERE.items():
        text = (_HERE.parents[1] / file).read_text()
        assert all(code in text for code in codes), f"{file} tests {codes}"


def test_the_corpus_is_large_enough() -> None:
    assert len(GOOD) >= 30
    assert len(REFUSED) + len(WARNED) + len(GENERATED) >= 30
