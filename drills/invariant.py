"""What a drill watches."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Invariant:
    """A sentence that must hold, whether it held, and what was counted."""

    name: str
    held: bool
    counted: str

    def as_json(self) -> dict[str, object]:
        """The line for machines."""
        return asdict(self)
