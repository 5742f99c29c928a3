import threading

from actors.runtime import ChildSpec
from actors.runtime.description import Describe, described, seen_from_outside
from actors.runtime.redacted import MOST_NAMES, redacted
from tests.actors.runtime.stage import Batched, Echo, Hosted, Play, came


class Holder(Echo):
    def __init__(self) -> None:
        self._seen = 7
        self.api_key = "x"
        self.lock = threading.Lock()


def test_every_kind_of_actor_says_what_it_holds_in_its_own_thread(play: Play) -> None:
    play.start([ChildSpec("thread", Holder), ChildSpec("batch", Batched), ChildSpec("loop", Hosted)])
    thread = play.ask("thread", Describe())
    assert thread == {"seen": 7, "api_key": "(secret)", "lock": "lock"}
    assert isinstance(play.ask("batch", Describe()), dict)
    assert isinstance(play.ask("loop", Describe()), dict)


def test_the_runtimes_own_is_left_out() -> None:
    holder = Holder()
    holder.end = lambda: None
    assert described(holder).keys() == {"seen", "api_key", "lock"}
    assert seen_from_outside(holder) == described(holder)
    assert seen_from_outside(7) is None


def test_what_it_held_at_its_end_stays(play: Play) -> None:
    play.start([ChildSpec("thread", Holder)])
    ended = threading.Event()
    play.tell("thread", ValueError("no"))
    play.tell("thread", ended.set)
    assert came(ended)  # its next life
    state = play.system.last_states["thread"]
    assert (state.fields["seen"], state.died) == (7, True)


def test_of_many_names_the_first_are_shown() -> None:
    shown = redacted({str(number): number for number in range(1_000)})
    assert (len(shown), shown[""]) == (MOST_NAMES + 1, f"and {1_000 - MOST_NAMES} more")
