"""`run.py job ID`: all about a job of a running server, and why it is not moving."""

import argparse
import json
from functools import partial
from typing import Any

from rich.console import Console
from rich.table import Table

from app.cli.reaching import operator_on, told
from app.cli.shared_options import add_data, settings_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("id", help="the job")
    parser.add_argument("--json", action="store_true", help="everything, as the API tells it")
    add_data(parser)


def run(asked: argparse.Namespace) -> int:
    """Print it."""
    return told("job", partial(_tell, asked))


async def _tell(asked: argparse.Namespace) -> None:
    async with operator_on(settings_of(asked)) as client:
        found = await client.get(f"/console/api/jobs/{asked.id}")
    if asked.json:
        print(json.dumps(found))
        return
    console, job = Console(), found["job"]
    console.print(f"{job['id']}: {job['kind']} of {job['project']}, {job['status']}, {job['percent']} %")
    for reason in found["why"]:
        console.print(f"  {reason}", highlight=False)
    console.print(_attempts(found["checkpoints"]))
    console.print(f"so far: {_cost(found['cost'])}; again from the start: {_cost(found['restart_cost'])}")


def _attempts(checkpoints: list[dict[str, Any]]) -> Table:
    table = Table("step", "no.", "try", "seconds", "became", box=None, padding=(0, 2, 0, 0))
    for one in checkpoints:
        begin, end = one["started_at"], one["finished_at"]
        took = f"{end - begin:.2f}" if begin and end else ""
        error = one["error"] and f"{one['error'].get('code')}: {one['error'].get('message')}"
        became = error or ("superseded" if one["superseded"] else "heard" if one["heard"] else "under way")
        table.add_row(one["step"], str(one["ordinal"]), str(one["attempt"]), took, became)
    return table


def _cost(cost: dict[str, Any]) -> str:
    price = "price unknown" if cost["usd"] is None else f"{cost['usd']:.4f} USD"
    return f"{cost['calls']} calls, {cost['tokens']} tokens, {price}"
