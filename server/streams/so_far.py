"""What is true only now, kept for whoever connects in the middle: text so far, and how far each job is."""

from dataclasses import dataclass, field

from pipeline.events import (
    ComponentEvent,
    ComponentGenerateProgress,
    ComponentValidateProgress,
    JobCancelled,
    JobComplete,
    JobFailed,
    JobProgress,
    JobResumed,
    MessageComplete,
    MessageDelta,
    MessageReset,
)
from pipeline.events.event import Told, Update
from pipeline.events.wire import encode, update_frame
from pipeline.ids import JobId, MessageId

Progress = ComponentGenerateProgress | ComponentValidateProgress | JobProgress


@dataclass
class _Text:
    first: MessageDelta
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def append(self, delta: MessageDelta) -> None:
        """Add what fits; a delta behind a lost one is left out, as every client leaves it out."""
        fresh = delta.text[self.length - delta.offset :] if delta.offset <= self.length else ""
        self.pieces.append(fresh)
        self.length += len(fresh)

    def whole(self) -> MessageDelta:
        return self.first.model_copy(update={"offset": 0, "text": "".join(self.pieces)})


@dataclass(frozen=True)
class _Progress:
    update: Progress
    frame: bytes

    def is_behind(self, update: Progress) -> bool:
        """Whether what comes is less than what was told of the same attempt."""
        same = (update.attempt, update.step) == (self.update.attempt, self.update.step)
        return same and update.percent < self.update.percent


class SoFar:
    """The unfinished texts and the latest progress of one project."""

    def __init__(self) -> None:
        self._texts: dict[tuple[MessageId, int], _Text] = {}
        self._progress: dict[tuple[JobId | None, str], _Progress] = {}

    def __bool__(self) -> bool:
        return bool(self._texts or self._progress)

    def hear(self, told: Told) -> None:
        """Take an event into account."""
        match told:
            case MessageReset():
                self._texts.pop((told.message, told.round), None)
            case MessageComplete():
                self._forget_texts(told.message)
            case ComponentEvent():
                self._forget_progress(told.job)  # what is stored says how far it is
            case JobComplete() | JobFailed() | JobCancelled() | JobResumed():
                self._forget_job(told.job)
            case _:
                pass

    def hear_live(self, update: Update, frame: bytes) -> bool:
        """Take a live update into account; whether it is news, for a percentage never goes back within an attempt."""
        if isinstance(update, MessageDelta):
            self._append(update)
        elif isinstance(update, Progress):
            held = self._progress.get((update.job, update.wire_name()))
            if held and held.is_behind(update):
                return False
            self._progress[update.job, update.wire_name()] = _Progress(update, frame)
        return True

    def frames(self, job: JobId | None = None) -> bytes:
        """All of it as bytes, of one job if one is given: each text once and from its beginning."""
        texts = (text.whole() for text in self._texts.values() if job in (None, text.first.job))
        percentages = (held.frame for (of, _), held in self._progress.items() if job in (None, of))
        return b"".join([*(update_frame(text.wire_name(), encode(text)) for text in texts), *percentages])

    def _append(self, delta: MessageDelta) -> None:
        key = (delta.message, delta.round)
        text = self._texts.get(key)
        if text is None or text.first.attempt != delta.attempt:
            text = self._texts[key] = _Text(delta)
        text.append(delta)

    def _forget_texts(self, message: MessageId) -> None:
        for key in [key for key in self._texts if key[0] == message]:
            del self._texts[key]

    def _forget_job(self, job: JobId | None) -> None:
        for key in [key for key, text in self._texts.items() if text.first.job == job]:
            del self._texts[key]
        self._forget_progress(job)

    def _forget_progress(self, job: JobId | None) -> None:
        for known in [known for known in self._progress if known[0] == job]:
            del self._progress[known]
