import os

from benchmarks.streaming.process import Measured


def test_a_process_that_works_uses_the_cpu_and_has_memory() -> None:
    measured = Measured(os.getpid())
    before_s = measured.cpu_s()
    while measured.cpu_s() == before_s:
        sum(range(10_000))
    assert measured.rss_mb() > 1
