"""Our events in the words of AG-UI 1.0, so that its clients can follow a project.

A turn is a run, its steps and those of its components are steps; what has no word there is a custom event under its
own name. Text in AG-UI is only ever appended: so it is streamed where a client hears it from its beginning, and comes
whole, when it is complete, to one that joined in the middle.
"""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

Data = dict[str, Any]
Said = Iterator[Data]
_Key = tuple[str, int, int]
"""A message, a round of it, and the attempt at that round: a text that is only appended to."""

_STEP_ENDS = ("complete", "error")


class AgUi:
    """The translation for one connection; it remembers which texts it streamed from their beginning."""

    def __init__(self) -> None:
        self._streamed: dict[_Key, int] = {}
        self._contents: dict[str, str] = {}
        self._is_joining = False

    def translated(self, name: str, data: Data) -> list[Data]:
        """The AG-UI events that stand for one of ours, in order."""
        told = list(self._by_name(name)(name, data))
        self._is_joining = name in {"snapshot", "live"} or (self._is_joining and name == "message.delta")
        stamp = _timestamp(data)
        return [{**event, **stamp} for event in told]

    def _by_name(self, name: str) -> Callable[[str, Data], Said]:
        known: dict[str, Callable[[str, Data], Said]] = {
            "snapshot": self._snapshot,
            "job.queued": _run_started,
            "job.resumed": _run_started,
            "job.complete": _run_finished,
            "job.failed": _run_error,
            "job.cancelled": _run_error,
            "message.created": self._message,
            "message.delta": self._delta,
            "message.reset": self._reset,
            "message.complete": self._complete,
            "tool.start": _tool_started,
            "tool.complete": _tool_ended,
            "tool.error": _tool_ended,
        }
        is_step = name.startswith("component.") and name.rpartition(".")[2] in {"start", *_STEP_ENDS}
        return known.get(name, _step if is_step else _custom)

    def _snapshot(self, _: str, data: Data) -> Said:
        yield {"type": "STATE_SNAPSHOT", "snapshot": data}
        self._contents = {message["id"]: message["content"] for message in data["messages"]}

    def _message(self, name: str, data: Data) -> Said:
        message = data["message"]
        if message["role"] == "user":
            yield from _text(message["id"], "user", message["content"])
        else:
            yield from _custom(name, data)

    def _delta(self, _: str, data: Data) -> Said:
        key, offset, text = _key(data), data["offset"], data["text"]
        if offset == 0 and key not in self._streamed and not self._is_joining:
            self._streamed[key] = 0
            yield {"type": "TEXT_MESSAGE_START", "messageId": _name(key), "role": "assistant"}
        if self._streamed.get(key) == offset and text:
            self._streamed[key] = offset + len(text)
            yield {"type": "TEXT_MESSAGE_CONTENT", "messageId": _name(key), "delta": text}

    def _reset(self, name: str, data: Data) -> Said:
        """What was streamed of the attempt before stays said; the new one is a message of its own."""
        for key in [key for key in self._streamed if key[:2] == _key(data)[:2]]:
            yield from self._end(key)
        yield from _custom(name, data)

    def _complete(self, name: str, data: Data) -> Said:
        key = _key(data)
        said, whole = self._contents.get(key[0], ""), data["content"]
        self._contents[key[0]] = whole
        fresh = whole.removeprefix(said).lstrip()
        if key in self._streamed:
            yield from self._end(key)
        elif fresh:
            yield from _text(_name(key), "assistant", fresh)
        yield from _custom(name, data)

    def _end(self, key: _Key) -> Said:
        if self._streamed.pop(key, None) is not None:
            yield {"type": "TEXT_MESSAGE_END", "messageId": _name(key)}


def blocks(frames: bytes, speak: AgUi) -> bytes:
    """Whole blocks of our stream as blocks of an AG-UI stream: unnamed, the id with the last that it stands for."""
    return b"".join(_block(block, speak) for block in frames.split(b"\n\n") if block)


def _block(block: bytes, speak: AgUi) -> bytes:
    fields = dict(line.partition(": ")[::2] for line in block.decode().split("\n"))
    if "event" not in fields:
        return block + b"\n\n"
    events = speak.translated(fields["event"], json.loads(fields["data"]))
    lines = [f"data: {json.dumps(event, ensure_ascii=False, separators=(',', ':'))}\n\n" for event in events]
    if "id" in fields:
        lines = [*lines[:-1], f"id: {fields['id']}\n{lines[-1] if lines else chr(10)}"]
    return "".join(lines).encode()


def _run_started(name: str, data: Data) -> Said:
    if _is_turn(data):
        yield {"type": "RUN_STARTED", "threadId": data["project"], "runId": data["job"]}
    else:
        yield from _custom(name, data)


def _run_finished(name: str, data: Data) -> Said:
    if _is_turn(data):
        yield {"type": "RUN_FINISHED", "threadId": data["project"], "runId": data["job"]}
    else:
        yield from _custom(name, data)


def _run_error(name: str, data: Data) -> Said:
    if _is_turn(data):
        error = data.get("error", {"message": "It was stopped.", "code": name})
        yield {"type": "RUN_ERROR", "message": error["message"], "code": error["code"]}
    yield from _custom(name, data)


def _tool_started(_: str, data: Data) -> Said:
    yield {"type": "TOOL_CALL_START", "toolCallId": data["call"], "toolCallName": data["name"]}
    yield {"type": "TOOL_CALL_END", "toolCallId": data["call"]}


def _tool_ended(_: str, data: Data) -> Said:
    said = data.get("summary", data.get("message", ""))
    yield {
        "type": "TOOL_CALL_RESULT",
        "messageId": f"{data['call']}.result",
        "toolCallId": data["call"],
        "content": said,
    }


def _step(name: str, data: Data) -> Said:
    _, step, what = name.split(".")
    kind = "STEP_STARTED" if what == "start" else "STEP_FINISHED"
    yield {"type": kind, "stepName": f"{step} {data.get('scene', '')}".strip()}
    if what != "start":
        yield from _custom(name, data)


def _custom(name: str, data: Data) -> Said:
    yield {"type": "CUSTOM", "name": name, "value": data}


def _text(message: str, role: str, text: str) -> Said:
    yield {"type": "TEXT_MESSAGE_START", "messageId": message, "role": role}
    if text:
        yield {"type": "TEXT_MESSAGE_CONTENT", "messageId": message, "delta": text}
    yield {"type": "TEXT_MESSAGE_END", "messageId": message}


def _is_turn(data: Data) -> bool:
    """Whether an event is of a turn: what a turn leads to names it as its trace."""
    return data.get("job") is not None and data.get("trace") == data["job"]


def _key(data: Data) -> _Key:
    return data["message"], data["round"], data.get("attempt", 1)


def _name(key: _Key) -> str:
    return ".".join(map(str, key))


def _timestamp(data: Data) -> Data:
    at = data.get("at")
    return {"timestamp": round(datetime.fromisoformat(at).timestamp() * 1000)} if at else {}
