from queue import Queue

from actors.runtime.dead_letters import KEPT, DeadLetter, DeadLetters, Reason


def letter(message: object) -> DeadLetter:
    return DeadLetter(Reason.STOPPED, "somewhere", message, 0.0, None)


def test_keeps_the_last_thousand_and_counts_all() -> None:
    letters = DeadLetters()
    for number in range(KEPT + 5):
        letters.record(letter(number))
    assert (letters.total, len(letters.recent()), letters.recent()[0].message) == (KEPT + 5, KEPT, 5)


def test_tells_the_hook() -> None:
    told: Queue[DeadLetter] = Queue()
    DeadLetters(told.put).record(letter("a"))
    assert told.get(timeout=0).message == "a"


def test_a_failing_hook_harms_nobody() -> None:
    def fail(_: DeadLetter) -> None:
        raise ValueError

    letters = DeadLetters(fail)
    letters.record(letter("a"))
    assert letters.total == 1


def test_a_hook_whose_own_message_dies_is_not_told_again() -> None:
    told: list[object] = []
    letters = DeadLetters()

    def hook(dead: DeadLetter) -> None:
        told.append(dead.message)
        letters.record(letter("echo"))

    letters.on_dead_letter = hook
    letters.record(letter("a"))
    letters.record(letter("b"))
    assert told == ["a", "b"]
    assert letters.total == 4


def test_counts_by_reason() -> None:
    letters = DeadLetters()
    for _ in range(2):
        letters.record(letter("a"))
    assert letters.by_reason() == {Reason.STOPPED: 2}
