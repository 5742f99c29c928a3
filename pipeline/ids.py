"""The ids of the system: strings that mypy keeps apart."""

from typing import NewType

ProjectId = NewType("ProjectId", str)
SceneId = NewType("SceneId", str)
JobId = NewType("JobId", str)
MessageId = NewType("MessageId", str)
RevisionId = NewType("RevisionId", str)
Sha256 = NewType("Sha256", str)
"""The name of an artifact: the SHA-256 of its bytes in lower-case hex."""
EditId = NewType("EditId", str)
"""The name of one change of a project in its history."""
AssetId = NewType("AssetId", str)
