"""Four trivial nodes as a LangGraph graph with its SQLite saver, for the Python that has it.

Arguments: FOLDER, a word that means nothing here, JOBS, AT ONCE.
"""

import importlib
import json
import sys
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any, TypedDict


class State(TypedDict):
    """What goes from node to node."""

    number: int


def main(folder: Path, _mode: str, jobs: int, _at_once: int) -> None:
    """Measure in sequence, and print one line of JSON: seconds in all, and of each job."""
    saver: Any = importlib.import_module("langgraph.checkpoint.sqlite").SqliteSaver
    with saver.from_conn_string(str(folder / "langgraph.sqlite")) as checkpoints:
        flow = _graph().compile(checkpointer=checkpoints)
        for number in range(3):
            _timed(flow, f"warm-{number}")
        begun = perf_counter()
        times = [_timed(flow, str(number)) for number in range(jobs)]
        print(json.dumps({"seconds": perf_counter() - begun, "times": times}), flush=True)


def _graph() -> Any:  # noqa: ANN401  # what is not installed here has no types
    graph: Any = importlib.import_module("langgraph.graph")
    made = graph.StateGraph(State)
    places = [graph.START, "one", "two", "three", "four", graph.END]
    for name in places[1:-1]:
        made.add_node(name, _work)
    for before, after in pairwise(places):
        made.add_edge(before, after)
    return made


def _work(state: State) -> State:
    return {"number": state["number"] + 1}


def _timed(flow: Any, thread: str) -> float:  # noqa: ANN401  # what is not installed here has no types
    begun = perf_counter()
    flow.invoke({"number": 0}, {"configurable": {"thread_id": thread}})
    return perf_counter() - begun


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
