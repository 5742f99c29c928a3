"""A small actor runtime with supervision on Pykka's hooks for implementors. It knows nothing of what runs on it.

Addresses outlive actors, mailboxes are bounded, an actor that dies takes no other along, and every message
is accounted for.
"""

from actors.runtime.actor import Actor, AsyncActor, BatchActor
from actors.runtime.address import Address
from actors.runtime.bounds import Overflow
from actors.runtime.branch import branch
from actors.runtime.children import ChildSpec, Restart
from actors.runtime.dead_letters import DeadLetter, DeadLetters, Reason
from actors.runtime.decisions import Action, Decision
from actors.runtime.envelope import Envelope
from actors.runtime.errors import (
    AskCycleError,
    AskTimeoutError,
    EscalatedError,
    ExpiredError,
    KilledError,
    MailboxFullError,
    StartTimeoutError,
    StoppedError,
)
from actors.runtime.failures import Failure
from actors.runtime.hand import attend
from actors.runtime.incarnation import State
from actors.runtime.ledger import Ledger, MailboxStatistics
from actors.runtime.policy import Backoff, Counters
from actors.runtime.statistics import ChildStatistics, Health, InHand, SystemStatistics
from actors.runtime.strategy import Strategy
from actors.runtime.supervisor import Supervisor
from actors.runtime.system import ActorSystem
from actors.runtime.timers import Timer, Timers
from actors.runtime.tracer import Span, Tracer
from actors.runtime.waits import Wait
from actors.runtime.watching import Ended

__all__ = [
    "Action",
    "Actor",
    "ActorSystem",
    "Address",
    "AskCycleError",
    "AskTimeoutError",
    "AsyncActor",
    "Backoff",
    "BatchActor",
    "ChildSpec",
    "ChildStatistics",
    "Counters",
    "DeadLetter",
    "DeadLetters",
    "Decision",
    "Ended",
    "Envelope",
    "EscalatedError",
    "ExpiredError",
    "Failure",
    "Health",
    "InHand",
    "KilledError",
    "Ledger",
    "MailboxFullError",
    "MailboxStatistics",
    "Overflow",
    "Reason",
    "Restart",
    "Span",
    "StartTimeoutError",
    "State",
    "StoppedError",
    "Strategy",
    "Supervisor",
    "SystemStatistics",
    "Timer",
    "Timers",
    "Tracer",
    "Wait",
    "attend",
    "branch",
]
