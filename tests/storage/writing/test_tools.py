from pipeline.changes import AddScene, NotePlan, RemoveScene, SetVideo, UpdateScene
from pipeline.commands import ToolResult
from pipeline.events import ComponentQueued, ToolComplete, ToolError
from pipeline.ids import SceneId
from pipeline.jobs import ComponentBrief, JobStatus
from pipeline.replay import Key
from storage.entries import Recorded, Written
from tests.storage.opened import ACT, PROJECT, SCENE, TURN, Store, component, plan, scene, tool

OTHER = SceneId("scn_2")


def _names(written: Written) -> list[str]:
    return [stored.event.wire_name() for stored in written.events]


def test_a_plan_adds_its_scenes_and_starts_their_jobs(store: Store) -> None:
    store.begin()
    changes = (NotePlan(title="T", scenes=(SCENE, OTHER)), *plan(SCENE, OTHER).changes)
    written = store.write(tool(changes=changes, jobs=plan(SCENE, OTHER).jobs, content="planned"))
    queued = ["component.queued"] * 2
    assert _names(written) == [
        "plan.created",
        "scene.added",
        "scene.added",
        *queued,
        "history.updated",
        "tool.complete",
    ]
    result = ToolResult(call="call_1", name="plan_scenes", ok=True, content="planned", jobs=written.new_jobs)
    assert written.recorded == Recorded(TURN, ACT, result)
    assert store.reader.recorded(TURN) == {ACT: result}
    assert store.reader.open_jobs() == [TURN, *written.new_jobs]


def test_events_of_a_call_name_the_step_and_those_of_a_new_job_name_that_job(store: Store) -> None:
    store.begin()
    written = store.write(plan(SCENE))
    added, queued, _, complete = (stored.event for stored in written.events)
    assert (added.job, added.step, added.attempt) == (TURN, "act", 1)
    assert isinstance(queued, ComponentQueued)
    assert (queued.job, queued.scene, queued.percent) == (written.new_jobs[0], SCENE, 0)
    assert isinstance(complete, ToolComplete)
    assert (complete.call, complete.name, complete.summary) == ("call_1", "plan_scenes", "a plan")


def test_a_new_job_has_the_scenes_next_generation(store: Store) -> None:
    store.begin()
    (first,) = store.write(plan(SCENE)).new_jobs
    (second,) = store.write(tool(key=Key("act", 1), jobs=(component(SCENE, "orange"),))).new_jobs
    jobs = [store.reader.job(job) for job in (first, second)]
    assert [(job.kind, job.status, job.scene, job.message, job.generation) for job in jobs] == [
        ("component", JobStatus.QUEUED, SCENE, None, 1),
        ("component", JobStatus.QUEUED, SCENE, None, 2),
    ]
    briefs = [job.brief() for job in jobs]
    assert [brief.scene.generation for brief in briefs if isinstance(brief, ComponentBrief)] == [1, 2]
    assert store.reader.project(PROJECT).scenes[0].generation == 2


def test_a_new_job_is_briefed_on_scene_and_video_as_they_are_in_the_transaction(store: Store) -> None:
    store.begin()
    store.write(plan(SCENE))
    longer, tall = UpdateScene(scene=SCENE, duration_frames=200), SetVideo(height=1280)
    store.write(tool(key=Key("act", 1), changes=(longer, tall)))
    (job,) = store.write(tool(key=Key("act", 2), jobs=(component(SCENE),))).new_jobs
    brief = store.reader.job(job).brief()
    assert isinstance(brief, ComponentBrief)
    assert (brief.scene.duration_frames, brief.video.height) == (200, 1280)


def test_the_same_call_again_is_answered_with_what_was_recorded(store: Store) -> None:
    store.begin()
    first = store.write(plan(SCENE))
    again = store.write(plan(SCENE))
    assert again == Written(job=TURN, recorded=first.recorded)
    assert (store.count("scene"), store.count("job")) == (1, 2)


def test_the_id_of_a_job_follows_from_the_call(store: Store) -> None:
    store.begin()
    written = store.write(plan(SCENE, OTHER))
    assert len({*written.new_jobs}) == 2
    assert all(job.startswith("job_") for job in written.new_jobs)


def test_a_refused_change_is_a_result_and_nothing_of_its_call_is_applied(store: Store) -> None:
    store.begin()
    written = store.write(tool(changes=(AddScene(scene=scene(SCENE)), RemoveScene(scene=OTHER))))
    sentence = f"{OTHER} is not a scene of this project; it has {SCENE} (Scene {SCENE})"
    (error,) = (stored.event for stored in written.events)
    assert error == ToolError(
        project=PROJECT,
        job=TURN,
        trace=TURN,
        step="act",
        attempt=1,
        at=error.at,
        call="call_1",
        name="plan_scenes",
        message=sentence,
    )
    assert store.reader.recorded(TURN)[ACT] == ToolResult(call="call_1", name="plan_scenes", ok=False, content=sentence)
    assert store.reader.project(PROJECT).scenes == ()


def test_a_change_out_of_range_is_a_result_too(store: Store) -> None:
    store.begin()
    store.write(plan(SCENE))
    written = store.write(tool(key=Key("act", 1), changes=(UpdateScene(scene=SCENE, duration_frames=0),)))
    assert _names(written) == ["tool.error"]


def test_a_job_for_an_unknown_scene_refuses_the_call(store: Store) -> None:
    store.begin()
    written = store.write(tool(changes=(AddScene(scene=scene(OTHER)),), jobs=(component(SCENE),)))
    assert _names(written) == ["tool.error"]
    assert written.new_jobs == ()
    assert store.count("scene") == 0


def test_a_refusal_given_by_the_tool_is_the_result(store: Store) -> None:
    store.begin()
    written = store.write(tool(refusal="the arguments are not JSON", changes=plan(SCENE).changes))
    assert written.recorded is not None
    assert written.recorded.reply == ToolResult(
        call="call_1", name="plan_scenes", ok=False, content="the arguments are not JSON"
    )
    assert store.count("scene") == 0


def test_an_id_that_a_scene_had_is_not_given_again(store: Store) -> None:
    store.begin()
    store.write(plan(SCENE))
    store.write(tool(key=Key("act", 1), changes=(RemoveScene(scene=SCENE),)))
    for count, changes in enumerate((plan(SCENE).changes, plan(OTHER, OTHER).changes)):
        written = store.write(tool(key=Key("act", 2 + count), changes=changes))
        assert _names(written) == ["tool.error"]
    assert store.reader.project(PROJECT).scenes == ()
