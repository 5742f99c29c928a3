"""What a death must leave whole: looked at when everything has come to its end."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from drills.evidence import stored_events
from drills.sweep.life import CALLS, PROJECT
from pipeline.ids import JobId
from pipeline.jobs import JobStatus
from storage.artifacts import ArtifactStore
from storage.errors import DefinitionMismatchError
from storage.reader import Reader

_ONCE = ("plan.created", "scene.added", "component.queued", "component.publish.complete")


def faults(folder: Path, reader: Reader) -> Iterator[str]:
    """Each thing that is not as it should be, as a sentence."""
    shown = reader.snapshot(PROJECT)
    yield from (f"job {job.id} is {job.status}" for job in shown.jobs if job.status is not JobStatus.COMPLETED)
    yield from _of_events(folder)
    yield from _of_calls(folder)
    yield from _of_replies(reader, [job.id for job in shown.jobs])
    artifacts = ArtifactStore(folder / "artifacts")
    bundles = [scene.bundle for scene in shown.scenes]
    if len(bundles) != 1:
        yield f"there are {len(bundles)} scenes"
    yield from (f"bundle {bundle} is not there" for bundle in bundles if not bundle or artifacts.size(bundle) is None)


def _of_events(folder: Path) -> Iterator[str]:
    events = stored_events(folder, PROJECT)
    numbers = [number for number, _, _ in events]
    if numbers != list(range(1, len(numbers) + 1)):
        yield f"the numbers of the events have gaps: {numbers}"
    names = Counter(name for _, name, _ in events)
    yield from (f"{name} was told {names[name]} times" for name in _ONCE if names[name] != 1)
    ends = Counter(json.loads(data)["job"] for _, name, data in events if name == "job.complete")
    yield from (f"{job} was completed {times} times" for job, times in ends.items() if times != 1)


def _of_replies(reader: Reader, jobs: Iterable[JobId]) -> Iterator[str]:
    for job in jobs:
        try:
            reader.recorded(job)
        except DefinitionMismatchError as error:
            yield f"what {job} heard cannot be heard again: {error}"


def _of_calls(folder: Path) -> Iterator[str]:
    for line in (folder / CALLS).read_text().splitlines():
        if line.endswith("True"):
            yield f"the model was paid again: {line}"
