from pipeline.chat import ChatMessage
from pipeline.commands import AskModel, Recollection
from pipeline.flows.steps.summarise import summarise
from pipeline.ids import MessageId
from pipeline.replay import Key, Run
from tests.pipeline.play import a_project, answer


def recalled(*lengths: int) -> Recollection:
    history = tuple(ChatMessage(role="user", content="x" * length) for length in lengths)
    ids = tuple(MessageId(f"m{number}") for number in range(len(lengths)))
    return Recollection(project=a_project(), history=history, ids=ids)


def test_a_conversation_that_fits_asks_nobody() -> None:
    run = Run(summarise(recalled(10, 10)))
    run.begin()
    assert run.result == recalled(10, 10)


def test_one_that_does_not_keeps_its_newest_part_and_names_the_last_entry_that_was_put_in_short() -> None:
    run = Run(summarise(recalled(20_000, 20_000, 5_000)))
    [(key, command)] = run.begin().items()
    assert key == Key("summarise", 0)
    assert isinstance(command, AskModel)
    run.hear(key, answer("in short"))
    assert isinstance(run.result, Recollection)
    assert (run.result.ids, run.result.summary and run.result.summary.until) == (("m2",), "m1")
