"""`run.py export PROJECT FILE`: a project with its conversation, its history and its components in one file."""

import argparse
from functools import partial
from pathlib import Path

from app.cli.backup import whole_file
from app.cli.reaching import running_on, told
from app.cli.shared_options import add_data, settings_of
from app.offline import offline


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("project", help="which project")
    parser.add_argument("file", type=Path, help="where to write it; must not be there yet")
    add_data(parser)


def run(asked: argparse.Namespace) -> int:
    """Export, and say where."""
    return told("export", partial(_export, asked))


async def _export(asked: argparse.Namespace) -> None:
    settings = settings_of(asked)
    client = await running_on(settings)
    with whole_file(asked.file) as file:
        if client is None:
            with offline(settings) as keeper:
                keeper.export(asked.project, file)
        else:
            async with client:
                await client.download(f"/api/projects/{asked.project}/export", file)
    print(f"Exported {asked.project} into {asked.file} ({asked.file.stat().st_size:,} bytes).")
