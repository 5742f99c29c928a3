from actors.gates.gates import Gates
from actors.gates.passed import unwatched
from pipeline.commands import RenderCheck
from tests.actors.gates.test_gates import GOOD


def test_gates_that_are_watched_judge_as_those_that_are_not(gates: Gates) -> None:
    unwatched("parse", 0, 1)
    heard = list[tuple[str, int, int]]()
    verdict, bundle = gates.build(GOOD, lambda *at: heard.append(at))
    assert bundle is not None
    assert (verdict.bundle, bundle) == (gates.build(GOOD)[0].bundle, gates.build(GOOD)[1])
    assert heard == [("parse", 0, 1), ("bundle", 0, 1)]


def test_each_frame_that_is_drawn_is_told(gates: Gates, command: RenderCheck) -> None:
    heard = list[tuple[str, int, int]]()
    _, bundle = gates.build(GOOD)
    assert bundle is not None
    assert gates.render(bundle, command, lambda *at: heard.append(at)).accepted
    frames = [(done, of) for gate, done, of in heard if gate == "render"]
    assert [done for done, _ in frames] == list(range(1, len(frames) + 1))
    assert frames[-1][0] == frames[-1][1] == len(frames) > 8
