"""What happens to the list of what can be undone."""

from pipeline.events.event import Event
from pipeline.history import Edit


class HistoryUpdated(Event):
    """What an undo would take back from now on, and what a redo would do again."""

    undo: Edit | None = None
    redo: Edit | None = None
