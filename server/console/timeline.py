"""One job as a timeline: a lane for each actor, with its attempts, its waits, and its gaps."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from server.console.console import Json

SHORTEST_GAP_S = 1.0

_LANES = {
    "ask": "llm",
    "plan": "llm",
    "generate": "llm",
    "repair": "llm",
    "summarise": "llm",
    "build": "build_worker",
    "validate": "build_worker",
    "inspect": "inspector",
    "act": "tool_executor",
    "recall": "tool_executor",
    "publish": "journal",
}
"""Who performs a step; what is not listed is the orchestrator's."""


def lanes(job: Mapping[str, Any], checkpoints: Sequence[Mapping[str, Any]], spans: Sequence[Json]) -> list[Json]:
    """Everything with a beginning and an end, by its beginning."""
    begun = sorted((one for one in checkpoints if one["started_at"]), key=lambda one: float(one["started_at"]))
    told = [*map(_attempt, begun), *_between(begun), *_waiting(job), *_spans(spans)]
    return sorted(told, key=lambda one: float(str(one["from"])))


def _attempt(one: Mapping[str, Any]) -> Json:
    outcome = "under way" if one["finished_at"] is None else "failed" if one["error"] else "superseded"
    return {
        "actor": _LANES.get(one["step"], "orchestrator"),
        "from": one["started_at"],
        "to": one["finished_at"],
        "label": f"{one['step']} {one['ordinal']}",
        "step": one["step"],
        "attempt": one["attempt"],
        "kind": "attempt",
        "outcome": "heard" if one["heard"] and not one["superseded"] else outcome,
    }


def _between(begun: Sequence[Mapping[str, Any]]) -> Iterator[Json]:
    """What lies between attempts: a wait where the next is the same command again, else a gap."""
    for before, after in pairwise(begun):
        end = before["finished_at"]
        if end is None or after["started_at"] - end < SHORTEST_GAP_S:
            continue
        again = (before["step"], before["ordinal"]) == (after["step"], after["ordinal"])
        yield _pause(end, after["started_at"], after["step"], kind="wait" if again else "gap")


def _waiting(job: Mapping[str, Any]) -> Iterator[Json]:
    if job["status"] == "waiting":
        yield _pause(job["updated_at"], job["next_retry_at"], job["step"], kind="wait")


def _pause(begin: float, end: float | None, step: str, *, kind: str) -> Json:
    label = f"waits to try {step} again" if kind == "wait" else "nothing was done"
    return {
        "actor": "orchestrator",
        "from": begin,
        "to": end,
        "label": label,
        "step": step,
        "attempt": 0,
        "kind": kind,
        "outcome": kind,
    }


def _spans(spans: Sequence[Json]) -> Iterator[Json]:
    for span in spans:
        if span["taken_at"] is not None:
            yield {
                "actor": span["child"] or span["address"],
                "from": span["taken_at"],
                "to": span["ended_at"],
                "label": span["label"],
                "step": None,
                "attempt": span["attempt"],
                "kind": "span",
                "outcome": span["outcome"],
            }
