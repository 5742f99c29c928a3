import threading
from queue import Queue

import pytest

from actors.runtime import Action, Actor, ChildSpec, Restart
from tests.actors.runtime.stage import Diarist, Echo, Play, heard, read


class Bare(Actor):
    pass


def test_the_value_returned_is_the_reply(play: Play) -> None:
    play.start([ChildSpec("echo", Echo)])
    assert play.ask("echo", 5) == 5


def test_knows_its_address_and_its_system_in_on_start(play: Play) -> None:
    known: Queue[object] = Queue()

    class Curious(Actor):
        def on_start(self) -> None:
            known.put((self.address, self.system))

    play.start([ChildSpec("curious", Curious)])
    assert heard(known) == (play.system.address("curious"), play.system)


def test_runs_in_a_daemon_thread_of_its_name(play: Play) -> None:
    play.start([ChildSpec("echo", Echo)])
    thread = play.ask("echo", threading.current_thread)
    assert isinstance(thread, threading.Thread)
    assert (thread.name, thread.daemon) == ("echo", True)


def test_an_actor_without_on_receive_says_what_it_lacks(play: Play) -> None:
    play.start([ChildSpec("bare", Bare)])
    with pytest.raises(TypeError, match="Bare takes no str; give it an on_receive"):
        play.ask("bare", "?")


@pytest.mark.parametrize("error", [ValueError("v"), SystemExit(3), KeyboardInterrupt()])
def test_any_error_fails_the_ask_and_that_actor_and_no_other(play: Play, error: BaseException) -> None:
    play.start([ChildSpec("one", Echo), ChildSpec("other", Echo)])
    before = play.ask("other", threading.get_ident)
    with pytest.raises(type(error)):
        play.ask("one", error)
    failure = heard(play.failures)
    assert (failure.child, failure.incarnation, failure.message, failure.error) == ("one", 1, error, error)
    assert "on_receive" in failure.traceback
    assert play.ask("one", "again") == "again"
    assert play.ask("other", threading.get_ident) == before


def test_stops_on_failure_before_it_starts_again(play: Play) -> None:
    diary: Queue[str] = Queue()
    play.start([ChildSpec("a", lambda: Diarist("a", diary))])
    play.tell("a", ValueError())
    assert play.ask("a", "there") == "there"
    assert read(diary, 3) == "+a -a +a"


def test_an_error_in_on_stop_is_only_recorded(play: Play) -> None:
    class Clumsy(Echo):
        def on_stop(self) -> None:
            msg = "dropped it"
            raise OSError(msg)

    play.start([ChildSpec("clumsy", Clumsy)])
    play.tell("clumsy", ValueError())
    assert play.ask("clumsy", "there") == "there"
    assert play.decided(Action.STOP).error == "OSError: dropped it"


def test_can_end_by_itself_in_good_order(play: Play) -> None:
    diary: Queue[str] = Queue()

    class Brief(Diarist):
        def on_receive(self, message: object) -> object:
            self.end()
            return message

    play.start([ChildSpec("brief", lambda: Brief("brief", diary), restart=Restart.TRANSIENT)])
    assert play.ask("brief", "bye") == "bye"
    assert play.decided(Action.END).error is None
    assert read(diary, 2) == "+brief -brief"
