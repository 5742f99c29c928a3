"""`run.py resume ID`: let a stopped job of a running server go on."""

import argparse
from functools import partial
from pathlib import Path

from app.cli.reaching import operator_on, told
from app.cli.shared_options import add_data, settings_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("id", help="the job")
    parser.add_argument("--reason", default="from the terminal", help="why; it is kept")
    parser.add_argument("--from-step", help="the step to begin again, at its last time")
    parser.add_argument("--prompt", help="says anew what is wanted")
    parser.add_argument("--source", type=Path, help="a file with a component of your own")
    add_data(parser)


def run(asked: argparse.Namespace) -> int:
    """Resume it, and say where it stands."""
    return told("resume", partial(_resume, asked))


async def _resume(asked: argparse.Namespace) -> None:
    source = asked.source.read_text(encoding="utf-8") if asked.source else None
    wished = {"from_step": asked.from_step, "prompt": asked.prompt, "source": source}
    body: dict[str, object] = {"reason": asked.reason, **{name: value for name, value in wished.items() if value}}
    async with operator_on(settings_of(asked)) as client:
        job = await client.post(f"/console/api/jobs/{asked.id}/resume", body)
    print(f"{job['id']} is {job['status']}, in {job['step'] or 'its queue'}.")
