from pipeline.chat import ChatMessage
from pipeline.commands import Recollection
from pipeline.prompts.conversing import MOST_HISTORY_CHARACTERS, turn_prompt
from tests.pipeline.play import a_project


def said(content: str) -> ChatMessage:
    return ChatMessage(role="user", content=content)


def test_the_model_is_told_the_scenes_with_their_ids_and_numbers() -> None:
    system, user = turn_prompt(Recollection(project=a_project(2)), "make the second slower")
    assert '"id": "scene_2"' in system.content
    assert '"number": 2' in system.content
    assert user == said("make the second slower")


def test_the_oldest_of_a_long_conversation_is_left_out_and_the_new_message_never() -> None:
    history = tuple(said(f"{number} {'x' * 10_000}") for number in range(4))
    prompt = turn_prompt(Recollection(project=a_project(), history=history), "y" * MOST_HISTORY_CHARACTERS)
    assert [message.content[0] for message in prompt[1:]] == ["2", "3", "y"]
