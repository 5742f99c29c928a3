"""`run.py drill NAME`: one face for all drills; exit code 1 when an invariant broke."""

import argparse
import importlib
import json
import secrets

from rich.console import Console

from drills import DRILLS
from drills.invariant import Invariant


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("name", choices=DRILLS, help="which drill")
    parser.add_argument("--seed", type=int, help="the same seed breaks the same things (default: a new one, printed)")
    parser.add_argument("--times", "--kills", type=int, help="how often to break something (default: the drill's own)")
    parser.add_argument("--json", action="store_true", help="one object per line")


def run(asked: argparse.Namespace) -> int:
    """Break things, count, and say what held."""
    seed = secrets.randbelow(1_000_000) if asked.seed is None else asked.seed
    broke = False
    times = {} if asked.times is None else {"times": asked.times}
    for invariant in importlib.import_module(f"drills.{asked.name}").run(seed=seed, **times):
        broke |= not invariant.held
        _print(invariant, seed, as_json=asked.json)
    return int(broke)


def _print(invariant: Invariant, seed: int, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({**invariant.as_json(), "seed": seed}), flush=True)
    else:
        mark = "[green]held[/]" if invariant.held else "[red]BROKE[/]"
        Console().print(f"{mark}  {invariant.name}: {invariant.counted} (seed {seed})", soft_wrap=True)
