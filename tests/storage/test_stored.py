import pytest

from pipeline.jobs import ComponentBrief, TurnBrief
from storage.errors import DefinitionMismatchError
from storage.sql import execute
from tests.storage.opened import TURN, Store


def test_a_brief_is_of_the_jobs_kind(store: Store) -> None:
    job = store.begin_scene()
    assert isinstance(store.reader.job(TURN).brief(), TurnBrief)
    assert isinstance(store.reader.job(job).brief(), ComponentBrief)


def test_a_brief_of_another_version_is_a_definition_mismatch(store: Store) -> None:
    store.begin()
    execute(store.database.connection, "UPDATE job SET input = '{}'")
    with pytest.raises(DefinitionMismatchError, match="a stored TurnBrief does not fit"):
        store.reader.job(TURN).brief()
