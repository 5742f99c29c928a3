"""What bare Pykka 4.5.0 does, case by case, and what this runtime does instead.

Each case is shown twice, so that a version of Pykka that behaves better is noticed as well. Bare Pykka runs in
processes of its own, which some of the cases ruin.
"""

import asyncio
import importlib.metadata
from queue import Queue

import pytest

from actors.runtime import (
    ChildSpec,
)
from tests.actors.runtime.bare_pykka import bare
from tests.actors.runtime.stage import Diarist, Echo, Play, heard


def test_these_cases_were_read_in_pykka_4_5_0() -> None:
    assert importlib.metadata.version("pykka").startswith("4.5.")


class TestATellThatRaises:
    def test_bare_the_actor_is_dead_for_good_and_queued_asks_fail(self) -> None:
        told = bare("""
            go = threading.Event()
            ref = Echo.start()
            ref.tell(go.wait)
            ref.tell(ValueError())
            queued = ref.ask("queued", block=False)
            go.set()
            try:
                queued.get(timeout=5)
            except pykka.ActorDeadError:
                print("dead")
            print(ref.is_alive())
        """)
        assert told == ["on_failure", "dead", "False"]

    def test_ours_restarts_and_keeps_what_waits(self, play: Play) -> None:
        play.start([ChildSpec("a", Echo)])
        play.tell("a", ValueError())
        assert play.ask("a", "queued") == "queued"
        assert play.system.statistics().total.balance == 0


class TestAnAskThatRaises:
    def test_bare_only_the_caller_hears_and_the_actor_lives_on_half_changed(self) -> None:
        told = bare("""
            ref = Echo.start()
            try:
                ref.ask(ValueError("why"), timeout=5)
            except ValueError as error:
                print(error, ref.is_alive())
        """)
        assert told == ["why", "True"]

    def test_ours_the_caller_and_the_supervisor_hear_and_a_new_actor_answers(self, play: Play) -> None:
        play.start([ChildSpec("a", Echo)])
        with pytest.raises(ValueError, match="why"):
            play.ask("a", ValueError("why"))
        assert str(heard(play.failures).error) == "why"
        assert play.ask("a", 1) == 1
        assert play.system.statistics().children[0].incarnation == 2


class TestABaseException:
    def test_bare_every_actor_of_the_process_stops_and_the_caller_hangs(self) -> None:
        told = bare("""
            first, second = Echo.start(), Echo.start()
            try:
                first.ask(asyncio.CancelledError(), timeout=1)
            except pykka.Timeout:
                print("hangs")
            wait_dead(second)
            print(second.is_alive())
        """)
        assert told == ["hangs", "False"]

    @pytest.mark.parametrize("error", [asyncio.CancelledError, SystemExit, KeyboardInterrupt, GeneratorExit])
    def test_ours_one_actor_fails_and_no_other(self, play: Play, error: type[BaseException]) -> None:
        play.start([ChildSpec("a", Echo), ChildSpec("b", Echo)])
        with pytest.raises(error):
            play.ask("a", error())
        assert (play.ask("a", 1), play.ask("b", 1)) == (1, 1)
        assert play.system.statistics().children[1].incarnation == 1


class TestAnOnStartThatRaises:
    def test_bare_start_has_returned_and_no_hook_is_called(self) -> None:
        told = bare("""
            ref = Echo.start(start=ValueError())
            wait_dead(ref)
            print("returned")
            zombie = Echo.start(start=SystemExit())
            print(zombie.is_alive(), len(pykka.ActorRegistry.get_all()))
        """)
        assert told[0] == "returned"

    @pytest.mark.parametrize("error", [ValueError, SystemExit])
    def test_ours_the_start_raises_it(self, play: Play, error: type[BaseException]) -> None:
        def fail() -> None:
            raise error

        with pytest.raises(error):
            play.start([ChildSpec("a", lambda: Diarist("a", Queue(), fail))])
        assert play.system.statistics().children[0].state is None
