"""A store on real files with a clock and ids that tests can foretell, and the first lines of many stories."""

from collections import Counter
from pathlib import Path
from typing import Any, TypeVar

from pipeline.changes import AddScene
from pipeline.chat import ChatMessage, ToolCall
from pipeline.commands import AskModel, Publish
from pipeline.flow import Command
from pipeline.ids import AssetId, JobId, MessageId, ProjectId, SceneId, Sha256
from pipeline.jobs import ComponentBrief, JobStatus, NewJob
from pipeline.project import Scene, Video
from pipeline.replay import Key
from storage.artifacts import ArtifactStore
from storage.condition import Condition
from storage.database import open_database
from storage.entries import (
    AcceptMessage,
    AdvanceJob,
    ApplyTool,
    CreateProject,
    Entry,
    PublishRevision,
    Refused,
    StepStarted,
    Written,
)
from storage.reader import Reader
from storage.replies import Replies
from storage.writer import Writer

Error = TypeVar("Error", bound=Exception)

PROJECT = ProjectId("prj_1")
TURN = JobId("job_turn")
ASKED = MessageId("msg_asked")
ANSWER = MessageId("msg_answer")
SCENE = SceneId("scn_1")
BUNDLE = Sha256("b" * 64)
ASK: Command[Any] = AskModel(role="plan", messages=(ChatMessage(role="user", content="a teaser"),), to=ANSWER)
CALL = ToolCall(id="call_1", name="plan_scenes", arguments="{}")
ACT = Key("act", 0)
START = 1_790_000_000.0


class Store:
    """The data folder of one test, opened; every batch is a second later than the one before."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._now = START
        self._counts: Counter[str] = Counter()
        self.database = open_database(folder)
        self.condition = Condition()
        self.artifacts = ArtifactStore(folder / "artifacts", self.condition)
        self.writer = Writer(
            self.database,
            clock=self._tick,
            ids=self._new_id,
            replies=Replies(self.artifacts),
            condition=self.condition,
        )
        self.reader = Reader(folder)

    def close(self) -> None:
        self.reader.close()
        self.database.close()

    def write(self, entry: Entry) -> Written:
        """Write one entry that must hold."""
        (answer,) = self.writer.write([entry])
        assert isinstance(answer, Written), answer
        return answer

    def refusal(self, entry: Entry, kind: type[Error]) -> Error:
        """Write one entry that must be refused; returns why."""
        (answer,) = self.writer.write([entry])
        assert isinstance(answer, Refused)
        assert isinstance(answer.error, kind), answer.error
        return answer.error

    def count(self, table: str) -> int:
        """How many rows a table has."""
        cursor = self.database.connection.execute_sql(f"SELECT COUNT(*) FROM {table}")  # type: ignore[no-untyped-call]  # noqa: S608
        return int(cursor.fetchone()[0])

    def begin(self) -> None:
        """A project with a message whose turn runs in epoch 1."""
        self.write(CreateProject(PROJECT, Video(name="Nimbus")))
        self.write(message())
        self.write(AdvanceJob(TURN, 0, JobStatus.RUNNING, new_epoch=1))

    def begin_scene(self) -> JobId:
        """As `begin`, and one scene whose component job runs in epoch 1."""
        self.begin()
        (job,) = self.write(plan(SCENE)).new_jobs
        self.write(AdvanceJob(job, 0, JobStatus.RUNNING, new_epoch=1))
        return job

    def _tick(self) -> float:
        self._now += 1
        return self._now

    def _new_id(self, prefix: str) -> str:
        self._counts[prefix] += 1
        return f"{prefix}_{self._counts[prefix]}"


def message(
    content: str = "a teaser", *, suffix: str = "", key: str | None = None, attachments: tuple[AssetId, ...] = ()
) -> AcceptMessage:
    """A person's message to the project, its answer and its turn."""
    return AcceptMessage(
        project=PROJECT,
        user="maker",
        user_message=MessageId(ASKED + suffix),
        assistant_message=MessageId(ANSWER + suffix),
        content=content,
        job=JobId(TURN + suffix),
        idempotency_key=key,
        attachments=attachments,
    )


def scene(name: str, **fields: object) -> Scene:
    """A scene of 90 frames."""
    return Scene.model_validate({"id": name, "name": f"Scene {name}", "duration_frames": 90, **fields})


def component(name: SceneId, instruction: str | None = None) -> NewJob:
    """A component job for a scene, commissioned by somebody who saw the scene as it first was."""
    brief = ComponentBrief(scene=scene(name), video=Video(), number=1, of=1, instruction=instruction)
    return NewJob(scene=name, brief=brief)


def plan(*scenes: SceneId, key: Key = ACT) -> ApplyTool:
    """A tool call that adds scenes and has a component written for each."""
    changes = tuple(AddScene(scene=scene(name)) for name in scenes)
    return tool(key=key, changes=changes, jobs=tuple(component(name) for name in scenes), content="planned")


def tool(**fields: object) -> ApplyTool:
    """A tool call of the turn, in epoch 1."""
    whole = {"job": TURN, "epoch": 1, "key": ACT, "attempt": 1, "call": CALL, "summary": "a plan", **fields}
    return ApplyTool(**whole)  # type: ignore[arg-type]  # tests name the fields they mean


def publish(job: JobId, generation: int = 1, **fields: object) -> PublishRevision:
    """A publish of the component job, in epoch 1."""
    asked = Publish(scene=SCENE, generation=generation, source=f"source of {job}", bundle=BUNDLE)
    whole = {"job": job, "epoch": 1, "key": Key("publish", 0), "attempt": 1, "publish": asked, **fields}
    return PublishRevision(**whole)  # type: ignore[arg-type]  # tests name the fields they mean


def started(key: Key, attempt: int = 1) -> StepStarted:
    """An attempt that asks the model."""
    return StepStarted(key, attempt, ASK)


def advance(status: JobStatus = JobStatus.RUNNING, **fields: object) -> AdvanceJob:
    """A decision on the turn, by its owner of epoch 1."""
    whole = {"job": TURN, "epoch": 1, "status": status, **fields}
    return AdvanceJob(**whole)  # type: ignore[arg-type]  # tests name the fields they mean
