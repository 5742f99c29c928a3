"""Stories of Pykka as it comes, told by processes of their own, which some of them ruin."""

import subprocess
import sys
import textwrap

from app.settings import ROOT

BARE = """
    import asyncio, threading, pykka
    class Echo(pykka.ThreadingActor):
        def __init__(self, start=None):
            super().__init__()
            self.start = start
        def on_start(self):
            if self.start:
                raise self.start
        def on_receive(self, message):
            if isinstance(message, BaseException):
                raise message
            return message() if callable(message) else message
        def on_failure(self, *_):
            print("on_failure")
    def wait_dead(ref):
        while ref.is_alive():
            pass
"""


def bare(story: str) -> list[str]:
    """The lines that a story of bare Pykka prints, in a process of its own that it may ruin."""
    script = textwrap.dedent(BARE) + textwrap.dedent(story) + "\nimport os, sys\nsys.stdout.flush()\nos._exit(0)\n"
    argv = [sys.executable, "-c", script]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout.split()
