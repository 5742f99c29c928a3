"""What the composer answers, before it is put on the wire."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import JsonValue


@dataclass(frozen=True)
class Call:
    """A tool call; its id follows from what it asks and where it stands."""

    name: str
    arguments: Mapping[str, JsonValue]

    def written(self) -> str:
        """Return the arguments as JSON."""
        return json.dumps(dict(self.arguments), ensure_ascii=False, allow_nan=False)

    def id(self, place: int) -> str:
        """Return the id of the call at that place of its message."""
        digest = hashlib.sha256(f"{place}:{self.name}:{self.written()}".encode()).hexdigest()
        return f"call_{digest[:24]}"


@dataclass(frozen=True)
class Reply:
    """A text and the tool calls that come with it."""

    text: str
    calls: tuple[Call, ...] = ()
    is_code: bool = False
