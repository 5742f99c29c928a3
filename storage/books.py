"""What was spent on models, as the store knows it; each answer is of one moment, from any thread."""

from dataclasses import dataclass

from pipeline.commands import ModelRole
from pipeline.ids import JobId, ProjectId
from pipeline.spending import Budget, Spending, Spent
from storage.billed import RoleRow, StoredCall, UsageRow
from storage.reading import spending
from storage.reading.connections import ReadConnections


@dataclass(frozen=True)
class Books:
    """Raises StoreUnavailableError when the database cannot be read."""

    connections: ReadConnections

    def spent(self, job: JobId) -> Spent:
        """What a job and its project have spent so far. Raises NotFoundError."""
        with self.connections.lend() as connection:
            return spending.spent(connection, job)

    def budget(self, project: ProjectId) -> Budget | None:
        """The project's own budget, if it was given one."""
        with self.connections.lend() as connection:
            return spending.project_budget(connection, project)

    def usage(self, project: ProjectId | None = None) -> list[UsageRow]:
        """What was taken on each day from each model, of one project or of all."""
        with self.connections.lend() as connection:
            return spending.usage(connection, project)

    def by_job(self, project: ProjectId) -> list[RoleRow]:
        """What each job of a project took in each role."""
        with self.connections.lend() as connection:
            return spending.by_job(connection, project)

    def calls(self, job: JobId) -> list[StoredCall]:
        """Every call of a job, in order. Raises NotFoundError."""
        with self.connections.lend() as connection:
            return spending.calls(connection, job)

    def of_role(self, role: ModelRole, model: str) -> Spending:
        """What all answered calls of a role took from a model, together."""
        with self.connections.lend() as connection:
            return spending.of_role(connection, role, model)
