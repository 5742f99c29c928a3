"""Why the store refuses."""

from pipeline.ids import Sha256


class StorageError(Exception):
    """The store could not do what was asked."""


class NotFoundError(StorageError):
    """There is nothing of that id."""


class ProjectDeletedError(NotFoundError):
    """The project was deleted; until it is cleaned away it can be brought back."""

    def __init__(self, project: str) -> None:
        super().__init__(f"project {project} was deleted; restore it to go on with it")


class ConflictError(StorageError):
    """The same id or key was used before for something else."""


class HistoryConflictError(StorageError):
    """A change cannot be undone or done again now: there is none, or a later one wrote the same part."""


class StaleOwnerError(StorageError):
    """The job has a newer owner; this result comes too late."""


class IllegalTransitionError(StorageError):
    """A job may not go from its status to that one."""


class CommandRefusedError(StorageError):
    """What a person wants of a job cannot be; `code` says why to machines, the message to people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class StoreBusyError(StorageError):
    """Another process owns the data folder."""


class StoreTooNewError(StorageError):
    """The database was written by a newer version of Bazaar."""


class UnusableFileError(StorageError):
    """The file is no whole backup or export."""


class StoreUnavailableError(StorageError):
    """The database did not take the write; nothing was acknowledged."""


class OutcomeUnknownError(StoreUnavailableError):
    """A commit failed and the database cannot be read: whether it holds is known when it can be."""


class DefinitionMismatchError(StorageError):
    """What is stored cannot be read by this version; `code` says so to machines."""

    code = "definition-mismatch"


class MissingArtifactError(DefinitionMismatchError):
    """The file of an artifact that a row names is gone or damaged."""

    code = "artifact.missing"

    def __init__(self, name: Sha256) -> None:
        super().__init__(f"the file of artifact {name} is gone or damaged: put it back from a backup")
