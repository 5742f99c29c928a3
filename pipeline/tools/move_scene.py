"""The tool that changes the order of scenes."""

from pydantic import Field

from pipeline import changes
from pipeline.ids import SceneId
from pipeline.tools.tool import Desk, Outcome, Tool


class MoveScene(Tool):
    """Put a scene at another place of the video."""

    scene_id: str
    position: int = Field(ge=1, description="the new place, counted from 1")

    def run(self, desk: Desk) -> Outcome:
        """Move the scene."""
        scene = changes.known_scene(desk.project, SceneId(self.scene_id))
        return Outcome(
            content=f"Moved {scene.id} ({scene.name}) to place {self.position}.",
            summary=f"moved “{scene.name}” to place {self.position}",
            changes=(changes.MoveScene(scene=scene.id, position=self.position - 1),),
        )
