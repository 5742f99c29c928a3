from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.making.client import Heard
from app.making.following import Progress, follow

TURN = "job_turn"


def told(name: str, job: str | None = TURN, **data: Any) -> Heard:  # noqa: ANN401  # the fields of an event
    return Heard(name, {"job": job, **data} if job else data)


QUEUED = told("component.queued", "job_1", scene="scene_1", turn=TURN)
TURN_OVER = told("job.complete")
SCENE_OVER = told("job.complete", "job_1")


def after(*heard: Heard) -> Progress:
    progress = Progress(TURN)
    for one in heard:
        progress.take(one)
    return progress


def test_is_over_when_the_turn_and_all_it_started_have_ended() -> None:
    assert not after(QUEUED, TURN_OVER).is_over
    assert not after(QUEUED, SCENE_OVER).is_over
    assert after(QUEUED, TURN_OVER, SCENE_OVER).is_over
    assert after(TURN_OVER).is_over


def test_an_event_that_comes_twice_changes_nothing() -> None:
    assert after(QUEUED, QUEUED, SCENE_OVER, SCENE_OVER) == after(QUEUED, SCENE_OVER)


def test_follows_how_far_each_scene_is_and_what_was_found() -> None:
    progress = after(
        told("scene.added", None, scene={"id": "scene_1", "name": "Title"}),
        QUEUED,
        told("component.generate.progress", "job_1", step="generate", percent=20),
        told("component.build.start", "job_1", step="build"),
        told("component.publish.complete", "job_1", step="publish", percent=100, findings=[{"code": "types"}]),
    )
    assert progress.scenes == {"scene_1": "Title"}
    assert (progress.percents, progress.stages) == ({"scene_1": 100}, {"scene_1": "publish"})
    assert progress.warnings == {"scene_1": [{"code": "types"}]}


def test_keeps_the_answer_and_why_something_failed() -> None:
    error = {"code": "rejected", "message": "refused"}
    progress = after(QUEUED, told("message.complete", content="Done."), told("job.failed", "job_1", error=error))
    assert (progress.answer, progress.ended, progress.errors) == ("Done.", {"job_1": "failed"}, {"job_1": error})


def test_a_job_that_is_resumed_has_not_ended() -> None:
    error = {"code": "rejected", "message": "refused"}
    progress = after(QUEUED, told("job.failed", "job_1", error=error), told("job.resumed", "job_1"))
    assert (progress.ended, progress.errors) == ({}, {})


def test_what_others_do_is_not_ours() -> None:
    progress = after(told("message.complete", "job_other", content="Theirs"), told("job.complete", "job_other"))
    assert (progress.answer, progress.ended) == ("", {})
    assert after(told("component.queued", "job_9", scene="scene_1", turn="job_other")).jobs == {}


def test_a_snapshot_tells_which_components_were_asked_for() -> None:
    asked = {"id": "job_1", "turn": TURN, "scene": "scene_1", "status": "running"}
    others = {"id": "job_2", "turn": "job_other", "scene": "scene_2", "status": "running"}
    ended = {"id": TURN, "status": "completed"}
    progress = after(told("snapshot", None, scenes=[], jobs=[ended, asked, others]))
    assert (progress.jobs, progress.is_over) == ({"job_1": "scene_1"}, False)


@pytest.mark.parametrize("status", ["completed", "failed", "cancelled"])
def test_a_snapshot_tells_what_ended_while_nobody_listened(status: str) -> None:
    jobs = [
        {"id": TURN, "status": status, "error": {"message": "why"} if status == "failed" else None},
        {"id": "job_1", "status": "running"},
        {"id": "job_other", "status": "completed"},
    ]
    progress = after(QUEUED, told("snapshot", None, scenes=[{"id": "scene_1", "name": "Title"}], jobs=jobs))
    assert progress.ended == {TURN: status}
    assert progress.errors == ({TURN: {"message": "why"}} if status == "failed" else {})
    assert progress.scenes == {"scene_1": "Title"}


@pytest.mark.anyio
async def test_stops_listening_when_everything_has_ended() -> None:
    async def events() -> AsyncIterator[Heard]:
        for heard in (QUEUED, TURN_OVER, SCENE_OVER):
            yield heard
        pytest.fail("it listens on")

    shown: list[int] = []
    progress = Progress(TURN)
    await follow(events(), progress, lambda seen: shown.append(len(seen.ended)))
    assert shown == [0, 1, 2]
