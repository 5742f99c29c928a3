"""The clients of one project: what is due goes to each of them in one write per tick of the loop."""

from actors.messages import Framed
from pipeline.events import Live
from pipeline.events.event import Update
from pipeline.events.wire import encode, update_frame
from pipeline.ids import ProjectId
from server.streams.client import Client
from server.streams.due import Batch, Due
from server.streams.so_far import SoFar


class Channel:
    """A project's clients, the number of the last event heard, and what is true only now.

    Gap-free by construction: a client is written to only where its cursor meets the batch; any other is
    sent to catch up from the store. `awaited` counts the streams that are about to open.
    """

    def __init__(self, project: ProjectId) -> None:
        self.project = project
        self.clients: set[Client] = set()
        self.awaited = 0
        self.generation = 0
        self.seq: int | None = None
        self._so_far = SoFar()
        self._due: list[Due] = []
        self._sent: int | None = None

    @property
    def is_idle(self) -> bool:
        """Whether nothing would be lost by forgetting this channel."""
        return not self.clients and not self.awaited and not self._so_far

    def publish(self, event: Framed) -> None:
        """Take a stored event; one heard before changes nothing."""
        self._so_far.hear(event.told)
        if self.seq is None:
            self.seq = self._sent = event.seq - 1
        if event.seq > self.seq:
            self.seq = event.seq
            self._owe(Due(event.seq, event.told.job, event.frame))

    def live(self, update: Update, frame: bytes) -> None:
        """Take a live update."""
        if self._so_far.hear_live(update, frame):
            self._owe(Due(None, update.job, frame))

    def stands_at(self, seq: int, generation: int) -> bool:
        """Learn from the store where this project stands, unless that is known or a gap came since; whether it was."""
        if self.seq is not None or generation != self.generation:
            return False
        self.seq = self._sent = seq
        return True

    def catch_up(self) -> None:
        """Send every client to the store, for what was told here may have a gap."""
        self.seq = None
        self.generation += 1
        for client in self.clients:
            client.fall_behind()

    def flush(self) -> None:
        """Write what is due to every live client."""
        due, self._due = self._due, []
        before, self._sent = self._sent, self.seq
        if not due:
            return
        for client in self._others_than_steady(Batch.of(due, before or 0, self.seq or 0)):
            if client.wire.paused:
                client.fall_behind()
            else:
                self._serve(client, due)

    def join(self, client: Client) -> bool:
        """Make a client live if nothing lies between it and what is told here; else it must read on."""
        self.flush()
        if self.seq is None or client.ended or client.wire.paused or client.seq < self.seq:
            return False
        client.go_live()
        self._give_so_far(client)
        return True

    def _others_than_steady(self, batch: Batch) -> list[Client]:
        """Write to all whose place is where the batch begins, as nearly all are; returns the other live ones.

        This loop is what an event costs: one write to the socket for each client, and as little else as can be.
        """
        chunk, before, after, is_whole = batch.chunk, batch.before, batch.after, batch.is_whole
        others = []
        for client in self.clients:
            if is_whole and client.is_steady and client.seq == before and not client.wire.paused:
                client.send(chunk)
                client.seq = after
            elif client.is_live:
                others.append(client)
        return others

    def _owe(self, due: Due) -> None:
        if self.clients:
            self._due.append(due)
        else:
            self._sent = self.seq

    def _serve(self, client: Client, due: list[Due]) -> None:
        """Write what a client has not had; an event that follows none it has sends it to catch up."""
        fresh: list[Due] = []
        seq = client.seq
        for item in due:
            if item.seq is None:
                fresh += [] if client.lacks_so_far else [item]
            elif item.seq == seq + 1:
                seq = item.seq
                fresh.append(item)
            elif item.seq > seq:
                client.take(fresh)
                client.fall_behind()
                return
        client.take(fresh)
        self._give_so_far(client)

    def _give_so_far(self, client: Client) -> None:
        """What is true now goes out once the client stands where this channel does: before, it is not its now."""
        if client.lacks_so_far and client.seq == self.seq:
            client.steady()
            told = Live(project=self.project, job=client.view.job, seq=client.seq)
            frames = update_frame(told.wire_name(), encode(told)) + self._so_far.frames(client.view.job)
            client.write(frames, client.seq)
