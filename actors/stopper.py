"""Stops the build workers: they are busy with what is to be stopped, so that somebody else must hear the word."""

from actors.messages import DropWork
from actors.runtime import Actor
from actors.work_in_hand import WorkInHand


class Stopper(Actor):
    """Kills the child that checks for a job which nobody wants any more."""

    def __init__(self, hands: WorkInHand) -> None:
        self._hands = hands

    def on_receive(self, message: DropWork) -> None:
        """End that work wherever it is in hand."""
        self._hands.drop(message)
