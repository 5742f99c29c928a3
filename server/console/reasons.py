"""Why a job is, or is not, moving now: in sentences, from the snapshot and its row, without asking anybody."""

from collections.abc import Iterator, Mapping
from typing import Any

OPEN = ("queued", "running", "waiting")


def why(job: Mapping[str, Any], seen: Mapping[str, Any]) -> list[str]:
    """The reasons, the most telling first; `seen` is the snapshot."""
    return [*_of_its_status(job, seen), *_of_its_messages(job, seen), *_of_the_system(job, seen)]


def _of_its_status(job: Mapping[str, Any], seen: Mapping[str, Any]) -> Iterator[str]:
    step, error, at = job["step"], job["error"], float(seen["at"])
    told = f": {error['message']} ({error['code']})" if error else ""
    match job["status"]:
        case "completed":
            yield "It is done."
        case "failed":
            last = job["last_successful_step"] or "none"
            yield f"It failed in {step}{told}. Its last good step is {last}; everything is kept, and a resume goes on."
        case "cancelled":
            yield f"Somebody cancelled it in {step or 'its queue'}; a resume goes on."
        case "waiting":
            due = job["next_retry_at"]
            when = f"in {max(0.0, due - at):.0f} s" if due else "when what it waits for is there"
            yield f"It waits to try {step} again {when} (attempt {job['attempt']}){told}. 'Run now' does not wait."
        case "queued":
            yield f"It waits for its turn; {seen['jobs'].get('running', 0)} jobs are running."
        case _:
            yield f"It is in {step}, attempt {job['attempt']}."


def _of_its_messages(job: Mapping[str, Any], seen: Mapping[str, Any]) -> Iterator[str]:
    """Where its messages are: in whose hand, or in whose line."""
    at = float(seen["at"])
    for child in seen["children"]:
        for held in child["in_hand"]:
            if held["job"] == job["id"]:
                limit = f"; its limit is {child['limit_s']:.0f} s" if child["limit_s"] else ""
                waits = "".join(f"; it waits for {wait['target']}" for wait in child["waits_for"])
                yield f"{child['name']} has had '{held['label']}' in hand for {at - held['since']:.1f} s{limit}{waits}."
    for name, box in seen["mailboxes"].items():
        for place, one in enumerate(box["waiting"]):
            if one["job"] == job["id"]:
                held_back = " and the actor is suspended" if box["suspended"] else ""
                yield f"'{one['label']}' waits at {name} behind {place} others{held_back}."


def _of_the_system(job: Mapping[str, Any], seen: Mapping[str, Any]) -> Iterator[str]:
    if job["status"] not in OPEN:
        return
    if not seen["up"]:
        yield "The tree is not up: nothing moves until it is started again."
    for name, reason in seen["troubles"].items():
        yield f"{name}: {reason}."
    for fault in seen["faults"]:
        yield f"A fault is on: {fault['sentence']}."
    for child in seen["children"]:
        if child["health"] in ("stuck", "restarting", "stopped"):
            yield f"{child['name']} is {child['health']} ({child['policy']['sentence']})."
