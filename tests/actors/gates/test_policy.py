import sys
from collections.abc import Iterator

import pytest

from actors.gates.hand import Hand
from actors.gates.limits import Limits
from actors.gates.policy import Policy, policy_gate
from actors.gates.programs import Programs
from pipeline.declared import DeclaredProp
from pipeline.findings import Severity

LIMITS = Limits(parse_s=30)
HASTY = Limits(parse_s=0.1)


@pytest.fixture(scope="module")
def policy(programs: Programs) -> Iterator[Policy]:
    made = policy_gate(programs, LIMITS, Hand())
    yield made
    made.close()


def standing_in(code: str, limits: Limits = LIMITS) -> Policy:
    """A policy gate whose program is a few lines of Python."""
    return Policy([sys.executable, "-I", "-S", "-c", "print(1, flush=True); input();" + code], limits, Hand(), None)


def test_a_source_within_the_contract_comes_back_as_it_is(policy: Policy) -> None:
    source = "import {AbsoluteFill} from 'remotion';\nexport default () => <AbsoluteFill/>;\n"
    assert policy.judge(source) == (source, (), ())


def test_the_props_that_a_component_declares_are_read_with_it(policy: Policy) -> None:
    source = """
    type Props = { title?: string; mood?: "calm" | "loud"; ink?: string; size?: number; shown?: boolean };
    export default ({ title = "Hi", mood = "calm", ink = "#ff8800", size = 2, shown = true }: Props) =>
      <p style={{ color: ink, fontSize: size }}>{shown && title}{mood}</p>;
    """
    assert policy.judge(source).props == (
        DeclaredProp(name="title", kind="text", default="Hi"),
        DeclaredProp(name="mood", kind="choice", default="calm", choices=("calm", "loud")),
        DeclaredProp(name="ink", kind="colour", default="#ff8800"),
        DeclaredProp(name="size", kind="number", default=2),
        DeclaredProp(name="shown", kind="boolean", default=True),
    )


def test_what_stands_against_a_source_has_its_place_and_a_hint(policy: Policy) -> None:
    (found,) = policy.judge("export default () => <p>{Math.random()}</p>;").findings
    assert (found.code, found.severity, found.line, found.column) == ("policy.chance", Severity.ERROR, 1, 26)
    assert "random(seed)" in found.hint


def test_what_was_mended_is_no_error_any_more(policy: Policy) -> None:
    mended = policy.judge("```tsx\nexport const Scene = () => <p/>;\n```")
    assert mended.source == "export const Scene = () => <p/>;\n\nexport default Scene;\n"
    assert [(found.code, found.severity) for found in mended.findings] == [
        ("source.fenced", Severity.INFO),
        ("export.missing", Severity.INFO),
    ]


def test_the_names_of_the_contract_are_those_of_the_runtime(policy: Policy) -> None:
    (found,) = policy.judge("import {Zebra} from 'remotion'; export default () => <Zebra/>").findings
    assert found.code == "import.unknown-name"
    assert "AbsoluteFill" in found.hint


@pytest.mark.parametrize(
    ("code", "limits", "expected"),
    [
        ("import time; time.sleep(60)", HASTY, "syntax.timeout"),
        ("import os; os.abort()", LIMITS, "syntax.crashed"),
        ("print('fine')", LIMITS, "syntax.crashed"),
    ],
)
def test_a_source_that_ends_the_parser_is_refused(code: str, limits: Limits, expected: str) -> None:
    policy = standing_in(code, limits)
    (found,) = policy.judge("x").findings
    assert found.code == expected
    policy.close()
