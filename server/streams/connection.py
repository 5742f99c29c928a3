"""An open stream as the browser has it: one socket, and a client for each project it follows."""

from pipeline.events import Error, Ping, Replaced
from pipeline.events.event import Update
from pipeline.events.wire import encode, update_frame
from server.streams.client import Client
from server.streams.wire import Wire, chunked

_TOKEN_ENDED = Error(code="token.ended", message="Your login has ended. Open the address that the server printed.")
_PING = update_frame(Ping.wire_name(), encode(Ping()))


class Connection:
    """`ends_at` is when the token ends that it was opened with, None for never."""

    __slots__ = ("clients", "ends_at", "wants_ping", "wire")

    def __init__(self, wire: Wire, *, wants_ping: bool = False, ends_at: float | None = None) -> None:
        self.wire = wire
        self.wants_ping = wants_ping
        self.ends_at = ends_at
        self.clients: list[Client] = []

    def beat(self, now: float) -> None:
        """Show that the line is alive, moving no cursor further than what was written."""
        if self.wire.closing:
            self.end()
        elif self.ends_at is not None and now >= self.ends_at:
            self.tell_and_end(_TOKEN_ENDED)
        elif self.wire.paused:
            for client in self.clients:
                client.fall_behind()
        else:
            self._show_life()

    def replace(self, reason: str) -> None:
        """End in favour of newer ones."""
        self.tell_and_end(Replaced(reason=reason))

    def tell_and_end(self, last: Update) -> None:
        """Say why, then end."""
        self.end(update_frame(last.wire_name(), encode(last)))

    def end(self, last_words: bytes = b"") -> None:
        """Let it end; what follows the last words is nothing."""
        if last_words and not self.wire.paused and not all(client.ended for client in self.clients):
            self.wire.write(chunked(last_words))
        for client in self.clients:
            client.end()
        self.wire.finish()

    def _show_life(self) -> None:
        live = [client for client in self.clients if client.is_live]
        if live:
            block = f"id: {live[0].id}\n\n".encode()
            self.wire.write(chunked(block + _PING if self.wants_ping else block))
