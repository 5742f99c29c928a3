import pytest
from peewee import Model

from storage.models import TABLES
from tests.storage.opened import Store


def _table(model: type[Model]) -> str:
    return str(model._meta.table_name)  # noqa: SLF001  # peewee's documented way to a model's table


@pytest.mark.parametrize("model", TABLES)
def test_a_model_says_what_the_migrations_made(store: Store, model: type[Model]) -> None:
    made = {column.name: column.null for column in store.database.connection.get_columns(_table(model))}
    said = {field.column_name: field.null for field in model._meta.sorted_fields}  # noqa: SLF001  # likewise
    assert made == said


def test_every_table_has_a_model(store: Store) -> None:
    assert sorted(store.database.connection.get_tables()) == sorted(_table(model) for model in TABLES)
