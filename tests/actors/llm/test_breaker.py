from dataclasses import dataclass

from actors.llm.breaker import Breaker


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def opened(clock: Clock) -> Breaker:
    breaker = Breaker(clock, failures_to_open=3, open_s=10.0)
    for _ in range(3):
        assert breaker.wait_s() == 0.0
        breaker.failed()
    return breaker


def test_a_server_that_keeps_failing_is_left_alone() -> None:
    breaker = opened(Clock())
    assert (breaker.state, breaker.wait_s()) == ("open", 10.0)


def test_one_answer_in_between_is_forgiven() -> None:
    breaker = Breaker(Clock(), failures_to_open=3)
    for failed in (True, True, False, True, True):
        (breaker.failed if failed else breaker.succeeded)()
    assert breaker.state == "closed"


def test_after_its_time_one_probe_is_let_through_and_no_second() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now += 10.0
    assert breaker.state == "half-open"
    assert (breaker.wait_s(), breaker.wait_s()) == (0.0, 1.0)


def test_a_probe_that_is_answered_lets_everybody_in() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now += 10.0
    breaker.wait_s()
    breaker.succeeded()
    assert (breaker.state, breaker.wait_s(), breaker.wait_s()) == ("closed", 0.0, 0.0)


def test_a_probe_that_fails_keeps_it_open_for_twice_as_long() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now += 10.0
    breaker.wait_s()
    breaker.failed()
    assert breaker.wait_s() == 20.0


def test_a_probe_that_was_cancelled_makes_room_for_another() -> None:
    clock = Clock()
    breaker = opened(clock)
    clock.now += 10.0
    breaker.wait_s()
    breaker.left()
    assert breaker.wait_s() == 0.0


def test_calls_that_were_under_way_do_not_keep_it_open_for_longer() -> None:
    breaker = opened(Clock())
    for _ in range(10):
        breaker.failed()
    assert breaker.wait_s() == 10.0
