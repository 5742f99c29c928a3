from typing import Any

from pipeline.commands import AskModel, Build, Inspect, Inspection, Publish, RenderCheck
from pipeline.errors import OwnDraftRefusedError, RejectedError
from pipeline.findings import Finding
from pipeline.flow import Command
from pipeline.flows.component import component
from pipeline.jobs import Allowance
from pipeline.mending import Approach
from tests.pipeline.play import ACCEPTED, BUILT, LOOKED, PUBLISHED, Line, a_brief, answer, play, rejected

OLD = "```tsx\nexport default () => <b/>\n```"
NEW = "Mended.\n```tsx\nexport default () => <i/>\n```"


def test_writes_builds_validates_and_publishes() -> None:
    lines: list[Line] = [
        (AskModel, answer(OLD)),
        (Build, BUILT),
        (RenderCheck, ACCEPTED),
        (Publish, PUBLISHED),
        (Inspect, LOOKED),
    ]
    run, asked = play(component(a_brief()), lines)
    assert run.result == PUBLISHED
    assert asked[1] == Build(source="export default () => <b/>\n")


def test_repairs_once_and_then_publishes_what_was_mended() -> None:
    run, asked = play(
        component(a_brief()),
        [
            (AskModel, answer(OLD)),
            (Build, rejected("import.forbidden")),
            (AskModel, answer(NEW)),
            (Build, BUILT),
            (RenderCheck, ACCEPTED),
            (Publish, PUBLISHED),
            (Inspect, LOOKED),
        ],
    )
    assert run.result == PUBLISHED
    repair, publish = asked[2], asked[-2]
    assert isinstance(repair, AskModel)
    assert repair.role == "repair"
    assert "import.forbidden" in repair.messages[-1].content
    assert isinstance(publish, Publish)
    assert publish.source == "export default () => <i/>\n"


def asked_for(kinds: list[Command[Any]]) -> list[Approach | None]:
    return [command.approach for command in kinds if isinstance(command, AskModel) and command.role == "repair"]


def test_the_same_finding_coming_back_is_not_mended_again_but_written_simpler_once() -> None:
    refused: list[Line] = [(AskModel, answer(OLD)), (Build, rejected("syntax.invalid"))]
    run, asked = play(component(a_brief(allowance=Allowance(repairs=9))), refused * 3)
    assert isinstance(run.error, RejectedError)
    assert run.error.context.code == "component.rejected"
    assert run.error.context.findings[0].code == "syntax.invalid"
    assert asked_for(asked) == [Approach.THIS, Approach.SIMPLER]


def test_mends_what_refuses_it_then_everything_then_writes_it_simpler() -> None:
    lines: list[Line] = []
    for number in range(4):
        lines += [(AskModel, answer(OLD)), (Build, rejected("syntax.invalid", f"wrong in way {number}"))]
    run, asked = play(component(a_brief()), lines)
    assert "after 3 repairs: wrong in way 3" in str(run.error)
    assert asked_for(asked) == [Approach.THIS, Approach.ALL, Approach.SIMPLER]


def test_a_persons_own_draft_goes_back_to_the_person() -> None:
    run, asked = play(component(a_brief(draft="mine")), [(Build, rejected("syntax.invalid"))])
    assert asked == [Build(source="mine")]
    assert isinstance(run.error, OwnDraftRefusedError)
    assert run.error.context.code == "component.own-draft-refused"
    assert run.error.context.message == "Your source was refused: it is wrong"


def test_a_persons_own_draft_is_mended_once_they_leave_it_to_the_model() -> None:
    refused: list[Line] = [(Build, rejected("syntax.invalid"))]
    mended: list[Line] = [(AskModel, answer(NEW)), (Build, BUILT), (RenderCheck, ACCEPTED), (Publish, PUBLISHED)]
    run, _ = play(component(a_brief(draft="mine", draft_may_be_mended=True)), [*refused, *mended, (Inspect, LOOKED)])
    assert run.result == PUBLISHED


def test_gives_up_when_the_repairs_are_used_up() -> None:
    run, _ = play(
        component(a_brief(allowance=Allowance(repairs=1))),
        [
            (AskModel, answer(OLD)),
            (Build, rejected("syntax.invalid", "first")),
            (AskModel, answer(NEW)),
            (Build, rejected("syntax.invalid", "second")),
        ],
    )
    assert "after 1 repair: second" in str(run.error)


def test_a_raised_allowance_always_leaves_something_to_do() -> None:
    allowance = Allowance(repairs=1).raised()
    run, asked = play(
        component(a_brief(allowance=allowance)),
        [
            (AskModel, answer(OLD)),
            (Build, rejected("syntax.invalid")),
            (AskModel, answer(NEW)),
            (Build, BUILT),
            (RenderCheck, ACCEPTED),
            (Publish, PUBLISHED),
            (Inspect, LOOKED),
        ],
    )
    assert run.result == PUBLISHED
    assert len(asked) == 7


def test_an_answer_without_a_component_goes_through_the_gates_like_any_other() -> None:
    _, asked = play(
        component(a_brief(allowance=Allowance(repairs=0))),
        [
            (AskModel, answer("I cannot do that.")),
            (Build, rejected("source.empty")),
        ],
    )
    assert asked[1] == Build(source="")


def test_findings_of_both_checks_are_published_with_the_revision() -> None:
    warned = BUILT.model_copy(update={"findings": rejected("bundle.large").findings})
    lines: list[Line] = [
        (AskModel, answer(OLD)),
        (Build, warned),
        (RenderCheck, ACCEPTED),
        (Publish, PUBLISHED),
        (Inspect, LOOKED),
    ]
    _, asked = play(component(a_brief()), lines)
    assert isinstance(asked[-2], Publish)
    assert [finding.code for finding in asked[-2].findings] == ["bundle.large"]


def test_what_a_gate_mended_is_what_is_checked_and_published() -> None:
    mended = BUILT.model_copy(update={"source": "export default () => <u/>\n"})
    lines: list[Line] = [
        (AskModel, answer(OLD)),
        (Build, mended),
        (RenderCheck, ACCEPTED),
        (Publish, PUBLISHED),
        (Inspect, LOOKED),
    ]
    _, asked = play(component(a_brief()), lines)
    check, publish = asked[2], asked[3]
    assert isinstance(check, RenderCheck)
    assert isinstance(publish, Publish)
    assert check.source == publish.source == "export default () => <u/>\n"


def test_what_is_not_shown_is_not_looked_at() -> None:
    hidden = PUBLISHED.model_copy(update={"shown": False})
    lines: list[Line] = [(AskModel, answer(OLD)), (Build, BUILT), (RenderCheck, ACCEPTED), (Publish, hidden)]
    assert play(component(a_brief()), lines)[0].result == hidden


def unsightly(message: str = "the title lies outside the canvas") -> Inspection:
    return LOOKED.model_copy(update={"findings": (Finding(code="pixels.outside", message=message),)})


MADE: list[Line] = [(Build, BUILT), (RenderCheck, ACCEPTED)]


def test_what_does_not_look_right_is_mended_into_a_new_revision() -> None:
    second = PUBLISHED.model_copy(update={"revision": "revision_2"})
    run, asked = play(
        component(a_brief()),
        [
            (AskModel, answer(OLD)),
            *MADE,
            (Publish, PUBLISHED),
            (Inspect, unsightly()),
            (AskModel, answer(NEW)),
            *MADE,
            (Publish, second),
            (Inspect, LOOKED),
        ],
    )
    assert run.result == second
    repair = asked[5]
    assert isinstance(repair, AskModel)
    assert "pixels.outside" in repair.messages[-1].content


def test_a_repair_of_its_looks_that_fails_leaves_what_was_published() -> None:
    run, _ = play(
        component(a_brief(allowance=Allowance(repairs=1))),
        [
            (AskModel, answer(OLD)),
            *MADE,
            (Publish, PUBLISHED),
            (Inspect, unsightly()),
            (AskModel, answer(NEW)),
            (Build, rejected("syntax.invalid")),
        ],
    )
    assert run.result == PUBLISHED


def test_the_same_looks_again_end_the_repairs() -> None:
    run, _ = play(
        component(a_brief()),
        [
            (AskModel, answer(OLD)),
            *MADE,
            (Publish, PUBLISHED),
            (Inspect, unsightly()),
            (AskModel, answer(NEW)),
            *MADE,
            (Publish, PUBLISHED),
            (Inspect, unsightly()),
        ],
    )
    assert run.result == PUBLISHED
