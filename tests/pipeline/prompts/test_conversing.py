import json

from pipeline.assets import Asset
from pipeline.chat import ChatMessage, Summary
from pipeline.commands import Recollection
from pipeline.ids import AssetId, MessageId, SceneId, Sha256
from pipeline.jobs import TurnBrief
from pipeline.pointing import Box, Pointed
from pipeline.prompts.conversing import turn_prompt
from tests.pipeline.play import a_project


def asked(content: str, attachments: tuple[Asset, ...] = (), pointed: Pointed | None = None) -> TurnBrief:
    message, answer = MessageId("m1"), MessageId("m2")
    return TurnBrief(message=message, answer=answer, content=content, attachments=attachments, pointed=pointed)


def said(content: str) -> ChatMessage:
    return ChatMessage(role="user", content=content)


def test_the_model_is_told_the_scenes_with_their_ids_and_numbers() -> None:
    system, user = turn_prompt(Recollection(project=a_project(2)), asked("make the second slower"))
    assert '"id": "scene_2"' in system.content
    assert '"number": 2' in system.content
    assert user == said("make the second slower")


def test_what_was_put_in_short_comes_before_what_was_said_and_the_new_message_is_never_cut() -> None:
    summary = Summary(until=MessageId("m9"), text="a teaser was asked for")
    recalled = Recollection(project=a_project(), history=(said("slower"),), summary=summary)
    prompt = turn_prompt(recalled, asked("y" * 100_000))
    assert [message.content[-8:] for message in prompt[1:]] == ["sked for", "slower"[-8:], "y" * 8]
    assert len(prompt[-1].content) == 100_000


def test_what_was_attached_is_shown_and_named_behind_the_persons_words() -> None:
    logo = Asset(
        id=AssetId("a"), name="logo.png", sha256=Sha256("0" * 64), media_type="image/png", width=64, height=32, bytes=9
    )
    user = turn_prompt(Recollection(project=a_project()), asked("use it", attachments=(logo,)))[-1]
    assert user.content == "use it\n\n(Attached to this message: logo.png (64x32).)"
    assert user.images == (logo.sha256,)


def test_what_was_pointed_at_stands_behind_the_persons_words_with_the_number_of_its_scene() -> None:
    box = Box(x=0.1, y=0.2, width=0.5, height=0.25)
    pointed = Pointed(scene=SceneId("scene_2"), frame=12, kind="headline", tag="h1", text="Ship it", box=box)
    user = turn_prompt(Recollection(project=a_project(2)), asked("make this red", pointed=pointed))[-1]
    words, _, told = user.content.partition("\n\n(Pointed at in the preview: ")
    assert words == "make this red"
    assert json.loads(told.removesuffix(")")) == {"number": 2, **pointed.model_dump(mode="json")}
