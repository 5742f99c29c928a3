"""`run.py backup FILE`: everything in one file, also while the server runs."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import BinaryIO

from app.cli.reaching import running_on, told
from app.cli.shared_options import add_data, settings_of
from app.errors import StartError
from app.offline import offline


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("file", type=Path, help="where to write it; must not be there yet")
    add_data(parser)


def run(asked: argparse.Namespace) -> int:
    """Back up, and say where."""
    return told("backup", partial(_back_up, asked))


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A file that appears under its name when it is whole and on the disk. Raises StartError where there is one."""
    if target.exists():
        message = f"{target} is there already; choose another name"
        raise StartError(message)
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as file:
            part.chmod(0o600)
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


async def _back_up(asked: argparse.Namespace) -> None:
    settings = settings_of(asked)
    client = await running_on(settings)
    with whole_file(asked.file) as file:
        if client is None:
            with offline(settings) as keeper:
                keeper.back_up(file)
        else:
            async with client:
                await client.download("/api/maintenance/backup", file)
    print(f"Backed up {settings.data} into {asked.file} ({asked.file.stat().st_size:,} bytes).")
