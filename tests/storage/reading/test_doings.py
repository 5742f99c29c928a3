from pipeline.events import Event, MessageComplete, PlanCreated, PlanView, ToolComplete, ToolError, ToolStart, ToolView
from tests.storage.opened import ANSWER, PROJECT, SCENE, Store, advance, message


def test_an_answer_tells_its_plan_and_each_tool_call_once_as_it_stands(store: Store) -> None:
    store.begin()
    store.write(advance(events=(*called("call_1"), *called("call_2"), *called("call_3"))))
    store.write(
        advance(
            events=(
                PlanCreated(title="Nimbus", scenes=(SCENE,)),
                ToolComplete(call="call_1", name="plan_scenes", summary="Planned 1 scene"),
                ToolError(call="call_2", name="plan_scenes", message="there is no scene 7"),
            )
        )
    )
    asked, answer = store.reader.snapshot(PROJECT).messages
    assert (asked.tools, asked.plan) == ((), None)
    assert answer.plan == PlanView(title="Nimbus", scenes=(SCENE,))
    assert answer.tools == (
        ToolView(call="call_1", name="plan_scenes", status="done", summary="Planned 1 scene"),
        ToolView(call="call_2", name="plan_scenes", status="refused", summary="there is no scene 7"),
        ToolView(call="call_3", name="plan_scenes"),
    )


def test_each_answer_tells_only_of_its_own(store: Store) -> None:
    store.begin()
    said = MessageComplete(message=ANSWER, content="Done.", round=0, final=True)
    store.write(advance(events=(*called("call_1"), said)))
    store.write(message("slower", suffix="_2"))
    assert [len(found.tools) for found in store.reader.snapshot(PROJECT).messages] == [0, 1, 0, 0]


def called(call: str) -> tuple[Event, ...]:
    return (ToolStart(call=call, name="plan_scenes"),)
