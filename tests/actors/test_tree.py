from collections import Counter
from itertools import cycle
from pathlib import Path

import pytest

from actors.messages import (
    BROADCASTER,
    BUILD_WORKER,
    INSPECTOR,
    JOURNAL,
    LLM,
    ORCHESTRATOR,
    STOPPER,
    TOOL_EXECUTOR,
    CancelJob,
    Perform,
)
from actors.runtime import ActorSystem, Failure
from actors.tree import report_to, tree
from pipeline.chat import ModelAnswer
from pipeline.commands import AskModel, Build
from pipeline.events import JobFailed
from pipeline.ids import JobId, ProjectId
from pipeline.jobs import JobStatus
from pipeline.replay import Key
from tests.actors.edges import CODE, PATIENCE_S, PROJECT, planned
from tests.actors.house import House
from tests.pipeline.play import answer

ALL = (JOURNAL, BROADCASTER, LLM, TOOL_EXECUTOR, BUILD_WORKER, STOPPER, INSPECTOR, ORCHESTRATOR)


def poison(ask: AskModel) -> ModelAnswer:
    """A source that kills the worker that builds it, for one of the two scenes."""
    return answer("```tsx\nKILL\n```") if '"number": 1,' in ask.messages[-1].content else CODE


def test_journal_starts_first_and_orchestrator_last(house: House) -> None:
    assert tuple(spec.name for spec in tree(house.parts)) == ALL


def test_only_journal_takes_another_along(house: House) -> None:
    along = {spec.name: spec.restarts_with for spec in tree(house.parts) if spec.restarts_with}
    assert along == {JOURNAL: (ORCHESTRATOR,)}


@pytest.mark.parametrize("name", ALL)
def test_a_death_while_the_model_answers_does_not_end_the_job(house: House, name: str) -> None:
    house.model.holds = True
    job = house.say("teaser")
    work = house.model.asked.get(timeout=PATIENCE_S)
    house.kill(name)
    house.model.holds = False
    house.release(work)
    house.finish(3)
    assert house.reader.job(job).status is JobStatus.COMPLETED
    assert house.numbers() == list(range(1, house.reader.last_seq(PROJECT) + 1))


@pytest.mark.parametrize("name", [ORCHESTRATOR, JOURNAL])
def test_the_model_is_not_asked_again_when_its_listener_dies(house: House, name: str) -> None:
    house.model.holds = True
    house.say("teaser")
    work = house.model.asked.get(timeout=PATIENCE_S)
    house.kill(name)
    house.model.holds = False
    house.release(work)
    house.finish(3)
    asked = Counter((each.job, each.key) for each in house.model.asked.queue)
    assert (work.job, work.key) not in asked
    assert set(asked.values()) == {1}


@pytest.mark.parametrize("deaths", [1, 2, 3])
def test_nothing_is_told_twice_when_the_orchestrator_dies_before_its_words_are_written(
    house: House, deaths: int
) -> None:
    house.model.holds = True
    job = house.say("teaser")
    work = house.model.asked.get(timeout=PATIENCE_S)
    house.model.holds = False
    house.writer.flows.clear()
    house.release(work)
    for _ in range(deaths):
        house.kill(ORCHESTRATOR)
    house.writer.flows.set()
    house.finish(3)
    told = Counter(house.names(job))
    assert (told["message.complete"], told["tool.start"], told["tool.complete"]) == (2, 1, 1)


def test_every_actor_may_die_during_several_jobs(house: House) -> None:
    projects = [ProjectId(f"prj_{number}") for number in range(2, 6)]
    for project in projects:
        house.begin(project)
        house.say(f"teaser_{project}", project)
    left, victims = 3 * len(projects), cycle(ALL)
    while left:
        left -= house.next().name in {"job.complete", "job.failed"}
        if len(house.heard) % 4 == 0:
            house.kill(next(victims))
    assert house.names().count("job.complete") == 3 * len(projects)
    for project in projects:
        assert house.numbers(project) == list(range(1, house.reader.last_seq(project) + 1))
        assert all(scene.revision for scene in house.reader.project(project).scenes)


def test_work_that_died_with_its_worker_is_done_again(house: House) -> None:
    house.faults.put(SystemExit("the worker is gone"))
    house.say("teaser")
    house.finish(3)
    assert house.names().count("job.complete") == 3
    assert house.names().count("component.build.start") == 3


def test_work_that_kills_three_workers_fails_with_its_evidence_and_others_go_on(house: House) -> None:
    house.model.script = lambda ask: poison(ask) if ask.role == "write" else planned(ask)
    house.say("teaser")
    house.finish(3)
    ends = Counter(name for name in house.names() if name in {"job.complete", "job.failed"})
    assert ends == {"job.complete": 2, "job.failed": 1}
    [failed] = [framed.told for framed in house.heard if isinstance(framed.told, JobFailed)]
    assert (failed.error.code, failed.step) == ("worker.crash-loop", "build")
    kept = house.reader.job(failed.job or JobId("")).error
    assert kept is not None
    assert "the worker is gone" in kept.traceback


def test_a_restart_of_the_process_goes_on_from_the_last_checkpoint(tmp_path: Path) -> None:
    before = House(tmp_path)
    before.begin()
    before.model.holds = True
    job = before.say("teaser")
    before.model.asked.get(timeout=PATIENCE_S)
    before.close()
    after = House(tmp_path)
    after.until("job.complete", job=job)
    assert [work.key for work in after.model.asked.queue if work.job == job] == [Key("ask", 0), Key("ask", 1)]
    assert [work.epoch for work in after.model.asked.queue if work.job == job] == [2, 2]
    assert "message.reset" in after.names(job)
    after.close()


def test_a_job_cancelled_before_a_restart_stays_cancelled(tmp_path: Path) -> None:
    before = House(tmp_path)
    before.begin()
    before.model.holds = True
    job = before.say("teaser")
    before.model.asked.get(timeout=PATIENCE_S)
    before.tell(CancelJob(job))
    before.until("job.cancelled", job=job)
    before.close()
    after = House(tmp_path)
    following = after.say("following")
    after.until("job.complete", job=following)
    assert after.reader.job(job).status is JobStatus.CANCELLED
    after.close()


def test_the_owner_of_lost_work_hears_of_it_and_nobody_hears_of_other_failures() -> None:
    system = ActorSystem()
    report = report_to(system)
    work = Perform(PROJECT, JobId("job_1"), 1, Key("build", 0), 1, Build(source=""))
    report(Failure("build_worker/1", 1, work, ValueError(), "where it was"))
    report(Failure("llm", 1, "something else", ValueError(), "where it was"))
    assert system.statistics().mailboxes[ORCHESTRATOR].sent == 1
    system.stop()


@pytest.mark.parametrize("name", [JOURNAL, BROADCASTER])
def test_who_listens_reads_what_may_not_have_been_told_when_a_teller_dies(house: House, name: str) -> None:
    house.kill(name)
    assert house.ears.gaps.get(timeout=PATIENCE_S)
    assert house.ears.gaps.empty()


def test_what_the_broadcaster_had_in_hand_is_not_told_again_and_not_lost(house: House) -> None:
    house.ears.faults.put(SystemExit("the broadcaster is gone"))
    job = house.say("teaser")
    assert house.ears.gaps.get(timeout=PATIENCE_S)
    house.until("job.complete", job=job)
    assert house.numbers()[0] > 1
    assert [row.seq for row in house.reader.events_after(PROJECT, 0, 3)] == [1, 2, 3]
