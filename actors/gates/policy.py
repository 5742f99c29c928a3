"""The policy gate: a source is parsed and held against the contract, in a warm child that reads and runs nothing of it.

What the rules are is written in web/gates; what a machine can mend without judgement it mends, and says so.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, Field, ValidationError

from actors.gates.child import Child
from actors.gates.codes import finding
from actors.gates.hand import Hand
from actors.gates.limits import Limits
from actors.gates.pump import Ending
from actors.gates.warm import Warm
from actors.jail import Cell, loads
from pipeline.findings import Finding, Severity


class Judged(NamedTuple):
    """What stands against a source, and the source as it was mended, or as it came."""

    source: str
    findings: tuple[Finding, ...]


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


class Policy:
    def __init__(self, argv: Sequence[str], limits: Limits, hand: Hand, cell: Cell | None) -> None:
        self._limits = limits
        start = lambda: Child(argv, most_bytes=limits.output_bytes, cell=cell)  # noqa: E731
        self._reader = Warm(start, hand, ready_s=limits.ready_s)

    def judge(self, source: str) -> Judged:
        """Hold a source against the contract.

        Raises:
            GateUnavailableError: the child does not start.
        """
        heard, exit_code = self._reader.ask(
            json.dumps({"source": source}).encode() + b"\n", within_s=self._limits.parse_s
        )
        if heard.ending is Ending.LATE:
            found = finding("syntax.timeout", f"reading the source took longer than {self._limits.parse_s:g} s")
            return Judged(source, (found,))
        if exit_code is not None:
            return Judged(source, (finding("syntax.crashed", f"the parser died on it (exit code {exit_code})"),))
        return _judged(source, heard.out)

    def close(self) -> None:
        """End the child."""
        self._reader.close()


def policy_command(node: Path, script: Path, symbols: Path, limits: Limits) -> list[str]:
    """How the policy gate is started: it may read its own program, the parser and the list of names."""
    return [
        str(node),
        "--permission",
        *(f"--allow-fs-read={path}" for path in _own_files(script, symbols)),
        "--allow-addons",  # the parser is native
        "--no-warnings",
        f"--max-old-space-size={limits.heap_mb}",
        str(script),
        str(symbols),
    ]


def policy_reads(node: Path, script: Path, symbols: Path) -> tuple[str, ...]:
    """The files and folders that the policy gate reads, with the libraries of its parser."""
    parsers = (_packages(script) / "@oxc-parser").glob("*/*.node")
    return (*_own_files(script, symbols), *(path for parser in parsers for path in loads(str(node), str(parser))))


def _own_files(script: Path, symbols: Path) -> tuple[str, ...]:
    packages = _packages(script)
    return (str(script), str(symbols), str(packages / "oxc-parser"), str(packages / "@oxc-parser"))


def _packages(script: Path) -> Path:
    return script.parents[2] / "node_modules"


def _judged(source: str, line: bytes) -> Judged:
    try:
        answer = Answer.model_validate_json(line)
    except ValidationError:
        return Judged(source, (finding("syntax.crashed", "the parser answered with something that is no verdict"),))
    findings = tuple(_finding(said) for said in answer.findings)
    return Judged(source if answer.source is None else answer.source, findings)


def _finding(said: Said) -> Finding:
    found = finding(said.code, said.message, line=said.line, column=said.column, hint=said.hint)
    return found.model_copy(update={"severity": Severity.INFO}) if said.mended else found
