"""`run.py clean`: remove what has its time behind it; through a running server, or by itself."""

import argparse
import json
from functools import partial
from typing import Any

from rich.console import Console
from rich.table import Table

from app.cli.reaching import running_on, told
from app.cli.shared_options import add_data, settings_of
from app.offline import offline


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("--dry-run", action="store_true", help="only count what would go")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    add_data(parser)


def run(asked: argparse.Namespace) -> int:
    """Clean, and say what went."""
    return told("clean", partial(_clean, asked))


async def _clean(asked: argparse.Namespace) -> None:
    settings = settings_of(asked)
    client = await running_on(settings)
    if client is None:
        with offline(settings) as keeper:
            removed = [vars(one) for one in keeper.clean(dry_run=asked.dry_run)]
    else:
        async with client:
            removed = (await client.post("/api/maintenance/clean", {"dry_run": asked.dry_run}))["removed"]
    _show(removed, as_json=asked.json, dry_run=asked.dry_run)


def _show(removed: list[dict[str, Any]], *, as_json: bool, dry_run: bool) -> None:
    if as_json:
        print(json.dumps({"dry_run": dry_run, "removed": removed}))
        return
    table = Table("class", "would go" if dry_run else "went", "bytes")
    for one in removed:
        table.add_row(one["kind"], f"{one['items']:,}", f"{one['bytes']:,}")
    Console().print(table)
