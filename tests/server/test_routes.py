from server.requests import NewMessage
from server.route import ALWAYS, GUARDED, WITH_BODY
from server.routes import ROUTES, routed


def test_no_operation_is_listed_twice() -> None:
    assert len({(route.method, route.path) for route in ROUTES}) == len(ROUTES) == len(routed(ROUTES))


def test_what_takes_a_body_says_how_a_body_is_refused() -> None:
    [message] = [route for route in ROUTES if route.takes is NewMessage]
    assert set(message.refusals) >= {*WITH_BODY, *GUARDED, *ALWAYS, (422, "message.too-long")}


def test_what_is_open_to_all_refuses_no_token() -> None:
    assert all(not set(GUARDED) & set(route.refusals) for route in ROUTES if route.is_open)
