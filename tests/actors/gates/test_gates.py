import hashlib
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from actors.gates.errors import GateInterruptedError
from actors.gates.gates import Gates
from actors.gates.limits import Limits
from actors.gates.programs import Programs
from pipeline.commands import RenderCheck
from pipeline.findings import Severity, Verdict

GOOD = (Path(__file__).parents[2] / "components" / "good" / "chart.tsx").read_text()
LOOP = "export default () => { for (;;) {} };"
DRAWN = "import {useCurrentFrame} from 'remotion'; export default () => { const f = useCurrentFrame(); %s };"


@pytest.fixture
def hasty(programs: Programs) -> Iterator[Gates]:
    real = Gates(programs, Limits(render_s=0.5))
    yield real
    real.close()


def passed(gates: Gates, source: str, command: RenderCheck) -> Verdict:
    verdict, bundle = gates.build(source)
    return verdict if bundle is None else gates.render(bundle, command)


def codes(verdict: Verdict) -> list[str]:
    return sorted({found.code for found in verdict.findings})


def test_a_build_names_its_bundle_and_tells_its_time(gates: Gates) -> None:
    verdict, bundle = gates.build(GOOD)
    assert bundle is not None
    assert verdict.bundle == hashlib.sha256(bundle).hexdigest()
    assert set(verdict.report) == {"read_ms", "build_ms", "props"}


def test_a_render_tells_sampled_frames_and_times(gates: Gates, command: RenderCheck) -> None:
    verdict = passed(gates, GOOD, command)
    assert verdict.bundle == command.bundle
    assert set(verdict.report) == {"frames", "draw_ms", "render_ms", "types_ms"}
    frames = verdict.report["frames"]
    assert isinstance(frames, list)
    assert len(frames) == 8


def test_a_source_is_refused_before_it_is_parsed(gates: Gates) -> None:
    verdict, bundle = gates.build("(" * 60_000)
    assert (codes(verdict), bundle) == (["source.too-deep"], None)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("export default 3;", "export.not-component"),
        ("export default [(() => 3)()][0];", "render.no-component"),
        (DRAWN % "throw new Error(`at ${f}`)", "render.threw"),
        (DRAWN % "return <i/>", "render.blank"),
        (DRAWN % "return <p>{f / f}</p>", "render.odd-text"),
        (DRAWN % "return <p style={{opacity: f / 0 - f / 0}}>{f}</p>", "render.nan-style"),
        (DRAWN % "return <p>{Math.random()}</p>", "policy.chance"),
        (DRAWN % "const M = Math; return <p>{M.random()}</p>", "render.unstable"),
        (DRAWN % "return <p>still</p>", "render.static"),
        ("import M from 'remotion'; export default () => <M/>;", "import.unknown-name"),
        ("export default () => { const a = []; for (;;) a.push(new Array(3e6).fill({})) };", "render.memory"),
    ],
)
def test_a_bad_component_gets_its_code(gates: Gates, command: RenderCheck, source: str, expected: str) -> None:
    assert codes(passed(gates, source, command)) == [expected]


@pytest.mark.slow
def test_memory_outside_the_heap_is_bounded_too(gates: Gates, command: RenderCheck) -> None:
    bomb = "export default () => { const a = []; for (;;) a.push(new Uint8Array(5e7).fill(1)) };"
    assert not passed(gates, bomb, command).accepted


def test_an_endless_loop_is_ended(hasty: Gates, command: RenderCheck) -> None:
    assert codes(passed(hasty, LOOP, command)) == ["render.timeout"]


def test_a_flood_of_words_is_cut(gates: Gates, command: RenderCheck) -> None:
    verdict = passed(gates, DRAWN % "throw new Error('x'.repeat(6e6) + f)", command)
    assert not verdict.accepted
    assert len(verdict.model_dump_json()) < 20_000


def test_the_bundle_itself_is_not_trusted_to_keep_the_contract(gates: Gates, command: RenderCheck) -> None:
    assert codes(gates.render(b'import fs from "fs"; export default () => fs;', command)) == ["render.import"]


def test_a_guest_finds_no_process_and_no_environment(
    gates: Gates, command: RenderCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "secret")
    reaching = DRAWN % (
        "let found = [typeof process, typeof fetch, typeof Buffer];"
        "const behind = 'con' + 'structor';"
        "try { found.push(typeof f[behind][behind]('return process')()) } catch { found.push('refused') }"
        "throw new Error(found.join(' '))"
    )
    (found, *_) = passed(gates, reaching, command).findings
    assert found.message.endswith("undefined undefined undefined refused")


def test_a_throw_is_told_with_the_line_of_the_source(gates: Gates, command: RenderCheck) -> None:
    source = "type Props = {\n  a?: string;\n};\nexport default function A({ a }: Props) {\n  return a!.length;\n}\n"
    (found, *_) = passed(gates, source, command).findings
    assert (found.code, found.line) == ("render.threw", 5)


def test_an_interrupt_ends_the_work_in_hand_and_no_other(gates: Gates, command: RenderCheck) -> None:
    _, loop = gates.build(LOOP)
    assert loop is not None
    raised: list[BaseException] = []

    def work() -> None:
        try:
            gates.render(loop, command)
        except GateInterruptedError as error:
            raised.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    while worker.is_alive():
        gates.interrupt()
        worker.join(0.01)
    assert len(raised) == 1
    assert passed(gates, GOOD, command).accepted


def test_what_a_machine_can_mend_is_mended_built_and_told(gates: Gates, command: RenderCheck) -> None:
    source = "const Scene = () => { const f = useCurrentFrame(); return <p>{f}</p>; };"
    verdict = passed(gates, source, command)
    built, bundle = gates.build(source)
    assert (verdict.accepted, verdict.findings) == (True, ())
    assert {(found.code, found.severity) for found in built.findings} == {
        ("name.unknown", Severity.INFO),
        ("export.missing", Severity.INFO),
    }
    assert built.source is not None
    assert gates.build(built.source)[1] == bundle, "what is published is what was built"


def test_the_types_are_looked_at_beside_and_stop_nothing(gates: Gates, command: RenderCheck) -> None:
    source = (DRAWN % "return <p style={{left: f}}>{f}{wide}</p>") + "\nconst wide: number = 'wide';\n"
    _, bundle = gates.build(source)
    assert bundle is not None
    verdict = gates.render(bundle, command.model_copy(update={"source": source}))
    assert verdict.accepted
    assert [(found.code, found.line) for found in verdict.warnings] == [("types.wrong-value", 2)]
    assert verdict.warnings[0].excerpt == "const wide: number = 'wide';"


def test_a_finding_shows_the_line_it_is_about(gates: Gates) -> None:
    verdict, _ = gates.build("import fs from 'fs';\nexport default () => <p>{fs.x}</p>;\n")
    (found,) = verdict.findings
    assert (found.line, found.column, found.excerpt) == (1, 16, "import fs from 'fs';")


ESCAPE = b"""
const said = new Set();
const attempt = (error) => {
  try { said.add(error.constructor.constructor("return typeof process")()); } catch (inner) { said.add(inner.name); }
};
const dive = () => {
  try { dive(); } catch (error) {
    try { new Error("x").stack; } catch (host) { attempt(host); }
    attempt(error);
    throw error;
  }
};
try { dive(); } catch {}
export default function Scene() { throw new Error([...said].join()); }
"""


def test_an_error_of_the_host_that_a_full_stack_makes_leads_nowhere(gates: Gates, command: RenderCheck) -> None:
    [found] = gates.render(ESCAPE, command).findings
    assert found.message == "Error: EvalError"
