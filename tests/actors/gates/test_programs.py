from pathlib import Path

import pytest

from actors.gates.errors import GateUnavailableError
from actors.gates.programs import Programs, find, missing, modules_in


def test_the_checkout_has_every_program(programs: Programs) -> None:
    assert missing(programs) == ()


def test_what_is_missing_is_told_by_its_path(tmp_path: Path) -> None:
    elsewhere = find(tmp_path)
    assert set(missing(elsewhere)) == set(vars(elsewhere).values()) - {elsewhere.node}


def test_the_contract_has_its_modules(programs: Programs) -> None:
    assert {"react", "react/jsx-runtime", "remotion"} <= modules_in(programs.symbols)


@pytest.mark.parametrize("content", [None, "no json", '["AbsoluteFill"]', '{"remotion": 3}'])
def test_a_list_of_names_that_cannot_be_read_is_named(tmp_path: Path, content: str | None) -> None:
    symbols = tmp_path / "symbols.json"
    if content is not None:
        symbols.write_text(content)
    with pytest.raises(GateUnavailableError, match=r"symbols\.json does not list names by module"):
        modules_in(symbols)
