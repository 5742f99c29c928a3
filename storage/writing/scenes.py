"""Brings the rows of a project from what it was to what it became."""

from collections.abc import Sequence

from pipeline.changes import DuplicateScene
from pipeline.ids import ProjectId, SceneId
from pipeline.project import Project, Scene
from storage.writing.transaction import Transaction, json_text

_SAVE = """
INSERT INTO scene (id, project, position, name, description, duration_frames, transition, props, generation, revision,
                   bundle)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE
SET position = excluded.position, name = excluded.name, description = excluded.description,
    duration_frames = excluded.duration_frames, transition = excluded.transition, props = excluded.props,
    generation = excluded.generation, revision = excluded.revision, bundle = excluded.bundle, removed_at = NULL
"""

SHOW = """
INSERT INTO component (id, revision, updated_at) VALUES (?, ?, ?)
ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, updated_at = excluded.updated_at
"""

_COPY = """
INSERT INTO revision (id, scene, project, job, number, generation, source, bundle, findings, report, shown, created_at)
SELECT ?, ?, project, job, 1, 0, source, bundle, findings, report, 1, ? FROM revision
WHERE id = (SELECT revision FROM scene WHERE id = ?)
"""


def save_project(transaction: Transaction, before: Project, after: Project) -> None:
    """Write what differs; of what a scene shows only the name of another revision, which must be there."""
    if after.video != before.video:
        video = after.video.model_dump_json()
        transaction.run("UPDATE project SET video = ? WHERE id = ?", video, after.id)
    placed = {scene.id: (place, scene) for place, scene in enumerate(before.scenes)}
    for place, scene in enumerate(after.scenes):
        old = placed.pop(scene.id, None)
        if old != (place, scene):
            _save_scene(transaction, after.id, place, scene)
        if old and old[1].revision != scene.revision:
            _show(transaction, scene)
    for scene_id in placed:
        transaction.run("UPDATE scene SET removed_at = ? WHERE id = ?", transaction.now, scene_id)


def copy_revision(transaction: Transaction, copy: DuplicateScene) -> None:
    """The copy of a scene that shows a component shows one of its own, with the same source."""
    if transaction.run(_COPY, copy.revision, copy.id, transaction.now, copy.scene):
        transaction.run(SHOW, copy.id, copy.revision, transaction.now)


def next_generation(transaction: Transaction, scene: SceneId) -> int:
    """Count one more wish for this scene; what was asked last wins."""
    row = transaction.row("UPDATE scene SET generation = generation + 1 WHERE id = ? RETURNING generation", scene)
    return int(row[0]) if row else 0


def taken_scenes(transaction: Transaction, scenes: Sequence[SceneId]) -> set[SceneId]:
    """Which of these ids a scene has or had, in any project."""
    return {scene for scene in scenes if transaction.row("SELECT 1 FROM scene WHERE id = ?", scene)}


def _show(transaction: Transaction, scene: Scene) -> None:
    if scene.revision is None:
        transaction.run("DELETE FROM component WHERE id = ?", scene.id)
    else:
        transaction.run(SHOW, scene.id, scene.revision, transaction.now)


def _save_scene(transaction: Transaction, project: ProjectId, place: int, scene: Scene) -> None:
    transaction.run(
        _SAVE,
        scene.id,
        project,
        place,
        scene.name,
        scene.description,
        scene.duration_frames,
        scene.transition,
        json_text(scene.props),
        scene.generation,
        scene.revision,
        scene.bundle,
    )
