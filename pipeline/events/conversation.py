"""What happens in a conversation."""

from typing import Literal

from pipeline.events.event import Event, Update
from pipeline.ids import AssetId, JobId, MessageId, SceneId
from pipeline.pointing import Pointed
from pipeline.value import Value


class ToolView(Value):
    """One tool call of an answer; `summary` is one line for people: what was done, or why it was refused."""

    call: str
    name: str
    status: Literal["running", "done", "refused"] = "running"
    summary: str = ""


class PlanView(Value):
    """What an answer planned."""

    title: str
    scenes: tuple[SceneId, ...]


class MessageView(Value):
    """One entry of the conversation; `done` is false while its text still grows."""

    id: MessageId
    role: Literal["user", "assistant"]
    content: str
    done: bool = True
    job: JobId | None = None
    created_at: str = ""
    tools: tuple[ToolView, ...] = ()
    plan: PlanView | None = None
    attachments: tuple[AssetId, ...] = ()
    pointed: Pointed | None = None


class MessageCreated(Event):
    """An entry was added; an assistant's entry begins empty and not done."""

    message: MessageView


class MessageUpdated(Event):
    """A message that waits to be answered says something else now."""

    message: MessageView


class MessageRemoved(Event):
    """A message, or the empty answer to it, was taken back before anybody answered it."""

    message: MessageId


class MessageStart(Event):
    """An answer is being written from now on; what it answers can be changed and withdrawn no more."""

    message: MessageId


class MessageReset(Event):
    """A new attempt begins to write round `round` of the message: drop the live text of that round."""

    message: MessageId
    round: int


class MessageComplete(Event):
    """The stored text of a message, whole: the truth, whatever was streamed. `final` ends the message.

    `round` is the last round whose words are in it, -1 for none.
    """

    message: MessageId
    content: str
    round: int
    final: bool


class MessageDelta(Update):
    """Text as it streams; append it only where `offset` (characters into this round and attempt) fits."""

    message: MessageId
    round: int
    offset: int
    text: str


class ToolStart(Event):
    """A tool call of the model begins."""

    call: str
    name: str


class ToolComplete(Event):
    """A tool call was carried out; `summary` is one line for people."""

    call: str
    name: str
    summary: str


class ToolError(Event):
    """A tool call was refused; the model is told why, and corrects itself or says what stands in the way."""

    call: str
    name: str
    message: str
    code: str = "change.refused"
    advice: str = "The model is told. If it does not find another way, say it in other words."
