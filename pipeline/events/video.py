"""What happens to a project and its scenes."""

from pydantic import Field, JsonValue

from pipeline.assets import Asset
from pipeline.events.conversation import MessageView
from pipeline.events.event import Event, Update
from pipeline.history import History
from pipeline.ids import ProjectId, RevisionId, SceneId
from pipeline.jobs import JobView
from pipeline.project import Scene, Still, Video


class PlanCreated(Event):
    """The model planned scenes; they follow as scene.added."""

    title: str
    scenes: tuple[SceneId, ...]


class ProjectUpdated(Event):
    """The settings of the video, whole."""

    video: Video


class ProjectDeleted(Event):
    """The project was deleted; its open jobs are stopped, and it can be restored for a while."""


class ProjectRestored(Event):
    """A deleted project is back; what its deletion had stopped goes on."""


class SceneAdded(Event):
    """A scene came; `order` is the whole order of scenes after it."""

    scene: Scene
    order: tuple[SceneId, ...]


class SceneUpdated(Event):
    """A scene changed; it is given whole."""

    scene: Scene


class SceneRemoved(Event):
    """A scene went."""

    scene_id: SceneId
    order: tuple[SceneId, ...]


class SceneMoved(Event):
    """The scenes stand in another order."""

    scene_id: SceneId
    order: tuple[SceneId, ...]


class Snapshot(Update):
    """The whole state of a project as of event `seq`; what a stream without a usable cursor begins with."""

    project: ProjectId
    seq: int
    video: Video
    scenes: tuple[Scene, ...]
    messages: tuple[MessageView, ...]
    jobs: tuple[JobView, ...]
    history: History = History()
    assets: tuple[Asset, ...] = ()
    asset_root: str = Field(default="", description="where the preview loads them, by name; ends in a slash")
    stills: dict[RevisionId, tuple[Still, ...]] = Field(default={}, description="of the revisions that are shown")
    model: dict[str, JsonValue] = Field(default={}, description="provider, model, demo")
