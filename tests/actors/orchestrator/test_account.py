from actors.orchestrator.account import Account
from pipeline.events import JobCancelled, JobFailed, MessageComplete
from pipeline.jobs import JobStatus
from tests.actors.orchestrator.talk import ANSWER, ASK, NOW, RECALL, RECOLLECTION, Hands, as_stored, error
from tests.pipeline.play import answer


def test_a_failure_is_told_with_what_can_be_done_and_without_what_only_maintainers_read() -> None:
    kept = error(step="build", attempt=2, traceback="where it was")
    end = Account(as_stored(kind="component", last_successful_step="generate"), {}).failed(kept)
    [told] = end.events
    assert isinstance(told, JobFailed)
    assert (told.step, told.attempt, told.last_successful_step) == ("build", 2, "generate")
    assert (told.error.traceback, told.recovery) == ("", ("resume", "edit", "regenerate", "discard"))
    assert end.error == kept


def test_a_turn_that_is_stopped_ends_its_message_first() -> None:
    account = Account(as_stored(kind="turn", message=ANSWER), {RECALL: RECOLLECTION})
    account.hear(ASK, answer("Half of it."))
    end = account.cancelled(None)
    message, told = end.events
    assert isinstance(message, MessageComplete)
    assert isinstance(told, JobCancelled)
    assert (message.content, message.final) == ("Half of it.", True)
    assert (told.last_successful_step, told.recovery) == ("ask", ("resume", "edit"))


def test_an_end_is_of_a_new_epoch_and_a_step_on_the_way_is_not() -> None:
    account = Account(as_stored(epoch=3), {})
    assert account.advance(JobStatus.RUNNING).new_epoch is None
    assert account.completed(None).new_epoch == 4
    assert Hands().chances().clock() == NOW
