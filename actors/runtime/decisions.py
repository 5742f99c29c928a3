"""What a supervisor decided, and why: a record that reads as an explanation."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from actors.runtime.policy import Counters, Verdict

KEPT = 1_000
logger = logging.getLogger(__name__)


class Action(Enum):
    """What was done."""

    RESTART = "restart"
    END = "end"
    GIVE_UP = "give-up"
    ABANDON = "abandon"
    CARRY_ON = "carry-on"
    STOP = "stop"
    KILL = "kill"
    INTERRUPT = "interrupt"
    HANG = "hang"
    DRAIN = "drain"
    SUSPEND = "suspend"
    RESUME = "resume"
    STEP = "step"
    DISCARD = "discard"
    CANCEL = "cancel"
    RESIZE = "resize"


@dataclass(frozen=True, slots=True)
class Decision:
    """`at` is seconds since the Unix epoch; `delay_s` is how long the restart waits."""

    at: float
    child: str
    incarnation: int
    rule: str
    error: str | None
    action: Action
    delay_s: float | None = None
    counters: Counters | None = None


class Decisions:
    """The last 1,000 decisions of a supervisor; each is also logged and told to a hook."""

    def __init__(self, now: Callable[[], float], on_decision: Callable[[Decision], None]) -> None:
        self._now = now
        self._on_decision = on_decision
        self._ring: deque[Decision] = deque(maxlen=KEPT)

    def recent(self) -> tuple[Decision, ...]:
        """The kept ones, oldest first."""
        return tuple(self._ring.copy())

    def record(
        self,
        child: str,
        incarnation: int,
        action: Action,
        rule: str,
        *,
        error: BaseException | None = None,
        verdict: Verdict | None = None,
    ) -> None:
        """Keep a decision; an error of the hook is logged and goes no further."""
        text = None if error is None else f"{type(error).__name__}: {error}"
        delay_s, counters = (verdict.delay_s, verdict.counters) if verdict else (None, None)
        decision = Decision(self._now(), child, incarnation, rule, text, action, delay_s, counters)
        self._ring.append(decision)
        logger.info("%s of %s #%d: %s (%s)", action.value, child, incarnation, rule, text)
        try:
            self._on_decision(decision)
        except Exception:
            logger.exception("the decision hook failed on a decision about %s", child)
