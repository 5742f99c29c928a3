"""The types gate: TypeScript's native language server looks at a source, with the runtime's and React's own types.

It asks for better code and stops nothing: many a component with a wrong type draws well. What the policy gate or
the drawing itself finds better is left out, and so is what is only untidy.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from actors.gates.child import Child, Heard
from actors.gates.codes import finding
from actors.gates.errors import GateUnavailableError
from actors.gates.hand import Hand
from actors.gates.language_server import LanguageServer
from actors.gates.limits import Limits
from actors.gates.programs import Programs
from actors.gates.pump import Ending
from actors.gates.warm import Warm
from actors.jail import Cell
from pipeline.findings import Finding


class Place(BaseModel):
    """A position, from 0."""

    line: int
    character: int


class Range(BaseModel):
    start: Place


class Diagnostic(BaseModel):
    """One thing that the language server says."""

    range: Range
    severity: int
    code: int
    message: str


class Diagnostics(BaseModel):
    found: list[Diagnostic] = Field(max_length=1000)


class Types:
    def __init__(self, tsc: Path, config: Path, limits: Limits, hand: Hand, cell: Cell | None) -> None:
        self._within_s = limits.types_s
        self._server = LanguageServer(str(config.parent))
        argv = [str(tsc), "--lsp", "--stdio"]
        self._child = Warm(
            lambda: Child(argv, most_bytes=limits.output_bytes, cell=cell),
            hand,
            lambda child: self._server.greet(child, within_s=limits.ready_s),
        )

    def check(self, source: str) -> tuple[Finding, ...]:
        """What is wrong in the types of a source: warnings all, also where they could not be looked at."""
        try:
            heard, _ = self._child.ask(self._question(source))
            if heard.ending is Ending.HEARD:
                return tuple(_findings(Diagnostics.model_validate({"found": self._server.found}).found))
            said: object = heard.ending
        except (GateUnavailableError, ValidationError, ValueError) as error:
            said = error
        return (finding("types.unavailable", f"the types were not looked at ({said})"),)

    def close(self) -> None:
        """End the child."""
        self._child.close()

    def _question(self, source: str) -> Callable[[Child], Heard]:
        return lambda child: self._server.diagnose(child, source, within_s=self._within_s)


def types_gate(programs: Programs, limits: Limits, hand: Hand) -> Types:
    """It may read TypeScript's library, React's types, the motion runtime and the settings."""
    packages = (programs.packages / "@types", programs.packages / "csstype")
    folders = (programs.tsc.parent, programs.types.parent, programs.packages.parent / "motion", *packages)
    cell = replace(limits.cell(reads=tuple(map(str, folders))), cpu_s=_LIFE_CPU_S)
    return Types(programs.tsc, programs.types, limits, hand, cell)


_LIFE_CPU_S = 300
"""What one child may use of the processor over all that it is asked."""
_ERROR = 1
_MOST_FINDINGS = 10
_MOST_TEXT = 300
_OTHER_GATES = frozenset({2304, 2305, 2307, 2503, 2552, 2584, 2614, 2686, 2812})
"""Names and modules that are not there: the policy gate knows, and types that are missing do no harm."""
_LEFT_TO_DRAWING = frozenset({2531, 2532, 2533, 18046, 18047, 18048, 18049})
"""Perhaps null: where it is, drawing throws."""
_WIDENED = re.compile(r"Type '(?:string|number)' is not assignable to type [^\n]*$")
"""The last line about a style that stands in a constant of its own: `position: "absolute"` became any string."""
_CODES = {
    "types.unknown-member": {2339, 2353, 2551, 2561},
    "types.wrong-arguments": {2554, 2555, 2556, 2575},
    "types.wrong-value": {2322, 2326, 2345, 2365, 2367, 2739, 2740, 2741, 2769},
}


def _findings(diagnostics: Sequence[Diagnostic]) -> Iterator[Finding]:
    for said in [each for each in diagnostics if _matters(each)][:_MOST_FINDINGS]:
        code = next((code for code, numbers in _CODES.items() if said.code in numbers), "types.other")
        place = said.range.start
        yield finding(code, _in_short(said.message), line=place.line + 1, column=place.character + 1)


def _matters(said: Diagnostic) -> bool:
    """Implicit any (7xxx) is asked for, so that an empty list is not a list of nothing, and not told."""
    implied = 7000 <= said.code < 8000  # noqa: PLR2004
    elsewhere = said.code in _OTHER_GATES or said.code in _LEFT_TO_DRAWING
    widened = "\n" in said.message and _WIDENED.search(said.message)
    return said.severity == _ERROR and not implied and not elsewhere and not widened


def _in_short(message: str) -> str:
    """What is wrong, and of a chain of reasons the last."""
    lines = message.split("\n")
    whole = lines[0] if len(lines) == 1 else f"{lines[0]} {lines[-1].strip()}"
    return whole if len(whole) <= _MOST_TEXT else f"{whole[:_MOST_TEXT]}…"
