"""What lies in the database of a data folder, read by plain SQL: a second opinion, without the code that wrote it."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from actors.llm.adapters.adapter import Question
from actors.llm.adapters.chat import ChatCompletions
from drills.model_server import fingerprint
from pipeline.commands import AskModel
from storage.database import FILE

_CHECKPOINTS = """
SELECT job, step, ordinal, COALESCE(reply_artifact, reply), command FROM checkpoint
"""
"""A large reply lies in an artifact, whose name stands for what is in it."""

MODEL_STEPS = ("ask", "generate", "repair")


class Place(NamedTuple):
    """Where a checkpoint stands."""

    job: str
    step: str
    ordinal: int


@dataclass(frozen=True)
class Evidence:
    """What one moment left behind; taken between a kill and the restart, it says where the kill landed."""

    jobs: dict[str, str]
    """Job → status."""
    replies: dict[Place, str]
    """The checkpoints: what was heard, as JSON or as the name of the artifact it lies in."""
    under_way: frozenset[Place]
    """What was asked of the world and not heard yet, of jobs that are open."""
    paid: Counter[str]
    """The fingerprints of the model calls whose answers are recorded."""

    @classmethod
    def of(cls, data: Path) -> "Evidence":
        """Read it."""
        with closing(_opened(data)) as database:
            jobs = dict(database.execute("SELECT id, status FROM job"))
            rows = list(database.execute(_CHECKPOINTS))
        replies = {Place(*row[:3]): row[3] for row in rows if row[3] is not None}
        began = {Place(*row[:3]) for row in rows if jobs[row[0]] in {"queued", "running", "waiting"}}
        paid = Counter(_question(row[4]) for row in rows if row[3] is not None and row[1] in MODEL_STEPS)
        return cls(jobs, replies, frozenset(began - replies.keys()), paid)

    def lost_since(self, earlier: "Evidence") -> list[Place]:
        """The checkpoints of an earlier moment that are gone or say something else now."""
        return [place for place, reply in earlier.replies.items() if self.replies.get(place) != reply]

    def steps_under_way(self, kind: str) -> list[Place]:
        """What of that step was under way."""
        return [place for place in self.under_way if place.step == kind]

    def paid_twice(self, asked_since: Iterable[str]) -> list[str]:
        """The questions that were asked since, though their answers were recorded."""
        return [question for question in asked_since if self.paid[question]]


def stored_events(data: Path, project: str) -> list[tuple[int, str, str]]:
    """Number, name and data of all events of a project, in order."""
    with closing(_opened(data)) as database:
        return list(database.execute("SELECT seq, type, data FROM event WHERE project = ? ORDER BY seq", (project,)))


def faults(told: Iterable[tuple[int, str, str]], stored: Iterable[tuple[int, str, str]]) -> Iterator[str]:
    """How what a client was told differs from what is stored: missing, twice, out of order, or another text."""
    told = list(told)
    numbers = [number for number, _, _ in told]
    begin = numbers[0] if numbers else 1
    expected = [event for event in stored if event[0] >= begin]
    yield from (f"event {number} came {times} times" for number, times in Counter(numbers).items() if times > 1)
    yield from (f"event {number} is missing" for number, _, _ in expected if number not in set(numbers))
    yield from (f"event {later} came after {now}" for now, later in pairwise(numbers) if later < now)
    yield from (f"event {event[0]} is not what is stored" for event in told if event not in expected)


def _opened(data: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{(data / FILE).absolute().as_uri()}?mode=rw", uri=True)


def _question(command: str) -> str:
    ask = AskModel.model_validate_json(command)
    return fingerprint(ChatCompletions().request(Question(ask, ""))["messages"])
