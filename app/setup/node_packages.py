"""Node and npm come as a Python package; with them the npm workspace is installed as locked, no script run."""

from pathlib import Path

from app.setup import stamps
from app.setup.children import Hands, environment
from app.setup.places import Need, Places, machine
from app.setup.stages import Stage


def node_packages(places: Places) -> Stage:
    """The stage that makes web/node_modules."""
    return Stage(
        title="node packages",
        folder=places.node_modules,
        proof=places.node_modules / "esbuild",
        inputs=lambda _: stamps.digest_of(
            [places.web / "package-lock.json", places.web / ".npmrc", *package_files(places)], machine()
        ),
        act=lambda need, hands: _install(places, need, hands),
    )


def package_files(places: Places) -> list[Path]:
    """The package.json of the workspace and of each of its parts."""
    return [places.web / "package.json", *sorted(places.web.glob("*/package.json"))]


def npm(places: Places, *words: str) -> list[str | Path]:
    """The command line of npm: its script is called through Node, because the one in bin relies on env and on links."""
    return [node(places), places.node_wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js", *words]


def node(places: Places) -> Path:
    """The Node that the Python package brings."""
    return places.node_wheel / "bin" / "node"


def node_first(places: Places) -> dict[str, str]:
    """A PATH on which our Node is found before any other, and no advertising by npm in the logs."""
    path = f"{places.node_wheel / 'bin'}:{environment().get('PATH', '')}"
    return {"PATH": path, "npm_config_update_notifier": "false"}


def _install(places: Places, need: Need, hands: Hands) -> None:
    # npm ci removes node_modules first, and the stamp with it: a cut one starts over by itself.
    omitted = ["--omit=dev"] if need is Need.START else []
    hands.run("npm", npm(places, "ci", "--ignore-scripts", *omitted), places.web, node_first(places))
