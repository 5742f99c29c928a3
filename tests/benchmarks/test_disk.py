import threading

from benchmarks.disk import Disk


def test_samples_the_disk_until_it_is_left() -> None:
    sampled = threading.Event()

    class Watched(list[float]):
        def append(self, value: float) -> None:
            super().append(value)
            sampled.set()

    disk = Disk()
    disk.times_ms = Watched()
    with disk:
        assert sampled.wait(30)
    assert all(took > 0 for took in disk.times_ms)
