import pytest

from storage.calls import NoteCalls
from storage.entries import KeepAnswer, Refused
from storage.sql import execute
from storage.stored import KeptAnswer
from storage.upkeep import ForgetArtifacts, Prune, Shrink
from tests.storage.opened import BUNDLE, PROJECT, START, TURN, Store, publish
from tests.storage.writing.test_calls import call


def keep_keys(store: Store, count: int) -> None:
    for number in range(count):
        store.write(KeepAnswer(f"k{number}", "d", KeptAnswer(200, {}, "{}")))


def test_so_many_go_at_once_and_the_caller_is_told(store: Store) -> None:
    keep_keys(store, 5)
    pieces = [store.write(Prune("keys", START + 99, 2)).removed for _ in range(4)]
    assert pieces == [2, 2, 1, 0]


def test_what_is_as_young_as_the_limit_stays(store: Store) -> None:
    keep_keys(store, 3)
    assert store.write(Prune("keys", START + 2, 9)).removed == 1


def test_the_oldest_events_go_first_and_the_horizon_says_so(store: Store) -> None:
    store.begin()
    assert store.write(Prune("events", "9", 2)).removed == 2
    assert store.reader.horizon(PROJECT) == 2
    assert store.write(Prune("events", "9", 2)).removed == 0


def test_files_are_not_rows(store: Store) -> None:
    (answer,) = store.writer.write([Prune("artifacts", 0, 1)])
    assert isinstance(answer, Refused)
    assert isinstance(answer.error, ValueError)


def test_an_artifact_that_a_revision_shows_is_not_struck_off(store: Store) -> None:
    store.write(publish(store.begin_scene()))
    assert store.write(ForgetArtifacts((BUNDLE, "0" * 64), START + 99)).removed == 1
    assert store.count("artifact") == 1


def test_an_artifact_that_was_named_meanwhile_is_not_struck_off(store: Store) -> None:
    store.begin()
    name = store.artifacts.put(b"said", "model-request")
    store.write(NoteCalls(TURN, (call(request=name),)))
    execute(store.database.connection, "DELETE FROM llm_call")
    assert store.write(ForgetArtifacts((name,), START)).removed == 0
    assert store.write(ForgetArtifacts((name,), START + 99)).removed == 1


@pytest.mark.parametrize("pages", [1, 1000])
def test_free_pages_are_given_back_a_few_at_a_time(store: Store, pages: int) -> None:
    store.write(KeepAnswer("k", "d", KeptAnswer(200, {}, "x" * 100_000)))
    execute(store.database.connection, "DELETE FROM idempotency_key")
    free = execute(store.database.connection, "PRAGMA freelist_count").fetchone()[0]
    assert free > 10
    assert store.write(Shrink(pages)).removed == max(0, free - pages)
