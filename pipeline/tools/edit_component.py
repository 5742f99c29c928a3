"""The tool that has a scene's component changed."""

from pydantic import Field

from pipeline.changes import known_scene
from pipeline.ids import SceneId
from pipeline.tools.commission import commission
from pipeline.tools.tool import Desk, Outcome, Tool


class EditComponent(Tool):
    """Have the component of one scene changed as told: colours, texts, speed, layout.

    Makes one new revision of that scene; everything not mentioned stays. One call for each scene to change.
    """

    scene_id: str
    instruction: str = Field(min_length=1, max_length=4000, description="the change, in the person's own words")

    def run(self, desk: Desk) -> Outcome:
        """Commission a change of the source that the scene shows."""
        scene = known_scene(desk.project, SceneId(self.scene_id))
        return Outcome(
            content=f"The component of {scene.id} ({scene.name}) is being changed; it is not finished yet.",
            summary=f"changing “{scene.name}”: {self.instruction}",
            jobs=(commission(desk.project, scene, instruction=self.instruction),),
        )
