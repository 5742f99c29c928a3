"""The build gate: esbuild's native binary, once per source, in a child of its own.

Every import is external, and what else would have it read a file the policy gate has refused; what it says it saw
is held against the contract.
Its code comes on stdout and its account of the build on stderr, where errors would be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from actors.gates.child import Child, Heard
from actors.gates.codes import finding
from actors.gates.contract import SOURCE_NAME, Metafile, breaches, metafile_in
from actors.gates.hand import Hand
from actors.gates.limits import Limits
from actors.gates.pump import Ending
from actors.gates.spare import Spare
from actors.jail import Cell
from pipeline.findings import Finding


@dataclass(frozen=True)
class Bundled:
    """An ES module with bare imports and an inline source map; `code` is empty if there is an error."""

    code: bytes
    findings: tuple[Finding, ...]


class Bundler:
    def __init__(self, esbuild: Path, modules: frozenset[str], limits: Limits, hand: Hand, cell: Cell | None) -> None:
        argv = [str(esbuild), *_FLAGS]
        self._modules = modules
        self._limits = limits
        self._hand = hand
        self._spare = Spare(lambda: Child(argv, most_bytes=limits.output_bytes, cell=cell))

    def bundle(self, source: str) -> Bundled:
        """Turn a source into a module.

        Raises:
            GateUnavailableError: esbuild does not start.
        """
        exit_code, heard = self._run(source.encode())
        if heard.ending is Ending.LATE:
            return _refused("bundle.timeout", f"the bundler did not end within {self._limits.build_s:g} s")
        if exit_code == 0 and (metafile := metafile_in(heard.err)):
            return self._within_bounds(heard.out, metafile)
        if found := tuple(_syntax_errors(heard.err.decode(errors="replace"))):
            return Bundled(b"", found)
        return _refused("bundle.crashed", f"the bundler died (exit code {exit_code}, {heard.ending})")

    def _within_bounds(self, code: bytes, metafile: Metafile) -> Bundled:
        found = breaches(code.decode(errors="replace"), metafile, self._modules)
        if len(code) > self._limits.bundle_bytes:
            size = f"the bundle has {len(code)} bytes; at most {self._limits.bundle_bytes} are played"
            found = (*found, finding("bundle.too-large", size))
        return Bundled(b"" if found else code, found)

    def warm(self) -> None:
        """Have a bundler ready for the next source; it waits for it at its input."""
        self._spare.warm()

    def close(self) -> None:
        """End the one that is ready, and keep none from now on."""
        self._spare.close()

    def _run(self, source: bytes) -> tuple[int, Heard]:
        child = self._spare.take()
        with self._hand.holding(child):
            heard = child.hear_all(source, within_s=self._limits.build_s)
            return child.end(grace_s=1.0 if heard.ending is Ending.CLOSED else 0.0), heard


_FLAGS = (
    "--bundle",
    "--external:*",
    "--format=esm",
    "--loader=tsx",
    "--jsx=automatic",
    "--target=es2022",
    "--supported:dynamic-import=false",
    "--charset=utf8",
    "--legal-comments=none",
    "--tsconfig-raw={}",
    f"--sourcefile={SOURCE_NAME}",
    "--sourcemap=inline",
    "--sources-content=false",
    "--outfile=/dev/stdout",
    "--metafile=/dev/stderr",
    "--log-level=error",
    "--log-limit=10",
    "--color=false",
)
_ERROR = re.compile(
    rf"^✘ \[ERROR\] (?P<message>.+)\n(?:\n    {SOURCE_NAME}:(?P<line>\d+):(?P<column>\d+):)?", re.MULTILINE
)


def _syntax_errors(log: str) -> Iterator[Finding]:
    for error in _ERROR.finditer(log):
        line = int(error["line"]) if error["line"] else None
        column = int(error["column"]) + 1 if error["column"] else None
        yield finding("syntax.invalid", error["message"], line=line, column=column)


def _refused(code: str, message: str) -> Bundled:
    return Bundled(b"", (finding(code, message),))
