"""What the runtime costs against bare Pykka in the same run: a tell, an ask, a restart, and an actor that idles.

A tell is counted from the first of many sent to the last of them handled, so that both ends are in it.
"""

import gc
import threading
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import pykka

from actors.runtime import Actor, ActorSystem, Backoff, ChildSpec, Supervisor
from benchmarks.figure import Figure

TELLS, ASKS, CRASHES, IDLE, ROUNDS = 20_000, 4_000, 1_000, 1_000, 9
QUICK_TELLS, QUICK_ASKS, QUICK_CRASHES, QUICK_IDLE, QUICK_ROUNDS = 4_000, 800, 100, 200, 5
PATIENCE_S = 60.0
LIMITLESS = 1_000_000


class Bare(pykka.ThreadingActor):
    """Pykka as it comes."""

    def on_receive(self, message: object) -> object:
        """Do nothing, or what the message says."""
        return message() if callable(message) else message


class Traced(Actor):
    """The same on our runtime, with books, spans and a supervisor."""

    def on_receive(self, message: object) -> object:
        """Do nothing, or what the message says."""
        return message() if callable(message) else message


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; each comparison is the median of rounds that alternate."""
    tells, asks, rounds = (QUICK_TELLS, QUICK_ASKS, QUICK_ROUNDS) if quick else (TELLS, ASKS, ROUNDS)
    yield from _compared("tell", rounds, lambda tell, _: _tells(tell, tells))
    yield from _compared("ask", rounds, lambda _, ask: _asks(ask, asks))
    restarts_ms = _restarts_ms(QUICK_CRASHES if quick else CRASHES)
    yield Figure("restart_ms_p50", median(restarts_ms), "ms")
    yield Figure("restart_ms_p99", quantiles(restarts_ms, n=100, method="inclusive")[98], "ms")
    yield Figure("idle_actor_kb", _idle_kb(QUICK_IDLE if quick else IDLE), "kB")


Send = Callable[[object], object]


def _compared(name: str, rounds: int, seconds: Callable[[Send, Send], float]) -> Iterator[Figure]:
    bare = Bare.start()
    system, supervisor = _begun(1)
    address = system.address("actor/0")
    ours_us, peers_us = [], []
    for _ in range(rounds):
        peers_us.append(seconds(bare.tell, lambda message: bare.ask(message, timeout=PATIENCE_S)) * 1e6)
        ours_us.append(seconds(address.tell, lambda message: address.ask(message, timeout_s=PATIENCE_S)) * 1e6)
    bare.stop()
    _end(system, supervisor)
    ratio = median(ours / peers for ours, peers in zip(ours_us, peers_us, strict=True))
    yield Figure(f"{name}_us", median(ours_us), "us", peer="bare Pykka", peer_value=median(peers_us))
    yield Figure(f"{name}_ratio", ratio, "times bare Pykka")


def _tells(tell: Send, number: int) -> float:
    over = threading.Event()
    begun = perf_counter()
    for _ in range(number):
        tell(0)
    tell(over.set)
    over.wait(PATIENCE_S)
    return (perf_counter() - begun) / number


def _asks(ask: Send, number: int) -> float:
    begun = perf_counter()
    for _ in range(number):
        ask(0)
    return (perf_counter() - begun) / number


def _restarts_ms(crashes: int) -> list[float]:
    """From a message that fails to the answer of the next life."""
    system, supervisor = _begun(1)
    address, took_ms = system.address("actor/0"), []
    for _ in range(crashes):
        begun = perf_counter()
        address.tell(_crash)
        address.ask(0, timeout_s=PATIENCE_S)
        took_ms.append((perf_counter() - begun) * 1000)
    _end(system, supervisor)
    return took_ms


def _crash() -> None:
    message = "on purpose"
    raise ValueError(message)


def _idle_kb(actors: int) -> float:
    """What each of many actors that wait for a message adds to the resident memory."""
    gc.collect()
    before_kb = _resident_kb()
    system, supervisor = _begun(actors)
    gc.collect()
    took_kb = (_resident_kb() - before_kb) / actors
    _end(system, supervisor)
    return took_kb


def _resident_kb() -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    (line,) = (line for line in lines if line.startswith("VmRSS:"))
    return float(line.split()[1])


def _begun(actors: int) -> tuple[ActorSystem, Supervisor]:
    system, numbers = ActorSystem(), count()
    specs = [ChildSpec(f"actor/{next(numbers)}", Traced, LIMITLESS) for _ in range(actors)]
    supervisor = Supervisor(system, specs, intensity=LIMITLESS, max_consecutive=LIMITLESS, backoff=Backoff(first_s=0.0))
    supervisor.start()
    return system, supervisor


def _end(system: ActorSystem, supervisor: Supervisor) -> None:
    supervisor.stop(PATIENCE_S)
    system.stop()
