"""One actor in full: what it holds, where it is in its code, its last messages, and why it fell each time.

It is asked, on the urgent lane, only while it has nothing in hand; while it is busy it is read from outside, and once
it is gone there is what it held last.
"""

from collections.abc import Callable, Mapping

from actors.runtime import ActorSystem, State, Supervisor
from actors.runtime.description import Describe, LastState
from actors.runtime.errors import AskTimeoutError, MailboxFullError, StoppedError
from actors.runtime.incarnation import Incarnation
from actors.shown import JSON, Shown, shown_child, shown_decision, shown_mailbox, shown_span
from actors.sought import sought

ASKED_S = 0.25
MESSAGES = 50


class Portraits:
    """`failures` gives the last failures of all, the newest first, as they are shown."""

    def __init__(
        self, system: ActorSystem, supervisor: Supervisor, failures: Callable[[], list[Shown]], skew: float
    ) -> None:
        self._system = system
        self._supervisor = supervisor
        self._failures = failures
        self._skew = skew

    def of(self, child: str) -> Shown:
        """All there is to know of it. Blocks for a moment; raises ValueError for one that is not there."""
        life = self._supervisor.life_of(child)
        seen = self._system.statistics()
        place = next((one for one in seen.children if one.name == child), None)
        if place is None:
            message = f"{child} is a pool; name one of its members"
            raise ValueError(message)
        return {
            "child": shown_child(place, self._skew),
            "mailbox": shown_mailbox(seen.queues[place.address], self._skew),
            "state": self.state(child, life),
            "stack": life.stack() if life else "nothing lives there now",
            "messages": list(self._messages(child, place.address)),
            "history": list(self._history(child)),
        }

    def state(self, child: str, life: Incarnation | None) -> Shown:
        """What it holds, and how that is known."""
        source = self._renewed(child, life)
        last = self._system.last_states.get(child)
        if last is None:
            return {"fields": {}, "at": self._system.now(), "source": "none"}
        fields = JSON.validate_python(dict(last.fields))
        return {"fields": fields, "at": last.at + self._skew, "source": source or ("death" if last.died else "last")}

    def _renewed(self, child: str, life: Incarnation | None) -> str | None:
        """Take its state anew, if that can be; says how."""
        if life is None or life.state is not State.RUNNING:
            return None
        answer = self._answer(life) if self._may_be_asked(life) else None
        fields = life.seen() if answer is None else answer
        if fields is None:
            return None
        self._system.last_states[child] = LastState(fields, self._system.clock(), died=False)
        return "read" if answer is None else "asked"

    def _may_be_asked(self, life: Incarnation) -> bool:
        """Of a pool nobody could say who answers; who has one message at a time answers behind it."""
        alone = len(self._system.mailbox(life.hand.address).hands()) == 1
        return alone and (life.hand.many or not life.hand.in_hand)

    def _answer(self, life: Incarnation) -> Mapping[str, object] | None:
        address = self._system.address(life.hand.address)
        try:
            answer = address.ask(Describe(), timeout_s=ASKED_S, urgent=True)
        except (AskTimeoutError, MailboxFullError, StoppedError):
            return None
        return answer if isinstance(answer, Mapping) else None

    def _messages(self, child: str, address: str) -> list[Shown]:
        """Those it has or had in hand, and those that came to its address and found nobody."""
        fits = sought({"actor": child})
        held = [span for span in self._system.open_spans() if fits(span)]
        ended = [span for span in reversed(self._system.tracer.spans()) if fits(span) or span.address == address]
        return [shown_span(span, self._skew) for span in (*held, *ended)[:MESSAGES]]

    def _history(self, child: str) -> list[Shown]:
        failures = self._failures()
        return [
            {
                "decision": shown_decision(decision),
                "failures": [
                    failure
                    for failure in failures
                    if (failure["child"], failure["incarnation"]) == (child, decision.incarnation)
                ],
            }
            for decision in reversed(self._supervisor.decisions)
            if decision.child == child
        ]
