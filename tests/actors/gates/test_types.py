import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from actors.gates.hand import Hand
from actors.gates.limits import Limits
from actors.gates.programs import Programs
from actors.gates.types import Types, types_gate
from pipeline.findings import Severity

LIMITS = Limits(types_s=30)
SCENE = """import {interpolate, Sequence} from 'remotion';
export default () => <Sequence>{interpolate(1, [0, 1], [0, 1])}</Sequence>;
"""


@pytest.fixture(scope="module")
def types(programs: Programs) -> Iterator[Types]:
    made = types_gate(programs, LIMITS, Hand())
    yield made
    made.close()


def codes(types: Types, more: str) -> list[str]:
    found = types.check(SCENE + more)
    assert all(one.severity is Severity.WARNING for one in found)
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("const a: number = 'a';", "types.wrong-value"),
        ("const a = <Sequence layout='wide'/>;", "types.wrong-value"),
        ("const a = interpolate(1, [0, 1]);", "types.wrong-arguments"),
        ("const a = ({a: 1}).b;", "types.unknown-member"),
        ("const a = [] as const; a = 1;", "types.other"),
    ],
)
def test_a_type_that_does_not_hold_is_told(types: Types, more: str, expected: str) -> None:
    assert codes(types, more) == [expected]


@pytest.mark.parametrize(
    "more",
    [
        "",
        "const list = []; list.push(1);",
        "const Part = ({ title, size }) => <b>{title}{size}</b>;",
        "const style = {position: 'absolute'}; const a = <b style={style}/>;",
        "const a: JSX.Element = <b/>; console.log(a);",
        "import type {X} from 'elsewhere'; const a = (x: X) => x;",
        "const a = [1].find((n) => n > 0).toFixed();",
        "const unused = 1;",
    ],
)
def test_what_does_no_harm_is_not_told(types: Types, more: str) -> None:
    assert codes(types, more) == []


def test_a_finding_says_where_and_what_in_one_line(types: Types) -> None:
    (found,) = types.check(SCENE + "const a = <i colour='red'/>;")
    assert (found.line, found.column) == (3, 14)
    assert "Did you mean 'color'?" in found.message
    assert "\n" not in found.message


def test_one_source_leaves_nothing_to_the_next(types: Types) -> None:
    assert codes(types, "const a: number = 'a';") == ["types.wrong-value"]
    assert codes(types, "const a: number = 1;") == []


def standing_in(tmp_path: Path, code: str) -> Types:
    """A types gate whose program is a few lines of Python."""
    program = tmp_path / "program"
    program.write_text(f"#!{sys.executable} -IS\nimport sys, time\n{code}\n")
    program.chmod(0o700)
    return Types(program, tmp_path / "tsconfig.json", Limits(types_s=0.2, ready_s=0.2), Hand(), None)


SAYING = "sys.stdout.write('Content-Length: {}\\r\\n\\r\\n{}'.format(len(%r), %r)); sys.stdout.flush(); time.sleep(60)"


@pytest.mark.parametrize(
    "code",
    [
        "time.sleep(60)",
        "sys.exit(1)",
        SAYING % ("no json", "no json"),
        "print('Content-Length: x\\r\\n\\r\\n', flush=True)",
    ],
)
def test_types_that_cannot_be_looked_at_are_told_and_stop_nothing(tmp_path: Path, code: str) -> None:
    types = standing_in(tmp_path, code)
    (found,) = types.check(SCENE)
    assert (found.code, found.severity) == ("types.unavailable", Severity.INFO)
    types.close()
