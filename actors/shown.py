"""Children, mailboxes, messages and decisions as plain JSON values, with every time in seconds since 1970.

Written out by hand: this runs for everything there is, several times a second, while somebody watches. `skew` is what
is added to a time of the system's clock.
"""

from pydantic import JsonValue, TypeAdapter

from actors.runtime import ChildStatistics, DeadLetter, Decision, Failure, Ledger, MailboxStatistics, Span, Wait
from actors.runtime.redacted import redacted
from actors.runtime.statistics import AbandonedLife

Shown = dict[str, JsonValue]
JSON: TypeAdapter[Shown] = TypeAdapter(Shown)
_PRECISION = 4


def shown_child(child: ChildStatistics, skew: float) -> Shown:
    """A place in the tree, its policy with a sentence."""
    return {
        "name": child.name,
        "address": child.address,
        "state": child.state.value if child.state else None,
        "health": child.health.value,
        "incarnation": child.incarnation,
        "restarts": child.restarts,
        "in_hand": [
            {
                "seq": one.seq,
                "label": one.label,
                "since": _at(one.since, skew),
                "sender": one.sender,
                "job": one.job,
            }
            for one in child.in_hand
        ],
        "waits_for": [shown_wait(wait, skew) for wait in child.waits_for],
        "limit_s": child.limit_s,
        "restart_due": _at(child.restart_due, skew),
        "policy": _policy(child),
    }


def shown_mailbox(box: MailboxStatistics, skew: float) -> Shown:
    """A mailbox and the first that wait in it."""
    return {
        "address": box.address,
        "ledger": shown_ledger(box.ledger),
        "capacity": box.bounds.capacity,
        "overflow": box.bounds.overflow.value,
        "suspended": box.suspended,
        "sealed": box.sealed,
        "late_results": box.late_results,
        "waiting": [
            {
                "seq": one.seq,
                "label": one.label,
                "sender": one.sender,
                "since": _at(one.since, skew),
                "job": one.job,
            }
            for one in box.waiting
        ],
    }


def shown_ledger(ledger: Ledger) -> Shown:
    """The books with their balance."""
    return {
        "sent": ledger.sent,
        "handled": ledger.handled,
        "failed": ledger.failed,
        "dead": ledger.dead,
        "refused": ledger.refused,
        "waiting": ledger.waiting,
        "in_hand": ledger.in_hand,
        "balance": ledger.balance,
    }


def shown_wait(wait: Wait, skew: float) -> Shown:
    """Who waits for whose answer."""
    return {
        "child": wait.child,
        "address": wait.address,
        "target": wait.target,
        "seq": wait.seq,
        "label": wait.label,
        "since": _at(wait.since, skew),
    }


def shown_abandoned(life: AbandonedLife, skew: float) -> Shown:
    """A thread that was given up and still runs."""
    return {
        "child": life.child,
        "incarnation": life.incarnation,
        "since": _at(life.since, skew),
        "stack": life.stack,
        "fenced_sends": life.fenced_sends,
    }


def shown_span(span: Span, skew: float) -> Shown:
    """A message on its way."""
    told: Shown = span._asdict()
    for name in ("sent_at", "taken_at", "ended_at"):
        told[name] = _at(getattr(span, name), skew)
    return told


def shown_decision(decision: Decision) -> Shown:
    """A decision, in words as well."""
    counters = decision.counters
    return {
        "at": decision.at,
        "child": decision.child,
        "incarnation": decision.incarnation,
        "rule": decision.rule,
        "error": decision.error,
        "action": decision.action.value,
        "delay_s": decision.delay_s,
        "counters": {"in_window": counters.in_window, "consecutive": counters.consecutive} if counters else None,
        "sentence": _decided(decision),
    }


def shown_failure(failure: Failure, at: float) -> Shown:
    """What went wrong, and the message in flight."""
    message = failure.message
    job = getattr(message, "job", None)
    return {
        "at": at,
        "child": failure.child,
        "incarnation": failure.incarnation,
        "error": f"{type(failure.error).__name__}: {failure.error}",
        "traceback": failure.traceback,
        "label": None if message is None else str(getattr(message, "label", type(message).__name__)),
        "message": None if message is None else JSON.validate_python(redacted(message)),
        "job": job if isinstance(job, str) else None,
    }


def shown_letter(letter: DeadLetter) -> Shown:
    """A dead letter that can be sent again; of its content what may be shown."""
    return {
        "number": letter.number,
        "reason": letter.reason.value,
        "address": letter.address,
        "label": letter.label,
        "message": JSON.validate_python(letter.redacted),
        "sender": letter.sender,
        "job": letter.job,
        "trace": letter.trace,
        "attempt": letter.attempt,
        "at": letter.at,
        "kept": True,
    }


def _at(time_s: float | None, skew: float) -> float | None:
    return None if time_s is None else round(time_s + skew, _PRECISION)


def _policy(child: ChildStatistics) -> Shown:
    budget, counters = child.budget, child.counters
    return {
        "restart": child.restart,
        "intensity": budget.intensity,
        "window_s": budget.window_s,
        "max_consecutive": budget.max_consecutive,
        "in_window": counters.in_window,
        "consecutive": counters.consecutive,
        "sentence": f"{counters.in_window} of {budget.intensity} in {budget.window_s:g} s",
    }


def _decided(decision: Decision) -> str:
    """One line that reads as an explanation."""
    why = f" after {decision.error}" if decision.error else ""
    wait = f" in {decision.delay_s:.1f} s" if decision.delay_s else ""
    counted = decision.counters
    so_far = f"; {counted.in_window} falls in the window, {counted.consecutive} in a row" if counted else ""
    return f"{decision.action.value} of {decision.child} #{decision.incarnation}{wait}{why}: {decision.rule}{so_far}"
