"""How a tool orders a component: the brief its author gets."""

from pipeline.jobs import ComponentBrief, Neighbour, NewJob
from pipeline.project import Project, Scene


def commission(project: Project, scene: Scene, *, instruction: str | None = None) -> NewJob:
    """A component job for the scene; with an instruction it changes the source that the scene shows."""
    number = project.scenes.index(scene)
    around = (project.scenes[place] for place in (number - 1, number + 1) if 0 <= place < len(project.scenes))
    return NewJob(
        scene=scene.id,
        brief=ComponentBrief(
            scene=scene,
            video=project.video,
            number=number + 1,
            of=len(project.scenes),
            instruction=instruction,
            source=project.sources.get(scene.id) if instruction else None,
            neighbours=tuple(Neighbour(name=near.name, description=near.description) for near in around),
        ),
    )
