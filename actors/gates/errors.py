"""What keeps a gate from giving a verdict; neither is the fault of the component."""


class GateError(Exception):
    """The gate gave no verdict."""


class GateInterruptedError(GateError):
    """The work was interrupted by another thread."""


class GateUnavailableError(GateError):
    """A program that the gates need does not run; `doctor` says which and what to do."""
