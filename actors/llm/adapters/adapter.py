"""What a wire must be able to do: say our question in its words, and take what it streams."""

from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from typing import Any, Protocol

from openai import AsyncAPIResponse, AsyncOpenAI

from actors.llm.endpoint import Lack
from actors.llm.gathering import Gathering
from pipeline.chat import ChatMessage
from pipeline.commands import AskModel
from pipeline.ids import Sha256

Wanted = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """One call as any wire needs it; `images` holds the attached ones as data URLs."""

    ask: AskModel
    model: str
    lacks: frozenset[Lack] = frozenset()
    temperature: float | None = None
    reasoning_effort: str | None = None
    images: Mapping[Sha256, str] = field(default_factory=dict)

    @property
    def tuning(self) -> Wanted:
        """The settings that this model takes."""
        given = {"temperature": self.temperature, "reasoning_effort": self.reasoning_effort}
        return {name: value for name, value in given.items() if value is not None and name not in self.lacks}

    def seen(self, message: ChatMessage) -> list[str]:
        """The URLs of a message's images, where the model can see."""
        return [] if "images" in self.lacks else [self.images[one] for one in message.images if one in self.images]

    def text(self, message: ChatMessage) -> str:
        """A message's text; of images that are not shown the model is told that they are there."""
        unseen = len(message.images) - len(self.seen(message))
        note = f"\n\n[Images attached that you cannot see: {unseen}]" if unseen else ""
        return f"{message.content}{note}"


class Adapter(Protocol):
    """Stateless: what comes in lies in the gathering."""

    def request(self, question: Question) -> Wanted:
        """The body, as the SDK's method takes it."""

    def send(self, client: AsyncOpenAI, wanted: Wanted) -> AbstractAsyncContextManager[AsyncAPIResponse[Any]]:
        """Send it; what is entered is the answer's head, its body still to be read."""

    def take(self, payload: Any, gathering: Gathering) -> str:  # noqa: ANN401 - what a server says is not yet known
        """Take one payload of the stream, decoded but not trusted; returns the text it brought."""

    def take_whole(self, body: Any, gathering: Gathering) -> str:  # noqa: ANN401 - likewise
        """Take an answer that came in one piece: some servers do not stream."""
