from collections import deque
from pathlib import Path
from queue import Queue

import pytest

from actors.inspector import Inspector
from actors.messages import INSPECTOR, ORCHESTRATOR, Perform, Performed
from actors.pixels import BrowserError, FileOf, Looked
from actors.runtime import Actor, ActorSystem, ChildSpec, Supervisor
from pipeline.commands import Inspect, Inspection
from pipeline.findings import Finding, Severity
from pipeline.ids import JobId, ProjectId, RevisionId, Sha256
from pipeline.project import Video
from pipeline.replay import Key
from storage.artifacts import ArtifactStore
from storage.errors import StoreUnavailableError
from tests.actors.edges import PATIENCE_S

FOUND = Finding(code="pixels.edge", message="cut", severity=Severity.WARNING)


class Eyes:
    def __init__(self, *outcomes: Looked | BrowserError) -> None:
        self.outcomes = deque(outcomes)
        self.shown: list[bytes] = []
        self.files: dict[str, bytes | None] = {}
        self.closed = False

    def look(self, bundle: bytes, command: Inspect, file_of: FileOf) -> Looked:
        self.shown.append(bundle)
        self.files = {name: file_of(name) for name in (*command.files, "another.png")}
        outcome = self.outcomes.popleft()
        if isinstance(outcome, BrowserError):
            raise outcome
        return outcome

    def close(self) -> None:
        self.closed = True


class Ear(Actor):
    def __init__(self, heard: "Queue[Performed]") -> None:
        self.heard = heard

    def on_receive(self, message: Performed) -> None:
        self.heard.put(message)


class FullDisk(ArtifactStore):
    """Takes no still the first time."""

    full = True

    def put(self, content: bytes, kind: str) -> Sha256:
        if kind == "still" and self.full:
            self.full = False
            raise StoreUnavailableError("no space left")
        return super().put(content, kind)


def inspected(
    tmp_path: Path, eyes: Eyes | str, kind: type[ArtifactStore] = ArtifactStore, *, bundle: Sha256 | None = None
) -> tuple[Inspection, ArtifactStore]:
    """What the orchestrator hears of one look."""
    artifacts, heard, system = kind(tmp_path), Queue[Performed](), ActorSystem()
    bundle = bundle or artifacts.put(b"the bundle", "bundle")
    specs = [
        ChildSpec(INSPECTOR, lambda: Inspector(lambda: eyes, artifacts)),
        ChildSpec(ORCHESTRATOR, lambda: Ear(heard)),
    ]
    supervisor = Supervisor(system, specs)
    supervisor.start()
    try:
        command = _command(bundle, logo=artifacts.put(b"the logo", "asset"))
        work = Perform(ProjectId("prj_1"), JobId("job_1"), 1, Key("inspect", 0), 1, command)
        system.address(INSPECTOR).tell(work)
        reply = heard.get(timeout=PATIENCE_S).reply
    finally:
        supervisor.stop(PATIENCE_S)
        system.stop()
    assert isinstance(reply, Inspection)
    return reply, artifacts


def _command(bundle: Sha256, *, logo: Sha256) -> Inspect:
    files = {"logo.png": logo, "gone.png": Sha256("0" * 64)}
    return Inspect(revision=RevisionId("rev_1"), bundle=bundle, video=Video(), duration_frames=30, files=files)


def test_what_was_seen_is_told_and_the_stills_are_kept(tmp_path: Path) -> None:
    eyes = Eyes(Looked((FOUND,), {3: b"one", 9: b"two"}, 12.5, "Chrome/156"))
    reply, artifacts = inspected(tmp_path, eyes)
    assert (reply.ran, reply.findings, reply.report) == (True, (FOUND,), {"inspect_ms": 12.5, "browser": "Chrome/156"})
    assert [(still.frame, artifacts.get(still.sha256)) for still in reply.stills] == [(3, b"one"), (9, b"two")]
    assert eyes.shown == [b"the bundle"]


def test_who_looks_is_given_the_files_of_the_project_that_are_there_and_no_other(tmp_path: Path) -> None:
    eyes = Eyes(Looked((), {}, 1))
    inspected(tmp_path, eyes)
    assert eyes.files == {"logo.png": b"the logo", "gone.png": None, "another.png": None}
    assert eyes.closed


def test_where_nobody_can_look_the_answer_says_why(tmp_path: Path) -> None:
    reply, _ = inspected(tmp_path, "no Chromium here")
    assert (reply.ran, reply.why, reply.findings) == (False, "no Chromium here", ())


def test_a_browser_that_died_once_is_asked_again(tmp_path: Path) -> None:
    reply, _ = inspected(tmp_path, Eyes(BrowserError("gone"), Looked((), {}, 1.0)))
    assert reply.ran


def test_a_browser_that_keeps_dying_fails_no_job(tmp_path: Path) -> None:
    reply, _ = inspected(tmp_path, Eyes(BrowserError("gone"), BrowserError("gone again")))
    assert (reply.ran, reply.why) == (False, "the browser failed: gone again")


def test_while_the_disk_is_full_the_look_waits(tmp_path: Path) -> None:
    eyes = Eyes(Looked((), {3: b"one"}, 1.0), Looked((), {3: b"one"}, 1.0))
    reply, artifacts = inspected(tmp_path, eyes, FullDisk)
    assert [artifacts.get(still.sha256) for still in reply.stills] == [b"one"]


def test_a_bundle_whose_file_is_gone_is_not_looked_at_and_harms_no_job(tmp_path: Path) -> None:
    reply, _ = inspected(tmp_path, Eyes(), bundle=Sha256("0" * 64))
    assert (reply.ran, "is gone or damaged" in reply.why) == (False, True)


@pytest.mark.parametrize("severity", Severity)
def test_only_errors_are_worth_a_repair(severity: Severity) -> None:
    found = FOUND.model_copy(update={"severity": severity})
    inspection = Inspection(revision=RevisionId("rev_1"), ran=True, findings=(found,))
    assert inspection.errors == ((found,) if severity is Severity.ERROR else ())
