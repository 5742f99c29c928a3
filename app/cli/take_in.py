"""`run.py import FILE`: a project from a file, as a copy under ids of its own."""

import argparse
import secrets
from functools import partial
from pathlib import Path

from app.cli.reaching import running_on, told
from app.cli.shared_options import add_data, settings_of
from app.offline import offline


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("file", type=Path, help="a file that export wrote")
    add_data(parser)


def run(asked: argparse.Namespace) -> int:
    """Import, and say what the project is called now."""
    return told("import", partial(_import, asked))


async def _import(asked: argparse.Namespace) -> None:
    settings = settings_of(asked)
    with asked.file.open("rb") as file:
        client = await running_on(settings)
        if client is None:
            with offline(settings) as keeper:
                project = str(keeper.take_in(file, secrets.token_hex(8)))
        else:
            async with client:
                project = str((await client.upload("/api/projects/import", file))["project"])
    print(f"Imported as {project}.")
