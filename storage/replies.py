"""Where the replies of checkpoints lie: in their rows while they are small, else as artifacts that the rows name."""

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.ids import Sha256
from storage.artifacts import ArtifactStore
from storage.errors import MissingArtifactError

INLINE_BYTES = 64 * 1024
"""What a model answers and what gates say is smaller; docs/decisions.md says why it is this and not another."""

ELSEWHERE = ""
"""What a row holds of a reply that lies in an artifact: it was heard, and no reply's JSON is empty."""


class Laid(NamedTuple):
    """A reply as its row has it: its JSON, or the name of the artifact that holds it."""

    text: str
    artifact: Sha256 | None


@dataclass(frozen=True)
class Replies:
    """Puts large replies aside and finds them again. Raises StoreUnavailableError while the disk does not answer."""

    artifacts: ArtifactStore
    inline_bytes: int = INLINE_BYTES

    def lay(self, text: str) -> Laid:
        """What the row shall hold. A large reply is on the disk when this returns, so a commit may name it."""
        content = text.encode()
        if len(content) <= self.inline_bytes:
            return Laid(text, None)
        return Laid(ELSEWHERE, self.artifacts.put(content, "reply"))

    def text(self, laid: Laid) -> str:
        """The JSON of the reply. Raises MissingArtifactError."""
        if laid.artifact is None:
            return laid.text
        try:
            return self.artifacts.need(laid.artifact).decode()
        except UnicodeDecodeError as error:
            raise MissingArtifactError(laid.artifact) from error
