import pytest
from peewee import IntegrityError

from storage.sql import execute
from tests.storage.opened import Store


def test_values_are_bound_and_never_part_of_the_text(store: Store) -> None:
    hostile = "'); DROP TABLE project; --"
    assert execute(store.database.connection, "SELECT ?", hostile).fetchone() == (hostile,)
    assert store.count("project") == 0


def test_a_broken_rule_of_the_schema_is_peewees_error(store: Store) -> None:
    with pytest.raises(IntegrityError):
        execute(store.database.connection, "INSERT INTO meta (key, value) VALUES ('a', NULL)")
