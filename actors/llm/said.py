"""What a server says went wrong, as it says it: in a refusal's body, or in the middle of a stream."""

from typing import Any


class StreamError(Exception):
    """The server told of an error inside its answer."""

    def __init__(self, error: Any) -> None:  # noqa: ANN401 - servers send an object, a sentence, or null
        self.error = error if isinstance(error, dict) else {"message": str(error or "no reason was given")}
        super().__init__(str(self.error.get("message") or self.error))

    @property
    def codes(self) -> tuple[str, ...]:
        """What the server calls it, in small letters."""
        return tuple(str(self.error[name]).lower() for name in ("code", "type") if self.error.get(name))
