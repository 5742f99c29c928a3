"""The tool that plans scenes and has their components made."""

from pydantic import Field, JsonValue

from pipeline.changes import AddScene, Change, NotePlan, RemoveScene, SetVideo, apply
from pipeline.ids import SceneId
from pipeline.project import MOST_SCENES, Colour, Project, Scene
from pipeline.tools.commission import commission
from pipeline.tools.tool import Desk, Outcome, Tool
from pipeline.value import Value


class PlannedScene(Value):
    """One scene of the plan."""

    name: str = Field(min_length=1, max_length=200, description="two or three words")
    description: str = Field(min_length=1, max_length=4000, description="what is seen and said, with the exact texts")
    duration_seconds: float = Field(gt=0, le=600)
    props: dict[str, JsonValue] = Field(default={}, description="props of the component, if it needs any")


class PlanScenes(Tool):
    """Plan the scenes of the video, in order, and start making a component for each.

    Use it for a new video or to add scenes. The durations must add up to the length that was asked for.
    The components are made after this call; never say that they are finished.
    """

    title: str = Field(min_length=1, max_length=200, description="the name of the video")
    scenes: tuple[PlannedScene, ...] = Field(min_length=1, max_length=MOST_SCENES)
    palette: tuple[Colour, ...] = Field(default=(), max_length=8, description="the background first, then accents")
    replace: bool = Field(default=False, description="true removes the scenes there are; false adds to them")

    def run(self, desk: Desk) -> Outcome:
        """Add the scenes, tell of the plan, and commission a component for each."""
        planned = tuple(self._scene(desk, index) for index in range(len(self.scenes)))
        changes = (*self._removals(desk.project), self._settings(desk.project), *map(_add, planned))
        project = desk.project
        for change in changes:
            project = apply(project, change).project
        return Outcome(
            content=_content(project, planned),
            summary=f"planned {len(planned)} scene{'s' if len(planned) > 1 else ''}: {_names(planned)}",
            changes=(NotePlan(title=self.title, scenes=tuple(scene.id for scene in planned)), *changes),
            jobs=tuple(commission(project, scene) for scene in planned),
        )

    def _scene(self, desk: Desk, index: int) -> Scene:
        planned = self.scenes[index]
        return Scene(
            id=SceneId(desk.new_id("scene", index)),
            name=planned.name,
            description=planned.description,
            duration_frames=desk.project.frames(planned.duration_seconds),
            props=planned.props,
        )

    def _removals(self, project: Project) -> tuple[Change, ...]:
        return tuple(RemoveScene(scene=scene.id) for scene in project.scenes) if self.replace else ()

    def _settings(self, project: Project) -> Change:
        fresh = self.replace or not project.scenes
        return SetVideo(
            name=self.title if fresh else None,
            background=self.palette[0] if fresh and self.palette else None,
            palette=self.palette or None,
        )


def _add(scene: Scene) -> Change:
    return AddScene(scene=scene)


def _content(project: Project, planned: tuple[Scene, ...]) -> str:
    lines = [f"- {scene.id}: {scene.name}, {project.seconds(scene.duration_frames)} s" for scene in planned]
    return "\n".join(["Planned; a component is being made for each, none is finished yet:", *lines])


def _names(planned: tuple[Scene, ...]) -> str:
    return ", ".join(scene.name for scene in planned)
