"""A data folder on which no server runs, taken for one command."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from app.ids import new_id
from app.settings import Settings
from storage.artifacts import FOLDER, ArtifactStore
from storage.database import open_database
from storage.entries import Entry, Refused, Written
from storage.housekeeper import Housekeeper
from storage.replies import Replies
from storage.writer import Writer


@contextmanager
def offline(settings: Settings) -> Iterator[Housekeeper]:
    """The housekeeper of the folder, which is locked meanwhile. Raises StoreBusyError when a process has it."""
    database = open_database(settings.data)
    artifacts = ArtifactStore(settings.data / FOLDER)
    writer = Writer(database, clock=time.time, ids=new_id, replies=Replies(artifacts))

    def write(entry: Entry) -> Written:
        [answer] = writer.write([entry])
        if isinstance(answer, Refused):
            raise answer.error
        return answer

    keeper = Housekeeper(settings.data, artifacts, write, policy=settings.policy, clock=time.time)
    try:
        yield keeper
    finally:
        keeper.close()
        database.close()
