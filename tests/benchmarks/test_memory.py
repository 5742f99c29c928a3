import subprocess
import sys

from benchmarks.memory import family_mb


def test_what_a_child_holds_counts_with_its_parent() -> None:
    before = family_mb()
    holding = [sys.executable, "-c", "held = b'x' * 200_000_000; print('held', flush=True); input()"]
    with subprocess.Popen(holding, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert family_mb() > before + 150
        child.communicate(b"\n")
