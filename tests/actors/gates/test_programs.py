from pathlib import Path

import pytest

from actors.gates.errors import GateUnavailableError
from actors.gates.programs import Programs, exported_names, find, missing


def test_the_checkout_has_every_program(programs: Programs) -> None:
    assert missing(programs) == ()


def test_what_is_missing_is_told_by_its_path(tmp_path: Path) -> None:
    elsewhere = find(tmp_path)
    assert set(missing(elsewhere)) == {elsewhere.esbuild, elsewhere.check, elsewhere.symbols}


def test_the_contract_lists_the_names_of_its_modules(programs: Programs) -> None:
    exports = exported_names(programs.symbols)
    assert "AbsoluteFill" in exports["remotion"]
    assert "useState" in exports["react"]


@pytest.mark.parametrize("content", [None, "no json", '["AbsoluteFill"]', '{"remotion": 3}'])
def test_a_list_of_names_that_cannot_be_read_is_named(tmp_path: Path, content: str | None) -> None:
    symbols = tmp_path / "symbols.json"
    if content is not None:
        symbols.write_text(content)
    with pytest.raises(GateUnavailableError, match=r"symbols\.json does not list names by module"):
        exported_names(symbols)
