"""A stream of server-sent events as payloads, from bytes however they are cut.

The SDK's typed chunks cost ten times as much as all the rest of the way, so lines are read raw. A payload is one
`data:` line: every model's server sends it so, also those that forget the empty line between two.
"""

import json
from typing import Any

from pydantic_core import from_json

DONE = b"[DONE]"


class Lines:
    """Feed it bytes; it gives back the payloads that are whole."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self.held = 0
        """Bytes of a line that has not ended."""

    def feed(self, data: bytes) -> list[bytes]:
        """The payloads that end in these bytes."""
        if b"\n" not in data:
            self._pieces.append(data)
            self.held += len(data)
            return []
        *lines, rest = (b"".join(self._pieces) + data).split(b"\n")
        self._pieces, self.held = [rest], len(rest)
        return [line[5:].strip() for line in lines if line.startswith(b"data:")]

    def end(self) -> list[bytes]:
        """The payload of a last line that nothing ended."""
        return self.feed(b"\n")


def parsed(payload: bytes) -> Any:  # noqa: ANN401 - what a server says is not yet known
    """One payload decoded. Raises ValueError when it is no JSON.

    The fast decoder does not know a character cut into halves, which JSON can say and servers send; the slow one does.
    """
    try:
        return from_json(payload)
    except ValueError:
        return json.loads(payload)
