from typing import get_args

from actors.llm.adapters import ADAPTERS
from actors.llm.endpoint import Api


def test_every_wire_has_its_adapter() -> None:
    assert set(ADAPTERS) == set(get_args(Api))
