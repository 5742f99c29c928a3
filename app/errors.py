"""Why Bazaar cannot start, in sentences for the terminal."""


class StartError(Exception):
    """Bazaar cannot start, and the person can do something about it."""


class AddressTakenError(StartError):
    """The address cannot be listened on."""

    def __init__(self, host: str, port: int, error: OSError) -> None:
        super().__init__(
            f"cannot listen on {host}:{port} ({error.strerror or error}); choose another port with --port, or 0 for any"
        )
