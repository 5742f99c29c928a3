"""What an injected fault raises; it is told from a fault of ours by its name."""


class InjectedFaultError(Exception):
    """An operator wanted this to fail."""


class InjectedKillError(BaseException):
    """An operator wanted this actor to die; no `except Exception` holds it up."""
