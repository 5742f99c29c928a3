"""The tool that takes a scene out of the video."""

from pipeline import changes
from pipeline.ids import SceneId
from pipeline.tools.tool import Desk, Outcome, Tool


class RemoveScene(Tool):
    """Take a scene out of the video."""

    scene_id: str

    def run(self, desk: Desk) -> Outcome:
        """Remove the scene; its revisions are kept."""
        scene = changes.known_scene(desk.project, SceneId(self.scene_id))
        return Outcome(
            content=f"Removed {scene.id} ({scene.name}).",
            summary=f"removed “{scene.name}”",
            changes=(changes.RemoveScene(scene=scene.id),),
        )
