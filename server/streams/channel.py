"""The clients of one project: what is due goes to each of them in one write per tick of the loop."""

from dataclasses import dataclass

from actors.messages import Framed
from pipeline.events.event import Update
from pipeline.ids import ProjectId
from server.streams.client import Client
from server.streams.so_far import SoFar
from server.streams.wire import chunked


@dataclass(frozen=True)
class _Due:
    """Bytes to send; `seq` is None for a live update."""

    seq: int | None
    frame: bytes


@dataclass(frozen=True)
class _Batch:
    """What is due in one tick, with the bytes that most clients share; whole if its numbers leave nothing out."""

    due: list[_Due]
    before: int
    after: int
    chunk: bytes
    is_whole: bool

    @classmethod
    def of(cls, due: list[_Due], before: int, after: int) -> "_Batch":
        numbers = [item.seq for item in due if item.seq is not None]
        chunk = chunked(b"".join(item.frame for item in due))
        return cls(due, before, after, chunk, is_whole=numbers == list(range(before + 1, after + 1)))


class Channel:
    """A project's clients, the number of the last event heard, and what is true only now.

    Gap-free by construction: a client is written to only where its cursor meets the batch; any other is
    sent to catch up from the store.
    """

    def __init__(self, project: ProjectId) -> None:
        self.project = project
        self.clients: set[Client] = set()
        self._seq: int | None = None
        self._so_far = SoFar()
        self._due: list[_Due] = []
        self._sent: int | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing would be lost by forgetting this channel."""
        return not self.clients and not self._so_far

    def publish(self, event: Framed) -> None:
        """Take a stored event; one heard before changes nothing."""
        self._so_far.hear(event.told)
        if self._seq is None:
            self._seq = self._sent = event.seq - 1
        if event.seq > self._seq:
            self._seq = event.seq
            self._owe(_Due(event.seq, event.frame))

    def live(self, update: Update, frame: bytes) -> None:
        """Take a live update."""
        self._so_far.hear_live(update, frame)
        self._owe(_Due(None, frame))

    def catch_up(self) -> None:
        """Send every client to the store, and go on from where the first comes back: what was told here has a gap."""
        self._seq = None
        for client in self.clients:
            client.fall_behind()

    def flush(self) -> None:
        """Write what is due to every live client."""
        due, self._due = self._due, []
        before, self._sent = self._sent, self._seq
        if not due:
            return
        batch = _Batch.of(due, before or 0, self._seq or 0)
        for client in [client for client in self.clients if client.is_live]:
            self._serve(client, batch)

    def join(self, client: Client) -> bool:
        """Make a client live if nothing lies between it and what is told here; else it must read on."""
        self.flush()
        if self._seq is None:
            self._seq = self._sent = client.seq
        if client.ended or client.wire.paused or client.seq < self._seq:
            return False
        client.go_live()
        client.lacks_so_far = True
        self._give_so_far(client)
        return True

    def _owe(self, due: _Due) -> None:
        if self.clients:
            self._due.append(due)
        else:
            self._sent = self._seq

    def _serve(self, client: Client, batch: _Batch) -> None:
        if client.wire.closing:
            client.end()
        elif client.wire.paused:
            client.fall_behind()
        elif batch.is_whole and client.seq == batch.before and not client.lacks_so_far:
            client.write(batch.chunk, batch.after)
        else:
            self._serve_part(client, batch.due)

    def _serve_part(self, client: Client, due: list[_Due]) -> None:
        """Write the events a client has not had; one that follows no event it has sends it to catch up."""
        for item in due:
            if item.seq == client.seq + 1:
                client.write(chunked(item.frame), item.seq)
            elif item.seq is not None and item.seq > client.seq:
                client.fall_behind()
                return
        self._give_so_far(client)

    def _give_so_far(self, client: Client) -> None:
        """What is true now goes out once the client stands where this channel does: before, it is not its now."""
        if client.lacks_so_far and client.seq == self._seq:
            client.lacks_so_far = False
            frames = self._so_far.frames()
            if frames:
                client.write(chunked(frames), client.seq)
