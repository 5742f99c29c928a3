"""The tool that has a scene's component written anew."""

from pydantic import Field

from pipeline.changes import UpdateScene, apply, known_scene
from pipeline.ids import SceneId
from pipeline.tools.commission import commission
from pipeline.tools.tool import Desk, Outcome, Tool


class GenerateComponent(Tool):
    """Have the component of an existing scene written anew from a description.

    Use it when a scene shall show something else; for a change of what it shows use edit_component.
    """

    scene_id: str
    description: str = Field(min_length=1, max_length=4000, description="what is seen and said, with the exact texts")

    def run(self, desk: Desk) -> Outcome:
        """Note the new description and commission the component."""
        scene = known_scene(desk.project, SceneId(self.scene_id))
        change = UpdateScene(scene=scene.id, description=self.description)
        described = known_scene(project := apply(desk.project, change).project, scene.id)
        return Outcome(
            content=f"The component of {scene.id} ({scene.name}) is being written anew; it is not finished yet.",
            summary=f"writing “{scene.name}” anew",
            changes=(change,),
            jobs=(commission(project, described),),
        )
