"""What an operator may do to the children of a tree. Each order has its reason, and is a decision like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actors.runtime.decisions import Action, Decisions
from actors.runtime.strategy import affected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actors.runtime.children import Child
    from actors.runtime.tree import Tree


class Orders:
    """Everything here runs on the supervisor's desk."""

    def __init__(self, tree: Tree, decisions: Decisions) -> None:
        self._tree = tree
        self._decisions = decisions

    def restart(self, chosen: Sequence[Child], reason: str) -> None:
        """Restart some children, with those that go along; also what was stopped, drained or has ended."""
        tree = self._tree
        if not tree.up:
            return
        along = {member for child in chosen for member in affected(tree.strategy, tree.children, child)}
        group = [child for child in tree.children if child in along and (child in chosen or not child.held)]
        for child in chosen:
            if child.mailbox.sealed:
                child.open()
            child.held = False
            self._note(child, Action.RESTART, reason)
        tree.halt(group)
        tree.bring_up(group)

    def stop(self, chosen: Sequence[Child], reason: str) -> None:
        """Stop some in good order until somebody restarts them; what comes for them waits."""
        for child in reversed(chosen):
            child.held = True
            self._note(child, Action.STOP, reason)
        self._tree.halt(chosen)

    def kill(self, chosen: Sequence[Child], reason: str) -> None:
        """Let them fail; one that does not come back from its message is interrupted, then abandoned."""
        for child in chosen:
            if child.life is not None:
                self._note(child, Action.KILL, reason)
                self._tree.kill(child, reason)

    def drain(self, chosen: Sequence[Child], reason: str) -> None:
        """Let nothing more in, have what waits handled, and then stop until somebody restarts them."""
        for child in chosen:
            child.held = True
            child.mailbox.seal()
            self._note(child, Action.DRAIN, reason)
            if child.life is not None:
                child.life.finish()

    def suspend(self, chosen: Sequence[Child], reason: str) -> None:
        """Hold back all but urgent messages."""
        self._note(chosen[0], Action.SUSPEND, reason)
        chosen[0].mailbox.suspend()

    def resume(self, chosen: Sequence[Child], reason: str) -> None:
        """Let them go on."""
        self._note(chosen[0], Action.RESUME, reason)
        chosen[0].mailbox.resume()

    def step(self, chosen: Sequence[Child], reason: str) -> None:
        """While suspended: let one more message through."""
        self._note(chosen[0], Action.STEP, reason)
        chosen[0].mailbox.step()

    def discard(self, chosen: Sequence[Child], reason: str) -> None:
        """Make dead letters of all that waits."""
        self._note(chosen[0], Action.DISCARD, reason)
        chosen[0].mailbox.discard()

    def cancel(self, chosen: Sequence[Child], seq: int, reason: str) -> None:
        """Take one message back: from the line, or out of the hand of an actor that has many."""
        withdrawn = chosen[0].mailbox.withdraw(seq)
        ended = any(child.life is not None and child.life.cancel(seq) for child in chosen)
        outcome = "withdrawn" if withdrawn else "cancelled in hand" if ended else "not there, or not to be cancelled"
        self._note(chosen[0], Action.CANCEL, f"{reason} (message {seq}: {outcome})")

    def resize(self, members: Sequence[Child], instances: int, reason: str) -> None:
        """Give a pool so many members, at least one; the last ones stop first."""
        self._note(members[0], Action.RESIZE, f"{reason} ({len(members)} to {instances})")
        children = self._tree.children
        self._tree.halt(members[instances:])
        for child in members[instances:]:
            children.remove(child)
            child.leave_statistics()
        fresh = [members[0].sibling(number) for number in range(len(members) + 1, instances + 1)]
        where = children.index(members[0]) + min(len(members), instances)
        children[where:where] = fresh
        self._tree.bring_up(fresh)

    def _note(self, child: Child, action: Action, reason: str) -> None:
        self._decisions.record(child.name, child.count, action, f"asked for: {reason}")
