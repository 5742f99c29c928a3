"""Which turn of a project is at work: one at a time, in the order they were asked for."""

from pipeline.ids import JobId, ProjectId


class Queues:
    """The turns of each project; the first in line is at work."""

    def __init__(self) -> None:
        self._lines: dict[ProjectId, list[JobId]] = {}

    def claim(self, project: ProjectId, job: JobId) -> bool:
        """Stand in line; whether it is this job's turn now."""
        line = self._lines.setdefault(project, [])
        if job not in line:
            line.append(job)
        return line[0] == job

    def release(self, project: ProjectId, job: JobId) -> JobId | None:
        """Leave the line; the job whose turn it has become, if it was the first that left."""
        line = self._lines.get(project, [])
        if job not in line:
            return None
        was_first = line[0] == job
        line.remove(job)
        if not line:
            self._lines.pop(project)
        return line[0] if line and was_first else None
