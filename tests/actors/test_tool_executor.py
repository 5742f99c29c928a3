from collections.abc import Iterator
from queue import Queue
from typing import Any

import pytest

from actors.messages import JOURNAL, ORCHESTRATOR, TOOL_EXECUTOR, AttemptFailed, DropWork, Perform, Performed, Write
from actors.runtime import Actor, ActorSystem, ChildSpec, Supervisor
from actors.tool_executor import ToolExecutor
from pipeline.chat import ChatMessage
from pipeline.commands import Act, Build, Recall, Recollection
from pipeline.flow import Command
from pipeline.ids import JobId, MessageId, ProjectId
from pipeline.project import Project, Video
from pipeline.replay import Key
from storage.entries import ApplyTool
from storage.errors import StoreUnavailableError
from tests.pipeline.play import a_project, call

PATIENCE_S = 30.0
SAID = (ChatMessage(role="user", content="before"),)
LONG = '{"title": "N", "scenes": [{"name": "Title", "description": "d", "duration_seconds": 600}]}'


class Ears(Actor):
    def __init__(self, heard: "Queue[Any]") -> None:
        self._heard = heard

    def on_receive(self, message: object) -> None:
        self._heard.put(message)


class Shelf:
    """The projects; the store does not answer the first few times."""

    def __init__(self) -> None:
        self.kept = a_project(scenes=2)
        self.silent = 0

    def project(self, project: ProjectId) -> Project:
        assert project == self.kept.id
        if self.silent:
            self.silent -= 1
            raise StoreUnavailableError
        return self.kept

    def recollection(self, project: ProjectId, before: MessageId) -> Recollection:
        assert before == "msg_1"
        return Recollection(project=self.project(project), history=SAID)


class Workshop:
    """The real tool executor; what it says to others is heard."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self.heard: Queue[Any] = Queue()
        self.system = ActorSystem()
        specs = [ChildSpec(name, lambda: Ears(self.heard)) for name in (JOURNAL, ORCHESTRATOR)]
        self.supervisor = Supervisor(self.system, [*specs, ChildSpec(TOOL_EXECUTOR, lambda: ToolExecutor(self.shelf))])
        self.supervisor.start()

    def do(self, command: Command[Any]) -> object:
        work = Perform(self.shelf.kept.id, JobId("job_1"), 1, Key("act", 0), 1, command)
        self.system.address(TOOL_EXECUTOR).tell(work)
        return self.heard.get(timeout=PATIENCE_S)

    def intent(self, name: str, arguments: str) -> ApplyTool:
        write = self.do(Act(call=call(name, arguments)))
        assert isinstance(write, Write)
        assert isinstance(write.entry, ApplyTool)
        return write.entry


@pytest.fixture
def shop() -> Iterator[Workshop]:
    place = Workshop()
    yield place
    place.supervisor.stop(PATIENCE_S)
    place.system.stop()


def test_a_project_and_what_was_said_are_recalled(shop: Workshop) -> None:
    performed = shop.do(Recall(before=MessageId("msg_1")))
    assert isinstance(performed, Performed)
    assert performed.reply == Recollection(project=shop.shelf.kept, history=SAID)


def test_what_a_call_intends_goes_to_the_journal(shop: Workshop) -> None:
    intent = shop.intent("remove_scene", '{"scene_id": "scene_1"}')
    assert intent.refusal is None
    assert [change.kind for change in intent.changes] == ["remove-scene"]
    assert (intent.job, intent.epoch, intent.key) == ("job_1", 1, Key("act", 0))


def test_the_same_call_intends_the_same_ids_again(shop: Workshop) -> None:
    arguments = '{"title": "N", "scenes": [{"name": "Title", "description": "d", "duration_seconds": 2}]}'
    assert shop.intent("plan_scenes", arguments) == shop.intent("plan_scenes", arguments)


@pytest.mark.parametrize(
    ("name", "arguments", "said"),
    [
        ("fly", "{}", "fly is not a tool"),
        ("plan_scenes", "{half", "not JSON"),
        ("remove_scene", '{"scene_id": "scene_9"}', "scene_9 is not a scene of this project"),
    ],
)
def test_a_call_that_does_not_fit_is_refused_with_a_sentence(
    shop: Workshop, name: str, arguments: str, said: str
) -> None:
    assert said in (shop.intent(name, arguments).refusal or "")


def test_a_change_that_no_project_may_have_is_refused_and_harms_nobody(shop: Workshop) -> None:
    shop.shelf.kept = a_project(video=Video(fps=120))
    refusal = shop.intent("plan_scenes", LONG).refusal or ""
    assert refusal.startswith("what plan_scenes would change does not fit the project: duration_frames")
    assert "http" not in refusal


def test_while_the_store_does_not_answer_the_work_waits_and_no_attempt_fails(shop: Workshop) -> None:
    shop.shelf.silent = 2
    assert isinstance(shop.do(Recall(before=MessageId("msg_1"))), Performed)
    assert shop.shelf.silent == 0
    assert shop.supervisor.decisions == ()


def test_a_command_of_others_fails_the_attempt(shop: Workshop) -> None:
    failed = shop.do(Build(source=""))
    assert isinstance(failed, AttemptFailed)
    assert "not Build" in failed.error.detail


def test_dropping_work_stops_nothing(shop: Workshop) -> None:
    shop.system.address(TOOL_EXECUTOR).tell(DropWork(JobId("job_1"), 1))
    assert isinstance(shop.do(Recall(before=MessageId("msg_1"))), Performed)
