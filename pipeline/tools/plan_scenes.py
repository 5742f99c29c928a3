"""The tool that plans scenes and has their components made."""

from typing import ClassVar

from pipeline.changes import AddScene, Change, NotePlan, RemoveScene, SetVideo, apply_all
from pipeline.ids import SceneId
from pipeline.planning import ScenePlan
from pipeline.project import Project, Scene
from pipeline.tools.commission import commission
from pipeline.tools.tool import Desk, Outcome, Tool


class PlanScenes(ScenePlan, Tool):
    """Plan the scenes of the video, in order, and start making a component for each.

    Use it for a new video or to add scenes. The durations must add up to the length that was asked for.
    The components are made after this call; never say that they are finished.
    """

    step: ClassVar[str] = "plan"

    def run(self, desk: Desk) -> Outcome:
        """Add the scenes, tell of the plan, and commission a component for each."""
        planned = self._scenes(desk)
        changes = (*self._removals(desk.project), self._settings(desk.project), *map(_add, planned))
        project = apply_all(desk.project, changes).project
        return Outcome(
            content=_content(project, planned),
            summary=f"planned {len(planned)} scene{'s' if len(planned) > 1 else ''}: {_names(planned)}",
            changes=(NotePlan(title=self.title, scenes=tuple(scene.id for scene in planned)), *changes),
            jobs=tuple(commission(project, scene) for scene in planned),
        )

    def _scenes(self, desk: Desk) -> tuple[Scene, ...]:
        lengths = self.frames(desk.project.video.fps)
        return tuple(
            Scene(
                id=SceneId(desk.new_id("scene", index)),
                name=planned.name,
                description=planned.description,
                duration_frames=frames,
                props=planned.props,
            )
            for index, (planned, frames) in enumerate(zip(self.scenes, lengths, strict=True))
        )

    def _removals(self, project: Project) -> tuple[Change, ...]:
        return tuple(RemoveScene(scene=scene.id) for scene in project.scenes) if self.replace else ()

    def _settings(self, project: Project) -> Change:
        """The look is chosen once: scenes that come to others take the one there is, where there is one."""
        fresh, video = self.replace or not project.scenes, project.video
        return SetVideo(
            name=self.title if fresh else None,
            background=self.palette[0] if fresh and self.palette else None,
            palette=self.palette if self.palette and (fresh or not video.palette) else None,
            typography=self.typography if fresh or not video.typography else None,
            style=self.style if self.style and (fresh or not video.style) else None,
        )


def _add(scene: Scene) -> Change:
    return AddScene(scene=scene)


def _content(project: Project, planned: tuple[Scene, ...]) -> str:
    lines = [f"- {scene.id}: {scene.name}, {project.seconds(scene.duration_frames)} s" for scene in planned]
    return "\n".join(["Planned; a component is being made for each, none is finished yet:", *lines])


def _names(planned: tuple[Scene, ...]) -> str:
    return ", ".join(scene.name for scene in planned)
