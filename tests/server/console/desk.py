"""A site whose console shows a small tree of real actors."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actors.faults import Faults
from actors.log import Log
from actors.overview import Overview
from actors.runtime import ChildSpec
from actors.shown import shown_failure
from app.fault_desk import FaultDesk
from app.sweeps import Sweeps
from server.console.console import Console, Json
from storage.reader import Reader
from tests.actors.runtime.stage import Echo, Play
from tests.server.asking import Answer, ask
from tests.server.living import OPERATOR_TOKEN, Site, living

OPERATOR = {"Authorization": f"Bearer {OPERATOR_TOKEN}"}
BOOT = "0badcafe"
WHY = {"reason": "a test"}
SWEPT = "print('survived  exception before commit #1\\nLOST      SIGKILL   after commit #1 (not met)')"


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
    failures, actions = list[Json](), list[tuple[str, str, str, str]]()
    play, log, past = Play(), Log(lambda: 12.0), Reader(folder / "data")
    supervisor = play.start(
        [ChildSpec("a", Echo), ChildSpec("pool", Echo, instances=2)],
        on_failure=lambda failure: failures.insert(0, shown_failure(failure, 12.0)),
    )
    overview = Overview(play.system, supervisor, supervisor.start, lambda: failures)
    faults = Faults(lambda prefix: f"{prefix}_1", lambda: 12.0, log)
    faults.attach(play.system, supervisor.kill)
    async with living(folder, _console(overview, faults, log, past, actions)) as site:
        try:
            yield Desk(site, play, log, actions)
        finally:
            faults.end_all()
            past.close()
            play.close()


def _console(
    overview: Overview, faults: Faults, log: Log, past: Reader, actions: list[tuple[str, str, str, str]]
) -> Console:
    more: Json = {"boot": BOOT, "faults": [], "troubles": {}, "jobs": {}, "streams": 0}
    return Console(
        boot=BOOT,
        overview=overview,
        log=log,
        snapshot=lambda: {**overview.snapshot(), **more},
        audit=lambda action, target, reason, outcome: actions.append((action, target, reason, outcome)),
        past=past.operator,
        letters=overview.dead_letters,
        actions=past.actions,
        faults=FaultDesk(faults, overview, past),
        sweeps=Sweeps(lambda prefix: f"{prefix}_1", ("-c", SWEPT)),
        health=lambda: {"process": {"pid": 7}},
        incident=lambda job, reason: {"at": 12.0, "job": job, "reason": reason},
    )
