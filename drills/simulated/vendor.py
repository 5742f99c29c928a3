"""What the invented model, tools and gates answer, and how often they fail."""

import random
from dataclasses import dataclass, field

from pipeline.chat import ModelAnswer, ToolCall, Usage
from pipeline.commands import AskModel, Inspect, Inspection
from pipeline.failures import ErrorClass, ErrorContext
from pipeline.findings import Finding, Verdict
from pipeline.ids import JobId, SceneId, Sha256
from pipeline.jobs import ComponentBrief, NewJob
from pipeline.project import Scene, Video

BUNDLE = Sha256("b" * 64)
_CODE = ModelAnswer(text="```tsx\nexport default () => null;\n```", finish_reason="stop", model="m", provider="p")
_SAID = ModelAnswer(text="It is being made.", finish_reason="stop", model="m", provider="p")
_ACCEPTED = 0.9
_FAILURES = (
    (0.03, ErrorContext(code="model.outage", error_class=ErrorClass.TRANSIENT, message="down", provider="p")),
    (0.01, ErrorContext(code="model.rate-limited", error_class=ErrorClass.RATE_LIMITED, message="wait", provider="p")),
    (0.01, ErrorContext(code="model.timeout", error_class=ErrorClass.TIMEOUT, message="late", provider="p")),
    (0.001, ErrorContext(code="model.refused", error_class=ErrorClass.INVALID_INPUT, message="no", provider="p")),
)


@dataclass
class Vendor:
    """One seed's luck. While `out`, every model call fails; poison jobs kill each worker that builds for them."""

    dice: random.Random
    out: bool = False
    poison: set[JobId] = field(default_factory=set)

    def answer(self, ask: AskModel) -> ModelAnswer | ErrorContext:
        """What one call of the model comes to."""
        if self.out:
            return _FAILURES[0][1]
        at = self.dice.random()
        for chance, failure in _FAILURES:
            if at < chance:
                wait_s = self.dice.uniform(1.0, 20.0) if failure.error_class is ErrorClass.RATE_LIMITED else None
                return failure.model_copy(update={"retry_after_s": wait_s})
            at -= chance
        if ask.role != "plan":
            return _CODE
        return _SAID if ask.round else self._calls()

    def verdict(self) -> Verdict:
        """What one check comes to."""
        if self.dice.random() < _ACCEPTED:
            return Verdict(accepted=True, bundle=BUNDLE)
        code = self.dice.choice(("syntax.invalid", "import.forbidden", "render.blank"))
        return Verdict(accepted=False, findings=(Finding(code=code, message=code),))

    def inspection(self, command: Inspect) -> Inspection:
        """What a look at a published revision comes to."""
        bad = self.dice.random() > _ACCEPTED
        findings = (Finding(code="pixels.blank", message="it is blank"),) if bad else ()
        return Inspection(revision=command.revision, ran=True, findings=findings)

    def new_jobs(self, turn: JobId, ordinal: int) -> tuple[NewJob, ...]:
        """The components that a tool call asks for: mostly new scenes, now and then two for one."""
        number = int(turn.rpartition("_")[2])
        scenes = [SceneId(f"scene_{number}_{ordinal}_{at // 2}") for at in range(1 + number % 3)]
        return tuple(NewJob(scene=scene, brief=_brief(scene)) for scene in scenes)

    def _calls(self) -> ModelAnswer:
        calls = tuple(
            ToolCall(id=f"c{at}", name="invented", arguments=f"[{at}]") for at in range(self.dice.choice((1, 1, 2)))
        )
        return ModelAnswer(
            text="", tool_calls=calls, finish_reason="tool_calls", model="m", provider="p", usage=Usage()
        )


def _brief(scene: SceneId) -> ComponentBrief:
    return ComponentBrief(scene=Scene(id=scene, name=scene, duration_frames=60), video=Video(), number=1, of=1)
