"""The tool that shows the model a component's source."""

from pipeline.changes import known_scene
from pipeline.ids import SceneId
from pipeline.tools.tool import Desk, Outcome, Tool


class ReadComponent(Tool):
    """Read the source of the component that a scene shows."""

    scene_id: str

    def run(self, desk: Desk) -> Outcome:
        """Give the source, or say that there is none yet."""
        scene = known_scene(desk.project, SceneId(self.scene_id))
        source = desk.project.sources.get(scene.id)
        content = f"```tsx\n{source}\n```" if source else f"{scene.id} has no published component yet."
        return Outcome(content=content, summary=f"read “{scene.name}”")
