"""What is noted of event streams, for display and lag."""

from storage.entries import NoteStream, Written
from storage.writing.transaction import Transaction

_NOTE = """
INSERT INTO sse_stream (id, project, last_event_id, connected_at, seen_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET last_event_id = excluded.last_event_id, seen_at = excluded.seen_at
"""


def note_stream(transaction: Transaction, entry: NoteStream) -> Written:
    """Keep the last event sent to a stream."""
    transaction.run(_NOTE, entry.stream, entry.project, entry.last_event_id, entry.connected_at, entry.seen_at)
    return Written()
