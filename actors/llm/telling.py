"""What people see while the model writes: text and code in small bundles."""

from asyncio import AbstractEventLoop, TimerHandle
from collections.abc import Callable
from dataclasses import dataclass, field

from actors.how_far import HowFar
from actors.llm.gathering import Gathering
from actors.messages import Live, Perform
from pipeline import progress
from pipeline.commands import AskModel
from pipeline.events import ComponentGenerateProgress, MessageDelta, Update

WINDOW_S = 0.033
"""The first text goes out at once, what follows at most this late: it looks smooth and costs little.

The windows of all streams end at the same instants, so that what is told of many streams is one message.
"""

MOST_PIECES = 50
MOST_CHARACTERS = 2048
"""More is not held, however fast it comes: one write of it is neither small nor late."""


@dataclass
class Telling:
    """Takes text as it comes and tells it in windows; never holds the only token of a slow stream for longer."""

    loop: AbstractEventLoop
    work: Perform
    ask: AskModel
    gathering: Gathering
    tell: Callable[[Live], None]
    _held: str = ""
    _pieces: int = 0
    _told: int = 0
    _timer: TimerHandle | None = field(default=None)
    _last_s: float = -WINDOW_S

    def __post_init__(self) -> None:
        self._how_far = HowFar(self.work)

    @property
    def has_told(self) -> bool:
        """Whether anything of it has gone out."""
        return self._told > 0

    def take(self, text: str) -> None:
        """Take some text of the answer, or none where only a tool call grew."""
        if not text:
            self._tell_how_far()
            return
        self._held += text
        self._pieces += 1
        due = (self._last_s // WINDOW_S + 1) * WINDOW_S
        if self.loop.time() >= due or self._pieces >= MOST_PIECES or len(self._held) >= MOST_CHARACTERS:
            self.flush()
        elif self._timer is None:
            self._timer = self.loop.call_at(due, self.flush)

    def flush(self) -> None:
        """Tell what is held."""
        if self._timer:
            self._timer.cancel()
            self._timer = None
        if self._held:
            self._last_s = self.loop.time()
            text, self._held, self._pieces = self._held, "", 0
            update = self._update(text)
            self._told += len(text)
            if update:
                self.tell(Live(self.work.project, update))
            self._tell_how_far()

    def stop(self) -> None:
        """Tell nothing more."""
        self._held = ""
        self.flush()

    def _update(self, text: str) -> Update | None:
        if self.ask.to:
            delta = {"message": self.ask.to, "round": self.ask.round, "offset": self._told, "text": text}
            return MessageDelta.model_validate({**self.work.marks, **delta})
        if self.ask.scene:
            characters = self._told + len(text)
            percent = progress.writing(self.work.key, characters)
            written = {"scene": self.ask.scene, "percent": percent, "characters": characters}
            code = {"offset": self._told, "text": text}
            return ComponentGenerateProgress.model_validate({**self.work.marks, **written, **code})
        return None

    def _tell_how_far(self) -> None:
        """Of the whole job, where that is news; a title and a summary are no part of the way."""
        key = self.work.key
        if self.ask.to:
            percent, stage = progress.answering(key, self.gathering.length), "answering"
        elif self.ask.scene and self._told:
            percent, stage = progress.writing(key, self._told), "repairing" if key.step == "repair" else "writing"
        else:
            return
        if self._how_far.reached(percent, stage):
            self.tell(self._how_far.told())
