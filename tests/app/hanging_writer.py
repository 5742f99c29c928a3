"""A Bazaar whose first life commits a message and then hangs in its writer; its second life says what became of it.

Run as `python -m tests.app.hanging_writer DATA`: what it prints is what the test looks at.
"""

import asyncio
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from actors.messages import JOURNAL
from actors.runtime import ChildSpec
from actors.tree import Parts, tree
from app import engine
from app.bazaar import Bazaar
from app.making.client import Client, RefusedError
from app.rebirth import restart_process
from app.settings import Settings
from drills.evidence import Evidence
from drills.watching import Watch
from storage.entries import AcceptMessage, Entry, Keyed, Refused, Written
from storage.reader import Reader
from storage.writer import Writer

PROMPT = "A 2 second title that says 'Nimbus', one scene"
DATA = Path(sys.argv[1])
MARK = DATA / "project"

write = Writer.write


def write_and_hang(writer: Writer, entries: Sequence[Entry]) -> list[Written | Refused]:
    """Store what comes, and do not come back from a message: what follows from it is never sent."""
    written = write(writer, entries)
    if any(isinstance(entry.entry if isinstance(entry, Keyed) else entry, AcceptMessage) for entry in entries):
        threading.Event().wait()
    return written


def impatient(parts: Parts) -> Sequence[ChildSpec]:
    """The tree with a Journal that is watched closely."""
    return [
        replace(spec, message_limit_s=0.5, stop_timeout_s=0.5) if spec.name == JOURNAL else spec for spec in tree(parts)
    ]


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


async def first_life(client: Client) -> None:
    watch = await Watch.of_new_project(client)
    MARK.write_text(watch.project, encoding="utf-8")
    try:
        await watch.say(PROMPT)
    except RefusedError as error:
        tell(f"refused: {error}")
    await asyncio.Event().wait()


async def second_life(client: Client) -> None:
    async with Watch(client, MARK.read_text(encoding="utf-8")) as watch:
        while (jobs := sorted(Evidence.of(DATA).jobs.values())) != ["completed"] * 2:
            await watch.until("job.complete")
    reader = Reader(DATA)
    tell(f"jobs {jobs}")
    tell(f"decided {sorted(decision.action for decision in reader.decisions(10))}")
    reader.close()


async def main() -> None:
    tell(f"process {os.getpid()}")
    live = second_life if MARK.exists() else first_life
    named = {"BAZAAR_DATA": DATA, "BAZAAR_PORT": 0, "BAZAAR_DEMO_PACE": 0, "BAZAAR_INSPECT": False}
    async with (
        Bazaar(Settings.model_validate(named), on_hang=restart_process) as bazaar,
        Client(bazaar.url, bazaar.token) as client,
    ):
        await live(client)


if __name__ == "__main__":
    if not MARK.exists():
        engine.tree = impatient  # type: ignore[attr-defined]  # where the engine looks for it
        Writer.write = write_and_hang  # type: ignore[assignment,method-assign]  # it stands for a disk that does not answer
    asyncio.run(main())
