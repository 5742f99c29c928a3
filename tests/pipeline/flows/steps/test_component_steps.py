"""The steps of a component, each alone: what it asks, and what it makes of the reply."""

from collections.abc import Coroutine
from typing import Any

from pipeline.commands import AskModel, Build, Inspect, Publish, RenderCheck
from pipeline.findings import Verdict
from pipeline.flow import Command
from pipeline.flows.steps.build import build
from pipeline.flows.steps.generate import generate
from pipeline.flows.steps.inspect import inspect
from pipeline.flows.steps.publish import publish
from pipeline.flows.steps.repair import repair
from pipeline.flows.steps.validate import validate
from pipeline.ids import Sha256
from pipeline.mending import Approach
from pipeline.replay import Key, Run
from pipeline.value import Value
from tests.pipeline.play import ACCEPTED, BUILT, BUNDLE, LOOKED, PUBLISHED, a_brief, answer, rejected

WRITTEN = answer("```tsx\nexport default 1\n```")
SOURCE = "export default 1\n"


class Said(Value):
    """What a step returned."""

    value: Any


def played(step: Coroutine[Any, Any, Any], reply: Value) -> tuple[Key, Command[Any], object]:
    """The one checkpoint of the step, its command, and what the step returned."""

    async def flow() -> Value:
        return Said(value=await step)

    run = Run(flow())
    ((key, command),) = run.begin().items()
    run.hear(key, reply)
    assert isinstance(run.result, Said)
    return key, command, run.result.value


def test_generate_asks_the_writer_and_finds_the_source() -> None:
    key, command, source = played(generate(a_brief()), WRITTEN)
    assert (key, source) == (Key("generate", 0), SOURCE)
    assert isinstance(command, AskModel)
    assert (command.role, command.scene) == ("write", "scene_1")


def test_build_asks_for_just_the_source() -> None:
    assert played(build(SOURCE), BUILT) == (Key("build", 0), Build(source=SOURCE), BUILT)


def test_validate_renders_the_scene_as_it_is_and_keeps_the_findings_of_both_checks() -> None:
    built = Verdict(accepted=True, bundle=BUNDLE, findings=rejected("a").findings, report={"ms": 1})
    rendered = Verdict(accepted=False, findings=rejected("b").findings)
    _, command, verdict = played(validate(a_brief(), SOURCE, built, BUNDLE), rendered)
    assert isinstance(command, RenderCheck)
    assert (command.duration_frames, command.source) == (60, SOURCE)
    assert isinstance(verdict, Verdict)
    assert [finding.code for finding in verdict.findings] == ["a", "b"]
    assert (verdict.accepted, verdict.bundle) == (False, BUNDLE)


def test_repair_tells_the_findings_and_finds_the_source() -> None:
    key, command, source = played(repair(a_brief(), "old", rejected("syntax.invalid"), Approach.THIS), WRITTEN)
    assert (key.step, source) == ("repair", SOURCE)
    assert isinstance(command, AskModel)
    assert command.role == "repair"


def test_publish_names_the_generation_that_was_asked_for() -> None:
    _, command, published = played(publish(a_brief(), SOURCE, ACCEPTED, BUNDLE), PUBLISHED)
    assert published == PUBLISHED
    assert isinstance(command, Publish)
    assert (command.generation, command.source) == (0, SOURCE)


def test_a_look_is_at_the_revision_as_it_is_shown() -> None:
    brief = a_brief(files={"logo.png": "0" * 64})
    key, command, seen = played(inspect(brief, PUBLISHED, BUNDLE), LOOKED)
    assert key == Key("inspect", 0)
    assert command == Inspect(
        revision=PUBLISHED.revision,
        bundle=BUNDLE,
        video=brief.video,
        duration_frames=brief.scene.duration_frames,
        props=brief.scene.props,
        files={"logo.png": Sha256("0" * 64)},
    )
    assert seen == LOOKED
