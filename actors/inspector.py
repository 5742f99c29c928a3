"""Looks at published components in a browser of its own. That nobody can look is an answer, and fails no job."""

import contextlib
import logging
from collections.abc import Callable
from typing import Protocol, assert_never

from actors.build_worker import Artifacts
from actors.messages import ORCHESTRATOR, DropWork, Perform, Performed, WorkerInbox
from actors.patience import patiently
from actors.pixels import BrowserError, FileOf, Looked
from actors.runtime import Actor
from pipeline.commands import Inspect, Inspection
from pipeline.project import Still
from storage.errors import MissingArtifactError

logger = logging.getLogger(__name__)


class Eyes(Protocol):
    """Who can look; there is one for each life of the actor."""

    def look(self, bundle: bytes, command: Inspect, file_of: FileOf) -> Looked:
        """What a bundle looks like. Raises BrowserError where no browser can be had or it died."""

    def close(self) -> None:
        """End the browser."""


class Inspector(Actor):
    """`make_eyes` gives who looks, or the reason why nobody can."""

    def __init__(self, make_eyes: Callable[[], Eyes | str], artifacts: Artifacts) -> None:
        self._make_eyes = make_eyes
        self._artifacts = artifacts
        self._eyes: Eyes | str | None = None

    def on_stop(self) -> None:
        """Leave no browser behind."""
        if self._eyes is not None and not isinstance(self._eyes, str):
            self._eyes.close()

    def on_receive(self, message: WorkerInbox) -> None:
        """Look at one revision."""
        match message:
            case Perform():
                with patiently(self, message):
                    self._perform(message)
            case DropWork():
                pass  # a look takes moments, and is not heard when nobody waits for it
            case _:
                assert_never(message)

    def _perform(self, work: Perform) -> None:
        reply = self._inspected(work.command)  # type: ignore[arg-type]  # nothing else is dispatched to it
        done = Performed(work.job, work.epoch, work.key, work.attempt, reply)
        self.system.address(ORCHESTRATOR).tell(done)

    def _inspected(self, command: Inspect) -> Inspection:
        """Twice at most: a browser that died may have been killed by what it was shown before."""
        why = ""
        for _ in range(2):
            eyes = self._eyes = self._eyes or self._make_eyes()
            if isinstance(eyes, str):
                return Inspection(revision=command.revision, ran=False, why=eyes)
            try:
                return self._kept(command, self._looked(eyes, command))
            except MissingArtifactError as error:
                return Inspection(revision=command.revision, ran=False, why=str(error))
            except BrowserError as error:
                why = f"the browser failed: {error}"
                logger.warning("browser failed", extra={"revision": command.revision, "error": str(error)})
        return Inspection(revision=command.revision, ran=False, why=why[:500])

    def _looked(self, eyes: Eyes, command: Inspect) -> Looked:
        return eyes.look(self._artifacts.need(command.bundle), command, lambda name: self._file(command, name))

    def _file(self, command: Inspect, name: str) -> bytes | None:
        """A file of the project; one that is gone is not drawn, and that is seen."""
        sha256 = command.files.get(name)
        with contextlib.suppress(MissingArtifactError):
            return self._artifacts.need(sha256) if sha256 else None
        return None

    def _kept(self, command: Inspect, looked: Looked) -> Inspection:
        stills = tuple(
            Still(frame=frame, sha256=self._artifacts.put(picture, "still")) for frame, picture in looked.stills.items()
        )
        return Inspection(
            revision=command.revision,
            ran=True,
            findings=looked.findings,
            stills=stills,
            report={"inspect_ms": looked.ms, "browser": looked.browser},
        )
