from pipeline.commands import AskModel, Build, Publish, RenderCheck
from pipeline.errors import RejectedError
from pipeline.flows.component import component
from pipeline.jobs import Allowance
from tests.pipeline.play import ACCEPTED, BUILT, PUBLISHED, Line, a_brief, answer, play, rejected

OLD = "```tsx\nexport default () => <b/>\n```"
NEW = "Mended.\n```tsx\nexport default () => <i/>\n```"


def test_writes_builds_validates_and_publishes() -> None:
    lines: list[Line] = [(AskModel, answer(OLD)), (Build, BUILT), (RenderCheck, ACCEPTED), (Publish, PUBLISHED)]
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
        ],
    )
    assert run.result == PUBLISHED
    repair, publish = asked[2], asked[-1]
    assert isinstance(repair, AskModel)
    assert repair.role == "repair"
    assert "import.forbidden" in repair.messages[-1].content
    assert isinstance(publish, Publish)
    assert publish.source == "export default () => <i/>\n"


def test_stops_early_when_the_same_finding_comes_back() -> None:
    run, _ = play(
        component(a_brief()),
        [
            (AskModel, answer(OLD)),
            (Build, rejected("syntax.invalid")),
            (AskModel, answer(NEW)),
            (Build, rejected("syntax.invalid")),
        ],
    )
    assert isinstance(run.error, RejectedError)
    assert run.error.context.code == "component.rejected"
    assert run.error.context.findings[0].code == "syntax.invalid"


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
        ],
    )
    assert run.result == PUBLISHED
    assert len(asked) == 6


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
    lines: list[Line] = [(AskModel, answer(OLD)), (Build, warned), (RenderCheck, ACCEPTED), (Publish, PUBLISHED)]
    _, asked = play(component(a_brief()), lines)
    assert isinstance(asked[-1], Publish)
    assert [finding.code for finding in asked[-1].findings] == ["bundle.large"]


def test_what_a_gate_mended_is_what_is_checked_and_published() -> None:
    mended = BUILT.model_copy(update={"source": "export default () => <u/>\n"})
    lines: list[Line] = [(AskModel, answer(OLD)), (Build, mended), (RenderCheck, ACCEPTED), (Publish, PUBLISHED)]
    _, asked = play(component(a_brief()), lines)
    check, publish = asked[2], asked[3]
    assert isinstance(check, RenderCheck)
    assert isinstance(publish, Publish)
    assert check.source == publish.source == "export default () => <u/>\n"
