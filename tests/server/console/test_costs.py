from server.console.costs import cost_again, cost_so_far, shown_call
from storage.billed import StoredCall


def call(step: str, outcome: str, cost: float | None) -> StoredCall:
    at = "2026-11-22T13:08:00.000Z"
    return StoredCall(
        step=step,
        ordinal=0,
        attempt=1,
        role="write",
        model="m",
        provider="p",
        outcome=outcome,
        tokens_in=10,
        tokens_out=5,
        tokens_cached=0,
        estimated=False,
        cost_usd=cost,
        ttft_ms=None,
        duration_ms=500.0,
        request="r",
        response=None,
        at=at,
    )


def test_counts_what_was_paid_and_what_would_be_paid_again() -> None:
    calls = [call("generate", "model.cut", 0.25), call("generate", "answered", 0.5), call("repair", "answered", None)]
    assert cost_so_far(calls) == {"usd": 0.75, "tokens": 45, "calls": 3, "seconds": 1.5}
    assert cost_again(calls) == {"usd": 0.5, "tokens": 30, "calls": 2, "seconds": 1.0}
    assert cost_so_far([])["usd"] is None


def test_a_call_is_shown_on_the_consoles_clock() -> None:
    assert shown_call(call("generate", "answered", None))["at"] == 1795352880.0
