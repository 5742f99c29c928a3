from typing import Any

from pipeline.chat import Usage
from pipeline.events import ModelFallback
from pipeline.ids import JobId, ProjectId
from pipeline.replay import Key
from pipeline.spending import Amount, Budget
from storage.calls import ModelCall, NoteCalls, SetBudget
from storage.errors import NotFoundError
from storage.sql import execute
from tests.storage.opened import PROJECT, TURN, Store


def call(**fields: Any) -> ModelCall:  # noqa: ANN401
    usual: dict[str, Any] = {
        "key": Key("ask", 0),
        "attempt": 1,
        "role": "plan",
        "model": "m-1",
        "provider": "Acme",
        "outcome": "answered",
        "usage": Usage(tokens_in=10, tokens_out=5, tokens_cached=2),
        "cost_usd": 0.25,
        "ttft_ms": 12.5,
        "duration_ms": 80.0,
    }
    return ModelCall(**{**usual, **fields})


def test_every_call_is_a_row_also_of_the_same_attempt(store: Store) -> None:
    store.begin()
    store.write(NoteCalls(TURN, (call(outcome="model.outage"), call())))
    store.write(NoteCalls(TURN, (call(),)))
    assert [one.outcome for one in store.reader.books.calls(TURN)] == ["model.outage", "answered", "answered"]


def test_transcripts_are_artifacts_that_are_named(store: Store) -> None:
    store.begin()
    request = store.artifacts.put(b"asked", "model-request")
    response = store.artifacts.put(b"answered!", "model-response")
    for _ in range(2):
        store.write(NoteCalls(TURN, (call(request=request, response=response),)))
    rows = execute(store.database.connection, "SELECT kind, bytes FROM artifact ORDER BY kind").fetchall()
    assert rows == [("model-request", 5), ("model-response", 9)]


def test_what_followed_is_told_under_the_next_numbers(store: Store) -> None:
    store.begin()
    seq = store.reader.last_seq(PROJECT)
    told = ModelFallback(
        job=TURN,
        model="a",
        provider="Acme",
        instead="b",
        instead_provider="Acme",
        code="model.outage",
        reason="out",
    )
    [stored] = store.write(NoteCalls(TURN, events=(told,))).events
    assert (stored.project, stored.seq, stored.event.job) == (PROJECT, seq + 1, TURN)


def test_a_call_is_noted_whoever_owns_the_job_now(store: Store) -> None:
    store.begin()
    execute(store.database.connection, "UPDATE job SET epoch = 7, status = 'cancelled'")
    store.write(NoteCalls(TURN, (call(),)))
    assert store.reader.books.spent(TURN).by_job == Amount(tokens=15, cost_usd=0.25)


def test_calls_of_nothing_are_refused(store: Store) -> None:
    store.begin()
    store.refusal(NoteCalls(JobId("job_none"), (call(),)), NotFoundError)
    store.refusal(SetBudget(ProjectId("prj_none"), Budget()), NotFoundError)


def test_a_budget_is_replaced_by_the_next(store: Store) -> None:
    store.begin()
    assert store.reader.books.budget(PROJECT) is None
    for budget in (Budget(tokens=5), Budget(cost_usd=1.5), Budget()):
        store.write(SetBudget(PROJECT, budget))
        assert store.reader.books.budget(PROJECT) == budget
