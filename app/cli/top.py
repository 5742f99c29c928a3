"""`run.py top`: the actors and the jobs of a running server, live, over the console's API."""

import argparse
import asyncio
from functools import partial
from typing import Any

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from app.cli.reaching import operator_on, told
from app.cli.shared_options import add_data, settings_of
from app.making.client import Client

JOBS = 15
OPEN = "queued,running,waiting,failed"
WORST_FIRST = ("stuck", "stopped", "restarting", "waiting", "working", "idle")
COLOURS = {"stuck": "red", "stopped": "red", "failed": "red", "restarting": "yellow", "waiting": "yellow"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("--once", action="store_true", help="print it once, for scripts")
    parser.add_argument("--every", type=float, default=1.0, help="seconds between two looks (default: 1)")
    add_data(parser)


def run(asked: argparse.Namespace) -> int:
    """Watch until Ctrl-C."""
    try:
        return told("top", partial(_watch, asked))
    except KeyboardInterrupt:
        return 0


def picture(seen: dict[str, Any], jobs: list[dict[str, Any]]) -> Group:
    """The banner, the tree with what is bad above, and the jobs."""
    return Group(_banner(seen), _tree(seen), _jobs(jobs))


async def _watch(asked: argparse.Namespace) -> None:
    async with operator_on(settings_of(asked)) as client:
        if asked.once:
            Console().print(await _looked(client))
            return
        with Live(await _looked(client), screen=True, auto_refresh=False) as live:
            while True:
                await asyncio.sleep(asked.every)
                live.update(await _looked(client), refresh=True)


async def _looked(client: Client) -> Group:
    seen = await client.get("/console/api/snapshot")
    jobs = await client.get(f"/console/api/jobs?status={OPEN}&limit={JOBS}")
    return picture(seen, jobs["jobs"])


def _banner(seen: dict[str, Any]) -> Text:
    total, told_of = seen["total"], Text()
    told_of.append("up" if seen["up"] else "THE TREE IS NOT UP", style="green" if seen["up"] else "bold red")
    counted = ", ".join(f"{count} {status}" for status, count in seen["jobs"].items()) or "no jobs"
    told_of.append(f" · {counted} · {total['sent']} messages, {total['balance']} lost · {seen['streams']} streams")
    for name, reason in seen["troubles"].items():
        told_of.append(f"\n{name}: {reason}", style="red")
    for fault in seen["faults"]:
        told_of.append(f"\na fault is on: {fault['sentence']}", style="bold yellow")
    return told_of


def _tree(seen: dict[str, Any]) -> Table:
    table = Table("actor", "health", "life", "falls", "waiting", "in hand", box=None, padding=(0, 2, 0, 0))
    for child in sorted(seen["children"], key=lambda one: WORST_FIRST.index(one["health"])):
        held = child["in_hand"][:1]
        doing = f"{held[0]['label']} for {seen['at'] - held[0]['since']:.1f} s" if held else ""
        waiting = seen["mailboxes"][child["address"]]["ledger"]["waiting"]
        health = Text(child["health"], style=COLOURS.get(child["health"], ""))
        table.add_row(
            child["name"], health, f"#{child['incarnation']}", child["policy"]["sentence"], str(waiting), doing
        )
    return table


def _jobs(jobs: list[dict[str, Any]]) -> Table:
    table = Table("job", "kind", "status", "step", "try", "%", "error", box=None, padding=(0, 2, 0, 0))
    for job in jobs:
        status = Text(job["status"], style=COLOURS.get(job["status"], ""))
        error = job["error"]["code"] if job["error"] else ""
        step, attempt, percent = job["step"] or "", str(job["attempt"]), str(job["percent"])
        table.add_row(job["id"], job["kind"], status, step, attempt, percent, error)
    return table
