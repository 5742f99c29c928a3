"""The render gate: the bundle is really drawn at sampled frames, in a Node child that serves one check and ends.

The child is started ahead, so that a check does not wait for Node and React to load. It sits in the system's jail, and
within it under Node's own permissions. It speaks lines of JSON: ready, one request, how many frames are drawn, one
answer; whatever else it says or does is a finding against the component.
"""

import json
import re
import signal
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, Field, JsonValue, ValidationError

from actors.gates.child import Child, Heard
from actors.gates.codes import CODES, finding
from actors.gates.errors import GateUnavailableError
from actors.gates.frames import sampled
from actors.gates.hand import Hand
from actors.gates.limits import Limits
from actors.gates.passed import Passed, unwatched
from actors.gates.pump import Ending
from actors.gates.spare import Spare
from actors.jail import Cell
from pipeline.commands import RenderCheck
from pipeline.findings import Finding, Verdict


class Drawn(BaseModel):
    """One sampled frame: a digest of what was drawn, and how much that was in characters."""

    frame: int
    digest: str = Field(max_length=200)
    length: int


class Answer(BaseModel):
    """The one line that a check says."""

    accepted: bool
    findings: list[Finding] = Field(max_length=100)
    frames: list[Drawn] = Field(max_length=100)
    ms: float


class Reached(BaseModel):
    """What a check says on the way: so many of the frames that it knows of are drawn."""

    drawn: int = Field(ge=0)
    of: int = Field(gt=0)


class Renderer:
    def __init__(self, argv: Sequence[str], limits: Limits, hand: Hand, cell: Cell | None) -> None:
        self._limits = limits
        self._hand = hand
        self._spare = Spare(lambda: Child(argv, most_bytes=limits.output_bytes, cell=cell))

    def render(self, bundle: bytes, command: RenderCheck, passed: Passed = unwatched) -> Verdict:
        """Draw a bundle as the command says; `passed` is told of each frame that is drawn.

        Raises:
            GateUnavailableError: the check does not start, twice in a row.
        """
        with self._hand.holding(self._ready()) as child:
            lines = _Lines(passed)
            asked = _request(bundle, command, self._limits)
            heard = child.hear_until(lines.take, asked, within_s=self._limits.render_s)
            if heard.ending is Ending.HEARD and (answer := _answer_in(lines.last)):
                return _verdict(answer)
            exit_code = child.end(grace_s=1.0 if heard.ending is Ending.CLOSED else 0.0)
            return Verdict(accepted=False, findings=(self._fate(heard, exit_code),))

    def warm(self) -> None:
        """Have a child ready for the next check."""
        self._spare.warm()

    def close(self) -> None:
        """End the spare child, and keep none from now on."""
        self._spare.close()

    def _ready(self) -> Child:
        """The spare, or a new child if the spare died while it waited."""
        said, err = "", b""
        for _ in range(2):
            child = self._spare.take()
            heard = child.hear_line(b"", within_s=self._limits.ready_s)
            if heard.ending is Ending.HEARD:
                return child
            child.end()
            said, err = _tail(heard.err) or heard.ending, bytes(heard.err)
        raise GateUnavailableError(f"the render check does not start ({said}); run the set-up again", err)

    def _fate(self, heard: Heard, exit_code: int) -> Finding:
        """What it means that a child gave no verdict."""
        if heard.ending is Ending.LATE:
            return finding("render.timeout", f"drawing did not end within {self._limits.render_s:g} s")
        if heard.ending is Ending.FLOODED:
            return finding("render.flooded", f"more than {self._limits.output_bytes} bytes came out of drawing")
        if heard.ending is Ending.HEARD:
            return finding("render.crashed", "the check answered with something that is no verdict")
        if exit_code == -signal.SIGXCPU:
            return finding("render.timeout", f"drawing used more than {self._limits.cpu_s} s of the processor")
        if _OUT_OF_MEMORY.search(heard.err):
            return finding("render.memory", f"drawing used more than {self._limits.heap_mb} MB")
        return finding("render.crashed", f"the check died (exit code {exit_code}): {_tail(heard.err)}")


def check_command(node: Path, check: Path, limits: Limits) -> list[str]:
    """How the render check is started: it may read its own program, and nothing else."""
    return [
        str(node),
        "--permission",
        f"--allow-fs-read={check}",
        "--experimental-vm-modules",
        # An error of Node's own (a full stack makes one) leads to the host's Function: it must make nothing either.
        "--disallow-code-generation-from-strings",
        "--no-warnings",
        f"--max-old-space-size={limits.heap_mb}",
        str(check),
    ]


_OUT_OF_MEMORY = re.compile(rb"out of memory|allocation failed|OOM|bad_alloc", re.IGNORECASE)
_MOST_OF_LINE = 100
"""Bytes of a line that says how far a check is."""

_MOST_TEXT = 600
"""Characters of a message that a guest may have made; more serves nobody."""


def _request(bundle: bytes, command: RenderCheck, limits: Limits) -> bytes:
    request: dict[str, JsonValue] = {
        "bundle": bundle.decode(),
        "props": command.props,
        "width": command.video.width,
        "height": command.video.height,
        "fps": command.video.fps,
        "durationFrames": command.duration_frames,
        "assets": list(command.assets),
        "frames": list(sampled(command.duration_frames)),
        "timeoutMs": limits.frame_s * 1000,
    }
    return json.dumps(request).encode() + b"\n"


class _Lines:
    """What a check says, line by line: how far it is, and at the end something else."""

    def __init__(self, passed: Passed) -> None:
        self._passed = passed
        self.last = b""

    def take(self, out: bytearray) -> bool:
        """Whether the last line has come."""
        while not self.last and b"\n" in out:
            line, _, rest = bytes(out).partition(b"\n")
            out[:] = rest
            if reached := _reached_in(line):
                self._passed("render", reached.drawn, reached.of)
            else:
                self.last = line or b" "
        return bool(self.last)


def _reached_in(line: bytes) -> Reached | None:
    try:
        return Reached.model_validate_json(line) if len(line) < _MOST_OF_LINE else None
    except ValidationError:
        return None


def _answer_in(line: bytes) -> Answer | None:
    try:
        return Answer.model_validate_json(line)
    except ValidationError:
        return None


def _verdict(answer: Answer) -> Verdict:
    findings = tuple(_trimmed(found) for found in answer.findings)
    judged = Verdict(accepted=answer.accepted, findings=findings)
    frames: list[JsonValue] = [drawn.model_dump() for drawn in sorted(answer.frames, key=lambda drawn: drawn.frame)]
    report: dict[str, JsonValue] = {"frames": frames, "draw_ms": answer.ms}
    return judged.model_copy(update={"accepted": answer.accepted and not judged.errors, "report": report})


def _trimmed(found: Finding) -> Finding:
    known = CODES.get(found.code)
    hint = found.hint or (known.hint if known else "")
    return found.model_copy(update={"message": found.message[:_MOST_TEXT], "hint": hint[:_MOST_TEXT]})


def _tail(err: bytes) -> str:
    """The last words of a child, on one line."""
    return " ".join(err[-2000:].decode(errors="replace").split())[-200:]
