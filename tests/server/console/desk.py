"""A site whose console shows a small tree of real actors."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actors.log import Log
from actors.overview import Overview
from actors.runtime import ChildSpec
from server.console.console import Console
from tests.actors.runtime.stage import Echo, Play
from tests.server.asking import Answer, ask
from tests.server.living import OPERATOR_TOKEN, Site, living

OPERATOR = {"Authorization": f"Bearer {OPERATOR_TOKEN}"}
BOOT = "0badcafe"
WHY = {"reason": "a test"}


@dataclass
class Desk:
    """The site, the actors behind its console, and what was kept of what an operator did."""

    site: Site
    play: Play
    log: Log
    actions: list[tuple[str, str, str, str]]

    async def get(self, path: str, **asked: Any) -> Answer:  # noqa: ANN401 - passed on as it is
        return await ask(self.site, "GET", f"/console/api/{path}", headers=OPERATOR, **asked)

    async def post(self, path: str, body: Mapping[str, object], **asked: Any) -> Answer:  # noqa: ANN401
        return await ask(self.site, "POST", f"/console/api/{path}", headers=OPERATOR, json=body, **asked)

    def note(self, about: str) -> None:
        self.log.note("trouble", lambda: (about, None, f"{about} is odd", {"reason": "a test"}))


@asynccontextmanager
async def desk_in(folder: Path) -> AsyncIterator[Desk]:
    """A desk until the block ends."""
    play, actions = Play(), list[tuple[str, str, str, str]]()
    supervisor = play.start([ChildSpec("a", Echo), ChildSpec("pool", Echo, instances=2)])
    overview, log = Overview(play.system, supervisor, supervisor.start), Log(lambda: 12.0)

    def audit(action: str, target: str, reason: str, outcome: str) -> None:
        actions.append((action, target, reason, outcome))

    console = Console(BOOT, overview, log, lambda: {**overview.snapshot(), "boot": BOOT}, audit)
    async with living(folder, console) as site:
        try:
            yield Desk(site, play, log, actions)
        finally:
            play.close()
