"""How component jobs come to be: ordered by a tool call, or by a person."""

from pipeline.changes import known_scene
from pipeline.events import ComponentQueued
from pipeline.ids import JobId
from pipeline.jobs import Allowance, NewJob
from pipeline.project import Project
from pipeline.tools.commission import commission
from storage.edits import CommissionComponent
from storage.entries import Written
from storage.reading.checkpoints import repairs_since
from storage.reading.projects import project_with_sources
from storage.writing.queue import QueuedJob, queue_job
from storage.writing.scenes import next_generation
from storage.writing.transaction import Transaction


def commission_component(transaction: Transaction, entry: CommissionComponent) -> Written:
    """Queue what a person asks for. Raises NotFoundError and ChangeRefusedError."""
    project = project_with_sources(transaction.database, entry.project)
    new = commission(project, known_scene(project, entry.scene), instruction=entry.instruction)
    if entry.source is not None:
        brief = new.brief.model_copy(update={"draft": entry.source, "allowance": Allowance(repairs=0)})
        new = new.model_copy(update={"brief": brief})
    queued = queue_component(transaction, project, entry.job, new, turn=None)
    events = transaction.number(entry.project, [queued], job=entry.job)
    return Written(events=events, job=entry.job, new_jobs=(entry.job,))


def queue_component(
    transaction: Transaction, project: Project, job: JobId, new: NewJob, *, turn: JobId | None
) -> ComponentQueued:
    """Queue a component job whose brief knows the scene and the video as they are now."""
    generation = next_generation(transaction, new.scene)
    scene = known_scene(project, new.scene).model_copy(update={"generation": generation})
    repairs = repairs_since(transaction.database, project.id, transaction.now - _A_DAY_S)
    allowance = new.brief.allowance.within(repairs)
    brief = new.brief.model_copy(update={"scene": scene, "video": project.video, "allowance": allowance})
    queue_job(transaction, QueuedJob(job, "component", project.id, brief, scene.id, turn=turn, generation=generation))
    return ComponentQueued(job=job, turn=turn, scene=scene.id, percent=0, instruction=brief.instruction)


_A_DAY_S = 24 * 3600.0
