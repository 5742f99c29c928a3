"""What is due to the clients of a project in one tick of the loop."""

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.ids import JobId
from server.streams.wire import chunked


class Due(NamedTuple):
    """Bytes to send; `seq` is None for a live update."""

    seq: int | None
    job: JobId | None
    frame: bytes


@dataclass(frozen=True)
class Batch:
    """What is due in one tick, with the bytes that most clients share; whole if its numbers leave nothing out."""

    due: list[Due]
    before: int
    after: int
    chunk: bytes
    is_whole: bool

    @classmethod
    def of(cls, due: list[Due], before: int, after: int) -> "Batch":
        """The batch that takes a client from one number to another."""
        numbers = [item.seq for item in due if item.seq is not None]
        chunk = chunked(b"".join(item.frame for item in due))
        return cls(due, before, after, chunk, is_whole=numbers == list(range(before + 1, after + 1)))
