"""A hundred thousand jobs in one thread: real decisions in an invented world, with faults at random from a seed.

Orchestrator, flows and the supervisor's policy are the product's; clock, store, model, gates and people are not. A
seed that fails fails again. `--times N` is the number of jobs.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from drills.invariant import Invariant
from drills.simulated.people import People
from drills.simulated.world import World

JOBS = 100_000


def run(*, seed: int, times: int = JOBS) -> Iterator[Invariant]:
    """Let so many jobs be asked for, and everything come to its end."""
    begun = perf_counter()
    world = World(seed)
    people = People(world, times)
    with _silence():
        while not people.done and world.clock.step():
            pass
    took_s, ends, asked = perf_counter() - begun, world.witness.ends, world.store.number
    yield Invariant(
        "every job came to an end", people.done, f"{asked} jobs; {len(world.store.rows)} left; {dict(ends)}"
    )
    breaches = world.witness.breaches
    shown = f": {'; '.join(breaches[:3])}" if breaches else ""
    yield Invariant("every invariant held as it went", not breaches, f"{len(breaches)} breaches{shown}")
    simulated_s = world.clock.now - world.began
    story = f"{world.life} deaths of the process, {world.falls} falls of actors, {world.witness.calls} model calls"
    rate = f"{asked / took_s:.0f} jobs/s, {simulated_s / 3600:.1f} simulated hours in {took_s:.0f} s"
    met = bool(world.falls) or times < JOBS
    yield Invariant("the faults met work under way", met, f"{story}; {rate}; history {world.witness.history:08x}")


@contextmanager
def _silence() -> Iterator[None]:
    """Thousands of faults are meant, and what the product logs of each is not what is asked here."""
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(before)
