from pipeline.events import (
    ComponentBuildStart,
    ComponentGenerateProgress,
    JobComplete,
    JobProgress,
    MessageComplete,
    MessageDelta,
    MessageReset,
)
from pipeline.events.event import Update
from pipeline.events.wire import encode, update_frame
from pipeline.ids import JobId, MessageId, SceneId
from server.streams.so_far import SoFar

JOB = JobId("j")
MESSAGE = MessageId("m")


def delta(offset: int, text: str, *, attempt: int = 1, round_: int = 0) -> MessageDelta:
    return MessageDelta(job=JOB, attempt=attempt, message=MESSAGE, round=round_, offset=offset, text=text)


def heard(*updates: Update) -> SoFar:
    so_far = SoFar()
    for update in updates:
        so_far.hear_live(update, frame(update))
    return so_far


def frame(update: Update) -> bytes:
    return update_frame(update.wire_name(), encode(update))


def test_gives_a_text_whole_and_from_its_beginning() -> None:
    assert heard(delta(0, "Hel"), delta(3, "lo")).frames() == frame(delta(0, "Hello"))


def test_a_repeated_piece_changes_nothing() -> None:
    assert heard(delta(0, "Hel"), delta(0, "Hel"), delta(2, "lo")).frames() == frame(delta(0, "Helo"))


def test_a_piece_behind_a_lost_one_is_left_out_as_clients_leave_it_out() -> None:
    assert heard(delta(0, "Hel"), delta(4, "!")).frames() == frame(delta(0, "Hel"))


def test_a_new_attempt_begins_anew() -> None:
    assert heard(delta(0, "Hel"), delta(0, "Hi", attempt=2)).frames() == frame(delta(0, "Hi", attempt=2))


def test_rounds_are_kept_apart() -> None:
    so_far = heard(delta(0, "a"), delta(0, "b", round_=1))
    so_far.hear(MessageReset(message=MESSAGE, round=1))
    assert so_far.frames() == frame(delta(0, "a"))


def test_a_message_that_is_complete_needs_no_text_so_far() -> None:
    so_far = heard(delta(0, "Hello"))
    so_far.hear(MessageComplete(message=MESSAGE, content="Hello", round=0, final=True))
    assert not so_far


def test_the_latest_progress_of_each_kind_is_kept() -> None:
    code = ComponentGenerateProgress(job=JOB, scene=SceneId("s"), percent=5, characters=10)
    last = JobProgress(job=JOB, percent=2, stage="b")
    assert heard(JobProgress(job=JOB, percent=1, stage="a"), code, last).frames() == frame(last) + frame(code)


def test_nothing_of_a_job_is_kept_when_it_ends() -> None:
    so_far = heard(delta(0, "Hello"), JobProgress(job=JOB, percent=1, stage="a"))
    so_far.hear(JobComplete(job=JOB))
    assert not so_far
    assert so_far.frames() == b""


def test_what_is_stored_of_a_component_takes_the_place_of_how_far_it_was() -> None:
    so_far = heard(JobProgress(job=JOB, percent=80, stage="a"))
    so_far.hear(ComponentBuildStart(job=JOB, scene=SceneId("s"), percent=83))
    assert not so_far


def code(offset: int, text: str, *, step: str = "generate", percent: int = 5) -> ComponentGenerateProgress:
    whole = {"job": JOB, "step": step, "scene": SceneId("s"), "percent": percent, "characters": offset + len(text)}
    return ComponentGenerateProgress.model_validate({**whole, "offset": offset, "text": text})


def test_gives_code_whole_and_from_its_beginning_with_how_far_it_is() -> None:
    whole = code(0, "export const", percent=7).model_copy(update={"characters": 12})
    assert heard(code(0, "export "), code(7, "const", percent=7)).frames() == frame(whole)


def test_code_that_is_mended_begins_anew() -> None:
    assert heard(code(0, "old"), code(0, "new", step="repair")).frames() == frame(code(0, "new", step="repair"))
