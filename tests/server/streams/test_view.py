from pipeline.events import MessageView, Snapshot
from pipeline.events.vector import Vector
from pipeline.events.wire import Cursor
from pipeline.ids import JobId, MessageId, SceneId
from pipeline.jobs import JobStatus, JobView
from pipeline.project import Scene, Video
from server.streams.view import WHOLE, OneJob, OneOfMany, renamed
from tests.server.streams.made import PROJECT

JOBS = tuple(
    JobView(id=JobId(f"j{n}"), project=PROJECT, kind="component", status=JobStatus.RUNNING, scene=SceneId(f"s{n}"))
    for n in (1, 2)
)
SNAPSHOT = Snapshot(
    project=PROJECT,
    seq=4,
    video=Video(),
    scenes=tuple(Scene(id=SceneId(f"s{n}"), name="n", duration_frames=9) for n in (1, 2)),
    messages=(MessageView(id=MessageId("m"), role="assistant", content="", job=JobId("j2")),),
    jobs=JOBS,
)


def test_the_whole_project_is_shared_as_it_is() -> None:
    assert WHOLE.shares
    assert WHOLE.told(SNAPSHOT) is SNAPSHOT
    assert WHOLE.id(PROJECT, Cursor("e", 4)) == "e.4"


def test_one_job_is_told_with_its_scene_and_its_message() -> None:
    told = OneJob(JobId("j2")).told(SNAPSHOT)
    assert ([job.id for job in told.jobs], [scene.id for scene in told.scenes]) == (["j2"], ["s2"])
    assert [message.id for message in told.messages] == ["m"]
    assert OneJob(JobId("j1")).told(SNAPSHOT).messages == ()
    assert OneJob(JobId("j2")).id(PROJECT, Cursor("e", 4)) == "e.4"


def test_one_of_many_moves_the_vector_of_all() -> None:
    vector = Vector()
    assert OneOfMany(vector).id(PROJECT, Cursor("e", 4)) == "e.p=4"
    assert OneOfMany(vector).told(SNAPSHOT) is SNAPSHOT


def test_a_frame_keeps_all_but_its_id() -> None:
    assert renamed(b"id: e.4\nevent: x\ndata: {}\n\n", "e.p=4") == b"id: e.p=4\nevent: x\ndata: {}\n\n"
