from pathlib import Path

import pytest

from actors.gates.programs import Programs, find
from actors.jail.errors import ProgramMissingError
from actors.jail.loads import loads


@pytest.fixture
def programs() -> Programs:
    return find(Path(__file__).parents[3])


def test_a_program_is_itself_and_the_libraries_that_are_there(programs: Programs) -> None:
    program, *libraries = loads(str(programs.node))
    assert program == str(programs.node)
    assert libraries
    assert all(Path(library).is_file() for library in libraries)


def test_the_libraries_of_what_a_program_loads_later_are_among_them(programs: Programs) -> None:
    addon = next((programs.policy.parents[2] / "node_modules" / "@oxc-parser").glob("*/*.node"))
    assert str(addon) in loads(str(programs.node), str(addon))


def test_a_static_program_is_itself_alone(programs: Programs) -> None:
    assert loads(str(programs.esbuild)) == (str(programs.esbuild),)


def test_a_file_that_cannot_be_run_is_named(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no program")
    with pytest.raises(ProgramMissingError, match="text is not there or cannot be run"):
        loads(str(tmp_path / "text"))
