import json
from typing import Any

import pytest

from benchmarks.editing.trace import MARK, Task, tasks_in, work_per_frame


def traced(*events: dict[str, Any]) -> bytes:
    mark = {"name": "TimeStamp", "pid": 1, "tid": 7, "args": {"data": {"message": MARK}}}
    return json.dumps({"traceEvents": [mark, *events]}).encode()


def task(start_us: int, took_us: int, *, work_us: int | None = None, tid: int = 7) -> dict[str, Any]:
    return {
        "ph": "X",
        "name": "RunTask",
        "pid": 1,
        "tid": tid,
        "ts": start_us,
        "dur": took_us,
        "tdur": work_us or took_us,
    }


def test_the_tasks_of_the_pages_own_thread_are_read_and_none_within_another() -> None:
    trace = traced(task(5000, 4000, work_us=1000), task(1000, 2000), task(5500, 100), task(2000, 9000, tid=8))
    assert tasks_in(trace) == (Task(1.0, 2.0, 2.0), Task(5.0, 4.0, 1.0))


def test_a_trace_without_the_mark_says_so() -> None:
    with pytest.raises(ValueError, match="no mark"):
        tasks_in(json.dumps({"traceEvents": [task(1, 1)]}).encode())


def test_the_work_of_a_long_task_is_spread_over_its_frames() -> None:
    tasks = (Task(100.0, 2.0, 2.0), Task(105.0, 10.0, 5.0))
    assert work_per_frame(tasks, 10.0) == [2.0 + 2.5, 2.5]
    assert work_per_frame((), 10.0) == []
