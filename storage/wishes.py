"""What people want of a job: entries that the writer checks against the job as it is, and refuses with a reason."""

from dataclasses import dataclass

from pipeline.ids import JobId
from pipeline.jobs import Wish
from pipeline.resuming import Fork, Resumption


@dataclass(frozen=True)
class WishJob:
    """What a person wants of an open job, kept until the job has followed: whoever takes it up finds it there.

    Refused with NotFoundError, and with IllegalTransitionError when it is not open.
    """

    job: JobId
    wish: Wish


@dataclass(frozen=True)
class ResumeJob:
    """Let a failed or cancelled job go on; it is running, of a new epoch, when this is written.

    The same again while it is open changes nothing. Refused with NotFoundError and CommandRefusedError.
    """

    job: JobId
    asked: Resumption


@dataclass(frozen=True)
class ForkJob:
    """Begin a new job that shares the first checkpoints of another.

    Refused with NotFoundError and CommandRefusedError.
    """

    job: JobId
    new: JobId
    asked: Fork


@dataclass(frozen=True)
class HurryJob:
    """Try again now what waits for its next attempt.

    Refused with NotFoundError, and with CommandRefusedError when the job is not open.
    """

    job: JobId


@dataclass(frozen=True)
class PutJobFirst:
    """Let an open job go before those that wait with it.

    Refused with NotFoundError, and with CommandRefusedError when the job is not open.
    """

    job: JobId


JobWish = WishJob | ResumeJob | ForkJob | HurryJob | PutJobFirst
