"""What keeps a gate from giving a verdict; neither is the fault of the component."""


class GateError(Exception):
    """The gate gave no verdict."""


class GateInterruptedError(GateError):
    """The work was interrupted by another thread."""


class GateUnavailableError(GateError):
    """A program that the gates need does not run; `doctor` says which and what to do. `stderr` is what it said last."""

    def __init__(self, message: str, stderr: bytes = b"") -> None:
        super().__init__(message)
        self.stderr = stderr.decode(errors="replace")
