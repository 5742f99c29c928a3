"""`run.py bench NAME`: one face for all benchmarks."""

import argparse
import importlib
import json
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from benchmarks import BENCHMARKS
from benchmarks.figure import Figure


def arguments(parser: argparse.ArgumentParser) -> None:
    """What it takes."""
    parser.add_argument("name", choices=BENCHMARKS, help="which benchmark")
    parser.add_argument("--quick", action="store_true", help="fewer rounds, under 50 s")
    parser.add_argument("--json", action="store_true", help="one object per line")


def run(asked: argparse.Namespace) -> int:
    """Measure and print."""
    figures: Iterable[Figure] = importlib.import_module(f"benchmarks.{asked.name}").run(quick=asked.quick)
    if asked.json:
        for figure in figures:
            print(json.dumps(figure.as_json()), flush=True)
    else:
        Console().print(_table(asked.name, figures))
    return 0


def _table(title: str, figures: Iterable[Figure]) -> Table:
    table = Table("figure", "value", "unit", "beside", "ratio", title=title)
    for figure in figures:
        beside = f"{figure.peer} {figure.peer_value:.6g}" if figure.peer and figure.peer_value is not None else ""
        ratio = f"{figure.ratio:.3g}" if figure.ratio is not None else ""
        table.add_row(figure.name, f"{figure.value:.6g}", figure.unit, beside, ratio)
    return table
