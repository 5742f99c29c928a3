"""The policy gate: a source is parsed and held against the contract, in a warm child that reads and runs nothing of it.

What the rules are is written in web/gates; what a machine can mend without judgement it mends, and says so.
"""

import json
from collections.abc import Sequence
from typing import NamedTuple

from pydantic import BaseModel, Field, ValidationError

from actors.gates.child import Child
from actors.gates.codes import finding
from actors.gates.hand import Hand
from actors.gates.limits import Limits
from actors.gates.programs import Programs
from actors.gates.pump import Ending
from actors.gates.warm import Warm
from actors.jail import Cell, loads
from pipeline.declared import DeclaredProp
from pipeline.findings import Finding, Severity


class Judged(NamedTuple):
    """What stands against a source, the source as it was mended, or as it came, and the props that it declares."""

    source: str
    findings: tuple[Finding, ...]
    props: tuple[DeclaredProp, ...] = ()


class Said(BaseModel):
    """One thing that the child found."""

    code: str
    message: str
    hint: str
    line: int | None
    column: int | None
    mended: bool


class Answer(BaseModel):
    """What the child says of one source."""

    findings: list[Said] = Field(max_length=200)
    source: str | None
    props: list[DeclaredProp] = Field(max_length=40)


class Policy:
    def __init__(self, argv: Sequence[str], limits: Limits, hand: Hand, cell: Cell | None) -> None:
        self._limits = limits
        start = lambda: Child(argv, most_bytes=limits.output_bytes, cell=cell)  # noqa: E731
        self._reader = Warm(start, hand, lambda child: child.hear_line(b"", within_s=limits.ready_s))

    def judge(self, source: str) -> Judged:
        """Hold a source against the contract.

        Raises:
            GateUnavailableError: the child does not start.
        """
        line, within_s = json.dumps({"source": source}).encode() + b"\n", self._limits.parse_s
        heard, exit_code = self._reader.ask(lambda child: child.hear_line(line, within_s=within_s))
        if heard.ending is Ending.LATE:
            found = finding("syntax.timeout", f"reading the source took longer than {within_s:g} s")
            return Judged(source, (found,))
        if exit_code is not None:
            return Judged(source, (finding("syntax.crashed", f"the parser died on it (exit code {exit_code})"),))
        return _judged(source, heard.out)

    def close(self) -> None:
        """End the child."""
        self._reader.close()


def policy_gate(programs: Programs, limits: Limits, hand: Hand) -> Policy:
    """It may read its own program, the parser and the list of names."""
    own = _own_files(programs)
    argv = [
        str(programs.node),
        "--permission",
        *(f"--allow-fs-read={path}" for path in own),
        "--allow-addons",  # the parser is native
        "--no-warnings",
        f"--max-old-space-size={limits.heap_mb}",
        str(programs.policy),
        str(programs.symbols),
    ]
    parsers = (programs.packages / "@oxc-parser").glob("*/*.node")
    libraries = (path for parser in parsers for path in loads(str(programs.node), str(parser)))
    return Policy(argv, limits, hand, limits.cell(reads=(*own, *libraries)))


def _own_files(programs: Programs) -> tuple[str, ...]:
    parser = (programs.packages / "oxc-parser", programs.packages / "@oxc-parser")
    return tuple(map(str, (programs.policy, programs.symbols, *parser)))


def _judged(source: str, line: bytes) -> Judged:
    try:
        answer = Answer.model_validate_json(line)
    except ValidationError:
        return Judged(source, (finding("syntax.crashed", "the parser answered with something that is no verdict"),))
    findings = tuple(_finding(said) for said in answer.findings)
    return Judged(source if answer.source is None else answer.source, findings, tuple(answer.props))


def _finding(said: Said) -> Finding:
    found = finding(said.code, said.message, line=said.line, column=said.column, hint=said.hint)
    return found.model_copy(update={"severity": Severity.INFO}) if said.mended else found
