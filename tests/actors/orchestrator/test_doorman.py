"""A turn begins with its message where nobody is before it, and whatever goes wrong then it waits as ever."""

from collections.abc import Mapping

from actors.messages import TOOL_EXECUTOR, Perform, Performed, StartJob, Write
from actors.orchestrator.admission import LIMITS, Admission, Limit
from actors.orchestrator.chances import Chances
from actors.orchestrator.core import Core
from actors.orchestrator.doorman import Door, Doorman
from pipeline.flows import Flows, flow_of
from pipeline.ids import AssetId, JobId, MessageId, ProjectId
from pipeline.jobs import JobKind, JobStatus
from pipeline.project import Video
from pipeline.replay import Key
from storage.entries import AcceptMessage, AdvanceJob, CreateProject, Keyed
from storage.stored import StoredJob
from tests.actors.edges import PROJECT
from tests.actors.house import House
from tests.actors.orchestrator.rows import Rows
from tests.actors.orchestrator.talk import RECOLLECTION
from tests.actors.orchestrator.test_core import asked_for

RECALL = Key("recall", 0)


def said(name: str = "1", project: str = "a", attachments: tuple[AssetId, ...] = ()) -> AcceptMessage:
    asked, answer = MessageId(f"asked_{name}"), MessageId(f"answer_{name}")
    job = JobId(f"job_{name}")
    return AcceptMessage(ProjectId(project), "maker", asked, answer, "a teaser", job, attachments=attachments)


def foreseen_of(accepted: AcceptMessage) -> StoredJob:
    """The row that the doorman takes it for."""
    seen: list[StoredJob] = []
    doorman = Doorman(Admission(), seen.append)  # type: ignore[arg-type]  # nothing is opened
    assert doorman.let_in(accepted) is None
    return seen[0]


class Hall:
    """A core behind its door, over a store that holds nothing yet."""

    def __init__(self, limits: Mapping[JobKind, Limit] = LIMITS, flows: Flows = flow_of) -> None:
        self.core = Core(Rows(), Chances(lambda: 0.0, lambda: 0.0), limits, flows)
        self.door = Door()
        self.door.open(self.core.doorman)

    def let_in(self, accepted: AcceptMessage) -> AdvanceJob | None:
        begun = self.door.let_in(accepted)
        if begun is None:
            return None
        assert isinstance(begun.entry, AdvanceJob)
        return begun.entry


def test_a_message_that_nobody_is_before_brings_its_first_step() -> None:
    begun = Hall().door.let_in(Keyed(said(), "key", "digest", 0))
    assert isinstance(begun, Write)
    entry = begun.entry
    assert isinstance(entry, AdvanceJob)
    assert (entry.job, entry.epoch, entry.new_epoch, entry.status) == ("job_1", 0, 1, JobStatus.RUNNING)
    assert [one.key for one in entry.started] == [RECALL]
    start, ask = begun.then
    assert start.message == StartJob(JobId("job_1"))
    assert (ask.to, isinstance(ask.message, Perform)) == (TOOL_EXECUTOR, True)


def test_the_orchestrator_goes_on_with_it_without_a_look_into_the_store() -> None:
    hall = Hall()
    hall.let_in(said())
    assert hall.core.take(StartJob(JobId("job_1"))) == []
    heard = hall.core.take(Performed(JobId("job_1"), 1, RECALL, 1, RECOLLECTION))
    assert asked_for(heard) == ["job_1"]


def test_the_next_of_the_project_waits_and_another_project_does_not() -> None:
    hall = Hall()
    assert hall.let_in(said("1"))
    assert hall.let_in(said("2")) is None
    assert hall.let_in(said("3", "b"))


def test_no_more_are_let_in_than_may_be_at_work() -> None:
    hall = Hall({"turn": Limit(1, 1), "component": Limit(1, 1)})
    assert hall.let_in(said("1"))
    assert hall.let_in(said("2", "b")) is None


def test_what_was_not_written_leaves_its_place() -> None:
    hall = Hall()
    hall.let_in(said())
    hall.door.turn_away(said())
    hall.door.turn_away(said())
    assert hall.let_in(said("2"))


def test_what_is_attached_is_known_to_the_store_alone() -> None:
    hall = Hall()
    assert hall.let_in(said(attachments=(AssetId("ast_1"),))) is None


def test_nobody_goes_past_a_message_of_the_same_project_that_is_on_its_way() -> None:
    hall = Hall()
    hall.door.close()
    assert hall.let_in(said("1")) is None
    hall.door.open(hall.core.doorman)
    assert hall.let_in(said("2")) is None
    assert hall.let_in(said("3", "b"))
    hall.door.arrived(JobId("job_1"))
    assert hall.let_in(said("4")) is None
    hall.door.turn_away(Keyed(said("2"), "key", "digest", 0))
    hall.door.turn_away(said("4"))
    assert hall.let_in(said("5"))


def test_other_entries_bring_nothing_and_a_closed_door_lets_nobody_in() -> None:
    hall = Hall()
    assert hall.door.let_in(CreateProject(ProjectId("a"), Video())) is None
    hall.door.close()
    assert hall.let_in(said()) is None
    hall.door.turn_away(said())


def test_a_flow_that_cannot_begin_is_left_to_the_orchestrator() -> None:
    def broken(_: object) -> None:
        raise RuntimeError("a bug")

    hall = Hall(flows=broken)  # type: ignore[arg-type]  # it is broken
    assert hall.let_in(said()) is None
    assert not hall.core.doorman.take(JobId("job_1"))


def test_in_the_store_a_turn_is_at_work_as_soon_as_its_message_is_there(house: House) -> None:
    job = house.say("teaser")
    house.until("job.complete", job=job)
    assert house.reader.job(job).epoch == 2
    assert [one.attempt for one in house.reader.checkpoints(job) if one.step == "recall"] == [1]


def test_what_is_foreseen_of_a_turn_is_what_is_stored(house: House) -> None:
    accepted = said("1", str(PROJECT))
    house.writer.write([accepted])
    stored = house.reader.job(accepted.job)
    foreseen = foreseen_of(accepted)
    known = ("id", "project", "kind", "status", "epoch", "input", "message", "attempt", "percent", "retry_count")
    assert [getattr(foreseen, name) for name in known] == [getattr(stored, name) for name in known]


def test_the_same_message_again_neither_begins_anew_nor_keeps_others_out(house: House) -> None:
    job = house.say("teaser")
    house.finish(3)
    assert house.say("teaser") == job
    after = house.say("again")
    house.until("job.complete", job=after)
    assert house.names(job).count("job.complete") == 1
