"""Two set-ups in one checkout take turns, even when one is killed and leaves an installer behind."""

import subprocess
import sys
import threading
from pathlib import Path
from queue import Queue

from app.setup.one_at_a_time import one_at_a_time

_HOLD = """
import subprocess, sys
from pathlib import Path
from app.setup.one_at_a_time import one_at_a_time
with one_at_a_time(Path(sys.argv[1]), print) as held:
    orphan = subprocess.Popen(["cat"], stdin=sys.stdin, stdout=subprocess.DEVNULL, pass_fds=[held])
    print("held", flush=True)
    orphan.wait()
"""


def test_the_second_waits_and_says_for_whom(tmp_path: Path) -> None:
    lock, said = tmp_path / "lock", Queue[str]()
    with _holder(lock) as holder:
        waiting = _take_in_a_thread(lock, said)
        assert str(holder.pid) in said.get(timeout=5)
        assert waiting.is_alive()
        holder.communicate()
        assert said.get(timeout=5) == "taken"
        waiting.join()


def test_a_killed_set_up_keeps_the_lock_until_its_last_child_is_gone(tmp_path: Path) -> None:
    lock, said = tmp_path / "lock", Queue[str]()
    with _holder(lock) as holder:
        holder.kill()
        holder.wait()
        waiting = _take_in_a_thread(lock, said)
        assert "another set-up" in said.get(timeout=5)
        assert holder.stdin is not None
        holder.stdin.close()  # the orphaned child hears the end of its input and ends
        assert said.get(timeout=5) == "taken"
        waiting.join()


def test_a_free_lock_is_taken_without_a_word(tmp_path: Path) -> None:
    said: list[str] = []
    with one_at_a_time(tmp_path / "new" / "lock", said.append):
        pass
    assert said == []


def _holder(lock: Path) -> subprocess.Popen[str]:
    argv = [sys.executable, "-c", _HOLD, str(lock)]
    root = Path(__file__).parents[3]
    holder = subprocess.Popen(argv, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    return holder


def _take_in_a_thread(lock: Path, said: Queue[str]) -> threading.Thread:
    def take() -> None:
        with one_at_a_time(lock, said.put):
            said.put("taken")

    thread = threading.Thread(target=take)
    thread.start()
    return thread
