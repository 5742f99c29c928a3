"""What leads from one project to another: a change undone is the difference back, a patch the difference on."""

from collections.abc import Iterator, Sequence

from pipeline.changes.values import Change, MoveScene, RemoveScene, RestoreScene, SetVideo, ShowRevision, UpdateScene
from pipeline.project import Project, Scene

_EDITED = ("name", "description", "duration_frames", "transition", "props")


def difference(before: Project, after: Project) -> tuple[Change, ...]:
    """The changes that make the project `after` of the project `before`; none where both are the same."""
    return (*_of_video(before, after), *_of_scenes(before, after), *_of_order(before, after))


def _of_video(before: Project, after: Project) -> Iterator[Change]:
    old, new = before.video.model_dump(), after.video.model_dump()
    fields = {name: value for name, value in new.items() if old[name] != value}
    if fields:
        yield SetVideo.model_validate(fields)


def _of_scenes(before: Project, after: Project) -> Iterator[Change]:
    """Scenes that went or differ; durations are as after a change of the frames per second."""
    for scene in before.scenes:
        if after.scene(scene.id) is None:
            yield RemoveScene(scene=scene.id)
    keeps_frames = before.video.fps == after.video.fps
    for scene in after.scenes:
        old = before.scene(scene.id)
        if old is not None:
            yield from _of_scene(old, scene, keeps_frames=keeps_frames)


def _of_scene(old: Scene, new: Scene, *, keeps_frames: bool) -> Iterator[Change]:
    names = [name for name in _EDITED if getattr(old, name) != getattr(new, name)]
    if not keeps_frames:
        names = list({*names, "duration_frames"})
    if names:
        yield UpdateScene.model_validate({"scene": old.id, **{name: getattr(new, name) for name in sorted(names)}})
    if old.revision != new.revision:
        yield ShowRevision(scene=old.id, revision=new.revision, bundle=new.bundle)


def _of_order(before: Project, after: Project) -> Iterator[Change]:
    """The fewest moves: of the longest run that is in order already none moves; what comes back goes to its place."""
    wanted = [scene.id for scene in after.scenes]
    place = {scene: number for number, scene in enumerate(wanted)}
    order = [scene.id for scene in before.scenes if scene.id in place]
    stays = set(_longest_rise([place[scene] for scene in order]))
    for number, scene in enumerate(after.scenes):
        if number in stays:
            continue
        is_move = scene.id in order
        if is_move:
            order.remove(scene.id)
        position = order.index(wanted[number - 1]) + 1 if number else 0
        order.insert(position, scene.id)
        moved = MoveScene(scene=scene.id, position=position)
        yield moved if is_move else RestoreScene(scene=scene, position=position)


def _longest_rise(places: Sequence[int]) -> list[int]:
    """A longest rising subsequence."""
    best: list[list[int]] = []
    for number, place in enumerate(places):
        shorter = (run for end, run in zip(places[:number], best, strict=True) if end < place)
        best.append([*max(shorter, key=len, default=[]), place])
    return max(best, key=len, default=[])
