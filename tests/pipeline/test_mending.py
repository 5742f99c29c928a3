from pipeline.findings import Finding, Severity, Verdict
from pipeline.jobs import Allowance
from pipeline.mending import Approach, Mending


def refused(message: str) -> Verdict:
    warning = Finding(code="render.static", message="still", severity=Severity.WARNING)
    return Verdict(accepted=False, findings=(Finding(code="syntax.invalid", message=message), warning))


def approaches(*messages: str, allowance: Allowance | None = None, shown: bool = False) -> list[Approach | None]:
    mending = Mending(allowance or Allowance(repairs=9))
    return [mending.approach(refused(message), shown=shown) for message in messages]


def test_goes_from_the_errors_to_everything_to_writing_it_simpler() -> None:
    assert approaches("a", "b", "c", "d") == [Approach.THIS, Approach.ALL, Approach.SIMPLER, Approach.SIMPLER]


def test_an_error_that_returns_is_not_mended_again() -> None:
    assert approaches("a", "a", "a") == [Approach.THIS, Approach.SIMPLER, None]
    assert approaches("a", "b", "a", "b") == [Approach.THIS, Approach.ALL, Approach.SIMPLER, None]


def test_stops_when_the_repairs_are_used_up() -> None:
    assert approaches("a", "b", allowance=Allowance(repairs=1)) == [Approach.THIS, None]


def test_a_person_who_insists_is_heard_though_the_error_returns() -> None:
    insisting = Allowance(repairs=3, insisted=2)
    assert approaches("a", "a", "a", allowance=insisting) == [Approach.THIS, Approach.ALL, Approach.SIMPLER]


def test_what_is_shown_already_is_never_written_anew() -> None:
    assert approaches("a", "b", "c", shown=True) == [Approach.THIS, Approach.ALL, Approach.ALL]
    assert approaches("a", "a", shown=True) == [Approach.THIS, None]


def test_at_first_the_model_is_told_the_errors_alone() -> None:
    verdict = refused("a")
    assert [found.code for found in Approach.THIS.told(verdict)] == ["syntax.invalid"]
    assert [found.code for found in Approach.ALL.told(verdict)] == ["syntax.invalid", "render.static"]
