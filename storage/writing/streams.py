"""What is noted of event streams, for display and lag."""

from storage.entries import NoteStreams, Written
from storage.writing.transaction import Transaction

_NOTE = """
INSERT INTO sse_stream (id, project, last_event_id, connected_at, seen_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET last_event_id = excluded.last_event_id, seen_at = excluded.seen_at
"""


def note_streams(transaction: Transaction, entry: NoteStreams) -> Written:
    """Keep the last event sent to each stream."""
    for note in entry.notes:
        transaction.run(_NOTE, note.stream, note.project, note.last_event_id, note.connected_at, note.seen_at)
    return Written()
