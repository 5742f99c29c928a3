"""The tool that tells the model which components there are."""

from pipeline.project import Project, Scene
from pipeline.tools.tool import Desk, Outcome, Tool


class ListComponents(Tool):
    """List the scenes with the state and size of their components, one line for each."""

    def run(self, desk: Desk) -> Outcome:
        """One line for each scene."""
        lines = [_line(desk.project, number, scene) for number, scene in enumerate(desk.project.scenes, 1)]
        return Outcome(content="\n".join(lines) or "There is no scene yet.", summary="listed the components")


def _line(project: Project, number: int, scene: Scene) -> str:
    source = project.sources.get(scene.id)
    state = f"published, {len(source.splitlines())} lines" if source else "no component yet"
    props = f", props {', '.join(scene.props)}" if scene.props else ""
    return f"{number}. {scene.id} “{scene.name}”: {project.seconds(scene.duration_frames)} s, {state}{props}"
