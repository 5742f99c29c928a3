"""The pages people see, the runtime of their videos and what runs in the jail, built from the sources in web/."""

from app.setup import stamps
from app.setup.children import Hands
from app.setup.node_packages import node_first, npm
from app.setup.places import Places
from app.setup.stages import Stage

_NOT_SOURCES = frozenset({"node_modules", "dist", ".vite"})


def pages(places: Places) -> Stage:
    """The stage that makes web/dist."""
    return Stage(
        title="pages",
        folder=places.pages,
        proof=places.pages,
        inputs=lambda _: stamps.digest_of(
            [file for file in stamps.files_below(places.web, _NOT_SOURCES) if ".test." not in file.name]
        ),
        act=lambda _, hands: _build(places, hands),
    )


def _build(places: Places, hands: Hands) -> None:
    places.pages.mkdir(exist_ok=True)
    stamps.remove(places.pages)
    hands.run("pages", npm(places, "run", "build"), places.web, node_first(places))
