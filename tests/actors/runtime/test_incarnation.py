"""What Pykka does at the seams we use, read in Pykka 4.5.0, and what ours does instead."""

import inspect
from collections.abc import Callable

import pykka
import pytest

from actors.runtime import ActorSystem, ChildSpec, State
from actors.runtime.hand import Hand
from actors.runtime.inbox import Inbox
from actors.runtime.incarnation import Incarnation
from actors.runtime.reply import Reply
from actors.runtime.supervisor import Supervisor
from tests.actors.runtime.stage import PATIENCE_S, Echo, Play


@pytest.mark.parametrize(
    ("hook", "parameters", "static"),
    [
        ("_create_actor_inbox", [], True),
        ("_create_future", [], True),
        ("_start_actor_loop", ["self"], False),
    ],
)
def test_pykka_4_5_has_the_hook(hook: str, parameters: list[str], *, static: bool) -> None:
    found: Callable[..., object] = inspect.getattr_static(pykka.Actor, hook)
    assert isinstance(found, staticmethod) == static
    assert list(inspect.signature(getattr(pykka.Actor, hook)).parameters) == parameters
    assert getattr(found, "__isabstractmethod__", False)


def test_pykka_4_5_makes_the_inbox_before_the_ref_and_the_ref_shares_it() -> None:
    life = _life()
    assert isinstance(life.actor_inbox, Inbox)
    assert life.actor_ref.actor_inbox is life.actor_inbox
    assert life.actor_ref.actor_stopped is life.actor_stopped


def test_pykka_4_5_makes_the_future_of_an_ask_by_our_hook() -> None:
    life = _life()
    assert isinstance(life.actor_ref.ask("?", block=False), Reply)


def test_a_pykka_ref_goes_the_way_of_every_other_message(play: Play) -> None:
    life = _begun(play)
    assert life.actor_ref.ask(41, timeout=PATIENCE_S) == 41
    assert play.system.statistics().mailboxes["echo"].handled == 1


def test_pykkas_stop_all_does_not_know_us(play: Play) -> None:
    _begun(play)
    assert pykka.ActorRegistry.get_all() == []
    assert pykka.ActorRegistry.stop_all(timeout=PATIENCE_S) == []
    assert play.ask("echo", "alive") == "alive"


def test_pykkas_stop_is_refused(play: Play) -> None:
    with pytest.raises(TypeError, match="stopped by its supervisor"):
        _begun(play).stop()


def test_pykkas_start_is_refused() -> None:
    with pytest.raises(TypeError, match="begun by its supervisor"):
        Incarnation.start()


def test_its_ref_is_dead_when_it_has_ended(play: Play) -> None:
    life = _begun(play)
    play.supervisors[0].stop(PATIENCE_S)
    assert (life.state, life.actor_ref.is_alive()) == (State.ENDED, False)
    with pytest.raises(pykka.ActorDeadError):
        life.actor_ref.tell("?")


def _life() -> Incarnation:
    system = ActorSystem()
    return Incarnation(Echo, system, Hand("echo", 1, "echo"), Supervisor(system, []))


def _begun(play: Play) -> Incarnation:
    supervisor = play.start([ChildSpec("echo", Echo)])
    life = supervisor._tree.children[0].life  # noqa: SLF001 - nobody else holds a Pykka ref
    assert life is not None
    return life
