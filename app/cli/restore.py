"""`run.py restore FILE`: put a data folder back to what a backup holds; what was there is set aside in it."""

import argparse
from functools import partial
from pathlib import Path

from app.cli.reaching import told
from app.cli.shared_options import add_data, settings_of
from storage.backup.restoring import restore


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("file", type=Path, help="a file that backup wrote")
    add_data(parser)


def run(asked: argparse.Namespace) -> int:
    """Restore, and say from when it is."""
    return told("restore", partial(_restore, asked))


async def _restore(asked: argparse.Namespace) -> None:
    settings = settings_of(asked)
    manifest = restore(asked.file, settings.data)
    print(f"Restored {settings.data} to {manifest.created_at}. What was there lies in its folder replaced-….")
    if manifest.missing:
        print(f"{len(manifest.missing)} artifacts were missing when it was backed up; their scenes need a new build.")
