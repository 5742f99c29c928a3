"""What bare Pykka 4.5.0 does when actors stop, are awaited or begin again, and what ours does instead.

Each case is shown twice, so that a version of Pykka that behaves better is noticed as well. Bare Pykka runs in
processes of its own, which some of the cases ruin.
"""

import asyncio
import threading
from queue import Queue

import pykka

from actors.runtime import (
    Action,
    ActorSystem,
    AskTimeoutError,
    ChildSpec,
    StartTimeoutError,
    StoppedError,
    Supervisor,
)
from tests.actors.runtime.bare_pykka import bare
from tests.actors.runtime.stage import PATIENCE_S, Diarist, Echo, Play, came, heard


class TestAHookOnAPendingAnswer:
    def test_bare_the_actors_thread_dies_silently(self) -> None:
        told = bare("""
            go = threading.Event()
            ref = Echo.start()
            ref.tell(go.wait)
            pending = ref.ask("?", block=False)
            pending.set_get_hook(lambda timeout: "hooked")
            go.set()
            for thread in threading.enumerate():
                if thread is not threading.current_thread():
                    thread.join(5)
            print(threading.active_count(), ref.is_alive())
        """)
        assert told == ["1", "True"]

    def test_ours_goes_on(self, play: Play) -> None:
        supervisor = play.start([ChildSpec("a", Echo)])
        life = supervisor._tree.children[0].life  # noqa: SLF001 - nobody else holds a Pykka ref
        assert life is not None
        go = threading.Event()
        play.tell("a", lambda: came(go))
        pending = life.actor_ref.ask("?", block=False)
        pending.set_get_hook(lambda _: "hooked")
        go.set()
        assert pending.get(timeout=PATIENCE_S) == "hooked"
        assert play.ask("a", 1) == 1


class TestAStopOfABusyActor:
    def test_bare_it_raises_and_takes_effect_later(self) -> None:
        told = bare("""
            go, begun = threading.Event(), threading.Event()
            def hold():
                begun.set()
                go.wait()
            ref = Echo.start()
            ref.tell(hold)
            begun.wait()
            try:
                ref.stop(timeout=0.05)
            except pykka.Timeout:
                print("raises", ref.is_alive())
            go.set()
            wait_dead(ref)
            print(ref.is_alive())
        """)
        assert told == ["raises", "True", "False"]

    def test_ours_it_is_interrupted_abandoned_and_over_in_time(self, play: Play) -> None:
        go, begun = threading.Event(), threading.Event()

        def hold() -> None:
            begun.set()
            assert came(go)

        supervisor = play.start([ChildSpec("other", Echo), ChildSpec("a", Echo, stop_timeout_s=0.01)])
        play.tell("a", hold)
        assert came(begun)
        supervisor.stop(PATIENCE_S)
        assert [child.state for child in play.system.statistics().children] == [None, None]
        go.set()


class TestAnAskThatRacesWithAStop:
    def test_ours_always_has_an_outcome(self) -> None:
        outcomes: Queue[str] = Queue()
        for _ in range(20):
            system = ActorSystem()
            supervisor = Supervisor(system, [ChildSpec("a", Echo)])
            supervisor.start()
            asker = threading.Thread(target=_ask_often, args=(system, outcomes))
            asker.start()
            assert heard(outcomes) == "begun"
            supervisor.stop(PATIENCE_S)
            asker.join(PATIENCE_S)
            assert heard(outcomes) == "stopped"
            assert system.statistics().total.balance == 0


def _ask_often(system: ActorSystem, outcomes: "Queue[str]") -> None:
    address = system.address("a")
    assert address.ask(1, timeout_s=PATIENCE_S) == 1
    outcomes.put("begun")
    try:
        while True:
            address.ask(1, timeout_s=PATIENCE_S)
    except StoppedError:
        outcomes.put("stopped")
    except AskTimeoutError:
        outcomes.put("hung")


class TestAnAwait:
    def test_bare_the_event_loop_is_blocked(self) -> None:
        told = bare("""
            ref = Echo.start()
            go = threading.Event()
            async def main():
                asyncio.get_running_loop().call_later(0.01, go.set)
                print(await ref.ask(lambda: go.wait(0.2), block=False))
            asyncio.run(main())
        """)
        assert told == ["False"]

    def test_ours_it_goes_on(self, play: Play) -> None:
        play.start([ChildSpec("a", Echo)])
        go = threading.Event()

        async def main() -> object:
            asyncio.get_running_loop().call_soon(go.set)
            return await play.system.address("a").ask_async(lambda: came(go), timeout_s=PATIENCE_S)

        assert asyncio.run(main()) is True


class TestARestart:
    def test_bare_there_is_none_and_the_old_ref_is_stale(self) -> None:
        told = bare("""
            ref = Echo.start()
            ref.stop()
            again = Echo.start()
            try:
                ref.ask(1, timeout=1)
            except pykka.ActorDeadError:
                print("stale", again.ask(1))
        """)
        assert told == ["stale", "1"]

    def test_ours_the_address_is_the_same(self, play: Play) -> None:
        supervisor = play.start([ChildSpec("a", Echo)])
        address = play.system.address("a")
        supervisor.restart("a", "a test")
        assert address.ask(1, timeout_s=PATIENCE_S) == 1
        assert play.system.address("a") is address


def test_inboxes_of_bare_pykka_are_unbounded_and_ours_are_not(play: Play) -> None:
    told = bare("""
        go = threading.Event()
        ref = Echo.start()
        ref.tell(go.wait)
        for _ in range(20_000):
            ref.tell(0)
        print(ref.actor_inbox.qsize() > 19_000)
        go.set()
    """)
    assert told == ["True"]
    assert play.system.mailbox("a").bounds.capacity == 10_000


def at_the_desk(play: Play) -> None:
    """Wait until the supervisor has set its deadline."""
    done = threading.Event()
    play.supervisors[0]._desk.post(done.set)  # noqa: SLF001 - nobody else knows when it is idle
    assert came(done)


def test_a_start_that_hangs_is_not_waited_for_for_ever(timed: Play) -> None:
    go, begun = threading.Event(), threading.Event()

    def hang() -> None:
        begun.set()
        assert came(go)

    starting: Queue[BaseException] = Queue()

    def start() -> None:
        try:
            timed.start([ChildSpec("a", lambda: Diarist("a", Queue(), hang), start_timeout_s=5.0)])
        except StartTimeoutError as error:
            starting.put(error)

    threading.Thread(target=start, daemon=True).start()
    assert came(begun)
    at_the_desk(timed)
    timed.advance(5.0)
    timed.decided(Action.INTERRUPT)
    at_the_desk(timed)
    timed.advance(1.0)
    assert "still starting after 6 s" in str(heard(starting))
    go.set()


def test_pykka_4_5_0_sets_the_reply_of_an_ask_through_our_future() -> None:
    assert issubclass(pykka.ThreadingFuture, pykka.Future)
    assert {"get", "set", "set_exception"} <= set(pykka.Future.__dict__)
