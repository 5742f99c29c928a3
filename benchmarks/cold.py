"""The plain way to build and draw a component: esbuild's command line, then a fresh Node, both started for it alone."""

import json
import subprocess
from dataclasses import dataclass
from time import perf_counter

from actors.gates.frames import sampled
from actors.gates.programs import Programs
from pipeline.commands import RenderCheck


@dataclass(frozen=True)
class Spent:
    """Milliseconds."""

    bundle: float
    render: float

    @property
    def both(self) -> float:
        return self.bundle + self.render


class Cold:
    def __init__(self, programs: Programs) -> None:
        shim = programs.packages / "esbuild" / "bin" / "esbuild"
        flags = ("--bundle", "--external:*", "--format=esm", "--loader=tsx", "--jsx=automatic", "--sourcemap=inline")
        self._bundle = [str(programs.node), str(shim), *flags]
        self._draw = [str(programs.node), "--experimental-vm-modules", "--no-warnings", str(programs.check)]

    def spend(self, source: str, command: RenderCheck) -> Spent:
        """Build and draw once, outside any jail."""
        begun = perf_counter()
        bundle = _said(self._bundle, source)
        built = perf_counter()
        request = {
            "bundle": bundle,
            "width": command.video.width,
            "height": command.video.height,
            "fps": command.video.fps,
            "durationFrames": command.duration_frames,
            "frames": list(sampled(command.duration_frames)),
        }
        _said(self._draw, json.dumps(request) + "\n")
        return Spent((built - begun) * 1000, (perf_counter() - built) * 1000)


def _said(argv: list[str], text: str) -> str:
    return subprocess.run(argv, input=text, capture_output=True, text=True, check=True).stdout
