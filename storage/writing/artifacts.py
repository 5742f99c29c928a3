"""How an artifact comes onto the list of artifacts; its bytes lie on the disk before."""

from pipeline.ids import Sha256
from storage.writing.transaction import Transaction

_NAME = """
INSERT INTO artifact (sha256, kind, bytes, created_at, last_used_at) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (sha256) DO UPDATE SET last_used_at = excluded.last_used_at
"""


def name_artifact(transaction: Transaction, name: Sha256, kind: str) -> None:
    """List it, with its size, or note that it is named again."""
    transaction.run(_NAME, name, kind, transaction.replies.artifacts.size(name), transaction.now, transaction.now)
