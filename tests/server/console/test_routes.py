from server.authentication import CONSOLE
from server.console.routes import CONSOLE_ROUTES
from server.routes import ROUTES


def test_all_of_the_console_lies_behind_its_own_door_and_nothing_else_does() -> None:
    assert all(f"{route.path}/".startswith(f"{CONSOLE}/") for route in CONSOLE_ROUTES)
    assert not any(route.path.startswith(CONSOLE) for route in ROUTES)


def test_no_path_is_answered_twice() -> None:
    known = [(route.method, route.path) for route in CONSOLE_ROUTES]
    assert len(known) == len(set(known))
