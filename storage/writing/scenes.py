"""Brings the rows of a project from what it was to what it became."""

from collections.abc import Sequence

from pipeline.ids import ProjectId, SceneId
from pipeline.project import Project, Scene
from storage.writing.transaction import Transaction, json_text

_SAVE = """
INSERT INTO scene (id, project, position, name, description, duration_frames, transition, props, generation)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE
SET position = excluded.position, name = excluded.name, description = excluded.description,
    duration_frames = excluded.duration_frames, transition = excluded.transition, props = excluded.props
"""


def save_project(transaction: Transaction, before: Project, after: Project) -> None:
    """Write what differs. What a scene shows, and its generation, is not changed here."""
    if after.video != before.video:
        video = after.video.model_dump_json()
        transaction.run("UPDATE project SET video = ? WHERE id = ?", video, after.id)
    placed = {scene.id: (place, scene) for place, scene in enumerate(before.scenes)}
    for place, scene in enumerate(after.scenes):
        if placed.pop(scene.id, None) != (place, scene):
            _save_scene(transaction, after.id, place, scene)
    for scene_id in placed:
        transaction.run("UPDATE scene SET removed_at = ? WHERE id = ?", transaction.now, scene_id)


def next_generation(transaction: Transaction, scene: SceneId) -> int:
    """Count one more wish for this scene; what was asked last wins."""
    row = transaction.row("UPDATE scene SET generation = generation + 1 WHERE id = ? RETURNING generation", scene)
    return int(row[0]) if row else 0


def taken_scenes(transaction: Transaction, scenes: Sequence[SceneId]) -> set[SceneId]:
    """Which of these ids a scene has or had, in any project."""
    return {scene for scene in scenes if transaction.row("SELECT 1 FROM scene WHERE id = ?", scene)}


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
    )
