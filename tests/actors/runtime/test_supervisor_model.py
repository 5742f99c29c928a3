"""The supervisor against a small model of it: whatever falls whenever, both agree on who lives which life."""

import threading
from dataclasses import dataclass, field
from functools import partial

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from actors.runtime import Action, Backoff, ChildSpec, Decision, Strategy
from tests.actors.runtime.stage import Clock, Echo, Play, came, heard

NAMES = ("a", "b", "c")
INTENSITY, WINDOW_S, IN_A_ROW = 4, 10.0, 3


@dataclass
class Model:
    """What a supervisor is to do, without threads, messages or timers."""

    strategy: Strategy
    now_s: float
    lives: dict[str, int] = field(default_factory=lambda: dict.fromkeys(NAMES, 0))
    began_s: dict[str, float] = field(default_factory=dict)
    falls_s: dict[str, list[float]] = field(default_factory=dict)
    in_a_row: dict[str, int] = field(default_factory=dict)
    up: set[str] = field(default_factory=set)
    due: dict[str, tuple[float, list[str]]] = field(default_factory=dict)
    given_up: bool = True

    def start(self) -> None:
        self.given_up, self.due = False, {}
        self.falls_s, self.in_a_row = {name: [] for name in NAMES}, dict.fromkeys(NAMES, 0)
        self.bring_up(list(NAMES))

    def bring_up(self, group: list[str]) -> None:
        for name in group:
            if name not in self.up:
                self.up.add(name)
                self.due.pop(name, None)
                self.lives[name] += 1
                self.began_s[name] = self.now_s

    def fall(self, name: str) -> tuple[Action, float | None]:
        self.up.discard(name)
        quiet = self.now_s - self.began_s[name] >= WINDOW_S
        self.in_a_row[name] = 1 if quiet else self.in_a_row[name] + 1
        recent = [at for at in self.falls_s[name] if at > self.now_s - WINDOW_S]
        self.falls_s[name] = [*recent, self.now_s]
        if len(self.falls_s[name]) > INTENSITY or self.in_a_row[name] > IN_A_ROW:
            self.given_up, self.up, self.due = True, set(), {}
            return Action.GIVE_UP, None
        group = self.group(name)
        for each in group:
            self.up.discard(each)
            self.due.pop(each, None)
        delay_s = 0.0 if self.in_a_row[name] == 1 else 0.5 * 2 ** (self.in_a_row[name] - 2)
        if delay_s:
            self.due[name] = (self.now_s + delay_s, group)
        else:
            self.bring_up(group)
        return Action.RESTART, delay_s

    def group(self, name: str) -> list[str]:
        match self.strategy:
            case Strategy.ONE_FOR_ONE:
                return [name]
            case Strategy.ONE_FOR_ALL:
                return list(NAMES)
            case Strategy.REST_FOR_ONE:
                return list(NAMES[NAMES.index(name) :])

    def pass_time(self, seconds: float) -> None:
        self.now_s += seconds
        for name, (at, group) in sorted(self.due.items(), key=lambda item: item[1][0]):
            if at <= self.now_s and name in self.due:
                del self.due[name]
                self.bring_up(group)


class Supervised(RuleBasedStateMachine):
    @initialize(strategy=st.sampled_from(Strategy))
    def begin(self, strategy: Strategy) -> None:
        clock = Clock()
        self.play = Play(clock)
        self.model = Model(strategy, clock.now_s)
        self.supervisor = self.play.supervise(
            [ChildSpec(name, Echo) for name in NAMES],
            strategy=strategy,
            intensity=INTENSITY,
            window_s=WINDOW_S,
            max_consecutive=IN_A_ROW,
            backoff=Backoff(first_s=0.5, jitter=0.0),
        )
        self.start()

    @precondition(lambda self: self.model.given_up)
    @rule()
    def start(self) -> None:
        self.supervisor.start()
        self.model.start()

    @precondition(lambda self: self.model.up)
    @rule(data=st.data())
    def fall(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.model.up)))
        self.play.tell(name, ValueError())
        decision = self.decided(name)
        assert (decision.action, decision.delay_s) == self.model.fall(name)
        if self.model.given_up:
            assert heard(self.play.given_up) == name

    @precondition(lambda self: self.model.up)
    @rule(data=st.data())
    def restart(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(NAMES))
        self.supervisor.restart(name, "the model")
        assert self.decided(name).action is Action.RESTART
        group = self.model.group(name)
        for each in group:
            self.model.up.discard(each)
            self.model.due.pop(each, None)
        self.model.bring_up(group)

    @rule(seconds=st.sampled_from([0.1, 0.6, 1.1, 4.0, 11.0]))
    def pass_time(self, seconds: float) -> None:
        self.play.advance(seconds)
        self.model.pass_time(seconds)

    @invariant()
    def both_agree(self) -> None:
        self.catch_up()
        for name in sorted(self.model.up):
            assert self.play.ask(name, "alive") == "alive"
        children = self.play.system.statistics().children
        lives = {child.name: child.incarnation for child in children}
        assert lives == self.model.lives
        assert {child.name for child in children if child.state is not None} == self.model.up
        assert self.supervisor.up is not self.model.given_up
        assert self.play.system.statistics().total.balance == 0

    def decided(self, name: str) -> Decision:
        decision = heard(self.play.decisions)
        assert decision.child == name
        return decision

    def catch_up(self) -> None:
        """Wait until the timers that are due and the supervisor's desk have done what there was to do."""
        done = threading.Event()
        behind = partial(self.supervisor._desk.post, done.set)  # noqa: SLF001 - nobody else knows when it is idle
        self.play.system.timers.call_at(self.play.clock.now_s, behind)
        assert came(done)

    def teardown(self) -> None:
        self.play.close()


Supervised.TestCase.settings = settings(
    max_examples=25,
    stateful_step_count=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
test_whatever_falls_whenever_the_supervisor_does_as_its_model = Supervised.TestCase
