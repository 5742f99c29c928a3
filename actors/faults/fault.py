"""One fault: what it is for, when it strikes, and what it has hit. It is off by itself."""

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from actors.runtime import Envelope

OF_MESSAGES = ("raise", "delay", "drop", "duplicate", "hang", "kill")
KINDS: Mapping[str, str] = {
    "raise": "the handler of a message raises",
    "delay": "a message comes later",
    "drop": "a message is not delivered, and becomes a dead letter",
    "duplicate": "a message is delivered twice",
    "hang": "the handler of a message does not come back",
    "kill": "the actor dies when it takes a message",
    "model-429": "a model's server says that it is asked too often",
    "model-500": "a model's server fails",
    "model-cut": "a model's answer is cut off in the middle",
    "model-slow": "a model's answer comes slowly",
    "build-crash": "a build worker dies over a build",
    "disk-full": "the disk takes nothing",
}
LONGEST_S = 600.0


@dataclass(frozen=True)
class Wanted:
    """What is to be hit: the beginning of a label, a step, an address; nothing said is all of them.

    It hits the `nth` that fits, or each with `probability`.
    """

    kind: str
    seconds: float
    message: str | None = None
    step: str | None = None
    actor: str | None = None
    nth: int | None = None
    probability: float = 1.0
    delay_s: float | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            message = f"there is no fault {self.kind}; there are {', '.join(KINDS)}"
            raise ValueError(message)
        if self.kind == "hang" and self.actor == "journal":
            message = "journal holds the database and cannot be replaced: kill it, or let it fail"
            raise ValueError(message)
        if self.kind in OF_MESSAGES and not (self.message or self.step or self.actor):
            message = f"say what {self.kind} is for: a message, a step or an actor"
            raise ValueError(message)

    @property
    def sentence(self) -> str:
        """What it does, in words."""
        named = [f"{name} {value}" for name in ("message", "step", "actor") if (value := getattr(self, name))]
        which = f"the {self.nth}. time" if self.nth else f"{self.probability:.0%} of the times"
        return f"{KINDS[self.kind]} ({', '.join(named) or 'any'}; {which})"

    def fits(self, address: str, envelope: Envelope) -> bool:
        """Whether a message is one of those."""
        key = getattr(envelope.message, "key", None)
        return (
            (self.actor is None or self.actor == address)
            and (self.message is None or envelope.label.lower().startswith(self.message.lower()))
            and (self.step is None or self.step == getattr(key, "step", None))
        )


@dataclass
class Fault:
    """`over` is set when it is off."""

    id: str
    wanted: Wanted
    reason: str
    began_at: float
    ends_at: float
    dice: Callable[[], float]
    ended_at: float | None = None
    last_hit_at: float | None = None
    hits: int = 0
    jobs: Counter[str] = field(default_factory=Counter)
    over: threading.Event = field(default_factory=threading.Event)
    _seen: int = 0
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def strikes(self, job: str | None, now: float) -> bool:
        """Whether it hits this one, which fits."""
        with self._guard:
            self._seen += 1
            wanted = self.wanted
            due = self._seen == wanted.nth if wanted.nth else self.dice() < wanted.probability
            if self.over.is_set() or not due:
                return False
            self.hits, self.last_hit_at = self.hits + 1, now
            if job:
                self.jobs[job] += 1
            return True
