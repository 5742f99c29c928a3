import subprocess
import sys
import textwrap
from queue import Queue

from actors.runtime import Timers
from app.heartbeat import BEAT_S, Heartbeat
from app.settings import ROOT
from tests.actors.runtime.stage import Clock, heard

HOLDS_THE_LOCK = """
    import ctypes, sys
    from actors.runtime import Timers
    from app import heartbeat
    heartbeat.SILENCE_S = 0.5
    heartbeat.BEAT_S = 0.1
    beats = heartbeat.Heartbeat(Timers())
    beats.start()
    def stuck_with_the_lock():
        ctypes.PyDLL(None).usleep(3_000_000)
    stuck_with_the_lock()
    beats.stop()
"""


def test_where_everybody_is_can_be_read_when_c_code_keeps_the_lock() -> None:
    argv = [sys.executable, "-c", textwrap.dedent(HOLDS_THE_LOCK)]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert "in stuck_with_the_lock" in done.stderr


def test_beats_again_and_again_until_it_is_stopped() -> None:
    clock, fired = Clock(), Queue[str]()
    timers = Timers(clock)
    beats = Heartbeat(timers)
    beats.start()
    timers.call_after(BEAT_S, lambda: fired.put("behind the beat"))
    clock.now_s += BEAT_S
    timers.look_again()
    assert heard(fired) == "behind the beat"
    beats.stop()
    timers.stop()
