from server.streams.limits import Limits


def test_one_session_cannot_take_what_an_address_may_and_no_address_all() -> None:
    limits = Limits()
    assert limits.per_session < limits.per_address < limits.in_all
