from queue import Queue

from actors.runtime.desk import Desk
from tests.actors.runtime.stage import PATIENCE_S, heard


def _fail() -> None:
    raise ValueError


def test_does_things_in_the_order_they_came_and_survives_an_error() -> None:
    done: Queue[str] = Queue()
    desk = Desk()
    desk.post(lambda: done.put("first"))
    desk.post(_fail)
    desk.post(lambda: done.put("second"))
    desk.open()
    desk.open()
    assert [heard(done), heard(done)] == ["first", "second"]
    desk.close(PATIENCE_S)
    desk.close(PATIENCE_S)


def test_can_be_opened_again() -> None:
    done: Queue[str] = Queue()
    desk = Desk()
    desk.open()
    desk.close(PATIENCE_S)
    desk.post(lambda: done.put("later"))
    desk.open()
    assert heard(done) == "later"
    desk.close(PATIENCE_S)
