"""Four trivial steps as a DBOS workflow on SQLite, for the Python that has dbos.

Arguments: FOLDER, `wal` or `default`, JOBS, AT ONCE.
"""

import importlib
import json
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import Any


def main(folder: Path, mode: str, jobs: int, at_once: int) -> None:
    """Measure, and print one line of JSON: seconds in all, and of each job."""
    database = folder / "dbos.sqlite"
    if mode == "wal":
        with closing(sqlite3.connect(database)) as made:
            made.execute("PRAGMA journal_mode = wal")
    dbos: Any = importlib.import_module("dbos")
    address = f"sqlite:///{database}"
    dbos.DBOS(config={"name": "bench", "system_database_url": address, "run_admin_server": False, "log_level": "ERROR"})
    flow = _flow(dbos.DBOS)
    dbos.DBOS.launch()
    for number in range(3):
        flow(number)
    with ThreadPoolExecutor(at_once) as pool:
        begun = perf_counter()
        times = list(pool.map(lambda number: _timed(flow, number), range(jobs)))
        took_s = perf_counter() - begun
    print(json.dumps({"seconds": took_s, "times": times}), flush=True)
    dbos.DBOS.destroy()


def _flow(dbos: Any) -> Any:  # noqa: ANN401  # what is not installed here has no types
    steps = [dbos.step(name=f"step_{number}")(_work) for number in range(4)]

    def four_steps(number: int) -> int:
        for step in steps:
            number = step(number)
        return number

    return dbos.workflow()(four_steps)


def _work(number: int) -> int:
    return number + 1


def _timed(flow: Any, number: int) -> float:  # noqa: ANN401  # what is not installed here has no types
    begun = perf_counter()
    flow(number)
    return perf_counter() - begun


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
