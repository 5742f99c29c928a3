from collections.abc import Mapping

import pytest

from pipeline.commands import Recollection
from pipeline.errors import ResumeRefusedError
from pipeline.ids import MessageId
from pipeline.jobs import Allowance, ComponentBrief, TurnBrief
from pipeline.replay import Key
from pipeline.resuming import Fork, Resumption, forked, path, resumed
from pipeline.value import Value
from tests.pipeline.play import BUILT, PUBLISHED, a_brief, a_project, answer, call, rejected, result

GENERATE, BUILD, VALIDATE, REPAIR, BUILD_2 = (
    Key("generate", 0),
    Key("build", 0),
    Key("validate", 0),
    Key("repair", 0),
    Key("build", 1),
)
TWICE_BUILT: dict[Key, Value] = {
    BUILD_2: BUILT,
    REPAIR: answer("<B/>"),
    BUILD: rejected("syntax.invalid"),
    GENERATE: answer("<A/>"),
}
"""In no order: the order is the flow's."""

RECALL, ASK, ACT = Key("recall", 0), Key("ask", 0), Key("act", 0)
TURN = TurnBrief(message=MessageId("m"), answer=MessageId("a"), content="a teaser")
RECALLED: dict[Key, Value] = {RECALL: Recollection(project=a_project())}
ASKED = {**RECALLED, ASK: answer("", call("set_project"))}


def refusal(brief: TurnBrief | ComponentBrief, recorded: dict[Key, Value], asked: Resumption) -> str:
    with pytest.raises(ResumeRefusedError) as refused:
        resumed(brief, recorded, asked)
    return refused.value.code


def test_checkpoints_are_in_the_order_in_which_the_flow_hears_them() -> None:
    assert path(a_brief(), TWICE_BUILT) == (GENERATE, BUILD, REPAIR, BUILD_2)


def test_by_default_nothing_is_forgotten_and_more_is_allowed() -> None:
    becomes = resumed(a_brief(), TWICE_BUILT, Resumption())
    assert becomes.forgotten == ()
    assert becomes.brief.allowance == Allowance().raised()


@pytest.mark.parametrize(
    ("step", "forgotten"),
    [("build", (BUILD_2,)), ("repair", (REPAIR, BUILD_2)), ("generate", (BUILD_2, REPAIR, BUILD, GENERATE))],
)
def test_from_a_named_step_its_last_time_and_all_after_it_are_forgotten(step: str, forgotten: tuple[Key, ...]) -> None:
    assert resumed(a_brief(), TWICE_BUILT, Resumption(from_step=step)).forgotten == forgotten


def test_with_another_prompt_a_component_is_written_anew() -> None:
    becomes = resumed(a_brief(draft="<Mine/>"), TWICE_BUILT, Resumption(prompt="bolder"))
    assert isinstance(becomes.brief, ComponentBrief)
    assert (becomes.brief.instruction, becomes.brief.draft) == ("bolder", None)
    assert set(becomes.forgotten) == set(TWICE_BUILT)


def test_with_a_source_of_the_persons_own_it_is_checked_instead_of_the_models() -> None:
    becomes = resumed(a_brief(), TWICE_BUILT, Resumption(source="<Mine/>"))
    assert isinstance(becomes.brief, ComponentBrief)
    assert becomes.brief.draft == "<Mine/>"
    assert set(becomes.forgotten) == {BUILD, REPAIR, BUILD_2}
    assert path(becomes.brief, {GENERATE: TWICE_BUILT[GENERATE]}) == ()


def test_a_draft_that_was_refused_and_is_resumed_as_it_is_is_left_to_the_model() -> None:
    def may_be_mended(brief: ComponentBrief, recorded: Mapping[Key, Value], asked: Resumption) -> bool:
        becomes = resumed(brief, recorded, asked).brief
        assert isinstance(becomes, ComponentBrief)
        return becomes.draft_may_be_mended

    mine, refused = a_brief(draft="mine"), {BUILD: rejected("syntax.invalid")}
    assert not may_be_mended(mine, {}, Resumption())
    assert not may_be_mended(mine, {BUILD: BUILT}, Resumption())
    assert may_be_mended(mine, refused, Resumption())
    left = a_brief(draft="mine", draft_may_be_mended=True)
    assert not may_be_mended(left, refused, Resumption(source="mine again"))


def test_a_turn_is_asked_anew_with_another_prompt_and_recalls_what_it_recalled() -> None:
    becomes = resumed(TURN, ASKED, Resumption(prompt="shorter"))
    assert isinstance(becomes.brief, TurnBrief)
    assert (becomes.brief.content, becomes.forgotten) == ("shorter", (ASK,))


def test_a_turn_that_has_acted_is_not_sent_back_to_before_that() -> None:
    acted = {**ASKED, ACT: result()}
    assert refusal(TURN, acted, Resumption(prompt="shorter")) == "resume.already-acted"
    assert refusal(TURN, acted, Resumption(from_step="ask")) == "resume.already-acted"
    refused = {**ASKED, ACT: result(ok=False)}
    assert resumed(TURN, refused, Resumption(from_step="ask")).forgotten == (ASK, ACT)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Resumption(from_step="publish"), "resume.no-such-step"),
        (Resumption(source=" "), "resume.empty"),
        (Resumption(prompt=""), "resume.empty"),
        (Resumption(prompt="x", from_step="build"), "resume.two-wishes"),
    ],
)
def test_what_cannot_be_is_refused_with_a_code(asked: Resumption, code: str) -> None:
    assert refusal(a_brief(), TWICE_BUILT, asked) == code


def test_a_turn_takes_no_source() -> None:
    assert refusal(TURN, RECALLED, Resumption(source="<A/>")) == "resume.no-source"


def test_a_fork_shares_what_came_up_to_a_step_but_never_a_publish() -> None:
    whole = {**TWICE_BUILT, Key("publish", 0): PUBLISHED}
    assert set(forked(a_brief(), whole, Fork()).shared) == set(TWICE_BUILT)
    assert set(forked(a_brief(), whole, Fork(up_to="repair")).shared) == {GENERATE, BUILD, REPAIR}
    assert forked(a_brief(), whole, Fork(source="<Mine/>")).shared == (GENERATE,)
    assert forked(a_brief(), whole, Fork(prompt="bolder")).shared == ()


def test_a_fork_begins_with_a_fresh_allowance() -> None:
    assert forked(a_brief(allowance=Allowance(repairs=9)), {}, Fork()).brief.allowance == Allowance()


def test_a_turn_is_not_forked() -> None:
    with pytest.raises(ResumeRefusedError, match="send the message again"):
        forked(TURN, RECALLED, Fork())
