"""The event streams against what the machine can do: a bare C writer, and beside others that do the same.

Processor time is of the sender alone, in a closed loop: a tick begins when every listener has heard the one before.
Memory is what the sender's process grew by. All compared are measured in turn, round by round, in the same run.
"""

import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from benchmarks.figure import Figure
from benchmarks.streams.audience import Audience, Listener, audience_of
from benchmarks.streams.memory import receiving_kb, resident_kb, tcp_kb
from benchmarks.streams.senders import PAYLOAD, Ours, Sender, aiohttp_sse, cpu_s, free_port, limit, nchan
from benchmarks.streams.stored import commits, seek

BURSTS = (1, 16)
CLIENTS, QUICK_CLIENTS = (100, 1_000, 5_000), (100, 1_000)
MAIN = 1_000
"""The number of clients that the figures without a number in their name are of."""

MOST_SOCKETS = 15_000
ROUNDS, QUICK_ROUNDS = 9, 3
TICKS = {"ours": 12, "limit": 12}
ARRIVING = 50
REPLAYED, HERD, MISSED = 10_000, 1_000, 100
STALLED_SHARE = 0.2
SEVERAL = 5


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure."""
    for clients in QUICK_CLIENTS if quick else CLIENTS:
        yield from fan_out(clients, ROUNDS if clients == MAIN and not quick else QUICK_ROUNDS)
    yield from _idle(500 if quick else 2_000)
    yield from _stalled(100 if quick else 500, 30 if quick else 100)
    yield from _replay()
    yield from seek(100_000 if quick else 1_000_000)
    yield from commits(50 if quick else 300)
    yield from _herd()


def fan_out(clients: int, rounds: int) -> Iterator[Figure]:
    """Processor time for each delivery, ours beside the others."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        senders = _senders(Path(folder), clients)
        audiences = {name: audience_of(stack, sender, clients) for name, sender in senders.items()}
        for burst in BURSTS:
            costs: dict[str, list[float]] = {name: [] for name in senders}
            for _ in range(rounds):
                for name, sender in senders.items():
                    costs[name].append(_cost_us(sender, audiences[name], burst, TICKS.get(name, 3)))
            yield from _compared(clients, burst, costs)


def _senders(folder: Path, clients: int) -> dict[str, Sender]:
    made: dict[str, Sender | None] = {"ours": Ours(folder / "data", free_port()), "limit": limit(folder, free_port())}
    if clients * 3 <= MOST_SOCKETS:
        made["aiohttp_sse"] = aiohttp_sse(free_port())
    if clients * 4 <= MOST_SOCKETS:
        made["nchan"] = nchan(folder, free_port())
    return {name: sender for name, sender in made.items() if sender}


def _cost_us(sender: Sender, audience: Audience, burst: int, ticks: int) -> float:
    before = cpu_s(sender.pid)
    for _ in range(ticks):
        sender.send(burst)
        audience.hear(audience.listeners.values(), burst)
    return (cpu_s(sender.pid) - before) / (ticks * burst * len(audience.listeners)) * 1e6


def _compared(clients: int, burst: int, costs: dict[str, list[float]]) -> Iterator[Figure]:
    ours = median(costs["ours"])
    for name, theirs in costs.items():
        if name != "ours":
            yield Figure(f"cpu_us_{clients}x{burst}", ours, "us a delivery", name, median(theirs))
            if clients == MAIN:
                ratio = median(one / other for one, other in zip(costs["ours"], theirs, strict=True))
                yield Figure(f"cpu_vs_{name}_{burst}", ratio, "times")


def _idle(clients: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        folders = (Path(folder) / name for name in ("one", "two"))
        for name, at_once in (("idle_connection_kb", ARRIVING), ("idle_connection_at_once_kb", clients)):
            ours = _idle_kb(Ours(next(folders), free_port()), clients, at_once)
            theirs = _idle_kb(aiohttp_sse(free_port()), clients, at_once)
            yield Figure(name, ours, "KB", "aiohttp_sse", theirs)


def _idle_kb(sender: Sender, clients: int, at_once: int) -> float:
    """What each took, where so many opened at the same moment: a process keeps room for the most there ever was."""
    with ExitStack() as stack:
        audience = audience_of(stack, sender, 100)  # what is only once is there
        before = resident_kb(sender.pid)
        for _ in range(clients // at_once):
            audience.connect(at_once, sender.back if isinstance(sender, Ours) else sender.request)
        audience.drain()
        return (resident_kb(sender.pid) - before) / clients


def _stalled(clients: int, ticks: int) -> Iterator[Figure]:
    """The healthy ones' latency with and without some among them that stop reading, and what those cost."""
    stalled = int(clients * STALLED_SHARE)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        sender = Ours(Path(folder) / "data", free_port())
        audience = audience_of(stack, sender, clients - stalled)
        healthy = list(audience.listeners.values())
        alone = _p99_ms(sender, audience, healthy, ticks)
        before = (resident_kb(sender.pid), tcp_kb())
        audience.connect(stalled, sender.request, reads=False)
        while sender.ask("live")["clients"] < clients:
            time.sleep(0.05)
        for _ in range(100):  # until they are full
            sender.ask("write", events=16, text=PAYLOAD)
            audience.hear(healthy, 16)
        among = _p99_ms(sender, audience, healthy, ticks)
        process = resident_kb(sender.pid) - before[0]
        kernel = tcp_kb() - before[1] - sum(map(receiving_kb, audience.stalled()))
        yield Figure("stalled_healthy_p99_ratio", among / alone, "times")
        yield Figure("healthy_p99_ms", among, "ms", "without stalled ones", alone)
        yield Figure("stalled_client_kb", (process + kernel) / stalled, "KB, process and kernel, of the server's end")
        yield Figure("stalled_client_process_kb", process / stalled, "KB", "kernel", kernel / stalled)
        yield Figure("still_live", sender.ask("live")["live"], "clients", "healthy", len(healthy))


def _p99_ms(sender: Ours, audience: Audience, listeners: list[Listener], ticks: int) -> float:
    """The median of several, for one moment at which the machine is busy is a hundredth of all."""
    return median(_p99_once_ms(sender, audience, listeners, ticks // SEVERAL) for _ in range(SEVERAL))


def _p99_once_ms(sender: Ours, audience: Audience, listeners: list[Listener], ticks: int) -> float:
    took: list[float] = []
    for _ in range(ticks):
        begun = time.perf_counter()
        sender.ask("write", events=1, text="@")
        audience.hear(listeners, 1)
        took += [(listener.at_s - begun) * 1000 for listener in listeners]
    return sorted(took)[int(len(took) * 0.99)]


def _replay() -> Iterator[Figure]:
    """A client that missed 10,000 events reads them all, while the loop is watched."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        sender = Ours(Path(folder) / "data", free_port())
        audience = audience_of(stack, sender, 1)
        for _ in range(REPLAYED // 100):
            sender.ask("write", events=100, text="@" + "x" * 100)
        audience.drain()
        behind = sender.asking(f"/api/projects/p/events?after={sender.epoch}.0")
        costs, busy, idle = list[float](), list[float](), list[float]()
        for _ in range(7):
            before = cpu_s(sender.pid)
            _read_all(audience, behind)
            costs.append((cpu_s(sender.pid) - before) * 1000)
            sender.ask("probe", seconds=0.4)
            idle.append(sender.ask("probed")["ms"])
            sender.ask("probe", seconds=0.4)
            _read_all(audience, behind)
            busy.append(sender.ask("probed")["ms"])
        yield Figure("replay_10000_cpu_ms", median(costs[1:]), "ms", "the first", costs[0])
        yield Figure("loop_stall_ms", max(0.0, median(busy) - median(idle)), "ms", "idle", median(idle))


def _read_all(audience: Audience, behind: bytes) -> None:
    [reader] = audience.connect(1, behind)
    if reader.events < REPLAYED:
        audience.hear([reader], REPLAYED - reader.events)


def _herd() -> Iterator[Figure]:
    """So many clients come back at once, each with some missed events."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        sender = Ours(Path(folder) / "data", free_port())
        audience = audience_of(stack, sender, 1)
        sender.ask("write", events=MISSED, text="@" + "x" * 160)
        audience.drain()
        last = sender.ask("live")["last"]
        behind = sender.asking(f"/api/projects/p/events?after={sender.epoch}.{last - MISSED}")
        took = []
        for _ in range(3):
            begun = time.perf_counter()
            herd = audience.connect(HERD, behind)
            missing = [one for one in herd if one.events < MISSED]
            if missing:
                audience.hear(missing, min(MISSED - one.events for one in missing))
            while sender.ask("live")["live"] < len(audience.listeners):
                time.sleep(0.01)
            took.append(time.perf_counter() - begun)
            audience.drop(herd)
            while sender.ask("live")["clients"] > len(audience.listeners):
                time.sleep(0.01)
        yield Figure("herd_s", median(took), "s")
