"""What a person may do with a message that nobody answers yet."""

from dataclasses import dataclass

from pipeline.ids import MessageId, ProjectId


@dataclass(frozen=True)
class EditMessage:
    """Say it otherwise: the turn that waits for it answers the new words.

    Refused with NotFoundError, and with IllegalTransitionError once the answer has begun.
    """

    project: ProjectId
    message: MessageId
    content: str


@dataclass(frozen=True)
class WithdrawMessage:
    """Take it back: it leaves the conversation, and its turn ends before it began.

    Refused with NotFoundError, and with IllegalTransitionError once the answer has begun.
    """

    project: ProjectId
    message: MessageId
