"""What a job has cost so far, and what a restart from its beginning would cost again."""

from collections.abc import Iterable, Sequence

from server.console.console import Json
from storage.billed import StoredCall
from storage.calls import ANSWERED
from storage.timestamps import seconds


def cost_so_far(calls: Sequence[StoredCall]) -> Json:
    """Of every call, also of those that failed."""
    return _cost(calls)


def cost_again(calls: Sequence[StoredCall]) -> Json:
    """Of what was answered last to each command: what is recorded now, and would be asked anew."""
    last = {(call.step, call.ordinal): call for call in calls if call.outcome == ANSWERED}
    return _cost(last.values())


def shown_call(call: StoredCall) -> Json:
    """A call, and the artifacts that hold what was said."""
    return {**call.model_dump(), "at": seconds(call.at)}


def _cost(calls: Iterable[StoredCall]) -> Json:
    counted = list(calls)
    prices = [call.cost_usd for call in counted if call.cost_usd is not None]
    return {
        "usd": round(sum(prices), 6) if prices else None,
        "tokens": sum(call.tokens_in + call.tokens_out for call in counted),
        "calls": len(counted),
        "seconds": round(sum(call.duration_ms for call in counted) / 1000, 3),
    }
