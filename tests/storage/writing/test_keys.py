import pytest

from pipeline.ids import JobId
from storage.entries import KeepAnswer, Keyed, Written
from storage.errors import ConflictError, NotFoundError
from storage.stored import KeptAnswer, KnownKey
from tests.storage.opened import TURN, Store, message

ANSWER = KeptAnswer(202, {"Location": "/x"}, "{}")


def keyed(content: str = "second", *, part: int = 0, digest: str = "d") -> Keyed:
    return Keyed(message(content, suffix=f"_{part}"), "k", digest, part)


def test_an_entry_under_a_key_is_applied_once_and_answered_the_same(store: Store) -> None:
    store.begin()
    first, again = store.write(keyed()), store.write(keyed())
    assert (first.job, first.repeated) == (JobId(f"{TURN}_0"), False)
    assert again == Written(job=first.job, repeated=True)
    assert store.count("job") == 2


def test_the_parts_of_a_command_are_remembered_one_by_one(store: Store) -> None:
    store.begin()
    store.write(keyed())
    assert [store.write(keyed(part=part)).repeated for part in (0, 1, 1)] == [True, False, True]


def test_the_key_of_another_request_is_refused(store: Store) -> None:
    store.begin()
    store.write(keyed())
    error = store.refusal(keyed(digest="other"), ConflictError)
    assert str(error) == "the key k was used before for something else: take a new one"


def test_a_refused_entry_leaves_its_key_unused(store: Store) -> None:
    store.refusal(keyed(), NotFoundError)
    assert store.reader.known_key("k") is None


def test_the_first_answer_stays(store: Store) -> None:
    store.begin()
    store.write(keyed())
    assert store.reader.known_key("k") == KnownKey("d", None)
    for answer in (ANSWER, KeptAnswer(200, {}, "another")):
        store.write(KeepAnswer("k", "d", answer))
    assert store.reader.known_key("k") == KnownKey("d", ANSWER)


@pytest.mark.parametrize("key", ["k", "never seen"])
def test_an_answer_without_an_effect_is_kept_too(store: Store, key: str) -> None:
    store.write(KeepAnswer(key, "d", ANSWER))
    assert store.reader.known_key(key) == KnownKey("d", ANSWER)
