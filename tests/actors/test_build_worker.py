from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Event
from typing import Any

import pytest

from actors.build_worker import BuildWorker
from actors.gates.errors import GateInterruptedError, GateUnavailableError
from actors.gates.passed import Passed
from actors.messages import (
    BROADCASTER,
    BUILD_WORKER,
    ORCHESTRATOR,
    STOPPER,
    AttemptFailed,
    DropWork,
    Perform,
    Performed,
)
from actors.runtime import Actor, ActorSystem, ChildSpec, Failure, Supervisor
from actors.stopper import Stopper
from actors.work_in_hand import WorkInHand
from pipeline.commands import Build, Recall, RenderCheck
from pipeline.findings import Finding, Verdict
from pipeline.flow import Command
from pipeline.ids import JobId, MessageId, ProjectId, Sha256
from pipeline.project import Video
from pipeline.replay import Key
from storage.artifacts import ArtifactStore
from storage.errors import StoreUnavailableError

PATIENCE_S = 30.0


class Ears(Actor):
    def __init__(self, heard: "Queue[Any]") -> None:
        self._heard = heard

    def on_receive(self, message: object) -> None:
        self._heard.put(message)


class Checks:
    """Refuses `bad`, breaks over `broken`, is at work on `long` until it is interrupted, accepts the rest."""

    def __init__(self, closed: "Queue[Checks]", begun: Event) -> None:
        self._closed = closed
        self._begun = begun
        self._interrupted = Event()

    def build(self, source: str, passed: Passed) -> tuple[Verdict, bytes | None]:
        passed("bundle", 0, 1)
        if source == "broken":
            raise OSError(source)
        if source == "gone":
            raise GateUnavailableError("it does not start", b"no such module")
        if source == "long":
            self._begun.set()
            assert self._interrupted.wait(PATIENCE_S)
            raise GateInterruptedError(source)
        if source == "bad":
            return Verdict(accepted=False, findings=(Finding(code="parse", message="bad"),)), None
        return Verdict(accepted=True), source.encode()

    def render(self, bundle: bytes, command: RenderCheck, passed: Passed) -> Verdict:
        passed("render", 3, 12)
        return Verdict(accepted=True, report={"rendered": bundle.decode()}, bundle=command.bundle)

    def interrupt(self) -> None:
        self._interrupted.set()

    def close(self) -> None:
        self._closed.put(self)


class Yard:
    """A real build worker over scripted checks and real artifacts."""

    def __init__(self, folder: Path) -> None:
        self.artifacts = ArtifactStore(folder)
        self.heard: Queue[Any] = Queue()
        self.told: Queue[Any] = Queue()
        self.closed: Queue[Checks] = Queue()
        self.begun = Event()
        self.failures: Queue[Failure] = Queue()
        self.hands = WorkInHand()
        self.system = ActorSystem()
        specs = [
            ChildSpec(ORCHESTRATOR, lambda: Ears(self.heard)),
            ChildSpec(BROADCASTER, lambda: Ears(self.told)),
            ChildSpec(BUILD_WORKER, self._worker, instances=2),
            ChildSpec(STOPPER, lambda: Stopper(self.hands)),
        ]
        self.supervisor = Supervisor(self.system, specs, on_failure=self.failures.put)
        self.supervisor.start()

    def _worker(self) -> BuildWorker:
        return BuildWorker(lambda: Checks(self.closed, self.begun), self.artifacts, self.hands)

    def begin(self, command: Command[Any]) -> Perform:
        work = Perform(
            ProjectId("prj_1"),
            JobId("job_1"),
            1,
            Key("validate" if isinstance(command, RenderCheck) else "build", 0),
            1,
            command,
        )
        self.system.address(BUILD_WORKER).tell(work)
        return work

    def do(self, command: Command[Any]) -> object:
        self.begin(command)
        return self.heard.get(timeout=PATIENCE_S)

    def verdict(self, command: Command[Any]) -> Verdict:
        performed = self.do(command)
        assert isinstance(performed, Performed)
        assert isinstance(performed.reply, Verdict)
        return performed.reply

    def close(self) -> None:
        self.supervisor.stop(PATIENCE_S)
        self.system.stop()


@pytest.fixture
def yard(tmp_path: Path) -> Iterator[Yard]:
    place = Yard(tmp_path)
    yield place
    place.close()


def rendering(bundle: Sha256) -> RenderCheck:
    return RenderCheck(bundle=bundle, video=Video(), duration_frames=60)


def test_a_bundle_is_kept_before_its_verdict_is_told(yard: Yard) -> None:
    bundle = yard.verdict(Build(source="good")).bundle
    assert bundle is not None
    assert yard.artifacts.get(bundle) == b"good"


def test_a_refused_source_leaves_no_bundle(yard: Yard) -> None:
    verdict = yard.verdict(Build(source="bad"))
    assert (verdict.accepted, verdict.bundle) == (False, None)


def test_the_bundle_that_was_built_is_rendered(yard: Yard) -> None:
    bundle = yard.artifacts.put(b"good", "bundle")
    assert yard.verdict(rendering(bundle)).report == {"rendered": "good"}


def test_what_is_under_way_is_told_to_whoever_watches(yard: Yard) -> None:
    bundle = yard.verdict(Build(source="good")).bundle
    assert bundle is not None
    yard.verdict(rendering(bundle))
    told = [yard.told.get(timeout=PATIENCE_S).lives[0].update for _ in range(2)]
    assert [update.stage for update in told] == ["bundling", "drawing frame 3 of 12"]


def test_a_bundle_whose_file_is_gone_is_named_and_waited_for(yard: Yard) -> None:
    failed = yard.do(rendering(Sha256("0" * 64)))
    assert isinstance(failed, AttemptFailed)
    assert (failed.error.code, failed.error.step, failed.passing) == ("artifact.missing", "validate", True)
    assert yard.closed.empty()


def test_while_the_disk_is_full_the_build_waits_and_no_attempt_fails(
    yard: Yard, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, tries = yard.artifacts.put, list[bytes]()

    def full_at_first(content: bytes, kind: str) -> Sha256:
        tries.append(content)
        if len(tries) < 3:
            raise StoreUnavailableError("no space left")
        return put(content, kind)

    monkeypatch.setattr(yard.artifacts, "put", full_at_first)
    assert yard.verdict(Build(source="good")).bundle
    assert tries == [b"good"] * 3
    assert yard.supervisor.decisions == ()


def test_a_fault_of_the_gates_fails_the_attempt_and_brings_new_gates(yard: Yard) -> None:
    failed = yard.do(Build(source="broken"))
    assert isinstance(failed, AttemptFailed)
    assert (failed.passing, failed.error.code, failed.error.detail) == (True, "worker.failed", "OSError: broken")
    assert yard.closed.qsize() == 1
    assert yard.verdict(Build(source="good")).accepted
    assert yard.supervisor.decisions == ()


def test_the_last_words_of_a_program_that_does_not_start_are_kept_with_the_attempt(yard: Yard) -> None:
    failed = yard.do(Build(source="gone"))
    assert isinstance(failed, AttemptFailed)
    assert (failed.error.stderr, failed.error.told().stderr) == ("no such module", "")


def test_work_that_is_cut_short_is_lost_with_its_worker(yard: Yard) -> None:
    work = yard.begin(Build(source="long"))
    assert yard.begun.wait(PATIENCE_S)
    yard.supervisor.restart(BUILD_WORKER, "a test")
    assert yard.failures.get(timeout=PATIENCE_S).message == work
    assert yard.heard.empty()


def test_a_command_of_others_fails_the_attempt(yard: Yard) -> None:
    failed = yard.do(Recall(before=MessageId("msg_1")))
    assert isinstance(failed, AttemptFailed)
    assert "not Recall" in failed.error.detail


def test_a_build_in_hand_is_stopped_at_once_and_nobody_hears_of_it(yard: Yard) -> None:
    yard.begin(Build(source="long"))
    assert yard.begun.wait(PATIENCE_S)
    yard.system.address(STOPPER).tell(DropWork(JobId("job_1"), 1))
    for ordinal in range(2):
        other = Perform(ProjectId("prj_1"), JobId("job_2"), 1, Key("build", ordinal), 1, Build(source="good"))
        yard.system.address(BUILD_WORKER).tell(other)
    assert [yard.heard.get(timeout=PATIENCE_S).job for _ in range(2)] == ["job_2", "job_2"]
    assert (yard.heard.empty(), yard.supervisor.decisions, yard.closed.empty()) == (True, (), True)


def test_work_that_was_dropped_while_it_waited_is_not_begun(yard: Yard) -> None:
    yard.hands.drop(DropWork(JobId("job_1"), 1))
    yard.begin(Build(source="bad"))
    later = Perform(ProjectId("prj_1"), JobId("job_1"), 2, Key("build", 0), 2, Build(source="good"))
    yard.system.address(BUILD_WORKER).tell(later)
    assert yard.heard.get(timeout=PATIENCE_S).epoch == 2


def test_a_worker_that_stops_leaves_no_child_behind(tmp_path: Path) -> None:
    place = Yard(tmp_path)
    place.close()
    assert place.closed.qsize() == 2


def test_work_in_hand_does_not_hold_up_a_stop_and_is_no_failed_attempt(tmp_path: Path) -> None:
    place = Yard(tmp_path)
    place.begin(Build(source="long"))
    assert place.begun.wait(PATIENCE_S)
    place.close()
    assert place.heard.empty()
    assert place.closed.qsize() == 2
