from actors.orchestrator.errors import context_of, crash_loop, crashed, internal
from pipeline.errors import TooManyRoundsError
from pipeline.failures import ErrorClass
from pipeline.ids import Sha256
from pipeline.replay import Key
from storage.errors import DefinitionMismatchError, MissingArtifactError


def test_what_a_flow_says_of_its_own_end_is_kept() -> None:
    error = TooManyRoundsError(6)
    assert context_of(error) is error.context


def test_what_another_version_stored_is_told_apart_from_a_bug() -> None:
    context = context_of(DefinitionMismatchError("a stored Verdict does not fit this version"))
    assert (context.code, context.detail) == ("definition-mismatch", "a stored Verdict does not fit this version")


def test_a_file_that_is_gone_is_the_stores_fault_and_named() -> None:
    context = context_of(MissingArtifactError(Sha256("0" * 64)))
    assert (context.code, context.error_class) == ("artifact.missing", ErrorClass.STORE_UNAVAILABLE)
    assert "0" * 64 in context.detail


def test_a_bug_keeps_its_trace_apart_from_what_people_read() -> None:
    context = internal(ValueError("a secret of ours"))
    assert (context.code, context.user_can_act) == ("internal", False)
    assert "a secret of ours" not in context.message
    assert "ValueError" in context.detail


def test_the_first_crash_and_a_loop_of_crashes_have_codes_of_their_own() -> None:
    once = crashed(Key("build", 0), 1, "where it was")
    thrice = crash_loop(once, 3)
    assert (once.code, thrice.code) == ("worker.crashed", "worker.crash-loop")
    assert "3 times in a row" in thrice.message
    assert (thrice.step, thrice.traceback) == ("build", "where it was")
