"""How a tool orders a component: the brief its author gets."""

from collections.abc import Iterator
from typing import Literal

from pipeline.jobs import ComponentBrief, Neighbour, NewJob
from pipeline.looks import look_of
from pipeline.project import Project, Scene


def commission(project: Project, scene: Scene, *, instruction: str | None = None) -> NewJob:
    """A component job for the scene; with an instruction it changes the source that the scene shows."""
    number = project.scenes.index(scene)
    return NewJob(
        scene=scene.id,
        brief=ComponentBrief(
            scene=scene,
            video=project.video,
            number=number + 1,
            of=len(project.scenes),
            instruction=instruction,
            source=project.sources.get(scene.id) if instruction else None,
            warnings=project.warnings.get(scene.id, ()) if instruction else (),
            neighbours=tuple(_neighbours(project, number)),
            assets=tuple(asset.name for asset in project.assets),
            files={asset.name: asset.sha256 for asset in project.assets},
        ),
    )


def _neighbours(project: Project, number: int) -> Iterator[Neighbour]:
    """The scene before and the one after, and what their components look like."""
    places: tuple[tuple[Literal["before", "after"], int], ...] = (("before", number - 1), ("after", number + 1))
    for place, where in places:
        if 0 <= where < len(project.scenes):
            near = project.scenes[where]
            look = look_of(project.sources.get(near.id, ""))
            yield Neighbour(name=near.name, description=near.description, place=place, look=look)
