"""Node in the jail, with all that Node has and none of its own permissions: what a guest finds that got out."""

import os
from pathlib import Path

import pytest

from actors.gates.programs import find
from actors.jail import Cell, Strength, spawned, strength
from tests.actors.edges import PATIENCE_S

NODE = str(find(Path(__file__).parents[3]).node)
WHOLE = strength() is Strength.WHOLE

ATTACKS = {
    "reads a file": ("require('fs').readFileSync('/etc/passwd')", "EACCES"),
    "reads its parent's environment": ("require('fs').readFileSync(`/proc/${process.ppid}/environ`)", "EACCES"),
    "lists a folder": ("require('fs').readdirSync('/')", "EACCES"),
    "writes a file": ("require('fs').writeFileSync('/tmp/bazaar-node', 'x')", "EACCES"),
    "writes a file by its database": (
        "new (require('node:sqlite').DatabaseSync)('/tmp/bazaar-db')",
        "ERR_SQLITE_ERROR",
    ),
    "makes a link": ("require('fs').symlinkSync('/etc/passwd', '/tmp/bazaar-node-link')", "EACCES"),
    "starts a program": ("const {error} = require('child_process').spawnSync('/bin/true'); throw error", "EPERM"),
    "starts itself again": (
        "const {error} = require('child_process').spawnSync(process.execPath); throw error",
        "EPERM",
    ),
    "asks a server": ("await fetch('http://127.0.0.1:8720').catch((error) => { throw error.cause })", "EPERM"),
    "asks a name server": ("await require('dns').promises.resolve4('example.invalid')", "ECONNREFUSED"),
    "asks the system for a name": ("await require('dns').promises.lookup('example.invalid')", "EAI_AGAIN"),
    "speaks to a unix socket": (
        "await require('events').once(require('net').connect('/run/x.sock'), 'connect')",
        "EPERM",
    ),
    "sends a datagram": (
        "const s = require('dgram').createSocket('udp4').bind(0); throw (await require('events').once(s, 'error'))[0]",
        "EPERM",
    ),
    "lets itself be debugged": (
        "require('inspector').open(0); throw {code: String(require('inspector').url())}",
        "undefined",
    ),
    "signals its parent": ("process.kill(process.ppid, 0)", "EPERM"),
    "signals everybody": ("process.kill(-1, 0)", "EPERM"),
    "loads native code": ("process.dlopen({exports: {}}, '/lib/none.node')", "ERR_DLOPEN_FAILED"),
    "becomes another user": ("process.setuid(1)", "EPERM"),
    "finds a secret in its environment": ("throw {code: Object.keys(process.env).join()}", "OPENSSL_CONF"),
}


def met(code: str) -> str:
    """The code of the error that a script of Node's meets."""
    told = ".then(() => 'done', (error) => error.code).then((met) => console.log(met) || process.exit())"
    child = spawned([NODE, "--no-warnings", "-e", f"(async () => {{ {code} }})(){told}"], Cell())
    said, complaint = child.communicate(timeout=PATIENCE_S)
    return said.decode().strip() or complaint.decode()[-500:]


@pytest.mark.parametrize("attack", ATTACKS if WHOLE else ())
def test_the_jail_holds_when_it(attack: str) -> None:
    code, expected = ATTACKS[attack]
    assert met(code) == expected


def test_memory_ends_before_the_machines_does() -> None:
    child = spawned([NODE, "-e", "const kept = []; for (;;) kept.push(new Float64Array(1e7).fill(1))"], Cell())
    assert b"allocation failed" in child.communicate(timeout=PATIENCE_S)[1]
    assert child.returncode == 1


def test_a_secret_of_ours_is_in_no_childs_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "hunter2")
    child = spawned([NODE, "-e", "process.stdin.resume()"], Cell())
    environ = Path(f"/proc/{child.pid}/environ")
    assert not environ.exists() or b"hunter2" not in environ.read_bytes()
    assert "hunter2" in os.environ.values()
    child.communicate(b"", timeout=PATIENCE_S)
