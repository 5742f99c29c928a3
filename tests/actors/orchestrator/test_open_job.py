from pipeline.commands import AskModel, Publish, Recall
from pipeline.events import ComponentBuildError, JobFailed
from pipeline.jobs import Allowance, JobStatus
from pipeline.replay import Key
from pipeline.value import Value
from tests.actors.orchestrator.talk import (
    ACT_1,
    ACT_2,
    ASK,
    BUILD,
    GENERATE,
    KNOWN,
    PUBLISH,
    RECALL,
    RECOLLECTION,
    TWO_CALLS,
    VALIDATE,
    a_component,
    a_turn,
    asked,
    performed,
    told,
)
from tests.pipeline.play import ACCEPTED, BUILT, LOOKED, PUBLISHED, a_brief, answer, rejected, result


def test_begins_with_the_first_command_in_a_new_epoch() -> None:
    move = a_turn().job.begin(take=True)
    assert (move.advance.epoch, move.advance.new_epoch, move.advance.status) == (0, 1, JobStatus.RUNNING)
    assert asked(move) == [(RECALL, 1)]
    assert [one.key for one in move.advance.started] == [RECALL]
    assert move.perform[0].epoch == 1
    assert isinstance(move.perform[0].command, Recall)


def test_a_reply_is_written_with_what_it_leads_to() -> None:
    talk = a_turn()
    move = talk.hear(talk.job.begin(take=True).perform[0], RECOLLECTION)
    assert [one.key for one in move.advance.heard] == [RECALL]
    assert [one.key for one in move.advance.started] == [ASK]
    assert isinstance(move.perform[0].command, AskModel)
    assert (move.advance.current_step, move.advance.last_successful_step) == ("ask", "recall")


def test_a_turn_that_has_said_all_is_complete() -> None:
    talk = a_turn()
    ask = talk.hear(talk.job.begin(take=True).perform[0], RECOLLECTION).perform[0]
    move = talk.hear(ask, answer("Here it is."))
    assert told(move) == ["message.complete", "job.complete"]
    assert move.advance.status is JobStatus.COMPLETED
    assert move.advance.result == {"rounds": 1, "jobs": [], "summary": None}
    assert talk.job.over


def test_two_tool_calls_run_side_by_side_and_the_flow_waits_for_both() -> None:
    talk = a_turn()
    ask = talk.hear(talk.job.begin(take=True).perform[0], RECOLLECTION).perform[0]
    acts = talk.hear(ask, TWO_CALLS)
    assert asked(acts) == [(ACT_1, 1), (ACT_2, 1)]
    assert told(acts) == ["message.complete", "tool.start", "tool.start"]
    second = talk.note(acts.perform[1], result(2))
    assert (second.perform, second.advance.status) == ((), JobStatus.RUNNING)
    first = talk.note(acts.perform[0], result(1))
    assert asked(first) == [(Key("ask", 1), 1)]


def test_a_component_tells_each_stage_with_a_growing_percentage() -> None:
    talk = a_component()
    move = talk.job.begin(take=True)
    names, percents = told(move), [getattr(event, "percent", None) for event in move.advance.events]
    for reply in (answer("<A/>"), BUILT, ACCEPTED):
        move = talk.hear(move.perform[0], reply)
        names += told(move)
        percents += [getattr(event, "percent", None) for event in move.advance.events]
    assert names == [
        "component.generate.start",
        "component.generate.complete",
        "component.build.start",
        "component.build.complete",
        "component.validate.start",
        "component.validate.complete",
    ]
    assert percents == sorted(percents, key=lambda percent: percent or 0)
    assert isinstance(move.perform[0].command, Publish)
    shown = talk.note(move.perform[0], PUBLISHED)
    assert told(shown) == ["component.inspect.start"]
    assert shown.advance.heard == ()  # the writer recorded it
    done = talk.hear(shown.perform[0], LOOKED)
    assert told(done) == ["component.inspect.complete", "job.complete"]
    assert done.advance.status is JobStatus.COMPLETED


def test_a_rejected_component_fails_with_its_findings_when_the_repairs_are_used_up() -> None:
    talk = a_component(brief=a_brief(allowance=Allowance(repairs=0)))
    build = talk.hear(talk.job.begin(take=True).perform[0], answer("<A/>")).perform[0]
    move = talk.hear(build, rejected("import.forbidden"))
    assert [type(event) for event in move.advance.events] == [ComponentBuildError, JobFailed]
    assert move.advance.error is not None
    assert move.advance.error.code == "component.rejected"
    assert move.advance.error.findings[0].code == "import.forbidden"


def test_cancelling_ends_the_message_and_nothing_more_is_asked() -> None:
    talk = a_turn()
    work = talk.job.begin(take=True).perform[0]
    move = talk.job.cancel()
    assert (told(move), move.advance.status) == (["message.complete", "job.cancelled"], JobStatus.CANCELLED)
    assert talk.job.over
    assert talk.job.told(performed(work)) is None


def test_a_resume_goes_on_where_the_job_failed_with_a_raised_allowance() -> None:
    recorded: dict[Key, Value] = {GENERATE: answer("<A/>"), BUILD: rejected("import.forbidden")}
    brief = a_brief(allowance=Allowance(repairs=0).raised())
    talk = a_component(recorded, {GENERATE: 1, BUILD: 1}, brief, status=JobStatus.RUNNING, epoch=2)
    move = talk.job.begin(take=True)
    assert asked(move) == [(Key("repair", 0), 1)]
    assert told(move) == ["component.repair.start"]
    assert (move.advance.epoch, move.advance.new_epoch) == (2, 3)


def test_a_resume_that_finds_everything_done_is_taken_up_and_then_ends() -> None:
    recorded: dict[Key, Value] = {GENERATE: answer("<A/>"), BUILD: BUILT, VALIDATE: ACCEPTED, PUBLISH: PUBLISHED}
    recorded[Key("inspect", 0)] = LOOKED
    talk = a_component(recorded, status=JobStatus.RUNNING, epoch=2)
    move = talk.job.begin(take=True)
    assert (move.advance.status, move.advance.new_epoch) == (JobStatus.RUNNING, 3)
    assert move.end is not None
    assert (move.end.status, move.end.epoch) == (JobStatus.COMPLETED, 3)
    assert told(move) == ["job.complete"]


def test_replies_of_an_older_epoch_are_not_heard() -> None:
    talk = a_turn(**KNOWN)
    work = talk.job.begin(take=True).perform[0]
    assert talk.job.told(performed(work, epoch=3)) is None
    assert talk.job.told(performed(work, epoch=4)) is not None


def test_a_reply_nobody_waits_for_changes_nothing() -> None:
    talk = a_turn()
    work = talk.job.begin(take=True).perform[0]
    talk.hear(work, RECOLLECTION)
    assert talk.job.told(performed(work)) is None


def test_a_reply_that_comes_while_the_job_waits_is_left_for_the_next_attempt() -> None:
    talk = a_component()
    work = talk.job.begin(take=True).perform[0]
    talk.fail(work)
    assert talk.job.told(performed(work, answer("<A/>"))) is None


def test_a_bug_in_a_flow_is_told_as_ours() -> None:
    talk = a_turn({RECALL: answer("not a recollection")})
    move = talk.job.begin(take=True)
    assert move.end is not None
    assert move.end.error is not None
    assert (move.end.status, move.end.error.code) == (JobStatus.FAILED, "internal")


def test_an_end_is_of_a_new_epoch_so_that_who_takes_the_job_for_open_is_refused() -> None:
    talk = a_turn(**KNOWN)
    talk.job.begin(take=True)
    assert (talk.job.cancel().advance.epoch, talk.job.cancel().advance.new_epoch) == (4, 5)
