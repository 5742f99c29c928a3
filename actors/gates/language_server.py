"""Speaks with a language server (LSP 3.17): a document is shown to it, and it says what is wrong in it.

Messages are JSON behind a Content-Length. What the server asks of an editor is answered with nothing.
"""

import json
import time
from collections.abc import Iterator

from pydantic import JsonValue

from actors.gates.child import Child, Heard
from actors.gates.contract import SOURCE_NAME
from actors.gates.pump import Ending

Message = dict[str, JsonValue]


class LanguageServer:
    """The side of the conversation that a child hears; the child itself is handed in."""

    def __init__(self, folder: str) -> None:
        self._folder = f"file://{folder}"
        self._document = f"{self._folder}/{SOURCE_NAME}"
        self._asked = 0
        self._to_send = b""
        self._reply: Message = {}

    def greet(self, child: Child, *, within_s: float) -> Heard:
        """Begin: the server is told whose it is, and reads what it needs with an empty document."""
        self._asked, self._to_send = 0, b""
        params: Message = {
            "processId": None,
            "rootUri": self._folder,
            "capabilities": {"textDocument": {"diagnostic": {}}},
        }
        heard = self._ask(child, b"", "initialize", params, within_s=within_s)
        if heard.ending is not Ending.HEARD:
            return heard
        self._to_send += _notice("initialized", {})
        return self.diagnose(child, "export {};", within_s=within_s)

    def diagnose(self, child: Child, source: str, *, within_s: float) -> Heard:
        """Have a source looked at; what was found is in `found`."""
        document: Message = {"uri": self._document, "languageId": "typescriptreact", "version": 1, "text": source}
        opened = _notice("textDocument/didOpen", {"textDocument": document})
        about: Message = {"textDocument": {"uri": self._document}}
        heard = self._ask(child, opened, "textDocument/diagnostic", about, within_s=within_s)
        self._to_send += _notice("textDocument/didClose", about)
        return heard

    @property
    def found(self) -> JsonValue:
        """The diagnostics of the last source; not to be trusted to be any."""
        result = self._reply.get("result")
        return result.get("items") if isinstance(result, dict) else None

    def _ask(self, child: Child, before: bytes, method: str, params: Message, *, within_s: float) -> Heard:
        self._asked += 1
        self._reply = {}
        asked = _framed({"id": self._asked, "method": method, "params": params})
        deadline = time.monotonic() + within_s
        self._to_send += before + asked
        while True:
            data, self._to_send = self._to_send, b""
            heard = child.hear_until(self._hears, data, within_s=deadline - time.monotonic())
            if self._reply or heard.ending is not Ending.HEARD:
                return heard

    def _hears(self, out: bytearray) -> bool:
        """Until there is the reply, or something that the server waits for."""
        for message in _taken(out):
            if "method" in message and "id" in message:
                self._to_send += _framed({"id": message["id"], "result": None})
            elif message.get("id") == self._asked and "method" not in message:
                self._reply = message
        return bool(self._reply or self._to_send)


def _notice(method: str, params: Message) -> bytes:
    return _framed({"method": method, "params": params})


def _framed(message: Message) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def _taken(out: bytearray) -> Iterator[Message]:
    """The whole messages at the front, taken away."""
    while (begins := out.find(b"\r\n\r\n")) >= 0:
        length = int(out[:begins].lower().partition(b"content-length:")[2].split(b"\r\n")[0])
        ends = begins + 4 + length
        if len(out) < ends:
            return
        message = json.loads(out[begins + 4 : ends])
        del out[:ends]
        yield message
