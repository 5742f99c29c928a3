from hypothesis import given
from hypothesis import strategies as st

from pipeline.chat import ChatMessage, Summary
from pipeline.commands import Recollection
from pipeline.ids import MessageId
from pipeline.prompts.remembering import KEPT_TOKENS, MOST_TOKENS, as_told, fits, newest, summary_prompt
from pipeline.tokens import tokens
from tests.pipeline.play import a_project


def said(length: int, role: str = "user") -> ChatMessage:
    return ChatMessage.model_validate({"role": role, "content": "x" * length})


def test_a_conversation_fits_up_to_its_tokens() -> None:
    most = int(MOST_TOKENS * 3.4)
    assert fits(Recollection(project=a_project(), history=(said(most),)))
    assert not fits(Recollection(project=a_project(), history=(said(most), said(10))))


@given(st.lists(st.integers(1, 40_000), min_size=1, max_size=12))
def test_the_newest_part_keeps_to_its_tokens_or_is_the_last_entry_alone(lengths: list[int]) -> None:
    history = tuple(map(said, lengths))
    place = newest(history)
    kept = sum(tokens(message.content) for message in history[place:])
    assert 0 <= place < len(history)
    assert kept <= KEPT_TOKENS or place == len(history) - 1
    if place:
        assert kept + tokens(history[place - 1].content) > KEPT_TOKENS


def test_whoever_summarises_is_told_what_was_in_short_before_and_what_came_since() -> None:
    earlier = Summary(until=MessageId("m1"), text="a teaser in navy")
    (prompt,) = summary_prompt(earlier, (said(5_000), ChatMessage(role="assistant", content="Done.")))
    assert '"task": "summarise"' in prompt.content
    assert "a teaser in navy" in prompt.content
    assert "x" * 4_000 in prompt.content
    assert "x" * 4_001 not in prompt.content
    assert as_told(earlier).content.endswith("a teaser in navy")
