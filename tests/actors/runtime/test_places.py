import json
import sys
from pathlib import Path

import pytest

from actors.runtime.places import stack_of, traceback_of

ROOT = str(Path(__file__).parents[3])


def test_a_traceback_names_files_of_the_project_from_its_root_and_those_of_python_without_their_place() -> None:
    with pytest.raises(ValueError, match="Expecting") as raised:
        json.loads("{")
    told = traceback_of(raised.value)
    assert 'File "tests/actors/runtime/test_places.py"' in told
    assert 'File "python/json/decoder.py"' in told
    assert ROOT not in told


def test_a_stack_does_so_too() -> None:
    told = stack_of(sys._getframe())  # noqa: SLF001 - documented, for debugging
    assert 'File "tests/actors/runtime/test_places.py"' in told
    assert ROOT not in told
