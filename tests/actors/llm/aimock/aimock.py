"""A model's server that nobody here wrote (npm `@copilotkit/aimock`), as a real process."""

import re
import subprocess
from pathlib import Path
from typing import Self

from actors.gates.programs import find

_ROOT = Path(__file__).parents[4]
_CLI = _ROOT / "web" / "node_modules" / "@copilotkit" / "aimock" / "dist" / "cli.js"
_FIXTURES = Path(__file__).parent / "fixtures.json"
_LISTENING = re.compile(r"http://[\w.]+:(\d+)")


class Aimock:
    """`with Aimock() as server`: it answers at `server.base_url` by fixtures.json, and anything else is an error."""

    base_url = ""

    def __enter__(self) -> Self:
        argv: list[str | Path] = [find(_ROOT).node, _CLI, "-p", "0", "-f", _FIXTURES, "--strict", "--validate-on-load"]
        self._process = subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={})
        self.base_url = f"http://127.0.0.1:{self._port()}/v1"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def _port(self) -> int:
        assert self._process.stdout
        said = []
        for line in self._process.stdout:
            said.append(line)
            if found := _LISTENING.search(line):
                return int(found[1])
        message = f"aimock did not start: {''.join(said)}"
        raise AssertionError(message)
