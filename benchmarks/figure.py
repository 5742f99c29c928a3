"""What a benchmark says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One number with its unit; where it compares, the same of a peer in the same run."""

    name: str
    value: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None

    @property
    def ratio(self) -> float | None:
        """This divided by the peer's."""
        return self.value / self.peer_value if self.peer_value else None

    def as_json(self) -> dict[str, object]:
        """The line for machines."""
        line: dict[str, object] = {"figure": self.name, "value": self.value, "unit": self.unit}
        compared = {"peer": self.peer, "peer_value": self.peer_value, "ratio": self.ratio}
        return {**line, **compared} if self.peer else line
