from queue import Queue

from actors.runtime import Actor, ChildSpec, Ended, Restart
from tests.actors.runtime.stage import PATIENCE_S, Echo, Play, heard


def watched(play: Play, **spec: object) -> "Queue[Ended]":
    told: Queue[Ended] = Queue()

    class Watcher(Actor):
        def on_receive(self, message: Ended) -> None:
            told.put(message)

    play.start([ChildSpec("watcher", Watcher), ChildSpec("a", Echo, **spec)])  # type: ignore[arg-type]
    play.system.watchers.watch("a", play.system.address("watcher"))
    play.system.watchers.watch("a", play.system.address("watcher"))
    return told


def test_who_watches_is_told_once_of_each_fall(play: Play) -> None:
    told = watched(play)
    play.tell("a", ValueError("why"))
    assert heard(told) == Ended("a", 1, "ValueError: why")
    assert play.ask("a", 1) == 1
    play.tell("a", ValueError("again"))
    assert heard(told) == Ended("a", 2, "ValueError: again")


def test_who_watches_is_told_of_an_end_in_good_order(play: Play) -> None:
    told = watched(play, restart=Restart.TEMPORARY)
    play.supervisors[0].stop_child("a", "a test")
    assert heard(told) == Ended("a", 1, None)


def test_who_watches_no_more_is_told_nothing(play: Play) -> None:
    told = watched(play)
    watcher = play.system.address("watcher")
    play.system.watchers.unwatch("a", watcher)
    play.system.watchers.unwatch("nobody", watcher)
    play.tell("a", ValueError())
    play.supervisors[0].stop(PATIENCE_S)
    assert told.empty()
