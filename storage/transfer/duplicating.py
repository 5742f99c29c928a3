"""A second project of the same content: its rows under other ids, stored as those of a file would be."""

import json
from typing import Any

from pydantic_core import to_json

from pipeline.ids import ProjectId
from pipeline.project import LONGEST_NAME
from storage.artifacts import ArtifactStore
from storage.reading.connections import ReadConnections
from storage.reading.projects import check_there
from storage.replies import Replies
from storage.transfer.exporting import project_rows
from storage.transfer.renaming import renamed_by
from storage.upkeep import ImportProject

_COPY = "copy of "


def duplicate_of(
    connections: ReadConnections, artifacts: ArtifactStore, project: ProjectId, seed: str, now: float
) -> ImportProject:
    """The entry that stores the copy; the same `seed` gives the same one. Raises NotFoundError."""
    with connections.lend() as connection:
        check_there(connection, project)
        rows = project_rows(connection, project, Replies(artifacts))
    copied = renamed_by(seed, rows)
    [row] = copied["project"]
    row.update(created_at=now, updated_at=now, video=_named_as_copy(row["video"]))
    return ImportProject(ProjectId(row["id"]), copied, ())


def _named_as_copy(text: str) -> str:
    video: dict[str, Any] = json.loads(text)
    name = str(video.get("name", "Untitled"))
    bare = name.removeprefix(_COPY.capitalize())
    return to_json({**video, "name": f"{_COPY.capitalize()}{bare}"[:LONGEST_NAME]}).decode()
