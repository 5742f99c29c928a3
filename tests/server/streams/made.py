"""A client without a socket, and events without a store."""

from dataclasses import dataclass, field

from actors.messages import Framed
from pipeline.events import Live, MessageDelta, ToolStart
from pipeline.events.wire import Cursor, encode, event_frame, update_frame
from pipeline.ids import MessageId, ProjectId
from server.streams.channel import Channel
from server.streams.client import Client

PROJECT = ProjectId("p")


@dataclass
class Wire:
    """Keeps what is written, one entry a write, without the chunk's frame."""

    paused: bool = False
    closing: bool = False
    unsent_bytes: int = 0
    finished: bool = False
    written: list[bytes] = field(default_factory=list)

    def write(self, chunk: bytes) -> None:
        size, _, data = chunk.partition(b"\r\n")
        assert len(data) == int(size, 16) + 2
        self.written.append(data[:-2])

    def finish(self) -> None:
        self.finished = True

    def abort(self) -> None:
        self.closing = True

    async def drained(self, patience_s: float) -> None:
        assert patience_s > 0


def client(seq: int) -> tuple[Client, Wire]:
    wire = Wire()
    return Client("s", PROJECT, wire, Cursor("e", seq)), wire


def joined(channel: Channel, seq: int) -> tuple[Client, Wire]:
    """A client that is live in the channel."""
    made, wire = client(seq)
    channel.clients.add(made)
    channel.stands_at(seq, channel.generation)
    assert channel.join(made)
    return made, wire


def live(seq: int) -> bytes:
    """What a client is told first when it has caught up."""
    told = Live(project=PROJECT, seq=seq)
    return update_frame(told.wire_name(), encode(told))


def event(seq: int) -> Framed:
    told = ToolStart(call="c", name="n")
    return Framed(PROJECT, seq, told.wire_name(), told, event_frame(Cursor("e", seq), told.wire_name(), encode(told)))


def delta(offset: int, text: str) -> tuple[MessageDelta, bytes]:
    told = MessageDelta(message=MessageId("m"), round=0, offset=offset, text=text)
    return told, update_frame(told.wire_name(), encode(told))
