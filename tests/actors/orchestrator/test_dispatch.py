import pytest

from actors.messages import BUILD_WORKER, JOURNAL, LLM, TOOL_EXECUTOR, Perform, Sending, Write
from actors.orchestrator.dispatch import sending
from pipeline.commands import Act, AskModel, Build, Publish, Recall, RenderCheck
from pipeline.ids import JobId, MessageId, ProjectId, SceneId
from pipeline.project import Video
from pipeline.replay import Key
from storage.entries import PublishRevision
from tests.pipeline.play import BUNDLE, call

PUBLISH = Publish(scene=SceneId("scene_1"), generation=1, source="", bundle=BUNDLE)


@pytest.mark.parametrize(
    ("command", "to"),
    [
        (AskModel(role="plan", messages=()), LLM),
        (Act(call=call("plan_scenes")), TOOL_EXECUTOR),
        (Recall(before=MessageId("msg_1")), TOOL_EXECUTOR),
        (Build(source=""), BUILD_WORKER),
        (RenderCheck(bundle=BUNDLE, video=Video(), duration_frames=1), BUILD_WORKER),
    ],
)
def test_each_command_goes_to_who_performs_it(command: AskModel | Act | Recall | Build | RenderCheck, to: str) -> None:
    work = Perform(ProjectId("prj_1"), JobId("job_1"), 1, Key("step", 0), 1, command)
    assert sending(work) == Sending(to, work)


def test_a_publish_is_a_write() -> None:
    work = Perform(ProjectId("prj_1"), JobId("job_1"), 3, Key("publish", 0), 2, PUBLISH)
    written = PublishRevision(work.job, 3, work.key, 2, PUBLISH)
    assert sending(work) == Sending(JOURNAL, Write(written))
