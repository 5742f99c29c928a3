from pydantic import BaseModel

from server.health import get_healthz
from server.route import COMMAND, KEY, Route

GET, POST, PATCH, DELETE = (
    Route(method, "/api/x", get_healthz, 200, BaseModel) for method in ("GET", "POST", "PATCH", "DELETE")
)


def test_whatever_changes_something_takes_a_key() -> None:
    assert [route.is_command for route in (GET, POST, PATCH, DELETE)] == [False, True, True, True]
    assert [KEY in route.request_headers for route in (GET, POST, PATCH, DELETE)] == [False, True, True, True]


def test_a_command_says_how_its_key_is_refused() -> None:
    assert set(COMMAND) <= set(DELETE.refusals)
    assert not set(COMMAND) & set(GET.refusals)
