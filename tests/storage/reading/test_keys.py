from storage.entries import KeepAnswer
from storage.reading.keys import known_key
from storage.stored import KeptAnswer, KnownKey
from tests.storage.opened import Store


def test_a_key_is_known_with_what_it_was_answered(store: Store) -> None:
    answer = KeptAnswer(201, {"Location": "/api/projects/ü"}, '{"name": "ü"}')
    store.write(KeepAnswer("k", "d", answer))
    assert known_key(store.database.connection, "k") == KnownKey("d", answer)
    assert known_key(store.database.connection, "l") is None
