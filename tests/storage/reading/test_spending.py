import pytest

from pipeline.chat import Usage
from pipeline.ids import JobId, ProjectId
from pipeline.spending import Amount, Budget, Spending, Spent
from storage.calls import NoteCalls, SetBudget
from storage.errors import NotFoundError
from tests.storage.opened import PROJECT, TURN, Store
from tests.storage.writing.test_calls import call

GUESSED = Usage(tokens_in=3, tokens_out=4, estimated=True)


@pytest.fixture
def used(store: Store) -> Store:
    """A store with a turn that called two models."""
    store.begin()
    cut = call(outcome="model.cut", usage=GUESSED, cost_usd=None)
    store.write(NoteCalls(TURN, (call(), call(), cut, call(model="m-2", outcome="model.bad-key", usage=Usage()))))
    return store


def test_what_was_spent_is_summed_by_job_and_by_project(used: Store) -> None:
    both = Amount(tokens=37, cost_usd=0.75)
    assert used.reader.books.spent(TURN) == Spent(job=TURN, by_job=both, by_project=both)
    used.write(SetBudget(PROJECT, Budget(tokens=9)))
    assert used.reader.books.spent(TURN).project_budget == Budget(tokens=9)


def test_usage_is_by_day_and_model(used: Store) -> None:
    first, second = used.reader.books.usage(PROJECT)
    assert (first.day, first.provider, first.model, second.model) == ("2026-09-21", "Acme", "m-1", "m-2")
    assert first.spending == Spending(
        calls=3, failed=1, tokens_in=23, tokens_out=14, tokens_cached=4, cost_usd=0.5, unpriced=1, estimated=1
    )
    assert used.reader.books.usage() == [first, second]
    assert used.reader.books.usage(ProjectId("prj_other")) == []


def test_what_a_role_usually_takes_is_that_of_answered_calls(used: Store) -> None:
    assert used.reader.books.of_role("plan", "m-1").calls == 2
    assert used.reader.books.of_role("title", "m-1") == Spending()


def test_the_calls_of_a_job_are_listed_in_order(used: Store) -> None:
    calls = used.reader.books.calls(TURN)
    assert [(one.model, one.outcome, bool(one.estimated)) for one in calls] == [
        ("m-1", "answered", False),
        ("m-1", "answered", False),
        ("m-1", "model.cut", True),
        ("m-2", "model.bad-key", False),
    ]
    assert calls[0].at.startswith("2026-09-21T")


def test_a_job_without_calls_has_none_and_an_unknown_one_is_said(store: Store) -> None:
    store.begin()
    assert store.reader.books.calls(TURN) == []
    with pytest.raises(NotFoundError):
        store.reader.books.calls(JobId("job_none"))
