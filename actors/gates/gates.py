"""The gates of one build worker: a source goes through `build`, its bundle through `render`."""

import hashlib
import time
from pathlib import Path

from pydantic import JsonValue

from actors.gates.bundle import Bundled, Bundler
from actors.gates.hand import Hand
from actors.gates.limits import Limits, refusals
from actors.gates.programs import Programs, exported_names
from actors.gates.render import Renderer, check_command
from pipeline.commands import RenderCheck
from pipeline.findings import Verdict
from pipeline.ids import Sha256


class Gates:
    """Used by one thread at a time; `interrupt` may be called from any. A rejection is a verdict, never an error."""

    def __init__(
        self,
        *,
        node: Path,
        esbuild: Path,
        check: Path,
        symbols: Path | None = None,
        limits: Limits | None = None,
    ) -> None:
        """With no `symbols`, a name that a module lacks is left to the render check to find."""
        self._limits = limits or Limits()
        self._hand = Hand()
        exports = exported_names(symbols) if symbols else {}
        self._bundler = Bundler(esbuild, exports, self._limits, self._hand, self._limits.cell())
        command = check_command(node, check, self._limits)
        self._renderer = Renderer(command, self._limits, self._hand, self._limits.cell(reads=(str(check),)))

    @classmethod
    def of(cls, programs: Programs, limits: Limits | None = None) -> "Gates":
        """The gates that run these programs."""
        return cls(
            node=programs.node,
            esbuild=programs.esbuild,
            check=programs.check,
            symbols=programs.symbols,
            limits=limits,
        )

    def build(self, source: str) -> tuple[Verdict, bytes | None]:
        """Pass a source through the gates before rendering; the bundle is there if it was accepted.

        Raises:
            GateInterruptedError: `interrupt` was called meanwhile.
            GateUnavailableError: esbuild does not start.
        """
        started = time.perf_counter()
        try:
            with self._hand.work():
                refused = refusals(source, self._limits)
                bundled = Bundled(b"", refused) if refused else self._bundler.bundle(source)
        finally:
            self._bundler.warm()
        report: dict[str, JsonValue] = {"build_ms": _ms_since(started), "bundle_bytes": len(bundled.code)}
        judged = Verdict(accepted=True, findings=bundled.findings, report=report)
        if judged.errors:
            return judged.model_copy(update={"accepted": False}), None
        bundle = Sha256(hashlib.sha256(bundled.code).hexdigest())
        return judged.model_copy(update={"bundle": bundle}), bundled.code

    def render(self, bundle: bytes, command: RenderCheck) -> Verdict:
        """Really draw a bundle at sampled frames.

        Raises:
            GateInterruptedError: `interrupt` was called meanwhile.
            GateUnavailableError: the render check does not start.
        """
        started = time.perf_counter()
        try:
            with self._hand.work():
                judged = self._renderer.render(bundle, command)
        finally:
            self._renderer.warm()
        report = {**judged.report, "render_ms": _ms_since(started)}
        return judged.model_copy(update={"bundle": command.bundle, "report": report})

    def interrupt(self) -> None:
        """From any thread: end what is being done now, if anything; the next build or render is not touched."""
        self._hand.interrupt()

    def close(self) -> None:
        """End every child; nothing outlives this."""
        self._hand.interrupt()
        self._bundler.close()
        self._renderer.close()


def _ms_since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
