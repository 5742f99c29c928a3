"""A trace of Chromium, read: what the main thread of the page was busy with, and for how long at a stretch."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

CATEGORIES = ("devtools.timeline", "disabled-by-default-devtools.timeline", "toplevel")
MARK = "the page"
"""What the page writes into the trace, so that its thread is known among those of all processes."""
_TASKS = ("RunTask", "ThreadControllerImpl::RunTask")


@dataclass(frozen=True)
class Task:
    """A stretch in which the thread did nothing else, and how long it was really on a processor; in milliseconds."""

    start_ms: float
    took_ms: float
    work_ms: float


def tasks_in(trace: bytes) -> tuple[Task, ...]:
    """The tasks of the page's main thread in their order. Raises ValueError when the page left no mark."""
    events = json.loads(trace)["traceEvents"]
    thread = _thread_of_the_page(events)
    found = [
        Task(event["ts"] / 1000, event.get("dur", 0) / 1000, event.get("tdur", event.get("dur", 0)) / 1000)
        for event in events
        if event.get("ph") == "X" and event["name"] in _TASKS and (event["pid"], event["tid"]) == thread
    ]
    return _outermost(sorted(found, key=lambda task: (task.start_ms, -task.took_ms)))


def work_per_frame(tasks: Sequence[Task], frame_ms: float) -> list[float]:
    """The work in each frame from the first task to the last; a long task's is spread over the frames that it takes."""
    if not tasks:
        return []
    begun = tasks[0].start_ms
    frames = [0.0] * (int((tasks[-1].start_ms + tasks[-1].took_ms - begun) // frame_ms) + 1)
    for task in tasks:
        start, end = task.start_ms - begun, task.start_ms - begun + task.took_ms
        while start < end:
            frame = int(start // frame_ms)
            until = min(end, (frame + 1) * frame_ms)
            frames[frame] += (until - start) / task.took_ms * task.work_ms
            start = until if until > start else end
    return frames


def _thread_of_the_page(events: list[dict[str, object]]) -> tuple[object, object]:
    for event in events:
        if MARK in json.dumps(event.get("args", {})) and event.get("name") in {"TimeStamp", "UserTiming", MARK}:
            return event["pid"], event["tid"]
    message = f"the trace has no mark “{MARK}”: nobody knows which thread is the page's"
    raise ValueError(message)


def _outermost(tasks: Sequence[Task]) -> tuple[Task, ...]:
    """A task within a task is part of it."""
    kept: list[Task] = []
    for task in tasks:
        if not kept or task.start_ms >= kept[-1].start_ms + kept[-1].took_ms:
            kept.append(task)
    return tuple(kept)
