"""The gates of one build worker: a source goes through `build`, its bundle through `render`."""

import hashlib
import time
from concurrent.futures import ThreadPoolExecutor

from pydantic import JsonValue

from actors.gates.bundle import Bundled, Bundler
from actors.gates.excerpts import with_excerpts
from actors.gates.hand import Hand
from actors.gates.limits import Limits, refusals
from actors.gates.passed import Passed, unwatched
from actors.gates.policy import Judged, policy_gate
from actors.gates.programs import Programs, modules_in
from actors.gates.render import Renderer, check_command
from actors.gates.types import types_gate
from pipeline.commands import RenderCheck
from pipeline.findings import Finding, Severity, Verdict
from pipeline.ids import Sha256


class Gates:
    """Used by one thread at a time; `interrupt` may be called from any. A rejection is a verdict, never an error."""

    def __init__(self, programs: Programs, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._hand = Hand()
        self._policy = policy_gate(programs, self._limits, self._hand)
        self._types = types_gate(programs, self._limits, self._hand)
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="types")
        modules = modules_in(programs.symbols)
        self._bundler = Bundler(programs.esbuild, modules, self._limits, self._hand, self._limits.cell())
        command = check_command(programs.node, programs.check, self._limits)
        self._renderer = Renderer(command, self._limits, self._hand, self._limits.cell(reads=(str(programs.check),)))

    def build(self, source: str, passed: Passed = unwatched) -> tuple[Verdict, bytes | None]:
        """Pass a source through the gates before rendering; the bundle is there if it was accepted.

        Raises:
            GateInterruptedError: `interrupt` was called meanwhile.
            GateUnavailableError: a program of the gates does not start.
        """
        started = time.perf_counter()
        try:
            with self._hand.work():
                passed("parse", 0, 1)
                judged = self._judged(source)
                read_ms = _ms_since(started)
                passed("bundle", 0, 1)
                bundled = self._bundled(judged)
        finally:
            self._bundler.warm()
        props: list[JsonValue] = [prop.model_dump(mode="json") for prop in judged.props]
        report: dict[str, JsonValue] = {"read_ms": read_ms, "build_ms": _ms_since(started), "props": props}
        findings = with_excerpts(bundled.findings, judged.source)
        if not bundled.code:
            return Verdict(accepted=False, findings=findings, report=report), None
        return _built(source, judged, bundled).model_copy(update={"findings": findings, "report": report}), bundled.code

    def render(self, bundle: bytes, command: RenderCheck, passed: Passed = unwatched) -> Verdict:
        """Really draw a bundle at sampled frames, and look at the types of its source meanwhile.

        Raises:
            GateInterruptedError: `interrupt` was called meanwhile.
            GateUnavailableError: the render check does not start.
        """
        started = time.perf_counter()
        try:
            with self._hand.work():
                types = self._beside.submit(self._types_of, command.source)
                judged = self._renderer.render(bundle, command, passed)
                render_ms = _ms_since(started)
                if not types.done():
                    passed("types", 0, 1)
                found, types_ms = types.result()
        finally:
            self._renderer.warm()
        report = {**judged.report, "render_ms": render_ms, "types_ms": types_ms}
        findings = with_excerpts((*judged.findings, *found), command.source)
        return judged.model_copy(update={"bundle": command.bundle, "findings": findings, "report": report})

    def interrupt(self) -> None:
        """From any thread: end what is being done now, if anything; the next build or render is not touched."""
        self._hand.interrupt()

    def close(self) -> None:
        """End every child; nothing outlives this."""
        self._hand.interrupt()
        self._policy.close()
        self._types.close()
        self._beside.shutdown()
        self._bundler.close()
        self._renderer.close()

    def _judged(self, source: str) -> Judged:
        refused = refusals(source, self._limits)
        return Judged(source, refused) if refused else self._policy.judge(source)

    def _types_of(self, source: str) -> tuple[tuple[Finding, ...], float]:
        started = time.perf_counter()
        return self._types.check(source) if source else (), _ms_since(started)

    def _bundled(self, judged: Judged) -> Bundled:
        """A source against which nothing stands, bundled; with what was found before."""
        if any(found.severity is Severity.ERROR for found in judged.findings):
            return Bundled(b"", judged.findings)
        bundled = self._bundler.bundle(judged.source)
        return Bundled(bundled.code, (*judged.findings, *bundled.findings))


def _built(source: str, judged: Judged, bundled: Bundled) -> Verdict:
    """Accepted; with the source as it was mended, if it was."""
    bundle = Sha256(hashlib.sha256(bundled.code).hexdigest())
    return Verdict(accepted=True, bundle=bundle, source=judged.source if judged.source != source else None)


def _ms_since(started: float) -> float:
    return round((time.perf_counter() - started) * 1000, 1)
