import pytest

from pipeline.commands import Published
from pipeline.ids import RevisionId
from pipeline.replay import Key
from storage.entries import StepHeard
from storage.errors import DefinitionMismatchError
from storage.sql import execute
from tests.storage.opened import SCENE, TURN, Store, advance, started

KEY = Key("publish", 0)
REPLY = Published(revision=RevisionId("rev_1"), scene=SCENE, shown=True)


@pytest.fixture(autouse=True)
def heard(store: Store) -> None:
    store.begin()
    store.write(advance(heard=(StepHeard(KEY, 1, REPLY),)))


def test_a_superseded_reply_is_kept_and_not_heard(store: Store) -> None:
    execute(store.database.connection, "UPDATE checkpoint SET superseded = 1")
    assert store.reader.recorded(TURN) == {}
    assert [found.superseded for found in store.reader.checkpoints(TURN)] == [True]
    store.write(advance(heard=(StepHeard(KEY, 2, REPLY.model_copy(update={"shown": False})),)))
    assert {key: tries.begun for key, tries in store.reader.tries(TURN).items()} == {KEY: 2}
    assert len(store.reader.checkpoints(TURN)) == 2


def test_a_reply_of_another_version_is_a_definition_mismatch(store: Store) -> None:
    execute(store.database.connection, "UPDATE checkpoint SET reply_type = 'Hologram'")
    with pytest.raises(DefinitionMismatchError, match="is a Hologram"):
        store.reader.recorded(TURN)


def test_attempts_are_listed_in_the_order_they_began(store: Store) -> None:
    for step in ("build", "ask"):
        store.write(advance(started=(started(Key(step, 0)),)))
    assert [found.step for found in store.reader.checkpoints(TURN)] == ["publish", "build", "ask"]


def test_a_job_without_checkpoints_has_none(store: Store) -> None:
    execute(store.database.connection, "DELETE FROM checkpoint")
    assert store.reader.recorded(TURN) == {}
    assert store.reader.tries(TURN) == {}
    assert store.reader.checkpoints(TURN) == []
