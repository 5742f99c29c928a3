"""Sources that nest without brackets: the limits before the parsers do not see them, and a parser dies or gives up."""

from pathlib import Path

import pytest

from actors.gates.gates import Gates

GOOD = (Path(__file__).parents[2] / "components" / "good" / "chart.tsx").read_text()
BOMBS = {
    "ternaries": "export default () => " + "a?b:" * 15_000 + "c",
    "nots": "export default () => " + "!" * 60_000 + "1",
    "arrows": "export default () => " + "a=>" * 15_000 + "1",
    "ifs": "export default () => {" + "if(a)" * 12_000 + "b}",
    "generics": "type A<T>=T; type B=" + "A<" * 20_000 + "1" + ">" * 20_000 + ";export default () => 1",
    "sums": "export default () => " + "1+" * 30_000 + "1",
    "members": "export default () => a" + ".b" * 30_000,
    "labels": "export default () => {" + "a:" * 15_000 + ";}",
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_and_the_next_source_is_not_touched(gates: Gates, bomb: str) -> None:
    verdict, bundle = gates.build(BOMBS[bomb])
    assert (verdict.accepted, bundle) == (False, None)
    assert {found.code for found in verdict.findings} <= {"syntax.crashed", "source.too-deep"}
    assert gates.build(GOOD)[0].accepted
