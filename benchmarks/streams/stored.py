"""What the store costs a stream: a place among very many events, and a commit before each is let out."""

import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure
from benchmarks.streams.audience import audience_of
from benchmarks.streams.senders import Ours, free_port
from pipeline.ids import ProjectId
from storage.database import FILE, open_database
from storage.reader import Reader

ONCE_ROUND = 60
"""Transactions of about a hundred pages; the log begins anew after 4,000."""

_PROJECT = """
INSERT INTO project (id, asked, video, last_seq, created_at, updated_at) VALUES ('p', '{}', '{}', ?, 0, 0)
"""


def seek(events: int) -> Iterator[Figure]:
    """How soon a place among very many events is found."""
    with tempfile.TemporaryDirectory() as folder:
        data, project = Path(folder), ProjectId("p")
        open_database(data).close()
        with closing(sqlite3.connect(data / FILE)) as database, database:
            database.execute(_PROJECT, (events,))
            rows = ((number, f'{{"n":{number}}}') for number in range(1, events + 1))
            database.executemany("INSERT INTO event VALUES ('p', ?, 'tool.start', NULL, ?, '')", rows)
        with closing(Reader(data)) as reader:
            took = []
            for number in range(1, events, events // 500):
                begun = time.perf_counter()
                reader.frames_after(project, number, 1)
                took.append((time.perf_counter() - begun) * 1000)
            yield Figure("seek_ms", median(took), "ms")


def commits(times: int) -> Iterator[Figure]:
    """What it adds that an event is committed before it is let out: beside a live update, which is not.

    Until the database's log has come round once, each commit makes its file longer, which takes longer.
    """
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        sender = Ours(Path(folder) / "data", free_port())
        audience_of(stack, sender, 10)
        yield from _committed(sender.ask("commits", times=times, every_s=0.01), "_in_a_new_log")
        for _ in range(ONCE_ROUND):
            sender.ask("write", events=100, text="x" * 4000)
        yield from _committed(sender.ask("commits", times=times, every_s=0.01), "")


def _committed(found: dict[str, float], when: str) -> Iterator[Figure]:
    added_ms = found["stored_ms"] - found["live_ms"]
    yield Figure(f"commit_vs_fdatasync{when}", added_ms / found["fdatasync_ms"], "times")
    yield Figure(f"commit_ms{when}", added_ms, "ms", "fdatasync", found["fdatasync_ms"])
