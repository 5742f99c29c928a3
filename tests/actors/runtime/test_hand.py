import contextvars

from actors.runtime.hand import Hand, may_wait, never_wait, speak_as, speaker


def test_outside_of_actors_nobody_speaks_and_everybody_may_wait() -> None:
    assert (speaker(), may_wait()) == (None, True)


def test_what_a_thread_says_of_itself_stays_in_its_context() -> None:
    hand = Hand("a", 1, "a")

    def say() -> tuple[Hand | None, bool]:
        speak_as(hand)
        never_wait()
        return speaker(), may_wait()

    assert contextvars.copy_context().run(say) == (hand, False)
    assert speaker() is None
