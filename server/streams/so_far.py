"""What is true only now, kept for whoever connects in the middle: text so far, and how far each job is."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

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


Piece = TypeVar("Piece", MessageDelta, ComponentGenerateProgress)


@dataclass
class _Text(Generic[Piece]):
    last: Piece
    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def append(self, piece: Piece) -> None:
        """Add what fits; a piece behind a lost one is left out, as every client leaves it out."""
        fresh = piece.text[self.length - piece.offset :] if piece.offset <= self.length else ""
        self.last = piece
        self.pieces.append(fresh)
        self.length += len(fresh)

    def is_of(self, piece: Piece) -> bool:
        """Whether the piece goes on with the same attempt."""
        return (self.last.step, self.last.attempt) == (piece.step, piece.attempt)

    def whole(self) -> Piece:
        return self.last.model_copy(update={"offset": 0, "text": "".join(self.pieces)})


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
        self._texts: dict[tuple[MessageId, int], _Text[MessageDelta]] = {}
        self._codes: dict[JobId | None, _Text[ComponentGenerateProgress]] = {}
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
            self._texts[update.message, update.round] = _grown(self._texts.get((update.message, update.round)), update)
        elif isinstance(update, Progress):
            held = self._progress.get((update.job, update.wire_name()))
            if held and held.is_behind(update):
                return False
            if isinstance(update, ComponentGenerateProgress):
                self._codes[update.job] = _grown(self._codes.get(update.job), update)
            self._progress[update.job, update.wire_name()] = _Progress(update, frame)
        return True

    def frames(self, job: JobId | None = None) -> bytes:
        """All of it as bytes, of one job if one is given: each text once and from its beginning."""
        texts = (text.whole() for text in self._texts.values() if job in (None, text.last.job))
        percentages = (self._frame(held) for (of, _), held in self._progress.items() if job in (None, of))
        return b"".join([*(update_frame(text.wire_name(), encode(text)) for text in texts), *percentages])

    def _frame(self, held: _Progress) -> bytes:
        """The update as it was told, but with all of the code that it belongs to."""
        if not isinstance(held.update, ComponentGenerateProgress):
            return held.frame
        return update_frame(held.update.wire_name(), encode(self._codes[held.update.job].whole()))

    def _forget_texts(self, message: MessageId) -> None:
        for key in [key for key in self._texts if key[0] == message]:
            del self._texts[key]

    def _forget_job(self, job: JobId | None) -> None:
        for key in [key for key, text in self._texts.items() if text.last.job == job]:
            del self._texts[key]
        self._forget_progress(job)

    def _forget_progress(self, job: JobId | None) -> None:
        self._codes.pop(job, None)
        for known in [known for known in self._progress if known[0] == job]:
            del self._progress[known]


def _grown(text: _Text[Piece] | None, piece: Piece) -> _Text[Piece]:
    """The text with the piece in it; a new attempt begins anew."""
    if text is None or not text.is_of(piece):
        text = _Text(piece)
    text.append(piece)
    return text
