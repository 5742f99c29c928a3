"""The tool that changes a scene without its component."""

from pydantic import Field

from pipeline import changes
from pipeline.ids import SceneId
from pipeline.tools.tool import Desk, Outcome, Tool


class UpdateScene(Tool):
    """Change a scene's name, description or duration. Takes effect at once; no component is written."""

    scene_id: str
    name: str | None = Field(default=None, min_length=1, max_length=200)
    description: str | None = Field(default=None, min_length=1, max_length=4000)
    duration_seconds: float | None = Field(default=None, gt=0, le=600)

    def run(self, desk: Desk) -> Outcome:
        """Change the fields that are given."""
        scene = changes.known_scene(desk.project, SceneId(self.scene_id))
        frames = desk.project.frames(self.duration_seconds) if self.duration_seconds else None
        change = changes.UpdateScene(
            scene=scene.id, name=self.name, description=self.description, duration_frames=frames
        )
        named = ", ".join(sorted(self.model_fields_set - {"scene_id"})) or "nothing"
        return Outcome(
            content=f"Changed of {scene.id}: {named}.",
            summary=f"changed {named.replace('_', ' ')} of “{scene.name}”",
            changes=(change,),
        )
